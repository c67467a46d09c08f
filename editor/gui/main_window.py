"""The window: it builds the panes and connects them, and decides nothing."""

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from editor import formatting, front_matter
from editor.formatting import Formatted
from editor.front_matter import FieldError, Problem, Value
from editor.gui import words
from editor.gui.about import about_text
from editor.gui.actions import Actions, Command
from editor.gui.article_header import article_header, name_date
from editor.gui.document import Document
from editor.gui.field_widgets import FlatLabel
from editor.gui.form import FrontMatterForm, Shown
from editor.gui.live_preview import LivePreview
from editor.gui.messages import Messages
from editor.gui.open_posts import OpenPosts
from editor.gui.plain_preview import PlainPreview
from editor.gui.post_chooser import PostChooser
from editor.gui.preview_pane import create_preview
from editor.gui.source_pane import SourcePane
from editor.gui.status_line import Counts, StatusLine
from editor.gui.theme import Theme
from editor.post import Post
from editor.settings import Settings
from editor.site import Site, find_site

_CALM = 80  # milliseconds after the last key until form and counts follow
_ZOOM_STEP = 0.1
_FIRST_SIZE = (1280, 800)
_FIRST_COLUMNS = (600, 580)


class MainWindow(QMainWindow):
    """One window with its open posts."""

    settings_changed = Signal(object)  # the new Settings
    window_asked = Signal()  # another window
    closed = Signal()
    opened = Signal(Path)  # a file came into this window
    text_shown = Signal()  # the first post's text is in the source pane

    def __init__(
        self, settings: Settings, theme: Theme, safety: Path, code_css: tuple[str, str]
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._settings = settings
        self._theme = theme
        self._site = Site(None, "commonmark")
        self._language = ""
        self._may_close = False
        self._is_asking = False

        self.messages = Messages()
        self.posts = OpenPosts(self, self.messages, safety)
        self.form = FrontMatterForm(theme)
        self.source = SourcePane(theme)
        self.status = StatusLine()
        self.preview, missing = create_preview()
        self.live = LivePreview(self.preview, self)
        self._tabs = QTabBar()
        self._code_css = code_css
        self._build_panes()
        self.actions_ = Actions(self, theme)
        self._build_actions()
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._follow_text)
        self._document: Document | None = None
        self._connect()
        self._restore()
        if missing:
            self.messages.show_banner("preview", missing, level="warning")

    # Building

    def _build_panes(self) -> None:
        self._tabs.setDocumentMode(True)
        self._tabs.setTabsClosable(True)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("Open posts"))
        self._tabs.hide()
        centre = QWidget()
        centre.setObjectName("centre")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._tabs, self.messages, self.form):
            column.addWidget(widget)
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self.source, stretch=1)
        centre.setMinimumWidth(300)

        self._look = FlatLabel(self.tr("Article"))
        self._look.setObjectName("lookName")
        self._dialect = FlatLabel()
        self._dialect.setAccessibleName(self.tr("Site's generator"))
        bar = QWidget()
        bar.setObjectName("previewBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._look)
        row.addStretch(1)
        row.addWidget(self._dialect)
        self._right = QWidget()
        self._right.setMinimumWidth(260)
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.setSpacing(0)
        self._right_column.addWidget(bar)
        self._right_column.addWidget(self.preview, stretch=1)

        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(centre)
        self.columns.addWidget(self._right)
        self.setCentralWidget(self.columns)
        self.setStatusBar(self.status)

    def _build_actions(self) -> None:
        commands: list[tuple[Command, Callable[..., object]]] = [
            (Command("new", self.tr("&New post"), "Ctrl+N", "new"), self.posts.new),
            (Command("open", self.tr("&Open…"), "Ctrl+O", "open"), self.posts.ask_open),
            (Command("open_folder", self.tr("Open &folder…"), "Ctrl+Shift+O"), self._ask_folder),
            (Command("go_to_post", self.tr("Go to &post…"), "Ctrl+P"), self.choose_post),
            (Command("save", self.tr("&Save"), "Ctrl+S", "save"), self.posts.save),
            (Command("save_as", self.tr("Save &as…"), "Ctrl+Shift+S"), self.posts.save_as),
            (Command("new_window", self.tr("New &window"), "Ctrl+Shift+N"), self.window_asked.emit),
            (Command("close", self.tr("&Close"), "Ctrl+W"), self.posts.close),
            (Command("quit", self.tr("&Quit"), "Ctrl+Q"), self._quit),
            (Command("undo", self.tr("&Undo"), "Ctrl+Z", "undo"), self._undo),
            (Command("redo", self.tr("&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo"), self._redo),
            (Command("cut", self.tr("Cu&t"), "Ctrl+X"), partial(self._to_focus, "cut")),
            (Command("copy", self.tr("&Copy"), "Ctrl+C"), partial(self._to_focus, "copy")),
            (Command("paste", self.tr("&Paste"), "Ctrl+V"), partial(self._to_focus, "paste")),
            (
                Command("select_all", self.tr("Select &all"), "Ctrl+A"),
                partial(self._to_focus, "selectAll"),
            ),
            (Command("go_to_line", self.tr("Go to &line…"), "Ctrl+G"), self._ask_line),
            (Command("bold", self.tr("&Bold"), "Ctrl+B", "bold"), partial(self._mark, "**")),
            (Command("italic", self.tr("&Italic"), "Ctrl+I", "italic"), partial(self._mark, "*")),
            (Command("code", self.tr("&Code"), "Ctrl+E", "code"), partial(self._mark, "`")),
            (Command("heading", self.tr("&Heading"), "Ctrl+Shift+H", "heading"), self._heading),
            (Command("link", self.tr("&Link"), "Ctrl+K", "link"), self._link),
            (
                Command("list", self.tr("Bulleted l&ist"), "Ctrl+Shift+L", "list"),
                partial(self._lines, "list"),
            ),
            (
                Command("quote", self.tr("&Quote"), "Ctrl+Shift+B", "quote"),
                partial(self._lines, "quote"),
            ),
            (
                Command("add_field", self.tr("&Add a field"), "Ctrl+Shift+A", "front-matter"),
                self._add_field,
            ),
            (Command("to_form", self.tr("Go to the &form"), "Ctrl+T"), self._focus_form),
            (
                Command("to_source", self.tr("Go to the &source"), "Ctrl+Shift+T"),
                self.source.setFocus,
            ),
            (Command("show_form", self.tr("&Form"), "F6", checkable=True), self._show_form),
            (
                Command("show_preview", self.tr("&Preview"), "F7", "preview", checkable=True),
                self._show_preview,
            ),
            (
                Command("show_head", self.tr("Front &matter in the source"), "F8", checkable=True),
                self._show_head,
            ),
            (Command("zoom_in", self.tr("Zoom &in"), "Ctrl++; Ctrl+="), partial(self._zoom, 1)),
            (Command("zoom_out", self.tr("Zoom &out"), "Ctrl+-"), partial(self._zoom, -1)),
            (Command("zoom_reset", self.tr("&Normal size"), "Ctrl+0"), partial(self._zoom, 0)),
            (
                Command("full_screen", self.tr("F&ull screen"), "F11", checkable=True),
                self._full_screen,
            ),
            (Command("theme", self.tr("Light or dark"), "", "moon"), self._toggle_theme),
            (Command("about", self.tr("&About Blog Editor")), self._about),
        ]
        for command, run in commands:
            self.actions_.add(command, run)
        looks = (
            ("", self.tr("As the &system")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
        )
        for value, text in looks:
            self._add_choice("theme", value, text)
        languages = (("", self.tr("As the &system")), ("en", "&English"), ("fr", "&Français"))
        for value, text in languages:
            self._add_choice("language", value, text)
        self._build_menus()

    def _add_choice(self, setting: str, value: str, text: str) -> None:
        command = Command(f"{setting}:{value}", text, checkable=True)
        action = self.actions_.add(command, lambda _on: None)
        action.setChecked(getattr(self._settings, setting) == value)
        action.triggered.connect(lambda: self._change_settings(**{setting: value}))

    def _build_menus(self) -> None:
        actions = self.actions_
        file = actions.menu(self.tr("&File"), ["new", "open", "open_folder", "go_to_post"])
        self._recent = QMenu(self.tr("Open &recent"), self)
        self._recent.aboutToShow.connect(self._fill_recent)
        file.insertMenu(actions.by_name["go_to_post"], self._recent)
        file.addSeparator()
        for name in ("save", "save_as"):
            file.addAction(actions.by_name[name])
        file.addSeparator()
        for name in ("new_window", "close", "quit"):
            file.addAction(actions.by_name[name])
        actions.menu(
            self.tr("&Edit"),
            ["undo", "redo", "-", "cut", "copy", "paste", "-", "select_all", "-", "go_to_line"],
        )
        actions.menu(
            self.tr("F&ormat"),
            ["bold", "italic", "code", "-", "heading", "list", "quote", "-", "link"],
        )
        post = actions.menu(self.tr("F&ront matter"), ["add_field"])
        self._remove_menu = post.addMenu(self.tr("&Remove a field"))
        self._remove_menu.aboutToShow.connect(self._fill_remove_menu)
        post.addSeparator()
        post.addActions([actions.by_name["to_form"], actions.by_name["to_source"]])
        view = actions.menu(self.tr("&View"), ["show_form", "show_preview", "show_head", "-"])
        looks = ["theme:", "theme:light", "theme:dark"]
        actions.menu(self.tr("&Colours"), looks, view)
        actions.choice(looks)
        languages = ["language:", "language:en", "language:fr"]
        actions.menu(self.tr("&Language"), languages, view)
        actions.choice(languages)
        view.addSeparator()
        for name in ("zoom_in", "zoom_out", "zoom_reset", "full_screen"):
            view.addAction(actions.by_name[name])
        actions.menu(self.tr("&Help"), ["about"])
        actions.toolbar(
            self.tr("Toolbar"),
            "new open save - undo redo - bold italic heading link code list quote - add_field",
            "show_preview theme",
        )

    def _connect(self) -> None:
        self.posts.current_changed.connect(self._show_document)
        self.posts.changed.connect(self._show_names)
        self.posts.opened.connect(self.opened)
        self._tabs.currentChanged.connect(self._choose_tab)
        self._tabs.tabCloseRequested.connect(
            lambda place: self.posts.close(self.posts.documents[place])
        )
        self.form.field_edited.connect(self._edit_field)
        self.form.field_removed.connect(self._remove_field)
        self.form.mend_asked.connect(self._mend)
        self.form.source_asked.connect(self._edit_in_source)
        self.source.caret_moved.connect(self.status.show_position)
        self.source.scrolled_to.connect(self._lead_preview)
        self.source.file_dropped.connect(self.open_path)
        self.source.zoom_asked.connect(self._zoom)
        self.live.failed.connect(self._tell_render_failure)
        self.live.recovered.connect(lambda: self.messages.clear("render"))
        self._connect_preview()

    def _connect_preview(self) -> None:
        preview = self.preview
        preview.line_clicked.connect(self._edit_in_source)
        preview.zoom_asked.connect(self._zoom)
        preview.notice.connect(lambda text: self.messages.show_banner("preview", text))
        preview.unusable.connect(self._use_plain_preview)
        preview.set_code_css(*self._code_css)
        preview.set_dark(self._theme.is_dark)
        preview.set_zoom(self._settings.preview_zoom)

    def _restore(self) -> None:
        settings = self._settings
        self.resize(*_FIRST_SIZE)
        if settings.window:
            self.restoreGeometry(QByteArray(base64.b64decode(settings.window, validate=False)))
        columns = settings.columns if len(settings.columns) == 2 else _FIRST_COLUMNS
        self.columns.setSizes(list(columns))
        self.source.set_zoom(settings.source_zoom)
        actions = self.actions_.by_name
        actions["show_form"].setChecked(settings.form_shown)
        actions["show_preview"].setChecked(settings.preview_shown)
        actions["show_head"].setChecked(not settings.front_matter_folded)
        self._show_form(settings.form_shown)
        self._show_preview(settings.preview_shown)
        self.source.set_folded(settings.front_matter_folded)

    # Opening

    def open_path(self, path: Path, line: int | None = None) -> bool:
        """Open a post, or offer the posts of a folder; `line` (from 0) gets the caret."""
        if path.is_dir():
            self.posts.current  # noqa: B018 - there is always a post behind the list
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

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of posts"))
        if name:
            self.offer_folder(Path(name))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for name in self._settings.recent:
            path = Path(name)
            action = self._recent.addAction(f"{path.name}  ({path.parent})".replace("&", "&&"))
            action.triggered.connect(partial(self.posts.open, path))
        self._recent.setEnabled(True)
        if not self._settings.recent:
            self._recent.addAction(self.tr("Nothing yet")).setEnabled(False)

    # The post in front

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        if self._document is not None:
            self._document.text_changed.disconnect(self._note_text)
        self._document = document
        document.text_changed.connect(self._note_text)
        self.source.show_document(document)
        self.form.show_another_post()
        self._find_site()
        self._ask_rendering()
        self._follow_text()
        self._show_names()
        self.text_shown.emit()

    def _find_site(self) -> None:
        document = self.posts.current
        self._site = find_site(document.path, document.text)
        folder = document.path.parent.absolute() if document.path else None
        self.preview.set_place(self._site.root, folder)
        label = words.generator_label(self._site.generator)
        self._dialect.setText(label)
        self.status.show_generator(label if self._site.is_found else "")

    @Slot()
    def _note_text(self) -> None:
        self._ask_rendering()
        self._calm.start()

    def _ask_rendering(self) -> None:
        self.live.show_text(self.posts.current.text, self._site.generator)

    @Slot()
    def _follow_text(self) -> None:
        """Form, header and counts as the text is now."""
        self._calm.stop()
        document = self.posts.current
        fields = document.front_matter
        shown = Shown(fields, self._site.generator, name_date(document.path), document.is_read_only)
        self.form.show_post(shown)
        post = Post.parse(document.text)
        counts = Counts(post.word_count, post.reading_minutes, post.language)
        self._language = counts.language
        self.status.show_counts(counts)
        header = article_header(fields, document.path, self._language)
        self.preview.show_header(header.title, header.meta, self._language)

    @Slot()
    def _show_names(self) -> None:
        documents, current = self.posts.documents, self._document
        self._tabs.blockSignals(True)
        while self._tabs.count() > len(documents):
            self._tabs.removeTab(self._tabs.count() - 1)
        for place, document in enumerate(documents):
            mark = " •" if document.is_modified else ""
            name = (self.posts.name(document) + mark).replace("&", "&&")
            if place == self._tabs.count():
                self._tabs.addTab(name)
            self._tabs.setTabText(place, name)
            self._tabs.setTabToolTip(place, str(document.path or ""))
        if current in documents:
            self._tabs.setCurrentIndex(documents.index(current))
        self._tabs.blockSignals(False)
        self._tabs.setVisible(len(documents) > 1)
        if current is None:
            return
        self.setWindowTitle(f"{self.posts.name(current)}[*] — Blog Editor")
        self.setWindowModified(current.is_modified)
        self.setWindowFilePath(str(current.path) if current.path else "")
        self.status.show_encoding(words.encoding_label(current.stored))
        self._show_saved(current)

    def _show_saved(self, document: Document) -> None:
        if document.is_modified:
            self.status.show_saved(self.tr("Not saved"), good=False)
        elif document.path is None:
            self.status.show_saved("", good=True)
        else:
            self.status.show_saved(self.tr("Saved"), good=True)

    @Slot(int)
    def _choose_tab(self, place: int) -> None:
        if 0 <= place < len(self.posts.documents):
            self.posts.show(self.posts.documents[place])

    # What the writer does in the form

    @Slot(str, object)
    def _edit_field(self, key: str, value: Value) -> None:
        self._apply_field(
            key, lambda text: front_matter.set_field(text, key, value), f"field:{key}"
        )

    @Slot(str)
    def _remove_field(self, key: str) -> None:
        self._apply_field(key, lambda text: front_matter.remove_field(text, key), "")

    @Slot(object)
    def _mend(self, problem: Problem) -> None:
        self._apply_field(problem.key, lambda text: front_matter.quote_field(text, problem.key), "")

    def _apply_field(self, key: str, make_edits: Callable[[str], object], group: str) -> None:
        document = self.posts.current
        try:
            document.apply(make_edits(document.text), group)  # type: ignore[arg-type]
        except FieldError as error:
            self._follow_text()
            self.form.show_refusal(key, words.refusal(error))
            return
        self._follow_text()

    def _fill_remove_menu(self) -> None:
        self._remove_menu.clear()
        for key in self.form.removable_keys:
            action = self._remove_menu.addAction(key.replace("&", "&&"))
            action.triggered.connect(partial(self._remove_field, key))
        self._remove_menu.setEnabled(True)

    def _add_field(self) -> None:
        self.actions_.by_name["show_form"].setChecked(True)
        self.form.focus_adder()

    def _focus_form(self) -> None:
        self.actions_.by_name["show_form"].setChecked(True)
        self.form.focus_field("title")

    @Slot(int)
    def _edit_in_source(self, line: int) -> None:
        document = self.posts.current
        body_line = document.text.count("\n", 0, document.front_matter.end)
        if line < body_line:
            self.actions_.by_name["show_head"].setChecked(True)
        self.source.go_to_line(line)

    # What the writer does with the text

    def _undo(self) -> None:
        self.posts.current.qt.undo()
        self._follow_text()

    def _redo(self) -> None:
        self.posts.current.qt.redo()
        self._follow_text()

    def _to_focus(self, slot: str) -> None:
        """Cut, copy, paste and select where the focus is."""
        focus = self.focusWidget()
        method = getattr(focus, slot, None)
        if method is not None:
            method()

    def _mark(self, mark: str) -> None:
        self._format(lambda text, start, end: formatting.toggle_mark(text, start, end, mark))

    def _heading(self) -> None:
        self._format(formatting.cycle_heading)

    def _lines(self, kind: str) -> None:
        self._format(lambda text, start, end: formatting.toggle_lines(text, start, end, kind))

    def _link(self) -> None:
        self._format(formatting.make_link)

    def _format(self, command: Callable[[str, int, int], Formatted]) -> None:
        document = self.posts.current
        if document.is_read_only:
            return
        self.source.select(*document.format(self.source.textCursor(), command))
        self.source.setFocus()

    def _ask_line(self) -> None:
        last = self.source.blockCount()
        line, ok = QInputDialog.getInt(
            self, self.tr("Go to line"), self.tr("Line"), self.source.caret_line + 1, 1, last
        )
        if ok:
            self._edit_in_source(line - 1)

    # Preview

    @Slot(float)
    def _lead_preview(self, line: float) -> None:
        if self.source.underMouse() or self.source.hasFocus():
            self.preview.scroll_to(line)

    @Slot(object)
    def _tell_render_failure(self, error: object) -> None:
        self.messages.show_banner("render", words.not_rendered(error), level="warning")  # type: ignore[arg-type]

    @Slot(str)
    def _use_plain_preview(self, reason: str) -> None:
        plain = PlainPreview()
        self._right_column.replaceWidget(self.preview, plain)
        self.preview.hide()
        self.preview.deleteLater()
        self.preview = plain
        self._connect_preview()
        self._find_site()
        self.live.use(plain)
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
            self.actions_.set_theme(theme)
            self.preview.set_dark(theme.is_dark)
        self.source.set_zoom(settings.source_zoom)
        self.preview.set_zoom(settings.preview_zoom)
        self.actions_.by_name[f"theme:{settings.theme}"].setChecked(True)

    @property
    def settings(self) -> Settings:
        """What the window shows itself by."""
        return self._settings

    def _change_settings(self, **changes: object) -> None:
        self.settings_changed.emit(replace(self._settings, **changes))  # type: ignore[arg-type]

    def _toggle_theme(self) -> None:
        self._change_settings(theme="light" if self._theme.is_dark else "dark")

    def _show_form(self, on: bool) -> None:
        self.form.setVisible(on)

    def _show_preview(self, on: bool) -> None:
        self._right.setVisible(on)

    def _show_head(self, on: bool) -> None:
        self.source.set_folded(not on)

    def _full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

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
        self._calm.stop()
        self.live.stop()
        self.posts.stop()
        self.closed.emit()
        super().closeEvent(event)

    def leave(self) -> None:
        """Close without asking about texts not saved."""
        self._may_close = True
        if not self._is_asking:
            self.close()

    def _keep_place(self) -> None:
        self._change_settings(
            window=base64.b64encode(self.saveGeometry().data()).decode("ascii"),
            columns=tuple(self.columns.sizes()),
            form_shown=self.actions_.by_name["show_form"].isChecked(),
            preview_shown=self.actions_.by_name["show_preview"].isChecked(),
            front_matter_folded=not self.actions_.by_name["show_head"].isChecked(),
        )

    def _quit(self) -> None:
        QApplication.closeAllWindows()
