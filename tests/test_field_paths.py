"""Files that fields name: found as the generator finds them, written as the site writes them."""

import pytest

from editor.field_paths import find_file, is_path, start_folder, written_path
from editor.site import Site


@pytest.fixture
def site(tmp_path):
    """Gives a function: a site of a generator with a picture at each of the paths."""

    def made(generator, *paths):
        for path in paths:
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"picture")
        return Site(tmp_path, generator)

    return made


CASES = [
    ("jekyll", "_posts/2024-01-01-a.md", "assets/img/x y.jpg", "/assets/img/x y.jpg"),
    ("hugo", "content/posts/a.md", "static/img/x.jpg", "/img/x.jpg"),
    ("hugo", "content/posts/a/index.md", "content/posts/a/x.jpg", "x.jpg"),
    ("hugo", "content/posts/a/index.md", "content/posts/a/img/x.jpg", "img/x.jpg"),
    ("hugo", "content/posts/a/index.md", "static/x.jpg", "/x.jpg"),
    ("hugo", "content/posts/a.md", "assets/x.jpg", "/x.jpg"),
    ("pelican", "content/a.md", "content/images/x.jpg", "{static}/images/x.jpg"),
]


@pytest.mark.parametrize(("generator", "post", "file", "written"), CASES)
def test_a_file_is_written_as_its_generator_wants_it_and_found_again(
    site, tmp_path, generator, post, file, written
):
    made = site(generator, file)
    assert written_path(tmp_path / file, made, tmp_path / post) == written
    assert find_file(written, made, tmp_path / post) == (tmp_path / file).resolve()


@pytest.mark.parametrize(
    ("generator", "like", "written"),
    [
        ("jekyll", "assets/images/a.jpg", "assets/images/b.jpg"),
        ("jekyll", "a.jpg", "b.jpg"),
        ("jekyll", "/a.jpg", "/b.jpg"),
        ("jekyll", "gone.jpg", "/assets/images/b.jpg"),
        ("jekyll", "https://example.org/a.jpg", "/assets/images/b.jpg"),
    ],
)
def test_a_file_is_written_like_those_the_site_has(site, tmp_path, generator, like, written):
    made = site(generator, "assets/images/a.jpg", "assets/images/b.jpg")
    post = tmp_path / "_posts" / "2024-01-01-a.md"
    assert written_path(tmp_path / "assets/images/b.jpg", made, post, like) == written


@pytest.mark.parametrize(
    "written",
    ["/assets/x%20y.jpg", "/assets/x y.jpg?v=2", "assets/x y.jpg#top", "./assets/x y.jpg"],
)
def test_spellings_of_an_address_lead_to_the_file(site, tmp_path, written):
    made = site("jekyll", "assets/x y.jpg")
    assert find_file(written, made, tmp_path / "_posts" / "a.md") is not None


@pytest.mark.parametrize(
    "written",
    ["../secret.jpg", "/../secret.jpg", "/etc/passwd", "C:\\x.jpg", "a\0.jpg", "x" * 5000],
)
def test_what_lies_outside_the_site_is_not_found(site, tmp_path, written):
    (tmp_path.parent / "secret.jpg").write_bytes(b"secret")
    made = site("jekyll", "assets/x.jpg")
    assert find_file(written, made, tmp_path / "_posts" / "a.md") is None


def test_a_file_outside_the_site_has_no_path_in_it(site, tmp_path):
    made = site("jekyll", "assets/x.jpg")
    assert written_path(tmp_path.parent / "x.jpg", made, tmp_path / "a.md") is None
    assert written_path(tmp_path.parent / "x.jpg", Site(None, "jekyll"), None) is None


def test_without_a_site_paths_start_at_the_post(tmp_path):
    alone = Site(None, "commonmark")
    (tmp_path / "x.jpg").write_bytes(b"picture")
    assert written_path(tmp_path / "x.jpg", alone, tmp_path / "a.md") == "x.jpg"
    assert find_file("x.jpg", alone, tmp_path / "a.md") is not None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/assets/x.jpg", True),
        ("x y.jpg", True),
        ("{static}/x.jpg", True),
        ("https://example.org/x.jpg", False),
        ("//example.org/x.jpg", False),
        ("data:image/png;base64,xx", False),
        ("{{ site.baseurl }}/x.jpg", False),
        ("", False),
    ],
)
def test_addresses_elsewhere_are_no_paths(written, expected):
    assert is_path(written) is expected


def test_choosing_starts_where_the_file_in_use_lies_else_where_the_site_s_files_do(site, tmp_path):
    made = site("hugo", "static/covers/x.jpg")
    post = tmp_path / "content" / "a.md"
    assert start_folder(made, post, "/covers/x.jpg") == (tmp_path / "static/covers").resolve()
    assert start_folder(made, post) == tmp_path / "static"
