"""Jekyll: its Markdown is kramdown's, with GitHub's additions."""

import re

from editor.generators.dialect import Dialect, Generator


def _kramdown() -> Dialect:
    from editor.generators.kramdown import Kramdown, TemplateTags
    from editor.generators.liquid import html_of_tags

    return Kramdown(template_tags=TemplateTags(_TAGS, html_of_tags))


# Code between highlight tags, and the tags around what is not Liquid's.
_TAGS = re.compile(
    r"\{%-?[ \t]*highlight[ \t][^%\n]*%\}.*?\{%-?[ \t]*endhighlight[ \t]*-?%\}"
    r"|\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}",
    re.DOTALL,
)

JEKYLL = Generator("jekyll", "Jekyll", "kramdown", _kramdown)
