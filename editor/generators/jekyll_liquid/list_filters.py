"""Liquid's and Jekyll's filters of lists. Where both have one, Jekyll's counts.

Source: Liquid 5.4's lib/liquid/standardfilters.rb, Jekyll 4.3's lib/jekyll/filters.rb and
filters/grouping_filters.rb
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cmp_to_key
from types import MappingProxyType

from liquid import Token, TokenStream
from liquid.builtin.expressions import BooleanExpression, FilteredExpression, tokenize
from liquid.expression import Expression

from editor.generators.jekyll_liquid import expressions, markup
from editor.generators.jekyll_liquid.engine import Context, lenient
from editor.generators.jekyll_liquid.values import flat, integer, looked_up, text, written


def _list(value: object) -> list[object]:
    """What a filter of Liquid goes through. Source: InputIterator"""
    if isinstance(value, list | tuple | range):
        return flat(list(value))
    return [] if value is None else [value]


def _each(value: object) -> list[object] | None:
    """What a filter of Jekyll goes through, `None` for what it passes on as it is."""
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple | range) else None


def _join(value: object, glue: object = " ") -> str:
    return text(glue).join(map(written, _list(value)))


def _first(value: object) -> object:
    if isinstance(value, Mapping):
        return looked_up(value, "first")
    return value[0] if isinstance(value, list | tuple | range) and value else None


def _last(value: object) -> object:
    return value[-1] if isinstance(value, list | tuple | range) and value else None


def _concat(value: object, more: object) -> list[object]:
    if not isinstance(more, list | tuple):
        raise TypeError("concat takes a list")
    return _list(value) + list(more)


def _map(value: object, key: object) -> list[object]:
    return [_part(one, key) for one in _list(value)]


def _part(value: object, key: object) -> object:
    """Ruby's `value[key]`; a text has itself where it holds `key`."""
    if isinstance(value, str):
        return key if isinstance(key, str) and key in value else None
    if isinstance(value, Mapping):
        return value.get(key)
    if isinstance(value, list | tuple | int) and not isinstance(value, bool):
        raise TypeError("it has no such part")
    return None


def _compact(value: object, key: object = None) -> list[object]:
    return [one for one in _list(value) if (one if key is None else _part(one, key)) is not None]


def _uniq(value: object, key: object = None) -> list[object]:
    seen: set[str] = set()
    kept: list[object] = []
    for one in _list(value):
        mark = repr(one if key is None else _part(one, key))
        if mark not in seen:
            seen.add(mark)
            kept.append(one)
    return kept


def _sort_natural(value: object, key: object = None) -> list[object]:
    def order(one: object) -> tuple[bool, str]:
        named = one if key is None else _part(one, key)
        return named is None, text(named).lower()

    return sorted(_list(value), key=order)


def _sort(value: object, key: object = None, nils: object = "first") -> list[object]:
    if value is None or nils not in ("first", "last"):
        raise TypeError("cannot sort that")
    if isinstance(value, Mapping):
        values: list[object] = [list(pair) for pair in value.items()]
    elif isinstance(value, list | tuple | range):
        values = list(value)
    else:
        raise TypeError("cannot sort that")
    if key is None:
        return sorted(values, key=cmp_to_key(_compared))
    return _sorted_by(values, text(key), first=nils == "first")


def _sorted_by(values: list[object], key: str, *, first: bool) -> list[object]:
    named = [(_property(value, key), value) for value in values]
    with_key = [pair for pair in named if pair[0] is not None]
    without = [value for found, value in named if found is None]

    def order(left: tuple[object, object], right: tuple[object, object]) -> int:
        try:
            return _compared(left[0], right[0])
        except TypeError:
            return _compared(text(left[0]), text(right[0]))

    sorted_values = [value for _, value in sorted(with_key, key=cmp_to_key(order))]
    return without + sorted_values if first else sorted_values + without


def _compared(left: object, right: object) -> int:
    """Ruby's `<=>`. Raises TypeError for values of kinds that have no order."""
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        for one, other in zip(left, right, strict=False):
            if order := _compared(one, other):
                return order
        return len(left) - len(right)
    if isinstance(left, Mapping) and isinstance(right, Mapping) and "date" in left:  # posts
        return _compared(left["date"], right.get("date")) or _compared(
            text(left.get("path")), text(right.get("path"))
        )
    if isinstance(left, bool) or isinstance(right, bool) or left is None or right is None:
        if left is right:
            return 0
        raise TypeError("no order")
    same = type(left) is type(right) and isinstance(left, str | date)
    numbers = isinstance(left, int | float) and isinstance(right, int | float)
    if not same and not numbers:
        raise TypeError("no order")
    is_more: bool = left > right  # type: ignore[operator]
    return int(is_more) - int(not is_more and left != right)


_WHOLE = re.compile(r"\s*-?\d+\s*", re.A)
_FRACTION = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*", re.A)


def _property(value: object, key: str) -> object:
    """A field of `value` as Jekyll's filters compare it; `key` may be a path, `a.b`."""
    found: object = value
    if isinstance(value, Mapping):
        for part in key.split(".") if "." in key else [key]:
            found = found.get(part) if isinstance(found, Mapping) else None
    else:
        found = _part(value, key)
    words = text(found)
    if len(words) < 300 and _WHOLE.fullmatch(words):
        return int(words)
    return float(words) if len(words) < 300 and _FRACTION.fullmatch(words) else found


def _has(value: object, key: str, target: object) -> bool:
    found = _property(value, key)
    if target is None:
        return found is None
    if isinstance(found, str):
        return found == text(target)
    return any(text(one) == text(target) for one in _list(found))


def _where(value: object, key: object, target: object) -> object:
    values = _each(value)
    if values is None or not key or isinstance(target, list | Mapping):
        return value
    return [one for one in values if _has(one, text(key), target)]


def _find(value: object, key: object, target: object) -> object:
    values = _each(value)
    if values is None or not key or isinstance(target, list | Mapping):
        return value
    return next((one for one in values if _has(one, text(key), target)), None)


def _where_exp(context: Context, value: object, name: object, condition: object) -> object:
    values = _each(value)
    return value if values is None else _those(context, values, name, condition)


def _find_exp(context: Context, value: object, name: object, condition: object) -> object:
    values = _each(value)
    if values is None:
        return value
    return next(iter(_those(context, values, name, condition, only_first=True)), None)


def _those(
    context: Context,
    values: Sequence[object],
    name: object,
    condition: object,
    *,
    only_first: bool = False,
) -> list[object]:
    canonical = markup.condition(text(condition))
    test = lenient(BooleanExpression.parse(context.env, _stream(canonical)))
    found: list[object] = []
    for value in values:
        if _evaluated(test, context, name, value):
            found.append(value)
            if only_first:
                break
    return found


def _stream(canonical: str) -> TokenStream:
    return TokenStream(tokenize(canonical, Token("expression", canonical, 0, "")))


def _evaluated(expression: Expression, context: Context, name: object, value: object) -> object:
    with context.extend({expressions.variable_name(text(name) or "_"): value}):
        return expression.evaluate(context)


def _group_by(value: object, key: object) -> object:
    values = _pairs(value)
    if values is None:
        return value
    return _grouped([(text(_property(one, text(key))), one) for one in values])


def _group_by_exp(context: Context, value: object, name: object, expression: object) -> object:
    values = _pairs(value)
    if values is None:
        return value
    canonical = expressions.output(text(expression))
    parsed = FilteredExpression.parse(context.env, _stream(canonical))
    return _grouped([(_evaluated(parsed, context, name, one), one) for one in values])


def _pairs(value: object) -> list[object] | None:
    if isinstance(value, Mapping):
        return [list(pair) for pair in value.items()]
    return list(value) if isinstance(value, list | tuple | range) else None


def _grouped(named: list[tuple[object, object]]) -> list[object]:
    groups: dict[str, tuple[object, list[object]]] = {}
    for name, value in named:
        groups.setdefault(repr(name), (name, []))[1].append(value)
    return [
        {"name": name, "items": values, "size": len(values)} for name, values in groups.values()
    ]


def _sentence(value: object, connector: object = "and") -> str:
    if not isinstance(value, list | tuple):
        raise TypeError("no list")
    words = [text(one) for one in value]
    if len(words) < 3:
        return f" {text(connector)} ".join(words)
    return f"{', '.join(words[:-1])}, {text(connector)} {words[-1]}"


def _sample(value: object, count: object = 1) -> object:
    if not isinstance(value, list):
        return value
    return _first(value) if integer(count) == 1 else value[: max(0, integer(count))]


def _changed(change: Callable[[list[object], int], list[object]]) -> Callable[..., object]:
    def run(value: object, count: object = 1) -> object:
        return change(list(value), max(0, integer(count))) if isinstance(value, list) else value

    return run


FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "array_to_sentence_string": _sentence,
        "compact": _compact,
        "concat": _concat,
        "find": _find,
        "find_exp": _find_exp,
        "first": _first,
        "group_by": _group_by,
        "group_by_exp": _group_by_exp,
        "join": _join,
        "last": _last,
        "map": _map,
        "pop": _changed(lambda values, count: values[: max(0, len(values) - count)]),
        "push": lambda value, one: [*value, one] if isinstance(value, list) else value,
        # A preview that changes at every letter typed would flicker: always the same.
        "sample": _sample,
        "shift": _changed(lambda values, count: values[count:]),
        "reverse": lambda value: _list(value)[::-1],
        "sort": _sort,
        "sort_natural": _sort_natural,
        "uniq": _uniq,
        "unshift": lambda value, one: [one, *value] if isinstance(value, list) else value,
        "where": _where,
        "where_exp": _where_exp,
    }
)
WITH_CONTEXT = frozenset(("find_exp", "group_by_exp", "where_exp"))
