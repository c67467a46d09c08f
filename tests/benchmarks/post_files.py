"""How long it takes to look at a site before a post is made, published or renamed.

    python -m tests.benchmarks.post_files [--posts 10000] [--links 100]

All but "the path, at a key" is done by another thread than the window's. Times are milliseconds.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from editor.post_files.manner import manner_of
from editor.post_files.new_post import new_post, path_of_new
from editor.post_files.publishing import publish
from editor.post_files.renaming_posts import rename
from editor.site import find_site
from tests.benchmarks.documents import post

_SIZE = 6_000  # characters of a post


def main() -> None:
    """Measure, and print a line for each step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--links", type=int, default=100, help="posts that link to the renamed one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure(_site(Path(folder), options.posts, options.links))


def _measure(root: Path) -> None:
    now, one = datetime.now(UTC), root / "_posts/2009-01-01-post-0.md"
    site = find_site(one)
    manner = manner_of(site, one.parent, one)
    _tell("how the site keeps its posts", lambda: manner_of(site, one.parent, one))
    moment = manner.local(now)
    _tell("the path, at a key", lambda: path_of_new(manner, "L'excès", moment, draft=False))
    _tell("a new post", lambda: new_post(manner, "L'excès", now))
    _tell("publish a draft", lambda: publish(manner, root / "_drafts/later.md", now))
    _tell("rename, all links found", lambda: rename(manner, one, "2009-01-01-first"))


def _tell(step: str, work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    sys.stdout.write(f"{step:30} {1000 * (time.perf_counter() - began):8.1f}\n")


def _site(root: Path, posts: int, links: int) -> Path:
    (root / "_posts").mkdir()
    (root / "_drafts").mkdir()
    (root / "_config.yml").write_text("permalink: /:year/:month/:day/:title/\n")
    (root / "_drafts/later.md").write_text("---\nlayout: post\ntitle: Later\n---\n")
    body = post(_SIZE)
    for number in range(posts):
        day = f"{2009 + number % 16}-{1 + number % 12:02}-{1 + number % 28:02}"
        head = f"---\nlayout: post\ntitle: Post {number}\ndate: {day}\ntags: [a]\n---\n\n"
        link = "[0]({% post_url 2009-01-01-post-0 %})\n" if 0 < number <= links else ""
        (root / f"_posts/{day}-post-{number}.md").write_text(head + body + link)
    return root


if __name__ == "__main__":
    main()
