"""What stands behind each open post: the copy of its unsaved text, and the claim to its file."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.gui import words
from editor.gui.posts import claims
from editor.gui.posts.document import Document
from editor.gui.posts.journal import Journal
from editor.locks import HeldError, Lock
from editor.recovery import Found


class Safekeeping(QObject):
    """Keeps the posts of the program safe from crashes, and from two programs at one file."""

    warned = Signal(str, str)  # the topic and the text of a banner for every window
    settled = Signal(str)  # the topic of one that is not true any more

    def __init__(self, state: Path, parent: QObject) -> None:
        """`state` is the program's folder for what it must remember."""
        super().__init__(parent)
        self.address = ""  # where other runs of the program reach this one
        self._state = state
        self._journals: dict[Document, Journal] = {}
        self._claims: dict[Document, Lock] = {}
        self._refusals: dict[Document, HeldError] = {}  # of those that another run has open
        self._has_told = False  # that unsaved texts cannot be kept now

    @property
    def safety(self) -> Path:
        """The folder for copies of files that are being overwritten."""
        return self._state / "safety"

    @property
    def unsaved(self) -> Path:
        """The folder for unsaved texts."""
        return self._state / "recovery"

    @property
    def history(self) -> Path:
        """The folder for earlier versions."""
        return self._state / "history"

    def take(self, document: Document, claim: Lock | None = None) -> None:
        """Keep the unsaved text of `document`, and its `claim`, until it is let go."""
        journal = self._journals[document] = Journal(document, self.unsaved)
        journal.failed.connect(self._tell_failure)
        journal.kept.connect(self._tell_success)
        document.version_lost.connect(self._tell_lost_version)
        self.move(document, claim)

    def claim(self, path: Path) -> Lock:
        """Hold the file at `path` for this run of the program. Raises HeldError."""
        return claims.claim(self._state / "locks", path, self.address)

    def note_refusal(self, document: Document, error: HeldError) -> None:
        """`error` is why there is no claim to the file of `document`."""
        self._refusals[document] = error

    def ask_to_show(self, document: Document) -> bool:
        """Have the run that holds `document` show it; False where it does not answer."""
        refusal = self._refusals.get(document)
        if refusal is None or document.path is None:
            return False
        return claims.ask_to_show(questions(self._state), refusal, document.path)

    def move(self, document: Document, claim: Lock | None) -> None:
        """From now on `document` has this claim, and no more the one it had."""
        held = self._claims.pop(document, None)
        if held is not None:
            held.release()
        if claim is not None:
            self._claims[document] = claim

    def claim_of(self, document: Document) -> Lock | None:
        """The claim of a document, for the one that is to take its place."""
        return self._claims.pop(document, None)

    def adopt(self, document: Document, found: Found) -> None:
        """What was `found` is from now on the text of `document`. Raises FileNotFoundError."""
        self._journals[document].adopt(found)

    def give_up(self, document: Document) -> None:
        """Keep the text aside, which the writer chose not to save."""
        with suppress(OSError):  # it was told that texts cannot be kept, if they cannot
            self._journals[document].give_up()

    def flush(self) -> None:
        """Have all unsaved texts on the disk: the program is about to end."""
        for journal in self._journals.values():
            with suppress(Exception):  # whatever it is, the others are to keep theirs
                journal.flush()

    def hurry(self) -> None:
        """Have on the disk what was typed: the window's thread will be busy for a while."""
        for journal in self._journals.values():
            with suppress(Exception):  # tried again, and told, when it is due
                journal.hurry()

    def let_go(self, document: Document) -> None:
        """The post is closed."""
        self.move(document, None)
        self._refusals.pop(document, None)
        journal = self._journals.pop(document, None)
        if journal is not None:
            journal.close()

    def _tell_failure(self, error: Exception) -> None:
        if not self._has_told:
            self._has_told = True
            text = self.tr(
                "Unsaved text is not kept aside for now: {reason} ({folder}). Saving works."
            )
            text = text.format(reason=words.reason(error), folder=self.unsaved)
            self.warned.emit("recovery", text)

    def _tell_success(self) -> None:
        if self._has_told:
            self._has_told = False
            self.settled.emit("recovery")

    def _tell_lost_version(self, error: Exception) -> None:
        text = self.tr("Saved. The version before could not be kept: {reason} ({folder}).")
        text = text.format(reason=words.reason(error), folder=self.history)
        self.warned.emit("history", text)


def questions(state: Path) -> Path:
    """The folder in which the runs of the program ask each other."""
    return state / "questions"
