"""The states that lines of code leave to the next, as the numbers that Qt keeps with each line."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor.gui.worker import Worker

if TYPE_CHECKING:
    from editor.line_colours import LineColours

_MOST = 5_000  # states of one text; a line that would need another leaves the state it was in
_START = ("root",)


@dataclass(frozen=True)
class CodeState:
    """Which block of code a line is in, and the states of its language's lexer there."""

    kind: str  # "`" or "~", or "%" for one by template tags
    length: int  # of its fence
    language: str
    stack: tuple[str, ...] = _START


class CodeStates(QObject):
    """Colours lines of code, in languages whose lexers are got off the window's thread."""

    loaded = Signal()  # lines in languages that were wanted can be coloured now

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_held = False  # no lexer is got yet
        self._states: list[CodeState] = []
        self._numbers: dict[CodeState, int] = {}
        self._wanted: set[str] = set()
        self._asked: set[str] = set()
        self._colours: LineColours | None = None  # built when there is code
        self._worker: Worker | None = None

    def number(self, state: CodeState) -> int:
        """The number of `state`, from 0."""
        known = self._numbers.get(state)
        if known is None:
            if len(self._states) >= _MOST:
                return self._numbers.get(replace(state, stack=_START), 0)
            known = self._numbers[state] = len(self._states)
            self._states.append(state)
        return known

    def state(self, number: int) -> CodeState:
        """The state with that number."""
        return self._states[number]

    def knows(self, language: str) -> bool:
        """Whether lines in `language` can be coloured."""
        return self._colours is not None and self._colours.knows(language)

    def line(self, text: str, state: CodeState) -> tuple[list[tuple[int, int, str]], CodeState]:
        """The coloured stretches of a line in `state`, and the state it leaves."""
        assert self._colours is not None
        spans, stack = self._colours.line(text, state.language, state.stack)
        return spans, replace(state, stack=stack)

    def want(self, language: str) -> None:
        """Get the lexer of `language` when there is time; `loaded` follows if there is one."""
        if language and language not in self._asked:
            if not self._wanted and not self._is_held:
                QTimer.singleShot(0, self, self._ask)
            self._wanted.add(language)
            self._asked.add(language)

    def hold(self) -> None:
        """Get no lexer before `go_on`: the first brings Pygments, which takes long."""
        self._is_held = True

    def go_on(self) -> None:
        """Get the lexers that are wanted, from now on."""
        self._is_held = False
        if self._wanted:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._worker is None:
            self._worker = Worker(_load)
            self._worker.done.connect(self._take)
        self._worker.ask(frozenset(self._asked))
        self._wanted.clear()

    @Slot(object)
    def _take(self, result: "tuple[LineColours, frozenset[str]]") -> None:
        colours, languages = result
        if self._colours is None:
            self._colours = colours
        self._colours.take(languages)
        if self._worker is not None and not self._wanted:
            self._worker.stop()
            self._worker = None
        if languages:
            self.loaded.emit()


def _load(languages: object) -> "tuple[LineColours, frozenset[str]]":
    """In the worker's thread: the first language brings Pygments."""
    from editor.line_colours import LineColours

    assert isinstance(languages, frozenset)
    colours = LineColours()
    return colours, colours.load(languages)
