"""Has the system read the web engine's library on another core, while Python imports the rest."""

import ctypes
import os
import sys
from pathlib import Path
from threading import Thread

# Ahead of the thread: Qt takes who loads it for its main thread, and the system's loader would
# have these imports wait for the thread's.
import PySide6.QtWidgets

LIBRARY = "libQt6WebEngineCore.so.6"  # 200 MB: to bind its symbols takes 20 ms


def preload() -> Thread | None:
    """The thread that reads it; None where it is not known to help, or lies elsewhere.

    What it does not read is read by who imports QtWebEngine, as without it.
    """
    library = Path(PySide6.__file__).with_name("Qt") / "lib" / LIBRARY
    if sys.platform != "linux" or not library.exists():
        return None
    load = ctypes.CDLL(None).dlopen  # ctypes.CDLL itself keeps Python from running meanwhile
    load.restype = ctypes.c_void_p
    thread = Thread(target=load, args=(bytes(library), os.RTLD_LAZY), daemon=True)
    thread.start()
    return thread
