"""One field set to another value and back, over every field of many posts: what does not return.

    python -m tests.round_trip [PATH ...] [--show N] [--simple] [--memory | --command]

Each field that can be edited is set to other values of its type, and each time back to the value
first read. Told are, by format and notation, how many fields changed in their own lines alone and
came back to the same text with each of those values, then what did not and why. With `--simple`
each field is set to one value alone, the first thing one would try. With `--memory` the value is
set back with `remembered`, as the form does; with `--command` both are set by the command `set`,
which has its memory in the history. PATH is a post or a folder, without any the corpus.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from editor.commands_fields import set_fields
from editor.commands_files import read_post
from editor.edits import apply
from editor.files import FileError
from editor.front_matter import Field, FieldError, Remembered, Value, read, set_field
from tests.conftest import CORPUS

_LONG = " ".join(f"mot{number}" for number in range(60))


@dataclass(frozen=True)
class Trial:
    """One field set to one value and back."""

    form: str  # the format
    notation: str  # of the value first read
    new: str  # what kind of value it was set to
    fault: str  # "" where all went well


def others(field: Field) -> Iterator[tuple[str, Value]]:
    """Other values of the type `field` has, each with its name."""
    value = field.value
    if isinstance(field.shown, tuple):
        items: list[Value] = list(field.shown)
        yield "one item more", [*items, "new"]
        yield "other items", ["new", "Un titre : deux"]
        yield "one item", ["new"]
        if len(items) > 1:
            yield "one item less", items[1:]
            yield "another order", [*items[1:], items[0]]
            yield "an item changed", [*items[:-1], f"{items[-1]} x"]
    elif isinstance(value, bool):
        yield "the other", not value
    elif isinstance(value, date):
        yield "the next day", value + timedelta(days=1)
        yield "another year", value.replace(year=1999, month=1, day=2)
    elif isinstance(value, int | float):
        yield "one more", value + 1
        yield "zero", type(value)(0)
    else:
        text = value if isinstance(value, str) else field.raw
        yield "short", "New"
        yield "longer", f"{text} x"
        yield "with a colon", "Un titre : deux"
        yield "long", _LONG


def notation(field: Field) -> str:
    """How the value of `field` is written, in words."""
    sign = field.raw[:1]
    if field.problem and field.value == field.raw:
        return "broken"
    if isinstance(field.shown, tuple):
        kind = "list in brackets" if sign == "[" else "list of dashes"
    elif not isinstance(field.value, str):
        kind = type(field.value).__name__
    else:
        kinds = {"'": "'text'", '"': '"text"', "|": "| text", ">": "> text"}
        kind = kinds.get(sign, "plain text")
    return f"{kind}, over lines" if "\n" in field.raw and sign not in "|>-" else kind


def trials(
    text: str, *, memory: bool = False, simple: bool = False, files: tuple[Path, Path] | None = None
) -> Iterator[tuple[Field, Trial]]:
    """Every trial of every field of `text` that can be edited.

    With `files`, the post and a folder, by `set` on copies of it there.
    """
    front = read(text)
    for field in front.fields:
        if field.editable and front.field(field.key) is field:
            for name, new in islice(others(field), 1 if simple else None):
                if files:
                    fault = _fault_of_command(*files, field, new)
                else:
                    fault = _fault(text, field, new, memory=memory)
                yield field, Trial(front.format, notation(field), name, fault)


def _fault_of_command(source: Path, folder: Path, field: Field, new: Value) -> str:
    """What `set --json` of the new value, then of what `get --json` gives, leaves of the file."""
    before = source.read_bytes()
    post = Path(tempfile.mkdtemp(dir=folder)) / source.name
    post.write_bytes(before)
    for value in (new, field.value):
        written = f"{field.key}={json.dumps(value, default=str)}"
        if "=" in field.key or set_fields(post, [written], typed=True):
            return "refused"
    return "" if post.read_bytes() == before else f"{field.raw!r} is another after `set`"


def _fault(text: str, field: Field, new: Value, *, memory: bool) -> str:
    try:
        changed = apply(text, set_field(text, field.key, new))
    except FieldError as error:
        return f"refused: {error.problem}"
    if changed[: field.start] != text[: field.start] or not changed.endswith(text[field.end :]):
        return "changed other lines"
    old: Value = list(field.shown) if isinstance(field.shown, tuple) else field.value
    remembered = Remembered().seeing(text, field.key) if memory else Remembered()
    try:
        edits = set_field(changed, field.key, old, remembered=remembered)
        back = apply(changed, edits)
    except FieldError as error:
        return f"refused back: {error.problem}"
    if back == text:
        return ""
    after = read(back).field(field.key)
    return f"{field.raw!r} -> {after.raw if after else None!r}"


def texts(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """The posts at and below `paths`."""
    for path in paths:
        below = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in below:
            try:
                yield file, read_post(file).text
            except FileError:
                continue


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, default=[CORPUS / "posts"])
    parser.add_argument("--show", type=int, default=40, metavar="N", help="failures to list")
    parser.add_argument("--simple", action="store_true", help="one new value a field")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--memory", action="store_true", help="set back as the form does")
    ways.add_argument("--command", action="store_true", help="set by the command, on files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder  # the history of these trials is nobody's
        _report(options, Path(folder) if options.command else None)
    return 0


def _report(options: argparse.Namespace, folder: Path | None) -> None:
    fields: Counter[tuple[str, str]] = Counter()
    lost: Counter[tuple[str, str]] = Counter()
    by_value: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    failures = []
    posts = exact_posts = 0
    for path, text in texts(options.paths):
        pair = (path, folder) if folder else None
        found = list(trials(text, memory=options.memory, simple=options.simple, files=pair))
        posts += bool(found)
        faults = {id(field): trial for field, trial in found if trial.fault}
        exact_posts += bool(found) and not faults
        for field, trial in {id(field): (field, trial) for field, trial in found}.values():
            fields[trial.form, trial.notation] += 1
            lost[trial.form, trial.notation] += id(field) in faults
        for field, trial in found:
            by_value[trial.new][0] += 1
            by_value[trial.new][1] += bool(trial.fault)
            if trial.fault:
                failures.append(
                    f"{path.name}:{field.line + 1}: {field.key}: {trial.new}: {trial.fault}"
                )
    total, bad = fields.total(), lost.total()
    out = sys.stdout
    for (form, kind), number in sorted(fields.items()):
        out.write(f"{form:8}{kind:30}{number:6}{_share(number - lost[form, kind], number)}\n")
    for name, (number, failed) in by_value.items():
        out.write(f"        {name:30}{number:6}{_share(number - failed, number)}\n")
    out.write(f"fields: {total}, exact {_share(total - bad, total)}\n")
    out.write(f"posts: {posts}, exact in every field {_share(exact_posts, posts)}\n")
    for failure in failures[: options.show]:
        out.write(f"  {failure}\n")


def _share(part: int, whole: int) -> str:
    return f"{part:8} {100 * part / whole if whole else 100:6.2f} %"


if __name__ == "__main__":
    sys.exit(main())
