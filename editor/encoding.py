"""The bytes of a post as a text, and back to the same bytes.

A text is what a `QTextDocument` and the rest of the program can hold: its lines end with `\\n`, and
what Qt would change or drop stands on private code points of plane 16, which no file in use has.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain, zip_longest

from editor.edits import diff

_BOMS = (  # in this order: UTF-32's begins like UTF-16's
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
)
_MOST_NUL = 0.02  # of a text's bytes; a UTF-16 file without its mark has about half
_MOST_CONTROLS = 0.02  # the same where it is not UTF-8; pictures and archives have a tenth
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})

# What stands on plane 16: bytes that are no characters (in Python's "surrogateescape" form), then
# what a QTextDocument does not give back, tried with every code point of the basic plane on Qt
# 6.11: U+2029, U+FDD0 and U+FDD1 become line ends; U+FEFF and U+FFFE go where they come first.
_CARRIED = str.maketrans(
    {chr(0xDC00 + byte): chr(0x10F000 + byte) for byte in range(0x80, 0x100)}
    | {lost: chr(0x10F100 + i) for i, lost in enumerate("\u2029\ufdd0\ufdd1\ufeff\ufffe")}
)
_RESTORED = str.maketrans({carried: chr(lost) for lost, carried in _CARRIED.items()})
_PRIVATE = re.compile("[\U0010f080-\U0010f104]")
_INVALID_BYTE = re.compile("[\U0010f080-\U0010f0ff]")
_LOST = re.compile("[\udc80-\udcff\u2029\ufdd0\ufdd1\ufeff\ufffe]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_LINE_END = re.compile(r"\r\n|\r|\n")


class Kept(StrEnum):
    """Why a post opens read-only: saving it could not keep the bytes nobody changed."""

    BINARY = "binary"  # too many control characters; its text is ""
    UTF_32 = "utf-32"
    PRIVATE_CHARACTERS = "private characters"  # the file itself uses the code points of plane 16
    NOT_EXACT = "not exact"  # the text would not give back the same bytes
    NOT_WRITABLE = "not writable"  # the file system forbids it; saving elsewhere works


class UnencodableError(ValueError):
    """A character that the post's encoding lacks, first found at `offset` of its text."""

    def __init__(self, character: str, encoding: str, offset: int) -> None:
        super().__init__(f"{encoding} has no U+{ord(character):04X}, at {offset}")
        self.character, self.encoding, self.offset = character, encoding, offset


@dataclass(frozen=True)
class LineEnds:
    """What the lines of a file end with: `\\n`, `\\r\\n` or `\\r`."""

    usual: str = "\n"  # of most lines; also what new lines get
    each: tuple[str, ...] = field(default=(), repr=False)  # line by line; () where all are usual

    @classmethod
    def of(cls, ends: list[str]) -> "LineEnds":
        """Those of lines that end so. Of two kinds equally frequent, the first is the usual one."""
        counts = Counter(ends)
        usual = max(counts, key=counts.__getitem__, default="\n")
        return cls(usual, tuple(ends) if len(counts) > 1 else ())

    @property
    def is_mixed(self) -> bool:
        return bool(self.each)


@dataclass(frozen=True)
class Decoded:
    """A text, with what it takes to write it as the bytes it was read from."""

    text: str
    encoding: str = "utf-8"  # Python's name of it, without the byte order mark
    bom: bytes = b""
    line_ends: LineEnds = LineEnds()
    read_only: Kept | None = None

    @cached_property
    def invalid_bytes(self) -> int:
        """How many bytes are no characters in this encoding, each carried in `text` as one."""
        return len(_INVALID_BYTE.findall(self.text))


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file's bytes: by its byte order mark, else UTF-8, else as `encoding` says.

    Bytes that are no characters are carried along. What `encode` could not give back to the byte
    is read-only. Raises LookupError for an encoding Python does not know.
    """
    if encoding is None:
        encoding, bom = next((b for b in _BOMS if content.startswith(b[1])), ("utf-8", b""))
        if encoding == "utf-8" and _is_binary(content):
            return Decoded("", encoding, bom, read_only=Kept.BINARY)
    else:
        encoding = codecs.lookup(encoding).name
        bom = next((b for name, b in _BOMS if name == encoding and content.startswith(b)), b"")
    try:
        raw = content[len(bom) :].decode(encoding, "surrogateescape")
    except UnicodeDecodeError:  # bytes below 0x80, in UTF-16: a character cut in two
        raw = content[len(bom) :].decode(encoding, "replace")
    text = raw.translate(_CARRIED) if _has(_LOST, raw) else raw
    text, line_ends = _split_line_ends(text)
    decoded = Decoded(text, encoding, bom, line_ends)
    return replace(decoded, read_only=_reason_to_keep(decoded, raw, content))


def encode(old: Decoded, text: str) -> bytes:
    """The bytes of `text`, which was made from that of `old` by edits, as `old` was encoded.

    Lines that were not edited keep their own ends, new ones get the usual end. No final line end
    comes or goes. Raises UnencodableError.
    """
    return to_bytes(revise(old, text))


def revise(old: Decoded, text: str) -> Decoded:
    """`text`, made from that of `old` by edits, with the encoding and the line ends it then has."""
    ends = old.line_ends
    if ends.is_mixed and text != old.text:
        kept = _kept_line_ends(old, text)
        ends = LineEnds.of(kept) if kept else LineEnds(ends.usual)
    return Decoded(text, old.encoding, old.bom, ends, old.read_only)


def to_bytes(decoded: Decoded) -> bytes:
    """The bytes of a text that is encoded so. Raises UnencodableError."""
    text, ends = decoded.text, decoded.line_ends
    errors = "strict"
    if _has(_PRIVATE, text) and not _has(_SURROGATE, text):
        text, errors = text.translate(_RESTORED), "surrogateescape"
    if ends.is_mixed:
        lines = text.split("\n")
        text = "".join(chain.from_iterable(zip_longest(lines, ends.each, fillvalue="")))
    elif ends.usual != "\n":
        text = text.replace("\n", ends.usual)
    try:
        return decoded.bom + text.encode(decoded.encoding, errors)
    except UnicodeEncodeError as error:
        character = text[error.start]
        stands_as = (character, character.translate(_CARRIED))
        offset = next(i for i, found in enumerate(decoded.text) if found in stands_as)
        raise UnencodableError(character, decoded.encoding, offset) from error


def _is_binary(content: bytes) -> bool:
    """Whether a file without the mark of UTF-16 or UTF-32 is no text."""
    if content.count(0) > _MOST_NUL * len(content):
        return True
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(content) and not _is_utf_8(content)


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _reason_to_keep(decoded: Decoded, raw: str, content: bytes) -> Kept | None:
    if decoded.encoding.startswith("utf-32"):
        return Kept.UTF_32
    if _has(_PRIVATE, raw):
        return Kept.PRIVATE_CHARACTERS
    try:
        return None if to_bytes(decoded) == content else Kept.NOT_EXACT
    except UnencodableError:
        return Kept.NOT_EXACT


def _has(characters: re.Pattern[str], text: str) -> bool:
    """Whether one of `characters`, none of which is ASCII, is in `text`."""
    return not text.isascii() and characters.search(text) is not None


def _split_line_ends(text: str) -> tuple[str, LineEnds]:
    """`text`, which has line ends as in the file, with `\\n` alone, and what they were."""
    if "\r" not in text:
        return text, LineEnds()
    if text.count("\r\n") == text.count("\r") == text.count("\n"):
        line_ends = LineEnds("\r\n")
    else:
        line_ends = LineEnds.of(_LINE_END.findall(text))
    return text.replace("\r\n", "\n").replace("\r", "\n"), line_ends


def _kept_line_ends(old: Decoded, text: str) -> list[str]:
    """The end of each line of `text`: its own where it comes from `old`, else the usual one."""
    ends: list[str] = []
    line = 0  # of the old text, that the text up to `done` has reached
    done = 0
    for edit in diff(old.text, text):
        same = old.text.count("\n", done, edit.start)
        ends += old.line_ends.each[line : line + same]
        ends += [old.line_ends.usual] * edit.new.count("\n")
        line += same + old.text.count("\n", edit.start, edit.end)
        done = edit.end
    ends += old.line_ends.each[line:]
    lines = text.split("\n")
    for i in range(1, len(ends)):
        if ends[i - 1] == "\r" and not lines[i] and ends[i] == "\n":
            ends[i] = "\r"  # "\r" and "\n" side by side would be one line end, and a line lost
    return ends
