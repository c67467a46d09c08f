"""The parts of the window that come by themselves, once it is drawn, and how each is built.

`main_window` says in which order. Who asks for one before its turn has them all. Each is imported
where it is built, so that a key need not wait long.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from editor.gui import words
from editor.gui.window_panes import WindowPanes

if TYPE_CHECKING:
    from subprocess import Popen

    from editor.gui.fields.field_editing import FieldEditing
    from editor.gui.fields.form import FrontMatterForm
    from editor.gui.following import Following
    from editor.gui.git.git_commands import GitCommands
    from editor.gui.posts.post_files import PostFiles
    from editor.gui.posts.recovery_offer import RecoveryOffer
    from editor.gui.preview.live_preview import LivePreview
    from editor.gui.preview.plain_preview import PlainPreview
    from editor.gui.preview.preview_pane import PreviewPane
    from editor.gui.references.image_insertion import ImageInsertion
    from editor.gui.references.link_insertion import LinkInsertion
    from editor.gui.references.unused_images import UnusedImages
    from editor.gui.scrolling import Scrolling
    from editor.gui.site_followers import SiteFollowers
    from editor.gui.tags.tag_renaming import TagRenaming
    from editor.site_media import OwnAddress

_PATIENCE = 1_500  # milliseconds that the rest waits for the page, which is slow on a busy machine


class LateParts(WindowPanes):
    """A window with the parts that feed its panes."""

    _child: "Popen[bytes] | None" = None  # renders for this window, if it was launched already
    _following: "Following | None" = None

    @property
    def preview(self) -> "PreviewPane | PlainPreview":
        """The preview in use."""
        self.later.finish()
        return self.preview_column.preview

    @property
    def following(self) -> "Following":
        """What keeps preview, form and counts on the newest text."""
        self.later.finish()
        assert self._following
        return self._following

    @property
    def live(self) -> "LivePreview":
        """What keeps the preview on the newest text."""
        return self.following.live

    @property
    def scrolling(self) -> "Scrolling":
        """What keeps source and preview in step."""
        self.later.finish()
        return self._scrolling

    @property
    def form(self) -> "FrontMatterForm":
        """The form of the post in front."""
        self.later.finish()
        return self._real_form

    @property
    def fields(self) -> "FieldEditing":
        """What brings the fields of the form into the text."""
        self.later.finish()
        assert self._fields
        return self._fields

    @property
    def recovery(self) -> "RecoveryOffer":
        """What offers unsaved texts."""
        self.later.finish()
        return self._recovery

    @property
    def site_followers(self) -> "SiteFollowers":
        """What follows the site of the post in front."""
        self.later.finish()
        return self._site_followers

    @property
    def post_files(self) -> "PostFiles":
        """What makes, publishes, renames and removes posts."""
        return self.site_followers.post_files

    @property
    def images(self) -> "ImageInsertion":
        """What puts images into the post in front."""
        return self.site_followers.images

    @property
    def links(self) -> "LinkInsertion":
        """What links to posts of the site."""
        return self.site_followers.links

    @property
    def unused_images(self) -> "UnusedImages":
        """What lists the images that the site does not use."""
        return self.site_followers.unused_images

    @property
    def tags(self) -> "TagRenaming":
        """What renames a tag in all posts of the site."""
        return self.site_followers.tags

    @property
    def git(self) -> "GitCommands":
        """What commits and shows what Git has of the posts."""
        return self.site_followers.git

    def _build_preview(self) -> None:
        column = self.preview_column
        column.build()
        if column.missing:
            self.messages.show_banner("preview", column.missing, level="warning")
        column.replaced.connect(self._use_plain_preview)
        self._dress_preview()
        if self._document is not None:
            opened = column.start(self._document.path, self._document.text)
            if opened:  # what comes next takes the time that the page's process needs by itself
                self.later.hold(opened, _PATIENCE)

    def _build_following(self) -> None:
        from editor.gui.following import Following
        from editor.gui.scrolling import Scrolling

        column = self.preview_column
        following = Following(
            self.posts, self.long_posts, self.source, self.status, column, self._child
        )
        self._following = following
        self._scrolling = Scrolling(self.source, column.preview)
        following.held.connect(self._hold)
        following.live.failed.connect(self._tell_render_failure)
        following.live.shown.connect(self._scrolling.reveal_caret)
        following.live.recovered.connect(lambda: self.messages.clear("render"))
        self.long_posts.asked.connect(following.follow_text)
        self._connect_preview()
        if self._document is not None:
            following.follow(self._document)

    def _await_page(self) -> None:
        if self.preview_column.isVisible():
            self.later.hold(self.preview_column.preview.patched, _PATIENCE)

    def _connect_preview(self) -> None:
        preview = self.preview_column.preview
        preview.line_clicked.connect(self.edit_in_source)
        self._scrolling.follow(preview)
        preview.zoom_asked.connect(self.state.zoom)
        preview.notice.connect(lambda text: self.messages.show_banner("preview", text))
        self._dress_preview()

    def _dress_preview(self) -> None:
        preview, theme = self.preview_column.preview, self.state.theme
        preview.set_dark(theme.is_dark, contrast=theme.is_contrast)
        preview.set_zoom(self.settings.preview_zoom)

    @Slot(str)
    def _use_plain_preview(self, reason: str) -> None:
        self._connect_preview()
        self.following.use_another_preview()
        self.messages.show_banner("preview", reason, level="warning")

    @Slot(object)
    def _tell_render_failure(self, error: Exception) -> None:
        self.messages.show_banner("render", words.not_rendered(error), level="warning")

    def _build_form(self) -> None:
        from editor.gui.fields.field_editing import FieldEditing
        from editor.gui.fields.field_lengths import FieldLengths
        from editor.gui.fields.form import FrontMatterForm

        space, self._real_form = self._form, FrontMatterForm(self.state.theme)
        self._form = self._real_form
        self._fields = FieldEditing(self._real_form, self.posts)
        self._real_form.source_asked.connect(self.edit_in_source)
        self._real_form.keep_height(space.height())
        self._fields.settled.connect(self._real_form.fit)
        self._fields.publication_found.connect(self.status.show_publication)
        self._lengths = FieldLengths(self._real_form)
        self._lengths.told.connect(self.status.show_length)
        assert self._following
        self._following.name_site()
        self._following.take_form(self._real_form, self._fields)
        self.centre_column.replaceWidget(space, self._real_form)
        space.deleteLater()
        self._show_panes()

    def _build_recovery(self) -> None:
        from editor.gui.posts.recovery_offer import RecoveryOffer

        self._recovery = RecoveryOffer(self.posts, self.messages, self)
        self.posts.watch()
        for document in self.posts.documents:
            if document.path:
                self._recovery.offer_of(document.path)

    def _build_site_followers(self) -> None:
        from editor.gui.site_followers import SiteFollowers

        assert self._following
        self._site_followers = SiteFollowers(self, self._following, self.folder)
        self._site_followers.marks.own_address_found.connect(self._take_own_address)

    def folder(self) -> Path | None:
        """The site, or the folder, that the post in front lies in."""
        path = self.posts.current.path
        return self.following.site.root or (path.parent if path else self.posts_column.folder)

    @Slot(object, str)
    def _take_own_address(self, own: "OwnAddress", files: str) -> None:
        self.preview.set_own_address(sorted(own.hosts), own.base, files)
