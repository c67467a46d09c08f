"""What is typed is on the disk within a second, and gone from there once it is saved."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from editor import files, recovery
from editor.edits import Edit
from editor.gui.posts import document as documents
from editor.gui.posts import journal as journals
from editor.gui.posts.document import Document
from editor.gui.posts.journal import Journal
from tests.gui.documents import open_document

POST = "---\ntitle: A\n---\n\nBody.\n"


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def opened(qtbot, tmp_path, folder):  # noqa: ARG001 - timers need an application
    """Gives a function that opens a document with its journal; all are closed at the end."""
    documents = []

    def open_(document: Document | None = None) -> tuple[Document, Journal]:
        document = document or open_document(tmp_path, POST)
        documents.append((document, Journal(document, folder)))
        return documents[-1]

    yield open_
    for document, journal in documents:
        journal.close()
        document.close()


def typed(document, text="typed"):
    end = len(document.text)
    document.apply([Edit(end, end, text)])


def kept(folder) -> list[str]:
    """The texts on the disk, those of running programs too."""
    return [recovery.read(file).text for file in sorted(folder.glob("*.unsaved"))]


def test_what_is_typed_is_kept_without_a_pause_of_the_writer(qtbot, opened, folder):
    document, journal = opened()
    typed(document, "0")
    for number in range(1, 4):
        with qtbot.waitSignal(journal.kept):
            while not journal._wait.remainingTime() <= 0:  # a key in every moment of the wait
                typed(document, str(number))
                qtbot.wait(1)
        assert kept(folder)[0].startswith(POST + "0")
        typed(document, "next")
        assert journal._wait.isActive()


def test_a_wait_is_not_prolonged_by_further_keys(opened):
    document, journal = opened()
    typed(document)
    began = journal._wait.remainingTimeAsDuration()
    started = journal._wait.timerId()
    typed(document)
    assert journal._wait.timerId() == started
    assert journal._wait.remainingTimeAsDuration() <= began


def test_what_is_kept_has_what_it_takes_to_go_on(qtbot, opened, folder):
    document, journal = opened()
    typed(document)
    with qtbot.waitSignal(journal.kept):
        pass
    (file,) = folder.glob("*.unsaved")
    snapshot = recovery.read(file)
    assert snapshot.text == document.text
    assert snapshot.stored == document.stored
    assert snapshot.revision == document.revision


def test_nobody_else_is_offered_the_text_of_an_open_post(qtbot, opened, folder):
    document, journal = opened()
    typed(document)
    with qtbot.waitSignal(journal.kept):
        pass
    assert recovery.find(folder) == []
    journal.close()
    assert [found.snapshot.text for found in recovery.find(folder)] == [POST + "typed"]


def test_a_saved_text_is_kept_no_longer(qtbot, opened, folder):
    document, journal = opened()
    typed(document)
    with qtbot.waitSignal(journal.kept):
        pass
    with qtbot.waitSignal(document.saved):
        document.save()
    with qtbot.waitSignal(journal.kept):
        pass
    assert kept(folder) == []


def test_a_text_that_the_disk_did_not_confirm_stays_kept(qtbot, opened, folder):
    document, journal = opened()
    typed(document)
    with qtbot.waitSignal(document.saved):
        document.save()
    document.stored = replace(document.stored, confirmed=False)
    with qtbot.waitSignal(journal.kept):
        pass
    journal.close()
    assert [found.snapshot.text for found in recovery.find(folder)] == [POST + "typed"]


def test_a_change_taken_back_is_kept_no_longer(qtbot, opened, folder):
    document, journal = opened()
    typed(document)
    with qtbot.waitSignal(journal.kept):
        pass
    with qtbot.waitSignal(journal.kept):
        document.qt.undo()
    assert kept(folder) == []


def test_a_post_that_is_only_read_leaves_nothing(opened, folder):
    _document, journal = opened()
    journal.close()
    assert not folder.exists()


def test_a_text_saved_under_another_name_is_kept_under_that(qtbot, opened, folder, tmp_path):
    document, journal = opened(Document(files.new_file(), tmp_path))
    typed(document)
    journal.flush()
    assert [file.name[:4] for file in folder.glob("*.unsaved")] == ["new."]
    with qtbot.waitSignal(document.saved):
        document.save(tmp_path / "named.md")
    typed(document, "more")
    journal.flush()
    (file,) = folder.glob("*.unsaved")
    assert file.name.startswith(recovery.post_key(tmp_path / "named.md"))


def test_a_flush_does_not_wait(opened, folder):
    document, journal = opened()
    typed(document)
    journal.flush()
    assert kept(folder) == [POST + "typed"]


def test_an_older_text_never_takes_the_place_of_a_newer_one(opened, folder):
    document, journal = opened()
    typed(document)
    older = journal._request()
    typed(document, " more")
    journal.flush()
    journal._write(older)
    assert kept(folder) == [POST + "typed more"]


def test_a_text_given_up_is_kept_aside(opened, folder):
    document, journal = opened()
    typed(document)
    journal.flush()
    journal.give_up()
    (found,) = recovery.find(folder)
    assert (found.snapshot.given_up, found.snapshot.text) == (True, POST + "typed")


def test_a_text_given_up_before_it_was_ever_kept_is_kept_aside(opened, folder):
    document, journal = opened()
    typed(document)
    journal.give_up()
    assert [found.snapshot.text for found in recovery.find(folder)] == [POST + "typed"]


def test_what_was_found_goes_on_as_the_text_of_a_document(opened, folder):
    document, journal = opened()
    typed(document)
    journal.flush()
    journal.close()
    (found,) = recovery.find(folder)
    other, second = opened()
    second.adopt(found)
    assert recovery.find(folder) == []
    other.replace_text(found.snapshot.text)
    second.flush()
    assert kept(folder) == [POST + "typed"]
    assert len(list(folder.glob("*.unsaved"))) == 1


def test_a_full_disk_is_told_and_tried_again(qtbot, opened, folder, monkeypatch):
    monkeypatch.setattr(journals, "_RETRY", 1)
    document, journal = opened()
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fail(*_arguments):
        raise full

    with monkeypatch.context() as patch:
        patch.setattr(recovery, "write", fail)
        typed(document)
        with qtbot.waitSignal(journal.failed) as failed:
            pass
        assert failed.args == [full]
        assert document.is_modified
    with qtbot.waitSignal(journal.kept):
        pass
    assert kept(folder) == [POST + "typed"]


def test_a_long_text_is_written_less_often(opened, monkeypatch):
    monkeypatch.setattr(documents, "_LONG", 3)
    document, journal = opened()
    typed(document)
    assert journal._wait.interval() == 2000
