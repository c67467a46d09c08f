"""What a window does once it is drawn."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from editor.gui.later import Later
from editor.gui.main_window import MainWindow
from editor.gui.posts.shared_posts import SharedPosts
from editor.gui.theme import LIGHT
from editor.settings import Settings


@pytest.fixture
def young(qapp, tmp_path, interview):
    """A window on the interview that was never drawn."""
    shared = SharedPosts(tmp_path / "safety", qapp)
    window = MainWindow(Settings(), LIGHT, shared)
    window.open_path(interview)
    yield window
    window.leave()
    shared.stop()


def test_steps_come_one_by_one_in_their_order_and_not_before_they_may(qtbot, qapp):
    parent, done = QObject(), []
    later = Later(parent)
    for number in range(3):
        later.then(lambda number=number: done.append(number))
    qapp.processEvents()
    assert done == []
    later.begin()
    qtbot.waitUntil(lambda: done == [0, 1, 2])
    later.then(lambda: done.append("at once"))
    assert done[-1] == "at once"


def test_who_cannot_wait_has_all_at_once_and_each_step_is_done_once(qapp):
    parent, done = QObject(), []
    later = Later(parent)
    later.then(lambda: done.append(1))
    later.then(later.finish)  # a step that needs a later one
    later.then(lambda: done.append(2))
    later.finish()
    later.begin()
    qapp.processEvents()
    assert done == [1, 2]


def test_a_window_that_is_not_drawn_is_built_all_the_same(qtbot):
    parent, done = QObject(), []
    Later(parent).then(lambda: done.append(1))
    qtbot.waitUntil(lambda: done == [1])


def test_nothing_moves_when_the_form_is_as_high_as_at_the_end_of_the_last_run(
    qtbot, qapp, tmp_path, interview
):
    kept = [Settings()]
    for _run in range(2):
        shared = SharedPosts(tmp_path / "safety", qapp)
        window = MainWindow(kept[-1], LIGHT, shared)
        window.settings_changed.connect(kept.append)
        window.resize(700, 600)
        window.open_path(interview)
        window.show()
        form, fields = window.form, window.fields
        height = form.height()
        with qtbot.waitSignal(fields.settled):
            pass
        assert len(form.problem_notes) == 1
        window.leave()
        shared.stop()
    assert height == kept[-1].form_height != Settings().form_height


def test_keys_typed_at_once_are_in_the_text(young):
    young.show()
    young.source.setFocus()
    QTest.keyClicks(young.source, "first words")
    young.later.finish()
    assert "first words" in young.posts.current.text
    assert young.posts.current.is_modified


def test_a_command_in_the_first_moment_does_its_work(qtbot, young, interview):
    young.show()
    QTest.keyClicks(young.source, "early")
    with qtbot.waitSignal(young.posts.saved):
        young.actions_.by_name["save"].trigger()
    assert "early" in interview.read_text(encoding="utf-8")


def test_the_tab_for_the_site_pressed_in_the_first_moment_is_answered(qtbot, young):
    young.show()
    young.preview_column.choose_look(in_site=True)
    qtbot.waitUntil(young.site_look.panel.isVisible)  # it says that this site was never built


def test_wrong_words_of_the_first_post_are_marked(qtbot, young):
    young.show()
    qtbot.waitUntil(lambda: "spelling" in vars(young), timeout=20_000)  # asked for by nobody else
    qtbot.waitUntil(lambda: "followers" in young.spelling.marks.marked, timeout=20_000)


def test_who_comes_after_the_words_were_counted_is_told_the_counts(qtbot, young):
    young.show()
    told = []
    young.following.add(take_counts=told.append)
    qtbot.waitUntil(lambda: len(told) > 0)
    late = []
    young.following.add(take_counts=late.append)
    assert late == told[-1:]


def test_a_menu_opened_in_the_first_moment_has_its_commands(young):
    young.show()
    menu = young.menuBar().actions()[0].menu()
    menu.aboutToShow.emit()
    assert young.actions_.by_name["save"] in menu.actions()
    young.later.finish()
    recent = young.actions_.submenus["recent"]
    recent.aboutToShow.emit()
    assert [action.isEnabled() for action in recent.actions()] == [False]  # nothing yet


def test_the_toolbar_keeps_its_place_when_its_icons_are_drawn(young):
    young.show()
    bar = young.actions_.bar
    places = [bar.actionGeometry(action) for action in bar.actions()]
    young.later.finish()
    assert places == [bar.actionGeometry(action) for action in bar.actions()]
    assert any(place.width() > 20 for place in places)
