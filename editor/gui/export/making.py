"""What is exported, made off the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from editor.export import rendered
from editor.export.mail import mail_html
from editor.export.page import Header
from editor.export.standing_alone import Images, StandingAlone, Words
from editor.export.tags import plain_text
from editor.export.writing import write
from editor.gui.export.options import Options
from editor.gui.preview.article_header import article_header
from editor.post import Post
from editor.render_process import RenderProcess
from editor.rendering import header as rendering_header

_PATIENCE = 20.0  # seconds for the rendering


@dataclass(frozen=True)
class Job:
    """One export of a post as it is now."""

    kind: str  # the name of the command
    text: str
    path: Path | None
    options: Options
    words: Words
    target: Path | None = None  # of what goes into a file


@dataclass(frozen=True)
class Made:
    """What came of a job: a page to print, or HTML and text to copy; a file may be written."""

    job: Job
    header: Header
    article: StandingAlone
    html: str
    text: str = ""


def made(job: Job, process: RenderProcess) -> Made:
    """What `job` asks for. Raises RenderFailed, OSError."""
    source = rendered.Source.of(job.text, job.path)
    header = header_of(job.text, job.path)
    is_mail = job.kind == "copy_mail"
    html = rendered.rendered(source, process, draws_formulas=not is_mail)
    if job.kind == "copy_html_source":
        return Made(job, header, StandingAlone(html), "", html)
    article = rendered.embedded(source, html, _images(job), job.words)
    if job.kind == "copy_html":
        return Made(job, header, article, article.html, plain_text(html))
    if is_mail:
        text = plain_text(header.html + html)
        return Made(job, header, article, mail_html(header, article.html), text)
    return Made(job, header, article, _page(job, source, header, article))


def header_of(text: str, path: Path | None) -> Header:
    """Title, date and tags of a post, worded in its language as in the preview."""
    read = rendering_header.header_of(Post.parse(text), path.name if path else "")
    shown = article_header(read)
    return Header(shown.title, shown.meta)


def process() -> RenderProcess:
    """What renders for one export."""
    return RenderProcess(deadline=_PATIENCE)


def _images(job: Job) -> Images:
    if job.kind == "copy_mail" and not job.options.has_mail_images:
        return Images.NONE
    return Images.EMBEDDED_ALONE if job.kind in ("export_pdf", "print") else Images.EMBEDDED


def _page(job: Job, source: rendered.Source, header: Header, article: StandingAlone) -> str:
    if job.kind != "export_html":
        paper = job.options.paper
        return rendered.page_of(source, article, paper=paper, header=header)
    page = rendered.page_of(source, article, job.options.look, header=header)
    assert job.target
    write(job.target, page.encode("utf-8", "replace"), job.path)
    return page
