"""Reading what a site's posts teach: which posts, how many, and only what changed."""

import os
from pathlib import Path

import pytest

from editor.library.heads import PostHeads
from editor.library_habits import MOST_POSTS, Question, habits, peers, type_of
from editor.site import Site


def make_posts(folder, names, head="title: A\nlayout: post\n"):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(f"---\n{head}---\nBody.\n")


def habits_of(read, site, path, **options):
    return habits(read, Question(site, path), pause=lambda _seconds: None, **options)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("_posts/2024-01-01-a.md", "_posts"),
        ("_posts/2024/01/2024-01-01-a.md", "_posts"),
        ("_drafts/a.md", "_posts"),
        ("travel/_posts/2024-01-01-a.md", "_posts"),
        ("_recipes/cake.md", "_recipes"),
        ("about.md", ""),
        ("content/posts/a/index.md", "posts"),
        ("content/about.md", ""),
        ("source/_posts/a.md", "_posts"),
        ("/elsewhere/a.md", ""),
    ],
)
def test_the_type_of_a_page_is_its_collection_or_its_section(path, kind):
    root = Path("/site")
    assert type_of(root / path, root) == kind


def test_posts_learn_from_posts_and_not_from_pages(tmp_path):
    site = Site(tmp_path, "jekyll")
    make_posts(tmp_path / "_posts", [f"2024-01-0{day}-a.md" for day in range(1, 6)])
    make_posts(tmp_path / "_drafts", ["b.md"])
    make_posts(tmp_path / "_recipes", [f"{day}.md" for day in range(9)], "cook: me\n")
    draft = tmp_path / "_drafts" / "b.md"
    learned = habits_of(PostHeads(), site, draft)
    assert learned.posts == 6
    assert learned.usual == ("title", "layout")


def test_where_too_few_are_alike_all_posts_teach(tmp_path):
    site = Site(tmp_path, "jekyll")
    make_posts(tmp_path, ["about.md"])
    make_posts(tmp_path / "_posts", [f"2024-01-0{day}-a.md" for day in range(1, 6)])
    assert len(peers(site, tmp_path / "about.md")) == 6


def test_without_a_site_only_the_post_s_own_folder_teaches(tmp_path):
    make_posts(tmp_path, ["a.md", "b.markdown", "c.txt", ".hidden.md"])
    make_posts(tmp_path / "below", ["c.md"])
    found = peers(Site(None, "commonmark"), tmp_path / "a.md")
    assert sorted(path.name for path in found) == ["a.md", "b.markdown"]
    assert peers(Site(None, "commonmark"), tmp_path / "gone" / "a.md") == []


def test_the_newest_posts_teach_where_there_are_many(tmp_path):
    site = Site(tmp_path, "jekyll")
    days = [f"{year}-{month:02}-{day:02}" for year in (2008, 2024) for month in range(1, 13)
            for day in range(1, 24)]  # fmt: skip
    make_posts(tmp_path / "_posts", [f"{day}-a.md" for day in days])
    found = peers(site, tmp_path / "_posts" / "2024-01-01-a.md")
    assert found[0].name == "2024-12-23-a.md"
    assert habits_of(PostHeads(), site, found[0]).posts == MOST_POSTS < len(days)


def test_a_post_is_read_again_only_where_it_changed(tmp_path, monkeypatch):
    site = Site(tmp_path, "jekyll")
    make_posts(tmp_path / "_posts", [f"2024-01-0{day}-a.md" for day in range(1, 5)])
    post, read = tmp_path / "_posts" / "2024-01-01-a.md", PostHeads()
    habits_of(read, site, post)
    post.write_text("---\ntitle: A\nmood: calm\n---\n")
    os.utime(post, (1, 1))
    opened = []
    plain_open = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, mode: opened.append(path.name) or plain_open(path, mode)
    )
    assert habits_of(read, site, post).of("mood").share == 0.25
    assert opened == [post.name]


def test_no_further_post_is_begun_when_the_time_is_over(tmp_path):
    site = Site(tmp_path, "jekyll")
    make_posts(tmp_path / "_posts", [f"2024-01-0{day}-a.md" for day in range(1, 10)])
    post, clock = tmp_path / "_posts" / "2024-01-01-a.md", iter(range(100))
    learned = habits_of(PostHeads(), site, post, budget=5, now=lambda: next(clock))
    assert 0 < learned.posts < 9
    assert habits_of(PostHeads(), site, post, go_on=lambda: False).posts == 0


def test_what_is_no_plain_file_or_no_text_teaches_nothing_and_hinders_nothing(tmp_path):
    site = Site(tmp_path, "jekyll")
    posts = tmp_path / "_posts"
    make_posts(posts, [f"2024-01-0{day}-a.md" for day in range(1, 5)])
    os.mkfifo(posts / "2024-01-05-pipe.md")
    (posts / "2024-01-06-binary.md").write_bytes(bytes(range(256)) * 100)
    (posts / "2024-01-07-gone.md").symlink_to(posts / "nowhere.md")
    assert habits_of(PostHeads(), site, posts / "2024-01-01-a.md").posts == 4
