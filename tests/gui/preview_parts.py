"""What the preview's tests share."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage
from pytestqt.qtbot import QtBot

from editor.gui.preview.preview_pane import PreviewPane
from editor.rendering import Patch, Rendering

_WORLD = 1  # where preview.js lives

_STAND_STILL = """(function step(last, frames) {
    window.isStill = frames === 6;
    if (!window.isStill) {
        const here = scrollY;
        requestAnimationFrame(() => step(here, here === last ? frames + 1 : 0));
    }
})(NaN, 0)"""


def lines_of(html: tuple[str, ...]) -> tuple[int, ...]:
    """Each block has two lines and a blank one after them; the first begins on line 5."""
    return tuple(range(5, 5 + 3 * len(html), 3))


def rendering(
    revision: int, base: int, start: int, end: int, html: tuple[str, ...], first_line: int = 5
) -> Rendering:
    """One patch, whose blocks begin on every third line as those of `lines_of` do."""
    patch = Patch(start, end, html, (3,) * len(html))
    return Rendering(revision, base, (patch,), first_line)


class Shown:
    """A preview on the screen, and what a test does with it."""

    def __init__(self, qtbot: QtBot | None = None) -> None:
        """With a `qtbot`, the preview goes with its test."""
        self.qtbot = qtbot
        self.pane = PreviewPane()
        if qtbot:
            qtbot.addWidget(self.pane)
        self.pane.resize(600, 500)
        self.revision = 0
        self._revisions = count(1)
        self.pane.show()

    def close(self) -> None:
        """End it; without a `qtbot`, its owner must."""
        shiboken6.delete(self.pane)

    @property
    def page(self) -> QWebEnginePage:
        return self.pane.findChild(QWebEnginePage)

    def rendering(self, *html: str) -> Rendering:
        """All blocks anew, as the next revision."""
        self.revision = next(self._revisions)
        return rendering(self.revision, -1, 0, 0, html)

    def patch(self, start: int, end: int, html: tuple[str, ...]) -> Rendering:
        """A patch of the revision before."""
        base, self.revision = self.revision, next(self._revisions)
        return rendering(self.revision, base, start, end, html)

    def show(self, *html: str) -> None:
        """Show these blocks, and wait until they are in the page."""
        self.show_rendering(self.rendering(*html))

    def show_rendering(self, rendering: Rendering) -> None:
        """Show `rendering`, and wait until it is in the page."""
        is_it = lambda revision: revision == rendering.revision  # noqa: E731
        with self.qtbot.waitSignal(self.pane.patched, check_params_cb=is_it, timeout=20_000):
            self.pane.show_rendering(rendering)

    def run(self, script: str) -> object:
        """The value of the expression `script` in the editor's world of the page."""
        with self.qtbot.waitCallback() as answer:
            self.page.runJavaScript(f"JSON.stringify({script})", _WORLD, answer)
        return json.loads(answer.args[0]) if answer.args[0] else None

    def wait_for(self, script: str) -> None:
        """Wait until the expression `script` is true."""

        def holds() -> bool:
            return bool(self.run(script))

        self.qtbot.waitUntil(holds)

    @contextmanager
    def scrolling(self) -> Iterator[None]:
        """Wait until the page has scrolled because of what is done inside, and stands still."""
        self.run("(window.start = scrollY)")
        yield
        self.wait_for("scrollY !== start")
        self.run(_STAND_STILL)
        self.wait_for("window.isStill")

    def text(self) -> list[str]:
        """The text of each block in the page."""
        return self.run("[...document.querySelectorAll('post-block')].map(b => b.innerText)")

    def where(self, selector: str) -> QPoint:
        """The middle of the element `selector`, in the view."""
        x, y = self.run(
            f"(r => [r.left + r.width / 2, r.top + r.height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        return QPoint(round(x), round(y))

    def click(self, selector: str) -> None:
        """Click the middle of the element `selector`, as a mouse does."""
        where = self.where(selector)
        QTest.mouseClick(self.pane.focusProxy().focusProxy(), Qt.MouseButton.LeftButton, pos=where)
