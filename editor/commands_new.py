"""The command `new`: a new post by the rules of its site."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from editor.commands_files import FINE, PROBLEMS, WRONG, complain
from editor.disk import FileError
from editor.post_files import Created, Plan
from editor.post_files.carrying import NameTakenError, carry_out
from editor.post_files.manner import manner_of
from editor.post_files.new_post import new_post
from editor.settings import state_folder
from editor.site import find_site


def new(title: str, folder: Path, *, draft: bool) -> int:
    """Write the new post of that title in the site that `folder` lies in, and print its path.

    Gives an exit code: 1 where something of the site's template was left out.
    """
    if not folder.is_dir():
        return complain(f"{folder}: no folder", WRONG)
    if not title.strip():
        return complain("a post needs a title", WRONG)
    folder = folder.absolute()
    beside = folder / "post.md"
    site = find_site(beside)
    manner = manner_of(site, folder, beside if folder != site.root else None)
    made = new_post(manner, title.strip(), datetime.now(UTC), draft=draft)
    try:
        carry_out(Plan(made.path, created=(Created(made.path, made.text),)), state_folder())
    except NameTakenError as error:
        return complain(f"{error.path}: there is a file already", WRONG)
    except FileError as error:
        return complain(f"{made.path}: not written: {error.kind}", WRONG)
    for action in made.dropped:
        complain(f"{made.path}: left out of the site's template: {action}", PROBLEMS)
    here = Path.cwd()
    shown = made.path.relative_to(here) if made.path.is_relative_to(here) else made.path
    sys.stdout.write(f"{shown}\n")
    return PROBLEMS if made.dropped else FINE
