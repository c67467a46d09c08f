"""Valid YAML heads broken in the ways writers break them: `python -m tests.broken_heads [SEED [HEADS]]`.

The heads are those of the corpus. For every way it prints which share of the broken ones `fix`
makes readable by PyYAML and by Psych, keeps unchanged elsewhere, and gives the value meant.
"""

import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from editor import files
from editor.edits import apply
from editor.front_matter import read
from editor.front_matter.formats import find
from editor.problems.finding import mend_all
from editor.site import Site
from tests.conftest import CORPUS

SITE = Site(Path("/site"), "jekyll")
PATH = Path("/site/_posts/2024-01-11-x.md")
TODAY = date(2026, 1, 15)
_PSYCH = r"""
require 'json'
begin; require 'safe_yaml/load'; rescue LoadError; require 'yaml'; require 'date'; end
STDIN.each_line do |line|
  head = JSON.parse(line)
  begin
    value = defined?(SafeYAML) ? SafeYAML.load(head) :
      YAML.safe_load(head, permitted_classes: [Date, Time, Symbol], aliases: true)
    title = value.is_a?(Hash) ? value['title'] : nil
    puts JSON.generate([value.is_a?(Hash), title.is_a?(String) ? title : title.to_s])
  rescue Exception => error
    puts JSON.generate([false, error.message])
  end
end
"""


@dataclass(frozen=True)
class Broken:
    """A head broken in one way: its lines, those at fault, and the values meant."""

    way: str
    lines: list[str]
    first: int  # of the lines at fault
    last: int
    meant: dict[str, object]


# ruff: noqa: E501
# Ways to write a title that a reader refuses: what stands behind `title: `, and what is meant.
def _titles(text: str, pick: random.Random) -> Iterator[tuple[str, str, str]]:
    words = text.split(" ")
    at = pick.randrange(1, len(words)) if len(words) > 1 else 1
    first, rest = " ".join(words[:at]), " ".join(words[at:]) or "suite"
    word = pick.choice(["le mot", "Hello", "été", "x"])
    for way, sign in [("spaced colon", " : "), ("colon", ": "), ("no-break colon", "\u00a0: ")]:
        meant = f"{first}{sign}{rest}"
        yield way, meant, meant
    yield "colon at the end", f"{first} {rest}:", f"{first} {rest}:"
    yield "two colons", f"{first}: a : {rest}", f"{first}: a : {rest}"
    yield "colon and apostrophe", f"{first} : l'{rest}", f"{first} : l'{rest}"
    yield "colon and quotes", f'{first} : "{word}" {rest}', f'{first} : "{word}" {rest}'
    yield "colon and emoji", f"🎉 {first}: {rest} 👩‍💻", f"🎉 {first}: {rest} 👩‍💻"
    yield "apostrophe", f"'{first} l'{rest}'", f"{first} l'{rest}"
    yield "two apostrophes", f"'L'{first} d'{rest}'", f"L'{first} d'{rest}"
    yield "apostrophe at the start", f"''tis {first} {rest}'", f"'tis {first} {rest}"
    yield "quotes inside", f'"{first} "{word}" {rest}"', f'{first} "{word}" {rest}'
    yield "quotes at the end", f'"{first} "{word}""', f'{first} "{word}"'
    yield "quotes at the start", f'""{word}" {rest}"', f'"{word}" {rest}'
    yield "words after quotes", f'"{word}" {rest}', f'"{word}" {rest}'
    yield "words after single quotes", f"'{word}' {rest}", f"'{word}' {rest}"
    yield "two quoted words", f'"{word}" {first} "{rest}"', f'"{word}" {first} "{rest}"'
    yield "stop after quotes", f'"{first} {rest}".', None  # type: ignore[misc]
    yield "comma after quotes", f'"{first} {rest}",', f"{first} {rest}"
    yield "semicolon after quotes", f"'{first} {rest}';", f"{first} {rest}"
    for sign in ("@", "%", "`", "*", "&", "!", "|", ">", "]", "}", ","):
        yield f"starts with {sign}", f"{sign}{first} {rest}", f"{sign}{first} {rest}"
    yield "code first", f"`{word}` {rest}", f"`{word}` {rest}"
    yield "bold first", f"**{word}** {rest}", f"**{word}** {rest}"
    yield "bold", f"*{word}* {rest}", f"*{word}* {rest}"
    yield "dash first", f"- {first} {rest}", f"- {first} {rest}"
    yield "question first", f"? {first} {rest}", f"? {first} {rest}"
    yield "bracketed word first", f"[{word}] {first} {rest}", f"[{word}] {first} {rest}"
    yield "bracketed word and colon", f"[{word}] {first}: {rest}", f"[{word}] {first}: {rest}"
    yield "braces first", f"{{{word}}} {first} {rest}", f"{{{word}}} {first} {rest}"
    yield "template tag", "{{ page.name }}", "{{ page.name }}"
    yield "template tag and words", "{{ page.name }} " + rest, "{{ page.name }} " + rest
    yield "block tag", "{% assign x = 1 %}", "{% assign x = 1 %}"
    yield "unclosed double", f'"{first} {rest}', f"{first} {rest}"
    yield "unclosed single", f"'{first} {rest}", f"{first} {rest}"
    yield "unclosed double, colon", f'"{first}: {rest}', f"{first}: {rest}"
    yield "quotes of two kinds", f"'{first} {rest}\"", f"{first} {rest}"
    yield "quotes of two kinds, other", f"\"{first} {rest}'", f"{first} {rest}"
    yield "doubled single", f"''{first} {rest}''", f"{first} {rest}"
    yield "doubled double", f'""{first} {rest}""', f"{first} {rest}"
    yield "closed twice", f'"{first} {rest}""', f"{first} {rest}"
    yield "single closed twice", f"'{first} {rest}''", f"{first} {rest}"
    yield "curly and colon", f"“{first}: {rest}”", f"{first}: {rest}"
    yield "curly closing", f'"{first}: {rest}”', f"{first}: {rest}"
    yield "single curly and colon", f"‘{first}: {rest}’", f"{first}: {rest}"
    yield "guillemets and colon", f"« {first} » : {rest}", f"« {first} » : {rest}"
    yield "Windows path", f'"C:\\Users\\{word} {rest}"', f"C:\\Users\\{word} {rest}"
    yield "pattern", f'"{first} \\d+\\. {rest}"', f"{first} \\d+\\. {rest}"
    yield "escaped apostrophe", f"'{first} l\\'{rest}'", f"{first} l'{rest}"
    yield "escaped apostrophe, double", f'"{first} l\\\'{rest}"', f"{first} l'{rest}"
    yield "control character", f"{first}\x08 {rest}", f"{first} {rest}"


def _title_line(lines: list[str]) -> int | None:
    found = [i for i, line in enumerate(lines) if line.startswith("title:")]
    if len(found) != 1 or not lines[found[0]][6:].strip():
        return None
    following = lines[found[0] + 1] if found[0] + 1 < len(lines) else ""
    return None if following[:1] in (" ", "\t") else found[0]


def _broken_titles(lines: list[str], title: str, pick: random.Random) -> Iterator[Broken]:
    at = _title_line(lines)
    if at is None or not title or title[0] in "\"'[{&*!|>%@`-?:,]}#“”‘’«" or title[-1] in "\"'”’:":
        return
    if any(sign in title for sign in ("\n", ": ", " :", " #", '"', "'", "\\", "“", "”")):
        return
    for way, written, meant in _titles(title, pick):
        new = [*lines[:at], f"title: {written}", *lines[at + 1 :]]
        yield Broken(f"title: {way}", new, at, at, {"title": meant} if meant else {})
    glued = [
        ("no space after the colon", f"title:{title}"),
        ("no-break space after the colon", f"title:\u00a0{title}"),
        ("tab after the colon", f"title:\t{title}"),
        ("equals sign", f"title = {title}"),
        ("equals sign, glued", f"title={title}"),
        ("wide colon", f"title：{title}"),
        ("no colon", f"title {title}"),
        ("no-break space first", f"\u00a0title: {title}"),
        ("space first", f" title: {title}"),
        ("tab first", f"\ttitle: {title}"),
        ("dash first, line", f"- title: {title}"),
        ("semicolon for colon", f"title; {title}"),
    ]
    for way, line in glued:
        yield Broken(
            f"line: {way}", [*lines[:at], line, *lines[at + 1 :]], at, at, {"title": title}
        )


_LISTS: list[tuple[str, list[str], list[str] | None]] = [
    ("tab", ["tags:", "\t- rouge", "\t- vert"], ["rouge", "vert"]),
    ("two tabs", ["tags:", "\t\t- rouge", "\t\t- vert"], ["rouge", "vert"]),
    ("tab after dash", ["tags:", "  -\trouge", "  -\tvert"], ["rouge", "vert"]),
    ("space and tab", ["tags:", "  - rouge", " \t- vert"], ["rouge", "vert"]),
    ("no-break indent", ["tags:", "\u00a0\u00a0- rouge", "\u00a0\u00a0- vert"], ["rouge", "vert"]),
    ("half a no-break indent", ["tags:", " \u00a0- rouge", "  - vert"], ["rouge", "vert"]),
    ("later item left", ["tags:", "  - rouge", " - vert"], ["rouge", "vert"]),
    ("later item at the key", ["tags:", "  - rouge", "- vert"], ["rouge", "vert"]),
    ("later item right, first quoted", ["tags:", "- 'rouge'", "  - 'vert'"], ["rouge", "vert"]),
    ("no space after dash", ["tags:", "  - rouge", "  -vert"], None),
    ("text then items", ["tags: rouge", "  - vert", "  - bleu: x"], None),
    ("list then items", ["tags: [rouge]", "  - vert"], ["rouge", "vert"]),
    ("colon in item", ["tags:", "  - rouge: a: b", "  - vert"], ["rouge: a: b", "vert"]),
    ("colon in items", ["tags:", "  - a: b: c", "  - d: e: f"], ["a: b: c", "d: e: f"]),
    ("sign in item", ["tags:", "  - @rouge", "  - `vert`"], ["@rouge", "`vert`"]),
    ("star in item", ["tags:", "  - *rouge*", "  - %vert"], ["*rouge*", "%vert"]),
    ("quote in item", ["tags:", "  - 'l'été'", '  - "a "b" c"'], ["l'été", 'a "b" c']),
    ("words after item", ["tags:", '  - "rouge" vif', "  - vert"], ['"rouge" vif', "vert"]),
    ("open quote in item", ["tags:", "  - 'rouge", "  - vert"], ["rouge", "vert"]),
    ("comma after item", ["tags:", '  - "rouge",', '  - "vert"'], ["rouge", "vert"]),
    ("unclosed", ["tags: [rouge, vert"], ["rouge", "vert"]),
    ("unclosed, comma", ["tags: [rouge, vert,"], ["rouge", "vert"]),
    ("unclosed, quotes", ['tags: ["rouge", "vert"'], ["rouge", "vert"]),
    ("unclosed, single quotes", ["tags: ['rouge', 'vert'"], ["rouge", "vert"]),
    ("unclosed, other bracket", ["tags: [rouge, vert)"], ["rouge", "vert"]),
    ("unclosed, brace", ["tags: [rouge, vert}"], ["rouge", "vert"]),
    ("closed twice", ["tags: [rouge, vert]]"], ["rouge", "vert"]),
    ("opened twice", ["tags: [[rouge, vert]"], ["rouge", "vert"]),
    (
        "unclosed nested",
        ["tags: [[rouge, vert], [bleu, gris]"],
        [["rouge", "vert"], ["bleu", "gris"]],
    ),
    ("unclosed quote in list", ['tags: ["rouge, "vert"]'], ["rouge", "vert"]),
    ("unclosed last quote", ['tags: ["rouge", "vert]'], ["rouge", "vert"]),
    ("unclosed lines", ["tags: [", "  rouge,", "  vert"], ["rouge", "vert"]),
    ("unclosed brace", ["map: {a: 1, b: 2"], None),
    ("two lists", ["tags: [rouge], [vert]"], None),
    ("words after list", ["tags: [rouge, vert] # ok", "pic: [x] y"], None),
    ("comma after list", ["tags: [rouge, vert],"], ["rouge", "vert"]),
    ("sign in list", ["tags: [@rouge, vert]"], ["@rouge", "vert"]),
    ("hash in list", ["tags: [rouge, #vert]"], ["rouge", "#vert"]),
    ("hash first in list", ["tags: [#rouge, vert]"], ["#rouge", "vert"]),
    ("percent in list", ["tags: [rouge, %vert]"], ["rouge", "%vert"]),
    ("star in list", ["tags: [*rouge, vert]"], ["*rouge", "vert"]),
    ("colon in list", ["tags: [a: b: c, vert]"], ["a: b: c", "vert"]),
    ("quote in list", ["tags: ['l'été', vert]"], ["l'été", "vert"]),
    ("words after quote in list", ['tags: ["rouge" vif, vert]'], ['"rouge" vif', "vert"]),
    ("missing comma", ['tags: ["rouge" "vert"]'], ["rouge", "vert"]),
    ("two commas", ["tags: [rouge,, vert]"], ["rouge", "vert"]),
    ("comma first", ["tags: [, rouge, vert]"], ["rouge", "vert"]),
    ("curly list", ["tags: [“rouge: x”, “vert”]"], None),
    ("dash in list", ["tags: [- rouge, - vert]"], None),
    ("backtick list", ["tags: [`rouge`, vert]"], ["`rouge`", "vert"]),
]
_OTHERS: list[tuple[str, list[str], dict[str, object]]] = [
    ("text over lines, colon", ["summary: un texte", "  avec : deux points", "  et plus"], {}),
    ("text over lines, colon first", ["summary: un : texte", "  et la suite"], {}),
    ("text over lines, at the key", ["summary: un texte", "qui continue ici"], {}),
    ("text over lines, quoted", ['summary: "un texte', "  qui ne finit pas"], {}),
    ("field too far right", ["author: moi", "  lang: fr"], {"lang": "fr"}),
    ("field too far right, list", ["keys: [a]", "  lang: fr"], {"lang": "fr"}),
    ("field too far right, quoted", ["author: 'moi'", "  lang: fr"], {"lang": "fr"}),
    ("mapping, uneven", ["image:", "  path: a.png", "   alt: b"], {}),
    ("mapping, uneven left", ["image:", "   path: a.png", "  alt: b"], {}),
    ("mapping, tab", ["image:", "\tpath: a.png", "\talt: b"], {"image": {"path": "a.png", "alt": "b"}}),
    ("mapping, half tab", ["image:", "  path: a.png", "\talt: b"], {"image": {"path": "a.png", "alt": "b"}}),
    ("mapping, glued", ["image:", "  path:a.png", "  alt: b"], {"image": {"path": "a.png", "alt": "b"}}),
    ("mapping, colon", ["image:", "  path: a.png", "  alt: b : c"], {"image": {"path": "a.png", "alt": "b : c"}}),
    ("mapping, sign", ["image:", "  path: @a", "  alt: %b"], {"image": {"path": "@a", "alt": "%b"}}),
    ("mapping, apostrophe", ["image:", "  alt: 'l'été'"], {"image": {"alt": "l'été"}}),
    ("mapping and text", ["image: a.png", "  alt: b"], {}),
    ("list of mappings, colon", ["links:", "  - name: a : b", "    url: /x"], {"links": [{"name": "a : b", "url": "/x"}]}),
    ("list of mappings, uneven", ["links:", "  - name: a", "   url: /x"], {"links": [{"name": "a", "url": "/x"}]}),
    ("list of mappings, deep", ["links:", "  - name: a", "      url: /x"], {}),
    ("value at the key", ["image:", "https://a.b/c.png"], {"image": "https://a.b/c.png"}),
    ("comment, slashes", ["// une note"], {}),
    ("comment, HTML", ["<!-- une note -->"], {}),
    ("comment, dashes", ["-- une note"], {}),
    ("comment, C", ["/* une note */"], {}),
    ("comment, percent", ["% une note"], {}),
    ("stray word", ["mot"], {}),
    ("stray sentence", ["Ceci est une phrase."], {}),
    ("stray bracket", ["]"], {}),
    ("stray comma", ["lang: fr,"], {}),
    ("colon only", [": fr"], {}),
    ("quoted key", ['"lang: fr'], {}),
    ("bad escape", ['regexp: "a\\.b"'], {"regexp": "a\\.b"}),
    ("block, less indented", ["summary: |", "  un", " deux"], {}),
    ("block, at the key", ["summary: |", "un texte ici"], {}),
    ("block, tab", ["summary: |", "\tun texte", "\tdeux"], {}),
    ("block, words behind", ["summary: | un texte"], {}),
    ("folded, words behind", ["summary: > un texte", "  et deux"], {}),
    ("address and colon", ["link: http://a.b: c"], {"link": "http://a.b: c"}),
    ("time", ["when: 10:30: midi"], {"when": "10:30: midi"}),
    ("template in mapping", ["image:", "  path: {{ site.url }}/a.png"], {"image": {"path": "{{ site.url }}/a.png"}}),
    ("glued list", ["tags:[a, b]"], {"tags": ["a", "b"]}),
    ("glued quoted", ['lang:"fr"'], {"lang": "fr"}),
    ("glued address", ["link:https://a.b"], {"link": "https://a.b"}),
    ("alias", ["lang: *fr"], {"lang": "*fr"}),
    ("tag", ["lang: !fr"], {"lang": "!fr"}),
    ("merge conflict", ["<<<<<<< HEAD", "lang: fr", "=======", "lang: en", ">>>>>>> b1"], {}),
]  # fmt: skip


def breaks(lines: list[str], title: str, pick: random.Random) -> Iterator[Broken]:
    """`lines`, a head without its fences, broken in every way there is."""
    yield from _broken_titles(lines, title, pick)
    keys = {line.partition(":")[0] for line in lines}
    indented = not lines or lines[0][:1] in (" ", "\t", "{")
    if indented:
        return
    tops = [i for i, line in enumerate(lines) if line[:1].isalpha() and ":" in line]
    for at in pick.sample([0, len(lines)], 1) if tops else []:
        inserted = at
        for way, new, meant in _LISTS:
            key = new[0].partition(":")[0]
            if key not in keys:
                broken = [*lines[:inserted], *new, *lines[inserted:]]
                values: dict[str, object] = {} if meant is None else {key: meant}
                yield Broken(f"list: {way}", broken, inserted, inserted + len(new) - 1, values)
        for way, new, values in _OTHERS:
            if not keys & {line.partition(":")[0].strip() for line in new}:
                broken = [*lines[:inserted], *new, *lines[inserted:]]
                yield Broken(f"other: {way}", broken, inserted, inserted + len(new) - 1, values)


def valid_heads() -> list[tuple[list[str], str]]:
    """The heads of the corpus that PyYAML reads as fields, as lines, each with its title."""
    found = []
    for path in sorted(path for path in (CORPUS / "posts").rglob("*") if path.is_file()):
        text = files.read(path).text
        head = find(text)
        if head is None or head.format != "yaml" or head.problems:
            continue
        content = text[head.fields_start : head.fields_end]
        values = pyyaml(content)
        if values and "\t" not in content:
            title = values.get("title")
            found.append(
                (content.removesuffix("\n").split("\n"), title if isinstance(title, str) else "")
            )
    return found


def pyyaml(content: str) -> dict[str, object] | None:
    """What PyYAML makes of a head, None where it refuses it."""
    try:
        values = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError):
        return None
    return values if isinstance(values, dict) else None


def psych(heads: list[str]) -> list[tuple[bool, str]]:
    """Whether Jekyll's reader takes each head, and the title it reads or its complaint."""
    ruby = shutil.which("ruby")
    if not ruby:
        return [(True, "")] * len(heads)
    lines = "".join(json.dumps(head) + "\n" for head in heads)
    ran = subprocess.run(
        [ruby, "-e", _PSYCH], input=lines, capture_output=True, check=True, text=True
    )
    return [(is_read, told) for is_read, told in map(json.loads, ran.stdout.splitlines())]


def judge(broken: Broken) -> tuple[str, str]:
    """What `fix` makes of it, "" where it is right, and the mended text."""
    text = "---\n" + "\n".join(broken.lines) + "\n---\n\nBody: x\n"
    new = apply(text, mend_all(text, PATH, SITE, TODAY))
    if not new.startswith("---\n") or not new.endswith("---\n\nBody: x\n"):
        return "body changed", new
    content = new[4 : -len("---\n\nBody: x\n")]
    after = content.removesuffix("\n").split("\n")
    tail = len(broken.lines) - broken.last - 1
    kept = after[: broken.first] == broken.lines[: broken.first] and (
        not tail or after[-tail:] == broken.lines[-tail:]
    )
    if not kept:
        return "other lines changed", new
    values = pyyaml(content)
    if values is None:
        return "not readable", new
    for key, value in broken.meant.items():
        if values.get(key) != value:
            return "not what was meant", new
    return "", new


def main(seed: int, sample: int) -> None:
    """Print, way by way, how many of the broken heads come out right, and the first that do not."""
    pick = random.Random(seed)
    right: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    failed: dict[str, tuple[str, list[str]]] = {}
    mended: list[tuple[Broken, str]] = []
    for lines, title in pick.sample(valid_heads(), sample):
        known = {one.key for one in read("\n".join(["---", *lines, "---", ""])).fields}
        for broken in breaks(lines, title, pick):
            if pyyaml("\n".join(broken.lines)) is not None:
                continue
            tried[broken.way] += 1
            front = read("\n".join(["---", *broken.lines, "---", ""]))
            at_fault = {"title"} if broken.way.startswith(("title", "line")) else set()
            readable = {one.key for one in front.fields if not one.problem}
            fields[broken.way] += known - at_fault <= readable
            verdict, new = judge(broken)
            if verdict:
                failed.setdefault(broken.way, (verdict, broken.lines[broken.first :][:4]))
            else:
                mended.append((broken, new))
    contents = [new[4:].rpartition("---\n\nBody: x\n")[0] for _, new in mended]
    for (broken, _), (is_read, told) in zip(mended, psych(contents), strict=True):
        right[broken.way] += is_read
        if not is_read:
            failed.setdefault(broken.way, (f"Psych: {told}", broken.lines[broken.first :][:4]))
    for way in sorted(tried):
        if right[way] < tried[way] or fields[way] < tried[way]:
            told = f"{right[way]:4} of {tried[way]:4} right, other fields of {fields[way]:4}"
            sys.stdout.write(f"{told}  {way}  {failed.get(way, '')}\n")
    share, readable_share = right.total() / tried.total(), fields.total() / tried.total()
    sys.stdout.write(
        f"{right.total()} of {tried.total()} right ({share:.1%}), "
        f"all other fields read in {readable_share:.1%}, {len(tried)} ways\n"
    )


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:3]]
    main(*arguments, *(1, 40)[len(arguments) :])
