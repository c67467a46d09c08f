"""Finds the images that a site does not use, off the window's thread, and shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QWidget

from editor.gui.messages import Messages
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.worker import Worker
from editor.site import Site

if TYPE_CHECKING:
    from editor.gui.references.unused_dialog import UnusedDialog

_TOPIC = "unused-images"  # of banners


@dataclass(frozen=True)
class _Found:
    site: Site
    images: Sequence[tuple[Path, int]]  # each with its bytes


class UnusedImages(QObject):
    """Shows the dialog; nothing is moved but what the writer chose."""

    _pictured = Signal(object, object)  # a path, its QImage; from the other thread

    def __init__(self, posts: OpenPosts, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._posts, self._messages, self._window = posts, messages, window
        self._site = Site(None, "commonmark")
        self._is_wanted = False
        self.dialog: UnusedDialog | None = None
        self._finder = Worker(self._find, self)
        self._finder.done.connect(self._show_found)
        self._painter = Worker(self._paint, self)
        self._pictured.connect(self._show_picture)

    def look_at(self, site: Site) -> None:
        """The post in front lies in `site`."""
        self._site = site

    def stop(self) -> None:
        """End the threads."""
        self._is_wanted = False
        self._finder.stop()
        self._painter.stop()

    @Slot()
    def show(self) -> None:
        """Show the images that nothing in the site of the post in front names."""
        if self._site.root is None:
            text = self.tr("Open a post of a site first: its images are looked at.")
            self._messages.show_banner(_TOPIC, text)
            return
        self._messages.clear(_TOPIC)
        dialog = self._shown_dialog()
        dialog.wait()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        self._is_wanted = True
        self._finder.ask(self._site)

    def _shown_dialog(self) -> "UnusedDialog":
        if self.dialog is None:
            from editor.gui.references.unused_dialog import UnusedDialog

            self.dialog = UnusedDialog(self._window)
            self.dialog.trash_wanted.connect(self._throw)
            self.dialog.show_wanted.connect(self._show_folder)
            self.dialog.closed.connect(self._leave)
        return self.dialog

    @Slot()
    def _leave(self) -> None:
        self._is_wanted = False

    @Slot(object)
    def _show_found(self, found: _Found) -> None:
        if self.dialog is not None and found.site.root is not None:
            # What is written and not saved counts too.
            texts = [document.text for document in self._posts.documents if document.is_modified]
            images = [
                (path, size)
                for path, size in found.images
                if not any(path.name in text for text in texts)
            ]
            self.dialog.show_images(found.site.root, images)
            self._painter.ask([path for path, _ in images])

    @Slot(object, object)
    def _show_picture(self, path: Path, picture: QImage) -> None:
        if self.dialog is not None:
            self.dialog.show_picture(path, picture)

    @Slot(object)
    def _throw(self, paths: Sequence[Path]) -> None:
        from editor.post_files.trash import TrashError, trash

        assert self.dialog is not None
        gone = []
        for path in paths:
            try:
                trash(path)
            except TrashError as error:
                text = self.tr("{name} stays where it is: {reason}.")
                told = text.format(name=path.name, reason=error.reason)
                self._messages.show_banner(_TOPIC, told, level="warning")
                break
            gone.append(path)
        self.dialog.drop(gone)

    @Slot(Path)
    def _show_folder(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    # On the workers' threads

    def _find(self, site: object) -> _Found:
        assert isinstance(site, Site)
        from editor.unused_images import unused_images

        return _Found(site, list(_sized(unused_images(site, lambda: self._is_wanted))))

    def _paint(self, paths: object) -> None:
        from editor.gui.fields.file_pictures import picture_of
        from editor.gui.references.unused_dialog import THUMBNAIL

        assert isinstance(paths, list)
        for path in paths:
            if not self._is_wanted:
                return
            picture = picture_of(path, THUMBNAIL)
            if picture is not None:
                self._pictured.emit(path, picture)


def _sized(paths: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    for path in paths:
        try:
            yield path, path.stat().st_size
        except OSError:  # it has gone meanwhile
            continue
