"""Front matter made to hang or burst a reader: how long it takes, and how much memory.

    python -m tests.hostile_front_matter [NAME ...]

Each head is read and written in a process of its own, by `read`, `values`, `set_field` and what
`check` asks; told are seconds of processor time and peak memory. The limits: 2 s and 500 MB.
"""

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SECONDS, MEGABYTES = 2.0, 500
_K = 1024


def _merge_bomb() -> str:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 40)}]}}" for n in range(1, 26)]
    return _yaml("\n".join(lines))


def _alias_bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return _yaml("\n".join(lines))


def _yaml(inside: str) -> str:
    return f"---\ntitle: A\n{inside}\n---\nBody\n"


def _toml(inside: str) -> str:
    return f'+++\ntitle = "A"\n{inside}\n+++\nBody\n'


def _json(inside: str) -> str:
    return f'{{\n"title": "A",\n{inside}\n}}\nBody\n'


HEADS: dict[str, Callable[[], str]] = {
    "yaml: merge bomb": _merge_bomb,
    "yaml: 9^9 aliases": _alias_bomb,
    "yaml: 250 kB of aliases": lambda: _yaml("a: &a x\n" + "b: [" + "*a, " * 62_000 + "]"),
    "yaml: a key of aliases each": lambda: _yaml(
        "a: &a x\n" + "".join(f"k{n}: *a\n" for n in range(20_000))
    ),
    "yaml: an anchor each": lambda: _yaml("".join(f"k{n}: &a{n} x\n" for n in range(15_000))),
    "yaml: 60 kB of [": lambda: _yaml("a: " + "[" * 60_000),
    "yaml: 250 kB of [": lambda: _yaml("a: " + "[" * 250_000),
    "yaml: 99 deep": lambda: _yaml("a: " + "[" * 99 + "]" * 99),
    "yaml: 50 000 dashes": lambda: _yaml("a:\n  " + "- " * 50_000),
    "yaml: 60 kB of {": lambda: _yaml("a: " + "{a: " * 15_000),
    "yaml: 60 kB of ? ": lambda: _yaml("? " * 30_000),
    "yaml: steps of indentation": lambda: _yaml(
        "\n".join(" " * n + f"k{n}:" for n in range(600))
    ),
    "yaml: base 60, 250 kB": lambda: _yaml("a: 1" + ":1" * 125_000),
    "yaml: 250 000 digits": lambda: _yaml("a: " + "1" * 250_000),
    "yaml: !!python/object/apply": lambda: _yaml("a: !!python/object/apply:os.system [id]"),
    "yaml: 12 000 !!python": lambda: _yaml("a: !!python/name:os.system x\n" * 6_000),
    "yaml: 30 February": lambda: _yaml("a: 2024-02-30\nb: 0000-01-01\nc: 2024-01-01 00:00 +25:00"),
    "yaml: half a surrogate": lambda: _yaml('a: "\\ud800"'),
    "yaml: 250 kB scalar": lambda: _yaml("a: " + "word " * 50_000),
    "yaml: 250 kB quoted": lambda: _yaml('a: "' + "word\\n" * 41_000 + '"'),
    "yaml: 250 kB folded": lambda: _yaml("a: >\n" + "  word word\n" * 21_000),
    "yaml: 100 000 keys": lambda: _yaml("".join(f"k{n}: {n}\n" for n in range(100_000))),
    "yaml: 22 000 keys, 250 kB": lambda: _yaml("".join(f"k{n}: {n % 10}\n" for n in range(22_000))),
    "yaml: 1 900 keys": lambda: _yaml("".join(f"k{n}: {n}\n" for n in range(1_900))),
    "yaml: one key 20 000 times": lambda: _yaml("a: b\n" * 20_000),
    "yaml: 50 000 items": lambda: _yaml("a:\n" + "- b\n" * 50_000),
    "yaml: 1 000 open quotes": lambda: _yaml('a: "b\n' * 1_000),
    "yaml: 40 000 open quotes": lambda: _yaml('a: "b\n' * 40_000),
    "yaml: 1 000 open brackets": lambda: _yaml("a: [b\n" * 1_000),
    "yaml: colons": lambda: _yaml("a: " + ": " * 125_000),
    "yaml: tabs": lambda: _yaml("a:\t" + "\tb" * 125_000),
    "yaml: quotes": lambda: _yaml("a: " + "'" * 250_001),
    "yaml: hashes": lambda: _yaml("a: " + " #" * 125_000),
    "yaml: comments": lambda: _yaml("# x\n" * 60_000),
    "yaml: blank lines": lambda: _yaml("\n" * 250_000),
    "yaml: never closed": lambda: "---\n" + "a: b\n" * 200_000,
    "yaml: 5 MB": lambda: _yaml("a: " + "x" * 5_000_000),
    "yaml: spaces": lambda: _yaml("a:" + " " * 250_000 + "b"),
    "yaml: escapes": lambda: _yaml('a: "' + "\\" * 250_000 + '"'),
    "toml: 60 kB of [": lambda: _toml("a = " + "[" * 60_000),
    "toml: 99 deep": lambda: _toml("a = " + "[" * 99 + "]" * 99),
    "toml: 10 000 inline tables": lambda: _toml("a = " + "{a=" * 10_000),
    "toml: dotted key": lambda: _toml("a" + ".a" * 100_000 + " = 1"),
    "toml: dotted table": lambda: _toml("[a" + ".a" * 100_000 + "]"),
    "toml: 250 000 digits": lambda: _toml("a = " + "1" * 250_000),
    "toml: hexadecimal digits": lambda: _toml("a = 0x" + "f" * 250_000),
    "toml: 10 000 tables": lambda: _toml("".join(f"[t{n}]\na = 1\n" for n in range(10_000))),
    "toml: 1 900 tables": lambda: _toml("".join(f"[t{n}]\na = 1\n" for n in range(1_900))),
    "toml: 20 000 keys": lambda: _toml("".join(f"k{n} = 1\n" for n in range(20_000))),
    "toml: open quotes": lambda: _toml('a = "b\n' * 30_000),
    "toml: open triple quotes": lambda: _toml('a = """b\n' * 25_000),
    "toml: quotes": lambda: _toml("a = " + '"' * 250_000),
    "toml: open brackets": lambda: _toml("a = [\n" * 30_000),
    "toml: escapes": lambda: _toml('a = "' + "\\" * 250_000),
    "toml: long table": lambda: _toml("[t]\n" + "".join(f"k{n} = 1\n" for n in range(20_000))),
    "toml: commas": lambda: _toml("a = [" + "1," * 120_000 + "]"),
    "json: 60 kB of [": lambda: _json('"a": ' + "[" * 60_000),
    "json: 60 kB of { closed": lambda: _json('"a": ' + '{"a":' * 12_000 + "1" + "}" * 12_000),
    "json: 250 000 digits": lambda: _json('"a": ' + "1" * 250_000),
    "json: 20 000 keys": lambda: _json(",\n".join(f'"k{n}": 1' for n in range(20_000))),
    "json: 1 900 keys": lambda: _json(",\n".join(f'"k{n}": 1' for n in range(1_900))),
    "json: open quotes": lambda: _json('"a": "b\n' * 30_000),
    "json: escapes": lambda: _json('"a": "' + "\\" * 250_000),
    "json: 120 000 items": lambda: _json('"a": [' + "1," * 120_000 + "1]"),
    "json: commas": lambda: _json("," * 250_000),
    "header: 20 000 lines": lambda: "Title: A\n" + "".join(f"k{n}: x\n" for n in range(20_000)),
    "header: 1 900 lines": lambda: "Title: A\n" + "".join(f"k{n}: x\n" for n in range(1_900)),
    "header: 250 kB below one key": lambda: "Title: A\n" + "    x\n" * 40_000,
    "header: 5 MB on one line": lambda: "Title: " + "x" * 5_000_000 + "\n\nBody\n",
}  # fmt: skip


def _tried(text: str) -> dict[str, float]:
    """The seconds of processor time that each way of reading and writing `text` took."""
    from editor.edits import apply
    from editor.front_matter import FieldError, read, remove_field, set_field, values
    from editor.problems.finding import find_problems
    from editor.site import Site

    took = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.process_time()
        with contextlib.suppress(FieldError):
            work()
        took[name] = time.process_time() - start

    timed("read", lambda: read(text))
    timed("values", lambda: values(text))
    timed("set", lambda: apply(text, set_field(text, "title", "B : c")))
    timed("set a", lambda: apply(text, set_field(text, "a", "B : c")))
    timed("add", lambda: apply(text, set_field(text, "new", "B : c")))
    timed("remove", lambda: apply(text, remove_field(text, "title")))
    timed("problems", lambda: find_problems(text, None, Site(None, "jekyll")))
    return took


def measure(*names: str) -> tuple[dict[str, float], float]:
    """The most seconds of each step and the peak memory in megabytes, in a process of its own."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.hostile_front_matter", "--child", *names],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=Path(__file__).parent.parent,
    )
    if child.returncode:
        raise RuntimeError(f"{names}: {child.returncode}: {child.stderr[-400:]}")
    took, memory = json.loads(child.stdout)
    return took, memory


def _peak_memory() -> float:
    """The most megabytes that this process has taken."""
    if sys.platform == "linux":  # there getrusage knows the process that started this one, too
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return next(int(line.split()[1]) for line in status.split("\n") if "VmHWM" in line) / _K
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _K**2


def main() -> int:
    arguments = sys.argv[1:]
    if arguments[:1] == ["--child"]:
        tried = [_tried(HEADS[name]()) for name in arguments[1:]]
        took = {step: max(one[step] for one in tried) for step in tried[0]}
        sys.stdout.write(json.dumps([took, _peak_memory()]))
        return 0
    over = 0
    for name in HEADS:
        if arguments and not any(part in name for part in arguments):
            continue
        took, memory = measure(name)
        slow = max(took, key=lambda step: took[step])
        bad = took[slow] > SECONDS or memory > MEGABYTES
        over += bad
        sys.stdout.write(
            f"{'OVER' if bad else '':5}{name:34}{took[slow]:7.2f} s{memory:6.0f} MB, {slow}\n"
        )
        sys.stdout.flush()
    sys.stdout.write(f"{over} over {SECONDS:g} s or {MEGABYTES} MB\n")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
