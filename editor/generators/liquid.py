"""Template tags that Jekyll runs before it reads Markdown: `highlight` and `raw`."""

import re

from editor.code_colours import code_block

_HIGHLIGHT = re.compile(
    r"\{%-?[ \t]*highlight[ \t]+(?P<language>[\w+#.-]+)[^%\n]*%\}(?P<code>.*?)"
    r"\{%-?[ \t]*endhighlight[ \t]*-?%\}",
    re.DOTALL,
)
_RAW = re.compile(r"\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}")


def html_of_tags(text: str) -> str:
    """`text` with the code between `highlight` tags as HTML, and without `raw` tags."""
    if "{%" not in text:
        return text
    return _RAW.sub("", _HIGHLIGHT.sub(_figure, text))


def _figure(highlight: re.Match[str]) -> str:
    block = code_block(highlight["code"].strip("\n"), highlight["language"])
    # As an entity, for Markdown would make spaces of it.
    block = block.replace("\t", "&#9;")
    return f'<figure class="highlight">{block}</figure>'
