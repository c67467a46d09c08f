"""A look at the pages before they are printed, and the printing of them, one after the other."""

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.export.page import Paper
from editor.gui.export.page_printer import layout_of
from editor.gui.flat_label import FlatLabel

_SHARPEST = 300  # dots per inch; an A4 page of these is 35 MB of pixels
_FIRST_SIZE = (820, 860)  # pixels
_ZOOM = 1.2
_LARGEST = 5.0  # times the size on paper


class PrintPreview(QDialog):
    """Shows the pages of a PDF, each drawn when it comes into view, and prints them."""

    printed = Signal(bool)  # whether all of it went to the printer

    def __init__(self, pdf: bytes, paper: Paper, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(False)
        self._paper = paper
        self.document = QPdfDocument(self)
        self._bytes = QBuffer(self)
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        self._printing: Printing | None = None
        self._printer: QPrinter | None = None
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setAccessibleName(self.tr("Pages"))
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Pages printed"))
        self._progress.hide()
        self.print_button = QPushButton(self.tr("Print…"))
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self._ask_printer)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.resize(*_FIRST_SIZE)

    def _lay_out(self) -> None:
        number = self.document.pageCount()
        told = self.tr("1 page") if number == 1 else self.tr("{number} pages")
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 10)
        row.addWidget(FlatLabel(told.format(number=number)))
        for text, tip, factor in (
            ("−", self.tr("Smaller"), 1 / _ZOOM),
            ("+", self.tr("Larger"), _ZOOM),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _on=False, factor=factor: self._zoom(factor))
            row.addWidget(button)
        fit = QToolButton()
        fit.setText(self.tr("Whole page"))
        fit.clicked.connect(lambda: self.view.setZoomMode(QPdfView.ZoomMode.FitInView))
        row.addWidget(fit)
        row.addWidget(self._progress, stretch=1)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, stretch=1)
        column.addLayout(row)

    def _zoom(self, factor: float) -> None:
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            points = self.document.pagePointSize(0)
            dots = self.logicalDpiX() / 72
            fits = self.view.viewport().height() / max(1.0, points.height() * dots)
            self.view.setZoomFactor(min(fits, _LARGEST))
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(0.1, min(self.view.zoomFactor() * factor, _LARGEST)))

    @Slot()
    def _ask_printer(self) -> None:
        self._printer = new_printer(self._paper)
        dialog = QPrintDialog(self._printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(1, self.document.pageCount()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        printer = self._printer
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that `printer` is set to, all if it says nothing. Returns at once."""
        self._printer = printer
        self._printing = Printing(self.document, printer, self)
        self._progress.setRange(0, len(self._printing.pages))
        self._progress.setValue(0)
        self._progress.show()
        self.print_button.setEnabled(False)
        self._printing.drawn.connect(self._progress.setValue)
        self._printing.over.connect(self._end)

    @Slot(bool)
    def _end(self, is_whole: bool) -> None:
        self._printing = None
        self._progress.hide()
        self.print_button.setEnabled(True)
        self.printed.emit(is_whole)
        if is_whole:
            self.accept()

    def done(self, result: int) -> None:
        """Close; what is being printed is given up."""
        if self._printing is not None:
            self._printing.cancel()
        super().done(result)


class Printing(QObject):
    """Draws the pages of a PDF on a printer, a page at each turn of the event loop."""

    drawn = Signal(int)  # how many pages
    over = Signal(bool)  # whether all are drawn

    def __init__(self, document: QPdfDocument, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._printer = document, printer
        first = printer.fromPage() or 1
        last = printer.toPage() or document.pageCount()
        self.pages = range(first - 1, min(last, document.pageCount()))
        self._next = self.pages.start
        self._painter = QPainter()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._draw)
        self._turn.start()

    def cancel(self) -> None:
        """Print no further."""
        self._turn.stop()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self.over.emit(False)

    @Slot()
    def _draw(self) -> None:
        if self._next >= self.pages.stop:
            self._turn.stop()
            self.over.emit(not self._painter.isActive() or self._painter.end())
            return
        begins = self._next == self.pages.start
        if not (self._painter.begin(self._printer) if begins else self._printer.newPage()):
            self.cancel()
            return
        self._draw_page(self._next, QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel)))
        self._next += 1
        self.drawn.emit(self._next - self.pages.start)

    def _draw_page(self, page: int, sheet: QRectF) -> None:
        """Draw a page as large as its sheet lets it be."""
        points = self._document.pagePointSize(page)
        scale = min(sheet.width() / points.width(), sheet.height() / points.height())
        place = QRectF(0, 0, points.width() * scale, points.height() * scale)
        dots = QSizeF(points) * min(scale, _SHARPEST / 72)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(place, self._document.render(page, dots.toSize()))


def new_printer(paper: Paper) -> QPrinter:
    """The usual printer of this computer, with `paper` in it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout_of(paper))
    printer.setFullPage(True)  # the pages have their margins in them
    return printer
