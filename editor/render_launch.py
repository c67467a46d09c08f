"""Starts the process that renders: the first thing the program does, so that it is ready in time.

It imports the engines of Markdown on another core while the window is being built.
"""

import subprocess
import sys
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent  # where the package `editor` lies


def launch(generator: str = "jekyll") -> "subprocess.Popen[bytes]":
    """A child for `render_process`, which expects posts for `generator`. Raises OSError.

    It ends with the program, or when nobody holds the other end of its pipes.
    """
    return subprocess.Popen(
        _command(generator),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_FOLDER,  # not the post's: a folder in use cannot be removed on Windows
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command(generator: str) -> list[str]:
    """What starts a child.

    The package is found where this process found it, and as the last of all. `python -m` would look
    into the current folder first: a post's folder may hold a `json.py`.
    """
    start = "import sys; sys.path.append(sys.argv[1]); from editor.render_child import main"
    return [sys.executable, "-P", "-c", f"{start}; main()", str(_FOLDER), generator]
