"""Attribute lists: `{: .class #id key="value" name}` and, to be named, `{:name: .class}`.

Source: https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
"""

import re

from editor.generators.kramdown.tree import AttributeList

LONGEST = 10_000
"""Characters of a list, which may go on over lines; a longer one is text."""

_ANY = rf"[^}}]{{1,{LONGEST}}}+(?:(?<=\\)\}}[^}}]{{0,{LONGEST}}}+)*(?!(?<=\\)\}})"
NAME = r"\w[\w-]*"
INLINE = rf"\{{:(?!:|/)(?P<list>{_ANY})\}}"

SPAN_LIST = re.compile(rf"\{{:(?P<list>{_ANY})\}}", re.ASCII)
BLOCK_LIST = re.compile(rf" {{0,3}}{INLINE}[ \t\r\f\v]*\n", re.ASCII)
DEFINITION = re.compile(
    rf" {{0,3}}\{{:(?P<name>{NAME}):(?P<list>{_ANY})\}}[ \t\r\f\v]*\n", re.ASCII
)
ITEM_LIST = re.compile(rf"\s*\{{:(?!(?:{NAME})?:|/)(?P<list>{_ANY})\}}\s*", re.ASCII)

_CLASS_OR_ID = r"#[A-Za-z][\w:-]*|\.[^\s.#]+"
_PART = re.compile(
    rf"(?:\A|(?<=\s))(?:(?P<reference>{NAME})|(?P<marks>(?:{_CLASS_OR_ID})+)"
    rf"|(?P<key>{NAME})=(?P<quote>[\"'])(?P<value>(?:\\\}}|\\(?P=quote)|(?!(?P=quote))[^}}])*)(?P=quote))"
    r"(?=\s|\Z)",
    re.ASCII,
)
_MARK = re.compile(_CLASS_OR_ID, re.ASCII)


def read(text: str, into: AttributeList) -> None:
    """Add what `text`, the inside of a list, names to `into`. What is none of these is left out."""
    for part in _PART.finditer(text):
        if part["reference"]:
            into.references.append(part["reference"])
        elif part["marks"]:
            for mark in _MARK.findall(part["marks"]):
                set_attribute(into.named, "id" if mark[0] == "#" else "class", mark[1:])
        else:
            value = re.sub(rf"\\(\}}|{part['quote']})", r"\1", part["value"])
            set_attribute(into.named, part["key"], value)


def set_attribute(attributes: dict[str, str], key: str, value: str) -> None:
    """Set an attribute. Classes add up."""
    if key == "class":
        attributes[key] = f"{attributes.get(key, '')} {value}".lstrip()
    else:
        attributes[key] = value
