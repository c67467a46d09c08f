"""What Hugo's own shortcodes print; all others become a labelled chip.

A shortcode of the site's own would need its template, which is a program: none is run.
Source: the templates of Hugo 0.111.3, and of 0.140 for `details`, by what they print.
"""

import html
import re
from collections.abc import Callable, Mapping

from editor.code_colours import code_block
from editor.generators.goldmark.line_numbers import with_line_numbers
from editor.generators.goldmark.links import escape_url
from editor.generators.shortcodes.reading import WORD, WORD_END, Shortcode

_WORDS = re.compile(rf"{WORD}(?P<number>\d+){WORD_END}")
_ALONE_OR_IN_TAG = re.compile(
    rf"<p>{WORD}(?P<alone>\d+){WORD_END}</p>"
    rf"|<[^<>]*{WORD}[^<>]*>|{WORD}(?P<number>\d+){WORD_END}"
)


def put_back(
    markup: str, shortcodes: Mapping[int, Shortcode], markdownify: Callable[[str], str]
) -> str:
    """`markup`, its words replaced by the HTML of the shortcodes.

    `markdownify` gives the HTML of a line of Markdown, without a paragraph around it.
    """

    def replaced(match: re.Match[str]) -> str:
        if number := match["alone"] or match["number"]:
            return _html(_at(shortcodes, number), markdownify)
        return _WORDS.sub(lambda word: _in_attribute(_at(shortcodes, word["number"])), match[0])

    return _ALONE_OR_IN_TAG.sub(replaced, markup) if shortcodes else markup


def _at(shortcodes: Mapping[int, Shortcode], number: str) -> Shortcode:
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
        case "details":
            return _details(shortcode, markdownify)
        case "gist" if shortcode.positional:
            return _gist(*shortcode.positional)
        case "highlight" if not shortcode.closing:
            language = shortcode.first("lang")
            block = code_block(shortcode.inner.strip("\n"), language)
            return with_line_numbers(block, " ".join(shortcode.positional[1:]))
        case "ref" | "relref":
            return html.escape(shortcode.first("path"))
        case "vimeo":
            address = f"https://player.vimeo.com/video/{shortcode.first('id')}"
            return _video(
                shortcode, address, "vimeo video", "webkitallowfullscreen mozallowfullscreen "
            )
        case "youtube":
            autoplay = "?autoplay=1" if _AUTOPLAY.search(shortcode.source) else ""
            address = f"https://www.youtube.com/embed/{shortcode.first('id')}{autoplay}"
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


def _details(shortcode: Shortcode, markdownify: Callable[[str], str]) -> str:
    """Where it begins or where it ends; what lies between is Markdown of the post."""
    if shortcode.closing:
        return "</details>"
    summary = markdownify(shortcode.named.get("summary", "Details"))
    is_open = " open" if shortcode.named.get("open") == "true" else ""
    named = _attributes(shortcode.named, "name", "class", "title")
    return f"<details{named}{is_open}><summary>{summary}</summary>"


def _gist(user: str, number: str = "", *files: str) -> str:
    file = files[0] if len(files) == 1 else ""
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


# The word counts, not the truth value.
_AUTOPLAY = re.compile(r"autoplay\s*=\s*[\"`]true")
# Hugo shows the names of the entities that its typographer sets.
_ENTITIES = {ord(html.unescape(f"&{name};")): f"&{name};" for name in (
    "lsquo", "rsquo", "ldquo", "rdquo", "ndash", "mdash", "hellip", "laquo", "raquo"
)}  # fmt: skip


def _entities(text: str) -> str:
    return text.translate(_ENTITIES)
