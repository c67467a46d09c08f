"""The commands without a window: their arguments, `render` and `get`."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from editor import commands_check, commands_export, commands_fields, files, front_matter
from editor.commands_export import PrintPage
from editor.commands_files import read_post
from editor.files import FileError
from editor.front_matter import Field
from editor.generators import GENERATORS
from editor.render_process import RenderFailed, RenderProcess
from editor.rendering import RenderRequest
from editor.site import find_site

COMMANDS = ("render", "get", "set", "unset", "check", "fix", "new", "desktop", "export")
_FINE, _PROBLEMS, _UNREADABLE = 0, 1, 2
_PATIENCE = 20.0  # seconds for one post; the window gives up much earlier


def run(arguments: Sequence[str], print_page: PrintPage | None = None) -> int:
    """Run the command that `arguments` start with; gives the exit code.

    `print_page` makes a PDF of a page, where there is something that can.
    """
    _speak_utf_8()
    status = _run(_parser().parse_args(arguments), print_page)
    try:
        sys.stdout.flush()  # now, while it can still be told that the output takes no more
    except OSError as error:
        _complain(f"the output: {error.strerror}")
        # What is left would be tried once more, and complained of by Python, at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _UNREADABLE
    return status


def _run(options: argparse.Namespace, print_page: PrintPage | None) -> int:
    match options.command:
        case "render":
            return _render(options)
        case "get":
            return _get(options)
        case "set":
            return commands_fields.set_fields(options.file, options.fields, typed=options.json)
        case "unset":
            return commands_fields.unset_fields(options.file, options.keys)
        case "check":
            if options.unused_images:
                return commands_check.unused(options.paths, as_json=options.json)
            if options.where and not options.json:
                return commands_check.where(options.paths)
            return commands_check.check(options.paths, as_json=options.json)
        case "new":
            from editor import commands_new

            return commands_new.new(options.title, options.folder, draft=options.draft)
        case "desktop":
            return _desktop(remove=options.remove)
        case "export":
            return commands_export.export(options, print_page)
        case _:
            return commands_check.fix(options.files, dry_run=options.dry_run)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="blog-editor",
        epilog="Exit codes: 0 fine, 1 problems found, 2 wrong use or unreadable.",
    )
    names = parser.add_subparsers(dest="command", required=True)
    render = names.add_parser("render", help="write a post's article as HTML")
    render.add_argument("files", nargs="+", type=Path, metavar="FILE")
    render.add_argument("--generator", choices=sorted(GENERATORS), help="default: the site's own")
    render.add_argument("--page", action="store_true", help="a whole page, not the article alone")
    render.add_argument(
        "--out", type=Path, metavar="FOLDER", help="write each to FOLDER/<its relative path>.html"
    )
    get = names.add_parser("get", help="print the front matter of a post, or one field of it")
    get.add_argument("file", type=Path, metavar="FILE")
    get.add_argument("key", nargs="?", metavar="KEY")
    get.add_argument("--json", action="store_true", help="with types")
    set_ = names.add_parser("set", help="change fields of a post's front matter, and nothing else")
    set_.add_argument("file", type=Path, metavar="FILE")
    set_.add_argument("fields", nargs="+", metavar="KEY=VALUE")
    set_.add_argument("--json", action="store_true", help="each VALUE is JSON, with its type")
    unset = names.add_parser("unset", help="remove fields from a post's front matter")
    unset.add_argument("file", type=Path, metavar="FILE")
    unset.add_argument("keys", nargs="+", metavar="KEY")
    check = names.add_parser("check", help="tell the problems of posts")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a post or a folder")
    check.add_argument("--json", action="store_true", help="one object a post")
    check.add_argument(
        "--where",
        action="store_true",
        help="tell whether each post will be published, at which address and when, or why not",
    )
    check.add_argument(
        "--unused-images", action="store_true", help="name the images that nothing in a site uses"
    )
    fix = names.add_parser("fix", help="mend what has one sure mend, and print a diff")
    fix.add_argument("files", nargs="+", type=Path, metavar="FILE")
    fix.add_argument("--dry-run", action="store_true", help="print the diff alone")
    new = names.add_parser("new", help="write a new post by the site's rules, and print its path")
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--draft", action="store_true", help="a draft")
    new.add_argument(
        "--folder", type=Path, default=Path(), metavar="SITE", help="default: the current folder"
    )
    desktop = names.add_parser("desktop", help="put the program into a Linux desktop's menu")
    desktop.add_argument("--remove", action="store_true", help="take it out again")
    export = names.add_parser("export", help="write a post as a page that stands alone, or as PDF")
    commands_export.add_arguments(export)
    return parser


def _desktop(*, remove: bool) -> int:
    from editor import desktop

    if sys.platform in ("win32", "darwin"):
        _complain("only desktops of Linux have menus of this kind")
        return _UNREADABLE
    home = desktop.data_home()
    try:
        paths = desktop.remove(home) if remove else desktop.install(home, desktop.program())
    except OSError as error:
        _complain(f"{error.filename}: {error.strerror}")
        return _UNREADABLE
    for path in paths:
        sys.stdout.write(f"{path}\n")
    return _FINE


def _render(options: argparse.Namespace) -> int:
    if len(options.files) > 1 and options.out is None:
        _complain("several files need --out FOLDER")
        return _UNREADABLE
    worst = _FINE
    process = RenderProcess(deadline=_PATIENCE)
    process.start(options.generator or "jekyll")  # while the first file is read
    try:
        for path in options.files:
            try:
                page = _rendered(path, options, process)
            except (FileError, RenderFailed) as error:
                _complain(f"{path}: not rendered: {_reason(error)}")
                worst = max(worst, _UNREADABLE if isinstance(error, FileError) else _PROBLEMS)
                continue
            if options.out is None:
                sys.stdout.write(page)
            else:
                _write(_target(path, options.out), page)
    except OSError as error:
        _complain(f"{error.filename or 'the output'}: {error.strerror}")
        worst = _UNREADABLE
    finally:
        process.stop()
    return worst


def _rendered(path: Path, options: argparse.Namespace, process: RenderProcess) -> str:
    text = files.read(path).text
    site = find_site(path, text)
    generator = options.generator or site.generator
    request = RenderRequest(0, text, generator, path.absolute(), site.root)
    rendering = process.render(request, -1)
    for warning in rendering.warnings:
        if warning.fails:
            place = f"{path}:{warning.line + 1}" if warning.line >= 0 else str(path)
            what = f"{warning.kind.replace('-', ' ')} {warning.name!r}"
            _complain(f"{place}: the site's build will stop: {what}")
    article = "".join(f"{block}\n" for block in rendering.html if block)
    return _page(text, article) if options.page else article


def _page(text: str, article: str) -> str:
    from editor.export.page import simple_page
    from editor.site_page.model import shown_title

    return simple_page(shown_title(front_matter.read(text)), article)


def _target(path: Path, folder: Path) -> Path:
    """Where the page of `path` goes: below `folder` as `path` lies below the current folder."""
    absolute, here = path.resolve(), Path.cwd()
    relative = absolute.relative_to(here) if absolute.is_relative_to(here) else Path(path.name)
    return folder / relative.parent / f"{relative.name}.html"


def _write(target: Path, page: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(page.encode("utf-8", "replace"))


def _get(options: argparse.Namespace) -> int:
    try:
        text = read_post(options.file).text
    except FileError as error:
        _complain(f"{options.file}: {_reason(error)}")
        return _UNREADABLE
    fields = {field.key: field for field in front_matter.read(text).fields}
    if options.key is None:
        if options.json:
            _print_json({key: field.value for key, field in fields.items()})
        else:
            for key, field in fields.items():
                sys.stdout.write(f"{key}: {_shown(field, ', ')}\n")
        return _FINE
    if options.key not in fields:
        _complain(f"{options.file}: there is no field {options.key}")
        return _PROBLEMS
    field = fields[options.key]
    if options.json:
        _print_json(field.value)
    else:
        sys.stdout.write(f"{_shown(field, chr(10))}\n")
    return _FINE


def _shown(field: Field, between: str) -> str:
    return field.shown if isinstance(field.shown, str) else between.join(field.shown)


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=_dates) + "\n")


def _dates(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _reason(error: Exception) -> str:
    if isinstance(error, RenderFailed):
        return str(error.kind)
    return str(error.kind) if isinstance(error, FileError) else str(error)


def _complain(text: str) -> None:
    sys.stderr.write(f"blog-editor: {text}\n")


def _speak_utf_8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a test's stand-in has none
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
