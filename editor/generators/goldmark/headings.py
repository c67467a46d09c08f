"""Attributes behind headings, and the ids of those that have none."""

import html
import re
import unicodedata
from collections.abc import Callable

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editor.generators import marks
from editor.generators.goldmark.attributes import attributes
from editor.generators.goldmark.settings import GoldmarkSettings, IdStyle

_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*$")


def heading_rule(settings: GoldmarkSettings) -> Callable[[StateCore], None]:
    """A rule between blocks and inline that gives attributes to headings."""

    def rule(state: StateCore) -> None:
        for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
            if opening.type != "heading_open":
                continue
            if settings.heading_attributes:
                _take_attributes(opening, inline)
            if settings.auto_heading_id and "id" not in opening.attrs:
                last_line = inline.content.rpartition("\n")[2]
                made = _ID_MAKERS[settings.auto_heading_id_type](last_line)
                opening.attrs["id"] = marks.mark(marks.ID, html.escape(made))

    return rule


def _take_attributes(opening: Token, inline: Token) -> None:
    start = inline.content.rfind("{")
    last_line = inline.content.rfind("\n") + 1
    if start < last_line or not inline.content.rstrip().endswith("}"):
        return
    if inline.content[:start].endswith("\\"):
        return
    found = attributes(inline.content[start:].strip())
    if found is None:
        return
    opening.attrs.update({key: value for key, value in found.items() if _is_allowed(key)})
    inline.content = inline.content[:start].rstrip(" \t")
    if opening.markup.startswith("#"):
        inline.content = _CLOSING_HASHES.sub("", inline.content)


def _is_allowed(key: str) -> bool:
    return not key.lower().startswith("on")


def _github(line: str) -> str:
    hyphened = line.strip(" \t").lower().replace(" ", "-")
    return "".join(c for c in hyphened if c in "-_" or _is_alphanumeric(c)) or "heading"


def _is_alphanumeric(character: str) -> bool:
    """As Go has it: accents and vowel signs that stand for themselves are none."""
    category = unicodedata.category(character)
    return category.startswith("L") or category == "Nd"


def _github_ascii(line: str) -> str:
    plain = unicodedata.normalize("NFD", line)
    return _github("".join(c for c in plain if not unicodedata.category(c).startswith("M")))


def _blackfriday(line: str) -> str:
    return "-".join(re.findall(r"\w+", line.lower().replace("_", " "))) or "heading"


_ID_MAKERS: dict[IdStyle, Callable[[str], str]] = {
    "github": _github,
    "github-ascii": _github_ascii,
    "blackfriday": _blackfriday,
}
