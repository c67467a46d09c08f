"""The command that writes a post as a page that stands alone, in HTML or on paper."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from editor import files
from editor.commands_files import FINE, PROBLEMS, WRONG, complain
from editor.files import FileError
from editor.render_process import RenderFailed, RenderProcess

if TYPE_CHECKING:  # most commands do without
    from editor.export.page import Paper
    from editor.export.standing_alone import StandingAlone

PrintPage = Callable[[str, "Paper"], bytes]
"""Makes a PDF of a page. Raises NoPdfError."""

_PATIENCE = 20.0  # seconds for the rendering
_WIDEST_MARGIN = 80  # millimetres


class NoPdfError(Exception):
    """A PDF that was not made, and why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Let `parser` read what `export` takes."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        *("-o", "--output"),
        type=_target,
        required=True,
        metavar="OUT.html|OUT.pdf",
        help="the page, its images in it; what is there is written over",
    )
    parser.add_argument(
        "--look",
        choices=("light", "dark", "plain"),
        default="light",
        help="of HTML; a plain page has no styles",
    )
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="of a PDF")
    parser.add_argument(
        "--margin", type=_margin, default=20, metavar="MM", help="of a PDF, on all sides"
    )
    parser.add_argument(
        "--addresses", action="store_true", help="print the addresses of links behind them"
    )
    parser.add_argument("--no-numbers", action="store_true", help="leave pages without numbers")


def _target(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".html", ".htm", ".pdf"):
        raise argparse.ArgumentTypeError(f"{text!r} ends neither with .html nor with .pdf")
    return path


def _margin(text: str) -> int:
    if not text.isdecimal() or int(text) > _WIDEST_MARGIN:
        raise argparse.ArgumentTypeError(f"{text!r} is no margin from 0 to {_WIDEST_MARGIN}")
    return int(text)


def export(options: argparse.Namespace, print_page: PrintPage | None) -> int:
    """Write the page that `options` ask for; gives an exit code.

    With an image that is not there it is written all the same, and 1 is the code.
    """
    path: Path = options.file
    process = RenderProcess(deadline=_PATIENCE)
    try:
        return _export(options, process, print_page)
    except FileError as error:
        return complain(f"{path}: not exported: {error.kind}", WRONG)
    except RenderFailed as error:
        return complain(f"{path}: not exported: {error.kind}", PROBLEMS)
    except NoPdfError as error:
        return complain(f"{path}: no PDF: {error}", WRONG)
    except OSError as error:
        return complain(f"{error.filename or options.output}: not written: {error.strerror}", WRONG)
    finally:
        process.stop()


def _export(
    options: argparse.Namespace, process: RenderProcess, print_page: PrintPage | None
) -> int:
    from editor.export import rendered
    from editor.export.page import Look, Paper, Size
    from editor.export.standing_alone import Images
    from editor.export.writing import write

    path: Path = options.file
    source = rendered.Source.of(files.read(path).text, path)
    is_pdf = options.output.suffix.lower() == ".pdf"
    paper = Paper(Size(options.paper), options.margin, not options.no_numbers, options.addresses)
    images = Images.EMBEDDED_ALONE if is_pdf else Images.EMBEDDED
    article = rendered.embedded(source, rendered.rendered(source, process), images)
    look = Look.LIGHT if is_pdf else Look(options.look)
    page = rendered.page_of(source, article, look, paper)
    content = page.encode("utf-8", "replace")
    if is_pdf:
        if print_page is None:
            raise NoPdfError("there is nothing that makes one")
        content = print_page(page, paper)
    write(options.output, content, path)
    return _tell(path, article)


def _tell(path: Path, article: "StandingAlone") -> int:
    """Name what is not in the page."""
    status = FINE
    for address in article.missing:
        status = complain(f"{path}: no image at {address}", PROBLEMS)
    for address in article.too_large:
        status = complain(f"{path}: too large to be embedded: {address}", PROBLEMS)
    for address in article.remote:
        sys.stderr.write(f"blog-editor: {path}: on another site, not embedded: {address}\n")
    return status
