"""What a screen reader tells: every control of every pane and dialog has a name."""

import pytest
from PySide6.QtWidgets import QApplication

from editor.gui.main_window import MainWindow
from tests.gui.accessible import controls

# Commands that show a pane, a bar or a dialog.
PANES = (
    *("find", "replace", "show_outline", "rename", "link", "show_head"),
    *("find_in_posts", "go_to_post", "go_to_heading", "versions", "unsaved_texts", "text_look"),
    *("palette", "preferences", "guide", "about"),
    *("rename_tag", "unused_images", "new_table", "typography", "publish", "new"),
)
GOOGLE = "_posts/2009-05-29-google-wave-en-avant-premiere.md"


@pytest.fixture
def post(qtbot, window, site):
    """The window with a post and the posts of its site."""
    window.open_path(site / GOOGLE)
    window.posts_column.build()
    pane = window.posts_column.pane
    qtbot.waitUntil(lambda: len(pane.titles) > 5, timeout=20_000)
    window.source.go_to_line(20)
    return window


def shown():
    """The windows, dialogs and boxes that are on the screen."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def unnamed():
    return [one for root in shown() for one in controls(root) if one.is_unnamed]


def close_dialogs():
    for one in shown():
        if not isinstance(one, MainWindow):
            one.close()


def test_every_control_of_the_window_has_a_name(post):
    assert len(controls(post)) > 100
    assert unnamed() == []


def test_what_a_broken_post_adds_has_names(qtbot, window, interview):
    window.open_path(interview)
    qtbot.waitUntil(lambda: bool(window.form.problem_notes), timeout=20_000)
    assert "Quote the title" in [one.name for one in controls(window)]
    assert unnamed() == []


@pytest.mark.parametrize("command", PANES)
def test_every_control_of_a_pane_or_dialog_has_a_name(qtbot, post, command):
    before = len([one for root in shown() for one in controls(root)])
    action = post.actions_.by_name[command]
    (action.toggle if action.isCheckable() else action.trigger)()
    qtbot.waitUntil(
        lambda: (
            len([one for root in shown() for one in controls(root)]) != before
            or command in ("show_head", "new_table")
        ),
        timeout=20_000,
    )
    # While the list of posts is filled, cells of rows that have gone have no names for a moment.
    qtbot.waitUntil(lambda: unnamed() == [])
    close_dialogs()
