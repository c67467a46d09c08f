"""Which texts YAML can hold in which notation, whatever reads it."""

import re

# Texts that some reader takes for something else: YAML 1.1 as PyYAML, Psych and Go's first two
# packages read it, 1.2 as ruamel.yaml, js-yaml and Go's third do.
_NO_TEXT = re.compile(
    r"""~|=|<<
    |y|n|yes|no|true|false|on|off|null
    |[-+]?[0-9][0-9_,]*                                        # 1984, 010, 1_000, 1,000
    |[-+]_[0-9_]*                                              # a number to ruamel.yaml
    |[-+]?0x[0-9a-f_,]+|[-+]?0b[01_,]+|[-+]?0o[0-7_,]+
    |[-+]?(?:[0-9][0-9_,]*)?\.?[0-9][0-9_]*(?:e[-+]?[0-9]+)?
    |[-+]?[0-9][0-9_,]*\.(?:[0-9_]*)(?:e[-+]?[0-9]+)?
    |[-+]?\.inf|\.nan
    |[-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?           # 12:30:00, which is base 60
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
        (?:(?:t|[ \t]+)[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2}(?:\.[0-9]*)?)?
        (?:[ \t]*(?:z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTHING = ("~", "null", "=", "<<")
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_NO_INDICATOR = re.compile(r"[\-?][^\s\-?:,\[\]{}]")  # -a, ?a
_MEANS_MORE = re.compile(r":(?=[ \t]|\Z)|[ \t]#|\A[ \t]|[ \t]\Z")
_MEANS_MORE_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# What YAML 1.1 takes for a line break, forbids, or drops: only an escape carries it.
_ODD = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_NEEDS_ESCAPE = re.compile(f"[\t\n{_ODD}]")
_ESCAPED = re.compile(f'["\\\\\t\n{_ODD}]')
_NOT_IN_BLOCK = re.compile(f"[{_ODD}]")
_HEADER = re.compile(r"[|>](?:(?P<first>[+\-])(?P<after>[1-9]?)|(?P<before>[1-9]?)[+\-]?)")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def plain_is_text(text: str, *, in_flow: bool = False) -> bool:
    """Whether every YAML reader takes `text`, unquoted, for that very text."""
    return not (
        not text
        or (text[0] in _INDICATORS and not _NO_INDICATOR.match(text))
        or _MEANS_MORE.search(text)
        or _NEEDS_ESCAPE.search(text)
        or _NO_TEXT.fullmatch(text)
        or (in_flow and _MEANS_MORE_IN_FLOW.search(text))
    )


def is_typed(text: str) -> bool:
    """Whether `text`, unquoted, is a number, a date or a switch to some reader."""
    return _NO_TEXT.fullmatch(text) is not None and text.lower() not in _NOTHING


def can_be_block(text: str, *, indented: bool = False) -> bool:
    """Whether `text` can be the lines below `|` or `>`, which may say how they are `indented`."""
    return not (
        not text.strip(" \n")
        or text[0] == "\n"
        or (text[0] == " " and not indented)
        or "\t" in text  # that starts a line is wrong indentation to libyaml
        or _NOT_IN_BLOCK.search(text)
    )


def block_header(old: str, line_ends: int) -> str:
    """The header `old` of a block scalar, made to fit a text that ends with so many line ends."""
    chomping = ("-", "", "+")[min(line_ends, 2)]
    header = _HEADER.match(old)
    if not header:
        raise ValueError("no header of a block scalar")
    signs = chomping + header["after"] if header["first"] else header["before"] + chomping
    return old[0] + signs + old[header.end() :]


def needs_escape(text: str) -> bool:
    """Whether `text` holds what only an escape between double quotes carries on one line."""
    return _NEEDS_ESCAPE.search(text) is not None


def escaped(text: str) -> str:
    """`text` as it stands between double quotes."""
    return _ESCAPED.sub(lambda odd: _escape(odd[0]), text)


def double_quoted(text: str) -> str:
    """`text` between double quotes."""
    return f'"{escaped(text)}"'


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")
