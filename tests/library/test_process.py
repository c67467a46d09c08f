"""The process that reads a folder: it answers, and goes on whatever a post does to it."""

import os
import queue
import signal
import sqlite3

import pytest

from editor.library.entry import Entry
from editor.library.index import index_path
from editor.library.process import LibraryProcess


@pytest.fixture
def start(write, tmp_path):
    """Gives a function: a process for the folder, and what it tells."""
    started = []

    def new(**more):
        told = queue.Queue()
        path = index_path(tmp_path / "cache", write.folder)
        process = LibraryProcess(write.folder, path, told.put, **more)
        started.append(process)
        return process, told

    yield new
    for process in started:
        process.stop()


def until(told, key):
    """All that is told up to a message with that key."""
    messages = []
    while not messages or key not in messages[-1]:
        messages.append(told.get(timeout=30))
    return messages


def entries(messages):
    rows = [row for message in messages for row in message.get("entries", ())]
    return {row[0]: Entry.of_row(row) for row in rows}


def test_posts_are_told_and_texts_found(write, start):
    write("a.md", "---\ntitle: Été\n---\nUn café.\n")
    process, told = start()
    assert entries(until(told, "checked"))["a.md"].title == "Été"
    process.ask({"do": "find", "number": 1, "words": ["cafe"]})
    assert until(told, "number")[-1]["places"] == ["a.md"]


def test_the_second_time_all_is_known_at_once(write, start):
    write("a.md", "---\ntitle: Été\n---\n")
    process, told = start()
    until(told, "checked")
    process.stop()
    _, told = start()
    first = told.get(timeout=30)
    assert entries([first])["a.md"].title == "Été"


def test_a_look_again_tells_what_changed(write, start):
    write("a.md")
    process, told = start()
    until(told, "checked")
    write("b.md")
    process.ask({"do": "look"})
    assert list(entries(until(told, "checked"))) == ["b.md"]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing holds a process here")
def test_a_search_is_answered_whatever_is_asked_right_behind_it(write, start):
    write("a.md", "Un café.\n")
    process, told = start()
    until(told, "checked")
    os.kill(process.id, signal.SIGSTOP)  # all questions are there when it looks
    process.ask({"do": "find", "number": 1, "words": ["caf"]})
    process.ask({"do": "find", "number": 2, "words": ["cafe"]})
    process.ask({"do": "look"})
    os.kill(process.id, signal.SIGCONT)
    messages = until(told, "checked")
    assert [one["number"] for one in messages if "number" in one][-1] == 2


def test_a_child_that_is_killed_is_replaced(write, start):
    write("a.md")
    process, told = start()
    until(told, "checked")
    process._process.kill()
    assert list(entries(until(told, "checked"))) == ["a.md"]


def test_a_damaged_index_is_made_anew(write, start, tmp_path):
    write("a.md", "---\ntitle: A\n---\nText.\n")
    process, told = start()
    until(told, "checked")
    process.stop()
    base = sqlite3.connect(index_path(tmp_path / "cache", write.folder))
    base.execute("DROP TABLE texts_data")
    base.close()
    write("b.md")
    process, told = start()
    assert sorted(entries(until(told, "checked"))) == ["a.md", "b.md"]
