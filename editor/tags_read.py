"""The tags and categories of the posts of a blog, read from the disk once until they change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor import files, front_matter
from editor.disk import FileError
from editor.front_matter import FieldError
from editor.library import find_posts
from editor.site import Site
from editor.tag_renaming import Concerned, Term, counted, renamed, terms_of

_HEAD_READ = 65_536  # bytes of a file; what its head says beyond these is not counted
_MOST = 50_000  # posts

_Stamp = tuple[int, int]
_Terms = set[tuple[str, str]]


@dataclass
class TagsRead:
    """What was read of posts, by file. Not for two threads at once."""

    by_path: dict[Path, tuple[_Stamp, _Terms]] = field(default_factory=dict)

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
        for number, path in enumerate(find_posts(folder)):
            if number == _MOST:
                return
            text = opened.get(path.absolute())
            if text is not None:
                yield path, terms_of(front_matter.read(text), site.generator)
            else:
                yield path, self._on_disk(path, site.generator)

    def _on_disk(self, path: Path, generator: str) -> _Terms:
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            known = self.by_path.get(path)
            if known is not None and known[0] == stamp:
                return known[1]
            if not path.is_file():  # to open a pipe would wait for its writer
                return set()
            with path.open("rb") as file:
                start = file.read(_HEAD_READ)
        except OSError:
            return set()
        text = start.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        terms = terms_of(front_matter.read(text), generator)
        self.by_path[path] = (stamp, terms)
        return terms


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
