"""TOML front matter that no reader takes, and the edits that make it TOML, line by line."""

import re
from collections.abc import Iterator

from editor.edits import Edit
from editor.front_matter import read
from editor.front_matter.toml_reading import FIELD

from .dates import meant

_COLON = re.compile(r"(?P<key>[ \t]*[A-Za-z0-9_\-]+)[ \t]*:[ \t]*(?P<value>\S.*)")
_NO_SIGN = re.compile(r"""(?P<key>[ \t]*[A-Za-z0-9_\-]+)[ \t]+(?P<value>["'\[].*)""")
_SPACED_KEY = re.compile(r"""(?P<key>[A-Za-z][\w \-]*\w)[ \t]*=[ \t]*(?P<value>\S.*)""")
_COMMENT = re.compile(r"[ \t]*(?://|;|%|--)[ \t]*")
_COMMENT_BEHIND = re.compile(
    r"""(?P<value>"[^"]*"|'[^']*'|\[[^\]]*\]|true|false)[ \t]*//(?P<words>.*)"""
)
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]|\Z)")
_LITERALS = {"True": "true", "False": "false", "TRUE": "true", "FALSE": "false"}
_CURLY = "“”„‘’"
_MAX_LINES = 500
_MAX_LINE = 8192  # in a longer one each item of a list would be tried


def edits(text: str, start: int, end: int) -> list[Edit]:
    """The edits that mend the lines of `text[start:end]`, the fields of a TOML head, one by one."""
    found: list[Edit] = []
    at = start
    rows = text[start:end].split("\n")
    if len(rows) > _MAX_LINES:
        return found
    fences = re.compile(r'"""|\'\'\'')
    inside = ""  # the quotes of the text over several lines that is open
    for row in rows:
        marks = fences.findall(row)
        if not inside and row.strip() and not marks:
            new = _mended(row)
            if new != row:
                found.append(Edit(at, at + len(row), new))
        for mark in marks:
            inside = "" if inside == mark else inside or mark
        at += len(row) + 1
    return found


def _mended(row: str) -> str:
    if len(row) > _MAX_LINE or _reads(row):
        return row
    return next((new for new in _ways(row) if _reads(new)), row)


def _ways(row: str) -> Iterator[str]:
    if comment := _COMMENT.match(row):
        yield "# " + row[comment.end() :]
    for pattern in (_COLON, _NO_SIGN):
        if found := pattern.match(row):
            for value in _values(found["value"]):
                yield f"{found['key']} = {value}"
    if field := FIELD.match(row):
        for value in _values(row[field.end() :]):
            yield row[: field.end()] + value
    elif spaced := _SPACED_KEY.match(row):
        for value in _values(spaced["value"]):
            yield f'"{spaced["key"]}" = {value}'


def _values(value: str) -> Iterator[str]:
    """Ways to write `value` as TOML, the surest first."""
    value = value.rstrip()
    yield value
    if behind := _COMMENT_BEHIND.fullmatch(value):
        yield f"{behind['value']} #{behind['words']}"
    if value in _LITERALS:
        yield _LITERALS[value]
    if _DAY.match(value):
        if date := meant(value):
            yield date
        return  # no text
    if value[-1:] in (",", ";"):
        yield value[:-1].rstrip()
    if value[:1] == "[":
        yield from _lists(value)
    elif re.fullmatch(r"""("[^"]*"|'[^']*')(?:\s*,\s*(?:"[^"]*"|'[^']*'))+""", value):
        yield f"[{value}]"
    else:
        yield _text(value)


def _lists(value: str) -> Iterator[str]:
    inner = value[1:].rstrip(" \t,")
    inner = inner[:-1] if inner[-1:] in ("]", ")", "}") else inner
    if re.search(r"[\[\]{}]", inner):
        return
    parts = re.findall(
        r"""\s*(?:"[^"\n]*"(?=\s*(?:,|"|'|\Z))|'[^'\n]*'(?=\s*(?:,|"|'|\Z))|[^,\s][^,]*)""", inner
    )
    yield "[" + ", ".join(_item(part.strip()) for part in parts if part.strip()) + "]"


def _item(item: str) -> str:
    return item if _reads(f"x = {item}") else _text(item)


def _text(value: str) -> str:
    """`value` between quotes, without those that did not do."""
    inner = value
    if value[:1] in "\"'" + _CURLY and value[:1]:
        inner = value[1:]
        inner = inner[:-1] if inner[-1:] in "\"'" + _CURLY and inner[-1:] else inner
        if inner[:1] == value[:1] and inner.count(inner[:1]) == 1:
            inner = inner[1:]  # ""A"
    inner = inner.replace('\\"', '"')
    if "\\" in inner and "'" not in inner:
        return f"'{inner}'"
    return '"' + inner.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _reads(row: str) -> bool:
    front = read(f"+++\n{row}\n+++\n")
    return not front.problems
