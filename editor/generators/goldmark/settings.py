"""What a site may say about its Markdown, under `markup` in hugo.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

IdStyle = Literal["github", "github-ascii", "blackfriday"]


@dataclass(frozen=True)
class GoldmarkSettings:
    """How a Hugo site reads Markdown. The defaults are Hugo's own.

    https://gohugo.io/getting-started/configuration-markup/#goldmark
    """

    unsafe: bool = False  # whether raw HTML, and links that run scripts, reach the page
    hard_wraps: bool = False  # whether each line end is a break
    xhtml: bool = False  # <br /> and not <br>
    typographer: bool = True  # whether quotes are curled, and -- is a dash
    symbols: Mapping[str, str] = field(default_factory=dict)  # the typographer's own, by its names
    definition_list: bool = True
    footnote: bool = True
    linkify: bool = True  # whether bare addresses are links
    linkify_protocol: str = "https"  # of an address that begins with www.
    strikethrough: bool = True
    table: bool = True
    task_list: bool = True
    auto_heading_id: bool = True
    auto_heading_id_type: IdStyle = "github"
    heading_attributes: bool = True  # {#id .class} behind a heading
    block_attributes: bool = False  # and below other blocks
    wrap_image: bool = True  # an image alone in a paragraph stays in it
    colours_code: bool = True  # in fences with a language


def goldmark_settings(site: Mapping[str, object]) -> GoldmarkSettings:
    """The settings in `site`, the whole of a Hugo site's settings as its file holds them.

    Hugo takes no notice of upper and lower case in names. What is missing or of the wrong type gets
    its default.
    """
    markup = table(site, "markup")
    goldmark = table(markup, "goldmark")
    extensions = table(goldmark, "extensions")
    parser = table(goldmark, "parser")
    renderer = table(goldmark, "renderer")
    attributes = table(parser, "attribute")
    default = GoldmarkSettings()
    protocol = extensions.get("linkifyprotocol")
    is_typographic, symbols = _typographer(extensions)
    return GoldmarkSettings(
        unsafe=_is(renderer, "unsafe", default.unsafe),
        hard_wraps=_is(renderer, "hardwraps", default.hard_wraps),
        xhtml=_is(renderer, "xhtml", default.xhtml),
        typographer=is_typographic,
        symbols=symbols,
        definition_list=_is(extensions, "definitionlist", default.definition_list),
        footnote=_is(extensions, "footnote", default.footnote),
        linkify=_is(extensions, "linkify", default.linkify),
        linkify_protocol=protocol if isinstance(protocol, str) else default.linkify_protocol,
        strikethrough=_is(extensions, "strikethrough", default.strikethrough),
        table=_is(extensions, "table", default.table),
        task_list=_is(extensions, "tasklist", default.task_list),
        auto_heading_id=_is(parser, "autoheadingid", default.auto_heading_id),
        auto_heading_id_type=_id_style(parser.get("autoheadingidtype")),
        heading_attributes=_is(attributes, "title", default.heading_attributes),
        block_attributes=_is(attributes, "block", default.block_attributes),
        wrap_image=_is(parser, "wrapstandaloneimagewithinparagraph", default.wrap_image),
        colours_code=_is(table(markup, "highlight"), "codefences", default.colours_code),
    )


def markdown_handler(site: Mapping[str, object]) -> str:
    """The name of the engine that reads a site's Markdown."""
    named = table(site, "markup").get("defaultmarkdownhandler")
    return named if isinstance(named, str) and named else "goldmark"


def table(parent: Mapping[str, object], name: str) -> Mapping[str, object]:
    """The table `name` of `parent`, its own names in lower case; empty where there is none."""
    for key, value in parent.items():
        if key.lower() == name and isinstance(value, Mapping):
            return {str(inner).lower(): held for inner, held in value.items()}
    return {}


def _typographer(extensions: Mapping[str, object]) -> tuple[bool, Mapping[str, str]]:
    """Whether it is on, and the signs that the site changes: a table since Hugo 0.112."""
    given = extensions.get("typographer")
    if not isinstance(given, Mapping):
        return given is not False, {}
    names = table(extensions, "typographer")
    symbols = {key: unescape(value) for key, value in names.items() if isinstance(value, str)}
    return not _is(names, "disable", False), symbols


def _is(parent: Mapping[str, object], name: str, default: bool) -> bool:
    value = parent.get(name)
    if isinstance(value, str):
        return _WORDS.get(value, default)
    return value if isinstance(value, bool) else default


# As Go reads them.
_WORDS = {
    **dict.fromkeys(("1", "t", "T", "TRUE", "true", "True"), True),
    **dict.fromkeys(("0", "f", "F", "FALSE", "false", "False"), False),
}


def _id_style(value: object) -> IdStyle:
    match value:
        case "github-ascii" | "blackfriday":
            return value
        case _:
            return "github"
