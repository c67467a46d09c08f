"""Line numbers beside code, where the site asks for them.

Source: HTMLLegacy in Rouge's lib/rouge/formatters/html_legacy.rb, which kramdown calls
"""

import re

_CODE = re.compile(r"(?P<before>.*?<code)[^>]*>(?P<code>.*)(?P<behind></code></pre>.*)", re.DOTALL)


def with_line_numbers(block: str, first: int) -> str:
    """The HTML of `block`, a block of code, its lines numbered from `first` on."""
    match = _CODE.match(block)
    if match is None:
        return block
    code = match["code"].removesuffix("\n")
    numbers = "".join(f"{first + line}\n" for line in range(code.count("\n") + 1))
    return (
        f'{match["before"]}><table class="rouge-table"><tbody><tr>'
        f'<td class="rouge-gutter gl"><pre class="lineno">{numbers}</pre></td>'
        f'<td class="rouge-code"><pre>{code}\n</pre></td></tr></tbody></table>{match["behind"]}'
    )
