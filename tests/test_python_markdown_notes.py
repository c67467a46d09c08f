"""Footnotes and abbreviations in blocks, against Python-Markdown's own of the whole text."""

import markdown
import pytest

from editor.generators import GENERATORS
from editor.rendering.renderer import article

NOTES = "[^1]: note *b*\n\n    more\n[^x y]: - li\n[^3]:\n    a & <b>x</b>\n\n[^4]: un[^1]\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"a[^1] b[^x y] c[^1] d[^none]\n\n{NOTES}e[^3]\n",
        f"{NOTES}a[^1]\n\n[^1]: again\n",
        'a[^"&<>]\n\n[^"&<>]: b\n',
        "a[^HTML] HTML\n\n*[HTML]: 'b' \"c\"\n\n[^HTML]: HTML\n",
        "*[A]: one\n\nA B, BA\n\n*[B]: two\n\n- A\n\n*[A]: three\n",
        "a[^1]\n\n///Footnotes Go Here///\n\n[^1]: b\n\nc\n",
        "*[A]: one\n\nA\n\n*[A]: ''\n",
        "> a[^1]\n>\n> [^1]: b\n\nc\n",
        "- a[^1]\n\n    [^1]: b\n\nc\n",
    ],
)
def test_a_text_is_rendered_as_python_markdown_renders_it(text: str) -> None:
    whole = markdown.markdown(text, extensions=["extra"], output_format="html")
    assert GENERATORS["pelican"].dialect({}).render(text) == whole
    assert lines(article(text, "pelican")) == lines(whole)


def lines(html: str) -> list[str]:
    return [line for line in html.split("\n") if line]


def test_a_name_of_any_characters_passes() -> None:
    assert 'href="#fn:\ud800"' in article("a[^\ud800]\n\n[^\ud800]: b\n", "pelican")
