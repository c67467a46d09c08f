import os
import shutil
import subprocess

import pytest
from PySide6.QtCore import Qt

from editor.git import State
from editor.gui.git import git_words

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git")


def git(folder, *arguments):
    ended = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    return ended.stdout.decode().strip()


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A site of three posts and an image, all committed."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Zoé")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "zoe@example.org")
    site = tmp_path / "blog"
    (site / "_posts").mkdir(parents=True)
    (site / "_config.yml").write_text("title: Blog\n")
    for day in (1, 2, 3):
        post(site, day).write_text(f"---\ntitle: Post {day}\n---\nOld words\n", encoding="utf-8")
    (site / "picture.png").write_bytes(b"old")
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-qm", "Begin")
    return site


def post(site, day):
    return site / "_posts" / f"2024-01-0{day}-post.md"


@pytest.fixture
def window(window, repository):
    """A window with the first post of the site in front."""
    window.posts.open(post(repository, 1))
    return window


def run(window, name):
    window.actions_.by_name[name].trigger()


def shown_commit(qtbot, window):
    run(window, "git_commit")
    commits = window.git.commits
    qtbot.waitUntil(lambda: commits.dialog is not None and commits.dialog.isVisible())
    return commits.dialog


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def banner(window):
    return window.messages.texts.get("git", "")


def spoken(window):
    """What a screen reader says of the posts, from the top."""
    model = window.posts_column.pane.list.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(row, 0).data(role) for row in range(model.rowCount())]
    return [text for text in said if text.startswith("Post")]


def test_posts_that_git_has_otherwise_are_marked(qtbot, window, repository):
    window.posts_column.build()
    pane = window.posts_column.pane
    qtbot.waitUntil(lambda: len(spoken(window)) == 3)
    post(repository, 2).write_text("---\ntitle: Post 2\n---\nNew words\n")
    post(repository, 3).unlink()
    post(repository, 4).write_text("---\ntitle: Post 4\n---\n")
    window.posts_column.look()
    window.git.states.look()
    qtbot.waitUntil(lambda: any("not yet in Git" in text for text in spoken(window)))
    qtbot.waitUntil(lambda: len(spoken(window)) == 3)
    said = {text.partition(",")[0]: text.rpartition(", ")[2] for text in spoken(window)}
    assert said["Post 4"] == "not yet in Git"
    assert said["Post 2"] == "changed since the last commit"
    letters = {place: mark.letter for place, mark in pane.list.rows.marks.items()}
    assert letters["_posts/2024-01-02-post.md"] == "C"
    assert letters["_posts/2024-01-04-post.md"] == "N"
    assert "_posts/2024-01-01-post.md" not in letters
    assert pane._note.text() == "1 post deleted since the last commit"


def test_a_save_brings_the_marks_up_to_date(qtbot, window, repository):
    window.posts_column.build()
    marks = window.posts_column.pane.list.rows
    window.source.setPlainText("---\ntitle: Post 1\n---\nNew words\n")
    window.posts.save()
    qtbot.waitUntil(lambda: "_posts/2024-01-01-post.md" in marks.marks)
    git(repository, "commit", "-qam", "Elsewhere")
    window.git.states.look_soon()
    qtbot.waitUntil(lambda: not marks.marks)


def test_the_changes_of_the_post_in_front_are_shown(qtbot, window):
    window.posts.current.replace_text("---\ntitle: Post 1\n---\nNew words\n")  # not saved
    run(window, "git_changes")
    asked = window.git.post
    qtbot.waitUntil(lambda: asked.dialog is not None)
    shown = asked.dialog.view.toPlainText()
    assert "Old words" in shown
    assert "New words" in shown
    asked.dialog.close()


def test_the_committed_text_comes_back_as_one_edit(qtbot, window):
    document = window.posts.current
    old, new = document.text, "---\ntitle: Other\n---\nNew words\n"
    document.replace_text(new)
    run(window, "git_restore")
    qtbot.waitUntil(lambda: document.text == old)
    assert "has the text of the last commit again" in banner(window)
    run(window, "undo")
    assert document.text == new


def test_a_new_post_and_a_folder_without_git_are_told(qtbot, window, repository, tmp_path):
    post(repository, 4).write_text("New\n")
    window.posts.open(post(repository, 4))
    run(window, "git_changes")
    qtbot.waitUntil(lambda: "no commit has it yet" in banner(window))
    outside = tmp_path / "outside.md"
    outside.write_text("Outside\n")
    window.posts.open(outside)
    run(window, "git_restore")
    qtbot.waitUntil(lambda: "is not in a Git repository" in banner(window))
    run(window, "git_commit")
    window.posts.new()
    run(window, "git_changes")
    assert "Save the post first" in banner(window)


def test_without_git_the_commands_say_so(window, monkeypatch):
    monkeypatch.setattr("editor.git.shutil.which", lambda _: None)
    run(window, "git_commit")
    assert banner(window) == "Git is not installed here. Once it is, its commands work."


def test_chosen_posts_and_images_are_committed_and_nothing_else(qtbot, window, repository):
    for day in (1, 2):
        post(repository, day).write_text(f"---\ntitle: Post {day}\n---\nNew words\n")
    (repository / "picture.png").write_bytes(b"new")
    (repository / "notes.txt").write_text("neither post nor image")
    dialog = shown_commit(qtbot, window)
    assert rows(dialog) == [
        "2024-01-01-post.md\nchanged · _posts",
        "2024-01-02-post.md\nchanged · _posts",
        "picture.png\nchanged",
    ]
    assert [one.place for one in dialog.chosen] == ["_posts/2024-01-01-post.md"]
    qtbot.waitUntil(lambda: "New words" in dialog.view.toPlainText())
    assert "Old words" in dialog.view.toPlainText()
    dialog.check("picture.png")
    dialog.list.setCurrentRow(2)
    assert dialog.view.toPlainText() == "An image: there is no text to compare."
    assert not dialog.commit_button.isEnabled()
    assert dialog.hint.text().startswith("Committing runs the hooks")
    qtbot.keyClicks(dialog.message, "Say it anew")
    qtbot.keyClick(dialog.message, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: banner(window) == "Committed: Say it anew")
    assert not dialog.isVisible()
    assert git(repository, "log", "-1", "--format=%s") == "Say it anew"
    assert git(repository, "status", "--short").splitlines() == [
        "M _posts/2024-01-02-post.md",
        "?? notes.txt",
    ]


def test_what_a_hook_says_is_told_and_the_message_stays(qtbot, window, repository):
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho '<b>two spaces</b> in line 3' >&2\nexit 1\n")
    hook.chmod(0o755)
    post(repository, 1).write_text("New\n")
    dialog = shown_commit(qtbot, window)
    dialog.message.setPlainText("Try it")
    dialog.commit_button.click()
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.toPlainText() == "<b>two spaces</b> in line 3"
    assert dialog.message.toPlainText() == "Try it"
    assert dialog.commit_button.isEnabled()
    dialog.close()


@pytest.mark.skipif(os.name == "nt", reason="a hook is a program for a shell")
def test_a_hook_that_takes_for_ever_is_stopped(qtbot, window, repository):
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexec sleep 1000\n")
    hook.chmod(0o755)
    post(repository, 1).write_text("New\n")
    dialog = shown_commit(qtbot, window)
    dialog.message.setPlainText("Try it")
    dialog.commit_button.click()
    assert dialog.hint.text() == "Committing…"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close_button.click()
    qtbot.waitUntil(dialog.failure.isVisible)
    assert dialog.failure.toPlainText() == "You stopped it: nothing was committed."
    assert git(repository, "log", "-1", "--format=%s") == "Begin"
    assert not (repository / ".git" / "index.lock").exists()
    dialog.close()


def test_unsaved_posts_among_the_chosen_are_told_and_saved(qtbot, window, repository):
    post(repository, 1).write_text("---\ntitle: Post 1\n---\nOn the disk\n")
    qtbot.waitUntil(lambda: "On the disk" in window.posts.current.text)
    window.posts.current.replace_text("---\ntitle: Post 1\n---\nNot saved\n")
    dialog = shown_commit(qtbot, window)
    assert dialog.unsaved.isVisible()
    assert "not saved: they would be left out" in dialog.unsaved.text()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not dialog.unsaved.isVisible())
    qtbot.waitUntil(lambda: "Not saved" in dialog.view.toPlainText())
    dialog.close()


def test_a_long_first_line_is_told(qtbot, window, repository):
    post(repository, 1).write_text("New\n")
    dialog = shown_commit(qtbot, window)
    dialog.message.setPlainText("a" * 73)
    assert dialog.hint.text().startswith("The first line has 73 letters")
    assert dialog.commit_button.isEnabled()
    dialog.close()


def test_each_state_has_a_letter_of_its_own():
    letters = [git_words.mark(state).letter for state in State]
    assert letters == ["N", "C", "D"]
