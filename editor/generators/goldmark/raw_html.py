"""Raw HTML by goldmark's rules: those of CommonMark 0.30, and a few of its own."""

import re

from markdown_it import MarkdownIt
from markdown_it.common.html_blocks import block_names
from markdown_it.common.html_re import close_tag, open_tag
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from editor.generators.markdown_it.lazy import unless_lazy

# What a block that ends with a mark begins with, and that mark.
_MARKED = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?:[ \t]|/?>|$)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![A-Z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
)
_BLOCK_TAGS = (frozenset(block_names) - {"search"}) | {"meta", "source"}
_VERBATIM_TAGS = frozenset({"script", "style", "pre"})
_ATTRIBUTE = (
    r"[ \t]+[a-zA-Z_:][a-zA-Z0-9:._-]*"
    r"(?:[ \t]*=[ \t]*(?:[^\"'=<>`\x00-\x20]+|'[^']*'|\"[^\"]*\"))?"
)
_TAG_ALONE = re.compile(
    rf"<(?P<close>/ *)?(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:{_ATTRIBUTE})*) */?> *$"
)
_BLOCK_TAG = re.compile(r"<(?:/ *)?(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?: |/?>|$)")
_TAG = re.compile(rf"{open_tag}|{close_tag}")


def use_raw_html(markdown: MarkdownIt) -> None:
    chains = ["paragraph", "reference", "blockquote"]
    markdown.block.ruler.at("html_block", unless_lazy(_block), {"alt": chains})
    markdown.inline.ruler.at("html_inline", _inline)


def _block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.is_code_block(start_line) or not state.src.startswith("<", start):
        return False
    first = state.src[start : state.eMarks[start_line]]
    end = next((end for begin, end in _MARKED if begin.match(first)), None)
    if end is None and not _begins_block(first, in_paragraph=silent):
        return False
    if silent:
        return True
    line = start_line + 1
    if end is None or not end.search(first):
        line = _behind(state, line, end_line, end)
    state.line = line
    token = state.push("html_block", "", 0)
    token.map = [start_line, line]
    token.content = state.getLines(start_line, line, state.blkIndent, True)
    return True


def _begins_block(line: str, in_paragraph: bool) -> bool:
    """Whether a block that a blank line ends begins with `line`."""
    alone = _TAG_ALONE.match(line)
    tag = alone or _BLOCK_TAG.match(line)
    if tag is None or tag["name"].lower() in _BLOCK_TAGS:
        return tag is not None
    if alone is None or in_paragraph or alone["name"].lower() in _VERBATIM_TAGS:
        return False
    return not (alone["close"] and alone["attributes"])


def _behind(state: StateBlock, line: int, end_line: int, end: re.Pattern[str] | None) -> int:
    """The line behind a block: behind the one with its `end`, or a blank one."""
    while line < end_line:
        is_blank = state.isEmpty(line)
        if end is None and is_blank:
            return line
        if state.sCount[line] < state.blkIndent and not is_blank:
            return line
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        line += 1
        if end is not None and end.search(text):
            return line
    return line


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "<":
        return False
    end = _end(state)
    if end <= state.pos or end > state.posMax:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = state.src[state.pos : end]
    state.pos = end
    return True


def _end(state: StateInline) -> int:
    """Where the raw HTML at the state's position ends; -1 where there is none."""
    text, start = state.src, state.pos
    if text.startswith("<!--", start):
        return _end_of_comment(text, start)
    if text.startswith("<?", start):
        return _behind_next(state, "?>", start + 1)
    if text.startswith("<![CDATA[", start):
        return _behind_next(state, "]]>", start + 9)
    if text.startswith("<!", start):
        is_declaration = "A" <= text[start + 2 : start + 3] <= "Z"
        return _behind_next(state, ">", start + 3) if is_declaration else -1
    if _behind_next(state, ">", start) < 0:
        return -1
    tag = _TAG.match(text, start)
    return tag.end() if tag else -1


def _end_of_comment(text: str, start: int) -> int:
    """Where the comment at `start` ends: it holds no -- and begins with neither > nor ->."""
    dashes = text.find("--", start + 4)
    if dashes < 0 or not text.startswith("-->", dashes):
        return -1
    return -1 if text.startswith((">", "->"), start + 4) else dashes + 3


_ENDS = {"?>": -2, "]]>": -3, ">": -4}  # keys of the state's cache, whose others are positions


def _behind_next(state: StateInline, mark: str, start: int) -> int:
    """Where the next `mark` from `start` on ends; -1 where none follows.

    The last `mark` is looked for once: beginnings without an end cost no more than other text.
    """
    key = _ENDS[mark]
    if key not in state.cache:
        state.cache[key] = state.src.rfind(mark)
    if state.cache[key] < start:
        return -1
    return state.src.find(mark, start) + len(mark)
