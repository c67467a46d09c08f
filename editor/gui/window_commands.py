"""What each command of the catalogue does in a window."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.gui import commands_menu, words
from editor.gui.asked_parts import AskedParts
from editor.settings import documents_folder

if TYPE_CHECKING:  # dialogs are imported where they are shown
    from editor.gui.heading_chooser import HeadingChooser
    from editor.gui.library.post_library import PostLibrary


class WindowCommands(QObject):
    """Does what is asked for by name, with the parts of a window."""

    def __init__(self, window: AskedParts) -> None:
        super().__init__(window)
        self._window = window

    def run(self, name: str, *state: bool) -> None:
        """Do what the command of that name asks for; one that is checkable comes with its state."""
        self._by_name[name](*state)

    @cached_property
    def _by_name(self) -> dict[str, Callable[..., object]]:
        return {
            **self._of_files(),
            **self._of_text(),
            **self._of_front_matter(),
            **self._of_view(),
            **self._window.git.by_name(),
            **self._window.text.commands(),
        }

    def _of_files(self) -> dict[str, Callable[..., object]]:
        window, posts = self._window, self._window.posts
        return {
            **{name: partial(window.post_files.run, name) for name in commands_menu.OF_POST_FILES},
            **{name: partial(self._export, name) for name in commands_menu.OF_EXPORT},
            "open": posts.ask_open,
            "open_folder": self.ask_folder,
            "go_to_post": self.choose_post,
            "search_posts": window.posts_column.focus_search,
            "save": posts.save,
            "save_as": posts.save_as,
            "versions": window.history.show,
            "unsaved_texts": window.recovery.show_all,
            "unused_images": window.unused_images.show,
            "new_window": window.window_asked.emit,
            "show_in_window": lambda: window.post_shown_asked.emit(posts.current),
            "close": posts.close,
            "quit": window.quit_asked.emit,
            "guide": window.help.show_guide,
            "palette": self._show_palette,
            "sample": lambda: window.welcome.copy_sample(documents_folder()),
            "about": window.help.show_about,
        }

    def _of_text(self) -> dict[str, Callable[..., object]]:
        window, text, finding = self._window, self._window.text, self._window.finding
        outline = window.outline
        return {
            "undo": text.undo,
            "redo": text.redo,
            "cut": partial(text.where_the_focus_is, "cut"),
            "copy": partial(text.where_the_focus_is, "copy"),
            "paste": partial(text.where_the_focus_is, "paste"),
            "select_all": partial(text.where_the_focus_is, "selectAll"),
            "find": finding.find,
            "replace": finding.replace,
            "find_in_posts": lambda: finding.find_in_posts(window.folder()),
            "find_next": finding.next,
            "find_previous": finding.previous,
            "go_to_line": text.ask_line,
            "go_to_heading": self.choose_heading,
            "fold": outline.folding.toggle,
            "fold_all": outline.folding.fold_all,
            "open_all": outline.folding.open_all,
            "section_up": partial(outline.move_section, -1),
            "section_down": partial(outline.move_section, 1),
            "spelling": self._toggle_spelling,
            "next_mistake": lambda: window.spelling.next_mistake(),
            "suggest": lambda: window.spelling.suggest(),
            "typography": lambda: window.typography.show(window.spelling.language),
            "typography_typing": self._toggle_typography,
            "link": window.links.ask,
            "image": window.images.ask,
        }

    def _of_front_matter(self) -> dict[str, Callable[..., object]]:
        window, form = self._window, self._window.form
        return {
            "add_field": partial(self._to_form, form.focus_adder),
            "rename_tag": window.tags.show,
            "to_form": partial(self._to_form, partial(form.focus_field, "title")),
            "to_source": window.source.setFocus,
            "to_preview": self._to_preview,
        }

    def _of_view(self) -> dict[str, Callable[..., object]]:
        window, state = self._window, self._window.state
        run: dict[str, Callable[..., object]] = {
            "show_posts": window.posts_column.ask,
            "show_form": partial(window.show_pane, "show_form"),
            "show_preview": partial(window.show_pane, "show_preview"),
            "show_head": lambda on: window.source.set_folded(not on),
            "show_outline": window.outline.show,
            "in_site": window.preview_column.change_look,
            "build_site": self._build_site,
            "theme": state.toggle_theme,
            "zoom_in": partial(state.zoom, 1),
            "zoom_out": partial(state.zoom, -1),
            "zoom_reset": partial(state.zoom, 0),
            "text_look": window.modes.ask_look,
            "focus_mode": lambda on: state.change(focus_mode=on),
            "typewriter": lambda on: state.change(typewriter=on),
            "full_screen": self._show_alone,
            "preferences": window.show_preferences,
        }
        for choice in f"{commands_menu.LOOKS} {commands_menu.languages()}".split():
            setting, value = choice.split(":")
            run[choice] = partial(state.choose, setting, value)
        return run

    # Files

    @Slot()
    def ask_folder(self) -> None:
        """Ask for a folder, to list its posts at the left."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of posts"))
        if name:
            self._window.posts_column.open_folder(Path(name))

    @Slot()
    def choose_post(self) -> None:
        """List the posts of the site, or of the folder, that the post in front lies in."""
        folder = self._window.folder()
        if folder is None:
            self.ask_folder()
            return
        from editor.gui.posts.post_chooser import PostChooser

        library = self._window.posts_column.library_for(folder)
        chooser = PostChooser(library, self._window)
        chooser.chosen.connect(self._window.posts.open)
        chooser.open()

    def _export(self, name: str) -> None:
        self._window.exporting.run(name, self._window.settings)

    def _show_palette(self) -> None:
        """List all that can be done or shown here, to find it by a few letters."""
        window, settings = self._window, self._window.settings
        labels = window.preferences.labels(has_site=window.following.site.root is not None)
        text = window.posts.current.text
        window.palette_.show(text, labels, settings.recent_commands, self._library)

    def _library(self) -> "PostLibrary | None":
        """The posts of the site in front, or those shown at the left."""
        column = self._window.posts_column
        folder = self._window.following.site.root or column.folder
        return column.library_for(folder) if folder else None

    # Text

    def choose_heading(self) -> "HeadingChooser":
        """List the post's headings, to go to one in both panes."""
        from editor.gui.heading_chooser import HeadingChooser

        window = self._window
        chooser = HeadingChooser(window.posts.current.text, window.source.caret_line, window)
        chooser.chosen.connect(window.scrolling.jump)
        chooser.open()
        return chooser

    def _toggle_spelling(self, on: bool) -> None:
        self._window.spelling.set_on(on)
        self._window.state.change(spelling=on)

    def _toggle_typography(self, on: bool) -> None:
        self._window.state.change(typography=on)
        self._window.set_signs()

    # Panes

    def _to_form(self, focus: Callable[[], object]) -> None:
        self._window.actions_.by_name["show_form"].setChecked(True)
        self._window.ask_for_held()
        focus()

    def _to_preview(self) -> None:
        self._window.actions_.by_name["show_preview"].setChecked(True)
        self._window.preview.setFocus()

    def _build_site(self) -> None:
        self._window.actions_.by_name["show_preview"].setChecked(True)
        self._window.preview_column.choose_look(in_site=True)
        self._window.site_look.ask_build()

    def _show_alone(self, on: bool) -> None:
        self._window.full_screen.set_on(on)
        self._window.modes.set_alone(on)

    # Menus that are filled when they open

    def connect_menus(self) -> None:
        """Fill these menus whenever they open; they are there by now."""
        menus = self._window.actions_.submenus
        menus["recent"].aboutToShow.connect(self._fill_recent)
        menus["remove_field"].aboutToShow.connect(self._fill_removable)
        languages = menus["spelling_language"]
        languages.aboutToShow.connect(lambda: self._window.spelling.fill_languages(languages))

    @Slot()
    def _fill_recent(self) -> None:
        menu, recent = self._window.actions_.submenus["recent"], self._window.settings.recent
        menu.clear()
        for name in recent:
            path = Path(name)
            action = menu.addAction(f"{path.name}  ({path.parent})".replace("&", "&&"))
            action.triggered.connect(partial(self._window.posts.open, path))
        if not recent:
            menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    @Slot()
    def _fill_removable(self) -> None:
        menu = self._window.actions_.submenus["remove_field"]
        menu.clear()
        for key in self._window.form.removable_keys:
            action = menu.addAction(words.field_label(key).replace("&", "&&"))
            action.triggered.connect(partial(self._window.fields.remove_field, key))
