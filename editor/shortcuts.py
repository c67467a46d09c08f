"""The keys of the commands: which the writer chose, and whom that concerns.

Keys are texts in Qt's portable notation, such as `Ctrl+Shift+P`; several for one command are
separated by `; `, and "" means none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Bindings = Mapping[str, str]  # a command's name: its keys

_ARROWS = ("Left", "Right", "Up", "Down")
_ENDS = ("Home", "End")
# What the source pane does with keys by itself; see `gui/writing/typing_keys.py`, and Qt's
# documentation of QPlainTextEdit for those of any text.
FIXED = frozenset(
    [
        *("Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Return", "Enter", "Esc", "Space"),
        *("Shift+Return", "Shift+Enter", "Backspace", "Shift+Backspace", "Del", "PgUp", "PgDown"),
        *(f"{held}{key}" for key in _ARROWS + _ENDS for held in ("", "Shift+", "Ctrl+Shift+")),
        *(f"Ctrl+{key}" for key in (*_ARROWS, *_ENDS, "Backspace", "Del")),
        *(f"Alt+Shift+{key}" for key in _ARROWS),
        *("Shift+PgUp", "Shift+PgDown", "Shift+Space", "Alt+F4", "Menu"),
    ]
)


@dataclass(frozen=True)
class Preset:
    """The keys that another program has, for those of our commands that it has too.

    `source` is where they are told.
    """

    name: str
    source: str
    keys: Bindings


PRESETS: Sequence[Preset] = (
    Preset(
        "Typora",
        "https://support.typora.io/Shortcut-Keys/ (Windows and Linux)",
        {
            "zoom_in": "Ctrl+Shift+=",
            "zoom_out": "Ctrl+Shift+-",
            "zoom_reset": "Ctrl+Shift+0",
            "promote": "Ctrl+=",
            "demote": "Ctrl+-",
            "new_table": "Ctrl+T",
            "code_block": "Ctrl+Shift+K",
            "quote": "Ctrl+Shift+Q",
            "numbers": "Ctrl+Shift+[",
            "list": "Ctrl+Shift+]",
            "tasks": "Ctrl+Shift+X",
            "code": "Ctrl+Shift+`",
            "strike": "Alt+Shift+5",
            "show_posts": "Ctrl+Shift+L",
            "show_outline": "Ctrl+Shift+1",
            "focus_mode": "F8",
            "typewriter": "F9",
            "delete_row": "Ctrl+Shift+Backspace",
            "select_next": "Ctrl+D",
        },
    ),
    Preset(
        "ghostwriter",
        "https://invent.kde.org/office/ghostwriter, src/mainwindow.cpp, buildMenuBar",
        {
            "strike": "Ctrl+K",
            "quote": "Ctrl+.",
            "list": "Ctrl+8; Ctrl+Shift+-",
            "numbers": "Ctrl+1",
            "tasks": "Ctrl+T",
            "task_done": "Ctrl+D",
            "show_preview": "Ctrl+P",
            "show_posts": "Ctrl+Space",
            "show_outline": "Ctrl+J",
            "zoom_in": "Ctrl+=; Ctrl++",
            "zoom_out": "Ctrl+-",
        },
    ),
    Preset(
        "VS Code",
        "https://code.visualstudio.com/docs/reference/default-keybindings (Linux)",
        {
            "palette": "Ctrl+Shift+P; F1",
            "go_to_post": "Ctrl+P",
            "go_to_heading": "Ctrl+Shift+O",
            "go_to_line": "Ctrl+G",
            "find_in_posts": "Ctrl+Shift+F",
            "replace": "Ctrl+H",
            "select_next": "Ctrl+D",
            "delete_lines": "Ctrl+Shift+K",
            "move_up": "Alt+Up",
            "move_down": "Alt+Down",
            "duplicate": "Ctrl+Alt+Shift+Down",
            "fold": "Ctrl+Shift+[",
            "open_all": "Ctrl+Shift+]",
            "show_posts": "Ctrl+B",
            "show_preview": "Ctrl+Shift+V",
            "next_mistake": "F8",
            "suggest": "Ctrl+.",
            "rename": "F2",
            "preferences": "Ctrl+,",
            "new_window": "Ctrl+Shift+N",
            "zoom_in": "Ctrl+=; Ctrl++",
            "zoom_out": "Ctrl+-",
            "zoom_reset": "Ctrl+0",
            "full_screen": "F11",
        },
    ),
)


def single(keys: str) -> list[str]:
    """The keys of a command one by one."""
    return [one for one in keys.split("; ") if one]


def effective(defaults: Bindings, chosen: Bindings) -> dict[str, str]:
    """The keys of every command."""
    return {name: chosen.get(name, keys) for name, keys in defaults.items()}


def holders(keys: str, bindings: Bindings, but: str = "") -> list[str]:
    """The commands other than `but` that have one of these `keys`."""
    wanted = set(single(keys))
    return [name for name, own in bindings.items() if name != but and wanted & set(single(own))]


def is_fixed(keys: str) -> bool:
    """Whether the keys mean something in every text, and so can mean nothing else."""
    return any(one in FIXED for one in single(keys))


def is_typed(keys: str) -> bool:
    """Whether pressing one of them would write a letter."""
    return any(
        not one.startswith(("Ctrl+", "Alt+", "Meta+")) and not _is_function_key(one)
        for one in single(keys)
    )


def bound(defaults: Bindings, chosen: Bindings, name: str, keys: str) -> dict[str, str]:
    """What is chosen once the command `name` has `keys`; who had one of them loses that one."""
    taken = set(single(keys))
    now = effective(defaults, chosen)
    for other in holders(keys, now, but=name):
        now[other] = "; ".join(one for one in single(now[other]) if one not in taken)
    now[name] = keys
    return changes(defaults, now)


def changes(defaults: Bindings, now: Bindings) -> dict[str, str]:
    """Those keys of `now` that are not as the program has them."""
    return {name: keys for name, keys in now.items() if defaults.get(name, keys) != keys}


def of_preset(defaults: Bindings, preset: Preset) -> dict[str, str]:
    """What is chosen where the commands have the keys of another program.

    A command that the other one has not keeps its keys, save those that now mean something else.
    """
    chosen: dict[str, str] = {}
    for name, keys in preset.keys.items():
        if name in defaults:
            chosen = bound(defaults, chosen, name, keys)
    return chosen


def _is_function_key(keys: str) -> bool:
    key = keys.rpartition("+")[2]
    return key[:1] == "F" and key[1:].isdigit()
