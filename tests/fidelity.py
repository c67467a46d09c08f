"""How near our rendering comes to the generators' own, over the posts of the corpus.

    python -m tests.fidelity [DIALECT ...] [--posts all|plain|tags] [--repo NAME] [--show N]
                             [--by GENERATOR] [--real FOLDER]

Each post is rendered and compared with the HTML its generator made (`oracle` in the corpus), by the
corpus' own judge, `tools/compare_html.py`: what a reader cannot see does not count. Told are the
share of posts that are the same by repository, the causes of what is left, and how long rendering
took. `plain` posts hold no template tag. `--by pelican` tells how far Python-Markdown would get.
With `--real` the posts are those below FOLDER, and the real Jekyll or Hugo of this machine says
what they should be.
"""

import argparse
import csv
import importlib.util
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from editor.generators import GENERATORS
from editor.post import Post
from editor.rendering import RenderRequest
from editor.rendering.renderer import Renderer, article
from tests.conftest import CORPUS
from tests.real_generators import articles

JUDGE = CORPUS.parent / "tools" / "compare_html.py"
# Where the oracle of a dialect lies; the first that has the post counts.
ORACLES = {"jekyll": ("jekyll", "kramdown"), "hugo": ("hugo",), "hugo-unsafe": ("hugo-unsafe",)}


@dataclass(frozen=True)
class Pair:
    """A post and what its generator made of it."""

    name: str  # REPO/PATH.html
    post: Path
    oracle: Path

    @property
    def text(self) -> str:
        return self.post.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")

    @property
    def has_tags(self) -> bool:
        body = Post.parse(self.text).body
        return "{%" in body or "{{" in body


def pairs(dialect: str, posts: str = "all") -> Iterator[Pair]:
    """The posts of the corpus that have an oracle of this dialect; `posts` as to `main`."""
    with (CORPUS / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        name = f"{row['repo']}/{row['path']}.html"
        for folder in ORACLES[dialect]:
            pair = Pair(
                name,
                CORPUS / "posts" / row["repo"] / row["path"],
                CORPUS / "oracle" / folder / name,
            )
            if pair.oracle.exists():
                if posts == "all" or (posts == "tags") == pair.has_tags:
                    yield pair
                break


def real_pairs(dialect: str, posts: Path, folder: Path) -> Iterator[Pair]:
    """The posts below `posts`, with what the real generator makes of them in `folder`."""
    found = sorted(path for path in posts.rglob("*") if path.suffix in (".md", ".markdown"))
    pairs = [
        Pair(str(path.relative_to(posts)), path, folder / f"{number}.html")
        for number, path in enumerate(found)
    ]
    site = folder / "site"
    site.mkdir()
    for number, html in articles(dialect, [pair.text for pair in pairs], site).items():
        pairs[number].oracle.write_text(html, encoding="utf-8")
    for pair in pairs:
        if pair.oracle.exists():
            yield pair
        else:
            sys.stdout.write(f"the build stops at {pair.name}\n")


def judge() -> ModuleType:
    """The corpus' judge. It needs html5lib; raises ModuleNotFoundError without."""
    spec = importlib.util.spec_from_file_location("compare_html", JUDGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compared(pair: Pair, html: str, compare_html: ModuleType) -> dict[str, Any]:
    """The judge's verdict on `html`."""
    reference = compare_html.tokens(pair.oracle.read_text(encoding="utf-8", errors="replace"))
    verdict: dict[str, Any] = compare_html.compare(reference, compare_html.tokens(html))
    return verdict


def _rendered(text: str, dialect: str) -> str:
    """The article as `dialect` has it: a generator, or `hugo-unsafe`, Hugo with raw HTML."""
    if dialect != "hugo-unsafe":
        return article(text, dialect)
    unsafe = {"markup": {"goldmark": {"renderer": {"unsafe": True}}}}
    hugo = GENERATORS["hugo"]
    made = replace(hugo, dialect=lambda _: hugo.dialect(unsafe))
    rendering = Renderer({"hugo": made}).render(RenderRequest(0, text, "hugo"), base=-1)
    return "\n".join(html for patch in rendering.patches for html in patch.html)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("dialects", nargs="*", default=["jekyll"], metavar="DIALECT")
    parser.add_argument("--posts", choices=("all", "plain", "tags"), default="all")
    parser.add_argument("--repo", default="", help="only repositories whose name holds this")
    parser.add_argument("--show", type=int, default=0, help="posts to show with their difference")
    parser.add_argument("--top", type=int, default=25, help="causes to tell")
    parser.add_argument("--by", default="", help="the generator that renders, if another")
    parser.add_argument("--real", type=Path, metavar="FOLDER", help="posts for a real generator")
    arguments = parser.parse_args()
    compare_html = judge()
    for dialect in arguments.dialects:
        with tempfile.TemporaryDirectory() as folder:
            if arguments.real:
                known = real_pairs(dialect, arguments.real, Path(folder))
            else:
                known = pairs(dialect, arguments.posts)
            found = [pair for pair in known if arguments.repo in pair.name]
            if found:
                by = arguments.by or dialect
                _report(dialect, by, found, compare_html, arguments.show, arguments.top)


def _report(
    dialect: str, by: str, found: list[Pair], compare_html: ModuleType, show: int, top: int
) -> None:
    results, times = [], []
    for pair in found:
        text = pair.text
        before = time.perf_counter()
        html = _rendered(text, by)
        times.append(time.perf_counter() - before)
        results.append((pair.name, compared(pair, html, compare_html)))
    out = sys.stdout
    out.write(f"\n{dialect}\n" if by == dialect else f"\n{dialect}, by {by}\n")
    compare_html.summary(results, top)
    slowest = max(range(len(times)), key=times.__getitem__)
    out.write(
        f"rendering: {sum(times):.1f} s in all, at most {times[slowest]:.2f} s"
        f" ({found[slowest].name})\n"
    )
    different = [(name, result) for name, result in results if result["first"]]
    for name, result in different[:show]:
        cause, reference, test = result["first"]
        out.write(f"\n{name}\n  {cause}\n  generator: {reference}\n  ours:      {test}\n")


if __name__ == "__main__":
    main()
