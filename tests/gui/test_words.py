"""What the writer reads: whole sentences that name the thing, the cause and the way out."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from editor import files
from editor.files import (
    FileRefusedError,
    Kept,
    LineEnds,
    SaveError,
    StoredFile,
    Trouble,
    UnencodableError,
)
from editor.front_matter import FieldError, Refusal
from editor.gui import words
from editor.render_process import Failure, RenderFailed

PATH = Path("folder") / "{post} <b>.md"  # a hostile name, to be shown as it is


def is_sentence(text):
    filled = text.replace(PATH.name, "The post").replace("{sign}", "")
    return filled[:1].isupper() and text.endswith((".", "?")) and not set("{}") & set(filled)


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_is_a_sentence(refusal):
    assert is_sentence(words.refusal(FieldError("title", 2, refusal)))


@pytest.mark.parametrize("kind", Trouble)
def test_whatever_hinders_opening_or_saving_is_a_sentence_that_names_the_file(kind):
    opened = words.not_opened(FileRefusedError(PATH, kind, errno.EIO))
    assert is_sentence(opened)
    assert PATH.name in opened
    saved = words.not_saved(SaveError(PATH, kind, errno.EIO), PATH)
    assert is_sentence(saved)
    assert saved.endswith("Your text is kept here.")


def test_a_full_disk_says_how_much_is_missing():
    error = SaveError(PATH, Trouble.DISK_FULL, errno.ENOSPC)
    error.lacking = 12_345
    assert words.not_saved(error, PATH) == (
        "Not saved: the disk of {post} <b>.md is full. 13 kB more are needed. "
        "Your text is kept here."
    )


def test_a_file_written_in_part_names_the_copy_of_what_it_held():
    error = SaveError(PATH, Trouble.HALF_WRITTEN)
    error.safety_copy = Path("safety") / "copy"
    assert str(Path("safety") / "copy") in words.not_saved(error, PATH)


def test_a_character_the_encoding_lacks_is_named():
    text = words.not_saved(UnencodableError("😀", "cp1252", 3), PATH)
    assert text == (
        "Not saved: {post} <b>.md is written in Windows-1252, which has no “😀” (U+1F600)."
    )


def test_any_other_error_of_saving_is_told_too():
    assert "no such luck" in words.not_saved(RuntimeError("no such luck"), PATH)


@pytest.mark.parametrize("reason", [*Kept, None])
def test_every_reason_to_open_read_only_is_a_sentence(reason):
    text = words.read_only(reason, PATH)
    assert is_sentence(text)
    assert PATH.name in text


@pytest.mark.parametrize("kind", Failure)
def test_a_preview_that_does_not_follow_says_that_writing_goes_on(kind):
    text = words.not_rendered(RenderFailed(kind, 1, ""))
    assert is_sentence(text)
    assert "writing and saving go on" in text


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (b"a\n", "UTF-8 · LF"),
        (b"a\r\n", "UTF-8 · CRLF"),
        (b"a\r", "UTF-8 · CR"),
        (b"a\r\nb\n", "UTF-8 · mixed"),
        (b"\xef\xbb\xbfa\n", "UTF-8 with BOM · LF"),
        ("\ufeffa\r\n".encode("utf-16-le"), "UTF-16 LE with BOM · CRLF"),
        (b"", "UTF-8 · LF"),
    ],
)
def test_encoding_and_line_ends_in_the_status_line(tmp_path, content, label):
    (tmp_path / "post.md").write_bytes(content)
    assert words.encoding_label(files.read(tmp_path / "post.md")) == label


def test_an_encoding_chosen_by_hand_has_its_own_name():
    stored = replace(StoredFile("é"), encoding="cp1252", line_ends=LineEnds("\n"))
    assert words.encoding_label(stored) == "Windows-1252 · LF"


def test_an_unknown_key_is_its_own_label():
    assert words.field_label("title") == "Title"
    assert words.field_label("my_key") == "my_key"
