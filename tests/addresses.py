"""Are our addresses those of the generators?  `python -m tests.addresses [--show N] [CORPUS]`

Builds sites of the corpus's posts, and of random ones, with the Jekyll and the Hugo of this
machine, in several styles of addresses, and compares what is published, where and on which day. Of
a post's body a word is left: what it says is not asked here.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor import files
from editor.files import FileError
from editor.post import Post
from editor.problems.finding import find_problems
from editor.publishing import publication
from editor.site import find_site
from tests.random_posts import SITES as RANDOM_SITES
from tests.random_posts import odd_site, random_site
from tests.real_addresses import BuildFailed, Found, of_hugo, of_jekyll, of_pelican
from tests.slugs import is_here

CORPUS = Path("../shared/corpus")
_JEKYLL = {
    "date": "",
    "pretty": "permalink: pretty\ntimezone: Europe/Paris\n",
    "ordinal": "permalink: ordinal\ntimezone: Pacific/Auckland\n",
    "weekdate": "permalink: weekdate\n",
    "none": "permalink: none\nfuture: true\n",
    "own": "permalink: /blog/:categories/:short_year-:i_month-:i_day/:slug_:hour:minute/\n"
    "unpublished: true\n",
    "names": "permalink: /:long_month/:long_day/:w_year/:week/:w_day/:short_month/:name.html\n",
    "defaults": "defaults:\n  - scope: {path: '', type: posts}\n    values: {categories: [News]}\n"
    "  - scope: {path: _posts/2016}\n"
    "    values: {permalink: '/:year/:slugified_categories/:title'}\n",
}
_COLLECTIONS = (
    "collections:\n  articles: {output: true}\n  docs: {output: true, permalink: /d/:path/}\n"
)
_HUGO = {
    "plain": "",
    "date": '[permalinks]\npost = "/:year/:month/:day/:slug/"\nblog = "/:year/:monthname/:title/"\n'
    'postmortems = "/:weekday/:weekdayname/:yearday/:filename/"\n',
    "ugly": "uglyURLs = true\n",
    "accents": 'removePathAccents = true\nbaseURL = "https://example.org/sub/"\n'
    "buildDrafts = true\n",
    "case": "disablePathToLower = true\nbuildFuture = true\nbuildExpired = true\n",
    "names": '[frontmatter]\ndate = [":filename", ":default"]\n[permalinks]\n'
    'blog = "/:sections/:slugorfilename"\npost = "/:section/:title"\n',
}
_HUGO_BASE = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
_STYLES: Mapping[str, Mapping[str, str]] = {"jekyll": _JEKYLL, "hugo": _HUGO, "pelican": {}}
_JUDGES = {"jekyll": of_jekyll, "hugo": of_hugo, "pelican": of_pelican}
_SETTINGS = {"jekyll": "_config.yml", "hugo": "hugo.toml"}


@dataclass(frozen=True)
class Difference:
    """A file of which generator and editor say something else."""

    style: str
    path: str
    theirs: object
    ours: object


def corpus_files(corpus: Path, generator: str) -> Iterator[tuple[str, str, bytes]]:
    """Repository, path and bytes of the corpus's posts, with a word as body."""
    with (corpus / "index.tsv").open(encoding="utf-8") as index:
        for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["generator"] != generator or row["path"].startswith("_history"):
                continue
            file = corpus / "posts" / row["repo"] / row["path"]
            name = row["path"].rpartition("__")[2] if row["repo"] == "derived" else row["path"]
            if row["repo"] == "derived":
                kind = row["path"].partition("/")[0]
                folder = f"{kind}/_posts" if generator == "jekyll" else f"content/{kind}"
                name = f"{folder}/{name.rpartition('/')[2]}"
            yield row["repo"], name, without_body(file)


def without_body(file: Path) -> bytes:
    """The bytes of a post with a word as its body; without a head, all but its template tags."""
    content = file.read_bytes()
    bom = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    text = content.removeprefix(bom).decode("latin-1").replace("\r\n", "\n")
    head = Post.parse(text).head.encode("latin-1")
    if not head:
        return content.replace(b"{%", b"(%").replace(b"{{", b"((")
    return bom + (head.replace(b"\n", b"\r\n") if b"\r\n" in content else head) + b"A word.\n"


def compare(
    generator: str, style: str, root: Path, *, now: datetime | None = None
) -> tuple[int, list[Difference]]:
    """How many files of the site are published, and the differences of all. Files go that fail."""
    found, failed = _build(generator, root)
    differences = []
    for path in _posts(root):
        theirs = found.get(path)
        try:
            stored = files.read(path)
        except FileError:
            continue
        site = find_site(path, stored.text)
        problems = find_problems(stored.text, path, site, stored=stored)
        made = publication(stored.text, path, site, now=now, problems=problems)
        ours = (made.address, str(made.day) if made.day else None) if made.is_published else None
        if made.is_published is None:
            ours = ("the build fails", str(made.day) if made.day else None)
        if path.stem == "_index" and theirs:  # a section's day is that of its newest page
            theirs = (theirs[0], None)
        if theirs and theirs[1] is None and ours:  # the day of a page is nobody's concern
            ours = (ours[0], None)
        if theirs != ours:
            name = path.relative_to(root).as_posix()
            differences.append(Difference(style, name, theirs, ours or made.reason))
    for path, text in failed.items():
        path.write_bytes(text)
        stored = files.read(path)
        site = find_site(path, stored.text)
        problems = find_problems(stored.text, path, site, stored=stored)
        made = publication(stored.text, path, site, now=now, problems=problems)
        if made.is_published is not None:
            name = path.relative_to(root).as_posix()
            differences.append(Difference(style, name, "the build fails", made))
        path.unlink()
    return len(found), differences


def _posts(root: Path) -> list[Path]:
    return sorted(
        path
        for path in root.rglob("*")
        if path.is_file()
        and not {"_site", "public", "layouts", "resources", "output", "__pycache__"}
        & set(path.relative_to(root).parts)
        and path.name not in ("_config.yml", "hugo.toml", ".hugo_build.lock", "pelicanconf.py")
    )


def _build(generator: str, root: Path) -> tuple[Found, dict[Path, bytes]]:
    """What is published, and the files at which the build stops, which are taken away."""
    failed: dict[Path, bytes] = {}
    while True:
        try:
            return _JUDGES[generator](root), failed
        except BuildFailed as failure:
            message = str(failure)
            named = [path for path in _posts(root) if path.relative_to(root).as_posix() in message]
            named += [path for path in _posts(root) if path.name in message]
            if not named:
                raise
            failed[named[0]] = named[0].read_bytes()
            named[0].unlink()


def build_corpus(
    generator: str, corpus: Path, styles: Mapping[str, str] | None = None, most: int = 1000
) -> Iterator[tuple[str, int, list[Difference]]]:
    """For each of as many as `most` repositories and style what is published, and what differs."""
    repositories: dict[str, list[tuple[str, bytes]]] = {}
    for repository, name, content in corpus_files(corpus, generator):
        repositories.setdefault(repository, []).append((name, content))
    for repository, members in list(repositories.items())[:most]:
        for style, settings in (styles or _STYLES[generator]).items():
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder).resolve()
                base = _COLLECTIONS if generator == "jekyll" else ""
                text = base + settings if generator == "jekyll" else settings
                if generator == "hugo":
                    text = _HUGO_BASE + text
                (root / _SETTINGS[generator]).write_text(text)
                for name, content in members:
                    (root / name).parent.mkdir(parents=True, exist_ok=True)
                    (root / name).write_bytes(content)
                published, differences = compare(generator, style, root)
                yield repository, published, differences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--only", choices=tuple(_STYLES))
    parser.add_argument("--random", type=int, default=5, help="random sites of each kind")
    arguments = parser.parse_args()
    for generator in [arguments.only] if arguments.only else list(_STYLES):
        if not is_here(generator):
            sys.stdout.write(f"{generator}: not on this machine\n")
            continue
        published, differences = 0, []
        for _, count, found in build_corpus(generator, arguments.corpus):
            published += count
            differences += found
        if published:
            _tell(f"{generator}, corpus", published, differences, arguments.show)
        if generator != "pelican":
            with tempfile.TemporaryDirectory() as folder:
                odd_site(generator, Path(folder).resolve())
                found = compare(generator, "odd", Path(folder).resolve())
            _tell(f"{generator}, odd heads", *found, arguments.show)
        published, differences = 0, []
        for seed in range(arguments.random if generator in RANDOM_SITES else 0):
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder).resolve()
                random_site(generator, root, seed)
                count, found = compare(generator, f"seed {seed}", root)
            published += count
            differences += found
        _tell(f"{generator}, random", published, differences, arguments.show)


def _tell(what: str, published: int, differences: list[Difference], shown: int) -> None:
    share = 100 * (1 - len(differences) / max(published, 1))
    sys.stdout.write(f"{what}: {published} published, {len(differences)} differ ({share:.2f} %)\n")
    for one in differences[:shown]:
        sys.stdout.write(f"  {one.style} {one.path}\n    {one.theirs}\n    {one.ours}\n")


if __name__ == "__main__":
    main()
