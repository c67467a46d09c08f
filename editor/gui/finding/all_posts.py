"""Finding and replacing in all posts: in files and in open posts, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor import finding
from editor.finding import Hit
from editor.gui import words
from editor.gui.finding.find_in_posts import FindInPosts
from editor.gui.finding.post_searching import PostSearching, Progress
from editor.gui.messages import Messages, Way
from editor.gui.posts.document import Document
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.source_pane import SourcePane
from editor.locks import HeldError, Lock
from editor.post_search import (
    Left,
    NotReplaced,
    PostHits,
    Replaced,
    edits_in,
    put_back,
    replace_in_file,
)

_TOPIC = "replaced"
_ONE_BY_ONE = 50  # hits; more are replaced by one edit, for each reads the text once
_MOST_NAMES = 5
_Chosen = list[tuple[PostHits, list[Hit]]]


@dataclass
class _Round:
    """One replacement: what was done, so that it can be told and taken back."""

    hits: int = 0
    documents: list[tuple[Document, str, str]] = field(default_factory=list)  # before, after
    replaced: list[Replaced] = field(default_factory=list)
    left: list[str] = field(default_factory=list)  # why a post is as it was, in words
    claims: list[Lock] = field(default_factory=list)


class AllPosts(QObject):
    """What the window that finds in all posts does."""

    line_asked = Signal(Path, int)  # the writer wants to go there

    def __init__(self, source: SourcePane, posts: OpenPosts, messages: Messages) -> None:
        super().__init__(source)
        self._source, self._posts, self._messages = source, posts, messages
        self._state = posts.safekeeping.history.parent
        self._folder = Path()
        self._window: FindInPosts | None = None
        self._searching = PostSearching(self)
        self._searching.progress.connect(self._show_progress)
        self._searching.written.connect(self._take_written)
        self._round = _Round()
        self._is_taking_back = False
        source.destroyed.connect(self._searching.stop)

    def start(self, folder: Path) -> None:
        """Let the writer find something in the posts below `folder`."""
        self._folder = folder
        if self._window is None:
            self._window = FindInPosts(folder, self._source.window())
            self._window.wanted_changed.connect(self._search)
            self._window.replace_asked.connect(self._replace)
            self._window.chosen.connect(self._go)
            self._window.closed.connect(self._searching.cancel)
        selected = self._source.textCursor().selectedText()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._window.start("" if "\u2029" in selected else selected, folder)

    @Slot()
    def _search(self) -> None:
        assert self._window is not None
        self._searching.cancel()
        self._window.clear()
        wanted = self._window.wanted
        if not wanted.is_nothing:
            texts = {
                document.path.resolve(): document.text
                for document in self._posts.documents
                if document.path is not None
            }
            self._searching.start(self._folder, wanted, self._window.replacement, texts)

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        if self._window is not None:
            self._window.show_progress(progress)

    @Slot(Path, int, int, int)
    def _go(self, path: Path, line: int, start: int, end: int) -> None:
        self.line_asked.emit(path, line)
        document = self._posts.find(path)
        if document is not None and self._source.shows(document):
            self._source.window().activateWindow()
            self._source.select_in_line(line, start, end)

    # Replacing

    @Slot()
    def _replace(self) -> None:
        """Replace what is chosen: in open posts as a step to undo, in files at once."""
        assert self._window is not None
        self._round = _Round()
        self._is_taking_back = False
        of_files: _Chosen = []
        for post, left_out in self._window.chosen_posts:
            document = self._posts.find(post.path)
            if document is not None:
                self._replace_in(document, post, left_out)
            elif self._claim(post.path):
                of_files.append((post, left_out))
        state = self._state
        self._searching.write(lambda: [replace_in_file(*one, state) for one in of_files])

    def _replace_in(self, document: Document, post: PostHits, left_out: list[Hit]) -> None:
        before = document.text
        changes = None if document.is_read_only else edits_in(before, post, left_out)
        if not changes:
            self._round.left.append(self._changed(post.path))
            return
        if len(changes) > _ONE_BY_ONE:
            changes = finding.as_one(before, changes)
        document.apply(changes)
        self._round.hits += len(post.hits) - len(left_out)
        self._round.documents.append((document, before, document.text))

    def _claim(self, path: Path) -> bool:
        """Hold the file at `path`, lest another window has it open."""
        try:
            self._round.claims.append(self._posts.safekeeping.claim(path))
        except HeldError:
            text = self.tr("{name} is open in another window.").format(name=path.name)
            self._round.left.append(text)
            return False
        return True

    @Slot(object)
    def _take_written(self, results: list[Replaced | NotReplaced | None]) -> None:
        this = self._round
        for claim in this.claims:
            claim.release()
        this.claims = []
        for result in results:
            if isinstance(result, NotReplaced):
                this.left.append(self._why(result))
            elif result is not None:
                this.replaced.append(result)
        self._tell()
        if self._window is not None and self._window.isVisible():
            self._search()

    def _tell(self) -> None:
        this = self._round
        if self._is_taking_back:
            said, ways = self.tr("What was replaced is as it was before."), []
        else:
            number = len(this.replaced) + len(this.documents)
            said = self.tr("Replaced in {number} posts.").format(number=number)
            if this.documents:
                said += " " + self.tr("Those open here are not saved yet.")
            ways = [Way(self.tr("Take it back"), self._take_back)] if number else []
        left = this.left[:_MOST_NAMES]
        if len(this.left) > _MOST_NAMES:
            more = self.tr("And {number} more were left as they were.")
            left.append(more.format(number=len(this.left) - _MOST_NAMES))
        level = "warning" if this.left else "notice"
        self._messages.show_banner(_TOPIC, " ".join([said, *left]), ways, level=level)
        if self._window is not None:
            self._window.say(said)

    @Slot()
    def _take_back(self) -> None:
        """Make everything as it was before, where nothing was written since."""
        done, self._round = self._round, _Round()
        self._is_taking_back = True
        for document, before, after in done.documents:
            if document in self._posts.documents and document.text == after:
                document.replace_text(before)
            elif document.path is not None:
                self._round.left.append(self._changed(document.path))
        files: list[Replaced] = []
        for replaced in done.replaced:
            path = replaced.before.path
            if path is not None and self._claim_unless_open(path):
                files.append(replaced)
        state = self._state
        self._searching.write(_putting_back(files, state))

    def _claim_unless_open(self, path: Path) -> bool:
        if self._posts.find(path) is not None:
            self._round.left.append(self._changed(path))
            return False
        return self._claim(path)

    def _changed(self, path: Path) -> str:
        text = self.tr("{name} has changed since, and was left as it is.")
        return text.format(name=path.name)

    def _why(self, result: NotReplaced) -> str:
        if result.why is Left.CHANGED or result.error is None:
            return self._changed(result.path)
        return words.not_saved(result.error, result.path)


def _putting_back(files: list[Replaced], state: Path) -> Callable[[], list[Replaced | NotReplaced]]:
    def work() -> list[Replaced | NotReplaced]:
        results = [put_back(replaced, state) for replaced in files]
        return [result for result in results if result is not None]

    return work
