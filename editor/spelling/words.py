"""The words of a line of Markdown that a reader reads, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LONGEST_LINE = 10_000  # code points; a longer line is no prose that anybody proofreads
_LONGEST_WORD = 60  # code points

# What lies between two marks is bounded, so that a line of unclosed marks costs no n².
_NOT_PROSE = re.compile(
    r"""
      (?P<ticks>`{1,9})(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)             # code
    | <!--.{0,1000}?(?:-->|$)
    | <[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]{0,1000}>                   # <http://…>
    | </?[a-zA-Z](?:[^<>"']|"[^"]{0,1000}"|'[^']{0,1000}'){0,500}>     # a tag of HTML
    | \{%.{0,1000}?%\} | \{\{.{0,1000}?\}\}                            # template tags
    | \{[:.\#][^{}]{0,500}\}                                           # attribute lists
    | [^\W\d_]{0,60}&[a-zA-Z](?:acute|grave|circ|uml|cedil|tilde|ring|slash|caron|[Ee]?lig);
      (?:[^\W\d_]|&\w{1,32};){0,60}                                    # letters as entities
    | &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|\w{1,32});                  # other entities
    | \]\([^()]{0,1000}(?:\([^()]{0,200}\)[^()]{0,1000})?\)            # where a link leads
    | \]\[[^\]]{0,200}\]
    | ^[ ]{0,3}\[[^\]]{1,200}\]:(?!\ .{0,500}\ .{0,500}\ ).*$          # link definitions
    | \[\^[^\]]{1,100}\]:?                                             # notes
    | (?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}://|www\.|mailto:)[^\s<>]{1,2000} # addresses
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}                  # e-mail, @names
    | (?<!\w)@[\w.]{1,64}
    | (?<!\w)\#[\w-]{1,64}                                             # hash tags
    | (?<!\w):[a-z0-9_+-]{1,40}:(?!\w)                                 # :emoji:
    | \$\$.{1,1000}?\$\$ | \\\(.{1,1000}?\\\)                          # formulas
    | (?<!\w)(?:~?/)?(?:[\w.-]{1,64}/){1,16}[\w.-]{0,64}\.\w{1,8}(?!\w)  # paths of files
    """,
    re.VERBOSE,
)
_FENCE_LINE = re.compile(r"[ \t]*(?:`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"[ \t|:+-]+$")
# Letters with their accents, joined by apostrophes and hyphens; a soft hyphen is no end of a word.
_TOKEN = re.compile(
    r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u00ad])*"
    r"(?:['’ʼ\-\u2010\u2011][^\W\d_](?:[^\W_]|[\u0300-\u036f\u00ad])*)*"
)
_DOTTED_BEFORE = re.compile(r"(?:[^\W_]\.|\d|[@\\])$")
_DOTTED_AFTER = re.compile(r"\.[^\W_]|[@\\]")
_UNSPACED = re.compile(  # scripts without spaces between words, for which Hunspell has no use
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be looked up, from column `start` up to `end` (code points, end not included)."""

    start: int
    end: int
    text: str  # as it is looked up: without soft hyphens, with straight apostrophes and hyphens


def words_of(line: str) -> list[Word]:
    """The words of `line`, which is one of the prose of a post: no code, no HTML, no addresses.

    Left out too: what has digits, names of files and programs (`read_me`, `setup.py`, `useState`),
    abbreviations in capitals, single letters.
    """
    if len(line) > _LONGEST_LINE or _FENCE_LINE.match(line) or _TABLE_RULE.match(line):
        return []
    blanked = _NOT_PROSE.sub(lambda match: " " * len(match[0]), line)
    return list(_words(blanked))


def _words(text: str) -> Iterator[Word]:
    for token in _TOKEN.finditer(text):
        start, end, word = token.start(), token.end(), token[0]
        if end - start > _LONGEST_WORD or _is_joined(text, start, end) or not _is_word(word):
            continue
        yield Word(start, end, word.translate(_PLAIN))


_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None})


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether the word goes on in signs that make it a name of something: `a_b`, `a.b`, `3D`."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _DOTTED_BEFORE.search(before) or _DOTTED_AFTER.match(after):
        return True
    return (before.endswith("_") and not _is_mark(text, start - 1, -1)) or (
        after.startswith("_") and not _is_mark(text, end, 1)
    )


def _is_mark(text: str, place: int, step: int) -> bool:
    """Whether the underscores from `place` on are marks of emphasis: nothing of a word follows."""
    while 0 <= place < len(text) and text[place] == "_":
        place += step
    return not (0 <= place < len(text)) or not text[place].isalnum()


def _is_word(word: str) -> bool:
    letters = [part for part in re.split(r"['’ʼ\-\u2010\u2011]", word) if part]
    longest = max(letters, key=len)
    if len(longest) < 2 or any(sign.isdigit() for sign in word) or _UNSPACED.search(word):
        return False
    if longest.isupper():
        return False
    return not any(_is_camel(part) for part in letters)


def _is_camel(part: str) -> bool:
    """Whether capitals stand within small letters, as in `useState` or `iPhone`."""
    return any(a.islower() and b.isupper() for a, b in pairwise(part))
