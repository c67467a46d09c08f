"""Bodies cut into blocks for the dialects that markdown-it reads."""

import re

from editor import blocks

# A fence right behind an item's mark ends with the item, so that the next fence may open another,
# and within a fence it is code. The cut cannot tell.
_FENCE_BEHIND_MARK = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++[> \t]*+)+(?:`{3}|~{3})", re.MULTILINE
)


_DEFINITION = re.compile(r" {0,3}\[[^\]\n^][^\]\n]*\]:")
_END = re.compile(r"```|~~~|-->|\?>|\]\]>|</(?:pre|script|style|textarea)>", re.IGNORECASE)


def cut(body: str) -> blocks.Cut:
    """`body` in blocks that render as they do in the whole; one block where that is doubtful."""
    is_doubtful = ("```" in body or "~~~" in body) and _FENCE_BEHIND_MARK.search(body)
    if is_doubtful or ("]:" in body and _defines_below_end(body)):
        leading = re.match(r"(?:[ \t]*\n)*", body)
        line = leading[0].count("\n") if leading else 0
        return blocks.Cut((blocks.Block(body, line),), "")
    return blocks.cut(body)


def _defines_below_end(body: str) -> bool:
    """Whether a link's target may stand right below the end of code or of raw HTML.

    The cut takes it for a part of that.
    """
    ended = False
    for line in body.split("\n"):
        if not line.strip(" \t"):
            ended = False
        elif ended and _DEFINITION.match(line):
            return True
        else:
            ended = ended or bool(_END.search(line))
    return False
