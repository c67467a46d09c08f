"""The tokens of a template in which every block is closed and every tag known.

The template engine gets nothing else, so it never meets an error: what Jekyll would refuse becomes
a chip, and what stands between the tags of a block that is not one stays on the page.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from liquid import Token
from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG

from editor.generators.jekyll_liquid import expressions, markup
from editor.generators.jekyll_liquid.lexer import Kind, Piece, pieces
from editor.generators.jekyll_liquid.model import ProblemKind

CHIP = "template tag"  # the name of the engine's tag that shows one; no template can hold it
_BRANCHES_OF = {
    "if": frozenset(("elsif", "else")),
    "unless": frozenset(("elsif", "else")),
    "case": frozenset(("when", "else")),
    "for": frozenset(("else",)),
    "tablerow": frozenset(),
    "capture": frozenset(),
    "comment": frozenset(),
    "ifchanged": frozenset(),
    "highlight": frozenset(),
}
_DEEPEST = 100  # blocks in blocks. Source: MAX_DEPTH in Liquid's lib/liquid/block.rb

Report = Callable[[ProblemKind, int, str], None]  # what, on which line, and the name of the tag


def tokens(template: str, report: Report) -> list[Token]:
    """`template` for the engine. A token's `start_index` is its *line*, from 0."""
    builder = _Builder(template, report)
    for piece in pieces(template):
        builder.add(piece)
    return builder.finished()


@dataclass
class _Block:
    """A block tag that is not closed yet."""

    name: str
    piece: Piece
    token: int  # where its token is; those of its markers follow
    is_known: bool
    markers: list[int] = field(default_factory=list)  # where the tokens of its branches are


class _Builder:
    def __init__(self, template: str, report: Report) -> None:
        self._template = template
        self._report = report
        self._tokens: list[list[Token]] = []  # of each piece
        self._open: list[_Block] = []
        self._unknown: set[str] = set()  # names of tags
        self._chips = 0
        self._comments = 0  # how many of the open blocks are comments
        self._line_starts = [0]
        self._line_starts += [n.end() for n in re.finditer("\n", template)]

    def add(self, piece: Piece) -> None:
        match piece.kind:
            case Kind.TEXT | Kind.RAW:
                self._tokens.append([self._token(TOKEN_CONTENT, piece.source, piece)])
            case Kind.OUTPUT:
                self._add_output(piece)
            case Kind.TAG if piece.name == "echo":
                self._add_output(piece)
            case Kind.MALFORMED:
                kind = ProblemKind.UNCLOSED if piece.name else ProblemKind.MALFORMED
                self._add_chip(piece, kind, piece.name or piece.source[:40])
            case Kind.TAG if piece.name in markup.BRANCHES:
                self._add_branch(piece)
            case Kind.TAG if piece.name[3:] in _BRANCHES_OF and piece.name[:3] == "end":
                self._close(piece)
            case Kind.TAG if piece.name in markup.TAGS:
                self._add_tag(piece)
            case Kind.TAG if piece.name != "#":
                self._add_unknown(piece)

    def finished(self) -> list[Token]:
        while self._open:
            self._undo(self._open.pop())
        return [token for of_piece in self._tokens for token in of_piece]

    def _token(self, kind: str, value: str, piece: Piece) -> Token:
        return Token(kind, value, bisect_right(self._line_starts, piece.start) - 1, "")

    def _tag(self, name: str, canonical: str, piece: Piece) -> list[Token]:
        named = [self._token(TOKEN_TAG, name, piece)]
        expression = self._token(TOKEN_EXPRESSION, canonical, piece)
        return [*named, expression] if canonical else named

    def _add_output(self, piece: Piece) -> None:
        if len(piece.markup) > expressions.LONGEST:
            self._add_chip(piece, ProblemKind.LIMIT, piece.source[:40])
            return
        shown = self._token(TOKEN_OUTPUT, piece.source, piece)
        try:
            value = self._token(TOKEN_EXPRESSION, expressions.output(piece.markup), piece)
        except RecursionError:  # brackets in brackets
            self._add_chip(piece, ProblemKind.LIMIT, piece.source[:40])
            return
        self._tokens.append([shown, value])

    def _add_tag(self, piece: Piece) -> None:
        is_block = piece.name in _BRANCHES_OF
        canonical = self._canonical(piece, markup.TAGS[piece.name])
        if is_block and len(self._open) >= _DEEPEST:
            self._add_chip(piece, ProblemKind.LIMIT, piece.name)
            return
        if is_block:
            known = canonical is not None
            self._open.append(_Block(piece.name, piece, len(self._tokens), known))
            self._comments += piece.name == "comment"
        if canonical is None:
            self._add_chip(piece, ProblemKind.SYNTAX, piece.name)
        else:
            self._tokens.append(self._tag(piece.name, canonical, piece))

    def _canonical(self, piece: Piece, read: Callable[[str], str]) -> str | None:
        try:
            return read(piece.markup) if len(piece.markup) <= expressions.LONGEST else None
        except (expressions.MarkupError, RecursionError):
            return None

    def _add_branch(self, piece: Piece) -> None:
        block = self._open[-1] if self._open else None
        if block is None or piece.name not in _BRANCHES_OF[block.name]:
            if not self._comments:
                self._add_chip(piece, ProblemKind.UNEXPECTED, piece.name)
            return
        if not block.is_known:
            return
        canonical = self._canonical(piece, markup.BRANCHES[piece.name])
        if canonical is None:
            self._add_chip(piece, ProblemKind.SYNTAX, piece.name)
            canonical = "nil"
        if block.name == "for" and block.markers:
            return
        block.markers.append(len(self._tokens))
        self._tokens.append(self._tag(piece.name, canonical, piece))

    def _close(self, piece: Piece) -> None:
        name = piece.name[3:]
        if all(block.name != name for block in self._open):
            if not self._comments:
                self._add_chip(piece, ProblemKind.UNEXPECTED, piece.name)
            return
        while self._open[-1].name != name:
            self._undo(self._open.pop())
        block = self._open.pop()
        self._comments -= name == "comment"
        if name == "comment":
            del self._tokens[block.token :]
        elif block.is_known:
            if name == "case":  # what stands before its first branch is never shown
                first = block.markers[0] if block.markers else len(self._tokens)
                self._tokens[block.token + 1 : first] = [[]] * (first - block.token - 1)
            self._tokens.append(self._tag(piece.name, "", piece))

    def _undo(self, block: _Block) -> None:
        """Let `block`, never closed, be a chip and nothing more."""
        self._comments -= block.name == "comment"
        for marker in block.markers:
            self._tokens[marker] = []
        if block.is_known:
            self._say(block.piece, ProblemKind.UNCLOSED, block.name)
            self._tokens[block.token] = self._chip(block.piece)

    def _add_unknown(self, piece: Piece) -> None:
        if piece.name[:3] == "end" and piece.name[3:] in self._unknown:
            return
        self._unknown.add(piece.name)
        if not self._comments:
            self._add_chip(piece, ProblemKind.UNKNOWN_TAG, piece.name)

    def _add_chip(self, piece: Piece, kind: ProblemKind, name: str) -> None:
        self._say(piece, kind, name)
        self._tokens.append(self._chip(piece))

    def _say(self, piece: Piece, kind: ProblemKind, name: str) -> None:
        self._report(kind, bisect_right(self._line_starts, piece.start) - 1, name)

    def _chip(self, piece: Piece) -> list[Token]:
        self._chips += 1
        # In code HTML would be shown as it is written.
        if self._chips > _MOST_CHIPS or is_in_code(self._template[: piece.start]):
            return [self._token(TOKEN_CONTENT, piece.source, piece)]
        return self._tag(CHIP, piece.source, piece)


def chip(source: str) -> str:
    """The HTML that shows a tag which was not run. Markdown changes nothing in it."""
    shown = source if len(source) <= _LONGEST_CHIP else f"{source[:_LONGEST_CHIP]}…"
    entities = _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", " ".join(shown.split()))
    return f'<span class="template-tag">{entities}</span>'


_LONGEST_CHIP = 300  # characters
_MOST_CHIPS = 200  # on a page; what is more stays as it is written
_MARKS = re.compile(r"[!-/:-@\[-`{-~]")


def is_in_code(text: str) -> bool:
    """Whether what follows `text`, the start of a body, stands in a fence or a code span."""
    fence = ""
    for mark in _FENCE.finditer(text):
        if not fence:
            fence = mark[1]
        elif mark[1].startswith(fence) and not mark[2].strip():
            fence = ""
    paragraph = text.rpartition("\n\n")[2]
    return bool(fence) or paragraph.count("`") % 2 == 1


def is_in_address(text: str) -> bool:
    """Whether what follows `text` is the address of a link, or a part of an HTML tag."""
    return _ADDRESS.search(text) is not None


_ADDRESS = re.compile(
    r"\]\([^()\s]*\Z|^ {0,3}\[[^\]\n]+\]:[ \t]*\S*\Z|<[a-zA-Z][^<>]*\Z", re.MULTILINE
)
_FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})(.*)$", re.MULTILINE)


def escaped(text: str) -> str:
    """`text` as HTML."""
    return html.escape(text, quote=False)
