"""An error that nothing catches ends nothing: the texts are kept and a report is shown."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from editor.gui.unexpected import ReportWindow, Unexpected


@pytest.fixture
def unexpected(qtbot, monkeypatch):
    """Hears of all errors while the test runs; `flushed` counts how often texts were kept."""
    for module, name in (
        (sys, "excepthook"),
        (threading, "excepthook"),
        (sys, "unraisablehook"),
    ):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    unexpected = Unexpected(lambda: unexpected.flushed.append(1))
    unexpected.flushed = []
    unexpected.listen()
    yield unexpected
    if unexpected._window is not None:
        unexpected._window.accept()
    qtbot.wait(0)


def fail(message="a bug"):
    raise ZeroDivisionError(message)


def report(qtbot, unexpected) -> str:
    qtbot.waitUntil(lambda: unexpected._window is not None)
    return unexpected._window.report


def test_an_error_in_a_slot_is_reported_and_the_texts_are_kept(qtbot, unexpected):
    timer = QTimer(singleShot=True, interval=0)
    timer.timeout.connect(fail)
    with qtbot.captureExceptions():
        pass
    unexpected.listen()
    timer.start()
    shown = report(qtbot, unexpected)
    assert "ZeroDivisionError: a bug" in shown
    assert "Blog Editor" in shown
    assert "Python" in shown
    assert unexpected.flushed


def test_an_error_in_a_thread_is_reported(qtbot, unexpected):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in report(qtbot, unexpected)


def test_an_error_where_python_cannot_raise_it_is_reported(qtbot, unexpected):
    class Bad:
        def __del__(self):
            fail("in an end")

    del [Bad()][0]
    assert "in an end" in report(qtbot, unexpected)


def test_the_same_error_again_is_one_report(qtbot, unexpected):
    for _ in range(3):
        try:
            fail()
        except ZeroDivisionError as error:
            unexpected.note(type(error), error, error.__traceback__)
    qtbot.wait(0)
    assert report(qtbot, unexpected).count("ZeroDivisionError: a bug") == 1
    assert len(unexpected.flushed) == 3


def test_an_error_while_the_texts_are_kept_is_reported_too(qtbot, unexpected):
    unexpected._flush = fail
    unexpected._tell("first")
    shown = report(qtbot, unexpected)
    assert "first" in shown
    assert "ZeroDivisionError" in shown


def test_a_storm_of_errors_opens_one_window_and_ends(qtbot, unexpected):
    for number in range(50):
        unexpected._tell(f"report {number}\n")
    assert report(qtbot, unexpected).count("report") == 20


def test_after_the_window_is_closed_the_next_error_opens_another(qtbot, unexpected):
    unexpected._tell("first")
    unexpected._window.accept()
    assert unexpected._window is None
    unexpected._tell("second")
    assert "second" in report(qtbot, unexpected)


def test_the_report_is_copied_and_goes_nowhere_else(qtbot):
    window = ReportWindow()
    qtbot.addWidget(window)
    window.show_report("what happened")
    window.copy()
    assert QGuiApplication.clipboard().text() == "what happened"


def test_ctrl_c_is_no_error(unexpected):
    unexpected.note(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert unexpected._reports == []
