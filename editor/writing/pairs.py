"""Brackets, quotes and marks: closed as they are opened, put around a selection, stepped over.

Apostrophes are none of them: « l'été », *rock 'n' roll*.
"""

from editor.edits import Edit
from editor.formatting import Formatted
from editor.writing.carets import Command
from editor.writing.lines import in_code, line_end, line_start

_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”"}
_QUOTES = '"`'
_MARKS = "*_~"
_CLOSING = {closer: opener for opener, closer in _BRACKETS.items()}
_AROUND_SELECTION = {**_BRACKETS, **{sign: sign for sign in _QUOTES + _MARKS + "'"}}
_FOLLOWING = " \t\n" + "".join(_CLOSING) + ",.;:!?…\u00a0\u202f" + _QUOTES + _MARKS
_BEFORE = " \t\n\u00a0\u202f" + "".join(_BRACKETS) + "'’—–-/" + _QUOTES + _MARKS

# What `typed` may have an answer to: other characters need not be asked about.
TYPED = frozenset(_AROUND_SELECTION) | frozenset(_CLOSING) | {" "}
# Signs that are doubled between what they opened: `*|*` to `**|**`.
_DOUBLED = 2


def typed(text: str, start: int, end: int, sign: str) -> Formatted | None:
    """What typing `sign` does instead of just standing there; None where it just stands there."""
    if sign not in TYPED:
        return None
    if start < end:
        return _around(text, start, end, sign)
    if sign == " ":
        return _spaced(text, start)
    if sign in _CLOSING:
        return _stepped_over(text, start, sign)
    if sign in _BRACKETS:
        return _opened(start, sign, _BRACKETS[sign]) if _is_free(text, start) else None
    if sign in _QUOTES:
        return _quoted(text, start, sign)
    return _marked(text, start, sign) if sign in _MARKS else None


def typing(sign: str) -> Command:
    """The command that types `sign`, see `typed`."""
    return lambda text, start, end: typed(text, start, end, sign)


def backspace(text: str, start: int, end: int) -> Formatted | None:
    """Both signs of an empty pair taken away; None where Backspace is just Backspace."""
    if start != end or start == 0 or start >= len(text):
        return None
    before, after = text[start - 1], text[start]
    is_pair = _BRACKETS.get(before) == after or (before == after and before in _QUOTES + _MARKS)
    if not is_pair or (before == after and not _is_empty_pair(text, start, before)):
        return None
    return Formatted([Edit(start - 1, start + 1, "")], start - 1, start - 1)


def _around(text: str, start: int, end: int, sign: str) -> Formatted | None:
    closer = _AROUND_SELECTION.get(sign)
    if closer is None or (sign == "'" and "\n" in text[start:end]):
        return None
    return Formatted([Edit(start, start, sign), Edit(end, end, closer)], start + 1, end + 1)


def _opened(place: int, sign: str, closer: str) -> Formatted:
    return Formatted([Edit(place, place, sign + closer)], place + 1, place + 1)


def _over(place: int) -> Formatted:
    return Formatted([], place + 1, place + 1)


def _is_free(text: str, place: int) -> bool:
    """Whether no word follows, which would be meant to stand inside."""
    return place >= len(text) or text[place] in _FOLLOWING


def _stepped_over(text: str, place: int, sign: str) -> Formatted | None:
    """Over a closing sign that an opening one on the line already has."""
    if text[place : place + 1] != sign:
        return None
    line = text[line_start(text, place) : line_end(text, place)]
    return _over(place) if line.count(_CLOSING[sign]) <= line.count(sign) else None


def _quoted(text: str, place: int, sign: str) -> Formatted | None:
    line = text[line_start(text, place) : line_end(text, place)]
    if text[place : place + 1] == sign:
        return _over(place) if line.count(sign) % 2 == 0 else None
    before = text[place - 1 : place]
    if (before and (before not in _BEFORE or before == sign)) or not _is_free(text, place):
        return None
    return _opened(place, sign, sign) if line.count(sign) % 2 == 0 else None


def _marked(text: str, place: int, sign: str) -> Formatted | None:
    start = line_start(text, place)
    before, line = text[start:place], text[start : line_end(text, place)]
    if before.count("`") % 2 or in_code(text, place):
        return None
    if text[place : place + 1] == sign:
        if not _is_empty_pair(text, place, sign):
            return _over(place) if line.count(sign) % 2 == 0 else None
        return _doubled(text, place, sign)
    if before and (before[-1] not in _BEFORE or before[-1] == sign):
        return None
    is_bullet = not before.strip(" \t>") and sign == "*"
    return None if is_bullet or not _is_free(text, place) else _opened(place, sign, sign)


def _doubled(text: str, place: int, sign: str) -> Formatted:
    """`**|**` of `*|*`; a third sign closes nothing any longer: it may become a rule."""
    run = len(text[:place][-3:]) - len(text[:place][-3:].rstrip(sign))
    if run < _DOUBLED:
        return _opened(place, sign, sign)
    return Formatted([Edit(place, place + run, sign)], place + 1, place + 1)


def _is_empty_pair(text: str, place: int, sign: str) -> bool:
    """Whether as many signs stand before `place` as behind it, and nothing else between."""
    before, after = text[max(0, place - 4) : place], text[place : place + 4]
    run = len(before) - len(before.rstrip(sign))
    return run > 0 and run == len(after) - len(after.lstrip(sign))


def _spaced(text: str, place: int) -> Formatted | None:
    """A blank behind a mark: it was no mark but a sign (2 * 3), and needs no closer."""
    sign = text[place - 1 : place]
    if not sign or sign not in _MARKS or not _is_empty_pair(text, place, sign):
        return None
    before = text[max(0, place - 4) : place]
    run = len(before) - len(before.rstrip(sign))
    return Formatted([Edit(place, place + run, " ")], place + 1, place + 1)
