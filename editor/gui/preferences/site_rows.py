"""What holds for one site, on the page of preferences."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from editor.gui.preferences.boxes import box_of, show_value
from editor.gui.preferences.catalogue import of_site
from editor.gui.preferences.row import Row
from editor.site_settings import NAME_IN_SITE, SiteSettings, is_folder, is_in_site


class SiteRows(QObject):
    """The settings of a site, kept as soon as they are chosen."""

    changed = Signal()  # they are kept
    failed = Signal(str)  # why they could not be kept

    def __init__(self, folder: Path, languages: Sequence[tuple[str, str]], parent: QObject) -> None:
        """`folder` is that of the program's settings; `languages` those there are words of."""
        super().__init__(parent)
        self._folder = folder
        self._root: Path | None = None
        self._known = SiteSettings()
        self._boxes: dict[str, QWidget] = {}
        self._rows: dict[str, Row] = {}
        for preference in of_site(languages):
            box = box_of(preference, partial(self._take, preference.name))
            self._boxes[preference.name] = box
            self._rows[preference.name] = Row(preference.label, box, preference.hint)
        self._in_site = QCheckBox(
            self.tr("Keep these in the site’s folder, for who works on it too")
        )
        self._in_site.clicked.connect(self._save)
        hint = self.tr("In {file}; the command that builds it stays outside.")
        hint = hint.format(file=NAME_IN_SITE)
        inside = Row(self._in_site.text(), self._in_site, hint, is_whole=True)
        self._all = [*self._rows.values(), inside]

    @property
    def rows(self) -> dict[str, Row]:
        """The rows of settings, by name."""
        return self._rows

    @property
    def all_rows(self) -> Sequence[Row]:
        """All rows, from the top."""
        return self._all

    def show_site(self, root: Path | None) -> None:
        """Show the settings of the site at `root`; without one there are none."""
        self._root = root
        self._known = SiteSettings.load(self._folder, root) if root else SiteSettings()
        for name, box in self._boxes.items():
            show_value(box, getattr(self._known, name))
            self._rows[name].tell("")
        self._in_site.setChecked(root is not None and is_in_site(root))

    def _take(self, name: str, value: object) -> None:
        if name == "image_folder" and value and not is_folder(str(value)):
            said = self.tr("A folder of the site, such as /assets/images.")
            self._rows[name].tell(said)
            return
        self._rows[name].tell("")
        self._known = replace(self._known, **{name: value})  # type: ignore[arg-type]
        self._save()

    @Slot()
    def _save(self) -> None:
        if self._root is None:
            return
        try:
            self._known.save(self._folder, self._root, in_site=self._in_site.isChecked())
        except OSError as error:
            said = self.tr("The settings of this site could not be kept: {reason}.")
            self.failed.emit(said.format(reason=error.strerror))
        else:
            self.changed.emit()
