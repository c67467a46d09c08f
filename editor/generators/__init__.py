"""The generators that the editor knows, one module for each."""

from collections.abc import Mapping

from editor.generators.commonmark import COMMONMARK
from editor.generators.dialect import Dialect, Generator
from editor.generators.hugo import HUGO
from editor.generators.jekyll import JEKYLL
from editor.generators.pelican import PELICAN

__all__ = ["GENERATORS", "Dialect", "Generator"]

GENERATORS: Mapping[str, Generator] = {
    generator.name: generator for generator in (JEKYLL, HUGO, PELICAN, COMMONMARK)
}
