"""What one does with posts as files: new, renamed, copied, published, put in the trash."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from editor.gui.messages import Messages, Way
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.rename_offer import RenameOffer, manner_at

if TYPE_CHECKING:
    from editor.gui.posts.file_plans import FilePlans, Told
    from editor.gui.posts.naming_bar import NamingBar
    from editor.gui.posts.post_naming import PostNaming
    from editor.post_files import Plan
    from editor.post_files.manner import Manner


class PostFiles(QObject):
    """Carries out commands for posts, open or not. What takes time is imported when asked for."""

    line_asked = Signal(int)  # a new post wants to be written from there on
    left = Signal()  # a bar was closed that had the focus
    window_asked = Signal(Path)  # a post is to be shown in a window of its own

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._window = window
        self._made_plans: FilePlans | None = None
        self._made_naming: PostNaming | None = None
        self._offer_of_names = RenameOffer(posts, messages, self._rename_to)

    @property
    def bar(self) -> NamingBar | None:
        """The bar that asks for a title or a name, while it does."""
        return self._made_naming.bar if self._made_naming else None

    def run(self, command: str, path: Path | None = None) -> None:
        """Carry out a command for the post at `path`, or for the one in front.

        They are open, open_in_window, new, new_draft, rename, duplicate, publish, unpublish, trash
        and show_in_files; for new posts `path` is one that they are to be like, or a folder.
        """
        if command in ("new", "new_draft"):
            self._naming.new(path, draft=command == "new_draft")
            return
        run: dict[str, Callable[[Path], object]] = {
            "open": self._posts.open,
            "open_in_window": self.window_asked.emit,
            "rename": self._rename,
            "duplicate": self._duplicate,
            "duplicate_post": self._duplicate,  # as the window's menu calls it
            "publish": partial(self._publish, publishes=True),
            "unpublish": partial(self._publish, publishes=False),
            "trash": self._trash,
            "show_in_files": self._show_in_files,
        }
        path = path or self._path_in_front()
        if path is not None:
            run[command](path.absolute())

    def stop(self) -> None:
        """Look at no more files."""
        self._offer_of_names.stop()
        if self._made_plans is not None:
            self._made_plans.stop()

    @property
    def _plans(self) -> FilePlans:
        if self._made_plans is None:
            from editor.gui.posts.file_plans import FilePlans

            self._made_plans = FilePlans(self._posts, self._messages, self._window)
        return self._made_plans

    @property
    def _naming(self) -> PostNaming:
        if self._made_naming is None:
            from editor.gui.posts.post_naming import PostNaming

            naming = PostNaming(self._posts, self._messages, self._plans)
            naming.line_asked.connect(self.line_asked)
            naming.left.connect(self.left)
            naming.name_chosen.connect(self._rename_to)
            self._made_naming = naming
        return self._made_naming

    def _path_in_front(self) -> Path | None:
        """The file of the post in front; says so where it has none yet."""
        document = self._posts.current
        if document.path is None or not document.stored.sha256:
            save = Way(self.tr("Save"), self._posts.save)
            self._plans.say(self.tr("This post has no file yet: save it first."), save)
            return None
        return document.path

    # Renaming

    def _rename(self, path: Path) -> None:
        if self._plans.is_free(path):
            self._naming.rename(path)

    def _rename_to(self, path: Path, manner: Manner, name: str) -> None:
        from editor.gui.posts import file_words
        from editor.post_files.renaming_posts import rename

        plan = partial(rename, manner, path, name)
        self._plans.reader.ask(plan, partial(self._offer, path, file_words.renaming(path)))

    def _offer(self, path: Path, told: Told, plan: Plan) -> None:
        if not plan.is_empty:
            self._plans.offer(plan, path, told)

    # Publishing, copying

    def _publish(self, path: Path, *, publishes: bool) -> None:
        if self._plans.is_free(path):
            self._when_saved(path, partial(self._publish_saved, path, publishes=publishes))

    def _publish_saved(self, path: Path, *, publishes: bool) -> None:
        from editor.gui.posts import file_words

        def take(found: tuple[Plan, str] | None) -> None:
            if found is None or found[0].is_empty:
                self._plans.say(file_words.nothing_to_do(path, publishes=publishes))
                return
            plan, address = found
            told = file_words.unpublishing(path)
            self._plans.offer(
                plan, path, file_words.publishing(path, address) if publishes else told
            )

        self._plans.reader.ask(partial(_publishing, path, publishes=publishes), take)

    def _duplicate(self, path: Path) -> None:
        self._when_saved(path, partial(self._duplicate_saved, path))

    def _duplicate_saved(self, path: Path) -> None:
        from editor.gui.posts import file_words

        def take(plan: Plan) -> None:
            opens = partial(self._posts.open, plan.path)
            self._plans.carry_out(plan, file_words.copied(path), then=opens)

        self._plans.reader.ask(partial(_copy, path, file_words.copy_title), take)

    def _when_saved(self, path: Path, then: Callable[[], object]) -> None:
        """Save the post at `path` if there is something unsaved in it, then go on."""
        document = self._posts.shared.find(path)
        if document is not None and document.is_modified:
            self._posts.open(path)  # another window may have it
            self._posts.save(document, then)
        else:
            then()

    # Trash, and the way there

    def _trash(self, path: Path) -> None:
        if self._plans.is_free(path):
            from editor.gui.posts.post_trash import PostTrash

            PostTrash(self._posts, self._plans).throw(path)

    def _show_in_files(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _publishing(path: Path, *, publishes: bool) -> tuple[Plan, str] | None:
    """The plan to publish a post or to take it back, and its address then; None where it is so."""
    from editor import files
    from editor.gui.posts.file_plans import now
    from editor.post_files.publishing import is_draft, publish, unpublish
    from editor.publishing import publication

    manner, text = manner_at(path), files.read(path).text
    if is_draft(manner, path, text) != publishes:
        return None
    plan = publish(manner, path, now()) if publishes else unpublish(manner, path)
    new = next((one.new_text for one in plan.changed if one.path == path), text)
    return plan, publication(new, plan.path, manner.site).address or ""


def _copy(path: Path, title_of: Callable[[str], str]) -> Plan:
    from editor import files
    from editor.gui.posts.file_plans import now
    from editor.post import Post
    from editor.post_files.duplicating import duplicate
    from editor.post_files.manner import name_of

    title = Post.parse(files.read(path).text).title or name_of(path)
    return duplicate(manner_at(path), path, title_of(title), now())
