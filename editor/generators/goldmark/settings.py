"""What a site may say about its Markdown, under `markup.goldmark` in hugo.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

IdStyle = Literal["github", "github-ascii", "blackfriday"]


@dataclass(frozen=True)
class GoldmarkSettings:
    """How a Hugo site reads Markdown. The defaults are Hugo's own.

    https://gohugo.io/getting-started/configuration-markup/#goldmark
    """

    unsafe: bool = False  # whether raw HTML, and links that run scripts, reach the page
    hard_wraps: bool = False  # whether each line end is a break
    typographer: bool = True  # whether quotes are curled, and -- is a dash
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


def goldmark_settings(site: Mapping[str, object]) -> GoldmarkSettings:
    """The settings in `site`, the whole of a Hugo site's settings as its file holds them.

    Hugo takes no notice of upper and lower case in names. What is missing or of the wrong type gets
    its default.
    """
    goldmark = _table(_table(site, "markup"), "goldmark")
    extensions = _table(goldmark, "extensions")
    parser = _table(goldmark, "parser")
    renderer = _table(goldmark, "renderer")
    default = GoldmarkSettings()
    typographer = extensions.get("typographer")
    protocol = extensions.get("linkifyprotocol")
    id_type = parser.get("autoheadingidtype")
    return GoldmarkSettings(
        unsafe=_is(renderer, "unsafe", default.unsafe),
        hard_wraps=_is(renderer, "hardwraps", default.hard_wraps),
        # A table since Hugo 0.112, with a key to disable it.
        typographer=not _is(_table(extensions, "typographer"), "disable", False)
        if isinstance(typographer, Mapping)
        else _is(extensions, "typographer", default.typographer),
        definition_list=_is(extensions, "definitionlist", default.definition_list),
        footnote=_is(extensions, "footnote", default.footnote),
        linkify=_is(extensions, "linkify", default.linkify),
        linkify_protocol=protocol if isinstance(protocol, str) else default.linkify_protocol,
        strikethrough=_is(extensions, "strikethrough", default.strikethrough),
        table=_is(extensions, "table", default.table),
        task_list=_is(extensions, "tasklist", default.task_list),
        auto_heading_id=_is(parser, "autoheadingid", default.auto_heading_id),
        auto_heading_id_type=_id_style(id_type),
        heading_attributes=_is(_table(parser, "attribute"), "title", default.heading_attributes),
    )


def _table(parent: Mapping[str, object], name: str) -> Mapping[str, object]:
    """The table `name` of `parent`, its own names in lower case; empty where there is none."""
    for key, value in parent.items():
        if key.lower() == name and isinstance(value, Mapping):
            return {str(inner).lower(): held for inner, held in value.items()}
    return {}


def _is(table: Mapping[str, object], name: str, default: bool) -> bool:
    value = table.get(name)
    return value if isinstance(value, bool) else default


def _id_style(value: object) -> IdStyle:
    match value:
        case "github-ascii" | "blackfriday":
            return value
        case _:
            return "github"
