"""Rendering in a process of its own, so that no post can stop, kill or swallow up the editor."""

import contextlib
import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import astuple
from enum import StrEnum
from subprocess import Popen
from typing import Any

from editor.generators.build_warning import BuildWarning
from editor.render_launch import launch
from editor.render_messages import receive, send
from editor.rendering import Header, Patch, Rendering, RenderRequest, TextMissing

_DEADLINE = 3.0  # seconds for a rendering,
_MORE_TIME = 3e-6  # and more for each character of it: an honest post of 1 MB takes 1.3 s
_START_DEADLINE = 20.0  # seconds for a child to start, be the disk ever so slow
_REMEMBERED = 100  # texts that ended a child


class Failure(StrEnum):
    """Why there is no rendering."""

    TIMED_OUT = "timed out"
    CRASHED = "crashed"  # the child ended, or did not start
    ERROR = "error"  # the dialect raised an exception


class RenderFailed(Exception):  # noqa: N818 - the writer's text failed, not the program
    """A post that could not be rendered; `detail` is for logs. The GUI words it."""

    def __init__(self, kind: Failure, revision: int, detail: str) -> None:
        super().__init__(f"revision {revision} {kind}: {detail}")
        self.kind, self.revision, self.detail = kind, revision, detail


class RenderProcess:
    """Renders one post again and again in a child, which is replaced when it hangs or dies.

    One thread at a time calls `render`; any thread may call `start` and `stop`.
    """

    def __init__(self, deadline: float = _DEADLINE, first: "Popen[bytes] | None" = None) -> None:
        """`deadline`: the seconds a rendering may take, besides three for a million characters.

        `first` is a child that was launched already.
        """
        self._deadline = deadline
        self._lock = threading.Lock()  # of the next two
        self._child = _Child(first) if first else None
        self._stopped = False
        self._hopeless: dict[bytes, Failure] = {}  # by fingerprint: texts that ended a child

    def start(self, generator: str = "jekyll") -> None:
        """Start the child, unless it runs, so that the first rendering need not wait for it.

        `generator` is the one to expect posts for; those of others take a little longer at first.
        """
        with contextlib.suppress(OSError, _ChildEnded):  # `render` will say so
            self._started(generator)

    def render(self, request: RenderRequest, base: int) -> Rendering:
        """The post as a patch of revision `base`, or of nothing where the child rendered another.

        `base` is the revision that the page shows, -1 for none. Raises RenderFailed; the next call
        starts afresh then. A text that once ended a child is not tried again. Raises TextMissing
        where the request has edits of a text that the child does not have: it needs the whole.
        """
        if self._hopeless and (kind := self._hopeless.get(_fingerprint(request) or b"")):
            raise RenderFailed(kind, request.revision, "failed before, not tried again")
        child = None
        try:
            child = self._started(request.generator)
            child.wait_until_ready()
            return child.render(request, base, self._deadline)
        except _ChildEnded as end:
            mark = _fingerprint(request)
            if mark and child and child.is_ready and not self._stopped:
                self._hopeless[mark] = end.kind
                for oldest in list(self._hopeless)[:-_REMEMBERED]:
                    del self._hopeless[oldest]
            raise RenderFailed(end.kind, request.revision, str(end)) from end
        except OSError as error:
            raise RenderFailed(Failure.CRASHED, request.revision, str(error)) from error
        finally:
            if child and not child.is_alive:
                self._replace(child, request.generator)

    def stop(self) -> None:
        """End the child; a rendering under way fails at once, and so does every later one."""
        with self._lock:
            self._stopped = True
            child, self._child = self._child, None
        if child:
            child.end()

    def _started(self, generator: str) -> "_Child":
        with self._lock:
            if self._stopped:
                raise _ChildEnded(Failure.CRASHED, "stopped")
            if self._child is None:
                self._child = _Child(launch(generator))
            return self._child

    def _replace(self, child: "_Child", generator: str) -> None:
        """Start the next child now, not when it is needed."""
        with self._lock:
            if self._child is child:
                self._child = None
        child.end()
        self.start(generator)


class _ChildEnded(Exception):  # noqa: N818 - an answer like others
    def __init__(self, kind: Failure, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind


class _Child:
    """A child process and what it knows. Its end ends it: it is never restarted."""

    def __init__(self, process: "Popen[bytes]") -> None:
        self._process = process
        self._watchdog = _Watchdog(self._process)
        self._revision = -1  # of the text that the child has; -1: none
        self._text: str | None = None  # that text, where it was sent as a whole
        self._length = 0
        self.is_ready = False
        self.is_alive = True

    def wait_until_ready(self) -> None:
        """Raises _ChildEnded when the child does not start."""
        if not self.is_ready:
            self._exchange(None, _START_DEADLINE)
            self.is_ready = True

    def render(self, request: RenderRequest, base: int, deadline: float) -> Rendering:
        """Raises RenderFailed where the dialect failed, _ChildEnded where the child did."""
        question = {
            "revision": request.revision,
            "generator": request.generator,
            "path": str(request.path or ""),
            "root": str(request.root or ""),
            "is_shown": request.is_shown,
            "around": request.around,
            "base": base,
            **self._change(request),
        }
        answer = self._exchange(question, deadline + _MORE_TIME * self._length)
        if isinstance(error := answer.get("error"), str):
            self._revision, self._text = -1, None
            raise RenderFailed(Failure.ERROR, request.revision, error)
        try:
            return _rendering(answer, request.revision, base)
        except (KeyError, TypeError, ValueError) as error:
            self.is_alive = False
            raise _ChildEnded(Failure.CRASHED, f"its answer is no rendering: {error}") from error

    def _change(self, request: RenderRequest) -> dict[str, Any]:
        """What leads from the text that the child has to that of `request`."""
        known, text, edits = self._text, None, request.edits
        since, self._revision, self._text = self._revision, request.revision, request.text
        if request.text is None:
            if request.since != since or since < 0:
                self._revision, self._text = since, known
                raise TextMissing(f"no text of revision {request.since}")
            self._length += sum(len(edit.new) - (edit.end - edit.start) for edit in edits)
        else:
            self._length = len(request.text)
            if known is None or since < 0:
                text, edits = request.text, ()
            else:
                from editor.rendering.file_text import change_between  # and with it the reading

                edits = (change_between(known, request.text),)
        return {"text": text, "since": since, "edits": [astuple(edit) for edit in edits]}

    def end(self) -> None:
        """Kill the process, and leave nothing of it behind."""
        self._watchdog.stop()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # what was not written has no reader any more
                    pipe.close()

    def _exchange(self, question: dict[str, Any] | None, seconds: float) -> dict[str, Any]:
        """The child's next message, after `question` if there is one."""
        assert self._process.stdin
        assert self._process.stdout
        with self._watchdog.limit(seconds):
            try:
                if question is not None:
                    send(self._process.stdin, question)
                answer = receive(self._process.stdout)
                problem = ""
            except (OSError, EOFError, ValueError) as error:
                answer, problem = {}, str(error) or type(error).__name__
        if self._watchdog.has_bitten:
            self.is_alive = False
            raise _ChildEnded(Failure.TIMED_OUT, f"after {seconds} seconds")
        if problem:
            self.is_alive = False
            raise _ChildEnded(Failure.CRASHED, problem)
        return answer


class _Watchdog:
    """Kills a process when a `with` block lasts longer than some seconds.

    A blocking read of a pipe has no time-out that works on every system; but it ends with the one
    who holds the other end. The thread is woken once for many short blocks, not at each.
    """

    def __init__(self, process: "Popen[bytes]") -> None:
        self._process = process
        self._condition = threading.Condition()  # of all that follows
        self._until: float | None = None  # None: nothing to watch
        self._sleeps_until: float | None = None  # None: until it is woken
        self._is_over = False
        self.has_bitten = False
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Kill the process if the `with` block lasts longer."""
        with self._condition:
            self._until = time.monotonic() + seconds
            if self._sleeps_until is None or self._sleeps_until > self._until:
                self._condition.notify()
        try:
            yield
        finally:
            with self._condition:
                self._until = None

    def stop(self) -> None:
        """Watch no more."""
        with self._condition:
            self._is_over = True
            self._condition.notify()

    def _watch(self) -> None:
        with self._condition:
            while not self._is_over:
                now = time.monotonic()
                if self._until is not None and self._until <= now:
                    self.has_bitten = True
                    self._process.kill()
                    return
                self._sleeps_until = self._until
                self._condition.wait(None if self._until is None else self._until - now)


def _fingerprint(request: RenderRequest) -> bytes | None:
    """What tells the request's text and place; None where it has no text."""
    if request.text is None:
        return None
    facts = (
        f"{request.generator}\n{request.path}\n{request.root}\n{request.is_shown}\n{request.text}"
    )
    text = facts.encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).digest()


def _rendering(answer: dict[str, Any], revision: int, base: int) -> Rendering:
    """`answer` as a rendering. Raises KeyError, TypeError or ValueError when it is not one."""
    if answer["revision"] != revision or answer["base"] not in (base, -1):
        raise ValueError("another revision")
    first_line, is_complete = answer["first_line"], answer["is_complete"]
    if not (_is_number(first_line) and type(is_complete) is bool):
        raise ValueError("a number is none")
    patches = tuple(_patch(*patch) for patch in answer["patches"])
    warnings = tuple(_warning(*warning) for warning in answer["warnings"])
    header = _header(*answer["header"]) if answer["header"] else None
    return Rendering(revision, answer["base"], patches, first_line, is_complete, warnings, header)


def _is_number(value: object) -> bool:
    return type(value) is int and value >= 0


def _patch(start: int, end: int, html: list[str], spans: list[int]) -> Patch:
    if not (_is_number(start) and _is_number(end) and all(type(span) is int for span in spans)):
        raise ValueError("a number is none")
    if not all(type(block) is str for block in html) or len(html) != len(spans):
        raise ValueError("a block is no text")
    return Patch(start, end, tuple(html), tuple(spans))


def _header(title: str, day: str, written: str, lists: list[str], language: str) -> Header:
    if not all(type(text) is str for text in (title, day, written, *lists, language)):
        raise ValueError("a text is none")
    return Header(title, day, written, tuple(lists), language)


def _warning(kind: object, line: object, name: object, fails: object) -> BuildWarning:
    if not (type(kind) is str and type(line) is int and type(name) is str and type(fails) is bool):
        raise ValueError("a warning is none")
    return BuildWarning(kind, line, name, fails)
