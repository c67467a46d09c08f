"""What of a post is read: its words, counted again and again as they change."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.prose import WordCount, WordCounter


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
    assert WordCounter().count(body).words == count


def test_the_reading_time_is_rounded_up() -> None:
    minutes = [WordCount(words, 0).reading_minutes for words in (0, 1, 213, 214)]
    assert minutes == [0, 1, 1, 2]


@given(
    st.lists(st.sampled_from(["un\n", "\n", "```\n", "<!-- a", "-->", "deux ", "日"]), max_size=9)
)
def test_a_body_that_changed_is_counted_as_if_it_were_the_first(parts: list[str]) -> None:
    counter = WordCounter()
    for end in range(len(parts) + 1):
        body = "".join(parts[:end])
        assert counter.count(body) == WordCounter().count(body)


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
    body = unit * (500_000 // len(unit))
    started = time.perf_counter()
    assert WordCounter().count(body).words >= 0
    assert time.perf_counter() - started < 1  # 0.06 s
