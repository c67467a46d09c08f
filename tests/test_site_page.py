"""The built page of a post, found without a generator; and the files it may have."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from editor.media import MediaRefusedError, Place, Refusal
from editor.site import find_site
from editor.site_page.built import NoPage, built_folder
from editor.site_page.finding import find_page, page_of_another
from editor.site_page.serving import PagePlace, open_for_page

POST = "---\nlayout: post\ntitle: {}\n---\nThe text of {}.\n"


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A Jekyll site with two posts, built."""
    root = tmp_path / "site"
    write(root / "_config.yml", "url: https://a.example\nbaseurl: /b\npermalink: /:year/:title/\n")
    for day, name in (("2020-01-02", "one"), ("2021-03-04", "two")):
        write(root / "_posts" / f"{day}-{name}.md", POST.format(name.title(), name))
        write(root / "_site" / day[:4] / name / "index.html", f"<title>{name}</title>")
    write(root / "_site" / "index.html", "<title>Home</title>")
    return root


def found(path: Path, text: str | None = None):
    text = path.read_text(encoding="utf-8") if text is None else text
    return find_page(text, path, find_site(path))


# --- Where a site was built


def test_a_site_that_was_not_built_has_no_folder_of_pages(tmp_path):
    write(tmp_path / "_config.yml", "title: A")
    post = write(tmp_path / "_posts" / "2020-01-01-a.md", POST)
    assert built_folder(find_site(post)) is None
    assert found(post) is NoPage.NOT_BUILT


def test_the_folder_of_pages_is_the_one_that_the_settings_name(site):
    (site / "_site").rename(site / "www")
    post = site / "_posts" / "2020-01-02-one.md"
    write(site / "_config.yml", "destination: www\npermalink: /:year/:title/\n")
    assert built_folder(find_site(post)) == site / "www"
    assert found(post).path == site / "www" / "2020" / "one" / "index.html"


@pytest.mark.parametrize("name", ["..", "../elsewhere", "/", ".", "link"])
def test_no_folder_outside_of_the_site_is_looked_at(tmp_path, name):
    write(tmp_path / "elsewhere" / "index.html")
    post = write(tmp_path / "site" / "_posts" / "2020-01-01-a.md", POST)
    write(tmp_path / "site" / "_config.yml", f"destination: {name}")
    (tmp_path / "site" / "link").symlink_to(tmp_path / "elsewhere")
    assert built_folder(find_site(post)) is None


@pytest.mark.parametrize(
    ("settings", "built"),
    [("hugo.toml", "public"), ("pelicanconf.py", "output"), ("mkdocs.yml", "site")],
)
def test_each_generator_has_a_usual_folder_of_pages(tmp_path, settings, built):
    write(tmp_path / settings)
    write(tmp_path / built / "index.html")
    post = write(tmp_path / "content" / "a.md", POST)
    assert built_folder(find_site(post)) == tmp_path / built


def test_a_post_outside_of_any_site_has_no_page(tmp_path):
    assert found(write(tmp_path / "a.md", "# A\n")) is NoPage.NO_SITE


# --- Which page


def test_a_post_has_the_page_at_its_address(site):
    page = found(site / "_posts" / "2020-01-02-one.md")
    assert (page.path, page.folder) == (site / "_site/2020/one/index.html", "/2020/one/")
    assert page.is_own
    assert (page.title, str(page.day)) == ("One", "2020-01-02")
    assert (page.base, page.hosts[0]) == ("/b", "a.example")
    assert "localhost" in page.hosts  # of `jekyll serve`
    assert page.article == ()


def test_the_address_is_that_of_the_text_that_was_saved(site):
    post = site / "_posts" / "2020-01-02-one.md"
    text = post.read_text().replace("title: One", "title: Another\npermalink: /elsewhere/")
    assert found(post, text).path == site / "_site" / "2020" / "one" / "index.html"


def test_a_page_at_another_address_is_found_by_its_name(site):
    (site / "_site" / "2020" / "one").rename(site / "_site" / "one")
    assert found(site / "_posts" / "2020-01-02-one.md").path == site / "_site/one/index.html"


def test_a_page_of_another_name_is_found_by_its_title(site):
    page = site / "_site" / "2020" / "one" / "index.html"
    page.write_text("<title>One | A blog</title>")
    page.parent.rename(site / "_site" / "p123")
    assert found(site / "_posts" / "2020-01-02-one.md").path == site / "_site/p123/index.html"


def test_a_new_post_is_shown_in_the_page_of_the_newest_of_its_layout(site):
    for text in (POST, "---\ntitle: Draft\n---\n"):
        page = found(site / "_drafts" / "new.md", text)
        assert not page.is_own
        assert page.source == site / "_posts" / "2021-03-04-two.md"
        assert "The text of two." in page.article[0]
    write(site / "_posts" / "2022-01-01-talk.md", "---\nlayout: talk\n---\nA talk.\n")
    write(site / "_site" / "2022" / "talk" / "index.html", "talk")
    assert found(site / "_drafts" / "new.md", POST).source.name == "2021-03-04-two.md"


def test_a_post_never_saved_has_the_page_of_another(site):
    page = page_of_another(POST, None, find_site(site / "_posts" / "2020-01-02-one.md"))
    assert page.source.name == "2021-03-04-two.md"


def test_a_built_site_without_a_page_of_a_post_has_none(site):
    for year in ("2020", "2021"):
        for page in (site / "_site" / year).rglob("*.html"):
            page.unlink()
    assert found(site / "_posts" / "2020-01-02-one.md") is NoPage.NO_POST_PAGE


def test_a_page_that_is_a_link_out_of_the_built_site_is_not_read(site, tmp_path):
    secret = write(tmp_path / "secret.html", "secret")
    page = site / "_site" / "2020" / "one" / "index.html"
    page.unlink()
    page.symlink_to(secret)
    answer = found(site / "_posts" / "2020-01-02-one.md")
    assert answer.path != page
    assert answer.html != "secret"


def test_an_address_with_dots_leads_nowhere(site, tmp_path):
    write(tmp_path / "secret.html", "secret")
    post = site / "_posts" / "2020-01-02-odd.md"
    text = "---\ntitle: Odd\npermalink: /../../secret.html\n---\n"
    write(post, text)
    assert found(post).html != "secret"


# --- Its files


@pytest.fixture
def place(site: Path) -> PagePlace:
    write(site / "_site" / "css" / "a.css", "a { color: red }")
    write(site / "_site" / "2020" / "one" / "b.png", "built")
    write(site / "_posts" / "pasted.png", "pasted")
    write(site / "img" / "new.png", "new")
    write(site / "own.css", "a {}")
    built = Place((site / "_site").resolve(), "/2020/one/", base="/b")
    source = replace(Place.of(site, site / "_posts"), base="/b")
    return PagePlace(built, source, ("a.example",))


def content(place: PagePlace, address: str) -> bytes:
    media = open_for_page(place, address)
    with os.fdopen(media.descriptor, "rb") as file:
        return file.read()


def test_a_page_has_style_sheets_and_media_of_the_built_site(place):
    assert content(place, "/css/a.css") == b"a { color: red }"
    assert content(place, "/b/css/a.css") == b"a { color: red }"
    assert open_for_page(place, "/css/a.css").type == "text/css"
    assert content(place, "/2020/one/b.png") == b"built"


def test_what_is_not_built_yet_comes_from_the_source(place):
    assert content(place, "/b/img/new.png") == b"new"
    assert content(place, "/img/new.png") == b"new"
    assert content(place, "/2020/one/pasted.png") == b"pasted"


@pytest.mark.parametrize(
    "address",
    [
        *("/../secret.css", "/css/../../secret.css", "/%2e%2e/secret.css", "/..%2fsecret.css"),
        *("/css/%2e%2e/%2e%2e/secret.css", "/.hidden.css", "/link.css", "/css\\..\\a.css"),
        *("/own.css", "/_config.yml", "/2020/one/index.html", "/folder.css", "/css/a.css%00.png"),
        *("css/a.css", "//secret.css", "/b/../../secret.css", "/pipe.css"),
    ],
)
def test_no_other_file_is_served(place, site, tmp_path, address):
    write(tmp_path / "secret.css", "secret")
    write(site / "_site" / ".hidden.css", "secret")
    (site / "_site" / "link.css").symlink_to(tmp_path / "secret.css")
    (site / "_site" / "folder.css").mkdir()
    os.mkfifo(site / "_site" / "pipe.css")
    with pytest.raises(MediaRefusedError):
        open_for_page(place, address)


def test_why_a_file_is_refused_is_said_of_the_built_site_first(place, site, tmp_path):
    (site / "_site" / "link.css").symlink_to(write(tmp_path / "secret.css"))
    with pytest.raises(MediaRefusedError) as refused:
        open_for_page(place, "/link.css")
    assert refused.value.why is Refusal.OUTSIDE


def test_own_addresses_in_a_style_sheet_become_paths(place):
    sheet = (
        b"a{src:url(https://a.example/b/x.woff)}b{src:url('//A.example/y')}c{d:url(//z.example/)}"
    )
    assert place.relative(sheet) == (
        b"a{src:url(/b/x.woff)}b{src:url('//A.example/y')}c{d:url(//z.example/)}"
    )
