"""The thinnest window that could do the work: what the editor's figures are measured against.

A bare `QPlainTextEdit` beside a bare `QWebEngineView`. At each key it replaces the HTML of one
block of the page by a constant, and does nothing else: no Markdown is read.
"""

import json

from PySide6.QtCore import Signal
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

_PATCH = "document.body.children[{}].innerHTML = '<p>constant <b>{}</b></p>'"


class Floor(QWidget):
    """Shows `text` as it is, and `blocks`, the HTML of a page, beside it."""

    loaded = Signal()
    patched = Signal()

    def __init__(self, text: str, blocks: list[str]) -> None:
        super().__init__()
        self.resize(1440, 900)
        self.source = QPlainTextEdit(text)
        self.view = QWebEngineView()
        row = QHBoxLayout(self)
        row.addWidget(self.source)
        row.addWidget(self.view)
        middle = range(len(blocks) // 2, len(blocks))
        self._block = next(n for n in middle if blocks[n].startswith("<p"))
        self._keys = 0
        self.view.loadFinished.connect(lambda _ok: self._fill(blocks))
        self.view.setHtml("<!doctype html><body>")

    def _fill(self, blocks: list[str]) -> None:
        html = "".join(f"<div>{block}</div>" for block in blocks)
        show = f"document.body.children[{self._block}].scrollIntoView({{block: 'center'}})"
        call = f"document.body.innerHTML = {json.dumps(html)}; {show}; 1"
        self.view.page().runJavaScript(call, 0, self._begin)

    def _begin(self, _answer: object) -> None:
        self.source.textChanged.connect(self._patch)
        self.loaded.emit()

    def _patch(self) -> None:
        self._keys += 1
        call = f"{_PATCH.format(self._block, self._keys)}; 1"
        self.view.page().runJavaScript(call, 0, lambda _answer: self.patched.emit())
