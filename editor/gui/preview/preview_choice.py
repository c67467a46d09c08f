"""Which preview can be had here: the full one, or the plain one where QtWebEngine is not there."""

import os
import re
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtWidgets import QWidget

from editor.gui.preview.preview_pane import PreviewPane

if TYPE_CHECKING:
    from editor.gui.preview.plain_preview import PlainPreview


def create_preview(parent: QWidget | None = None) -> "tuple[PreviewPane | PlainPreview, str]":
    """A preview, and why it is the plain one: in the writer's words, "" for the full one."""
    try:
        _look_for_the_web_process()
        return PreviewPane(parent), ""
    except ImportError as error:
        from editor.gui.preview.plain_preview import PlainPreview

        reason = QCoreApplication.translate(
            "PreviewPane",
            "The full preview cannot start, because {} is missing on this computer. "
            "A simple preview is shown in its place.",
        )
        return PlainPreview(parent), reason.format(_missing_part(error))


def _look_for_the_web_process() -> None:
    """Raise ImportError where the program of the page's process is missing: Qt would abort."""
    if sys.platform == "linux":  # elsewhere it lies inside a framework or beside the libraries
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.LibraryExecutablesPath)
        program = os.environ.get("QTWEBENGINEPROCESS_PATH", f"{folder}/QtWebEngineProcess")
        if not os.access(program, os.X_OK):
            raise ImportError(program, name="QtWebEngineProcess")


def _missing_part(error: ImportError) -> str:
    """What the writer, or who installs for the writer, can look for."""
    library = re.match(r"(\S+\.so[.\d]*): cannot open", str(error))
    if library:
        return library[1]
    return "QtWebEngineProcess" if error.name == "QtWebEngineProcess" else "QtWebEngine"
