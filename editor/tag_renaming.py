"""Tags and categories renamed in all posts of a blog, each by edits that touch that value alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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


def terms_of(front: FrontMatter, generator: str) -> set[tuple[str, str]]:
    """The tags and categories of a post, each with its group."""
    return {
        (group, name)
        for group in GROUPS
        for field in _fields(front, group)
        for name in _names(field, generator)
    }


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
    if isinstance(field.value, list):
        return [str(one) for one in field.value if isinstance(one, str | int | float)]
    if not isinstance(field.value, str | int | float) or isinstance(field.value, bool):
        return []
    whole = str(field.shown)
    if field.format == "header":
        return [part.strip() for part in whole.split(",") if part.strip()]
    if generator == "jekyll" and field.key in ("tags", "categories"):
        return whole.split()  # pluralized_array_from_hash in Jekyll's lib/jekyll/utils.rb
    return [whole] if whole else []


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
