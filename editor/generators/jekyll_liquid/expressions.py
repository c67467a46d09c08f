"""Values, variables and filters, read as Jekyll does and written in the engine's plain syntax.

Jekyll reads it strictly first, and then as far as patterns match (`error_mode: warn`): in
`{{ a b | upcase 1 }}` the `b` and the `1` are nothing. Here it is read in the same two ways and
written anew, so that the engine never meets a syntax error: `a.b-c` as `a["b-c"]`, and a variable
named like one of the engine's own words, `limit`, as `limit__`.

Source: Liquid 5.4's lib/liquid/{parser,lexer,variable,expression,variable_lookup}.rb
"""

import re


class MarkupError(ValueError):
    """What a tag holds is not in its syntax: the whole build fails."""


_STRING = r""""[^"]*"|'[^']*'"""
FRAGMENT = rf"""(?:{_STRING}|(?:[^\s,|'"]|{_STRING})+)"""

LONGEST = 10_000  # characters in a tag; some patterns below take the square of it in time


def value(written: str, *, in_condition: bool = False) -> str:
    """A value as Jekyll's `Expression.parse` takes it, "nil" for none."""
    written = written.strip()
    if written[:1] in ('"', "'") and written[-1:] == written[0]:
        return quoted(written[1:-1])
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


def quoted(text: str) -> str:
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


class Strict:
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
    tokens = Strict(written)
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


def _argument(tokens: Strict) -> str:
    if tokens.kind == "id" and tokens.ahead == ":":
        name = tokens.take("id")
        tokens.take(":")
        return f"{_filter_name(name)}: {tokens.expression()}"
    return tokens.expression()


def _filter_name(name: str) -> str:
    # The engine reads these as words of its own; no filter has such a name.
    return f"{name}_" if name in _WORDS else name


_OUTPUT = re.compile(rf"({FRAGMENT})(.*)", re.A | re.DOTALL)
_FILTERS = re.compile(r"\|\s*(.*)", re.A | re.DOTALL)
_FILTER = re.compile(rf"(?:\s+|{FRAGMENT}|,)+", re.A)
_ARGUMENT = re.compile(rf"[:,]\s*((?:\w+\s*:\s*)?{FRAGMENT})", re.A)
_NAMED_ARGUMENT = re.compile(rf"(\w[\w-]*)\s*:\s*({FRAGMENT})", re.A)


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
