"""What the heads of posts say: from the index while it is true, else from the posts themselves."""

import os
from pathlib import Path

import pytest

from editor import front_matter
from editor.library import find_posts
from editor.library.heads import PostHeads, Taught
from editor.library.index import Index
from editor.library.librarian import Librarian
from editor.library_habits import Question, habits
from editor.link_targets import TargetsRead
from editor.site import find_site
from editor.tags_read import TagsRead

HEADS = {
    "_posts/2009-06-24-a.md": "title: L'été &amp; l'hiver\ntags: one two\ncategory: 2009",
    "_posts/2012-08-19-b.md": "title: B\ntags: [one, a b, 2009, true]\ncategories: [x]",
    "_posts/2013-01-01-c.md": "tags:\n- Un\ncategory: a/b.md\ndate: 2013-01-02",
    "_drafts/d.md": "title: [broken",
}


@pytest.fixture
def blog(tmp_path):
    folder = tmp_path / "blog"
    for name, head in HEADS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"---\n{head}\n---\nBody.\n", encoding="utf-8")
    (folder / "_config.yml").write_text("title: Blog\n")
    return folder


@pytest.fixture
def indexed(tmp_path, blog):
    """The blog's index, as the library makes it."""
    path = tmp_path / "index.sqlite"
    index = Index(path)
    for _ in Librarian(blog, index).look():
        pass
    index.close()
    return path


@pytest.fixture
def opened(monkeypatch):
    names = []
    plain = Path.open

    def noted(path, *how, **more):
        names.append(path.name)
        return plain(path, *how, **more)

    monkeypatch.setattr(Path, "open", noted)
    return names


def learned(blog, heads):
    """All that is made of heads."""
    site = find_site(blog / "_posts" / "2009-06-24-a.md")
    question = Question(site, blog / "_posts" / "2009-06-24-a.md")
    return (
        habits(heads, question, pause=lambda _: None),
        TagsRead(heads).terms(site, blog, {}),
        TargetsRead(heads).targets(site, blog),
    )


def test_the_index_teaches_the_same_as_the_posts_and_none_is_opened(blog, indexed, opened):
    by_index = learned(blog, PostHeads(lambda _folder: indexed))
    assert [name for name in opened if name.endswith(".md")] == []
    assert by_index == learned(blog, PostHeads())
    assert [term.name for term in by_index[1]][:3] == ["2009", "a b", "one"]


def test_a_post_that_changed_since_is_read_itself(blog, indexed, opened):
    post = blog / "_posts/2012-08-19-b.md"
    post.write_text("---\ntitle: Other\n---\n")
    os.utime(post, (1, 1))
    opened.clear()
    found = learned(blog, PostHeads(lambda _folder: indexed))[2]
    assert "Other" in [target.title for target in found]
    assert {name for name in opened if name.endswith(".md")} == {post.name}


@pytest.mark.parametrize("damage", ["gone", "no index", "a folder", "another version"])
def test_without_an_index_that_is_any_use_the_posts_tell(blog, indexed, damage):
    if damage == "gone":
        indexed.unlink()
    elif damage == "no index":
        indexed.write_bytes(b"nothing of the kind" * 500)
    elif damage == "a folder":
        indexed.unlink()
        indexed.mkdir()
    else:
        index = Index(indexed)
        index._base.execute("PRAGMA user_version = 77")
        index.close()
    assert learned(blog, PostHeads(lambda _folder: indexed)) == learned(blog, PostHeads())


def test_an_index_that_is_being_written_is_no_hindrance(blog, indexed):
    index = Index(indexed)
    index._base.execute("BEGIN EXCLUSIVE")
    found = list(PostHeads(lambda _folder: indexed).read(find_posts(blog), blog))
    index.close()
    assert len([head for _, head, _ in found if head]) == len(HEADS)


def test_what_is_kept_in_a_row_comes_back():
    for head in HEADS.values():
        taught = Taught.by(front_matter.read(f"---\n{head}\n---\n"))
        assert Taught.of_row(taught.to_row()) == taught
