"""What the posts of a site teach about their fields: which are usual, in which order, with what.

Pure: `learn` makes `Habits` of posts that were read; `editor.library_habits` reads them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.field_kinds import Kind, kind_of, words_of
from editor.front_matter import Field, FrontMatter

ENOUGH = 3  # posts; fewer teach nothing
USUAL_SHARE = 0.5  # of the posts: a field that as many have is usual
_MOST_VALUES = 2000  # of one field that are kept, the most frequent
_LONGEST_VALUE = 80  # characters of a text that may come again
_MOST_CHOICES = 25  # different texts of a field that is a choice
_USES_OF_A_CHOICE = 3  # as often each of them stands on the average, at least


@dataclass(frozen=True, slots=True)
class Use:
    """A field as one post has it: enough to learn from."""

    key: str
    kind: Kind
    values: tuple[str, ...]  # the words of a list, or the one text


@dataclass(frozen=True, slots=True)
class PostUses:
    """What is kept of one post."""

    format: str  # of its front matter
    uses: tuple[Use, ...]  # in the order of the post


@dataclass(frozen=True, slots=True)
class Habit:
    """What posts do with one field."""

    key: str
    share: float  # of the posts that have it, from 0 to 1
    kind: Kind
    values: tuple[tuple[str, int], ...] = ()  # with how many posts have each, most frequent first


@dataclass(frozen=True, slots=True)
class Habits:
    """What posts of one type have in common."""

    posts: int = 0  # how many taught it
    format: str = ""  # the most frequent one of their front matters, "" where none is known
    fields: tuple[Habit, ...] = ()  # in their usual order

    def of(self, key: str) -> Habit | None:
        """What posts do with that field; None where none has it."""
        return next((habit for habit in self.fields if habit.key == key), None)

    @property
    def usual(self) -> tuple[str, ...]:
        """The keys most posts have, in their usual order; () where too few posts were read."""
        if self.posts < ENOUGH:
            return ()
        return tuple(habit.key for habit in self.fields if habit.share >= USUAL_SHARE)


def uses_of(front: FrontMatter) -> PostUses:
    """What to keep of a post's front matter. A key of a header counts in small letters."""
    fields = {_key(field, front.format): field for field in front.fields if not field.problem}
    return PostUses(front.format, tuple(_use(key, field) for key, field in fields.items()))


def learn(posts: Iterable[PostUses]) -> Habits:
    """What `posts` have in common. Those without front matter do not count."""
    read = [post for post in posts if post.format]
    found: defaultdict[str, list[Use]] = defaultdict(list)
    places: defaultdict[str, list[float]] = defaultdict(list)
    for post in read:
        for place, use in enumerate(post.uses):
            found[use.key].append(use)
            places[use.key].append((place + 0.5) / len(post.uses))
    order = sorted(found, key=lambda key: (sum(places[key]) / len(places[key]), key))
    formats = Counter(post.format for post in read).most_common(1)
    return Habits(
        len(read),
        formats[0][0] if formats else "",
        tuple(_habit(key, found[key], len(read)) for key in order),
    )


def _key(field: Field, form: str) -> str:
    return field.key.lower() if form == "header" else field.key


def _use(key: str, field: Field) -> Use:
    kind = kind_of(key, field)
    if kind is Kind.LIST:
        return Use(key, kind, tuple(str(word) for word in words_of(field)))
    shown = field.shown if isinstance(field.shown, str) else ""
    is_short = 0 < len(shown) <= _LONGEST_VALUE and "\n" not in shown
    kept = is_short and kind in (Kind.TEXT, Kind.CHOICE, Kind.PATH)
    return Use(key, kind, (shown,) if kept else ())


def _habit(key: str, uses: Sequence[Use], posts: int) -> Habit:
    kinds = Counter(use.kind for use in uses)
    kind = kinds.most_common(1)[0][0]
    values = Counter(value for use in uses for value in dict.fromkeys(use.values))
    ranked = sorted(values.items(), key=lambda counted: (-counted[1], counted[0].casefold()))
    if kind is Kind.TEXT and key != "title" and _are_choices(ranked, len(uses)):
        kind = Kind.CHOICE
    return Habit(key, len(uses) / posts, kind, tuple(ranked[:_MOST_VALUES]))


def _are_choices(ranked: Sequence[tuple[str, int]], uses: int) -> bool:
    """Whether the texts of a field come again so often that it is one of few."""
    total = sum(count for _value, count in ranked)
    few = 0 < len(ranked) <= _MOST_CHOICES and len(ranked) * _USES_OF_A_CHOICE <= total
    return few and total * 2 >= uses
