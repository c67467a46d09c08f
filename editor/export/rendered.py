"""A post as an article that can be put on a page: rendered whole, within limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.export.media_bytes import Shelf
from editor.export.page import Header, Look, Paper, header_of, lone_page
from editor.export.standing_alone import Images, StandingAlone, Words, standing_alone
from editor.generators import GENERATORS
from editor.post import Post
from editor.render_process import RenderProcess
from editor.rendering import RenderRequest
from editor.site import Site, find_site


@dataclass(frozen=True)
class Source:
    """A post as it is to be exported: its text, and where it lies."""

    text: str
    path: Path | None
    site: Site

    @classmethod
    def of(cls, text: str, path: Path | None) -> "Source":
        """The post in the site that it lies in."""
        return cls(text, path, find_site(path, text))

    @property
    def settings(self) -> Mapping[str, object]:
        """Those of the site; {} where there are none."""
        generator = GENERATORS.get(self.site.generator)
        return generator.read_settings(self.site.root) if generator and self.site.root else {}

    @property
    def header(self) -> Header:
        """Title, date and tags."""
        return header_of(Post.parse(self.text), self.path.name if self.path else "")

    @property
    def language(self) -> str:
        """The language of the post, "" where nothing tells it."""
        return Post.parse(self.text).language


def rendered(source: Source, process: RenderProcess, *, draws_formulas: bool = True) -> str:
    """The article as its generator writes it. Raises RenderFailed."""
    path = source.path.absolute() if source.path else None
    site = source.site
    request = RenderRequest(
        0, source.text, site.generator, path, site.root, is_shown=draws_formulas
    )
    return "".join(f"{block}\n" for block in process.render(request, -1).html if block)


def embedded(
    source: Source, article: str, images: Images = Images.EMBEDDED, words: Words | None = None
) -> StandingAlone:
    """The `article` of a post with its media in it. Reads files."""
    shelf = Shelf.of(source.site, source.path, source.settings)
    return standing_alone(article, shelf, images, words)


def page_of(
    source: Source,
    article: StandingAlone,
    look: Look = Look.LIGHT,
    paper: Paper | None = None,
    header: Header | None = None,
) -> str:
    """The page of a post; `header` is one that is worded for the writer."""
    return lone_page(header or source.header, article.html, look, source.language, paper)
