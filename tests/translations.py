"""Brings the translations up to date: `python -m tests.translations`.

Collects the strings of `editor` into `resources/i18n/editor_fr.ts`, compiles it, and names what
has no translation yet.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
TS = ROOT / "resources" / "i18n" / "editor_fr.ts"


def update(ts: Path = TS) -> None:
    """Collect the strings anew; what is translated stays."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "editor").rglob("*.py"))
    languages = ["-source-language", "en", "-target-language", "fr"]
    _run("lupdate", "-no-obsolete", "-locations", "none", *sources, *languages, "-ts", str(ts))


def compile_(ts: Path, qm: Path) -> None:
    """Write `qm`, which is what Qt reads."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def untranslated(ts: Path = TS) -> list[str]:
    """The strings that have no French yet."""
    return [
        message.findtext("source", "")
        for message in ET.parse(ts).iter("message")
        if message.find("translation").get("type") == "unfinished"  # type: ignore[union-attr]
        or not message.findtext("translation")
    ]


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([program, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Update, compile, and name what is missing."""
    update()
    compile_(TS, TS.with_suffix(".qm"))
    missing = untranslated()
    for source in missing:
        sys.stdout.write(f"no French: {source}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
