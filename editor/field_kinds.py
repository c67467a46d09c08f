"""Which kind of box a field gets in the form, and what typing there means."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum, auto

from editor.front_matter import AsTyped, Field, Value


class Kind(StrEnum):
    """What a field is to the writer, whatever its notation."""

    TEXT = auto()
    LONG = auto()  # a text of several lines, or meant for them
    DATE = auto()  # a day, with or without time and zone
    SWITCH = auto()
    NUMBER = auto()
    LIST = auto()  # of words
    CHOICE = auto()  # a text that is one of few
    PATH = auto()  # of an image or another file
    MAPPING = auto()  # fields within a field, or a list of such
    RAW = auto()  # what the source alone can change


# Shown, greyed, also where a post lacks them, as long as nothing is known of the site's posts.
_USUAL_KEYS = {
    "hugo": ("title", "date", "draft", "tags"),
    "pelican": ("title", "date", "category", "tags"),
}
USUAL_KEYS = ("title", "date", "layout", "tags")
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
SWITCH_KEYS = {"draft": True, "published": False, "comments": True, "toc": True}
_LIST_KEYS = {"tags", "categories", "keywords", "aliases", "authors"}
_DATE_KEYS = {
    "date", "lastmod", "last_modified_at", "updated", "modified", "publishdate", "expirydate",
}  # fmt: skip
_LONG_KEYS = {"description", "summary", "excerpt"}
_CHOICE_KEYS = {
    "author", "category", "lang", "language", "layout", "locale", "series", "status", "template",
    "theme", "type",
}  # fmt: skip
_TEXT_KEYS = {"title", "subtitle", "slug", "permalink", "url"} | _LONG_KEYS | _CHOICE_KEYS
_PATH_KEYS = re.compile(
    r"(?:.*_)?(?:image|img|thumbnail|thumb|cover|banner|photo|picture|logo|teaser|avatar|icon|hero)"
    r"(?:_(?:src|path|file))?|(?:featured?|cover|header|social|hero|og|twitter)_?image"
)
_PATH = re.compile(
    r"[^\n<>|\"]{1,300}\.(?:apng|avif|bmp|gif|jpe?g|png|svg|webp|mp3|m4a|ogg|mp4|webm|pdf)",
    re.IGNORECASE,
)
_LONGEST_LINE = 160  # characters of a text that one line shows well enough
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_YAML_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*)(?:\.\d*)?(?:[eE][-+]?\d+)?")
_DAY_AND_TIME = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d(?::\d\d(?:\.\d*)?)?"
    r"[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?)?)?"
)
_YAML_SWITCHES = {"true", "false", "yes", "no", "on", "off"}


def kind_of(key: str, field: Field | None, usual: Kind | None = None) -> Kind:
    """Which kind a field is: by its value, then its key, then what it `usual`ly is on the site.

    Of one that the post lacks, or that is empty, `usual` counts before the key.
    """
    name = key.lower()
    value = field.value if field is not None else None
    if field is not None and not field.editable:
        return Kind.MAPPING if _is_mapping(value) else Kind.RAW
    if value is None:
        return usual if usual not in (None, Kind.RAW, Kind.MAPPING) else _kind_by_key(name)
    match value:
        case bool():
            return Kind.SWITCH
        case list():
            return Kind.LIST
        case date() | datetime():
            return Kind.DATE
        case int() | float():
            return Kind.NUMBER
    assert field is not None
    return _kind_of_text(name, str(value), field, usual)


def _is_mapping(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and any(isinstance(part, dict) for part in value)
    return isinstance(value, dict) and bool(value)


def _kind_of_text(name: str, text: str, field: Field, usual: Kind | None) -> Kind:
    if name in _DATE_KEYS or (name != "title" and _DAY_AND_TIME.fullmatch(text)):
        return Kind.DATE
    if field.format == "header" and name in _LIST_KEYS:
        return Kind.LIST  # a header knows texts alone: words between commas
    if "\n" in str(field.shown):
        return Kind.LONG
    if name == "title":
        return Kind.TEXT
    if _is_path_key(name) or (_PATH.fullmatch(text) and ("/" in text or " " not in text)):
        return Kind.PATH
    if name in _LONG_KEYS or usual is Kind.LONG or len(text) > _LONGEST_LINE:
        return Kind.LONG
    return Kind.CHOICE if name in _CHOICE_KEYS or usual is Kind.CHOICE else Kind.TEXT


def _kind_by_key(name: str) -> Kind:
    if name in _LIST_KEYS:
        return Kind.LIST
    if name in _DATE_KEYS:
        return Kind.DATE
    if name in _LONG_KEYS:
        return Kind.LONG
    if name in SWITCH_KEYS:
        return Kind.SWITCH
    if _is_path_key(name):
        return Kind.PATH
    return Kind.CHOICE if name in _CHOICE_KEYS else Kind.TEXT


def _is_path_key(name: str) -> bool:
    return bool(_PATH_KEYS.fullmatch(name.replace("-", "_")))


def typed_value(
    key: str,
    text: str,
    before: Field | None,
    now: Field | None,
    usual: Kind | None = None,
    form: str = "yaml",
) -> Value:
    """What to set when the writer has typed `text` into the box of `key`.

    `before` is the field when the typing began: a date that is being typed passes through numbers
    and texts, and is a date all the same. One that was empty takes its type from what is typed: a
    number, a date or a switch that is complete in the front matter's format `form` is one, unless
    the field is a text elsewhere; all else is plain text: no sign of YAML is ever refused.
    """
    if before is not None and before.value is not None:
        return before.typed(text)
    is_text = key.lower() in _TEXT_KEYS or usual in (Kind.TEXT, Kind.LONG, Kind.CHOICE, Kind.PATH)
    if text and form != "header" and not is_text and is_complete(text, form):
        return AsTyped(text)
    if now is None or (text and "\n" not in text):
        return text or None
    typed = now.typed(text)
    return str(typed) if isinstance(typed, AsTyped) else typed


def is_complete(text: str, form: str) -> bool:
    """Whether `text` alone is a whole number, switch or date in the notation of that format."""
    if form == "json":
        return text in ("true", "false") or bool(_JSON_NUMBER.fullmatch(text))
    if form == "toml":
        return is_complete(text, "json") or _is_toml_date(text)
    is_scalar = _YAML_NUMBER.fullmatch(text) or _DAY_AND_TIME.fullmatch(text)
    return text.lower() in _YAML_SWITCHES or bool(is_scalar)


def _is_toml_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:Z|[-+]\d\d:\d\d)?)?", text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:  # the 30th of February
        return False
    return True


def words_of(field: Field | None) -> tuple[str, ...]:
    """The words of a field of the kind LIST: of a text in a header those between its commas."""
    if field is None:
        return ()
    if isinstance(field.shown, tuple):
        return field.shown
    if field.format != "header":
        return (field.shown,) if field.shown else ()
    return tuple(word.strip() for word in field.shown.split(",") if word.strip())


def usual_keys(generator: str) -> tuple[str, ...]:
    """The keys that posts of that generator usually have, in their usual order."""
    return _USUAL_KEYS.get(generator, USUAL_KEYS)


def in_order(present: Sequence[str], usual: Sequence[str], form: str = "yaml") -> list[str]:
    """The rows of the form: the title, the `usual` keys in their order, the others in the file's.

    In a header, where `Title` and `title` are one key, a key stands as the post has it.
    """
    written = {key: key for key in reversed(present)}
    if form == "header":
        written |= {key.lower(): key for key in reversed(present)}
        written = {key.lower(): name for key, name in written.items()}
    first = [written.get(_folded(key, form), key) for key in dict.fromkeys(("title", *usual))]
    return list(dict.fromkeys([*first, *present]))


def _folded(key: str, form: str) -> str:
    return key.lower() if form == "header" else key
