from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post import Post, named_day, slug
from tests.conftest import CORPUS, SAMPLES

POSTS = sorted(
    path
    for folder in (SAMPLES, CORPUS / "posts")
    for pattern in ("*.md", "*.markdown")
    for path in folder.rglob(pattern)
)


def test_head_and_body_give_back_every_post() -> None:
    for path in POSTS:
        text = path.read_bytes().decode("utf-8", "surrogateescape").replace("\r\n", "\n")
        post = Post.parse(text)
        assert post.head + post.body == text, path
        assert text.split("\n")[post.body_line :] == post.body.split("\n"), path


@given(st.text(), st.text())
def test_head_and_body_give_back_any_text(head: str, body: str) -> None:
    text = f"---\n{head}\n---\n{body}"
    post = Post.parse(text)
    assert post.head + post.body == text


def test_a_post_without_front_matter_is_all_body() -> None:
    assert Post.parse("# A\n\n---\n") == Post("", "# A\n\n---\n")


def test_a_title_that_is_not_yaml_is_what_the_writer_wrote() -> None:
    post = Post.parse("---\nlayout: post\ntitle: Biz : &quot;A&quot;\n---\n")
    assert post.title == "Biz : &quot;A&quot;"


@pytest.mark.parametrize(("line", "title"), [("title: 2024", "2024"), ("title:", ""), ("a: b", "")])
def test_a_title_is_a_text(line: str, title: str) -> None:
    assert Post.parse(f"---\n{line}\n---\n").title == title


@pytest.mark.parametrize(
    ("line", "is_draft"),
    [
        ("draft: true", True),
        ("published: false", True),
        ("published: true", False),
        ("a: b", False),
    ],
)
def test_a_draft_says_so(line: str, is_draft: bool) -> None:
    assert Post.parse(f"---\n{line}\n---\n").is_draft is is_draft


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("date: 2024-02-11", date(2024, 2, 11)),
        ("date: 2024-02-11 23:30:00 +0100", date(2024, 2, 11)),
        ('date: "2024-2-1 10:00"', date(2024, 2, 1)),
        ("date: demain", date(2009, 6, 24)),
        ("date: 2024-02-30", date(2009, 6, 24)),
        ("a: b", date(2009, 6, 24)),
    ],
)
def test_the_day_is_the_front_matter_s_else_the_name_s(line: str, day: date) -> None:
    assert Post.parse(f"---\n{line}\n---\n").day("2009-06-24-a.md") == day


@pytest.mark.parametrize(
    ("name", "day", "slugged"),
    [
        ("2009-06-24-biz-stone.md", date(2009, 6, 24), "biz-stone"),
        ("2024-1-9-x.y.markdown", date(2024, 1, 9), "x.y"),
        ("2024-02-30-x.md", None, "x"),
        ("about.md", None, "about"),
        (".md", None, ".md"),
    ],
)
def test_a_file_s_name_tells_day_and_slug(name: str, day: date | None, slugged: str) -> None:
    assert (named_day(name), slug(name)) == (day, slugged)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("---\nlang: de-AT\n---\nThe text of it", "de"),
        ("---\nlanguage: FR_fr\n---\nThe text of it", "fr"),
        ("Il s'agit d'un service qui permet aux gens de lire les pages.", "fr"),
        ("It is a service that lets people read the pages of the web.", "en"),
        ("Es handelt sich um einen Dienst.", ""),
        ("", ""),
    ],
)
def test_the_language_is_the_one_named_or_guessed(text: str, language: str) -> None:
    assert Post.parse(text).language == language
