"""A line that is as long as its place lets it be; the pointer, a click and Enter tell all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from editor.gui.flat_label import FlatLabel

_NARROWEST = 60  # pixels


class PublicationLabel(FlatLabel):
    """Shows what comes of the post, cut with an ellipsis where the window is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setObjectName("publication")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_text(self, text: str, whole: str) -> None:
        """Show `text`; `whole` is told of on demand. Nothing is shown of ""."""
        from html import escape  # with all names of HTML, before the window is drawn: 1 ms

        self.setText(text)
        lines = "<br>".join(map(escape, whole.split("\n")))
        self.setToolTip(f"<p style='white-space: pre-wrap'>{lines}</p>" if whole else "")
        self.setAccessibleDescription(whole)
        self.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        # Its enums take PySide 5 ms, and nothing is shown while the window is first drawn.
        from PySide6.QtWidgets import QStyle, QStyleOption

        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        box = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, box.width())
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        self.style().drawItemText(
            painter, box, place, self.palette(), True, cut, self.foregroundRole()
        )
        if self.hasFocus():
            self.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tell()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._tell()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _tell(self) -> None:
        from PySide6.QtWidgets import QToolTip

        QToolTip.showText(self.mapToGlobal(self.rect().topLeft()), self.toolTip(), self)
