"""The formatting commands. `|` is the caret, `⟦` and `⟧` are the ends of a selection."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import edits
from editor.writing import insertions, line_marks, marks
from editor.writing.dialects import manner_of
from editor.writing.marks import BOLD, CODE, ITALIC
from tests.marked_texts import done, taken_apart

STRIKE = marks.struck("~~", "~~")
PELICAN_STRIKE = marks.struck(*manner_of("pelican").strike)

MARKS = {
    "a selection": ("a ⟦word⟧ b", BOLD, "a **⟦word⟧** b"),
    "taken away around": ("a **⟦word⟧** b", BOLD, "a ⟦word⟧ b"),
    "taken away inside": ("a ⟦**word**⟧ b", BOLD, "a ⟦word⟧ b"),
    "blanks stay outside": ("a ⟦ word ⟧ b", BOLD, "a  **⟦word⟧**  b"),
    "the word at the caret": ("a wo|rd b", ITALIC, "a *⟦word⟧* b"),
    "no word": ("a | b", BOLD, "a **|** b"),
    "bold and italic": ("**⟦word⟧**", ITALIC, "***⟦word⟧***"),
    "bold without italic": ("***⟦word⟧***", ITALIC, "**⟦word⟧**"),
    "italic around bold": ("⟦**word**⟧", ITALIC, "*⟦**word**⟧*"),
    "an apostrophe": ("l'ét|é", BOLD, "**⟦l'été⟧**"),
    "an emoji": ("⟦😀 x⟧", CODE, "`⟦😀 x⟧`"),
    "nothing": ("|", BOLD, "**|**"),
    "the other mark": ("⟦__word__⟧", BOLD, "⟦word⟧"),
    "the other mark around": ("_⟦word⟧_", ITALIC, "⟦word⟧"),
    "the caret in marked words": ("a **two wo|rds** b", BOLD, "a two wo|rds b"),
    "the caret in words of another mark": ("a *two wo|rds* b", BOLD, "a *two **⟦words⟧*** b"),
    "code with backquotes": ("⟦a`b⟧", CODE, "`` ⟦a`b⟧ ``"),
    "struck out": ("⟦a⟧", STRIKE, "~~⟦a⟧~~"),
    "struck out for Pelican": ("⟦a⟧", PELICAN_STRIKE, "<del>⟦a⟧</del>"),
    "no longer struck out": ("<del>⟦a⟧</del>", PELICAN_STRIKE, "⟦a⟧"),
    "two paragraphs": ("⟦a\n\nb⟧", BOLD, "**⟦a**\n\n**b⟧**"),
    "two paragraphs back": ("⟦**a**\n\n**b**⟧", BOLD, "⟦a\n\nb⟧"),
    "two lines of one": ("⟦a\nb⟧", BOLD, "**⟦a\nb⟧**"),
    "a list": ("⟦- a\n- b⟧", BOLD, "- **⟦a**\n- **b⟧**"),
    "a heading": ("⟦## a⟧", BOLD, "## **⟦a⟧**"),
    "a quote": ("⟦> a\n> b⟧", ITALIC, "> *⟦a*\n> *b⟧*"),
}


@pytest.mark.parametrize(("before", "mark", "after"), MARKS.values(), ids=MARKS)
def test_a_mark_is_put_around_the_words_or_taken_away(before, mark, after):
    text, start, end = taken_apart(before)
    assert done(text, marks.toggle(text, start, end, mark)) == after


heading = line_marks.set_heading
LIST, NUMBERS, TASKS = (
    partial(line_marks.toggle_list, kind=kind) for kind in ("bullets", "numbers", "tasks")
)
PELICAN_LIST = partial(line_marks.toggle_list, kind="bullets", needs_blank=True)
QUOTE = line_marks.toggle_quote

LINES = {
    "a heading": ("a\nTi|tle\nb", partial(heading, level=3), "a\n### Ti|tle\nb"),
    "another level": ("# Ti|tle", partial(heading, level=3), "### Ti|tle"),
    "the same level again": ("### Ti|tle", partial(heading, level=3), "Ti|tle"),
    "an underlined one": ("Ti|tle\n===\n\nx", partial(heading, level=2), "## Ti|tle\n\nx"),
    "an empty line": ("|", partial(heading, level=2), "## |"),
    "several": ("⟦a\nb⟧", partial(heading, level=1), "# ⟦a\n# b⟧"),
    "the next level": ("a\nTi|tle\nb", line_marks.cycle_heading, "a\n## Ti|tle\nb"),
    "the level after": ("## Ti|tle", line_marks.cycle_heading, "### Ti|tle"),
    "no level any more": ("### Ti|tle", line_marks.cycle_heading, "Ti|tle"),
    "deeper": ("## a|", partial(line_marks.shift_headings, by=1), "### a|"),
    "higher": ("## a|", partial(line_marks.shift_headings, by=-1), "# a|"),
    "not higher than the first": ("# a|", partial(line_marks.shift_headings, by=-1), "# a|"),
    "a list": ("⟦one\ntwo⟧", LIST, "- ⟦one\n- two⟧"),
    "no list": ("- ⟦one\n- two⟧", LIST, "⟦one\ntwo⟧"),
    "the rest of a list": ("- ⟦one\ntwo⟧", LIST, "- ⟦one\n- two⟧"),
    "an empty entry": ("|", LIST, "- |"),
    "numbers": ("⟦one\n\ntwo⟧", NUMBERS, "1. ⟦one\n\n2. two⟧"),
    "numbers of bullets": ("⟦- one\n- two⟧", NUMBERS, "⟦1. one\n2. two⟧"),
    "bullets of numbers": ("1. o|ne", LIST, "- o|ne"),
    "tasks": ("- o|ne", TASKS, "- [ ] o|ne"),
    "no tasks": ("- [x] o|ne", TASKS, "o|ne"),
    "a list below a paragraph for Pelican": ("a\nb|", PELICAN_LIST, "a\n\n- b|"),
    "a list in a quote": ("> a|", LIST, "> - a|"),
    "done": ("- [ ] a|", line_marks.toggle_done, "- [x] a|"),
    "not done": ("- [x] a|", line_marks.toggle_done, "- [ ] a|"),
    "a quote": ("a |b", QUOTE, "> a |b"),
    "no quote": ("> a |b", QUOTE, "a |b"),
    "a quote of two paragraphs": ("⟦one\n\ntwo⟧", QUOTE, "> ⟦one\n>\n> two⟧"),
    "no quote of two paragraphs": ("> ⟦one\n>\n> two⟧", QUOTE, "⟦one\n\ntwo⟧"),
    "an empty quote": ("|", QUOTE, "> |"),
}


@pytest.mark.parametrize(("before", "command", "after"), LINES.values(), ids=LINES)
def test_lines_get_marks_or_lose_them(before, command, after):
    text, start, end = taken_apart(before)
    assert done(text, command(text, start, end)) == after


MORE = partial(insertions.excerpt_mark, mark="<!--more-->")
LIQUID = partial(insertions.code_block, lines=manner_of("jekyll").highlight)
HUGO = partial(insertions.code_block, lines=manner_of("hugo").highlight)

BLOCKS = {
    "a rule": ("a|\nb", insertions.rule, "a\n\n---\n|\nb"),
    "a rule at the end": ("a|", insertions.rule, "a\n\n---\n|"),
    "a rule on an empty line": ("a\n|\nb", insertions.rule, "a\n\n---\n|\nb"),
    "the excerpt's end": ("a|\n\nb", MORE, "a\n\n<!--more-->\n|\nb"),
    "no end any more": ("a\n\n<!--m|ore-->\n\nb", MORE, "a\n\n|b"),
    "the end moves": ("a\n\n<!--more-->\n\nb|\n", MORE, "a\n\nb\n\n<!--more-->\n|"),
    "code": ("⟦a\nb⟧", insertions.code_block, "```|\na\nb\n```"),
    "empty code": ("|", insertions.code_block, "```|\n\n```"),
    "code below words": ("a\n|\nb", insertions.code_block, "a\n\n```|\n\n```\n\nb"),
    "code with a fence": ("⟦```\na\n```⟧", insertions.code_block, "⟦a⟧"),
    "code in an entry": ("  ⟦a⟧", insertions.code_block, "  ```|\n  a\n  ```"),
    "no code": ("```ruby\na|\n```\nb", insertions.code_block, "a|\nb"),
    "no code in an empty block": ("```\n|\n```", insertions.code_block, "|"),
    "Liquid": ("⟦a⟧", LIQUID, "{% highlight | %}\na\n{% endhighlight %}"),
    "no Liquid": ("{% highlight rb %}\na|\n{% endhighlight %}", LIQUID, "a|"),
    "a shortcode": ("⟦a⟧", HUGO, "{{< highlight | >}}\na\n{{< /highlight >}}"),
    "no shortcode": ("{{< highlight go >}}\na|\n{{< /highlight >}}", HUGO, "a|"),
    "a footnote": ("word| more\n", insertions.footnote, "word[^1] more\n\n[^1]: |\n"),
    "the next footnote": (
        "a[^1] b|\n\n[^1]: x\n",
        insertions.footnote,
        "a[^1] b[^2]\n\n[^1]: x\n[^2]: |\n",
    ),
    "a footnote at the end": ("a|", insertions.footnote, "a[^1]\n\n[^1]: |"),
}


@pytest.mark.parametrize(("before", "command", "after"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_are_set_in_and_taken_out(before, command, after):
    text, start, end = taken_apart(before)
    assert done(text, command(text, start, end)) == after


ALL = [
    *(partial(marks.toggle, mark=mark) for mark in (BOLD, ITALIC, CODE, STRIKE, PELICAN_STRIKE)),
    *(command for _, command, _ in LINES.values()),
    *(command for _, command, _ in BLOCKS.values()),
]


@given(
    st.text(alphabet="ab*_` \n#>-1.[]~<é😀", max_size=40),
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from(ALL),
)
def test_every_command_gives_edits_that_fit_and_a_selection_inside_the_text(
    text, one, two, command
):
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    formatted = command(text, start, end)
    after = edits.apply(text, formatted.edits)
    assert 0 <= formatted.start <= formatted.end <= len(after)
