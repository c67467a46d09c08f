"""The window: it builds the panes and connects them, and decides nothing."""

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.edits import Edit
from editor.gui import commands_menu, words
from editor.gui.about import about_text
from editor.gui.actions import Actions
from editor.gui.calm import Calm
from editor.gui.counting import Counting, Counts, SelectionCounting
from editor.gui.fields.field_editing import FieldEditing
from editor.gui.fields.field_lengths import FieldLengths
from editor.gui.fields.form import FrontMatterForm
from editor.gui.fields.form_row import Shown
from editor.gui.finding.find import Find
from editor.gui.heading_chooser import HeadingChooser
from editor.gui.messages import Messages
from editor.gui.modes.full_screen import FullScreen
from editor.gui.modes.modes import Modes
from editor.gui.outline.outline import Outline
from editor.gui.posts.document import Document
from editor.gui.posts.history_panel import HistoryPanel
from editor.gui.posts.long_posts import LongPosts
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.post_chooser import PostChooser
from editor.gui.posts.post_files import PostFiles
from editor.gui.posts.post_tabs import PostTabs
from editor.gui.posts.recovery_offer import RecoveryOffer
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.preview.article_header import article_header
from editor.gui.preview.live_preview import LivePreview
from editor.gui.preview.plain_preview import PlainPreview
from editor.gui.preview.preview_column import PreviewColumn
from editor.gui.preview.preview_pane import PreviewPane
from editor.gui.references.image_insertion import ImageInsertion
from editor.gui.references.link_insertion import LinkInsertion
from editor.gui.references.reference_marks import ReferenceMarks
from editor.gui.scrolling import Scrolling
from editor.gui.site_watch import SiteWatch
from editor.gui.source_pane import SourcePane
from editor.gui.status_line import StatusLine
from editor.gui.tags.tag_renaming import TagRenaming
from editor.gui.text_commands import TextCommands
from editor.gui.theme import Theme
from editor.post import day_of, language_of, named_day
from editor.settings import Settings, settings_path
from editor.site import Site, find_site

if TYPE_CHECKING:
    from editor.gui.spelling.spelling import Spelling
    from editor.site_media import OwnAddress

_ZOOM_STEP = 0.1  # of the preview, for one point of the source
_FIRST_SIZE = (1280, 800)  # pixels, like all sizes here
_FIRST_COLUMNS = (600, 580)
_NARROWEST_CENTRE = 300


class MainWindow(QMainWindow):
    """One window with its open posts."""

    settings_changed = Signal(object)  # the new Settings
    window_asked = Signal()  # another window
    closed = Signal()
    opened = Signal(Path)  # a file came into this window

    def __init__(self, settings: Settings, theme: Theme, shared: SharedPosts) -> None:
        """`shared` are the posts that the program has open."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._settings = settings
        self._theme = theme
        self._site = Site(None, "commonmark")
        self._document: Document | None = None
        self._is_held = False  # form and preview wait until they are asked for
        self._is_blank = False  # the preview has no text for that reason
        self._may_close = False
        self._is_asking = False

        self.messages = Messages()
        self.posts = OpenPosts(self, self.messages, shared)
        self.recovery = RecoveryOffer(self.posts, self.messages, self)
        self.long_posts = LongPosts(self.posts, self.messages, self)
        self.history = HistoryPanel(self.posts, self)
        self.post_files = PostFiles(self.posts, self.messages, self)
        self.form = FrontMatterForm(theme)
        self.source = SourcePane(theme)
        self.status = StatusLine()
        self._right = PreviewColumn()
        self.live = LivePreview(self.preview, self)
        self.scrolling = Scrolling(self.source, self.preview)
        self._counting = Counting(self)
        self._counting.counted.connect(self._show_counts)
        self._selected = SelectionCounting(self.source)
        self._selected.counted.connect(self.status.show_selected)
        self._text = TextCommands(self.source, self.posts)
        self._fields = FieldEditing(self.form, self.posts)
        self._fields.publication_found.connect(self.status.show_publication)
        self._site_watch = SiteWatch(self)
        self._site_watch.changed.connect(self._follow_site)
        self._lengths = FieldLengths(self.form)
        self._lengths.told.connect(self.status.show_length)
        self._marks = ReferenceMarks(self.source, self.posts, theme)
        self._calm = Calm(self)
        self._build_panes()
        run = self._what_runs()
        self.actions_ = Actions(self, theme, commands_menu.commands(), run, self.source)
        self._full_screen = FullScreen(self, self.actions_.by_name)
        self._build_menus()
        self._connect()
        self._restore()
        if self._right.missing:
            self.messages.show_banner("preview", self._right.missing, level="warning")

    @property
    def preview(self) -> PreviewPane | PlainPreview:
        """The preview in use."""
        return self._right.preview

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
        for widget in (PostTabs(self.posts), self.messages, self.form, line):
            column.addWidget(widget)
        column.addWidget(self.source, stretch=1)
        self.modes = Modes(self.source)
        self.outline = Outline(self.source, self.posts, column)
        self.finding = Find(self.source, self.posts, column)
        self.tags = TagRenaming(self.posts, self.messages, self)
        self.links = LinkInsertion(self.source, self.posts, centre)
        self.images = ImageInsertion(self.source, self.posts, self.messages, column)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(centre)
        self.columns.addWidget(self._right)
        self.setCentralWidget(self.columns)
        self.setStatusBar(self.status)

    def _what_runs(self) -> dict[str, Callable[..., object]]:
        """What each command of the catalogue does."""
        posts, text = self.posts, self._text
        run: dict[str, Callable[..., object]] = {
            **{name: partial(self.post_files.run, name) for name in commands_menu.OF_POST_FILES},
            "open": posts.ask_open,
            "open_folder": self._ask_folder,
            "go_to_post": self.choose_post,
            "save": posts.save,
            "save_as": posts.save_as,
            "versions": self.history.show,
            "unsaved_texts": self.recovery.show_all,
            "new_window": self.window_asked.emit,
            "close": posts.close,
            "quit": QApplication.closeAllWindows,
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
            "find_next": self.finding.next,
            "find_previous": self.finding.previous,
            "spelling": self._toggle_spelling,
            "next_mistake": lambda: self.spelling.next_mistake(),
            "suggest": lambda: self.spelling.suggest(),
            "go_to_line": text.ask_line,
            "go_to_heading": self.choose_heading,
            "bold": partial(text.toggle_mark, "**"),
            "italic": partial(text.toggle_mark, "*"),
            "code": partial(text.toggle_mark, "`"),
            "heading": text.cycle_heading,
            "link": self.links.ask,
            "image": self.images.ask,
            "rename_tag": self.tags.show,
            "list": partial(text.toggle_lines, "list"),
            "quote": partial(text.toggle_lines, "quote"),
            **text.commands(),
            "add_field": partial(self._to_form, self.form.focus_adder),
            "to_form": partial(self._to_form, partial(self.form.focus_field, "title")),
            "to_source": self.source.setFocus,
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
            "about": self._about,
        }
        for choice in f"{commands_menu.LOOKS} {commands_menu.LANGUAGES}".split():
            setting, value = choice.split(":")
            run[choice] = partial(self._choose, setting, value)
        return run

    def _build_menus(self) -> None:
        actions = self.actions_
        actions.choice(commands_menu.LOOKS)
        actions.choice(commands_menu.LANGUAGES)
        actions.build_menus(commands_menu.menus(), commands_menu.submenus())
        actions.submenus["recent"].aboutToShow.connect(self._fill_recent)
        actions.submenus["remove_field"].aboutToShow.connect(self._fill_removable)
        languages = actions.submenus["spelling_language"]
        languages.aboutToShow.connect(lambda: self.spelling.fill_languages(languages))
        title = self.tr("Toolbar")
        actions.build_toolbar(title, commands_menu.TOOLBAR, commands_menu.TOOLBAR_RIGHT)

    def _connect(self) -> None:
        self.posts.current_changed.connect(self._show_document)
        self.posts.changed.connect(self._show_state)
        self.posts.opened.connect(self._note_opened)
        self.long_posts.asked.connect(self._follow_text)
        self.form.source_asked.connect(self._edit_in_source)
        self._fields.edited.connect(self._follow_text)
        self._text.undone.connect(self._follow_text)
        self._text.line_asked.connect(self._edit_in_source)
        self.post_files.line_asked.connect(self._edit_in_source)
        self.post_files.left.connect(self.source.setFocus)
        self._calm.timeout.connect(self._follow_text)
        self.source.caret_moved.connect(self.status.show_position)
        self.source.file_dropped.connect(self.open_path)
        self.source.zoom_asked.connect(self._zoom)
        self.outline.chosen.connect(self.scrolling.jump)
        self.modes.changed.connect(lambda name, value: self._change_settings(**{name: value}))
        self.live.failed.connect(self._tell_render_failure)
        self.live.shown.connect(self.scrolling.reveal_caret)
        self.live.recovered.connect(lambda: self.messages.clear("render"))
        self._right.replaced.connect(self._use_plain_preview)
        self._marks.own_address_found.connect(self._take_own_address)
        self._connect_preview()

    def _connect_preview(self) -> None:
        preview = self.preview
        preview.line_clicked.connect(self._edit_in_source)
        self.scrolling.follow(preview)
        preview.zoom_asked.connect(self._zoom)
        preview.notice.connect(lambda text: self.messages.show_banner("preview", text))
        preview.set_dark(self._theme.is_dark, contrast=self._theme.is_contrast)
        preview.set_zoom(self._settings.preview_zoom)

    def _restore(self) -> None:
        settings = self._settings
        self.resize(*_FIRST_SIZE)
        if settings.window:
            self.restoreGeometry(QByteArray(base64.b64decode(settings.window)))
        columns = settings.columns if len(settings.columns) == 2 else _FIRST_COLUMNS
        self.columns.setSizes(list(columns))
        self.modes.apply(settings)
        actions = self.actions_.by_name
        for name, on in (
            ("show_form", settings.form_shown),
            ("show_preview", settings.preview_shown),
            ("show_head", not settings.front_matter_folded),
        ):
            actions[name].setChecked(not on)  # so that `toggled` comes in any case
            actions[name].setChecked(on)
        with QSignalBlocker(actions["spelling"]):
            actions["spelling"].setChecked(settings.spelling)
        actions["show_outline"].setChecked(settings.outline_shown)
        self._show_choices()

    def _show_choices(self) -> None:
        """Mark the chosen look and language in their menus."""
        for setting in ("theme", "language"):
            action = self.actions_.by_name.get(f"{setting}:{getattr(self._settings, setting)}")
            if action is not None:  # the file of the settings may name what is none
                with QSignalBlocker(action):
                    action.setChecked(True)
        for name in ("focus_mode", "typewriter"):
            with QSignalBlocker(self.actions_.by_name[name]):
                self.actions_.by_name[name].setChecked(getattr(self._settings, name))

    # Opening

    @Slot(Path)
    def open_path(self, path: Path, line: int | None = None) -> bool:
        """Open a post, or offer the posts of a folder; `line` (from 0) gets the caret."""
        if path.is_dir():
            self.posts.ensure_one()
            self.offer_folder(path)
            return True
        opened = self.posts.open(path)
        if opened and line is not None:
            self._edit_in_source(line)
        return opened

    def offer_folder(self, folder: Path) -> PostChooser:
        """List the posts of `folder` to choose one from."""
        chooser = PostChooser(folder, self)
        chooser.chosen.connect(self.posts.open)
        chooser.open()
        return chooser

    @Slot()
    def choose_post(self) -> None:
        """List the posts of the site, or of the folder, that the post in front lies in."""
        path = self.posts.current.path
        folder = self._site.root or (path.parent if path else None)
        if folder is None:
            self._ask_folder()
        else:
            self.offer_folder(folder)

    def choose_heading(self) -> HeadingChooser:
        """List the post's headings, to go to one in both panes."""
        chooser = HeadingChooser(self.posts.current.text, self.source.caret_line, self)
        chooser.chosen.connect(self.scrolling.jump)
        chooser.open()
        return chooser

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of posts"))
        if name:
            self.offer_folder(Path(name))

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
        for key in self.form.removable_keys:
            action = menu.addAction(words.field_label(key).replace("&", "&&"))
            action.triggered.connect(partial(self._fields.remove_field, key))

    # The post in front

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        if self._document is not None:
            self._document.edited.disconnect(self._note_edit)
        self._document = document
        document.edited.connect(self._note_edit)
        self._is_held = self.long_posts.holds(document)
        self.source.show_document(document, has_form=not self._is_held)
        self.form.show_another_post()
        self._find_site()
        self._show_panes()
        self._ask_rendering()
        self._follow_text()

    def _find_site(self) -> None:
        document = self.posts.current
        self._site = find_site(document.path, document.text)
        folder = document.path.parent.absolute() if document.path else None
        self.preview.set_place(self._site.root, folder, self._site.generator)
        self._fields.look_at(self._site)
        self._site_watch.look_at(self._site)
        self._marks.look_at(self._site)
        self.images.look_at(self._site)
        self.links.look_at(self._site)
        self.tags.look_at(self._site)
        label = self._site.label
        self._right.show_generator(label)
        self.status.show_generator(label if self._site.is_found else "")

    @Slot(object)
    def _take_own_address(self, own: "OwnAddress") -> None:
        self.preview.set_own_address(sorted(own.hosts), own.base)

    @Slot()
    def _follow_site(self) -> None:
        """The site's settings have changed on disk."""
        self._find_site()
        self._ask_rendering()
        self._follow_text()

    @Slot(object)
    def _note_edit(self, edit: Edit) -> None:
        self._ask_rendering(edit)
        self._calm.start()

    @Slot(Path)
    def _note_opened(self, path: Path) -> None:
        if self._document is not None:  # saved under another name, it may lie in another site
            self._find_site()
            self._ask_rendering()
        self.opened.emit(path)

    def _ask_rendering(self, edit: Edit | None = None) -> None:
        """Render the post in front, to which `edit` led; while it is held back, nothing."""
        document = self.posts.current
        was_blank, self._is_blank = self._is_blank, self.long_posts.holds(document)
        if was_blank and self._is_blank:
            return
        path = document.path.absolute() if document.path else None
        text = "" if self._is_blank else document.text
        edit = None if was_blank or self._is_blank else edit
        self.live.show_text(text, self._site, path, self.source.caret_line, edit)

    @Slot()
    def _follow_text(self) -> None:
        """Form, header and counts as the text is now."""
        self._calm.stop()
        document = self.posts.current
        self._follow_length(document)
        if self._is_held:
            return
        fields, path = document.front_matter, document.path
        generator = self._site.generator
        name = path.name if path else ""
        name_date = str(named_day(name) or "")
        self.form.show_post(Shown(fields, generator, name_date, document.is_read_only))
        self._fields.follow_text()
        self._marks.follow_text()
        self._counting.count(document.text)
        language = language_of(fields, document.text[fields.end :])
        header = article_header(fields, day_of(fields, name), language)
        self.preview.show_header(header.title, header.meta, language)

    def _follow_length(self, document: Document) -> None:
        """Let form and preview go from a post that is too long for them, or come back."""
        self.status.show_long(is_long=document.is_long)
        is_held = self.long_posts.holds(document)
        if is_held != self._is_held:
            self._is_held = is_held
            self.long_posts.tell(document)
            self.source.set_has_form(not is_held)
            self._show_panes()
            self._ask_rendering()
        if is_held:
            self.status.leave_counts()

    @Slot(object)
    def _show_counts(self, counts: Counts) -> None:
        if not self._is_held and self._document is not None:  # else the window has closed
            self.status.show_counts(counts)
            self.spelling.check(counts.language, self._site.root)

    @cached_property
    def spelling(self) -> "Spelling":
        """The spelling of the post in front; made when a text was counted, long after the start."""
        from editor.gui.spelling.spelling import Spelling

        spelling = Spelling(self.source, self.posts, settings_path().parent)
        spelling.set_on(self._settings.spelling)
        spelling.told.connect(self._tell)
        return spelling

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

    @Slot()
    def _show_state(self) -> None:
        """Name, encoding and saved or not, of the post in front."""
        document = self._document
        if document is None:
            return
        self.setWindowTitle(f"{self.posts.name(document)}[*] — Blog Editor")
        self.setWindowModified(document.is_modified)
        self.setWindowFilePath(str(document.path) if document.path else "")
        self.status.show_encoding(words.encoding_label(document.stored))
        self.status.show_saved(is_modified=document.is_modified, is_new=document.path is None)

    def _to_form(self, focus: Callable[[], object]) -> None:
        self.actions_.by_name["show_form"].setChecked(True)
        if self._is_held:
            self.long_posts.ask()
        focus()

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
        self.form.setVisible(wants["show_form"])
        self._right.setVisible(wants["show_preview"])
        # They are told below the preview, with their line.
        self._fields.leave_tags(told_elsewhere=wants["show_preview"])

    @Slot(object)
    def _tell_render_failure(self, error: Exception) -> None:
        self.messages.show_banner("render", words.not_rendered(error), level="warning")

    @Slot(str)
    def _use_plain_preview(self, reason: str) -> None:
        self._connect_preview()
        self._find_site()
        self.live.use(self.preview)
        self._follow_text()
        self.messages.show_banner("preview", reason, level="warning")

    # View and settings

    def apply_settings(self, settings: Settings, theme: Theme) -> None:
        """Show what `settings` say, in the colours of `theme`."""
        self._settings = settings
        if theme != self._theme:
            self._theme = theme
            self.form.set_theme(theme)
            self.source.set_theme(theme)
            self._marks.set_theme(theme)
            self.finding.set_theme(theme)
            self.actions_.set_theme(theme)
            self.preview.set_dark(theme.is_dark, contrast=theme.is_contrast)
        self.modes.apply(settings)
        self.preview.set_zoom(settings.preview_zoom)
        self._show_choices()

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

    def _about(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("About Blog Editor"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(about_text())
        box.exec()

    # Dropped files, closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open each file dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_path(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
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
        if self._document is not None:
            self._document.edited.disconnect(self._note_edit)
            self._document = None
        self.source.leave_all()
        self._calm.stop()
        self.live.stop()
        self._fields.stop()
        self._selected.stop()
        self._marks.stop()
        if "spelling" in self.__dict__:
            self.spelling.stop()
        self.images.stop()
        self.links.stop()
        self.tags.stop()
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
            form_shown=shown["show_form"],
            preview_shown=shown["show_preview"],
            front_matter_folded=not shown["show_head"],
            outline_shown=shown["show_outline"],
        )
