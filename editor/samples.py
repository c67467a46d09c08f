"""The sample blog that comes with the program, copied to where its posts can be changed."""

import shutil
import tempfile
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_FOLDER = "blog-editor-sample"
_MARK = "_config.yml"
_ENGLISH = "_posts/2016-03-20-writing-posts-as-plain-files.md"
_FRENCH = "_posts/2009-05-29-google-wave-en-avant-premiere.md"


def source() -> Path | None:
    """The blog as it came with the program, or None where it was left out.

    A wheel carries it inside the package; a checkout has it beside the package.
    """
    for home in (_PACKAGE, _PACKAGE.parent):
        if (home / "sample_posts" / _MARK).is_file():
            return home / "sample_posts"
    return None


def place(home: Path) -> Path:
    """Where a writer who keeps documents in `home` has the copy."""
    return home / _FOLDER


def copy(home: Path) -> Path:
    """The copy in `home`, made where there is none yet. Raises OSError."""
    goal, blog = place(home), source()
    if (goal / _MARK).is_file():
        return goal
    if blog is None:
        raise FileNotFoundError(_FOLDER)
    with tempfile.TemporaryDirectory(dir=home, prefix=f".{_FOLDER}-") as beside:
        shutil.copytree(blog, Path(beside) / _FOLDER).rename(goal)  # whole or not at all
    return goal


def first_post(blog: Path, language: str) -> Path:
    """The post of a copy to begin with, for a reader of `language`, such as "fr"."""
    return blog / (_FRENCH if language == "fr" else _ENGLISH)
