"""JSON front matter that no reader takes, and the edits that make it JSON."""

import json
import re
from collections.abc import Iterator

from editor.edits import Edit

_START = re.compile(r"\ufeff?\{[ \t]*(?:\n|\Z)")
_SPACE = re.compile(r"[ \t\n]*")
_COMMENT = re.compile(r"(?://|\#)[^\n]*|/\*[^*\n]*\*/")
_WORD = re.compile(r"[^\s,:;{}\[\]\"'“”„=][^,;{}\[\]\"“”„=\n]*")
_KEY_WORD = re.compile(r"[A-Za-z_][\w\-]*(?=[ \t]*[:=])")
_ENDS_TEXT = re.compile(r"[ \t]*(?:[,:;}\]=]|\n|\Z|//|#)|[ \t]+\"(?=[^\s,\]}])")
_TEXT_GOES_ON = re.compile(r"[ \t]*,[ \t]*[^\s\"'“{}\[\]\d\-tfn/#]")
_BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*\n")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9A-Fa-f]{4})')
_CLOSING = {"{": "}", "[": "]"}
_TEXT_SIGNS = {'"': '"', "'": "'", "“": '”“"', "„": "“”", "”": '”"'}
_LITERALS = {"True": "true", "False": "false", "None": "null", "yes": "true", "no": "false"}
_MAX_LENGTH = 64 * 1024


def starts(text: str) -> bool:
    """Whether `text` starts as JSON front matter does, read or not: with `{` on its own line."""
    return _START.match(text) is not None


def edits(text: str) -> list[Edit]:
    """The edits that make JSON of the braces `text` starts with, [] where they do not."""
    opening = text.find("{")
    if not starts(text) or len(text) - opening > _MAX_LENGTH:
        return []
    return list(_Mending(text, opening).run())


class _Mending:
    """One walk over the text, which remembers the brackets open and what stood last."""

    def __init__(self, text: str, opening: int) -> None:
        self.text, self.at = text, opening
        self.open: list[str] = []
        self.last = ""  # the sign before: an opening bracket, "," or ":", or "v" for a value
        self.last_end = opening

    def run(self) -> Iterator[Edit]:
        while self.at < len(self.text):
            if len(self.open) == 1 and self.last == "v" and _BLANK_LINE.match(self.text, self.at):
                break  # the braces are never closed: what follows is the body
            space = _SPACE.match(self.text, self.at)
            self.at = space.end() if space else self.at
            if self.at >= len(self.text):
                break
            yield from self._token(self.text[self.at])
            if not self.open:
                return
        closing = "".join(f"\n{_CLOSING[sign]}" for sign in reversed(self.open))
        yield Edit(self.last_end, self.last_end, closing)

    def _token(self, sign: str) -> Iterator[Edit]:
        start = self.at
        comment = _COMMENT.match(self.text, start)
        if comment:
            before = len(self.text[:start].rstrip(" \t"))
            self.at = comment.end()
            yield Edit(before, self.at, "")
        elif sign in _CLOSING:
            yield from self._value_starts()
            self.open.append(sign)
            self._after(sign, start + 1)
        elif sign in "}]":
            yield from self._closes(sign)
        elif sign in ",:;=":
            yield from self._separates(sign)
        elif sign in _TEXT_SIGNS:
            yield from self._value_starts()
            yield from self._string(sign)
        else:
            yield from self._value_starts()
            yield from self._word()

    def _after(self, what: str, end: int) -> None:
        self.last, self.at, self.last_end = what, end, end

    def _value_starts(self) -> Iterator[Edit]:
        if self.last == "v":
            yield Edit(self.last_end, self.last_end, ",")

    def _closes(self, sign: str) -> Iterator[Edit]:
        if self.last == ",":
            yield Edit(self.last_end - 1, self.last_end, "")
            self.last_end -= 1
        while self.open and _CLOSING[self.open[-1]] != sign and len(self.open) > 1:
            yield Edit(self.last_end, self.last_end, _CLOSING[self.open.pop()])
        if self.open and _CLOSING[self.open[-1]] == sign:
            self.open.pop()
            self._after("v", self.at + 1)
        else:
            yield Edit(self.at, self.at + 1, "")
            self.at += 1

    def _separates(self, sign: str) -> Iterator[Edit]:
        is_key = bool(self.open) and self.open[-1] == "{" and self._awaits_colon
        want = ":" if is_key else ","
        if self.last in (",", "{", "["):  # two commas
            yield Edit(self.at, self.at + 1, "")
            self.at += 1
            return
        if sign != want:
            yield Edit(self.at, self.at + 1, want)
        self._after(want, self.at + 1)

    @property
    def _awaits_colon(self) -> bool:
        return self.last == "k"

    def _named(self) -> str:
        """What a text is here: a key, which a colon follows, or a value."""
        return "k" if self.open and self.open[-1] == "{" and self.last in ("{", ",", "v") else "v"

    def _string(self, sign: str) -> Iterator[Edit]:
        start, end, closed = self.at, self.at + 1, False
        while end < len(self.text) and self.text[end] != "\n":
            if self.text[end] == "\\":
                end += 2
                continue
            if self.text[end] in _TEXT_SIGNS[sign] and _ENDS_TEXT.match(self.text, end + 1):
                closed = not _TEXT_GOES_ON.match(self.text, end + 1) or self._named() == "k"
                if closed:
                    break
            end += 1
        end = min(end, len(self.text))
        if not closed:
            end = len(self.text[:end].rstrip(" \t,"))
        inner = self.text[start + 1 : end]
        new = _as_json(inner.replace("\\'", "'") if sign == "'" else inner)
        stop = end + 1 if closed else end
        if f'"{new}"' != self.text[start:stop]:
            yield Edit(start, stop, f'"{new}"')
        self._after(self._named(), stop)

    def _word(self) -> Iterator[Edit]:
        named = self._named()
        pattern = _KEY_WORD if named == "k" else _WORD
        word = pattern.match(self.text, self.at)
        if not word:
            self.at += 1
            return
        raw = word[0].rstrip()
        end = self.at + len(raw)
        new = raw if named == "v" and _is_json(raw) else _LITERALS.get(raw) or f'"{_as_json(raw)}"'
        if new != raw:
            yield Edit(self.at, end, new)
        self._after(named, end)


def _as_json(text: str) -> str:
    """`text` from between quotes as it stands between double ones in JSON."""
    text = _BAD_ESCAPE.sub(r"\\\\", text)
    return re.sub(r'(?<!\\)((?:\\\\)*)"', r'\1\\"', text).replace("\t", "\\t")


def _is_json(word: str) -> bool:
    try:
        json.loads(word)
    except ValueError:
        return False
    return True
