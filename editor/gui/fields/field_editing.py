"""What the writer does in the form, as edits of the document in front."""

from collections.abc import Callable, Sequence
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from editor import front_matter
from editor.edits import Edit
from editor.field_habits import Habits
from editor.field_paths import start_folder, written_path
from editor.front_matter import FieldError, Remembered, Value
from editor.gui import words
from editor.gui.fields.field_lookup import FieldLookup
from editor.gui.fields.form import FrontMatterForm
from editor.gui.fields.path_box import PathBox
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.library_habits import format_of_new
from editor.problems import OF_TEMPLATE_TAGS, PostProblem
from editor.site import Site


class FieldEditing(QObject):
    """Turns what the form says into edits, and tells the form what the post's site knows."""

    publication_found = Signal(object)  # what comes of the post: a Publication
    settled = Signal()  # once: all is found that the form shows beside the post's text
    edited = Signal()  # the text changed, or the form must show again what it shows

    def __init__(self, form: FrontMatterForm, posts: OpenPosts) -> None:
        super().__init__(form)
        self._form = form
        self._posts = posts
        self._site = Site(None, "commonmark")
        self._habits = Habits()
        self._problems: Sequence[PostProblem] = ()
        self._tags_told_elsewhere = False
        # How fields were written, so that a value set back gets its characters back.
        self._looks: WeakKeyDictionary[Document, Remembered] = WeakKeyDictionary()
        self._lookup = FieldLookup(self)
        posts.current_changed.connect(self._forget_problems)
        posts.saved.connect(self.note_saved)
        form.field_edited.connect(self.set_field)
        form.field_removed.connect(self.remove_field)
        form.mend_asked.connect(self.mend)
        form.file_asked.connect(self.choose_file)
        form.paths_shown.connect(self._look_for_files)
        self._lookup.habits_found.connect(self._take_habits)
        self._lookup.problems_found.connect(self._show_problems)
        self._lookup.publication_found.connect(self.publication_found)
        self._lookup.files_found.connect(form.show_files)
        self._lookup.settled.connect(self.settled)

    def look_at(self, site: Site) -> None:
        """The post in front lies in `site`: learn from its posts."""
        self._site = site
        self._lookup.ask_habits(site, self._path())
        self._look_for_files(self._form.paths)

    @Slot()
    def note_saved(self) -> None:
        """A post was saved: it teaches too."""
        self._lookup.ask_habits(self._site, self._path(), saved=True)
        self._look_for_files(self._form.paths)

    def follow_text(self) -> None:
        """Find what is wrong with the post in front, as its text is now."""
        document = self._posts.current
        self._lookup.ask_problems(document.text, self._path(), self._site, document.stored)

    def leave_tags(self, *, told_elsewhere: bool) -> None:
        """Whether what is wrong with template tags is told beside the preview, with its line."""
        self._tags_told_elsewhere = told_elsewhere
        self._show_problems(self._problems)

    @Slot(object)
    def _show_problems(self, problems: Sequence[PostProblem]) -> None:
        self._problems = problems
        left = OF_TEMPLATE_TAGS if self._tags_told_elsewhere else ()
        self._form.show_problems([problem for problem in problems if problem.kind not in left])

    def stop(self) -> None:
        """End the threads."""
        self._lookup.stop()

    @Slot(str, object)
    def set_field(self, key: str, value: Value) -> None:
        """Set a field; the keys typed into it in a row are one undo step."""
        form = format_of_new(self._site, [self._habits.format])
        document = self._posts.current
        looks = self._looks.get(document, Remembered()).seeing(document.text, key)
        self._looks[document] = looks
        self._apply(
            key, lambda text: front_matter.set_field(text, key, value, form, looks), f"field:{key}"
        )

    @Slot(str)
    def remove_field(self, key: str) -> None:
        """Take a field away."""
        self._apply(key, lambda text: front_matter.remove_field(text, key))

    @Slot(object)
    def mend(self, problem: PostProblem) -> None:
        """Make the one sure mend of `problem`, wherever in the text it stands by now."""
        self._apply(problem.key, lambda text: self._mend_of(text, problem))

    def _mend_of(self, text: str, problem: PostProblem) -> list[Edit]:
        from editor.problems.finding import find_problems  # not before there is a problem

        found = find_problems(text, self._path(), self._site)
        same = [
            one for one in found if (one.kind, one.key) == (problem.kind, problem.key) and one.edits
        ]
        nearest = min(same, key=lambda one: abs(one.line - problem.line), default=None)
        return list(nearest.edits) if nearest else []

    @Slot(str)
    def choose_file(self, key: str) -> None:
        """Let the writer choose the file that a field names."""
        box = self._form.box(key)
        if not isinstance(box, PathBox):
            return
        like = box.path or self._usual_path(key)
        folder = start_folder(self._site, self._path(), like)
        name, _ = QFileDialog.getOpenFileName(
            self._form.window(), self.tr("Choose a file"), str(folder or "")
        )
        if name:
            self.take_file(key, Path(name))

    def take_file(self, key: str, file: Path) -> None:
        """Name `file` in a field, as the site's posts write it."""
        box = self._form.box(key)
        like = (box.path if isinstance(box, PathBox) else "") or self._usual_path(key)
        written = written_path(file, self._site, self._path(), like)
        if written is None:
            text = self.tr("{name} lies outside the site, which so would not publish it.")
            self._form.show_refusal(key, text.format(name=file.name))
        elif isinstance(box, PathBox):
            box.take_path(written)

    def _usual_path(self, key: str) -> str:
        habit = self._habits.of(key)
        return habit.values[0][0] if habit and habit.values else ""

    def _path(self) -> Path | None:
        path = self._posts.current.path
        return path.absolute() if path else None

    @Slot()
    def _forget_problems(self) -> None:
        self._problems = ()

    @Slot(object)
    def _take_habits(self, habits: Habits) -> None:
        self._habits = habits
        self._form.show_habits(habits)

    @Slot(object)
    def _look_for_files(self, written: tuple[str, ...]) -> None:
        if written:
            self._lookup.ask_files(written, self._site, self._path())

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
