"""What is said in banners where Git cannot do what it was asked for."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from editor import git
from editor.gui.messages import Messages

_TOPIC = "git"


class GitTelling(QObject):
    """Says it; one banner for all that concerns Git."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages

    def say(self, text: str, level: str = "notice") -> None:
        """Say `text` in the banner."""
        self._messages.show_banner(_TOPIC, text, level=level)

    def has_git(self) -> bool:
        """Whether there is a Git to ask; says so where there is none. What was said is gone."""
        self._messages.clear(_TOPIC)
        if not git.is_installed():
            text = self.tr("Git is not installed here. Once it is, its commands work.")
            self.say(text, level="warning")
            return False
        return True

    def say_there_is_none(self, folder: Path) -> None:
        """Say that `folder` is in no repository."""
        text = self.tr("{folder} is not in a Git repository, or in one that Git does not trust.")
        self.say(text.format(folder=folder))

    @Slot(Exception)
    def tell_failure(self, error: Exception) -> None:
        """Say what Git said when it could not answer."""
        text = self.tr("Git could not be asked: {reason}").format(reason=error)
        self.say(text, level="warning")
