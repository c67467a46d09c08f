"""The document: exact through Qt, changed by edits in undo steps, saved without losing a key."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from editor import edits, files, front_matter
from editor.edits import Edit
from editor.files import ConflictError, SaveError, Trouble, UnencodableError
from editor.gui.plain_text import text_of
from editor.gui.posts.document import Document
from editor.writing.marks import BOLD, ITALIC, toggle
from tests.conftest import CORPUS, SAMPLES
from tests.gui.documents import open_document

pytestmark = pytest.mark.usefixtures("qapp")

INTERVIEW = SAMPLES / "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
POST = "---\ntitle: Old  # kept\ndate: 2009-06-24\n---\n\nBody.\n"

AWKWARD = {
    "no-break spaces": "« Quoi\u202f? »\u00a0; oui\u00a0!\n".encode(),
    "line separator": "one\u2028two\n".encode(),
    "paragraph separator": "one\u2029two\n".encode(),
    "next line, vertical tab, form feed": "a\u0085b\x0bc\x0cd\x1ce\n".encode(),
    "emoji of several characters": "👩\u200d👩\u200d👧 e\u0301 🇫🇷\n".encode(),
    "noncharacters": "\ufdd0\ufdd1\ufffe\uffff\n".encode(),
    "byte order mark": b"\xef\xbb\xbf---\ntitle: a\n---\n",
    "byte order mark inside": "a\ufeffb\n\ufeffc\n".encode(),
    "crlf": b"---\r\ntitle: a\r\n---\r\nb\r\n",
    "cr": b"a\rb\rc",
    "mixed line ends": b"a\r\nb\nc\rd\n\r\n\re",
    "no final newline": b"a\nb",
    "newlines alone": b"\n\n\n",
    "trailing blanks": b"a  \nb\t\n  \n",
    "utf-16": "\ufeffa é 😀\r\n".encode("utf-16-le"),
    "invalid bytes": b"caf\xe9 \xff\xfe \xed\xa0\x80\n",
    "nothing": b"",
    "nul": b"a\x00b " + b"text " * 40,
}


def caret_at(document, start, end=None):
    cursor = QTextCursor(document.qt)
    cursor.setPosition(start)
    cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def set_field(document, key, value):
    document.apply(front_matter.set_field(document.text, key, value), f"field:{key}")


def save(qtbot, document, path=None, **options):
    with qtbot.waitSignal(document.saved):
        document.save(path, **options)


# Exactness


@pytest.mark.parametrize("content", AWKWARD.values(), ids=AWKWARD)
def test_an_awkward_file_comes_back_to_the_byte(qtbot, tmp_path, content):
    document = open_document(tmp_path, content)
    assert document.is_exact
    assert not document.is_read_only
    save(qtbot, document, tmp_path / "copy.md")
    assert (tmp_path / "copy.md").read_bytes() == content


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.stem)
def test_a_sample_comes_back_to_the_byte(qtbot, tmp_path, path):
    document = Document(files.read(path), tmp_path / "safety")
    save(qtbot, document, tmp_path / "copy.md")
    document.close()
    assert (tmp_path / "copy.md").read_bytes() == path.read_bytes()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_every_post_of_the_corpus_is_exact_in_qt_and_comes_back_to_the_byte(tmp_path):
    for path in sorted((CORPUS / "posts").rglob("*")):
        if path.is_file():
            stored = files.read(path)
            document = Document(stored, tmp_path / "safety")
            assert document.text == stored.text, path
            # Saved by the function the document calls on its thread: a thread for each is slow.
            files.save(stored, document.text, tmp_path / "copy.md", force=True)
            assert (tmp_path / "copy.md").read_bytes() == path.read_bytes(), path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_file_is_exact_in_qt_or_opens_read_only(tmp_path, content):
    (tmp_path / "post.md").write_bytes(content)
    stored = files.read(tmp_path / "post.md")
    document = Document(stored, tmp_path / "safety")
    assert document.is_read_only or files.encode(stored, document.text) == content


def test_a_text_qt_cannot_hold_opens_read_only(tmp_path):
    document = Document(files.StoredFile("one\u2029two"), tmp_path)
    assert not document.is_exact
    assert document.is_read_only


@pytest.mark.parametrize(
    ("content", "start", "wanted"),
    [
        ("😀 a\u00a0b\n", 2, "😀 X\u00a0b\n"),
        ("😀😀😀\n", 1, "😀X😀\n"),
        ("«\u202fa\u202f»\u2028b\n", 5, "«\u202fa\u202f»X\u0062\n"),
        ("é\U0001f468\u200d👩\n\n🇫🇷 fin", 8, "é\U0001f468\u200d👩\n\n🇫🇷Xfin"),
    ],
)
def test_an_edit_counts_characters_whatever_stands_before(tmp_path, content, start, wanted):
    document = open_document(tmp_path, content)
    document.apply([Edit(start, start + 1, "X")])
    assert document.text == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    old=st.text(alphabet="a \n😀é\u00a0\u2028\u202f", max_size=30),
    new=st.text(alphabet="b \n😀é\u00a0\u2028\u202f", max_size=30),
)
def test_any_text_becomes_any_other_in_one_step(tmp_path, old, new):
    document = Document(files.StoredFile(old), tmp_path)
    document.replace_text(new)
    assert document.text == new
    document.qt.undo()
    assert document.text == old


@pytest.mark.parametrize(
    "changes",
    [
        [Edit(3, 3, "A"), Edit(3, 3, "B")],
        [Edit(3, 3, "A"), Edit(3, 5, "B")],
        [Edit(3, 5, "B"), Edit(3, 3, "A")],
        [Edit(6, 7, ""), Edit(0, 2, "long"), Edit(3, 3, "A")],
        [Edit(0, 0, "😀"), Edit(2, 3, "\n\n")],
    ],
)
def test_edits_give_what_the_edits_module_says(tmp_path, changes):
    document = open_document(tmp_path, "ab😀defgh\n")
    document.apply(changes)
    assert document.text == edits.apply("ab😀defgh\n", changes)


# Undo and revisions


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text("ab\n é😀\u2028", max_size=30),
    moves=st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.text("c\n😀", max_size=3))
        | st.sampled_from(["undo", "redo"]),
        max_size=12,
    ),
)
def test_the_text_follows_every_change_of_qt_by_edits(tmp_path, text, moves):
    document = open_document(tmp_path, text.encode())
    told = [document.text]
    document.edited.connect(lambda edit: told.append(edits.apply(told[-1], [edit])))
    for move in moves:
        if isinstance(move, str):
            getattr(document.qt, move)()
        else:
            # A caret stands between characters, never within one that takes two of Qt's units.
            start, end = (len(document.text[:it].encode("utf-16-le")) // 2 for it in move[:2])
            caret_at(document, start, end).insertText(move[2])
        assert document.text == text_of(document.qt) == told[-1]
    document.close()


def test_several_edits_are_one_step_of_undo(tmp_path):
    document = open_document(tmp_path, POST)
    document.apply([Edit(0, 3, "+++"), Edit(len(POST) - 1, len(POST), "")])
    assert document.text != POST
    document.qt.undo()
    assert document.text == POST
    assert not document.qt.isUndoAvailable()


def test_keys_typed_into_one_field_are_one_step(tmp_path):
    document = open_document(tmp_path, POST)
    for title in ("F", "Fr", "Fresh"):
        set_field(document, "title", title)
    assert document.text == POST.replace("Old", "Fresh")
    document.qt.undo()
    assert document.text == POST


def test_another_field_is_another_step(tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    set_field(document, "layout", "page")
    document.qt.undo()
    assert document.text == POST.replace("Old", "New")


def test_edits_without_a_group_do_not_join(tmp_path):
    document = open_document(tmp_path, "ab\n")
    document.apply([Edit(0, 0, "1")])
    document.apply([Edit(1, 1, "2")])
    document.qt.undo()
    assert document.text == "1ab\n"


def test_a_key_in_the_source_ends_the_step_of_a_field(tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    caret_at(document, len(document.text) - 1).insertText("!")
    set_field(document, "title", "Newer")
    document.qt.undo()
    assert document.text == POST.replace("Old", "New").replace("Body.", "Body.!")


def test_after_an_undo_a_field_starts_a_new_step(tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    document.qt.undo()
    set_field(document, "title", "Newer")
    document.qt.undo()
    assert document.text == POST


def test_redo_gives_the_form_s_edit_again(tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    document.qt.undo()
    document.qt.redo()
    assert document.text == POST.replace("Old", "New")


def test_a_save_ends_the_step_of_a_field(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    save(qtbot, document)
    assert not document.is_modified
    set_field(document, "title", "Newer")
    assert document.is_modified
    document.qt.undo()
    assert document.text == POST.replace("Old", "New")
    assert not document.is_modified


def test_each_change_counts_one_revision_and_tells_once(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    with qtbot.waitSignal(document.text_changed):
        document.apply([Edit(0, 3, "+++"), Edit(5, 6, "x")])
    assert document.revision == 1
    document.qt.undo()
    assert document.revision == 2


def test_no_edits_are_no_change(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    with qtbot.assertNotEmitted(document.text_changed):
        document.apply([])
        document.apply(front_matter.set_field(POST, "title", "Old"))
    assert (document.revision, document.is_modified) == (0, False)
    assert not document.qt.isUndoAvailable()


def test_the_fields_follow_the_text(tmp_path):
    document = open_document(tmp_path, POST)
    assert document.front_matter.field("title").value == "Old"
    caret_at(document, 11, 14).insertText("New")
    assert document.front_matter.field("title").value == "New"
    document.apply([Edit(0, len(document.text), "No head.\n")])
    assert document.front_matter.fields == ()


@pytest.mark.parametrize("line", ["layout: post\n", "---\n", "---"])
def test_what_is_typed_below_an_open_head_belongs_to_it(tmp_path, line):
    document = open_document(tmp_path, "---\ntitle: A\n")
    document.front_matter  # noqa: B018 - known from here on
    document.apply([Edit(13, 13, line)])
    assert document.front_matter == front_matter.read("---\ntitle: A\n" + line)


def test_a_fence_that_is_typed_on_is_none_any_more(tmp_path):
    document = open_document(tmp_path, "---\ntitle: A\n---")
    document.apply([Edit(16, 16, "x\n")])
    assert document.front_matter == front_matter.read("---\ntitle: A\n---x\n")


def test_the_fields_are_read_once_for_keys_in_the_body(tmp_path, monkeypatch):
    document = open_document(tmp_path, POST)
    document.front_matter  # noqa: B018 - known from here on
    monkeypatch.setattr(front_matter, "read", lambda _: pytest.fail("read again"))
    caret_at(document, len(POST) - 1).insertText("!")
    assert document.front_matter.field("title").value == "Old"


def test_a_command_of_formatting_selects_what_it_marked(tmp_path):
    document = open_document(tmp_path, "😀 two words\n")
    (selected,) = document.format([(3, 6)], lambda text, start, end: toggle(text, start, end, BOLD))
    assert document.text == "😀 **two** words\n"
    assert caret_at(document, *selected).selectedText() == "two"


def test_a_command_at_several_places_is_one_step(tmp_path):
    document = open_document(tmp_path, "😀 two 😀 words\n")
    selections = document.format(
        [(3, 6), (10, 15)], lambda text, start, end: toggle(text, start, end, ITALIC)
    )
    assert document.text == "😀 *two* 😀 *words*\n"
    found = [caret_at(document, *selected).selectedText() for selected in selections]
    assert found == ["two", "words"]
    document.qt.undo()
    assert document.text == "😀 two 😀 words\n"


def test_a_command_with_nothing_to_do_is_no_step(tmp_path):
    document = open_document(tmp_path, "words\n")
    assert document.format([(0, 0)], lambda *_: None) is None
    assert not document.qt.isUndoAvailable()


# Saving


def test_saving_writes_the_changed_characters_alone(qtbot, tmp_path):
    document = open_document(tmp_path, POST.replace("\n", "\r\n"))
    set_field(document, "title", "New")
    save(qtbot, document)
    assert document.path.read_bytes() == POST.replace("Old", "New").replace("\n", "\r\n").encode()
    assert not document.is_modified


def test_text_typed_while_a_save_is_under_way_stays_modified(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    with qtbot.waitSignal(document.saved):
        document.save()
        set_field(document, "title", "Newer")
    assert document.path.read_text() == POST.replace("Old", "New")
    assert document.is_modified
    save(qtbot, document)
    assert document.path.read_text() == POST.replace("Old", "Newer")
    assert not document.is_modified


def test_saving_again_before_the_first_save_has_ended_is_no_conflict(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    with qtbot.assertNotEmitted(document.save_failed):
        for title in ("One", "Two", "Three"):
            set_field(document, "title", title)
            document.save()
        qtbot.waitUntil(lambda: not document.is_modified)
    assert document.path.read_text() == POST.replace("Old", "Three")


def test_undoing_past_a_save_is_modified_again(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    save(qtbot, document)
    document.qt.undo()
    assert document.is_modified
    document.qt.redo()
    assert not document.is_modified


def test_save_as_goes_on_with_the_other_file(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    save(qtbot, document, tmp_path / "other.md")
    assert document.path == tmp_path / "other.md"
    assert (tmp_path / "post.md").read_text() == POST
    set_field(document, "title", "Newer")
    save(qtbot, document)
    assert "Newer" in (tmp_path / "other.md").read_text()


def test_what_another_program_wrote_is_not_overwritten(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "Mine")
    document.path.write_text(POST.replace("Old", "Theirs"))
    with qtbot.waitSignal(document.save_failed) as failed:
        document.save()
    [error] = failed.args
    assert isinstance(error, ConflictError)
    assert "Theirs" in error.on_disk.text
    assert "Theirs" in document.path.read_text()
    assert document.is_modified
    assert "Mine" in document.text


def test_a_conflict_is_over_once_the_writer_says_to_overwrite(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "Mine")
    document.path.write_text(POST.replace("Old", "Theirs"))
    save(qtbot, document, force=True)
    assert document.path.read_text() == POST.replace("Old", "Mine")
    set_field(document, "title", "Mine again")
    save(qtbot, document)


def test_the_text_of_the_file_can_be_taken_and_taken_back(tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "Mine")
    document.path.write_text(POST.replace("Old", "Theirs"))
    document.take_from_disk(files.read(document.path))
    assert document.text == POST.replace("Old", "Theirs")
    assert not document.is_modified
    document.qt.undo()
    assert document.text == POST.replace("Old", "Mine")
    assert document.is_modified


def test_a_file_that_became_unreadable_does_not_take_the_place_of_the_text(tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "Mine")
    document.path.write_bytes(bytes(range(256)) * 8)
    document.take_from_disk(files.read(document.path))
    assert "Mine" in document.text
    assert document.is_modified
    assert not document.is_read_only


def test_a_folder_that_is_gone_is_told_and_the_text_stays_modified(qtbot, tmp_path):
    document = open_document(tmp_path, POST)
    set_field(document, "title", "New")
    with qtbot.waitSignal(document.save_failed) as failed:
        document.save(tmp_path / "gone" / "post.md")
    assert failed.args[0].kind is Trouble.NO_FOLDER
    assert document.is_modified
    assert document.path == tmp_path / "post.md"


def test_a_character_the_encoding_lacks_is_named(qtbot, tmp_path):
    (tmp_path / "post.md").write_bytes(b"caf\xe9\n")
    document = Document(files.read(tmp_path / "post.md", "cp1252"), tmp_path)
    document.apply([Edit(4, 4, " 😀")])
    with qtbot.waitSignal(document.save_failed) as failed:
        document.save()
    document.close()
    assert isinstance(failed.args[0], UnencodableError)
    assert failed.args[0].character == "😀"
    assert (tmp_path / "post.md").read_bytes() == b"caf\xe9\n"


# Read-only


def test_a_post_that_could_not_be_saved_exactly_cannot_be_changed(qtbot, tmp_path):
    document = open_document(tmp_path, b"\xff\xfe\x00\x00" + POST.encode("utf-32-le"))
    text = document.text
    assert document.is_read_only
    document.apply([Edit(0, 1, "x")])
    assert document.text == text == POST
    with qtbot.waitSignal(document.save_failed) as failed:
        document.save()
    assert isinstance(failed.args[0], SaveError)


def test_private_characters_of_the_file_itself_open_read_only(tmp_path):
    document = open_document(tmp_path, "a \U0010f080 b\n")
    assert document.is_read_only
    assert document.text == "a \U0010f080 b\n"


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="root may write everything; modes of POSIX"
)
def test_a_write_protected_post_can_be_edited_and_saved_elsewhere(qtbot, tmp_path):
    open_document(tmp_path, POST)
    (tmp_path / "post.md").chmod(0o444)
    document = Document(files.read(tmp_path / "post.md"), tmp_path)
    set_field(document, "title", "New")
    assert not document.is_read_only
    save(qtbot, document, tmp_path / "other.md")
    document.close()
    assert "New" in (tmp_path / "other.md").read_text()


def test_the_interview_s_title_is_mended_in_one_line(qtbot, tmp_path):
    stored = files.read(INTERVIEW)
    document = Document(stored, tmp_path / "safety")
    document.apply(front_matter.quote_field(document.text, "title"))
    save(qtbot, document, tmp_path / "mended.md")
    before = INTERVIEW.read_bytes().split(b"\n")
    after = (tmp_path / "mended.md").read_bytes().split(b"\n")
    assert [line for line in range(len(before)) if before[line] != after[line]] == [2]
    document.qt.undo()
    save(qtbot, document)
    document.close()
    assert (tmp_path / "mended.md").read_bytes() == INTERVIEW.read_bytes()


def test_halves_of_a_character_that_come_one_by_one_are_one_in_the_end(tmp_path):
    document = open_document(tmp_path, "a b 😀\n")
    cursor = QTextCursor(document.qt)
    cursor.setPosition(2)
    for half in ("\ud83d", "\ude03"):
        cursor.insertText(half)
    assert document.text == text_of(document.qt)
    assert document.text == "a 😃b 😀\n"
    assert document.units.total == 9
