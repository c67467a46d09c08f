"""Two texts side by side, with what differs marked; one scroll bar moves both."""

import html

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from editor import differences
from editor.differences import Line, Row, Skipped
from editor.gui.theme import DARK, LIGHT, Theme

_MOST_ROWS = 1200  # that Qt lays out in no time; more is said in a line
_PAGE = (
    '<table width="100%" cellspacing="0" cellpadding="3">'
    '<tr><td></td><td width="50%"><b>{left}</b></td>'
    '<td></td><td width="50%"><b>{right}</b></td></tr>'
    "{rows}</table>"
)


class CompareView(QTextBrowser):
    """Shows where two texts differ. Nothing in them is taken for HTML."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        rows = differences.rows(*self._texts)
        left, right = map(html.escape, self._titles)
        theme = self._theme()
        cells = [self._row(row, theme) for row in rows[:_MOST_ROWS]]
        if not rows:
            cells = [self._note(self.tr("The two texts are the same."), theme)]
        elif len(rows) > _MOST_ROWS:
            cells.append(self._note(self.tr("There are more differences below."), theme))
        self.setHtml(_PAGE.format(left=left, right=right, rows="".join(cells)))

    def _row(self, row: Row | Skipped, theme: Theme) -> str:
        if isinstance(row, Skipped):
            return self._note(self.tr("… {number} lines …").format(number=row.lines), theme)
        left = _side(row.left, theme.error_ground if row.differs else "", theme.error, theme)
        right = _side(row.right, theme.accent_ground if row.differs else "", theme.accent, theme)
        return f"<tr>{left}{right}</tr>"

    def _note(self, text: str, theme: Theme) -> str:
        said = f'<font color="{theme.muted}">{html.escape(text)}</font>'
        return f'<tr><td></td><td colspan="3">{said}</td></tr>'

    def _theme(self) -> Theme:
        is_dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        return DARK if is_dark else LIGHT


def _side(line: Line | None, ground: str, mark: str, theme: Theme) -> str:
    """The number and the text of a line, as two cells."""
    if line is None:
        return "<td></td><td></td>"
    colour = f' bgcolor="{ground}"' if ground else ""
    pieces = "".join(
        f'<span style="color:{mark};text-decoration:underline">{html.escape(piece.text)}</span>'
        if piece.differs
        else html.escape(piece.text)
        for piece in line.pieces
    )
    number = f'<td align="right"><font color="{theme.faint}">{line.number + 1}</font></td>'
    return f'{number}<td{colour}><span style="white-space:pre-wrap">{pieces}</span></td>'
