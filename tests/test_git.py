import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from editor.git import GitError, Repository, State

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git")


def git(folder, *arguments):
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A repository with three posts committed."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Zoé")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "zoe@example.org")
    site = tmp_path / "site"
    (site / "_posts").mkdir(parents=True)
    git(site, "init", "-q")
    for name in ("été à vélo.md", "b.md", "c.md"):
        (site / "_posts" / name).write_text(f"{name}\n", encoding="utf-8")
    git(site, "add", ".")
    git(site, "commit", "-qm", "Begin")
    return site


def states(site, folder=None):
    repository = Repository.find(site)
    found = repository.states(folder or site)
    return {path.relative_to(site).as_posix(): state for path, state in found.items()}


def test_a_folder_outside_of_any_repository_has_none(tmp_path):
    assert Repository.find(tmp_path) is None
    assert Repository.find(tmp_path / "missing") is None


def test_what_is_committed_has_no_state(site):
    assert states(site) == {}
    assert Repository.find(site / "_posts").root == site.resolve()


def test_new_changed_and_deleted_files_are_told(site):
    posts = site / "_posts"
    (posts / "été à vélo.md").write_text("autre\n", encoding="utf-8")
    (posts / "b.md").unlink()
    (posts / "d.md").write_text("new\n")
    (site / "e.md").write_text("staged\n")
    git(site, "add", "e.md")
    assert states(site) == {
        "_posts/été à vélo.md": State.CHANGED,
        "_posts/b.md": State.DELETED,
        "_posts/d.md": State.NEW,
        "e.md": State.NEW,
    }
    assert "e.md" not in states(site, posts)


def test_a_file_written_anew_with_the_same_content_is_unchanged(site):
    post = site / "_posts" / "c.md"
    post.write_bytes(post.read_bytes())
    os.utime(post, (1, 1))
    assert states(site) == {}


def test_line_ends_that_git_turns_are_no_change(site):
    git(site, "config", "core.autocrlf", "true")
    (site / "_posts" / "c.md").write_bytes(b"c.md\r\n")
    assert states(site) == {}


def test_ignored_files_are_left_out(site):
    (site / ".gitignore").write_text("_site/\n")
    (site / "_site").mkdir()
    (site / "_site" / "x.md").write_text("x")
    assert states(site) == {".gitignore": State.NEW}


def test_before_the_first_commit_all_is_new(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "b.md").write_text("b")
    git(tmp_path, "add", "a.md")
    assert states(tmp_path) == {"a.md": State.NEW, "b.md": State.NEW}
    assert Repository.find(tmp_path).committed(tmp_path / "a.md") is None


def test_the_committed_content_is_given_to_the_byte(site):
    post = site / "_posts" / "été à vélo.md"
    post.write_bytes(b"other")
    assert Repository.find(site).committed(post) == "été à vélo.md\n".encode()
    assert Repository.find(site).committed(site / "_posts" / "new.md") is None


def test_a_commit_takes_the_chosen_files_alone(site):
    posts = site / "_posts"
    for name in ("b.md", "c.md", "d.md"):
        (posts / name).write_text("changed\n")
    (posts / "été à vélo.md").unlink()
    git(site, "add", str(posts / "c.md"))
    chosen = [posts / "b.md", posts / "d.md", posts / "été à vélo.md"]
    Repository.find(site).commit(chosen, "Écrire d’autres mots\n\nEt pourquoi")
    assert states(site) == {"_posts/c.md": State.CHANGED}
    told = subprocess.run(
        ["git", "log", "-1", "--format=%B"], cwd=site, check=True, capture_output=True
    )
    assert told.stdout.decode().strip() == "Écrire d’autres mots\n\nEt pourquoi"


def test_what_git_says_of_a_failed_commit_is_told(site):
    hook = site / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'two spaces in line 3' >&2\nexit 1\n")
    hook.chmod(0o755)
    post = site / "_posts" / "b.md"
    post.write_text("changed\n")
    with pytest.raises(GitError, match="two spaces in line 3"):
        Repository.find(site).commit([post], "x")


def test_a_file_outside_is_refused(site, tmp_path):
    with pytest.raises(GitError, match="not in the repository"):
        Repository.find(site).commit([tmp_path / "x.md"], "x")


def test_looking_runs_nothing_that_a_repository_names(site, tmp_path):
    mark = tmp_path / "ran"
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    program.chmod(0o755)
    for key in (
        *("core.fsmonitor", "diff.external", "core.pager", "core.editor", "core.sshCommand"),
        *("filter.evil.clean", "filter.evil.smudge", "filter.evil.process"),
        *("diff.evil.textconv", "diff.evil.command", "credential.helper", "gpg.program"),
    ):
        git(site, "config", key, str(program))
    git(site, "config", "core.hooksPath", str(tmp_path))
    (site / ".gitattributes").write_text("* filter=evil diff=evil\n")
    for name in ("post-index-change", "fsmonitor-watchman", "pre-commit"):
        shutil.copy(program, tmp_path / name)
    post = site / "_posts" / "b.md"
    post.write_text("changed\n")
    os.utime(site / "_posts" / "c.md", (1, 1))
    repository = Repository.find(site)
    assert repository.states(site)[post] == State.CHANGED
    assert repository.committed(post) == b"b.md\n"
    assert not mark.exists()
    subprocess.run(["git", "status"], cwd=site, check=False, capture_output=True)
    assert mark.exists()  # so the trap was one


def test_a_settings_file_of_rubbish_is_no_repository(site):
    (site / ".git" / "config").write_text("[[[")
    assert Repository.find(site) is None


def test_many_files_are_read_at_once(site):
    for number in range(300):
        (site / "_posts" / f"{number}.md").write_text("x")
    assert len(states(site)) == 300
    assert isinstance(next(iter(Repository.find(site).states(site))), Path)


@pytest.mark.skipif(os.name == "nt", reason="a hook is a program for a shell")
def test_a_commit_that_is_stopped_ends_its_hooks_and_leaves_no_lock(site, tmp_path):
    hook = site / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{tmp_path}/began'\nsleep 1000\ntouch '{tmp_path}/done'\n")
    hook.chmod(0o755)
    post = site / "_posts" / "b.md"
    post.write_text("changed\n")
    stopped = threading.Event()
    threading.Timer(0.5, stopped.set).start()
    with pytest.raises(GitError):
        Repository.find(site).commit([post], "x", stopped)
    assert not (tmp_path / "done").exists()
    assert not (site / ".git" / "index.lock").exists()
    assert states(site) == {"_posts/b.md": State.CHANGED}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_of_several_lines_are_read_whole(site):
    post = site / "_posts" / "a\n  size: 9\tb.md"
    post.write_text("one\n")
    git(site, "add", ".")
    git(site, "commit", "-qm", "Odd")
    assert states(site) == {}
    post.write_text("other\n")
    assert states(site) == {f"_posts/{post.name}": State.CHANGED}


def test_a_folder_has_the_name_that_the_repository_gives_it(site, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(site / "_posts")
    assert Repository.find(link).own_name(link) == site.resolve() / "_posts"
