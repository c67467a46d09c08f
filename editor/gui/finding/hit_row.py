"""A row of the list of hits: its line, the hit marked, and below it what the line would become."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.gui.theme import Theme, theme_of
from editor.post_search import LineHit

HIT = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_MOST_BEFORE = 40  # code points before the hit
_MARGIN = 4  # pixels


class HitRow(QStyledItemDelegate):
    """Paints a LineHit; other rows as usual."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Twice as high where something is to be replaced."""
        size = super().sizeHint(option, index)
        size.setHeight(size.height() + 2 * _MARGIN)
        line = index.data(HIT)
        if isinstance(line, LineHit) and line.hit.new is not None:
            size.setHeight(size.height() + option.fontMetrics.lineSpacing() + 2)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The line with its hit, on the ground that Qt draws."""
        line = index.data(HIT)
        if not isinstance(line, LineHit):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget)
        theme = theme_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        painter.setClipRect(area)
        self._paint_line(painter, area.adjusted(_MARGIN, 0, 0, 0), line, theme)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, line: LineHit, theme: Theme) -> None:
        new = line.hit.new
        rows = 1 if new is None else 2
        height = (area.height() - _MARGIN) // rows
        number = f"{line.line + 1}  "
        first = QRect(area.left(), area.top() + _MARGIN // 2, area.width(), height)
        x = _draw(painter, first, number, theme.faint)
        ground, ink = (
            (theme.found, theme.text) if new is None else (theme.error_ground, theme.error)
        )
        _pieces(painter, first.adjusted(x, 0, 0, 0), line, line.found, (ground, ink), theme)
        if new is not None:
            second = first.translated(0, height).adjusted(x, 0, 0, 0)
            colours = (theme.accent_ground, theme.accent)
            _pieces(painter, second, line, new, colours, theme)


def _pieces(
    painter: QPainter,
    area: QRect,
    line: LineHit,
    word: str,
    colours: tuple[str, str],
    theme: Theme,
) -> None:
    before = line.before.lstrip()
    if len(before) > _MOST_BEFORE:
        before = "…" + before[-_MOST_BEFORE:]
    x = _draw(painter, area, before, theme.muted)
    width = QFontMetrics(painter.font()).horizontalAdvance(_flat(word))
    ground = QRect(area.left() + x, area.top() + 1, width, area.height() - 2)
    painter.fillRect(ground, QColor(colours[0]))
    x += _draw(painter, area.adjusted(x, 0, 0, 0), word, colours[1])
    _draw(painter, area.adjusted(x, 0, 0, 0), line.after, theme.muted)


def _draw(painter: QPainter, area: QRect, text: str, colour: str) -> int:
    """Draw `text` and give its width."""
    painter.setPen(QColor(colour))
    text = _flat(text)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    return QFontMetrics(painter.font()).horizontalAdvance(text)


def _flat(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", " ")
