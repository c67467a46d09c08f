"""The posts of a folder: found, listed and searched, with an index of them kept on the disk.

`child` is a process of its own that reads them, so that no post can stop or slow the window.
"""

from .entry import Entry
from .finding import find_posts

__all__ = ["Entry", "find_posts"]
