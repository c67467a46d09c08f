"""Where YAML front matter stands: between `---` and `---` or `...`, as Jekyll finds it."""

import re

from .head import Head, Problem, ProblemKind

_OPENING = re.compile(r"\ufeff?(?P<fence>---)[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LOOSE_OPENING = re.compile(r"\ufeff?(?P<blank>(?:[ \t]*\n)*)(?P<fence>[ \t]*-{3}[^\n]*)\n")
_LOOSE_CLOSING = re.compile(r"^(?:[ \t]*-{3,}|\.\.\.|;{3,})[ \t]*(?:\n|\Z)", re.MULTILINE)
_FIELD_LINE = re.compile(r"""(?:[^\s\-#:'"\[{][^\n:]*|"[^"\n]*"|'[^'\n]*'):(?:[ \t]|\n|\Z)""")
_WORD_FIELD = re.compile(r"[a-z_][\w\-]*:(?:[ \t]|\n|\Z)")
_GLUED_FIELD = re.compile(r"[A-Za-z_][\w\-]*:(?!//)[^\s:]")
_USUAL_FIELD = re.compile(r"^(?:title|date|layout|tags|categories|permalink):", re.MULTILINE)
_INSIDE_FIELD = re.compile(r"[ \t]+(?!-{3,}[ \t]*(?:\n|\Z))\S|#|-[ \t\n]")


def find(text: str) -> Head | None:
    """The front matter `text` starts with. Unclosed, it ends where its lines stop to look like it.

    Source: YAML_FRONT_MATTER_REGEXP in Jekyll's lib/jekyll/document.rb
    """
    opening = _OPENING.match(text)
    if not opening:
        return None
    start = opening.start("fence")
    closing = _CLOSING.search(text, opening.end())
    if closing:
        return Head("yaml", start, opening.end(), closing.start(), closing.end())
    end = _fields_end(text, opening.end())
    if end == opening.end():
        return None
    line = text.count("\n", 0, end)
    return Head(
        "yaml", start, opening.end(), end, end, (Problem(ProblemKind.UNCLOSED, line, end, end),)
    )


def find_loosely(text: str) -> Head | None:
    """Front matter that only some generators take, or would if it stood a line higher.

    Above an opening fence blank lines, the fence itself indented, longer, or with text after it,
    or none at all; then fields, up to a closing one.

    Source: rFrontMatter and rFrontMatterNew in hexo-front-matter's lib/front_matter.ts
    """
    opening = _LOOSE_OPENING.match(text)
    start = opening.end() if opening else int(text.startswith("\ufeff"))
    closing = _LOOSE_CLOSING.search(text, start)
    if not closing or not _holds_fields(text, start, closing, opening):
        return None
    problems = []
    if not opening:
        problems.append(Problem(ProblemKind.NO_OPENING_FENCE, 0, start, start))
    else:
        line = opening["blank"].count("\n")
        place, end = opening.span("fence")
        if line:
            problems.append(Problem(ProblemKind.BLANK_BEFORE_FENCE, 0, 0, opening.end("blank")))
        if opening["fence"].rstrip(" \t\n") != "---":
            found = opening["fence"]
            problems.append(Problem(ProblemKind.BAD_FENCE, line, place, end, found=found))
    head_start = opening.start("fence") if opening else start
    return Head("yaml", head_start, start, closing.start(), closing.end(), tuple(problems))


def _holds_fields(
    text: str, start: int, closing: re.Match[str], opening: re.Match[str] | None
) -> bool:
    """Whether the lines between two fences are fields, and neither a list nor a paragraph.

    Between fences that are fine in themselves one line that no reader takes does not matter where
    the first is a field and one has a key that only front matter has.
    """
    inside = text[start : closing.start()]
    fence = opening["fence"] if opening else ""
    lead = fence[: len(fence) - len(fence.lstrip(" \t"))]
    if lead and all(line.startswith(lead) for line in inside.split("\n") if line.strip(" \t")):
        inside = re.sub(rf"^{lead}", "", inside, flags=re.MULTILINE)
    is_usual = _USUAL_FIELD.search(inside) is not None
    if not inside[_fields_end(inside, 0) :].strip(" \t\n") and inside.strip(" \t\n"):
        return is_usual or opening is not None
    fenced = fence.rstrip(" \t") == "---" and closing[0].rstrip(" \t\n") == "---"
    starts = _WORD_FIELD.match(inside) or _GLUED_FIELD.match(inside)
    return fenced and is_usual and starts is not None


def _fields_end(text: str, start: int) -> int:
    """Where the lines from `start` on stop to look like fields; `start` if the first does not."""
    end = at = start
    blank = False
    while at < len(text):
        line_end = text.find("\n", at) + 1 or len(text)
        # A sentence below a blank line may hold a colon: a field there has one small word as key. A
        # colon without a space is a field's where fields stand above, or the key is a usual one.
        is_field = (_WORD_FIELD if blank else _FIELD_LINE).match(text, at, line_end) or (
            _GLUED_FIELD.match(text, at, line_end)
            and ((end > start and not blank) or _USUAL_FIELD.match(text, at, line_end))
        )
        if is_field:
            end, blank = line_end, False
        elif not text[at:line_end].strip(" \t\n"):
            blank = True
        elif end == start or blank or not _INSIDE_FIELD.match(text, at, line_end):
            break
        else:
            end = line_end
        at = line_end
    return end
