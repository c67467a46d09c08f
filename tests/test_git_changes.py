import shutil
import subprocess

import pytest

from editor.git import Repository, State
from editor.git_changes import committed_text, look, text_now

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git")


@pytest.fixture
def site(tmp_path):
    """A repository with a site in a folder of it, and nothing committed."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    site = tmp_path / "site"
    (site / "_posts").mkdir(parents=True)
    return site


def test_posts_and_images_are_told_by_their_places_posts_first(site):
    for name in ("a.png", "_posts/b.md", "notes.txt", "c.md", "_config.yml"):
        (site / name).write_text("new")
    (site.parent / "outside.md").write_text("new")
    found = look(site)
    assert [(one.place, one.is_image) for one in found.changes] == [
        *(("_posts/b.md", False), ("c.md", False), ("a.png", True))
    ]
    assert {one.state for one in found.changes} == {State.NEW}
    assert found.changes[0].path == site / "_posts" / "b.md"


def test_a_folder_reached_by_a_link_has_its_own_paths(site, tmp_path):
    (site / "a.md").write_text("new")
    link = tmp_path / "link"
    link.symlink_to(site)
    assert [one.path for one in look(link).changes] == [link / "a.md"]


def test_without_a_repository_nothing_is_told(tmp_path):
    (tmp_path / "a.md").write_text("new")
    assert look(tmp_path).repository is None
    assert look(tmp_path).changes == ()


def test_texts_are_read_as_posts_are(site, monkeypatch):
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Zoé")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "zoe@example.org")
    post = site / "a.md"
    post.write_bytes("\ufeffété\r\nici\r\n".encode())
    subprocess.run(["git", "add", "."], cwd=site, check=True)
    subprocess.run(["git", "commit", "-qm", "x"], cwd=site, check=True)
    repository = Repository.find(site)
    assert committed_text(repository, post) == "été\nici\n" == text_now(post)
    assert committed_text(repository, site / "b.md") is None
    post.unlink()
    assert text_now(post) == ""
