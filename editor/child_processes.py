"""How the program starts itself once more, for work in a process of its own.

A program made by PyInstaller has no Python to start: there `sys.executable` is the program itself,
which is told by its first argument what it is to be.
"""

import os
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent  # where the package `editor` lies
CHILDREN = frozenset(  # modules with a `main`, which finds its arguments from `sys.argv[2]` on
    {
        "editor.gui.preview.graphics_card",
        "editor.library.child",
        "editor.render_child",
        "editor.spelling.child",
    }
)
_FLAG = "--child"


def command(module: str, *arguments: str) -> list[str]:
    """What starts the `main` of `module`, which is one of `CHILDREN`, with `arguments`.

    The package is found where this process found it, and as the last of all. `python -m` would look
    into the current folder first: a post's folder may hold a `json.py`.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, _FLAG, module, *arguments]
    start = f"import sys; sys.path.append(sys.argv[1]); from {module} import main; main()"
    return [sys.executable, "-P", "-c", start, str(FOLDER), *arguments]


def environment_for_others() -> dict[str, str]:
    """The environment for programs that are not ours.

    A frozen program on Linux has its own libraries found before the system's.
    Source: the manual of PyInstaller, "LD_LIBRARY_PATH / LIBPATH considerations"
    """
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)
        original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        if original is not None:
            environment["LD_LIBRARY_PATH"] = original
    return environment


def run(arguments: list[str]) -> bool:
    """Be the child that `command` asks a frozen program for; False where it asks for none."""
    if arguments[:1] != [_FLAG] or CHILDREN.isdisjoint(arguments[1:2]):
        return False
    from importlib import import_module

    import_module(arguments[1]).main()
    return True
