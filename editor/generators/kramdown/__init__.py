"""Our own kramdown: version 2.4 with its GFM parser, as Jekyll 4 sets it."""

from editor.generators.kramdown.dialect import Kramdown
from editor.generators.kramdown.options import Options

__all__ = ["Kramdown", "Options"]
