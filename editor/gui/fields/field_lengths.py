"""How long the title or the description is, while the writer is in its box."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from editor.gui import words
from editor.gui.fields.form import FrontMatterForm

_KEYS = ("title", "subtitle", "description", "summary", "excerpt")


class FieldLengths(QObject):
    """Tells the length of the text in the box that has the focus, where its length matters."""

    told = Signal(str)  # in words; "" once the box is left

    def __init__(self, form: FrontMatterForm) -> None:
        super().__init__(form)
        self._form = form
        self._key = ""
        self._box: QLineEdit | QPlainTextEdit | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._box is not None:
            self._box.textChanged.disconnect(self._tell)
            self._box = None
            self.told.emit("")
        for key in _KEYS:
            is_here = key in self._form.keys and self._form.box(key) is new
            if is_here and isinstance(new, QLineEdit | QPlainTextEdit):
                self._key, self._box = key, new
                new.textChanged.connect(self._tell)
                self._tell()

    @Slot()
    def _tell(self) -> None:
        box = self._box
        if box is not None:
            text = box.text() if isinstance(box, QLineEdit) else box.toPlainText()
            length = self.tr("{field}: {number} characters")
            name = words.field_label(self._key)
            self.told.emit(length.format(field=name, number=len(text)))
