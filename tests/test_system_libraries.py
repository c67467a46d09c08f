import ctypes

import pytest

from editor import system_libraries
from editor.system_libraries import (
    Library,
    how_to_install,
    missing_for_preview,
    missing_libraries,
)


@pytest.fixture
def bare(monkeypatch):
    """A Linux where no library is installed."""

    def refuse(name):
        raise OSError(name)

    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)


@pytest.mark.usefixtures("bare")
def test_a_bare_machine_lacks_what_qt_needs_and_on_x11_more(monkeypatch):
    without = {library.file for library in missing_libraries()}
    assert "libEGL.so.1" in without
    assert "libxcb-cursor.so.0" not in without
    monkeypatch.setenv("DISPLAY", ":0")
    assert {library.file for library in missing_libraries()} > without
    assert "libnss3.so" in {library.file for library in missing_for_preview()}


@pytest.mark.usefixtures("bare")
def test_where_it_is_not_linux_nothing_is_looked_for(monkeypatch):
    monkeypatch.setattr(system_libraries.sys, "platform", "darwin")
    assert missing_libraries() == missing_for_preview() == []


def test_the_commands_name_each_package_once():
    libraries = [
        Library("b.so", "libb1", "b"),
        Library("a.so", "liba1", "a"),
        Library("b2.so", "libb1", "b"),
    ]
    assert how_to_install(libraries) == (
        "  Debian, Ubuntu:  sudo apt-get install liba1 libb1\n"
        "  Fedora:          sudo dnf install a b"
    )
