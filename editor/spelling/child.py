"""The process that looks words up for `editor.spelling.process`.

Hunspell keeps the interpreter to itself while it seeks suggestions (0.1 to 0.4 s a word, measured),
and is C++ that reads files of anybody's: neither may stop the writer's keys.
"""

import contextlib
import signal
import sys
from typing import Any

from editor.render_messages import receive, send
from editor.spelling.lookup import Lookup


def main() -> None:
    """Answer questions until there are no more."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nobody else writes among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the editor answers Ctrl+C in the terminal
    lookup = Lookup()
    with contextlib.suppress(EOFError, BrokenPipeError):  # the editor has ended
        while True:
            send(answers, _answer(lookup, receive(questions)))


def _answer(lookup: Lookup, question: dict[str, Any]) -> dict[str, Any]:
    dictionaries = [(folder, code) for folder, code in question["dictionaries"]]
    try:
        if "suggest" in question:
            return {"suggestions": lookup.suggestions(question["suggest"], dictionaries)}
        return {
            "wrong": [word for word in question["words"] if not lookup.is_right(word, dictionaries)]
        }
    except Exception as error:  # a broken dictionary, or no library: told, and the next is served
        return {"error": f"{type(error).__name__}: {error}"}
