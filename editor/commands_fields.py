"""The commands `set` and `unset`: fields of one post's front matter, changed losslessly.

All of a command's changes are made, or, where one is refused, none.
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from editor import files, front_matter
from editor.edits import apply, diff
from editor.files import ConflictError, FileError, UnencodableError
from editor.front_matter import AsTyped, FieldError, Refusal, Value
from editor.site import find_site

_FINE, _PROBLEMS, _WRONG = 0, 1, 2
_REFUSALS = {
    Refusal.NO_SUCH_FIELD: "there is no such field",
    Refusal.READ_ONLY: "it can be changed in the source alone",
    Refusal.NOT_WRITABLE: "this value cannot be written there",
    Refusal.BROKEN_FRONT_MATTER: "the front matter is too broken to be changed",
    Refusal.NOT_EXACT: "written there, it would change something else",
}
_FORMATS = {"pelican": "header"}  # of front matter that is made; else YAML, which all others read


def set_fields(path: Path, fields: Sequence[str], *, typed: bool) -> int:
    """Set each `KEY=VALUE` in the post at `path`; `typed` values are JSON. Gives the exit code."""
    pairs = []
    for field in fields:
        key, equals, value = field.partition("=")
        if not equals or not key:
            return complain(f"{field!r} is not KEY=VALUE", _WRONG)
        if typed:
            try:
                json.loads(value)
            except ValueError:
                return complain(f"{key}: {value!r} is not JSON", _WRONG)
        pairs.append((key, value))

    def changed(text: str) -> str:
        form = _FORMATS.get(find_site(path, text).generator, "yaml")
        for key, value in pairs:
            new = json.loads(value) if typed else _typed(text, key, value)
            text = apply(text, front_matter.set_field(text, key, new, form))
        return text

    return _change(path, changed)


def unset_fields(path: Path, keys: Sequence[str]) -> int:
    """Remove the fields `keys` from the post at `path`; gives the exit code."""

    def changed(text: str) -> str:
        for key in keys:
            text = apply(text, front_matter.remove_field(text, key))
        return text

    return _change(path, changed)


def _typed(text: str, key: str, value: str) -> Value:
    """`value` as the field there takes it: of a list its parts, between commas; else text."""
    front = front_matter.read(text)
    field = front.field(key)
    if field is None:
        plain = front.format in ("", "yaml") and _is_plain(value)
        return AsTyped(value) if plain else value
    if isinstance(field.shown, tuple):
        return [part.strip() for part in value.split(",") if part.strip()]
    return field.typed(value)


def _is_plain(value: str) -> bool:
    """Whether a new field's value is rather a date, a number or a switch than a text."""
    head = front_matter.read(f"---\nvalue: {value}\n---\n") if "\n" not in value else None
    field = head.field("value") if head and len(head.fields) == 1 else None
    is_text = field is None or field.problem or isinstance(field.value, str | list | dict)
    return not is_text and field is not None and field.raw == value and field.editable


def _change(path: Path, changed: Callable[[str], str]) -> int:
    try:
        stored = files.read(path)
        new = changed(stored.text)
    except FieldError as error:
        reason = _REFUSALS.get(error.problem, str(error.problem))
        where = f"{path}:{error.line + 1}"
        return complain(f"{where}: {error.key} was not changed: {reason}", _PROBLEMS)
    except FileError as error:
        return complain(f"{path}: {error.kind}", _WRONG)
    return save(path, stored, new)


def save(path: Path, stored: files.StoredFile, text: str) -> int:
    """Save `text` where `stored` was read, unless it is the same; tells why not. An exit code."""
    if not diff(stored.text, text):
        return _FINE
    if stored.read_only:
        return complain(f"{path}: not saved: {stored.read_only}", _WRONG)
    try:
        files.save(stored, text)
    except ConflictError:
        return complain(f"{path}: not saved: another program has changed it meanwhile", _WRONG)
    except UnencodableError as error:
        sign = f"U+{ord(error.character):04X}"
        return complain(f"{path}: not saved: {error.encoding} has no {sign}", _WRONG)
    except FileError as error:
        return complain(f"{path}: not saved: {error.kind}", _WRONG)
    return _FINE


def complain(text: str, code: int) -> int:
    """Say `text` on stderr; gives `code`."""
    sys.stderr.write(f"blog-editor: {text}\n")
    return code
