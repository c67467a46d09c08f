"""Two texts side by side, with what differs marked; one scroll bar moves both."""

import html
from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from editor import differences
from editor.differences import Line, Row, Skipped
from editor.gui.theme import Theme, theme_of

_MOST_ROWS = 1200  # that Qt lays out in no time; more is said in a line
_ROOM = 8  # pixels around a line's number
_PAGE = (
    '<table width="100%" cellspacing="0" cellpadding="3">'
    '<tr><td width="{room}"></td><td width="50%"><b>{left}</b></td>'
    '<td width="{room}"></td><td width="50%"><b>{right}</b></td></tr>'
    "{rows}</table>"
)


class CompareView(QTextBrowser):
    """Shows where two texts differ. Nothing in them is taken for HTML."""

    def __init__(self, parent: QWidget | None = None, *, numbered: bool = True) -> None:
        """`numbered` is whether the texts are whole, so that their lines have numbers."""
        super().__init__(parent)
        self._numbered = numbered
        self.setObjectName("comparison")
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Comparison"))
        self._texts = ("", "")
        self._titles = ("", "")

    def show_texts(self, titles: tuple[str, str], texts: tuple[str, str]) -> None:
        """Show `texts`, the left one and the right one, under their `titles`."""
        self._titles, self._texts = titles, texts
        self._draw()

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing, whatever a text may ask for."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and any(self._texts):
            self._draw()

    def _draw(self) -> None:
        rows = list(islice(differences.rows(*self._texts), _MOST_ROWS + 1))
        left, right = map(html.escape, self._titles)
        theme = self._theme()
        cells = [self._row(row, theme) for row in rows[:_MOST_ROWS]]
        if not rows:
            cells = [self._note(self.tr("The two texts are the same."), theme)]
        elif len(rows) > _MOST_ROWS:
            cells.append(self._note(self.tr("There are more differences below."), theme))
        page = _PAGE.format(left=left, right=right, rows="".join(cells), room=self._room(rows))
        self.setHtml(page)

    def _room(self, rows: Sequence[Row | Skipped]) -> int:
        """The pixels that the longest line number takes."""
        lines = [line for row in rows if isinstance(row, Row) for line in (row.left, row.right)]
        last = max((line.number for line in lines if line is not None), default=0)
        return self.fontMetrics().horizontalAdvance(str(last + 1)) + _ROOM if self._numbered else 0

    def _row(self, row: Row | Skipped, theme: Theme) -> str:
        if isinstance(row, Skipped):
            return self._note(self.tr("… {number} lines …").format(number=row.lines), theme)
        grounds = (theme.error_ground, theme.accent_ground) if row.differs else ("", "")
        left = self._number(row.left, theme) + _side(row.left, grounds[0], theme.error)
        right = self._number(row.right, theme) + _side(row.right, grounds[1], theme.accent)
        return f"<tr>{left}{right}</tr>"

    def _number(self, line: Line | None, theme: Theme) -> str:
        """The cell with the number of a line."""
        if line is None or not self._numbered:
            return "<td></td>"
        return f'<td align="right"><font color="{theme.faint}">{line.number + 1}</font></td>'

    def _note(self, text: str, theme: Theme) -> str:
        said = f'<font color="{theme.muted}">{html.escape(text)}</font>'
        return f'<tr><td></td><td colspan="3">{said}</td></tr>'

    def _theme(self) -> Theme:
        return theme_of(self.palette())


def _side(line: Line | None, ground: str, mark: str) -> str:
    """The cell with the text of a line."""
    if line is None:
        return "<td></td>"
    colour = f' bgcolor="{ground}"' if ground else ""
    pieces = "".join(
        f'<span style="color:{mark};text-decoration:underline">{html.escape(piece.text)}</span>'
        if piece.differs
        else html.escape(piece.text)
        for piece in line.pieces
    )
    return f'<td{colour}><span style="white-space:pre-wrap">{pieces}</span></td>'
