"""Why YAML does not read a field: PyYAML's error turned into what the writer did."""

import re
from dataclasses import replace
from typing import Any

from .head import Problem, ProblemKind
from .yaml_loader import LimitError
from .yaml_writing import quoted

# A key as it may stand before a colon. A plain one ends at the first colon that a space follows.
KEY = (
    r"""(?P<key>"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'"""
    r"""|(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|[\-?:](?=[^\s,\[\]{}]))(?:[^\n:#]|:(?=[^\s])|(?<!\s)\#)*?)"""
)
_LINE = re.compile(
    rf"(?P<lead>[ \t]*(?:-[ \t]+)*)(?:{KEY}[ \t]*:(?=\s|\Z))?[ \t]*(?P<value>[^\n]*)"
)
_OPENING = ("'", '"', "[", "{")
_WORD = re.compile(r"[\w\-]+")
_GLUED = re.compile(r"[ \t]*(?:- +)?(?P<key>[\w\-]+):(?P<value>[^\s/:][^\n]*)")
_TAG = re.compile(r"![\w!/:.\-]+(?=\s|\Z)")
_SPACED_COMMENT = re.compile(r"\s+#(?=\s|\Z).*", re.DOTALL)
_COMMENT = re.compile(r"\s+#.*|#.*", re.DOTALL)


def diagnose(piece: str, error: Exception) -> Problem:
    """Why `piece`, the text of one field, was refused with `error`. Places count in `piece`."""
    if isinstance(error, LimitError):
        return _problem(piece, error.kind, *_line_value(piece, _index(error.problem_mark)))
    if isinstance(error, ValueError):  # 2024-02-30, a zone of 25 hours
        # Psych, and so Jekyll, takes it for text.
        bad_date = _problem(piece, ProblemKind.BAD_DATE, *_line_value(piece, 0))
        return replace(bad_date, spoils_all=False)
    reason = str(getattr(error, "problem", "") or error)
    position = getattr(error, "position", None)
    if position is not None:  # a ReaderError
        return _problem(
            piece, ProblemKind.CONTROL_CHARACTER, position, position + 1, piece[position]
        )
    at = _index(getattr(error, "problem_mark", None))
    opened = _index(getattr(error, "context_mark", None))
    if "end of stream" in reason or "<stream end>" in reason:
        # The fault is where the quote or bracket opened, not where its end was missed.
        at = opened if piece[opened : opened + 1] in _OPENING else 0
    elif "expected ':'" in reason:  # told where the next line starts
        at = opened
    elif (left_open := _left_open(piece, at)) is not None:
        at = left_open
    start, end = _line_value(piece, at)
    value = piece[start:end]
    first = value[:1]
    if "'\\t'" in reason:
        return _problem(piece, ProblemKind.TAB, at, at + 1, "\t")
    if first in ("'", '"') and "cannot start any token" not in reason:
        close = closing_quote(value)
        if close < 0:
            return _problem(piece, ProblemKind.UNCLOSED_QUOTE, start, end, first)
        if not _is_comment(value[close + 1 :]):
            return _problem(piece, ProblemKind.QUOTE_INSIDE, start, end, first)
    elif first in ("[", "{") and "<stream end>" in reason:
        return _problem(piece, ProblemKind.UNCLOSED_BRACKET, start, end, first)
    elif tag := _TAG.match(value):
        return _problem(piece, ProblemKind.UNKNOWN_TAG, start, end, tag[0])
    elif (first and first in "@`%*&!|>]},[{") or re.match(r"[-?](\s|\Z)", value):
        return _problem(piece, ProblemKind.NEEDS_QUOTES, start, end, first)
    line = _LINE.match(piece, piece.rfind("\n", 0, at) + 1)
    if "mapping values are not allowed" in reason:
        if line and line.start() and line["key"] and line.end("key") <= at < start:
            # `  word: …` below a text is a field too far right; `  some words: …` is text.
            if _WORD.fullmatch(line["key"]):
                return _problem(piece, ProblemKind.INDENTATION, line.start(), start)
            start, end = _line_value(piece, 0)[0], len(piece.rstrip(" \t\n"))
        return _problem(piece, ProblemKind.NEEDS_QUOTES, start, end, ":")
    glued = _GLUED.match(piece, piece.rfind("\n", 0, at) + 1)
    if "expected ':'" in reason and glued:
        start = glued.start("key")
        return _problem(piece, ProblemKind.NO_SPACE_AFTER_COLON, start, glued.end(), glued["key"])
    if "<block " in reason or "expected ':'" in reason:
        return _problem(piece, ProblemKind.INDENTATION, line.start() if line else at, end)
    return _problem(piece, ProblemKind.SYNTAX, start, end, reason)


def _left_open(piece: str, at: int) -> int | None:
    """Where a quote above was left open, if the one before `at` is meant to open a value there."""
    line = _LINE.match(piece, piece.rfind("\n", 0, at) + 1)
    quote = piece[at - 1 : at]
    if not line or quote not in ("'", '"') or line.start("value") != at - 1:
        return None
    above = line.start()
    while above > 0:
        above = piece.rfind("\n", 0, above - 1) + 1
        start, end = _line_value(piece, above)
        if piece[start:end].startswith(quote) and closing_quote(piece[start:end]) < 0:
            return start
    return None


def closing_quote(value: str) -> int:
    """Where the quote that opens `value` closes, or -1."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'(?!')"
    closed = re.match(pattern, value, re.DOTALL)
    return closed.end() - 1 if closed else -1


def _problem(piece: str, kind: ProblemKind, start: int, end: int, found: str = "") -> Problem:
    return Problem(kind, piece.count("\n", 0, start), start, end, found=found)


def _line_value(piece: str, at: int) -> tuple[int, int]:
    """The span of the value on the line of `at`, after its key, without spaces at its ends."""
    line = _LINE.match(piece, piece.rfind("\n", 0, at) + 1)
    assert line  # it matches the empty text
    return line.start("value"), line.start("value") + len(line["value"].rstrip(" \t\n"))


def _is_comment(rest: str) -> bool:
    return not rest.strip(" \t\n") or bool(_COMMENT.fullmatch(rest))


def _index(mark: Any) -> int:
    return mark.index if mark is not None else 0


def mended(raw: str, kind: ProblemKind) -> str:
    """`raw`, a value refused for that kind of problem, in the quotes it needs; "" if none help."""
    if kind is ProblemKind.NEEDS_QUOTES:
        comment = _SPACED_COMMENT.search(raw)
        text, rest = (raw[: comment.start()], comment[0]) if comment else (raw, "")
    elif kind is ProblemKind.QUOTE_INSIDE:
        text, rest = _without_quotes(raw), ""
    elif kind is ProblemKind.UNCLOSED_QUOTE and "\n" not in raw:
        text, rest = raw[1:], ""
    else:
        return ""
    if "\n" not in text:
        return quoted(text) + rest
    # A text over several lines keeps them, and so what they fold to.
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + (text.replace("'", "''") if quote == "'" else _escaped(text)) + quote + rest


def _without_quotes(raw: str) -> str:
    """The text meant by `raw`, which starts with a quote and goes on after the next."""
    quote = raw[0]
    if len(raw) < 3 or raw[-1] != quote:
        return raw  # "Thing" avoidance
    text = raw[1:-1]
    if text.count(quote) == 1 and text[-1] == quote:
        text = text[:-1]  # one quote too many at the end
    return text.replace('\\"', '"') if quote == '"' else text.replace("''", "'")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
