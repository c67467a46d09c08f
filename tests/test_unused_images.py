"""Images that nothing names: an image that is used is never called unused."""

from pathlib import Path

import pytest

from editor.__main__ import main
from editor.site import find_site
from editor.unused_images import unused_images

POST = "_posts/2024-01-01-a.md"


def site_of(root: Path, mark: str, texts: dict[str, str], *images: str):
    for name, text in {mark: "title: x\n", **texts, **dict.fromkeys(images, "x")}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return find_site(root / next(iter(texts)))


def unused(site) -> list[str]:
    return [one.relative_to(site.root).as_posix() for one in unused_images(site)]


@pytest.mark.parametrize(
    ("where", "text"),
    [
        (POST, "![x](/assets/images/A.png)"),
        (POST, '<img src="{{ site.url }}/assets/images/a.png?v=2">'),
        (POST, "---\nimage: a.png\n---\n"),
        (POST, "---\ncover: a\n---\n"),  # a template adds the ending
        ("_layouts/post.html", '<img src="/assets/images/a.png">'),
        ("assets/main.scss", "background: url(images/a.png)"),
        ("_data/people.yml", "- photo: a.png"),
        ("_config.yml", "logo: /assets/images/a.png"),
        ("unknown.xyz", "a.png"),
        (POST, "![x](/assets/images/a.webp)"),  # made of it by a plugin
        ("_layouts/all.html", "{% for file in site.static_files %}"),
    ],
)
def test_an_image_that_is_named_anywhere_is_used(tmp_path, where, text):
    site = site_of(tmp_path, "_config.yml", {POST: "", where: text}, "assets/images/a.png")
    assert unused(site) == []


def test_an_image_that_nothing_names_is_told(tmp_path):
    texts = {POST: "![x](/assets/images/aa.png) ![y](/assets/images/b.png)"}
    images = ("assets/images/a.png", "assets/images/b.png", "assets/images/deep/c d.jpg")
    site = site_of(tmp_path, "_config.yml", texts, *images, "elsewhere.png")
    assert unused(site) == ["assets/images/a.png", "assets/images/deep/c d.jpg"]


def test_names_with_blanks_and_accents_are_found_as_they_are_written(tmp_path):
    texts = {
        POST: "![x](/assets/images/c%20d.jpg) ![y](</assets/images/e (1).png>) ![z](/%C3%A9.png)"
    }
    images = ("assets/images/c d.jpg", "assets/images/e (1).png", "assets/images/é.png")
    assert unused(site_of(tmp_path, "_config.yml", texts, *images)) == []


def test_sizes_of_an_image_that_is_used_are_used(tmp_path):
    images = ("assets/images/a-800.png", "assets/images/a@2x.png", "assets/images/a-thumb.png")
    texts = {POST: "![x](/assets/images/a.png)"}
    assert unused(site_of(tmp_path, "_config.yml", texts, *images)) == []


def test_what_a_build_left_behind_names_nothing(tmp_path):
    texts = {POST: "", "_site/a.html": "a.png"}
    assert unused(site_of(tmp_path, "_config.yml", texts, "assets/images/a.png")) != []


def test_images_of_hugo_bundles_are_looked_at_unless_a_template_lists_them(tmp_path):
    texts = {"content/post/a/index.md": "![x](b.png)"}
    images = ("content/post/a/b.png", "content/post/a/c.png", "static/images/d.png")
    site = site_of(tmp_path, "hugo.toml", texts, *images)
    assert unused(site) == ["content/post/a/c.png", "static/images/d.png"]
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "g.html").write_text('{{ .Resources.ByType "image" }}')
    assert unused(site) == ["static/images/d.png"]


def test_it_ends_early_where_nobody_waits(tmp_path):
    site = site_of(tmp_path, "_config.yml", {POST: ""}, "assets/images/a.png")
    assert unused_images(site, go_on=lambda: False) == []


def test_check_names_them(tmp_path, monkeypatch, capsys):
    site_of(tmp_path, "_config.yml", {POST: ""}, "assets/images/a.png")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--unused-images", "."]) == 1
    assert capsys.readouterr().out == (
        "assets/images/a.png: nothing in the site names this image\n"
    )
    assert main(["check", "--unused-images", "--json", "_posts"]) == 1
    assert capsys.readouterr().out == '[\n  "assets/images/a.png"\n]\n'
    Path("assets/images/a.png").unlink()
    assert main(["check", "--unused-images", "."]) == 0


def test_without_a_site_check_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--unused-images", "."]) == 2
    assert "no site was found here" in capsys.readouterr().err
