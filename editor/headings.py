"""The headings of a post, as its Markdown marks them. Nothing is rendered: any text is quick."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.front_matter.finding import find

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_ATX_END = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])?[ \t]*)(`{3,}|~{3,})(.*)$")
_NO_PARAGRAPH = re.compile(
    r" {4}|\t| {0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\||\{[:%{]|<|(?:[*_][ \t]*){3,}$)"
)
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_HTML = re.compile(r" {0,3}<(?:(!--)|(script|style|pre|textarea)\b|[/a-z][^<>]*(?:>|$))", re.I)
_TEMPLATE_CODE = re.compile(r"[ \t]*\{(?:%-?|\{[<%])[ \t]*(highlight|raw|comment)\b")
_ATTRIBUTES = re.compile(r"[ \t]*\{[:#.][^{}]*\}[ \t]*$")
_LINK = re.compile(r"!?\[([^][]*)\](?:\([^()]*\)|\[[^][]*\])?")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS = re.compile(r"(\*+|~~|`+)|(?<!\w)_+(?=\w)|(?<=[^\W_])_+(?!\w)|\\(?=[^\w\s])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the file's line from 0, its level from 1 to 6, its words without marks."""

    line: int
    level: int
    text: str


def headings(text: str) -> list[Heading]:
    """The headings of a post that have words, from its top; none of code, HTML or the head."""
    head = find(text)
    end = head.end if head else 0
    first = text.count("\n", 0, end)
    lines = text[end:].split("\n")
    return [heading for heading in _of_body(lines, first) if heading.text]


def heading_at(found: list[Heading], line: int) -> int:
    """The number in `found` of the heading under which the file's `line` stands; -1: above all."""
    return sum(1 for heading in found if heading.line <= line) - 1


def _of_body(lines: list[str], first: int) -> Iterator[Heading]:
    ends: re.Pattern[str] | None = None  # what ends the code or HTML that the line is in
    paragraph = ""  # the line above, where it is one of a paragraph
    for number, line in enumerate(lines, first):
        if ends is not None:
            ends = None if ends.search(line) else ends
            paragraph = ""
        elif (ends := _opened(line, bool(paragraph))) is not None:
            ends = None if _is_closed(line, ends) else ends
            paragraph = ""
        elif atx := _ATX.match(line):
            yield Heading(number, len(atx[1]), _words(_ATX_END.sub("", atx[2] or "")))
            paragraph = ""
        elif paragraph and (underline := _UNDERLINE.match(line)):
            yield Heading(number - 1, 1 if underline[1][0] == "=" else 2, _words(paragraph))
            paragraph = ""
        else:
            is_plain = line.strip() and not _NO_PARAGRAPH.match(line)
            paragraph = line if is_plain else ""


def _opened(line: str, in_paragraph: bool) -> re.Pattern[str] | None:
    """What will end the code or HTML that `line` begins; None where it begins none."""
    if (fence := _FENCE.match(line)) and not (fence[2][0] == "`" and "`" in fence[3]):
        is_code = not in_paragraph and len(fence[1].expandtabs(4)) >= 4 and not _LIST.match(line)
        closing = rf"^[ \t]*{fence[2][0]}{{{len(fence[2])},}}[ \t]*$"
        return None if is_code else re.compile(closing)
    if template := _TEMPLATE_CODE.match(line):
        return re.compile(rf"\{{(?:%-?|\{{[<%])[ \t]*(?:end|/[ \t]*){template[1]}\b")
    if markup := _HTML.match(line):
        if markup[1]:
            return re.compile("-->")
        return re.compile(rf"</{markup[2]}>", re.I) if markup[2] else re.compile(r"^[ \t]*$")
    return None


def _is_closed(line: str, ends: re.Pattern[str]) -> bool:
    """Whether code or HTML ends on the line on which it begins; a fence does not."""
    return not _FENCE.match(line) and bool(ends.search(line))


def _words(text: str) -> str:
    """The words of a heading as it is read."""
    plain = _LINK.sub(r"\1", _ATTRIBUTES.sub("", text))
    return " ".join(html.unescape(_MARKS.sub("", _TAG.sub("", plain))).split(" ")).strip()
