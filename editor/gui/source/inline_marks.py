"""Which marks stand within a line of Markdown in each dialect, and how they are coloured."""

import re

from PySide6.QtGui import QTextCharFormat

from editor.gui.source.styles import Styles

Pattern = tuple[re.Pattern[str], tuple[QTextCharFormat, ...]]  # and the styles of its groups

# Every stretch between two marks is bounded, so that a line of unclosed marks costs no n².
_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?![\s*_])([^*_\n]{1,1000}?)(\1)(?!\w)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)(\1)")
_LINK = re.compile(r"(!?\[)([^\]\n]{0,500})(\])(\([^)\n]{0,1000}\)|\[[^\]\n]{0,200}\])")
_HTML_COMMENT = re.compile(r"(<!--.{0,1000}?-->)")
HTML_TAG = re.compile(
    r"(</?[A-Za-z][\w:-]{0,40}(?:[^<>\"']|\"[^\"]{0,1000}\"|'[^']{0,1000}'){0,500}>)"
)
_CODE_SPAN = re.compile(r"(?<!`)(`{1,9})(?!`)(.{1,1000}?)(?<!`)(\1)(?!`)")
_TEMPLATE_TAG = re.compile(r"(\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\})")
_ENTITY = re.compile(r"(&(?:#\d+|#[xX][\da-fA-F]+|\w{1,32});)")
_ATTRIBUTE_LIST = re.compile(r"(\{:[^}\n]{0,500}\})")
_STRIKE = re.compile(r"(~~)(?=\S)(.{1,1000}?)(?<=\S)(~~)")
_NOTE = re.compile(r"(\[\^[^\]\s]{1,100}\]:?)")
_BARE_LINK = re.compile(
    r"(<https?://[^\s<>]{1,1000}>)|(?<![\w(\"'=<])(https?://[^\s<>\"')\]]{1,1000})"
)
_MATH = re.compile(r"(\$\$.{1,1000}?\$\$)")

_DIALECTS = {  # which marks a generator's Markdown has beyond CommonMark's
    "jekyll": frozenset({"attributes", "math", "notes", "definitions", "liquid"}),
    "hugo": frozenset({"notes", "definitions", "liquid", "strike"}),
    "pelican": frozenset({"attributes", "notes", "definitions"}),
    "commonmark": frozenset({"strike"}),
}
_ALL_MARKS = frozenset({"attributes", "math", "notes", "definitions", "liquid", "strike"})


def marks_of(generator: str) -> frozenset[str]:
    """The marks beyond CommonMark's that the Markdown of `generator` has; "" for all known."""
    return _DIALECTS.get(generator, _ALL_MARKS)


def inline_patterns(styles: Styles, marks: frozenset[str]) -> tuple[Pattern, ...]:
    """What to colour within a line, in the order of painting: the later wins."""
    faint, code, link = styles.faint, styles.code, styles.link
    patterns: tuple[tuple[str, re.Pattern[str], tuple[QTextCharFormat, ...]], ...] = (
        ("", _EMPHASIS, (faint, styles.emphasis, faint)),
        ("", _STRONG, (faint, styles.strong, faint)),
        ("strike", _STRIKE, (faint, styles.struck, faint)),
        ("", _BARE_LINK, (link, link)),
        ("", _LINK, (faint, link, faint, faint)),
        ("notes", _NOTE, (link,)),
        ("", _HTML_COMMENT, (faint,)),
        ("", HTML_TAG, (code,)),
        ("math", _MATH, (code,)),
        ("", _CODE_SPAN, (faint, code, faint)),
        ("liquid", _TEMPLATE_TAG, (code,)),
        ("", _ENTITY, (faint,)),
        ("attributes", _ATTRIBUTE_LIST, (faint,)),
    )
    return tuple(
        (pattern, groups) for mark, pattern, groups in patterns if not mark or mark in marks
    )
