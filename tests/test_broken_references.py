"""Images and links that lead nowhere: told where that is sure, and nowhere else."""

from pathlib import Path

import pytest

from editor.__main__ import main
from editor.problems.references import Around, broken
from editor.site import find_site
from editor.site_pages import PagesRead, SitePages, has_anchor

SETTINGS = {"url": "https://own.org"}


@pytest.fixture
def site(tmp_path):
    for name, text in {
        "_config.yml": "url: https://own.org\n",
        "assets/a.png": "x",
        "about.md": "---\npermalink: /who-am-i/\n---\n",
        "_posts/2024-01-01-l-exces.md": "---\ntitle: L'excès à vélo\n---\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def found(site: Path, body: str) -> list[tuple[str, str]]:
    path = site / "_posts/2024-01-01-l-exces.md"
    pages = PagesRead().pages(site)
    around = Around(find_site(path), path, SETTINGS, lambda: pages)
    return [(str(one.kind), one.reference.address) for one in broken(body, around)]


@pytest.mark.parametrize(
    "body",
    [
        "![a](/assets/a.png) ![a](https://own.org/assets/a.png) ![a](https://x.org/no.png)",
        "[a](/2024/01/01/l-exces.html) [b](/2024/l-exc%C3%A8s/) [c](/who-am-i/) [d](/about)",
        "[a]({% post_url 2024-01-01-l-exces %}) [b]({% link about.md %})",
        "[a](/tags/velo/) [b](/feed.xml) [c](/) [d](/2024/) [e](/page/2/) [f](/blog/)",
        "[a](mailto:a@b.c) [b](relative/l-exces) [c]({{ page.next.url }}) [d](/assets/a.png)",
        "[a](/docs/v1/api.html) [b](/wp-content/uploads/a.zip) [c](a-note-that-is-no-address)",
        "[a](#top) [b](#mon-titre) [c](#fn:1)\n\n## Mon *titre*\n",
    ],
)
def test_what_is_there_or_may_be_there_is_not_told(site, body):
    assert found(site, body) == []


@pytest.mark.parametrize(
    ("body", "kind", "address"),
    [
        ("![a](/assets/no.png)", "image_missing", "/assets/no.png"),
        ("![a](https://own.org/assets/no.png)", "image_missing", "https://own.org/assets/no.png"),
        ("[a](/2024/01/01/no.html)", "link_dead", "/2024/01/01/no.html"),
        ("[a](https://own.org/no/)", "link_dead", "https://own.org/no/"),
        ("[a]({% post_url 2024-01-01-no %})", "link_dead", "2024-01-01-no"),
        ("[a]({% link no.md %})", "link_dead", "no.md"),
        ("[a](#no)\n\n## Yes\n", "anchor_missing", "#no"),
    ],
)
def test_what_leads_nowhere_is_told(site, body, kind, address):
    assert found(site, body) == [(kind, address)]


def test_without_the_settings_of_a_site_nothing_but_anchors_is_told(tmp_path):
    path = tmp_path / "a.md"
    around = Around(find_site(path), path, {})
    assert broken("![a](/no.png) [b](/no) [c](no.md)", around) == []


def test_a_page_of_the_site_as_it_was_built_is_there(site):
    (site / "_site" / "made").mkdir(parents=True)
    assert found(site, "[a](/made/)") == []


def test_names_are_read_again_where_a_file_changed(site):
    read = PagesRead()
    assert not read.pages(site).may_have("/new-one/")
    (site / "about.md").write_text("---\nredirect_from:\n  - /old/new-one/\n---\n")
    assert read.pages(site).may_have("/new-one/")


def test_of_a_site_that_was_not_looked_at_all_may_be_there():
    assert SitePages().may_have("/any/")


def test_what_tags_write_may_have_any_anchor():
    assert has_anchor("{% include toc.html %}", "x")
    assert has_anchor('<a name="x">', "x")
    assert has_anchor("# A {#x}", "x")
    assert not has_anchor("# A {#y}", "x")


def test_check_tells_them_with_their_lines(site, monkeypatch, capsys):
    monkeypatch.chdir(site)
    path = site / "_posts/2024-01-01-l-exces.md"
    path.write_text("---\nlayout: none\ntitle: x\n---\n\n![a](/assets/no.png)\n[a](/no/)\n")
    assert main(["check", "_posts"]) == 1
    assert capsys.readouterr().out == (
        "_posts/2024-01-01-l-exces.md:6: There is no file for the image “/assets/no.png”; "
        "put the file there, or correct the address\n"
        "_posts/2024-01-01-l-exces.md:7: The link “/no/” leads to no page and no file of the "
        "site; correct the address\n"
    )
