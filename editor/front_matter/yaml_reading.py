"""One field of YAML front matter, read on its own: its value, its places, or what is wrong."""

import re
from functools import lru_cache
from typing import Any

import yaml

from .entries import Entry, Item, Style
from .head import Problem, ProblemKind
from .model import AsTyped, Value
from .yaml_loader import KEPT_TAB, LimitedLoader
from .yaml_problems import KEY, diagnose

# Tabs that PyYAML refuses: those that only separate libyaml takes for spaces, those within an
# unquoted text for a part of it.
_LOOSE_TAB = re.compile(r"(?<=[:,])[ \t]++|(?<=[^\s])[ \t]++(?=\n|\Z|#)")
_TAB_IN_TEXT = re.compile(r"(?<=[^\s\-]) *\t[ \t]*(?=\S)")
_FIELD = re.compile(rf"[ \t]*{KEY}(?P<gap>[ \t]*):(?:[ \t]+|(?=\n|\Z))")
_GLUED = re.compile(r"(?P<key>[A-Za-z_][\w\-]*):(?P<value>[^\s/:][^\n]*)")
_MAX_CACHED = 8192


_SCALAR_STYLES = {
    None: Style.PLAIN,
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}


def read_entry(piece: str, context: str = "") -> Entry | Problem:
    """The field that `piece` is, or why it is none. Remembered, as a form reads at every key.

    `context` are fields above it with anchors that it refers to.
    """
    if len(piece) > _MAX_CACHED:
        return _read_entry.__wrapped__(piece, context)
    return _read_entry(piece, context)


@lru_cache(maxsize=2048)
def _read_entry(piece: str, context: str) -> Entry | Problem:
    field = _FIELD.match(piece)
    try:
        nodes, value = load(context + piece)
        key_node, node = nodes[-1]
        mapping = len(nodes) == 1 or context
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return _broken(piece, field, error, len(context))
    if not mapping or key_node is None:
        return _no_field(piece)
    return _entry(piece, field, key_node, node, value, len(context))


def load(text: str) -> tuple[list[tuple[Any, Any]], Value]:
    """The nodes of the mapping that `text` is, and its last value; of no mapping [(None, …)]."""
    try:
        return _load_strictly(text)
    except yaml.YAMLError as error:
        if "'\\t'" not in str(getattr(error, "problem", "")):
            raise
        spaced = _LOOSE_TAB.sub(lambda tabs: " " * len(tabs[0]), text)
        kept = _TAB_IN_TEXT.sub(lambda tabs: tabs[0].replace("\t", KEPT_TAB), spaced)
        return _load_strictly(kept, keeps_tabs=KEPT_TAB not in text)


def _load_strictly(text: str, *, keeps_tabs: bool = False) -> tuple[list[tuple[Any, Any]], Value]:
    loader = LimitedLoader(text)
    loader.keeps_tabs = keeps_tabs
    node = loader.get_single_node()
    if not isinstance(node, yaml.MappingNode):
        return [(None, node)], None
    # Before construction, which may merge other mappings into this one.
    pairs: list[tuple[Any, Any]] = list(node.value)
    if not pairs:
        return [(None, node)], None
    value = loader.construct_object(pairs[-1][1], deep=True)
    return pairs, value


def _entry(
    piece: str, field: re.Match[str] | None, key_node: Any, node: Any, value: Value, offset: int
) -> Entry:
    key_end = key_node.end_mark.index - offset
    colon = piece.find(":", key_end)
    scalar_key = isinstance(key_node, yaml.ScalarNode)
    key = key_node.value if scalar_key else piece[key_node.start_mark.index - offset : key_end]
    start, end = node.start_mark.index - offset, node.end_mark.index - offset
    plain_key = field is not None and scalar_key
    if start <= colon or start == end:  # an alias, whose node stands elsewhere, or nothing at all
        start = end = colon + 1
        if rest := re.compile(r"[ \t]*(\*\S+)").match(piece, start):
            start, end = rest.span(1)
            return Entry(
                key, value, piece[start:end], key_end, colon, start, end, Style.OTHER, False
            )
        return Entry(key, None, "", key_end, colon, start, end, Style.EMPTY, plain_key)
    style = _style(piece, node, offset)
    items: tuple[Item, ...] = ()
    if isinstance(node, yaml.CollectionNode):
        end = _collection_end(piece, node, offset)
        items = _items(piece, node, offset) if style is not Style.OTHER else ()
        if len(items) < len(node.value):
            style, items = Style.OTHER, ()
    elif style in (Style.LITERAL, Style.FOLDED):
        block = piece[start:end]
        keeps = "+" in block.partition("\n")[0].partition("#")[0]  # blank lines below it as well
        end = start + len(block.removesuffix("\n") if keeps else block.rstrip("\n"))
    raw = piece[start:end]
    shown: str | tuple[str, ...] = raw
    if value is None or isinstance(value, str):
        shown = value or ""
    if isinstance(value, str) and style in (Style.LITERAL, Style.FOLDED):
        shown = value.removesuffix("\n")
    if style in (Style.FLOW, Style.BLOCK):
        shown = tuple(item.shown for item in items)
    editable = plain_key and style is not Style.OTHER
    return Entry(key, value, shown, key_end, colon, start, end, style, editable, items)


def _style(piece: str, node: Any, offset: int) -> Style:
    if piece[node.start_mark.index - offset] in "&!*":
        return Style.OTHER
    if isinstance(node, yaml.ScalarNode):
        return _SCALAR_STYLES[node.style]
    if isinstance(node, yaml.SequenceNode):
        return Style.FLOW if node.flow_style else Style.BLOCK
    return Style.OTHER


def _items(piece: str, node: Any, offset: int) -> tuple[Item, ...]:
    """The scalars of a list; fewer than it has where some are no plain scalars of its own."""
    found = []
    last = node.start_mark.index - offset
    for part in node.value:
        start, end = part.start_mark.index - offset, part.end_mark.index - offset
        if not isinstance(part, yaml.ScalarNode) or start < last or start == end:
            break
        style = _style(piece, part, offset)
        if style in (Style.OTHER, Style.LITERAL, Style.FOLDED):
            break
        last = end
        text = part.tag == "tag:yaml.org,2002:str"
        found.append(Item(start, end, style, part.value if text else AsTyped(piece[start:end])))
    return tuple(found)


def _collection_end(piece: str, node: Any, offset: int) -> int:
    """Where the last value of a list or mapping ends; its own mark stands after comments below."""
    end = node.end_mark.index - offset
    if node.flow_style or not node.value:
        return int(end)
    last = node.value[-1]
    if isinstance(node, yaml.MappingNode):
        last = last[1] if last[1].start_mark.index >= last[0].start_mark.index else last[0]
    if (
        last.start_mark.index < node.start_mark.index
        or last.start_mark.index == last.end_mark.index
    ):
        return len(piece[:end].rstrip(" \t\n"))
    if isinstance(last, yaml.CollectionNode):
        return _collection_end(piece, last, offset)
    return len(piece[: last.end_mark.index - offset].rstrip(" \t\n"))


def _broken(
    piece: str, field: re.Match[str] | None, error: Exception, offset: int
) -> Entry | Problem:
    if offset:  # told with the marks of the context before it
        try:
            load(piece)
        except (yaml.YAMLError, ValueError, OverflowError) as own:
            error = own
    if field is None:
        return _no_field(piece)
    problem = diagnose(piece, error)
    start = field.end()
    raw = piece[start:].strip(" \t\n")
    start = piece.find(raw, start) if raw else start
    end = start + len(raw)
    key = field["key"]
    if key[0] in "'\"":
        key = str(yaml.load(key, Loader=LimitedLoader))
    # A text may run over lines; what starts below its key is rather a list or a mapping.
    beside_key = "\n" not in piece[:start]
    editable = beside_key and ("\n" not in raw or raw[0] not in "[{|>")
    return Entry(
        key,
        raw,
        raw,
        field.end("key"),
        field.end("gap"),
        start,
        end,
        Style.PLAIN,
        editable,
        problem=problem,
    )


def _no_field(piece: str) -> Entry | Problem:
    if glued := _GLUED.match(piece):
        start, end = glued.span("value")
        end = start + len(glued["value"].rstrip(" \t\n"))
        problem = Problem(ProblemKind.NO_SPACE_AFTER_COLON, 0, 0, end, found=glued["key"])
        raw = piece[start:end]
        return Entry(
            glued["key"],
            raw,
            raw,
            start - 1,
            start - 1,
            start,
            end,
            Style.PLAIN,
            False,
            problem=problem,
        )
    return Problem(ProblemKind.STRAY_LINE, 0, 0, len(piece.rstrip(" \t\n")))
