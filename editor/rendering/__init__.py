"""Posts rendered as HTML, block by block; after an edit, what it concerns and no more.

Nothing here is guarded: a hostile post may take for ever. The window renders by `render_process`,
and needs the questions and the answers alone; who renders is `renderer`.
"""

from editor.rendering.model import (
    Header,
    LineMap,
    Patch,
    Rendering,
    RenderRequest,
    TextMissing,
    patched,
)

__all__ = [
    "Header",
    "LineMap",
    "Patch",
    "RenderRequest",
    "Rendering",
    "TextMissing",
    "patched",
]
