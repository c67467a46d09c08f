"""When the ways to begin are shown: where the post in front is new and still empty."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QAction

from editor import samples
from editor.gui.messages import Messages
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.gui.theme import Theme
from editor.site import find_site

if TYPE_CHECKING:
    from editor.gui.welcome.welcome_page import WelcomePage

_BEGINS = (("new", "new"), ("open", "open"), ("open_folder", "site"), ("sample", "help"))


class Welcome(QObject):
    """Shows the ways to begin over an empty source, until the first letter or the first post."""

    chosen = Signal(Path)  # a post or a folder to open

    def __init__(
        self,
        source: SourcePane,
        posts: OpenPosts,
        messages: Messages,
        actions: Mapping[str, QAction],
        recent: Callable[[], Sequence[str]],
    ) -> None:
        """`recent` gives the paths of the posts that were open before, the newest first."""
        super().__init__(source)
        self._source, self._posts, self._messages = source, posts, messages
        self._actions, self._recent = actions, recent
        self._theme: Theme | None = None
        self._page: WelcomePage | None = None
        posts.current_changed.connect(self._follow)

    def begin(self, theme: Theme) -> None:
        """From now on there is time to show it, in the colours of `theme`."""
        self._theme = theme
        if self._posts.documents:
            self._follow(self._posts.current)

    @property
    def is_shown(self) -> bool:
        """Whether the ways to begin can be seen."""
        return self._page is not None and not self._page.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        if self._theme is not None:
            self._theme = theme
        if self._page is not None:
            self._page.set_theme(theme)

    def copy_sample(self, home: Path) -> None:
        """Open the sample blog's copy in `home`, made where there is none."""
        try:
            blog = samples.copy(home)
        except OSError as error:
            text = self.tr("The sample blog could not be copied to {folder}: {reason}.")
            reason = error.strerror or str(error)
            text = text.format(folder=samples.place(home), reason=reason)
            self._messages.show_banner("sample", text, level="warning")
            return
        language = QLocale.languageToCode(QLocale().language())
        self.chosen.emit(samples.first_post(blog, language))
        text = self.tr("This is your copy of the sample blog: {folder}. Change what you like.")
        self._messages.show_banner("sample", text.format(folder=blog))

    @Slot(object)
    def _follow(self, document: Document) -> None:
        is_blank = document.path is None and not document.text and not document.is_modified
        if is_blank and self._theme is not None and not self.is_shown:
            self._show(self._theme)
        elif not is_blank and self.is_shown:
            self._hide()

    def _show(self, theme: Theme) -> None:
        from editor.gui.welcome.welcome_page import Begin, WelcomePage

        if self._page is None:
            self._page = WelcomePage(self._source, theme)
            self._page.chosen.connect(self.chosen)
        begins = [
            Begin(action.text().replace("&", ""), action, drawing)
            for name, drawing in _BEGINS
            for action in (self._actions[name],)
        ]
        posts = [path for path in map(Path, self._recent()) if path.is_file()]
        sites = dict.fromkeys(root for path in posts for root in (find_site(path).root,) if root)
        self._page.show_ways(begins, posts, list(sites))
        self._page.show()
        self._source.textChanged.connect(self._look)  # only now, so that no key pays for it

    @Slot()
    def _look(self) -> None:
        """Something about the text has changed, and be it its colours."""
        if not self._source.document().isEmpty():
            self._hide()

    def _hide(self) -> None:
        assert self._page is not None
        self._page.hide()
        self._source.textChanged.disconnect(self._look)
