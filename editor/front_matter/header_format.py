"""A header of lines `Key: value` without fences, as Pelican and MultiMarkdown read it.

Every value is text there; a blank line ends the header.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from ..edits import Edit
from .entries import Entry, Piece, Spacing, Style, spacing
from .head import Head, Problem, ProblemKind
from .model import Field, Value
from .notation import date_like

_USUAL = Spacing(before="", after=" ")
_FIELD = re.compile(r" {0,3}(?P<key>[A-Za-z0-9][\w \-]*?)(?P<gap>[ \t]*):[ \t]*")
_CONTINUED = re.compile(r"[ \t]+\S")
_KEY = re.compile(r"[A-Za-z0-9][\w \-]*(?<! )")
# Any text may start with "Note: …"; a header has a title, or two of these.
_KNOWN = {
    "author", "authors", "category", "date", "lang", "modified", "save_as", "slug", "status",
    "subtitle", "summary", "tags", "template", "translation", "url",
}  # fmt: skip


def find(text: str) -> Head | None:
    """The header `text` starts with.

    Source: MetaPreprocessor in Python-Markdown's markdown/extensions/meta.py
    """
    start = at = 1 if text.startswith("\ufeff") else 0
    keys: set[str] = set()
    while at < len(text):
        line_end = text.find("\n", at) + 1 or len(text)
        if not text[at:line_end].strip():
            break
        field = _FIELD.match(text, at, line_end)
        if field:
            keys.add(field["key"].lower())
        elif not keys or not _CONTINUED.match(text, at, line_end):
            return None
        at = line_end
    if "title" not in keys and len(keys & _KNOWN) < 2:
        return None
    return Head("header", start, start, at, at)


def pieces(content: str, at_most: int) -> list[Piece]:
    """The first `at_most` fields of a header."""
    found: list[Piece] = []
    at = 0
    while at < len(content) and len(found) < at_most:
        end = content.find("\n", at) + 1 or len(content)
        while end < len(content) and not _FIELD.match(content, end):
            end = content.find("\n", end) + 1 or len(content)
        found.append(Piece(at, end, _entry(content[at:end])))
        at = end
    return found


def with_value(text: str, _fields: Sequence[Field], field: Field, value: Value) -> Edit:
    """The lines of `field` with `value`. Raises ValueError where that cannot be written."""
    return Edit(field.start, field.end, _rewritten(text[field.start : field.end], value))


def with_new(text: str, head: Head, fields: Sequence[Field], key: str, value: Value) -> Edit:
    """A new field below the last, its key capitalised as theirs are. Raises ValueError."""
    if all(field.key[:1].isupper() for field in fields):
        key = key[:1].upper() + key[1:]
    lines = [(line, _entry(line)) for field in fields if (line := text[field.start : field.end])]
    around = spacing([(line, entry) for line, entry in lines if isinstance(entry, Entry)], _USUAL)
    line = _new(key, value, around)
    place = head.fields_end
    if text[place - 1 : place] != "\n":  # a header and nothing below it
        line = "\n" + line.rstrip("\n")
    return Edit(place, place, line)


def without(_text: str, _fields: Sequence[Field], field: Field) -> Edit:
    """The head without the lines of `field`."""
    return Edit(field.start, field.end, "")


def with_key(text: str, field: Field, key: str) -> Edit:
    """`field` under another key. Raises ValueError where that cannot be written."""
    found = _FIELD.match(text, field.start)
    if not found or not _KEY.fullmatch(key):
        raise ValueError("no key")
    return Edit(found.start("key"), found.end("key"), key)


def whole(key: str, value: Value) -> str:
    """A header of that one field. Raises ValueError where it cannot be written."""
    return _new(key[:1].upper() + key[1:], value, _USUAL)


def quoted_value(_text: str, _field: Field) -> Edit | None:
    """None: a header has no quotes."""
    return None


def values(_text: str, fields: Sequence[Field]) -> dict[str, object]:
    """The texts by their keys in small letters, as Pelican takes them."""
    return {field.key.lower(): field.value for field in fields}


def reads_whole(_content: str) -> bool:
    """Whether it is read as a whole: nothing spoils a header."""
    return True


def _entry(lines: str) -> Entry | Problem:
    field = _FIELD.match(lines)
    if not field:
        return Problem(ProblemKind.STRAY_LINE, 0, 0, len(lines.rstrip()))
    start = field.end()
    raw = lines[start:].rstrip()
    value = "\n".join(line.strip() for line in raw.split("\n"))
    places = (field.end("key"), field.end("gap"), start, start + len(raw))
    return Entry(field["key"], value, value, *places, Style.PLAIN, True)


def _new(key: str, value: Value, around: Spacing) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError("no key")
    before = around.before_separator(key)
    after = around.before_value(len(key + before))
    return _rewritten(f"{key}{before}:{after}\n", value)


def _rewritten(lines: str, value: Value) -> str:
    entry = _entry(lines)
    if not isinstance(entry, Entry):
        raise ValueError("no field")
    text = _as_text(value, str(entry.value))
    if text and not all(text.split("\n")):
        raise ValueError("a blank line would end the header")
    indent = "    "
    for line in lines.split("\n")[1:]:
        if line.strip():
            indent = line[: len(line) - len(line.lstrip())]
            break
    new = text.replace("\n", f"\n{indent}")
    written = lines[: entry.value_start] + new + lines[entry.value_end :]
    again = pieces(written, 2)
    if len(again) != 1 or not isinstance(again[0].entry, Entry) or again[0].entry.value != text:
        raise ValueError("a header cannot hold it")
    return written


def _as_text(value: Value, old: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(_as_text(part, "") for part in value)
        case datetime():
            return date_like(old, value) or value.isoformat(" ", "minutes")
        case date():
            return date_like(old, value) or value.isoformat()
        case dict():
            raise ValueError("a header holds texts alone")
    return str(value)
