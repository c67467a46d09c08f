"""Texts that were not saved when the program ended: offered, compared, brought back as an edit."""

import os
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from editor import files, recovery
from editor.disk import FileError
from editor.encoding import decode
from editor.files import SafetyCopy
from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.posts.texts_dialog import Button, Choice, Comparison, TextsDialog, moment
from editor.recovery import Found, Snapshot

_TOPIC = "unsaved texts"


class RecoveryOffer(QObject):
    """Offers what is found in the folder of unsaved texts. It touches no file of the writer's."""

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(posts)
        self._posts = posts
        self._messages = messages
        self._window = window
        self._told: set[Path] = set()  # offered in this run
        self._open: set[Path] = set()  # and not decided yet
        posts.opened.connect(self.offer_of)

    def offer(self) -> None:
        """Offer all that was left by programs that did not end as they should."""
        self._offer(self._found())
        for copy in files.unfinished(self._posts.safekeeping.safety):
            text = self.tr(
                "{name} was not written whole when the program last ended. "
                "What it held before is kept."
            )
            way = Way(self.tr("Bring it back"), partial(self._bring_back, copy))
            said = text.format(name=copy.path.name)
            self._messages.show_banner(f"copy {copy.file}", said, [way], level="warning")

    def _bring_back(self, copy: SafetyCopy) -> None:
        """Put the copy's text into the post, as an edit that is not saved yet."""
        if self._posts.open(copy.path):
            document = self._posts.current
            document.replace_text(decode(copy.content).text)
            document.saved.connect(lambda: copy.file.unlink(missing_ok=True))

    @Slot(Path)
    def offer_of(self, path: Path) -> None:
        """Offer what was left of a post that was opened, unless it was offered before."""
        key = recovery.post_key(path)
        names = self._posts.safekeeping.unsaved.glob(f"{key}.*.unsaved")
        if set(names) - self._told:
            found = [one for one in self._found() if one.file.name.startswith(f"{key}.")]
            self._offer([one for one in found if one.file not in self._told])

    def _found(self) -> list[Found]:
        """What was left unsaved and differs from the file as it is now; the rest is dropped."""
        left = []
        for one in recovery.find(self._posts.safekeeping.unsaved):
            if not one.snapshot.given_up:
                if _on_disk(one.snapshot) == one.snapshot.text:
                    recovery.drop(one.file)
                else:
                    left.append(one)
        return left

    def _offer(self, new: list[Found]) -> None:
        """Offer what is `new`, together with what is not decided yet."""
        files_ = self._open | {one.file for one in new}
        found = [one for one in self._found() if one.file in files_]
        self._open = {one.file for one in found}
        self._told |= self._open
        self._messages.clear(_TOPIC)
        if not found:
            return
        snapshot = found[0].snapshot
        if len(found) > 1:
            text = self.tr("{number} posts have text that was not saved when the program ended.")
            text = text.format(number=len(found))
        elif snapshot.path:
            text = self.tr(
                "{name} has text of {typed} that was not saved. The file is of {saved}."
            ).format(
                name=_name(snapshot),
                typed=moment(snapshot.time),
                saved=moment(_file_time(snapshot)) or self.tr("no known time"),
            )
        else:
            text = self.tr("A new post with text of {typed} was never saved.")
            text = text.format(typed=moment(snapshot.time))
        every = self.tr("Recover") if len(found) == 1 else self.tr("Recover all")
        ways = [
            Way(every, partial(self._recover, found)),
            Way(self.tr("Compare…"), partial(self._show, found)),
            Way(self.tr("Decide later"), self._open.clear),
        ]
        self._messages.show_banner(_TOPIC, text, ways, level="warning")

    def show_all(self) -> TextsDialog:
        """List every unsaved text, those too that the writer chose not to save."""
        return self._show(recovery.find(self._posts.safekeeping.unsaved))

    def _show(self, found: list[Found]) -> TextsDialog:
        choices = [
            Choice(
                _name(one.snapshot) or self.tr("New post"),
                self._note(one.snapshot),
                partial(self._compare, one.snapshot),
            )
            for one in found
        ]
        explained = self.tr(
            "Recovering puts the text into the post, as a change that can be undone; "
            "the file stays as it is until you save. Unsaved texts are kept for 30 days."
        )
        if not found:
            explained = self.tr("There are no unsaved texts.")
        dialog = TextsDialog(
            self.tr("Unsaved texts"),
            explained,
            choices,
            [
                Button(self.tr("Delete"), lambda rows: self._drop([found[row] for row in rows])),
                Button(
                    self.tr("Recover"),
                    lambda rows: self._recover([found[row] for row in rows]),
                    is_default=True,
                ),
            ],
            self._window,
        )
        dialog.show()
        return dialog

    def _note(self, snapshot: Snapshot) -> str:
        kind = self.tr("not saved, as you chose") if snapshot.given_up else self.tr("not saved")
        return f"{moment(snapshot.time)} · {kind}"

    def _compare(self, snapshot: Snapshot) -> Comparison:
        on_disk = _on_disk(snapshot)
        saved = moment(_file_time(snapshot))
        if on_disk is None:
            title = self.tr("No file")
        else:
            title = self.tr("The file, of {time}").format(time=saved)
        typed = self.tr("Unsaved, of {time}").format(time=moment(snapshot.time))
        return Comparison((title, typed), (on_disk or "", snapshot.text))

    def _drop(self, found: list[Found]) -> None:
        for one in found:
            recovery.drop(one.file)
        self._offer([])

    def _recover(self, found: list[Found]) -> None:
        for one in reversed(found):  # so that the newest is in front at the end
            document = self._document_for(one.snapshot)
            if document is None:
                continue
            if document.is_read_only:
                text = self.tr("The text of {name} is kept: the post is read-only here now.")
                text = text.format(name=self._posts.name(document))
                self._messages.show_banner("recovery", text, level="warning")
                continue
            with suppress(FileNotFoundError):  # another run of the program has recovered it
                self._posts.safekeeping.adopt(document, one)
                _fill(document, one.snapshot)
        self._offer([])

    def _document_for(self, snapshot: Snapshot) -> Document | None:
        """The open post that the text belongs to; opened if need be, without a file if need be."""
        if not snapshot.path:
            self._posts.new()
            return self._posts.current
        path = Path(snapshot.path)
        if not os.path.lexists(path):
            return self._posts.open_missing(path)
        if self._posts.open(path, snapshot.chosen_encoding):
            return self._posts.current
        return None


def _fill(document: Document, snapshot: Snapshot) -> None:
    """Put the text into the post, as one edit, and go on from the file it was made from.

    Where that file is another by now, it is seen as any change by another program.
    """
    document.replace_text(snapshot.text)
    if document.stored.sha256 != snapshot.base_sha256:
        document.rebase(snapshot.stored)
        document.base = snapshot.base
        document.mark_modified(is_modified=True)


def _name(snapshot: Snapshot) -> str:
    return Path(snapshot.path).name


def _on_disk(snapshot: Snapshot) -> str | None:
    """The text of the post's file as it is now; None where there is none to be read."""
    if not snapshot.path:
        return None
    try:
        return files.read(Path(snapshot.path), snapshot.chosen_encoding).text
    except (FileError, LookupError):
        return None


def _file_time(snapshot: Snapshot) -> float:
    with suppress(OSError):
        return Path(snapshot.path).stat().st_mtime if snapshot.path else 0.0
    return 0.0
