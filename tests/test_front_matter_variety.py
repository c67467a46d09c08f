"""Heads as nobody here has seen them: every field is refused with a reason, or changed exactly."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.edits import apply
from editor.front_matter import (
    FieldError,
    append_to_field,
    read,
    remove_field,
    rename_field,
    set_field,
)
from editor.front_matter.formats import find
from tests import round_trip

KEYS = [
    "title", "tags", "date", "clé", "日付", "a b", "x.y", "x-y", '"quoted key"', "'it''s'", "2024",
    "no", "1.5", "2024-01-01", "null", "~", "true", "a:b", "Ünïcode",
]  # fmt: skip
VALUES = [
    "A title", "A  wide   title", "L'été", "http://example.org/#x", "5", "010", "1_000", "0x1F",
    "1.10", "12:30:00", "-.5", "1e3", ".inf", "yes", "No", "TRUE", "off", "~", "null", "", "''",
    '""', "2024-01-09", "2024-1-9", "2024-01-09 10:00:00 +0100", "2024-01-09T10:00:00Z",
    "2024-01-09 10:00", "'single'", "'it''s'", "'a: b'", '"double"', '"a \\u00e9 \\n b"', '"a: b"',
    '"a # b"', "one\n  two", "one\n\n  two\n  three", "'one\n  two'", '"one\n\n  two"',
    '"one \\\n  two"', "|\n  one\n  two", "|-\n  one\n\n  two", "|+\n  one\n\n",
    "|2-\n   one\n  two", "|-2\n    one", ">\n  one\n  two\n\n  three",
    ">-\n  one\n   two\n  three", ">+\n  one\n\n", "> # c\n  one\n  two", ">2\n   one\n  two",
    "|\n  # no comment\n  - a\n", "[a, b]", "[ a , 'b' ]", "[]", "[ ]",
    "[a, 010, ~, 2024-01-01, yes]", "[a,\n  b,\n  ]", "[\n  a, # first\n  b # last\n  ]",
    "[[a], b]", "[a: b]", '["a, b", "c"]', "\n  - a\n  - b", '\n- a\n- \'b\'\n- "c"',
    "\n  - a  # first\n  # between\n\n  - b", "\n  -  a\n  -\n", "\n  - a: 1\n    b: 2\n  - a: 3",
    "\n  - |\n    text\n  - b", "\n  - - a\n    - b", "\n  - one\n    two\n", "{a: 1, b: [c]}",
    "{}", "\n  a: 1\n  b:\n    c: x", "&x one", "&y [a, b]", "*x", "[*x, b]", "&z\n  a: b",
    "!!str 5", "!!int '3'", "! x", "!!set {a, b}", "\n  a text below", "\n  'quotes below'",
    "\n  # a comment\n  below it", "a\tb", "\ta", "a\t# c", "a #b", "a#b", "{{ x }}", "a: b", "@a",
    "'open", "[open", "'L'été'", "%a", "- a", "? a", "…", "« oui »", "a\u00a0: b",
]  # fmt: skip
VALUES += ["x" * 120, "word " * 40 + "end"]
SYNTAX = ["-", "[", '"', "'", "- a", "a: b", "#", "null", "", "|", "*a", " a ", "a\nb\n"]
OTHER_LINES = [
    "# a comment\n", "\n", "  # indented comment\n", "\n\n", "<<: *z\n", "? complex\n: x\n",
    "? - a\n: - b\n",
]  # fmt: skip


@st.composite
def fields(draw):
    key = draw(st.sampled_from(KEYS))
    value = draw(st.sampled_from(VALUES))
    colon = draw(st.sampled_from([":", ":", ":", " :", "  :"]))
    gap = draw(st.sampled_from([" ", " ", " ", "   "])) if value and value[0] not in "\n\t" else ""
    after = draw(st.sampled_from(["", "", "", "  ", " # comment", "   #  c"]))
    if "\n" in value or (value and value[0] in "|>'\"["):
        after = after if value[-1:] in "]'\"}" else ""
    return f"{key}{colon}{gap}{value}{after}\n"


@st.composite
def heads(draw):
    lines = draw(st.lists(fields() | st.sampled_from(OTHER_LINES), min_size=1, max_size=6))
    indent = draw(st.sampled_from(["", "", "", " ", "  "]))
    text = "".join(lines)
    text = "".join(
        indent + line if line.strip() else line for line in text.splitlines(keepends=True)
    )
    closing = draw(st.sampled_from(["---\n", "---\n", "...\n", "---  \n", "---"]))
    body = draw(st.sampled_from(["Body\n", "", "title: not a field\n"]))
    return f"---\n{text}{closing}" + (body if closing[-1] == "\n" else "")


def loaded(text):
    """What PyYAML reads of the head, or None."""
    head = find(text)
    inside = text[head.fields_start : head.fields_end] if head else ""
    try:
        found = yaml.safe_load(inside)
    except (yaml.YAMLError, ValueError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def without(found, field):
    """`found` without that field, whose key stands as it was read."""
    return {key: value for key, value in found.items() if str(key) != field.key}


@settings(max_examples=200, deadline=None)
@given(text=heads())
def test_every_field_is_set_and_set_back_or_refused(text):
    for field, trial in round_trip.trials(text, memory=True):
        assert not trial.fault or trial.fault.startswith("refused:"), (field.key, trial)


@settings(max_examples=150, deadline=None)
@given(text=heads())
def test_other_fields_are_to_pyyaml_what_they_were(text):
    before = loaded(text)
    for field in read(text).fields:
        for change in (
            lambda key: set_field(text, key, "A new: title"),
            lambda key: append_to_field(text, key, "new"),
            lambda key: remove_field(text, key),
            lambda key: rename_field(text, key, "renamed"),
        ):
            try:
                changed = apply(text, change(field.key))
            except FieldError:
                continue
            last = read(text).field(field.key)
            assert changed.startswith(text[: last.start])
            assert changed.endswith(text[last.end :])
            if before is not None and str(field.key) in map(str, before):
                after = loaded(changed)
                if after is None:
                    assert not read(changed).fields
                else:
                    left = {k: v for k, v in without(after, last).items() if k != "renamed"}
                    assert left == without(before, last)


@settings(max_examples=150, deadline=None)
@given(
    text=heads(),
    typed=st.sampled_from(
        ["-", "[", '"', "'", "- a", "a: b", "#", "null", "", "|", "*a", " a ", "a\nb\n"]
    ),
)
def test_a_text_set_anywhere_reads_back_as_that_text(text, typed):
    for field in read(text).fields:
        if field.editable and read(text).field(field.key).line == field.line:
            changed = apply(text, set_field(text, field.key, typed))
            assert read(changed).field(field.key).value == typed
