"""The window as it is first drawn: its panes in their places, its menus' names, its toolbar.

How a post or a line comes into view stands here too, as all parts of the window ask for it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QVBoxLayout, QWidget

from editor.gui import commands_menu, window_state
from editor.gui.actions import Actions
from editor.gui.later import Later
from editor.gui.library.posts_column import PostsColumn
from editor.gui.messages import Messages
from editor.gui.modes.full_screen import FullScreen
from editor.gui.modes.modes import Modes
from editor.gui.posts.document import Document
from editor.gui.posts.long_posts import LongPosts
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.post_tabs import PostTabs
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.preview.paper import PAPER
from editor.gui.preview.preview_column import PreviewColumn
from editor.gui.source_pane import SourcePane
from editor.gui.status_line import StatusLine
from editor.gui.theme import Theme
from editor.gui.window_state import WindowState
from editor.settings import Settings

if TYPE_CHECKING:  # the form comes later: see `window_parts`
    from editor.gui.fields.field_editing import FieldEditing

_NARROWEST_CENTRE = 300  # pixels


class WindowPanes(QMainWindow):
    """A window with the panes that are seen at once."""

    settings_changed = Signal(object)  # the new Settings
    window_asked = Signal()  # another window
    post_shown_asked = Signal(object)  # another window that shows this Document too
    path_shown_asked = Signal(Path)  # another window that shows the post at this path
    quit_asked = Signal()  # all windows are to close
    closed = Signal()
    opened = Signal(Path)  # a file came into this window

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        shared: SharedPosts,
        run: Callable[..., object],
    ) -> None:
        """`run` does what a command asks for: see `Actions`."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.state = WindowState(settings, theme, self)
        self.state.asked.connect(self.settings_changed)
        self._document: Document | None = None
        self._is_held = False  # form and preview wait until they are asked for

        self.messages = Messages()
        self.posts = OpenPosts(self, self.messages, shared)
        self.long_posts = LongPosts(self.posts, self.messages, self)
        self.source = SourcePane(theme)
        self.source.hold_colours()
        self.status = StatusLine()
        self.preview_column = PreviewColumn(paper=PAPER[theme.is_dark, theme.is_contrast])
        self.posts_column = PostsColumn(
            self.posts, theme, wanted=settings.posts_shown, sort=settings.posts_sort
        )
        self._fields: FieldEditing | None = None
        self._form: QWidget = _space_for_the_form(settings.form_height)
        self.later = Later(self, before=shared.safekeeping.hurry)  # what was typed meanwhile
        self.source.drawn.connect(self.later.begin)
        self._lay_out()
        self.actions_ = Actions(self, theme, commands_menu.commands(), run, self.source)
        self.full_screen = FullScreen(self, self.actions_.by_name)
        self._build_menus()

    @property
    def settings(self) -> Settings:
        """What the window shows itself by."""
        return self.state.settings

    def _lay_out(self) -> None:
        self.centre = QWidget()
        self.centre.setObjectName("centre")
        self.centre.setMinimumWidth(_NARROWEST_CENTRE)
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        self.centre_column = QVBoxLayout(self.centre)
        self.centre_column.setContentsMargins(0, 0, 0, 0)
        self.centre_column.setSpacing(0)
        for widget in (PostTabs(self.posts), self.messages, self._form, line):
            self.centre_column.addWidget(widget)
        self.centre_column.addWidget(self.source, stretch=1)
        self.modes = Modes(self.source)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for place, pane in enumerate((self.posts_column, self.centre, self.preview_column)):
            self.columns.addWidget(pane)
            self.columns.setStretchFactor(place, min(place, 1))  # the posts keep their width
        self.setCentralWidget(self.columns)
        self.setStatusBar(self.status)

    def _build_menus(self) -> None:
        actions = self.actions_
        actions.choice(commands_menu.LOOKS)
        actions.choice(commands_menu.languages())
        actions.build_menus(commands_menu.menus(), commands_menu.submenus())
        title = self.tr("Toolbar")
        actions.build_toolbar(title, commands_menu.TOOLBAR, commands_menu.TOOLBAR_RIGHT)

    # Posts and lines that come into view

    @Slot(Path)
    def open_path(self, path: Path, line: int | None = None) -> bool:
        """Open a post, or show the posts of a folder; `line` (from 0) gets the caret."""
        if path.is_dir():
            self.posts.ensure_one()
            self.posts_column.open_folder(path)
            return True
        opened = self.posts.open(path)
        if opened and line is not None:
            self.edit_in_source(line)
        return opened

    @Slot(int)
    def edit_in_source(self, line: int) -> None:
        """Go to `line` (from 0) of the post in front, unfolded where it lies in the head."""
        document = self.posts.current
        if line < document.text.count("\n", 0, document.front_matter.end):
            self.actions_.by_name["show_head"].setChecked(True)
        self.source.go_to_line(line)

    # Panes that come and go

    def show_pane(self, name: str, _on: bool) -> None:
        """Show or hide form or preview, as the command of that `name` is marked."""
        if self._is_held:  # there is none to hide: the writer asks to see it
            self.long_posts.ask()
            if not self._is_held:
                self.actions_.mark(name, True)
        self._show_panes()

    def ask_for_held(self) -> None:
        """Ask whether form and preview are to come, where they wait for that: the post is long."""
        if self._is_held:
            self.long_posts.ask()

    def _show_panes(self) -> None:
        """Form and preview, where the writer wants them and the post lets them be."""
        wants = {
            name: self.actions_.by_name[name].isChecked() and not self._is_held
            for name in ("show_form", "show_preview")
        }
        self._form.setVisible(wants["show_form"])
        self.preview_column.setVisible(wants["show_preview"])
        if self._fields:
            # They are told below the preview, with their line.
            self._fields.leave_tags(told_elsewhere=wants["show_preview"])

    @Slot(bool)
    def _hold(self, is_held: bool) -> None:
        self._is_held = is_held
        self._show_panes()

    def _restore_panes(self) -> None:
        """Show the panes as large as they were last, those that were shown."""
        settings = self.settings
        window_state.restore_place(self, self.columns, settings)
        self.modes.apply(settings)
        self.actions_.set_keys(settings.shortcuts)
        window_state.mark_shown(self.actions_, settings)
        self.source.set_folded(settings.front_matter_folded)
        self._show_panes()

    def _keep_panes(self) -> None:
        """Note for the next window what `_restore_panes` reads."""
        self.full_screen.leave()
        shown = {name: action.isChecked() for name, action in self.actions_.by_name.items()}
        self.state.change(
            **window_state.place_of(self, self.columns),
            posts_shown=self.posts_column.is_wanted,
            posts_sort=self.posts_column.sort,
            form_shown=shown["show_form"],
            preview_shown=shown["show_preview"],
            front_matter_folded=not shown["show_head"],
            form_height=self._form.height() if shown["show_form"] else self.settings.form_height,
        )


def _space_for_the_form(height: int) -> QWidget:
    """Stands in the form's place until it is built, so that nothing moves when it comes."""
    space = QWidget()
    space.setObjectName("formPage")
    space.setFixedHeight(height)
    return space
