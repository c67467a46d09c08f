"""Where our kramdown and the real one part, each difference made as short as it goes.

    python -m tests.kramdown_differences [FILE|FOLDER ...] [--seconds N] [--seed N]

The posts in FILE and FOLDER are compared whole; then, for N seconds, posts that chance writes and
lines of those posts in new orders. It needs `ruby` with Jekyll 4 (Debian: `apt install jekyll`) and
the corpus' judge, see `tests.fidelity`.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import IO

from editor.generators.kramdown import Kramdown
from editor.post import Post
from tests.fidelity import judge
from tests.random_markdown import Writer

_ENDINGS = (".md", ".markdown", ".mkd")
_LONGEST = 2_000  # characters; a longer text is not made shorter letter by letter


class RealKramdown:
    """Jekyll's Markdown, in a process of its own."""

    def __init__(self) -> None:
        script = Path(__file__).parent / "real_kramdown.rb"
        process = subprocess.Popen(
            ["ruby", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._to: IO[str] = process.stdin
        self._from: IO[str] = process.stdout

    def html(self, text: str) -> str:
        self._to.write(json.dumps(text) + "\n")
        self._to.flush()
        html: str = json.loads(self._from.readline())[0]
        return html


def our_html(text: str) -> str:
    return Kramdown().render(text)


class Comparison:
    """Tells whether a text comes out the same, to a reader."""

    def __init__(self, real: RealKramdown, compare_html: ModuleType) -> None:
        self._real, self._judge = real, compare_html

    def differs(self, text: str) -> bool:
        theirs = self._judge.tokens(self._real.html(text))
        return not self._judge.compare(theirs, self._judge.tokens(our_html(text)))["identical"]

    def shortest(self, text: str) -> str:
        """A part of `text`, which differs, that still does: lines, then letters taken away."""
        text = "".join(_reduced(re.findall(r"[^\n]*\n|[^\n]+", text), self.differs))
        return "".join(_reduced(list(text), self.differs)) if len(text) < _LONGEST else text

    def told(self, text: str) -> str:
        return f"{text!r}\n  kramdown {self._real.html(text)!r}\n  ours     {our_html(text)!r}\n"


def _reduced(parts: list[str], differs: Callable[[str], bool]) -> list[str]:
    """`parts` without those that the difference does without: halves first, then ever less."""
    size = len(parts) // 2
    while size:
        at = 0
        while at < len(parts):
            fewer = parts[:at] + parts[at + size :]
            if differs("".join(fewer)):
                parts = fewer
            else:
                at += size
        size //= 2
    return parts


def bodies(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The bodies of the posts in these files and folders."""
    for path in paths:
        inner = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inner:
            if file.is_file() and (file == path or file.suffix in _ENDINGS):
                text = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
                yield file, Post.parse(text).body


def spliced(lines: Sequence[str], chance: random.Random) -> str:
    """A few of `lines`, some indented and some behind a blank one."""
    chosen = chance.choices(lines, k=chance.randint(1, 6)) if lines else []
    return "".join(chance.choice(("", "", "  ", "- ", "> ", "\n")) + line + "\n" for line in chosen)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|FOLDER")
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    comparison = Comparison(RealKramdown(), judge())
    lines: list[str] = []
    count = different = 0
    for file, body in bodies(arguments.paths):
        lines += (line for line in body.split("\n") if line.strip())
        count += 1
        if comparison.differs(body):
            different += 1
            sys.stdout.write(f"{file}\n{comparison.told(comparison.shortest(body))}")
    if count:
        sys.stdout.write(f"{count - different} of {count} posts are the same\n")
    chance, writer = random.Random(arguments.seed), Writer(arguments.seed)
    tried, found, until = 0, set[str](), time.monotonic() + arguments.seconds
    while time.monotonic() < until:
        text = spliced(lines, chance) if lines and tried % 2 else writer.post()
        tried += 1
        if comparison.differs(text) and (short := comparison.shortest(text)) not in found:
            found.add(short)
            sys.stdout.write(comparison.told(short))
    if tried:
        sys.stdout.write(f"{tried} texts written by chance, {len(found)} differences\n")


if __name__ == "__main__":
    main()
