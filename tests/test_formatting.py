import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import edits, formatting

# In these texts [ and ] are the ends of the selection, | is a caret.


def taken_apart(marked):
    start = marked.index("|") if "|" in marked else marked.index("[")
    end = start if "|" in marked else marked.index("]") - 1
    return marked.replace("|", "").replace("[", "").replace("]", ""), start, end


def put_together(text, formatted):
    text = edits.apply(text, formatted.edits)
    if formatted.start == formatted.end:
        return f"{text[: formatted.start]}|{text[formatted.start :]}"
    inside = text[formatted.start : formatted.end]
    return f"{text[: formatted.start]}[{inside}]{text[formatted.end :]}"


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("a [word] b", "**", "a **[word]** b"),
        ("a **[word]** b", "**", "a [word] b"),
        ("a [**word**] b", "**", "a [word] b"),
        ("a [ word ] b", "**", "a  **[word]**  b"),
        ("a wo|rd b", "_", "a _[word]_ b"),
        ("a | b", "**", "a **|** b"),
        ("**[word]**", "*", "***[word]***"),
        ("***[word]***", "*", "**[word]**"),
        ("l'ét|é", "**", "**[l'été]**"),
        ("[😀 x]", "`", "`[😀 x]`"),
        ("|", "**", "**|**"),
    ],
)
def test_a_mark_is_put_around_the_words_or_taken_away(before, mark, after):
    text, start, end = taken_apart(before)
    assert put_together(text, formatting.toggle_mark(text, start, end, mark)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nTi|tle\nb", "a\n## Ti|tle\nb"),
        ("## Ti|tle", "### Ti|tle"),
        ("# Ti|tle", "## Ti|tle"),
        ("### Ti|tle", "Ti|tle"),
        ("|", "## |"),
    ],
)
def test_a_line_goes_from_level_to_level_and_back_to_text(before, after):
    text, start, end = taken_apart(before)
    assert put_together(text, formatting.cycle_heading(text, start, end)) == after


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        ("[one\ntwo]", "list", "- [one\n- two]"),
        ("[- one\n- two]", "list", "[one\ntwo]"),
        ("[- one\ntwo]", "list", "[- one\n- two]"),
        ("a |b", "quote", "> a |b"),
        ("> a |b", "quote", "a |b"),
        ("[one\n\ntwo]", "quote", "> [one\n\n> two]"),
        ("|", "list", "- |"),
    ],
)
def test_lines_become_a_list_or_a_quote_and_plain_again(before, kind, after):
    text, start, end = taken_apart(before)
    assert put_together(text, formatting.toggle_lines(text, start, end, kind)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("a [b] c", "a {b}(|) c"), ("a | c", "a {|}() c"), ("[https://x.org]", "{|}(https://x.org)")],
)
def test_the_caret_goes_where_a_link_lacks_something(before, after):
    text, start, end = taken_apart(before)
    after = after.replace("{", "[").replace("}", "]")
    assert put_together(text, formatting.make_link(text, start, end)) == after


@given(
    st.text(alphabet="ab*_` \n#>-", max_size=30),
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from(["**", "_", "`", "heading", "list", "quote", "link"]),
)
def test_every_command_gives_edits_that_fit_and_a_selection_inside_the_text(
    text, one, two, command
):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    if command == "heading":
        done = formatting.cycle_heading(text, start, end)
    elif command == "link":
        done = formatting.make_link(text, start, end)
    elif command in ("list", "quote"):
        done = formatting.toggle_lines(text, start, end, command)
    else:
        done = formatting.toggle_mark(text, start, end, command)
    after = edits.apply(text, done.edits)
    assert 0 <= done.start <= done.end <= len(after)
