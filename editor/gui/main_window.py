"""The window: it builds the panes and connects them, and decides nothing.

How the parts are built stands in three steps, one above the other: `window_panes` has what is drawn
at once, `late_parts` what comes by itself after that, `asked_parts` what comes when it is first
asked for. What the commands do stands in `window_commands`.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from editor.gui import window_state, words
from editor.gui.asked_parts import AskedParts
from editor.gui.posts.document import Document
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.theme import Theme
from editor.settings import Settings

if TYPE_CHECKING:
    from subprocess import Popen

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from editor.gui.window_commands import WindowCommands


class MainWindow(AskedParts):
    """One window with its open posts."""

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        shared: SharedPosts,
        child: "Popen[bytes] | None" = None,
    ) -> None:
        """`shared` are the posts that the program has open; `child` renders, if there."""
        super().__init__(settings, theme, shared, run=self._run)
        self._child = child
        self._may_close = False
        self._is_asking = False
        self._connect()
        self._restore()
        self._build_later()

    @cached_property
    def commands(self) -> "WindowCommands":
        """What the commands do here."""
        from editor.gui.window_commands import WindowCommands

        return WindowCommands(self)

    def _run(self, name: str, *state: bool) -> None:
        """Do what a command asks for, once the window is whole."""
        self.later.finish()
        self.commands.run(name, *state)

    # Building

    def _connect(self) -> None:
        self.posts.current_changed.connect(self._show_document)
        self.posts.changed.connect(self._show_state)
        self.posts.opened.connect(self._note_opened)
        self.posts.left.connect(self.source.leave)
        self.source.caret_moved.connect(self.status.show_position)
        self.source.file_dropped.connect(self.open_path)
        self.source.zoom_asked.connect(self.state.zoom)
        self.modes.changed.connect(lambda name, value: self.state.change(**{name: value}))
        self.preview_column.in_site_chosen.connect(lambda on: self.site_look.show(on))

        column = self.posts_column
        column.shown_changed.connect(self._mark_posts)
        column.chosen.connect(self._open_at)
        column.asked.connect(lambda name, path: self.post_files.run(name, path))
        column.folder_asked.connect(lambda: self.commands.ask_folder())
        column.left.connect(self.source.setFocus)

    def _restore(self) -> None:
        self._restore_panes()
        if self.settings.outline_shown:
            self.outline.show(True)
        window_state.mark_choices(self.actions_, self.settings)

    def _build_later(self) -> None:
        """Say what is built once the window is drawn, in this order, one at a time.

        The web page first. While it starts, in a process of its own, what it will be told is made
        ready; the rest would keep it waiting.
        """
        for step in (
            self._build_preview,
            self._build_following,
            self._await_page,
            self.source.colour_rest,
            self._finish_menus,
            self.actions_.name_buttons,
            self.actions_.draw_icons,
            self._build_form,
            self._build_recovery,
            self._build_rest,
            self.posts_column.begin,
            lambda: self.welcome.begin(self.state.theme),
        ):
            self.later.then(step)

    def _finish_menus(self) -> None:
        self.actions_.fill_menus()
        self.actions_.draw_first_icons()
        self.commands.connect_menus()

    def _build_rest(self) -> None:
        self._build_site_followers()
        self.outline.chosen.connect(self._scrolling.jump)  # built here, if it is not shown
        assert self._following
        self._following.add(take_counts=self._check_spelling)

    # The post in front

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        self._document = document
        self._is_held = self.long_posts.holds(document)
        self.source.show_document(document, has_form=not self._is_held)
        self._show_panes()
        if self._following:
            self._following.follow(document)

    @Slot()
    def _show_state(self) -> None:
        """Name, encoding and saved or not, of the post in front."""
        document = self._document
        if document is None:
            return
        self.setWindowTitle(f"{self.posts.name(document)}[*] — Blog Editor")
        self.setWindowModified(document.is_modified)
        self.source.setReadOnly(document.is_read_only)  # saved elsewhere, it is no more
        self.setWindowFilePath(str(document.path) if document.path else "")
        self.status.show_encoding(words.encoding_label(document.stored))
        self.status.show_saved(is_modified=document.is_modified, is_new=document.path is None)

    @Slot(Path)
    def _note_opened(self, path: Path) -> None:
        if self._following:
            self._following.note_opened()
        self.opened.emit(path)

    @Slot(Path, int)
    def _open_at(self, path: Path, line: int) -> None:
        if self.open_path(path, None if line < 0 else line):
            self.source.setFocus()

    @Slot(bool)
    def _mark_posts(self, on: bool) -> None:
        """The list of posts came or went by itself."""
        self.actions_.mark("show_posts", on)
        self.actions_.by_name["show_posts"].changed.emit()  # its button and its entry follow that

    # Settings

    def apply_settings(self, settings: Settings, theme: Theme) -> None:
        """Show what `settings` say, in the colours of `theme`."""
        before, colours = self.settings, self.state.theme
        self.state.settings, self.state.theme = settings, theme
        if theme != colours:
            self._apply_theme(theme)
        self.modes.apply(settings)
        self.actions_.set_keys(settings.shortcuts)
        self.later.then(lambda: self.preview.set_zoom(settings.preview_zoom))
        window_state.mark_choices(self.actions_, settings)
        if before.spelling != settings.spelling:
            self.spelling.set_on(settings.spelling)
        if before.typography != settings.typography:
            self.set_signs()
        if self._has_preferences:
            self.preferences.follow(settings)

    def _apply_theme(self, theme: Theme) -> None:
        self.form.set_theme(theme)
        self.posts_column.set_theme(theme)
        self.source.set_theme(theme)
        self.actions_.set_theme(theme)
        self.site_followers.marks.set_theme(theme)
        self.welcome.set_theme(theme)
        self.finding.set_theme(theme)
        self.preview.set_dark(theme.is_dark, contrast=theme.is_contrast)

    # Dropped files, closing

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open each file dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_path(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ask about texts not saved, then keep the window's place and go."""
        if not self._may_close:
            self._is_asking = True  # Qt drops a `close` called from in here
            self.posts.close_all(then=self.leave)
            self._is_asking = False
        if not self._may_close:
            event.ignore()
            return
        self._keep_panes()
        self.stop()
        self.closed.emit()
        super().closeEvent(event)

    def stop(self) -> None:
        """End what runs for this window; other windows may go on with its posts."""
        self.following.stop()
        self.posts_column.stop()
        self._document = None
        self.posts.stop()

    def leave(self) -> None:
        """Close without asking about texts not saved."""
        self._may_close = True
        if not self._is_asking:
            self.close()
