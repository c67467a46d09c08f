"""Words are counted off the window's thread, and the newest text counts."""

from editor.gui.counting import Counting, Counts


def test_the_newest_text_is_counted(qtbot):
    counting = Counting()
    counted = []
    counting.counted.connect(counted.append)
    for number in range(200):
        counting.count("---\ntitle: not counted\nlang: fr\n---\n" + "mot\n\n" * number)
    qtbot.waitUntil(lambda: Counts(199, 1, "fr") in counted)
    assert counted[-1] == Counts(199, 1, "fr")
    counting.stop()
