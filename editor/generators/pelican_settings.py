"""What `pelicanconf.py` says. It is a program: it is read, and never run.

Source: https://docs.getpelican.com/en/stable/settings.html
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor.generators.dialect import Settings
from editor.generators.settings_files import text_in

_READ = frozenset(
    (
        *("MARKDOWN", "PLUGINS", "PATH", "SITEURL", "TIMEZONE", "WITH_FUTURE_DATES"),
        *("ARTICLE_PATHS", "ARTICLE_EXCLUDES", "PAGE_PATHS", "PAGE_EXCLUDES", "IGNORE_FILES"),
        *(
            f"{kind}_{what}"
            for kind in ("ARTICLE", "ARTICLE_LANG", "DRAFT", "DRAFT_LANG", "PAGE", "PAGE_LANG")
            for what in ("URL", "SAVE_AS")
        ),
        *("DRAFT_PAGE_URL", "DRAFT_PAGE_SAVE_AS"),
        *("SLUG_REGEX_SUBSTITUTIONS", "SLUGIFY_SOURCE", "SLUGIFY_USE_UNICODE"),
        *("SLUGIFY_PRESERVE_CASE", "CATEGORY_REGEX_SUBSTITUTIONS", "AUTHOR_REGEX_SUBSTITUTIONS"),
        *("DEFAULT_LANG", "DEFAULT_CATEGORY", "USE_FOLDER_AS_CATEGORY", "DEFAULT_DATE"),
        *("DEFAULT_METADATA", "FILENAME_METADATA", "PATH_METADATA", "AUTHOR"),
    )
)

# Extensions that are loaded by name: they read no file and open no connection.
_OWN = {
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
    *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "nl2br", "sane_lists", "smarty"),
    *("tables", "toc", "wikilinks"),
}
_PYMDOWNX = {
    *("arithmatex", "betterem", "caret", "critic", "details", "emoji", "escapeall", "extra"),
    *("extrarawhtml", "fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark"),
    *("progressbar", "saneheaders", "smartsymbols", "striphtml", "superfences", "tabbed"),
    *("tasklist", "tilde"),
}


@dataclass(frozen=True)
class MarkdownSettings:
    """The extensions of Python-Markdown that a site turns on; the defaults are Pelican's."""

    extensions: tuple[str, ...] = ("extra", "codehilite")  # by their full names or short ones
    configs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()  # those that the preview does not run


def pelican_programs(root: Path) -> tuple[str, str]:
    """The programs that hold the settings of the Pelican site at `root`; "" where one is missing.

    The second is the one for publishing, which takes over what the first one sets.
    """
    return text_in(root / "pelicanconf.py", root), text_in(root / "publishconf.py", root)


def assigned(program: str) -> Settings:
    """The settings that the editor heeds, as `program` sets them, where they are plain values.

    An address that only the program itself can tell is None.
    """
    try:
        statements = ast.parse(program).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, object] = {}
    for statement in statements:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ) if name in _READ:
                found[name] = _plain(value, depth=0)
    return {
        name: None if value is _NotPlain else value
        for name, value in found.items()
        if value is not _NotPlain or name.endswith("_URL")
    }


class _NotPlain:
    """Stands for what only running the program could tell."""


def _plain(node: ast.expr, depth: int) -> object:
    """The value that `node` writes down; what is no plain value is left out of lists and tables."""
    if depth > 20:
        return _NotPlain
    match node:
        case ast.Dict(keys=keys, values=values):
            pairs = [(key, value) for key, value in zip(keys, values, strict=True) if key]
            read = [(_plain(key, depth + 1), _plain(value, depth + 1)) for key, value in pairs]
            return {
                key: held for key, held in read if isinstance(key, str) and held is not _NotPlain
            }
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords):
            named = [(one.arg, _plain(one.value, depth + 1)) for one in keywords if one.arg]
            return {key: held for key, held in named if held is not _NotPlain}
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            held = [_plain(element, depth + 1) for element in elements]
            return [one for one in held if one is not _NotPlain]
        case ast.Constant(value=str() | int() | float() | bool() | None as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
    return _NotPlain


def markdown_settings(site: Settings) -> MarkdownSettings:
    """The extensions that `site` turns on, and their settings."""
    given = site.get("MARKDOWN")
    if not isinstance(given, Mapping):
        return MarkdownSettings()
    configs = given.get("extension_configs")
    configs = configs if isinstance(configs, Mapping) else {}
    listed = given.get("extensions")
    named = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    names = [name for name in dict.fromkeys([*named, *configs]) if _short(name) != "meta"]
    known = [name for name in names if _is_known(name)]
    return MarkdownSettings(
        tuple(_short(name) for name in known),
        {
            _short(name): {str(key): value for key, value in config.items()}
            for name, config in configs.items()
            if _is_known(name) and isinstance(config, Mapping)
        },
        tuple(name for name in names if not _is_known(name)),
    )


def _short(name: str) -> str:
    """`name` as Python-Markdown finds its own extensions, without the class behind a colon."""
    return name.partition(":")[0].removeprefix("markdown.extensions.")


def _is_known(name: str) -> bool:
    package, _, module = _short(name).rpartition(".")
    return (not package and module in _OWN) or (package == "pymdownx" and module in _PYMDOWNX)
