"""Pages that stand alone made into PDF, by the web engine behind the preview's walls.

Importing this module loads QtWebEngine.
"""

from PySide6.QtCore import QByteArray, QMarginsF, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize

from editor.export.page import Paper, Size
from editor.gui.preview.preview_page import PreviewPage
from editor.gui.preview.preview_profile import SealedProfile, shell_url
from editor.media import Place

# Milliseconds for a page to load and to be put on paper: 400 pages took 30 s on a busy machine.
PATIENCE = 300_000

_SIZES = {Size.A4: QPageSize.PageSizeId.A4, Size.LETTER: QPageSize.PageSizeId.Letter}


class PagePrinter(QObject):
    """Makes a PDF of one page; each printer is for once."""

    printed = Signal(bytes)
    failed = Signal(str)  # for logs; nothing else follows

    def __init__(self, page: str, paper: Paper, parent: QObject | None = None) -> None:
        """`page` needs nothing but itself, so that nothing is served to it."""
        super().__init__(parent)
        self._layout = layout_of(paper)
        self._profile = SealedProfile()
        self._page = PreviewPage(self._profile, self)
        self._profile.setParent(self)  # after the page, so that it is destroyed after it
        # Not by `setHtml`, which takes no more than 2 MB.
        self._profile.site.shell = page.encode("utf-8", "replace")
        self._page.shell = shell_url(Place())
        self._page.loadFinished.connect(self._print)
        self._page.renderProcessTerminated.connect(lambda: self._fail("its process ended"))
        self._page.load(self._page.shell)
        self._end = QTimer(self, interval=PATIENCE, singleShot=True)
        self._end.timeout.connect(lambda: self._fail("it took too long"))
        self._end.start()
        self._is_over = False

    def cancel(self) -> None:
        """Make no PDF: nothing more is said."""
        self._is_over = True
        self._end.stop()
        self._page.triggerAction(PreviewPage.WebAction.Stop)
        self.deleteLater()

    @Slot(bool)
    def _print(self, is_loaded: bool) -> None:
        if not is_loaded:
            self._fail("it did not load")
        elif not self._is_over:
            self._page.printToPdf(self._take, self._layout)

    def _take(self, pdf: QByteArray) -> None:
        content = bytes(pdf.data())
        if not content.startswith(b"%PDF"):
            self._fail("the web engine made none")
        elif not self._is_over:
            self._is_over = True
            self._end.stop()
            self.printed.emit(content)
            self.deleteLater()

    def _fail(self, why: str) -> None:
        if not self._is_over:
            self.cancel()
            self.failed.emit(why)


def layout_of(paper: Paper) -> QPageLayout:
    """The paper as Qt has it."""
    margin = float(paper.margin)
    return QPageLayout(
        QPageSize(_SIZES[paper.size]),
        QPageLayout.Orientation.Portrait,
        QMarginsF(margin, margin, margin, margin),
        QPageLayout.Unit.Millimeter,
    )
