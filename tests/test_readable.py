import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.readable import paragraphs, prose


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\ntitle: Un titre\n---\nUne phrase\nqui va.\n\nUne autre.\n", 2),
        ("```ruby\nputs 1\n\nputs 2\n```\nAprès.", 1),
        ("~~~\n```\n~~~\nAprès.\n", 1),
        ("- a\n\n  ```\n  code\n  ```\n", 1),
        ("Avant.\n\n    code\n    code\n\nAprès.\n", 2),
        ("- un\n\n    de la liste\n", 2),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}\nAprès.\n", 1),
        ("{{< highlight go >}}\nfmt\n{{< /highlight >}}\nAprès.\n", 1),
        ("<script>\nvar a;\n\nvar b;\n</script>\n<p>Du texte</p>\n", 1),
        ("<pre>x</pre>\nAprès.\n", 1),
        ("<!-- une\n\nremarque -->\nAprès.\n", 1),
        ('<div class="mermaid">\ngraph TD\n\nA --> B\n</div>\nAprès.\n', 1),
        ("$$\n\\alpha\n$$\nAprès.\n", 1),
        ("$$ x $$\nAprès.\n", 1),
        ("> cité\n> encore\n", 1),
        ("", 0),
        ("```\njamais fermé\n\nnon plus\n", 0),
    ],
)
def test_paragraphs_are_the_lines_that_are_read(text, found):
    assert len(read(text)) == found


def test_a_paragraph_ends_before_the_line_end():
    assert read("Un.\nDeux.\n\nTrois.") == ["Un.\nDeux.", "Trois."]


def test_tags_over_several_lines_are_no_prose():
    paragraph = 'avant <a\n href="x"\n title="y">dedans</a> après'
    spans = [paragraph[start:end] for start, end in prose(paragraph)]
    assert spans == ["avant ", "dedans", " après"]


@given(st.text(alphabet="ab \n`~-<>{}%$[]()&;#:*>\t1/", max_size=300))
def test_the_spans_of_any_text_are_in_order_and_within_it(text):
    end = -1
    for start, stop in paragraphs(text):
        assert end < start < stop <= len(text)
        end = stop
        inner = -1
        for first, last in prose(text[start:stop]):
            assert inner < first < last <= stop - start
            inner = last - 1
