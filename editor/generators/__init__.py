"""The generators that the editor knows, one module for each.

They are imported when `GENERATORS` is first asked for: who imports but a module of this package, as
the window does while its preview starts, does not wait for all of them.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.generators.dialect import Dialect, Generator

    GENERATORS: Mapping[str, Generator]

__all__ = ["GENERATORS", "Dialect", "Generator"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from editor.generators.commonmark import COMMONMARK
    from editor.generators.dialect import Dialect, Generator
    from editor.generators.hugo import HUGO
    from editor.generators.jekyll import JEKYLL
    from editor.generators.pelican import PELICAN

    known = {generator.name: generator for generator in (JEKYLL, HUGO, PELICAN, COMMONMARK)}
    found = {"GENERATORS": known, "Dialect": Dialect, "Generator": Generator}
    globals().update(found)  # asked once
    return found[name]
