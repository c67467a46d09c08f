"""Milliseconds that the command palette takes to open and to follow a key, with many posts.

python -m tests.benchmarks.palette [POSTS]
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.gui.app import Program
from editor.gui.palette.command_palette import CommandPalette
from editor.gui.preview.preparing import prepare_before_application
from editor.settings import Settings

_WORDS = "été vélo jardin twitter web presse voyage photo livre cinéma soir matin code blog"
_KEYS = "velo jard"
_TURNS = 10


def _make_site(folder: Path, number: int) -> Path:
    """A Jekyll site of `number` posts; gives one of them."""
    (folder / "_config.yml").write_text("title: x\n", encoding="utf-8")
    (folder / "_posts").mkdir()
    chance = random.Random(1)
    path = folder
    for place in range(number):
        title = " ".join(chance.choices(_WORDS.split(), k=6))
        path = folder / "_posts" / f"2020-01-{place % 28 + 1:02}-post-{place}.md"
        path.write_text(f"---\ntitle: {title}\n---\n\n## One\n\nwords\n", encoding="utf-8")
    return path


def _open(window) -> tuple[float, CommandPalette]:
    """Milliseconds until the palette is drawn."""
    began = time.perf_counter()
    window.actions_.by_name["palette"].trigger()
    palette = window.findChildren(CommandPalette)[-1]
    palette.grab()
    return (time.perf_counter() - began) * 1000, palette


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", nargs="?", type=int, default=10_000)
    number = parser.parse_args().posts
    prepare_before_application()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "site"
        folder.mkdir()
        post = _make_site(folder, number)
        program = Program(app, Settings(), Path(place) / "s.json", Path(place) / "state")
        window = program.open_window()
        window.open_path(post)
        window.show()
        window.later.finish()
        library = window.posts_column.library
        while not (library.is_listed and len(library.entries) >= number):
            app.processEvents()
        opened, first, later = [], [], []
        for turn in range(_TURNS):
            taken, palette = _open(window)
            (opened if turn else first).append(taken)
            while not (palette._posts and palette.is_whole):
                app.processEvents()
            for key in _KEYS:
                began = time.perf_counter()
                QTest.keyClick(palette.search, key)
                palette.grab()
                later.append((time.perf_counter() - began) * 1000)
            palette.reject()
            app.processEvents()
        sys.stdout.write(
            f"{number} posts: opened the first time {first[0]:.0f} ms, then "
            f"{statistics.median(opened):.0f} ms (at most {max(opened):.0f}); a key "
            f"{statistics.median(later):.0f} ms (at most {max(later):.0f})\n"
        )
        window.leave()
        program.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
