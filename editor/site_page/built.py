"""Where a site was built."""

from enum import StrEnum, auto
from pathlib import Path

from editor.site import Site

_USUAL = {"jekyll": ("_site",), "hugo": ("public",), "pelican": ("output",)}
_OF_PROGRAMS = {
    "eleventy": ("_site",),
    "astro": ("dist",),
    "mkdocs": ("site",),
    "hexo": ("public",),
}
_ANY = ("_site", "public", "output", "dist", "build", "site")
_SETTINGS = {"jekyll": "destination", "hugo": "publishdir", "pelican": "output_path"}
_SETTINGS_OF_PROGRAMS = {"mkdocs": "site_dir", "hexo": "public_dir"}


class NoPage(StrEnum):
    """Why a post cannot be shown in its site."""

    NO_SITE = auto()  # it lies in none
    NOT_BUILT = auto()  # there is no folder with built pages
    NO_POST_PAGE = auto()  # built, but no page of a post was found there


def built_folder(site: Site) -> Path | None:
    """The folder with the built pages of `site`; None where it was not built.

    A folder outside of the site's root is not looked at, even where its settings name it.
    Sources: https://jekyllrb.com/docs/configuration/options/ (destination),
    https://gohugo.io/getting-started/configuration/#publishdir, OUTPUT_PATH in
    https://docs.getpelican.com/en/latest/settings.html
    """
    if site.root is None:
        return None
    root = site.root.resolve()
    for name in (*_named(site), *_usual(site)):
        try:
            folder = (root / name).resolve()
            if folder != root and folder.is_relative_to(root) and _is_built(folder):
                return folder
        except (OSError, ValueError, RuntimeError):  # a name with a NUL, links in a circle
            continue
    return None


def _named(site: Site) -> tuple[str, ...]:
    name = _SETTINGS_OF_PROGRAMS.get(site.program) or _SETTINGS.get(site.generator, "")
    for key, value in site.settings.items():
        if name and key.lower() == name and isinstance(value, str) and value.strip():
            return (value,)
    return ()


def _usual(site: Site) -> tuple[str, ...]:
    if site.program in _OF_PROGRAMS:
        return _OF_PROGRAMS[site.program]
    return _USUAL.get(site.generator, _ANY)


def _is_built(folder: Path) -> bool:
    return folder.is_dir() and (
        (folder / "index.html").is_file() or next(folder.rglob("*.html"), None) is not None
    )
