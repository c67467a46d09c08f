"""What the writer does in the form, as edits of the document in front."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from editor import front_matter
from editor.edits import Edit
from editor.front_matter import FieldError, Problem, Value
from editor.gui import words
from editor.gui.form import FrontMatterForm
from editor.gui.open_posts import OpenPosts


class FieldEditing(QObject):
    """Turns what the form says into edits, and tells the form where one is refused."""

    edited = Signal()  # the text changed, or the form must show again what it shows

    def __init__(self, form: FrontMatterForm, posts: OpenPosts) -> None:
        super().__init__(form)
        self._form = form
        self._posts = posts
        form.field_edited.connect(self.set_field)
        form.field_removed.connect(self.remove_field)
        form.mend_asked.connect(self.mend)

    @Slot(str, object)
    def set_field(self, key: str, value: Value) -> None:
        """Set a field; the keys typed into it in a row are one undo step."""
        self._apply(key, lambda text: front_matter.set_field(text, key, value), f"field:{key}")

    @Slot(str)
    def remove_field(self, key: str) -> None:
        """Take a field away."""
        self._apply(key, lambda text: front_matter.remove_field(text, key))

    @Slot(object)
    def mend(self, problem: Problem) -> None:
        """Make the one sure mend of `problem`."""
        self._apply(problem.key, lambda text: front_matter.quote_field(text, problem.key))

    def _apply(self, key: str, make: Callable[[str], list[Edit]], group: str = "") -> None:
        document = self._posts.current
        refusal = ""
        try:
            document.apply(make(document.text), group)
        except FieldError as error:
            refusal = words.refusal(error)
        self.edited.emit()
        if refusal:
            self._form.show_refusal(key, refusal)
