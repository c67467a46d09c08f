"""Links by Pelican's marks, `{static}/a.png`, as the addresses they stand for.

https://docs.getpelican.com/en/stable/content.html#linking-to-internal-content
"""

import html
import re

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

_LINK = re.compile(
    r"(?P<before><[a-zA-Z][^<>]*?\s(?:href|src|poster|data|cite|formaction|action|content)\s*=\s*)"
    r"(?P<quote>[\"'])[{|](?P<mark>static|attach|filename|index|tag|category|author)[|}]"
    r"(?P<rest>[^\"'<>]*)(?P=quote)",
)


class PelicanLinks(Extension):
    """Resolves the marks in the HTML that is made, as Pelican does; in code they stay.

    A page of the site is linked by its file, for the name it is published under is in that file;
    what lies beside the post keeps its address from there.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.postprocessors.register(_LinkPostprocessor(md), "pelican_links", -10)  # the last of all


class _LinkPostprocessor(Postprocessor):
    def run(self, text: str) -> str:
        return _LINK.sub(_resolved, text) if "{" in text or "|" in text else text


def _resolved(link: re.Match[str]) -> str:
    quote = link["quote"]
    return f"{link['before']}{quote}{_address(link['mark'], link['rest'])}{quote}"


def _address(mark: str, rest: str) -> str:
    match mark:
        case "index":
            return "/index.html"
        case "tag" | "category" | "author":
            return f"/{mark}/{_slug(html.unescape(rest))}.html"
    return rest


def _slug(name: str) -> str:
    """The name of a page that Pelican makes for a tag, a category or an author."""
    words = re.sub(r"[^\w\s-]", "", name).strip().lower()
    return re.sub(r"[-\s]+", "-", words)
