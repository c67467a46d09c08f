import os

from editor.library import find_posts
from editor.library.finding import look


def places(folder):
    return sorted(found.place for found in look(folder))


def test_posts_are_found_below_a_folder_without_what_is_built_or_hidden(write):
    left_out = ("_site/y.md", ".git/z.md", ".hidden.md", "notes.txt", "archetypes/default.md")
    for name in ("b.md", "a/x.MARKDOWN", *left_out):
        write(name)
    found = [path.relative_to(write.folder).as_posix() for path in find_posts(write.folder)]
    assert found == ["b.md", "a/x.MARKDOWN"]
    assert places(write.folder) == ["a/x.MARKDOWN", "b.md"]


def test_a_folder_that_links_to_itself_is_walked_once(write):
    write("a.md")
    (write.folder / "loop").symlink_to(write.folder)
    assert list(find_posts(write.folder)) == [write.folder / "a.md"]
    assert places(write.folder) == ["a.md"]


def test_a_pipe_is_no_post_and_a_link_to_nowhere_neither(write):
    os.mkfifo(write.folder / "pipe.md")
    (write.folder / "gone.md").symlink_to(write.folder / "nowhere.md")
    assert places(write.folder) == []


def test_a_folder_that_is_not_there_has_no_posts(tmp_path):
    assert places(tmp_path / "gone") == []


def test_a_post_written_anew_has_another_stamp(write):
    write("a.md", "one", at=1)
    (before,) = look(write.folder)
    write("a.md", "two", at=2)
    (after,) = look(write.folder)
    assert before.stamp != after.stamp
