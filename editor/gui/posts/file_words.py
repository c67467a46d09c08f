"""What is said of posts as files."""

from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication

from editor.gui.posts.file_plans import Told

translate = QCoreApplication.translate


def renaming(path: Path) -> Told:
    """Of a post that gets another name."""
    question = translate(
        "file_words", "Posts that link to this one: {number}. This is what changes in them."
    )
    one = translate("file_words", "Rename {name}")
    return Told(
        one.format(name=path.name),
        question,
        translate("file_words", "Rename and mend the links"),
        translate("file_words", "Rename alone"),
        translate("file_words", "Renamed: {place}"),
    )


def publishing(path: Path, address: str) -> Told:
    """Of a draft that is published at `address`, "" where that is not known."""
    question = translate(
        "file_words", "Posts that link to this draft: {number}. This is what changes in them."
    )
    done = translate("file_words", "A post from now on, with the next build of the site: {place}")
    if address:
        at = translate(
            "file_words", "A post from now on: {place}. The next build of the site puts it at {at}"
        )
        shown = unquote(address).replace("{", "{{").replace("}", "}}")
        done = at.format(place="{place}", at=shown)
    return Told(
        translate("file_words", "Publish {name}").format(name=path.name),
        question,
        translate("file_words", "Publish and mend the links"),
        translate("file_words", "Publish alone"),
        done,
    )


def unpublishing(path: Path) -> Told:
    """Of a post that is a draft again."""
    question = translate(
        "file_words",
        "Posts that link to this one: {number}. While it is a draft these links lead nowhere, and "
        "the build of the site may stop there. This is what changes in them.",
    )
    return Told(
        translate("file_words", "Take {name} back").format(name=path.name),
        question,
        translate("file_words", "Take it back and mend the links"),
        translate("file_words", "Take it back alone"),
        translate("file_words", "A draft again, with the next build of the site: {place}"),
    )


def nothing_to_do(path: Path, *, publishes: bool) -> str:
    """Of a post that is what it was to become."""
    text = translate("file_words", "{name} is a draft already.")
    if publishes:
        text = translate("file_words", "{name} is no draft: it is a post already.")
    return text.format(name=path.name)


def copied(path: Path) -> str:
    """Of a copy, which lies at {place}."""
    text = translate("file_words", "A copy of {old}: {new}")
    return text.format(old=path.name, new="{place}")


def copy_title(title: str) -> str:
    """The title of a copy."""
    return translate("file_words", "{title} (copy)").format(title=title)
