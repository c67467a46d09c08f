"""What the site's build stops at or leaves out, said below the preview: a word, not a nag."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from editor.generators.build_warning import BuildWarning

translate = QCoreApplication.translate

_PATIENCE = 1_200  # milliseconds: half a tag is no mistake while it is typed


class BuildWarnings(QFrame):
    """Shows the gravest of the warnings that it is told, and leads to its line.

    It waits until they stay the same for a while; waved off, it says the same no more.
    """

    line_chosen = Signal(int)  # the file's line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._told: tuple[BuildWarning, ...] = ()
        self._waved_off: frozenset[tuple[str, str]] = frozenset()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._go = QPushButton(self.tr("Go to line"))
        self._go.clicked.connect(self._choose)
        close = QToolButton(autoRaise=True)
        close.setObjectName("dismiss")
        close.setText("×")
        close.setAccessibleName(self.tr("Close this message"))
        close.setToolTip(close.accessibleName())
        close.clicked.connect(self._wave_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._go)
        row.addWidget(close)
        self._wait = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._wait.timeout.connect(self._say)
        self.hide()

    def show_warnings(self, warnings: "Sequence[BuildWarning]") -> None:
        """Say `warnings`, those of the post that is shown, by the lines of its file."""
        told = tuple(sorted(warnings, key=lambda one: (not one.fails, one.line)))
        moved, changed = told != self._told, _facts(told) != _facts(self._told)
        self._told = told
        if not changed:
            if moved and not self.isHidden():
                self._say()
        elif _facts(told) <= self._waved_off:
            self._wait.stop()
            self.hide()
        else:
            self._wait.start()

    def forget(self) -> None:
        """Another post is shown: what was waved off may be said of it."""
        self._waved_off = frozenset()

    @property
    def text(self) -> str:
        """What is being said, or ""."""
        return "" if self.isHidden() else self._text.text()

    @Slot()
    def _say(self) -> None:
        text = sentence(self._told)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._go.setVisible(bool(self._told) and self._told[0].line >= 0)
        level = "warning" if self._told and self._told[0].fails else "notice"
        if self.property("level") != level:
            self.setProperty("level", level)
            self.style().polish(self)
        self.setVisible(bool(text))

    @Slot()
    def _choose(self) -> None:
        if self._told:
            self.line_chosen.emit(self._told[0].line)

    @Slot()
    def _wave_off(self) -> None:
        self._waved_off = _facts(self._told)
        self.hide()


def _facts(warnings: "Sequence[BuildWarning]") -> frozenset[tuple[str, str]]:
    """`warnings` without their lines, which move while one types above them."""
    return frozenset((one.kind, one.name) for one in warnings)


def sentence(warnings: "Sequence[BuildWarning]") -> str:
    """What the writer reads of `warnings`, of which the first is the gravest; "" for none."""
    if not warnings:
        return ""
    first = warnings[0]
    what = _what(first)
    if first.kind == "raw-html":
        text = what
    elif first.line < 0:
        text = (
            translate("BuildWarnings", "The site’s build will stop: {what}.")
            if first.fails
            else "{what}."
        )
    elif first.fails:
        text = translate("BuildWarnings", "The site’s build will stop at line {line}: {what}.")
    else:
        text = translate("BuildWarnings", "Line {line}: {what}.")
    said = text.format(line=first.line + 1, what=what)
    said = said[:1].upper() + said[1:]
    more = len(warnings) - 1
    if more == 1:
        return said + " " + translate("BuildWarnings", "There is one more.")
    return said + (
        " " + translate("BuildWarnings", "There are {number} more.").format(number=more)
        if more
        else ""
    )


def _what(warning: "BuildWarning") -> str:
    name = _visible(warning.name)
    match warning.kind:
        case "unknown-tag":
            text = translate("BuildWarnings", "unknown tag “{name}”")
        case "unknown-filter":
            text = translate("BuildWarnings", "unknown filter “{name}”, which changes nothing")
        case "malformed":
            text = translate("BuildWarnings", "a tag without its end, or without a name")
        case "unclosed":
            text = translate("BuildWarnings", "“{name}” is never closed")
        case "unexpected":
            text = translate("BuildWarnings", "“{name}” does not belong here")
        case "syntax":
            text = translate("BuildWarnings", "“{name}” is not written as it should be")
        case "missing-include":
            text = translate("BuildWarnings", "there is no file “{name}” to include")
        case "missing-post":
            text = translate("BuildWarnings", "there is no post “{name}”")
        case "missing-file":
            text = translate("BuildWarnings", "there is no file “{name}”")
        case "limit":
            text = translate(
                "BuildWarnings",
                "too much for the preview: “{name}” is cut short here, not on the site",
            )
        case "raw-html":
            text = translate(
                "BuildWarnings",
                "The site leaves out the HTML in this post, because its settings do not allow any.",
            )
        case "markdown-engine":
            text = translate(
                "BuildWarnings",
                "the site reads Markdown by “{name}”, which the preview does not know",
            )
        case "markdown-extension":
            text = translate(
                "BuildWarnings", "the site’s Markdown extension “{name}” is not run in the preview"
            )
        case _:
            text = translate("BuildWarnings", "“{name}” cannot be run")
    return text.format(name=name)


def _visible(name: str) -> str:
    """`name`, a piece of a post, on one line, and no character in it that turns the others."""
    shown = "".join(one if one.isprintable() else "�" for one in name[:60])
    return shown.strip() or "…"
