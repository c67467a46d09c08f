"""Pelican: its Markdown is Python-Markdown's own, with the extensions Pelican turns on."""

from editor.generators.dialect import Dialect, Generator, Settings


def _python_markdown(settings: Settings) -> Dialect:  # noqa: ARG001
    from editor.generators.python_markdown import PythonMarkdown

    # Source: the default of MARKDOWN in Pelican's settings.py. Its third extension, meta, reads the
    # header, which is no part of the body.
    return PythonMarkdown(["extra", "codehilite"])


PELICAN = Generator("pelican", "Pelican", "Python-Markdown", _python_markdown)
