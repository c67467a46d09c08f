"""Line numbers within code, as Hugo writes them where they are asked for `inline`."""

import re

_INLINE = re.compile(r"\blinenos\s*=\s*[\"']?inline\b", re.IGNORECASE)
_START = re.compile(r"\blinenostart\s*=\s*(\d{1,9})", re.IGNORECASE)
_CODE = re.compile(r"(?P<before>.*?<code[^>]*>)(?P<code>.*)(?P<behind></code></pre>.*)", re.DOTALL)


def with_line_numbers(block: str, options: str) -> str:
    """The HTML of `block`, a block of code, with the numbers that `options` ask for.

    Those in a column of their own, which are no part of the code, are left out.
    """
    match = _CODE.match(block) if _INLINE.search(options) else None
    if match is None:
        return block
    start = _START.search(options)
    first = int(start[1]) if start else 1
    lines = match["code"].removesuffix("\n").split("\n")
    end = "\n" if match["code"].endswith("\n") else ""
    width = len(str(first + len(lines) - 1))
    numbered = "\n".join(
        f'<span style="margin-right:0.8em;user-select:none">{number:>{width}}</span>{line}'
        for number, line in enumerate(lines, first)
    )
    return f"{match['before']}{numbered}{end}{match['behind']}"
