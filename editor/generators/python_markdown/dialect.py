"""Dialects made of Python-Markdown and its extensions."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from editor.code_colours import code_block
from editor.generators import marks, windows
from editor.generators.fragments import (
    ONE_PIECE,
    Asked,
    Definitions,
    Dialect,
    Extent,
    Fragment,
    Key,
    Note,
)
from editor.generators.python_markdown import notes as python_markdown_notes
from editor.generators.python_markdown.blocks import block_starts, is_of_one_piece
from editor.generators.python_markdown.notes import SplitNotes

_LINK, _NOTE, _ABBREVIATION = "link", "note", "abbreviation"
_ABBREVIATIONS: Key = ("abbreviations", "")  # all of them, by name

_CONFIGS: Mapping[str, Mapping[str, Any]] = {
    # Code is coloured by ours, which keeps the name of its language.
    "codehilite": {"use_pygments": False, "css_class": "highlight"},
    "pymdownx.highlight": {"use_pygments": False, "css_class": "highlight"},
    "pymdownx.superfences": {"preserve_tabs": True},
    "pymdownx.tilde": {"subscript": False},
    "smarty": {"smart_angled_quotes": True},
}


class PythonMarkdown(Dialect):
    """A dialect as Python-Markdown reads it with `extensions`.

    `configs` are the extensions' settings, by their names. `heading_id` makes ids of the Markdown
    of headings; `prepare` changes the text to be read.
    """

    prints_all_notes = True

    def __init__(
        self,
        extensions: Sequence[str | Extension],
        heading_id: Callable[[str], str] | None = None,
        prepare: Callable[[str], str] | None = None,
        configs: Mapping[str, Mapping[str, object]] | None = None,
    ) -> None:
        self._prepare = prepare
        self._markdown = Markdown(
            extensions=[*extensions, _CodeColours()],
            extension_configs=_with_ours(configs or {}),
            output_format="html",
        )
        if heading_id:
            ids = _HeadingIds(self._markdown, heading_id)
            # Before the inline patterns (20): an id is made of the heading's source.
            self._markdown.treeprocessors.register(ids, "heading_ids", 30)
        self._notes = SplitNotes(self._markdown)
        # It tells ids apart over the whole post, and lists all headings where that is asked for.
        self._is_whole = "toc" in self._markdown.treeprocessors

    def extents(self, body: str, start: int) -> Iterator[Extent]:
        return windows.extents(body, start, self._starts)

    def _starts(self, text: str) -> list[int]:
        return [0] if self._is_whole else block_starts(text)

    def definitions(self, text: str) -> Definitions:
        found: dict[Key, object] = {}
        # A post in one piece is asked as its blocks would be.
        starts = [0, *block_starts(text)[1:], len(text)]
        pieces = (text[start:end] for start, end in pairwise(starts))
        if any(is_of_one_piece(piece) or self._notes.is_of_one_piece(piece) for piece in pieces):
            found[ONE_PIECE] = True
        if "]:" not in text and "] :" not in text:
            return found
        self._markdown.reset()
        self._markdown.convert(self._prepare(text) if self._prepare else text)
        for kind, values in (
            (_LINK, self._markdown.references),
            (_ABBREVIATION, self._notes.abbreviations),
            (_NOTE, dict.fromkeys(self._notes.names, True)),
        ):
            found |= {(kind, name): value for name, value in values.items()}
        return found

    def combined(self, definitions: Iterable[Definitions]) -> Definitions:
        # Of two by one name the last counts; a note keeps its place.
        combined = {key: value for of_block in definitions for key, value in of_block.items()}
        notes = [key for key in combined if key[0] == _NOTE]
        abbreviations = {
            name: value for (kind, name), value in combined.items() if kind == _ABBREVIATION
        }
        places = {key: place for place, key in enumerate(notes)}
        return {**combined, **places, _ABBREVIATIONS: abbreviations}

    def combined_notes(self, notes: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
        return {name: html for of_block in notes for name, html in of_block.items()}

    def is_concerned(self, text: str, needs: Set[Key], changed: Set[Key]) -> bool:
        names = [name for kind, name in changed if kind == _ABBREVIATION]
        written = text.replace("\\", "") if names else ""
        return not needs.isdisjoint(changed) or any(name in written for name in names)

    def fragment(
        self,
        text: str,
        defined: Definitions,
        open_quotes: tuple[int, int] = (0, 0),  # noqa: ARG002
    ) -> Fragment:
        if self._prepare:
            text = self._prepare(text)
        needs: set[Key] = set()
        self._markdown.reset()
        abbreviations = cast("Mapping[str, str]", defined[_ABBREVIATIONS])
        self._notes.use(Asked(_NOTE, defined, needs), abbreviations)
        self._markdown.references = Asked(_LINK, defined, needs)
        html = self._markdown.convert(text)
        self._markdown.references = {}  # which `reset` would empty
        html, notes = self._notes.separated(html)
        return Fragment(html, needs, notes)

    def reference(self, mark: str, number: int, repeated: int) -> str:  # noqa: ARG002
        return python_markdown_notes.reference(mark, repeated)

    def links_back(self, mark: str, number: int, references: int) -> str:  # noqa: ARG002
        return python_markdown_notes.links_back(mark, references)

    def notes(self, notes: Sequence[Note]) -> str:
        return python_markdown_notes.section(notes)


def loadable(extensions: Sequence[str], configs: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Those of `extensions` that are there, and take the settings they are given in `configs`."""
    loaded = []
    for name in extensions:
        try:
            Markdown(extensions=[name], extension_configs=_with_ours({name: configs.get(name, {})}))
        except Exception:  # an extension may raise anything
            continue
        loaded.append(name)
    return loaded


def _with_ours(configs: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, Any]]:
    names = {**_CONFIGS, **configs}
    return {name: {**configs.get(name, {}), **_CONFIGS.get(name, {})} for name in names}


class _HeadingIds(Treeprocessor):
    """Marks the id of each heading; attributes the writer gave it come later, and win."""

    def __init__(self, md: Markdown, heading_id: Callable[[str], str]) -> None:
        super().__init__(md)
        self._heading_id = heading_id

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                raw = _ATTRIBUTES.sub("", element.text or "").strip()
                element.set("id", marks.mark(marks.ID, self._heading_id(raw)))


_ATTRIBUTES = re.compile(r"[ ]\{[:#.][^{}\n]*\}[ ]*$")


class _CodeColours(Extension):
    """Colours the blocks of code that an extension made."""

    def extendMarkdown(self, md: Markdown) -> None:
        # Before raw HTML comes back from its stash (30).
        md.postprocessors.register(_CodePostprocessor(md), "code_colours", 40)


class _CodePostprocessor(Postprocessor):
    def run(self, text: str) -> str:
        stash = self.md.htmlStash.rawHtmlBlocks
        for number, stashed in enumerate(stash):
            if isinstance(stashed, str) and (match := _CODE_BLOCK.fullmatch(stashed)):
                stash[number] = code_block(html.unescape(match["code"]), match["language"] or "")
        return text


_CODE_BLOCK = re.compile(
    r'\s*<pre(?: class="highlight")?>'
    r'<code(?: class="language-(?P<language>[^"]*?)(?: linenums)?")?>'
    r"(?P<code>[^<]*)</code></pre>\s*"
)
