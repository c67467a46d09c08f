"""What QtWebEngine must find before the application exists; the preview itself comes later."""

import os
import sys

SCHEME = b"post"  # of the page's address; what it stands for see `preview_profile`


def prepare_before_application(*, on_processor: bool = sys.platform == "linux") -> None:
    """Set what QtWebEngine reads when it starts. To be called before the QApplication exists.

    With `on_processor` the window is drawn without the graphics card: see `editor.composition`.
    """
    # No name and no address can be looked up: the last of the walls around the preview.
    wanted = ['--host-resolver-rules="MAP * ~NOTFOUND"']
    if sys.platform == "linux":
        # The process that would make those outside of the sandbox: there are none. It takes 10 MB.
        wanted.append("--no-unsandboxed-zygote")
    if is_root():
        wanted.append("--no-sandbox")  # as root, Chromium ends the program at once with it
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    missing = [flag for flag in wanted if flag not in flags]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join([flags, *missing]).strip()
    os.environ.pop("QTWEBENGINE_REMOTE_DEBUGGING", None)  # a port that rules the page
    if on_processor:
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    try:
        register_scheme()
    except ImportError:
        return  # `preview_choice` says so


def register_scheme() -> None:
    """Make `post:` known to Chromium; only possible before the QApplication exists.

    Raises ImportError where QtWebEngine cannot be loaded.
    """
    from PySide6.QtWebEngineCore import QWebEngineUrlScheme

    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


def is_root() -> bool:
    """Whether the program runs as root, so that Chromium has no sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
