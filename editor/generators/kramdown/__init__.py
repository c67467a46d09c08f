"""Our own kramdown: version 2.4 with its GFM parser, as Jekyll 4 sets it.

Source: kramdown (MIT licence, by Thomas Leitner): its documentation, trials of it, and, for
the lists of HTML elements and four patterns, what its constants hold.
"""

from editor.generators.kramdown.dialect import Kramdown
from editor.generators.kramdown.options import Options

__all__ = ["Kramdown", "Options"]
