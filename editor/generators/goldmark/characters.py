"""What goldmark takes for white space and for punctuation."""

import string
import unicodedata

_SPACES = frozenset("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {
    chr(code) for code in range(0x2000, 0x200B)
}


def is_space(character: str) -> bool:
    return character in _SPACES


def is_punctuation(character: str) -> bool:
    """As CommonMark 0.30 has it: symbols such as € and → are none."""
    if character.isascii():
        return character in string.punctuation
    return unicodedata.category(character).startswith("P")


def is_category_p(character: str) -> bool:
    """Unicode's own punctuation, to which $+<=>^`|~ do not belong."""
    return unicodedata.category(character).startswith("P")


def flanking(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the run of delimiters `text[start:end]` is left-flanking and right-flanking.

    https://spec.commonmark.org/0.30/#left-flanking-delimiter-run
    """
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else " "
    space_before, space_after = is_space(before), is_space(after)
    mark_before, mark_after = is_punctuation(before), is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    return left, right
