"""A post's front matter: found, read field by field, and changed by edits that touch no more.

A broken field spoils only itself. Every write is read again and refused with FieldError unless it
changed that one field and nothing else.

Each name is imported where it is first used: who only needs to know where the front matter ends, as
the window does before it is drawn, does not wait for the readers of YAML, TOML and JSON.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .finding import find
    from .formats import read
    from .head import Head, Problem, ProblemKind
    from .memory import Remembered
    from .model import AsTyped, Field, FieldError, FieldProblem, FrontMatter, Refusal, Value
    from .writing import (
        append_to_field,
        quote_field,
        remove_field,
        rename_field,
        set_field,
        values,
    )

__all__ = [
    "AsTyped",
    "Field",
    "FieldError",
    "FieldProblem",
    "FrontMatter",
    "Head",
    "Problem",
    "ProblemKind",
    "Refusal",
    "Remembered",
    "Value",
    "append_to_field",
    "find",
    "quote_field",
    "read",
    "remove_field",
    "rename_field",
    "set_field",
    "values",
]

_ELSEWHERE = {
    "Head": "head",
    "Problem": "head",
    "ProblemKind": "head",
    "find": "finding",
    "read": "formats",
    "Remembered": "memory",
}
_WRITING = {name for name in __all__ if name.endswith("_field") or name == "values"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = _ELSEWHERE.get(name) or ("writing" if name in _WRITING else "model")
    found = getattr(import_module(f".{module}", __name__), name)
    globals()[name] = found  # asked once
    return found
