"""YAML front matter: between `---` and `---` or `...`, as Jekyll finds it."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

import yaml

from ..edits import Edit
from .model import Field, Head, Problem, ProblemKind, Value
from .yaml_fields import Manner, manner, new_field, rewritten
from .yaml_loader import MAX_LENGTH, load_whole
from .yaml_problems import mended
from .yaml_reading import Entry, pieces

_MAX_PIECES = 2000
_OPENING = re.compile(r"\ufeff?(?P<fence>---)[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIELD_LINE = re.compile(r"""(?:[^\s\-#:'"\[{][^\n:]*|"[^"\n]*"|'[^'\n]*'):(?:[ \t]|\n|\Z)""")
_WORD_FIELD = re.compile(r"[\w\-]+:(?:[ \t]|\n|\Z)")
_INSIDE_FIELD = re.compile(r"[ \t]+\S|#|-[ \t\n]")


def find(text: str) -> Head | None:
    """The front matter `text` starts with. Unclosed, it ends where its lines stop to look like it.

    Source: YAML_FRONT_MATTER_REGEXP in Jekyll's lib/jekyll/document.rb
    """
    opening = _OPENING.match(text)
    if not opening:
        return None
    start = opening.start("fence")
    closing = _CLOSING.search(text, opening.end())
    if closing:
        return Head("yaml", start, opening.end(), closing.start(), closing.end())
    end = fields_end(text, opening.end())
    if end == opening.end():
        return None
    line = text.count("\n", 0, end)
    return Head(
        "yaml", start, opening.end(), end, end, (Problem(ProblemKind.UNCLOSED, line, end, end),)
    )


def fields_end(text: str, start: int) -> int:
    """Where the lines from `start` on stop to look like fields; `start` if the first does not."""
    end = at = start
    blank = False
    while at < len(text):
        line_end = text.find("\n", at) + 1 or len(text)
        # A sentence below a blank line may hold a colon: a field there has one word as key.
        if (_WORD_FIELD if blank else _FIELD_LINE).match(text, at, line_end):
            end, blank = line_end, False
        elif not text[at:line_end].strip():
            blank = True
        elif end == start or blank or not _INSIDE_FIELD.match(text, at, line_end):
            break
        else:
            end = line_end
        at = line_end
    return end


def read(text: str, head: Head) -> tuple[list[Field], list[Problem]]:
    """The fields of `head` and the problems of its lines."""
    content = text[head.fields_start : head.fields_end]
    first_line = text.count("\n", 0, head.fields_start)
    if len(content) > MAX_LENGTH:
        return [], [Problem(ProblemKind.TOO_LONG, first_line, head.fields_start, head.fields_end)]
    found = pieces(content, _MAX_PIECES + 1)
    if len(found) > _MAX_PIECES:
        return [], [Problem(ProblemKind.TOO_LONG, first_line, head.fields_start, head.fields_end)]
    fields: list[Field] = []
    problems: list[Problem] = []
    at, line = 0, first_line
    for piece in found:
        line += content.count("\n", at, piece.start)
        at = piece.start
        offset = head.fields_start + piece.start
        if isinstance(piece.entry, Problem):
            problems.append(piece.entry.moved(line, offset))
        else:
            fields.append(_field(piece.entry, text, offset, piece.end - piece.start, line))
    if problems and (not fields or _is_mapping(content)):
        problems = _not_fields(content, problems)
    return fields, problems


def _field(entry: Entry, text: str, offset: int, length: int, line: int) -> Field:
    start, end = offset + entry.value_start, offset + entry.value_end
    problem = entry.problem.moved(line, offset, entry.key) if entry.problem else None
    # The entry is remembered: a caller that changes the list it gets must not change that one.
    value = deepcopy(entry.value) if isinstance(entry.value, list | dict) else entry.value
    return Field(
        key=entry.key,
        value=value,
        raw=text[start:end],
        line=line,
        start=offset,
        end=offset + length,
        value_start=start,
        value_end=end,
        problem=problem,
        editable=entry.editable,
        shown=entry.shown,
    )


def _is_mapping(content: str) -> bool:
    try:
        return isinstance(load_whole(content), dict)
    except (yaml.YAMLError, ValueError, OverflowError):
        return False


def _not_fields(content: str, problems: list[Problem]) -> list[Problem]:
    """What remains of `problems`, which are those of lines that are no fields."""
    if _is_mapping(content):  # written in braces
        return []
    first, last = problems[0], problems[-1]
    return [replace(first, kind=ProblemKind.NOT_A_MAPPING, end=last.end)]


def with_value(text: str, fields: Sequence[Field], field: Field, value: Value) -> Edit:
    """The lines of `field` with `value`. Raises ValueError where that cannot be written."""
    lines = rewritten(text[field.start : field.end], value, _manner(text, fields))
    return Edit(field.start, field.end, lines)


def with_new(text: str, head: Head, fields: Sequence[Field], key: str, value: Value) -> Edit:
    """A new field below the last. Raises ValueError where its key or value cannot be written."""
    lines = new_field(key, value, _manner(text, fields))
    place = fields[-1].end if fields else head.fields_end
    if text[place - 1 : place] != "\n":  # an unclosed head that the text ends with
        lines = "\n" + lines.rstrip("\n")
    return Edit(place, place, lines)


def without(_text: str, field: Field) -> Edit:
    """The head without the lines of `field`."""
    return Edit(field.start, field.end, "")


def whole(key: str, value: Value) -> str:
    """Front matter of that one field. Raises ValueError where it cannot be written."""
    return f"---\n{new_field(key, value, Manner())}---\n"


def quoted_value(text: str, field: Field) -> Edit | None:
    """The first place in `field` that quotes mend, mended; None where there is no sure mend."""
    problem = field.problem
    if problem is None:
        return None
    raw = text[problem.start : problem.end]
    new = mended(raw, problem.kind)
    return Edit(problem.start, problem.end, new) if new else None


def reads_whole(text: str, head: Head) -> bool:
    """Whether python-frontmatter, which reads a head at once or not at all, reads this one.

    A day that does not exist is left out of account: Psych takes it for text.
    """
    try:
        return isinstance(load_whole(text[head.fields_start : head.fields_end]), dict)
    except yaml.YAMLError:
        return False
    except (ValueError, OverflowError):
        return True


def _manner(text: str, fields: Sequence[Field]) -> Manner:
    return manner([text[field.start : field.end] for field in fields])
