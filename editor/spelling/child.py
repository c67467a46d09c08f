"""The process that checks texts for `editor.spelling.process`.

Hunspell keeps the interpreter to itself while it seeks suggestions (0.1 to 0.4 s a word, measured),
and is C++ that reads files of anybody's; to read the words of 1 MB keeps it for seconds. Neither
may stop the writer's keys, as a thread of the window's process would.
"""

import contextlib
import signal
import sys
from pathlib import Path
from typing import Any

from editor.render_messages import receive, send
from editor.spelling.checking import Checker
from editor.spelling.dictionaries import Dictionary
from editor.spelling.lookup import Lookup


def main() -> None:
    """Answer questions until there are no more."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nobody else writes among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the editor answers Ctrl+C in the terminal
    lookup = Lookup()
    checker = Checker(lookup)
    with contextlib.suppress(EOFError, BrokenPipeError):  # the editor has ended
        while True:
            send(answers, _answer(lookup, checker, receive(questions)))


def _answer(lookup: Lookup, checker: Checker, question: dict[str, Any]) -> dict[str, Any]:
    dictionaries = [Dictionary(code, Path(folder)) for folder, code in question["dictionaries"]]
    try:
        if "suggest" in question:
            return {"suggestions": lookup.suggestions(question["suggest"], dictionaries)}
        if "text" in question:
            accepted = frozenset(question["accepted"])
            return {"lines": checker.wrong_by_line(question["text"], accepted, dictionaries)}
        return {"wrong": list(lookup.wrong(question["words"], dictionaries))}
    except Exception as error:  # a broken dictionary, or no library: told, and the next is served
        return {"error": f"{type(error).__name__}: {error}"}
