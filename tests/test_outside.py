import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import files, outside
from editor.disk import Trouble
from editor.files import Kept, StoredFile
from editor.outside import Ask, Both, Look, Nothing, State, Take, look, meaning

BASE = "---\ntitle: A\n---\n\nFirst.\n\nLast.\n"
MINE = BASE.replace("First", "My first")


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    path = tmp_path / "site" / "post.md"
    path.write_bytes(BASE.encode())
    return path


def seen(text: str, read_only: Kept | None = None) -> StoredFile:
    return StoredFile(text, read_only=read_only)


# Looking


def test_a_file_that_was_written_anew_with_the_same_bytes_is_the_same(post):
    stored = files.read(post)
    post.unlink()
    post.write_bytes(BASE.encode())
    assert look(stored) == Look(State.SAME)


def test_another_content_of_the_same_size_and_time_is_seen(post):
    stored, times = files.read(post), post.stat()
    post.write_bytes(BASE.replace("Last", "Lost").encode())
    os.utime(post, ns=(times.st_atime_ns, times.st_mtime_ns))
    found = look(stored)
    assert found.state is State.CHANGED
    assert found.seen == files.read(post)


def test_a_post_never_saved_has_no_file_to_look_at(tmp_path):
    assert look(files.new_file()) == Look(State.SAME)
    assert look(files.new_file(tmp_path / "later.md")) == Look(State.SAME)


def test_a_deleted_file_is_gone(post):
    stored = files.read(post)
    post.unlink()
    assert look(stored, (1, 2)) == Look(State.GONE)


def test_a_folder_that_was_renamed_or_unmounted_is_gone(post):
    stored = files.read(post)
    post.parent.rename(post.parent.with_name("other"))
    assert look(stored) == Look(State.FOLDER_GONE)
    post.parent.write_text("a file")
    assert look(stored) == Look(State.FOLDER_GONE)


def test_where_a_file_was_renamed_to_is_found(post):
    stored, inode = files.read(post), outside.inode_of(post)
    post.rename(post.with_name("new name.md"))
    assert look(stored, inode) == Look(State.GONE, renamed_to=post.with_name("new name.md"))
    assert look(stored, None) == Look(State.GONE)


def test_another_file_that_got_the_number_of_the_old_one_is_not_it(post):
    stored, inode = files.read(post), outside.inode_of(post)
    post.write_text("something else")
    post.rename(post.with_name("new name.md"))
    assert look(stored, inode) == Look(State.GONE)


def test_a_file_that_became_a_folder_or_a_pipe_is_told(post):
    stored = files.read(post)
    post.unlink()
    post.mkdir()
    assert look(stored) == Look(State.UNREADABLE, trouble=Trouble.FOLDER)


def test_an_emptied_file_is_looked_at_again_before_it_is_believed(post, monkeypatch):
    stored = files.read(post)
    post.write_bytes(b"")
    monkeypatch.setattr(outside.time, "sleep", lambda _: post.write_bytes(b"written now"))
    assert look(stored).seen.text == "written now"
    monkeypatch.setattr(outside.time, "sleep", lambda _: None)
    post.write_bytes(b"")
    assert look(stored).seen.text == ""


def test_a_changed_file_is_read_in_the_encoding_that_was_chosen(post):
    post.write_bytes("é".encode("cp1252"))
    stored = files.read(post, "cp1252")
    post.write_bytes("à".encode("cp1252"))
    assert look(stored).seen.text == "à"


# Meaning


def test_the_same_text_on_both_sides_is_nothing_to_do():
    assert meaning(BASE, MINE, seen(MINE)) == Nothing()
    assert meaning(None, MINE, seen(MINE)) == Nothing()


def test_an_unchanged_text_gives_way():
    assert meaning(BASE, BASE, seen(MINE)) == Take()


def test_changes_that_do_not_touch_both_stand():
    theirs = BASE.replace("Last", "Their last")
    both = MINE.replace("Last", "Their last")
    assert meaning(BASE, MINE, seen(theirs)) == Both(both)


def test_changes_of_the_same_are_for_the_writer_to_decide():
    found = meaning(BASE, MINE, seen(BASE.replace("First", "Their first")))
    assert isinstance(found, Ask)
    assert len(found.merge.conflicts) == 1


def test_without_the_text_that_both_were_made_from_the_writer_decides():
    assert isinstance(meaning(None, MINE, seen(BASE)), Ask)


def test_a_file_that_is_no_text_any_more_never_takes_the_place_of_one():
    assert isinstance(meaning(BASE, BASE, seen("", Kept.BINARY)), Ask)


@given(st.text(alphabet="ab\n"), st.text(alphabet="ab\n"), st.text(alphabet="ab\n"))
def test_nothing_of_the_writer_s_goes_unasked(base, mine, theirs):
    found = meaning(base, mine, seen(theirs))
    if isinstance(found, Take):
        assert mine == base
    elif isinstance(found, Ask):
        assert found.merge.text() != theirs
