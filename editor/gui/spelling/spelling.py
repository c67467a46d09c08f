"""Checks the spelling of the post in front, off the window's thread, and says what can be done."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLocale, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from editor.gui.calm import Calm
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.gui.spelling.spelling_marks import SpellingMarks
from editor.gui.worker import Worker
from editor.post import language_of
from editor.site_settings import SiteSettings
from editor.spelling import Checked, Dictionary, Question, SpellingProcess, accepted
from editor.spelling.dictionaries import available, for_language

_NO_LANGUAGE = "-"  # chosen for a post whose words are not to be marked
_QUICK = 20  # milliseconds; what takes no longer may be done at each call


class Spelling(QObject):
    """Marks wrong words at a pause of the keys. Nothing is loaded before the first check."""

    told = Signal(str, str)  # what the writer must know: topic and words; "" once it is over

    def __init__(self, source: SourcePane, posts: OpenPosts, folder: Path) -> None:
        """`folder` is that of the program's settings, where accepted words are kept."""
        super().__init__(source)
        self._source = source
        self._posts = posts
        self._folder = folder
        self._root: Path | None = None
        self._language = ""
        self._of_site = ""
        self._is_on = True
        self._chosen: WeakKeyDictionary[Document, str] = WeakKeyDictionary()
        self._ignored: WeakKeyDictionary[Document, set[str]] = WeakKeyDictionary()
        self._checked = Checked("", {}, ())
        self._process = SpellingProcess()
        self._dictionaries: tuple[Dictionary, ...] | None = None
        self._accepted: frozenset[str] | None = None
        self.marks = SpellingMarks(source)
        self._worker = Worker(self._check, self)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self._fail)
        self._took = 0  # milliseconds, for the last check of the post in front
        self._is_warm = False  # there was a check: the child has started
        self._rest = Calm(self)
        self._rest.timeout.connect(self.check_again)
        self._seeker = Worker(self._seek, self)
        self._seeker.done.connect(self._offer)
        self._seeker.failed.connect(lambda _error: self._offer(("", ())))
        self._open: tuple[str, QMenu, QAction, QTextCursor] | None = None
        source.menu_opening.connect(self.fill_menu)
        posts.current_changed.connect(self._forget)

    # Checking

    def set_on(self, is_on: bool) -> None:
        """Mark wrong words, or none."""
        self._is_on = is_on
        self.check_again()

    def check(self, language: str, root: Path | None) -> None:
        """Check the post in front; `language` is its own, `root` its site's. Returns at once.

        The longer the last check of it took, the longer it is waited for another call first: the
        words of a long post are not sent between two keys.
        """
        if root != self._root:
            self._root, self._accepted = root, None
            self._of_site = self._wished()
        named = language_of(self._posts.current.front_matter, "")
        self._language = named or self._of_site or language
        if self._took > _QUICK:
            self._rest.allow_for(self._took)
            self._rest.start()
        else:
            self.check_again()

    @Slot()
    def look_at_site(self) -> None:
        """Something was chosen for the site: check the post in front by it."""
        before, self._of_site = self._of_site, self._wished()
        if before != self._of_site:
            document = self._posts.current
            own = language_of(document.front_matter, document.text[document.front_matter.end :])
            self.check(own, self._root)

    def _wished(self) -> str:
        """The language that the writer chose for the posts of the site, or ""."""
        if self._root is None:
            return ""
        return SiteSettings.load(self._folder, self._root).spelling_language

    @Slot()
    def check_again(self) -> None:
        """Check the post in front as before."""
        self._rest.stop()
        document = self._posts.current
        if not self._is_on or self.language == _NO_LANGUAGE or document.is_long:
            self.marks.show({})
            return
        if self._accepted is None:
            self._accepted = accepted.words_in(*self._files())
        own = self._accepted | self._ignored.get(document, set())
        self._worker.ask(Question(document.text, self.language, own))

    @property
    def language(self) -> str:
        """The language that the post in front is checked in, "" for none."""
        return self._chosen.get(self._posts.current, self._language)

    def choose_language(self, code: str) -> None:
        """Check the post in front in the language `code` for as long as it is open; "" as it is."""
        if code:
            self._chosen[self._posts.current] = code
        else:
            self._chosen.pop(self._posts.current, None)
        self.check_again()

    def stop(self) -> None:
        """End the child and the threads."""
        self._rest.stop()
        self._process.stop()
        self._worker.stop()
        self._seeker.stop()

    def _check(self, question: object) -> tuple[object, Checked]:
        assert isinstance(question, Question)
        if self._dictionaries is None:
            self._dictionaries = available()
        chosen = for_language(question.language, self._dictionaries)
        return question.text, self._process.check(question, chosen)

    @Slot(object)
    def _show(self, answer: tuple[object, Checked]) -> None:
        text, checked = answer
        self._took = self._worker.took if self._is_warm else 0
        self._is_warm = True
        if text is self._posts.current.text and self._is_on:  # else a newer one is under way
            self._checked = checked
            self.marks.show(checked.lines)
            self.told.emit("spelling", "")

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        self.marks.show({})
        text = self.tr("Spelling cannot be checked: {reason}")
        self.told.emit("spelling", text.format(reason=str(error).partition("\n")[0]))

    @Slot(object)
    def _forget(self, _document: Document) -> None:
        self.marks.show({})
        self._took = 0
        self._rest.stop()

    # Words

    def next_mistake(self) -> None:
        """Select the next wrong word; after the last, the first."""
        word = self.marks.next_after(self._source.textCursor().selectionEnd())
        if word is not None:
            self._source.setTextCursor(word)
            self._source.ensureCursorVisible()
            self._source.setFocus()

    def suggest(self) -> None:
        """Open the menu of the wrong word at the caret."""
        cursor = self._source.textCursor()
        word = self.marks.wrong_at(cursor.selectionEnd())
        if word is not None:
            menu = QMenu(self._source)
            self._fill(menu, word, None)
            place = self._source.cursorRect(word).bottomLeft()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._source.viewport().mapToGlobal(place + QPoint(0, 4)))

    @Slot(QMenu, QTextCursor)
    def fill_menu(self, menu: QMenu, at: QTextCursor) -> None:
        """Put first into `menu` what may be done about the wrong word `at` the pointer."""
        word = self.marks.wrong_at(at.position())
        if word is not None:
            self._fill(menu, word, menu.actions()[0] if menu.actions() else None)

    def _fill(self, menu: QMenu, word: QTextCursor, before: QAction | None) -> None:
        text = word.selectedText()
        looking = QAction(self.tr("Looking for suggestions…"), menu)
        looking.setEnabled(False)
        actions = [looking, _separator(menu), *self._acceptances(menu, text), _separator(menu)]
        for action in actions if before is not None else actions[:-1]:
            menu.insertAction(before, action)  # type: ignore[arg-type]
        self._open = text, menu, looking, word
        menu.aboutToHide.connect(self._close)
        self._seeker.ask((text, self._checked.dictionaries))

    def _acceptances(self, menu: QMenu, text: str) -> list[QAction]:
        ways = {
            self.tr("&Add to my dictionary"): partial(self._accept, text, None),
            self.tr("&Ignore in this post"): partial(self._ignore, text),
        }
        if self._root is not None:
            ways[self.tr("Add to this &site's words")] = partial(self._accept, text, self._root)
        actions = []
        for words, way in ways.items():
            action = QAction(words, menu)
            action.triggered.connect(way)
            actions.append(action)
        return actions

    def _seek(self, asked: object) -> tuple[str, tuple[str, ...]]:
        assert isinstance(asked, tuple)
        word, dictionaries = asked
        return word, self._process.suggestions(word, dictionaries) if dictionaries else ()

    @Slot(object)
    def _offer(self, found: tuple[str, tuple[str, ...]]) -> None:
        """Show the suggestions in the menu that waits for them."""
        if self._open is None or found[0] not in ("", self._open[0]):
            return
        text, menu, looking, word = self._open
        for suggestion in found[1]:
            action = QAction(suggestion.replace("&", "&&"), menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._replace, word, text, suggestion))
            menu.insertAction(looking, action)
        if found[1]:
            menu.removeAction(looking)
        else:
            looking.setText(self.tr("No suggestions"))

    @Slot()
    def _close(self) -> None:
        self._open = None

    def _replace(self, word: QTextCursor, text: str, by: str) -> None:
        if word.selectedText() == text and not self._source.isReadOnly():
            word.insertText(by.replace("'", "’") if "’" in text else by)

    def _accept(self, word: str, root: Path | None) -> None:
        file = accepted.of_site(self._folder, root) if root else accepted.personal(self._folder)
        try:
            accepted.add(file, _plain(word))
        except OSError as error:
            text = self.tr("The word could not be kept in {file}: {reason}")
            self.told.emit("words", text.format(file=str(file), reason=error.strerror))
            self._ignore(word)
            return
        self._accepted = None
        self.check_again()

    def _ignore(self, word: str) -> None:
        self._ignored.setdefault(self._posts.current, set()).add(_plain(word))
        self.check_again()

    def _files(self) -> list[Path]:
        own = [accepted.of_site(self._folder, self._root)] if self._root else []
        return [accepted.personal(self._folder), *own]

    # Languages

    def fill_languages(self, menu: QMenu) -> None:
        """Put into `menu` the languages that there are, the one in use marked."""
        menu.clear()
        chosen = self._chosen.get(self._posts.current, "")
        own = _language_name(self._language) or self.tr("unknown")
        entries = [("", self.tr("As the post says ({language})").format(language=own))]
        entries += languages()
        entries += [(_NO_LANGUAGE, self.tr("None in this post"))]
        for code, name in entries:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(partial(self._take_language, code))

    def _take_language(self, code: str, _on: bool = True) -> None:
        self.choose_language(code)


def languages() -> list[tuple[str, str]]:
    """Code and name of the languages there are words of."""
    return [(one.code, _language_name(one.code)) for one in _one_each(available())]


def _one_each(dictionaries: Sequence[Dictionary]) -> list[Dictionary]:
    """Those that a menu has room for: of a language in many countries all have the same words."""
    seen: set[str] = set()
    names = [(one, _language_name(one.code)) for one in dictionaries]
    return [one for one, name in names if name and not (name in seen or seen.add(name))]  # type: ignore[func-returns-value]


def _language_name(code: str) -> str:
    """The language in its own words, such as "Français" or "English (United Kingdom)"."""
    language, _, country = code.replace("-", "_").partition("_")
    locale = QLocale(code.replace("-", "_"))
    if not language or locale.language() == QLocale.Language.C:
        return ""
    name = QLocale(locale.language(), QLocale.Country.World).nativeLanguageName()
    name = name[:1].upper() + name[1:]
    return f"{name} ({locale.nativeTerritoryName()})" if country else name


def _plain(word: str) -> str:
    return word.replace("’", "'").replace("\u00ad", "")


def _separator(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line
