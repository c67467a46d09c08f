"""The posts of a site that a link can lead to, read from the disk once until they change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from editor import files
from editor.disk import FileError
from editor.library import find_posts
from editor.library.entry import folded
from editor.library.heads import PostHeads
from editor.links import Target
from editor.site import Site
from editor.site_media import OwnAddress

_MOST = 20_000  # posts


@dataclass
class TargetsRead:
    """What was read of posts, by file. Not for two threads at once."""

    heads: PostHeads = field(default_factory=PostHeads)

    def targets(self, site: Site, folder: Path) -> list[Target]:
        """The posts of `site`, without one those in `folder`, the newest first."""
        folder = site.root or folder
        posts = self.heads.read(islice(find_posts(folder), _MOST), folder)
        found = [Target(path, head.title, head.date) for path, head, _ in posts if head]
        return sorted(found, key=lambda one: (one.date, one.path.name), reverse=True)


def address_of(target: Target, site: Site) -> str:
    """The address of a post's page, from the site's root; "" where it cannot be told."""
    from editor.publishing import publication

    try:
        text = files.read(target.path).text
    except FileError:
        return ""
    made = publication(text, target.path, site, problems=())
    return OwnAddress.of(site.settings).without_base(made.address) if made.address else ""


@dataclass(frozen=True)
class Choice:
    """A target as it is looked for: its words without case and accents."""

    target: Target
    title: str
    words: str


def choices(targets: Iterable[Target]) -> list[Choice]:
    """`targets`, made ready to be looked for."""
    return [
        Choice(one, folded(one.title), folded(f"{one.title} {one.path.stem} {one.date}"))
        for one in targets
    ]


def matching(found: Sequence[Choice], typed: str, most: int) -> list[Target]:
    """Those whose titles or names hold all words typed; titles that begin so come first."""
    words = folded(typed).split()
    fit = [one for one in found if all(word in one.words for word in words)]
    if words:
        fit.sort(key=lambda one: not one.title.startswith(words[0]))
    return [one.target for one in fit[:most]]
