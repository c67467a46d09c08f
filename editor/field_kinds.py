"""Which kind of box a field gets in the form, in which order, and what typing there means."""

from datetime import date, datetime

from editor.front_matter import AsTyped, Field, Value

USUAL_KEYS = ("title", "date", "layout", "tags")  # shown, greyed, also where a post lacks them
OFFERED_KEYS = (
    *USUAL_KEYS,
    "categories",
    "description",
    "draft",
    "published",
    "image",
    "author",
    "lang",
    "permalink",
)
_LIST_KEYS = {"tags", "categories", "keywords"}
SWITCH_KEYS = {"draft": True, "published": False, "comments": True, "toc": True}
_DATE_KEYS = {"date", "lastmod", "last_modified_at", "updated", "modified", "publishdate"}
_LONG_KEYS = {"description", "summary", "excerpt"}


def kind_of(key: str, field: Field | None) -> str:
    """Which box a field gets: "text", "long", "list", "date", "switch", "number" or "raw".

    By its value; one that the post lacks, or that is empty, by its key.
    """
    if field is not None and not field.editable:
        return "raw"
    value = field.value if field is not None else None
    if value is None:
        if key in _LIST_KEYS:
            return "list"
        return "date" if key in _DATE_KEYS else "long" if key in _LONG_KEYS else "text"
    if isinstance(value, bool):
        return "switch"
    if isinstance(value, list):
        return "list"
    if isinstance(value, (date, datetime)):
        return "date"
    if isinstance(value, (int, float)):
        return "number"
    assert field is not None
    if key in _DATE_KEYS:
        return "date"
    return "long" if key in _LONG_KEYS or "\n" in str(field.shown) else "text"


def typed_value(key: str, text: str, before: Field | None, now: Field | None) -> Value:
    """What to set when the writer has typed `text` into the box of `key`.

    `before` is the field when the typing began: a date that is being typed passes through numbers
    and texts, and is a date all the same. One that was empty takes its type from what is typed.
    """
    if before is not None and before.value is not None:
        return before.typed(text)
    if key in _DATE_KEYS:
        return AsTyped(text) if text else None
    return now.typed(text) if now else text


def in_order(keys: list[str]) -> list[str]:
    """The usual fields first, in their usual order, then the others in the file's."""
    others = [key for key in dict.fromkeys(keys) if key not in USUAL_KEYS]
    return [*USUAL_KEYS, *others]
