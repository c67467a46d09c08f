"""A whole page around an article: its head, its styles, its title."""

import html
from dataclasses import dataclass
from enum import StrEnum

from editor import resources
from editor.post import Post
from editor.rendering import header as rendering_header

# What a page that carries everything in itself may load; the writer's images on other sites too.
POLICY = (
    "default-src 'none'; img-src data: http: https:; media-src data: http: https:; "
    "font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


class Look(StrEnum):
    """How a page is drawn on the screen; on paper it is black on white."""

    LIGHT = "light"
    DARK = "dark"
    PLAIN = "plain"  # without styles, for a browser or a site to add its own


class Size(StrEnum):
    """Sizes of paper."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True)
class Paper:
    """How a page is put on paper."""

    size: Size = Size.A4
    margin: int = 20  # millimetres, on all sides
    has_numbers: bool = True  # of the pages, at the foot
    has_addresses: bool = False  # of links, behind them


@dataclass(frozen=True)
class Header:
    """What stands above an article: plain texts, "" for none."""

    title: str = ""
    meta: str = ""  # date and tags in one line

    @property
    def html(self) -> str:
        """The header as the styles of the preview have it."""
        title, meta = (html.escape(text, quote=False) for text in (self.title, self.meta))
        lines = (title and f'<h1 id="title">{title}</h1>', meta and f'<p id="meta">{meta}</p>')
        inside = "".join(f"{line}\n" for line in lines if line)
        return f"<header>\n{inside}</header>\n" if inside else ""


def header_of(post: Post, file_name: str) -> Header:
    """The header of a post, its date as in ISO 8601: the same in every language."""
    read = rendering_header.header_of(post, file_name)
    parts = (read.day or read.written, *read.lists)
    return Header(read.title, " · ".join(part for part in parts if part))


def simple_page(title: str, article: str) -> str:
    """A page with nothing but its title, its article as it is, and the colours of code."""
    from editor.code_colours import code_css

    heading = f"<h1>{html.escape(title, quote=False)}</h1>\n" if title else ""
    return _page(title, "", code_css(dark=False), f"<article>\n{heading}{article}</article>\n")


def lone_page(
    header: Header,
    article: str,
    look: Look = Look.LIGHT,
    language: str = "",
    paper: Paper | None = None,
) -> str:
    """A page that stands alone, of an `article` that does; `paper` is for one to be printed."""
    classes = [str(look)] if look is not Look.PLAIN else []
    classes += ["addresses"] if paper and paper.has_addresses else []
    marks = f' class="{" ".join(classes)}"' if classes else ""
    marks += f' lang="{html.escape(language)}"' if language else ""
    inside = f"<article>\n{header.html}<main>\n{article}</main>\n</article>\n"
    return _page(header.title, marks, style_sheet(look, paper), inside, POLICY)


def style_sheet(look: Look, paper: Paper | None = None) -> str:
    """The styles of a page: as the preview has them, and for paper. "" for a plain look."""
    if look is Look.PLAIN:
        return ""
    from editor.code_colours import code_css

    code = f"@media screen {{\n{code_css(look is Look.DARK)}\n}}"
    on_paper = f"@media print {{\n{code_css(dark=False)}\n{resources.text('print.css')}}}"
    return "\n".join((resources.text("preview.css"), code, on_paper, _sheet_of(paper)))


def _sheet_of(paper: Paper | None) -> str:
    if paper is None:
        return ""
    number = 'content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #555;'
    foot = f"@bottom-center {{ {number} }}" if paper.has_numbers else ""
    return f"@page {{ size: {paper.size}; margin: {paper.margin}mm; {foot} }}"


def _page(title: str, marks: str, sheet: str, inside: str, policy: str = "") -> str:
    wall = f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n' if policy else ""
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">\n' if wall else ""
    styles = f"<style>\n{sheet}\n</style>\n" if sheet else ""
    return (
        f'<!DOCTYPE html>\n<html{marks}>\n<head>\n<meta charset="utf-8">\n{wall}{view}'
        f"<title>{html.escape(title, quote=False)}</title>\n{styles}</head>\n"
        f"<body>\n{inside}</body>\n</html>\n"
    )
