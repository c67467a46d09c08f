"""Pelican's links: expected is what Pelican 4.12 makes of the same posts, files apart."""

import pytest

from editor.rendering.renderer import article


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a]({static}/i/a.png)", '<a href="/i/a.png">'),
        ("![a]({static}/i/a.png)", 'src="/i/a.png"'),
        ("![a]({attach}a.png)", 'src="a.png"'),
        ("<img src='{static}/i/a.png'>", "<img src='/i/a.png'>"),
        ("[a]: |static|/i/a.png\n\n[a]", '<a href="/i/a.png">'),
        ("[a]({filename}/posts/b.md#c)", '<a href="/posts/b.md#c">'),
        ("[a]({index})", '<a href="/index.html">'),
        ("[a]({tag}x) [b]({category}y) [c]({author}z)", '<a href="/tag/x.html">'),
        ('<a href="{category}A B">a</a>', '<a href="/category/a-b.html">'),
        ("[a]({photo}b)", '<a href="{photo}b">'),
        ("`{static}/a`", "<code>{static}/a</code>"),
        ('    <a href="{static}/a">', "{static}/a"),
        ("{static}/a", "<p>{static}/a</p>"),
    ],
)
def test_pelican_s_marks_become_addresses_in_links_alone(source: str, expected: str) -> None:
    assert expected in article(source, "pelican")
