"""What a list shows of a post."""

import os

import pytest

from editor.library.entry import UNREADABLE, Entry, newest_first
from editor.library.finding import Found, Stamp, look
from editor.library.reading import check, read_post
from tests.conftest import SAMPLES


def read(path, folder):
    place = path.relative_to(folder).as_posix()
    found = next((one for one in look(folder) if one.place == place), None)
    return read_post(folder, found or Found(place, Stamp(0, 0, 0)))


def entry(write, name, text):
    return read(write(name, text), write.folder).entry


def test_an_entry_has_title_day_tags_categories_and_whether_it_is_a_draft(write):
    text = (
        "---\ntitle: L'été\ndate: 2012-08-19 10:00\ndraft: true\n"
        "tags: [vélo, ville]\ncategories:\n- Notes\n---\n"
    )
    found = entry(write, "2009-6-24-x.md", text)
    assert (found.title, found.date, found.is_draft) == ("L'été", "2012-08-19", True)
    assert (found.tags, found.categories) == (("vélo", "ville"), ("Notes",))
    assert found.is_read


def test_what_the_front_matter_lacks_comes_from_the_name(write):
    found = entry(write, "2009-6-4-a-long-name.md", "Body.\n")
    assert (found.title, found.date, found.is_draft) == ("a long name", "2009-06-04", False)
    draft = entry(write, "_drafts/later.md", "Body.\n")
    assert (draft.title, draft.date, draft.is_draft) == ("later", "", True)
    assert entry(write, "posts/en-velo/index.md", "Body.\n").title == "en velo"


def test_a_title_is_shown_as_a_browser_shows_it(write):
    found = entry(write, "a.md", '---\ntitle: "Caf&eacute; &amp; th&eacute;"\n---\n')
    assert found.title == "Café & thé"


@pytest.mark.parametrize("head", ["published: false", "status: draft", "draft: 'true'"])
def test_what_its_writer_keeps_back_is_a_draft(write, head):
    assert entry(write, "a.md", f"---\ntitle: A\n{head}\n---\n").is_draft


def test_the_body_and_the_line_it_starts_on_are_kept(write):
    reading = read(write("a.md", "---\ntitle: A\n---\nOne.\nTwo.\n"), write.folder)
    assert (reading.body, reading.body_line) == ("One.\nTwo.\n", 3)


def test_front_matter_that_is_refused_is_told_at_once(write):
    write("_config.yml", "title: B\n")
    reading = read(write("_posts/2009-06-24-a.md", "---\ntitle: A : b\n---\n"), write.folder)
    assert reading.entry.problem is not None
    assert (reading.entry.problem.kind, reading.entry.problem.line) == ("needs_quotes", 1)
    assert reading.is_checked


def test_other_problems_are_found_by_the_check(write):
    write("_config.yml", "title: B\n")
    path = write("_posts/no-date.md")
    assert read(path, write.folder).entry.problem is None
    found = check(write.folder, "_posts/no-date.md")
    assert found is not None
    assert found.kind == "name_without_date"


def test_a_post_planned_for_later_is_no_problem(write):
    write("_config.yml", "title: B\n")
    write("_posts/2999-01-01-later.md")
    assert check(write.folder, "_posts/2999-01-01-later.md") is None


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"---\ntitle: 'a\n", bytes(range(256)) * 100])
def test_a_broken_post_is_listed_all_the_same(write, content):
    assert entry(write, "post.md", content).place == "post.md"


def test_a_post_in_another_encoding_is_read(write):
    found = entry(write, "a.md", "---\ntitle: Été à vélo\n---\n".encode("cp1252"))
    assert found.title == "Été à vélo"


def test_a_post_that_is_gone_is_listed_by_its_name_and_says_so(write):
    found = read(write.folder / "gone.md", write.folder).entry
    assert found.title == "gone"
    assert found.problem is not None
    assert found.problem.kind == UNREADABLE


def test_a_pipe_is_not_waited_for(write):
    os.mkfifo(write.folder / "pipe.md")
    assert read(write.folder / "pipe.md", write.folder).entry.title == "pipe"


def test_drafts_come_first_then_the_newest():
    old, new = Entry("a.md", "A", "2009-06-24"), Entry("b.md", "B", "2012-08-19")
    draft, other = Entry("c.md", "C", "", True), Entry("d.md", "D")
    assert newest_first([old, other, draft, new]) == [draft, new, old, other]


def test_of_drafts_the_last_changed_comes_first():
    one, two = (Entry(f"{at}.md", "", "", True, changed=float(at)) for at in (1, 2))
    assert newest_first([one, two]) == [two, one]


def test_an_entry_survives_as_a_row():
    for found in look(SAMPLES):
        before = read_post(SAMPLES, found).entry
        assert Entry.of_row(before.to_row()) == before


def test_the_interview_is_in_the_list_of_its_site():
    titles = [read_post(SAMPLES, found).entry.title for found in look(SAMPLES)]
    assert 'Biz Stone : "Testons les usages commerciaux de Twitter"' in titles
