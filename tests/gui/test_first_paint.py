"""What the program imports before its window is drawn: nothing that is not seen at once."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Opens the window, and says what is imported when its text is drawn.
PROGRAM = """
import sys
from importlib.abc import MetaPathFinder


class Watch(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "editor.gui.main_window":
            sys.meta_path.remove(self)
            from editor.gui.later import Later

            Later.begin = say
        return None


def say(_later):
    print(*sys.modules, sep="\\n", flush=True)
    from os import _exit

    _exit(0)


sys.meta_path.insert(0, Watch())
from editor.__main__ import main

main(sys.argv[1:])
"""
# Each takes milliseconds, and none is needed to show the text of a post.
LATE = {
    "concurrent.futures",
    "difflib",
    "editor.field_kinds",
    "editor.front_matter.formats",
    "editor.generators",
    "editor.gui.counting",
    "editor.gui.endings",
    "editor.gui.fields",
    "editor.gui.following",
    "editor.gui.heading_chooser",
    "editor.gui.help",
    "editor.gui.palette",
    "editor.gui.preferences",
    "editor.gui.posts.compare_view",
    "editor.gui.posts.history_panel",
    "editor.gui.posts.outside_changes",
    "editor.gui.posts.recovery_offer",
    "editor.gui.preview.live_preview",
    "editor.gui.preview.plain_preview",
    "editor.gui.preview.preview_pane",
    "editor.gui.scrolling",
    "editor.gui.site_followers",
    "editor.gui.source.incoming",
    "editor.gui.source.mirror_undo",
    "editor.gui.text_commands",
    "editor.gui.unexpected",
    "editor.gui.window_commands",
    "editor.history",
    "editor.merge",
    "editor.outside",
    "editor.post",
    "editor.problems",
    "editor.prose",
    "editor.render_process",
    "editor.rendering",
    "html.parser",
    "markdown",
    "pygments",
    "tomllib",
    "urllib.request",
    "yaml",
    "PySide6.QtWebEngineWidgets",
}
MOST = 79  # modules of the editor; a new one here wants a reason


def imported_at_first_paint(post: Path) -> set[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROGRAM, str(post)]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    return set(ran.stdout.split())


def test_before_the_text_is_drawn_nothing_is_imported_that_is_not_seen(interview):
    found = imported_at_first_paint(interview)
    assert "editor.gui.source_pane" in found
    assert found.isdisjoint(LATE), sorted(found & LATE)
    ours = sorted(name for name in found if name.startswith("editor."))
    assert len(ours) <= MOST, ours
