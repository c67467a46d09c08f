"""The index on the disk: kept, searched, thrown away when it is no use."""

import os
import sqlite3
import time

import pytest

from editor.library.entry import Entry, Reading
from editor.library.finding import Stamp
from editor.library.index import VERSION, Index, open_index, tidy


def reading(place, title="A", body="", **facts):
    entry = Entry(place, title, **facts).made_sought()
    return Reading(entry, Stamp(1, 2, 3), body=body, body_line=3)


@pytest.fixture
def opens():
    """Gives a function that opens an index, by default as the library does."""
    opened = []

    def opening(path, how=open_index):
        opened.append(how(path))
        return opened[-1]

    yield opening
    for index in opened:
        index.close()


@pytest.fixture
def index(tmp_path, opens):
    return opens(tmp_path / "cache" / "x.sqlite", Index)


def find(index, *words):
    return index.find(words, 1)[0]


def entries(index):
    return [Entry.of_row(row) for rows in index.rows(2) for row in rows]


def test_what_is_put_is_there_the_next_time_newest_first(tmp_path, opens):
    path = tmp_path / "x.sqlite"
    index = Index(path)
    index.put([reading("a.md", date="2009-06-24"), reading("b.md", date="2012-01-01")])
    index.put([reading("c.md", is_draft=True)])
    index.close()
    again = opens(path)
    assert [entry.place for entry in entries(again)] == ["c.md", "b.md", "a.md"]
    assert again.stamps()["a.md"] == Stamp(1, 2, 3)


def test_texts_are_found_without_case_and_accents_by_the_beginnings_of_words(index):
    index.put([reading("a.md", "Été", "Un wagon.\n"), reading("b.md", "B", "Le CAFÉ est bon.")])
    assert find(index, "cafe") == ["b.md"]
    assert find(index, "ca", "bo") == ["b.md"]
    assert find(index, "ete", "wag") == ["a.md"]
    assert find(index, "afe") == []
    assert index.body("a.md") == ("Un wagon.\n", 3)


@pytest.mark.parametrize(
    "word", ['"', "a OR b", "NEAR(a b)", "-", "*", "l'été", "\udcff", "a\x00b"]
)
def test_no_word_is_taken_for_a_command(index, word):
    index.put([reading("a.md")])
    find(index, word)


def test_a_post_read_again_takes_the_place_of_what_was_kept(index):
    index.put([reading("a.md", "Old", "old")])
    index.put([reading("a.md", "New", "new")])
    assert [entry.title for entry in entries(index)] == ["New"]
    assert (find(index, "old"), find(index, "new")) == ([], ["a.md"])
    index.remove(["a.md", "never-there.md"])
    assert (entries(index), find(index, "new")) == ([], [])


def test_names_that_are_no_text_are_kept(index):
    index.put([reading("caf\udce9.md", "\ud800")])
    assert list(index.stamps()) == ["caf\udce9.md"]


def test_a_damaged_index_is_thrown_away(tmp_path, opens):
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"no database " * 1000)
    index = opens(path)
    assert entries(index) == []
    index.put([reading("a.md")])
    index.close()
    assert len(entries(opens(path))) == 1


def test_an_index_of_another_version_is_thrown_away(tmp_path, opens):
    path = tmp_path / "x.sqlite"
    index = Index(path)
    index.put([reading("a.md")])
    index.close()
    base = sqlite3.connect(path)
    base.execute(f"PRAGMA user_version = {VERSION + 1}")
    base.close()
    assert entries(opens(path)) == []


def test_where_another_process_holds_it_it_is_kept_in_memory(tmp_path, opens, monkeypatch):
    monkeypatch.setattr("editor.library.index._PATIENCE", 0.01)
    path = tmp_path / "x.sqlite"
    Index(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    index = opens(path)
    index.put([reading("a.md")])
    assert len(entries(index)) == 1
    other.execute("ROLLBACK")
    other.close()
    assert entries(opens(path)) == []


def test_where_no_folder_can_be_made_it_is_kept_in_memory(tmp_path, opens):
    (tmp_path / "file").write_text("")
    index = opens(tmp_path / "file" / "x.sqlite")
    index.put([reading("a.md")])
    assert len(entries(index)) == 1


def test_a_change_that_fails_leaves_all_as_it_was(index):
    index.put([reading("a.md", "Old")])
    with pytest.raises(AttributeError):
        index.put([reading("a.md", "New"), None])
    assert [entry.title for entry in entries(index)] == ["Old"]


def test_indexes_that_nobody_opened_for_months_are_thrown_away(tmp_path, opens):
    opens(tmp_path / "read.sqlite").close()
    opens(tmp_path / "old.sqlite").close()
    (tmp_path / "other.txt").write_text("mine")
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    opens(tmp_path / "read.sqlite").close()
    tidy(tmp_path, time.time())
    assert {path.name for path in tmp_path.iterdir()} == {"read.sqlite", "other.txt"}


def test_the_newest_posts_found_are_told_apart_also_of_those_put_later(index):
    days = {"a.md": "2009-06-24", "b.md": "2012-01-01", "c.md": "2010-01-01"}
    index.put([reading(place, body="word", date=day) for place, day in days.items()])
    found, first = index.find(["word"], 2)
    assert (sorted(found), first) == (["a.md", "b.md", "c.md"], ["b.md", "c.md"])
    index.put([reading("d.md", body="word", date="2011-01-01"), reading("b.md", body="gone")])
    assert index.find(["word"], 2)[1] == ["d.md", "c.md"]
    index.remove(["d.md"])
    assert index.find(["word"], 2)[1] == ["c.md", "a.md"]


def test_what_another_process_wrote_is_found(tmp_path, opens):
    one, other = opens(tmp_path / "x.sqlite"), opens(tmp_path / "x.sqlite")
    one.put([reading("a.md", body="word")])
    assert find(one, "word") == ["a.md"]
    other.remove(["a.md"])
    other.put([reading("b.md", body="word")])
    assert find(one, "word") == ["b.md"]
