import os
import sys

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editor.gui import frozen
from editor.gui.frozen import OtherPrograms


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux")
def test_a_frozen_program_opens_addresses_with_the_libraries_of_the_system(
    qtbot, tmp_path, monkeypatch
):
    told = tmp_path / "told"
    program = tmp_path / "xdg-open"
    program.write_text(
        f'#!/bin/sh\necho "$1 $LD_LIBRARY_PATH" > {told}.new\nmv {told}.new {told}\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/frozen")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    others = OtherPrograms()
    others.listen()
    try:
        QDesktopServices.openUrl(QUrl("https://example.org/été"))
        qtbot.waitUntil(told.exists)
    finally:
        for scheme in frozen._SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
    assert told.read_text() == "https://example.org/%C3%A9t%C3%A9 \n"
