"""Front matter of real posts: read as other readers do, changed and nothing else touched."""

import json
import random
import shutil
import subprocess
import tomllib
from datetime import date, timedelta

import pytest
import yaml

from editor.edits import apply
from editor.front_matter import quote_field, read, remove_field, set_field, values
from editor.front_matter.formats import find
from editor.front_matter.model import same
from tests import round_trip
from tests.conftest import CORPUS

POSTS = sorted(path for path in (CORPUS / "posts").rglob("*") if path.is_file())
pytestmark = pytest.mark.skipif(not POSTS, reason="no corpus of posts here")


def texts(*formats):
    for path in POSTS:
        text = path.read_bytes().decode("utf-8", "replace")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if read(text).format in formats:
            yield str(path.relative_to(CORPUS)), text


def inside(text):
    head = find(text)
    return text[head.fields_start : head.fields_end]


def other(field):
    """Another value of the field's type, and its own again, both as a form sets them."""
    value = field.value
    if isinstance(field.shown, tuple):
        return [*field.shown, "new"], list(field.shown)
    if isinstance(value, bool):
        return not value, value
    if isinstance(value, date):
        return value + timedelta(days=1), value
    if isinstance(value, int | float):
        return value + 1, value
    return field.typed(f"{field.shown} x"), field.typed(field.shown)


def test_values_are_those_of_pyyaml_in_every_post_it_reads():
    read_by_pyyaml = 0
    for name, text in texts("yaml"):
        try:
            expected = yaml.safe_load(inside(text))
        except (yaml.YAMLError, ValueError):
            continue
        if isinstance(expected, dict):
            read_by_pyyaml += 1
            expected = {str(key): value for key, value in expected.items()}
            found = values(text)
            assert same(found, {key: expected[key] for key in found}), name
            assert found.keys() == expected.keys(), name
            assert read(text).refused is None or find(text).problems, name
    assert read_by_pyyaml > 350


def test_values_are_those_of_tomllib_in_every_post_it_reads():
    read_by_tomllib = 0
    for name, text in texts("toml"):
        try:
            expected = tomllib.loads(inside(text))
        except tomllib.TOMLDecodeError:
            assert read(text).refused, name
            continue
        read_by_tomllib += 1
        assert values(text) == expected, name
    assert read_by_tomllib > 70


def test_values_are_those_of_json():
    for name, text in texts("json"):
        assert values(text) == json.loads("{" + inside(text) + "}"), name


def test_a_post_that_pyyaml_refuses_is_refused_on_a_named_line_and_keeps_its_title():
    refused = 0
    for name, text in texts("yaml"):
        try:
            assert isinstance(yaml.safe_load(inside(text)), dict)
        except (yaml.YAMLError, ValueError):
            refused += 1
            assert read(text).problems, name
            assert read(text).field("title"), name
        except AssertionError:
            assert read(text).problems, name
    assert refused > 20


def test_any_field_set_to_another_value_and_back_gives_the_post_again():
    fields = 0
    for name, text in texts("yaml", "toml", "json", "header"):
        front = read(text)
        for field in front.fields:
            if not field.editable or field.problem or front.field(field.key) is not field:
                continue
            fields += 1
            new, old = other(field)
            changed = apply(text, set_field(text, field.key, new))
            after = read(changed).field(field.key)
            before, below = text[: field.value_start], text[field.end :]
            assert changed.startswith(before.rstrip(" \n")), (name, field.key)
            assert changed.endswith(below), (name, field.key)
            comment = text[field.value_end : field.end].strip()
            assert changed[after.value_end : after.end].strip() == comment, (name, field.key)
            assert apply(changed, set_field(changed, field.key, old)) == text, (name, field.key)
    assert fields > 2300


def test_with_a_memory_any_field_broken_or_not_comes_back_from_any_value():
    found = [
        (path.name, field.key, trial)
        for path, text in round_trip.texts(POSTS[::5])
        for field, trial in round_trip.trials(text, memory=True)
    ]
    assert [one for one in found if one[-1].fault] == []
    assert len(found) > 1_000


def test_a_removed_field_takes_its_lines_and_no_others():
    for name, text in texts("yaml"):
        for field in read(text).fields:
            if field.problem is None:
                changed = apply(text, remove_field(text, field.key))
                last = read(text).field(field.key)
                assert changed == text[: last.start] + text[last.end :], name


def _damaged(head, chance):
    """`head` with a slip of the keyboard in it."""
    slips = ['"', "'", ": ", ":", " #", "[", "{", "- ", "\n", "\t", " ", "*a", "@", "%", "|", "`"]
    lines = head.split("\n")
    line = chance.randrange(len(lines))
    if chance.random() < 0.2:
        lines[line] = chance.choice([" ", "\t", ""]) + lines[line].lstrip()
        return "\n".join(lines)
    at = chance.randrange(len(head) + 1)
    return head[:at] + chance.choice([*slips, ""]) + head[at + chance.randrange(2) :]


@pytest.mark.skipif(shutil.which("ruby") is None, reason="no Ruby here")
def test_what_psych_refuses_is_told():
    chance = random.Random(1)
    heads = [inside(text) for _, text in texts("yaml") if not read(text).refused]
    damaged = [_damaged(head, chance) for head in heads for _ in range(3)]
    read_all = (
        "require 'date'; require 'json'; require 'yaml';"
        "puts JSON.generate(JSON.parse(STDIN.read).map { |head|"
        " YAML.load(head, permitted_classes: [Date, Time, Symbol], aliases: true).is_a?(Hash)"
        " rescue false })"
    )
    ruby = subprocess.run(
        ["ruby", "-e", read_all],
        input=json.dumps(damaged),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    readable = json.loads(ruby.stdout)
    assert readable.count(False) > 100
    for head, is_readable in zip(damaged, readable, strict=True):
        assert is_readable or read(f"---\n{head}---\n").refused, head


def test_quotes_mend_the_fields_that_need_them():
    mended = 0
    for name, text in texts("yaml"):
        for field in read(text).fields:
            if field.problem and field.problem.kind in ("needs_quotes", "quote_inside"):
                changed = apply(text, quote_field(text, field.key))
                assert read(changed).field(field.key).problem is None, name
                mended += 1
    assert mended > 15
