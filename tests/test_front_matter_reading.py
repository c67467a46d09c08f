"""Reading front matter: fields with their values and places, and what is wrong with them."""

import subprocess
import sys
import time
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.front_matter import AsTyped, ProblemKind, read, values

KIND = ProblemKind


def head(*lines):
    return "\n".join(["---", *lines, "---", "Body", ""])


def kinds(text):
    return [(problem.kind, problem.line, problem.key) for problem in read(text).problems]


def test_the_body_starts_after_the_closing_fence():
    text = head("title: A")
    front = read(text)
    assert (front.format, text[front.start : front.end], text[front.end :]) == (
        "yaml",
        "---\ntitle: A\n---\n",
        "Body\n",
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n...\nBody\n",
        "---  \ntitle: A\n--- \t\nBody\n",
        "\ufeff---\ntitle: A\n---\nBody\n",
        "---\ntitle: A\n---",
        "---\n\n# comment\ntitle: A\n\n---\n",
        "---\n  title: A\n---\n",
    ],
)
def test_front_matter_is_found_as_jekyll_finds_it(text):
    assert values(text) == {"title": "A"}
    assert read(text).problems == ()


@pytest.mark.parametrize(
    "text",
    ["", "Body\n", "--\ntitle: A\n--\n", "---\n", "---\n\nA rule above, and text.\n", "--- x\n"],
)
def test_other_texts_have_no_front_matter(text):
    front = read(text)
    assert (front.format, front.start, front.end, front.fields) == ("", 0, 0, ())


def test_an_empty_head_is_front_matter_without_fields():
    front = read("---\n---\nBody\n")
    assert (front.format, front.end, front.fields, front.problems) == ("yaml", 8, (), ())


def test_a_head_never_closed_ends_where_its_fields_do():
    text = "---\nlayout: post\ntags:\n- a\n\ntitle: A\n\nSome text: and more\n\nlast"
    front = read(text)
    assert values(text) == {"layout": "post", "tags": ["a"], "title": "A"}
    assert text[front.end :] == "\nSome text: and more\n\nlast"
    assert kinds(text) == [(KIND.UNCLOSED, 6, "")]


def test_a_field_knows_its_lines_and_its_value_without_the_comment():
    text = head("layout: post", "title :  'A'  # why", "# next", "tags:", "  - a # b", "", "x: y")
    title = read(text).field("title")
    assert (title.key, title.line) == ("title", 2)
    assert text[title.start : title.end] == "title :  'A'  # why\n"
    assert title.raw == text[title.value_start : title.value_end] == "'A'"
    tags = read(text).field("tags")
    assert text[tags.start : tags.end] == "tags:\n  - a # b\n"
    assert tags.raw == "- a"


def test_a_value_is_what_a_reader_makes_of_it_and_what_is_shown_is_as_typed():
    text = head(
        "a: 010",
        "b: yes",
        "c: 1.10",
        "d: 12:30:00",
        "e: 2024-01-02",
        "f: 2024-01-02 03:04:05",
        "g: ~",
        "h:",
        "i: 'it''s'",
        'j: "\\u00e9"',
        "k: [2010, yes, b, '010']",
        "l: {a: b}",
        "m: |",
        "  two",
        "  lines",
    )
    assert {field.key: (field.value, field.shown) for field in read(text).fields} == {
        "a": (8, "010"),
        "b": (True, "yes"),
        "c": (1.1, "1.10"),
        "d": (45000, "12:30:00"),
        "e": (date(2024, 1, 2), "2024-01-02"),
        "f": (datetime(2024, 1, 2, 3, 4, 5), "2024-01-02 03:04:05"),
        "g": (None, ""),
        "h": (None, ""),
        "i": ("it's", "it's"),
        "j": ("é", "é"),
        "k": ([2010, True, "b", "010"], ("2010", "yes", "b", "010")),
        "l": ({"a": "b"}, "{a: b}"),
        "m": ("two\nlines\n", "two\nlines"),
    }


def test_chips_tell_texts_from_what_is_typed():
    shown = read(head("k: [2010, '2010']")).field("k").shown
    assert [type(chip) for chip in shown] == [AsTyped, str]


@pytest.mark.parametrize(
    ("raw", "typed", "value"),
    [
        ("A", "B", "B"),
        ("A", "", None),
        ("'A'", "", ""),
        ("1.10", "1.20", AsTyped("1.20")),
        ("", "2024-01-01", AsTyped("2024-01-01")),
        ("|\n  A", "B", "B\n"),
        ("a: b", "a: c", "a: c"),
        ('"a" b', '"a b"', AsTyped('"a b"')),
    ],
)
def test_what_is_typed_in_the_box_is_meant_as_what_stood_there(raw, typed, value):
    meant = read(head(f"title: {raw}")).field("title").typed(typed)
    assert (type(meant), meant) == (type(value), value)


def test_keys_are_as_written():
    text = head("2024: a", "no: b", '"a b": c', "été: d", "a.b: e", "a:b: f")
    assert list(values(text)) == ["2024", "no", "a b", "été", "a.b", "a:b"]


def test_mappings_anchors_and_tags_are_shown_but_not_edited():
    text = head(
        "a: &x b", "c: *x", "d:", "  e: f", "g: !!str 1", "h:", "- i: j", "k: {l: m}", "n: [[o]]"
    )
    front = read(text)
    assert values(text) == {
        "a": "b",
        "c": "b",
        "d": {"e": "f"},
        "g": "1",
        "h": [{"i": "j"}],
        "k": {"l": "m"},
        "n": [["o"]],
    }
    assert not any(field.editable for field in front.fields)
    assert front.problems == ()


def test_quotes_and_brackets_may_close_as_far_left_as_a_key():
    text = head('a: "b', 'c: d"', "e: [f,", "g: h", "]", "i: j")
    assert values(text) == {"a": "b c: d", "e": ["f", {"g": "h"}], "i": "j"}


def test_a_list_changed_by_its_reader_does_not_change_the_next_reading():
    text = head("tags: [a]")
    read(text).field("tags").value.append("b")
    assert values(text) == {"tags": ["a"]}


@pytest.mark.parametrize(
    ("line", "kind", "found", "span"),
    [
        ("title: Stone : Twitter", KIND.NEEDS_QUOTES, ":", "Stone : Twitter"),
        ("title: Stone:", KIND.NEEDS_QUOTES, ":", "Stone:"),
        ("title: @a", KIND.NEEDS_QUOTES, "@", "@a"),
        ("title: %a", KIND.NEEDS_QUOTES, "%", "%a"),
        ("title: *a* b", KIND.NEEDS_QUOTES, "*", "*a* b"),
        ("title: *a", KIND.NEEDS_QUOTES, "*", "*a"),
        ("title: & b", KIND.NEEDS_QUOTES, "&", "& b"),
        ("title: | b", KIND.NEEDS_QUOTES, "|", "| b"),
        ("title: > b", KIND.NEEDS_QUOTES, ">", "> b"),
        ("title: - b", KIND.NEEDS_QUOTES, "-", "- b"),
        ("title: [a] b", KIND.NEEDS_QUOTES, "[", "[a] b"),
        ("title: {{ a }}", KIND.NEEDS_QUOTES, "{", "{{ a }}"),
        ("title: {% a %}", KIND.NEEDS_QUOTES, "{", "{% a %}"),
        ("title: !a b", KIND.UNKNOWN_TAG, "!a", "!a b"),
        ('title: "a" b', KIND.QUOTE_INSIDE, '"', '"a" b'),
        ("title: 'l'été'", KIND.QUOTE_INSIDE, "'", "'l'été'"),
        ('title: "a', KIND.UNCLOSED_QUOTE, '"', '"a'),
        ("title: [a, b", KIND.UNCLOSED_BRACKET, "[", "[a, b"),
        ("title:\n\t- a", KIND.TAB, "\t", "\t"),
        ("title:\n- \ta", KIND.TAB, "\t", "\t"),
        ("title: a\x07b", KIND.CONTROL_CHARACTER, "\x07", "\x07"),
        ("title: 2024-02-30", KIND.BAD_DATE, "", "2024-02-30"),
        ("title: a\n  b\n c: d\n   e: f", KIND.INDENTATION, "", " c: "),
        ("title:a", KIND.NO_SPACE_AFTER_COLON, "title", "title:a"),
        ("title: " + "1" * 101, KIND.TOO_LARGE_NUMBER, "", "1" * 101),
    ],
)
def test_a_broken_field_says_what_is_wrong_and_spoils_only_itself(line, kind, found, span):
    text = head("layout: post", line, "date: 2024-01-01")
    front = read(text)
    (problem,) = front.problems
    assert (problem.kind, problem.key, problem.found) == (kind, "title", found)
    assert text[problem.start : problem.end] == span
    assert text.count("\n", 0, problem.start) == problem.line
    title = front.field("title")
    assert title.problem == problem
    assert title.value == title.raw == line.partition(":")[2].strip()
    assert values(text) == {"layout": "post", "title": title.raw, "date": date(2024, 1, 1)}


def test_the_problem_of_a_nested_line_is_told_on_that_line():
    text = head("toc:", "  one: fine", "  two: What: is this", "title: A")
    assert kinds(text) == [(KIND.NEEDS_QUOTES, 3, "toc")]
    problem = read(text).problems[0]
    assert text[problem.start : problem.end] == "What: is this"


def test_a_quote_left_open_in_a_nested_line_is_told_where_it_opens():
    text = head("toc:", '  one: "What is this', '  two: "fine"', "title: A")
    assert kinds(text) == [(KIND.UNCLOSED_QUOTE, 2, "toc")]


def test_fields_that_stand_too_far_right_are_read_one_by_one():
    text = head("layout: post", "  title: A", "\tdate: 2024-01-01", "tags: [a]")
    assert values(text) == {
        "layout": "post",
        "title": "A",
        "date": date(2024, 1, 1),
        "tags": ["a"],
    }
    assert kinds(text) == [(KIND.INDENTATION, 2, "title"), (KIND.INDENTATION, 3, "date")]


def test_a_value_as_far_left_as_its_key_is_told_and_read():
    text = head("image:", "https://example.org/a.png", "title: A")
    assert values(text) == {"image": "https://example.org/a.png", "title": "A"}
    assert kinds(text) == [(KIND.INDENTATION, 2, "image")]


def test_the_problems_of_a_whole_head_are_told():
    assert kinds(head("title: a", "b", "layout: c")) == [(KIND.STRAY_LINE, 2, "")]
    assert kinds(head("title: a", "title: b")) == [(KIND.DUPLICATE_KEY, 2, "title")]
    assert kinds(head("- a", "- b")) == [(KIND.NOT_A_MAPPING, 1, "")]
    assert kinds(head("just text")) == [(KIND.NOT_A_MAPPING, 1, "")]


def test_only_what_psych_refuses_spoils_all():
    assert read(head("title: a", "title: b", "date: 2024-02-30")).refused is None
    assert read(head("title: a: b", "title: b")).refused.kind is KIND.NEEDS_QUOTES


def test_tabs_that_psych_takes_for_spaces_are_taken_so():
    text = head("title:\tA", "tags: [a,\tb]\t", "b: c\t# d", "e: f\tg")
    assert values(text) == {"title": "A", "tags": ["a", "b"], "b": "c", "e": "f\tg"}
    assert read(text).problems == ()


HOSTILE = {
    "60 kB of [": "a: " + "[" * 60_000,
    "60 kB of {a: ": "a: " + "{a: " * 15_000,
    "50,000 dashes": "- " * 50_000,
    "dashes in a field": "a:\n  " + "- " * 50_000,
    "nested mappings": "\n".join(" " * i + "a:" for i in range(500)),
    "a number in base 60": "a: 1" + ":10" * 80_000,
    "a number of 250,000 digits": "a: " + "1" * 250_000,
    "aliases of aliases": "a0: &a0 [x, x]\n"
    + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 40)),
    "merges of merges": "a0: &a0 {x: y}\n"
    + "".join(f"a{i}: &a{i}\n  <<: [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 40)),
    "a list in itself": "a: &a [*a]",
    "100,000 fields": "".join(f"k{i}: v\n" for i in range(100_000)),
    "30,000 short fields": "a: b\n" * 30_000,
    "1,999 brackets left open": "a: [b\n" * 1_999 + "# ]\n",
    "1,999 quotes left open": 'a: "b\n' * 1_999,
    "1,999 long aliases": "x: &x [" + "a, " * 1_000 + "]\n" + "a: *x\n" * 1_998,
    "256 kB of backslashes": 'a: "' + "\\" * 250_000,
    "256 kB of tabs": "a:" + "\t" * 125_000 + "b" + "\t" * 125_000 + "c",
    "256 kB of colons": "a: " + ":" * 250_000,
    "256 kB of hashes": "a #" * 80_000,
    "256 kB of quotes": "a: " + "'" * 250_001,
    "a very long line": "x" * 250_000,
    "blank lines": "a: b\n" + "\n" * 250_000,
    "comments": "a: b\n" + "#\n" * 125_000,
    "over 256 kB": "a: " + "b" * 300_000,
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_hostile_front_matter_is_answered_within_two_seconds(inside):
    text = f"---\n{inside}\n---\nBody\n"
    start = time.perf_counter()
    front = read(text)
    assert time.perf_counter() - start < 2
    assert text[front.end :] == "Body\n"
    for field in front.fields:
        assert len(repr(field.value)) < 600_000


def test_front_matter_over_the_limit_has_a_problem_and_no_fields():
    front = read(head("title: A", "a: " + "b" * 300_000))
    assert (front.fields, front.problems[0].kind) == ((), KIND.TOO_LONG)


def test_a_python_tag_runs_nothing(tmp_path):
    trace = tmp_path / "trace"
    text = head(f"a: !!python/object/apply:os.system ['touch {trace}']", "title: A")
    assert read(text).field("a").problem.kind is KIND.UNKNOWN_TAG
    assert values(text)["title"] == "A"
    assert not trace.exists()


def test_libyaml_is_never_used_in_this_process():
    code = (
        "import yaml; yaml.CSafeLoader = yaml.CLoader = yaml.CParser = None\n"
        "from editor.front_matter import values\n"
        "assert values('---\\ntitle: [A]\\n---\\n') == {'title': ['A']}\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


PARTS = [*" \t\n-:#'\"[]{},|>&*!%@?.\\ab1", "\ufeff", "---\n", "a: ", "\nb: ", "\n- ", "\n  "]


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_any_text_is_read_and_its_spans_fit(inside):
    for text in (inside, f"---\n{inside}\n---\nBody"):
        front = read(text)
        assert 0 <= front.start <= front.end <= len(text)
        last = front.start
        for field in front.fields:
            assert last <= field.start < field.end <= front.end
            assert field.start <= field.value_start <= field.value_end <= field.end
            assert text[field.value_start : field.value_end] == field.raw
            assert text.count("\n", 0, field.start) == field.line
            last = field.end
        for problem in front.problems:
            assert front.start <= problem.start <= problem.end <= front.end
            assert text.count("\n", 0, problem.start) == problem.line


def test_a_field_behind_a_dash_spoils_not_the_one_above():
    front = read(head("layout: post", "- title: x", "date: 2024-01-01"))
    assert [(field.key, field.value) for field in front.fields] == [
        ("layout", "post"),
        ("title", "x"),
        ("date", date(2024, 1, 1)),
    ]
    layout, title, _ = front.fields
    assert (layout.editable, layout.problem) == (True, None)
    assert (title.editable, title.problem.kind) == (False, KIND.INDENTATION)


@pytest.mark.parametrize(
    "lines", [("tags: a", "- b: c"), ("refs: a", "- name: x", "- name: y"), ("refs: a", "- x")]
)
def test_a_list_below_a_text_is_no_fields(lines):
    assert [field.key for field in read(head(*lines)).fields] == [lines[0].partition(":")[0]]
