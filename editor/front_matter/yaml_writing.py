"""Values written as YAML, in a given style, quoted when and only when some YAML reader needs it."""

import math
import re
import textwrap
from collections.abc import Iterator
from datetime import date, datetime

from .entries import Style
from .model import AsTyped, Value
from .yaml_texts import block_header, can_be_block, double_quoted, needs_escape, plain_is_text

NO_STYLES: frozenset[Style] = frozenset()
_EMITTED_WIDTH = 80


def scalar(
    value: Value, style: Style, habit: frozenset[Style] = NO_STYLES, *, in_flow: bool = False
) -> str:
    """`value` on one line, as near to `style` as it can be. Raises ValueError for a collection.

    `habit` are the quotes in which the writer puts texts that need none, as for `needed_quotes`.
    """
    match value:
        case AsTyped():
            return str(value)
        case str():
            return _text(value, style, habit, in_flow)
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


def flow(value: Value, habit: frozenset[Style] = NO_STYLES) -> str:
    """`value` on one line, lists and mappings in brackets."""
    if isinstance(value, list):
        return "[" + ", ".join(flow(part, habit) for part in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{flow(key, habit)}: {flow(part, habit)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    return scalar(value, Style.PLAIN, habit, in_flow=True)


def block_list(values: list[Value], indent: str, habit: frozenset[Style] = NO_STYLES) -> str:
    """`values` as lines `- …`, the last without line end; lists and mappings in brackets."""
    return "\n".join(f"{indent}- {in_block(value, habit)}".rstrip(" ") for value in values)


def in_block(value: Value, habit: frozenset[Style] = NO_STYLES, style: Style = Style.PLAIN) -> str:
    """`value` as an item of a list of dashes: a list or mapping in brackets."""
    return flow(value, habit) if isinstance(value, list | dict) else scalar(value, style, habit)


def quoted(text: str) -> str:
    """`text` in the quotes that leave most of it as it is; double ones where both do."""
    return _quoted(text, Style.DOUBLE)


def needed_quotes(text: str, habit: frozenset[Style] = NO_STYLES) -> str:
    """`text`, which stands without quotes until it needs them, in the quotes it gets then.

    Those that leave most of it as it is. Where both do, single ones, as YAML's own writers use,
    and double ones where single ones alone are a `habit`: so what had none until then can be told
    from what the writer quotes in any case, and loses them when it needs them no more.
    """
    only_single = Style.SINGLE in habit and Style.DOUBLE not in habit
    return _quoted(text, Style.DOUBLE if only_single else Style.SINGLE)


def _quoted(text: str, usual: Style) -> str:
    escapes, doubled = text.count('"') + text.count("\\"), text.count("'")
    single = doubled < escapes or (doubled == escapes and usual is Style.SINGLE)
    return _single_quoted(text) if single else double_quoted(text)


def wrapped(text: str, style: Style, column: int, indent: str) -> Iterator[str]:
    """`text`, of which the first line starts in that column, on several lines; or nothing.

    A line ends at the first space beyond column 80, as in what Jekyll's and other tools write.
    Source: yaml_emitter_write_plain_scalar in libyaml's src/emitter.c
    """
    if "\n" in text or "  " in text:
        return
    written = _text(text, style, NO_STYLES, in_flow=False)
    lines = [""]
    for word in written.split(" "):
        if column > _EMITTED_WIDTH:
            lines.append(word)
            column = len(indent) + len(word)
        else:
            joined = f"{lines[-1]} {word}" if lines[-1] else word
            column += len(joined) - len(lines[-1])
            lines[-1] = joined
    if len(lines) > 1:
        yield f"\n{indent}".join(lines)


def block_scalar(text: str, header: str, indent: str, width: int) -> Iterator[str]:
    """`text` as the lines below `|` or `>`, its chomping fitted to the text's own last line end.

    `header` is the old one, perhaps with a comment; lines below `>` are broken at `width` columns.
    Nothing where `text` has no such form.
    """
    if not can_be_block(text, indented=header[1:3].strip("+-").isdigit()):
        return
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    lines = body.split("\n")
    if header[0] == ">":
        lines = list(_folded(lines, width - len(indent)))
    below = [indent + line if line else "" for line in lines] + [""] * max(0, ends - 1)
    yield "\n".join([block_header(header, ends), *below])


def _folded(lines: list[str], width: int) -> Iterator[str]:
    """The lines to write for `lines` so that folding gives them back.

    Of the line ends between two lines folding takes one away, save beside an indented line.
    """
    above = ""
    for line in lines:
        if line and above and " " not in (line[0], above[0]):
            yield ""
        if "  " in line or line.endswith(" ") or line.startswith(" "):
            yield line  # a break would lose a space
        else:
            yield from textwrap.wrap(
                line, width, break_long_words=False, break_on_hyphens=False
            ) or [line]
        above = line or above


def _text(text: str, style: Style, habit: frozenset[Style], in_flow: bool) -> str:
    if style is Style.DOUBLE:
        return double_quoted(text)
    if style is Style.SINGLE:
        return _single_quoted(text)
    return text if plain_is_text(text, in_flow=in_flow) else needed_quotes(text, habit)


def _single_quoted(text: str) -> str:
    return double_quoted(text) if needs_escape(text) else "'" + text.replace("'", "''") + "'"


def _float(value: float) -> str:
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    # YAML 1.1 wants a dot and the exponent's sign: 1e+16 is a text to PyYAML.
    return re.sub(r"^(-?\d+)e", r"\1.0e", repr(value))
