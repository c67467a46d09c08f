"""Liquid's and Jekyll's filters of texts, numbers and dates.

Source: Liquid 5.4's lib/liquid/standardfilters.rb, Jekyll 4.3's lib/jekyll/filters.rb
"""

import base64
import html
import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import ROUND_FLOOR, Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext
from decimal import Context as DecimalContext
from types import MappingProxyType
from urllib.parse import quote_plus, unquote_plus

from editor.generators.jekyll_liquid import dates, urls
from editor.generators.jekyll_liquid.budget import CHARACTERS, ExhaustedError
from editor.generators.jekyll_liquid.engine import Context
from editor.generators.jekyll_liquid.lexer import SPACE
from editor.generators.jekyll_liquid.values import inspected, integer, number, text
from editor.slugs import jekyll_slug


def _string(value: object) -> str:
    """`value`, which must be a string: Jekyll's own filters change no other into one."""
    if not isinstance(value, str):
        raise TypeError(f"no text: {type(value).__name__}")
    return value


def _size(value: object) -> object:
    if isinstance(value, range):
        return max(0, value.stop - value.start)
    if isinstance(value, int) and not isinstance(value, bool):
        return 8  # bytes, in Ruby
    return len(value) if isinstance(value, str | list | tuple | Mapping) else 0


def _escape(value: object) -> object:
    return None if value is None else html.escape(text(value)).replace("&#x27;", "&#39;")


_NOT_ESCAPED = re.compile(r"""["><']|&(?!(?:[a-zA-Z]+|#\d+);)""", re.A)


def _escape_once(value: object) -> str:
    return _NOT_ESCAPED.sub(lambda mark: str(_escape(mark[0])), text(value))


def _url_encode(value: object) -> object:
    return None if value is None else quote_plus(text(value), safe="*-._").replace("~", "%7E")


def _url_decode(value: object) -> object:
    return None if value is None else unquote_plus(text(value), errors="strict")


def _slice(value: object, offset: object, length: object = None) -> object:
    start, count = integer(offset), 1 if length is None else integer(length)
    parts: str | list[object] = list(value) if isinstance(value, list | tuple) else text(value)
    if start < 0:
        start += len(parts)
    if start < 0 or start > len(parts) or count < 0:
        return parts[:0]
    return parts[start : start + count]


def _truncate(value: object, length: object = 50, end: object = "...") -> object:
    if value is None:
        return None
    whole, limit = text(value), integer(length)
    if len(whole) <= limit:
        return whole
    return whole[: max(0, limit - len(text(end)))] + text(end)


def _truncatewords(value: object, words: object = 15, end: object = "...") -> object:
    if value is None:
        return None
    whole, limit = text(value), max(1, integer(words))
    if limit >= 2**31 - 1:
        raise ValueError("too many words")
    found = whole.strip(SPACE).split(maxsplit=limit)
    return whole if len(found) <= limit else " ".join(found[:limit]) + text(end)


def _split(value: object, pattern: object) -> list[object]:
    whole, separator = text(value), text(pattern)
    if not whole:
        return []
    if separator == " ":
        return list(whole.split())
    parts = list(whole) if not separator else whole.split(separator)
    while parts and not parts[-1]:
        parts.pop()
    return list(parts)


# Each ends at the next end, or not at all: the time is linear.
_BLOCKS = (("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"))


def _strip_html(value: object) -> str:
    stripped = text(value)
    for start, end in _BLOCKS:
        stripped = _without(stripped, start, end)
    return _without(stripped, "<", ">")


def _without(whole: str, start: str, end: str) -> str:
    kept, position = [], 0
    while (begin := whole.find(start, position)) >= 0:
        finish = whole.find(end, begin + len(start))
        if finish < 0:
            break
        kept.append(whole[position:begin])
        position = finish + len(end)
    return "".join(kept) + whole[position:]


def _replace(value: object, old: object, new: object = "", count: int = -1) -> str:
    whole, was, becomes = text(value), text(old), text(new)
    found = whole.count(was) if count < 0 else min(count, 1)
    if found * len(becomes) > CHARACTERS:
        raise ExhaustedError
    if "\\" in becomes:
        return _replaced(whole, was, becomes, count)
    return whole.replace(was, becomes, count)


def _replaced(whole: str, was: str, becomes: str, count: int) -> str:
    """Ruby's `gsub`: behind a backslash the new text may name the old, or what is around it."""

    def new(match: re.Match[str]) -> str:
        named = {"&": match[0], "0": match[0], "\\": "\\"}
        around = {"`": whole[: match.start()], "'": whole[match.end() :]}
        if found * len(whole) > CHARACTERS:
            around = {}
        return _NAMED.sub(lambda mark: {**named, **around}.get(mark[1], ""), becomes)

    found = whole.count(was)
    return re.sub(re.escape(was), new, whole, count=max(count, 0))


_NAMED = re.compile(r"\\([0-9&`'\\])")


def _replace_first(value: object, old: object, new: object = "") -> str:
    return _replace(value, old, new, 1)


def _replace_last(value: object, old: object, new: object) -> str:
    before, found, after = text(value).rpartition(text(old)) if text(old) else (text(value), "", "")
    return before + (text(new) if found or not text(old) else "") + after


def _date(context: Context, value: object, pattern: object) -> object:
    if not text(pattern):
        return value
    when = dates.parsed(value, context.run.site.zone)
    return value if when is None else dates.formatted(when, text(pattern))


def _short_date(run: Context, value: object, kind: object = None, style: object = None) -> object:
    return _day(run, value, "%b", kind, style)


def _long_date(run: Context, value: object, kind: object = None, style: object = None) -> object:
    return _day(run, value, "%B", kind, style)


def _day(context: Context, value: object, month: str, kind: object, style: object) -> object:
    if not text(value):
        return value
    when = _moment(context, value)
    if kind != "ordinal":
        return dates.formatted(when, f"%d {month} %Y")
    ordinal = f"{when.day}{_ordinal(when.day)}"
    pattern = f"{month} {ordinal}, %Y" if style == "US" else f"{ordinal} {month} %Y"
    return dates.formatted(when, pattern)


def _ordinal(day: int) -> str:
    if 11 <= day <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _moment(context: Context, value: object) -> datetime:
    when = dates.moment(value, context.run.site.zone)
    if when is None:
        raise ValueError(f"no date: {text(value)[:40]!r}")
    return when


def _xmlschema(context: Context, value: object) -> object:
    if not text(value):
        return value
    when = _moment(context, value)
    offset = dates.offset_of(when, ":")
    return dates.formatted(when, "%Y-%m-%dT%H:%M:%S") + offset


def _rfc822(context: Context, value: object) -> object:
    if not text(value):
        return value
    return dates.formatted(_moment(context, value), "%a, %d %b %Y %H:%M:%S %z")


def _arithmetic(
    operation: Callable[[Decimal, Decimal], Decimal],
) -> Callable[..., object]:
    """A filter that reckons as Ruby does: whole numbers stay whole, fractions are exact."""

    def run(value: object, operand: object) -> int | float:
        left, right = number(value), number(operand)
        if not (math.isfinite(left) and math.isfinite(right)):
            raise ValueError("no number")
        if operation is _divided and isinstance(right, float) and not right:
            return math.copysign(math.inf, left) if left else math.nan
        with localcontext(_NUMBERS):
            result = operation(Decimal(str(left)), Decimal(str(right)))
            if abs(result) > _LARGEST_NUMBER:
                raise ExhaustedError
            if isinstance(left, int) and isinstance(right, int):
                return int(result.to_integral_value(ROUND_FLOOR))
            return float(result)

    return run


_LARGEST_NUMBER = Decimal(10) ** 300
_NUMBERS = DecimalContext(prec=650, Emax=1_000, traps=[DivisionByZero, InvalidOperation, Overflow])


def _divided(left: Decimal, right: Decimal) -> Decimal:
    return left / right


def _modulo(left: Decimal, right: Decimal) -> Decimal:
    return left - right * (left / right).to_integral_value(ROUND_FLOOR)


def _round(value: object, digits: object = 0) -> int | float:
    whole, places = number(value), max(-20, min(20, int(number(digits))))
    scale = 10**places if places >= 0 else 1
    shifted = math.floor(abs(whole) * scale + 0.5) if places >= 0 else None
    if shifted is None:
        return int(round(whole, places))
    rounded = math.copysign(shifted / scale, whole)
    return int(rounded) if places == 0 or isinstance(whole, int) else rounded


def _default(value: object, otherwise: object = "", **options: object) -> object:
    is_missing = value is None if options.get("allow_false") else value in (None, False)
    if isinstance(value, bool | int | float) and not is_missing:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    is_empty = isinstance(value, str | list | tuple | Mapping) and not value
    return otherwise if is_missing or is_empty else value


def _slugify(value: object, mode: object = None) -> object:
    return None if value is None else jekyll_slug(_string(value), text(mode) or "default")


def _xml_escape(value: object) -> str:
    escaped = text(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("'", "&apos;")


def _uri_escape(value: object) -> object:
    return None if value is None else urls.encoded_whole(_string(value))


_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\u1100-\u11ff"
_CJK_CHARACTER = re.compile(f"[{_CJK}]")
_CJK_WORD = re.compile(rf"[^{_CJK}\s]+")


def _number_of_words(value: object, mode: object = None) -> int:
    whole = _string(value)
    characters = len(_CJK_CHARACTER.findall(whole))
    if mode == "cjk" or (mode == "auto" and characters):
        return characters + len(_CJK_WORD.findall(whole))
    return len(whole.split())


def _normalize_whitespace(value: object) -> str:
    return re.sub(r"\s+", " ", text(value), flags=re.A).strip(SPACE)


def _jsonify(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: object, depth: int = 0) -> object:
    """`value` of what JSON has. Raises ValueError when it is too deep."""
    if depth > 50:
        raise ValueError("too deep")
    if isinstance(value, Mapping):
        return {text(key): _plain(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, depth + 1) for one in value]
    if isinstance(value, date | range):
        return text(value)
    return value if isinstance(value, str | int | float | bool | None) else text(value)


def _to_integer(value: object) -> int:
    if isinstance(value, datetime):
        return int(value.timestamp())
    if not isinstance(value, str | int | float | None):
        raise TypeError("no number")
    return int(value) if isinstance(value, bool) else int(number(value))


def _relative_url(context: Context, value: object) -> object:
    if value is None:
        return None
    return urls.relative_url(_address(value), context.run.site.settings.get("baseurl"))


def _absolute_url(context: Context, value: object) -> object:
    settings = context.run.site.settings
    if value is None:
        return None
    return urls.absolute_url(_address(value), settings.get("url"), settings.get("baseurl"))


def _address(value: object) -> str:
    return text(value["url"]) if isinstance(value, Mapping) and "url" in value else text(value)


def _strip_index(value: object) -> object:
    return re.sub(r"/index\.html?\Z", "/", _string(value)) if text(value) else None


def _markdownify(context: Context, value: object) -> str:
    context.run.budget.step(1000)
    markdown = context.run.context.markdownify(text(value))
    return markdown if markdown.endswith("\n") else f"{markdown}\n"


_NOT_ESCAPED_MARKS = re.compile(r"&(?!(?:[a-zA-Z]+|#\d+);)|<(?![a-zA-Z/!])|(?<=[=\s])>", re.A)


def _smartify(value: object) -> str:
    """Quotes and dashes as SmartyPants makes them, without kramdown's other constructs."""
    smart = _NOT_ESCAPED_MARKS.sub(lambda mark: str(_escape(mark[0])), text(value))
    smart = smart.replace("---", "—").replace("--", "–").replace("...", "…")
    smart = smart.replace("<<", "«").replace(">>", "»")
    smart = re.sub(r"(^|[\s(\[{—–])\"", "\\1“", smart, flags=re.MULTILINE).replace('"', "”")
    smart = re.sub(r"(^|[\s(\[{—–“])'(?!\d\ds?\b)", "\\1‘", smart, flags=re.MULTILINE)
    return smart.replace("'", "’")


def _decoded(value: object) -> str:
    return base64.b64decode(text(value).encode(), validate=True).decode("utf-8", "replace")


def _url_safe_decoded(value: object) -> str:
    return base64.b64decode(text(value).encode(), b"-_", validate=True).decode("utf-8", "replace")


FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "abs": lambda value: abs(number(value)),
        "absolute_url": _absolute_url,
        "append": lambda value, end: text(value) + text(end),
        "at_least": lambda value, least: max(number(value), number(least)),
        "at_most": lambda value, most: min(number(value), number(most)),
        "base64_decode": _decoded,
        "base64_encode": lambda value: base64.b64encode(text(value).encode()).decode(),
        "base64_url_safe_decode": _url_safe_decoded,
        "base64_url_safe_encode": lambda value: base64.urlsafe_b64encode(
            text(value).encode()
        ).decode(),
        "capitalize": lambda value: text(value).capitalize(),
        "ceil": lambda value: math.ceil(number(value)),
        "cgi_escape": lambda value: _url_encode(_string(value)),
        "date": _date,
        "date_to_long_string": _long_date,
        "date_to_rfc822": _rfc822,
        "date_to_string": _short_date,
        "date_to_xmlschema": _xmlschema,
        "default": _default,
        "divided_by": _arithmetic(_divided),
        "downcase": lambda value: text(value).lower(),
        "escape": _escape,
        "escape_once": _escape_once,
        "floor": lambda value: math.floor(number(value)),
        "h": _escape,
        "inspect": lambda value: _xml_escape(inspected(value)),
        "jsonify": _jsonify,
        "lstrip": lambda value: text(value).lstrip(SPACE),
        "markdownify": _markdownify,
        "minus": _arithmetic(lambda left, right: left - right),
        "modulo": _arithmetic(_modulo),
        "newline_to_br": lambda value: re.sub(r"\r?\n", "<br />\n", text(value)),
        "normalize_whitespace": _normalize_whitespace,
        "number_of_words": _number_of_words,
        "plus": _arithmetic(lambda left, right: left + right),
        "prepend": lambda value, start: text(start) + text(value),
        "relative_url": _relative_url,
        "remove": lambda value, part: _replace(value, part),
        "remove_first": lambda value, part: _replace_first(value, part),
        "remove_last": lambda value, part: _replace_last(value, part, ""),
        "replace": lambda value, old, new="": _replace(value, old, new),
        "replace_first": _replace_first,
        "replace_last": _replace_last,
        "round": _round,
        "rstrip": lambda value: text(value).rstrip(SPACE),
        "size": _size,
        "slice": _slice,
        "slugify": _slugify,
        "smartify": _smartify,
        "split": _split,
        "strip": lambda value: text(value).strip(SPACE),
        "strip_html": _strip_html,
        "strip_index": _strip_index,
        "strip_newlines": lambda value: re.sub(r"\r?\n", "", text(value)),
        "times": _arithmetic(lambda left, right: left * right),
        "to_integer": _to_integer,
        "truncate": _truncate,
        "truncatewords": _truncatewords,
        "upcase": lambda value: text(value).upper(),
        "uri_escape": _uri_escape,
        "url_decode": _url_decode,
        "url_encode": _url_encode,
        "xml_escape": _xml_escape,
    }
)
WITH_CONTEXT = frozenset(
    (
        "absolute_url",
        "date",
        "date_to_long_string",
        "date_to_rfc822",
        "date_to_string",
        "date_to_xmlschema",
        "markdownify",
        "relative_url",
    )
)
