"""Where the indexes of folders lie that the library keeps."""

from functools import partial

from editor.library.heads import PostHeads
from editor.library.index import index_path
from editor.settings import cache_folder


def heads_of_posts() -> PostHeads:
    """What the heads of posts say, from the indexes where they have it."""
    return PostHeads(partial(index_path, cache_folder()))
