"""Checking texts in a process of its own, which is replaced when it hangs or dies."""

import contextlib
import subprocess
import threading
from collections.abc import Iterable, Sequence
from typing import Any

from editor import child_processes
from editor.render_messages import receive, send
from editor.spelling.checking import Checked, Question
from editor.spelling.dictionaries import Dictionary

_DEADLINE = 10.0  # seconds for an answer
_MORE = 3e-5  # for each character of a text: ten times what it takes


class SpellingFailed(Exception):  # noqa: N818 - the dictionary failed, not the program
    """Words that could not be looked up: its text is for logs and the report."""


class SpellingProcess:
    """Answers which words are wrong, and what may have been meant.

    Threads that ask at once are answered one after the other.
    """

    def __init__(self, deadline: float = _DEADLINE) -> None:
        """`deadline`: the seconds that an answer may take."""
        self._deadline = deadline
        self._lock = threading.Lock()
        self._turn = threading.Lock()  # to ask
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def check(self, question: Question, dictionaries: Sequence[Dictionary]) -> Checked:
        """The wrong words of a text by `dictionaries`, those for its language; none without any.

        Raises SpellingFailed.
        """
        if not dictionaries:
            return Checked(question.language, {}, ())
        asked = {
            "text": question.text,
            "accepted": list(question.accepted),
            "dictionaries": _named(dictionaries),
        }
        answer = self._ask(asked, self._deadline + len(question.text) * _MORE)
        lines = {
            line: tuple((start, end) for start, end in spans)
            for line, spans in answer["lines"].items()
        }
        return Checked(question.language, lines, tuple(dictionaries))

    def wrong(self, words: Iterable[str], dictionaries: Sequence[Dictionary]) -> frozenset[str]:
        """Those of `words` that none of `dictionaries` has. Raises SpellingFailed."""
        asked = {"words": list(words), "dictionaries": _named(dictionaries)}
        answer = self._ask(asked, self._deadline)
        return frozenset(answer["wrong"])

    def suggestions(self, word: str, dictionaries: Sequence[Dictionary]) -> tuple[str, ...]:
        """What may have been meant by `word`, the likeliest first. Raises SpellingFailed."""
        asked = {"suggest": word, "dictionaries": _named(dictionaries)}
        answer = self._ask(asked, self._deadline)
        return tuple(answer["suggestions"])

    def stop(self) -> None:
        """End the child; who waits for an answer gets SpellingFailed. Any thread may call this."""
        with self._lock:
            self._stopped = True
        self._end()

    def _ask(self, question: dict[str, Any], deadline: float) -> dict[str, Any]:
        with self._turn:
            return self._asked(question, deadline)

    def _asked(self, question: dict[str, Any], deadline: float) -> dict[str, Any]:
        child = self._started()
        assert child.stdin is not None
        assert child.stdout is not None
        watchdog = threading.Timer(deadline, child.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            send(child.stdin, question)
            answer = receive(child.stdout)
        except (OSError, EOFError, ValueError) as error:
            self._end()
            raise SpellingFailed(str(error)) from error
        finally:
            watchdog.cancel()
        if "error" in answer:
            raise SpellingFailed(str(answer["error"]))
        return answer

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._stopped:
                raise SpellingFailed("stopped")
            if self._child is None:
                try:
                    self._child = subprocess.Popen(
                        child_processes.command("editor.spelling.child"),
                        stdin=subprocess.PIPE,
                        stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL,
                        cwd=child_processes.FOLDER,
                        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                    )
                except OSError as error:
                    raise SpellingFailed(str(error)) from error
            return self._child

    def _end(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):  # what was not sent goes with it
                        stream.close()


def _named(dictionaries: Sequence[Dictionary]) -> list[tuple[str, str]]:
    return [(str(one.folder), one.code) for one in dictionaries]
