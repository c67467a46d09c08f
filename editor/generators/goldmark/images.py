"""Images alone in their paragraph, which a site may want without it."""

from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def bare_images(state: StateCore) -> None:
    """A rule after inline that takes away the paragraph around an image that stands alone."""
    kept: list[Token] = []
    for token in state.tokens:
        if token.type == "paragraph_close" and _is_image(kept[-1]):
            del kept[-2]
        else:
            kept.append(token)
    state.tokens = kept


def _is_image(inline: Token) -> bool:
    return [child.type for child in inline.children or ()] == ["image"]
