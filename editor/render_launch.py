"""Starts the process that renders: the first thing the program does, so that it is ready in time.

It imports the engines of Markdown on another core while the window is being built.
"""

import subprocess
from pathlib import Path

from editor import child_processes


def launch(generator: str = "jekyll", post: Path | None = None) -> "subprocess.Popen[bytes]":
    """A child for `render_process`, which expects posts for `generator`. Raises OSError.

    It renders the file `post`, if that is one, before it is asked, so as to have the answer ready.
    It ends with the program, or when nobody holds the other end of its pipes.
    """
    return subprocess.Popen(
        _command(generator, str(post.absolute()) if post else ""),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=child_processes.FOLDER,  # not the post's: a folder in use cannot be removed on Windows
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command(generator: str, post: str = "") -> list[str]:
    """What starts a child."""
    return child_processes.command("editor.render_child", generator, post)
