"""The styles that the source is coloured with, in the colours of a theme."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from editor.gui.theme import Theme


class Styles:
    """A style for each thing that is coloured."""

    def __init__(self, theme: Theme) -> None:
        self.plain = _style(theme.text)
        self.faint = _style(theme.faint)
        self.code = _style(theme.code)
        self.string = _style(theme.string)
        self.key = _style(theme.muted)
        self.link = _style(theme.accent)
        self.heading = _style(theme.text)
        self.heading.setFontWeight(QFont.Weight.Bold)
        self.faint_heading = _style(theme.faint)
        self.strong, self.emphasis = QTextCharFormat(), QTextCharFormat()
        self.strong.setFontWeight(QFont.Weight.Bold)
        self.emphasis.setFontItalic(True)
        self.struck = _style(theme.muted)
        self.struck.setFontStrikeOut(True)
        self._kinds = _kinds(theme)

    def of_code(self, kind: str) -> QTextCharFormat | None:
        """The style of what Pygments calls `kind`, by the first letters of its short names."""
        return self._kinds.get(kind) or self._kinds.get(kind[:1])


def _style(colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    return style


def _kinds(theme: Theme) -> dict[str, QTextCharFormat]:
    comment = _style(theme.muted)
    comment.setFontItalic(True)
    names = dict.fromkeys(("nf", "nc", "nt", "na", "m", "l"), _style(theme.accent))
    keywords = dict.fromkeys(("k", "ow", "nb"), _style(theme.code))
    return {**names, **keywords, "s": _style(theme.string), "c": comment}
