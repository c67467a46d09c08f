"""The window's icons: one family of line drawings, tinted by the theme."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor import resources
from editor.gui.theme import Theme

_SIZES = (16, 18)  # pixels, of a field's and of the toolbar's icons on a screen of 100 %


def icon(name: str, theme: Theme) -> QIcon:
    """The drawing `resources/icons/NAME.svg`, muted, in the accent colour where switched on."""
    states = {
        (QIcon.Mode.Normal, QIcon.State.Off): theme.muted,
        (QIcon.Mode.Active, QIcon.State.Off): theme.text,
        (QIcon.Mode.Normal, QIcon.State.On): theme.accent,
        (QIcon.Mode.Disabled, QIcon.State.Off): theme.line,
    }
    return _drawn(name, states, _SIZES)


def first_icon(name: str, theme: Theme) -> QIcon:
    """The same, as the window needs it to be drawn for the first time: an eighth of the work."""
    states = {
        (QIcon.Mode.Normal, QIcon.State.Off): theme.muted,
        (QIcon.Mode.Normal, QIcon.State.On): theme.accent,
    }
    return _drawn(name, states, _SIZES[-1:])


def _drawn(
    name: str, states: Mapping[tuple[QIcon.Mode, QIcon.State], str], sizes: Sequence[int]
) -> QIcon:
    svg = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = QIcon()
    # Drawn anew for each size, so that none is blurred.
    wanted = {round(size * scale) for size in sizes for scale in (1, _finest_scale())}
    for (mode, state), colour in states.items():
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
        for size in sorted(wanted):
            drawing.addPixmap(_pixmap(renderer, size), mode, state)
    return drawing


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resources.path("icons", "blog-editor.svg")))


def _finest_scale() -> float:
    """How many pixels of the finest screen one of 100 % is."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
