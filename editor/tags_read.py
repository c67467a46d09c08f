"""The tags and categories of the posts of a blog, read from the disk once until they change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from editor import files, front_matter
from editor.disk import FileError
from editor.front_matter import FieldError
from editor.library import find_posts
from editor.library.heads import PostHeads
from editor.site import Site
from editor.tag_renaming import Concerned, Term, counted, named_in, renamed, terms_of

_MOST = 50_000  # posts

_Terms = set[tuple[str, str]]


@dataclass
class TagsRead:
    """What was read of posts, by file. Not for two threads at once."""

    heads: PostHeads = field(default_factory=PostHeads)

    def terms(self, site: Site, folder: Path, opened: Mapping[Path, str]) -> list[Term]:
        """The terms of all posts below `folder`; `opened` are texts that the disk has not."""
        return counted(terms for _, terms in self._posts(site, folder, opened))

    def concerned(
        self, site: Site, folder: Path, opened: Mapping[Path, str], term: Term, new: str
    ) -> list[Concerned]:
        """The posts that have `term`, each with what it comes to if it is called `new`."""
        found = []
        for path, terms in self._posts(site, folder, opened):
            if (term.group, term.name) not in terms:
                continue
            text = opened.get(path)
            if text is None:
                try:
                    text = files.read(path).text
                except FileError:
                    continue
            found.append(_concerned(path, text, term, new, site.generator))
        return found

    def _posts(
        self, site: Site, folder: Path, opened: Mapping[Path, str]
    ) -> Iterator[tuple[Path, _Terms]]:
        posts = islice(find_posts(folder), _MOST)
        for path, head, _ in self.heads.read(posts, folder):
            text = opened.get(path.absolute())
            if text is not None:
                yield path, terms_of(named_in(front_matter.read(text)), site.generator)
            elif head is not None:
                yield path, terms_of(head.taught.named, site.generator)


def _concerned(path: Path, text: str, term: Term, new: str, generator: str) -> Concerned:
    title = front_matter.read(text).field("title")
    shown = title.shown if title and isinstance(title.shown, str) else ""
    if not new or new == term.name:
        return Concerned(path, shown, text)
    try:
        edits = tuple(renamed(text, term, new, generator))
    except FieldError as error:
        return Concerned(path, shown, text, refusal=error)
    return Concerned(path, shown, text, edits)
