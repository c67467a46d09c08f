"""How long rendering takes: whole posts and single keys, by dialect and size, in this process and
through the child's pipe.

    python -m tests.benchmarks.rendering [--sizes 6000 100000 …] [--keys 60]

Times are milliseconds, medians of keys; work is what a key takes against the whole post.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from editor.edits import Edit
from editor.generators import GENERATORS
from editor.render_process import RenderProcess
from editor.rendering import Rendering, RenderRequest
from editor.rendering.renderer import Renderer
from tests.benchmarks.documents import post

_SIZES = (6_000, 10_000, 100_000, 1_000_000)
_KINDS = ("plain", "notes", "tags")
_TAG = (
    '{% assign name = "world" %}\n\nHello {{ name }}.\n\n'
    "{% highlight c %}\nint a;\n{% endhighlight %}\n\n"
)

Render = Callable[[RenderRequest, int], Rendering]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=_SIZES)
    parser.add_argument("--dialects", nargs="+", default=list(GENERATORS))
    parser.add_argument("--kinds", nargs="+", default=_KINDS)
    parser.add_argument("--keys", type=int, default=60)
    options = parser.parse_args()
    _print("dialect", "kind", "size", "whole", "key", "p95", "work", "pipe key", "p95", "child MB")
    for dialect in options.dialects:
        for kind in options.kinds:
            for size in options.sizes:
                _print(dialect, kind, size, *_measured(dialect, _text(kind, size), options.keys))


def _text(kind: str, size: int) -> str:
    text = post(size, notes=kind == "notes")
    if kind != "tags":
        return text
    # Ten groups of template tags, spread over the post.
    parts = text.split("\n## ")
    for number in range(1, len(parts), max(1, len(parts) // 10)):
        parts[number] += _TAG
    return "\n## ".join(parts)


def _measured(dialect: str, text: str, keys: int) -> Iterator[str]:
    whole, times = _typed(Renderer().render, dialect, text, keys)
    median = statistics.median(times)
    yield from (f"{whole:.1f}", f"{median:.2f}", f"{_p95(times):.2f}", f"1/{whole / median:.0f}")
    process = RenderProcess(deadline=30)
    try:
        process.start(dialect)
        _, times = _typed(process.render, dialect, text, keys)
        yield from (f"{statistics.median(times):.2f}", f"{_p95(times):.2f}", _memory(process))
    finally:
        process.stop()


def _typed(render: Render, dialect: str, text: str, keys: int) -> tuple[float, list[float]]:
    """What the whole post takes, and what each of so many keys, in words all over it, does."""
    chance = random.Random(1)
    request = RenderRequest(1, text, dialect)
    render(RenderRequest(0, "# Warm\n\nup\n", dialect), -1)
    started = time.perf_counter()
    render(request, -1)
    whole = (time.perf_counter() - started) * 1000
    times = []
    at, revision = 0, 1
    for number in range(keys):
        if number % 10 == 0:  # ten keys at each place
            at = _in_a_word(text, chance.randrange(len(text) // 10, len(text)))
        edit = Edit(at, at, "abcdefghij"[number % 10])
        asked = RenderRequest(revision + 1, None, dialect, since=revision, edits=(edit,))
        started = time.perf_counter()
        render(asked, revision)
        times.append((time.perf_counter() - started) * 1000)
        at, revision = at + 1, revision + 1
    return whole, times


def _in_a_word(text: str, at: int) -> int:
    """A place near `at` in a line of words."""
    while not (text[at - 1].isalpha() and text[at].isalpha() and text[at + 1].isalpha()):
        at -= 1
    return at


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _memory(process: RenderProcess) -> str:
    """What the child has taken at most, in megabytes; Linux alone tells."""
    child = process._child
    status = Path(f"/proc/{child._process.pid}/status") if child else Path()
    if not status.is_file():
        return "?"
    lines = status.read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM"))
    return f"{int(peak.split()[1]) / 1024:.0f}"


def _print(*cells: object) -> None:
    widths = (11, 6, 8, 8, 7, 7, 7, 9, 7, 8)
    line = "".join(str(cell).rjust(width) for cell, width in zip(cells, widths, strict=True))
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
