"""The words for what Git says of a file."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from editor.git import State
from editor.git_changes import FileChange
from editor.gui.library.posts_model import Mark

translate = QCoreApplication.translate


def mark(state: State) -> Mark:
    """What stands beside a post in the posts pane."""
    if state is State.NEW:
        return Mark(translate("git", "N"), in_full(state), is_new=True)
    if state is State.DELETED:  # until the list has noticed
        return Mark(translate("git", "D"), in_full(state))
    return Mark(translate("git", "C"), in_full(state))


def in_full(state: State) -> str:
    """A state as a part of a sentence."""
    return {
        State.NEW: translate("git", "new, not yet in Git"),
        State.CHANGED: translate("git", "changed since the last commit"),
        State.DELETED: translate("git", "deleted since the last commit"),
    }[state]


def in_short(state: State) -> str:
    """A state in a word."""
    return {
        State.NEW: translate("git", "new"),
        State.CHANGED: translate("git", "changed"),
        State.DELETED: translate("git", "deleted"),
    }[state]


def deleted_posts(changes: Iterable[FileChange]) -> str:
    """How many posts are gone since the last commit; "" for none."""
    number = sum(one.state is State.DELETED and not one.is_image for one in changes)
    if number == 1:
        return translate("git", "1 post deleted since the last commit")
    many = translate("git", "{number} posts deleted since the last commit")
    return many.format(number=number) if number else ""
