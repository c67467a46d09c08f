"""Names of tags and categories that differ in their spelling alone: case, accents, plural, hyphens.

Plurals as English and French make them. Two names are near where both may be the plural of one.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

_SHORTEST = 4  # letters of a word that may be a plural: `bus` and `os` are none
_ALSO = (  # endings, and what the singular may have instead
    ("ies", ("y",)),  # stories
    ("aux", ("al", "ail")),  # journaux, travaux
    ("oux", ("ou",)),  # bijoux
    ("eux", ("eu",)),  # jeux
    ("eaux", ("eau",)),  # réseaux
    *((f"{ending}es", (ending,)) for ending in ("s", "x", "z", "ch", "sh", "o")),  # boxes
)
_NO_PLURALS = {"news"}
_MOST_FORMS = 32  # of one name


def is_near(name: str, other: str) -> bool:
    """Whether the two are one name in different spellings. A name is near itself."""
    return not forms(name).isdisjoint(forms(other))


def usual_spelling(name: str, values: Iterable[tuple[str, int]]) -> tuple[str, int] | None:
    """The near name that is most used, with its uses; None where none is used more than `name`.

    `values` are the names in use, each with how many posts have it.
    """
    values = list(values)
    own = next((count for value, count in values if value == name), 0)
    wanted = forms(name)
    near = [
        (value, count)
        for value, count in values
        if count > own and value != name and not wanted.isdisjoint(forms(value))
    ]
    return max(near, key=lambda counted: counted[1], default=None)


def forms(name: str) -> frozenset[str]:
    """What `name` may be the spelling of: each without case, accents, hyphens and spaces."""
    words = _words(name)
    every = product(*(tuple(_singulars(word)) for word in words))
    return frozenset("".join(parts) for parts in islice(every, _MOST_FORMS)) - {""}


def _words(name: str) -> Sequence[str]:
    parts = unicodedata.normalize("NFKD", name.casefold())
    plain = (sign for sign in parts if not unicodedata.combining(sign))
    return "".join(sign if sign.isalnum() or sign in "+#" else " " for sign in plain).split()


def _singulars(word: str) -> Iterator[str]:
    """The word, and what it may be the plural of."""
    yield word
    if len(word) < _SHORTEST or word in _NO_PLURALS:
        return
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    for ending, others in _ALSO:
        if word.endswith(ending):
            for other in others:
                yield word.removesuffix(ending) + other
