"""Which texts get quotes in YAML, in which, and whether every reader then takes them for the same.

    python -m tests.quoting

Each case is set as the title of a post. The readers: PyYAML, libyaml through it, ruamel.yaml (YAML
1.2) and Psych, as Jekyll uses it; those that are not installed are left out. `bare` says which of
them would read something else, or nothing, if the text stood there without quotes.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

import yaml

from editor.edits import apply
from editor.front_matter import read, set_field

_PSYCH = (
    "require 'date'; require 'json'; require 'yaml';"
    "puts JSON.generate(JSON.parse(STDIN.read).map { |head|"
    " value = YAML.safe_load(head, permitted_classes: [Date, Time])['title'] rescue false;"
    " value.is_a?(String) && value.valid_encoding? ? value : nil })"
)
CASES: dict[str, Sequence[str]] = {
    "none needed": ["A title", "L'été", "« oui », dit-il", "a:b", "a#b", "100 %", "C++", "it's"],
    "a colon and a space": ["Twitter : the company", "a: b", "a:"],
    "a space and a hash": ["Issue #1", "# one"],
    "a quote inside": ['say "yes": now', "L'été : chaud", "'a': \"b\"", "back\\slash: x"],
    "an indicator first": [*(f"{sign}a" for sign in "@%&*!|>'\"[{`,]}#"), "- a", "? a", ": a"],
    "an indicator alone": [*"-?:,[]{}#&*!|>'\"%@`"],
    "a symbol to Ruby": [":a", ":a b"],
    "no indicator after all": ["-a", "-5 °C", "?a", "a-", "a?", "a [b]", "a, b", "a & b", "a*"],
    "a switch or nothing": ["yes", "No", "ON", "off", "true", "False", "y", "n", "null", "~", ""],
    "a number": ["1984", "010", "1.10", "1_000", "1,000", "0x1F", "0o17", "0b1", "1e3", ".5", "+1",
                 ".inf", "-.NaN", "12:30:00", "1:30"],
    "a date": ["2024-01-09", "2024-1-9", "2024-01-09 10:00", "2024-01-09T10:00:00Z",
               "2024-01-09 10:00:00 +0100"],
    "almost a number": ["1984 and after", "1.2.3", "v1", "24h", "3 %", "1-2", "2024-01", "12h30"],
    "spaces at an end": [" a", "a ", "\u00a0a"],
    "a line end, a tab": ["a\nb", "a\n", "\n", "a\tb", "\ta"],
    "what YAML forbids or drops": ["\x00", "\x7f", "a\r", "\x85", "\u2028", "\ufeffa", "\ufffe"],
    "all planes": ["日本語", "été\u00a0: x", "😀", "\U0010ffff", "e\u0301"],
    "a merge or value key": ["<<", "="],
    "a fence": ["---", "...", "--- a"],
}  # fmt: skip


def readers() -> dict[str, Callable[[Sequence[str]], list[object]]]:
    """What each reader that is here takes for the title of each head; None for no text."""
    found: dict[str, Callable[[Sequence[str]], list[object]]] = {
        "PyYAML": lambda heads: [_title(lambda h: yaml.safe_load(h), head) for head in heads]
    }
    if hasattr(yaml, "CSafeLoader"):
        found["libyaml"] = lambda heads: [
            _title(lambda h: yaml.load(h, Loader=yaml.CSafeLoader), head) for head in heads
        ]
    try:
        from ruamel.yaml import YAML
    except ImportError:
        pass
    else:
        found["ruamel"] = lambda heads: [
            _title(YAML(typ="safe", pure=True).load, head) for head in heads
        ]
    if shutil.which("ruby"):
        found["Psych"] = _psych
    return found


def _title(load: Callable[[str], object], head: str) -> object:
    try:
        found = load(head)
    except Exception:  # each reader has its own
        return None
    value = found.get("title") if isinstance(found, dict) else None
    return value if isinstance(value, str) else None


def _psych(heads: Sequence[str]) -> list[object]:
    ruby = subprocess.run(
        ["ruby", "-e", _PSYCH],
        input=json.dumps(heads),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return list(json.loads(ruby.stdout))


def written(text: str) -> str:
    """`text` as it stands once it was set as a title that had no quotes."""
    field = read(_set(text)).field("title")
    assert field is not None
    return field.raw


def misread(texts: Sequence[str], *, bare: bool = False) -> list[list[str]]:
    """For each of `texts` the readers that do not read it back, as written or `bare`."""
    heads = [
        f"title: {text}\nlayout: post\n" if bare else _set(text)[len("---\n") : -len("---\n")]
        for text in texts
    ]
    found: list[list[str]] = [[] for _ in texts]
    for name, load in readers().items():
        for place, value in enumerate(load(heads)):
            if value != texts[place]:
                found[place].append(name)
    return found


def _set(text: str) -> str:
    head = "---\ntitle: old\nlayout: post\n---\n"
    return apply(head, set_field(head, "title", text))


def main() -> int:
    names = list(readers())
    sys.stdout.write(f"readers: {', '.join(names)}\n")
    failed = 0
    for case, texts in CASES.items():
        sys.stdout.write(f"\n{case}\n")
        kept, bare = misread(texts), misread(texts, bare=True)
        for text, wrong, needs in zip(texts, kept, bare, strict=True):
            failed += bool(wrong)
            raw = written(text).replace("\n", "⏎")
            told = f"wrong in {', '.join(wrong)}" if wrong else "all agree"
            why = f"bare: not {', '.join(needs)}" if needs else "bare: all agree"
            sys.stdout.write(f"  {text!r:30} {raw:32} {told:10}  {why}\n")
    sys.stdout.write(f"\n{sum(map(len, CASES.values()))} cases, {failed} misread\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
