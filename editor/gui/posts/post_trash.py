"""Posts in the system's trash, and the way back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from editor import atomic, disk
from editor.atomic import ChangedError
from editor.disk import FileError
from editor.gui.messages import Way
from editor.gui.posts.document import Document
from editor.gui.posts.file_plans import FilePlans
from editor.gui.posts.open_posts import OpenPosts
from editor.post_files.carrying import NameTakenError
from editor.post_files.manner import is_bundle
from editor.post_files.trash import TrashError, trash


class PostTrash(QObject):
    """Puts posts into the trash. What was unsaved in them is kept aside as after closing."""

    def __init__(self, posts: OpenPosts, plans: FilePlans) -> None:
        super().__init__(plans)
        self._posts = posts
        self._plans = plans

    def throw(self, path: Path) -> None:
        """Put the post at `path` into the trash; a bundle with its folder."""
        target = path.parent if is_bundle(path) else path
        try:
            content = disk.read_bytes(path)
            document = self._posts.shared.find(path)
            trash(target)
        except FileError as error:
            self._plans.tell_failure(error)
            return
        except TrashError as error:
            text = self.tr("{name} stays where it is: it could not be put in the trash ({reason}).")
            said = text.format(name=target.name, reason=error.reason)
            self._plans.say(said, level="warning")
            return
        if document is not None:
            self._close(document)
        self._tell(path, target, content)

    def _close(self, document: Document) -> None:
        if document.is_modified:
            self._posts.safekeeping.give_up(document)
        for posts in self._posts.shared.windows(document):
            posts.drop(document)

    def _tell(self, path: Path, target: Path, content: bytes) -> None:
        if target != path:
            text = self.tr("{name}, with all that lies in it, is in the trash of your system.")
            self._plans.say(text.format(name=target.name))
            return
        text = self.tr("{name} is in the trash of your system.")
        back = Way(self.tr("Put it back"), partial(self._put_back, path, content))
        self._plans.say(text.format(name=path.name), back)

    def _put_back(self, path: Path, content: bytes) -> None:
        """Write what was thrown away where it lay; the trash keeps its own."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(path, content, None, None)
        except ChangedError:
            self._plans.tell_failure(NameTakenError(path))
        except (FileError, OSError) as error:
            self._plans.tell_failure(error)
        else:
            self._posts.open(path)
