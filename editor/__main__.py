"""The command line: the window, and the same core without one."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from editor import __version__, child_processes
from editor.system_libraries import how_to_install, missing_for_preview, missing_libraries

if TYPE_CHECKING:
    import argparse
    import subprocess

    from editor.export.page import Paper

_WRONG_USE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what `arguments` (by default the process's own) ask for; gives the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if child_processes.run(arguments):
        return 0
    if arguments and arguments[0].isalpha():  # else it is no command, and they take time to import
        from editor import commands

        if arguments[0] in commands.COMMANDS:
            return commands.run(arguments, _print_page)
    if any(argument.startswith("-") for argument in arguments):
        options = _window_parser().parse_args(arguments)
        return _open_window(options.paths, options.line, is_self_check=options.self_check)
    return _open_window([Path(argument) for argument in arguments])


def _print_page(page: str, paper: "Paper") -> bytes:
    """A PDF of `page`, made off the screen. Raises commands_export.NoPdfError."""
    from editor.commands_export import NoPdfError

    missing = [*missing_libraries(), *missing_for_preview()]
    if missing:
        raise NoPdfError(f"this system lacks what {how_to_install(missing)!r} installs")
    try:
        from editor.gui.export.without_window import print_page
    except ImportError as error:
        raise NoPdfError(str(error)) from error
    return print_page(page, paper)


def _window_parser() -> "argparse.ArgumentParser":
    import argparse  # takes 4 ms, and most starts have a file alone

    parser = argparse.ArgumentParser(
        prog="blog-editor",
        description="Opens posts in a window. Without a window: blog-editor render FILE, "
        "blog-editor get FILE [KEY]; each has its own --help.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|FOLDER", help="what to open")
    parser.add_argument("--line", type=_line_number, metavar="N", help="put the caret on this line")
    parser.add_argument(
        "--self-check",
        action="store_true",
        help="open FILE, say whether preview, spelling and list of posts work here, and end",
    )
    parser.add_argument("--version", action="version", version=f"blog-editor {__version__}")
    return parser


def _line_number(text: str) -> int:
    import argparse

    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no line; they count from 1")
    return int(text) - 1


def _open_window(paths: list[Path], line: int | None = None, *, is_self_check: bool = False) -> int:
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.environ.get("QT_QPA_PLATFORM")
    ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _say("There is no display: the window is drawn off the screen. Ctrl+C ends the program.")
    missing = missing_libraries()
    if missing:
        names = ", ".join(library.file for library in missing)
        commands_ = how_to_install([*missing, *missing_for_preview()])
        _say(f"The window cannot open: this system lacks {names}. To install what it needs:")
        _say(commands_)
        return _WRONG_USE
    # Most of what is made now stays: to look through it again and again takes an eighth of the
    # time until the text is seen. The window turns it on again once it is built.
    gc.disable()
    child = _launched(paths[0] if len(paths) == 1 else None)
    try:
        from editor.gui.quick_import import import_qt
        from editor.settings import cache_folder

        import_qt(cache_folder())
        from editor.gui import app
    except ImportError as error:
        _say(f"The window cannot open: {error}. To install what Qt needs, see the README.")
        return _WRONG_USE
    if app.is_doomed():
        if child is not None:
            child.kill()
            child.communicate()
        _say(
            "The window does not open: with this Python, PySide6 6.12.0 ends a program in the "
            "middle of its work. Another will do: pip install 'pyside6!=6.12.0'"
        )
        return _WRONG_USE
    return app.run(paths, line, child, is_self_check=is_self_check)


def _launched(post: Path | None) -> "subprocess.Popen[bytes] | None":
    """The process that renders, started before this one imports Qt; `post` will be shown first."""
    from editor.render_launch import launch

    with suppress(OSError):  # the window tries again, and says why it cannot
        return launch(post=post)
    return None


def _say(text: str) -> None:
    print(f"{text}", file=sys.stderr)  # noqa: T201 - the command line's own voice


if __name__ == "__main__":
    sys.exit(main())
