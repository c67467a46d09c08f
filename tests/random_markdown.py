"""Markdown as people write it, or nearly: constructs within constructs, by chance."""

import random
from collections.abc import Callable

_WORDS = (
    *("some", "plain", "words", "é", "中文", "a_b", "C#", "x<y", "AT&T", '"quoted"', "it's", "1.5"),
    *("$5", "a|b", "50%", "(x)", "foo()", "*", "_", "`", "[x]", "{y}", "http://a.b/c_d", "..."),
    *("--", "---", '"', "'", r"\_", r"\*", r"\|", "&amp;", "<br>", "!", "1)", "2.", "-", "+", "="),
    *("~", "^", "$", "AB", "[^1]", "[ref]", "__init__", "*.py", "\u3000", "\u00a0", "。", "“x”"),
)
_ADDRESSES = (
    *("http://a.b/c", "/x/y_z.html", "#frag", "a b.png", "http://a.b/(x)", "<u v>", "", 'x "t"'),
    *("http://x.y/?a=b&c=d", "x 't'", 'x "a "b" c"', "/a/b_c_d_e", "http://c/d*e*f"),
)
_LISTS = ("{: .a}", "{:.b}", "{: #i}", '{: width="10" .c}', '{:target="_blank"}', "{: r}")
_INLINE = ("b", "span", "em", 'a href="x"', "sup", "code", "kbd", "u", "small", "center", "button")
_BLOCKS = (
    *("div", "p", "blockquote", "details", "table", "center", "section", "figure", "ul", "pre"),
    *("iframe", "script", "h2", 'div markdown="1"', "span", 'p align="center"', "aside"),
)
_LINES = (
    *("---", "***", "{: .a}", "^", "* TOC\n{:toc}", "<!-- more -->", "<hr/>", "[^1]: note *x*"),
    *('[ref]: http://r "T"', "*[AB]: Abbr", "{:r: .x #y}", "![a](b)\n{: .c}", "$$\na_b\n$$"),
)


class Writer:
    """Writes posts, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._one_of = self._random.choice

    def post(self) -> str:
        targets = '\n\n[ref]: http://r "T"\n[^1]: note\n*[AB]: Abbr\n'
        return self._blocks(0, self._random.randint(1, 4)) + self._one_of(("", "", targets))

    def _is(self, share: float) -> bool:
        return self._random.random() < share

    def _words(self) -> str:
        return " ".join(self._random.choices(_WORDS, k=self._random.randint(1, 5)))

    def _listed(self) -> str:
        return self._one_of(_LISTS) if self._is(0.15) else ""

    def _span(self, depth: int = 0) -> str:
        if depth > 3 or self._is(0.35):
            return self._words()
        inner = self._span(depth + 1)
        address = self._one_of(_ADDRESSES)
        tag = self._one_of(_INLINE)
        mark = self._one_of(("*", "_", "**", "__", "***", "~~", '"', "'", "`", "``", "$$"))
        return self._one_of(
            (
                f"{mark}{inner}{mark}{self._listed()}",
                f"[{inner}]({address}){self._listed()}",
                f"![{inner}]({address}){self._listed()}",
                f"[{inner}][{self._one_of(('', 'ref', 'Ref', 'r2'))}]",
                f"<{tag}>{inner}</{tag.split()[0]}>",
                f"({inner})",
            )
        )

    def _text(self) -> str:
        return " ".join(self._span() for _ in range(self._random.randint(1, 3)))

    def _line(self) -> str:
        return self._text().replace("\n", " ")

    def _block(self, depth: int) -> str:
        if depth > 2 or self._is(0.3):
            ends = self._random.choices(("\n", "  \n", "\\\n", "\n "), k=2)
            return "".join(self._text() + end for end in ends) + self._text()
        kinds: tuple[Callable[[int], str], ...] = (
            *(self._list, self._list, self._quote, self._table, self._html),
            *(self._heading, self._code, self._meaning, lambda _: self._one_of(_LINES)),
        )
        return self._one_of(kinds)(depth)

    def _blocks(self, depth: int, count: int) -> str:
        gaps = self._random.choices(("\n\n", "\n\n", "\n"), k=count)
        return "".join(self._block(depth) + gap for gap in gaps).rstrip("\n")

    def _list(self, depth: int) -> str:
        marks = self._one_of(
            (("- ",), ("* ",), ("*   ",), (" - ",), ("-\t",), ("1. ", "2. ", "10. "))
        )
        items = (self._item(self._one_of(marks), depth) for _ in range(self._random.randint(1, 3)))
        return self._one_of(("\n", "\n\n")).join(items)

    def _item(self, mark: str, depth: int) -> str:
        indent = " " * (len(mark) if self._is(0.7) else self._random.randint(2, 4))
        box = self._one_of(("[ ] ", "[x] ", "{:.k} ")) if self._is(0.1) else ""
        lines = (box + self._blocks(depth + 1, self._random.randint(1, 2))).split("\n")
        return mark + "\n".join([lines[0], *(line and indent + line for line in lines[1:])])

    def _quote(self, depth: int) -> str:
        lines = self._blocks(depth + 1, self._random.randint(1, 2)).split("\n")
        return "\n".join(self._one_of(("> ", "> ", "> ", ">", "")) + line for line in lines)

    def _table(self, _depth: int) -> str:
        width = self._random.randint(1, 4)
        edge = self._one_of(("| ", ""))
        rule = self._one_of(("|---|---|", "|:--|--:|:-:|", "---|---", "|-|-|", "|===|"))
        rows = [edge + " | ".join(self._line() for _ in range(width)) + edge for _ in range(3)]
        return "\n".join([rows[0], rule, *rows[1:]] if self._is(0.85) else rows)

    def _html(self, depth: int) -> str:
        tag = self._one_of(_BLOCKS)
        inner = self._one_of((self._blocks(depth + 1, 1), self._text(), "<p>x</p>", "<li>y</li>"))
        gap, end = self._one_of(("", "\n", "\n\n")), self._one_of(("", "\n", " after"))
        return f"<{tag}>{gap}{inner}{gap}</{tag.split()[0]}>{end}"

    def _heading(self, _depth: int) -> str:
        end = self._one_of(("", " #", " {#id}", " {#é}", "\n{:.no_toc}"))
        if self._is(0.3):
            return f"{self._line()}\n{self._one_of(('===', '-', '---'))}"
        return f"{'#' * self._random.randint(1, 4)} {self._line()}{end}"

    def _code(self, _depth: int) -> str:
        code = self._one_of(("code", "  x\n\ny", "a | b", "# x", "\tz", "<b>"))
        fence = self._one_of(("```", "~~~", "````"))
        language = self._one_of(("", "ruby", " js", "c++", "text?a=1"))
        return f"{fence}{language}\n{code}\n{fence}" if self._is(0.7) else f"    {code}"

    def _meaning(self, _depth: int) -> str:
        return f"{self._words()}\n: {self._text()}" + self._one_of(("", "\n: b", "\n\n  more"))
