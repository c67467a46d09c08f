"""What a post names, and where in its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.references import Kind, references


def named(text: str) -> list[tuple[str, str]]:
    return [(str(one.kind), one.address) for one in references(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('![a](/assets/a.png "title")', [("image", "/assets/a.png")]),
        ("[a](<b c.md>)", [("link", "b c.md")]),
        ("[![in](b.png)](http://x.y/)", [("image", "b.png"), ("link", "http://x.y/")]),
        ("[a](b_(c).html)", [("link", "b_(c).html")]),
        ("[a]: /b.jpg", [("image", "/b.jpg")]),
        ("[a]: /b", [("link", "/b")]),
        ("[^note]: /b", []),
        ("<img alt='>' src=/a.png>", []),  # no tag that we read to the end
        ('<img alt="x" src="/a.png">', [("image", "/a.png")]),
        ("<a class=x href='/?a=1&amp;b=2'>", [("link", "/?a=1&b=2")]),
        (
            '<img src="{{ "/a b.png" | relative_url }}">',
            [("image", '{{ "/a b.png" | relative_url }}')],
        ),
        ("![]({{ site.baseurl }}/a.png)", [("image", "{{ site.baseurl }}/a.png")]),
        ('{{< figure src="a.png" title="b" >}}', [("image", "a.png")]),
        ('[a]({{< ref "b.md" >}})', [("page", "b.md")]),
        ("[a]({% post_url 2009-06-24-b %})", [("post", "2009-06-24-b")]),
        ("[a]({% link _posts/b.md %})", [("file", "_posts/b.md")]),
        (r"\[a](b)", []),
        ("`![a](b.png)`", []),
        ("```\n![a](b.png)\n```\n", []),
        ("x\n\n    ![a](b.png)\n", []),
        ("<!-- ![a](b.png) -->", []),
        ("{% raw %}![a](b.png){% endraw %}", []),
        ("{% highlight html %}\n<img src='b.png'>\n{% endhighlight %}", []),
        ("[a]\n\n(b)", []),
    ],
)
def test_addresses_are_found_as_they_are_written(text, found):
    assert named(text) == found


def test_a_reference_knows_its_place_and_its_line():
    text = "---\ntitle: '[a](b)'\n---\n😀 [a](b)\n\n![c](d.png)\n"
    link, image = references(text)
    assert (link.line, text[link.start : link.end]) == (3, "b")
    assert (image.kind, image.line, text[image.start : image.end]) == (Kind.IMAGE, 5, "d.png")


@given(st.text(alphabet="[]()!<>`\\{}%\"' a/\n#:", max_size=200))
def test_any_text_is_read_and_each_place_holds_what_is_told(text):
    last = 0
    for one in references(text):
        assert last <= one.start < one.end <= len(text)
        assert one.line == text.count("\n", 0, one.start)
        last = one.end
