"""Characters as the site wants them written: as they are, or as entities.

Source: https://kramdown.gettalong.org/options.html#entity-output
"""

import html
import re
from html.entities import codepoint2name

from editor.generators.kramdown.options import EntityOutput

_NAMES = {**codepoint2name, ord("'"): "apos"}
_SPECIAL = '<>&"'


def written(text: str, output: EntityOutput, source: str = "") -> str:
    """The characters of `text` as HTML; `source` is the entity that they were, or ""."""
    if output == "as_char":
        return html.escape(text, quote=False)
    if output == "as_input" and source:
        return source
    return "".join(_entity(character, output) for character in text)


def _entity(character: str, output: EntityOutput) -> str:
    name = _NAMES.get(ord(character), "")
    is_named = bool(name) and (output == "symbolic" or character in _SPECIAL)
    return f"&{name};" if is_named else f"&#{ord(character)};"


def escape(text: str) -> str:
    """`text` as HTML; entities in it stay."""
    return _ESCAPED.sub(_escaped, text) if _ESCAPED.search(text) else text


_ESCAPED = re.compile(r"[<>]|&(?!(?:[A-Za-z_:][-\w.:]*|#[0-9]+|#x[0-9a-fA-F]+);)", re.ASCII)


def _escaped(match: re.Match[str]) -> str:
    return html.escape(match[0], quote=False)
