"""Shows the post in front within its site: finds the page, keeps it fresh, has the site built."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QFileSystemWatcher, QLocale, QObject, QTimer, Signal, Slot

from editor.gui.posts.open_posts import OpenPosts
from editor.gui.preview.preview_column import PreviewColumn
from editor.gui.site_look.building import Building
from editor.gui.site_look.site_panel import SitePanel
from editor.gui.worker import Worker
from editor.settings import settings_path
from editor.site import Site
from editor.site_builds import Commands, parts_of, places_in, plain, usual_command
from editor.site_page.built import NoPage, built_folder
from editor.site_page.finding import find_page, page_of_another
from editor.site_page.model import SitePage

if TYPE_CHECKING:
    from editor.gui.preview.preview_pane import PreviewPane

_SOON = 300  # milliseconds after which the writer is told that it takes a while
_QUIET = 700  # milliseconds without a change of the built page: a build writes it in pieces


@dataclass(frozen=True)
class _Question:
    text: str
    path: Path | None
    site: Site
    not_own: bool = False  # the post's own page has no place for it


class SiteLook(QObject):
    """The look "In your site" of one window's preview."""

    line_asked = Signal(Path, object)  # a file, and its line or None

    def __init__(self, column: PreviewColumn, posts: OpenPosts, parent: QObject) -> None:
        super().__init__(parent)
        self._column = column
        self._posts = posts
        self._site = Site(None, "commonmark")
        self._is_on = False
        self._question: _Question | None = None
        self._commands = Commands(settings_path().parent)
        self.panel = SitePanel()
        self.panel.hide()
        self.panel.build_asked.connect(self.ask_build)
        self.panel.run_asked.connect(self._run)
        self.panel.stop_asked.connect(self._stop_build)
        self.panel.closed.connect(self._leave_panel)
        self.panel.place_chosen.connect(lambda place: self.line_asked.emit(place.path, place.line))
        column.hold(self.panel)
        column.build_asked.connect(self.ask_build)
        self._worker = Worker(_find, self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(self._fail)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._tell_wait)
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(self._note_change)
        self._watch.directoryChanged.connect(self._note_change)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._ask)
        self.building = Building(self)
        self.building.told.connect(lambda text: self.panel.add_output(plain(text)))
        self.building.ended.connect(self._end_build)
        self._preview: PreviewPane | None = None
        self._reason = ""  # why there is no page, in words

    def show(self, on: bool) -> None:
        """Show the article within its site, or by itself again."""
        self._is_on = on
        if on:
            self._ask()
            return
        self._question = None
        self._soon.stop()
        self._quiet.stop()
        self._watch_page(None)
        self._column.show_page(None)
        self._column.say("")
        self.panel.hide()
        self._column.cover(False)

    def look_at(self, site: Site) -> None:
        """The post in front lies in `site`."""
        self._site = site
        if self._is_on:
            self._ask()

    def stop(self) -> None:
        """End what runs."""
        self._is_on = False
        self._soon.stop()
        self._quiet.stop()
        self.building.close()
        self._worker.stop()

    # The page

    @Slot()
    def _ask(self) -> None:
        if not self._is_on or self.building.is_running:
            return
        document = self._posts.current
        path = document.path.absolute() if document.path else None
        self._put(_Question(document.text, path, self._site))

    def _put(self, question: _Question) -> None:
        self._question = question
        self._soon.start()
        self._worker.ask(question)

    @Slot()
    def _tell_wait(self) -> None:
        self._column.say(self.tr("Looking for the page of this post…"))

    @Slot(object)
    def _take(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        question, found = answer
        if question is not self._question or not self._is_on:
            return
        self._soon.stop()
        if isinstance(found, SitePage):
            self._show_page(found)
        else:
            self._show_none(self._words(found), can_build=found is not NoPage.NO_SITE)

    @Slot(Exception)
    def _fail(self, error: Exception) -> None:
        self._soon.stop()
        self._show_none(self.tr("The site could not be read: {}").format(error), can_build=True)

    def _show_page(self, page: SitePage) -> None:
        self._follow_preview()
        self._reason = ""
        self._watch_page(page)
        self._column.say(self._about(page), can_build=True)
        if not self._has_output:
            self.panel.hide()
        self.panel.set_alone(False)
        self._column.cover(False)
        self._column.show_page(page)

    def _show_none(self, reason: str, *, can_build: bool) -> None:
        self._reason = reason
        self._watch_page(None)
        self._watch_site()
        self._column.show_page(None)
        self._column.say("")
        self._column.cover(True)
        self.panel.set_alone(True)
        if not self._has_output:
            self.panel.show_reason(reason, can_build=can_build)
        self.panel.show()

    @property
    def _has_output(self) -> bool:
        """Whether the panel shows a build, or a question, that is not to be taken away."""
        shown = self.panel.isVisible() and self.panel.close_button.isVisible()
        return shown or self.building.is_running

    def _follow_preview(self) -> None:
        """Hear from the preview in use whether the article has its place."""
        preview = self._column.full_preview
        if preview is not None and preview is not self._preview:
            self._preview = preview
            preview.placed.connect(self._note_placed)

    @Slot(object, bool)
    def _note_placed(self, page: SitePage, is_placed: bool) -> None:
        if is_placed or not self._is_on:
            return
        if page.is_own and self._question is not None:
            question = self._question
            self._put(_Question(question.text, question.path, question.site, not_own=True))
            return
        name = page.path.relative_to(page.root).as_posix()
        text = self.tr("The place of the article was not found in the page {}.")
        self._show_none(text.format(name), can_build=True)

    def _about(self, page: SitePage) -> str:
        if not page.is_own:
            text = self.tr("In the page of “{}”: this post has none yet")
            return text.format(page.title or page.source.name)
        try:
            when = QDateTime.fromSecsSinceEpoch(round(page.path.stat().st_mtime))
        except OSError:  # it is being built anew
            return ""
        told = QLocale().toString(when, QLocale.FormatType.ShortFormat)
        return self.tr("As built: {}").format(told)

    def _words(self, why: NoPage) -> str:
        if why is NoPage.NO_SITE:
            return self.tr(
                "This post lies in no site: no folder above it has the settings of a generator."
            )
        if why is NoPage.NOT_BUILT:
            return self.tr(
                "The site has not been built on this computer yet, so there is no page to show "
                "the article in."
            )
        folder = built_folder(self._site)
        return self.tr("No page of a post was found in the built site, {}.").format(folder or "")

    def _watch_page(self, page: SitePage | None) -> None:
        watched = [*self._watch.files(), *self._watch.directories()]
        if watched:
            self._watch.removePaths(watched)
        if page is not None:
            self._watch.addPaths([str(page.path), str(page.path.parent), str(page.root)])
            if not page.path.exists():  # gone before it was watched
                self._quiet.start()

    def _watch_site(self) -> None:
        """See when another program builds the site."""
        built = built_folder(self._site)
        folders = [str(folder) for folder in (self._site.root, built) if folder is not None]
        if folders:
            self._watch.addPaths(folders)

    @Slot()
    def _note_change(self) -> None:
        self._quiet.start()

    # The build

    @Slot()
    def ask_build(self) -> None:
        """Build the site; before a command is run for the first time, show it whole."""
        root = self._site.root
        if root is None or self.building.is_running:
            return
        known = self._commands.of(root)
        is_again = self.panel.isVisible() and self.panel.build.isVisible() and self._has_output
        if known and not is_again:
            self._run(known)
            return
        text = self.tr(
            "This command builds the site, in the folder {}. It runs the site’s own code – its "
            "plugins, its theme, its settings – with your rights: run it only for a site that "
            "you trust."
        )
        self.panel.ask_command(text.format(root), known or usual_command(self._site))
        self.panel.show()

    @Slot(str)
    def _run(self, command: str) -> None:
        root = self._site.root
        if root is None or self.building.is_running:
            return
        try:
            parts = parts_of(command)
        except ValueError:
            parts = []
        if not parts:
            self.panel.ask_command(self.tr("This is no command: a quote stays open."), command)
            return
        try:
            self._commands.keep(root, command)
        except OSError as error:
            self.panel.add_output(f"{error}\n")
        self.panel.show_run(self.tr("Building: {}").format(command))
        self.panel.show()
        self._root = root
        self.building.start(parts, root)

    @Slot()
    def _stop_build(self) -> None:
        self.building.stop()

    @Slot(int)
    def _end_build(self, code: int) -> None:
        building = self.building
        if code == 0:
            self.panel.hide()
            self._ask()
            return
        if building.is_stopped:
            text = self.tr("The build was stopped.")
        elif not building.has_started:
            text = self.tr(
                "{} was not found on this computer, or cannot be run. Is the site’s generator "
                "installed?"
            ).format(parts_of(self._commands.of(self._root) or "?")[0])
        elif code == -1:
            text = self.tr("The build ended unexpectedly.")
        else:
            text = self.tr("The build failed (exit code {}).").format(code)
        self.panel.show_failure(text, places_in(building.output, self._root), self._root)

    @Slot()
    def _leave_panel(self) -> None:
        self.panel.hide()
        if self._reason:
            self.panel.show_reason(self._reason, can_build=True)
            self.panel.show()


def _find(question: object) -> tuple[_Question, SitePage | NoPage]:
    assert isinstance(question, _Question)
    text, path, site = question.text, question.path, question.site
    if question.not_own:
        return question, page_of_another(text, path, site) or NoPage.NO_POST_PAGE
    return question, find_page(text, path, site)
