"""Tables. `⟦` and `⟧` are the ends of the selection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import edits
from editor.writing import tables
from editor.writing.dialects import Manner, manner_of
from editor.writing.tables import Row, Table
from tests.marked_texts import done, taken_apart

GITHUB = Manner()
KRAMDOWN = manner_of("jekyll")

T = "| a | b |\n|---|---|\n"

CASES = {
    "the next cell": (T + "| ⟦⟧c | d |", tables.next_cell, T + "| c | ⟦d⟧ |"),
    "over the dashes": ("| a | b⟦⟧ |\n|---|---|\n| c | d |", tables.next_cell, T + "| ⟦c⟧ | d |"),
    "a new row": (T + "| c | d⟦⟧ |", tables.next_cell, T + "| c | d |\n| ⟦⟧ |  |"),
    "the cell before": (T + "| c | d⟦⟧ |", tables.cell_before, T + "| ⟦c⟧ | d |"),
    "back over the dashes": (
        T + "| ⟦⟧c | d |",
        tables.cell_before,
        "| a | ⟦b⟧ |\n|---|---|\n| c | d |",
    ),
    "nothing before the first": (
        "| ⟦⟧a | b |\n|---|---|",
        tables.cell_before,
        "| ⟦a⟧ | b |\n|---|---|",
    ),
    "below": (T + "| ⟦⟧c | d |\n| e | f |", tables.cell_below, T + "| c | d |\n| ⟦e⟧ | f |"),
    "below the last": (T + "| c | ⟦⟧d |", tables.cell_below, T + "| c | d |\n|  | ⟦⟧ |"),
    "an empty last row is left": (
        T + "| c | d |\n| ⟦⟧ |  |",
        tables.cell_below,
        T + "| c | d |\n\n⟦⟧",
    ),
    "a row below": (
        T + "| c | ⟦⟧d |",
        lambda *t: tables.add_row(*t, 1),
        T + "| c | d |\n|  | ⟦⟧ |",
    ),
    "a row above": (
        T + "| c | ⟦⟧d |",
        lambda *t: tables.add_row(*t, 0),
        T + "|  | ⟦⟧ |\n| c | d |",
    ),
    "a row gone": (T + "| c | ⟦⟧d |\n| e | f |", tables.delete_row, T + "| e | ⟦f⟧ |"),
    "the last row gone": (T + "| c | ⟦⟧d |", tables.delete_row, "| a | ⟦b⟧ |\n|---|---|"),
    "the head stays": ("| a⟦⟧ | b |\n|---|---|", tables.delete_row, "| ⟦a⟧ | b |\n|---|---|"),
    "a row down": (
        T + "| c | ⟦⟧d |\n| e | f |",
        lambda *t: tables.move_row(*t, 1),
        T + "| e | f |\n| c | ⟦d⟧ |",
    ),
    "a column behind": (
        T + "| c⟦⟧ | d |",
        lambda *t: tables.add_column(*t, 1),
        "| a |     | b |\n|---| --- |---|\n| c | ⟦⟧    | d |",
    ),
    "a column in a tidy table": (
        "| a   | b   |\n| --- | --- |\n| c⟦⟧   | d   |",
        lambda *t: tables.add_column(*t, 0),
        "|     | a   | b   |\n| --- | --- | --- |\n| ⟦⟧    | c   | d   |",
    ),
    "a column gone": (T + "| c⟦⟧ | d |", tables.delete_column, "| b |\n|---|\n| ⟦d⟧ |"),
    "the only column stays": ("| a⟦⟧ |\n|---|", tables.delete_column, "| ⟦a⟧ |\n|---|"),
    "to the right": (
        T + "| c⟦⟧ | d |",
        lambda *t: tables.align(*t, "right"),
        "| a | b |\n|--:|---|\n| ⟦c⟧ | d |",
    ),
    "to no side": (
        "| a | b |\n|--:|---|\n| c⟦⟧ | d |",
        lambda *t: tables.align(*t, "right"),
        T + "| ⟦c⟧ | d |",
    ),
    "tidy": (
        "a|long⟦⟧ words|c\n:-|-:|:-:\néé|1|x",
        tables.tidy,
        "| a   | ⟦long words⟧ |  c  |\n| :-- | ---------: | :-: |\n| éé  |          1 |  x  |",
    ),
    "wide letters": (
        "| 中文字 | b |\n|---|---|\n| a⟦⟧ | e\u0301 |",
        tables.tidy,
        "| 中文字 | b   |\n| ------ | --- |\n| ⟦a⟧      | e\u0301   |",
    ),
    "missing cells": (
        T + "| c⟦⟧ |",
        tables.tidy,
        "| a   | b   |\n| --- | --- |\n| ⟦c⟧   |     |",
    ),
    "in a quote": (
        "> | a | b |\n> |---|---|\n> | c⟦⟧ | d |",
        tables.next_cell,
        "> | a | b |\n> |---|---|\n> | c | ⟦d⟧ |",
    ),
    "an escaped pipe": (T + "| c \\| ⟦⟧x | d |", tables.next_cell, T + "| c \\| x | ⟦d⟧ |"),
}


@pytest.mark.parametrize(("before", "command", "after"), CASES.values(), ids=CASES)
def test_tables_change_cell_by_cell(before, command, after):
    text, start, _ = taken_apart(before)
    table = Table.around(text, start, GITHUB)
    assert table is not None
    assert done(text, command(text, table), like="⟦") == after


@pytest.mark.parametrize(
    ("line", "manner", "cells"),
    [
        ("| a | `b|c` |", KRAMDOWN, [" a ", " `b|c` "]),
        ("| a | `b|c` |", GITHUB, [" a ", " `b", "c` "]),
        ("| a | `b|c |", KRAMDOWN, [" a ", " `b", "c "]),
        ("a | b", GITHUB, ["a ", " b"]),
        ("| a \\| b |", GITHUB, [" a \\| b "]),
        ("  | a |", GITHUB, [" a "]),
        ("||", GITHUB, [""]),
    ],
)
def test_cells_end_where_the_dialect_ends_them(line, manner, cells):
    row = Row.of(line, manner)
    assert list(row.cells) == cells
    assert row.text == line


@pytest.mark.parametrize(
    "text",
    ["a | b", "| a |", "```\n| a |\n|---|\n```", "a\n---\n", "| a | b |\n\n|---|---|"],
)
def test_what_is_no_table_is_none(text):
    for place in range(len(text) + 1):
        assert Table.around(text, place, GITHUB) is None


def test_kramdown_has_tables_without_a_head():
    assert Table.around("| a | b |\n| c | d |", 2, KRAMDOWN) is not None
    assert Table.around("| a | b |\n| c | d |", 2, GITHUB) is None


def test_a_table_by_size_stands_below_the_line_with_blank_lines_around():
    text = "words\nmore"
    formatted = tables.new_table(text, 2, 2, rows=2, columns=2)
    assert done(text, formatted) == (
        "words\n\n| |    |     |\n| --- | --- |\n|     |     |\n\nmore"
    )


def test_tab_behind_a_head_makes_the_table():
    text, start, end = taken_apart("| nom | année ||"[:-1] + "⟦⟧")
    formatted = tables.table_of_head(text, start, end)
    assert done(text, formatted, like="⟦") == (
        "| nom | année |\n| --- | ----- |\n| ⟦⟧    |       |"
    )


COMMANDS = {
    "tidy": tables.tidy,
    "next": tables.next_cell,
    "before": tables.cell_before,
    "below": tables.cell_below,
    "row": lambda *t: tables.add_row(*t, 1),
    "row above": lambda *t: tables.add_row(*t, 0),
    "no row": tables.delete_row,
    "column": lambda *t: tables.add_column(*t, 1),
    "no column": tables.delete_column,
    "centre": lambda *t: tables.align(*t, "centre"),
    "up": lambda *t: tables.move_row(*t, -1),
}


@given(
    st.lists(st.text(alphabet="ab|`\\- :é中>\t", max_size=14), min_size=1, max_size=5),
    st.integers(0, 80),
    st.sampled_from(sorted(COMMANDS)),
    st.sampled_from([GITHUB, KRAMDOWN]),
)
def test_every_command_of_tables_gives_edits_that_fit(lines, place, command, manner):
    text = "\n".join([lines[0], "|---|:-:|", *lines[1:]])
    table = Table.around(text, min(place, len(text)), manner)
    if table is None:
        return
    formatted = COMMANDS[command](text, table)
    after = edits.apply(text, formatted.edits)
    assert 0 <= formatted.start <= formatted.end <= len(after)


@given(
    st.lists(st.lists(st.text(alphabet="ab é中`", max_size=8), min_size=2, max_size=3), min_size=1)
)
def test_a_tidy_table_stays_as_it_is(rows):
    lines = [f"| {' | '.join(row)} |" for row in rows]
    text = "\n".join([lines[0], "|---|---|", *lines[1:]])
    table = Table.around(text, 0, GITHUB)
    assert table is not None
    once = edits.apply(text, tables.tidy(text, table).edits)
    again = Table.around(once, 0, GITHUB)
    assert again is not None
    assert again.is_tidy
