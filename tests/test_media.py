"""Which files an address in the preview may reach."""

import os
from pathlib import Path

import pytest

from editor.media import LARGEST, MediaRefusedError, Place, Refusal, locate, open_media

PICTURE = b"\x89PNG not really"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name in ("assets/a.png", "assets/été à 100%.png", "_posts/beside.PNG", "assets/song.mp3"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PICTURE)
    (root / "_config.yml").write_text("title: mine")
    (root / ".git").mkdir()
    (root / ".git" / "secret.png").write_bytes(b"secret")
    (root / ".hidden.png").write_bytes(b"secret")
    (tmp_path / "outside.png").write_bytes(b"secret")
    return root


def refusal(root: Path, address: str) -> Refusal:
    with pytest.raises(MediaRefusedError) as refused:
        os.close(open_media(Place(root), address).descriptor)
    assert refused.value.address == address
    return refused.value.why


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/assets/a.png", "image/png"),
        ("//assets//a.png", "image/png"),
        ("/assets%2Fa.png", "image/png"),
        ("/assets/%C3%A9t%C3%A9%20%C3%A0%20100%25.png", "image/png"),
        ("/_posts/beside.PNG", "image/png"),
        ("/assets/song.mp3", "audio/mpeg"),
    ],
)
def test_media_below_the_root_are_opened(site, address, kind):
    media = open_media(Place(site), address)
    with os.fdopen(media.descriptor, "rb") as file:
        assert file.read() == PICTURE
    assert (media.type, media.size) == (kind, len(PICTURE))


@pytest.mark.parametrize(
    "address",
    [
        "/../outside.png",
        "/assets/../../outside.png",
        "/assets/./a.png",
        "/%2e%2e/outside.png",
        "/assets/%2e%2e%2f%2e%2e%2foutside.png",
        "/..%5coutside.png",
        "/assets\\a.png",
        "/assets/a.png%00.png",
        "/.hidden.png",
        "/.git/secret.png",
        "assets/a.png",
        "",
    ],
)
def test_an_address_that_is_no_path_below_the_root_is_refused(site, address):
    assert refusal(site, address) is Refusal.ADDRESS


def test_an_address_is_decoded_once(site):
    assert refusal(site, "/%252e%252e/outside.png") is Refusal.MISSING
    (site / "%2e%2e.png").write_bytes(PICTURE)
    assert locate(Place(site), "/%252e%252e.png").name == "%2e%2e.png"


@pytest.mark.parametrize("address", ["/_config.yml", "/assets", "/assets/a", "/", "/a.png.html"])
def test_what_is_no_picture_sound_film_or_font_is_refused(site, address):
    assert refusal(site, address) is Refusal.TYPE


@pytest.mark.parametrize("address", ["/assets/none.png", "/none/a.png", f"/{'x' * 300}.png"])
def test_a_missing_file_is_told_from_a_refused_one(site, address):
    assert refusal(site, address) is Refusal.MISSING


def test_a_link_out_of_the_site_is_refused(site):
    (site / "link.png").symlink_to(site.parent / "outside.png")
    (site / "folder").symlink_to(site.parent)
    assert refusal(site, "/link.png") is Refusal.OUTSIDE
    assert refusal(site, "/folder/outside.png") is Refusal.OUTSIDE


def test_a_link_decides_by_what_it_leads_to(site):
    (site / "to_hidden.png").symlink_to(site / ".git" / "secret.png")
    (site / "to_text.png").symlink_to(site / "_config.yml")
    (site / "to_itself.png").symlink_to(site / "to_itself.png")
    (site / "to_picture.png").symlink_to(site / "assets" / "a.png")
    assert refusal(site, "/to_hidden.png") is Refusal.ADDRESS
    assert refusal(site, "/to_text.png") is Refusal.TYPE
    assert refusal(site, "/to_itself.png") is Refusal.MISSING
    assert locate(Place(site), "/to_picture.png") == site / "assets" / "a.png"


def test_a_root_that_is_itself_a_link_or_hidden_is_the_root_all_the_same(site, tmp_path):
    (tmp_path / ".blog").symlink_to(site)
    assert locate(Place(tmp_path / ".blog"), "/assets/a.png") == site / "assets" / "a.png"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_or_a_folder_with_the_name_of_a_picture_is_refused_at_once(site):
    os.mkfifo(site / "pipe.png")
    (site / "folder.png").mkdir()
    assert refusal(site, "/pipe.png") is Refusal.NOT_A_FILE
    assert refusal(site, "/folder.png") is Refusal.NOT_A_FILE


def test_a_huge_file_is_refused(site):
    with (site / "huge.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refusal(site, "/huge.png") is Refusal.TOO_LARGE


def test_the_place_of_a_post_is_its_folder_below_the_root(site):
    assert Place.of(site, site / "_posts") == Place(site, "/_posts/")
    assert Place.of(site, site) == Place(site, "/")
    assert Place.of(site, None) == Place(site, "/")
    assert Place.of(site, site / "l'été #1" / "50%") == Place(
        site, "/l%27%C3%A9t%C3%A9%20%231/50%25/"
    )


def test_without_a_site_around_it_the_folder_is_the_place(site, tmp_path):
    assert Place.of(None, site / "assets") == Place(site / "assets", "/")
    assert Place.of(site, tmp_path) == Place(tmp_path, "/")
    assert Place.of(None, None) == Place(None, "/")
