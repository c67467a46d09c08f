"""The bar above the text in which one says how a post is to be exported."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.export.page import Look, Paper, Size
from editor.gui.export.options import WIDEST_MARGIN, Options
from editor.gui.fields.flow_layout import FlowLayout
from editor.gui.flat_label import FlatLabel

_PREFERRED, _IGNORED = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ExportBar(QFrame):
    """Shows the options of one kind of export, and says when they are chosen."""

    chosen = Signal()
    closed = Signal()

    def __init__(self, kind: str, options: Options) -> None:
        """`kind` is the name of the command."""
        super().__init__()
        self.setObjectName("exportBar")
        self._options = options
        self._build_choices()
        title, button = self._words(kind)
        self.setAccessibleName(title)
        self.button = _button(button)
        self.button.setObjectName("namingButton")
        self.button.clicked.connect(lambda _on=False: self.chosen.emit())
        self.cross = _button("×")
        self.cross.setObjectName("dismiss")
        self.cross.setAccessibleName(self.tr("Close (Esc)"))
        self.cross.setToolTip(self.cross.accessibleName())
        self.cross.clicked.connect(lambda _on=False: self.closed.emit())
        self._lay_out(title, kind)

    def _build_choices(self) -> None:
        options, paper = self._options, self._options.paper
        self.look = QComboBox()
        self.look.setAccessibleName(self.tr("Look"))
        for text, look in (
            (self.tr("Light"), Look.LIGHT),
            (self.tr("Dark"), Look.DARK),
            (self.tr("Plain, without styles"), Look.PLAIN),
        ):
            self.look.addItem(text, look)
        self.look.setCurrentIndex(self.look.findData(options.look))
        self.size_box = QComboBox()
        self.size_box.setAccessibleName(self.tr("Paper"))
        for size in Size:
            self.size_box.addItem(str(size), size)
        self.size_box.setCurrentIndex(self.size_box.findData(paper.size))
        self.margin = QSpinBox(minimum=0, maximum=WIDEST_MARGIN, value=paper.margin)
        self.margin.setPrefix(self.tr("Margins: "))
        self.margin.setSuffix(self.tr(" mm"))
        self.margin.setAccessibleName(self.tr("Margins in millimetres"))
        self.numbers = _check(self.tr("Page numbers"), paper.has_numbers)
        self.addresses = _check(self.tr("Addresses of links"), paper.has_addresses)
        self.mail_images = _check(self.tr("With its images"), options.has_mail_images)

    def _words(self, kind: str) -> tuple[str, str]:
        return {
            "export_html": (self.tr("HTML page with its images"), self.tr("Export…")),
            "export_pdf": (self.tr("PDF, black on white"), self.tr("Export…")),
            "print": (self.tr("Print, black on white"), self.tr("Print…")),
            "copy_mail": (self.tr("Copy for an e-mail"), self.tr("Copy")),
        }[kind]

    def _lay_out(self, title: str, kind: str) -> None:
        on_paper = (self.size_box, self.margin, self.numbers, self.addresses)
        shown: dict[str, tuple[QWidget, ...]] = {
            "export_html": (self.look,),
            "copy_mail": (self.mail_images,),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        label = FlatLabel(title)
        label.setWordWrap(True)
        row.addWidget(label, stretch=1)
        row.addWidget(self.button)
        row.addWidget(self.cross)
        choices = QWidget()
        for widget, across in ((self, _PREFERRED), (choices, _IGNORED)):
            policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)  # where the column is narrow there are more lines
            widget.setSizePolicy(policy)
        flow = FlowLayout(choices, gap=10, margin=0)
        for widget in shown.get(kind, on_paper):
            flow.addWidget(widget)
        if kind == "export_html":
            flow.addWidget(QWidget())  # which fills the line in the place of the one choice
        for box in (self.look, self.size_box, self.margin):
            box.setMinimumHeight(self.fontMetrics().height() + 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(choices)
        self.first = shown.get(kind, on_paper)[0]

    @property
    def options(self) -> Options:
        """What is chosen; what this kind of export does not ask stays."""
        paper = Paper(
            self.size_box.currentData(),
            self.margin.value(),
            self.numbers.isChecked(),
            self.addresses.isChecked(),
        )
        return Options(self.look.currentData(), paper, self.mail_images.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc closes."""
        is_enter = event.key() in _ENTER
        if event.key() == Qt.Key.Key_Escape or (is_enter and self.cross.hasFocus()):
            self.closed.emit()
        elif is_enter:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    return button


def _check(text: str, on: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(on)
    return box
