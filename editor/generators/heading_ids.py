"""The ids that Jekyll and Hugo give to headings, both after GitHub's model."""

import re
import unicodedata


def heading_id(markdown: str) -> str:
    """The id of a heading by its Markdown; it may be one that an earlier heading has already.

    Sources: generate_gfm_header_id in kramdown-parser-gfm; sanitizeAnchorName in Hugo's
    markup/goldmark/autoid.go
    """
    return _NOT_KEPT.sub(_mark, markdown.lower().replace(" ", "-").replace("\t", "-"))


_NOT_KEPT = re.compile(r"[^\w-]")


def _mark(character: re.Match[str]) -> str:
    """An accent that stands behind its letter is part of the word."""
    return character[0] if unicodedata.category(character[0]).startswith("M") else ""
