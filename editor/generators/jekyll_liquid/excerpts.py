"""What of a post is its excerpt.

Source: Jekyll 4.3's lib/jekyll/excerpt.rb
"""

import re

from editor.generators.jekyll_liquid.lexer import Kind, pieces

_BLOCKS = frozenset(
    (
        "capture",
        "case",
        "comment",
        "for",
        "highlight",
        "if",
        "ifchanged",
        "raw",
        "tablerow",
        "unless",
    )
)
_LINK_TARGET = re.compile(r"^ {0,3}(\[[^\]\n]+\])(:.+)$", re.MULTILINE)


def excerpt(body: str, separator: str) -> str:
    """What stands in `body` before `separator`, its blocks closed and with its links' targets."""
    head, _, tail = body.partition(separator)
    if not tail:
        return head
    if "{%" in head:
        head = _closed(head)
    targets = [name + to for name, to in _LINK_TARGET.findall(tail) if name in head]
    return head + "\n\n" + "\n".join(targets) if targets else head


def _closed(head: str) -> str:
    names = [piece.name for piece in pieces(head) if piece.kind in (Kind.TAG, Kind.MALFORMED)]
    for name in reversed(names):
        if name in _BLOCKS and not re.search(rf"\{{%-?\s*end{name}\b", head):
            head += f"\n{{% end{name} %}}"
    return head
