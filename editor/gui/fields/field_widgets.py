"""The boxes of the form, one for each kind of field: they show a value and tell of changes."""

import textwrap

from PySide6.QtCore import (
    QDate,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QCalendarWidget,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from editor.gui.fields.dates import day_of, long_date, with_day
from editor.gui.fields.flow_layout import FlowLayout
from editor.gui.flat_label import FlatLabel as FlatLabel
from editor.gui.flat_label import flat_tip as flat_tip
from editor.gui.plain_text import copied, text_of

_NARROW_NOTE = 480  # pixels
_TEXT_MARGIN = 2  # pixels within a long text's box
_LONG_TEXT_LINES = (1, 6)  # a long text is at least and at most so many lines high
_BESIDE_THE_DAY, _WIDEST_DAY = 46, 230  # pixels: margins and icon; what a date may ask for


class SharedUndo(QObject):
    """Keeps a box from undoing on its own: the document has the one history."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let undo and redo pass on to the window's menu."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                event.ignore()
                return True
        return False


class TextBox(QLineEdit):
    """One line of text."""

    edited = Signal(object)  # the text, by the writer's hand alone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self.edited.emit)

    def show_value(self, shown: str) -> None:
        """Show `shown`; what is shown already keeps its cursor."""
        if shown != self.text():
            self.setText(shown)
            self.setCursorPosition(0)


class LongTextBox(QPlainTextEdit):
    """Some lines of text; as high as they need, within bounds."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        # Its lines are broken; Qt would show one that covers the last of them for a moment.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_TEXT_MARGIN)
        self._shown = self._known = ""  # Qt says textChanged of fonts and colours too
        self.textChanged.connect(self._note_change)
        self._fit()

    def show_value(self, shown: str) -> None:
        """Show `shown`; what is shown already keeps its cursor."""
        if shown != self._shown:
            with QSignalBlocker(self):
                self.setPlainText(shown)
            self._shown = shown
            self._known = text_of(self.document())  # not always `shown`: Qt cannot hold U+2029
            self._fit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, cut or dragged: the very characters."""
        return copied(self.textCursor())

    def _note_change(self) -> None:
        self._fit()
        text = text_of(self.document())
        if text != self._known:
            self._shown = self._known = text
            self.edited.emit(text)

    def _fit(self) -> None:
        least, most = _LONG_TEXT_LINES
        needed = round(self.document().size().height())
        lines = min(max(needed, least), most)
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if needed > most else off)
        margins = self.contentsMargins()  # border and padding, as the style sheet has them
        frame = margins.top() + margins.bottom() + 2 * _TEXT_MARGIN
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + frame)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Wrapped anew, the text may need another height."""
        super().resizeEvent(event)
        self._fit()


class DateBox(QLineEdit):
    """A date in the author's notation; while not being edited, in the locale's words."""

    edited = Signal(object)

    def __init__(self, calendar_icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._pick = QAction(calendar_icon, self.tr("Choose a day"), self)
        self._pick.setShortcut(QKeySequence("Alt+Down"))
        self._pick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._pick.setToolTip(self.tr("Choose a day (Alt+Down)"))
        self._pick.triggered.connect(self._open_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._note_typed)

    def minimumSizeHint(self) -> QSize:
        """Room for the day that is shown, and for the calendar's icon."""
        hint = super().minimumSizeHint()
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(max(hint.width(), min(words + _BESIDE_THE_DAY, _WIDEST_DAY)), hint.height())

    def set_icon(self, calendar_icon: QIcon) -> None:
        """Take the icon in the theme's colour."""
        self._pick.setIcon(calendar_icon)

    def show_value(self, shown: str) -> None:
        """Show `shown`: as it stands in the file while being edited, else in the locale's words."""
        self._shown = shown
        text = shown if self.hasFocus() else long_date(shown)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
            self.updateGeometry()
        self.setToolTip(flat_tip(shown))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the notation of the file."""
        super().focusInEvent(event)
        self.show_value(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the words of the locale."""
        super().focusOutEvent(event)
        self.show_value(self._shown)

    def _note_typed(self, text: str) -> None:
        self._shown = text
        self.edited.emit(text)

    def _open_calendar(self) -> None:
        if self.isReadOnly():
            return
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setAccessibleName(self._pick.text())
        plain = QTextCharFormat()  # not Qt's red at the week's end, which no dark ground bears
        plain.setForeground(self.palette().text())
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day_of_week, plain)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = day_of(self._shown)
        if day:
            calendar.setSelectedDate(day)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(self._take_day)
        calendar.clicked.connect(self._take_day)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _take_day(self, day: QDate) -> None:
        """Only the day changes: the time and the zone stay as the author wrote them."""
        text = with_day(self._shown, day)
        if text != self._shown:
            self.show_value(text)
            self.edited.emit(text)


class ReadOnlyBox(QFrame):
    """A value that can be changed in the source alone."""

    source_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readOnly")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._button = QToolButton()
        self._button.setText(self.tr("Edit in the source"))
        self._button.setObjectName("link")
        self._button.clicked.connect(self.source_asked)
        self.setFocusProxy(self._button)
        row = FlowLayout(self, gap=8, margin=5)
        row.addWidget(self._text)
        row.addWidget(self._button)

    def show_value(self, shown: str) -> None:
        """Show the value as it is written, at most a few lines of it."""
        first, _, others = shown.strip("\n").partition("\n")
        lines = [first, *textwrap.dedent(others).split("\n")] if others else [first]
        more = "\n…" if len(lines) > _LONG_TEXT_LINES[1] else ""
        self._text.setText("\n".join(line[:200] for line in lines[: _LONG_TEXT_LINES[1]]) + more)


class ProblemNote(QFrame):
    """What is wrong, in plain words, and the button that mends it. A quiet one only advises."""

    mend_asked = Signal()

    def __init__(
        self, message: str, mend: str, parent: QWidget | None = None, *, is_quiet: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("quiet", is_quiet)
        self.setObjectName("problem")
        self.setAccessibleName(message)
        label = FlatLabel(message)
        label.setWordWrap(True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        above = 1 if is_quiet else 7
        self._row.setContentsMargins(4 if is_quiet else 10, above, 10, above)
        self._row.setSpacing(8)
        self._row.addWidget(label, stretch=1)
        if mend:
            button = QToolButton()
            button.setObjectName("mend")
            button.setText(mend.replace("&", "&&"))
            button.clicked.connect(self.mend_asked)
            self._row.addWidget(button, alignment=Qt.AlignmentFlag.AlignRight)
            self.setFocusProxy(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the button stands below the words."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if event.size().width() < _NARROW_NOTE else beside)
