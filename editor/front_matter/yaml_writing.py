"""Values written as YAML, in a given style, quoted when and only when some YAML reader needs it."""

import math
import re
import textwrap
from collections.abc import Iterator
from datetime import date, datetime

from .entries import Style
from .model import AsTyped, Value

# Texts that some reader takes for something else: YAML 1.1 as PyYAML, Psych and Go's first two
# packages read it, 1.2 as ruamel.yaml, js-yaml and Go's third do.
_NO_TEXT = re.compile(
    r"""~|=|<<
    |y|n|yes|no|true|false|on|off|null
    |[-+]?[0-9][0-9_,]*                                        # 1984, 010, 1_000, 1,000
    |[-+]?0x[0-9a-f_,]+|[-+]?0b[01_,]+|[-+]?0o[0-7_,]+
    |[-+]?(?:[0-9][0-9_,]*)?\.?[0-9][0-9_]*(?:e[-+]?[0-9]+)?
    |[-+]?[0-9][0-9_,]*\.(?:[0-9_]*)(?:e[-+]?[0-9]+)?
    |[-+]?\.(?:inf|nan)
    |[-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?           # 12:30:00, which is base 60
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
        (?:(?:t|[ \t]+)[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2}(?:\.[0-9]*)?)?
        (?:[ \t]*(?:z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_MEANS_MORE = re.compile(r":(?=[ \t]|\Z)|[ \t]#|\A[ \t]|[ \t]\Z")
_MEANS_MORE_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# What YAML 1.1 takes for a line break, forbids, or drops: only an escape carries it.
_ODD = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_NEEDS_ESCAPE = re.compile(f"[\t\n{_ODD}]")
ESCAPED = re.compile(f'["\\\\\t\n{_ODD}]')
_NOT_IN_BLOCK = re.compile(f"[{_ODD}]")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


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


def plain_is_text(text: str, *, in_flow: bool = False) -> bool:
    """Whether every YAML reader takes `text`, unquoted, for that very text."""
    return not (
        not text
        or text[0] in _INDICATORS
        or _MEANS_MORE.search(text)
        or _NEEDS_ESCAPE.search(text)
        or _NO_TEXT.fullmatch(text)
        or (in_flow and _MEANS_MORE_IN_FLOW.search(text))
    )


def quoted(text: str) -> str:
    """`text` in the quotes that leave most of it as it is; double ones where both do."""
    escapes = text.count('"') + text.count("\\")
    return double_quoted(text) if escapes <= text.count("'") else _single_quoted(text)


def double_quoted(text: str) -> str:
    """`text` between double quotes."""
    return '"' + ESCAPED.sub(lambda odd: escape(odd[0]), text) + '"'


def block_scalar(text: str, header: str, indent: str, width: int) -> str | None:
    """`text` as the lines below `|` or `>`, its chomping fitted to the text's own last line end.

    `header` is the old one, perhaps with a comment; lines below `>` are broken at `width` columns.
    None where `text` has no such form.
    """
    if not text.strip(" \t\n") or _NOT_IN_BLOCK.search(text) or text[0] in " \n" or "\t" in text:
        return None  # libyaml takes a tab that starts a line for wrong indentation
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    chomping = "-" if ends == 0 else "" if ends == 1 else "+"
    lines = body.split("\n")
    if header[0] == ">":
        if any(line[:1] in (" ", "\t") for line in lines):
            return None  # an indented line is not folded
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
    if _NEEDS_ESCAPE.search(text) or style is Style.DOUBLE:
        return double_quoted(text)
    if style is Style.SINGLE:
        return _single_quoted(text)
    return text if plain_is_text(text, in_flow=in_flow) else quoted(text)


def _single_quoted(text: str) -> str:
    return (
        "'" + text.replace("'", "''") + "'"
        if not _NEEDS_ESCAPE.search(text)
        else (double_quoted(text))
    )


def escape(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")


def _float(value: float) -> str:
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    # YAML 1.1 wants a dot and the exponent's sign: 1e+16 is a text to PyYAML.
    return re.sub(r"^(-?\d+)e", r"\1.0e", repr(value))
