"""Will a post be published: whether, at which address, on which day, or why not.

One module for each generator; nothing of a site is executed, and nothing outside of it is read.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from editor.front_matter import read
from editor.problems import PostProblem
from editor.problems.dating import day_of
from editor.problems.finding import find_problems, generator_of, settings_of
from editor.site import Site

from .model import Asked, Publication, Reason, untold

__all__ = ["Publication", "Reason", "publication"]


def publication(
    text: str,
    path: Path | None,
    site: Site,
    *,
    now: datetime | None = None,
    problems: Sequence[PostProblem] | None = None,
) -> Publication:
    """What comes of the post `text` at `path` when its site is built `now`.

    `problems` are those found in it already, where they are known. It reads the site's settings
    and, for Hugo, looks for files beside the post: it is not for the thread of the window.
    """
    front = read(text)
    if path is None:
        return untold(Reason.NOT_SAVED, day_of(front.field("date")))
    now = (now or datetime.now()).astimezone()
    if problems is None:
        problems = find_problems(text, path, site, now.date())
    generator = generator_of(site, front, path, text)
    settings = settings_of(site, generator)
    asked = Asked(text, front, path, Site(site.root, generator), settings, now, problems)
    if site.root is None:
        return _stated(asked)
    match generator:
        case "jekyll":
            from .jekyll import publication as made
        case "hugo":
            from .hugo import publication as made
        case "pelican":
            from .pelican import publication as made
        case _:
            made = _stated
    found = made(asked)
    return replace(found, url=_url(asked.site, found.address))


def _url(site: Site, address: str | None) -> str | None:
    """The whole address of a page; None where the site does not name its own."""
    base = site.base_url
    if address is None or not base.startswith(("http://", "https://")):
        return None
    if site.generator == "hugo":  # its addresses have the site's own part in them
        base = base.removesuffix(site.base_path)
    return base + address


def _stated(asked: Asked) -> Publication:
    """The address that the post of an unknown site states; a pattern such as `/:year/` is none."""
    day = day_of(asked.front.field("date"))
    for key in ("permalink", "url"):
        field = asked.front.field(key)
        written = field.value if field else None
        if isinstance(written, str) and written.startswith("/") and ":" not in written:
            return Publication(None, written, day, Reason.NO_SITE)
    return untold(Reason.NO_SITE, day)
