"""Which characters of a post a reader reads: its prose, without code, markup and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from editor.front_matter.formats import find

_FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})(.*)$")
_TEMPLATE_CODE = re.compile(r"[ \t]*\{(?:%-?|\{[<%])[ \t]*(highlight|raw|comment|math|mermaid)\b")
_VERBATIM = re.compile(r"[ \t>]*<(?:(!--)|(script|style|pre|textarea|svg|code)\b)", re.IGNORECASE)
_DRAWING = re.compile(
    r"[ \t>]*<(\w+)\b[^<>]*\bclass=[\"']?[^\"'<>]*\bmermaid\b[^<>]*>", re.IGNORECASE
)
_FORMULA = re.compile(r"[ \t]*(?:\$\$|\\\[)")
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_CODE_INDENT = 4  # columns
_LONGEST = 10_000  # code points; a longer paragraph is no prose that anybody proofreads

# What lies between two marks is bounded, so that a text of unclosed marks costs no n².
_NOT_PROSE = re.compile(
    r"""
      (?P<ticks>`{1,9})(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)             # code
    | <!--.{0,1000}?(?:-->|\Z)
    | <[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]{0,1000}>                    # <http://…>
    | <(?P<raw>code|kbd|samp|script|style|pre)\b[^<>]{0,500}>.{0,1000}?</(?P=raw)\s*>
    | </?[a-zA-Z](?:[^<>"']|"[^"]{0,1000}"|'[^']{0,1000}'){0,500}>      # a tag of HTML
    | \{%.{0,1000}?%\} | \{\{.{0,1000}?\}\}                             # template tags
    | \{[:.\#][^{}]{0,500}\}                                            # attribute lists
    | [^\W\d_]{0,60}&[a-zA-Z](?:acute|grave|circ|uml|cedil|tilde|ring|slash|caron|[Ee]?lig);
      (?:[^\W\d_]|&\w{1,32};){0,60}                                     # letters as entities
    | &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|\w{1,32});                   # other entities
    | \]\([^()]{0,1000}(?:\([^()]{0,200}\)[^()]{0,1000})?\)             # where a link leads
    | \]\[[^\]]{0,200}\]
    | ^[ ]{0,3}\[[^\]]{1,200}\]:[ \t]*\S{1,2000}(?:[ \t]+["'(].*?["')])?[ \t]*$  # definitions
    | \[\^[^\]]{1,100}\]:?                                              # notes
    | (?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://|www\.|mailto:)[^\s<>]{1,2000}  # addresses
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}                   # e-mail
    | (?<!\w)@[\w.]{1,64}
    | (?<!\w)\#[\w-]{1,64}                                              # hash tags
    | (?<!\w):[a-z0-9_+-]{1,40}:(?!\w)                                  # :emoji:
    | \$\$.{1,1000}?\$\$ | \\\(.{1,1000}?\\\)                           # formulas
    | (?<!\w)(?:~?/)?(?:[\w.-]{1,64}/){1,16}[\w.-]{0,64}\.\w{1,8}(?!\w)  # paths of files
    | ^[ \t|:+-]+$                                                      # rules of tables
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a post's prose lie, in code points: lines in a row that are read.

    Front matter, code, formulas, scripts and comments are none; tables, lists, quotes and the
    text within HTML are.
    """
    head = find(text)
    place = head.end if head else 0
    reader, start = _Lines(), -1
    for line in text[place:].split("\n"):
        is_read = reader.reads(line) and bool(line.strip())
        if is_read and start < 0:
            start = place
        elif not is_read and start >= 0:
            yield start, place - 1
            start = -1
        place += len(line) + 1
    if start >= 0:
        yield start, place - 1


def prose(paragraph: str) -> Iterator[tuple[int, int]]:
    """The spans of `paragraph` that are read: no marks of code, tags, addresses, entities.

    None of a paragraph of over 10,000 characters.
    """
    if len(paragraph) > _LONGEST:
        return
    place = 0
    for match in _NOT_PROSE.finditer(paragraph):
        if match.start() > place:
            yield place, match.start()
        place = match.end()
    if place < len(paragraph):
        yield place, len(paragraph)


@dataclass
class _Lines:
    """Tells line by line whether it is read; what a line is depends on those above it."""

    ends: re.Pattern[str] | None = None  # what ends the code or the like that the line is in
    in_list: bool = False
    was_blank: bool = True
    _in_code: bool = field(default=False)

    def reads(self, line: str) -> bool:
        """Whether the next line, which is `line`, holds prose."""
        if self.ends is not None:
            if self.ends.search(line):
                self.ends = None
            return False
        if self._is_indented_code(line) or self._opens(line):
            return False
        blank = not line.strip()
        if _LIST.match(line):
            self.in_list = True
        elif self.was_blank and not blank and line[0] not in " \t":
            self.in_list = False
        self.was_blank = blank
        return True

    def _is_indented_code(self, line: str) -> bool:
        indent = len(line[: len(line) - len(line.lstrip(" \t"))].expandtabs(4))
        least = 2 * _CODE_INDENT if self.in_list else _CODE_INDENT
        starts = self.was_blank or self._in_code
        self._in_code = bool(line.strip()) and starts and indent >= least
        return self._in_code

    def _opens(self, line: str) -> bool:
        """Whether `line` begins what is not read, up to the line on which it ends."""
        opening, ends = _opening(line)
        if not opening:
            return False
        self.was_blank = False
        if not re.search(ends, line[opening:], re.IGNORECASE):
            self.ends = re.compile(ends, re.IGNORECASE)
        return True


def _opening(line: str) -> tuple[int, str]:
    """Where in `line` a stretch that is not read has begun, and the pattern of its end; 0: none."""
    if (fence := _FENCE.match(line)) and not (fence[1][0] == "`" and "`" in fence[2]):
        return len(line), rf"^[ \t>]*{fence[1][0]}{{{len(fence[1])},}}[ \t]*$"
    if template := _TEMPLATE_CODE.match(line):
        return template.end(), rf"\{{(?:%-?|\{{[<%])[ \t]*(?:end|/[ \t]*){template[1]}\b"
    if markup := _VERBATIM.match(line):
        return markup.end(), "-->" if markup[1] else rf"</{markup[2]}\s*>"
    if drawing := _DRAWING.match(line):
        return drawing.end(), rf"</{drawing[1]}\s*>"
    if formula := _FORMULA.match(line):
        return formula.end(), r"\$\$|\\\]"
    return 0, ""
