"""Hugo's shortcodes: those built into Hugo become what they print, all others a labelled chip.

A shortcode of the site's own would need its template, which is a program: none is run.
https://gohugo.io/content-management/shortcodes/
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from editor.code_colours import code_block
from editor.generators.goldmark.links import escape_url

_TAG = re.compile(
    r"\{\{(?P<kind>[<%])\s*+(?P<slash>/\s*+)?(?P<name>[A-Za-z_][\w./-]*+)"
    r'(?P<parameters>(?:[^"`<>%{]|"(?:[^"\\]|\\.)*"|`[^`]*+`|[<>%](?!\}\}))*)[<>%]\}\}'
)
_COMMENT = re.compile(r"\{\{(?P<kind>[<%])/\*(?P<shown>(?:[^*{]|\*(?!/))*)\*/(?P<end>[>%])\}\}")
_END_OF_HIGHLIGHT = re.compile(r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}")
_SUMMARY_END = re.compile(r"(?<!`)<!--more-->(?!`)")
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)
_PARAMETER = re.compile(
    r"(?:(?P<key>[\w-]+)\s*=\s*)?"
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|`(?P<raw>[^`]*)`|(?P<bare>[^\s"`=]+))'
)
# As Hugo does it: a word in the place of each, which Markdown leaves alone.
_WORD = "HAHAHUGOSHORTCODE"
_WORDS = re.compile(rf"{_WORD}(?P<number>\d+)HBHB")
_ALONE_OR_IN_TAG = re.compile(
    rf"<p>{_WORD}(?P<alone>\d+)HBHB</p>|<[^<>]*{_WORD}[^<>]*>|{_WORD}(?P<number>\d+)HBHB"
)


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


def take_out(text: str) -> tuple[str, tuple[Shortcode, ...]]:
    """`text` with a word in the place of each shortcode, and the shortcodes in their order."""
    if _WORD in text or not ("{{<" in text or "{{%" in text or "<!--more-->" in text):
        return text, ()
    found: list[Shortcode] = []

    def word(shortcode: Shortcode) -> str:
        found.append(shortcode)
        return f"{_WORD}{len(found) - 1}HBHB"

    pieces: list[str] = []
    done = 0
    for tag in _TAG.finditer(text):
        if tag.start() < done:  # within a block of code
            continue
        pieces.append(text[done : tag.start()])
        shortcode, done = _shortcode(text, tag)
        pieces.append(word(shortcode))
    pieces.append(text[done:])
    taken = _COMMENT.sub(r"{{\g<kind>\g<shown>\g<end>}}", "".join(pieces))
    fence = _FENCE.search(taken)
    before_code = taken[: fence.start()] if fence else taken
    # The summary's end parts paragraphs, and lists.
    parted = _SUMMARY_END.sub(lambda _: f"\n\n{word(Shortcode(''))}\n\n", before_code)
    return parted + taken[len(before_code) :], tuple(found)


def _shortcode(text: str, tag: re.Match[str]) -> tuple[Shortcode, int]:
    """The shortcode of `tag`, and where it ends."""
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
    if name == "highlight" and not closing and (close := _END_OF_HIGHLIGHT.search(text, end)):
        inner, end = text[end : close.start()], close.end()
    source = text[tag.start() : end]
    return Shortcode(source, name, closing, tuple(positional), named, inner), end


def source_of(text: str, shortcodes: Sequence[Shortcode]) -> str:
    """`text`, its words replaced by the shortcodes as they were written."""
    if _WORD not in text:
        return text
    return _WORDS.sub(lambda word: _at(shortcodes, word["number"]).source, text)


def put_back(
    markup: str, shortcodes: Sequence[Shortcode], markdownify: Callable[[str], str]
) -> str:
    """`markup`, its words replaced by the HTML of the shortcodes.

    `markdownify` gives the HTML of a line of Markdown, without a paragraph around it.
    """

    def replaced(match: re.Match[str]) -> str:
        if number := match["alone"] or match["number"]:
            return _html(_at(shortcodes, number), markdownify)
        return _WORDS.sub(lambda word: _in_attribute(_at(shortcodes, word["number"])), match[0])

    return _ALONE_OR_IN_TAG.sub(replaced, markup) if shortcodes else markup


def _at(shortcodes: Sequence[Shortcode], number: str) -> Shortcode:
    return shortcodes[int(number)]


def _in_attribute(shortcode: Shortcode) -> str:
    if shortcode.name in ("ref", "relref"):  # the address is for the site to say
        return html.escape(escape_url(shortcode.first("path")))
    return html.escape(shortcode.source)


def _html(shortcode: Shortcode, markdownify: Callable[[str], str]) -> str:
    if not shortcode.source:
        return ""
    match shortcode.name:
        case "figure":
            return _figure(shortcode.named, markdownify)
        case "gist" if len(shortcode.positional) > 1:
            return _gist(*shortcode.positional[:3])
        case "highlight" if shortcode.inner:
            language = shortcode.first("lang")
            return code_block(shortcode.inner.strip("\n"), language)
        case "ref" | "relref":
            return html.escape(shortcode.first("path"))
        case "vimeo" if shortcode.first("id"):
            address = f"https://player.vimeo.com/video/{shortcode.first('id')}"
            return _video(
                shortcode, address, "vimeo video", "webkitallowfullscreen mozallowfullscreen "
            )
        case "youtube" if shortcode.first("id"):
            address = f"https://www.youtube.com/embed/{shortcode.first('id')}"
            return _video(shortcode, address, "YouTube Video")
    return chip(shortcode)


def chip(shortcode: Shortcode) -> str:
    """A label with the shortcode's name and its parameters, in the place of what it prints."""
    parameters = [*shortcode.positional, *(f"{k}={v}" for k, v in shortcode.named.items())]
    label = " ".join([f"{'/' * shortcode.closing}{shortcode.name}", *parameters])
    return f'<span class="template-tag">{html.escape(label)}</span>'


def _figure(given: Mapping[str, str], markdownify: Callable[[str], str]) -> str:
    caption, credit = markdownify(given.get("caption", "")), markdownify(given.get("attr", ""))
    alt = given.get("alt") or _entities(re.sub(r"<[^>]*>", "", caption))
    image = f'<img src="{_url(given.get("src", ""))}"'
    image += f' alt="{html.escape(alt)}"' if alt else ""
    image += _attributes(given, "width", "height") + ">"
    if link := given.get("link"):
        image = f'<a href="{_url(link)}"{_attributes(given, "target", "rel")}>{image}</a>'
    legend = ""
    if title := given.get("title"):
        legend += f"<h4>{html.escape(title)}</h4>"
    if caption or credit:
        if address := given.get("attrlink"):
            credit = f' <a href="{_url(address)}">{credit}</a>'
        legend += f"<p>{caption}{credit}</p>"
    legend = f"<figcaption>{legend}</figcaption>" if legend else ""
    return f"<figure{_attributes(given, 'class')}>{image}{legend}</figure>"


def _gist(user: str, number: str, file: str = "") -> str:
    address = f"https://gist.github.com/{user}/{number}.js" + (f"?file={file}" if file else "")
    return f'<script type="application/javascript" src="{_url(address)}"></script>'


def _video(shortcode: Shortcode, address: str, title: str, flags: str = "") -> str:
    title = html.escape(shortcode.named.get("title", title))
    if css_class := shortcode.named.get("class"):
        frame = f'<iframe src="{_url(address)}" {flags}allowfullscreen title="{title}"></iframe>'
        return f'<div class="{html.escape(css_class)}">{frame}</div>'
    return (
        '<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">'
        f'<iframe src="{_url(address)}" style="position: absolute; top: 0; left: 0; width: 100%; '
        f'height: 100%; border:0;" {flags}allowfullscreen title="{title}"></iframe></div>'
    )


def _url(address: str) -> str:
    return html.escape(escape_url(address))


def _attributes(given: Mapping[str, str], *names: str) -> str:
    return "".join(f' {name}="{html.escape(given[name])}"' for name in names if given.get(name))


# Hugo shows the names of the entities that its typographer sets.
_ENTITIES = {ord(html.unescape(f"&{name};")): f"&{name};" for name in (
    "lsquo", "rsquo", "ldquo", "rdquo", "ndash", "mdash", "hellip", "laquo", "raquo"
)}  # fmt: skip


def _entities(text: str) -> str:
    return text.translate(_ENTITIES)
