"""The commands that find. Each part is built when it is first asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from editor.gui.messages import Messages
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.gui.theme import Theme

if TYPE_CHECKING:
    from editor.gui.finding.all_posts import AllPosts
    from editor.gui.finding.find_bar import FindBar
    from editor.gui.finding.find_in_post import FindInPost


class Find(QObject):
    """Finds in the post in front."""

    line_asked = Signal(Path, int)  # the writer wants to go to that line of that file

    def __init__(
        self, source: SourcePane, posts: OpenPosts, messages: Messages, column: QVBoxLayout
    ) -> None:
        """`column` holds the source; the bar takes its place below it."""
        super().__init__(source)
        self._messages = messages
        self._all_posts: AllPosts | None = None
        self._source, self._posts, self._column = source, posts, column
        self._in_post: FindInPost | None = None
        self._bar: FindBar | None = None

    def find(self) -> None:
        """Let the writer find something in the post in front."""
        self._of_the_post().start(replacing=False)

    def replace(self) -> None:
        """Let the writer replace something in the post in front."""
        self._of_the_post().start(replacing=True)

    def find_in_posts(self, folder: Path | None) -> None:
        """Let the writer find something in the posts below `folder`; None where there is none."""
        if folder is None:
            text = self.tr("To find in all posts, open a post of them first.")
            self._messages.show_banner("find", text)
            return
        if self._all_posts is None:
            from editor.gui.finding.all_posts import AllPosts

            self._all_posts = AllPosts(self._source, self._posts, self._messages)
            self._all_posts.line_asked.connect(self.line_asked)
        self._all_posts.start(folder)

    def next(self) -> None:
        """Go to the next place of what was found last."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        if self._bar is not None:
            self._bar.set_theme(theme)

    def _go(self, by: int) -> None:
        if self._bar is None or self._bar.wanted.is_nothing:
            self.find()
        else:
            self._of_the_post().step(by)

    def _of_the_post(self) -> "FindInPost":
        if self._in_post is None:
            from editor.gui.finding.find_bar import FindBar
            from editor.gui.finding.find_in_post import FindInPost

            self._bar = FindBar(self._source.theme)
            self._column.addWidget(self._bar)
            self._in_post = FindInPost(self._source, self._posts, self._bar)
        return self._in_post
