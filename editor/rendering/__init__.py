"""Posts rendered as HTML, block by block; after an edit, what it concerns and no more.

Nothing here is guarded: a hostile post may take for ever. The window renders by `render_process`.
"""

from editor.rendering.model import LineMap, Patch, Rendering, RenderRequest, patched
from editor.rendering.renderer import Renderer, TextMissing, article

__all__ = [
    "LineMap",
    "Patch",
    "RenderRequest",
    "Renderer",
    "Rendering",
    "TextMissing",
    "article",
    "patched",
]
