"""The process that renders for `editor.render_process`."""

import contextlib
import signal
import sys
from dataclasses import astuple
from pathlib import Path
from typing import Any

from editor.edits import Edit
from editor.limits import lift_time, limit_memory, limit_time
from editor.render_messages import receive, send
from editor.rendering import Rendering, RenderRequest
from editor.rendering.renderer import Renderer
from editor.site import find_site

_OWN_DEADLINE = 15  # seconds after which a child whose editor is gone ends itself
_LARGEST_FORESEEN = 100_000  # bytes; of a longer post the part in view is asked for first
_PLACES = ("path", "root")  # of a question; "" where the post has none


def main() -> None:
    """Answer questions until there are no more.

    The arguments name the generator to expect, and the post to expect, "" for none.
    """
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nobody else writes among the answers
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl+C in the terminal is for the editor to answer
    limit_memory()
    # An exception may leave a dialect in the middle of something: each gets a new one.
    generator, post = sys.argv[-2:]
    renderer = _warm_renderer(generator)
    with contextlib.suppress(EOFError, BrokenPipeError):  # the editor has ended
        send(answers, {})
        if post:
            renderer = _foreseen(Path(post), renderer)
        while True:
            question = receive(questions)
            limit_time(_OWN_DEADLINE)
            try:
                answer = _answer(renderer.render(_request(question), question["base"]))
            except MemoryError:
                raise
            except Exception as error:  # an extension may raise anything
                answer = {"error": f"{type(error).__name__}: {error}"}
                renderer = Renderer()
            lift_time()
            send(answers, answer)


def _warm_renderer(generator: str) -> Renderer:
    """A renderer that has imported what it needs for most posts."""
    renderer = Renderer()
    post = "---\ntitle: Warm\n---\n# Warm\n\n```\nup\n```\n"
    renderer.render(RenderRequest(-1, post, generator, is_shown=True), base=-1)
    return renderer


def _foreseen(path: Path, renderer: Renderer) -> Renderer:
    """`renderer`, once it has rendered the post at `path` as the editor is about to ask for it.

    A post that cannot be rendered is told of when it is asked for.
    """
    limit_time(_OWN_DEADLINE)
    try:
        if path.is_file() and path.stat().st_size <= _LARGEST_FORESEEN:
            text = path.read_text(encoding="utf-8")
            site = find_site(path, text)
            request = RenderRequest(-1, text, site.generator, path, site.root, is_shown=True)
            renderer.render(request, base=-1)
    except MemoryError:
        raise
    except Exception:  # as for a question
        renderer = Renderer()
    lift_time()
    return renderer


def _request(question: dict[str, Any]) -> RenderRequest:
    path, root = (Path(question[name]) if question[name] else None for name in _PLACES)
    return RenderRequest(
        question["revision"],
        question["text"],
        question["generator"],
        path,
        root,
        question["is_shown"],
        question["since"],
        tuple(Edit(*edit) for edit in question["edits"]),
        question["around"],
    )


def _answer(rendering: Rendering) -> dict[str, Any]:
    return {
        "revision": rendering.revision,
        "base": rendering.base,
        "patches": [astuple(patch) for patch in rendering.patches],
        "first_line": rendering.first_line,
        "is_complete": rendering.is_complete,
        "warnings": [astuple(warning) for warning in rendering.warnings],
        "header": astuple(rendering.header) if rendering.header else None,
    }
