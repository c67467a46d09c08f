"""What the writer reads: whole sentences that name the thing, the cause and the way out."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from editor import files, front_matter
from editor.files import (
    ConflictError,
    FileRefusedError,
    Kept,
    LineEnds,
    SaveError,
    StoredFile,
    Trouble,
    UnencodableError,
)
from editor.front_matter import FieldError, Problem, ProblemKind, Refusal
from editor.generators import GENERATORS
from editor.gui import words
from editor.render_process import Failure, RenderFailed
from tests.conftest import SAMPLES

PATH = Path("folder") / "{post} <b>.md"  # a hostile name, to be shown as it is
DRAFTS = SAMPLES / "_drafts"


def is_sentence(text):
    filled = text.replace(PATH.name, "The post").replace("{sign}", "")
    return filled[:1].isupper() and text.endswith((".", "?")) and not set("{}") & set(filled)


@pytest.mark.parametrize("generator", sorted(GENERATORS))
@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_is_a_sentence(kind, generator):
    problem = Problem(kind, 2, 10, 20, "my key", "{sign}")
    message, _mend = words.problem(problem, generator)
    assert message.startswith("Line 3: ")
    assert is_sentence(message)


@pytest.mark.parametrize("kind", ProblemKind)
def test_a_problem_of_the_whole_is_a_sentence_without_a_key(kind):
    message, _mend = words.problem(Problem(kind, 0, 0, 0), "jekyll")
    assert is_sentence(message)
    assert "“”" not in message.replace("holds “”", "").replace("“” is a type", "")


def test_a_problem_says_what_each_generator_makes_of_it():
    problem = Problem(ProblemKind.NEEDS_QUOTES, 2, 10, 20, "title", ":")
    message, mend = words.problem(problem, "jekyll")
    assert message == (
        "Line 3: the title holds “:”, which is not valid YAML without quotes. So Jekyll drops this "
        "whole header, and publishes the post without its title, at today's address. "
        "Quoting it mends that."
    )
    assert mend == "Quote the title"
    assert "Hugo stops" in words.problem(problem, "hugo")[0]
    assert "Jekyll" not in words.problem(problem, "pelican")[0]


def test_a_field_other_than_the_title_is_named_in_its_mend():
    problem = Problem(ProblemKind.NEEDS_QUOTES, 2, 10, 20, "R&D", ":")
    assert words.mend_label(problem) == "Quote “R&D”"


def test_what_is_read_all_the_same_frightens_nobody():
    problem = Problem(ProblemKind.DUPLICATE_KEY, 2, 0, 0, "date", spoils_all=False)
    message, mend = words.problem(problem, "jekyll")
    assert "drops" not in message
    assert mend == ""


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("broken-tab", "Line 5: there is a tab"),
        ("broken-unquoted-apostrophe", "Line 3: “Title” goes on after the quote '"),
        ("broken-unclosed", "the line “---” that ends the front matter is missing"),
        ("broken-duplicate-key", "Line 6: “Tags” stands here a second time; this one counts."),
    ],
)
def test_the_broken_samples_are_told_in_plain_words(name, part):
    text = files.read(DRAFTS / f"{name}.md").text
    messages = [words.problem(found, "jekyll")[0] for found in front_matter.read(text).problems]
    assert any(part in message for message in messages), messages


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
        "Not saved: the disk is full. 13 kB more are needed. Your text is kept here."
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


def test_a_conflict_names_the_file():
    assert is_sentence(words.conflict(ConflictError(PATH, StoredFile(""))))


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


def test_every_generator_has_its_maker_s_name():
    assert [words.generator_label(name) for name in ("jekyll", "hugo")] == ["Jekyll", "Hugo"]
