"""A post: the text of a file, read as front matter and body. Reading changes no character."""

import re
from dataclasses import dataclass
from typing import Self

_HEAD = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Post:
    """A post's text cut in two, so that `head + body` is the text again.

    `head` is the front matter with the lines that fence it, or "" where there is none.
    """

    head: str
    body: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Cut `text` where its front matter ends. Never fails: unclosed, it is body.

        Source: YAML_FRONT_MATTER_REGEXP in Jekyll's lib/jekyll/document.rb
        """
        head = _HEAD.match(text)
        end = head.end() if head else 0
        return cls(text[:end], text[end:])

    @property
    def body_line(self) -> int:
        """The line of the file on which the body starts, counted from 0."""
        return self.head.count("\n")
