"""What a hostile post does to the preview: nothing.

Each snippet is shown twice: as the preview shows it, and put into the page as it is, past the
script that makes HTML harmless. So no promise hangs on that script alone.
"""

import json
import re
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from editor.gui.preview.preview_profile import OnlyTheSite
from tests.gui.preview_parts import Shown

SNIPPETS = Path(__file__).parent.parent / "fixtures" / "preview" / "hostile.html"
MARK = "document.documentElement.dataset.acted=1"
SHELL = "post://site/_posts/__preview__"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20' {}</svg>"


def snippets() -> dict[str, str]:
    parts = re.split(r"^=== (.*)\n", SNIPPETS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


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


def address(web: socket.socket) -> str:
    return f"http://127.0.0.1:{web.getsockname()[1]}"


@pytest.fixture(scope="module")
def site(tmp_path_factory, web) -> Path:
    root = tmp_path_factory.mktemp("blog") / "site"
    (root / "_posts").mkdir(parents=True)
    (root.parent / "secret.png").write_bytes(b"secret")
    (root / "link.png").symlink_to(root.parent / "secret.png")
    evil = f"onload='{MARK}'><script>{MARK}</script><image href='{address(web)}/a.png'/>"
    (root / "evil.svg").write_text(SVG.format(evil))
    return root


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


def settle(shown: Shown) -> None:
    """Wait until what was shown had its chance: each image has come or failed, two frames drawn."""
    shown.wait_for("[...document.images].every(image => image.complete)")
    shown.run("requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = true }))")
    shown.wait_for("window.drawn")
    shown.run("(delete window.drawn)")


@pytest.mark.parametrize("way", ["as shown", "as it is"])
@pytest.mark.parametrize("name", snippets())
def test_a_hostile_snippet_does_nothing(shown, web, site, monkeypatch, name, way):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    snippet = snippets()[name].replace("{web}", address(web)).replace("MARK", MARK)
    snippet = snippet.replace("{secret}", str(site.parent / "secret.png"))
    shown.show("<p>before</p>", snippet, "<p>after</p>")
    if way == "as it is":
        # As a fragment, scripts in it would run; innerHTML alone would not let them.
        shown.run(
            "document.querySelectorAll('post-block')[1].replaceChildren("
            f"document.createRange().createContextualFragment({json.dumps(snippet)}))"
        )
    settle(shown)
    if 'id="click"' in snippet and shown.run("!!document.querySelector('#click')"):
        shown.click("#click")
        settle(shown)

    assert shown.run("document.documentElement.dataset.acted ?? ''") == ""
    assert shown.run("location.href") == SHELL
    assert shown.run("window.length") == 0 or way == "as it is"  # frames
    assert not shown.run("[...document.images].some(i => i.naturalWidth && /secret/.test(i.src))")
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert windows == [shown.pane]
    assert not opened
    assert_never_called(web)
    shown.show("<p>still</p>", "<p>here</p>")
    assert shown.text() == ["still", "here"]


def test_what_acts_is_taken_out_before_the_page_gets_it(shown):
    everything = "".join(snippets().values())
    shown.show(everything)
    bad = "script, iframe, frame, object, embed, link, meta, base, noscript, template, portal, form"
    assert shown.run(f"[...document.querySelectorAll('main :is({bad})')].map(e => e.tagName)") == []
    attributes = shown.run(
        "[...document.querySelectorAll('main *')].flatMap(e => e.getAttributeNames())"
    )
    forbidden = {"srcdoc", "ping", "formaction", "download", "autofocus", "target"}
    assert not {name for name in attributes if name.startswith("on") or name in forbidden}


def test_an_svg_image_is_shown_without_what_it_would_do(shown, web):
    shown.show('<img src="/evil.svg">')
    shown.wait_for("document.querySelector('main img').naturalWidth === 20")
    assert shown.run("document.documentElement.dataset.acted ?? ''") == ""
    assert_never_called(web)


class Request:
    """A request as Qt shows it to the interceptor; one without a URL raises when asked for it."""

    def __init__(self, url: str | None) -> None:
        self.url, self.is_blocked = url, False

    def requestUrl(self) -> QUrl:
        if self.url is None:
            raise RuntimeError("on purpose")
        return QUrl(self.url)

    def block(self, on: bool) -> None:
        self.is_blocked = on


@pytest.mark.parametrize("url", ["http://a/", "file:///etc/passwd", "qrc:/x", "blob:x", "", None])
def test_no_other_scheme_passes_the_interceptor_and_neither_does_a_failure(url):
    request = Request(url)
    OnlyTheSite().interceptRequest(request)
    assert request.is_blocked


@pytest.mark.parametrize("url", ["post://site/a.png", "data:image/gif;base64,x"])
def test_the_site_and_data_pass_the_interceptor(url):
    request = Request(url)
    OnlyTheSite().interceptRequest(request)
    assert not request.is_blocked
