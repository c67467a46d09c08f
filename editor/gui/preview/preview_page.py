"""The preview's web view: one sealed page, its tests of itself and its watchdog.

Importing this module loads QtWebEngine; `preview_pane` does so only when a preview is made.
"""

import json
import logging
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QFile, QIODevice, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QWidget

from editor import resources
from editor.gui.preview.preview_profile import POLICY, SealedProfile, shell_url
from editor.media import Place
from editor.site_page.serving import PagePlace

PING = 2_000  # milliseconds from one question to the page to the next
SILENCE = 3  # unanswered questions after which the page counts as hung
LAST_BREATH = 2_000  # milliseconds a killed process has to be gone
START = 20_000  # milliseconds the page has to say that it is ready

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_Navigation = QWebEnginePage.NavigationType

_SHARED = "/* --- From here on also within a page of the site: see site_page.css --- */"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Look:
    """How the page is drawn. `paper` is the colour behind it before anything is loaded."""

    dark: bool = False
    code: str = ""  # CSS of highlighted code
    paper: str = "#ffffff"


class PreviewPage(QWebEnginePage):
    """A page that goes nowhere: it shows the shell, and says which link the writer chose."""

    link_chosen = Signal(QUrl)  # http, https or mailto; nothing was opened

    def __init__(self, profile: SealedProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.shell = QUrl()
        self.permissionRequested.connect(lambda permission: permission.deny())
        self.fullScreenRequested.connect(lambda request: request.reject())
        self.fileSystemAccessRequested.connect(lambda request: request.reject())
        self.registerProtocolHandlerRequested.connect(lambda request: request.reject())
        self.certificateError.connect(lambda error: error.rejectCertificate())

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        type: QWebEnginePage.NavigationType,
        isMainFrame: bool,  # noqa: N803
    ) -> bool:
        try:
            return self._accepts(QUrl(url), type, isMainFrame)
        except Exception:
            _log.exception("a navigation of the preview failed")
            return False

    def _accepts(self, url: QUrl, kind: QWebEnginePage.NavigationType, main_frame: bool) -> bool:
        if not main_frame:
            return False
        if url == self.shell:
            return kind == _Navigation.NavigationTypeTyped
        if _encoded(url).startswith(_encoded(self.shell) + "#"):
            return True  # a place in the article
        if kind == _Navigation.NavigationTypeLinkClicked and is_outside(url):
            self.link_chosen.emit(url)
        return False

    def createWindow(self, type: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]  # noqa: ARG002
        return None

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,  # noqa: ARG002
        message: str,
        lineNumber: int,  # noqa: N803
        sourceID: str,  # noqa: N803, ARG002
    ) -> None:
        _log.debug("preview.js, line %s: %s", lineNumber, message)

    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str) -> None:  # noqa: N803, ARG002
        return

    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str) -> bool:  # noqa: N803, ARG002
        return False

    def javaScriptPrompt(
        self,
        securityOrigin: QUrl | str,  # noqa: N803, ARG002
        msg: str,  # noqa: ARG002
        defaultValue: str,  # noqa: N803, ARG002
    ) -> tuple[bool, str]:
        return False, ""

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,  # noqa: ARG002
        oldFiles: Sequence[str],  # noqa: N803, ARG002
        acceptedMimeTypes: Sequence[str],  # noqa: N803, ARG002
    ) -> list[str]:
        return []


def is_outside(url: QUrl) -> bool:
    """Whether `url` is one that another program may be asked to open."""
    return url.isValid() and url.scheme() in ("http", "https", "mailto")


class _Voice(QObject):
    """What the page's script can say. It takes numbers and words, and changes nothing itself."""

    ready = Signal(str, str, str)
    clicked = Signal(int, float)
    scrolled = Signal(int, float)
    word_chosen = Signal(int, float, str)
    zoomed = Signal(int)

    @Slot(str, str, str)
    def report_ready(self, address: str, acted: str, policy: str) -> None:
        self.ready.emit(address, acted, policy)

    @Slot(int, float)
    def report_click(self, index: int, spot: float) -> None:
        self.clicked.emit(index, spot)

    @Slot(int, float, str)
    def report_word(self, index: int, spot: float, word: str) -> None:
        self.word_chosen.emit(index, spot, word)

    @Slot(int, float)
    def report_scroll(self, index: int, spot: float) -> None:
        self.scrolled.emit(index, spot)

    @Slot(int)
    def report_zoom(self, steps: int) -> None:
        self.zoomed.emit(steps)


class SealedView(QWebEngineView):
    """One page that is loaded once and then told things; it says when it can no longer be."""

    opened = Signal()  # the page has come to its process, and is being loaded there
    ready = Signal()  # the page is loaded and its walls hold: it can be told things
    lost = Signal()  # the page's process died or hung; `open` starts another
    unsafe = Signal(str)  # what got through in the self-test; the page is closed
    clicked = Signal(int, float)  # block, and the place in it as `Article.spot_of` gives it
    scrolled = Signal(int, float)  # the same, of what the writer scrolled to
    word_chosen = Signal(int, float, str)  # the same, of the word that was double-clicked
    zoomed = Signal(int)  # steps of Ctrl+wheel, more is larger
    link_chosen = Signal(QUrl)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # The profile must be destroyed after the page, and children go in the order they came in.
        self._profile = SealedProfile()
        self._page = PreviewPage(self._profile, self)
        self._profile.setParent(self)
        self._profile.site.shell_sent.connect(self.opened)
        self.setPage(self._page)
        self.setAcceptDrops(False)
        self._is_ready = False
        self._is_given_up = False  # hung and killed, but not gone yet
        self._unanswered = 0
        self._zoom = 1.0
        self._channel = QWebChannel(self)
        self._voice = _Voice(self)
        self._channel.registerObject("voice", self._voice)
        self._page.setWebChannel(self._channel, _WORLD)
        self._voice.ready.connect(self._check)
        self._voice.clicked.connect(self.clicked)
        self._voice.scrolled.connect(self.scrolled)
        self._voice.word_chosen.connect(self.word_chosen)
        self._voice.zoomed.connect(self.zoomed)
        self._page.link_chosen.connect(self.link_chosen)
        self._page.zoomFactorChanged.connect(self._undo_zoom)
        self._page.renderProcessTerminated.connect(self._ended)
        self._watch = QTimer(self, interval=PING)
        self._watch.timeout.connect(self._ping)
        self._start = QTimer(self, interval=START, singleShot=True)
        self._start.timeout.connect(self._give_up)
        self._end = QTimer(self, interval=LAST_BREATH, singleShot=True)
        self._end.timeout.connect(self._tell_lost)

    @property
    def is_ready(self) -> bool:
        """Whether the page can be told things."""
        return self._is_ready

    def serve(self, place: Place | PagePlace) -> None:
        """Look the media of the page that is open up as those of a post at `place`."""
        self._profile.site.place = place

    def open(self, place: Place | PagePlace, look: Look, *, quirks: bool = False) -> None:
        """Load the empty page of a post at `place`. `ready` follows, or `lost`, or `unsafe`.

        `quirks`: it is to be drawn as pages without a document type are.
        """
        self._stop()
        self._profile.site.place = place
        self._profile.site.shell = _shell(look) if isinstance(place, Place) else _in_site(quirks)
        self.set_paper(look)
        # Each time: the frame that Chromium makes after a refused link has lost the scripts.
        self._page.scripts().clear()
        self._page.scripts().insert(_our_script())
        self._page.shell = shell_url(place)
        self._page.load(self._page.shell)
        self._start.start()

    def leave(self) -> None:
        """Tell the page nothing more: it is to be opened anew."""
        self._stop()

    def close_page(self) -> None:
        """Stop the page's process: until the next `open`, nothing is shown."""
        self._stop()
        _kill(self._page.renderProcessPid())

    def set_paper(self, look: Look) -> None:
        """Fill what the page does not cover, so that nothing flashes while it loads."""
        self._page.setBackgroundColor(QColor(look.paper))

    def set_zoom(self, factor: float) -> None:
        """Draw everything `factor` times as large as the page asks for."""
        self._zoom = factor
        self.setZoomFactor(factor)

    def tell(
        self, function: str, argument: object, answered: Callable[[Any], None] | None = None
    ) -> None:
        """Call `function` of preview.js; `answered` gets its JSON, read, or None for nonsense.

        A page that is not ready, or dies meanwhile, never answers.
        """
        if self._is_ready:
            call = f"preview.{function}({json.dumps(argument)})"
            self._page.runJavaScript(call, _WORLD, partial(self._answer, answered or _ignore))

    def _answer(self, answered: Callable[[Any], None], result: object) -> None:
        # A page that is destroyed answers with nothing all that was asked, and who asked may be
        # half destroyed then.
        if shiboken6.isValid(self) and self._is_ready:
            answered(_read(result))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Our own: QWebEngineView's standard menu offers to reload, to save and to see the source.
        menu = QMenu(self)
        action = QWebEnginePage.WebAction
        request = self.lastContextMenuRequest()
        if request.selectedText():
            copy = menu.addAction(self.tr("&Copy"))
            copy.triggered.connect(lambda: self._page.triggerAction(action.Copy))
        if is_outside(request.linkUrl()):
            link = menu.addAction(self.tr("Copy &link address"))
            address = _encoded(request.linkUrl())
            link.triggered.connect(lambda: QGuiApplication.clipboard().setText(address))
        everything = menu.addAction(self.tr("Select &all"))
        everything.triggered.connect(lambda: self._page.triggerAction(action.SelectAll))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @Slot(str, str, str)
    def _check(self, address: str, acted: str, policy: str) -> None:
        """The script of the page at `address` has started, and says what became of the canary."""
        if QUrl(address) != self._page.shell or self._is_given_up:
            return  # an earlier page; the one asked for since is under way
        if acted or policy != POLICY:
            self.close_page()
            self.unsafe.emit(acted or "policy")
            return
        self._start.stop()
        self._is_ready = True
        self._unanswered = 0
        self.setZoomFactor(self._zoom)  # another process may have forgotten it
        self._watch.start()
        self.ready.emit()

    @Slot(float)
    def _undo_zoom(self, factor: float) -> None:
        """Undo what the page made of Ctrl+wheel, and say it: zoom is the editor's to remember.

        Mostly our script is there first; just after loading, Chromium does not ask it yet.
        """
        if self._is_ready and abs(factor - self._zoom) > 0.01:
            self.setZoomFactor(self._zoom)
            self.zoomed.emit(1 if factor > self._zoom else -1)

    def _ping(self) -> None:
        if not self.isVisible() or not self._is_ready:
            return
        # Counted, not timed: a computer that slept must not look like a page that hangs.
        if self._unanswered >= SILENCE:
            self._give_up()
            return
        self._unanswered += 1
        self.tell("ping", None, self._answered)

    def _answered(self, _result: object) -> None:
        self._unanswered = 0

    def _give_up(self) -> None:
        """The page hangs. Its process is killed, and `lost` follows when it has gone."""
        self._stop()
        self._is_given_up = True
        if _kill(self._page.renderProcessPid()):
            # Just after another was started, Chromium may name one that has gone long since.
            self._end.start()
        else:
            self._tell_lost()

    @Slot()
    def _tell_lost(self) -> None:
        if self._is_given_up:
            self._stop()
            self._is_given_up = False
            self.lost.emit()

    @Slot(QWebEnginePage.RenderProcessTerminationStatus, int)
    def _ended(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        _log.info("the preview's process ended: %s, %s", status.name, code)
        if self._is_ready or self._start.isActive() or self._is_given_up:  # not after close_page
            self._stop()
            self._is_given_up = False
            self.lost.emit()

    def _stop(self) -> None:
        self._is_ready = False
        self._watch.stop()
        self._start.stop()
        self._end.stop()


def _our_script() -> QWebEngineScript:
    channel = QFile(":/qtwebchannel/qwebchannel.js")
    channel.open(QIODevice.OpenModeFlag.ReadOnly)
    script = QWebEngineScript()
    script.setName("preview")
    ours = (resources.text(name) for name in ("site_page.js", "preview.js"))
    script.setSourceCode("\n".join((channel.readAll().toStdString(), *ours)))
    script.setWorldId(_WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setRunsOnSubFrames(False)
    return script


def _shell(look: Look) -> bytes:
    page = resources.text("preview.html")
    page = page.replace("{look}", "dark" if look.dark else "light")
    return page.replace("{css}", resources.text("preview.css")).encode()


def _in_site(quirks: bool) -> bytes:
    """The shell that a page of the site is put into, with no look of its own."""
    _, _, shared = resources.text("preview.css").partition(_SHARED)
    page = resources.text("site_page.html").replace(
        "{css}", resources.text("site_page.css") + shared
    )
    return page.removeprefix("<!doctype html>\n" if quirks else "").encode()


def _read(result: object) -> Any:
    """What the page answered. It may have been anything."""
    try:
        return json.loads(str(result))
    except ValueError:
        return None


def _ignore(_result: object) -> None:
    pass


def _encoded(url: QUrl) -> str:
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


def _kill(pid: int) -> bool:
    """Kill the process; False where there is none."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    except OSError:  # it ended meanwhile
        return False
    return True
