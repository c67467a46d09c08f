"""Tags and categories renamed in all posts of a blog, each by edits that touch that value alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from editor import front_matter
from editor.edits import Edit, apply, diff
from editor.front_matter import Field, FieldError, FrontMatter, Value
from editor.library.entry import folded
from editor.near_names import forms, is_near

GROUPS: Mapping[str, tuple[str, ...]] = {
    "tags": ("tags", "tag"),
    "categories": ("categories", "category"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A tag or a category, and how many posts have it."""

    group: str  # a key of GROUPS
    name: str
    posts: int = 0


@dataclass(frozen=True, slots=True)
class Concerned:
    """A post that has the term, and what renaming it comes to."""

    path: Path
    title: str
    text: str  # as it was read
    edits: tuple[Edit, ...] = ()
    refusal: FieldError | None = None  # why it cannot be changed

    @property
    def new_text(self) -> str:
        """The text afterwards."""
        return apply(self.text, self.edits)


class Named(NamedTuple):
    """A name in a field of tags or categories, whatever the generator."""

    group: str
    text: str
    is_row: bool = False  # a text that Jekyll takes for words in a row, a tag each


def named_in(front: FrontMatter) -> Iterator[Named]:
    """What stands in the tags and categories of a post."""
    return (named for group in GROUPS for field in _fields(front, group) for named in _named(field))


def terms_of(named: Iterable[Named], generator: str) -> set[tuple[str, str]]:
    """The tags and categories of a post as its generator reads them, each with its group."""
    return {(one.group, name) for one in named for name in _read(one, generator)}


def counted(posts: Iterable[set[tuple[str, str]]]) -> list[Term]:
    """The terms of all posts; the tags first, then by their names."""
    counts = Counter(term for post in posts for term in post)
    found = [Term(group, name, count) for (group, name), count in counts.items()]
    groups = list(GROUPS)
    return sorted(found, key=lambda one: (groups.index(one.group), folded(one.name), one.name))


def alike(terms: Sequence[Term], name: str, group: str) -> list[Term]:
    """Other terms of the group that differ from `name` in their spelling alone."""
    return [
        one for one in terms if one.group == group and one.name != name and is_near(one.name, name)
    ]


def near_duplicates(terms: Sequence[Term]) -> list[list[Term]]:
    """The terms that differ from the usual one in their spelling alone, that one first."""
    groups: list[list[Term]] = []
    by_form: dict[tuple[str, str], list[Term]] = {}
    for term in sorted(terms, key=lambda one: (-one.posts, one.name)):
        keys = [(term.group, form) for form in sorted(forms(term.name))]
        group = next((by_form[key] for key in keys if key in by_form), None)
        if group is None:
            group = []
            groups.append(group)
            by_form |= dict.fromkeys(keys, group)
        group.append(term)
    return [group for group in groups if len(group) > 1]


def renamed(text: str, term: Term, new: str, generator: str) -> list[Edit]:
    """The edits that give the post `text` the name `new` for `term`; [] where it has none.

    A post that has `new` already loses the old name. Raises FieldError.
    """
    start = text
    for key in [field.key for field in _fields(front_matter.read(text), term.group)]:
        field = front_matter.read(text).field(key)
        if field is None or term.name not in _names(field, generator):
            continue
        text = apply(text, front_matter.set_field(text, key, _value(field, term, new, generator)))
    return diff(start, text)


def _fields(front: FrontMatter, group: str) -> Iterator[Field]:
    for field in front.fields:
        key = field.key.lower() if front.format == "header" else field.key
        if key in GROUPS[group] and not field.problem:
            yield field


def _names(field: Field, generator: str) -> list[str]:
    """The names in a field, as its generator reads them."""
    return [name for one in _named(field) for name in _read(one, generator)]


def _named(field: Field) -> list[Named]:
    group = next(group for group, keys in GROUPS.items() if field.key.lower() in keys)
    if isinstance(field.value, list):
        texts = [str(one) for one in field.value if isinstance(one, str | int | float)]
        return [Named(group, text) for text in texts]
    if not isinstance(field.value, str | int | float) or isinstance(field.value, bool):
        return []
    whole = str(field.shown)
    if field.format == "header":
        return [Named(group, part.strip()) for part in whole.split(",") if part.strip()]
    return [Named(group, whole, field.key in ("tags", "categories"))] if whole else []


def _read(named: Named, generator: str) -> list[str]:
    """The names it is: pluralized_array_from_hash in Jekyll's lib/jekyll/utils.rb."""
    return named.text.split() if named.is_row and generator == "jekyll" else [named.text]


def _value(field: Field, term: Term, new: str, generator: str) -> Value:
    if isinstance(field.value, list):
        kept: list[Value] = []
        for one in field.value:
            name: Value = new if _is(one, term.name) else one
            if name not in kept or name == one != new:
                kept.append(name)
        return kept
    names = list(
        dict.fromkeys(new if one == term.name else one for one in _names(field, generator))
    )
    if field.format == "header":
        return ", ".join(names)
    if len(names) == 1 and (" " not in names[0] or field.key not in ("tags", "categories")):
        return names[0]
    if generator == "jekyll" and not any(" " in one for one in names):
        return " ".join(names)
    return list(names)


def _is(value: object, name: str) -> bool:
    return isinstance(value, str | int | float) and str(value) == name
