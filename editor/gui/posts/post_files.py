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
from editor.gui.posts.naming_bar import NamingBar
from editor.gui.posts.open_posts import OpenPosts
from editor.site import find_site

if TYPE_CHECKING:
    from editor.gui.posts.file_plans import FilePlans, Told
    from editor.post_files import Plan
    from editor.post_files.manner import Manner


class PostFiles(QObject):
    """Carries out commands for posts, open or not. What takes time is imported when asked for."""

    line_asked = Signal(int)  # a new post wants to be written from there on
    left = Signal()  # a bar was closed that had the focus

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._window = window
        self._made_plans: FilePlans | None = None
        self._bar: NamingBar | None = None

    @property
    def bar(self) -> NamingBar | None:
        """The bar that asks for a title or a name, while it does."""
        return self._bar

    def run(self, command: str, path: Path | None = None) -> None:
        """Carry out a command for the post at `path`, or for the one in front.

        They are open, new, new_draft, rename, duplicate, publish, unpublish, trash and
        show_in_files; for new posts `path` is one that they are to be like, or a folder.
        """
        if command in ("new", "new_draft"):
            self.new(path, draft=command == "new_draft")
            return
        run: dict[str, Callable[[Path], object]] = {
            "open": self._posts.open,
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
        if self._made_plans is not None:
            self._made_plans.reader.stop()

    @property
    def _plans(self) -> FilePlans:
        if self._made_plans is None:
            from editor.gui.posts.file_plans import FilePlans

            self._made_plans = FilePlans(self._posts, self._messages, self._window)
        return self._made_plans

    def _path_in_front(self) -> Path | None:
        """The file of the post in front; says so where it has none yet."""
        document = self._posts.current
        if document.path is None or not document.stored.sha256:
            save = Way(self.tr("Save"), self._posts.save)
            self._plans.say(self.tr("This post has no file yet: save it first."), save)
            return None
        return document.path

    # New posts

    def new(self, beside: Path | None = None, *, draft: bool = False) -> None:
        """Ask for the title of a new post in the site of the post in front, or of that `beside`.

        In no site an empty post opens at once.
        """
        beside = beside or self._some_path()
        folder = beside if beside is None or beside.is_dir() else beside.parent
        if folder is None or not find_site(folder / "post.md").is_found:
            self._posts.new()
            return
        bar = self._show_bar(
            NamingBar(self.tr("Title"), self.tr("Draft"), self.tr("New post")), self._create
        )
        bar.choice.setChecked(draft)
        bar.start()
        like = folder / "post.md" if beside is None or beside == folder else beside
        self._read_manner(like, self._describe_new)

    def _some_path(self) -> Path | None:
        """The path of the post in front, else of another that is open."""
        documents = [self._posts.current, *reversed(self._posts.documents)]
        return next((one.path.absolute() for one in documents if one.path), None)

    def _describe_new(self) -> None:
        """Say where the new post will lie."""
        from editor.gui.posts.file_plans import now
        from editor.post_files.new_post import free_path, path_of_new

        bar, manner = self._bar, self._manner
        if bar is None or manner is None:
            return
        if not bar.text:
            bar.say(self.tr("Without a title: an empty post, which has no file yet."))
            return
        draft = bar.choice.isChecked()
        path = free_path(path_of_new(manner, bar.text, manner.local(now()), draft=draft))
        bar.say(self._plans.place(path))

    def _create(self, bar: NamingBar, manner: Manner) -> None:
        from editor.gui.posts.file_plans import now
        from editor.post_files.new_post import new_post

        self._close_bar()
        if not bar.text:
            self._posts.new()
            return
        made = new_post(manner, bar.text, now(), draft=bar.choice.isChecked())
        document = self._posts.open_new(made.path, made.text)
        if document is None:
            return
        if made.dropped:
            text = self.tr("The site's template holds what is not known here, left out: {actions}")
            self._plans.say(text.format(actions=" ".join(made.dropped)), level="warning")
        self.line_asked.emit(document.text.count("\n"))

    # The bar

    def _show_bar(self, bar: NamingBar, chosen: Callable[[NamingBar, Manner], object]) -> NamingBar:
        self._close_bar()
        self._bar = bar
        self._manner: Manner | None = None
        self._is_chosen = False  # before it was known how the site keeps its posts
        bar.closed.connect(self._leave_bar)
        bar.chosen.connect(partial(self._choose, chosen))
        self._chosen = chosen
        self._messages.hold(bar)
        return bar

    def _read_manner(self, beside: Path, describe: Callable[[], object]) -> None:
        """Look how the site keeps its posts; `describe` then, and at each key."""
        bar = self._bar
        assert bar is not None
        bar.edited.connect(describe)

        def take(manner: Manner) -> None:
            if self._bar is bar:
                self._manner = manner
                describe()
                if self._is_chosen:
                    self._choose(self._chosen)

        self._plans.reader.ask(partial(_manner, beside), take)

    def _choose(self, chosen: Callable[[NamingBar, Manner], object]) -> None:
        self._is_chosen = True
        if self._bar is not None and self._manner is not None:
            chosen(self._bar, self._manner)

    def _leave_bar(self) -> None:
        self._close_bar()
        self.left.emit()

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None

    # Renaming

    def _rename(self, path: Path) -> None:
        if not self._plans.is_free(path):
            return
        from editor.post_files.manner import name_of

        label, suggestion = self.tr("Name"), self.tr("By title and date")
        bar = self._show_bar(
            NamingBar(label, "", self.tr("Rename"), suggestion), partial(self._take_name, path)
        )
        bar.suggestion_asked.connect(partial(self._suggest_name, path))
        bar.start(name_of(path))
        self._read_manner(path, partial(self._describe_name, path))

    def _suggest_name(self, path: Path) -> None:
        from editor.post_files.renaming_posts import name_by_fields

        if self._bar is None or self._manner is None:
            return
        self._bar.start(name_by_fields(self._manner, path, self._text(path)))
        self._describe_name(path)

    def _text(self, path: Path) -> str:
        from editor import files

        document = self._posts.find(path)
        return document.text if document is not None else files.read(path).text

    def _describe_name(self, path: Path) -> bool:
        """Say what the file will be called; False where it cannot be."""
        from editor.post_files.manner import is_name
        from editor.post_files.renaming_posts import renamed

        bar = self._bar
        if bar is None:
            return False
        if not is_name(bar.text):
            bar.say(self.tr("No file can be called so."), is_problem=True)
            return False
        move = renamed(path, bar.text)
        if move.to != move.path and move.to.exists() and not move.to.samefile(move.path):
            text = self.tr("There is something called {name} there already.")
            bar.say(text.format(name=move.to.name), is_problem=True)
            return False
        bar.say(self._plans.place(move.now(path)))
        return True

    def _take_name(self, path: Path, bar: NamingBar, manner: Manner) -> None:
        from editor.gui.posts import file_words
        from editor.post_files.renaming_posts import rename

        if not self._describe_name(path):
            self._is_chosen = False
            return
        name = bar.text
        self._leave_bar()
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

        told = file_words.publishing(path) if publishes else file_words.unpublishing(path)

        def take(plan: Plan | None) -> None:
            if plan is None or plan.is_empty:
                self._plans.say(file_words.nothing_to_do(path, publishes=publishes))
            else:
                self._plans.offer(plan, path, told)

        self._plans.reader.ask(partial(_publishing, path, publishes=publishes), take)

    def _duplicate(self, path: Path) -> None:
        self._when_saved(path, partial(self._duplicate_saved, path))

    def _duplicate_saved(self, path: Path) -> None:
        from editor.gui.posts import file_words

        def take(plan: Plan) -> None:
            if self._plans.carry_out(plan, file_words.copied(path)):
                self._posts.open(plan.path)

        self._plans.reader.ask(partial(_copy, path, file_words.copy_title), take)

    def _when_saved(self, path: Path, then: Callable[[], object]) -> None:
        """Save the post at `path` if there is something unsaved in it, then go on."""
        document = self._posts.find(path)
        if document is not None and document.is_modified:
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


def _manner(path: Path) -> Manner:
    """How the site keeps its posts in which the post at `path` lies, or would lie."""
    from editor.post_files.manner import manner_of

    site = find_site(path)
    return manner_of(site, path.parent, None if path.parent == site.root else path)


def _publishing(path: Path, *, publishes: bool) -> Plan | None:
    """The plan to publish a post, or to take it back; None where it is so already."""
    from editor import files
    from editor.gui.posts.file_plans import now
    from editor.post_files.publishing import is_draft, publish, unpublish

    manner = _manner(path)
    if is_draft(manner, path, files.read(path).text) != publishes:
        return None
    return publish(manner, path, now()) if publishes else unpublish(manner, path)


def _copy(path: Path, title_of: Callable[[str], str]) -> Plan:
    from editor import files
    from editor.gui.posts.file_plans import now
    from editor.post import Post
    from editor.post_files.duplicating import duplicate
    from editor.post_files.manner import name_of

    title = Post.parse(files.read(path).text).title or name_of(path)
    return duplicate(_manner(path), path, title_of(title), now())
