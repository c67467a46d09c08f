"""An article within a page of its site: where it is placed, and that it looks as on the site."""

import shutil
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from editor.front_matter import read
from editor.gui.preview.article_header import article_header
from editor.post import day_of
from editor.render_process import RenderProcess
from editor.rendering import RenderRequest
from editor.rendering.header import read_header
from editor.site import find_site
from editor.site_page.finding import find_page
from editor.site_page.model import SitePage
from tests.gui.built_pages import BuiltPage, share_that_differs
from tests.gui.preview_parts import Shown
from tests.themed_sites import SITES, Themed

needs_generators = pytest.mark.skipif(
    not (shutil.which("jekyll") and shutil.which("hugo")), reason="needs jekyll and hugo"
)
PAGE = """<!doctype html>
<html lang="en"><head><title>{title}</title><style>.text > p:first-child {{ color: rgb(200, 0, 0) }}
.text > p + p {{ color: rgb(0, 0, 200) }}</style></head>
<body><header><a href="/">Blog</a></header>
<div class="post"><h1>{title}</h1><time datetime="2024-03-05">{date}</time>
<div class="text">{text}</div><p class="after">After</p></div>
<aside><p>Something else stands here, of other posts.</p></aside></body></html>
"""
ONE, TWO = "<p>The first paragraph of this post.</p>", "<p>And then comes the second one.</p>"


@pytest.fixture(scope="module")
def one_preview(qapp):  # noqa: ARG001 - there must be one
    shown = Shown()
    shown.pane.resize(900, 1200)
    yield shown
    shown.close()


@pytest.fixture
def shown(one_preview, qtbot):
    one_preview.qtbot = qtbot
    one_preview.pane.show_header("A post", "", "", "2024-03-05")
    return one_preview


def page_of(root: Path, text: str, **changes: object) -> SitePage:
    """A page whose article is `text`, with the title "A post" and a day in March."""
    html = PAGE.format(title="A post", date="5 March 2024", text=text)
    page = SitePage(
        html, root / "a.html", root, "/", root / "a.md", "A post", date(2024, 3, 5), is_own=True
    )
    return replace(page, **changes)


def show_in(shown: Shown, page: SitePage, *blocks: str) -> bool:
    """Show `blocks` in `page`; whether they have a place there."""
    shown.pane.show_in(None)
    shown.show(*blocks)
    with shown.qtbot.waitSignal(shown.pane.placed, timeout=20_000) as placed:
        shown.pane.show_in(page)
    if placed.args[1]:
        shown.show(*blocks)  # answered when all before it is done
    return placed.args[1]


def texts(shown: Shown, selector: str) -> list[str]:
    return shown.run(f"[...document.querySelectorAll('{selector}')].map(e => e.innerText.trim())")


# --- Real sites


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> dict[str, Themed]:
    folder = tmp_path_factory.mktemp("themed")
    return {name: make(folder / name) for name, make in SITES.items()}


def show_post(shown: Shown, themed: Themed) -> SitePage:
    """Show the post of a site within its page, as the program does."""
    text = themed.post.read_text(encoding="utf-8")
    site = find_site(themed.post)
    page = find_page(text, themed.post, site)
    assert isinstance(page, SitePage)
    process = RenderProcess()
    asked = RenderRequest(1, text, site.generator, themed.post, site.root, is_shown=True)
    rendering = process.render(asked, -1)
    process.stop()
    fields = read(text)
    day = day_of(fields, themed.post.name)
    header = article_header(read_header(fields, day, "fr"))
    shown.pane.set_place(site.root, themed.post.parent, site.generator)
    shown.pane.show_header(header.title, header.meta, "fr", str(day))
    assert show_in(shown, page, *rendering.html)
    return page


def wait_for_files(shown: Shown) -> None:
    shown.wait_for("document.documentElement.style.visibility !== 'hidden'")
    shown.wait_for("[...document.images].every(image => image.complete)")
    shown.run("document.fonts.ready.then(() => { window.hasFonts = true })")
    shown.wait_for("window.hasFonts")
    shown.run("requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = true }))")
    shown.wait_for("window.drawn")


@needs_generators
@pytest.mark.parametrize("name", SITES)
def test_an_unchanged_post_looks_as_on_the_site(shown, qtbot, built, name):
    page = show_post(shown, built[name])
    assert page.path == built[name].page
    wait_for_files(shown)
    plain = BuiltPage(page.path, page.root, page.base, page.hosts)
    plain.view.resize(shown.pane.size())
    plain.view.show()
    with qtbot.waitSignal(plain.page.loadFinished, timeout=20_000):
        plain.page.load(plain.address)

    def is_alike() -> bool:  # once both are drawn
        here, there = (one.grab().toImage() for one in (shown.pane, plain.view))
        return has_content(there) and share_that_differs(here, there) < 0.001

    qtbot.waitUntil(is_alike, timeout=20_000)
    plain.close()


def has_content(picture: QImage) -> bool:
    """Whether there is more in the upper part of a picture than its ground."""
    top = [picture.pixel(x, y) for y in range(0, 400, 3) for x in range(0, picture.width(), 7)]
    return len(set(top)) > 8


@needs_generators
@pytest.mark.parametrize("name", SITES)
def test_the_article_is_placed_where_the_site_has_it(shown, built, name):
    show_post(shown, built[name])
    parent = shown.run(
        "(w => { let n; while ((n = w.nextNode()) && n.data !== ''); return n.parentElement"
        f".matches({built[name].selector!r}) }})(document.createTreeWalker(document.body, 128))"
    )
    assert parent
    assert len(texts(shown, "h2")) == (2 if name == "two-columns" else 1)


# --- Where the article is


def test_rules_for_children_and_neighbours_hold(shown, tmp_path):
    assert show_in(shown, page_of(tmp_path, ONE + TWO), ONE, TWO)
    colours = "[...document.querySelectorAll('.text p')].map(p => getComputedStyle(p).color)"
    assert shown.run(colours) == ["rgb(200, 0, 0)", "rgb(0, 0, 200)"]
    assert texts(shown, ".after") == ["After"]


def test_what_is_typed_is_patched_in_place(shown, tmp_path):
    show_in(shown, page_of(tmp_path, ONE + TWO), ONE, TWO)
    shown.show_rendering(shown.patch(1, 2, ("<p>Changed</p>", "<hr>", "<p>More</p>")))
    assert texts(shown, ".text p") == ["The first paragraph of this post.", "Changed", "More"]
    shown.show_rendering(shown.patch(0, 2, ()))
    assert (
        shown.run("document.querySelector('.text').innerHTML")
        == "<!----><hr><!----><p>More</p><!---->"
    )
    shown.show_rendering(shown.patch(0, 2, ()))
    shown.show_rendering(shown.patch(0, 0, ("<p>Again</p>",)))
    assert texts(shown, ".text p") == ["Again"]


@pytest.mark.parametrize(
    "layout",
    [
        "<h1>A post</h1><p>5 March 2024</p>{}<p>Share</p>",
        "<table><tr><td>Menu<td>{}</table>",
        "<main><div><section><nav>First paragraph</nav>{}</section></div></main>",
        "<p>The first paragraph of this post, in short.</p><article>{}</article>",
        "{}",
    ],
)
def test_the_smallest_element_with_the_article_is_found(shown, tmp_path, layout):
    html = f"<!doctype html><body><div id=page>{layout.format(ONE + TWO)}</div>"
    around = len(layout.format("").replace("</tr>", "").strip())
    assert show_in(shown, page_of(tmp_path, "", html=html), ONE, TWO)
    everything = texts(shown, "#page")[0]
    assert everything.count("paragraph of this post.") == 1
    assert everything.count("comes the second") == 1
    shown.show_rendering(shown.patch(0, 2, ("<p>X</p>",)))
    left = texts(shown, "#page")[0]
    assert "second" not in left
    assert "X" in left
    for word in ("Menu", "Share", "in short", "5 March"):
        assert (word in left) == (word in layout), around


def test_a_list_of_contents_above_the_article_stays(shown, tmp_path):
    heads = [
        f"<h2>Heading {n} about things</h2><p>Text {n} of the part, {n}.</p>" for n in range(5)
    ]
    contents = "".join(f"<li><a href='#'>Heading {n} about things</a></li>" for n in range(5))
    page = page_of(tmp_path, f"<nav><ul>{contents}</ul></nav>" + "".join(heads))
    assert show_in(shown, page, *heads)
    assert shown.run("document.querySelectorAll('nav li').length") == 5
    assert shown.run("document.querySelectorAll('.text h2').length") == 5


def test_a_page_older_than_the_text_shows_nothing_of_its_old_text(shown, tmp_path):
    old = "<p>An old beginning, since rewritten.</p>" + ONE + TWO + "<p>An old end, gone.</p>"
    new = ["<p>Quite another start.</p>", ONE, TWO, "<p>This is how it closes.</p>"]
    assert show_in(shown, page_of(tmp_path, old), *new)
    assert "old" not in texts(shown, "body")[0]
    assert texts(shown, ".after") == ["After"]


def test_a_script_at_the_end_of_the_article_takes_nothing_of_the_page_with_it(shown, tmp_path):
    script = "<script src='https://a.example/a.js'></script>"
    html = f"<!doctype html><body><article>{ONE}{TWO}{script}<p>Tags: none</p></article>"
    assert show_in(shown, page_of(tmp_path, "", html=html), ONE, TWO, script)
    assert texts(shown, "article > p")[-1] == "Tags: none"


def test_an_article_that_is_not_in_the_page_goes_where_themes_have_theirs(shown, tmp_path):
    article = "<article><header><h1>T</h1></header><p>Old.</p></article>"
    html = f"<!doctype html><body>{article}<footer>F</footer>"
    assert show_in(shown, page_of(tmp_path, "", html=html), ONE, TWO)
    assert texts(shown, "article")[0].split("\n")[0] == "T"
    assert "Old" not in texts(shown, "body")[0]


def test_a_page_without_any_place_is_told(shown, tmp_path):
    html = "<!doctype html><body><p>Nothing of it.</p>"
    assert not show_in(shown, page_of(tmp_path, "", html=html), ONE, TWO)
    assert not show_in(shown, page_of(tmp_path, "", html="<frameset><frame src=a></frameset>"), ONE)
    assert not show_in(shown, page_of(tmp_path, "", html=""), ONE)


def test_another_posts_article_makes_place_for_this_one(shown, tmp_path):
    page = page_of(tmp_path, ONE + TWO, is_own=False, article=(ONE, TWO))
    shown.pane.show_header("A new one", "", "en", "2025-12-24")
    assert show_in(shown, page, "<p>Brand new.</p>")
    assert texts(shown, ".text") == ["Brand new."]
    assert texts(shown, "h1") == ["A new one"]
    assert texts(shown, "time") == ["24 December 2025"]


# --- Title and date


def test_title_and_date_change_where_they_stand_and_come_back(shown, tmp_path):
    show_in(shown, page_of(tmp_path, ONE), ONE)
    shown.pane.show_header("Another <b>title</b>", "", "en", "2023-11-02")
    shown.show(ONE)
    assert texts(shown, "h1") == ["Another <b>title</b>"]
    assert texts(shown, "time") == ["2 November 2023"]
    shown.pane.show_header("A post", "", "en", "2024-03-05")
    shown.show(ONE)
    assert (texts(shown, "h1"), texts(shown, "time")) == (["A post"], ["5 March 2024"])


@pytest.mark.parametrize(
    ("language", "written", "other"),
    [
        ("en", "March 5, 2024", "December 24, 2025"),
        ("en", "Posted on Mar 5, 2024 by Ann", "Posted on Dec 24, 2025 by Ann"),
        ("fr", "5 mars 2024", "24 décembre 2025"),
        ("de", "5. März 2024", "24. Dezember 2025"),
        ("fr", "05/03/2024", "24/12/2025"),
        ("en", "03/05/2024", "12/24/2025"),
        ("en", "2024-03-05", "2025-12-24"),
        ("fr", "le 5 MARS 2024", "le 24 décembre 2025"),
    ],
)
def test_a_date_keeps_its_form(shown, tmp_path, language, written, other):
    html = PAGE.format(title="A post", date=written, text=ONE).replace(
        'lang="en"', f'lang="{language}"'
    )
    show_in(shown, page_of(tmp_path, "", html=html), ONE)
    shown.pane.show_header("A post", "", language, "2025-12-24")
    shown.show(ONE)
    found = texts(shown, "time")[0]
    assert found.casefold() == other.casefold()


# --- In step with the source


def test_a_click_tells_the_line_and_beside_the_article_tells_none(shown, tmp_path, qtbot):
    show_in(shown, page_of(tmp_path, ONE + TWO), ONE, TWO)
    with qtbot.waitSignal(shown.pane.line_clicked) as clicked:
        shown.click(".text p:nth-of-type(2)")
    assert clicked.args == [8]
    with qtbot.assertNotEmitted(shown.pane.line_clicked, wait=200):
        shown.click("aside p")


def test_the_page_scrolls_to_a_line(shown, tmp_path):
    blocks = tuple(f"<p>Paragraph {n} of many. {'word ' * 60}</p>" for n in range(60))
    show_in(shown, page_of(tmp_path, "".join(blocks)), *blocks)
    shown.wait_for("document.documentElement.style.visibility !== 'hidden'")
    with shown.scrolling():
        shown.pane.scroll_to(5 + 3 * 30)
    top = shown.run(
        "document.querySelectorAll('.text p')[30].getBoundingClientRect().top / innerHeight"
    )
    assert 0.28 < top < 0.38


@pytest.mark.parametrize(
    "rules",
    [
        "html, body { height: 100%; overflow: hidden } main { height: 100vh; overflow: auto }",
        "main { position: fixed; inset: 0; overflow-y: scroll }",
        "body { display: flex; height: 100vh } main { flex: 1; overflow-y: auto }",
    ],
)
def test_an_article_that_scrolls_in_a_box_scrolls_with_the_source_too(shown, tmp_path, rules):
    blocks = tuple(f"<p>Paragraph {n} of many. {'word ' * 60}</p>" for n in range(60))
    body = f"<nav>Menu</nav><main>{''.join(blocks)}</main>"
    html = f"<!doctype html><style>{rules}</style><body>{body}"
    show_in(shown, page_of(tmp_path, "", html=html), *blocks)
    shown.wait_for("document.documentElement.scrollHeight > 2 * innerHeight")
    with shown.scrolling():
        shown.pane.scroll_to(5 + 3 * 30)
    thirtieth = "document.querySelectorAll('main p')[30]"
    top = shown.run(f"{thirtieth}.getBoundingClientRect().top / innerHeight")
    assert 0.28 < top < 0.38


# --- Sizes


def test_an_article_of_a_megabyte_has_its_place_within_seconds(shown, tmp_path):
    blocks = tuple(f"<p>Paragraph {n} {f'word{n} ' * 60}</p>" for n in range(2_500))
    began = time.monotonic()
    assert sum(map(len, blocks)) > 1_000_000
    assert show_in(shown, page_of(tmp_path, "".join(blocks)), *blocks)
    assert shown.run("document.querySelectorAll('.text p').length") == 2_500
    assert time.monotonic() - began < 60
    began = time.monotonic()
    shown.show_rendering(shown.patch(1_200, 1_201, ("<p>Changed</p>",)))
    assert texts(shown, ".text p:nth-of-type(1201)") == ["Changed"]
