"""Finding and replacing in all posts: what is seen, what is written, and back to the byte."""

import codecs
import os

import pytest

from editor import history
from editor.finding import Search, Wanted
from editor.post_search import (
    Left,
    NotReplaced,
    Replaced,
    edits_in,
    put_back,
    replace_in_file,
    search_posts,
)


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_site").mkdir()
    write(folder, "_posts/one.md", "---\r\ntitle: Été\r\n---\r\nUn été.\r\nDeux étés\n".encode())
    write(folder, "_posts/two.md", b"Rien.\n")
    write(folder, "_posts/three.md", codecs.BOM_UTF16_LE + "L'été\n".encode("utf-16-le"))
    write(folder, "_site/built.md", "été\n".encode())
    return folder


def write(folder, name, content):
    (folder / name).write_bytes(content)


def found(site, wanted, replacement=None, open_texts=None, **options):
    search = Search(Wanted(wanted, **options), replacement)
    steps = list(search_posts(site, search, open_texts or {}))
    return {post.path.name: post for _, post in steps if post is not None}


def test_every_post_is_searched_and_each_hit_has_its_line(site):
    posts = found(site, "été")
    assert sorted(posts) == ["one.md", "three.md"]
    lines = posts["one.md"].hits
    assert [(hit.line, hit.column, hit.before, hit.found, hit.after) for hit in lines] == [
        (1, 7, "title: ", "Été", ""),
        (3, 3, "Un ", "été", "."),
        (4, 5, "Deux ", "été", "s"),
    ]


def test_of_an_open_post_it_is_the_text_in_the_window_that_counts(site):
    path = (site / "_posts/two.md").resolve()
    assert "two.md" in found(site, "été", open_texts={path: "un été"})


def test_replacing_changes_those_characters_and_putting_back_gives_the_same_bytes(site, tmp_path):
    path = site / "_posts/one.md"
    before = path.read_bytes()
    post = found(site, "été", "hiver", matches_case=True)["one.md"]
    replaced = replace_in_file(post, (), tmp_path / "state")
    assert isinstance(replaced, Replaced)
    assert path.read_bytes() == "---\r\ntitle: Été\r\n---\r\nUn hiver.\r\nDeux hivers\n".encode()
    assert [v.why for v in history.versions(tmp_path / "state/history", path)]
    assert put_back(replaced, tmp_path / "state") is None
    assert path.read_bytes() == before


def test_a_hit_that_is_left_out_stays(site, tmp_path):
    post = found(site, "été", "hiver", matches_case=True)["one.md"]
    replace_in_file(post, [post.hits[0].hit], tmp_path / "state")
    assert "Un été.\r\nDeux hivers" in (site / "_posts/one.md").read_bytes().decode()


def test_a_file_of_another_encoding_keeps_it(site, tmp_path):
    post = found(site, "été", "hiver")["three.md"]
    assert isinstance(replace_in_file(post, (), tmp_path / "state"), Replaced)
    assert (site / "_posts/three.md").read_bytes() == (
        codecs.BOM_UTF16_LE + "L'hiver\n".encode("utf-16-le")
    )


def test_a_post_that_changed_since_is_left_alone(site, tmp_path):
    post = found(site, "été", "hiver")["one.md"]
    write(site, "_posts/one.md", "un autre été\n".encode())
    left = replace_in_file(post, (), tmp_path / "state")
    assert isinstance(left, NotReplaced)
    assert left.why is Left.CHANGED
    assert edits_in("un autre", post, ()) is None


def test_what_was_written_since_is_not_put_back_over(site, tmp_path):
    post = found(site, "été", "hiver")["one.md"]
    replaced = replace_in_file(post, (), tmp_path / "state")
    write(site, "_posts/one.md", b"typed since\n")
    left = put_back(replaced, tmp_path / "state")
    assert left.why is Left.CHANGED
    assert (site / "_posts/one.md").read_bytes() == b"typed since\n"


def test_a_file_that_is_gone_is_told(site, tmp_path):
    post = found(site, "été", "hiver")["three.md"]
    (site / "_posts/three.md").unlink()
    left = replace_in_file(post, (), tmp_path / "state")
    assert left.why is Left.FAILED
    assert left.error is not None


def test_a_pattern_too_slow_for_one_post_is_told_of_that_post(site):
    write(site, "_posts/slow.md", b"a" * 4000 + b"b\n")
    posts = found(site, r"^(a|aa|a?)+$", is_pattern=True)
    assert posts["slow.md"].is_too_slow


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe")
def test_a_pipe_named_like_a_post_does_not_hold_the_search(site):
    os.mkfifo(site / "_posts/pipe.md")
    assert sorted(found(site, "été")) == ["one.md", "three.md"]
