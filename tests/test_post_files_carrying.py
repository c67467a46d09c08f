"""Plans carried out: all or nothing, and never over what is there."""

import errno
import os
from types import SimpleNamespace

import pytest

from editor import history
from editor.disk import SaveError, Trouble
from editor.edits import Edit
from editor.history import Why
from editor.post_files import Changed, Created, Moved, Plan
from editor.post_files.carrying import NameTakenError, OutdatedError, carry_out
from editor.post_files.plan import Copied
from editor.post_files.renaming_posts import rename
from editor.post_files.trash import TrashError, trash
from tests.sites_of_posts import HUGO, JEKYLL, manner_in, written


def tree(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def root(tmp_path):
    return written(tmp_path / "site", JEKYLL)


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


def renaming(root):
    path = root / "_posts/2024-01-05-one.md"
    return rename(manner_in(root), path, "2024-01-05-first")


def test_a_renaming_carried_out_and_taken_back_leaves_every_byte(root, state):
    before = tree(root)
    plan = renaming(root)
    undo = carry_out(plan, state)
    after = tree(root)
    assert "_posts/2024-01-05-first.md" in after
    assert "_posts/2024-01-05-one.md" not in after
    assert b"post_url 2024-01-05-first" in after["_posts/2024-02-06-two.md"]
    redo = carry_out(undo, state)
    assert undo.path == root / "_posts/2024-01-05-one.md"
    assert tree(root) == before
    carry_out(redo, state)
    assert tree(root) == after


def test_a_bundle_is_renamed_with_all_it_holds_and_back(tmp_path, state):
    root = written(tmp_path / "site", HUGO)
    before = tree(root)
    undo = carry_out(rename(manner_in(root), root / "content/posts/one/index.md", "first"), state)
    assert "content/posts/first/x.png" in tree(root)
    assert undo.path == root / "content/posts/one/index.md"
    carry_out(undo, state)
    assert tree(root) == before


def test_the_earlier_versions_follow_a_post_that_moves_and_those_changed_are_kept(root, state):
    path = root / "_posts/2024-01-05-one.md"
    history.keep(state / "history", path, b"before", Why.SAVED_OVER)
    plan = renaming(root)
    carry_out(plan, state)
    assert [one.why for one in history.versions(state / "history", plan.path)] == [Why.SAVED_OVER]
    two = history.versions(state / "history", root / "_posts/2024-02-06-two.md")
    assert len(two) == 1
    history.follow(state / "history", path, plan.path)
    assert len(history.versions(state / "history", plan.path)) == 1


def test_nothing_is_written_over(root, state):
    plan = renaming(root)
    written(root, {"_posts/2024-01-05-first.md": "mine"})
    before = tree(root)
    with pytest.raises(NameTakenError):
        carry_out(plan, state)
    with pytest.raises(NameTakenError):
        carry_out(Plan(plan.path, created=(Created(plan.path, "x"),)), state)
    with pytest.raises(NameTakenError):
        carry_out(Plan(plan.path, copied=(Copied(root / "_config.yml", plan.path),)), state)
    assert tree(root) == before


def test_a_file_that_changed_since_the_plan_is_left_alone_and_all_others_too(root, state):
    plan = renaming(root)
    written(root, {"_posts/2024-02-06-two.md": "theirs"})
    before = tree(root)
    with pytest.raises(OutdatedError):
        carry_out(plan, state)
    assert tree(root) == before


def test_what_was_done_is_taken_back_where_a_later_step_fails(root, state):
    before = tree(root)

    def refuse(*_):
        raise OSError(errno.EACCES, "no")

    system = SimpleNamespace(**vars(os))
    system.rename_to_new = refuse
    two = root / "_posts/2024-02-06-two.md"
    plan = Plan(
        root / "_posts/x.md",
        changed=(Changed(two, two.read_text(), (Edit(0, 3, "***"),)),),
        created=(Created(root / "new/deep/a.md", "a"),),
        copied=(Copied(two, root / "new/copy.md"),),
        moved=(Moved(root / "_posts/2024-01-05-one.md", root / "other/x.md"),),
    )
    with pytest.raises(SaveError) as error:
        carry_out(plan, state, system)
    assert error.value.kind is Trouble.NOT_PERMITTED
    assert tree(root) == before
    assert not (root / "new").exists()
    assert not (root / "other").exists()


def test_a_system_without_exclusive_renaming_still_writes_over_nothing(root, state):
    def unsupported(*_):
        raise OSError(errno.ENOSYS, "none")

    system = SimpleNamespace(**vars(os))
    system.rename_to_new = unsupported
    carry_out(renaming(root), state, system)
    assert (root / "_posts/2024-01-05-first.md").exists()


def test_line_ends_and_encoding_of_a_mended_post_stay(root, state):
    two = root / "_posts/2024-02-06-two.md"
    two.write_bytes(b"\xef\xbb\xbf" + two.read_bytes().replace(b"\n", b"\r\n"))
    before = two.read_bytes()
    carry_out(renaming(root), state)
    assert two.read_bytes() == before.replace(b"05-one", b"05-first")


def test_what_goes_to_the_trash_lies_there(tmp_path, tmp_path_factory):
    path = tmp_path / "thrown.md"
    path.write_text("kept")
    trash(path)
    assert not path.exists()
    # In the home folder of the first test that threw something: the library looks for it once.
    (found,) = tmp_path_factory.getbasetemp().rglob("thrown.md")
    assert found.read_text() == "kept"


def test_where_there_is_no_trash_the_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_text("kept")

    def refuse(_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("send2trash.send2trash", refuse)
    with pytest.raises(TrashError) as error:
        trash(path)
    assert error.value.reason == "Permission denied"
    assert path.read_text() == "kept"
