"""Where the front matter of a text stands, in whichever format.

Asked for by a window that has not been drawn yet: of most posts without the readers of any format.
"""

from . import yaml_head
from .head import Head


def find(text: str) -> Head | None:
    """The head that `text` starts with, or None."""
    if not text:
        return None
    return yaml_head.find(text) or _find_other(text)


def _find_other(text: str) -> Head | None:
    from . import header_format, json_format, toml_format  # each takes long to import

    # The surer a mark is, the earlier it is looked for.
    finders = (toml_format.find, json_format.find, yaml_head.find_loosely, header_format.find)
    return next((head for look in finders if (head := look(text))), None)
