"""Looking a folder through: what is told, in which order, and what is asked meanwhile."""

import pytest

from editor.library.entry import UNREADABLE, Entry
from editor.library.index import Index
from editor.library.librarian import Librarian


@pytest.fixture
def index():
    opened = Index(None)
    yield opened
    opened.close()


def told(steps):
    return [message for message in steps if message]


def entries(messages):
    found = {}
    for message in messages:
        found |= {row[0]: Entry.of_row(row) for row in message.get("entries", ())}
    return found


def test_posts_are_listed_by_their_names_before_they_are_read(write, index):
    write("_posts/2009-06-24-a-name.md", "---\ntitle: A title\n---\n")
    steps = Librarian(write.folder, index).look()
    first = next(step for step in steps if step)
    assert [Entry.of_row(row).title for row in first["entries"]] == ["a name"]
    rest = told(steps)
    assert rest[0] == {"listed": 1}
    assert entries(rest)["_posts/2009-06-24-a-name.md"].title == "A title"
    assert [next(iter(message)) for message in rest[-2:]] == ["read", "checked"]


def test_what_is_known_is_told_from_the_index_and_not_read_again(write, index):
    write("a.md")
    told(Librarian(write.folder, index).look())
    read = []
    librarian = Librarian(write.folder, index, read.append)
    assert list(entries(librarian.known())) == ["a.md"]
    assert told(librarian.look()) == [{"listed": 1}, {"read": 1}, {"checked": 1}]
    assert read == []


def test_changes_on_the_disk_are_followed(write, index):
    write("a.md", "---\ntitle: A\n---\n", at=1)
    gone = write("b.md")
    librarian = Librarian(write.folder, index)
    told(librarian.look())
    write("a.md", "---\ntitle: Another\n---\n", at=2)
    write("c.md")
    gone.unlink()
    messages = told(librarian.look())
    assert messages[0] == {"gone": ["b.md"]}
    found = entries(messages)
    assert (sorted(found), found["a.md"].title) == (["a.md", "c.md"], "Another")


def test_a_post_that_ended_a_process_is_not_read_again(write, index):
    write("a.md")
    read = []
    librarian = Librarian(write.folder, index, read.append, hopeless=["a.md"])
    found = entries(told(librarian.look()))["a.md"]
    assert (read, found.problem and found.problem.kind) == ([], UNREADABLE)


def test_texts_are_found_with_their_lines_in_the_file(write, index):
    write("a.md", "---\ntitle: A\n---\nOne.\nUn café.\n")
    librarian = Librarian(write.folder, index)
    told(librarian.look())
    answer = librarian.answer({"do": "find", "number": 7, "words": ["cafe"]})
    assert (answer["number"], answer["places"]) == (7, ["a.md"])
    line, text, marks = answer["lines"]["a.md"]
    assert (line, text, list(marks)) == (4, "Un café.", [(3, 7)])
    lines = librarian.answer({"do": "lines", "number": 8, "words": ["one"], "places": ["a.md"]})
    assert lines["lines"]["a.md"][0] == 3


def test_problems_beyond_the_front_matter_come_last(write, index):
    write("_config.yml", "title: B\n")
    write("_posts/no-date.md")
    messages = told(Librarian(write.folder, index).look())
    last = Entry.of_row(messages[-2]["entries"][0])
    assert last.problem is not None
    assert last.problem.kind == "name_without_date"
