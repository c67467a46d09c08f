"""Exports the post in front: to a file, to paper, to the clipboard."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.export.standing_alone import StandingAlone, Words
from editor.export.writing import OverPostError, write
from editor.gui import words
from editor.gui.export.export_bar import ExportBar
from editor.gui.export.making import Job, Made, made, process
from editor.gui.export.options import Options
from editor.gui.messages import Messages, Way
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.worker import Worker
from editor.render_process import RenderFailed, RenderProcess
from editor.settings import Settings

if TYPE_CHECKING:
    from editor.gui.export.page_printer import PagePrinter
    from editor.gui.export.print_preview import PrintPreview

SLOW = 300  # milliseconds after which it is told that an export is under way
_BRIEFLY = 6_000  # milliseconds for which a copy is told
_MOST_NAMED = 3  # images that are missing
_TOPIC = "export"
_ASKING = ("export_html", "export_pdf", "print", "copy_mail")  # their options
_ENDINGS = {"export_html": ".html", "export_pdf": ".pdf"}


@dataclass(frozen=True)
class _Order:
    job: Job
    process: RenderProcess


@dataclass(frozen=True)
class _Outcome:
    order: _Order
    result: Made | Exception


class Exporting(QObject):
    """Asks how the post in front is to be exported, and does it while the writer goes on."""

    options_chosen = Signal(dict)  # what the settings are to keep
    finished = Signal(str)  # the kind of what came to its end, well or not

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._posts, self._messages, self._window = posts, messages, window
        self.bar: ExportBar | None = None
        self.preview: PrintPreview | None = None
        self._order: _Order | None = None  # the one under way
        self._printer: PagePrinter | None = None
        self._worker = Worker(self._make, self)
        self._worker.done.connect(self._take)
        self._slow = QTimer(self, interval=SLOW, singleShot=True)
        self._slow.timeout.connect(self._tell_progress)
        self._brief = QTimer(self, interval=_BRIEFLY, singleShot=True)
        self._brief.timeout.connect(lambda: self._messages.clear(_TOPIC))
        posts.current_changed.connect(self.close_bar)

    def stop(self) -> None:
        """End what is under way, and the thread."""
        self.cancel()
        self._worker.stop()

    def run(self, kind: str, settings: Settings) -> None:
        """Export as `kind`, the name of a command, says; ask for its options first."""
        self.close_bar()
        options = Options.of(settings)
        if kind not in _ASKING:
            self._begin(kind, options)
            return
        self.bar = ExportBar(kind, options)
        self.bar.chosen.connect(partial(self._choose, kind))
        self.bar.closed.connect(self.close_bar)
        self._messages.hold(self.bar)
        self.bar.first.setFocus()

    @Slot()
    def close_bar(self) -> None:
        """Ask no more."""
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    @Slot()
    def cancel(self) -> None:
        """Give up what is under way."""
        order, self._order = self._order, None
        self._slow.stop()
        self._messages.clear(_TOPIC)
        if order is not None:
            order.process.stop()
        if self._printer is not None:
            self._printer.cancel()
            self._printer = None

    def _choose(self, kind: str) -> None:
        assert self.bar
        options = self.bar.options
        self.options_chosen.emit(options.changes)
        if kind not in _ENDINGS:
            self.close_bar()
            self._begin(kind, options)
        elif target := self._ask_target(_ENDINGS[kind]):
            self.close_bar()
            self._begin(kind, options, target)

    def _ask_target(self, ending: str) -> Path | None:
        path = self._posts.current.path
        name = path.stem if path else self.tr("post")
        start = self._posts.folder / f"{name}{ending}"
        kinds = self.tr("Pages ({pattern})").format(pattern=f"*{ending}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the post"), str(start), kinds
        )
        if not chosen:
            return None
        target = Path(chosen)
        is_page = target.suffix.lower() in (ending, ".htm" if ending == ".html" else ending)
        return target if is_page else target.with_name(target.name + ending)

    def _begin(self, kind: str, options: Options, target: Path | None = None) -> None:
        self.cancel()
        self._brief.stop()
        document = self._posts.current
        text, path = document.text, document.path
        job = Job(kind, text, path, options, self._words(), target)
        self._order = _Order(job, process())
        self._slow.start()
        self._worker.ask(self._order)

    @staticmethod
    def _make(order: object) -> _Outcome:
        # On the worker's thread. Told with its order: an error may be of one that was cancelled.
        assert isinstance(order, _Order)
        try:
            return _Outcome(order, made(order.job, order.process))
        except Exception as error:
            return _Outcome(order, error)
        finally:
            order.process.stop()

    @Slot(object)
    def _take(self, outcome: _Outcome) -> None:
        if outcome.order is not self._order:
            return  # cancelled
        if isinstance(outcome.result, Exception):
            self._fail(outcome.result)
        else:
            self._go_on(outcome.result)

    def _go_on(self, made: Made) -> None:
        match made.job.kind:
            case "export_html":
                self._tell_written(made.job, made.article)
            case "export_pdf" | "print":
                self._print(made)
            case _:
                self._copy(made)

    def _copy(self, made: Made) -> None:
        mime = QMimeData()
        mime.setText(made.text)
        if made.html:
            mime.setHtml(made.html)
        QGuiApplication.clipboard().setMimeData(mime)
        told = {
            "copy_html": self.tr("The article is copied: paste it where text has its forms."),
            "copy_html_source": self.tr("The article's HTML is copied."),
            "copy_mail": self.tr("The post is copied: paste it into an e-mail."),
        }
        self._end(told[made.job.kind], made.article)

    def _print(self, made: Made) -> None:
        try:
            from editor.gui.export.page_printer import PagePrinter
        except ImportError:
            text = self.tr("This needs the web engine, which is missing on this computer.")
            self._end_badly(made.job.kind, text)
            return
        self._printer = PagePrinter(made.html, made.job.options.paper, self)
        self._printer.printed.connect(partial(self._take_pdf, made))
        self._printer.failed.connect(lambda _why: self._tell_unprinted(made))

    def _tell_unprinted(self, made: Made) -> None:
        self._printer = None
        text = self.tr("The web engine made no PDF of this post. Your text is kept; try again.")
        self._end_badly(made.job.kind, text)

    def _take_pdf(self, made: Made, pdf: bytes) -> None:
        self._printer = None
        if made.job.kind == "print":
            self._show_preview(made, pdf)
            return
        assert made.job.target
        try:
            write(made.job.target, pdf, made.job.path)
        except OSError as error:
            self._fail(error)
        else:
            self._tell_written(made.job, made.article)

    def _show_preview(self, made: Made, pdf: bytes) -> None:
        from editor.gui.export.print_preview import PrintPreview

        title = self.tr("Print: {name}").format(name=made.header.title or self.tr("post"))
        self.preview = PrintPreview(pdf, made.job.options.paper, title, self._window)
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.printed.connect(self._tell_printed)
        self.preview.finished.connect(self._forget_preview)
        self.preview.show()
        self._end("", made.article, made.job.kind)

    @Slot(bool)
    def _tell_printed(self, is_whole: bool) -> None:
        if not is_whole:
            text = self.tr("Not all pages were printed. Look at the printer, and print again.")
            self._messages.show_banner(_TOPIC, text, level="warning")

    @Slot()
    def _forget_preview(self) -> None:
        self.preview = None

    def _fail(self, error: Exception) -> None:
        order = self._order
        assert order
        if isinstance(error, RenderFailed):
            text = words.not_rendered(error)
        elif isinstance(error, OverPostError):
            text = self.tr("This is the post itself. Choose another name for the page.")
        elif isinstance(error, OSError):
            name = order.job.target.name if order.job.target else ""
            text = self.tr("{name} was not written: {reason}. Choose another place.")
            text = text.format(name=name, reason=error.strerror or error)
        else:
            self._order = None
            raise error
        again = partial(self._begin, order.job.kind, order.job.options, order.job.target)
        self._end_badly(order.job.kind, text, (Way(self.tr("Try again"), again),))

    # What is told

    @Slot()
    def _tell_progress(self) -> None:
        ways = (Way(self.tr("Cancel"), self.cancel),)
        self._messages.show_banner(_TOPIC, self.tr("The post is being exported…"), ways)

    def _tell_written(self, job: Job, article: StandingAlone) -> None:
        assert job.target
        url = QUrl.fromLocalFile(str(job.target))
        folder = QUrl.fromLocalFile(str(job.target.parent))
        ways = (
            Way(self.tr("Open it"), partial(QDesktopServices.openUrl, url)),
            Way(self.tr("Show its folder"), partial(QDesktopServices.openUrl, folder)),
        )
        self._end(self.tr("Exported: {name}").format(name=job.target.name), article, ways=ways)

    def _end(
        self, text: str, article: StandingAlone, kind: str = "", ways: tuple[Way, ...] = ()
    ) -> None:
        """Say `text`, and what is not in the article."""
        kind = self._order.job.kind if self._order else kind
        self._order = None
        self._slow.stop()
        lacks = self._lacks(article)
        told = " ".join(part for part in (text, lacks) if part)
        if told:
            self._messages.show_banner(_TOPIC, told, ways, "warning" if lacks else "notice")
        else:
            self._messages.clear(_TOPIC)
        if not lacks and not ways:
            self._brief.start()
        self.finished.emit(kind)

    def _end_badly(self, kind: str, text: str, ways: tuple[Way, ...] = ()) -> None:
        self._order = None
        self._slow.stop()
        self._messages.show_banner(_TOPIC, text, ways, "error")
        self.finished.emit(kind)

    def _lacks(self, article: StandingAlone) -> str:
        """Which images are not in `article`, in words."""
        told = (
            (article.missing, self.tr("Images not found: {names}.")),
            (article.too_large, self.tr("Too large to go along: {names}.")),
            (article.remote, self.tr("On other sites, and not in it: {names}.")),
        )
        return " ".join(text.format(names=_names(names)) for names, text in told if names)

    def _words(self) -> Words:
        return replace(
            Words(),
            missing=self.tr("Image not found: {}"),
            too_large=self.tr("Too large to be embedded: {}"),
            remote=self.tr("Image on {}, not loaded"),
            embedded=self.tr("Content from {}"),
        )


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(name if len(name) < 60 else f"{name[:57]}…" for name in names[:_MOST_NAMED])
    return shown if len(names) <= _MOST_NAMED else f"{shown}, … ({len(names)})"
