"""The line below: counts, language, generator, position, encoding, saved or not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from editor.gui.flat_label import FlatLabel
from editor.gui.publication_label import PublicationLabel

if TYPE_CHECKING:
    from editor.gui.counting import Counts
    from editor.publishing import Publication


class StatusLine(QStatusBar):
    """Shows what it is told, in the window's language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts | None = None
        self._selected: Counts | None = None
        self.setSizeGripEnabled(False)
        self.setAccessibleName(self.tr("Status"))
        self._words = self._label(self.tr("Words"))
        self._minutes = self._label(self.tr("Reading time"))
        self._length = self._label(self.tr("Length of the field"))
        self._length.hide()
        self._language = self._label(self.tr("Language"))
        self._long = self._label(self.tr("Long post"))
        self._generator = self._label(self.tr("Site's generator"))
        self._publication = PublicationLabel()
        self._publication.setToolTip(self.tr("Publication"))
        self.addWidget(self._publication, stretch=1)
        self._position = self._label(self.tr("Position"), right=True)
        self._encoding = self._label(self.tr("Encoding and line ends"), right=True)
        self._saved = self._label(self.tr("Saved or not"), right=True)
        self._saved.setProperty("good", True)  # as most posts are at first

    def show_counts(self, counts: "Counts") -> None:
        """Show words, reading time and language of the post."""
        self._counts = counts
        self._show_amounts()
        # With a country Qt says "American English" of "en".
        language = QLocale(QLocale(counts.language).language(), QLocale.Country.World)
        name = language.nativeLanguageName() if counts.language else ""
        self._language.setText(name[:1].upper() + name[1:])
        self._language.setVisible(bool(name))

    def show_selected(self, counts: "Counts | None") -> None:
        """Show words and reading time of what is selected; `None`: of the post again."""
        self._selected = counts
        self._show_amounts()

    def show_length(self, text: str) -> None:
        """Show how long a field is, in words; "" for none."""
        self._length.setText(text)
        self._length.setVisible(bool(text))

    def _show_amounts(self) -> None:
        counts, selected, locale = self._counts, self._selected, QLocale()
        if counts is None:
            return
        shown = selected or counts
        few = {0: self.tr("No words"), 1: self.tr("1 word")}
        many = self.tr("{number} words").format(number=locale.toString(counts.words))
        words = few.get(counts.words, many)
        if selected is not None:
            part = self.tr("{number} of {all}")
            words = part.format(number=locale.toString(selected.words), all=words)
        self._words.setText(words)
        self._minutes.setText(self.tr("{number} min read").format(number=shown.minutes))
        characters = self.tr("{number} characters, with spaces")
        self._words.setToolTip(characters.format(number=locale.toString(shown.characters)))
        self._words.show()
        self._minutes.setVisible(bool(shown.words))

    def leave_counts(self) -> None:
        """Show no counts: nothing was counted."""
        self._counts = None
        for label in (self._words, self._minutes, self._language, self._publication):
            label.clear()
            label.hide()

    def show_long(self, *, is_long: bool) -> None:
        """Say how often the text of a long post is kept aside; of others, nothing."""
        self._long.setText(self.tr("Long: kept aside every 2 s") if is_long else "")
        self._long.setVisible(is_long)

    def show_generator(self, label: str) -> None:
        """Show which generator publishes the post."""
        self._generator.setText(label)

    @Slot(object)
    def show_publication(self, publication: "Publication") -> None:
        """Show whether the post will be published, where and when, or why not."""
        from editor.gui.publication_words import short, whole  # not before there is one

        self._publication.show_text(short(publication), whole(publication))

    def show_position(self, line: int, column: int) -> None:
        """Show the caret's place; both count from 0 here and from 1 on the screen."""
        self._position.setText(
            self.tr("Ln {line}, Col {column}").format(line=line + 1, column=column + 1)
        )

    def show_encoding(self, encoding: str) -> None:
        """Show encoding and line ends."""
        self._encoding.setText(encoding)

    def show_saved(self, *, is_modified: bool, is_new: bool) -> None:
        """Say whether the text is saved; of an untouched new post, nothing."""
        good = not is_modified
        saved = "" if is_new else self.tr("Saved")
        self._saved.setText(saved if good else self.tr("Not saved"))
        if self._saved.property("good") != good:
            self._saved.setProperty("good", good)
            self._saved.style().polish(self._saved)

    @property
    def texts(self) -> list[str]:
        """What is shown, from the left."""
        return [label.text() for label in self.findChildren(QLabel) if label.text()]

    def _label(self, name: str, *, right: bool = False) -> QLabel:
        label = FlatLabel()
        label.setAccessibleDescription(name)  # its name is its text
        label.setToolTip(name)
        if right:
            self.addPermanentWidget(label)
        else:
            self.addWidget(label)
        return label
