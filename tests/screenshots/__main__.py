"""Takes pictures of the window's main states, for the README and to be looked at.

    python -m tests.screenshots [FOLDER [NAME…]]

Works on a copy of the sample site, and on sites made for it. Without FOLDER they go to
`build/screenshots`, and those that the README shows beside this module; with NAMEs only the
pictures whose names hold one of them.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog

from editor import recovery
from editor.gui.app import Program
from editor.gui.finding.find_bar import FindBar
from editor.gui.finding.find_in_posts import FindInPosts
from editor.gui.library.posts_pane import PostsPane
from editor.gui.main_window import MainWindow
from editor.gui.palette.command_palette import CommandPalette
from editor.gui.preview.preparing import prepare_before_application
from editor.settings import Settings
from tests.conftest import SAMPLES
from tests.screenshots.repository import put_in_git
from tests.screenshots.sites import make_sites

_INTERVIEW = "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
_GOOGLE = "_posts/2009-05-29-google-wave-en-avant-premiere.md"
_PORTALS = "_posts/2008-12-11-le-web-a-t-il-encore-besoin-de-portails.md"
_IN_README = ("broken-title-light-en", "post-dark-fr")
_SETTLE = 900  # milliseconds for images and fonts after the page was patched


@dataclass(frozen=True)
class State:
    """One picture: what is open, in which look, at which size."""

    name: str
    post: str  # "" for none
    theme: str = "light"
    language: str = "en"
    size: tuple[int, int] = (1440, 900)
    prepare: Callable[[MainWindow], object] = lambda _window: None


def _mend(window: MainWindow) -> None:
    window.form.problem_notes[0].mend_asked.emit()


def _unfold(window: MainWindow) -> None:
    window.actions_.by_name["show_head"].setChecked(True)


def _conflict(window: MainWindow) -> None:
    """Another program writes the title that is being written here."""
    document = window.posts.current
    theirs = document.text.replace("title: ", "title: Their ", 1)
    document.replace_text(document.text.replace("title: ", "title: My ", 1))
    assert document.path is not None
    document.path.write_text(theirs, encoding="utf-8")
    window.posts.shared.outside.files.look()


def _crash(window: MainWindow) -> None:
    """Another run of the program has crashed over the post in front."""
    document = window.posts.current
    session = recovery.begin(window.posts.safekeeping.unsaved)
    typed = document.text + "\nTyped just before.\n"
    kept = recovery.snapshot(document.stored, typed, 1, document.base)
    recovery.write(session.file(document.path), kept)
    session.end()
    window.recovery.offer()


def _replace(window: MainWindow) -> None:
    """Something is found, and what would take its place is shown."""
    window.finding.replace()
    bar = window.findChild(FindBar)
    bar.options.pattern.setChecked(True)
    bar.find_box.setText(r"(\w+)s\b")
    bar.replace_box.setText(r"\1")


def _narrow(window: MainWindow) -> None:
    """Focus on a paragraph, rows of 60 characters that stand apart."""
    look = replace(window.settings, focus_mode=True, source_width=60, line_height=150)
    window.settings_changed.emit(look)
    window.actions_.by_name["show_form"].setChecked(False)
    window.source.go_to_line(17)


def _alone(window: MainWindow) -> None:
    window.settings_changed.emit(replace(window.settings, typewriter=True, line_height=140))
    window.actions_.by_name["full_screen"].setChecked(True)
    window.source.go_to_line(50)


def _outline(window: MainWindow) -> None:
    """The outline beside the source, a section folded."""
    window.actions_.by_name["show_outline"].setChecked(True)
    window.actions_.by_name["show_form"].setChecked(False)
    window.source.go_to_line(16)
    window.actions_.by_name["fold"].trigger()


def _git(window: MainWindow, command: str) -> None:
    """The site lies in a repository; `command`, if any, is chosen."""
    path = window.posts.current.path
    assert path is not None
    put_in_git(path.parent.parent, path)
    window.posts.shared.outside.files.look()
    window.posts_column.build()
    window.posts_column.look()
    _wait(None)
    if command:
        window.actions_.by_name[command].trigger()
    _wait(None)


def _find_in_posts(window: MainWindow) -> FindInPosts:
    """The window with what a replacement in all posts would change."""
    window.finding.find_in_posts(window.posts.folder.parent)
    finder = window.findChild(FindInPosts)
    finder.find_box.setText("vague")
    finder.replace_switch.setChecked(True)
    finder.replace_box.setText("onde")
    finder.find_box.setFocus()
    return finder


def _palette(window: MainWindow) -> None:
    window.actions_.by_name["palette"].trigger()
    dialog = window.findChild(CommandPalette)
    dialog.search.setText("tit" if window.settings.language == "fr" else "he")


def _palette_empty(window: MainWindow) -> None:
    window.actions_.by_name["palette"].trigger()


def _preferences(window: MainWindow) -> None:
    window.show_preferences()


def _preferences_of_site(window: MainWindow) -> None:
    window.show_preferences("image_folder")


def _shortcuts(window: MainWindow) -> None:
    """Keys that another command has already."""
    window.show_preferences()
    page = window.preferences.page
    page.search.setText("ital" if window.settings.language == "en" else "liste")
    page.keys.box("italic" if window.settings.language == "en" else "list").pressed.emit("Ctrl+B")


def _guide(window: MainWindow) -> None:
    window.actions_.by_name["guide"].trigger()


def _about(window: MainWindow) -> None:
    window.actions_.by_name["about"].trigger()


def _spell_otherwise(window: MainWindow) -> None:
    """Tags that the site mostly spells otherwise."""
    window.form.field_edited.emit("tags", ["Twitter", "blog"])


def _list(window: MainWindow) -> PostsPane:
    """The posts pane with its posts, all read."""
    window.posts_column.build()
    pane = window.posts_column.pane
    assert pane is not None
    while not window.posts_column.library.is_read:
        _wait(None)
    return pane


def _search(text: str) -> Callable[[MainWindow], object]:
    return lambda window: _list(window).search.setText(text)


def _empty(window: MainWindow) -> None:
    folder = window.posts.folder.parent / "empty"
    folder.mkdir(exist_ok=True)
    window.posts_column.open_folder(folder)
    _list(window)


def _progress(window: MainWindow) -> None:
    """Posts are being read: the pane is told so, for real reading is over too soon."""
    pane = _list(window)
    window.posts_column.library.progressed.emit(4200, 10000)
    pane._show_progress()


def _ask_look(window: MainWindow) -> None:
    window.actions_.by_name["text_look"].trigger()


def _hide_preview(window: MainWindow) -> None:
    window.actions_.by_name["show_preview"].setChecked(False)


def _open_menu(window: MainWindow) -> None:
    """The longest menu, where the window is grabbed with what lies over it."""
    bar = window.menuBar()
    menu = bar.actions()[1].menu()
    menu.popup(window.mapToGlobal(bar.actionGeometry(bar.actions()[1]).bottomLeft()))


_FORMS = {
    "jekyll": "jekyll/_posts/2009-05-29-google-wave.md",
    "jekyll-broken": "jekyll/_posts/2009-06-24-biz-stone.md",
    "jekyll-empty": "jekyll/_drafts/nouveau.md",
    "hugo": "hugo/content/posts/velo/index.md",
    "hugo-empty": "hugo/content/posts/nouveau.md",
    "pelican": "pelican/content/annee-en-revue.md",
    "pelican-empty": "pelican/content/nouveau.md",
}
_WAYS = (
    ("light-en", "light", "en", (1440, 900)),
    ("dark-fr", "dark", "fr", (1440, 900)),
    ("small-light-fr", "light", "fr", (1024, 700)),
    ("small-dark-en", "dark", "en", (1024, 700)),
)
_STATES_OF_POSTS: tuple[tuple[str, Callable[[MainWindow], object]], ...] = (
    ("folder", _list),
    ("hits", _search("vague")),
    ("filter", _search("year:2009")),
    ("broken", _search("broken:")),
    ("nothing", _search("zzz")),
    ("empty", _empty),
    ("progress", _progress),
    ("spelling-of-tags", _spell_otherwise),
)
_STATES_OF_WRITING: tuple[tuple[str, str, Callable[[MainWindow], object]], ...] = (
    ("replace", _GOOGLE, _replace),
    ("focus", _GOOGLE, _narrow),
    ("outline", _GOOGLE, _outline),
    ("find-in-posts", _GOOGLE, _find_in_posts),
    ("text-look", _GOOGLE, _ask_look),
    ("full-screen", _GOOGLE, _alone),
    ("palette", _GOOGLE, _palette),
    ("palette-empty", _GOOGLE, _palette_empty),
    ("preferences", _GOOGLE, _preferences),
    ("preferences-site", _GOOGLE, _preferences_of_site),
    ("shortcuts", _GOOGLE, _shortcuts),
    ("guide", _GOOGLE, _guide),
    ("about", _GOOGLE, _about),
    ("nothing-open", "", lambda _window: None),
    ("folder-alone", ".", lambda _window: None),
    ("right-to-left", "../jekyll/_posts/2024-03-01-salam.md", lambda _window: None),
    ("no-preview", _GOOGLE, _hide_preview),
    ("go-to-post", _GOOGLE, lambda window: window.commands.choose_post()),
    ("link", _GOOGLE, lambda window: window.actions_.by_name["link"].trigger()),
    ("rename", _GOOGLE, lambda window: window.actions_.by_name["rename"].trigger()),
    ("versions", _GOOGLE, lambda window: window.actions_.by_name["versions"].trigger()),
    ("menu", _GOOGLE, _open_menu),
)

STATES = (
    State("contrast-en", _GOOGLE, "contrast"),
    State("contrast-small-fr", _INTERVIEW, "contrast", "fr", (1024, 700)),
    State("contrast-dark-fr", _GOOGLE, "contrast-dark", "fr", prepare=_replace),
    State("contrast-dark-small-en", _INTERVIEW, "contrast-dark", "en", (1024, 700)),
    State("broken-title-light-en", _INTERVIEW),
    State("broken-title-dark-en", _INTERVIEW, theme="dark"),
    State("broken-title-light-fr", _INTERVIEW, language="fr"),
    State("broken-title-dark-fr", _INTERVIEW, theme="dark", language="fr"),
    State("quoted-title-light-en", _INTERVIEW, prepare=_mend),
    State("front-matter-shown-light-fr", _INTERVIEW, language="fr", prepare=_unfold),
    State("post-light-en", _GOOGLE),
    State("post-dark-fr", _GOOGLE, theme="dark", language="fr"),
    State("small-light-en", _INTERVIEW, size=(1024, 700)),
    State("small-light-fr", _INTERVIEW, language="fr", size=(1024, 700)),
    State("small-dark-fr", _GOOGLE, theme="dark", language="fr", size=(1024, 700)),
    State("crash-light-en", _GOOGLE, prepare=_crash),
    State("crash-small-dark-fr", _GOOGLE, "dark", "fr", (1024, 700), _crash),
    State("conflict-dark-en", _PORTALS, theme="dark", prepare=_conflict),
    State("conflict-small-light-fr", _PORTALS, "light", "fr", (1024, 700), _conflict),
    *(
        State(f"{name}-{kind}", post, theme, language, size, prepare)
        for name, post, prepare in _STATES_OF_WRITING
        for kind, theme, language, size in _WAYS
    ),
    *(
        State(f"posts-{name}-{kind}", _GOOGLE, theme, language, size, prepare)
        for name, prepare in _STATES_OF_POSTS
        for kind, theme, language, size in _WAYS
    ),
    *(
        State(f"form-{name}-{kind}", f"../{post}", theme=theme, language=language, size=size)
        for name, post in _FORMS.items()
        for kind, theme, language, size in _WAYS
    ),
    *(  # the last, as the site is in a repository from here on
        State(f"git-{name}-{kind}", _GOOGLE, theme, language, size, partial(_git, command=command))
        for name, command in (("marks", ""), ("changes", "git_changes"), ("commit", "git_commit"))
        for kind, theme, language, size in _WAYS
    ),
)


def main() -> int:
    """Take all pictures, and name them."""
    own = Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    usual = own.parent.parent / "build" / own.name
    parser.add_argument("folder", nargs="?", type=Path, help="without it the README's too")
    parser.add_argument("names", nargs="*", help="parts of the names of those to take")
    options = parser.parse_args()
    folder = options.folder or usual
    folder.mkdir(parents=True, exist_ok=True)
    prepare_before_application()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as place:
        site = Path(shutil.copytree(SAMPLES, Path(place) / "blog"))
        make_sites(Path(place))
        names = options.names
        for state in STATES:
            if names and not any(name in state.name for name in names):
                continue
            target = folder / f"{state.name}.png"
            _take(app, state, site, target)
            if state.name in _IN_README and not options.folder:
                shutil.copy(target, own)
            sys.stdout.write(f"{target}\n")
    return 0


def _take(app: QApplication, state: State, site: Path, target: Path) -> None:
    recent = () if state.post else tuple(str(site / name) for name in (_GOOGLE, _INTERVIEW))
    settings = Settings(theme=state.theme, language=state.language, recent=recent)
    program = Program(app, settings, site.parent / "settings.json", site.parent / state.name)
    window = program.open_window()
    window.resize(*state.size)
    if state.post:
        window.open_path(site / state.post)
    window.posts.ensure_one()
    window.show()
    window.source.setFocus()
    _wait(window.preview.patched)
    _wait(None)
    state.prepare(window)
    _wait(None)
    window.messages.clear("preview")  # that the pictures are taken as root is no matter here
    _wait(None)
    dialog = next((one for one in window.findChildren(QDialog) if one.isVisible()), None)
    picture = (dialog or window).grab()
    menu = QApplication.activePopupWidget()
    if menu is not None:
        with QPainter(picture) as painter:
            painter.drawPixmap(window.mapFromGlobal(menu.pos()), menu.grab())
        menu.close()
    picture.save(str(target))
    window.leave()
    for translator in program.translators:
        app.removeTranslator(translator)


def _wait(signal) -> None:
    """Until `signal`; without one, until images and fonts are there."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE if signal is None else 20_000, loop.quit)
    if signal is not None:
        signal.connect(loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
