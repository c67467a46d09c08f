"""The pause of the keys that form and counts wait for."""

from PySide6.QtCore import QTimerEvent

from editor.gui import calm
from editor.gui.calm import Calm


def test_it_comes_once_after_the_last_key(qtbot):
    pause, came = Calm(), []
    pause.timeout.connect(lambda: came.append(1))
    pause.start()
    pause.start()
    qtbot.waitUntil(lambda: bool(came))
    assert came == [1]
    assert not pause.isActive()


def test_what_takes_long_waits_for_a_longer_pause_and_no_longer_than_needed(monkeypatch):
    pause, clock = Calm(), iter([0.0, 0.3, 1.0, 1.001, 2.0, 60.0])
    monkeypatch.setattr(calm.time, "perf_counter", lambda: next(clock))
    intervals = []
    for _ in range(3):
        pause.timerEvent(QTimerEvent(1))
        intervals.append(pause.interval())
    assert intervals == [1500, 80, 2500]


def test_what_takes_long_on_another_thread_is_waited_for_too():
    pause = Calm()
    pause.allow_for(100)
    assert pause.interval() == 500
    pause.timerEvent(QTimerEvent(1))
    assert pause.interval() >= 500
    pause.allow_for(1)
    assert pause.interval() < 500
