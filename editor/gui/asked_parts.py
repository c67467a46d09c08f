"""The parts of the window that come when they are first asked for, and how each is built.

Each is imported where it is built: most windows never need most of them.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from editor.gui import commands_menu
from editor.gui.late_parts import LateParts
from editor.settings import settings_path

if TYPE_CHECKING:
    from editor.gui.counting import Counts
    from editor.gui.export.exporting import Exporting
    from editor.gui.finding.find import Find
    from editor.gui.help.help import Help
    from editor.gui.outline.outline import Outline
    from editor.gui.palette.palette import Palette
    from editor.gui.posts.history_panel import HistoryPanel
    from editor.gui.preferences.opening import OpenPreferences
    from editor.gui.site_look.site_look import SiteLook
    from editor.gui.spelling.spelling import Spelling
    from editor.gui.text_commands import TextCommands
    from editor.gui.welcome.welcome import Welcome
    from editor.gui.writing.typography import Typography


class AskedParts(LateParts):
    """A window with all its parts."""

    _has_preferences = False

    @cached_property
    def text(self) -> "TextCommands":
        """What the commands do to the text."""
        from editor.gui.text_commands import TextCommands

        text = TextCommands(self.source, self.posts)
        text.undone.connect(self.following.follow_text)
        text.line_asked.connect(self.edit_in_source)
        return text

    @cached_property
    def outline(self) -> "Outline":
        """The headings of the post in front, and the folding of its sections."""
        from editor.gui.outline.outline import Outline

        return Outline(self.source, self.posts, self.centre_column)

    @cached_property
    def finding(self) -> "Find":
        """What finds and replaces."""
        from editor.gui.finding.find import Find

        finding = Find(self.source, self.posts, self.messages, self.centre_column)
        finding.line_asked.connect(self.open_path)
        return finding

    @cached_property
    def site_look(self) -> "SiteLook":
        """What shows the post in front within its site."""
        from editor.gui.site_look.site_look import SiteLook

        self.later.finish()
        look = SiteLook(self.preview_column, self.posts, self)
        look.line_asked.connect(self.open_path)
        self.following.add(look.look_at, stop=look.stop)
        return look

    @cached_property
    def typography(self) -> "Typography":
        """What sets signs."""
        from editor.gui.writing.typography import Typography

        return Typography(self.source, self.posts, self.messages)

    @cached_property
    def spelling(self) -> "Spelling":
        """The spelling of the post in front; made when a text was counted, long after the start."""
        from editor.gui.spelling.spelling import Spelling

        spelling = Spelling(self.source, self.posts, settings_path().parent)
        spelling.set_on(self.settings.spelling)
        spelling.told.connect(self._tell)
        self.following.add(stop=spelling.stop)
        return spelling

    @Slot(object)
    def _check_spelling(self, counts: "Counts") -> None:
        self.spelling.check(counts.language, self.following.site.root)
        self.set_signs()

    def set_signs(self) -> None:
        """Have the source set the signs of the post's language, where the settings say so."""
        self.source.signs = None
        if self.settings.typography:
            from editor.typography import signs_of

            self.source.signs = signs_of(self.spelling.language)

    @Slot(str, str)
    def _tell(self, topic: str, text: str) -> None:
        """Show a warning about `topic`, or with "" no longer."""
        if text:
            self.messages.show_banner(topic, text, level="warning")
        else:
            self.messages.clear(topic)

    @cached_property
    def exporting(self) -> "Exporting":
        """What exports the post in front."""
        from editor.gui.export.exporting import Exporting

        exporting = Exporting(self.posts, self.messages, self)
        exporting.options_chosen.connect(lambda changes: self.state.change(**changes))
        self.following.add(stop=exporting.stop)
        return exporting

    @cached_property
    def history(self) -> "HistoryPanel":
        """The earlier versions of the post in front."""
        from editor.gui.posts.history_panel import HistoryPanel

        return HistoryPanel(self.posts, self)

    @cached_property
    def welcome(self) -> "Welcome":
        """The ways to begin, over a post that is new and empty."""
        from editor.gui.welcome.welcome import Welcome

        actions, recent = self.actions_.by_name, lambda: self.settings.recent
        welcome = Welcome(self.source, self.posts, self.messages, actions, recent)
        welcome.chosen.connect(self._open_begun)
        return welcome

    @Slot(Path)
    def _open_begun(self, path: Path) -> None:
        if self.open_path(path):
            self.source.setFocus()

    @cached_property
    def palette_(self) -> "Palette":
        """What finds commands, posts, headings and settings by a few letters."""
        from editor.gui.palette.palette import Palette

        palette = Palette(self.actions_.by_name, self._places, self)
        palette.heading_chosen.connect(self.scrolling.jump)
        palette.post_chosen.connect(self.posts.open)
        palette.setting_chosen.connect(self.show_preferences)
        palette.recent_changed.connect(lambda names: self.state.change(recent_commands=names))
        return palette

    @cached_property
    def help(self) -> "Help":
        """The guide, and what the program is."""
        from editor.gui.help.help import Help

        return Help(
            self.actions_.by_name,
            lambda: self.settings,
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
        page.changed.connect(lambda name, value: self.state.change(**{name: value}))
        page.site_changed.connect(self.spelling.look_at_site)
        self._has_preferences = True
        return page

    @Slot(str)
    def show_preferences(self, name: str = "") -> None:
        """Show all settings, ready to change the one of that name."""
        self.preferences.show(self.settings, self.following.site.root, name)

    @cached_property
    def _places(self) -> dict[str, str]:
        """In which menu each command stands."""
        from editor.gui.palette.choices import places_of

        return places_of(commands_menu.menus(), commands_menu.submenus())
