import os
from pathlib import Path

import pytest

from editor.library import Entry, find_posts, in_order, read_entry
from tests.conftest import SAMPLES


def write(folder, name, text="---\ntitle: A\n---\n"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_posts_are_found_below_a_folder_without_what_is_built_or_hidden(tmp_path):
    for name in ("b.md", "a/x.MARKDOWN", "_site/y.md", ".git/z.md", ".hidden.md", "notes.txt"):
        write(tmp_path, name)
    found = [path.relative_to(tmp_path).as_posix() for path in find_posts(tmp_path)]
    assert found == ["b.md", "a/x.MARKDOWN"]


def test_a_folder_that_links_to_itself_is_walked_once(tmp_path):
    write(tmp_path, "a.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(find_posts(tmp_path)) == [tmp_path / "a.md"]


def test_an_entry_has_the_title_the_day_and_whether_it_is_a_draft(tmp_path):
    text = "---\ntitle: L'été\ndate: 2012-08-19 10:00\ndraft: true\n---\n"
    path = write(tmp_path, "2009-6-24-x.md", text)
    assert read_entry(path) == Entry(path, "L'été", "2012-08-19", True)


def test_what_the_front_matter_lacks_comes_from_the_name(tmp_path):
    path = write(tmp_path, "2009-6-4-a-long-name.md", "Body.\n")
    assert read_entry(path) == Entry(path, "a long name", "2009-06-04", False)
    draft = write(tmp_path, "_drafts/later.md", "Body.\n")
    assert read_entry(draft) == Entry(draft, "later", "", True)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"---\ntitle: 'a\n", bytes(range(256)) * 100])
def test_a_broken_post_is_listed_all_the_same(tmp_path, content):
    (tmp_path / "post.md").write_bytes(content)
    assert read_entry(tmp_path / "post.md").path == tmp_path / "post.md"


def test_a_post_that_is_gone_or_a_pipe_is_listed_by_its_name_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("pipe", "gone"):
        path = tmp_path / f"{name}.md"
        assert read_entry(path) == Entry(path, name, "", False)


def test_drafts_come_first_then_the_newest():
    old, new = (Entry(Path(f"{day}.md"), "", day, False) for day in ("2009-06-24", "2012-08-19"))
    draft = Entry(Path("draft.md"), "", "", True)
    assert in_order([old, draft, new]) == [draft, new, old]


def test_the_interview_is_in_the_list_of_its_site():
    titles = [read_entry(path).title for path in find_posts(SAMPLES)]
    assert "Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;" in titles
