import threading

import shiboken6
from PySide6.QtCore import QObject, QThread

from editor.gui.worker import Worker


def test_a_failure_is_told_and_the_next_request_still_served(qtbot):
    worker = Worker(lambda number: 1 / number)
    with qtbot.waitSignal(worker.failed):
        worker.ask(0)
    with qtbot.waitSignal(worker.done) as done:
        worker.ask(2)
    worker.stop()
    assert done.args == [0.5]


def test_requests_overtaken_while_one_is_under_way_are_dropped(qtbot):
    started, go_on, seen = threading.Event(), threading.Event(), []

    def work(number):
        seen.append(number)
        started.set()
        go_on.wait(5)
        return number

    worker = Worker(work)
    worker.ask(1)
    assert started.wait(5)
    for number in (2, 3, 4):
        worker.ask(number)
    with qtbot.waitSignal(worker.done, check_params_cb=lambda number: number == 4):
        go_on.set()
    worker.stop()
    assert seen == [1, 4]


def test_results_arrive_on_the_gui_thread(qtbot):
    threads = []
    worker = Worker(lambda _: None)
    worker.done.connect(lambda _: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(worker.done):
        worker.ask(None)
    worker.stop()
    assert threads == [worker.thread()]


def test_what_is_asked_after_the_end_is_not_done(qtbot):
    worker = Worker(lambda number: number)
    worker.stop()
    with qtbot.assertNotEmitted(worker.done, wait=20):
        worker.ask(1)


def test_one_that_is_destroyed_unstopped_tells_nothing(qapp):
    started, go_on, told = threading.Event(), threading.Event(), []

    def work(_nothing):
        started.set()
        go_on.wait(10)

    parent = QObject()
    worker = Worker(work, parent)
    worker.done.connect(told.append)
    worker.ask(None)
    assert started.wait(10)
    shiboken6.delete(parent)
    go_on.set()
    worker._thread.shutdown()
    qapp.processEvents()
    assert not told
