"""Signs set as the language has them while they are typed."""

from editor.edits import Edit
from editor.formatting import Formatted
from editor.typography import Signs, typed
from editor.writing.carets import Command
from editor.writing.lines import in_code, line_start

# What `typography.typed` may have an answer to.
TYPED = frozenset("\"'.;:!?»")


def setting(signs: Signs) -> Command:
    """The command that sets the sign just typed before the caret; it does nothing in code."""

    def set_sign(text: str, start: int, end: int) -> Formatted | None:
        first = line_start(text, start)
        edit = typed(text[first:start], start - first, signs) if start == end else None
        if edit is None or in_code(text, start):
            return None
        place = start + len(edit.new) - (edit.end - edit.start)
        shifted = Edit(first + edit.start, first + edit.end, edit.new)
        return Formatted([shifted], place, place)

    return set_sign
