"""Kills the real program while somebody types, or saves without end, and looks at what is left.

    python -m tests.faults.kills typing --rounds 200 --seed 1
    python -m tests.faults.kills saving --rounds 200 --seed 1

Each round starts the program on a post, kills it (SIGKILL) at a random moment, and then asks what
the next start would: the file must be whole, old or new; the text recovered together with the file
must lack nothing that was typed more than a second before. Prints the worst that was seen.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from editor import files, recovery

HEAD = "---\ntitle: Été\n---\n\nBonjour. "
_LONGEST = 3.0  # seconds from the first word to the kill


@dataclass(frozen=True)
class Left:
    """What one killed program left."""

    typed: int  # the last word that was typed
    recovered: int  # the last that the file or the snapshot has
    age: float  # seconds from the first word that is lost to the kill; 0.0 where none is
    is_whole: bool  # the file is one of the texts that were there
    stray: tuple[str, ...]  # what stays beside the post after it was saved and opened again


def one_round(what: str, seconds: float) -> Left:
    """Start the program, kill it `seconds` after the first word, and look."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        post = home / "site" / "post.md"
        post.parent.mkdir()
        post.write_text(HEAD, encoding="utf-8")
        said, killed = _run(what, post, home, seconds)
        times = {int(number): float(when) for kind, number, when in said if kind == "typed"}
        saved = max((int(number) for kind, number, _ in said if kind == "saved"), default=0)
        os.utime(post)  # what is newer than the file could be all there is of a text
        files.remove_stale_temporaries(post)
        in_file = _words(post.read_text(encoding="utf-8"))
        found = recovery.find(home / "state" / "blog-editor" / "recovery")
        kept = [_words(one.snapshot.text) for one in found]
        whole = [number for number in (in_file, *kept) if number is not None]
        recovered = max(whole, default=0)
        lost = [when for number, when in times.items() if number > recovered]
        is_whole = (
            in_file is not None
            and (what == "saving" or in_file == 0)
            and in_file >= saved
            and None not in kept
            and not list((home / "state").rglob("*.broken"))
        )
        return Left(
            max(times, default=0),
            recovered,
            killed - min(lost) if lost else 0.0,
            is_whole,
            tuple(path.name for path in post.parent.iterdir() if path != post),
        )


def _run(what: str, post: Path, home: Path, seconds: float) -> tuple[list[list[str]], float]:
    """What the program said until it was killed, and when that was."""
    environment = dict(os.environ, XDG_STATE_HOME=str(home / "state"), HOME=str(home))
    environment["XDG_CONFIG_HOME"] = str(home / "config")
    command = [sys.executable, "-m", "tests.faults.typist", what, str(post)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        killed = time.monotonic()
        child.send_signal(signal.SIGKILL)
        said = [first, *child.stdout.readlines()]
    lines = [line.split() for line in said if line.endswith("\n")]
    return [line for line in lines if float(line[2]) <= killed], killed


def _words(text: str) -> int | None:
    """How many words follow the head; None where the text is not one that was ever typed."""
    if not text.startswith(HEAD):
        return None
    typed = text.removeprefix(HEAD)
    number = len(typed.split())
    whole = "".join(f"w{each} " for each in range(1, number + 1))
    if typed == whole:
        return number
    # A key is a change: a text may end in the middle of its last word.
    return number - 1 if whole.startswith(typed) else None


def main() -> int:
    """Kill as often as asked for; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=["typing", "saving"])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    moments = random.Random(options.seed)
    worst, bad, typed, lost = 0.0, 0, 0, 0
    for number in range(options.rounds):
        left = one_round(options.what, moments.uniform(0.0, _LONGEST))
        worst = max(worst, left.age)
        typed, lost = typed + left.typed, lost + max(0, left.typed - left.recovered)
        if not left.is_whole or left.age > 1 or left.stray:
            bad += 1
            sys.stdout.write(f"round {number}: {left}\n")
    sys.stdout.write(
        f"{options.rounds} kills while {options.what} (seed {options.seed}): {bad} bad; "
        f"{typed} words typed, {lost} not recovered; the oldest of them typed "
        f"{worst:.3f} s before the kill\n"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
