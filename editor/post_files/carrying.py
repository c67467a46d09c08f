"""Carries out plans: nothing is overwritten, and what fails halfway is taken back."""

import errno
import os
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path
from types import ModuleType

from editor import files, history, renaming
from editor.disk import FileError, SaveError, Trouble, discard, sync_folder, trouble
from editor.edits import diff
from editor.files import StoredFile
from editor.history import Why

from .plan import Changed, Copied, Moved, Plan


class NameTakenError(Exception):
    """There is something at `path` already. Nothing was done."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already")
        self.path = path


class OutdatedError(Exception):
    """The file at `path` is not what the plan was made for. Nothing was done."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} has changed meanwhile")
        self.path = path


def carry_out(plan: Plan, state: Path, system: ModuleType = os) -> Plan:
    """Do what `plan` says, and give the plan that takes back its changes and moves.

    `state` is the program's folder; its history gets the texts that change, and follows the posts
    that move. Raises NameTakenError, OutdatedError, FileError, UnencodableError; then nothing was
    done, or all that could be was taken back.
    """
    _check(plan, system)
    undone: list[Changed] = []
    with ExitStack() as back:
        for change in plan.changed:
            undone.append(_change(change, state, back, system))
        for created in plan.created:
            _make_folder(created.path.parent, back, system)
            _create(created.path, created.text, state, back, system)
        for copied in plan.copied:
            _copy(copied, back, system)
        for move in plan.moved:
            _make_folder(move.to.parent, back, system)
            _move(move.path, move.to, system)
            back.callback(_try_to_move, move.to, move.path, system)
        back.pop_all()
    _follow(plan, state, system)
    moved = tuple(Moved(move.to, move.path) for move in reversed(plan.moved))
    changed = tuple(Changed(plan.now(one.path), one.text, one.edits) for one in undone)
    return Plan(Plan(plan.path, moved=moved).now(plan.path), changed, moved=moved)


def _check(plan: Plan, system: ModuleType) -> None:
    targets = [one.path for one in plan.created] + [one.to for one in plan.copied]
    for target in targets:
        if os.path.lexists(target):
            raise NameTakenError(target)
    for move in plan.moved:
        if os.path.lexists(move.to) and not _is_same(move.path, move.to):
            raise NameTakenError(move.to)
        if not system.access(move.path, os.F_OK):
            raise SaveError(move.path, Trouble.MISSING, errno.ENOENT)


def _change(change: Changed, state: Path, back: ExitStack, system: ModuleType) -> Changed:
    """Change a text; gives the change that takes it back."""
    stored = files.read(change.path, system=system)
    if stored.text != change.text:
        raise OutdatedError(change.path)
    saved = _save(stored, change.new_text, state, system)
    undo = Changed(change.path, saved.text, tuple(diff(saved.text, change.text)))
    back.callback(_try_to_save, saved, change.text, state, system)
    return undo


def _save(stored: StoredFile, text: str, state: Path, system: ModuleType) -> StoredFile:
    path = stored.path
    assert path is not None

    def keep(content: bytes, unseen: bool) -> None:
        why = Why.THEIRS_SAVED_OVER if unseen else Why.SAVED_OVER
        with suppress(OSError):  # what is to be saved matters more
            history.keep(state / "history", path, content, why, stored.chosen_encoding)

    try:
        return files.save(stored, text, state_folder=state / "safety", keep=keep, system=system)
    except files.ConflictError as error:
        if stored.sha256:
            raise OutdatedError(path) from error
        raise NameTakenError(path) from error


def _create(path: Path, text: str, state: Path, back: ExitStack, system: ModuleType) -> None:
    _save(files.new_file(path), text, state, system)
    back.callback(discard, path, system)


def _copy(copied: Copied, back: ExitStack, system: ModuleType) -> None:
    _make_folder(copied.to.parent, back, system)
    try:
        with copied.path.open("rb") as source, copied.to.open("xb") as target:
            back.callback(discard, copied.to, system)
            shutil.copyfileobj(source, target)
    except FileExistsError as error:
        raise NameTakenError(copied.to) from error
    except OSError as error:
        raise SaveError(copied.to, trouble(error), error.errno or 0) from error


def _make_folder(folder: Path, back: ExitStack, system: ModuleType) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        for one in reversed(missing):
            system.mkdir(one)
            back.callback(_try_to_remove, one, system)
    except OSError as error:
        raise SaveError(folder, trouble(error), error.errno or 0) from error


def _move(path: Path, to: Path, system: ModuleType) -> None:
    """Give `path` another name, never one that something else has."""
    try:
        if _is_same(path, to):  # another case of its letters, where the disk knows none
            system.rename(path, to)
            return
        _rename(path, to, system)
    except FileExistsError as error:
        raise NameTakenError(to) from error
    except OSError as error:
        raise SaveError(path, trouble(error), error.errno or 0) from error
    for folder in {path.parent, to.parent}:
        sync_folder(folder, system)


def _rename(path: Path, to: Path, system: ModuleType) -> None:
    try:
        getattr(system, "rename_to_new", renaming.rename_to_new)(path, to)
    except OSError as error:
        if error.errno not in renaming.UNSUPPORTED:
            raise
        if os.path.lexists(to):  # Windows looks itself; elsewhere a moment is left
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to)) from error
        system.rename(path, to)


def _is_same(path: Path, to: Path) -> bool:
    try:
        return path.samefile(to)
    except OSError:
        return False


def _try_to_move(path: Path, to: Path, system: ModuleType) -> None:
    with suppress(FileError, NameTakenError):
        _move(path, to, system)


def _try_to_save(stored: StoredFile, text: str, state: Path, system: ModuleType) -> None:
    with suppress(FileError, OutdatedError, files.UnencodableError):
        _save(stored, text, state, system)


def _try_to_remove(folder: Path, system: ModuleType) -> None:
    with suppress(OSError):  # another program has put something there
        system.rmdir(folder)


def _follow(plan: Plan, state: Path, system: ModuleType) -> None:
    """Let the posts that were moved keep their earlier versions."""
    for move in plan.moved:
        inside = [move.to] if move.to.is_file() else list(move.to.rglob("*"))
        for path in inside:
            old = move.path / path.relative_to(move.to) if path != move.to else move.path
            with suppress(OSError):  # without them the post is there all the same
                history.follow(state / "history", old, path, system)
