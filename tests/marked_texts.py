"""Texts with a selection in them: `⟦` and `⟧` are its ends, `|` is a caret.

A table's own pipes are written as they are where the caret is `⟦⟧`.
"""

from editor import edits
from editor.formatting import Formatted


def taken_apart(marked: str) -> tuple[str, int, int]:
    """The text without its marks, and where the selection starts and ends."""
    if "⟦" in marked:
        start, end = marked.index("⟦"), marked.index("⟧") - 1
    else:
        start = end = marked.index("|")
        marked = marked[:start] + marked[start + 1 :]
    return marked.replace("⟦", "").replace("⟧", ""), start, end


def put_together(text: str, start: int, end: int, like: str = "") -> str:
    """The text with the marks of a selection, a caret as `like` has it."""
    if start == end and "⟦" not in like:
        return f"{text[:start]}|{text[start:]}"
    return f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"


def done(text: str, formatted: Formatted | None, like: str = "") -> str | None:
    """`text` after a command, marked; None where the command has nothing to do."""
    if formatted is None:
        return None
    return put_together(edits.apply(text, formatted.edits), formatted.start, formatted.end, like)
