"""A post's front matter: found, read field by field, and changed by edits that touch no more.

A broken field spoils only itself. Every write is read again and refused with FieldError unless it
changed that one field and nothing else.
"""

from .formats import read
from .memory import Remembered
from .model import (
    AsTyped,
    Field,
    FieldError,
    FieldProblem,
    FrontMatter,
    Problem,
    ProblemKind,
    Refusal,
    Value,
)
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
    "Problem",
    "ProblemKind",
    "Refusal",
    "Remembered",
    "Value",
    "append_to_field",
    "quote_field",
    "read",
    "remove_field",
    "rename_field",
    "set_field",
    "values",
]
