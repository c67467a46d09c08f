"""The tabs of a window's open posts; hidden where there is only one."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from editor.gui.flat_label import flat_tip
from editor.gui.posts.open_posts import OpenPosts


class PostTabs(QTabBar):
    """A tab for each open post, with a dot where it is not saved."""

    def __init__(self, posts: OpenPosts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posts = posts
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Open posts"))
        self.hide()
        posts.changed.connect(self._show_posts)
        self.currentChanged.connect(self._choose)

    @Slot()
    def _show_posts(self) -> None:
        documents = self._posts.documents
        self.blockSignals(True)  # what follows is not the writer's choice
        while self.count() > len(documents):
            self.removeTab(self.count() - 1)
        for place, document in enumerate(documents):
            mark = " •" if document.is_modified else ""
            name = (self._posts.name(document) + mark).replace("&", "&&")
            if place == self.count():
                self.addTab(name)
                self.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._new_cross())
            self.setTabText(place, name)
            self.setTabToolTip(place, flat_tip(str(document.path or "")))
        if documents:
            self.setCurrentIndex(documents.index(self._posts.current))
        self.blockSignals(False)
        self.setVisible(len(documents) > 1)

    @Slot(int)
    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._posts.documents):
            self._posts.show(self._posts.documents[place])

    def _new_cross(self) -> QToolButton:
        cross = QToolButton(self)
        cross.setObjectName("tabCross")
        cross.setText("×")
        cross.setAccessibleName(self.tr("Close"))
        cross.setToolTip(cross.accessibleName())
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard it is Ctrl+W
        cross.clicked.connect(lambda: self._close(cross))
        return cross

    def _close(self, cross: QToolButton) -> None:
        for place, document in enumerate(self._posts.documents):
            if self.tabButton(place, QTabBar.ButtonPosition.RightSide) is cross:
                self._posts.close(document)
                return
