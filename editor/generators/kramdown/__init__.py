"""Our own kramdown: version 2.4 with its GFM parser, as Jekyll 4 sets it.

The rules and the lists of HTML elements are those of kramdown (MIT licence), by its documentation
and by trying it; the code is ours.
"""

from editor.generators.kramdown.dialect import Kramdown
from editor.generators.kramdown.options import Options

__all__ = ["Kramdown", "Options"]
