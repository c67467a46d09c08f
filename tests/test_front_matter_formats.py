"""TOML, JSON, Pelican's header, Hexo's front matter: found, read, and what is wrong with them."""

import json
import time
import tomllib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import apply
from editor.front_matter import AsTyped, FieldError, ProblemKind, Refusal, read, set_field, values

KIND = ProblemKind


def kinds(text):
    return [(problem.kind, problem.line, problem.key) for problem in read(text).problems]


@pytest.mark.parametrize(
    ("text", "form", "body"),
    [
        ('+++\ntitle = "A"\n+++\nBody\n', "toml", "Body\n"),
        ('\ufeff+++ \ntitle = "A"\n+++', "toml", ""),
        ('{\n  "title": "A"\n}\nBody\n', "json", "Body\n"),
        ('{"title": "A"}\n{"b": 1}\n', "json", '{"b": 1}\n'),
        (';;;\n"title": "A"\n;;;\nBody\n', "json", "Body\n"),
        ("Title: A\n\nBody: text\n", "header", "\nBody: text\n"),
        ("\ufefftitle: A\n", "header", ""),
    ],
)
def test_each_format_is_found_by_its_marks(text, form, body):
    front = read(text)
    assert (front.format, text[front.end :]) == (form, body)
    assert {key.lower(): value for key, value in values(text).items()} == {"title": "A"}
    assert front.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "Note: any text may start so.\n\nMore.\n",
        "Dear Ann,\ntitle: no\n\n",
        "{% include head.html %}\n",
        "{{ page.title }}\n",
        '{"a": 1} is an object\n',
        "Some words: like this\n---\nA heading above\n",
        "++++\n",
    ],
)
def test_a_body_that_looks_like_a_format_is_none(text):
    assert read(text).format == ""


def test_hexos_front_matter_needs_no_opening_fence_and_this_is_told():
    text = "title: A\ntags:\n- b\n---\nBody\n"
    front = read(text)
    assert (front.format, front.start, text[front.end :]) == ("yaml", 0, "Body\n")
    assert values(text) == {"title": "A", "tags": ["b"]}
    assert kinds(text) == [(KIND.NO_OPENING_FENCE, 0, "")]
    assert kinds('"title": "A"\n;;;\n') == [(KIND.NO_OPENING_FENCE, 0, "")]
    assert values("title: A\n;;;\nBody\n") == {"title": "A"}


@pytest.mark.parametrize(
    ("above", "kind", "line", "found"),
    [
        ("\n\n---\n", KIND.BLANK_BEFORE_FENCE, 0, ""),
        ("----\n", KIND.BAD_FENCE, 0, "----"),
        (" ---\n", KIND.BAD_FENCE, 0, " ---"),
        ("---ratul\n", KIND.BAD_FENCE, 0, "---ratul"),
    ],
)
def test_fields_below_a_damaged_fence_are_read_and_the_fence_is_told(above, kind, line, found):
    text = f"{above}title: A\n\ntags: [b]\n---\nBody\n"
    front = read(text)
    assert values(text) == {"title": "A", "tags": ["b"]}
    assert text[front.end :] == "Body\n"
    (problem,) = front.problems
    assert (problem.kind, problem.line, problem.found) == (kind, line, found)
    changed = apply(text, set_field(text, "title", "B"))
    assert changed == text.replace("title: A", "title: B")


def test_toml_values_are_those_of_tomllib_tables_and_dotted_keys_too():
    inside = (
        'a = "x"\nb.c = 1\nb.d = 2\n"e f" = [1, 2]\ng = 2014-04-01T06:40:42Z\nh = 07:32:00\n'
        'i = { j = 1 }\nk = """\nl\nm"""\n\n[n]\no = 1\n[n.p]\nq = 2\n[[r]]\ns = 1\n[[r]]\ns = 2\n'
        "[r.t]\nu = 3\n"
    )
    text = f"+++\n{inside}+++\n"
    assert values(text) == tomllib.loads(inside)
    assert values(text)["g"] == datetime(2014, 4, 1, 6, 40, 42, tzinfo=UTC)
    assert read(text).problems == ()
    shown_only = [field.key for field in read(text).fields if not field.editable]
    assert shown_only == ["i", "n", "n.p", "r", "r", "r.t"]


def test_what_a_box_shows_is_as_typed():
    text = "+++\na = 0x1F\nb = [1_000, \"c\"]\nd = 'e'\n+++\n"
    shown = [field.shown for field in read(text).fields]
    assert shown == ["0x1F", ("1_000", "c"), "e"]
    assert isinstance(shown[1][0], AsTyped)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("title = Building a network", KIND.NOT_QUOTED),
        ("title = Building, a network", KIND.NOT_QUOTED),
        ('title = "Build Dir', KIND.UNCLOSED_QUOTE),
        ('title = "a "b" c"', KIND.QUOTE_INSIDE),
        ('title = [""a"]', KIND.QUOTE_INSIDE),
        ('title = ["a"', KIND.UNCLOSED_BRACKET),
        ("title = 2019-27-01", KIND.BAD_DATE),
        ("title = 01", KIND.SYNTAX),
        ("title = " + "1" * 200, KIND.TOO_LARGE_NUMBER),
        ("title = " + "[" * 200, KIND.TOO_DEEP),
    ],
)
def test_a_broken_field_of_toml_says_why_and_spoils_only_itself(line, kind):
    text = f'+++\na = "b"\n{line}\nc = "d"\n+++\n'
    assert kinds(text) == [(kind, 2, "title")]
    assert values(text) | {"title": ""} == {"a": "b", "title": "", "c": "d"}
    problem = read(text).problems[0]
    assert text[problem.start : problem.end] == line.partition("= ")[2]
    assert problem.spoils_all


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ('"title": Old one', KIND.NOT_QUOTED),
        ('"title": "Old', KIND.UNCLOSED_QUOTE),
        ('"title": ["a"', KIND.UNCLOSED_BRACKET),
        ('"title": NaN', KIND.NOT_QUOTED),
        ('"title": 01', KIND.MISSING_COMMA),
        ('"title": "\\ud800"', KIND.CONTROL_CHARACTER),
    ],
)
def test_a_broken_field_of_json_says_why_and_spoils_only_itself(member, kind):
    text = f'{{\n  "a": "b",\n  {member},\n  "c": "d"\n}}\n'
    assert kinds(text)[0][:2] == (kind, 2)
    assert values(text) | {"title": ""} == {"a": "b", "title": "", "c": "d"}


def test_commas_too_many_or_too_few_are_told():
    assert kinds('{\n  "a": 1\n  "b": 2\n}\n') == [(KIND.MISSING_COMMA, 1, "")]
    assert kinds('{\n  "a": 1,\n  "b": 2,\n}\n') == [(KIND.EXTRA_COMMA, 2, "")]
    assert values('{\n  "a": 1\n  "b": 2,\n}\n') == {"a": 1, "b": 2}


def test_unclosed_heads_end_where_their_fields_do():
    assert kinds('+++\ntitle = "A"\n\nBody\n') == [(KIND.UNCLOSED, 2, "")]
    assert kinds('{\n  "title": "A"\n\nBody\n') == [(KIND.UNCLOSED, 2, "")]


def test_a_key_used_twice_spoils_toml_and_json_takes_the_later():
    assert read("+++\na = 1\na = 2\n+++\n").refused.kind is KIND.DUPLICATE_KEY
    assert kinds('{"a": 1, "a": 2}\n') == [(KIND.DUPLICATE_KEY, 0, "a")]
    assert read('{"a": 1, "a": 2}\n').refused is None


def test_the_keys_of_a_header_are_the_same_in_capitals():
    text = "TITLE: A\nTags: b, c\n\nBody\n"
    assert values(text) == {"title": "A", "tags": "b, c"}
    assert read(text).field("title").key == "TITLE"


def test_front_matter_is_created_in_the_format_asked_for():
    made = {
        form: apply("Body\n", set_field("Body\n", "title", "A: b", form))
        for form in ("yaml", "toml", "json", "header")
    }
    assert made == {
        "yaml": "---\ntitle: 'A: b'\n---\n\nBody\n",
        "toml": '+++\ntitle = "A: b"\n+++\n\nBody\n',
        "json": '{\n  "title": "A: b"\n}\n\nBody\n',
        "header": "Title: A: b\n\nBody\n",
    }
    assert {form: read(text).format for form, text in made.items()} == {form: form for form in made}


def test_what_a_format_cannot_hold_is_refused():
    for text, value in [
        ('+++\ntitle = "A"\n+++\n', None),
        ("Title: A\n\n", " a "),
        ("Title: A\n\n", "a\n\nb"),
        ('{"title": "A"}\n', "\ud800"),
        ('{"title": "A"}\n', float("nan")),
    ]:
        with pytest.raises(FieldError) as refused:
            set_field(text, "title", value)
        assert refused.value.problem is Refusal.NOT_WRITABLE


TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(
    st.sampled_from([*"\"'\\[]{}=#,:;+-.\n\t ab1é\x00\x7f\u2028", "'''", '"""', "\\u00e9"])
).map("".join)


@given(
    text=TEXTS, old=st.sampled_from(['"a"', "'a'", '"""\na"""', "'''a'''", "1", "[]", '"\\u00e9"'])
)
def test_any_text_set_in_toml_is_read_back(text, old):
    head = f'+++\na = 1\ntitle = {old} # c\nb = "c"\n+++\nBody\n'
    changed = apply(head, set_field(head, "title", text))
    assert tomllib.loads(changed[4 : changed.rindex("+++")]) == {"a": 1, "title": text, "b": "c"}
    assert changed.endswith(' # c\nb = "c"\n+++\nBody\n')


@given(text=TEXTS, old=st.sampled_from(['"a"', "null", "[ ]", '"\\u00e9"']))
def test_any_text_set_in_json_is_read_back(text, old):
    head = f'{{\n"a": 1,\n"title" : {old} ,\n"b": 2}}\nBody\n'
    changed = apply(head, set_field(head, "title", text))
    assert json.loads(changed.removesuffix("Body\n")) == {"a": 1, "title": text, "b": 2}
    assert changed.endswith(' ,\n"b": 2}\nBody\n')


@given(text=TEXTS)
def test_any_text_set_in_a_header_is_read_back_or_refused(text):
    head = "Title: A\nDate: 2024-01-09\n\nBody\n"
    try:
        changed = apply(head, set_field(head, "title", text))
    except FieldError:
        lines = text.split("\n")
        assert (
            any(line != line.strip() or not line or ":" in line for line in lines) or "\r" in text
        )
    else:
        assert values(changed) == {"title": text, "date": "2024-01-09"}
        assert changed.endswith("\nDate: 2024-01-09\n\nBody\n")


@given(items=st.lists(TEXTS), form=st.sampled_from(["toml", "json"]))
def test_any_texts_set_as_tags_are_read_back(items, form):
    head = "+++\ntags = [ \"a\", 'b' ]\n+++\n" if form == "toml" else '{"tags": [\n"a",\n"b"]}\n'
    changed = apply(head, set_field(head, "tags", items))
    assert values(changed) == {"tags": items}
    assert read(changed).problems == ()


HOSTILE = {
    "brackets": "a = " + "[" * 120_000,
    "open brackets": "a = [\n" * 1_999,
    "open quotes": 'a = """\n' * 1_999,
    "dots": "a" + ".a" * 60_000 + " = 1",
    "digits": "a = " + "1" * 250_000,
    "hexadecimal digits": "a = 0x" + "f" * 250_000,
    "fields": "".join(f"k{i} = 1\n" for i in range(20_000)),
    "tables": "".join(f"[t{i}]\n" for i in range(1_999)),
    "tables in tables": "[" + "a." * 20 + "a]\n" + "[[b]]\n" * 1_900,
    "spaces": "a" + " " * 200_000 + "\n" + "\t" * 50_000,
    "quotes": "a = " + "'" * 250_000,
    "backslashes": 'a = "' + "\\" * 250_000,
    "commas": "a = [" + "," * 250_000,
    "inline tables": "a = " + "{a=" * 80_000,
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_hostile_toml_is_answered_within_two_seconds(inside):
    start = time.perf_counter()
    text = f"+++\n{inside}\n+++\nBody\n"
    front = read(text)
    repr(values(text))
    assert time.perf_counter() - start < 2
    assert text[front.end :] == "Body\n"


@pytest.mark.parametrize(
    "text",
    [
        '{"a": ' + "[" * 200_000,
        '{"a": ' + "[" * 90_000 + "]" * 90_000 + "}\n",
        '{"a": ' + '{"a": ' * 40_000 + "}" * 40_001 + "\n",
        '{"a": ' + "1" * 250_000 + "}\n",
        '{"a": "' + "\\" * 250_000 + "\n}\n",
        '{"a": 1,' + '"b": x\n' * 1_999 + "}\n",
        '{"a": 1' + "," * 250_000 + "}\n",
        '{"a": 1,' + " " * 250_000 + "}\n",
        '{"a":' * 40_000,
        "title: a\n" * 60_000,
        "title: a\n" + " a\n" * 60_000,
        "title: a\n" + "a" * 200_000 + "\n",
        "\n" * 250_000 + "---\ntitle: a\n---\n",
    ],
)
def test_hostile_json_and_headers_are_answered_within_two_seconds(text):
    start = time.perf_counter()
    read(text)
    repr(values(text))
    assert time.perf_counter() - start < 2


PARTS = [*" \t\n=#'\"[]{}.,:-+;\\ab1", "+++\n", "a = ", '"a": ', '"""', "'''", "\n[t]\n", "title: "]


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_any_text_is_read_and_its_spans_fit(inside):
    for text in (
        inside,
        f"+++\n{inside}\n+++\nB",
        f'{{"a": 1,{inside}}}\nB',
        f"Title: a\n{inside}",
    ):
        front = read(text)
        assert 0 <= front.start <= front.end <= len(text)
        last = front.start
        for field in front.fields:
            assert last <= field.start < field.end <= front.end
            assert field.start <= field.value_start <= field.value_end <= field.end
            assert text[field.value_start : field.value_end] == field.raw
            last = field.end
        for problem in front.problems:
            assert 0 <= problem.start <= problem.end <= front.end
            assert text.count("\n", 0, problem.start) == problem.line
        values(text)


@pytest.mark.parametrize(
    "broken", ["layout:post", "tags: [a, b", "title: “A: b”", "a line that is none", "'x: y"]
)
def test_fields_below_a_blank_line_are_found_though_one_is_broken(broken):
    front = read(f"\n---\ntitle: A\n{broken}\ndate: 2024-01-01\n---\nBody\n")
    assert {field.key for field in front.fields} >= {"title", "date"}
    assert front.problems[0].kind is KIND.BLANK_BEFORE_FENCE
    assert len(front.problems) > 1


@pytest.mark.parametrize(
    "text",
    [
        "\n---\nSome sentence here: with a colon.\n\nMore text.\n---\nBody\n",
        "\n---\nNote: a sentence.\nAnother one.\n---\nBody\n",
        "\n---\ntitle\n---\nBody\n",
        "\n---\n\nhttps://example.org\n---\n",
    ],
)
def test_a_paragraph_between_two_rules_is_no_front_matter(text):
    assert not read(text).format


def test_indented_fences_enclose_fields_indented_as_they_are():
    front = read("  ---\n  title: A\n  tags:\n  - b\n  ---\nBody\n")
    assert [(field.key, field.value) for field in front.fields] == [("title", "A"), ("tags", ["b"])]
    assert [problem.kind for problem in front.problems] == [KIND.BAD_FENCE]


def test_an_indented_closing_fence_is_no_part_of_the_field_above_it():
    front = read("---\ntitle: A\nlayout: post\n ---\nBody\n")
    assert [field.value for field in front.fields] == ["A", "post"]
    assert [problem.kind for problem in front.problems] == [KIND.UNCLOSED]


def test_a_sentence_below_unclosed_fields_is_body():
    text = "---\ntitle: A\nlayout:post\n\nNote: this is the body.\n"
    front = read(text)
    assert [field.key for field in front.fields] == ["title", "layout"]
    assert text[front.end :] == "\nNote: this is the body.\n"
