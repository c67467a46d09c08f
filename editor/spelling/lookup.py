"""Looking words up in dictionaries; in the child process alone, see `editor.spelling.child`."""

import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from editor.spelling.dictionaries import Dictionary

# What French joins to a word: source: Grevisse, Le Bon Usage, on elision.
_ELIDED = {*"cdjlmnst", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"}
_POSSESSIVE = ("'s", "'")
_MOST_SUGGESTIONS = 7


class Lookup:
    """Dictionaries that are opened when they are first asked."""

    def __init__(self) -> None:
        self._open: dict[Dictionary, Any] = {}

    def wrong(self, words: Iterable[str], dictionaries: Sequence[Dictionary]) -> frozenset[str]:
        """Those of `words` that none of `dictionaries` has."""
        return frozenset(word for word in words if not self._is_right(word, dictionaries))

    def suggestions(self, word: str, dictionaries: Sequence[Dictionary]) -> list[str]:
        """What may have been meant by `word`, the likeliest first."""
        word = unicodedata.normalize("NFC", word)
        found: dict[str, None] = {}
        for one in dictionaries:
            for suggestion in self._opened(one).suggest(word):
                found.setdefault(suggestion)
        return list(found)[:_MOST_SUGGESTIONS]

    def _is_right(self, word: str, dictionaries: Sequence[Dictionary]) -> bool:
        word = unicodedata.normalize("NFC", word)
        return any(self._has(self._opened(one), word, one.code) for one in dictionaries)

    def _opened(self, one: Dictionary) -> Any:
        if one not in self._open:
            import hunspell  # type: ignore[import-untyped]

            self._open[one] = hunspell.Hunspell(one.code, hunspell_data_dir=str(one.folder))
        return self._open[one]

    def _has(self, dictionary: Any, word: str, code: str) -> bool:
        if self._knows(dictionary, word):
            return True
        if code.startswith("fr"):
            elided, apostrophe, rest = word.partition("'")
            if apostrophe and elided.lower() in _ELIDED:
                return self._has(dictionary, rest, code)
        elif code.startswith("en"):
            for end in _POSSESSIVE:
                if word.endswith(end):
                    return self._has(dictionary, word.removesuffix(end), code)
        parts = word.split("-")
        return len(parts) > 1 and all(self._has(dictionary, part, code) for part in parts if part)

    @staticmethod
    def _knows(dictionary: Any, word: str) -> bool:
        with suppress(UnicodeError):  # a dictionary in an old encoding lacks the letter
            return bool(dictionary.spell(word))
        return False
