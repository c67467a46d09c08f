"""The targets of links and images as goldmark writes them."""

import re
from urllib.parse import quote

# What goldmark leaves as it is; of a percent sign, one that begins an escape.
_KEPT = "-_.!~*'();/?:@&=+$,#"
_PIECES = re.compile(r"%[0-9A-Fa-f].|[^%]+|%", re.DOTALL)
_DANGEROUS = re.compile(r"(?:javascript|vbscript|file|data):")
_IMAGE = re.compile(r"data:image/(?:png|gif|jpeg|webp|svg)")


def escape_url(url: str) -> str:
    """`url` for an attribute, once HTML is escaped: what has no place in an address is encoded."""
    return "".join(
        piece if len(piece) == 3 and piece[0] == "%" else quote(piece, safe=_KEPT, errors="replace")
        for piece in _PIECES.findall(url)
    )


def is_dangerous(url: str) -> bool:
    """Whether goldmark drops the address where it may not be unsafe (it minds the case)."""
    return bool(_DANGEROUS.match(url)) and not _IMAGE.match(url)
