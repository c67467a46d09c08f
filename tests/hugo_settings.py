"""What real Hugo makes of texts under settings of its Markdown, kept for the tests.

`python -m tests.hugo_settings` asks the Hugo that is installed, and writes the fixture anew.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

FIXTURE = Path(__file__).parent / "fixtures" / "hugo_settings.json"
HUGO = shutil.which("hugo")

Settings = Mapping[str, Any]

TEXTS = {
    "raw HTML": "<div>*a*</div>\n\na <b>b</b> <!-- c --> [d](javascript:e)\nf  \ng\n\n***\n",
    "signs": "\"a\" 'b' -- c --- d... it's <<e>> 1/2\n",
    "headings": "# Été & so\n\n## Been {#there .a b=c}\n\nSet\n===\n\n# Été & so\n",
    "blocks": (
        "a[^1] https://b.c www.d.e\n\n[^1]: note\n\nterm\n: meaning\n\n~~f~~\n\n"
        "| g | h |\n|---|---|\n| i | j |\n\n- [ ] k\n- [x] l\n"
    ),
    "attributes": "a\n{.b #c}\n\n> d\n{title=e}\n\n- f\n{.g}\n\n| h |\n|---|\n| i |\n{.j}\n",
    "images": '![a](b.png)\n\nc ![a](b.png)\n\n![a](b.png) ![d](e.png "f")\n\n[![a](b.png)](c)\n',
    "code": "    a <b>\n\n```\nc\n```\n\n`d`\n",
}


def _goldmark(**parts: object) -> Settings:
    return {"markup": {"goldmark": parts}}


SETTINGS: Sequence[Settings] = (
    {},
    *(_goldmark(renderer={name: True}) for name in ("unsafe", "hardWraps", "xhtml")),
    {"Markup": {"GoldMark": {"Renderer": {"UNSAFE": True, "hardwraps": True, "XHTML": True}}}},
    _goldmark(renderer={"unsafe": "true"}),
    *(
        _goldmark(extensions={name: False})
        for name in ("typographer", "footnote", "linkify", "definitionList", "table")
    ),
    *(_goldmark(extensions={name: False}) for name in ("strikethrough", "taskList")),
    _goldmark(extensions={"linkifyProtocol": "http"}),
    _goldmark(parser={"autoHeadingID": False}),
    *(
        _goldmark(parser={"autoHeadingIDType": name})
        for name in ("github-ascii", "blackfriday", "github")
    ),
    _goldmark(parser={"attribute": {"title": False}}),
    _goldmark(parser={"attribute": {"block": True}}),
    _goldmark(parser={"wrapStandAloneImageWithinParagraph": False}),
)


def asked() -> list[tuple[Settings, str]]:
    """Each of the settings with each text."""
    return [(settings, text) for settings in SETTINGS for text in TEXTS.values()]


def real(asked: Sequence[tuple[Settings, str]]) -> list[str | None]:
    """What the Hugo that is installed makes of texts; `None` where it fails."""
    answers: dict[str, list[str | None]] = {}
    for settings, _ in asked:
        if (key := json.dumps(settings)) not in answers:
            texts = [text for other, text in asked if other == settings]
            answers[key] = _built(settings, texts)
    return [answers[json.dumps(settings)].pop(0) for settings, _ in asked]


def _built(settings: Settings, texts: Sequence[str]) -> list[str | None]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "config.json").write_text(json.dumps(settings))
        layouts, content = site / "layouts" / "_default", site / "content"
        layouts.mkdir(parents=True)
        content.mkdir()
        (layouts / "single.html").write_text("{{ .Content }}")
        for number, text in enumerate(texts):
            (content / f"p{number}.md").write_text(f"---\ntitle: a\n---\n{text}")
        built = subprocess.run(
            ["hugo", "-s", folder, "-d", "out"], capture_output=True, check=False
        )
        if built.returncode:
            return [None for _ in texts]
        pages = [site / "out" / f"p{number}" / "index.html" for number in range(len(texts))]
        return [page.read_text() for page in pages]


def kept() -> list[str]:
    """What real Hugo made of each that is asked, in the same order."""
    answers = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return [answers["html"][number] for number in answers["asked"]]


def main() -> None:
    answers = real(asked())
    html = list(dict.fromkeys(answers))  # most settings change but one text
    numbers = {answer: number for number, answer in enumerate(html)}
    fixture = {"asked": [numbers[answer] for answer in answers], "html": html}
    FIXTURE.write_text(json.dumps(fixture, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
