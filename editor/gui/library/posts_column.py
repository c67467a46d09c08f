"""The left column of the window: which folder's posts it shows, and when it is there at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.gui.posts.open_posts import OpenPosts
from editor.gui.theme import Theme
from editor.site import find_site

if TYPE_CHECKING:  # both come after the window's first picture
    from collections.abc import Mapping

    from editor.gui.library.post_library import PostLibrary
    from editor.gui.library.posts_model import Mark
    from editor.gui.library.posts_pane import PostsPane

WIDTH = 248  # pixels, at first
_NARROWEST = 190
_PATIENCE = 900  # milliseconds: text and preview of the post come first


class PostsColumn(QWidget):
    """Keeps the place of the posts pane, and builds it once the window has been drawn.

    It is there where the writer wants it and there is a folder to show: one that was opened, or the
    site of the post in front.
    """

    shown_changed = Signal(bool)
    chosen = Signal(Path, int)  # a post to open, and the line to go to, -1 for none
    asked = Signal(str, Path)  # see PostsPane
    left = Signal()
    posts_changed = Signal()  # those of the folder, or it is another one
    folder_asked = Signal()  # the writer wants posts to be shown, and no folder is known

    def __init__(
        self, posts: OpenPosts, theme: Theme, *, wanted: bool, sort: str = "newest"
    ) -> None:
        """`posts` are those open in the window, `sort` is one of `query.SORTS`."""
        super().__init__()
        self.setObjectName("postsColumn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_NARROWEST)
        self.is_wanted = wanted
        self._sort = sort
        self.folder: Path | None = None  # whose posts are shown
        self.pane: PostsPane | None = None
        self._theme = theme
        self._library: PostLibrary | None = None
        self._path: Path | None = None  # of the post in front
        self._is_begun = self._is_over = False
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._soon.timeout.connect(self.build)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.setVisible(False)
        posts.current_changed.connect(lambda document: self.follow(document.path))
        posts.opened.connect(lambda: self.follow(posts.current.path))
        posts.saved.connect(self.look)

    @property
    def library(self) -> "PostLibrary":
        """The posts of the folder; they are read from the first time on that they are asked for."""
        if self._library is None:
            self._library = _new_library()
            self._library.setParent(self)
        if self.folder is not None and not self._is_over:
            self._library.open(self.folder)
        return self._library

    def library_for(self, folder: Path) -> "PostLibrary":
        """The posts of a folder: those shown where it is among them, else one without a parent."""
        if self.folder is not None and folder.absolute().is_relative_to(self.folder):
            return self.library
        library = _new_library()
        library.open(folder)
        return library

    def open_folder(self, folder: Path) -> None:
        """Show the posts of `folder`, whatever is in front."""
        self.is_wanted = True
        self._take(folder.absolute())
        self._soon.setInterval(0)
        self._show()

    def follow(self, path: Path | None) -> None:
        """The post at `path` is in front.

        A folder that holds the post stays; so does one for a post that has no site.
        """
        self._path = path.absolute() if path else None
        is_inside = self.folder is not None and self._is_below(self.folder)
        root = find_site(path).root if path and self.is_wanted and not is_inside else None
        if root is not None:
            self._take(root.absolute())
        self._show()
        if self.pane is not None:
            self.pane.show_front(self._path)

    def ask(self, shown: bool) -> None:
        """Show or hide the pane, as the writer wants it."""
        if shown == self.is_shown:
            return
        self.is_wanted = shown
        if shown and self._path is not None and not self.folder:
            self._take(find_site(self._path).root or self._path.parent)
        self._show()
        if shown and not self.is_shown:
            self.shown_changed.emit(False)
            self.folder_asked.emit()

    @property
    def is_shown(self) -> bool:
        """Whether the column is there."""
        return not self.isHidden()

    @property
    def sort(self) -> str:
        """The order of the posts."""
        return self.pane.sort if self.pane is not None else self._sort

    def focus_search(self) -> None:
        """Go to the search box, and show it if need be."""
        self.ask(True)
        self.build()
        if self.pane is not None:
            self.pane.focus_search()

    def look(self) -> None:
        """A post was saved: look what has become of the folder."""
        if self._library is not None:
            self._library.look()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        if self.pane is not None:
            self.pane.set_theme(theme)

    def show_marks(self, marks: "Mapping[str, Mark]", note: str) -> None:
        """Mark the posts at these places below the folder, and no others; `note` stands below."""
        if self.pane is not None:
            self.pane.show_marks(marks, note)

    def stop(self) -> None:
        """Read no more posts."""
        self._is_over = True
        self._soon.stop()
        if self._library is not None:
            self._library.stop()

    @Slot()
    def build(self) -> None:
        """Build the pane now, if it is wanted and not there."""
        if self.pane is not None or self.folder is None or self._is_over:
            return
        from editor.gui.library.posts_pane import PostsPane

        pane = self.pane = PostsPane(self.library, self._theme, self, sort=self._sort)
        pane.chosen.connect(self.chosen)
        pane.asked.connect(self.asked)
        pane.left.connect(self.left)
        self.library.changed.connect(self.posts_changed)
        self.posts_changed.emit()
        pane.show_front(self._path)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(pane)

    def begin(self) -> None:
        """The window is drawn: from now on there is time to build."""
        self._is_begun = True
        self._show()

    def _take(self, folder: Path) -> None:
        if folder == self.folder:
            return
        self.folder = folder
        self.show_marks({}, "")
        self.posts_changed.emit()
        if self._library is not None:
            self._library.open(folder)
        if self.pane is not None:
            self.pane.show_front(self._path)

    def _show(self) -> None:
        shown = self.is_wanted and self.folder is not None
        if shown != self.is_shown:
            self.setVisible(shown)
            self.shown_changed.emit(shown)
        if shown and self._is_begun and self.pane is None and not self._is_over:
            self._soon.start()

    def _is_below(self, folder: Path) -> bool:
        return self._path is not None and self._path.is_relative_to(folder)


def _new_library() -> "PostLibrary":
    from editor.gui.library.post_library import PostLibrary
    from editor.settings import cache_folder

    return PostLibrary(cache_folder())
