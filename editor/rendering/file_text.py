"""A file's text as head and body, which follow edits without being read anew at each."""

from bisect import bisect_left

from editor.edits import Edit
from editor.post import Post

_FENCES = ("---", "+++", "{", "\ufeff", " ", "\t", "\n")


class FileText:
    """The text of a post, as its front matter and its body."""

    def __init__(self) -> None:
        self.post = Post("", "")

    def change(self, edit: Edit) -> list[Edit]:
        """Make `edit` to the text. What that does to the body."""
        head, body = self.post.head, self.post.body
        shift = len(head)
        if edit.start > shift and self._is_settled(edit):
            inner = Edit(edit.start - shift, edit.end - shift, edit.new)
            self._set(Post(head, body[: inner.start] + inner.new + body[inner.end :]))
            return [inner]
        text = head + body
        return self.replace(text[: edit.start] + edit.new + text[edit.end :])

    def replace(self, text: str) -> list[Edit]:
        """Let `text` be the text. What that does to the body."""
        post = Post.parse(text)
        change = change_between(self.post.body, post.body)
        self._set(post)
        return [change] if change.start < change.end or change.new else []

    def _set(self, post: Post) -> None:
        known = vars(self.post)
        if post.head == self.post.head and "values" in known:
            vars(post)["values"] = known["values"]  # the fields are read once for each head
        self.post = post

    def _is_settled(self, edit: Edit) -> bool:
        """Whether no edit behind the head makes another head of it, or one where there is none."""
        if self.post.head:
            return self.post.head.endswith("\n")
        # A fence without its end may find it anywhere; lines of a header begin the text.
        body = self.post.body
        first = body.find("\n\n")
        return 0 <= first < edit.start - 2 and not body.startswith(_FENCES)


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
