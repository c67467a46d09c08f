"""Asks for the title of a new post, or for another name of one, in a bar above the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor.gui.messages import Messages
from editor.gui.posts.file_plans import FilePlans, now
from editor.gui.posts.naming_bar import NamingBar
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.rename_offer import manner_at
from editor.site import find_site

if TYPE_CHECKING:
    from editor.post_files.manner import Manner
    from editor.post_files.naming import Naming


class PostNaming(QObject):
    """Shows where a post will lie while its title or its name is typed."""

    line_asked = Signal(int)  # a new post wants to be written from there on
    left = Signal()  # a bar was closed that had the focus
    name_chosen = Signal(object, object, str)  # the path of a post, the site's Manner, its name

    def __init__(self, posts: OpenPosts, messages: Messages, plans: FilePlans) -> None:
        super().__init__(plans)
        self._posts = posts
        self._messages = messages
        self._plans = plans
        self.bar: NamingBar | None = None  # while it asks
        self._manner: Manner | None = None
        self._is_chosen = False  # before it was known how the site keeps its posts
        self._renames = False  # the bar asks for the name of a post, not for a title
        posts.current_changed.connect(self._note_shown)

    @Slot()
    def _note_shown(self) -> None:
        """Another post came in front: it would be taken for the one that gets the name."""
        if self._renames:
            self._close_bar()

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
        from editor.post_files.new_post import path_of_new

        bar, manner = self.bar, self._manner
        if bar is None or manner is None:
            return
        if not bar.text:
            bar.say(self.tr("Without a title: an empty post, which has no file yet."))
            return
        draft = bar.choice.isChecked()
        path = path_of_new(manner, bar.text, manner.local(now()), draft=draft)
        bar.say(self._plans.place(path))

    def _create(self, bar: NamingBar, manner: Manner) -> None:
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
        self.bar = bar
        self._manner, self._is_chosen = None, False
        bar.closed.connect(self._leave_bar)
        bar.chosen.connect(partial(self._choose, chosen))
        self._chosen = chosen
        self._messages.hold(bar)
        return bar

    def _read_manner(self, beside: Path, describe: Callable[[], object]) -> None:
        """Look how the site keeps its posts; `describe` then, and at each key."""
        bar = self.bar
        assert bar is not None
        bar.edited.connect(describe)

        def take(manner: Manner) -> None:
            if self.bar is bar:
                self._manner = manner
                describe()
                if self._is_chosen:
                    self._choose(self._chosen)

        self._plans.reader.ask(partial(manner_at, beside), take)

    def _choose(self, chosen: Callable[[NamingBar, Manner], object]) -> None:
        self._is_chosen = True
        if self.bar is not None and self._manner is not None:
            chosen(self.bar, self._manner)

    def _leave_bar(self) -> None:
        self._close_bar()
        self.left.emit()

    def _close_bar(self) -> None:
        self._renames = False
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    # Renaming

    def rename(self, path: Path) -> None:
        """Ask how the file of the post at `path` is to be called."""
        from editor.post_files.manner import name_of

        label, suggestion = self.tr("Name"), self.tr("By title and date")
        bar = self._show_bar(
            NamingBar(label, "", self.tr("Rename"), suggestion), partial(self._take_name, path)
        )
        self._renames = True
        bar.suggestion_asked.connect(partial(self._suggest_name, path))
        bar.start(name_of(path))
        self._read_manner(path, partial(self._describe_name, path))

    def _suggest_name(self, path: Path) -> None:
        from editor.post_files.renaming_posts import name_by_fields

        if self.bar is None or self._manner is None:
            return
        self.bar.start(name_by_fields(self._manner, path, self._naming(path)))
        self._describe_name(path)

    def _naming(self, path: Path) -> Naming:
        from editor import files, front_matter
        from editor.post_files.naming import Naming

        document = self._posts.shared.find(path)
        read = document.front_matter if document else front_matter.read(files.read(path).text)
        return Naming.of(read)

    def _describe_name(self, path: Path) -> bool:
        """Say what the file will be called; False where it cannot be."""
        from editor.post_files.manner import is_name
        from editor.post_files.renaming_posts import renamed

        bar = self.bar
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
        if not self._describe_name(path):
            self._is_chosen = False
            return
        name = bar.text
        self._leave_bar()
        self.name_chosen.emit(path, manner, name)
