"""Bodies cut into blocks for the dialects that markdown-it reads."""

import re

from editor import blocks

# A fence right behind an item's mark ends with the item, so that the next fence may open another,
# and within a fence it is code. The cut cannot tell.
_FENCE_BEHIND_MARK = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++[> \t]*+)+(?:`{3}|~{3})", re.MULTILINE
)


def cut(body: str) -> blocks.Cut:
    """`body` in blocks that render as they do in the whole; one block where that is doubtful."""
    if ("```" in body or "~~~" in body) and _FENCE_BEHIND_MARK.search(body):
        leading = re.match(r"(?:[ \t]*\n)*", body)
        line = leading[0].count("\n") if leading else 0
        return blocks.Cut((blocks.Block(body, line),), "")
    return blocks.cut(body)
