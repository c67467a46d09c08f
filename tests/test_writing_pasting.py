"""What is pasted. `|` is the caret, `⟦` and `⟧` are the ends of a selection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.writing import pasting
from editor.writing.dialects import Manner, manner_of
from tests.marked_texts import done, taken_apart

LINKS = {
    "over words": ("a ⟦b⟧ c", "https://x.org/é", "a [b](https://x.org/é)| c"),
    "with brackets": ("⟦b⟧", "https://x.org/a_(b)", "[b](https://x.org/a_%28b%29)|"),
    "with a line end": ("⟦b⟧", "https://x.org\n", "[b](https://x.org)|"),
    "without a selection": ("a |", "https://x.org", "a https://x.org|"),
    "over another address": ("⟦https://y.org⟧", "https://x.org", "https://x.org|"),
    "inside a link": ("[a](⟦b⟧)", "https://x.org", "[a](https://x.org|)"),
    "words": ("a ⟦b⟧ c", "d", "a d| c"),
    "an address and more": ("⟦b⟧", "https://x.org and", "https://x.org and|"),
}


@pytest.mark.parametrize(("before", "text", "after"), LINKS.values(), ids=LINKS)
def test_an_address_pasted_over_words_becomes_their_link(before, text, after):
    whole, start, end = taken_apart(before)
    assert done(whole, pasting.pasted(text)(whole, start, end)) == after


RICH = {
    "marks": ("<p>a <b>b</b> <i>c</i> <code>d</code></p>", "a **b** *c* `d`"),
    "a link": ('<a href="https://x.org">x</a>', "[x](https://x.org)"),
    "a heading": ("<h2>A</h2><p>b</p>", "## A\n\nb"),
    "a list": ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
    "a numbered list": ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
    "a quote": ("<blockquote><p>« a »</p></blockquote>", "> « a »"),
    "struck out": ("<p><del>a</del></p>", "~~a~~"),
    "a script": ("<b>a</b><script>alert(1)</script>", "**a**"),
    "an address of a script": ('<a href="javascript:x()">a</a> <b>b</b>', "a **b**"),
    "an image within the page": ('<img src="data:image/png;base64,x"><b>b</b>', "**b**"),
    "an image": ('<img src="/a.png" alt="b">', "![b](/a.png)"),
    "a tag that is text": ("<b>a</b> &lt;div&gt; 1 &lt; 2", "**a** &lt;div> 1 < 2"),
    "signs that are text": ("<p>2 * 3 <b>a_b</b></p>", "2 \\* 3 **a\\_b**"),
    "a number that is text": ("<p>1. <b>a</b></p>", "\\1. **a**"),
    "bold in name alone": ('<b style="font-weight: normal;"><p>a <i>b</i></p></b>', "a *b*"),
    "a comment": ("<!--StartFragment--><b>a</b><!--EndFragment-->", "**a**"),
    "French": ("<p>« l’<b>été</b>\u00a0» : oui\u202f!</p>", "« l’**été**\u00a0» : oui\u202f!"),
    "a table": (
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>",
        "| a | b |\n| --- | --- |\n| c | d |",
    ),
    "code of an editor": ("<div style='font-family:monospace'><span>x</span></div>", None),
    "text alone": ("<p>a</p><p>b</p>", None),
    "too much": (f"<b>{'a' * 300_000}</b>", None),
    "too deep": ("<div>" * 5000 + "<b>a</b>", None),
}


@pytest.mark.parametrize(("html", "markdown"), RICH.values(), ids=RICH)
def test_rich_text_becomes_markdown(html, markdown):
    assert pasting.markdown_of(html, Manner()) == markdown


def test_what_is_struck_out_is_written_as_the_dialect_reads_it():
    html = "<p><s>a</s></p>"
    assert pasting.markdown_of(html, manner_of("pelican")) == "<del>a</del>"


@given(st.text(alphabet='<>/abi"= &;!-p', max_size=60))
def test_no_html_stops_the_pasting(html):
    pasting.markdown_of(f"<b>{html}", Manner())
