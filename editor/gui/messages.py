"""Banners above the text: what happened, and the ways out. Nothing here stops the writer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.flat_label import FlatLabel

_MOST_IN_A_LINE = 3  # ways out, in any language


@dataclass(frozen=True)
class Way:
    """A way out of what happened: a button's text, and what it does."""

    text: str
    go: Callable[[], object]


class Messages(QWidget):
    """Banners by topic: a new one about a topic takes the place of the old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: dict[str, _Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_banner(
        self, topic: str, text: str, ways: Sequence[Way] = (), level: str = "notice"
    ) -> None:
        """Say `text` until the writer takes a way or waves it off.

        `level` is "notice", "warning" or "error".
        """
        known = self._banners.get(topic)
        if known is not None and known.says(text, ways):
            known.renew(ways)
            return
        self.clear(topic)
        banner = _Banner(text, ways, level, self)
        banner.dismissed = lambda: self.clear(topic)
        self._banners[topic] = banner
        self._column.addWidget(banner)
        banner.show()

    def clear(self, topic: str) -> None:
        """Take away what was said about `topic`."""
        banner = self._banners.pop(topic, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def hold(self, bar: QWidget) -> None:
        """Show a bar of another's above the banners, which its owner takes away."""
        self._column.insertWidget(0, bar)
        bar.show()

    @property
    def texts(self) -> dict[str, str]:
        """What is being said, by topic."""
        return {topic: banner.text for topic, banner in self._banners.items()}

    def take_way(self, topic: str, text: str) -> None:
        """Press the button `text` of the banner about `topic`. Raises KeyError."""
        self._banners[topic].buttons[text].click()


class _Banner(QFrame):
    def __init__(self, text: str, ways: Sequence[Way], level: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self.dismissed: Callable[[], object] = lambda: None
        self.buttons: dict[str, QToolButton] = {}
        self.setObjectName("banner")
        self.setProperty("level", level)
        self.setAccessibleName(text)
        label = FlatLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 8, 7)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(label, stretch=1)
        # One button stands beside the words; more of them below; many, in two lines.
        cut = 2 if len(ways) > _MOST_IN_A_LINE else 0
        lines = [row] if len(ways) < 2 else [QHBoxLayout() for _ in range(2 if cut else 1)]
        for line in lines:
            if line is not row:
                column.addLayout(line)
                line.addStretch(1)
        for place, way in enumerate(ways):
            button = QToolButton()
            button.setText(way.text)
            button.clicked.connect(lambda _on=False, place=place: self._take(place))
            lines[0 if place < cut else -1].addWidget(button)
            self.buttons[way.text] = button
        self._ways = list(ways)
        dismiss = QToolButton()
        dismiss.setObjectName("dismiss")
        dismiss.setText("×")
        dismiss.setAccessibleName(self.tr("Close this message"))
        dismiss.setToolTip(dismiss.accessibleName())
        dismiss.clicked.connect(lambda: self.dismissed())
        row.addWidget(dismiss)

    def says(self, text: str, ways: Sequence[Way]) -> bool:
        """Whether it is the same message with the same ways out."""
        return text == self.text and [way.text for way in ways] == list(self.buttons)

    def renew(self, ways: Sequence[Way]) -> None:
        """Lead to where `ways`, of the same texts, now go: the file may hold something newer."""
        self._ways = list(ways)

    def _take(self, place: int) -> None:
        self.dismissed()
        self._ways[place].go()
