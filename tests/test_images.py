"""Pictures made ready for a post, and stored."""

import io
from pathlib import Path

import pytest
from PIL import Image

from editor import images
from editor.images import ImageRefusedError, Refusal, Wish, made_ready, store

AS_IT_IS = Wish(drops_metadata=False)


def picture(form: str, size=(40, 20), **options) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, 0, size[0] // 2, size[1]))
    image.save(out, form, **options)
    return out.getvalue()


def with_exif(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "A camera"
    return picture("JPEG", exif=exif)


@pytest.mark.parametrize(("form", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".gif")])
def test_what_needs_no_change_stays_to_the_byte(form, suffix):
    content = picture(form)
    ready = made_ready(content, Wish())
    assert (ready.content, ready.suffix, ready.width) == (content, suffix, 40)


def test_where_and_when_it_was_taken_is_dropped():
    ready = made_ready(with_exif(), Wish())
    assert b"A camera" not in ready.content
    assert not Image.open(io.BytesIO(ready.content)).getexif()


def test_metadata_stays_where_that_is_wanted():
    content = with_exif()
    assert made_ready(content, AS_IT_IS).content == content


def test_a_picture_on_its_side_is_turned_before_that_is_forgotten():
    ready = made_ready(with_exif(6), Wish())
    image = Image.open(io.BytesIO(ready.content))
    assert image.size == (20, 40) == (ready.width, ready.height)
    assert image.getpixel((10, 5))[2] > 200  # blue was left, and is on top


def test_a_wide_picture_is_narrowed_and_a_narrow_one_left():
    assert made_ready(picture("PNG"), Wish(width=10)).height == 5
    content = picture("PNG")
    assert made_ready(content, Wish(width=400)).content == content


def test_the_profile_of_the_colours_stays():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    ready = made_ready(picture("JPEG", icc_profile=profile), Wish(width=10))
    assert Image.open(io.BytesIO(ready.content)).info["icc_profile"] == profile


def test_what_moves_and_what_is_drawn_stays_to_the_byte():
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    svg = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'
    for content, suffix in ((out.getvalue(), ".gif"), (svg, ".svg")):
        ready = made_ready(content, Wish(width=10))
        assert (ready.content, ready.suffix) == (content, suffix)


@pytest.mark.parametrize("form", ["BMP", "TIFF"])
def test_what_no_browser_shows_becomes_png(form):
    ready = made_ready(picture(form), Wish())
    assert ready.suffix == ".png"
    assert Image.open(io.BytesIO(ready.content)).format == "PNG"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no picture", Refusal.NOT_A_PICTURE),
        (b"", Refusal.NOT_A_PICTURE),
        (b"<?xml version='1.0'?><html/>", Refusal.NOT_A_PICTURE),
        (picture("PNG")[:60], Refusal.UNREADABLE),
    ],
)
def test_what_is_no_picture_is_refused(content, why):
    with pytest.raises(ImageRefusedError) as refused:
        made_ready(content, Wish(width=10))
    assert refused.value.why is why


def test_a_picture_of_too_many_pixels_is_refused_unread(monkeypatch):
    monkeypatch.setattr(images, "MOST_PIXELS", 100)
    for size in ((11, 10), (40, 20)):
        with pytest.raises(ImageRefusedError) as refused:
            made_ready(picture("PNG", size), Wish())
        assert refused.value.why is Refusal.TOO_LARGE


def test_a_file_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(images, "LARGEST", 10)
    with pytest.raises(ImageRefusedError):
        made_ready(picture("PNG"), Wish())


def test_names_come_from_the_slug_and_no_file_is_written_over(tmp_path: Path):
    folder = tmp_path / "assets" / "images"
    ready = made_ready(picture("PNG"), Wish())
    first = store(folder, "a-post", ready)
    (folder / "a-post-2.png").write_bytes(b"somebody's")
    third = store(folder, "a-post", ready)
    assert [first.name, third.name] == ["a-post-1.png", "a-post-3.png"]
    assert (folder / "a-post-2.png").read_bytes() == b"somebody's"


def test_of_a_write_that_fails_no_half_stays(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(images.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store(tmp_path, "a", made_ready(picture("PNG"), Wish()))
    assert list(tmp_path.iterdir()) == []
