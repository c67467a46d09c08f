"""How a site's posts write their images, and so how a new one is written, and where it is kept.

Learned from the images of the newest posts; without any, as the generator's own guide has it.
"""

import html
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

from editor.post import Post, slug
from editor.references import Kind, Reference, references
from editor.site import Site
from editor.site_media import OwnAddress, plain_path, site_folders

_MARK = re.compile(r"[{|](?:static|attach|filename)[}|]")
_IN_MARKDOWN = re.compile(r"\]\([ \t]*\n?[ \t]*<?\Z")
_IN_SHORTCODE = re.compile(r"\{\{(?P<sign>[<%])\s*(?P<name>\w+)\b[^{}]*\Z")
_BUNDLE = ("index", "_index")


@dataclass(frozen=True, slots=True)
class ImageHabit:
    """The way of a site with its images."""

    folder: str | None  # the address of the folder, "/assets/{year}", "" for beside the post
    before: str = ""  # what stands before an image's path: `{{ site.baseurl }}`, `{{ "`
    after: str = ""  # what stands behind it: `" | relative_url }}`
    notation: str = "markdown"  # or "html", or `< figure`, a shortcode with its sign


@dataclass(frozen=True, slots=True)
class ImagePlace:
    """Where the images of one post go, and how they are written."""

    folder: Path
    habit: ImageHabit
    address: str  # of the folder, as it is written: "/assets/2024", or "" for beside the post

    def written(self, name: str, alt: str) -> str:
        """The image in the file `name` of the folder, as the source of the post."""
        path = posixpath.join(self.address, quote(name)) if self.address else quote(name)
        return markup(self.habit, path, alt)


def learn(posts: Iterable[tuple[Path, str]], site: Site, own: OwnAddress) -> ImageHabit | None:
    """What most images of `posts`, the newest first, have in common; None without any."""
    ways = Counter(way for path, text in posts for way in _ways(path, text, site, own))
    return ways.most_common(1)[0][0] if ways else None


def _ways(path: Path, text: str, site: Site, own: OwnAddress) -> Iterator[ImageHabit]:
    for reference in references(text):
        if reference.kind is Kind.IMAGE:
            way = _way(reference, path, text, site, own)
            if way is not None:
                yield way


def _way(
    reference: Reference, path: Path, text: str, site: Site, own: OwnAddress
) -> ImageHabit | None:
    written = reference.address
    named = plain_path(written, own)
    if named is None:
        return None
    named = _MARK.sub("", named)
    before, found, after = written.rpartition(named)
    is_beside = not named.startswith("/")
    if not found or (
        is_beside and path.stem not in _BUNDLE and site.root is not None and not before
    ):
        return None  # relative to the page's address, which is not the file's
    folder = "" if is_beside else _pattern(posixpath.dirname(named), path, text)
    if is_beside and posixpath.dirname(named):
        folder = posixpath.dirname(named)
    return ImageHabit(folder, before, after, _notation(text, reference.start))


def _notation(text: str, start: int) -> str:
    before = text[max(0, start - 2_000) : start]
    if _IN_MARKDOWN.search(before):
        return "markdown"
    if shortcode := _IN_SHORTCODE.search(before):
        return f"{shortcode['sign']} {shortcode['name']}"
    return "markdown" if re.search(r"\]:[ \t]*<?\Z", before) else "html"


def _pattern(folder: str, path: Path, text: str) -> str:
    """`folder` with names in the place of what is this post's alone: its slug, its year."""
    parts = _parts_of(path, text)
    names = {value: f"{{{name}}}" for name, value in reversed(parts.items())}
    pieces = folder.split("/")
    has_year = parts.get("year") in pieces
    return "/".join(
        names.get(piece, piece) if has_year or piece == parts["slug"] else piece for piece in pieces
    )


def _parts_of(path: Path, text: str) -> dict[str, str]:
    name = path.parent.name if path.stem in _BUNDLE else path.name
    parts = {"slug": slug(name)}
    day = Post.parse(text).day(path.name)
    return parts | (_parts_of_day(day) if day is not None else {})


def _parts_of_day(day: date) -> dict[str, str]:
    return {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}


def usual(site: Site, post: Path, own: OwnAddress) -> ImageHabit:
    """What the generator's own guide says, for a site whose posts have no images yet."""
    folders = site.folders
    if folders is None or (site.generator == "hugo" and post.stem in _BUNDLE):
        return ImageHabit("")
    try:
        address = "/" + folders.images.relative_to(folders.files).as_posix()
    except ValueError:
        return ImageHabit("")
    if site.generator == "pelican":
        return ImageHabit(address, "{static}")
    if site.generator == "jekyll" and own.base:
        return ImageHabit(address, '{{ "', '" | relative_url }}')
    return ImageHabit(address)


def in_folder(
    habit: ImageHabit | None, folder: str, site: Site, post: Path, own: OwnAddress
) -> ImageHabit | None:
    """`habit`, with new images in `folder`, given as addresses have it; "" leaves it as it is."""
    if not folder:
        return habit
    usually = usual(site, post, own)
    wished = habit if habit is not None and (habit.folder or "").startswith("/") else usually
    return replace(wished, folder=folder) if usually.folder else habit


def place_of(
    habit: ImageHabit | None, site: Site, post: Path, text: str, own: OwnAddress
) -> ImagePlace:
    """Where a new image of the post `text`, at `post`, is kept, and how it is written there."""
    plain = usual(site, post, own)
    habit = habit or plain
    if plain.folder == "":  # a bundle keeps its own images, and so does a post without a site
        habit = ImageHabit("", notation=habit.notation)
    parts = {
        "year": f"{date.today():%Y}",
        "month": f"{date.today():%m}",
        "day": f"{date.today():%d}",
    }
    parts |= _parts_of(post, text)
    address = re.sub(r"\{(\w+)\}", lambda name: parts.get(name[1], name[0]), habit.folder or "")
    if not address.startswith("/"):
        return ImagePlace(post.absolute().parent / address, habit, address)
    served = site_folders(site)
    inside = address.strip("/")
    first = inside.partition("/")[0]
    folder = next((one for one in served if first and (one / first).is_dir()), served[0])
    return ImagePlace(folder / inside, habit, address)


def address_in(file: Path, place: ImagePlace, site: Site, post: Path) -> str | None:
    """The address, as `place` writes one, of a file that the site serves already, else None."""
    real = file.resolve()
    folder = post.absolute().parent.resolve()
    if place.address == "" and real.is_relative_to(folder):
        return quote(real.relative_to(folder).as_posix())
    for served in site_folders(site):
        if real.is_relative_to(served.resolve()) and place.address.startswith("/"):
            return "/" + quote(real.relative_to(served.resolve()).as_posix())
    return None


def markup(habit: ImageHabit, path: str, alt: str) -> str:
    """The source of an image with the address `path` in the site."""
    address = f"{habit.before}{path}{habit.after}"
    alt = " ".join(alt.split())
    if habit.notation == "markdown":
        told = re.sub(r"([\[\]\\])", r"\\\1", alt)
        return f"![{told}]({address})"
    if habit.notation == "html":
        quoted = f"'{address}'" if '"' in address else f'"{address}"'
        return f'<img src={quoted} alt="{html.escape(alt)}">'
    sign, _, name = habit.notation.partition(" ")
    end = {"<": ">", "%": "%"}[sign]
    told = alt.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{{{{sign} {name} src="{address}" alt="{told}" {end}}}}}'
