"""Renders one post again and again, each time as a patch of what it rendered before."""

from collections.abc import Mapping
from dataclasses import replace

from editor.edits import Edit
from editor.generators import GENERATORS, Generator
from editor.rendering.file_text import FileText
from editor.rendering.header import header_of
from editor.rendering.model import Rendering, RenderRequest, TextMissing
from editor.rendering.page import Page


class Renderer:
    """Renders one post again and again. A block that nothing changed is not rendered again.

    It remembers its last rendering and no other.
    """

    def __init__(self, generators: Mapping[str, Generator] = GENERATORS) -> None:
        self._generators = generators
        self._file = FileText()
        self._of = -1  # the revision of that text
        self._made_for: tuple[object, ...] = ()
        self._page: Page | None = None

    def render(self, request: RenderRequest, base: int) -> Rendering:
        """The post, as a patch of revision `base` where that was rendered last, else of nothing.

        Raises TextMissing where the request has edits of a text other than the last.
        """
        edits = self._edits(request)
        post = self._file.post
        generator = self._generators[request.generator]
        settings = generator.read_settings(request.root) if request.root else {}
        find = generator.formulas if request.is_shown else None
        formulas = find(post, settings) if find else ()
        made_for, self._made_for = self._made_for, ()  # for as long as an engine may fail
        wanted = (generator.name, settings, formulas, request.path, request.root)
        if self._page is None or wanted != made_for:
            self._page = Page(generator, settings, formulas)
            edits = [Edit(0, 0, post.body)]
        rendering = self._page.rendering(request, base, post, edits)
        self._made_for = wanted
        if request.is_shown and rendering.base == -1:
            name = request.path.name if request.path else ""
            rendering = replace(rendering, header=header_of(post, name))
        return rendering

    def _edits(self, request: RenderRequest) -> list[Edit]:
        """The edits of the body that `request` brings."""
        revision, self._of = self._of, -1
        if request.text is not None:
            edits = self._file.replace(request.text)
        elif request.since == revision >= 0:
            edits = [inner for edit in request.edits for inner in self._file.change(edit)]
        else:
            raise TextMissing(f"no text of revision {request.since}")
        self._of = request.revision
        return edits


def article(text: str, generator: str) -> str:
    """The HTML that `generator` makes of the body of the post `text`."""
    rendering = Renderer().render(RenderRequest(0, text, generator), base=-1)
    blocks = (html.rstrip("\n") for html in rendering.html)
    return "".join(f"{html}\n" for html in blocks if html)
