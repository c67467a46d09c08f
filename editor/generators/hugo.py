"""Hugo: its Markdown is goldmark's."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from editor.generators.dialect import (
    BuildWarning,
    Delimiters,
    Dialect,
    Expanded,
    Generator,
    Settings,
)
from editor.generators.goldmark.settings import (
    GoldmarkSettings,
    goldmark_settings,
    markdown_handler,
    table,
)
from editor.generators.settings_files import merged, settings_in
from editor.post import Post

_ENDINGS = ("toml", "yaml", "yml", "json")
_OMITTED = "<!-- raw HTML omitted -->"
_MATH = frozenset(("katex", "latex", "math", "mathjax"))  # what themes call the switch


def _goldmark(settings: Settings) -> Dialect:
    return hugo_dialect(goldmark_settings(settings))


def hugo_dialect(settings: GoldmarkSettings) -> Dialect:
    """The dialect of a site with these settings."""
    from editor.generators.goldmark.dialect import Goldmark

    return Goldmark(settings)


def hugo_settings(root: Path) -> Settings:
    """The settings of the Hugo site at `root`: of its first file, and of its folders of files.

    Source: https://gohugo.io/getting-started/configuration/
    """
    names = [f"{name}.{ending}" for name in ("hugo", "config") for ending in _ENDINGS]
    first = next((name for name in names if (root / name).is_file()), None)
    found: Settings = settings_in(root / first, root) if first else {}
    for folder in ("_default", "production"):
        for name, settings in _in_folder(root / "config" / folder, root):
            found = merged(found, settings if name in ("hugo", "config") else {name: settings})
    return found


def _in_folder(folder: Path, root: Path) -> list[tuple[str, Mapping[str, object]]]:
    """The settings in the files of `folder`, each with the file's name without its ending."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix[1:] in _ENDINGS)
    except OSError:
        return []
    return [(file.stem.lower(), settings_in(file, root)) for file in files[:_MOST_FILES]]


_MOST_FILES = 30


def _run_shortcodes(
    post: Post, settings: Settings, path: Path | None, root: Path | None
) -> Expanded | None:
    if "{{<" not in post.body and "{{%" not in post.body:
        return None
    from editor.generators.shortcodes.running import run

    return run(post.body, post.values, settings, path, root)


def _warnings(settings: Settings) -> Sequence[BuildWarning]:
    """That another engine is asked for."""
    engine = markdown_handler(settings)
    if engine == "goldmark":
        return []
    return [BuildWarning("markdown-engine", -1, engine[:100], fails=False)]


def _block_warnings(html: str) -> Sequence[BuildWarning]:
    """That raw HTML is left out."""
    return [BuildWarning("raw-html", 0, "", fails=False)] if _OMITTED in html else []


def _formulas(post: Post, settings: Settings) -> Sequence[Delimiters]:
    """Those of MathJax and KaTeX, where the post or the site says in a theme's words to draw.

    Hugo itself leaves formulas as text.
    """
    if "$" not in post.body and "\\" not in post.body:
        return ()
    own = {key.lower(): value for key, value in post.values.items()}
    site = table(settings, "params")
    said = [fields[key] for fields in (own, site) for key in sorted(_MATH) if key in fields]
    if not said or said[0] in (False, None, "", "false"):
        return ()
    from editor.generators.formulas import DOLLARS

    return DOLLARS


HUGO = Generator(
    "hugo",
    "Hugo",
    "goldmark",
    _goldmark,
    hugo_settings,
    _run_shortcodes,
    warnings=_warnings,
    block_warnings=_block_warnings,
    formulas=_formulas,
)
