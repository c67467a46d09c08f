"""Brings the translations up to date: `python -m tests.translations [--new CODE]`.

Collects the strings of `editor` into `resources/i18n/editor_fr.ts` and into those of other
languages there, compiles them, and names what has no French yet; of another language it says how
many strings are still in English. With `--new CODE`, such as `de`, it begins another language.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
TS = ROOT / "resources" / "i18n" / "editor_fr.ts"


def update(ts: Path = TS, language: str = "fr") -> None:
    """Collect the strings anew; what is translated stays. A file that is not there is begun."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "editor").rglob("*.py"))
    languages = ["-source-language", "en", "-target-language", language]
    _run("lupdate", "-no-obsolete", "-locations", "none", *sources, *languages, "-ts", str(ts))


def compile_(ts: Path, qm: Path) -> None:
    """Write `qm`, which is what Qt reads."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def untranslated(ts: Path = TS) -> list[str]:
    """The strings that have no translation yet."""
    return [
        message.findtext("source", "")
        for message in ET.parse(ts).iter("message")
        if message.find("translation").get("type") == "unfinished"  # type: ignore[union-attr]
        or not message.findtext("translation")
    ]


def others(folder: Path = TS.parent) -> dict[str, Path]:
    """The files of the languages but French, by their codes."""
    found = {file.stem.removeprefix("editor_"): file for file in sorted(folder.glob("editor_*.ts"))}
    return {code: file for code, file in found.items() if code != "fr"}


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([program, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main(words: list[str]) -> int:
    """Update, compile, and name what is missing."""
    files = {"fr": TS, **others()}
    if words[:1] == ["--new"]:
        files[words[1]] = TS.with_name(f"editor_{words[1]}.ts")
    for code, ts in files.items():
        update(ts, code)
        compile_(ts, ts.with_suffix(".qm"))
        if code != "fr":
            sys.stdout.write(f"{ts.name}: {len(untranslated(ts))} strings still in English\n")
    missing = untranslated()
    for source in missing:
        sys.stdout.write(f"no French: {source}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
