"""The window's commands of Git, and the marks in its posts pane."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from editor.gui.git.commits import Commits
from editor.gui.git.git_states import GitStates
from editor.gui.git.git_telling import GitTelling
from editor.gui.git.post_in_git import PostInGit
from editor.gui.library.posts_column import PostsColumn
from editor.gui.messages import Messages
from editor.gui.posts.open_posts import OpenPosts


class GitCommands(QObject):
    """Connects what the window does with Git."""

    def __init__(
        self,
        posts: OpenPosts,
        messages: Messages,
        column: PostsColumn,
        folder: Callable[[], Path | None],
    ) -> None:
        """`folder` gives the site, or the folder, that the post in front lies in."""
        super().__init__(posts)
        telling = GitTelling(messages, self)
        self.states = GitStates(posts, column)
        self.post = PostInGit(posts, telling)
        self.commits = Commits(posts, telling, folder)
        self.commits.ended.connect(self.states.look_soon)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the commands of the menu do."""
        return {
            "git_changes": self.post.show,
            "git_restore": self.post.restore,
            "git_commit": self.commits.show,
        }

    def stop(self) -> None:
        """End a commit that is under way, and the threads."""
        for part in (self.commits, self.post, self.states):
            part.stop()
