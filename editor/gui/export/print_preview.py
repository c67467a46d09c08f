"""A look at the pages before they are printed, and the printing: each page of a PDF is drawn."""

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from editor.export.page import Paper
from editor.gui.export.page_printer import layout_of

_SHARPEST = 300  # dots per inch; an A4 page of these is 35 MB of pixels


def print_preview(pdf: bytes, paper: Paper, parent: QWidget) -> QPrintPreviewDialog:
    """A window that shows the pages of `pdf`, and prints them; the caller opens it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout_of(paper))
    printer.setFullPage(True)  # the pages have their margins in them
    dialog = QPrintPreviewDialog(printer, parent)
    pages = _Pages(pdf, printer, dialog)
    dialog.paintRequested.connect(pages.draw)
    dialog.resize(900, 760)
    return dialog


class _Pages(QPdfDocument):
    """The pages of a PDF, drawn on any printer."""

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QPrintPreviewDialog) -> None:
        super().__init__(parent)
        self._printer = printer  # which the window uses, and does not keep
        self._bytes = QBuffer(self)
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QBuffer.OpenModeFlag.ReadOnly)
        self.load(self._bytes)

    def draw(self, printer: QPrinter) -> None:
        """Draw all pages, each as large as its paper lets it be."""
        with QPainter(printer) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for page in range(self.pageCount()):
                if page:
                    printer.newPage()
                self._draw(page, painter, QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)))

    def _draw(self, page: int, painter: QPainter, sheet: QRectF) -> None:
        points = self.pagePointSize(page)
        scale = min(sheet.width() / points.width(), sheet.height() / points.height())
        place = QRectF(0, 0, points.width() * scale, points.height() * scale)
        dots = QSizeF(points) * min(scale, _SHARPEST / 72)
        painter.drawImage(place, self.render(page, dots.toSize()))
