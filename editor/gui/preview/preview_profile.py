"""The walls around the preview: a scheme of its own, and nothing else that it could reach.

The page lives at `post://site/<the post's folder>/__preview__`; below `post://site/` lie the
media of the site, read-only, and for a page of the site its style sheets. The policy, the
interceptor and the switched-off settings each keep a hostile post in by themselves; together they
may lose any one.

Qt asks these classes for decisions, and some of its questions fail open: an exception that leaves
`interceptRequest` lets the request through, one that leaves `requestStarted` stalls the page. So
nothing may leave them.
"""

import logging

from PySide6.QtCore import QBuffer, QFile, QFileDevice, QIODevice, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)

from editor.gui.preview.preparing import SCHEME
from editor.media import Media, MediaRefusedError, Place, Refusal, open_media
from editor.site_page.serving import PagePlace, open_for_page

SHELL = "__preview__"

POLICY = (
    "default-src 'none'; img-src post: data:; media-src post:; font-src post:; "
    "style-src post: 'unsafe-inline'; script-src 'none'; object-src 'none'; frame-src 'none'; "
    "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_SVG_POLICY = b"default-src 'none'; style-src 'unsafe-inline'; sandbox"

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,  # of the page; our script lives in another world
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.FocusOnNavigationEnabled,
)
_ON = (
    _Attribute.PlaybackRequiresUserGesture,
    _Attribute.WebRTCPublicInterfacesOnly,
    _Attribute.ScrollAnimatorEnabled,
)

_LARGEST_SHEET = 8_000_000  # bytes in which addresses are looked for
_log = logging.getLogger(__name__)


def shell_url(place: Place | PagePlace) -> QUrl:
    """Where the page of a post at `place` lives; relative images are looked up beside it."""
    folder = place.folder if isinstance(place, Place) else place.built.folder
    return QUrl(f"post://site{folder}{SHELL}", QUrl.ParsingMode.StrictMode)


def _open(place: Place | PagePlace, address: str) -> Media:
    return open_media(place, address) if isinstance(place, Place) else open_for_page(place, address)


class SiteScheme(QWebEngineUrlSchemeHandler):
    """Answers `post:` with the shell of the page and with the media below the site's root.

    To a page of the site also with the style sheets that were built with it.
    """

    shell_sent = Signal()  # the page's process has asked for the shell, and got it

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.place: Place | PagePlace = Place()
        self.shell = b""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        try:
            self._answer(job)
        except MediaRefusedError as refusal:
            missing = refusal.why is Refusal.MISSING
            job.fail(job.Error.UrlNotFound if missing else job.Error.RequestDenied)
        except Exception:  # a request without an answer would stall the page
            _log.exception("a request of the preview failed")
            job.fail(job.Error.RequestFailed)

    def _answer(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        address = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.host() != "site" or job.requestMethod() != b"GET":
            raise MediaRefusedError(address, Refusal.ADDRESS)
        if address == shell_url(self.place).path(QUrl.ComponentFormattingOption.FullyEncoded):
            self._reply_shell(job)
            self.shell_sent.emit()
        else:
            media = _open(self.place, address)
            file = QFile(job)  # read by Chromium, off this thread; lives as long as the job
            file.open(
                media.descriptor,
                QIODevice.OpenModeFlag.ReadOnly,
                QFileDevice.FileHandleFlag.AutoCloseHandle,
            )
            policy = {b"Content-Security-Policy": [_SVG_POLICY]} if "svg" in media.type else {}
            device = self._sheet(file) if media.type == "text/css" else file
            _reply(job, media.type, device, policy)

    def _sheet(self, file: QFile) -> QIODevice:
        """A style sheet, in which the site's own addresses are paths."""
        if not isinstance(self.place, PagePlace) or file.size() > _LARGEST_SHEET:
            return file
        buffer = QBuffer(file)
        buffer.setData(self.place.relative(bytes(file.readAll().data())))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        return buffer

    def _reply_shell(self, job: QWebEngineUrlRequestJob) -> None:
        buffer = QBuffer(job)
        buffer.setData(self.shell)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        headers = {
            b"Content-Security-Policy": [POLICY.encode()],
            b"Referrer-Policy": [b"no-referrer"],
        }
        _reply(job, "text/html; charset=utf-8", buffer, headers)


def _reply(
    job: QWebEngineUrlRequestJob, kind: str, device: QIODevice, headers: dict[bytes, list[bytes]]
) -> None:
    # The values must be lists: a plain value would be sent as one header for each character.
    always = {b"X-Content-Type-Options": [b"nosniff"], b"Cache-Control": [b"no-store"]}
    job.setAdditionalResponseHeaders(headers | always)  # type: ignore[arg-type]
    job.reply(kind.encode(), device)


class OnlyTheSite(QWebEngineUrlRequestInterceptor):
    """Lets nothing pass but `post:` and `data:`."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        try:
            allowed = info.requestUrl().scheme() in ("post", "data")
        except Exception:  # an exception that leaves this method lets the request through
            allowed = False
        if not allowed:
            info.block(True)


class SealedProfile(QWebEngineProfile):
    """A profile that leaves nothing on the disk and reaches nothing but a post's site.

    It must outlive its pages.
    """

    def __init__(self) -> None:
        super().__init__()  # without a name: off the record
        self.site = SiteScheme(self)
        self._interceptor = OnlyTheSite(self)
        self.installUrlSchemeHandler(SCHEME, self.site)
        self.setUrlRequestInterceptor(self._interceptor)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(
            QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
        )
        self.setSpellCheckEnabled(False)
        self.setPushServiceEnabled(False)
        self.downloadRequested.connect(_refuse_download)
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        for attribute in _ON:
            settings.setAttribute(attribute, True)
        settings.setDefaultTextEncoding("utf-8")


def _refuse_download(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
