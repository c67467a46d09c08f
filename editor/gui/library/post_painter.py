"""Draws a row of the posts pane: a heading, or a post's title and what stands below it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.gui.library import post_words
from editor.gui.library.posts_model import PostsModel
from editor.gui.theme import Theme
from editor.library.entry import Entry
from editor.library.hits import Hit

LEFT = 16  # pixels before the texts, like all sizes here
_RIGHT = 12
_BAR = 3  # the mark of the post in front
_ABOVE, _BETWEEN, _BELOW = 9, 5, 10
_BEFORE_MARK = 6
_SMALLER = 0.92  # of the font: what stands below the title
_HEADING_ABOVE, _HEADING_BELOW = 10, 4
_State = QStyle.StateFlag


class PostPainter(QStyledItemDelegate):
    """Paints rows as they come into view."""

    def __init__(self, theme: Theme, model: PostsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.front = ""  # the place of the post in front
        self.is_focused = False
        self.set_theme(theme)
        self.take_font(parent.font())

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme

    def take_font(self, font: QFont) -> None:
        """Paint in `font`."""
        self._title, self._small, self._heading = QFont(font), QFont(font), QFont(font)
        self._title.setWeight(QFont.Weight.Medium)
        if font.pointSizeF() > 0:
            self._small.setPointSizeF(font.pointSizeF() * _SMALLER)
        else:
            self._small.setPixelSize(round(font.pixelSize() * _SMALLER))
        self._heading = QFont(self._small)
        self._heading.setWeight(QFont.Weight.DemiBold)

    @property
    def row_height(self) -> int:
        """Of a post."""
        lines = QFontMetrics(self._title).height() + QFontMetrics(self._small).height()
        return lines + _ABOVE + _BETWEEN + _BELOW

    @property
    def heading_height(self) -> int:
        """Of a heading."""
        return QFontMetrics(self._heading).height() + _HEADING_ABOVE + _HEADING_BELOW

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_post = self._model.entry(index.row()) is not None
        return QSize(0, self.row_height if is_post else self.heading_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        state = option.state
        row = self._model.rows[index.row()]
        painter.save()
        if isinstance(row, str):
            self._paint_heading(painter, rect, row)
        else:
            self._paint_ground(painter, rect, row, is_chosen=bool(state & _State.State_Selected))
            self._paint_post(painter, rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(self._heading)
        painter.setPen(QColor(self._theme.muted))
        inside = rect.adjusted(LEFT - 2, 0, -_RIGHT, -_HEADING_BELOW)
        text = QFontMetrics(self._heading).elidedText(
            text, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, entry: Entry, *, is_chosen: bool
    ) -> None:
        if is_chosen:
            painter.fillRect(rect, QColor(self._theme.accent_ground))
        if entry.place == self.front:
            bar = QRect(rect.topLeft(), QSize(_BAR, rect.height()))
            painter.fillRect(bar, QColor(self._theme.accent))
        if is_chosen and self.is_focused:
            painter.setPen(QColor(self._theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_post(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        theme, right = self._theme, Qt.TextElideMode.ElideRight
        width = rect.width() - LEFT - _RIGHT
        metrics, small = QFontMetrics(self._title), QFontMetrics(self._small)
        left, top = rect.left() + LEFT, rect.top() + _ABOVE
        painter.setFont(self._title)
        painter.setPen(QColor(theme.text))
        painter.drawText(
            QPointF(left, top + metrics.ascent()), metrics.elidedText(entry.title, right, width)
        )
        below = QPointF(left, top + metrics.height() + _BETWEEN)
        width -= self._paint_mark(painter, below, entry, width)
        hit = self._model.hits.get(entry.place)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        if hit is not None:
            self._paint_hit(painter, below, hit, width)
            return
        baseline = below + QPointF(0, small.ascent())
        about = post_words.about(entry, with_year=not self._model.has_years)
        warning = post_words.warning(entry.problem)
        if warning:
            about += " · " if about else ""
        painter.drawText(baseline, small.elidedText(about, right, width))
        if warning:
            used = small.horizontalAdvance(about)
            self._small.setItalic(True)
            painter.setFont(self._small)
            painter.setPen(QColor(theme.warning))
            painter.drawText(
                baseline + QPointF(used, 0), small.elidedText(warning, right, width - used)
            )
            self._small.setItalic(False)

    def _paint_mark(self, painter: QPainter, at: QPointF, entry: Entry, width: int) -> int:
        """The letter at the end of the second line; gives the pixels that it takes."""
        mark = self._model.marks.get(entry.place)
        if mark is None:
            return 0
        small = QFontMetrics(self._heading)
        used = small.horizontalAdvance(mark.letter)
        painter.setFont(self._heading)
        painter.setPen(QColor(self._theme.accent if mark.is_new else self._theme.warning))
        painter.drawText(at + QPointF(width - used, small.ascent()), mark.letter)
        return used + _BEFORE_MARK

    def _paint_hit(self, painter: QPainter, at: QPointF, hit: Hit, width: int) -> None:
        """The line of the text that was found, its words marked."""
        text = QFontMetrics(self._small).elidedText(hit.text, Qt.TextElideMode.ElideRight, width)
        mark = QTextCharFormat()
        mark.setForeground(QColor(self._theme.accent))
        mark.setFontWeight(QFont.Weight.DemiBold)
        ranges = []
        for start, end in hit.marks:
            if start < len(text) - 1:
                marked = QTextLayout.FormatRange()
                marked.start, marked.length = (
                    _units(text[:start]),
                    _units(text[start:end]),
                )
                marked.format = mark
                ranges.append(marked)
        layout = QTextLayout(text, self._small)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(ranges)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        painter.setClipRect(QRect(at.toPoint(), QSize(width + _RIGHT, self.row_height)))
        layout.draw(painter, at)


def _units(text: str) -> int:
    """How many UTF-16 units `text` is to Qt."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2
