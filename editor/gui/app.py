"""The running program: its settings, its language, its look, its windows."""

import gc
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QLibraryInfo,
    QLocale,
    QObject,
    Qt,
    QTimer,
    QTranslator,
    Slot,
)
from PySide6.QtWidgets import QApplication

from editor import resources
from editor.gui import theme as themes
from editor.gui.main_window import MainWindow
from editor.gui.plain_text import let_go_of_the_clipboard
from editor.gui.posts.claims import Address
from editor.gui.posts.document import Document
from editor.gui.posts.safekeeping import questions
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.preview.graphics_card import GraphicsCard
from editor.gui.preview.preparing import prepare_before_application
from editor.gui.worker import Worker
from editor.settings import Settings, settings_path, state_folder

if TYPE_CHECKING:
    from subprocess import Popen

_TIDY_EVERY = 600_000  # milliseconds

# Qt's own dialogs say these; its French (6.11) lacks them, ours has them.
_WORDS_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


class Program(QObject):
    """The windows that are open, and what they share."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        kept_at: Path,
        state: Path | None = None,
        child: "Popen[bytes] | None" = None,
    ) -> None:
        """`kept_at` is the file of the settings, `state` the folder for what must not be lost.

        `child` renders for the first window, if it was launched already.
        """
        super().__init__()
        self._app = app
        self.settings = settings
        self._kept_at = kept_at
        self._state = state or state_folder()
        self._shared = SharedPosts(self._state, self)
        self._child = child
        self._address = Address(questions(self._state), self)
        self._address.asked.connect(self.show_post)
        self._shared.safekeeping.address = self._address.name
        self._tidier = Worker(_tidy, self)
        self._tidying = QTimer(self, interval=_TIDY_EVERY)
        self._tidying.timeout.connect(self.tidy)
        self.translators: list[QTranslator] = []
        self.windows: list[MainWindow] = []
        self._speak(settings.language)
        self.theme = themes.chosen_theme(settings.theme)
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @Slot()
    def open_window(self) -> MainWindow:
        """Open another window; the caller opens a post in it."""
        window = MainWindow(self.settings, self.theme, self._shared, self._child)
        self._child = None
        window.settings_changed.connect(self.change_settings)
        window.window_asked.connect(self._open_blank)
        window.quit_asked.connect(lambda: self.quit(window))
        window.closed.connect(lambda: self.windows.remove(window))
        window.opened.connect(self._note_opened)
        window.post_shown_asked.connect(self._open_sharing)
        window.path_shown_asked.connect(self._open_apart)
        self.windows.append(window)
        return window

    @Slot(Path)
    def show_post(self, path: Path) -> None:
        """Put in front the window that has the post at `path` open."""
        for window in self.windows:
            if window.posts.show_path(path):
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
                window.raise_()
                window.activateWindow()
                return

    def quit(self, window: MainWindow) -> None:
        """Close all windows, after one question of `window` about all texts not saved."""
        window.posts.close_all(self._close_windows, everywhere=True)

    def _close_windows(self) -> None:
        for window in list(self.windows):
            window.leave()

    def flush(self) -> None:
        """Have every unsaved text on the disk when this returns."""
        self._shared.safekeeping.flush()

    def hurry(self) -> None:
        """Have what was typed last on the disk when this returns."""
        self._shared.safekeeping.hurry()

    def tidy(self) -> None:
        """Forget unsaved texts and versions that are too old, off this thread; from now on."""
        self._tidier.ask(self._state)
        self._tidying.start()

    def end(self) -> None:
        """Nothing of the program runs any more when this returns; saves have come to their end."""
        for window in self.windows:
            window.stop()
        self._shared.stop()
        self._address.close()
        self._tidying.stop()
        self._tidier.stop()

    @Slot(object)
    def change_settings(self, settings: Settings) -> None:
        """Keep `settings` and let every window follow."""
        languages = self.settings.language, settings.language
        self.settings = settings
        try:
            settings.save(self._kept_at)
        except OSError as error:
            for window in self.windows:
                text = self.tr("Your settings could not be kept: {reason}.")
                window.messages.show_banner(
                    "settings", text.format(reason=error.strerror), level="warning"
                )
        self.theme = themes.chosen_theme(settings.theme)
        self._dress()
        for window in self.windows:
            window.apply_settings(settings, self.theme)
        if languages[0] != languages[1]:
            self._speak(settings.language)
            for window in self.windows:
                window.messages.show_banner(
                    "language", self.tr("The language changes with the next window that opens.")
                )

    @Slot()
    def _open_blank(self) -> None:
        window = self.open_window()
        window.posts.new()
        window.show()

    @Slot(object)
    def _open_sharing(self, document: Document) -> None:
        window = self.open_window()
        window.posts.share(document)
        window.show()

    @Slot(Path)
    def _open_apart(self, path: Path) -> None:
        window = self.open_window()
        if not window.open_path(path):
            window.posts.ensure_one()  # a banner tells why it is not this one
        window.show()

    @Slot(Path)
    def _note_opened(self, path: Path) -> None:
        self.change_settings(self.settings.with_recent(path.absolute()))

    @Slot()
    def _follow_system(self) -> None:
        theme = themes.chosen_theme(self.settings.theme)
        if theme != self.theme:
            self.change_settings(self.settings)

    def _dress(self) -> None:
        """Give Qt's own widgets the colours of the theme."""
        sheet = themes.style_sheet(self.theme)
        if sheet != self._app.styleSheet():
            self._app.setPalette(themes.palette(self.theme))
            self._app.setStyleSheet(sheet)

    def _speak(self, language: str) -> None:
        """Use the interface's `language`, "" for the system's; dates follow it."""
        for translator in self.translators:
            self._app.removeTranslator(translator)
        self.translators = []
        locale = QLocale(language) if language else QLocale.system()
        QLocale.setDefault(locale)
        # The first language the user wants, alone: Qt would go on to the second where the first
        # is English, which needs no translation.
        wanted = language or locale.uiLanguages()[0].split("-")[0]
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file in (resources.path("i18n", f"editor_{wanted}"), Path(of_qt, f"qtbase_{wanted}")):
            translator = QTranslator(self)
            if translator.load(str(file)):
                self._app.installTranslator(translator)
                self.translators.append(translator)


def is_doomed() -> bool:
    """Whether Python will abort, and unsaved text be lost. For the reason see pyproject.toml."""
    return PySide6.__version__ == "6.12.0" and sys.version_info < (3, 12)


def run(
    paths: list[Path],
    line: int | None = None,
    child: "Popen[bytes] | None" = None,
    *,
    is_self_check: bool = False,
) -> int:
    """Open a window on `paths` and stay until the last one is closed; gives the exit code.

    `child` renders for it, if it was launched already. For a self-check the window stays until it
    is known whether its parts work.
    """
    state = state_folder()
    card = GraphicsCard(state)
    prepare_before_application(on_processor=card.is_left_out)
    # `setStyle` would have PySide make all enums of QStyle, 5 ms before anything is seen.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("blog-editor")
    app.setApplicationDisplayName("Blog Editor")
    app.setDesktopFileName("blog-editor")
    early = _EarlySignals()
    early.listen()
    kept_at = settings_path()
    program = Program(app, Settings.load(kept_at), kept_at, state, child)
    window = program.open_window()
    for path in paths:
        window.open_path(path, line)
    window.posts.ensure_one()
    guards = _Guards(program, app, early)
    window.later.then(guards.begin)
    window.later.then(lambda: window.recovery.offer())
    window.later.then(program.tidy)
    window.later.then(
        lambda: window.preview.patched.connect(
            card.note_preview, Qt.ConnectionType.SingleShotConnection
        )
    )
    window.later.then(_collect)
    window.show()
    window.source.setFocus()
    if is_self_check:
        from editor.gui.self_check import SelfCheck

        SelfCheck(window).begin()
    status = app.exec()
    card.stop()
    program.end()
    guards.leave()
    let_go_of_the_clipboard()
    return status


def _collect() -> None:
    """Look for garbage from now on: in what is made from now on."""
    gc.freeze()
    gc.enable()


class _EarlySignals:
    """Notes a signal that ends the program while nobody listens yet: words may be typed by then."""

    def __init__(self) -> None:
        self.number = 0  # of the signal; 0: none came

    def listen(self) -> None:
        """From now on, until others do."""
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._note)

    def _note(self, number: int, _frame: object) -> None:
        self.number = number


class _Guards:
    """What watches over the whole program, once its first window is drawn."""

    def __init__(self, program: Program, app: QApplication, early: "_EarlySignals") -> None:
        self._program = program
        self._app = app
        self._early = early
        self._leave: Callable[[], object] = lambda: None

    def begin(self) -> None:
        """Hear of errors that nobody expected, and of signals that end the program."""
        from editor.gui.endings import Endings
        from editor.gui.frozen import OtherPrograms
        from editor.gui.icons import app_icon
        from editor.gui.unexpected import Unexpected

        Unexpected(self._program.flush, self._program).listen()
        OtherPrograms(self._program).listen()
        endings = Endings(self._app, self._program.flush)
        endings.listen(self._early.number)
        self._leave = endings.leave
        self._app.applicationStateChanged.connect(self._note_state)
        self._app.setWindowIcon(app_icon())

    def _note_state(self, state: Qt.ApplicationState) -> None:
        """The writer goes to another program: what was typed is not to wait for its turn."""
        if state != Qt.ApplicationState.ApplicationActive:
            self._program.hurry()

    def leave(self) -> None:
        """End the process at once where a signal asked for it."""
        self._leave()


def _tidy(state: object) -> None:
    import time

    from editor import history, recovery

    assert isinstance(state, Path)
    recovery.tidy(state / "recovery", time.time())
    history.tidy(state / "history", time.time())
