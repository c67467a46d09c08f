"""What the keys do in Markdown. `|` is the caret, `⟦` and `⟧` are the ends of a selection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import edits
from editor.writing import line_commands, list_keys, pairs
from tests.marked_texts import done, taken_apart

LISTS = {
    "a bullet": ("- one|", "- one\n- |"),
    "in the middle of the words": ("- one| two", "- one\n- |two"),
    "a plus": ("+ one|", "+ one\n+ |"),
    "a number": ("1. one|", "1. one\n2. |"),
    "a number with a bracket": ("3) one|", "3) one\n4) |"),
    "numbers follow": ("1. a|\n2. b\n3. c", "1. a\n2. |\n3. b\n4. c"),
    "numbers that are all one stay so": ("1. a\n1. b|\n1. c", "1. a\n1. b\n1. |\n1. c"),
    "words move with a longer number": (
        "8. a|\n9. b\n   more\n",
        "8. a\n9. |\n10. b\n    more\n",
    ),
    "a task": ("- [x] one|", "- [x] one\n- [ ] |"),
    "a nested entry": ("- a\n  - b|", "- a\n  - b\n  - |"),
    "an empty nested entry goes up": ("- a\n  - b\n  - |", "- a\n  - b\n- |"),
    "an empty nested entry takes the number above": (
        "1. a\n   - b\n   - |\n2. c",
        "1. a\n   - b\n2. |\n3. c",
    ),
    "an empty entry ends the list": ("- a\n- |", "- a\n\n|"),
    "an empty task ends the list": ("- [ ] a\n- [ ] |", "- [ ] a\n\n|"),
    "an empty entry between others": ("1. a\n2. |\n3. b", "1. a\n\n|\n2. b"),
    "in a quote": ("> - a|", "> - a\n> - |"),
    "an empty entry in a quote": ("> - a\n> - |", "> - a\n>\n> |"),
    "a quote": ("> a|", "> a\n> |"),
    "a quote without a blank": (">a|", ">a\n> |"),
    "a quote in a quote": ("> > a|", "> > a\n> > |"),
    "an empty quote ends": ("> a\n> |", "> a\n\n|"),
    "a paragraph of an entry": ("- a\n\n  b|", "- a\n\n  b\n  |"),
    "blanks alone are taken away": ("    |", "\n|"),
    "code keeps its indentation": ("```\n  a|\n```", "```\n  a\n  |\n```"),
    "before the marker": ("|- one", None),
    "a plain line": ("one|", None),
    "a rule": ("* * *|", None),
    "a list in code": ("```yaml\n- a|\n```", None),
    "a year": ("2024|", None),
    "behind a closed fence": ("```\na\n```\n- b|", "```\na\n```\n- b\n- |"),
}


@pytest.mark.parametrize(("before", "after"), LISTS.values(), ids=LISTS)
def test_enter_goes_on_with_what_the_line_is(before, after):
    text, start, end = taken_apart(before)
    assert done(text, list_keys.enter(text, start, end)) == after


SOFT = {
    "an entry": ("- one|", "- one\n  |"),
    "a number": ("10. one|", "10. one\n    |"),
    "a quote": ("> one|", "> one\n> |"),
    "a paragraph": ("one|", "one\n|"),
}


@pytest.mark.parametrize(("before", "after"), SOFT.values(), ids=SOFT)
def test_shift_enter_stays_in_the_paragraph(before, after):
    text, start, end = taken_apart(before)
    assert done(text, list_keys.soft_enter(text, start, end)) == after


NESTING = {
    "under a bullet": ("- a\n- b|", "- a\n  - b|"),
    "under a number": ("1. a\n2. b|\n3. c", "1. a\n   1. b|\n2. c"),
    "under a long number": ("10. a\n11. b|", "10. a\n    1. b|"),
    "under what is nested": ("- a\n  - b\n- c|", "- a\n  - b\n  - c|"),
    "behind what is nested": ("1. a\n   1. b\n2. c|", "1. a\n   1. b\n   2. c|"),
    "with what belongs to it": ("- a\n- b|\n  more\n  - c", "- a\n  - b|\n    more\n    - c"),
    "the first has nothing to stand under": ("- a|\n- b", "- a|\n- b"),
    "one level at a time": ("- a\n  - b|", "- a\n  - b|"),
    "in a quote": ("> - a\n> - b|", "> - a\n>   - b|"),
    "several": ("- a\n⟦- b\n- c⟧", "- a\n⟦  - b\n  - c⟧"),
    "several with numbers": ("1. a\n⟦2. b\n3. c⟧\n4. d", "1. a\n⟦   1. b\n   2. c⟧\n2. d"),
    "a task": ("- [ ] a\n- [ ] |", "- [ ] a\n  - [ ] |"),
    "a wide gap": ("-   a\n-   b|", "-   a\n    -   b|"),
    "lines": ("⟦a\nb⟧", "⟦    a\n    b⟧"),
    "a selection up to a line's start": ("⟦a\nb\n⟧c", "⟦    a\n    b\n⟧c"),
    "plain": ("a|", "a   |"),
}


@pytest.mark.parametrize(("before", "after"), NESTING.values(), ids=NESTING)
def test_tab_nests_or_indents(before, after):
    text, start, end = taken_apart(before)
    assert done(text, list_keys.tab(text, start, end)) == after


OUT = {
    "to the bullet above": ("- a\n  - b|", "- a\n- b|"),
    "to the number above": ("1. a\n   1. b|\n2. c", "1. a\n2. b|\n3. c"),
    "with what belongs to it": ("- a\n  - b|\n    - c", "- a\n- b|\n  - c"),
    "from a third level": ("- a\n  - b\n    - c|", "- a\n  - b\n  - c|"),
    "on the first level": ("- a|", "- a|"),
    "lines": ("⟦    a\n  b\nc⟧", "⟦a\nb\nc⟧"),
    "a tab": ("\ta|", "a|"),
}


@pytest.mark.parametrize(("before", "after"), OUT.values(), ids=OUT)
def test_shift_tab_goes_one_level_up(before, after):
    text, start, end = taken_apart(before)
    assert done(text, list_keys.back_tab(text, start, end)) == after


PAIRS = {
    "a bracket": ("a |", "(", "a (|)"),
    "before a word": ("|a", "(", None),
    "before a point": ("a |.", "(", "a (|)."),
    "a square one behind an entry": ("- |", "[", "- [|]"),
    "over its end": ("(a|)", ")", "(a)|"),
    "not over the end of another": ("((a|)", ")", None),
    "a quote": ("a |", '"', 'a "|"'),
    "not behind a word": ("a|", '"', None),
    "over the end of a quote": ('"a|"', '"', '"a"|'),
    "the end of a quote opened by hand": ('"a|', '"', None),
    "French quotes": ("dit : |", "«", "dit : «|»"),
    "never an apostrophe": ("l|", "'", None),
    "no apostrophe at a word's start either": ("|", "'", None),
    "an apostrophe before an opening bracket": ("l'|", "(", "l'(|)"),
    "code": ("a |", "`", "a `|`"),
    "a fence": ("``|", "`", None),
    "over the end of code": ("`a|`", "`", "`a`|"),
    "a star": ("a |", "*", "a *|*"),
    "two stars": ("a *|*", "*", "a **|**"),
    "over the first end of two": ("**a|**", "*", "**a*|*"),
    "a star that multiplies": ("2 *|*", " ", "2 * |"),
    "a bullet": ("|", "*", None),
    "inside a name": ("snake|", "_", None),
    "in code": ("`a |", "*", None),
    "in a block of code": ("```\na |\n```", "*", None),
    "around a selection": ("a ⟦b c⟧ d", "(", "a (⟦b c⟧) d"),
    "quotes around a selection": ("⟦b c⟧", "'", "'⟦b c⟧'"),
    "marks around a selection": ("⟦b⟧", "*", "*⟦b⟧*"),
    "a closing sign replaces": ("⟦b⟧", ")", None),
    "a letter": ("a|", "b", None),
}


@pytest.mark.parametrize(("before", "sign", "after"), PAIRS.values(), ids=PAIRS)
def test_a_sign_brings_its_other_half_where_it_helps(before, sign, after):
    text, start, end = taken_apart(before)
    assert done(text, pairs.typed(text, start, end, sign)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(|)", "|"),
        ('a "|"', "a |"),
        ("**|**", "*|*"),
        ("«|»", "|"),
        ("(a|)", None),
        ("a|a", None),
        ("**a|*", None),
        ("|", None),
    ],
)
def test_backspace_takes_an_empty_pair_away(before, after):
    text, start, end = taken_apart(before)
    assert done(text, pairs.backspace(text, start, end)) == after


LINES = {
    "down": ("a|\nb\nc", "move down", "b\na|\nc"),
    "up": ("a\nb|\nc", "move up", "b|\na\nc"),
    "the last cannot go down": ("a\nb|", "move down", "a\nb|"),
    "the first cannot go up": ("a|\nb", "move up", "a|\nb"),
    "past an empty last line": ("a|\n", "move down", "\na|"),
    "several": ("⟦a\nb⟧\nc", "move down", "c\n⟦a\nb⟧"),
    "several up": ("a\n⟦b\nc⟧\nd", "move up", "⟦b\nc⟧\na\nd"),
    "numbers stay in order": ("1. a|\n2. b\n3. c", "move down", "1. b\n2. a|\n3. c"),
    "numbers stay in order upwards": ("1. a\n2. b\n3. c|", "move up", "1. a\n2. c|\n3. b"),
    "numbers in code are code": ("```\n2. a|\n1. b\n```", "move down", "```\n1. b\n2. a|\n```"),
    "twice": ("a|b\nc", "duplicate", "ab\na|b\nc"),
    "several twice": ("⟦a\nb⟧\nc", "duplicate", "a\nb\n⟦a\nb⟧\nc"),
    "an entry twice": ("1. a|\n2. b", "duplicate", "1. a\n2. a|\n3. b"),
    "the last line twice": ("a|", "duplicate", "a\na|"),
    "gone": ("a\nb|b\nc", "delete", "a\nc|"),
    "several gone": ("a\n⟦b\nc⟧\nd", "delete", "a\n|d"),
    "an entry gone": ("1. a|\n2. b\n3. c", "delete", "1. b|\n2. c"),
    "the last gone": ("a\nb|", "delete", "a|"),
    "the only one gone": ("a|", "delete", "|"),
    "up to a line's start": ("⟦a\n⟧b", "delete", "|b"),
    "together": ("a|\n  b\nc", "join", "a| b\nc"),
    "entries together": ("- a|\n- b", "join", "- a| b"),
    "quotes together": ("> a|\n> b", "join", "> a| b"),
    "with an empty line": ("a|\n\nb", "join", "a|\nb"),
    "the selected lines together": ("⟦a\nb\nc⟧\nd", "join", "⟦a b c⟧\nd"),
    "the last has nothing to join": ("a|", "join", "a|"),
}
COMMANDS = {
    "move down": lambda *given: line_commands.move(*given, 1),
    "move up": lambda *given: line_commands.move(*given, -1),
    "duplicate": line_commands.duplicate,
    "delete": line_commands.delete,
    "join": line_commands.join,
}


@pytest.mark.parametrize(("before", "command", "after"), LINES.values(), ids=LINES)
def test_lines_are_moved_doubled_deleted_joined(before, command, after):
    text, start, end = taken_apart(before)
    assert done(text, COMMANDS[command](text, start, end), like=after) == after


KEYS = {
    **COMMANDS,
    "enter": list_keys.enter,
    "soft enter": list_keys.soft_enter,
    "tab": list_keys.tab,
    "back tab": list_keys.back_tab,
    "backspace": pairs.backspace,
    **{sign: lambda *given, sign=sign: pairs.typed(*given, sign) for sign in sorted(pairs.TYPED)},
}


@given(
    st.text(alphabet='ab*_` \n#>-12.)("\t[]|é😀', max_size=60),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(sorted(KEYS)),
)
def test_every_key_gives_edits_that_fit_and_a_selection_inside_the_text(text, one, two, key):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    formatted = KEYS[key](text, start, end)
    if formatted is not None:
        after = edits.apply(text, formatted.edits)
        assert 0 <= formatted.start <= formatted.end <= len(after)
