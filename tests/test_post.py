import time
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
    ("body", "count"),
    [
        ("L'été, l’outil et la plate-forme\u00a0: 3,14\u00a0% !", 6),
        ("« Oui »\u202f? — *Non* _jamais_", 3),
        ('<p class="a b">un <b>deux</b></p><!-- trois\n\nquatre -->', 2),
        ('[un](/deux "trois") ![quatre](cinq) https://six.org\n\n[a]: /sept', 2),
        ("un\n\n```python\nimport deux\n```\n\ntrois", 2),
        ("un\n\n```\njamais fermé", 1),
        ("{% include un.html %}{{ deux }} trois\n{: .quatre}", 1),
        ("{% highlight c %}\nun\n{% endhighlight %} deux", 1),
        ("&eacute;t&eacute;", 1),
        ("日本語 word", 4),
        ("", 0),
    ],
)
def test_the_words_counted_are_those_a_reader_reads(body: str, count: int) -> None:
    assert Post.parse(f"---\ntitle: Not counted\n---\n{body}").word_count == count


def test_the_reading_time_is_rounded_up() -> None:
    minutes = [Post("", "word " * count).reading_minutes for count in (0, 1, 213, 214)]
    assert minutes == [0, 1, 1, 2]


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


_UNITS = [
    "<!--",
    "{%",
    "{{",
    "](",
    "](a(",
    "```\n",
    "~~~\n```\n",
    "<script",
    "<a ",
    "[a",
    "a'",
    "&",
]


@pytest.mark.parametrize("unit", _UNITS)
def test_hostile_words_are_counted_as_fast_as_others(unit: str) -> None:
    post = Post("", unit * (500_000 // len(unit)))
    started = time.perf_counter()
    assert post.word_count >= 0
    assert time.perf_counter() - started < 1  # 0.06 s
