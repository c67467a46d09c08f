"""Hugo's shortcodes, taken out of a text so that Markdown leaves them alone.

https://gohugo.io/content-management/shortcodes/
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zlib import crc32

_TAG = re.compile(
    r"\{\{(?P<kind>[<%])\s*+(?P<slash>/\s*+)?(?P<name>[A-Za-z_][\w./-]*+)"
    r'(?P<parameters>(?:[^"`<>%{]|"(?:[^"\\]|\\.)*"|`[^`]*+`|[<>%](?!\}\}))*)[<>%]\}\}'
)
_COMMENT = re.compile(r"\{\{(?P<kind>[<%])/\*(?P<shown>(?:[^*{]|\*(?!/))*)\*/(?P<end>[>%])\}\}")
_END_OF_HIGHLIGHT = re.compile(r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}")
MORE = "<!--more-->"
_SUMMARY_END = re.compile(r"(?<!`)<!--more-->(?!`)\s*")
_MORE_ALONE = re.compile(rf"^[ \t]*{MORE}[ \t]*$", re.MULTILINE)
_MORE_AND_INDENT = re.compile(rf"{MORE}(?:\s*[ \t](?=\S))?")  # which it takes away
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)
_PARAMETER = re.compile(
    r"(?:(?P<key>[\w-]+)\s*=\s*)?"
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|`(?P<raw>[^`]*)`|(?P<bare>[^\s"`=]+))'
)
# As Hugo does it: a word in the place of each, which Markdown leaves alone.
WORD, WORD_END = "HAHAHUGOSHORTCODE", "HBHB"


@dataclass(frozen=True, slots=True)
class Shortcode:
    """A tag in a post's body, such as `{{< figure src="a.png" >}}`."""

    source: str  # as written; "" for the end of the summary, <!--more-->
    name: str = ""
    closing: bool = False
    positional: tuple[str, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    inner: str = ""  # of `highlight` alone; what others hold is Markdown of the post

    def first(self, *names: str) -> str:
        """The first parameter, or the one by one of these names; "" where there is none."""
        given = (self.named[name] for name in names if name in self.named)
        return next(given, self.positional[0] if self.positional else "")


def take_out(text: str, ends_summary: bool = True) -> tuple[str, dict[int, Shortcode]]:
    """`text` with a word in the place of each shortcode, and these by the numbers in the words.

    Also those in code: Hugo runs them there too. A number tells what the shortcode is, wherever it
    stands. With `ends_summary` <!--more--> is one of them.
    """
    if WORD in text or not ("{{<" in text or "{{%" in text or MORE in text):
        return text, {}
    found: dict[int, Shortcode] = {}

    def word(shortcode: Shortcode) -> str:
        number = crc32(f"{shortcode.source}\0{shortcode.inner}".encode("utf-8", "surrogatepass"))
        found[number] = shortcode
        standing = f"{WORD}{number}{WORD_END}"
        # What it holds is Markdown of blocks.
        return f"\n\n{standing}\n\n" if shortcode.name == "details" else standing

    pieces: list[str] = []
    done = 0
    for start, end, shortcode in _shortcodes(text):
        pieces += (text[done:start], word(shortcode))
        done = end
    pieces.append(text[done:])
    taken = _COMMENT.sub(r"{{\g<kind>\g<shown>\g<end>}}", "".join(pieces))
    fence = _FENCE.search(taken)
    before_code = taken[: fence.start()] if fence else taken
    if not ends_summary or MORE not in before_code:
        return taken, found
    # The summary's end parts paragraphs, and lists.
    parted = _SUMMARY_END.sub(lambda _: f"\n\n{word(Shortcode(''))}\n\n", before_code)
    return parted + taken[len(before_code) :], found


def masked(text: str) -> str:
    """`text`, as long as it is, with letters in the place of its shortcodes."""
    if not ("{{<" in text or "{{%" in text or MORE in text):
        return text
    pieces: list[str] = []
    done = 0
    for start, end, _ in _shortcodes(text):
        pieces += (text[done:start], "x" * (end - start))
        done = end
    return _MORE_AND_INDENT.sub(lambda end: "x" * len(end[0]), "".join((*pieces, text[done:])))


def ends_summary_in_line(text: str) -> bool:
    """Whether <!--more--> stands beside other text, where it parts what looks like one block."""
    return text.count(MORE) > len(_MORE_ALONE.findall(text))


def is_unended(text: str) -> bool:
    """Whether a shortcode begins in `text` whose end may stand below it."""
    if "{{<" not in text and "{{%" not in text:
        return False
    rest: list[str] = []
    done = 0
    for start, end, shortcode in _shortcodes(text):
        rest.append(text[done:start])
        done = end
        if shortcode.name == "highlight" and not (shortcode.closing or shortcode.inner):
            return True
    between = _COMMENT.sub("", "".join((*rest, text[done:])))
    return "{{<" in between or "{{%" in between


def has_fence(text: str) -> bool:
    """Whether a fence of code opens in `text`."""
    return ("```" in text or "~~~" in text) and _FENCE.search(masked(text)) is not None


def _shortcodes(text: str) -> Iterator[tuple[int, int, Shortcode]]:
    """The shortcodes of `text`, each with where it begins and ends."""
    done = 0
    ends = [end.start() for end in _END_OF_HIGHLIGHT.finditer(text)]
    for tag in _TAG.finditer(text):
        if tag.start() >= done:  # else within a block of code
            shortcode, done = _shortcode(text, tag, ends[-1] if ends else -1)
            yield tag.start(), done, shortcode


def _shortcode(text: str, tag: re.Match[str], last_end: int) -> tuple[Shortcode, int]:
    """The shortcode of `tag`, and where it ends; `last_end` is where the last highlight does."""
    positional: list[str] = []
    named: dict[str, str] = {}
    for match in _PARAMETER.finditer(tag["parameters"].rstrip("/ \t\n")):
        value = match["raw"] or match["bare"] or re.sub(r"\\(.)", r"\1", match["quoted"] or "")
        if match["key"]:
            named[match["key"]] = value
        else:
            positional.append(value)
    name, closing = tag["name"].rstrip("/"), bool(tag["slash"])
    inner, end = "", tag.end()
    if name == "highlight" and not closing and end <= last_end:
        close = _END_OF_HIGHLIGHT.search(text, end)
        assert close is not None
        inner, end = _dedented(text, tag.start(), text[end : close.start()]), close.end()
    source = text[tag.start() : end]
    return Shortcode(source, name, closing, tuple(positional), named, inner), end


def _dedented(text: str, start: int, inner: str) -> str:
    """`inner` without the indent of the line on which the shortcode at `start` begins."""
    indent = text[text.rfind("\n", 0, start) + 1 : start]
    if not indent or not indent.isspace():
        return inner
    return "\n".join(_without_indent(line, len(indent)) for line in inner.split("\n"))


def _without_indent(line: str, width: int) -> str:
    return line[min(width, len(line) - len(line.lstrip(" \t"))) :]
