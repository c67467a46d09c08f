"""Values as Ruby writes and compares them.

Source: Ruby's own `to_s` and `inspect`, and Liquid 5.4's lib/liquid/utils.rb.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

_DEEPEST = 20  # lists in lists


class Document(dict[str, object]):
    """The fields of a post. Where a text is wanted it is the post's body."""

    def __init__(
        self, fields: Mapping[str, object], later: Mapping[str, Callable[[], object]] | None = None
    ) -> None:
        """`later` are fields that are found only when they are asked for."""
        self._later = {key: find for key, find in (later or {}).items() if key not in fields}
        super().__init__({**dict.fromkeys(self._later), **fields})

    def __getitem__(self, key: str) -> object:
        find = self._later.pop(key, None)
        if find is not None:
            self[key] = find()
        return super().__getitem__(key)

    def get(self, key: str, default: object = None) -> object:
        return self[key] if key in self else default  # noqa: SIM401


def written(value: object) -> str:
    """`value` as an output writes it: `nil` is nothing, the parts of a list stand together."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list() | tuple():
            return "".join(map(written, flat(value)))
        case _:
            return text(value)


def text(value: object) -> str:
    """`value` as a string, Ruby's `to_s`."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case float():
            return _float(value)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S} {value.strftime('%z') or '+0000'}"
        case date():
            return value.isoformat()
        case range():
            return f"{value.start}..{value.stop - 1}"
        case Document():
            return text(value.get("content"))
        case list() | tuple() | dict():
            return inspected(value)
        case _:
            return str(value)


def _float(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]
    digits = repr(value)
    mantissa, e, exponent = digits.partition("e")
    if not e:
        return digits
    if -5 < int(exponent) < 16:
        return f"{value:.20f}".rstrip("0").ljust(3, "0")
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{exponent}"


def inspected(value: object, depth: int = 0) -> str:
    """`value` as Ruby shows it to programmers: `{"a"=>[1, nil]}`."""
    if depth > _DEEPEST:
        return "…"
    match value:
        case None:
            return "nil"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case Mapping():
            pairs = (
                f"{inspected(key, depth + 1)}=>{inspected(one, depth + 1)}"
                for key, one in value.items()
            )
            return "{" + ", ".join(pairs) + "}"
        case list() | tuple():
            return "[" + ", ".join(inspected(one, depth + 1) for one in value) + "]"
        case _:
            return text(value)


def flat(values: Sequence[object], depth: int = 0) -> list[object]:
    """`values` with the values of the lists in it."""
    found: list[object] = []
    for value in values:
        if isinstance(value, list | tuple) and depth < _DEEPEST:
            found += flat(value, depth + 1)
        else:
            found.append(value)
    return found


def integer(value: object) -> int:
    """`value` as a whole number. Raises ValueError for what is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    digits = text(value).strip()
    if not re.fullmatch(r"[+-]?[0-9]{1,300}", digits):
        raise ValueError(f"no whole number: {digits[:40]!r}")
    return int(digits)


def number(value: object) -> int | float:
    """`value` as a number; 0 for what is none. A text counts as far as it starts with digits."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, int | float):
        return value
    if not isinstance(value, str):
        return 0
    if re.fullmatch(r"-?[0-9]{1,300}\.[0-9]{1,300}", value.strip()):
        return float(value)
    return leading_integer(value)


def leading_integer(digits: str) -> int:
    """Ruby's `"12 monkeys".to_i`, 12."""
    found = re.match(r"\s*([+-]?[0-9]{1,300})", digits)
    return int(found[1]) if found else 0


def looked_up(value: object, key: object) -> object:
    """`value.key` or `value[key]`, `None` where there is none."""
    if isinstance(value, Mapping):
        if isinstance(key, str | int | float | bool | None) and key in value:
            return value[key]
        return len(value) if key == "size" else _first_pair(value) if key == "first" else None
    if isinstance(value, str):
        return len(value) if key == "size" else None
    if isinstance(value, list | tuple | range):
        return _in_list(value, key)
    return None


def _first_pair(value: Mapping[str, object]) -> object:
    return list(next(iter(value.items()))) if value else None


def _in_list(values: Sequence[object], key: object) -> object:
    if isinstance(key, int) and not isinstance(key, bool) and not isinstance(values, range):
        return values[key] if -len(values) <= key < len(values) else None
    if key == "size":
        return len(values)
    if key in ("first", "last") and values:
        return values[0 if key == "first" else -1]
    return None
