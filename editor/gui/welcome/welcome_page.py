"""The ways to begin, on the paper of a post that is still empty. Typing goes on beneath it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from editor.gui.flat_label import FlatLabel, flat_tip
from editor.gui.icons import icon
from editor.gui.theme import Theme

_WIDEST = 460  # pixels, like all sizes here
_MARGIN = 36
_ABOVE = 56  # below the line in which one types
_MOST_RECENT = 6
_APART = "\N{EN SPACE}"  # between icon and text
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class Begin:
    """A way to begin: what is pressed, and what it says."""

    text: str
    action: QAction
    drawing: str


class WelcomePage(QWidget):
    """Lists commands to begin with, and what was open before. It takes no focus by itself."""

    chosen = Signal(Path)  # a post or a site that was open before

    def __init__(self, over: QWidget, theme: Theme) -> None:
        """`over` is the pane on which it lies."""
        super().__init__(over)
        self.setObjectName("welcome")
        self._theme = theme
        self._over = over
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._buttons: list[tuple[QToolButton, str]] = []
        over.installEventFilter(self)

    def show_ways(
        self, begins: Sequence[Begin], posts: Sequence[Path], sites: Sequence[Path]
    ) -> None:
        """Show `begins`, and below them the posts and sites that were open before."""
        self._clear()
        self._head(self.tr("Type here, or begin with one of these"))
        for begin in begins:
            keys = begin.action.shortcut().toString(_NATIVE)
            button = self._row(begin.text, keys, begin.drawing, begin.action.toolTip())
            button.clicked.connect(begin.action.trigger)
        for head, paths, drawing in (
            (self.tr("Recent posts"), posts, "post"),
            (self.tr("Recent sites"), sites, "site"),
        ):
            if paths:
                self._head(head)
            for path in paths[:_MOST_RECENT]:
                button = self._row(path.name, _home(path.parent), drawing, str(path))
                button.clicked.connect(lambda _on=False, path=path: self.chosen.emit(path))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._lie()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for button, drawing in self._buttons:
            button.setIcon(icon(drawing, theme))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the pane."""
        if watched is self._over and isinstance(event, QResizeEvent):
            self._lie()
        return False

    def _lie(self) -> None:
        """In the middle of the pane, with the line for typing free."""
        room = self._over.size()
        width = max(0, min(_WIDEST, room.width() - 2 * _MARGIN))
        height = max(0, min(self.sizeHint().height(), room.height() - _ABOVE))
        self.setGeometry((room.width() - width) // 2, _ABOVE, width, height)

    def _clear(self) -> None:
        self._buttons = []
        while self._grid.count():
            part = self._grid.takeAt(0)
            widget = part.widget() if part is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _head(self, text: str) -> None:
        label = FlatLabel(text)
        label.setObjectName("welcomeHead")
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _row(self, text: str, beside: str, drawing: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("welcomeWay")
        button.setText(_APART + text.replace("&", "&&"))
        button.setAccessibleName(text)
        button.setAccessibleDescription(beside)
        button.setToolTip(flat_tip(tip))
        button.setIcon(icon(drawing, self._theme))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        label = _Cut(beside)
        label.setObjectName("welcomeBeside")
        row = self._grid.rowCount()
        self._grid.addWidget(button, row, 0)
        self._grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
        self._buttons.append((button, drawing))
        return button


class _Cut(FlatLabel):
    """A text that loses its middle where it is too long."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ensurePolished()
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(text, middle, _WIDEST // 2 - 30))


def _home(folder: Path) -> str:
    """`folder`, short where it is the writer's own."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
