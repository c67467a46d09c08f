"""Pages that stand alone: what is in them, what is named instead, and that nothing in them acts."""

import base64
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from editor.export.mail import mail_html
from editor.export.media_bytes import Shelf
from editor.export.page import Header, Look, Paper, Size, lone_page, simple_page
from editor.export.rendered import Source, embedded
from editor.export.standing_alone import Images, standing_alone
from editor.export.tags import Tag, plain_text, tokens
from editor.export.writing import OverPostError, write
from editor.site import find_site


@pytest.fixture
def post(tmp_path) -> Path:
    (tmp_path / "_config.yml").write_text("url: https://blog.example.org\nbaseurl: /b\n")
    (tmp_path / "assets").mkdir()
    Image.new("RGB", (4, 3), "red").save(tmp_path / "assets" / "a b.png")
    (tmp_path / "_posts").mkdir()
    path = tmp_path / "_posts" / "2024-01-02-a.md"
    path.write_text("---\ntitle: A\n---\n")
    return path


def alone(post, html, images=Images.EMBEDDED):
    source = Source.of(post.read_text(), post)
    return embedded(source, html, images)


def data_of(post):
    content = (post.parent.parent / "assets" / "a b.png").read_bytes()
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


@pytest.mark.parametrize(
    "address",
    [
        "/assets/a%20b.png",
        "/assets/a b.png",
        "../assets/a%20b.png?v=2#x",
        "/b/assets/a b.png",
        "https://blog.example.org/b/assets/a%20b.png",
        "//BLOG.example.org/assets/a%20b.png",
    ],
)
def test_an_image_is_embedded_however_it_is_named(post, address):
    article = alone(post, f'<p><img alt="x" src="{address}"></p>')
    assert article.html == f'<p><img alt="x" src="{data_of(post)}"></p>'
    assert not article.missing


@pytest.mark.parametrize("address", ["/assets/none.png", "/etc/passwd", "file:///etc/passwd", "?"])
def test_an_image_that_is_not_there_is_named_in_its_place(post, address):
    article = alone(post, f'<p>a<img src="{address}">b</p>')
    assert article.missing == (address,)
    assert f"Image not found: <code>{address}</code>" in article.html
    assert "<img" not in article.html


def test_an_image_of_another_site_stays_or_is_named_as_one_wants(post):
    html = '<img src="https://other.example/a.png">'
    assert alone(post, html).html == html
    assert alone(post, html).remote == ("https://other.example/a.png",)
    assert "<b>other.example</b>" in alone(post, html, Images.EMBEDDED_ALONE).html
    assert alone(post, html, Images.NONE).html == ""


def test_a_large_picture_is_made_smaller(post):
    large = post.parent.parent / "assets" / "large.png"
    Image.effect_noise((2400, 1800), 90).save(large)
    article = alone(post, '<img src="/assets/large.png">')
    encoded = article.html.partition("base64,")[2].rstrip('">')
    made = post.parent / "made.png"
    made.write_bytes(base64.b64decode(encoded))
    with Image.open(made) as image:
        assert image.size == (1600, 1200)
    assert made.stat().st_size < large.stat().st_size


def test_what_is_too_large_is_named(post, monkeypatch):
    monkeypatch.setattr("editor.export.media_bytes.LARGEST", 10)
    article = alone(post, '<img src="/assets/a b.png">')
    assert article.too_large == ("/assets/a b.png",)


def test_a_picture_that_stands_twice_counts_once(post, monkeypatch):
    size = (post.parent.parent / "assets" / "a b.png").stat().st_size
    monkeypatch.setattr("editor.export.standing_alone.MOST", size)
    article = alone(post, '<img src="/assets/a b.png"><img src="/assets/a b.png?1">')
    assert article.html.count("data:") == 2
    assert not article.too_large


def test_a_link_into_the_site_leads_there_from_anywhere(post):
    html = '<a href="/2024/x/">x</a> <a href="#here">y</a> <a href="https://a.example/">z</a>'
    assert alone(post, html).html == html.replace("/2024", "https://blog.example.org/b/2024")


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT src=x></SCRIPT >",
    "<script>alert(1)",
    '<img src=x onerror="alert(1)">',
    "<img src=x onerror=alert(1)//",
    '<svg/onload=alert(1)><a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<meta http-equiv="refresh" content="0;url=//a.example"><base href="//a.example">',
    '<link rel="stylesheet" href="//a.example/x.css">',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x',
    "<p <script>alert(1)</script>",
    "<!-- <script>alert(1)</script> --><!--><img src=x onerror=alert(1)>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_of_an_article_acts(post, html):
    seen = Acting()
    seen.feed(alone(post, html).html)
    seen.close()
    assert not seen.found


class Acting(HTMLParser):
    """Finds what would act in a browser."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "iframe", "object", "embed", "meta", "base", "link"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or "script:" in "".join((value or "").split()):
                self.found.append((tag, name))


def test_an_embedded_film_becomes_a_link(post):
    article = alone(post, '<iframe src="https://www.youtube.com/embed/x"></iframe><p>after</p>')
    assert '<a class="stand-in" href="https://www.youtube.com/embed/x">' in article.html
    assert article.html.endswith("<p>after</p>")


@given(st.text(alphabet="<>/ab=\"'! -\n&;"))
def test_html_read_and_written_reads_the_same(html):
    def written(html):
        pieces = tokens(html)
        return "".join(p.source + (p.content if isinstance(p, Tag) else "") for p in pieces)

    assert written(written(html)) == written(html)
    if "<" not in html:
        assert written(html) == html


def test_a_script_whose_end_tag_has_no_end_hides_no_more_than_in_a_browser(post):
    html = "<script src=x></script\n\na <b class=c>d</b><script></script>"
    assert alone(post, html).html == "d</b>"


@pytest.mark.parametrize(
    "start", ["<a ", "<", "<a b='", '<a b="x', "<!--", "<a b=", "</", "<a   ", "<script>"]
)
def test_broken_html_takes_time_by_its_length_alone(start):
    began = time.perf_counter()
    list(tokens(start * 100_000))
    assert time.perf_counter() - began < 20  # a square of it would take hours


def test_a_page_holds_title_date_tags_and_the_look():
    header = Header("<i> & é", "2024-01-02 · a, b")
    page = lone_page(header, "<p>x</p>\n", Look.DARK, "fr")
    assert page.startswith('<!DOCTYPE html>\n<html class="dark" lang="fr">\n')
    assert "<title>&lt;i&gt; &amp; é</title>" in page
    assert '<h1 id="title">&lt;i&gt; &amp; é</h1>' in page
    assert '<p id="meta">2024-01-02 · a, b</p>' in page
    assert "Content-Security-Policy" in page
    assert "<style>" not in lone_page(header, "", Look.PLAIN)
    assert "<style>" in simple_page("", "")


def test_a_page_for_paper_has_its_size_margins_and_numbers():
    page = lone_page(Header(), "", paper=Paper(Size.LETTER, 15, has_addresses=True))
    assert "@page { size: Letter; margin: 15mm; @bottom-center" in page
    assert '<html class="light addresses">' in page
    assert "counter" not in lone_page(Header(), "", paper=Paper(has_numbers=False))


def test_an_e_mail_has_its_styles_in_its_tags_and_no_others():
    html = '<h2 id="x" class="y">A</h2><div class="highlight"><pre><code><span class="k">if</span>'
    mail = mail_html(Header("T"), html + "</code></pre></div><style>p{}</style><p style='a: b'>é")
    assert "class=" not in mail
    assert "<style" not in mail
    assert '<span style="color: #A90D91">if</span>' in mail
    assert 'a: b">é' in mail
    assert "<code>" in mail
    assert ">T</h1>" in mail


def test_the_boxes_of_tasks_are_signs_in_an_e_mail():
    html = '<li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li>'
    assert "☑  a" in mail_html(Header(), html)
    assert "☐  b" in mail_html(Header(), html)


def test_the_plain_text_of_an_article_is_what_one_reads():
    html = "<h2>A &amp; b</h2>\n<p>c <em>d</em>\ne f</p>\n<ul>\n<li>g</li>\n<li>h</li>\n</ul>"
    assert plain_text(html) == "A & b\n\nc d e f\n\n- g\n- h"
    assert plain_text("<pre>a\n    b</pre><p><img alt='c'></p>") == "a\n    b\n\nc"


def test_a_page_is_written_whole_or_not_at_all(tmp_path):
    target, post = tmp_path / "a.html", tmp_path / "post.html"
    post.write_text("the post")
    write(target, b"new", post)
    assert target.read_bytes() == b"new"
    with pytest.raises(OverPostError):
        write(post, b"page", post)
    assert post.read_text() == "the post"
    with pytest.raises(OSError, match="No such file") as raised:
        write(tmp_path / "none" / "a.html", b"x")
    assert raised.value.filename == str(tmp_path / "none" / "a.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "post.html"]


def test_a_post_without_a_file_has_no_images():
    shelf = Shelf.of(find_site(None, ""), None, {})
    article = standing_alone('<img src="/a.png"><p>x</p>', shelf)
    assert article.missing == ("/a.png",)
