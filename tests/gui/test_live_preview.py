"""The live preview: edits travel alone, and what is shown is the whole in the end."""

import pytest
from PySide6.QtCore import QObject, Signal

from editor.edits import Edit, apply
from editor.gui.preview.live_preview import LivePreview
from editor.gui.preview.preview_article import Article
from editor.render_process import RenderProcess
from editor.rendering import RenderRequest
from editor.rendering.renderer import Renderer
from editor.site import Site

pytestmark = pytest.mark.usefixtures("qapp")

SITE = Site(None, "jekyll")
LONG = "".join(f"Paragraph *{number}* of a long post.\n\n" for number in range(3_000))


class Page(QObject):
    """Takes renderings as the preview does."""

    resync_needed = Signal()

    def __init__(self):
        super().__init__()
        self.article = Article()

    def show_rendering(self, rendering):
        article = self.article.patched(rendering)
        if article is None:
            self.resync_needed.emit()
        else:
            self.article = article


@pytest.fixture
def page():
    return Page()


@pytest.fixture
def live(page):
    preview = LivePreview(page)
    yield preview
    preview.stop()


@pytest.fixture
def asked(monkeypatch):
    """Whether each request to the child had the whole text."""
    wholes = []
    render = RenderProcess.render

    def watched(self, request, base):
        wholes.append(request.text is not None)
        return render(self, request, base)

    monkeypatch.setattr(RenderProcess, "render", watched)
    return wholes


def whole(text):
    request = RenderRequest(0, text, "jekyll", is_shown=True)
    return Renderer().render(request, base=-1).html


def test_only_the_edit_of_a_text_is_sent(qtbot, live, page, asked):
    text = "One.\n\nTwo[^a].\n\n[^a]: A note.\n"
    live.show_text(text, SITE, None)
    qtbot.waitUntil(lambda: page.article.blocks == whole(text))
    for place in (3, 8, 20):
        edit = Edit(place, place, "x *y* ")
        text = apply(text, [edit])
        live.show_text(text, SITE, None, edit=edit)
    qtbot.waitUntil(lambda: page.article.blocks == whole(text))
    assert asked[0]
    assert not any(asked[1:])


def test_another_text_is_sent_whole(qtbot, live, page, asked):
    for text in ("One.\n", "Two.\n"):
        live.show_text(text, SITE, None)
        qtbot.waitUntil(lambda: page.article.blocks == whole(text))  # noqa: B023
    assert asked == [True, True]


def test_a_long_text_is_shown_around_the_caret_first_and_whole_in_the_end(qtbot, live, page):
    with qtbot.waitSignal(live.shown) as first:
        live.show_text(LONG, SITE, None, line=3_000)
    assert not first.args[0].is_complete
    assert any("<em>1500</em>" in block for block in page.article.blocks)
    qtbot.waitUntil(lambda: page.article.blocks == whole(LONG), timeout=15_000)


def test_typing_goes_on_while_the_rest_of_a_long_text_follows(qtbot, live, page, asked):
    text = LONG
    live.show_text(text, SITE, None, line=3_000)
    for number in range(20):
        at = text.index("*1500*")
        edit = Edit(at, at, f"{number} ")
        text = apply(text, [edit])
        with qtbot.waitSignal(live.shown):
            live.show_text(text, SITE, None, line=3_000, edit=edit)
    qtbot.waitUntil(lambda: page.article.blocks == whole(text), timeout=15_000)
    assert asked.count(True) == 1


def test_a_page_that_lost_its_place_gets_everything_again(qtbot, live, page, asked):
    live.show_text("One.\n", SITE, None)
    qtbot.waitUntil(lambda: page.article.blocks == whole("One.\n"))
    page.article = Article()
    live.show_text("One.x\n", SITE, None, edit=Edit(4, 4, "x"))
    qtbot.waitUntil(lambda: page.article.blocks == whole("One.x\n"))
    assert asked.count(True) == 1


def test_what_is_shown_of_a_long_text_is_not_sent_again_with_the_rest(qtbot, live, page):
    sent = []
    live.shown.connect(lambda one: sent.extend(len(patch.html) for patch in one.patches))
    live.show_text(LONG, SITE, None, line=3_000)
    qtbot.waitUntil(lambda: page.article.blocks == whole(LONG), timeout=15_000)
    assert len(sent) > 3
    assert sum(sent) == len(page.article.blocks)
