"""What is written in a tag, in the plain syntax that the template engine reads.

Source: Liquid 5.4's lib/liquid/tags, Jekyll 4.3's lib/jekyll/tags
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from editor.generators.jekyll_liquid.expressions import (
    FRAGMENT,
    MarkupError,
    Strict,
    output,
    quoted,
    value,
    variable_name,
)

# From the start of a run of such characters: else the time is the square of its length.
_ASSIGNMENT = re.compile(
    r"(?<![\w\-.\[\]()])((?:\(?[\w\-.\[\]]\)?)+)\s*=\s*(.*)\s*", re.A | re.DOTALL
)


def _assign(written: str) -> str:
    parts = _ASSIGNMENT.search(written)
    if parts is None:
        raise MarkupError(written)
    return f"{_name(parts[1])} = {output(parts[2])}"


def _name(name: str) -> str:
    # Nobody can read a variable with such a name again.
    return variable_name(name) if re.fullmatch(r"[\w-]+", name, re.A) else "unreadable__"


def _capture(written: str) -> str:
    name = re.search(r"[\w\-.\[\]]+", written, re.A)
    if name is None:
        raise MarkupError(written)
    return _name(name[0])


def _counter(written: str) -> str:
    return _name(written.strip())


def condition(written: str) -> str:
    try:
        return _condition_strictly(written)
    except MarkupError:
        return _condition_as_matched(written)


def _condition_strictly(written: str) -> str:
    tokens = Strict(written)
    canonical = _comparison(tokens)
    while operator := tokens.take_if("id", "and") or tokens.take_if("id", "or"):
        canonical += f" {operator} {_comparison(tokens)}"
    tokens.take("end")
    return canonical


def _comparison(tokens: Strict) -> str:
    left = tokens.expression(in_condition=True)
    if operator := tokens.take_if("comparison"):
        return _compared(left, operator, tokens.expression(in_condition=True))
    return left


def _compared(left: str, operator: str, right: str) -> str:
    if "blank" in (left, right) and operator in ("==", "!=", "<>"):
        return "true == false" if operator == "==" else "true"  # nothing is, outside of Rails
    return f"{left} {operator} {right}"


_OPERATOR = r"\b(?:\s?and\s?|\s?or\s?)\b"
_PARTS = re.compile(rf"(?:{_OPERATOR}|(?:\s*(?!{_OPERATOR})(?:{FRAGMENT}|\S+)\s*)+)", re.A)
_COMPARISON = re.compile(rf"({FRAGMENT})\s*([=!<>a-z_]+)?\s*({FRAGMENT})?", re.A)
_FAILING = '"" < 0'  # an operator that is none fails the build only where it is come to
_OPERATORS = frozenset(("==", "!=", "<>", "<", ">", "<=", ">=", "contains"))


def _condition_as_matched(written: str) -> str:
    canonical = ""
    for n, part in enumerate(_PARTS.findall(written)):
        if n % 2:
            if part.strip() not in ("and", "or"):
                raise MarkupError(written)
            canonical += f" {part.strip()} "
            continue
        comparison = _COMPARISON.search(part)
        if comparison is None:
            raise MarkupError(written)
        left, right = (value(comparison[n] or "", in_condition=True) for n in (1, 3))
        operator = comparison[2]
        if operator and operator not in _OPERATORS:
            if n == 0:
                raise MarkupError(written)
            canonical += _FAILING
        else:
            canonical += _compared(left, operator, right) if operator else left
    if not canonical or canonical.endswith(" "):
        raise MarkupError(written)
    return canonical


_FOR = re.compile(rf"\A([\w-]+)\s+in\s+({FRAGMENT}+)\s*(reversed)?", re.A)
_TABLE_ROW = re.compile(rf"(\w+)\s+in\s+({FRAGMENT}+)()", re.A)
_ATTRIBUTE = re.compile(rf"(\w[\w-]*)\s*:\s*({FRAGMENT})", re.A)


def _for(written: str) -> str:
    try:
        return _for_strictly(written)
    except MarkupError:
        return _loop(_FOR, written, ("limit", "offset"))


def _for_strictly(written: str) -> str:
    tokens = Strict(written)
    canonical = f"{_name(tokens.take('id'))} in "
    if not tokens.take_if("id", "in"):
        raise MarkupError(written)
    canonical += tokens.expression()
    if tokens.take_if("id", "reversed"):
        canonical += " reversed"
    while tokens.kind == "id" and tokens.ahead == ":":
        name = tokens.take("id")
        if name not in ("limit", "offset"):
            raise MarkupError(written)
        tokens.take(":")
        canonical += _attribute(name, tokens.expression())
    tokens.take("end")
    return canonical


def _attribute(name: str, canonical: str) -> str:
    if name == "offset" and canonical == "continue__":
        return " offset: continue"
    return f" {name}: {canonical}"


def _loop(pattern: re.Pattern[str], written: str, known: tuple[str, ...]) -> str:
    parts = pattern.search(written)
    if parts is None:
        raise MarkupError(written)
    attributes = {name: value(text) for name, text in _ATTRIBUTE.findall(written) if name in known}
    return (
        f"{_name(parts[1])} in {value(parts[2])}"
        + (" reversed" if parts[3] else "")
        + "".join(_attribute(name, canonical) for name, canonical in attributes.items())
    )


def _table_row(written: str) -> str:
    return _loop(_TABLE_ROW, written, ("limit", "offset", "cols"))


def _case(written: str) -> str:
    fragment = re.search(FRAGMENT, written, re.A)
    if fragment is None:
        raise MarkupError(written)
    return value(fragment[0], in_condition=True)


_WHEN = re.compile(rf"({FRAGMENT})(?:(?:\s+or\s+|\s*,\s*)({FRAGMENT}.*))?", re.A | re.DOTALL)


def _when(written: str) -> str:
    canonical: list[str] = []
    rest: str | None = written
    while rest:
        parts = _WHEN.search(rest)
        if parts is None:
            raise MarkupError(written)
        canonical.append(value(parts[1], in_condition=True))
        rest = parts[2]
    if not canonical:
        raise MarkupError(written)
    return ", ".join(canonical)


_NAMED_CYCLE = re.compile(rf"\A({FRAGMENT})\s*:\s*(.*)", re.A | re.DOTALL)


def _cycle(written: str) -> str:
    named = _NAMED_CYCLE.match(written)
    if named is None and not re.match(FRAGMENT, written, re.A):
        raise MarkupError(written)
    shown = [
        value(fragment[0])
        for part in (named[2] if named else written).split(",")
        if (fragment := re.search(FRAGMENT, part, re.A))
    ]
    # Without a name the values themselves are the name.
    name = value(named[1]) if named else quoted(",".join(shown))
    return f"{name}: {', '.join(shown)}" if shown else '"": ""'


def _nothing(written: str) -> str:  # noqa: ARG001
    return ""


_HIGHLIGHT = re.compile(r'[a-zA-Z0-9.+#_-]+(?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*', re.A)


def _highlight(written: str) -> str:
    if not _HIGHLIGHT.fullmatch(written.strip()):
        raise MarkupError(written)
    return written.strip()


_PARAMETER = (
    r"[\w-]+\s*=\s*"
    r"""(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'|[\w.-]+)"""
)
_PARAMETERS = re.compile(rf"\s*(?:{_PARAMETER}(?=\s|\Z)\s*)*", re.A)
_FILE_BY_VARIABLE = re.compile(
    r"(?P<file>[^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|[^}]*)?\}\}[^\s{}]*)+)(?P<parameters>.*)",
    re.A | re.DOTALL,
)


def file_and_parameters(written: str) -> tuple[str, str]:
    """The file that an `include` tag names, and its parameters, both as written."""
    written = written.strip()
    if named := _FILE_BY_VARIABLE.match(written):
        return named["file"].strip(), named["parameters"].strip()
    file, _, parameters = (re.sub(r"\s+", " ", written, count=1, flags=re.A)).partition(" ")
    return file, parameters


def _include(written: str) -> str:
    file, parameters = file_and_parameters(written)
    if not file or not _PARAMETERS.fullmatch(parameters):
        raise MarkupError(written)
    return written.strip()


def _address(written: str) -> str:
    if not written.strip():
        raise MarkupError(written)
    return written.strip()


# How to read the markup of each tag that does not stand between two others.
TAGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "assign": _assign,
        "break": _nothing,
        "capture": _capture,
        "case": _case,
        "comment": _nothing,
        "continue": _nothing,
        "cycle": _cycle,
        "decrement": _counter,
        "for": _for,
        "highlight": _highlight,
        "if": condition,
        "ifchanged": _nothing,
        "include": _include,
        "include_relative": _include,
        "increment": _counter,
        "link": _address,
        "post_url": _address,
        "tablerow": _table_row,
        "unless": condition,
    }
)
BRANCHES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"else": _nothing, "elsif": condition, "when": _when}
)
