"""The title and what stands below it, read from a post's front matter."""

from datetime import date

from editor.front_matter import FrontMatter, read
from editor.post import Post, day_of, language_of
from editor.rendering.model import Header
from editor.site_page.model import shown_title

_LIST_KEYS = ("tags", "categories")


def header_of(post: Post, file_name: str) -> Header:
    """What the preview shows above the article of `post`."""
    fields = read(post.head)
    return read_header(fields, day_of(fields, file_name), language_of(fields, post.body))


def read_header(fields: FrontMatter, day: date | None, language: str) -> Header:
    """The same of a post of that `day`, in that `language`; the title as a browser shows it."""
    listed = (fields.field(key) for key in _LIST_KEYS)
    return Header(
        shown_title(fields),
        day.isoformat() if day else "",
        "" if day else _written(fields),
        tuple(
            ", ".join(field.shown) for field in listed if field and isinstance(field.value, list)
        ),
        language,
    )


def _written(fields: FrontMatter) -> str:
    """What stands for a date that is none."""
    field = fields.field("date")
    return field.shown if field and isinstance(field.shown, str) else ""
