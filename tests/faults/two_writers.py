"""Two programs write one file at random: no version may vanish without being in the history.

    python -m tests.faults.two_writers --seconds 300 --seed 1

One is ours: posts, documents, journals and the watch for outside changes, as in the window, with a
writer who types, saves and answers questions at random. The other is a process of its own that
writes the file in the ways of other programs, and notes what it wrote over.
"""

import argparse
import json
import multiprocessing
import os
import random
import sys
import tempfile
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from editor import history
from editor.gui.messages import Messages
from editor.gui.posts.merge_dialog import MergeDialog
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.shared_posts import SharedPosts
from editor.merge import Choice

HEAD = "---\ntitle: Two writers\n---\n\n"
_PARAGRAPHS = 12
_PAUSE = (10, 150)  # milliseconds between what our writer does
_OTHER_PAUSE = (0.01, 0.4)  # seconds between what the other program writes


class Writer(QWidget):
    """A window's worth of open posts, and somebody who types, saves and answers at random."""

    def __init__(self, post: Path, state: Path, chance: random.Random) -> None:
        super().__init__()
        self.messages = Messages(self)
        self.posts = OpenPosts(self, self.messages, SharedPosts(state, self))
        self.posts.watch()
        self.outside = self.posts.shared.outside
        self.posts.open(post)
        self.saved: list[str] = []  # every text that our program has put on the disk
        self.typed: list[str] = []  # every word
        self.told = 0  # questions and notices
        self._chance = chance
        self.posts.saved.connect(lambda document: self.saved.append(document.stored.text))
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._act)
        self._next.start(0)

    def stop(self) -> None:
        """Type and save no more."""
        self._next.stop()

    def end(self) -> None:
        """Close the post; what is unsaved stays in the journal."""
        self.outside.files.stop()
        self.posts.stop()

    def _act(self) -> None:
        self._chance.choices((self._type, self._save, self._answer), (5, 3, 2))[0]()
        self._next.start(self._chance.randint(*_PAUSE))

    def _type(self) -> None:
        word = f"mine{len(self.typed)}"
        paragraphs = self.posts.current.text.split("\n\n")
        place = self._chance.randrange(len(paragraphs))
        paragraphs[place] += f" {word}"
        self.typed.append(word)
        self.posts.current.replace_text("\n\n".join(paragraphs))

    def _save(self) -> None:
        self.posts.save()

    def _answer(self) -> None:
        for dialog in self.findChildren(MergeDialog):
            if dialog.isVisible():
                dialog.choose(self._chance.choice(list(Choice)))
                dialog.use()
                return
        ways = ["Keep mine", "Take the file's", "Merge…", "Save both", "Save it again"]
        self._chance.shuffle(ways)
        if "outside" in self.messages.texts:
            self.told += 1
        for way in ways:
            with suppress(KeyError):
                self.messages.take_way("outside", way)
                return


def write_at_random(post: Path, log: Path, seconds: float, seed: int) -> None:
    """The other program: each version it writes has a word of its own; notes what it wrote over."""
    chance = random.Random(seed)
    ends = time.monotonic() + seconds
    with log.open("a", encoding="utf-8") as notes:
        number = 0
        while time.monotonic() < ends:
            time.sleep(chance.uniform(*_OTHER_PAUSE))
            try:
                seen = post.read_bytes().decode("utf-8", "replace")
            except FileNotFoundError:
                continue
            number += 1
            paragraphs = (seen or HEAD).split("\n\n")
            paragraphs[chance.randrange(len(paragraphs))] += f" their{number}"
            new = "\n\n".join(paragraphs)
            chance.choice((_in_place, _by_renaming, _by_backup))(post, new)
            notes.write(json.dumps({"seen": seen, "new": new}) + "\n")


def _in_place(post: Path, text: str) -> None:
    post.write_bytes(text.encode())


def _by_renaming(post: Path, text: str) -> None:
    other = post.with_name("other program")
    other.write_bytes(text.encode())
    other.replace(post)


def _by_backup(post: Path, text: str) -> None:
    with suppress(FileNotFoundError):
        post.rename(post.with_name("post.md~"))
    post.write_bytes(text.encode())


def run(seconds: float, seed: int, folder: Path) -> tuple[list[str], str]:
    """What was lost, in words, and a line that says how much there was to lose."""
    post, state, log = folder / "site" / "post.md", folder / "state", folder / "log"
    post.parent.mkdir()
    post.write_text(HEAD + "\n\n".join("Lorem ipsum dolor" for _ in range(_PARAGRAPHS)) + "\n")
    writer = Writer(post, state, random.Random(seed))
    context = multiprocessing.get_context("spawn")
    other = context.Process(target=write_at_random, args=(post, log, seconds, seed))
    other.start()
    _spin(other)
    writer.stop()
    _settle(writer)
    text, on_disk = writer.posts.current.text, post.read_text(encoding="utf-8")
    writer.end()
    found = history.versions(state / "history", post)
    kept = {history.content(state / "history", it.sha256).decode() for it in found}
    there = {*kept, text, on_disk}
    words = set().union(*(one.split() for one in there))
    notes = [json.loads(line) for line in log.read_text(encoding="utf-8").split("\n") if line]
    lost = [f"word {word}" for word in writer.typed if word not in words]
    lost += [f"our version {v[-40:]!r}" for v in writer.saved if v not in there]
    lost += [f"their version {v[-40:]!r}" for v in _overwritten_by_us(notes) if v not in there]
    lost += [f"stray {path.name}" for path in post.parent.glob(".*.tmp")]
    figures = (
        f"{seconds:.0f} s (seed {seed}): {len(writer.typed)} words typed, {len(writer.saved)} "
        f"saves, {len(notes)} versions of the other program, {writer.told} notices answered, "
        f"{len(found)} versions in the history; {len(lost)} lost"
    )
    return lost, figures


def _overwritten_by_us(notes: list[dict[str, str]]) -> list[str]:
    """The other program's versions that it did not find again, so that we wrote over them."""
    return [one["new"] for one, then in pairwise(notes) if then["seen"] != one["new"]]


def _spin(other: multiprocessing.Process) -> None:
    loop = QEventLoop()
    watch = QTimer(interval=50)
    watch.timeout.connect(lambda: None if other.is_alive() else loop.quit())
    watch.start()
    loop.exec()
    other.join()


def _settle(writer: Writer) -> None:
    """Let saves and looks under way come to their end."""
    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)
    writer.outside.files.look()
    loop.exec()


def main() -> int:
    """Let both write as long as asked for; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        lost, figures = run(options.seconds, options.seed, Path(folder))
    for one in lost:
        sys.stdout.write(f"{one}\n")
    sys.stdout.write(figures + "\n")
    del app
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
