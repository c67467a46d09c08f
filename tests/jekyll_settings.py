"""What real Jekyll makes of texts under settings of its Markdown, kept for the tests.

`python -m tests.jekyll_settings` asks the Jekyll that is installed, and writes the fixture anew.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

FIXTURE = Path(__file__).parent / "fixtures" / "jekyll_settings.json"
JEKYLL = shutil.which("jekyll")

Settings = Mapping[str, Any]

_SCRIPT = """
require "json"
require "jekyll"
Jekyll.logger.log_level = :error
asked = JSON.parse(STDIN.read)
puts JSON.generate(asked.map { |settings, text|
  begin
    site = Jekyll::Site.new(Jekyll.configuration(settings.merge("quiet" => true)))
    site.find_converter_instance(Jekyll::Converters::Markdown).convert(text)
  rescue StandardError
    nil
  end
})
"""

TEXTS = {
    "signs": (
        'It\'s "a" -- b --- c... <<d>> << e >> \\<< &amp; &nbsp; &eacute; é &lt; &#233; &quot; '
        "&foo; '90s [^1] <b>x & y</b>\n\n[^1]: note\n\nAgain[^1] and [^n]\n\n[^n]:\n    > quote\n"
    ),
    "headings": (
        '# Été "x" & *y* `c`\n\n## Été "x" & *y* `c`\n\n#No space\n\nSetext --\n===\n\ntext\n'
        "# after text #\n\n# a\\# ##\n\n* TOC\n{:toc}\n\n### Third #\n"
    ),
    "formulas": "$$a<b$$ x $$c$${: .m}\n\n$$d < e$$\n\n$$\nf\n$$\n{: .big}\n",
    "blocks": (
        "para\n* item\n* [ ] task\n\n* [x] task\n\npara\n> quote\n\n~~~\ncode <b>\n~~~\n\n"
        "```\nback\n```\n\n`x < y` `z`{: .k}\n\n~~old~~ \\~ line  \nbreak\\\nnext \\\\\nlast\n"
    ),
    "elements": (
        "<div>*a* $$x$$</div>\n\n<div>\n*a*\n\nb\n</div>\n\n<span>*a*</span>\n\nterm\n: def\n\n"
        "漢字\n仮名 abc\ndef\n\n[a] [b][A]  [c]\n\n*[HTML]: Hyper\n\nHTML a|b\nc|d\n"
    ),
    "own options": (
        '{::options footnote_nr="3" auto_ids="no" header_offset="-1" /}\n\n### H\n\nx[^1]\ny\n\n'
        "[^1]: n\n"
    ),
    "more own options": (
        '{::options hard_wrap="true" footnote_backlink="" smart_quotes="laquo,raquo,171,187" '
        'entity_output="numeric" math_engine="nil" /}\n\n\'a\' "b"... $$x$$[^1]\ny\n\n[^1]: z\n'
    ),
}


def _kramdown(**options: object) -> Settings:
    return {"kramdown": options}


SETTINGS: Sequence[Settings] = (
    {},
    *(_kramdown(entity_output=name) for name in ("numeric", "symbolic", "as_input", ":numeric")),
    _kramdown(math_engine=None),
    _kramdown(syntax_highlighter=None),
    _kramdown(input="kramdown"),
    _kramdown(input="Kramdown", auto_id_stripping=True),
    _kramdown(input="kramdown", hard_wrap=True),
    _kramdown(typographic_symbols={"hellip": "...", "mdash": "---", "laquo_space": "<"}),
    _kramdown(smart_quotes="apos,apos,quot,quot"),
    _kramdown(smart_quotes=["lsaquo", "rsaquo", 171, "raquo"]),
    *(
        _kramdown(gfm_quirks=names)
        for names in ("no_auto_typographic", "", [], ["paragraph_end", "no_auto_typographic"])
    ),
    *(_kramdown(footnote_backlink=text) for text in ("", "up & < &uarr;")),
    _kramdown(footnote_prefix="p-"),
    *(_kramdown(header_offset=offset) for offset in (2, -1)),
    *(_kramdown(toc_levels=levels) for levels in ("2..3", [2], "1,3")),
    *(_kramdown(footnote_nr=number) for number in (5, "7")),
    _kramdown(parse_block_html=True),
    _kramdown(parse_span_html=False),
    *(_kramdown(hard_wrap=on) for on in (True, "true", None)),
    *(_kramdown(auto_ids=on) for on in (False, "false", "no")),
    _kramdown(auto_id_prefix="h-"),
    _kramdown(link_defs={"a": ["http://b"], "B": ["http://c", "t"]}),
    _kramdown(remove_line_breaks_for_cjk=True),
    _kramdown(syntax_highlighter_opts={"disable": True}),
    _kramdown(syntax_highlighter_opts={"span": {"disable": True}}),
    _kramdown(syntax_highlighter_opts={"block": {"line_numbers": True, "start_line": 9}}),
    _kramdown(guess_lang=False),
    _kramdown(show_warnings=True),
    {"highlighter": "none"},
)


def asked() -> list[tuple[Settings, str]]:
    """Each of the settings with each text."""
    return [(settings, text) for settings in SETTINGS for text in TEXTS.values()]


def real(asked: Sequence[tuple[Settings, str]]) -> list[str | None]:
    """What the Jekyll that is installed makes of texts; `None` where it fails."""
    found = subprocess.run(
        ["ruby", "-e", _SCRIPT], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    return json.loads(found.stdout)


def kept() -> list[str]:
    """What real Jekyll made of each that is asked, in the same order."""
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
