"""What Qt needs of the system and a bare machine may lack, and the packages that bring it."""

import ctypes
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    """A shared library, and the packages that hold it."""

    file: str
    debian: str
    fedora: str


# What `ldd` names for the Qt of PySide6's wheels and a Debian 12 without a desktop does not have.
_ALWAYS = (
    Library("libEGL.so.1", "libegl1", "mesa-libEGL"),
    Library("libGL.so.1", "libgl1", "mesa-libGL"),
    Library("libOpenGL.so.0", "libopengl0", "libglvnd-opengl"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
)
_ON_X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-xinerama.so.0", "libxcb-xinerama0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
_FOR_THE_PREVIEW = (
    Library("libnss3.so", "libnss3", "nss"),
    Library("libasound.so.2", "libasound2", "alsa-lib"),
    Library("libXcomposite.so.1", "libxcomposite1", "libXcomposite"),
    Library("libXdamage.so.1", "libxdamage1", "libXdamage"),
    Library("libXrandr.so.2", "libxrandr2", "libXrandr"),
    Library("libXtst.so.6", "libxtst6", "libXtst"),
    Library("libxkbfile.so.1", "libxkbfile1", "libxkbfile"),
)


def missing_libraries() -> list[Library]:
    """What the window cannot start without and this machine lacks; [] where it is not Linux."""
    if sys.platform != "linux":
        return []
    needed = list(_ALWAYS)
    if "xcb" in os.environ.get("QT_QPA_PLATFORM", "") or os.environ.get("DISPLAY"):
        needed += _ON_X11
    return [library for library in needed if not _is_there(library)]


def missing_for_preview() -> list[Library]:
    """What the full preview cannot start without and this machine lacks."""
    if sys.platform != "linux":
        return []
    return [library for library in _FOR_THE_PREVIEW if not _is_there(library)]


def how_to_install(libraries: Iterable[Library]) -> str:
    """The commands that install `libraries`, for Debian and its kin and for Fedora and its kin."""
    debian = " ".join(sorted({library.debian for library in libraries}))
    fedora = " ".join(sorted({library.fedora for library in libraries}))
    return (
        f"  Debian, Ubuntu:  sudo apt-get install {debian}\n"
        f"  Fedora:          sudo dnf install {fedora}"
    )


def _is_there(library: Library) -> bool:
    try:
        ctypes.CDLL(library.file)
    except OSError:
        return False
    return True
