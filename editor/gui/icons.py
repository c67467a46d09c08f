"""The window's icons: one family of line drawings, tinted by the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor import resources
from editor.gui.theme import Theme

_SIZES = (16, 18)  # pixels, of a field's and of the toolbar's icons on a screen of 100 %


def icon(name: str, theme: Theme) -> QIcon:
    """The drawing `resources/icons/NAME.svg`, muted, in the accent colour where switched on."""
    svg = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = QIcon()
    states = {
        (QIcon.Mode.Normal, QIcon.State.Off): theme.muted,
        (QIcon.Mode.Active, QIcon.State.Off): theme.text,
        (QIcon.Mode.Normal, QIcon.State.On): theme.accent,
        (QIcon.Mode.Disabled, QIcon.State.Off): theme.line,
    }
    # Drawn anew for each size, so that none is blurred.
    sizes = {round(size * scale) for size in _SIZES for scale in (1, _finest_scale())}
    for (mode, state), colour in states.items():
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
        for size in sorted(sizes):
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
