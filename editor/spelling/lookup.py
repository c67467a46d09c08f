"""Looking words up in dictionaries; in the child process alone, see `spelling_child`."""

import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

# What French joins to a word: source: Grevisse, Le Bon Usage, on elision.
_ELIDED = {*"cdjlmnst", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"}
_POSSESSIVE = ("'s", "'")
_MOST_SUGGESTIONS = 7


class Lookup:
    """Dictionaries that are opened when they are first asked."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, str], Any] = {}

    def is_right(self, word: str, dictionaries: Sequence[tuple[str, str]]) -> bool:
        """Whether one of `dictionaries`, each a folder and a code, has `word`."""
        word = unicodedata.normalize("NFC", word)
        return any(self._has(self._dictionary(*one), word, one[1]) for one in dictionaries)

    def suggestions(self, word: str, dictionaries: Sequence[tuple[str, str]]) -> list[str]:
        """What may have been meant by `word`, the likeliest first."""
        word = unicodedata.normalize("NFC", word)
        found: dict[str, None] = {}
        for one in dictionaries:
            for suggestion in self._dictionary(*one).suggest(word):
                found.setdefault(suggestion)
        return list(found)[:_MOST_SUGGESTIONS]

    def _dictionary(self, folder: str, code: str) -> Any:
        key = (folder, code)
        if key not in self._open:
            import hunspell  # type: ignore[import-untyped]

            self._open[key] = hunspell.Hunspell(code, hunspell_data_dir=str(Path(folder)))
        return self._open[key]

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
