"""YAML front matter cut into fields, each read on its own: a broken one spoils only itself."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeGuard

import yaml

from .entries import Entry, Item, Piece, Style
from .model import AsTyped, Problem, ProblemKind, Value
from .yaml_loader import KEPT_TAB, LimitedLoader
from .yaml_problems import KEY, diagnose

# Tabs that PyYAML refuses: those that only separate libyaml takes for spaces, those within an
# unquoted text for a part of it.
_LOOSE_TAB = re.compile(r"(?<=[:,])[ \t]++|(?<=[^\s])[ \t]++(?=\n|\Z|#)")
_TAB_IN_TEXT = re.compile(r"(?<=\S)(?P<before> *)\t(?P<after>[ \t]*)(?=\S)")
_TAB_LINE = re.compile(r"^ *(?P<tab>\t)[ \t]*(?:$|#)", re.MULTILINE)
_FIELD = re.compile(rf"[ \t]*{KEY}(?P<gap>[ \t]*):(?:[ \t]+|(?=\n|\Z))")
_GLUED = re.compile(r"(?P<key>[A-Za-z_][\w\-]*):(?P<value>[^\s/:][^\n]*)")
_ANCHOR = re.compile(r"(?:^|[\s\[{,])&[^\s,\[\]{}]")
_SHIFTED = re.compile(r"^[ \t]+[\w\-]+:(?=\s)", re.MULTILINE)
_SCALARS = (Style.PLAIN, Style.SINGLE, Style.DOUBLE)
_BLOCK_SCALAR = re.compile(r"[:\-][ \t]+[|>][0-9+\-]*[ \t]*(?:#[^\n]*)?\n")
# What one head may ask of the reader beyond one reading of each field, in code points and times.
_MAX_CONTEXT = 4096
_MAX_WITH_CONTEXT = 200
_MAX_JOINED = 4096
_MAX_JOINS = 20
_MAX_CACHED = 8192


_SCALAR_STYLES = {
    None: Style.PLAIN,
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}


def pieces(head: str, at_most: int) -> list[Piece]:
    """The first `at_most` fields of `head`, which is front matter without its fences."""
    chunks = _chunks(head)[:at_most]
    found: list[Piece] = []
    if chunks and head[chunks[0][0] :].lstrip(" ").startswith("{"):
        found = _in_braces(head)[:at_most]
        if found:
            return found
    context = ""
    with_context = joins = 0
    i = 0
    indents = [_indent(head[start:end]) for start, end in chunks]
    usual = Counter(indents).most_common(1)[0][0] if indents else 0
    while i < len(chunks):
        start, end = chunks[i]
        piece = _own(head[start:end])
        entry = read_entry(piece)
        i += 1
        if isinstance(entry, Problem) and found and _is_empty(found[-1].entry):
            # A value as far left as its key: no reader takes it, but there is no doubt of it.
            start = found.pop().start
            piece = _own(head[start:end])
            entry = read_entry(piece)
        if context and "*" in piece and _is_broken(entry) and with_context < _MAX_WITH_CONTEXT:
            with_context += 1
            entry = read_entry(piece, context)
        if _is_open(entry) and joins < _MAX_JOINS:
            joins += 1
            upto = _closing_chunk(head, chunks, i, entry)
            longer = _own(head[start : chunks[upto - 1][1]])
            if len(piece) < len(longer) <= 2 * _MAX_JOINED:
                joined = read_entry(longer)
                if not _is_broken(joined):
                    i, piece, entry = upto, longer, joined
        if isinstance(entry, Entry) and not entry.problem and indents[i - 1] != usual:
            entry = replace(entry, problem=Problem(ProblemKind.INDENTATION, 0, 0, indents[i - 1]))
        found += _shifted(start, piece, entry)
        if "&" in piece and not _is_broken(entry) and _ANCHOR.search(piece):
            context = (context + piece)[: _MAX_CONTEXT + 1]
            context = context if len(context) <= _MAX_CONTEXT else ""
    return _with_tab_lines(head, found)


def _in_braces(head: str) -> list[Piece]:
    """The fields of a head that is one mapping `{a: b}`, which can only be shown."""
    found = []
    try:
        for key_node, node in _load(head)[0]:
            if not isinstance(key_node, yaml.ScalarNode):
                return []
            begin, end = key_node.start_mark.index, node.end_mark.index
            key_end, start = key_node.end_mark.index - begin, node.start_mark.index - begin
            raw = head[begin + start : end]
            places = (key_end, key_end, start, end - begin)
            value = _load(f"{{_: {raw}}}")[1]  # refused where it is an alias
            entry = Entry(str(key_node.value), value, raw, *places, Style.OTHER, False)
            found.append(Piece(begin, end, entry))
    except (yaml.YAMLError, ValueError, OverflowError):
        return []
    return found


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
        nodes, value = _load(context + piece)
        key_node, node = nodes[-1]
        mapping = len(nodes) == 1 or context
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return _broken(piece, field, error, len(context))
    if not mapping or key_node is None:
        return _no_field(piece)
    return _entry(piece, field, key_node, node, value, len(context))


def _load(text: str) -> tuple[list[tuple[Any, Any]], Value]:
    """The nodes of the mapping that `text` is, and its last value; of no mapping [(None, …)]."""
    try:
        return _load_strictly(text)
    except yaml.YAMLError as error:
        if "'\\t'" not in str(getattr(error, "problem", "")):
            raise
        spaced = _LOOSE_TAB.sub(lambda tabs: " " * len(tabs[0]), text)
        kept = _TAB_IN_TEXT.sub(lambda tabs: tabs[0].replace("\t", KEPT_TAB), spaced)
        return _load_strictly(kept)


def _load_strictly(text: str) -> tuple[list[tuple[Any, Any]], Value]:
    loader = LimitedLoader(text)
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
        end = start + len(piece[start:end].rstrip("\n"))
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
        return len(piece[:end].rstrip())
    if isinstance(last, yaml.CollectionNode):
        return _collection_end(piece, last, offset)
    return len(piece[: last.end_mark.index - offset].rstrip())


def _broken(
    piece: str, field: re.Match[str] | None, error: Exception, offset: int
) -> Entry | Problem:
    if offset:  # told with the marks of the context before it
        try:
            _load(piece)
        except (yaml.YAMLError, ValueError, OverflowError) as own:
            error = own
    if field is None:
        return _no_field(piece)
    problem = diagnose(piece, error)
    start = field.end()
    raw = piece[start:].strip()
    start = piece.find(raw, start) if raw else start
    end = start + len(raw)
    key = field["key"]
    if key[0] in "'\"":
        key = key[1:-1]
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
        end = start + len(glued["value"].rstrip())
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
    return Problem(ProblemKind.STRAY_LINE, 0, 0, len(piece.rstrip()))


def _chunks(head: str) -> list[tuple[int, int]]:
    """Whole lines that belong together: each starts where a field may, at the head's own indent."""
    starts: list[int] = []
    indent = -1
    at = 0
    while at < len(head):
        line_end = head.find("\n", at) + 1 or len(head)
        line = head[at:line_end]
        text = line.lstrip(" ")
        if text.strip() and text[0] != "#":
            depth = len(line) - len(text)
            if indent < 0:
                indent = depth
            is_item = text[0] == "-" and text[1:2] in ("", " ", "\t", "\n")
            if not starts or (depth <= indent and text[0] != "\t" and not is_item):
                starts.append(at)
        at = line_end
    return list(pairwise([*starts, len(head)]))


def _own(chunk: str) -> str:
    """`chunk` without the blank lines and comments below, which belong to what follows."""
    block = _BLOCK_SCALAR.search(chunk)
    if block and "+" in block[0]:
        return chunk
    end = len(chunk)
    while True:
        start = chunk.rfind("\n", 0, end - 1) + 1
        line = chunk[start:end]
        # Spaces on a line of their own may be a part of a block scalar.
        is_text = line != "\n" if block else bool(line.strip())
        if start == 0 or (is_text and line[0] != "#"):
            return chunk[:end]
        end = start


def _with_tab_lines(head: str, found: list[Piece]) -> list[Piece]:
    """`found`, and between them the empty lines and comments that start with a tab."""
    if "\t" not in head:
        return found
    tabs = [line.start("tab") for line in _TAB_LINE.finditer(head)]
    starts = [piece.start for piece in found]
    for tab in tabs:
        before = bisect_right(starts, tab) - 1
        if before < 0 or found[before].end <= tab:
            found.append(Piece(tab, tab + 1, Problem(ProblemKind.TAB, 0, 0, 1, found="\t")))
    return sorted(found, key=lambda piece: piece.start)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _is_empty(entry: Entry | Problem) -> bool:
    return isinstance(entry, Entry) and entry.style is Style.EMPTY and entry.value is None


def _shifted(start: int, piece: str, entry: Entry | Problem) -> list[Piece]:
    """`piece` and what was read from it; as several where fields of it stand too far right."""
    whole = [Piece(start, start + len(piece), entry)]
    if not isinstance(entry, Entry) or not entry.problem:
        return whole
    if entry.problem.kind not in (ProblemKind.INDENTATION, ProblemKind.TAB):
        return whole
    first_end = piece.find("\n") + 1
    first = read_entry(piece[:first_end])
    starts = [line.start() for line in _SHIFTED.finditer(piece, first_end)]
    if not starts or starts[0] != first_end or not isinstance(first, Entry):
        return whole
    if first.problem or first.style not in _SCALARS:
        return whole
    found = [Piece(start, start + first_end, first)]
    for begin, end in pairwise([*starts, len(piece)]):
        lines = piece[begin:end]
        indent = _indent(lines)
        shifted = read_entry(" " * indent + lines[indent:])
        if isinstance(shifted, Entry) and not (shifted.problem and shifted.problem.spoils_all):
            problem = Problem(ProblemKind.INDENTATION, 0, 0, indent)
            shifted = replace(shifted, problem=problem)
        found.append(Piece(start + begin, start + end, shifted))
    return found


def _is_broken(entry: Entry | Problem) -> bool:
    return isinstance(entry, Problem) or entry.problem is not None


def _is_open(entry: Entry | Problem) -> TypeGuard[Entry]:
    """Whether a quote or bracket is left open, which a line as far left as a key may close."""
    return (
        isinstance(entry, Entry)
        and entry.problem is not None
        and entry.problem.kind in (ProblemKind.UNCLOSED_QUOTE, ProblemKind.UNCLOSED_BRACKET)
    )


def _closing_chunk(head: str, chunks: list[tuple[int, int]], after: int, entry: Entry) -> int:
    """The number of chunks up to the one that may close what is open in the last before `after`."""
    opened = entry.problem.found if entry.problem else ""
    closing = {"[": "]", "{": "}"}.get(opened, opened)
    end = chunks[after - 1][1]
    at = head.find(closing, end, end + _MAX_JOINED)
    if at < 0:
        return after
    return next(i for i in range(after, len(chunks)) if at < chunks[i][1]) + 1
