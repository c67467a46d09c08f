"""What the settings of a site say of it; hostile ones stop nothing, and nothing is executed."""

import os
from zoneinfo import ZoneInfo

import pytest

from editor.site import Site, find_site

HOSTILE = [
    b"",
    b"\x00\xff\xfe",
    b"[" * 100_000,
    b"{" * 100_000,
    b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    b"source: ../../../etc\ncollections_dir: /etc\ncontentDir: ../..\nPATH = '/etc'\n",
    b"source: [1]\ncollections: 7\ndefaults: {a: b}\ntimezone: 12\nurl: {}\nbaseurl: [x]\n",
    b"timezone: ../../etc/passwd\nurl: 'http://[::1'\nbaseURL: 'http://[::1'\n",
    b"!!python/object/apply:os.system ['touch ran']",
    b"import os; os.system('touch ran')\nPATH = os.getcwd()\n" * 3,
    b"x: " + b"y" * 1_000_000,
]


def made(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            (root / name).mkdir(exist_ok=True)
        else:
            (root / name).write_text(text, encoding="utf-8")
    return find_site(root / "a.md")


@pytest.mark.parametrize(
    ("files", "program", "label"),
    [
        ({".eleventy.js": ""}, "eleventy", "Eleventy"),
        ({"eleventy.config.mjs": ""}, "eleventy", "Eleventy"),
        ({"astro.config.mjs": ""}, "astro", "Astro"),
        ({"mkdocs.yml": ""}, "mkdocs", "MkDocs"),
        ({"_config.yml": "title: A", "source/_posts/a.md": ""}, "hexo", "Hexo"),
    ],
)
def test_a_program_that_the_editor_does_not_know_is_named(tmp_path, files, program, label):
    site = made(tmp_path, files)
    assert site == Site(tmp_path, "commonmark", program)
    assert site.label == label


@pytest.mark.parametrize(
    "files",
    [{"_config.yml": "source: source"}, {"_config.yml": "", "Gemfile": ""}, {"_config.yml": ""}],
)
def test_a_jekyll_site_with_a_source_is_no_hexo(tmp_path, files):
    if files != {"_config.yml": ""}:
        files = {**files, "source/_posts/a.md": ""}
    assert made(tmp_path, files).generator == "jekyll"


@pytest.mark.parametrize(
    ("files", "posts", "drafts", "images"),
    [
        ({"_config.yml": ""}, "_posts", "_drafts", "assets/images"),
        ({"_config.yml": "", "images/": ""}, "_posts", "_drafts", "images"),
        (
            {"_config.yml": "", "blog/_posts/a.md": ""},
            "blog/_posts",
            "blog/_drafts",
            "assets/images",
        ),
        ({"_config.yml": "source: src"}, "src/_posts", "src/_drafts", "src/assets/images"),
        ({"_config.yml": "collections_dir: c"}, "c/_posts", "c/_drafts", "assets/images"),
        ({"hugo.toml": ""}, "content/posts", None, "static/images"),
        ({"hugo.toml": "", "content/post/": ""}, "content/post", None, "static/images"),
        ({"hugo.toml": 'contentDir = "c"'}, "c/posts", None, "static/images"),
        (
            {"hugo.toml": '[params]\nmainSections = ["essays"]'},
            "content/essays",
            None,
            "static/images",
        ),
        ({"pelicanconf.py": "PATH = 'c'"}, "c", None, "c/images"),
        ({"pelicanconf.py": "", "content/": ""}, "content", None, "content/images"),
        ({"pelicanconf.py": "PATH='c'\nARTICLE_PATHS=['blog']"}, "c/blog", None, "c/images"),
        ({"mkdocs.yml": "docs_dir: d", "d/blog/posts/": ""}, "d/blog/posts", None, "d/images"),
        (
            {"_config.yml": "a: b", "source/_posts/": ""},
            "source/_posts",
            "source/_drafts",
            "source/images",
        ),
    ],
)
def test_the_folders_of_a_site(tmp_path, files, posts, drafts, images):
    folders = made(tmp_path, files).folders
    assert folders.posts == tmp_path / posts
    assert folders.drafts == (tmp_path / drafts if drafts else None)
    assert folders.images == tmp_path / images


@pytest.mark.parametrize(
    ("files", "url", "path"),
    [
        ({"_config.yml": "url: https://a.b\nbaseurl: /blog/"}, "https://a.b/blog", "/blog"),
        ({"_config.yml": ""}, "", ""),
        ({"hugo.toml": 'baseURL = "https://a.b/c/"'}, "https://a.b/c", "/c"),
        ({"pelicanconf.py": "SITEURL = 'https://a.b'"}, "https://a.b", ""),
        (
            {"pelicanconf.py": "SITEURL=''", "publishconf.py": "SITEURL='https://x.y'"},
            "https://x.y",
            "",
        ),
    ],
)
def test_the_address_of_a_site(tmp_path, files, url, path):
    site = made(tmp_path, files)
    assert (site.base_url, site.base_path) == (url, path)


def test_the_time_zone_of_a_site(tmp_path):
    assert made(tmp_path, {"_config.yml": "timezone: Europe/Paris"}).time_zone == ZoneInfo(
        "Europe/Paris"
    )


def test_settings_are_read_again_when_they_have_changed(tmp_path):
    site = made(tmp_path, {"_config.yml": "baseurl: /a"})
    assert site.base_path == "/a"
    (tmp_path / "_config.yml").write_text("baseurl: /other")
    assert site.base_path == "/other"


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "name", ["_config.yml", "hugo.toml", "hugo.json", "hugo.yaml", "pelicanconf.py"]
)
def test_hostile_settings_stop_nothing_and_lead_nowhere_else(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    site = find_site(tmp_path / "a.md")
    assert site.root == tmp_path
    assert site.base_path.count("..") == 0
    assert isinstance(site.base_url, str)
    assert site.time_zone is None
    for folder in (site.folders.posts, site.folders.content, site.folders.images):
        assert folder.resolve().is_relative_to(tmp_path.resolve())
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_settings_that_are_a_pipe_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "_config.yml")
    assert find_site(tmp_path / "a.md").settings == {}
