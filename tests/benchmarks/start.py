"""Seconds from the start of the program to the text and to the preview on the screen; memory.

    python -m tests.benchmarks.start [--sizes 6000 …] [--rounds N]

Each round starts the real program (`python -m editor FILE`) and the thinnest window that could do
the work (`floor`, with HTML made beforehand) as processes of their own, in turn. Processor time is
that of the window's process alone: unlike the clock it hardly depends on what else the machine
does. Memory is the largest sum of proportional set sizes over the tree of processes (Linux only),
in rounds of their own: to read it keeps the processes waiting.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from editor.post import Post
from editor.rendering import RenderRequest
from editor.rendering.renderer import Renderer
from tests.benchmarks import documents

_FIGURES = ("text, s", "its processor time, s", "preview, s", "its processor time, s")
_ROUNDS_OF_MEMORY = 3


def main() -> int:
    """Measure, and print two lines for each post: medians, then the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[6_000, 100_000, 1_000_000])
    parser.add_argument("--file", type=Path, help="measure this post alone")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "_config.yml").touch()
        paths = [options.file] if options.file else []
        for size in options.sizes if not options.file else []:
            paths.append(Path(folder) / f"2020-01-01-{size}.md")
            paths[-1].write_text(documents.post(size), encoding="utf-8")
        for path in paths:
            _compare(path, Path(folder), options.rounds)
    return 0


def _compare(path: Path, folder: Path, rounds: int) -> None:
    """Print the figures of the post at `path`; `folder` is for what that takes."""
    page, home = folder / "page.json", folder / "home"
    text = path.read_text(encoding="utf-8")
    request = RenderRequest(0, Post.parse(text).body, "jekyll")
    page.write_text(json.dumps([text, Renderer().render(request, base=-1).html]))
    _start("editor", path, home)  # compiles the modules, and has the disk read them
    floors, ours = [], []
    for _ in range(rounds):
        floors.append(_start("floor", page, home))
        ours.append(_start("editor", path, home))
    _say(f"{len(text)} characters, medians of {rounds}:")
    for index, figure in enumerate(_FIGURES):
        _say_both(figure, [one[index] for one in floors], [one[index] for one in ours])
    floor_sizes, our_sizes = [], []
    for _ in range(_ROUNDS_OF_MEMORY):
        _start("floor", page, home, floor_sizes.append)
        _start("editor", path, home, our_sizes.append)
    _say_both("memory, MB", floor_sizes, our_sizes)


def _say_both(figure: str, floors: list[float], ours: list[float]) -> None:
    floor, editor = statistics.median(floors), statistics.median(ours)
    _say(f"    {figure}: floor {floor:.3f}, ours {editor:.3f}, ratio {editor / floor:.2f}")


def _start(
    which: str, path: Path, home: Path, tell_memory: Callable[[float], object] | None = None
) -> tuple[float, ...]:
    """Start one of the two, whose settings lie in `home`: what `_FIGURES` names."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(home)
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.started", which, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    )
    if tell_memory:
        most = 0.0
        while process.poll() is None:
            most = max(most, _memory(process.pid))
            time.sleep(0.03)
        tell_memory(most)
    output, _ = process.communicate()
    text, text_work, preview, preview_work = map(float, output.split()[-4:])
    return text - started, text_work, preview - started, preview_work


def _memory(root: int) -> float:
    """The proportional set size of `root` and all below it, in MB; 0 where it cannot be known."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        children.setdefault(parent, []).append(int(entry.name))
    size, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        waiting += children.get(process, [])
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().split("\n")
        except OSError:
            continue
        size += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return size / 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
