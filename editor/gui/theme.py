"""The two looks of the window: their colours, and the palette and style sheet made of them."""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette

from editor import resources

_OPPOSITES = {
    "light": "dark",
    "dark": "light",
    "contrast": "contrast-dark",
    "contrast-dark": "contrast",
}


@dataclass(frozen=True)
class Theme:
    """The colours of one look, as `#rrggbb`."""

    name: str  # a key of THEMES
    panel: str  # toolbar, form, status line
    paper: str  # source pane and preview
    field: str  # where one types
    line: str  # borders, dividers
    text: str
    muted: str
    faint: str  # line numbers, Markdown marks
    accent: str
    accent_text: str  # on a ground of `accent`
    accent_ground: str  # chips, selected rows
    caret_line: str
    selection: str
    warning: str
    warning_ground: str
    error: str
    error_ground: str
    code: str  # HTML tags, template tags
    string: str  # values of attributes
    found: str  # the ground of what was searched for

    @property
    def is_dark(self) -> bool:
        """Whether the paper is darker than the text."""
        return self.name in ("dark", "contrast-dark")

    @property
    def is_contrast(self) -> bool:
        """Whether it is for eyes that need strong contrasts."""
        return self.name.startswith("contrast")

    @property
    def opposite(self) -> str:
        """The name of the look that is dark where this one is light."""
        names = {"light": "dark", "contrast": "contrast-dark"}
        return names.get(self.name) or next(
            name for name, dark in names.items() if dark == self.name
        )


LIGHT = Theme(
    name="light",
    panel="#fbfbfa",
    paper="#ffffff",
    field="#ffffff",
    line="#e2e1dd",
    text="#22252a",
    muted="#6b7078",
    faint="#85898f",
    accent="#2f6f5e",
    accent_text="#ffffff",
    accent_ground="#e3efeb",
    caret_line="#f2f8f6",
    selection="#c9e2da",
    warning="#8a5200",
    warning_ground="#fff4df",
    error="#a32020",
    error_ground="#fdeaea",
    code="#8b2e6b",
    string="#2f6f5e",
    found="#fbe9b4",
)

DARK = Theme(
    name="dark",
    panel="#202327",
    paper="#191b1e",
    field="#26292e",
    line="#33373d",
    text="#e4e5e7",
    muted="#9aa0a8",
    faint="#7d848d",
    accent="#6fc3ab",
    accent_text="#10211c",
    accent_ground="#23372f",
    caret_line="#1d2725",
    selection="#2f5348",
    warning="#f0c070",
    warning_ground="#3a2f1a",
    error="#f2a0a0",
    error_ground="#402325",
    code="#d9a0c5",
    string="#6fc3ab",
    found="#54461c",
)


# All that is read stands out 7:1 at least, as WCAG 2.2 asks for at its level AAA.
CONTRAST = Theme(
    name="contrast",
    panel="#ffffff",
    paper="#ffffff",
    field="#ffffff",
    line="#595959",
    text="#000000",
    muted="#2b2b2b",
    faint="#474747",
    accent="#00463a",
    accent_text="#ffffff",
    accent_ground="#d8eee8",
    caret_line="#eaf5f2",
    selection="#b5dfd3",
    warning="#573300",
    warning_ground="#fff4df",
    error="#850d0d",
    error_ground="#fdeaea",
    code="#6a1150",
    string="#00463a",
    found="#ffe07a",
)

CONTRAST_DARK = Theme(
    name="contrast-dark",
    panel="#000000",
    paper="#000000",
    field="#0c0c0c",
    line="#a0a0a0",
    text="#ffffff",
    muted="#e2e2e2",
    faint="#bdbdbd",
    accent="#7fe5ca",
    accent_text="#000000",
    accent_ground="#0c3328",
    caret_line="#0e1f1a",
    selection="#1c5546",
    warning="#ffd583",
    warning_ground="#2b2000",
    error="#ffbaba",
    error_ground="#3a1214",
    code="#f3bde1",
    string="#7fe5ca",
    found="#594800",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST, CONTRAST_DARK)}


def system_is_dark() -> bool:
    """Whether the desktop asks for a dark look."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def chosen_theme(choice: str) -> Theme:
    """The look named `choice`; the system's for "" and for what is none."""
    if choice in THEMES:
        return THEMES[choice]
    return DARK if system_is_dark() else LIGHT


def theme_of(colours: QPalette) -> Theme:
    """The look that `colours` were made for, by `palette`."""
    paper = colours.color(QPalette.ColorRole.Base)
    text = colours.color(QPalette.ColorRole.Text)
    for theme in THEMES.values():
        if (theme.paper, theme.text) == (paper.name(), text.name()):
            return theme
    return DARK if paper.lightness() < text.lightness() else LIGHT


def palette(theme: Theme) -> QPalette:
    """The colours Qt's own widgets draw with."""
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.text,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.field,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Shadow: theme.line,
        QPalette.ColorRole.Light: theme.panel,
        QPalette.ColorRole.Accent: theme.accent,
    }
    colours = QPalette()
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    disabled = (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    )
    for role in disabled:
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return colours


def style_sheet(theme: Theme) -> str:
    """The style sheet of the window: `resources/window.css` with the colours of `theme`."""
    tick = resources.path("tick-dark.svg" if theme.is_dark else "tick-light.svg").as_posix()
    return Template(resources.text("window.css")).substitute(asdict(theme), tick=tick)


def fill(painter: QPainter, area: QRect | QRectF, colour: str) -> None:
    """Paint `area` in `colour`. `fillRect` does so too, once PySide has made all gradients: 2 ms.

    The painter has no pen then.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)
