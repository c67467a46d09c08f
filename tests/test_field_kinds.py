"""Which box a field gets, and what typing into it means."""

import pytest

from editor.edits import apply
from editor.field_kinds import Kind, in_order, kind_of, typed_value, words_of
from editor.front_matter import AsTyped, read, set_field


def field_of(line, form="yaml"):
    fences = {"yaml": ("---\n", "---\n"), "toml": ("+++\n", "+++\n"), "header": ("Title: A\n", "")}
    start, end = fences[form]
    return read(f"{start}{line}\n{end}\nBody.\n").fields[-1]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("title: A title", Kind.TEXT),
        ("title: /assets/a.png", Kind.TEXT),
        ("slug: a-b", Kind.TEXT),
        ("date: 2009-06-24", Kind.DATE),
        ("date: 24 juin 2009", Kind.DATE),
        ("start: 2009-06-24 10:00:00 +0200", Kind.DATE),
        ("draft: no", Kind.SWITCH),
        ("weight: 5", Kind.NUMBER),
        ("version: 1.10", Kind.NUMBER),
        ("tags: [a, b]", Kind.LIST),
        ("tags: []", Kind.LIST),
        ("tags: a b", Kind.TEXT),
        ("layout: post", Kind.CHOICE),
        ("status: draft", Kind.CHOICE),
        ("image: /assets/x.jpg", Kind.PATH),
        ("image: https://example.org/x.jpg", Kind.PATH),
        ("featured_image: x", Kind.PATH),
        ("cover-image: x", Kind.PATH),
        ("handout: files/handout.pdf", Kind.PATH),
        ("note: I ate cake.jpg", Kind.TEXT),
        ("description: short", Kind.LONG),
        ("note: |\n  two\n  lines", Kind.LONG),
        ("note: " + "word " * 40, Kind.LONG),
        ("header: {a: 1}", Kind.MAPPING),
        ("links:\n  - a: 1\n  - a: 2", Kind.MAPPING),
        ("anchor: &x foo", Kind.RAW),
    ],
)
def test_a_field_is_what_its_value_and_its_key_say(line, kind):
    field = field_of(line)
    assert kind_of(field.key, field) is kind


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("tags", Kind.LIST),
        ("date", Kind.DATE),
        ("summary", Kind.LONG),
        ("draft", Kind.SWITCH),
        ("image", Kind.PATH),
        ("lang", Kind.CHOICE),
        ("subtitle", Kind.TEXT),
    ],
)
def test_a_field_without_a_value_is_what_its_key_says(key, kind):
    assert kind_of(key, None) is kind
    assert kind_of(key, field_of(f"{key}:")) is kind


def test_a_field_without_a_value_is_what_it_is_in_the_site_s_other_posts():
    assert kind_of("tags", None, Kind.TEXT) is Kind.TEXT
    assert kind_of("rating", field_of("rating:"), Kind.NUMBER) is Kind.NUMBER
    assert kind_of("header", None, Kind.MAPPING) is Kind.TEXT  # nothing to edit it by


def test_a_text_is_a_choice_where_the_site_s_posts_have_few():
    field = field_of("mood: calm")
    assert kind_of("mood", field) is Kind.TEXT
    assert kind_of("mood", field, Kind.CHOICE) is Kind.CHOICE
    assert kind_of("mood", field, Kind.DATE) is Kind.TEXT


def test_a_header_s_words_between_commas_are_a_list():
    field = field_of("Tags: a, b c ,d,", "header")
    assert kind_of("Tags", field) is Kind.LIST
    assert words_of(field) == ("a", "b c", "d")


@pytest.mark.parametrize(
    ("key", "typed", "usual", "value"),
    [
        ("weight", "5", None, AsTyped("5")),
        ("weight", "five", None, "five"),
        ("mood", "true", None, AsTyped("true")),
        ("start", "2009-06-24", None, AsTyped("2009-06-24")),
        ("start", "2009-06-24 10:00:00 +0200", None, AsTyped("2009-06-24 10:00:00 +0200")),
        ("title", "2009", None, "2009"),
        ("subtitle", "true", None, "true"),
        ("reference", "007", Kind.TEXT, "007"),
        ("rating", "4", Kind.NUMBER, AsTyped("4")),
        ("date", "{", None, "{"),
        ("weight", "- a", None, "- a"),
        ("weight", "", None, None),
    ],
)
@pytest.mark.parametrize("head", ["---\ntitle2: A\n---\n", "---\n{key}:\n---\n"])
def test_an_empty_field_takes_its_type_from_what_is_typed(head, key, typed, usual, value):
    now = read(head.format(key=key)).field(key)
    found = typed_value(key, typed, now, now, usual)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("typed", "raw"),
    [
        ("5", "5"),
        ("05", "'05'"),
        ("2024-01-31", "2024-01-31"),
        ("2024-02-31", '"2024-02-31"'),
        ("2024-01-31T10:00:00+01:00", "2024-01-31T10:00:00+01:00"),
        ("yes", '"yes"'),
        ("[", '"["'),
    ],
)
def test_toml_takes_its_own_notation_unquoted_and_all_else_as_text(typed, raw):
    text = '+++\ntitle = "A"\n+++\n'
    value = typed_value("x", typed, None, None, form="toml")
    after = read(apply(text, set_field(text, "x", value)))
    assert after.field("x").raw.strip("'\"") == raw.strip("'\"")
    assert isinstance(after.field("x").value, str) == (raw[0] in "'\"")


def test_the_title_leads_then_come_the_site_s_fields_in_their_order_then_the_others():
    usual = ("layout", "title", "date", "tags")
    assert in_order(["weight", "date", "title"], usual) == [
        *("title", "layout", "date", "tags"),
        "weight",
    ]


def test_in_a_header_a_key_stands_as_the_post_has_it():
    assert in_order(["Title", "Slug", "Tags"], ("title", "date", "tags"), "header") == [
        *("Title", "date", "Tags"),
        "Slug",
    ]
    assert in_order(["Title"], ("title",)) == ["title", "Title"]  # in YAML they are two
