"""Typographic signs as French and English set them: quotes, apostrophes, dashes, spaces, ellipses.

Sources of the French rules: Lexique des règles typographiques en usage à l'Imprimerie nationale,
and Unicode's CLDR for the quotes; of the English ones: The Chicago Manual of Style.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.edits import Edit
from editor.readable import paragraphs, prose

_NARROW, _NO_BREAK = "\u202f", "\u00a0"
_BEFORE_OPENING = set("([{«“‘—–-/ \t\n\u00a0\u202f>|") | {""}
_MARKS_BEFORE = re.compile(r"(?:[*_~]|</?[a-zA-Z][^<>]{0,500}>)+$")
_OPEN = re.compile(r"(?:</?[a-zA-Z][^<>]*|\]\([^()\n]*|\{[{%:<][^{}]*|://\S*|www\.\S*)$")
_WORD = re.compile(r"[^\W_]")
# Their spaces and hyphens stay, for they make the address of the heading, which others link to.
_HEADING = re.compile(r"^ {0,3}(?:\#{1,6}[^\n]*|[^\n]+\n {0,3}(?:=+|-+)[ \t]*$)", re.MULTILINE)
_LOOK_BACK = 600  # code points
_SPACES = " \u00a0\u202f"


@dataclass(frozen=True)
class Signs:
    """How a language sets its signs."""

    language: str  # "fr" or "en"
    opening: str  # with the space that belongs to it
    closing: str
    spaced: tuple[tuple[str, str], ...]  # signs with the space that belongs before them


FRENCH = Signs(
    "fr",
    f"«{_NO_BREAK}",
    f"{_NO_BREAK}»",
    ((";", _NARROW), ("!", _NARROW), ("?", _NARROW), (":", _NO_BREAK), ("»", _NO_BREAK)),
)
ENGLISH = Signs("en", "“", "”", ())


def signs_of(language: str) -> Signs | None:
    """How `language`, such as "fr" or "en-GB", sets its signs; None where it is not known."""
    return {"fr": FRENCH, "en": ENGLISH}.get(language.partition("-")[0].partition("_")[0].lower())


def mended(text: str, start: int, end: int, signs: Signs) -> list[Edit]:
    """What sets the signs of a post's prose from `start` up to `end` as `signs` says.

    Offsets in code points of `text`, the whole file. Code, addresses, tags, front matter and the
    blanks at the ends of lines stay; so does a sign that may mean something to the generator.
    """
    found: list[Edit] = []
    for first, last in paragraphs(text):
        if last <= start or first >= end:
            continue
        for edit in _of_paragraph(text[first:last], signs):
            place = Edit(first + edit.start, first + edit.end, edit.new)
            if start <= place.start and place.end <= end:
                found.append(place)
    return found


def typed(line: str, column: int, signs: Signs) -> Edit | None:
    """What becomes of the sign just typed before `column` of `line`; None: it stays.

    Offsets in code points of `line`, a line of prose. A colon gets its space only where a plain one
    was typed: it may be the start of an address.
    """
    if column < 1 or not _is_read(line, column - 1) or _is_open(line[: column - 1]):
        return None
    sign, before = line[column - 1], line[: column - 1]
    if sign == '"':
        return Edit(column - 1, column, _quote(before, signs))
    if sign == "'":
        return Edit(column - 1, column, "’") if _WORD.match(before[-1:]) else None
    if sign == "." and before.endswith("..") and not before.endswith("..."):
        return Edit(column - 3, column, "…")
    space = dict(signs.spaced).get(sign)
    start = len(before.rstrip(_SPACES))
    if space is None or not _wants_space(before, sign) or before[start:] == space:
        return None
    return Edit(start, column - 1, space) if sign != ":" or start < len(before) else None


def _of_paragraph(paragraph: str, signs: Signs) -> Iterator[Edit]:
    edits: list[Edit] = []
    for start, end in prose(paragraph):
        for pattern, act in _RULES:
            for match in pattern.finditer(paragraph, start, end):
                edit = act(match, paragraph, signs)
                if edit is not None and edit.end <= end and _differs(edit, paragraph):
                    edits.append(edit)
    kept = [match.span() for match in _HEADING.finditer(paragraph)]
    reached = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        old = paragraph[edit.start : edit.end]
        if {*old} & {" ", "-"} and any(start <= edit.start < end for start, end in kept):
            continue
        if edit.start >= reached:
            yield edit
            reached = max(edit.end, edit.start + 1)


def _differs(edit: Edit, text: str) -> bool:
    return text[edit.start : edit.end] != edit.new


def _quotes(match: re.Match[str], text: str, signs: Signs) -> Edit:
    place = match.start()
    return Edit(place, place + 1, _quote(text[max(0, place - _LOOK_BACK) : place], signs))


def _quote(before: str, signs: Signs) -> str:
    """The quote that stands after `before`: an opening one where no word or sign precedes."""
    before = _MARKS_BEFORE.sub("", before)
    return signs.opening if before[-1:] in _BEFORE_OPENING else signs.closing


def _apostrophe(match: re.Match[str], _text: str, _signs: Signs) -> Edit:
    return Edit(match.start(1), match.end(1), "’")


def _ellipsis(match: re.Match[str], _text: str, _signs: Signs) -> Edit:
    return Edit(match.start(), match.end(), "…")


def _dash(match: re.Match[str], _text: str, _signs: Signs) -> Edit:
    return Edit(match.start(1), match.end(1), "—" if len(match[1]) == 3 else "–")


def _space(match: re.Match[str], text: str, signs: Signs) -> Edit | None:
    """The space before a high sign; a run of them, as in `?!`, has one."""
    sign, before = match["sign"], text[max(0, match.start() - _LOOK_BACK) : match.start()]
    space = dict(signs.spaced).get(sign)
    if space is None or not _wants_space(before, sign):
        return None
    return Edit(match.start("space"), match.end("space"), space)


def _space_inside(match: re.Match[str], _text: str, signs: Signs) -> Edit | None:
    if signs is not FRENCH:
        return None
    return Edit(match.start("space"), match.end("space"), _NO_BREAK)


def _wants_space(before: str, sign: str) -> bool:
    """Whether a high sign after `before` ends words: not in `?!`, `(!)`, at a line's start."""
    last = _MARKS_BEFORE.sub("", before.rstrip(_SPACES))[-1:]
    ends_words = last.isalnum() or last in ")]»”’…%€$\"'"
    return bool(last) and (ends_words or (sign == "»" and last in ".!?,;"))


_RULES = (
    (re.compile(r'(?<!\\)"'), _quotes),
    (re.compile(r"(?<=[^\W\d_])(')(?=[^\W\d_])"), _apostrophe),
    (re.compile(r"(?<![./])\.\.\.(?![./])"), _ellipsis),
    (re.compile(r"(?<=[^\s-] )(-{2,3})(?= [^\s-])"), _dash),
    (re.compile(r"(?P<space>[ \u00a0\u202f]?)(?P<sign>[;!?»]|:(?=[\s*_]|\Z))(?![\w\[])"), _space),
    (re.compile(r"«(?P<space>[ \u00a0\u202f]?)(?=\S)"), _space_inside),
)


def _is_open(before: str) -> bool:
    """Whether code, a tag or an address has begun in `before` that the writer has yet to end."""
    return bool(_OPEN.search(before)) or before.count("`") % 2 == 1


def _is_read(line: str, column: int) -> bool:
    return any(start <= column < end for start, end in prose(line))
