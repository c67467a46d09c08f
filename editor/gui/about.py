"""What the program is and what it runs on, for the writer and for a report."""

import platform

import PySide6
from PySide6.QtCore import QCoreApplication, qVersion

import editor


def about_text() -> str:
    """Name, version, licence and the versions of what the program is built on."""
    from importlib.metadata import version  # it takes a while to import, for one line

    what = QCoreApplication.translate(
        "about", "An offline editor for blogs kept as files. It changes no byte that you did not."
    )
    return (
        f"Blog Editor {editor.__version__}\n{what}\n\n"
        f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · Qt {qVersion()} · "
        f"Markdown {version('markdown')} · {platform.platform()}\n"
        + QCoreApplication.translate("about", "Free software under the MIT licence.")
    )
