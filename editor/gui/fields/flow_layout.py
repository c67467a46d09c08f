"""A layout that breaks into lines, as words do."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays widgets in a line and, where it is full, in the next; the last one fills its line."""

    def __init__(self, parent: QWidget, gap: int = 4, margin: int = 2) -> None:
        super().__init__(parent)
        self._gap = gap
        self._parts: list[QLayoutItem] = []
        self.setContentsMargins(margin + 2, margin, margin + 2, margin)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Add `widget` before the one at `place`."""
        self.addWidget(widget)
        self._parts.insert(place, self._parts.pop())
        self.invalidate()

    def move(self, place: int, to: int) -> None:
        """Lay the part at `place` where the one at `to` stands."""
        self._parts.insert(to, self._parts.pop(place))
        self.invalidate()

    def addItem(self, part: QLayoutItem) -> None:
        """Add a part at the end (Qt's own call)."""
        self._parts.append(part)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at `index`, or None."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The part at `index`, no longer of this layout."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def hasHeightForWidth(self) -> bool:
        """A narrower box is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that `width` pixels ask for."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        margins = self.contentsMargins()
        hints = [part.sizeHint() for part in self._parts]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        """The widest part alone."""
        margins = self.contentsMargins()
        sizes = [part.minimumSize() for part in self._parts]
        return QSize(
            max((size.width() for size in sizes), default=0) + margins.left() + margins.right(),
            max((size.height() for size in sizes), default=0) + margins.top() + margins.bottom(),
        )

    def setGeometry(self, area: QRect) -> None:
        """Place the parts in `area`."""
        super().setGeometry(area)
        self._lay(area, move=True)

    def _lay(self, area: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        left, right = area.left() + margins.left(), area.right() - margins.right()
        rows: list[list[tuple[QLayoutItem, int]]] = [[]]
        x = left
        for place, part in enumerate(self._parts):
            last = place == len(self._parts) - 1
            wish = part.minimumSize().width() if last else part.sizeHint().width()
            if rows[-1] and x + wish > right + 1:
                rows.append([])
                x = left
            wish = max(wish, right + 1 - x) if last else min(wish, right + 1 - left)
            rows[-1].append((part, wish))
            x += wish + self._gap
        y = area.top() + margins.top()
        for row in rows:
            height = max((_height(part, width) for part, width in row), default=0)
            x = left
            for part, width in row:
                own = _height(part, width)
                if move:
                    part.setGeometry(QRect(x, y + (height - own) // 2, width, own))
                x += width + self._gap
            y += height + self._gap
        return y - self._gap + margins.bottom() - area.top()


def _height(part: QLayoutItem, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
