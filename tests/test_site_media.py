"""Where the images that posts name lie on the disk, in each form in which sites write them."""

from pathlib import Path

import pytest

from editor.media import Place, locate
from editor.site import Site, find_site
from editor.site_media import OwnAddress, named_files, plain_path, site_folders

OWN = OwnAddress(frozenset({"own.org"}), "/blog")


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/a.png", "/a.png"),
        ("/blog/a.png", "/a.png"),
        ("a.png", "a.png"),
        ("/a.png?v=2#x", "/a.png"),
        ("https://own.org/blog/a.png", "/a.png"),
        ("//own.org/a.png", "/a.png"),
        ("https://other.org/a.png", None),
        ("data:image/png;base64,", None),
        ("{{ site.url }}/a.png", "/a.png"),
        ("{{site.baseurl}}/a.png", "/a.png"),
        ("{{ site.url }}{{ site.baseurl }}/a.png", "/a.png"),
        ("{{ '/a.png' | relative_url }}", "/a.png"),
        ('{{ "a.png" | absolute_url }}', "/a.png"),
        ('{{ "/a.png" | prepend: site.baseurl | prepend: site.url }}', "/a.png"),
        ("{{ page.image }}", None),
        ("{{ '/a.png' | custom }}", None),
        ("{static}/a.png", "{static}/a.png"),
    ],
)
def test_an_address_is_a_path_of_the_site_or_none(address, path):
    assert plain_path(address, OWN) == path


@pytest.mark.parametrize(
    ("settings", "own"),
    [
        ({"url": "https://Own.org", "baseurl": "/blog"}, OWN),
        ({"baseURL": "https://own.org/blog/"}, OWN),
        ({"SITEURL": "https://own.org/blog"}, OWN),
        ({"url": None, "baseurl": ["no"]}, OwnAddress()),
        ({"url": "http://[broken"}, OwnAddress()),
    ],
)
def test_the_sites_own_address_is_in_its_settings(settings, own):
    assert OwnAddress.of(settings) == own


def made(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


@pytest.mark.parametrize(
    ("marks", "post", "address", "file"),
    [
        ("_config.yml", "_posts/2024-01-01-a.md", "/assets/x.png", "assets/x.png"),
        ("hugo.toml", "content/post/a/index.md", "x.png", "content/post/a/x.png"),
        ("hugo.toml", "content/post/a.md", "/img/x.png", "static/img/x.png"),
        ("hugo.toml", "content/post/a.md", "/img/x.png", "themes/t/static/img/x.png"),
        ("pelicanconf.py", "content/a.md", "{static}/images/x.png", "content/images/x.png"),
        ("pelicanconf.py", "content/deep/a.md", "|filename|x.png", "content/deep/x.png"),
        ("pelicanconf.py", "content/a.md", "/images/x.png", "content/images/x.png"),
    ],
)
def test_an_image_is_found_where_its_generator_keeps_it(tmp_path, marks, post, address, file):
    root = made(tmp_path, marks, post, file)
    site = find_site(root / post)
    named = named_files(address, site, root / post, OwnAddress(), site_folders(site))
    assert named.file == root / file
    (root / file).unlink()
    assert named_files(address, site, root / post, OwnAddress(), site_folders(site)).is_missing


def test_what_may_come_from_elsewhere_is_not_called_missing(tmp_path):
    root = made(tmp_path, "_config.yml", "_posts/2024-01-01-a.md")
    site, post = Site(root, "jekyll"), root / "_posts/2024-01-01-a.md"
    for address in ("/no-such-folder/x.png", "{{ page.image }}", "x.png", "../../../x.png"):
        assert not named_files(address, site, post, OwnAddress(), site_folders(site)).is_missing


@pytest.mark.parametrize(
    ("generator", "file", "address"),
    [
        ("hugo", "static/img/x.png", "/img/x.png"),
        ("hugo", "content/post/a/x.png", "/post/a/x.png"),
        ("pelican", "content/images/x.png", "/images/x.png"),
        ("jekyll", "assets/x.png", "/blog/assets/x.png"),
    ],
)
def test_the_preview_looks_where_the_generator_serves_from(tmp_path, generator, file, address):
    made(tmp_path, file)
    place = Place(tmp_path.resolve(), "/", generator, "/blog" if generator == "jekyll" else "")
    assert locate(place, address) == tmp_path.resolve() / file


def test_a_theme_that_is_a_link_out_of_the_site_hides_no_image(tmp_path):
    root = made(tmp_path / "site", "static/x.png", "themes/kept")
    made(tmp_path / "theme", "static/y.png")
    (root / "themes" / "linked").symlink_to(tmp_path / "theme")
    assert locate(Place(root, "/", "hugo"), "/x.png") == root / "static" / "x.png"
