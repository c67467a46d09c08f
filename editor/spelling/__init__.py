"""Spelling: which words of a post are to be looked up, in which dictionaries, and by whom."""

from editor.spelling.checking import Checked, Checker, Question
from editor.spelling.dictionaries import Dictionary, available, for_language
from editor.spelling.process import SpellingFailed, SpellingProcess
from editor.spelling.words import Word, words_of

__all__ = [
    "Checked",
    "Checker",
    "Dictionary",
    "Question",
    "SpellingFailed",
    "SpellingProcess",
    "Word",
    "available",
    "for_language",
    "words_of",
]
