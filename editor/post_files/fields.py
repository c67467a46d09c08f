"""Fields of front matter set, placed and taken away, as the posts of a site have them."""

from collections.abc import Callable

from editor import front_matter
from editor.edits import Edit, apply
from editor.front_matter import Field, FieldError, FrontMatter, Value

from .manner import Manner


def key_of(field: Field, front: FrontMatter) -> str:
    """The key of a field; in a header, where `Title` and `title` are one, in small letters."""
    return field.key.lower() if front.format == "header" else field.key


def with_field(text: str, key: str, value: Value, form: str) -> str:
    """`text` with that field, made in the format `form`; as it is where it cannot be written."""
    return _tried(text, front_matter.set_field, key, value, form)


def in_usual_place(text: str, key: str, manner: Manner) -> str:
    """`text` with the field `key` above those that usually follow it, if its lines can be moved."""
    order = [habit.key for habit in manner.habits.fields]
    front = front_matter.read(text)
    field = front.field(key)
    if field is None or key not in order:
        return text
    below = order[order.index(key) + 1 :]
    after = next((one for one in front.fields if key_of(one, front) in below), None)
    if after is None or after.start >= field.start:
        return text
    lines = text[field.start : field.end]
    moved = apply(text, [Edit(after.start, after.start, lines), Edit(field.start, field.end, "")])
    same = front_matter.values(moved) == front_matter.values(text)
    return moved if same and not front_matter.read(moved).problems else text


def removed(text: str, key: str) -> str:
    """`text` without that field; as it is where it cannot be taken away."""
    return _tried(text, front_matter.remove_field, key)


def _tried(text: str, change: Callable[..., list[Edit]], *arguments: object) -> str:
    """`text` after a change of one field; as it is where that field cannot be written."""
    try:
        return apply(text, change(text, *arguments))
    except FieldError:
        return text
