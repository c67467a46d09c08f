"""Imports Qt in less time than it takes by itself: the window shows its text that much earlier.

PySide6 does two things at each start that this program has no use for. It compiles modules that lie
as text in its library: here the outcome is kept for the next start. And from then on it reads the
source of every module that anybody imports, in search of its own name, for a switch of its names
that is not used here: that is taken away. Measured with PySide6 6.11 on Python 3.11, of 280 ms: 13
and 12 ms. Neither counts on how PySide6 goes about it: where it does something else, nothing is
gained and nothing lost.

Meanwhile another core reads the web engine's library.
"""

import __future__

import builtins
import ctypes
import marshal
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from types import CodeType
from typing import Any

LIBRARY = "libQt6WebEngineCore.so.6"  # 200 MB: to bind its symbols takes 20 ms
COMPILED = "compiled.bin"  # in the folder of what can be made again

_INHERITED = sum(  # flags that a compiled text has from the module which has it compiled
    {getattr(__future__, name).compiler_flag for name in __future__.all_feature_names}
)
_Texts = dict[tuple[str, int, bytes], CodeType]


def import_qt(cache: Path) -> Thread | None:
    """Import QtWidgets; what is compiled for it is kept in the folder `cache`.

    Gives the thread that reads the web engine's library; None where that is not known to help, or
    lies elsewhere. What it does not read is read by who imports QtWebEngine, as without it.
    Raises ImportError where Qt cannot be loaded.
    """
    with _compiled_once(cache / COMPILED):
        # Ahead of the thread: Qt takes who loads it for its main thread, and the system's loader
        # would have these imports wait for the thread's.
        import PySide6.QtWidgets
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    return _read_ahead(Path(PySide6.__file__).with_name("Qt") / "lib" / LIBRARY)


def _read_ahead(library: Path) -> Thread | None:
    if sys.platform != "linux" or not library.exists():
        return None
    load = ctypes.CDLL(None).dlopen  # ctypes.CDLL itself keeps Python from running meanwhile
    load.restype = ctypes.c_void_p
    thread = Thread(target=load, args=(bytes(library), os.RTLD_LAZY))  # Python's end awaits it
    thread.start()
    return thread


@contextmanager
def _compiled_once(file: Path) -> Iterator[None]:
    """Within, a module's text that was compiled at an earlier start comes compiled from `file`."""
    kept = _read(file)
    used: _Texts = {}
    compile_ = builtins.compile

    def compiled(source: Any, filename: Any, mode: str, *others: Any, **named: Any) -> Any:
        if others or named or mode != "exec" or type(source) is not bytes:
            return compile_(source, filename, mode, *others, **named)
        flags = sys._getframe(1).f_code.co_flags & _INHERITED
        text = (filename, flags, source)
        used[text] = kept.get(text) or compile_(source, filename, mode, flags, dont_inherit=True)
        return used[text]

    builtins.compile = compiled
    try:
        yield
    finally:
        builtins.compile = compile_
    if used.keys() != kept.keys():
        _write(file, used)


def _read(file: Path) -> _Texts:
    """What `_write` kept; nothing where that is not whole, or for another Python."""
    with suppress(OSError):
        head, _, content = file.read_bytes().partition(b"\n")
        if head == _head(content):
            return dict(marshal.loads(content))
    return {}


def _write(file: Path, compiled: _Texts) -> None:
    content = marshal.dumps(compiled)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):  # the next start compiles anew
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_head(content) + b"\n" + content)
        beside.replace(file)


def _head(content: bytes) -> bytes:
    """Says which Python `content` is for, and whether it is whole."""
    return f"{sys.version!r} {sys.flags.optimize} {zlib.crc32(content)}".encode()
