"""What follows the site of the post in front: its images, links, tags and files, and Git."""

from collections.abc import Callable
from pathlib import Path

from editor.gui.counting import SelectionCounting
from editor.gui.following import Following
from editor.gui.git.git_commands import GitCommands
from editor.gui.posts.post_files import PostFiles
from editor.gui.references.image_insertion import ImageInsertion
from editor.gui.references.link_insertion import LinkInsertion
from editor.gui.references.reference_marks import ReferenceMarks
from editor.gui.references.unused_images import UnusedImages
from editor.gui.site_watch import SiteWatch
from editor.gui.tags.tag_renaming import TagRenaming
from editor.gui.window_panes import WindowPanes


class SiteFollowers:
    """Builds what needs the site, and has each told of it, now and later, until the end."""

    def __init__(
        self, window: WindowPanes, following: Following, folder: Callable[[], Path | None]
    ) -> None:
        """`folder` gives what the post in front lies in."""
        self._window = window
        self._add = following.add
        self._build_files()
        self._build_source()
        self._build_references()
        self.git = GitCommands(window.posts, window.messages, window.posts_column, folder)
        self._add(stop=self.git.stop)
        self.site_watch = SiteWatch(window)
        self.site_watch.changed.connect(following.follow_site)
        self._add(self.site_watch.look_at)
        self._add(window.source.look_at)

    def _build_files(self) -> None:
        window = self._window
        self.post_files = PostFiles(window.posts, window.messages, window)
        self.post_files.line_asked.connect(window.edit_in_source)
        self.post_files.left.connect(window.source.setFocus)
        self.post_files.window_asked.connect(window.path_shown_asked)
        self._add(stop=self.post_files.stop)

    def _build_source(self) -> None:
        window = self._window
        self._add(lambda site: window.source.set_dialect(site.generator))
        self._selected = SelectionCounting(window.source)
        self._selected.counted.connect(window.status.show_selected)
        self._add(stop=self._selected.stop)
        self.marks = ReferenceMarks(window.source, window.posts, window.state.theme)
        self._add(self.marks.look_at, self.marks.follow_text, self.marks.stop)

    def _build_references(self) -> None:
        window, posts, messages = self._window, self._window.posts, self._window.messages
        self.images = ImageInsertion(window.source, posts, messages, window.centre_column)
        self._add(self.images.look_at, stop=self.images.stop)
        self.links = LinkInsertion(window.source, posts, window.centre)
        self._add(self.links.look_at, stop=self.links.stop)
        self.unused_images = UnusedImages(posts, messages, window)
        self._add(self.unused_images.look_at, stop=self.unused_images.stop)
        self.tags = TagRenaming(posts, messages, window)
        self._add(self.tags.look_at, stop=self.tags.stop)
