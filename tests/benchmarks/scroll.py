"""How far apart the two panes are after scrolling one of them, in lines of the other.

    python -m tests.benchmarks.scroll [--posts N] [FILE …]

Takes posts of the corpus with images, tables and code. For source lines whose words are found once
in the page, one pane is brought there, and the other's words are looked for where they are drawn:
they should be as high as in the first, at a third of the pane. Lines that lie too near to either
end to get there are left out.
"""

import argparse
import json
import os
import random
import re
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from editor.gui.app import Program
from editor.gui.main_window import MainWindow
from editor.gui.preview.preparing import prepare_before_application
from editor.settings import Settings
from tests.benchmarks.key_to_page import wait_for
from tests.conftest import CORPUS

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_LINES_OF_A_POST = 25
_LINE = 26  # pixels of a line of the article's text
_PLAIN = re.compile(r"[ >*+#.\d-]*((?:[^\W\d_]+['’,]? ?){3,})")
_WHERE = """
(() => {
  const words = %s, main = document.querySelector("main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.data.replace(/\\s/g, " ");
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      found.push([walker.currentNode, at]);
  }
  if (found.length !== 1) return JSON.stringify(null);
  const range = document.createRange();
  range.setStart(found[0][0], found[0][1]);
  range.setEnd(found[0][0], found[0][1] + 1);
  const limit = document.documentElement.scrollHeight - innerHeight;
  return JSON.stringify([range.getBoundingClientRect().top, scrollY, limit, innerHeight]);
})()
"""


def main() -> int:
    """Measure, and print a line for each post."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--posts", type=int, default=10)
    options = parser.parse_args()
    prepare_before_application()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    program = Program(app, Settings(), Path(os.devnull) / "none")
    window = program.open_window()
    window.resize(1440, 900)
    window.show()
    for path in options.files or _rich_posts(options.posts):
        window.open_path(path)
        wait_for(window.preview.patched)
        _settle()
        lines = _lines_to_look_for(window)
        there = [error for line, words in lines if (error := _of_page(window, line, words))]
        back = [error for line, words in lines if (error := _of_source(window, line, words))]
        _say(f"{path.name}: page {_words(there)}; source {_words(back)}")
    window.leave()
    return 0


def _rich_posts(count: int) -> list[Path]:
    """Posts with images, tables or fenced code, the richest first."""
    found = []
    for path in sorted((CORPUS / "posts").rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        kinds = ("![" in text) + ("```" in text or "{% highlight" in text) + ("\n|" in text)
        if 5_000 < len(text) < 60_000:
            found.append((-kinds, path))
    return [path for _, path in sorted(found)[:count]]


def _lines_to_look_for(window: MainWindow) -> list[tuple[int, str]]:
    """Lines of the source, each with words of it that the page can be searched for."""
    document = window.posts.current
    lines = document.text.split("\n")
    body = range(document.head_lines, len(lines))
    found = []
    for number in random.Random(1).sample(body, len(body)):
        words = _PLAIN.match(lines[number])
        if words and document.text.count(words[1].strip()) == 1:
            found.append((number, words[1].strip()))
    return found[:_LINES_OF_A_POST]


def _of_page(window: MainWindow, line: int, words: str) -> float | None:
    """By how many lines the page misses what it was told to show; None where it cannot be told."""
    window.preview.scroll_to(line)
    _settle()
    place, before = _where(window, words), None
    while place != before:  # it glides
        _settle()
        place, before = _where(window, words), place
    if place is None:
        return None
    top, scrolled, limit, height = place
    return None if scrolled in (0, limit) else abs(top - height / 3) / _LINE + 1e-9


def _of_source(window: MainWindow, line: int, words: str) -> float | None:
    """By how many lines the source misses what the writer scrolled the page to."""
    place = _where(window, words)
    if place is None:
        return None
    top, scrolled, limit, height = place
    wanted = round(scrolled + top - height / 3)
    if not height / 3 < wanted < limit - height * 2 / 3:  # nearer to an end, the focus moves there
        return None
    view = window.preview.findChild(QWebEngineView)
    told: list[float] = []
    window.preview.scrolled_to.connect(told.append)
    view.page().runJavaScript(
        f"document.dispatchEvent(new Event('pointerdown')); scrollTo({{top: {wanted},"
        " behavior: 'instant'})",
        _WORLD,
    )
    _settle()
    window.preview.scrolled_to.disconnect(told.append)
    if not told:
        return None
    window.source.in_view.scroll_to(told[-1])
    block = window.source.document().findBlockByNumber(line)
    y = window.source.blockBoundingGeometry(block).translated(window.source.contentOffset()).top()
    row = window.source.fontMetrics().lineSpacing()
    bar = window.source.verticalScrollBar()
    if bar.value() in (0, bar.maximum()):
        return None
    return abs(y - window.source.viewport().height() / 3) / row + 1e-9


def _where(window: MainWindow, words: str) -> list[float] | None:
    """Where `words` are in the page: top, scrolled, limit, height, in pixels; None: not once."""
    answers: list[object] = []
    loop = QEventLoop()

    def take(answer: object) -> None:
        answers.append(answer)
        loop.quit()

    view = window.preview.findChild(QWebEngineView)
    view.page().runJavaScript(_WHERE % json.dumps(words), _WORLD, take)
    loop.exec()
    place = json.loads(str(answers[0]))
    return place if isinstance(place, list) else None


def _settle() -> None:
    """Let scrolling end."""
    until = time.perf_counter() + 0.3
    while time.perf_counter() < until:
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def _words(errors: list[float]) -> str:
    if not errors:
        return "no lines"
    return f"{len(errors)} lines, median {statistics.median(errors):.1f}, worst {max(errors):.1f}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
