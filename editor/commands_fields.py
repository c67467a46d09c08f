"""The commands `set` and `unset`: fields of one post's front matter, changed losslessly.

All of a command's changes are made, or, where one is refused, none.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from editor import files, front_matter
from editor.commands_files import FINE, PROBLEMS, WRONG, complain, read_post, remembered, save
from editor.edits import apply
from editor.files import FileError
from editor.front_matter import AsTyped, FieldError, Refusal, Value
from editor.library_habits import format_of_new, formats_beside
from editor.site import find_site

_REFUSALS = {
    Refusal.NO_SUCH_FIELD: "there is no such field",
    Refusal.READ_ONLY: "it can be changed in the source alone",
    Refusal.NOT_WRITABLE: "this value cannot be written there",
    Refusal.BROKEN_FRONT_MATTER: "the front matter is too broken to be changed",
    Refusal.NOT_EXACT: "written there, it would change something else",
}


def set_fields(path: Path, fields: Sequence[str], *, typed: bool) -> int:
    """Set each `KEY=VALUE` in the post at `path`; `typed` values are JSON. Gives the exit code."""
    pairs = []
    for field in fields:
        key, equals, value = field.partition("=")
        if not equals or not key:
            return complain(f"{field!r} is not KEY=VALUE", WRONG)
        if typed:
            try:
                json.loads(value)
            except ValueError:
                return complain(f"{key}: {value!r} is not JSON", WRONG)
        pairs.append((key, value))

    def changed(text: str) -> str:
        form = front_matter.read(text).format or _format_of_new(path, text)
        looks = remembered(path, {key for key, _ in pairs})
        for key, value in pairs:
            new = _from_json(text, key, value) if typed else _typed(text, key, value)
            text = apply(text, front_matter.set_field(text, key, new, form, looks))
        return text

    return _change(path, changed)


def _format_of_new(path: Path, text: str) -> str:
    site = find_site(path, text)
    return format_of_new(site, formats_beside(site, path))


def unset_fields(path: Path, keys: Sequence[str]) -> int:
    """Remove the fields `keys` from the post at `path`; gives the exit code."""

    def changed(text: str) -> str:
        for key in keys:
            text = apply(text, front_matter.remove_field(text, key))
        return text

    return _change(path, changed)


def _from_json(text: str, key: str, value: str) -> Value:
    """The JSON `value`, which has no dates: a text that `get` gives for one is that date again."""
    new: Value = json.loads(value)
    field = front_matter.read(text).field(key)
    if field is not None and isinstance(new, str):
        for kind in (datetime, date):
            with suppress(ValueError):
                if type(field.value) is kind:
                    return kind.fromisoformat(new)
    return new


def _typed(text: str, key: str, value: str) -> Value:
    """`value` as the field there takes it: of a list its parts, on lines or between commas."""
    front = front_matter.read(text)
    field = front.field(key)
    if field is None:
        plain = front.format in ("", "yaml") and _is_plain(value)
        return AsTyped(value) if plain else value
    if isinstance(field.shown, tuple):
        parts = map(str.strip, value.split("\n" if "\n" in value else ","))
        known = {str(item): item for item in field.shown}  # which may be a number or a date
        return [known.get(part, part) for part in parts if part]
    return field.typed(value)


def _is_plain(value: str) -> bool:
    """Whether a new field's value is rather a date, a number or a switch than a text."""
    head = front_matter.read(f"---\nvalue: {value}\n---\n") if "\n" not in value else None
    field = head.field("value") if head and len(head.fields) == 1 else None
    is_text = field is None or field.problem or isinstance(field.value, str | list | dict)
    return not is_text and field is not None and field.raw == value and field.editable


def _change(path: Path, changed: Callable[[str], str]) -> int:
    try:
        stored = read_post(path)
        new = changed(stored.text)
    except FieldError as error:
        reason = _REFUSALS.get(error.problem, str(error.problem))
        where = f"{path}:{error.line + 1}"
        return complain(f"{where}: {error.key} was not changed: {reason}", PROBLEMS)
    except FileError as error:
        return complain(f"{path}: {error.kind}", WRONG)
    code = save(path, stored, new)
    if code == FINE and stored.text != new:
        _tell_encoding(path, stored)
    return code


def _tell_encoding(path: Path, stored: files.StoredFile) -> None:
    if stored.chosen_encoding:
        complain(f"{path}: this is no UTF-8: it was written as {stored.chosen_encoding}", FINE)
    elif stored.invalid_bytes:
        left = f"{stored.invalid_bytes} bytes that are no {stored.encoding}"
        complain(f"{path}: {left} were left as they are", FINE)
