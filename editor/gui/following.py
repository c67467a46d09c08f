"""What follows the text of the post in front: preview, form, header and counts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor.edits import Edit
from editor.gui.calm import Calm
from editor.gui.posts.document import Document
from editor.gui.posts.long_posts import LongPosts
from editor.gui.posts.open_posts import OpenPosts
from editor.gui.preview.live_preview import LivePreview
from editor.gui.preview.preview_column import PreviewColumn
from editor.gui.source_pane import SourcePane
from editor.gui.status_line import StatusLine
from editor.site import Site, find_site

if TYPE_CHECKING:
    from subprocess import Popen

    from editor.gui.counting import Counting, Counts
    from editor.gui.fields.field_editing import FieldEditing
    from editor.gui.fields.form import FrontMatterForm
    from editor.rendering import Header


class Following(QObject):
    """Has what shows the post in front show it as its text is now.

    The preview follows each key, the rest a pause of the keys. Of a long post nothing follows until
    the writer asks for it.
    """

    held = Signal(bool)  # whether form and preview of the post in front wait

    def __init__(
        self,
        posts: OpenPosts,
        long_posts: LongPosts,
        source: SourcePane,
        status: StatusLine,
        column: PreviewColumn,
        child: "Popen[bytes] | None",
    ) -> None:
        """`column` has its preview; `child` renders for it, if it was launched already."""
        super().__init__(posts)
        self._posts = posts
        self._long_posts = long_posts
        self._source = source
        self._status = status
        self._column = column
        self.live = LivePreview(column.preview, self, child)
        self.site = Site(None, "commonmark")
        self.is_held = False  # form and preview wait until they are asked for
        self._document: Document | None = None
        self._is_named = False  # all generators are imported for their names
        self._is_blank = False  # the preview has no text for that reason
        self._form: FrontMatterForm | None = None
        self._fields: FieldEditing | None = None
        self._counting: Counting | None = None
        self._sites: list[Callable[[Site], object]] = []
        self._rests: list[Callable[[], object]] = []
        self._counted: list[Callable[[Counts], object]] = []
        self._counts: Counts | None = None  # of the post in front, once they are there
        self._stops: list[Callable[[], object]] = []
        self.calm = Calm(self)
        self.calm.timeout.connect(self.follow_text)
        self.live.header_found.connect(self._show_first_header)

    def take_form(self, form: "FrontMatterForm", fields: "FieldEditing") -> None:
        """Show the post in `form` too, and count its words; `fields` is what the form edits by."""
        from editor.gui.counting import Counting

        self._form, self._fields = form, fields
        fields.edited.connect(self.follow_text)
        self._counting = Counting(self)
        self._counting.counted.connect(self._show_counts)
        if self._document is not None:
            fields.look_at(self.site)
            self.follow_text()

    def add(
        self,
        look_at: Callable[[Site], object] | None = None,
        follow_text: Callable[[], object] | None = None,
        stop: Callable[[], object] | None = None,
        take_counts: "Callable[[Counts], object] | None" = None,
    ) -> None:
        """Have something else follow: called are, now and later, whichever are given.

        `look_at` gets the site of the post in front; `follow_text` comes at a pause of the keys,
        unless the post is too long, `take_counts` when its words were counted; `stop` at the end.
        """
        if look_at:
            self._sites.append(look_at)
        if follow_text:
            self._rests.append(follow_text)
        if take_counts:
            self._counted.append(take_counts)
            if self._counts is not None:
                take_counts(self._counts)
        if stop:
            self._stops.append(stop)
        if self._document is not None:
            if look_at:
                look_at(self.site)
            if follow_text and not self.is_held:
                follow_text()

    def follow(self, document: Document) -> None:
        """The post in front is `document` from now on."""
        if self._document is not None:
            self._document.edited.disconnect(self._note_edit)
        self._document, self._counts = document, None
        document.edited.connect(self._note_edit)
        self.is_held = self._long_posts.holds(document)
        if self._form:
            self._form.show_another_post()
        self.find_site()
        self.held.emit(self.is_held)
        self._ask_rendering()
        self.follow_text()

    def find_site(self) -> None:
        """Find the site of the post in front, where its images lie and what it is made by."""
        document = self._posts.current
        self.site = find_site(document.path, document.text)
        self._column.set_place(self.site, document.path)
        if self._fields:
            self._fields.look_at(self.site)
        for look_at in self._sites:
            look_at(self.site)
        if self._is_named:
            self.name_site()

    def name_site(self) -> None:
        """Say which generator publishes the post, from now on also of others."""
        self._is_named = True
        label = self.site.label
        self._column.show_generator(label)
        self._status.show_generator(label if self.site.is_found else "")

    def note_opened(self) -> None:
        """The post in front may have another name, and lie in another site."""
        if self._document is not None:
            self.find_site()
            self._ask_rendering()

    @Slot()
    def follow_site(self) -> None:
        """The site's settings have changed on disk."""
        self.find_site()
        self._ask_rendering()
        self.follow_text()

    def use_another_preview(self) -> None:
        """The column holds another preview now."""
        self.find_site()
        self.live.use(self._column.preview)
        self.follow_text()

    def stop(self) -> None:
        """End what runs beside the window."""
        if self._document is not None:
            self._document.edited.disconnect(self._note_edit)
            self._document = None
        self.calm.stop()
        self.live.stop()
        if self._fields:
            self._fields.stop()
        for stop in self._stops:
            stop()

    @Slot(object)
    def _note_edit(self, edit: Edit) -> None:
        self._ask_rendering(edit)
        self.calm.start()

    def _ask_rendering(self, edit: Edit | None = None) -> None:
        """Render the post in front, to which `edit` led; while it is held back, nothing."""
        document = self._posts.current
        was_blank, self._is_blank = self._is_blank, self._long_posts.holds(document)
        if was_blank and self._is_blank:
            return
        path = document.path.absolute() if document.path else None
        text = "" if self._is_blank else document.text
        edit = None if was_blank or self._is_blank else edit
        self.live.show_text(text, self.site, path, self._source.caret_line, edit)

    @Slot()
    def follow_text(self) -> None:
        """Show form, header and counts as the text is now."""
        self.calm.stop()
        document = self._posts.current
        self._follow_length(document)
        if self.is_held or not (self._form and self._fields and self._counting):
            return
        from editor.gui.fields.form_row import Shown
        from editor.post import named_day

        fields, path = document.front_matter, document.path
        name = path.name if path else ""
        name_date = str(named_day(name) or "")
        shown = Shown(fields, self.site.generator, name_date, document.is_read_only)
        self._form.show_post(shown)
        self._fields.follow_text()
        self._counting.count(document.text)
        self._show_header(document)
        for follow_text in self._rests:
            follow_text()

    @Slot(object)
    def _show_first_header(self, header: "Header") -> None:
        """Show what the child read, which has the modules for it; from then on `_show_header`."""
        if self._form is None and not self.is_held:
            self._put_header(header)

    def _show_header(self, document: Document) -> None:
        """Show the title and what stands below it as they are now."""
        from editor.post import day_of, language_of
        from editor.rendering.header import read_header

        fields = document.front_matter
        language = language_of(fields, document.text[fields.end :])
        name = document.path.name if document.path else ""
        self._put_header(read_header(fields, day_of(fields, name), language))

    def _put_header(self, header: "Header") -> None:
        from editor.gui.preview.article_header import article_header

        words = article_header(header)
        self._column.preview.show_header(words.title, words.meta, header.language, header.day)

    def _follow_length(self, document: Document) -> None:
        """Let form and preview go from a post that is too long for them, or come back."""
        self._status.show_long(is_long=document.is_long)
        is_held = self._long_posts.holds(document)
        if is_held != self.is_held:
            self.is_held = is_held
            self._long_posts.tell(document)
            self._source.set_has_form(not is_held)
            self.held.emit(is_held)
            self._ask_rendering()
        if is_held:
            self._status.leave_counts()

    @Slot(object)
    def _show_counts(self, counts: "Counts") -> None:
        if not self.is_held and self._document is not None:  # else the window has closed
            assert self._counting
            self.calm.allow_for(self._counting.took)
            self._counts = counts
            self._status.show_counts(counts)
            for take_counts in self._counted:
                take_counts(counts)
