"""Mends of front matter broken as writers break it; more by `python -m tests.broken_heads`."""

import json
import random
import tomllib
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from editor.edits import apply
from editor.front_matter import read
from editor.problems import Outcome, PostProblemKind
from editor.problems.finding import find_problems, mend_all
from editor.site import Site
from tests.broken_heads import breaks, judge, psych, pyyaml, valid_heads

JEKYLL, HUGO = (Site(Path("/site"), generator) for generator in ("jekyll", "hugo"))
POST = Path("/site/_posts/2024-01-11-x.md")
TODAY = date(2026, 1, 15)
NO_ONE_MEND = {"other: merge conflict", "other: colon only"}


def mended(text, site=JEKYLL):
    return apply(text, mend_all(text, POST, site, TODAY))


def test_broken_heads_become_what_is_meant_for_pyyaml_and_psych():
    heads = [(["title: Un titre", "lang: fr", "layout: post"], "Un titre"), *valid_heads()[:3]]
    right, tried, contents = 0, 0, []
    for lines, title in heads:
        for broken in breaks(lines, title, random.Random(1)):
            if broken.way in NO_ONE_MEND or pyyaml("\n".join(broken.lines)) is not None:
                continue
            tried += 1
            verdict, new = judge(broken)
            if not verdict:
                right += 1
                contents.append(new[4:].rpartition("---\n\nBody: x\n")[0])
    assert tried > 100
    assert right >= 0.98 * tried
    assert all(is_read for is_read, _ in psych(contents))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("title = A b", "title: A b"),
        ("title：A b", "title: A b"),
        ("title:\u00a0A b", "title: A b"),
        ("title A b", "title: A b"),
        ("- title: A b", "title: A b"),
        ("title: ''A b''", "title: 'A b'"),
        ('title: ""A b""', 'title: "A b"'),
        ('title: "A: b”', 'title: "A: b"'),
        ('title: \'A "b" c"', 'title: \'A "b" c"\''),
        ("title: 'l\\'été'", 'title: "l\'été"'),
        ('title: "C:\\Users\\x"', "title: 'C:\\Users\\x'"),
        ('title: {{ site.x }}/a.png"', 'title: "{{ site.x }}/a.png"'),
        ("title: !Important: x", 'title: "!Important: x"'),
        ("tags: [@a, b]", 'tags: ["@a", b]'),
        ("tags: [a, #b]", 'tags: [a, "#b"]'),
        ("tags: ['l'été', b]", 'tags: ["l\'été", b]'),
        ('tags: ["a" "b"]', 'tags: ["a", "b"]'),
        ("tags: [a,, b]", "tags: [a, b]"),
        ("tags: [a, b]]", "tags: [a, b]"),
        ("tags: [a, b)", "tags: [a, b]"),
        ("tags: [a, b],", "tags: [a, b]"),
        ("tags: [\n  a,\n  b", "tags: [\n  a,\n  b]"),
        ("tags:\n  - a\n - b", "tags:\n  - a\n  - b"),
        ("tags: [a]\n  - b", "tags:\n  - a\n  - b"),
        ("tags:\n\u00a0\u00a0- a\n\u00a0\u00a0- b", "tags:\n  - a\n  - b"),
        ("image:\n  path:a.png\n  alt: b", "image:\n  path: a.png\n  alt: b"),
        ("image:\n  path: a.png\n   alt: b", "image:\n  path: a.png\n  alt: b"),
        ("summary: > Un texte\n  et deux", "summary: >\n  Un texte\n  et deux"),
        ("summary: Un texte\nqui continue", "summary: Un texte\n  qui continue"),
        ("// a note", "# // a note"),
        ("]", "# ]"),
    ],
)
def test_a_broken_line_is_written_as_it_is_meant(broken, whole):
    text = f"---\nlayout: post\n{broken}\ndate: 2024-01-11\n---\n\nBody.\n"
    assert mended(text) == text.replace(broken, whole)
    assert read(mended(text)).problems == ()


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ('title: "A"', 'title = "A"'),
        ('title "A"', 'title = "A"'),
        ("title = “A”", 'title = "A"'),
        ('title = "A",', 'title = "A"'),
        ('title = "C:\\Users"', "title = 'C:\\Users'"),
        ('title = "A" // a note', 'title = "A" # a note'),
        ("draft = True", "draft = true"),
        ("tags = [a, b]", 'tags = ["a", "b"]'),
        ('tags = ["a", "b"', 'tags = ["a", "b"]'),
        ('tags = "a", "b"', 'tags = ["a", "b"]'),
        ('tags = [""Erik"]', 'tags = ["Erik"]'),
        ("date = 2024-1-9", "date = 2024-01-09"),
        ("date = 2019-27-01T06:40:42Z", "date = 2019-01-27T06:40:42Z"),
        ("// a note", "# a note"),
    ],
)
def test_toml_is_mended_line_by_line(broken, whole):
    text = f"+++\nslug = 'a'\n{broken}\nweight = 1\n+++\n\nBody.\n"
    assert mended(text, HUGO) == text.replace(broken, whole)
    tomllib.loads(mended(text, HUGO).split("+++")[1])


@pytest.mark.parametrize(
    ("broken", "fields"),
    [
        ('{\n"title": "A",\n}', {"title": "A"}),
        ('{\n"title": "A"\n"x": 1\n}', {"title": "A", "x": 1}),
        ("{\n'title': 'A'\n}", {"title": "A"}),
        ("{\ntitle: 'L\\'été'\n}", {"title": "L'été"}),
        ('{\n"title": "A", // a note\n"x": 1\n}', {"title": "A", "x": 1}),
        ('{\n/* a note */\n"title": "A"\n}', {"title": "A"}),
        ("{\n“title”: “A”\n}", {"title": "A"}),
        ('{\n"title": "a "b" c"\n}', {"title": 'a "b" c'}),
        ('{\n"tags": ["a", "b",]\n}', {"tags": ["a", "b"]}),
        ('{\n"tags": ["a" "b"]\n}', {"tags": ["a", "b"]}),
        ('{\n"tags": ["a", "b"\n}', {"tags": ["a", "b"]}),
        ('{\n"draft": True;\n"x": 1\n}', {"draft": True, "x": 1}),
        ('{\n"path": "C:\\Users"\n}', {"path": "C:\\Users"}),
        ('{\n"title": "A\n}', {"title": "A"}),
        ('{\n"title": "A"', {"title": "A"}),
    ],
)
def test_json_is_mended(broken, fields):
    text = f"{broken}\n\nBody.\n"
    new = mended(text, HUGO)
    assert new.endswith("\n\nBody.\n")
    assert json.loads(new.removesuffix("\n\nBody.\n")) == fields


@pytest.mark.parametrize(
    "lines",
    [
        ["title: A: b", "tags: [a, @b]", "author: @me", "lang:fr"],
        ["title = A b", "tags:", "\t- a", "image:", "  path: 'l'été'"],
    ],
)
def test_one_mend_leaves_the_others_to_be_found(lines):
    text = "\n".join(["---", *lines, "---", "", "Body.", ""])
    found = [problem for problem in find_problems(text, POST, JEKYLL, TODAY) if problem.edits]
    assert len(found) > 2
    for problem in found:
        after = find_problems(apply(text, problem.edits), POST, JEKYLL, TODAY)
        left = [(one.kind, one.key) for one in found if one is not problem]
        assert [(one.kind, one.key) for one in after if one.edits] == left


def test_every_problem_has_words_and_facts():
    texts = [
        "\n".join(["---", *broken.lines, "---", ""])
        for broken in breaks(["title: Un titre", "lang: fr"], "Un titre", random.Random(2))
    ]
    for text in texts:
        for problem in find_problems(text, POST, JEKYLL, TODAY):
            assert problem.message.endswith(".")
            assert problem.fix
            assert "{field}" not in problem.message + problem.fix
            assert problem.facts["generator"] == "Jekyll"


def test_merge_marks_are_told_and_nothing_is_mended():
    text = "---\ntitle: a: b\n<<<<<<< HEAD\nlang: fr\n=======\nlang: en\n>>>>>>> b\n---\n"
    kinds = [problem.kind for problem in find_problems(text, POST, JEKYLL, TODAY)]
    assert PostProblemKind.MERGE_CONFLICT in kinds
    assert mended(text) == text


def test_a_tab_that_jekyll_reads_and_pyyaml_does_not_is_told_and_mended():
    text = "---\ntitle:\tA\t\ntags: [a]\n---\n"
    (problem,) = find_problems(text, POST, JEKYLL, TODAY)
    assert (problem.kind, problem.outcome) == ("tab", Outcome.SOME_REFUSE)
    assert mended(text) == "---\ntitle: A\ntags: [a]\n---\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "".join(f"k{i}: a: b\n" for i in range(1900)) + "---\n",
        "---\ntitle: a b\n" + "stray\n" * 1900 + "---\n",
        "---\ntags:\n" + "\t- a\n" * 20_000 + "---\n",
        "---\ntitle: " + "[" * 60_000 + "\n---\n",
        "---\nt: a\n---\n" + "<<<<<<< \n=======\n" * 30_000,
        "{\n" + "/* " * 20_000 + "\n}\n",
        '{\n"a": "' + '" ' * 30_000 + "\n}\n",
        "+++\n" + "a b c : d\n" * 20_000 + "+++\n",
        "---\nt: a\n---\n" + "{{< a " * 30_000,
    ],
    ids=["fields", "stray", "tabs", "brackets", "merge", "comments", "quotes", "toml", "tags"],
)
def test_hostile_posts_are_told_of_in_bounded_time(text):
    start = process_time()
    for site in (JEKYLL, HUGO):
        find_problems(text, POST, site, TODAY)
    assert process_time() - start < 20  # a loaded machine's; two seconds each here


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("\n---\ntitle: A\nlayout:post\n---\nB\n", "---\ntitle: A\nlayout: post\n---\nB\n"),
        ("\n---\ntitle: A\ntags: [a, b\n---\nB\n", "---\ntitle: A\ntags: [a, b]\n---\nB\n"),
        ("\n---\ntitle: “A: b”\n---\nB\n", '---\ntitle: "A: b"\n---\nB\n'),
        ("  ---\n  title: A\n  ---\nB\n", "---\n  title: A\n---\nB\n"),
        ("---\ntitle: A\n ---\nB\n", "---\ntitle: A\n---\nB\n"),
        ("title: A\ndate: 2024-01-01\n;;;\nB\n", "---\ntitle: A\ndate: 2024-01-01\n---\nB\n"),
        ("---\nlayout: post\n- title: a: b\n---\n", '---\nlayout: post\ntitle: "a: b"\n---\n'),
        ("---\ntitle: A\n\nNote: b\n", "---\ntitle: A\n---\n\nNote: b\n"),
    ],
)
def test_fences_and_fields_out_of_their_place_are_put_there(text, fine):
    assert mended(text) == fine
