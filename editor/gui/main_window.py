"""The window: it builds the panes and connects them, and decides nothing."""

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.gui import commands_menu, words
from editor.gui.actions import Actions
from editor.gui.later import Later
from editor.gui.library import posts_column
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
from editor.settings import Settings, documents_folder, settings_path

if TYPE_CHECKING:  # what is not drawn at once is imported where it is built: see `_build_later`
    from subprocess import Popen

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from editor.gui.counting import Counts
    from editor.gui.export.exporting import Exporting
    from editor.gui.fields.field_editing import FieldEditing
    from editor.gui.fields.form import FrontMatterForm
    from editor.gui.finding.find import Find
    from editor.gui.following import Following
    from editor.gui.heading_chooser import HeadingChooser
    from editor.gui.help.help import Help
    from editor.gui.library.post_library import PostLibrary
    from editor.gui.outline.outline import Outline
    from editor.gui.palette.palette import Palette
    from editor.gui.posts.history_panel import HistoryPanel
    from editor.gui.posts.post_files import PostFiles
    from editor.gui.posts.recovery_offer import RecoveryOffer
    from editor.gui.preferences.opening import OpenPreferences
    from editor.gui.preview.live_preview import LivePreview
    from editor.gui.preview.plain_preview import PlainPreview
    from editor.gui.preview.preview_pane import PreviewPane
    from editor.gui.references.image_insertion import ImageInsertion
    from editor.gui.references.link_insertion import LinkInsertion
    from editor.gui.references.unused_images import UnusedImages
    from editor.gui.scrolling import Scrolling
    from editor.gui.site_look.site_look import SiteLook
    from editor.gui.spelling.spelling import Spelling
    from editor.gui.tags.tag_renaming import TagRenaming
    from editor.gui.text_commands import TextCommands
    from editor.gui.welcome.welcome import Welcome
    from editor.gui.writing.typography import Typography
    from editor.site_media import OwnAddress

_ZOOM_STEP = 0.1  # of the preview, for one point of the source
_FIRST_SIZE = (1280, 800)  # pixels, like all sizes here
_FIRST_COLUMNS = (posts_column.WIDTH, 600, 580)
_NARROWEST_CENTRE = 300
_PATIENCE = 1_500  # milliseconds that the rest waits for the page, which is slow on a busy machine


class MainWindow(QMainWindow):
    """One window with its open posts."""

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
        child: "Popen[bytes] | None" = None,
    ) -> None:
        """`shared` are the posts that the program has open; `child` renders, if there."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._settings = settings
        self._theme = theme
        self._child = child
        self._document: Document | None = None
        self._is_held = False  # form and preview wait until they are asked for
        self._has_preferences = False
        self._may_close = False
        self._is_asking = False

        self.messages = Messages()
        self.posts = OpenPosts(self, self.messages, shared)
        self.long_posts = LongPosts(self.posts, self.messages, self)
        self.source = SourcePane(theme)
        self.source.hold_colours()
        self.status = StatusLine()
        self._right = PreviewColumn(paper=PAPER[theme.is_dark, theme.is_contrast])
        self.posts_column = PostsColumn(
            self.posts, theme, wanted=settings.posts_shown, sort=settings.posts_sort
        )
        self._following: Following | None = None
        self._fields: FieldEditing | None = None
        self._form: QWidget = _space_for_the_form(settings.form_height)
        self.later = Later(self, before=shared.safekeeping.hurry)  # what was typed meanwhile
        self.source.drawn.connect(self.later.begin)
        self._build_panes()
        commands = commands_menu.commands()
        self.actions_ = Actions(self, theme, commands, self._run, self.source)
        self._full_screen = FullScreen(self, self.actions_.by_name)
        self._build_menus()
        self._connect()
        self._restore()
        self._build_later()

    # What is built after the window is drawn. Who asks for a part before its turn has them all.

    @property
    def form(self) -> "FrontMatterForm":
        """The form of the post in front."""
        self.later.finish()
        return self._real_form

    @property
    def preview(self) -> "PreviewPane | PlainPreview":
        """The preview in use."""
        self.later.finish()
        return self._right.preview

    @property
    def live(self) -> "LivePreview":
        """What keeps the preview on the newest text."""
        return self.following.live

    @property
    def following(self) -> "Following":
        """What keeps preview, form and counts on the newest text."""
        self.later.finish()
        assert self._following
        return self._following

    @property
    def scrolling(self) -> "Scrolling":
        """What keeps source and preview in step."""
        self.later.finish()
        return self._scrolling

    @property
    def recovery(self) -> "RecoveryOffer":
        """What offers unsaved texts."""
        self.later.finish()
        return self._recovery

    @property
    def images(self) -> "ImageInsertion":
        """What puts images into the post in front."""
        self.later.finish()
        return self._images

    @property
    def links(self) -> "LinkInsertion":
        """What links to posts of the site."""
        self.later.finish()
        return self._links

    @property
    def unused_images(self) -> "UnusedImages":
        """What lists the images that the site does not use."""
        self.later.finish()
        return self._unused_images

    @property
    def tags(self) -> "TagRenaming":
        """What renames a tag in all posts of the site."""
        self.later.finish()
        return self._tags

    @cached_property
    def outline(self) -> "Outline":
        """The headings of the post in front, and the folding of its sections."""
        from editor.gui.outline.outline import Outline

        return Outline(self.source, self.posts, self._centre)

    @cached_property
    def site_look(self) -> "SiteLook":
        """What shows the post in front within its site; made when it is first asked for."""
        from editor.gui.site_look.site_look import SiteLook

        self.later.finish()
        look = SiteLook(self._right, self.posts, self)
        look.line_asked.connect(self.open_path)
        self.following.add(look.look_at, stop=look.stop)
        return look

    @property
    def post_files(self) -> "PostFiles":
        """What makes, publishes, renames and removes posts."""
        self.later.finish()
        return self._post_files

    @cached_property
    def finding(self) -> "Find":
        """What finds and replaces."""
        from editor.gui.finding.find import Find

        finding = Find(self.source, self.posts, self.messages, self._centre)
        finding.line_asked.connect(self.open_path)
        return finding

    @cached_property
    def spelling(self) -> "Spelling":
        """The spelling of the post in front; made when a text was counted, long after the start."""
        from editor.gui.spelling.spelling import Spelling

        spelling = Spelling(self.source, self.posts, settings_path().parent)
        spelling.set_on(self._settings.spelling)
        spelling.told.connect(self._tell)
        self.following.add(stop=spelling.stop)
        return spelling

    @cached_property
    def exporting(self) -> "Exporting":
        """What exports the post in front; built when it is first asked."""
        from editor.gui.export.exporting import Exporting

        exporting = Exporting(self.posts, self.messages, self)
        exporting.options_chosen.connect(lambda changes: self._change_settings(**changes))
        self.following.add(stop=exporting.stop)
        return exporting

    def _export(self, name: str) -> None:
        self.exporting.run(name, self._settings)

    @cached_property
    def welcome(self) -> "Welcome":
        """The ways to begin, over a post that is new and empty."""
        from editor.gui.welcome.welcome import Welcome

        actions, recent = self.actions_.by_name, lambda: self._settings.recent
        welcome = Welcome(self.source, self.posts, self.messages, actions, recent)
        welcome.chosen.connect(self._open_begun)
        return welcome

    @cached_property
    def history(self) -> "HistoryPanel":
        """The earlier versions of the post in front; built when it is first asked for."""
        from editor.gui.posts.history_panel import HistoryPanel

        return HistoryPanel(self.posts, self)

    @cached_property
    def palette_(self) -> "Palette":
        """What finds commands, posts, headings and settings by a few letters."""
        from editor.gui.palette.palette import Palette

        palette = Palette(self.actions_.by_name, self._places, self)
        palette.heading_chosen.connect(self.scrolling.jump)
        palette.post_chosen.connect(self.posts.open)
        palette.setting_chosen.connect(self.show_preferences)
        palette.recent_changed.connect(lambda names: self._change_settings(recent_commands=names))
        return palette

    @cached_property
    def help(self) -> "Help":
        """The guide, and what the program is."""
        from editor.gui.help.help import Help

        return Help(
            self.actions_.by_name,
            lambda: self._settings,
            lambda: self.following.site.generator,
            self,
        )

    @cached_property
    def preferences(self) -> "OpenPreferences":
        """The page with all settings."""
        from editor.gui.preferences.opening import OpenPreferences
        from editor.gui.spelling.spelling import languages

        folder = settings_path().parent
        page = OpenPreferences(self.actions_, self._places, folder, languages, self)
        page.changed.connect(lambda name, value: self._change_settings(**{name: value}))
        page.site_changed.connect(self.spelling.look_at_site)
        self._has_preferences = True
        return page

    @cached_property
    def _places(self) -> dict[str, str]:
        """In which menu each command stands."""
        from editor.gui.palette.choices import places_of

        return places_of(commands_menu.menus(), commands_menu.submenus())

    @cached_property
    def _text(self) -> "TextCommands":
        from editor.gui.text_commands import TextCommands

        text = TextCommands(self.source, self.posts)
        text.undone.connect(self.following.follow_text)
        text.line_asked.connect(self._edit_in_source)
        return text

    @property
    def settings(self) -> Settings:
        """What the window shows itself by."""
        return self._settings

    # Building

    def _build_panes(self) -> None:
        centre = QWidget()
        centre.setObjectName("centre")
        centre.setMinimumWidth(_NARROWEST_CENTRE)
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._centre, self._centre_pane = column, centre
        for widget in (PostTabs(self.posts), self.messages, self._form, line):
            column.addWidget(widget)
        column.addWidget(self.source, stretch=1)
        self.modes = Modes(self.source)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for place, pane in enumerate((self.posts_column, centre, self._right)):
            self.columns.addWidget(pane)
            self.columns.setStretchFactor(place, min(place, 1))  # the posts keep their width
        self.setCentralWidget(self.columns)
        self.setStatusBar(self.status)

    def _run(self, name: str, *state: bool) -> None:
        """Do what a command asks for, once the window is whole."""
        self.later.finish()
        self._what_runs[name](*state)

    @cached_property
    def _what_runs(self) -> dict[str, Callable[..., object]]:
        """What each command of the catalogue does."""
        posts, text = self.posts, self._text
        run: dict[str, Callable[..., object]] = {
            **{name: partial(self.post_files.run, name) for name in commands_menu.OF_POST_FILES},
            **{name: partial(self._export, name) for name in commands_menu.OF_EXPORT},
            "open": posts.ask_open,
            "open_folder": self._ask_folder,
            "go_to_post": self.choose_post,
            "save": posts.save,
            "save_as": posts.save_as,
            "versions": self.history.show,
            "unsaved_texts": self.recovery.show_all,
            "new_window": self.window_asked.emit,
            "show_in_window": lambda: self.post_shown_asked.emit(posts.current),
            "close": posts.close,
            "quit": self.quit_asked.emit,
            "undo": text.undo,
            "redo": text.redo,
            "cut": partial(text.where_the_focus_is, "cut"),
            "copy": partial(text.where_the_focus_is, "copy"),
            "paste": partial(text.where_the_focus_is, "paste"),
            "select_all": partial(text.where_the_focus_is, "selectAll"),
            "show_outline": self.outline.show,
            "fold": self.outline.folding.toggle,
            "fold_all": self.outline.folding.fold_all,
            "open_all": self.outline.folding.open_all,
            "section_up": partial(self.outline.move_section, -1),
            "section_down": partial(self.outline.move_section, 1),
            "find": self.finding.find,
            "replace": self.finding.replace,
            "find_in_posts": lambda: self.finding.find_in_posts(self._folder()),
            "find_next": self.finding.next,
            "find_previous": self.finding.previous,
            "spelling": self._toggle_spelling,
            "typography": lambda: self.typography.show(self.spelling.language),
            "typography_typing": self._toggle_typography,
            "next_mistake": lambda: self.spelling.next_mistake(),
            "suggest": lambda: self.spelling.suggest(),
            "go_to_line": text.ask_line,
            "go_to_heading": self.choose_heading,
            "link": self.links.ask,
            "image": self.images.ask,
            "rename_tag": self.tags.show,
            "unused_images": self.unused_images.show,
            **self._git.by_name(),
            **text.commands(),
            "add_field": partial(self._to_form, self.form.focus_adder),
            "to_form": partial(self._to_form, partial(self.form.focus_field, "title")),
            "to_source": self.source.setFocus,
            "in_site": self._right.change_look,
            "build_site": self._build_site,
            "to_preview": self._to_preview,
            "sample": lambda: self.welcome.copy_sample(documents_folder()),
            "show_posts": self.posts_column.ask,
            "search_posts": self.posts_column.focus_search,
            "show_form": partial(self._show_pane, "show_form"),
            "show_preview": partial(self._show_pane, "show_preview"),
            "show_head": lambda on: self.source.set_folded(not on),
            "zoom_in": partial(self._zoom, 1),
            "zoom_out": partial(self._zoom, -1),
            "zoom_reset": partial(self._zoom, 0),
            "full_screen": self._show_alone,
            "focus_mode": lambda on: self._change_settings(focus_mode=on),
            "typewriter": lambda on: self._change_settings(typewriter=on),
            "text_look": self.modes.ask_look,
            "theme": self._toggle_theme,
            "palette": self.show_palette,
            "preferences": self.show_preferences,
            "guide": self.help.show_guide,
            "about": self.help.show_about,
        }
        for choice in f"{commands_menu.LOOKS} {commands_menu.languages()}".split():
            setting, value = choice.split(":")
            run[choice] = partial(self._choose, setting, value)
        return run

    def _build_menus(self) -> None:
        actions = self.actions_
        actions.choice(commands_menu.LOOKS)
        actions.choice(commands_menu.languages())
        actions.build_menus(commands_menu.menus(), commands_menu.submenus())
        title = self.tr("Toolbar")
        actions.build_toolbar(title, commands_menu.TOOLBAR, commands_menu.TOOLBAR_RIGHT)

    def _finish_menus(self) -> None:
        actions = self.actions_
        actions.fill_menus()
        actions.draw_first_icons()
        actions.submenus["recent"].aboutToShow.connect(self._fill_recent)
        actions.submenus["remove_field"].aboutToShow.connect(self._fill_removable)
        languages = actions.submenus["spelling_language"]
        languages.aboutToShow.connect(lambda: self.spelling.fill_languages(languages))

    def _connect(self) -> None:
        self.posts.current_changed.connect(self._show_document)
        self.posts.changed.connect(self._show_state)
        self.posts.opened.connect(self._note_opened)
        self.posts.left.connect(self.source.leave)
        self.source.caret_moved.connect(self.status.show_position)
        self.source.file_dropped.connect(self.open_path)
        self.source.zoom_asked.connect(self._zoom)
        self.modes.changed.connect(lambda name, value: self._change_settings(**{name: value}))

        column = self.posts_column
        column.shown_changed.connect(partial(self._mark, "show_posts"))
        column.chosen.connect(self._open_at)
        column.asked.connect(lambda name, path: self.post_files.run(name, path))
        column.folder_asked.connect(self._ask_folder)
        column.left.connect(self.source.setFocus)

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
            self._build_guards,
            self._build_helpers,
            self.posts_column.begin,
            lambda: self.welcome.begin(self._theme),
        ):
            self.later.then(step)

    def _build_preview(self) -> None:
        self._right.build()
        if self._right.missing:
            self.messages.show_banner("preview", self._right.missing, level="warning")
        self._right.replaced.connect(self._use_plain_preview)
        self._right.in_site_chosen.connect(lambda on: self.site_look.show(on))
        self._dress_preview()
        if self._document is not None:
            self._right.start(self._document.path, self._document.text)

    def _build_following(self) -> None:
        from editor.gui.following import Following
        from editor.gui.scrolling import Scrolling

        following = Following(
            self.posts, self.long_posts, self.source, self.status, self._right, self._child
        )
        self._following = following
        self._scrolling = Scrolling(self.source, self._right.preview)
        following.held.connect(self._hold)
        following.live.failed.connect(self._tell_render_failure)
        following.live.shown.connect(self._scrolling.reveal_caret)
        following.live.recovered.connect(lambda: self.messages.clear("render"))
        self.long_posts.asked.connect(following.follow_text)
        self._connect_preview()
        if self._document is not None:
            following.follow(self._document)

    def _await_page(self) -> None:
        if self._right.isVisible():
            self.later.hold(self._right.preview.patched, _PATIENCE)

    def _connect_preview(self) -> None:
        preview = self._right.preview
        preview.line_clicked.connect(self._edit_in_source)
        self._scrolling.follow(preview)
        preview.zoom_asked.connect(self._zoom)
        preview.notice.connect(lambda text: self.messages.show_banner("preview", text))
        self._dress_preview()

    def _dress_preview(self) -> None:
        preview = self._right.preview
        preview.set_dark(self._theme.is_dark, contrast=self._theme.is_contrast)
        preview.set_zoom(self._settings.preview_zoom)

    def _build_form(self) -> None:
        from editor.gui.fields.field_editing import FieldEditing
        from editor.gui.fields.field_lengths import FieldLengths
        from editor.gui.fields.form import FrontMatterForm

        space, self._real_form = self._form, FrontMatterForm(self._theme)
        self._form = self._real_form
        self._fields = FieldEditing(self._real_form, self.posts)
        self._real_form.source_asked.connect(self._edit_in_source)
        self._real_form.keep_height(space.height())
        self._fields.settled.connect(self._real_form.fit)
        self._fields.publication_found.connect(self.status.show_publication)
        self._lengths = FieldLengths(self._real_form)
        self._lengths.told.connect(self.status.show_length)
        assert self._following
        self._following.name_site()
        self._following.take_form(self._real_form, self._fields)
        self._centre.replaceWidget(space, self._real_form)
        space.deleteLater()
        self._show_panes()

    def _build_helpers(self) -> None:
        from editor.gui.counting import SelectionCounting
        from editor.gui.git.git_commands import GitCommands
        from editor.gui.posts.post_files import PostFiles
        from editor.gui.references.image_insertion import ImageInsertion
        from editor.gui.references.link_insertion import LinkInsertion
        from editor.gui.references.reference_marks import ReferenceMarks
        from editor.gui.references.unused_images import UnusedImages
        from editor.gui.site_watch import SiteWatch
        from editor.gui.tags.tag_renaming import TagRenaming

        assert self._following
        add = self._following.add
        self._post_files = PostFiles(self.posts, self.messages, self)
        self._post_files.line_asked.connect(self._edit_in_source)
        self._post_files.left.connect(self.source.setFocus)
        self._post_files.window_asked.connect(self.path_shown_asked)
        add(stop=self._post_files.stop)
        add(lambda site: self.source.set_dialect(site.generator))
        self._folding = self.outline.folding  # whose marks stand beside the headings
        self._selected = SelectionCounting(self.source)
        self._selected.counted.connect(self.status.show_selected)
        add(stop=self._selected.stop)
        self._marks = ReferenceMarks(self.source, self.posts, self._theme)
        self._marks.own_address_found.connect(self._take_own_address)
        add(self._marks.look_at, self._marks.follow_text, self._marks.stop)
        self._images = ImageInsertion(self.source, self.posts, self.messages, self._centre)
        add(self._images.look_at, stop=self._images.stop)
        self._links = LinkInsertion(self.source, self.posts, self._centre_pane)
        add(self._links.look_at, stop=self._links.stop)
        self._unused_images = UnusedImages(self.posts, self.messages, self)
        add(self._unused_images.look_at, stop=self._unused_images.stop)
        self._tags = TagRenaming(self.posts, self.messages, self)
        add(self._tags.look_at, stop=self._tags.stop)
        self._git = GitCommands(self.posts, self.messages, self.posts_column, self._folder)
        add(stop=self._git.stop)
        self.outline.chosen.connect(self._scrolling.jump)  # built here, if it is not shown
        self._site_watch = SiteWatch(self)
        self._site_watch.changed.connect(self._following.follow_site)
        add(self._site_watch.look_at)
        add(self.source.look_at)
        self._following.counted.connect(self._check_spelling)

    def _build_guards(self) -> None:
        from editor.gui.posts.recovery_offer import RecoveryOffer

        self._recovery = RecoveryOffer(self.posts, self.messages, self)
        self.posts.watch()
        for document in self.posts.documents:
            if document.path:
                self._recovery.offer_of(document.path)

    def _restore(self) -> None:
        settings = self._settings
        self.resize(*_FIRST_SIZE)
        if settings.window:
            self.restoreGeometry(QByteArray(base64.b64decode(settings.window)))
        columns = settings.columns if len(settings.columns) == 3 else _FIRST_COLUMNS
        self.columns.setSizes(list(columns))
        self.modes.apply(settings)
        self.actions_.set_keys(settings.shortcuts)
        for name, on in (
            ("show_form", settings.form_shown),
            ("show_preview", settings.preview_shown),
            ("show_head", not settings.front_matter_folded),
            ("spelling", settings.spelling),
            ("typography_typing", settings.typography),
            ("show_outline", settings.outline_shown),
        ):
            with QSignalBlocker(self.actions_.by_name[name]):
                self.actions_.by_name[name].setChecked(on)
        self.source.set_folded(settings.front_matter_folded)
        self._show_panes()
        if settings.outline_shown:
            self.outline.show(True)
        self._show_choices()

    def _mark(self, name: str, on: bool) -> None:
        """Mark the action that shows a pane which came or went by itself."""
        action = self.actions_.by_name[name]
        with QSignalBlocker(action):
            action.setChecked(on)
        action.changed.emit()  # its button and its entry follow that

    def _show_choices(self) -> None:
        """Mark the chosen look and language in their menus."""
        for setting in ("theme", "language"):
            action = self.actions_.by_name.get(f"{setting}:{getattr(self._settings, setting)}")
            if action is not None:  # the file of the settings may name what is none
                with QSignalBlocker(action):
                    action.setChecked(True)
        for name, on in (
            ("focus_mode", self._settings.focus_mode),
            ("typewriter", self._settings.typewriter),
            ("spelling", self._settings.spelling),
            ("typography_typing", self._settings.typography),
        ):
            with QSignalBlocker(self.actions_.by_name[name]):
                self.actions_.by_name[name].setChecked(on)

    # Opening

    @Slot(Path)
    def open_path(self, path: Path, line: int | None = None) -> bool:
        """Open a post, or show the posts of a folder; `line` (from 0) gets the caret."""
        if path.is_dir():
            self.posts.ensure_one()
            self.posts_column.open_folder(path)
            return True
        opened = self.posts.open(path)
        if opened and line is not None:
            self._edit_in_source(line)
        return opened

    @Slot(Path)
    def _open_begun(self, path: Path) -> None:
        if self.open_path(path):
            self.source.setFocus()

    @Slot(Path, int)
    def _open_at(self, path: Path, line: int) -> None:
        if self.open_path(path, None if line < 0 else line):
            self.source.setFocus()

    @Slot()
    def choose_post(self) -> None:
        """List the posts of the site, or of the folder, that the post in front lies in."""
        folder = self._folder()
        if folder is None:
            self._ask_folder()
            return
        from editor.gui.posts.post_chooser import PostChooser

        chooser = PostChooser(self.posts_column.library_for(folder), self)
        chooser.chosen.connect(self.posts.open)
        chooser.open()

    def _folder(self) -> Path | None:
        """The site, or the folder, that the post in front lies in."""
        path = self.posts.current.path
        return self.following.site.root or (path.parent if path else self.posts_column.folder)

    def choose_heading(self) -> "HeadingChooser":
        """List the post's headings, to go to one in both panes."""
        from editor.gui.heading_chooser import HeadingChooser

        chooser = HeadingChooser(self.posts.current.text, self.source.caret_line, self)
        chooser.chosen.connect(self.scrolling.jump)
        chooser.open()
        return chooser

    def show_palette(self) -> None:
        """List all that can be done or shown here, to find it by a few letters."""
        recent = self._settings.recent_commands
        labels = self.preferences.labels(has_site=self.following.site.root is not None)
        self.palette_.show(self.posts.current.text, labels, recent, self._palette_library)

    @Slot(str)
    def show_preferences(self, name: str = "") -> None:
        """Show all settings, ready to change the one of that name."""
        self.preferences.show(self._settings, self.following.site.root, name)

    def _palette_library(self) -> "PostLibrary | None":
        """The posts of the site in front, or those shown at the left."""
        folder = self.following.site.root or self.posts_column.folder
        return self.posts_column.library_for(folder) if folder else None

    def _ask_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of posts"))
        if name:
            self.posts_column.open_folder(Path(name))

    @Slot()
    def _fill_recent(self) -> None:
        menu = self.actions_.submenus["recent"]
        menu.clear()
        for name in self._settings.recent:
            path = Path(name)
            action = menu.addAction(f"{path.name}  ({path.parent})".replace("&", "&&"))
            action.triggered.connect(partial(self.posts.open, path))
        if not self._settings.recent:
            menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    @Slot()
    def _fill_removable(self) -> None:
        menu = self.actions_.submenus["remove_field"]
        menu.clear()
        form = self.form
        assert self._fields
        for key in form.removable_keys:
            action = menu.addAction(words.field_label(key).replace("&", "&&"))
            action.triggered.connect(partial(self._fields.remove_field, key))

    # The post in front

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        self._document = document
        self._is_held = self.long_posts.holds(document)
        self.source.show_document(document, has_form=not self._is_held)
        self._show_panes()
        if self._following:
            self._following.follow(document)

    @Slot(object, str)
    def _take_own_address(self, own: "OwnAddress", files: str) -> None:
        self.preview.set_own_address(sorted(own.hosts), own.base, files)

    @Slot(object)
    def _check_spelling(self, counts: "Counts") -> None:
        self.spelling.check(counts.language, self.following.site.root)
        self._set_signs()

    @cached_property
    def typography(self) -> "Typography":
        """What sets signs; made when it is first asked."""
        from editor.gui.writing.typography import Typography

        return Typography(self.source, self.posts, self.messages)

    def _toggle_typography(self, on: bool) -> None:
        self._change_settings(typography=on)
        self._set_signs()

    def _set_signs(self) -> None:
        self.source.signs = None
        if self._settings.typography:
            from editor.typography import signs_of

            self.source.signs = signs_of(self.spelling.language)

    @Slot(str, str)
    def _tell(self, topic: str, text: str) -> None:
        """Show a warning about `topic`, or with "" no longer."""
        if text:
            self.messages.show_banner(topic, text, level="warning")
        else:
            self.messages.clear(topic)

    def _toggle_spelling(self, on: bool) -> None:
        self.spelling.set_on(on)
        self._change_settings(spelling=on)

    @Slot(bool)
    def _hold(self, is_held: bool) -> None:
        self._is_held = is_held
        self._show_panes()

    @Slot(Path)
    def _note_opened(self, path: Path) -> None:
        if self._following:
            self._following.note_opened()
        self.opened.emit(path)

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

    def _to_form(self, focus: Callable[[], object]) -> None:
        self.actions_.by_name["show_form"].setChecked(True)
        if self._is_held:
            self.long_posts.ask()
        focus()

    def _to_preview(self) -> None:
        self.actions_.by_name["show_preview"].setChecked(True)
        self.preview.setFocus()

    @Slot(int)
    def _edit_in_source(self, line: int) -> None:
        document = self.posts.current
        if line < document.text.count("\n", 0, document.front_matter.end):
            self.actions_.by_name["show_head"].setChecked(True)
        self.source.go_to_line(line)

    # Preview

    def _show_pane(self, name: str, _on: bool) -> None:
        if self._is_held:  # there is none to hide: the writer asks to see it
            self.long_posts.ask()
            if not self._is_held:
                with QSignalBlocker(self.actions_.by_name[name]):
                    self.actions_.by_name[name].setChecked(True)
        self._show_panes()

    def _show_panes(self) -> None:
        """Form and preview, where the writer wants them and the post lets them be."""
        wants = {
            name: self.actions_.by_name[name].isChecked() and not self._is_held
            for name in ("show_form", "show_preview")
        }
        self._form.setVisible(wants["show_form"])
        self._right.setVisible(wants["show_preview"])
        if self._fields:
            # They are told below the preview, with their line.
            self._fields.leave_tags(told_elsewhere=wants["show_preview"])

    @Slot(object)
    def _tell_render_failure(self, error: Exception) -> None:
        self.messages.show_banner("render", words.not_rendered(error), level="warning")

    @Slot(str)
    def _use_plain_preview(self, reason: str) -> None:
        self._connect_preview()
        self.following.use_another_preview()
        self.messages.show_banner("preview", reason, level="warning")

    def _build_site(self) -> None:
        self.actions_.by_name["show_preview"].setChecked(True)
        self._right.choose_look(in_site=True)
        self.site_look.ask_build()

    # View and settings

    def apply_settings(self, settings: Settings, theme: Theme) -> None:
        """Show what `settings` say, in the colours of `theme`."""
        before, self._settings = self._settings, settings
        if theme != self._theme:
            self._theme = theme
            self.form.set_theme(theme)
            self.posts_column.set_theme(theme)
            self.source.set_theme(theme)
            self.actions_.set_theme(theme)
            self._marks.set_theme(theme)
            self.welcome.set_theme(theme)
            self.finding.set_theme(theme)
            self.preview.set_dark(theme.is_dark, contrast=theme.is_contrast)
        self.modes.apply(settings)
        self.actions_.set_keys(settings.shortcuts)
        self.later.then(lambda: self.preview.set_zoom(settings.preview_zoom))
        self._show_choices()
        if before.spelling != settings.spelling:
            self.spelling.set_on(settings.spelling)
        if before.typography != settings.typography:
            self._set_signs()
        if self._has_preferences:
            self.preferences.follow(settings)

    def _change_settings(self, **changes: object) -> None:
        self.settings_changed.emit(replace(self._settings, **changes))  # type: ignore[arg-type]

    def _show_alone(self, on: bool) -> None:
        self._full_screen.set_on(on)
        self.modes.set_alone(on)

    def _choose(self, setting: str, value: str, on: bool) -> None:
        if on:
            self._change_settings(**{setting: value})

    def _toggle_theme(self) -> None:
        self._change_settings(theme=self._theme.opposite)

    @Slot(int)
    def _zoom(self, steps: int) -> None:
        zoom = 0 if steps == 0 else self._settings.source_zoom + steps
        zoom = max(-4, min(zoom, 20))
        self._change_settings(source_zoom=zoom, preview_zoom=round(1 + zoom * _ZOOM_STEP, 2))

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
        self._keep_place()
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

    def _keep_place(self) -> None:
        self._full_screen.leave()
        shown = {name: action.isChecked() for name, action in self.actions_.by_name.items()}
        self._change_settings(
            window=base64.b64encode(self.saveGeometry().data()).decode("ascii"),
            columns=tuple(self.columns.sizes()),
            posts_shown=self.posts_column.is_wanted,
            posts_sort=self.posts_column.sort,
            form_shown=shown["show_form"],
            preview_shown=shown["show_preview"],
            front_matter_folded=not shown["show_head"],
            form_height=self._form.height() if shown["show_form"] else self._settings.form_height,
        )


def _space_for_the_form(height: int) -> QWidget:
    """Stands in the form's place until it is built, so that nothing moves when it comes."""
    space = QWidget()
    space.setObjectName("formPage")
    space.setFixedHeight(height)
    return space
