"""Walks over the program as a screen reader does, and lists the controls it is told of.

    python -m tests.accessibility_walk [--all] [FILE]

Starts the program on FILE (the interview without it) on a screen of its own, with a session bus
and AT-SPI, the accessibility of Linux desktops. Prints each kind of control with how many there
are, and all that have no name; with --all every control. Ends with 1 where one has no name. Needs
`jeepney` and Debian's xvfb, dbus and at-spi2-core.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.conftest import SAMPLES

_INTERVIEW = "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_PATIENCE = 40  # seconds until the program has told of itself
_SETTLE = 6  # seconds for what comes after the window is drawn
_FOCUSABLE, _VISIBLE = 1 << 11, 1 << 30  # ATSPI_STATE_…
# The roles one acts on, as AT-SPI names them.
_CONTROLS = {
    *("push button", "toggle button", "check box", "radio button", "text", "entry", "combo box"),
    *("spin button", "slider", "list", "list item", "table", "table cell", "tree", "tree item"),
    *("menu item", "check menu item", "radio menu item", "menu", "page tab", "link", "dialog"),
}


@dataclass(frozen=True)
class Told:
    """What a screen reader is told of one thing."""

    depth: int
    role: str
    name: str
    description: str
    is_focusable: bool
    is_visible: bool

    @property
    def is_control(self) -> bool:
        """Whether the writer acts on it; lines of menus have no name and cannot be reached."""
        return self.role in _CONTROLS or self.is_focusable


class Walk:
    """Asks the accessibility bus."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def programs(self) -> list[tuple[str, str]]:
        """The programs that tell of themselves: name on the bus, and path."""
        return self._children("org.a11y.atspi.Registry", _ROOT)

    def under(self, bus: str, path: str, depth: int = 0) -> Iterator[Told]:
        """All that is told of below `path`, from the top."""
        told = self._told(bus, path, depth)
        if depth == 1 and not told.is_visible:  # a window that was built and is not shown
            return
        yield told
        if told.role == "document web":  # the post itself: a text, not a control
            return
        for child_bus, child_path in self._children(bus, path):
            yield from self.under(child_bus, child_path, depth + 1)

    def _told(self, bus: str, path: str, depth: int) -> Told:
        role = str(self._call(bus, path, "GetRoleName"))
        low, _high = self._call(bus, path, "GetState")
        name, description = (self._property(bus, path, key) for key in ("Name", "Description"))
        return Told(depth, role, name, description, bool(low & _FOCUSABLE), bool(low & _VISIBLE))

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        return [tuple(child) for child in self._call(bus, path, "GetChildren")]

    def _call(self, bus: str, path: str, method: str):
        address = DBusAddress(path, bus_name=bus, interface=_ACCESSIBLE)
        return self._ask(new_method_call(address, method))

    def _property(self, bus: str, path: str, name: str) -> str:
        address = DBusAddress(path, bus_name=bus, interface=_ACCESSIBLE)
        return str(self._ask(Properties(address).get(name))[1])

    def _ask(self, message):
        reply = self._connection.send_and_get_reply(message, timeout=20)
        if reply.header.message_type is MessageType.error:
            raise RuntimeError(reply.body)
        return reply.body[0]


def _accessibility_bus() -> DBusConnection:
    session = open_dbus_connection("SESSION")
    bus = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    address = session.send_and_get_reply(new_method_call(bus, "GetAddress")).body[0]
    return open_dbus_connection(address)


def _window(walk: Walk, program: subprocess.Popen) -> tuple[str, str]:
    """The program on the bus, once it is there."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and program.poll() is None:
        found = walk.programs()
        if found:
            time.sleep(_SETTLE)
            return found[0]
        time.sleep(0.5)
    raise SystemExit("The program did not tell of itself.")


def _inside(file: Path | None, *, everything: bool) -> int:
    """What runs with a screen and a session bus."""
    walk = Walk(_accessibility_bus())
    with tempfile.TemporaryDirectory() as place:
        site = Path(shutil.copytree(SAMPLES, Path(place) / "site"))
        command = [sys.executable, "-m", "editor", str(file or site / _INTERVIEW)]
        folders = {f"XDG_{name}_HOME": place for name in ("CONFIG", "STATE", "CACHE", "DATA")}
        wanted = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = subprocess.Popen(
            command, env=os.environ | folders | wanted, stderr=subprocess.DEVNULL
        )
        try:
            all_told = list(walk.under(*_window(walk, program)))
        finally:
            program.terminate()
            program.wait(10)
    return _report(all_told, everything=everything)


def _report(all_told: list[Told], *, everything: bool) -> int:
    controls = [told for told in all_told if told.is_control]
    unnamed = [told for told in controls if not told.name.strip()]
    for told in all_told if everything else unnamed:
        mark = "!" if told in unnamed else " "
        sys.stdout.write(f"{mark} {'  ' * told.depth}{told.role}: {told.name or '(no name)'}\n")
    for role, count in Counter(told.role for told in controls).most_common():
        lacking = sum(told.role == role for told in unnamed)
        sys.stdout.write(f"{role:20} {count:5} {f'{lacking} unnamed' if lacking else ''}\n")
    reached = sum(told.is_focusable for told in controls)
    sys.stdout.write(
        f"{len(controls)} controls, {reached} that take the focus, {len(unnamed)} unnamed\n"
    )
    return 1 if unnamed else 0


def main() -> int:
    """Take the walk, on a screen and a bus of its own."""
    words = sys.argv[1:]
    if "--inside" not in words:
        again = [sys.executable, "-m", "tests.accessibility_walk", "--inside", *words]
        return subprocess.run(["xvfb-run", "-a", "dbus-run-session", "--", *again]).returncode
    files = [Path(word) for word in words if not word.startswith("--")]
    return _inside(files[0] if files else None, everything="--all" in words)


if __name__ == "__main__":
    sys.exit(main())
