"""What is written in a tag or an output, in the plain syntax that the template engine reads.

Jekyll reads it strictly first, and then as far as patterns match (`error_mode: warn`): in
`{{ a b | upcase 1 }}` the `b` and the `1` are nothing. Here it is read in the same two ways and
written anew, so that the engine never meets a syntax error: `a.b-c` as `a["b-c"]`, and a variable
named like one of the engine's own words, `limit`, as `limit__`.

Source: Liquid 5.4's lib/liquid/{parser,lexer,variable,expression,variable_lookup}.rb and tags.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType


class MarkupError(ValueError):
    """What a tag holds is not in its syntax: the whole build fails."""


_STRING = r""""[^"]*"|'[^']*'"""
_FRAGMENT = rf"""(?:{_STRING}|(?:[^\s,|'"]|{_STRING})+)"""

LONGEST = 10_000  # characters in a tag; some patterns below take the square of it in time

# --- one value


def value(written: str, *, in_condition: bool = False) -> str:
    """A value as Jekyll's `Expression.parse` takes it, "nil" for none."""
    written = written.strip()
    if written[:1] in ('"', "'") and written[-1:] == written[0]:
        return _quoted(written[1:-1])
    if _INTEGER.fullmatch(written):
        return written if len(written) < 300 else "nil"
    if bounds := _RANGE.fullmatch(written):
        return f"({value(bounds[1])}..{value(bounds[2])})"
    if _FLOAT.fullmatch(written):
        return _float(written)
    if written in _LITERALS:
        return _LITERALS[written]
    if written in ("blank", "empty"):
        return written if in_condition else '""'
    return _variable(written)


_INTEGER = re.compile(r"-?[0-9]+", re.A)
_FLOAT = re.compile(r"-?[0-9][0-9.]+", re.A)
_NUMBER = re.compile(r"-?[0-9][0-9.]*", re.A)
_RANGE = re.compile(r"\(\s*([^\s.]\S*?)\s*\.\.\s*(\S+)\s*\)", re.A)
_LITERALS = {"": "nil", "nil": "nil", "null": "nil", "true": "true", "false": "false"}
_SEGMENT = re.compile(r"\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]|[\w-]+\??", re.A)


def _quoted(text: str) -> str:
    if '"' not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else f'"{text.replace(chr(34), chr(39))}"'


def _float(written: str) -> str:
    whole, _, rest = written.partition(".")
    return f"{whole}.{rest.partition('.')[0] or '0'}" if len(written) < 300 else "nil"


def _variable(written: str) -> str:
    segments = _SEGMENT.findall(written)
    if not segments:
        return "nil"
    first, *rest = segments
    root = _root_in_brackets(value(first[1:-1])) if first[0] == "[" else variable_name(first)
    return "nil" if root == "nil" else root + "".join(map(_segment, rest))


def variable_name(name: str) -> str:
    """The name of a variable as one word that means nothing else to the engine."""
    if name in _WORDS:
        return f"{name}__"
    return f"_{name}__" if name[0] == "-" or name[0].isdigit() else name


def _root_in_brackets(inner: str) -> str:
    """The variable whose name is the value `inner`."""
    if inner[0] in "\"'":
        return variable_name(inner[1:-1]) if re.fullmatch(r"[\w-]+", inner[1:-1], re.A) else "nil"
    return f"[{inner}]" if _is_variable(inner) else "nil"


def _segment(segment: str) -> str:
    """A further part of a path, `b` or `[…]`."""
    if segment[0] != "[":
        return f'["{segment}"]'
    return _index(value(segment[1:-1]))


def _index(inner: str) -> str:
    if inner[0] in "\"'" or _INTEGER.fullmatch(inner) or _is_variable(inner):
        return f"[{inner}]"
    return '["\ufdd2"]'  # of no kind that anything has


def _is_variable(canonical: str) -> bool:
    return canonical[0] == "[" or (
        (canonical[0].isalnum() or canonical[0] in "_-")
        and canonical not in _WORDS
        and not _NUMBER.fullmatch(canonical)
    )


# What the engine reads as words of its own.
_WORDS = frozenset(
    (
        "and",
        "as",
        "blank",
        "cols",
        "contains",
        "continue",
        "else",
        "empty",
        "false",
        "for",
        "if",
        "in",
        "limit",
        "nil",
        "not",
        "null",
        "offset",
        "or",
        "required",
        "reversed",
        "true",
        "with",
    )
)


# --- the strict reading

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<comparison>==|!=|<>|<=|>=|<|>|contains(?=\s))
    | (?P<string>"[^"]*"|'[^']*')
    | (?P<number>-?\d+(?:\.\d+)?)
    | (?P<id>[a-zA-Z_][\w-]*\??)
    | (?P<range>\.\.)
    | (?P<sign>[|.:,\[\]()?-])
    | (?P<end>\Z)
    )""",
    re.A | re.VERBOSE,
)


class _Strict:
    """Reads markup token by token. Source: Parser in Liquid's lib/liquid/parser.rb"""

    def __init__(self, written: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        position = 0
        while not self._tokens or self._tokens[-1][0] != "end":
            token = _TOKEN.match(written, position)
            if token is None:
                raise MarkupError(written)
            kind = str(token.lastgroup)
            self._tokens.append((token[kind] if kind == "sign" else kind, token[kind]))
            position = token.end()
        self._at = 0

    @property
    def kind(self) -> str:
        return self._tokens[self._at][0]

    @property
    def ahead(self) -> str:
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)][0]

    def take(self, kind: str) -> str:
        if self.kind != kind:
            raise MarkupError(self.kind)
        token = self._tokens[self._at][1]
        self._at += kind != "end"
        return token

    def take_if(self, kind: str, text: str = "") -> str:
        here = self._tokens[self._at]
        return self.take(kind) if here[0] == kind and text in ("", here[1]) else ""

    def expression(self, *, in_condition: bool = False) -> str:
        if self.kind == "id":
            return self._named(in_condition)
        if self.kind == "[":
            root = _root_in_brackets(self._in_brackets())
            lookups = self._lookups()
            return "nil" if root == "nil" else root + lookups
        if self.kind in ("string", "number"):
            return value(self.take(self.kind))
        self.take("(")
        first = self.expression()
        self.take("range")
        last = self.expression()
        self.take(")")
        return f"({first}..{last})"

    def _named(self, in_condition: bool) -> str:
        name = self.take("id")
        lookups = self._lookups()
        return variable_name(name) + lookups if lookups else value(name, in_condition=in_condition)

    def _lookups(self) -> str:
        written = ""
        while True:
            if self.take_if("."):
                written += f'["{self.take("id")}"]'
            elif self.kind == "[":
                written += _index(self._in_brackets())
            else:
                return written

    def _in_brackets(self) -> str:
        self.take("[")
        inner = self.expression()
        self.take("]")
        return inner


# --- outputs


def output(written: str) -> str:
    """A value and its filters."""
    try:
        return _output_strictly(written)
    except MarkupError:
        return _output_as_matched(written)


def _output_strictly(written: str) -> str:
    tokens = _Strict(written)
    if tokens.take_if("end") or tokens.kind == "end":
        return "nil"
    canonical = tokens.expression()
    while tokens.take_if("|"):
        canonical += f" | {_filter_name(tokens.take('id'))}"
        if tokens.take_if(":"):
            canonical += f": {_argument(tokens)}"
            while tokens.take_if(","):
                canonical += f", {_argument(tokens)}"
    tokens.take("end")
    return canonical


def _argument(tokens: _Strict) -> str:
    if tokens.kind == "id" and tokens.ahead == ":":
        name = tokens.take("id")
        tokens.take(":")
        return f"{_filter_name(name)}: {tokens.expression()}"
    return tokens.expression()


def _filter_name(name: str) -> str:
    # The engine reads these as words of its own; no filter has such a name.
    return f"{name}_" if name in _WORDS else name


_OUTPUT = re.compile(rf"({_FRAGMENT})(.*)", re.A | re.DOTALL)
_FILTERS = re.compile(r"\|\s*(.*)", re.A | re.DOTALL)
_FILTER = re.compile(rf"(?:\s+|{_FRAGMENT}|,)+", re.A)
_ARGUMENT = re.compile(rf"[:,]\s*((?:\w+\s*:\s*)?{_FRAGMENT})", re.A)
_NAMED_ARGUMENT = re.compile(rf"(\w[\w-]*)\s*:\s*({_FRAGMENT})", re.A)


def _output_as_matched(written: str) -> str:
    parts = _OUTPUT.search(written)
    if parts is None:
        return "nil"
    canonical = value(parts[1])
    if filters := _FILTERS.search(parts[2]):
        for one in _FILTER.findall(filters[1]):
            if name := re.search(r"\w+", one, re.A):
                arguments = ", ".join(map(_matched_argument, _ARGUMENT.findall(one)))
                if name[0][0].isdigit():  # no filter, and no word to the engine
                    continue
                canonical += f" | {_filter_name(name[0])}" + (f": {arguments}" if arguments else "")
    return canonical


def _matched_argument(written: str) -> str:
    if named := _NAMED_ARGUMENT.fullmatch(written):
        return f"{_filter_name(named[1].replace('-', '_'))}: {value(named[2])}"
    return value(written)


# --- tags


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
    tokens = _Strict(written)
    canonical = _comparison(tokens)
    while operator := tokens.take_if("id", "and") or tokens.take_if("id", "or"):
        canonical += f" {operator} {_comparison(tokens)}"
    tokens.take("end")
    return canonical


def _comparison(tokens: _Strict) -> str:
    left = tokens.expression(in_condition=True)
    if operator := tokens.take_if("comparison"):
        return _compared(left, operator, tokens.expression(in_condition=True))
    return left


def _compared(left: str, operator: str, right: str) -> str:
    if "blank" in (left, right) and operator in ("==", "!=", "<>"):
        return "true == false" if operator == "==" else "true"  # nothing is, outside of Rails
    return f"{left} {operator} {right}"


_OPERATOR = r"\b(?:\s?and\s?|\s?or\s?)\b"
_PARTS = re.compile(rf"(?:{_OPERATOR}|(?:\s*(?!{_OPERATOR})(?:{_FRAGMENT}|\S+)\s*)+)", re.A)
_COMPARISON = re.compile(rf"({_FRAGMENT})\s*([=!<>a-z_]+)?\s*({_FRAGMENT})?", re.A)
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
        if comparison[2] and comparison[2] not in _OPERATORS:
            raise MarkupError(written)
        canonical += _compared(left, comparison[2], right) if comparison[2] else left
    if not canonical or canonical.endswith(" "):
        raise MarkupError(written)
    return canonical


_FOR = re.compile(rf"\A([\w-]+)\s+in\s+({_FRAGMENT}+)\s*(reversed)?", re.A)
_TABLE_ROW = re.compile(rf"(\w+)\s+in\s+({_FRAGMENT}+)()", re.A)
_ATTRIBUTE = re.compile(rf"(\w[\w-]*)\s*:\s*({_FRAGMENT})", re.A)


def _for(written: str) -> str:
    try:
        return _for_strictly(written)
    except MarkupError:
        return _loop(_FOR, written, ("limit", "offset"))


def _for_strictly(written: str) -> str:
    tokens = _Strict(written)
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
    fragment = re.search(_FRAGMENT, written, re.A)
    if fragment is None:
        raise MarkupError(written)
    return value(fragment[0], in_condition=True)


_WHEN = re.compile(rf"({_FRAGMENT})(?:(?:\s+or\s+|\s*,\s*)({_FRAGMENT}.*))?", re.A | re.DOTALL)


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


_NAMED_CYCLE = re.compile(rf"\A({_FRAGMENT})\s*:\s*(.*)", re.A | re.DOTALL)


def _cycle(written: str) -> str:
    named = _NAMED_CYCLE.match(written)
    if named is None and not re.match(_FRAGMENT, written, re.A):
        raise MarkupError(written)
    shown = [
        value(fragment[0])
        for part in (named[2] if named else written).split(",")
        if (fragment := re.search(_FRAGMENT, part, re.A))
    ]
    # Without a name the values themselves are the name.
    name = value(named[1]) if named else _quoted(",".join(shown))
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
