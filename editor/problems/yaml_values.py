"""A YAML value on one line that no reader takes, written as what the writer meant by it."""

import re
from collections.abc import Iterator

from editor.front_matter import ProblemKind, read
from editor.front_matter.formats import FORMATS
from editor.front_matter.yaml_problems import mended
from editor.front_matter.yaml_writing import quoted

_OPENING = {'"': '"', "'": "'", "“": '”“"', "„": '“”"', "‘": "’'", "”": '”"'}
_ENDS = {
    '"': "\"'”“",
    "'": "'\"’",
    **{sign: ends for sign, ends in _OPENING.items() if sign not in "\"'"},
}
_CURLY = "“”„"
_CLOSED = re.compile(r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*[,;]""")
_NAMES_TEXT = re.compile(r"""["'](?=\s|[.,;:!?…)]*(?:\s|\Z))""")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_TEMPLATE = re.compile(r"\{[{%]")
_TAG = re.compile(r"!(?!!)\S")
_TWO_TEXTS = re.compile(r"""(?:"[^"]*"|'[^']*')(?:\s+(?:"[^"]*"|'[^']*'))+""")
_AFTER_LIST = re.compile(r"[ \t]*[,;]?[ \t]*(?P<comment>[ \t]#.*)?\Z", re.DOTALL)
_LIST_ENDS = "])}"
_MAX_LENGTH = 4096


def reads(lines: str) -> bool:
    """Whether `lines`, one or more whole fields, are YAML to every reader."""
    front = read(f"---\n{lines.rstrip(chr(10))}\n---\n")
    return bool(front.fields) and not front.problems and FORMATS["yaml"].reads_whole(lines)


def repaired(value: str) -> str:
    """`value`, from behind a key or a dash, as YAML; unchanged where nothing helps, or it is."""
    if not value or len(value) > _MAX_LENGTH or reads(f"x: {value}"):
        return value
    return next((new for new in _candidates(value) if new != value and reads(f"x: {new}")), value)


def repaired_list(value: str) -> Iterator[str]:
    """Ways to write `value`, which starts with `[`, as the list it is meant to be."""
    if _TEMPLATE.search(value[:3]) or len(value) > _MAX_LENGTH:
        return
    body, rest = _list_parts(value)
    if body is None:
        return
    items = _items(body)
    if items is not None:
        written = [new for item in items if (new := _item(item, items)).strip()]
        yield "[" + ",".join(written) + "]" + rest


def _candidates(value: str) -> Iterator[str]:
    first = value[0]
    if _CONTROL.search(value):
        clean = _CONTROL.sub("", value)
        yield clean
        yield from _candidates(clean) if clean else ()
        return
    if closed := _CLOSED.fullmatch(value):
        yield closed["value"]
    if first in _ENDS and (text := _meant_by_quotes(value)) is not None:
        yield _in_quotes(text, first)
    if first == "[":
        yield from _closed_list(value)
        yield from repaired_list(value)
    if first == "{" and not _TEMPLATE.match(value) and value.count("{") > value.count("}"):
        yield value + "}" * (value.count("{") - value.count("}"))
    if first == "!" and not _TAG.match(value):
        return
    if value[-1] in "\"'" and value.count(value[-1]) == 1 and "'" not in value[:-1]:
        yield quoted(value[:-1])  # the quote that opens is missing
    yield mended(value, ProblemKind.NEEDS_QUOTES)
    yield quoted(value)


def _meant_by_quotes(value: str) -> str | None:
    """The text meant by `value`, which starts with a quote that closes too early, or not at all."""
    sign, inner, last = value[0], value[1:-1], value[-1]
    if len(value) < 2:
        return value
    if last not in _ENDS[sign]:
        closes = value.find(sign, 1)
        return value if closes > 0 or sign not in "\"'" else _unescaped(value[1:], sign)
    odd = inner.count(last) % 2 == 0 and last in inner
    if last != sign and sign in "\"'" and sign not in inner and odd:
        return _unescaped(value[1:], sign)  # 'A "b" c"
    if last != sign and sign in "\"'" and sign in inner:
        return value  # 'Tis “so”
    if last != sign and (last in inner or sign in inner):
        return None if sign in "\"'" and last not in "\"'" else value
    if sign not in "\"'" or last != sign:
        return _unescaped(inner, sign)
    if len(inner) > 1 and inner[0] == inner[-1] == sign and sign not in inner[1:-1]:
        return _unescaped(inner[1:-1], sign)  # ""A""
    plain = (
        inner.replace(f"\\{sign}", "").replace("''", "")
        if sign == "'"
        else re.sub(r"\\.", "", inner)
    )
    at = inner.find(sign)
    if plain.count(sign) > 1 and at > 0 and _NAMES_TEXT.match(inner, at) and inner[at - 1] != " ":
        opens_again = re.search(rf"\s{sign}[^{sign}]*\Z", inner)
        if opens_again:
            return value  # "One" and "two"
    if plain.count(sign) == 1 and inner[-1] == sign:
        inner = inner[:-1]  # one quote too many at the end
    return _unescaped(inner, sign)


def _in_quotes(text: str, sign: str) -> str:
    """`text` between the quotes the writer chose, unless it holds such a one."""
    if sign not in ("'", '"') or sign in text or "\\" in text:
        return quoted(text)
    return f"{sign}{text}{sign}"


def _unescaped(text: str, sign: str) -> str:
    """`text` from between quotes, backslashes kept where they escape nothing but a quote."""
    text = re.sub(r"\\([\"'])", r"\1", text)
    return text.replace("''", "'") if sign == "'" else text


def _closed_list(value: str) -> Iterator[str]:
    """`value` with the brackets it lacks, or without one it has too many."""
    if re.search("[\"'#]", value) and not re.search(r"""["']\s*,?\s*\Z""", value):
        return
    opened, closed = value.count("["), value.count("]")
    if opened == 2 and closed == 1 and value.startswith("[["):
        yield value[1:]
    elif opened > closed and value[-1] not in ")}":
        yield value + "]" * (opened - closed)
    elif closed > opened and value.endswith("]]"):
        yield value[: -(closed - opened)]


def _list_parts(value: str) -> tuple[str | None, str]:
    """What stands between the brackets of `value`, and the comment behind; None: it is no list."""
    end = -1
    for bracket in _LIST_ENDS:
        at = value.rfind(bracket)
        if at > 0 and _AFTER_LIST.match(value, at + 1):
            end = max(end, at)
    if end < 0:
        return None if "]" in value else value[1:], ""
    body = value[1:end]
    after = _AFTER_LIST.match(value, end + 1)
    if "[" in body or "]" in body or "{" in body or "}" in body:
        return None, ""
    return body, (after["comment"] or "") if after else ""


def _items(body: str) -> list[str] | None:
    """The items between commas, spaces and all; a quoted one may hold commas."""
    found = []
    at = 0
    while at <= len(body):
        start = len(body) - len(body[at:].lstrip(" \t\n"))
        sign = body[start : start + 1]
        end = body.find(",", start)
        if sign in ("'", '"') and sign:
            closes = re.compile(rf"{sign}[ \t\n]*(?:,|\Z)").search(body, start + 1)
            stop = closes.start() + 1 if closes else start
            inside = body[start + 1 : stop - 1]
            # A quote left open runs up to the next one: then the item ends at its comma.
            if closes and not re.search(rf",\s*{sign}", inside):
                end = body.find(",", stop)
        end = len(body) if end < 0 else end
        found.append(body[at:end])
        at = end + 1
    return found


def _item(item: str, items: list[str]) -> str:
    """An item of a list in brackets as YAML, the spaces around it kept."""
    text = item.strip(" \t\n")
    lead, tail = item[: len(item) - len(item.lstrip(" \t\n"))], item[len(item.rstrip(" \t\n")) :]
    if text.startswith("- "):
        text = text[2:].strip()
    if _TWO_TEXTS.fullmatch(text):
        text = re.sub(r"""(?<=["'])\s+(?=["'])""", ", ", text)
    curly = text[:1] in _CURLY and text[-1:] in _CURLY + '"'
    if curly and not all(reads(f"x: [{one.strip()}]") for one in items if one.strip()):
        text = quoted(text[1:-1])
    elif text and not (_is_list_of_texts(text)):
        meant = _meant_by_quotes(text) if text[0] in _ENDS else text
        text = quoted(text if meant is None else meant)
    return lead + text + tail


def _is_list_of_texts(text: str) -> bool:
    front = read(f"---\nx: [{text}]\n---\n")
    fine = reads(f"x: [{text}]") and isinstance(front.fields[0].value, list)
    return fine and not any(isinstance(one, dict) for one in front.fields[0].value)  # type: ignore[union-attr]
