"""A file's text as head and body, which follow edits without being read anew at each."""

import re
from bisect import bisect_left

from editor.edits import Edit
from editor.post import Post

# Nothing behind it makes another head of the text.
_FENCED = re.compile(r"(---|\+\+\+)\n(?:(?!\1).*\n)*\1\n")


class FileText:
    """The text of a post, as its front matter and its body."""

    def __init__(self) -> None:
        self.post = Post("", "")

    def change(self, edit: Edit) -> list[Edit]:
        """Make `edit` to the text. What that does to the body."""
        head, body = self.post.head, self.post.body
        shift = len(head)
        inner = Edit(edit.start - shift, edit.end - shift, edit.new)
        if edit.start >= shift and _FENCED.fullmatch(head):
            self._set(Post(head, _edited(body, inner)))
            return [inner]
        post = Post.parse(_edited(head + body, edit))
        if edit.start >= shift and post.head == head:
            self._set(post)
            return [inner]
        return self._replace(post)

    def replace(self, text: str) -> list[Edit]:
        """Let `text` be the text. What that does to the body."""
        return self._replace(Post.parse(text))

    def _replace(self, post: Post) -> list[Edit]:
        change = change_between(self.post.body, post.body)
        self._set(post)
        return [change] if change.start < change.end or change.new else []

    def _set(self, post: Post) -> None:
        known = vars(self.post)
        if post.head == self.post.head and "values" in known:
            vars(post)["values"] = known["values"]  # the fields are read once for each head
        self.post = post


def _edited(text: str, edit: Edit) -> str:
    return "".join((text[: edit.start], edit.new, text[edit.end :]))


def change_between(old: str, new: str) -> Edit:
    """The one edit that leads from `old` to `new`: what lies between their common head and tail."""
    shorter = min(len(old), len(new))
    # Slices compare at the speed of memory: a dozen of them, ever smaller, for 1 MB.
    head = bisect_left(range(shorter), True, key=lambda n: old[: n + 1] != new[: n + 1])
    rest = shorter - head
    tail = bisect_left(
        range(rest), True, key=lambda n: old[len(old) - n - 1 :] != new[len(new) - n - 1 :]
    )
    return Edit(head, len(old) - tail, new[head : len(new) - tail])
