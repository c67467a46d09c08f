"""Lines of YAML front matter that no reader takes, and the ways to write what they mean."""

import re
from collections.abc import Iterator

from editor.front_matter import read
from editor.front_matter.yaml_problems import KEY
from editor.front_matter.yaml_writing import quoted

from .yaml_values import reads, repaired, repaired_list

_SPACE = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"
_LINE = re.compile(
    rf"(?P<lead>[ \t]*(?:-[ \t]+)*)(?:{KEY}(?P<colon>[ \t]*:)(?=\s|\Z))?"
    r"(?P<gap>[ \t]*)(?P<value>[^\n]*)"
)
_ODD_LEAD = re.compile(rf"[{_SPACE}]*[\t\u00a0\u2002\u2003\u2009\u202f\u3000][{_SPACE}]*")
_ODD_GAP = re.compile(
    r"(?P<before>\A *(?:- *)*[\w\-]+:|\A *-)"
    r"(?P<odd>[ \t]*[\t\u00a0\u202f\u3000][ \t\u00a0\u3000]*)(?=\S)"
)
_GLUED = re.compile(r"\A(?P<lead>[ \t]*(?:- +)?)(?P<key>[A-Za-z_][\w\-]*):(?=[^\s/:])")
_GLUED_DASH = re.compile(r"\A(?P<lead>[ \t]*)-(?=[^\s\-])")
_KEYED = re.compile(r"(?P<lead>(?: |- +)+)[A-Za-z_][\w\-]*:(?:\s|\Z)")
_BLOCK = re.compile(r"[|>][0-9+\-]*[ \t]*(?:#.*)?")
_WORDS_BEHIND = re.compile(r"(?P<sign>[|>][+\-]?)[ \t]+(?P<words>[^#\s].*)")
_OTHER_SIGN = re.compile(r"(?P<key>[A-Za-z_][\w\-]*)[ \t]*(?:=|：)[ \t\u00a0]*(?=\S)")
_LOOSE_SIGN = re.compile(r"(?P<key>[A-Za-z_][\w\-]*)(?:;[ \t]*|[ \t]+)(?=\S)")
_DASHED = re.compile(r"-[ \t]+(?=[A-Za-z_][\w\-]*:(?:\s|\Z))")
_NO_COMMENT = re.compile(r"//|<!--|/\*|--(?!-)|%|;")
_WORDS = re.compile(r"[^\W_][^:=\n]*\Z")
_LEFT_OVER = ("]", "}", ",", ")", "],", "},", "--", "-", "...", "*")
_TEXT_KEYS = {"tags", "categories", "keywords", "authors", "tag", "category"}
_KNOWN_KEYS = {
    "author", "categories", "category", "date", "description", "draft", "excerpt", "image",
    "keywords", "lang", "layout", "permalink", "published", "slug", "subtitle", "summary",
    "tags", "title", "url",
}  # fmt: skip
_KNOWN = re.compile(rf" *\t\s*(?:{'|'.join(sorted(_KNOWN_KEYS))}):")
_MAX_LINES = 200
_MAX_MOVES = 20


def candidates(lines: str, key: str) -> Iterator[str]:
    """Ways to write `lines`, the lines of the broken field `key`, the surest first."""
    rows = lines.rstrip("\n").split("\n")
    tail = lines[len("\n".join(rows)) :]
    if len(rows) > _MAX_LINES:
        return
    seen = {lines}
    for new in _ways(rows, key):
        text = "\n".join(new) + tail
        if text not in seen:
            seen.add(text)
            yield text


def stray(line: str, above: str, keys: set[str]) -> Iterator[str]:
    """Ways to write `line`, which is no field; `above` is the field before it, or ""."""
    text = line.strip(" \t\n")
    end = line[len(line.rstrip("\n")) :]
    for pattern, known in ((_OTHER_SIGN, False), (_LOOSE_SIGN, True)):
        found = pattern.match(text)
        if found and found["key"] not in keys and (not known or found["key"] in _KNOWN_KEYS):
            for new in _valued(f"{found['key']}: ", text[found.end() :]):
                yield new + end
    if (odd := _ODD_GAP.match(text)) and odd["before"].rstrip(":") not in keys:
        yield from (new + end for new in _valued(odd["before"] + " ", text[odd.end() :]))
    dashed = _DASHED.match(text)
    if dashed and text[dashed.end() :].partition(":")[0] not in keys:
        yield text[dashed.end() :] + end
    if text[:1] in ("'", '"') and _LINE.match(text[1:]) and reads(text[1:]):
        yield text[1:] + end
    if _NO_COMMENT.match(text):
        yield f"# {text}{end}"
    if re.search(r":[ \t]*[|>][+\-]?[ \t]*\n\Z", above) or _goes_on(above):
        yield f"  {text}{end}"
    elif _WORDS.match(text) or text in _LEFT_OVER:
        yield f"# {text}{end}"


def _goes_on(above: str) -> bool:
    """Whether the field `above` is a text that a line below, without a key, may go on with."""
    front = read(f"---\n{above.rstrip(chr(10))}\n---\n")
    field = front.fields[0] if len(front.fields) == 1 else None
    return bool(
        field
        and isinstance(field.value, str)
        and " " in field.raw
        and field.raw[0] not in "\"'|>[{"
    )


def _valued(before: str, value: str) -> Iterator[str]:
    fine = before + repaired(value)
    if reads(fine):
        yield fine


def _ways(rows: list[str], key: str) -> Iterator[list[str]]:
    spaced = _all_spaced(rows)
    if any(_KNOWN.match(row) for row in rows[1:]):
        # Behind a tab stands a key that is known as one of the head, and so is none further in.
        yield [spaced[0], *(_unglued(row.lstrip(" ")) for row in spaced[1:])]
    yield spaced
    yield _moved(spaced)
    yield _dedented(spaced)
    for base in (spaced, [_unglued(row) for row in spaced]):
        valued = _with_values(base, key)
        yield valued
        yield _moved(valued)
        yield _with_values(_moved(base), key)
    yield from _closed_below(spaced)
    yield from _one_list(spaced)
    yield from _one_text(spaced)


def _all_spaced(rows: list[str]) -> list[str]:
    found: list[str] = []
    for row in rows:
        new = _spaced(row)
        columns = _columns(found, "- ") if new != row and new.lstrip(" ").startswith("- ") else None
        if columns:
            depth = len(new) - len(new.lstrip(" "))
            new = " " * min(columns, key=lambda column: abs(column - depth)) + new.lstrip(" ")
        found.append(new)
    return found


def _dedented(rows: list[str]) -> list[str]:
    """Fields that stand further right than the whole field above them, or behind a dash."""
    keyed = _KEYED.match(rows[1]) if len(rows) > 1 else None
    lead = keyed["lead"] if keyed else ""
    below = rows[1:]
    if not lead or not all(row.startswith(lead) and _KEYED.match(row) for row in below):
        return rows
    return [rows[0], *(row[len(lead) :] for row in below)]


def _spaced(row: str) -> str:
    """`row` with spaces for tabs and odd spaces before and behind its key."""
    lead = _ODD_LEAD.match(row)
    if lead:
        row = lead[0].replace("\t", "  ") + row[lead.end() :]
        row = re.sub(rf"\A[{_SPACE}]+", lambda odd: " " * len(odd[0]), row)
    while gap := _ODD_GAP.match(row):
        row = gap["before"] + " " + row[gap.end() :]
    return re.sub(r"\t+(?=\Z)", "", row)


def _unglued(row: str) -> str:
    row = _GLUED_DASH.sub(r"\g<lead>- ", row, count=1) if not row.startswith("-") else row
    return _GLUED.sub(lambda glued: f"{glued[0]} ", row, count=1)


def _with_values(rows: list[str], key: str) -> list[str]:
    """`rows` with each value that is broken by itself repaired; the lines of a block stay."""
    found = []
    block = -1  # the indentation of the key of the block
    for row in rows:
        depth = len(row) - len(row.lstrip(" "))
        if block >= 0 and (depth > block or not row.strip()):
            found.append(row)
            continue
        block = -1
        line = _LINE.match(row)
        if not line or row.lstrip(" ").startswith("#"):
            found.append(row)
            continue
        if _BLOCK.fullmatch(line["value"]):
            block = depth
        start = line.start("value")
        if key.lower() in _TEXT_KEYS and "-" in line["lead"] and line["key"]:
            start = line.end("lead")  # `- C: a: b` is a text among tags
            new = repaired(row[start:])
            if new != row[start:]:
                found.append(row[:start] + (quoted(row[start:]) if new[:1] not in "\"'" else new))
                continue
            start = line.start("value")
        value = row[start:].rstrip(" ")
        found.append(row[:start] + repaired(value) + row[start + len(value) :])
    return found


def _moved(rows: list[str]) -> list[str]:
    """`rows` with each line at fault moved to the nearest indentation that lines above it have."""
    rows = list(rows)
    for _ in range(_MAX_MOVES):
        front = read("---\n" + "\n".join(rows) + "\n---\n")
        fault = next((problem.line - 1 for problem in front.problems if problem.spoils_all), 0)
        if not 0 < fault < len(rows):
            return rows
        row = rows[fault]
        depth = len(row) - len(row.lstrip(" "))
        columns = _columns(rows[:fault], row.lstrip(" "))
        nearest = min(
            columns - {depth}, key=lambda column: (abs(column - depth), -column), default=None
        )
        if nearest is None:
            return rows
        rows[fault] = " " * nearest + row.lstrip(" ")
    return rows


def _columns(above: list[str], text: str) -> set[int]:
    """Where a line like `text` may start below `above`: items below items, keys below keys."""
    found = set()
    for row in above[1:]:
        depth = len(row) - len(row.lstrip(" "))
        dashes = re.match(r" *(?:- +)+", row)
        is_item = text.startswith("- ")
        if dashes and is_item:
            found.add(depth)
        elif dashes:
            found.add(dashes.end())
        elif not is_item and row.strip():
            found.add(depth)
    return found


def _closed_below(rows: list[str]) -> Iterator[list[str]]:
    """A quote or bracket opened beside the key and left open, closed behind the last line."""
    line = _LINE.match(rows[0])
    value = line["value"] if line else ""
    if line and len(rows) > 1 and value[:1] in ("[", "{"):
        rest = "\n".join([value, *rows[1:]])
        for new in repaired_list(rest) if value[0] == "[" else ():
            yield (rows[0][: line.start("value")] + new).split("\n")
        yield [*rows, {"[": "]", "{": "}"}[value[0]]] if rows[-1].strip(" ") not in "]}" else rows
        yield [*rows[:-1], rows[-1] + {"[": "]", "{": "}"}[value[0]]]
    if len(rows) > 1 and value[:1] in ("'", '"'):
        yield [*rows[:-1], rows[-1] + value[0]]


def _one_list(rows: list[str]) -> Iterator[list[str]]:
    """`tags: [a]` with items `- b` below it: all of them items below the key."""
    line = _LINE.match(rows[0])
    below = [row for row in rows[1:] if row.strip()]
    if not line or not below or not all(re.match(r" *- ", row) for row in below):
        return
    front = read(f"---\n{rows[0]}\n---\n")
    field = front.fields[0] if front.fields else None
    if field and isinstance(field.value, list) and isinstance(field.shown, tuple):
        dash = re.match(r" *- +", below[0])
        first = [
            f"{dash[0] if dash else '- '}{item}"
            for item in field.raw[1:-1].split(",")
            if item.strip()
        ]
        first = [re.sub(r"(?<=- ) +", "", item).rstrip(" ") for item in first]
        yield [rows[0][: line.end("colon")], *first, *rows[1:]]


def _one_text(rows: list[str]) -> Iterator[list[str]]:
    """A text over several lines: its words behind the sign of a block below it, or in quotes."""
    line = _LINE.match(rows[0])
    if not line or len(rows) < 2 or not line["value"]:
        return
    start = line.start("value")
    behind = _WORDS_BEHIND.fullmatch(line["value"])
    if behind:
        indent = rows[1][: len(rows[1]) - len(rows[1].lstrip(" "))] or "  "
        yield [rows[0][:start] + behind["sign"], indent + behind["words"], *rows[1:]]
        return
    if line["value"][0] in "\"'[{|>&*!#" or not all(
        row[:1].isspace() and row.strip() for row in rows[1:]
    ):
        return
    text = "\n".join([line["value"], *rows[1:]])
    quote = "'" if text.count('"') > text.count("'") else '"'
    inside = (
        text.replace("'", "''") if quote == "'" else text.replace("\\", "\\\\").replace('"', '\\"')
    )
    yield (rows[0][:start] + quote + inside + quote).split("\n")
