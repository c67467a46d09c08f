"""Setting, removing and quoting fields: what is written, and what is left alone."""

import json
import random
import shutil
import subprocess
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from editor.edits import apply
from editor.front_matter import (
    AsTyped,
    FieldError,
    Refusal,
    append_to_field,
    quote_field,
    read,
    remove_field,
    rename_field,
    set_field,
    values,
)
from tests.conftest import SAMPLES

FIXTURES = Path(__file__).parent / "fixtures" / "front_matter"
FENCES = {
    "yaml": ("---\n", "---\n"),
    "toml": ("+++\n", "+++\n"),
    "json": ("", ""),
    "header": ("", "\n"),
}


def _cases():
    for form in FENCES:
        blocks = (FIXTURES / f"{form}_writing.txt").read_text(encoding="utf-8").split("\n== ")[1:]
        for block in blocks:
            sentence, _, lines = block.rstrip("\n").partition("\n")
            before, _, rest = f"{lines}\n".partition("-- ")
            command, _, after = rest.partition("\n")
            yield pytest.param(form, before, command, after, id=f"{form}: {sentence}")


@pytest.mark.parametrize(("form", "before", "command", "after"), [*_cases()])
def test_a_field_changes_as_the_case_says(form, before, command, after):
    opening, closing = FENCES[form]
    text = f"{opening}{before}{closing}Body: text\n"
    assert read(text).format == form
    verb, key, value = f"{command}  ".split(" ", 2)
    match verb:
        case "set":
            edits = set_field(text, key, json.loads(value))
        case "type":
            edits = set_field(text, key, AsTyped(value.strip()))
        case "remove":
            edits = remove_field(text, key)
        case "rename":
            edits = rename_field(text, key, value.strip())
        case "append":
            edits = append_to_field(text, key, json.loads(value))
        case "quote":
            edits = quote_field(text, key)
    changed = apply(text, edits)
    if before.endswith("\n\n"):  # blank lines above the fence stay there
        after += "\n"
    assert changed == f"{opening}{after}{closing}Body: text\n"
    if verb == "quote":
        assert read(changed).problems == ()


def test_one_click_mends_the_interview_by_one_line():
    name = "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
    text = (SAMPLES / name).read_text(encoding="utf-8")
    mended = apply(text, quote_field(text, "title"))
    old, new = text.split("\n"), mended.split("\n")
    assert len(old) == len(new)
    assert [line for line, was in zip(new, old, strict=True) if line != was] == [
        'title: "Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;"'
    ]
    head = yaml.safe_load(mended.split("---\n")[1])
    assert head["layout"] == "post"
    assert head["title"] == "Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;"


def test_the_first_field_of_a_post_without_front_matter_creates_it():
    assert apply("Hello\n", set_field("Hello\n", "title", "A")) == "---\ntitle: A\n---\n\nHello\n"


def test_front_matter_created_above_a_blank_line_adds_no_second_one():
    assert (
        apply("\nHello\n", set_field("\nHello\n", "title", "A")) == "---\ntitle: A\n---\n\nHello\n"
    )


def test_a_byte_order_mark_stays_the_first_character():
    text = "\ufeffHello\n"
    assert apply(text, set_field(text, "title", "A")).startswith("\ufeff---\ntitle: A\n---\n")


def test_an_empty_head_gets_its_first_field():
    text = "---\n---\nHello\n"
    assert apply(text, set_field(text, "title", "A")) == "---\ntitle: A\n---\nHello\n"


def test_setting_the_value_a_field_has_is_no_edit():
    text = "---\ntitle: 'A'\ndate: 2024-01-01\ntags: [a, 010]\n---\n"
    for field in read(text).fields:
        assert set_field(text, field.key, field.value) == []
    assert set_field(text, "date", AsTyped("2024-01-01")) == []
    assert set_field(text, "tags", ["a", AsTyped("010")]) == []


def test_a_mapping_is_shown_but_not_set():
    text = "---\nsource:\n  title: A\n---\n"
    with pytest.raises(FieldError) as refused:
        set_field(text, "source", "B")
    assert refused.value.problem is Refusal.READ_ONLY
    assert (refused.value.key, refused.value.line) == ("source", 1)


def test_half_a_surrogate_pair_is_refused():
    with pytest.raises(FieldError) as refused:
        set_field("---\ntitle: A\n---\n", "title", "\ud800")
    assert refused.value.problem is Refusal.NOT_WRITABLE


def test_what_is_typed_so_that_it_is_no_yaml_is_refused():
    for typed in ("a: b", "[a", '"a', "a\nlayout: page", "@a", "a # b"):
        with pytest.raises(FieldError):
            set_field("---\ntitle: A\n---\n", "title", AsTyped(typed))


def test_a_field_that_is_absent_is_not_removed():
    with pytest.raises(FieldError) as refused:
        remove_field("---\ntitle: A\n---\n", "layout")
    assert refused.value.problem is Refusal.NO_SUCH_FIELD


def test_what_quotes_do_not_mend_is_left_alone():
    with pytest.raises(FieldError) as refused:
        quote_field("---\ntags: [a, b\n---\n", "tags")
    assert refused.value.problem is Refusal.NOT_MENDABLE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024-01-09", "2025-11-03"),
        ("2024-1-9", "2025-11-3"),
        ("2024-01-09 08:05", "2025-11-03 07:30"),
        ("2024-01-09T08:05:00", "2025-11-03T07:30:00"),
        ("2024-01-09 08:05:00 +0100", "2025-11-03 07:30:00 +0200"),
        ("2024-01-09 08:05:00 +01:00", "2025-11-03 07:30:00 +02:00"),
        ("2024-01-09T08:05:00Z", "2025-11-03T07:30:00+02:00"),
        ("'2024-01-09T08:05:00+01:00'", "'2025-11-03T07:30:00+02:00'"),
    ],
)
def test_a_date_keeps_the_notation_of_its_author(old, new):
    zone = timezone(timedelta(hours=2)) if "+" in new else None
    value = datetime(2025, 11, 3, 7, 30, tzinfo=zone) if ":" in old else date(2025, 11, 3)
    text = f"---\ndate: {old}\n---\n"
    assert apply(text, set_field(text, "date", value)) == f"---\ndate: {new}\n---\n"


def test_a_date_typed_as_text_needs_no_quotes_in_a_field_for_dates():
    text = "---\ntitle: A\n---\n"
    written = "---\ntitle: A\ndate: 2024-01-09 08:05:00 +0100\n---\n"
    assert apply(text, set_field(text, "date", "2024-01-09 08:05:00 +0100")) == written


@settings(deadline=None)
@given(words=st.lists(st.text("abcé'd:x", min_size=1, max_size=14), min_size=20, max_size=60))
def test_a_wrapped_text_that_pyyaml_wrote_has_its_lines_again(words):
    text = " ".join(words)
    assume(not text.startswith(":"))  # PyYAML writes it bare, and Psych reads a symbol: we quote it
    head = f"---\n{yaml.dump({'title': text}, allow_unicode=True)}---\n"
    changed = apply(head, set_field(head, "title", "Other words " * 12 + "here"))
    assert apply(changed, set_field(changed, "title", text)) == head


TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(
    st.sampled_from([*"-?:,[]{}#&*!|>'\"%@`~ \t\n\\=<.0129eExobyNT_+é\u00a0\u2028", "null", "on"])
).map("".join)
HEADS = ["---\ntitle: A\nlayout: post\n---\nBody\n"] + [
    f"---\nlayout: post\ntitle: {old}\ntags: [a]\n---\nBody\n"
    for old in ("", "'a'", '"a"', "|\n  a\n  b", ">-\n  a\n  b", "a\n  b", "[a]", "2024-01-01")
]


@given(text=TEXTS, head=st.sampled_from(HEADS))
@example(text="\t", head=HEADS[4])  # to libyaml, which Jekyll reads by, wrong indentation
@example(text="  \n\ta", head=HEADS[5])
def test_any_text_set_as_title_is_read_back_and_nothing_else_changes(text, head):
    changed = apply(head, set_field(head, "title", text))
    before, after = yaml.safe_load(head.split("---\n")[1]), read(changed)
    inside = changed[len("---\n") : changed.index("---\nBody\n")]
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        again = yaml.load(inside, Loader=loader)
        assert again == before | {"title": text}
    assert changed.endswith("---\nBody\n")
    assert after.field("title").value == text
    assert after.problems == ()


@pytest.mark.skipif(shutil.which("ruby") is None, reason="no Ruby here")
def test_awkward_texts_are_read_back_by_psych_as_jekyll_reads_them():
    chance = random.Random(1)
    parts = [*"-?:,[]{}#&*!|>'\"%@`~ \t\n\\=<.0129eExobyNT_+é\u00a0\u2028", "null", "on", "1:00"]
    wanted = ["".join(chance.choices(parts, k=chance.randrange(9))) for _ in range(1_000)]
    heads = [chance.choice(HEADS) for _ in wanted]
    posts = [
        apply(head, set_field(head, "title", text))
        for head, text in zip(heads, wanted, strict=True)
    ]
    read_all = (
        "require 'date'; require 'json'; require 'yaml';"
        "puts JSON.generate(JSON.parse(STDIN.read).map { |head|"
        " YAML.safe_load(head, permitted_classes: [Date, Time])['title'] })"
    )
    inside = json.dumps([post.split("---\nBody")[0] for post in posts])
    ruby = subprocess.run(
        ["ruby", "-e", read_all], input=inside, capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(ruby.stdout) == wanted


@given(
    boxes=st.lists(TEXTS, max_size=4),
    head=st.sampled_from([head for head in HEADS if "[a]\n" not in head and "2024" not in head]),
)
def test_a_box_shows_what_was_typed_into_it_whatever_was_typed_before(boxes, head):
    for text in boxes:
        field = read(head).field("title")
        meant = field.typed(text)
        if isinstance(meant, AsTyped):  # an empty field, filled in the notation of YAML
            meant = text
        head = apply(head, set_field(head, "title", meant))
        assert read(head).field("title").shown == text


@given(text=TEXTS)
def test_any_text_is_read_back_by_ruamel_too(text):
    ruamel = pytest.importorskip("ruamel.yaml")
    head = "---\ntitle: A\n---\n"
    changed = apply(head, set_field(head, "title", text))
    again = ruamel.YAML(typ="safe", pure=True).load(changed[4:-4])
    assert again == {"title": text}


@given(
    items=st.lists(TEXTS), old=st.sampled_from(["[a, b]", "\n- a\n- b", "\n  - 'a'\n", "[]", ""])
)
def test_any_texts_set_as_tags_are_read_back(items, old):
    head = f"---\ntags: {old.rstrip()}\ntitle: A\n---\nBody\n"
    changed = apply(head, set_field(head, "tags", items))
    assert values(changed) == {"tags": items, "title": "A"}
    assert yaml.safe_load(changed.split("---\nBody")[0][4:]) == {"tags": items, "title": "A"}


@given(key=TEXTS)
def test_any_key_is_added_or_refused(key):
    head = "---\ntitle: A\n---\nBody\n"
    try:
        changed = apply(head, set_field(head, key, "B"))
    except FieldError:
        return
    if key != "title":
        assert {str(key): value for key, value in values(changed).items()} == {
            "title": "A",
            key: "B",
        }


LONG = "Une phrase assez longue pour que personne ne la laisse sur une seule ligne, " * 2 + "fin.\n"
FOLDED = """\
---
description: >
  Une phrase assez longue pour que personne ne la laisse sur une seule ligne,
  Une phrase assez longue pour que personne ne la laisse sur une seule ligne,
  fin.
---
"""


def test_a_long_text_below_a_folding_sign_is_folded_though_a_short_one_stood_there():
    short = apply(FOLDED, set_field(FOLDED, "description", "New\n"))
    assert short == "---\ndescription: >\n  New\n---\n"
    assert apply(short, set_field(short, "description", LONG)) == FOLDED


def test_a_text_that_its_writer_folds_not_stays_on_its_line():
    text = f"---\ndescription: >\n  {LONG}---\n"
    changed = apply(text, set_field(text, "description", f"{LONG[:-1]} x\n"))
    assert changed == text.replace("fin.", "fin. x")
