"""YAML front matter cut into fields, each read on its own: a broken one spoils only itself."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import yaml

from .entries import Entry, Piece, Style
from .head import Problem, ProblemKind
from .yaml_reading import load, read_entry

_TAB_LINE = re.compile(r"^ *(?P<tab>\t)[ \t]*(?:$|#)", re.MULTILINE)
_ANCHOR = re.compile(r"(?:^|[\s\[{,])&[^\s,\[\]{}]")
# A field that stands too far right, or behind a dash as if it were an item of a list.
_SHIFTED = re.compile(r"^(?P<lead>[ \t]+|-[ \t]+)(?P<key>[\w\-]+):(?=\s)", re.MULTILINE)
_LISTS = {"tags", "categories", "keywords", "authors", "tag", "category"}
_SCALARS = (Style.PLAIN, Style.SINGLE, Style.DOUBLE)
_BLOCK_SCALAR = re.compile(r"[:\-][ \t]+[|>][0-9+\-]*[ \t]*(?:#[^\n]*)?\n")
# What one head may ask of the reader beyond one reading of each field, in code points and times.
_MAX_CONTEXT = 4096
_MAX_ALIASED = 200
_MAX_JOINED = 4096
_MAX_JOINS = 20


def pieces(head: str, at_most: int) -> list[Piece]:
    """The first `at_most` fields of `head`, which is front matter without its fences."""
    in_braces = _in_braces(head)
    if in_braces:
        return in_braces[:at_most]
    found = _read(head, _chunks(head)[:at_most])
    found = _with_values_below(head, found)
    found = _with_aliases(head, found)
    found = _with_indentation(head, found)
    found = [part for piece in found for part in _shifted(head, piece)]
    return _with_tab_lines(head, found)


def _read(head: str, chunks: list[tuple[int, int]]) -> list[Piece]:
    """The pieces that `chunks` are; several are one where a quote or bracket spans them."""
    found = []
    joins = 0
    after = 0
    while after < len(chunks):
        start, end = chunks[after]
        after += 1
        piece = _own(head[start:end])
        entry = read_entry(piece)
        if (opened := _left_open(entry)) and joins < _MAX_JOINS:
            joins += 1
            upto = _closing_chunk(head, chunks, after, opened)
            longer = _own(head[start : chunks[upto - 1][1]])
            if len(piece) < len(longer) <= 2 * _MAX_JOINED:
                joined = read_entry(longer)
                if not _is_broken(joined):
                    after, piece, entry = upto, longer, joined
        found.append(Piece(start, start + len(piece), entry))
    return found


def _with_values_below(head: str, pieces: list[Piece]) -> list[Piece]:
    """`pieces`, but what stands below an empty field, as far left as its key, as its value.

    No reader takes it so, but there is no doubt that it is meant so.
    """
    found: list[Piece] = []
    for piece in pieces:
        if found and isinstance(piece.entry, Problem) and _is_empty(found[-1].entry):
            start = found.pop().start
            piece = Piece(start, piece.end, read_entry(head[start : piece.end]))
        found.append(piece)
    return found


def _with_aliases(head: str, pieces: list[Piece]) -> list[Piece]:
    """`pieces`, but those that refer to an anchor above read together with it."""
    if "&" not in head:
        return pieces
    found = []
    context = ""
    with_context = 0
    for piece in pieces:
        lines = head[piece.start : piece.end]
        if context and "*" in lines and _is_broken(piece.entry) and with_context < _MAX_ALIASED:
            with_context += 1
            piece = replace(piece, entry=read_entry(lines, context))
        if not _is_broken(piece.entry) and _ANCHOR.search(lines):
            longer = context + lines
            context = longer if len(longer) <= _MAX_CONTEXT else ""
        found.append(piece)
    return found


def _with_indentation(head: str, pieces: list[Piece]) -> list[Piece]:
    """`pieces`, with a problem for those that do not stand as far right as most."""
    indents = [_indent(head[piece.start : piece.end]) for piece in pieces]
    usual = Counter(indents).most_common(1)[0][0] if indents else 0
    found = []
    for piece, indent in zip(pieces, indents, strict=True):
        entry = piece.entry
        if isinstance(entry, Entry) and not entry.problem and indent != usual:
            problem = Problem(ProblemKind.INDENTATION, 0, 0, indent)
            piece = replace(piece, entry=replace(entry, problem=problem))
        found.append(piece)
    return found


def _in_braces(head: str) -> list[Piece]:
    """The fields of a head that is one mapping `{a: b}`, which can only be shown."""
    found: list[Piece] = []
    if not head.lstrip(" \t\n").startswith("{"):
        return found
    try:
        for key_node, node in load(head)[0]:
            if not isinstance(key_node, yaml.ScalarNode):
                return []
            begin, end = key_node.start_mark.index, node.end_mark.index
            key_end, start = key_node.end_mark.index - begin, node.start_mark.index - begin
            raw = head[begin + start : end]
            places = (key_end, key_end, start, end - begin)
            value = load(f"{{_: {raw}}}")[1]  # refused where it is an alias
            entry = Entry(str(key_node.value), value, raw, *places, Style.OTHER, False)
            found.append(Piece(begin, end, entry))
    except (yaml.YAMLError, ValueError, OverflowError):
        return []
    return found


def _chunks(head: str) -> list[tuple[int, int]]:
    """Whole lines that belong together: each starts where a field may, at the head's own indent."""
    starts: list[int] = []
    indent = -1
    at = 0
    while at < len(head):
        line_end = head.find("\n", at) + 1 or len(head)
        line = head[at:line_end]
        text = line.lstrip(" ")
        if text.strip(" \t\n") and text[0] != "#":
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
    indent = _indent(chunk)
    end = len(chunk)
    while True:
        start = chunk.rfind("\n", 0, end - 1) + 1
        line = chunk[start:end]
        # Spaces on a line of their own may be a part of a block scalar.
        is_text = line != "\n" if block else bool(line.strip(" \t\n"))
        if start == 0 or (is_text and not line[: indent + 1].lstrip(" ").startswith("#")):
            break
        end = start
    if block and "+" in block[0]:  # keeps the blank lines below
        while chunk.startswith("\n", end):
            end += 1
    return chunk[:end]


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


def _shifted(head: str, whole: Piece) -> list[Piece]:
    """`whole`, or the fields it is made of where they only stand too far right."""
    entry, start = whole.entry, whole.start
    piece = head[start : whole.end]
    if not isinstance(entry, Entry) or not entry.problem:
        return [whole]
    if entry.problem.kind not in (ProblemKind.INDENTATION, ProblemKind.TAB):
        return [whole]
    first_end = piece.find("\n") + 1
    first = read_entry(piece[:first_end])
    fields = list(_SHIFTED.finditer(piece, first_end))
    if not fields or fields[0].start() != first_end or not isinstance(first, Entry):
        return [whole]
    if first.problem or first.style not in _SCALARS:
        return [whole]
    dashed = any(field["lead"].startswith("-") for field in fields)
    keys = [first.key, *(field["key"] for field in fields)]
    if dashed and (first.key.lower() in _LISTS or len(keys) > len(set(keys))):
        return [whole]  # rather a list
    found = [Piece(start, start + first_end, first)]
    ends = [field.start() for field in fields[1:]] + [len(piece)]
    for field, end in zip(fields, ends, strict=True):
        begin, indent = field.start(), len(field["lead"])
        shifted = read_entry(" " * indent + piece[field.end("lead") : end])
        if isinstance(shifted, Entry) and not (shifted.problem and shifted.problem.spoils_all):
            problem = Problem(ProblemKind.INDENTATION, 0, 0, indent)
            editable = shifted.editable and not field["lead"].startswith("-")
            shifted = replace(shifted, problem=problem, editable=editable)
        found.append(Piece(start + begin, start + end, shifted))
    return found


def _is_broken(entry: Entry | Problem) -> bool:
    return isinstance(entry, Problem) or entry.problem is not None


def _left_open(entry: Entry | Problem) -> str:
    """The quote or bracket left open, which a line as far left as a key may close, or ""."""
    problem = entry.problem if isinstance(entry, Entry) else None
    kinds = (ProblemKind.UNCLOSED_QUOTE, ProblemKind.UNCLOSED_BRACKET)
    return problem.found if problem and problem.kind in kinds else ""


def _closing_chunk(head: str, chunks: list[tuple[int, int]], after: int, opened: str) -> int:
    """The number of chunks up to the one that may close `opened`, which is before `after`."""
    closing = {"[": "]", "{": "}"}.get(opened, opened)
    end = chunks[after - 1][1]
    at = head.find(closing, end, end + _MAX_JOINED)
    if at < 0:
        return after
    return next(i for i in range(after, len(chunks)) if at < chunks[i][1]) + 1
