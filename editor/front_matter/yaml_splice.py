"""A text changed within its YAML notation, so that its line breaks and escapes elsewhere stay."""

import re
from itertools import takewhile

from .entries import Style
from .yaml_texts import block_header, escaped

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])")
_JOINED = re.compile(r"\\\n[ \t]*")  # an escaped line end, which stands for nothing
_FOLD = re.compile(r"[ \t]*\n[ \t]*(?!\n)")
_PARAGRAPH = re.compile(r"[ \t]*\n[ \t]*\n[ \t]*")
_BLANK = re.compile(r"\n[ \t]*")
_FOLDABLE = re.compile(r"\n+(?![\n ])")  # folding takes one of these away
_LINE_START = re.compile(r"\n(?!\n)")


def spliced(raw: str, old: str, new: str, style: Style, indent: str) -> str | None:
    """`raw`, which reads as `old`, made to read as `new` by a change in one place.

    Only a guess, to be read again; None where `old` cannot be followed through `raw`. New line
    breaks are indented by `indent`.
    """
    spans = _spans(raw, old, style, indent)
    if spans is None:
        return None
    head = _common(old, new)
    tail = min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    start = spans[head][0]
    end = spans[len(old) - tail][0] if tail else spans[-1][0]
    if tail < len(old) - head:
        end = spans[len(old) - tail - 1][1]
    before, written = raw[:start], _written(new[head : len(new) - tail], style, indent)
    if written.startswith("\n") and before.rstrip(" ").endswith("\n"):
        before = before.rstrip(" ")  # the indentation of a line that is blank now
    return before + written + raw[end:]


def spliced_block(raw: str, old: str, new: str, style: Style, indent: str) -> str | None:
    """The same for a block scalar, whose header is fitted to the line ends that `new` ends with."""
    header, _, body = raw.rstrip("\n").partition("\n")
    text = new.rstrip("\n")
    if not body.startswith(indent) or not text or text.lstrip(" ")[:1] in ("", "\n", "\t"):
        return None  # to libyaml a tab in front of the first word is wrong indentation
    below = spliced(body[len(indent) :], old.rstrip("\n"), text, style, indent)
    if below is None:
        return None
    ends = len(new) - len(text)
    return f"{block_header(header, ends)}\n{indent}{below}" + "\n" * max(0, ends - 1)


def _spans(raw: str, text: str, style: Style, indent: str) -> list[tuple[int, int]] | None:
    """Where each character of `text` stands in `raw`, and the place after the last."""
    at = 1 if style in (Style.SINGLE, Style.DOUBLE) else 0
    line_end = _BLANK
    if style in (Style.LITERAL, Style.FOLDED):
        line_end = re.compile(rf"\n {{0,{len(indent)}}}")
    spans = []
    before = ""
    for character in text:
        if style is Style.DOUBLE and (joined := _JOINED.match(raw, at)):
            at = joined.end()
        end = _end(raw, at, character, before, style, line_end)
        if end < 0:
            return None
        spans.append((at, end))
        at, before = end, character
    return [*spans, (at, at)]


def _end(
    raw: str, at: int, character: str, before: str, style: Style, line_end: re.Pattern[str]
) -> int:
    """Where `character`, which stands at `at`, ends in `raw`, or -1 where another stands there."""
    if style is Style.DOUBLE and (found := _ESCAPE.match(raw, at)):
        return found.end()
    if style is Style.SINGLE and raw.startswith("''", at):
        return at + 2 if character == "'" else -1
    if character == "\n":
        folded = style is not Style.LITERAL and before != "\n"
        found = (_PARAGRAPH.match(raw, at) if folded else None) or line_end.match(raw, at)
        return found.end() if found else -1
    if character == " " and style is not Style.LITERAL and (found := _FOLD.match(raw, at)):
        return found.end()
    return at + 1 if raw.startswith(character, at) else -1


def _written(text: str, style: Style, indent: str) -> str:
    if style is Style.DOUBLE:
        return escaped(text)
    if style is Style.SINGLE:
        text = text.replace("'", "''")
    if style is Style.FOLDED:
        text = _FOLDABLE.sub(r"\g<0>\n", text)
    elif style is not Style.LITERAL:
        text = re.sub(r"\n+", r"\g<0>\n", text)
    return _LINE_START.sub("\n" + indent, text)


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
