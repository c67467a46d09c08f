# ruff: noqa: E501 - pages as they are written
"""What a hostile built page does to the preview: nothing.

Each is shown as the preview shows it, and once more without the part of the script that makes a
page harmless, so that no promise hangs on that alone.
"""

import json
import re
import socket
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from editor.site_page.model import SitePage
from tests.gui.preview_parts import Shown

SNIPPETS = Path(__file__).parent.parent / "fixtures" / "preview" / "hostile.html"
MARK = "document.documentElement.dataset.acted=1"
SHELL = "post://site/2024/__preview__"
ARTICLE = "<p>The article of this post, which must be found.</p>"
HEADS = {
    "scripts": "<script>MARK</script><script src='{web}/a.js'></script><script src='/a.js'></script>",
    "refresh": "<meta http-equiv=refresh content='0;url={web}/'>",
    "refresh to a file": "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>",
    "preconnect": "<link rel=preconnect href={web}><link rel=dns-prefetch href={web}>",
    "preload": "<link rel=preload as=image href={web}/a.png><link rel=prefetch href={web}/>",
    "a preload that becomes a sheet": "<link rel=preload as=style href={web}/a.css onload=MARK>",
    "modules": "<link rel=modulepreload href={web}/a.js><script type=module>MARK</script>",
    "a sheet elsewhere": "<link rel=stylesheet href={web}/a.css><link rel=stylesheet href=//x/a>",
    "a sheet that acts when it fails": "<link rel=stylesheet href=/none.css onerror=MARK>",
    "a sheet of a file": "<link rel=stylesheet href=file://{secret}>",
    "a sheet of data": "<link rel=stylesheet href='data:text/css,@import%20\"{web}/b.css\"'>",
    "icons": "<link rel=icon href={web}/i.ico><link rel=manifest href={web}/m>",
    "imports": "<style>@import '{web}/a.css'; @import url({web}/b.css);</style>",
    "addresses in rules": "<style>body {{ background: url({web}/a.png); cursor: url({web}/c.cur), auto }}"
    "@font-face {{ font-family: E; src: url({web}/e.woff) }} p {{ font-family: E }}</style>",
    "a served sheet": "<link rel=stylesheet href=/evil.css>",
    "a base": "<base href='{web}/'><img src=a.png>",
    "a base of scripts": "<base href='javascript:MARK//'><img src=a.png>",
    "a policy": "<meta http-equiv=Content-Security-Policy content=\"script-src * 'unsafe-inline'\">",
    "a policy that hides the canary": '<meta http-equiv=Content-Security-Policy content="img-src *">',
}
BODIES = {
    "handlers": "<body onload=MARK onpageshow=MARK background={web}/a.png>{article}",
    "an html that acts": "<html onclick=MARK onload=MARK><body onscroll=MARK>{article}",
    "frames": "<body><iframe src={web}></iframe><iframe srcdoc='<script>MARK</script>'></iframe>"
    "<object data={web}></object><embed src={web}>{article}",
    "a form": "<body><form action={web} id=f><input name=a autofocus onfocus=MARK>"
    "<button id=click formaction={web}>x</button></form>{article}",
    "a form around all": "<body><form action={web}><button id=click>x</button>{article}</form>",
    "a form that hides methods": "<body><form><input name=remove><input name=querySelectorAll>"
    "<input name=attributes><input name=childNodes></form>{article}",
    "images that hide the document's methods": "<body><img name=createComment><img name=head>"
    "<img name=createElement><img name=body><img name=documentElement>{article}",
    "vectors": "<body><svg onload=MARK><script>MARK</script><image href={web}/a.png />"
    "<use href='{web}/a.svg#a' /><a href='javascript:MARK'><text id=click>x</text></a></svg>{article}",
    "a link that runs": "<body><a id=click href='javascript:MARK'>x</a>{article}",
    "a link to a file": "<body><a id=click href='file:///etc/passwd'>x</a>{article}",
    "a download": "<body><a id=click download href='/evil.css' ping={web}>x</a>{article}",
    "a window": "<body><a id=click target=_blank href='/other/'>x</a>{article}",
    "media": "<body><video autoplay src={web}/v.mp4 poster={web}/p.png></video>"
    "<audio src={web}/a.mp3 autoplay></audio><img srcset='{web}/a.png 1x, {web}/b.png 2x'>{article}",
    "styles in the body": "<body><link rel=stylesheet href={web}/x.css>"
    "<style>p {{ background: url({web}/p.png) }}</style><p style='background:url({web}/q.png)'>{article}",
    "templates": "<body><template shadowrootmode=open><script>MARK</script></template>"
    "<noscript><img src={web}/n.png></noscript>{article}",
    "an article that acts": "<body><div>{article}<img src=x onerror=MARK></div>",
    "frame sets": "<frameset onload=MARK><frame src={web}></frameset>",
    "namespaces": "<body><math><mtext><table><mglyph><style><!--</style><img title='--&gt;"
    "&lt;img src=1 onerror=MARK&gt;'></table></math>{article}",
    "secrets": "<body><img src='file://{secret}'><img src='/../secret.png'><img src=/link.png>"
    "<img src='/%2e%2e/secret.png'><link rel=stylesheet href='/..%2fsecret.css'>{article}",
}


@pytest.fixture(scope="module")
def web():
    """A web server's socket. No connection may ever wait at it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening
        assert_never_called(listening)


def assert_never_called(web: socket.socket) -> None:
    with pytest.raises(BlockingIOError):
        web.accept()


@pytest.fixture(scope="module")
def site(tmp_path_factory, web) -> Path:
    root = tmp_path_factory.mktemp("blog") / "site"
    (root / "_posts").mkdir(parents=True)
    built = root / "_site"
    built.mkdir()
    for name in ("secret.png", "secret.css"):
        (root.parent / name).write_bytes(b"secret")
    (built / "link.png").symlink_to(root.parent / "secret.png")
    at = address(web)
    (built / "evil.css").write_text(
        f"@import '{at}/i.css'; @import url(post://site/../../secret.css);"
        f"body {{ background: url({at}/b.png) }} p::after {{ content: url({at}/c.png) }}"
        f"@font-face {{ font-family: E; src: url({at}/e.woff) }} p {{ font-family: E }}"
    )
    return root


def address(web: socket.socket) -> str:
    return f"http://127.0.0.1:{web.getsockname()[1]}"


@pytest.fixture(scope="module")
def one_preview(qapp, site):  # noqa: ARG001 - there must be an application
    shown = Shown()
    shown.pane.set_place(site, site / "_posts")
    yield shown
    shown.close()


@pytest.fixture
def shown(one_preview, qtbot):
    one_preview.qtbot = qtbot
    return one_preview


def snippets() -> dict[str, str]:
    parts = re.split(r"^=== (.*)\n", SNIPPETS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        name: f"<!doctype html><body>{snippet}<div>{ARTICLE}</div>"
        for name, snippet in zip(parts[1::2], parts[2::2], strict=True)
    }


PAGES = {
    **{
        f"in the head: {name}": f"<!doctype html><head>{head}</head><body>{{article}}"
        for name, head in HEADS.items()
    },
    **{f"in the body: {name}": f"<!doctype html>{body}" for name, body in BODIES.items()},
}


def hostile(web: socket.socket, site: Path, page: str) -> str:
    page = page.replace("{{", "{").replace("}}", "}").replace("{article}", ARTICLE)
    page = page.replace("{web}", address(web)).replace("MARK", MARK)
    return page.replace("{secret}", str(site.parent / "secret.png"))


def show(shown: Shown, site: Path, html: str) -> bool:
    root = site / "_site"
    page = SitePage(
        html, root / "a.html", root, "/2024/", root / "a.md", "T", date(2024, 1, 1), is_own=True
    )
    shown.pane.show_in(None)
    shown.show(ARTICLE)
    with shown.qtbot.waitSignal(shown.pane.placed, timeout=20_000) as placed:
        shown.pane.show_in(page)
    return bool(placed.args[1])


def settle(shown: Shown) -> None:
    shown.wait_for("[...document.images].every(image => image.complete)")
    shown.run("requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = true }))")
    shown.wait_for("window.drawn")
    shown.run("(delete window.drawn)")


def assert_nothing_happened(shown: Shown, web: socket.socket, opened: list[object]) -> None:
    assert shown.run("document.documentElement.dataset.acted ?? ''") == ""
    assert shown.run("location.href") == SHELL
    assert shown.run("window.length") == 0
    assert not shown.run(
        "[...document.images].some(i => i.naturalWidth && /secret|link/.test(i.src))"
    )
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [shown.pane]
    assert not opened
    assert_never_called(web)


@pytest.mark.parametrize("name", {**PAGES, **snippets()})
def test_a_hostile_page_does_nothing(shown, web, site, monkeypatch, name):
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    html = hostile(web, site, {**PAGES, **snippets()}[name])
    placed = show(shown, site, html)
    assert placed or name in ("in the body: frame sets", "markup that is not closed")
    settle(shown)
    if shown.run("!!document.querySelector('#click')"):
        shown.click("#click")
        settle(shown)
    assert_nothing_happened(shown, web, opened)


def test_what_acts_is_taken_out_before_the_page_lives(shown, web, site):
    everything = "".join(
        [
            *HEADS.values(),
            *(part.partition("{article}")[0] for part in BODIES.values() if "frameset" not in part),
        ]
    )
    assert show(
        shown, site, hostile(web, site, f"<!doctype html>{everything}<div>{{article}}</div>")
    )
    bad = (
        "script, iframe, frame, object, embed, meta:not([charset]), base, noscript, template, form"
    )
    assert shown.run(f"[...document.querySelectorAll(':is({bad})')].map(e => e.tagName)") == []
    links = shown.run("[...document.querySelectorAll('link')].map(e => [e.rel, e.href])")
    assert all(rel == "stylesheet" and href.startswith("post://site/") for rel, href in links)
    assert links
    attributes = shown.run(
        "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
    )
    forbidden = {"srcdoc", "ping", "formaction", "download", "autofocus", "target"}
    assert not {name for name in attributes if name.startswith("on") or name in forbidden}


@pytest.mark.parametrize("name", HEADS)
def test_the_walls_hold_without_the_script_that_makes_pages_harmless(
    shown, web, site, monkeypatch, name
):
    """Put into the live page as it is, save what only that script, or no resolver, keeps out."""
    if name == "preconnect":
        pytest.skip("a socket is opened before any policy is asked; the script takes it out")
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    show(shown, site, hostile(web, site, "<!doctype html><body><div>{article}</div>"))
    head = hostile(web, site, HEADS[name])
    made = f"document.createRange().createContextualFragment({json.dumps(head)})"
    shown.run(f"document.head.append({made})")
    settle(shown)
    assert_nothing_happened(shown, web, opened)


def test_a_style_sheet_of_the_source_is_not_served(shown, site):
    (site / "own.css").write_text("p { color: rgb(1, 2, 3) }")
    page = f"<!doctype html><link rel=stylesheet href=/own.css><div>{ARTICLE}</div>"
    assert show(shown, site, page)
    shown.wait_for("document.documentElement.style.visibility !== 'hidden'")
    assert shown.run("getComputedStyle(document.querySelector('div p')).color") != "rgb(1, 2, 3)"


def test_by_itself_the_article_gets_no_style_sheet(shown):
    shown.pane.show_in(None)
    shown.show(ARTICLE)
    shown.run(
        "(l => { l.rel = 'stylesheet'; l.href = '/_site/evil.css'; l.onerror = () => "
        "{ window.isRefused = true }; document.head.append(l) })(document.createElement('link'))"
    )
    shown.wait_for("window.isRefused")
