"""How fast the posts of a large blog are listed, indexed and searched, in the real window.

    python -m tests.benchmarks.library [--posts 10000] [--folder FOLDER]

Makes a site of as many posts of 2 to 8 kB in French and English, the same at each run, or takes the
posts of FOLDER. Seconds count from `open_path(folder)` in a window that is shown; a search from the
key press until the list is drawn. Memory is the proportional set size of the process that reads.
While posts are read the first time, a key is typed into a post every 50 ms. On a machine that does
other work besides, the time that a thread really ran tells more: it stands in brackets.
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
os.environ.setdefault("QT_QUICK_BACKEND", "software")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.gui.app import Program
from editor.gui.preview.preparing import prepare_before_application
from editor.settings import Settings

_FRENCH = (
    "le la les un une des événement été écrire lire blog article ville vélo histoire réseau "
    "public journal presse semaine année encore toujours déjà avant après peut-être l’usage"
)
_ENGLISH = (
    "the a of and post files plain text editor writing reader network city bike story public "
    "week year always never before after maybe line word paper machine garden window"
)
_TAGS = ("web", "presse", "vélo", "ville", "writing", "books", "twitter", "photos", "été", "notes")
_SEARCHES = ("evenement", "plain text", "jardin", "twitter")
_PATIENCE = 180  # seconds
_EACH_KEY = 0.05


def main() -> int:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="measure its posts instead")
    options = parser.parse_args()
    prepare_before_application()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        os.environ["XDG_CACHE_HOME"] = str(home / "cache")
        folder = options.folder or _site(home / "blog", options.posts)
        program = Program(app, Settings(), home / "settings.json", home / "state")
        for which in ("first", "second"):
            _measure(app, program, folder, which)
        size = sum(file.stat().st_size for file in (home / "cache").rglob("*.sqlite*"))
        _say(f"index on the disk: {size / 1e6:.0f} MB")
        program.end()
    return 0


def _site(folder: Path, posts: int) -> Path:
    chance = random.Random(1)
    (folder / "_posts").mkdir(parents=True)
    (folder / "_drafts").mkdir()
    (folder / "_config.yml").write_text("title: Blog\n")
    for number in range(posts):
        words = chance.choice((_FRENCH, _ENGLISH)).split()
        title = " ".join(chance.choices(words, k=chance.randint(3, 8))).capitalize()
        day = f"{chance.randint(2004, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        tags = ", ".join(chance.sample(_TAGS, chance.randint(0, 3)))
        paragraphs, size = [], chance.randint(2000, 8000)
        while sum(map(len, paragraphs)) < size:
            paragraphs.append(" ".join(chance.choices(words, k=chance.randint(20, 90))) + ".")
        head = f'---\nlayout: post\ntitle: "{title}"\ndate: {day} 10:00:00\ntags: [{tags}]\n---\n'
        name = f"_posts/{day}-post-{number}.md" if number % 200 else f"_drafts/post-{number}.md"
        (folder / name).write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return folder


def _measure(app: QApplication, program: Program, folder: Path, which: str) -> None:
    window = program.open_window()
    window.resize(1440, 900)
    window.posts.ensure_one()
    window.show()
    _wait(lambda: not window.later._steps)
    QTest.qWait(1500)  # the preview has started
    began = time.perf_counter()
    column = window.posts_column
    longest = _Longest()
    keys = _Keys(window.source)
    window.open_path(folder)
    _wait(lambda: column.pane is not None and len(column.pane.list.rows.rows) > 0)
    column.pane.list.repaint()
    _say(f"{which} opening, list on the screen: {time.perf_counter() - began:.2f} s")
    _wait(lambda: column.library.is_listed)
    _say(
        f"{which} opening, all listed: {time.perf_counter() - began:.2f} s, "
        f"{len(column.library.entries)} posts"
    )
    _wait(lambda: column.library.is_read)
    took, ran = longest.stop()
    _say(
        f"{which} opening, all read: {time.perf_counter() - began:.2f} s; "
        f"longest turn of the window's thread {took:.0f} ms ({ran:.0f})"
    )
    _say(f"{which} opening, keys typed meanwhile: {keys.stop()}")
    if which == "second":
        QTest.qWait(5000)  # problems that take longer to find are being looked for meanwhile
        for text in _SEARCHES:
            _search(app, column.pane, text)
        _say(f"memory of the process that reads: {_memory(column.library):.0f} MB")
    window.leave()


def _search(app: QApplication, pane, text: str) -> None:
    """Type `text`, and say how long each key took until the list it led to was drawn."""
    took, ran = [], []
    for letter in text:
        began, began_running = time.perf_counter(), time.thread_time()
        QTest.keyClicks(pane.search, letter)
        while pane.is_asking:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        pane.list.repaint()
        took.append((time.perf_counter() - began) * 1000)
        ran.append((time.thread_time() - began_running) * 1000)
    found = sum(not isinstance(row, str) for row in pane.list.rows.rows)
    _say(
        f"search “{text}”, by key: median {statistics.median(took):.0f} ms "
        f"({statistics.median(ran):.0f}), longest {max(took):.0f} ms ({max(ran):.0f}), "
        f"{found} posts"
    )
    pane.search.clear()


class _Longest:
    """The longest time in which the window's thread took no event."""

    def __init__(self) -> None:
        self._last = self._now()
        self._longest = (0.0, 0.0)
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def _note(self) -> None:
        now = self._now()
        took, ran = ((after - before) * 1000 for after, before in zip(now, self._last, strict=True))
        self._longest = (max(self._longest[0], took), max(self._longest[1], ran))
        self._last = now

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()

    def stop(self) -> tuple[float, float]:
        """Milliseconds: that passed, and that the thread ran."""
        self._timer.stop()
        return self._longest


class _Keys:
    """Types into a pane, and notes how late each key came and how long it took."""

    def __init__(self, pane) -> None:
        self._pane, self._took = pane, []
        self._due = time.perf_counter() + _EACH_KEY
        self._timer = QTimer(interval=round(_EACH_KEY * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self) -> None:
        began = time.perf_counter()
        QTest.keyClicks(self._pane, "x")
        now = time.perf_counter()
        self._took.append((now - min(began, self._due)) * 1000)
        self._due = now + _EACH_KEY  # Qt's timer does not make up for turns it missed

    def stop(self) -> str:
        self._timer.stop()
        took = sorted(self._took) or [0.0]
        late = took[int(len(took) * 0.95)]
        return f"median {statistics.median(took):.0f} ms, 95 % {late:.0f}, longest {took[-1]:.0f}"


def _wait(is_done) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_done() and time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.001)


def _memory(library) -> float:
    """Megabytes; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{library.process_id}/smaps_rollup").read_text().split("\n")
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
