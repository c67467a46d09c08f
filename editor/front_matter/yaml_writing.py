"""Values written as YAML, in a given style, quoted when and only when some YAML reader needs it."""

import math
import re
import textwrap
from collections.abc import Iterator
from datetime import date, datetime

from .entries import Style
from .model import AsTyped, Value
from .yaml_texts import can_be_block, double_quoted, needs_escape, plain_is_text


def scalar(value: Value, style: Style, *, in_flow: bool = False) -> str:
    """`value` on one line, as near to `style` as it can be. Raises ValueError for a collection."""
    match value:
        case AsTyped():
            return str(value)
        case str():
            return _text(value, style, in_flow)
        case None:
            return "null" if in_flow else ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return _float(value)
        case datetime():
            zoned = value.isoformat(sep=" ")
            return re.sub(r"(?=[+-]\d\d:\d\d$)", " ", zoned) if value.tzinfo else zoned
        case date():
            return value.isoformat()
    raise ValueError(f"{type(value).__name__} is no scalar")


def flow(value: Value) -> str:
    """`value` on one line, lists and mappings in brackets."""
    if isinstance(value, list):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{flow(key)}: {flow(part)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    return scalar(value, Style.PLAIN, in_flow=True)


def block_list(values: list[Value], indent: str, style: Style = Style.PLAIN) -> str:
    """`values` as lines `- …`, the last without line end; lists and mappings in brackets."""
    return "\n".join(f"{indent}- {_in_block(value, style)}".rstrip(" ") for value in values)


def _in_block(value: Value, style: Style) -> str:
    return flow(value) if isinstance(value, list | dict) else scalar(value, style)


def quoted(text: str) -> str:
    """`text` in the quotes that leave most of it as it is; double ones where both do."""
    escapes = text.count('"') + text.count("\\")
    return double_quoted(text) if escapes <= text.count("'") else _single_quoted(text)


def block_scalar(text: str, header: str, indent: str, width: int) -> str | None:
    """`text` as the lines below `|` or `>`, its chomping fitted to the text's own last line end.

    `header` is the old one, perhaps with a comment; lines below `>` are broken at `width` columns.
    None where `text` has no such form.
    """
    if not can_be_block(text, folded=header[0] == ">"):
        return None
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomping = "-" if ends == 0 else "" if ends == 1 else "+"
    lines = body.split("\n")
    if header[0] == ">":
        lines = list(_unfolded(lines, width - len(indent)))
    comment = re.sub(r"^[|>][0-9+\-]*", "", header.split("\n", 1)[0])
    below = [indent + line if line else "" for line in lines] + [""] * max(0, ends - 1)
    return "\n".join([header[0] + chomping + comment, *below])


def _unfolded(lines: list[str], width: int) -> Iterator[str]:
    """The lines to write for `lines` so that folding gives them back: a blank one between two."""
    for before, line in zip(["", *lines], lines, strict=False):
        if before and line:
            yield ""
        if "  " in line or line.endswith(" "):
            yield line  # a break would lose a space
        else:
            yield from textwrap.wrap(
                line, width, break_long_words=False, break_on_hyphens=False
            ) or [line]


def _text(text: str, style: Style, in_flow: bool) -> str:
    if needs_escape(text) or style is Style.DOUBLE:
        return double_quoted(text)
    if style is Style.SINGLE:
        return _single_quoted(text)
    return text if plain_is_text(text, in_flow=in_flow) else quoted(text)


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if not needs_escape(text) else (double_quoted(text))


def _float(value: float) -> str:
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    # YAML 1.1 wants a dot and the exponent's sign: 1e+16 is a text to PyYAML.
    return re.sub(r"^(-?\d+)e", r"\1.0e", repr(value))
