"""How a row of the palette is drawn: the name, what it belongs to, its keys at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.gui.palette.choices import Choice

CHOICE = int(Qt.ItemDataRole.UserRole) + 1  # the role under which a row has its Choice
_MARGIN, _GAP = 8, 14  # pixels
_MARK = "✓"  # of what is switched on
_AnyIndex = QModelIndex | QPersistentModelIndex


class ChoiceRow(QStyledItemDelegate):
    """Draws the texts of a choice in one line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a row; what cannot be chosen now is faint."""
        choice = index.data(CHOICE)
        look = QStyleOptionViewItem(option)
        self.initStyleOption(look, index)
        look.text = ""
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, look, painter, widget)
        if isinstance(choice, Choice):
            painter.save()
            painter.setFont(look.font)
            self._write(painter, look, choice)
            painter.restore()

    def _write(self, painter: QPainter, look: QStyleOptionViewItem, choice: Choice) -> None:
        palette: QPalette = look.palette
        group = QPalette.ColorGroup.Active if choice.is_enabled else QPalette.ColorGroup.Disabled
        strong = palette.color(group, QPalette.ColorRole.Text)
        # The style sheet makes the one of the list's own palette paler.
        muted = QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        quiet = muted if choice.is_enabled else strong
        room: QRect = look.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        right = " ".join(filter(None, (_MARK if choice.is_on else "", choice.keys)))
        if right:
            taken = _draw(painter, room, right, quiet, Qt.AlignmentFlag.AlignRight)
            room.setRight(room.right() - taken - _GAP)
        taken = _draw(painter, room, choice.name.text, strong, Qt.AlignmentFlag.AlignLeft)
        room.setLeft(room.left() + taken + _GAP)
        if choice.beside and room.width() > _GAP:
            _draw(painter, room, choice.beside, quiet, Qt.AlignmentFlag.AlignLeft)


def _draw(painter: QPainter, room: QRect, text: str, colour: QColor, side: Qt.AlignmentFlag) -> int:
    """Draw a line of text as far as there is room; gives the pixels it took."""
    metrics = painter.fontMetrics()
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setPen(colour)
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(room, flags, text)
    return metrics.horizontalAdvance(text)
