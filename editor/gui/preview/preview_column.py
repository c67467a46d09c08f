"""The right column: the preview, and above it whose site it shows."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.gui.flat_label import FlatLabel, flat_tip
from editor.gui.preview.paper import PAPER, BlankPaper
from editor.site import Site, find_site

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from editor.gui.preview.plain_preview import PlainPreview
    from editor.gui.preview.preview_pane import PreviewPane
    from editor.site_page.model import SitePage


class PreviewColumn(QWidget):
    """Holds the full preview, or the plain one where the full one cannot be had.

    Until `build` is called it holds blank paper, which looks the same and takes no time.
    """

    in_site_chosen = Signal(bool)  # whether the article is to be shown within its site
    build_asked = Signal()  # the site is to be built anew
    replaced = Signal(str)  # the plain preview took over; why, in the writer's words

    def __init__(self, parent: QWidget | None = None, paper: str = PAPER[False, False]) -> None:
        """`paper` is the colour of the page."""
        super().__init__(parent)
        self.setMinimumWidth(260)
        self.preview: PreviewPane | PlainPreview
        self.missing = ""  # what the full preview lacks, in words
        self._alone = self._tab(self.tr("Article"))
        self._alone.setChecked(True)
        self._in_site = self._tab(self.tr("In your site"))
        self._in_site.toggled.connect(self.in_site_chosen)
        self._generator = FlatLabel()
        self._generator.setAccessibleDescription(self.tr("Site's generator"))
        bar = QWidget()
        bar.setObjectName("previewBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 4, 14, 4)
        row.setSpacing(4)
        row.addWidget(self._alone)
        row.addWidget(self._in_site)
        row.addStretch(1)
        row.addWidget(self._generator)
        self._shown: QWidget = BlankPaper(paper=paper)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._note: QWidget | None = None  # built when there is something to say
        self._is_covered = False
        self._column.addWidget(bar)
        self._column.addWidget(self._shown, stretch=1)

    def build(self) -> None:
        """Make the preview; from now on `preview` is there."""
        from editor.gui.preview.preview_choice import create_preview
        from editor.system_libraries import how_to_install, missing_for_preview

        self.preview, self.missing = create_preview()
        packages = missing_for_preview() if self.missing else []
        if packages:
            self.missing += "\n" + self.tr("To install it:") + "\n" + how_to_install(packages)
        self._put(self.preview)
        if self.missing:
            self._leave_site()
        self.preview.unusable.connect(self._replace)

    def start(self, path: Path | None, text: str) -> "SignalInstance | None":
        """Load the page of the post `text` at `path` now, where there is one to be seen.

        Gives the signal that comes when the page's process has got it, and this one is idle.
        """
        pane = self.full_preview
        if pane is None or not pane.isVisible():
            return None
        self.set_place(find_site(path, text), path)
        pane.start()
        return pane.opened

    def set_place(self, site: Site, path: Path | None) -> None:
        """Look the media of the post at `path`, which is of `site`, up there."""
        folder = path.parent.absolute() if path else None
        self.preview.set_place(site.root, folder, site.generator)

    def show_generator(self, label: str) -> None:
        """Say whose Markdown the preview reads."""
        self._generator.setText(label)

    @property
    def full_preview(self) -> "PreviewPane | None":
        """The preview, where it is the full one, which can show a page of the site."""
        from editor.gui.preview.preview_pane import PreviewPane

        return self.preview if isinstance(self.preview, PreviewPane) else None

    def choose_look(self, *, in_site: bool) -> None:
        """Show the article within its site, or by itself; `in_site_chosen` follows."""
        if self._in_site.isEnabled():
            (self._in_site if in_site else self._alone).setChecked(True)

    def change_look(self) -> None:
        """Show the article within its site where it was shown alone, and the other way round."""
        if self._in_site.isEnabled():
            self.choose_look(in_site=not self._in_site.isChecked())

    def show_page(self, page: "SitePage | None") -> None:
        """Show the article in `page` of its site, or with None by itself."""
        if self.full_preview is not None:
            self.full_preview.show_in(page)

    def say(self, text: str, *, can_build: bool = False) -> None:
        """Say something about the page that is shown, or with "" nothing."""
        if self._note is None:
            if not text:
                return
            self._build_note()
        assert self._note
        self._told.say(text)
        self._build_button.setVisible(can_build)
        self._note.setVisible(bool(text))

    def hold(self, panel: QWidget) -> None:
        """Show a panel of another's below the preview."""
        self._column.addWidget(panel, stretch=1)

    def cover(self, on: bool) -> None:
        """Leave the whole place of the preview to what `hold` was given."""
        self._is_covered = on
        self._shown.setVisible(not on)

    def _build_note(self) -> None:
        self._note = QWidget()
        self._note.setObjectName("previewNote")
        self._told = _CutLabel()
        self._build_button = QToolButton()
        self._build_button.setText(self.tr("Build the site"))
        self._build_button.clicked.connect(self.build_asked)
        row = QHBoxLayout(self._note)
        row.setContentsMargins(14, 3, 10, 3)
        row.addWidget(self._told, stretch=1)
        row.addWidget(self._build_button)
        self._column.insertWidget(1, self._note)

    def _tab(self, text: str) -> QToolButton:
        tab = QToolButton()
        tab.setText(text)
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return tab

    def _put(self, widget: QWidget) -> None:
        old, self._shown = self._shown, widget
        self._column.replaceWidget(old, widget)
        old.hide()
        old.deleteLater()
        widget.setVisible(not self._is_covered)

    def _replace(self, reason: str) -> None:
        from editor.gui.preview.plain_preview import PlainPreview

        self.preview = PlainPreview()
        self._leave_site()
        self._put(self.preview)
        self.missing = reason
        self.replaced.emit(reason)

    def _leave_site(self) -> None:
        """The plain preview shows the article alone."""
        self._alone.setChecked(True)
        self._in_site.setEnabled(False)


class _CutLabel(FlatLabel):
    """One line, cut where it is too long for the column; its tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show `text`."""
        self.whole = text
        self.setToolTip(flat_tip(text))
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        cut = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room)
        self.setText(cut)
