"""Fields set, removed and mended: by edits that touch no more than they must, and are checked."""

import re

from ..edits import Edit, apply, diff
from .finding import find
from .formats import FORMATS, read
from .head import Head
from .memory import NOTHING, Remembered
from .model import AsTyped, Field, FieldError, FrontMatter, Refusal, Value, is_set

# Longer heads are checked field by field alone: reading one as a whole takes 1 ms for each 1000.
_MAX_READ_WHOLE = 16 * 1024
_MAX_MENDS = 50
_COMMENT = re.compile(r"(?<!\S)#[^\n]*")


def set_field(
    text: str,
    key: str,
    value: Value,
    format: str = "yaml",
    remembered: Remembered = NOTHING,
) -> list[Edit]:
    """The edits that give the field `key` that value, in the style of the old one.

    An absent field is added below the others, in their style; where there is no front matter it is
    created in `format`. A value that the field had when it was `remembered` gets the characters of
    then, broken ones included. No edits where the field has that value already. Raises FieldError.
    """
    front = read(text)
    field = front.field(key)
    if field is not None:
        if not field.editable:
            raise FieldError(key, field.line, Refusal.READ_ONLY)
        if not field.problem and is_set(field, value):
            return []
        edits = _restored(text, front, field, value, remembered)
        if edits:
            return edits
    head = find(text)
    line = field.line if field else text.count("\n", 0, front.end)
    if head is not None and front.problems and not front.fields:
        raise FieldError(key, line, Refusal.BROKEN_FRONT_MATTER)
    try:
        if head is None:
            edit = _created(text, FORMATS[format].whole(key, value))
        elif field is None:
            edit = FORMATS[head.format].with_new(text, head, front.fields, key, value)
        else:
            edit = FORMATS[head.format].with_value(text, front.fields, field, value)
    except ValueError as error:
        raise FieldError(key, line, Refusal.NOT_WRITABLE) from error
    # What was typed in the notation of a broken field may leave it broken, though not others.
    may_be_broken = field is not None and field.problem and isinstance(value, AsTyped)
    return _checked(text, front, field, edit, key, may_be_broken=bool(may_be_broken))


def append_to_field(text: str, key: str, value: Value, format: str = "yaml") -> list[Edit]:
    """The edits that add `value` to the list `key`, made where it is absent. Raises FieldError."""
    field = read(text).field(key)
    if field is None or field.value is None:
        return set_field(text, key, [value], format)
    if not isinstance(field.shown, tuple):
        raise FieldError(key, field.line, Refusal.READ_ONLY)
    return set_field(text, key, [*field.shown, value])


def rename_field(text: str, key: str, new_key: str) -> list[Edit]:
    """The edits that give the field `key` another key, and leave its value. Raises FieldError."""
    front, field, head = _existing(text, key)
    taken = front.field(new_key)
    if taken is not None and taken is not field:
        raise FieldError(new_key, taken.line, Refusal.KEY_TAKEN)
    try:
        edit = FORMATS[head.format].with_key(text, field, new_key)
    except ValueError as error:
        raise FieldError(new_key, field.line, Refusal.NOT_WRITABLE) from error
    edits = _checked(text, front, field, edit, key, may_be_broken=True)
    renamed = read(apply(text, edits)).fields[front.fields.index(field)]
    if renamed.key != new_key or renamed.raw != field.raw:
        raise FieldError(new_key, field.line, Refusal.NOT_EXACT)
    return edits


def remove_field(text: str, key: str) -> list[Edit]:
    """The edits that take away the lines of the field `key`. Raises FieldError."""
    front, field, head = _existing(text, key)
    edit = FORMATS[head.format].without(text, front.fields, field)
    return _checked(text, front, field, edit, key, removed=True)


def quote_field(text: str, key: str) -> list[Edit]:
    """The edits that give the broken field `key` the quotes it needs. Raises FieldError."""
    front, field, head = _existing(text, key)
    known = FORMATS[head.format]
    mended = text
    index = front.fields.index(field)
    for _ in range(_MAX_MENDS):
        if field.problem is None:
            break
        edit = known.quoted_value(mended, field)
        if edit is None:
            break
        mended = apply(mended, [edit])
        again = read(mended)
        if len(again.fields) != len(front.fields):
            raise FieldError(key, field.line, Refusal.NOT_EXACT)
        field = again.fields[index]
    if mended == text or field.problem:
        raise FieldError(key, field.line, Refusal.NOT_MENDABLE)
    old = front.fields[index]
    edit = Edit(old.start, old.end, mended[field.start : field.end])
    return _checked(text, front, old, edit, key)


def values(text: str) -> dict[str, object]:
    """What a reader makes of each field; a broken one is its own text."""
    front = read(text)
    return FORMATS[front.format].values(text, front.fields) if front.format else {}


def _restored(
    text: str, front: FrontMatter, field: Field, value: Value, remembered: Remembered
) -> list[Edit]:
    """The edits that give `field` back the lines it had with `value`; none if they do not fit."""
    for lines in remembered.lines(field.key, value):
        edit = Edit(field.start, field.end, lines)
        try:
            edits = _checked(
                text, front, field, edit, field.key, may_be_broken=True, may_spoil=True
            )
        except FieldError:
            continue
        restored = apply(text, edits)
        now = read(restored).field(field.key)
        if now and is_set(now, value) and _fits(text, field, restored, now):
            return edits
    return []


def _fits(text: str, field: Field, restored: str, now: Field) -> bool:
    """Whether `now` has the key, the signs and the comments that `field` has.

    A list may have more comments: those of items that had been taken away.
    """
    if isinstance(now.shown, tuple):
        comments = _COMMENT.findall(text[field.start : field.end])
        return all(comment in restored[now.start : now.end] for comment in comments)
    return _around(restored, now) == _around(text, field)


def _around(text: str, field: Field) -> str:
    """What stands on the lines of `field` beside its value, without spaces."""
    beside = text[field.start : field.value_start] + text[field.value_end : field.end]
    return "".join(beside.split())


def _existing(text: str, key: str) -> tuple[FrontMatter, Field, Head]:
    front, head = read(text), find(text)
    field = front.field(key)
    if head is None or field is None:
        raise FieldError(key, text.count("\n", 0, front.start), Refusal.NO_SUCH_FIELD)
    return front, field, head


def _created(text: str, head: str) -> Edit:
    """The edit that puts `head` at the top of a text without one, a blank line below it."""
    start = 1 if text.startswith("\ufeff") else 0
    blank = "" if start == len(text) or text.startswith("\n", start) else "\n"
    return Edit(start, start, head + blank)


def _checked(
    text: str,
    front: FrontMatter,
    field: Field | None,
    edit: Edit,
    key: str,
    *,
    removed: bool = False,
    may_be_broken: bool = False,
    may_spoil: bool = False,
) -> list[Edit]:
    """`edit` in its smallest parts. Raises FieldError unless it changes that field alone.

    The field may come out broken, and a head that could be read as a whole be spoilt by it, only
    where that is told.
    """
    line = field.line if field else text.count("\n", 0, front.end)
    if any("\ud800" <= character <= "\udfff" for character in edit.new):
        raise FieldError(key, line, Refusal.NOT_WRITABLE)  # half a pair: no encoding has it
    new_text = apply(text, [edit])
    after = read(new_text)
    now: Field | None = None
    if not removed and len(after.fields) == len(front.fields) + (field is None):
        now = after.fields[front.fields.index(field)] if field else after.field(key)
    is_exact = (
        (removed or (now is not None and (may_be_broken or not _spoils(now))))
        and (not field or not now or _grown(field, now) <= len(edit.new) - (edit.end - edit.start))
        and _others(front, field) == _others(after, now)
        and _has_same_body(text, front, new_text, after)
        and (may_spoil or _reads_whole_still(text, new_text))
    )
    if not is_exact:
        raise FieldError(key, line, Refusal.NOT_EXACT)
    return [
        Edit(edit.start + part.start, edit.start + part.end, part.new)
        for part in diff(text[edit.start : edit.end], edit.new)
    ]


def _grown(field: Field, now: Field) -> int:
    return (now.end - now.start) - (field.end - field.start)


def _has_same_body(text: str, front: FrontMatter, new_text: str, after: FrontMatter) -> bool:
    body, new_body = text[front.end :], new_text[after.end :]
    if front.format and after.format:
        return body == new_body
    # Made where there was none, a blank line below it; or taken away with its last field.
    return new_body.endswith(body.removeprefix("\ufeff"))


def _spoils(field: Field) -> bool:
    return field.problem is not None and field.problem.spoils_all


def _others(front: FrontMatter, field: Field | None) -> list[tuple[str, str, str]]:
    """All fields but one, each by all that a write must not change."""
    return [
        (one.key, one.raw, str(one.problem and one.problem.kind))
        for one in front.fields
        if one is not field
    ]


def _reads_whole_still(text: str, new_text: str) -> bool:
    head, new_head = find(text), find(new_text)
    if head is None or new_head is None or head.end - head.start > _MAX_READ_WHOLE:
        return new_head is not None
    known = FORMATS[head.format]
    content = text[head.fields_start : head.fields_end]
    new_content = new_text[new_head.fields_start : new_head.fields_end]
    return not known.reads_whole(content) or known.reads_whole(new_content)
