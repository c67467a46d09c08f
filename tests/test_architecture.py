"""The rules of the architecture, as the README's section "How it is built" tells them."""

import ast
import re
from pathlib import Path

import editor

ROOT = Path(editor.__file__).parent
PANES = {
    "fields.form",
    "source_pane",
    "preview.preview_pane",
    "status_line",
    "messages",
    "posts.post_chooser",
    "finding.find_bar",
    "outline.outline_pane",
    "library.posts_pane",
}
WINDOW = (  # from the lowest step
    "editor.gui.window_state",
    "editor.gui.window_panes",
    "editor.gui.site_followers",
    "editor.gui.late_parts",
    "editor.gui.asked_parts",
    "editor.gui.window_commands",
    "editor.gui.main_window",
)
DOORS = {
    "yaml": ("editor.front_matter",),
    "frontmatter": ("editor.front_matter",),
    "tomllib": ("editor.front_matter",),
    "markdown": ("editor.generators", "editor.rendering"),
    "markdown_it": ("editor.generators", "editor.rendering"),
    "mdit_py_plugins": ("editor.generators",),
    "pymdownx": ("editor.generators",),
    "pygments": ("editor.code_colours",),
    "latex2mathml": ("editor.generators.mathml",),
    "regex": ("editor.finding",),
    "markdownify": ("editor.writing.pasting",),
    "bs4": ("editor.writing.pasting",),
    "platformdirs": ("editor.settings",),
    "send2trash": ("editor.post_files.trash",),
    "hunspell": ("editor.spelling.lookup",),
    "text_unidecode": ("editor.slugs",),
    "PIL": ("editor.images",),
}


def module_name(path: Path) -> str:
    parts = ("editor", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    """The full names of what a module imports, wherever in it; `from a import b` gives `a.b`."""
    package = module_name(path).split(".")[: None if path.name == "__init__.py" else -1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {f"{base}.{name.name}" for name in node.names}
    return found


IMPORTS = {module_name(path): imports_of(path) for path in sorted(ROOT.rglob("*.py"))}


def is_in(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def test_qt_is_in_the_gui_alone():
    for module, imports in IMPORTS.items():
        if not is_in(module, "editor.gui"):
            assert not [name for name in imports if is_in(name, "PySide6")], module


def test_nothing_outside_the_gui_imports_it_save_main():
    for module, imports in IMPORTS.items():
        if not is_in(module, "editor.gui", "editor.__main__"):
            assert not [name for name in imports if is_in(name, "editor.gui")], module


def test_panes_never_import_each_other():
    panes = {f"editor.gui.{pane}" for pane in PANES}
    assert panes <= set(IMPORTS)
    for pane in panes:
        assert not [name for name in IMPORTS[pane] if is_in(name, *(panes - {pane}))], pane


def test_the_parts_of_the_source_pane_know_no_other_pane_and_no_window():
    others = {f"editor.gui.{pane}" for pane in PANES - {"source_pane"}} | {"editor.gui.main_window"}
    parts = {
        "blanks",
        "code_states",
        "colours",
        "head_fold",
        "highlighter",
        "incoming",
        "inline_marks",
        "line_numbers",
        "lines_in_view",
        "mirror_undo",
        "styles",
        "text_column",
    }
    for part in (f"editor.gui.source.{name}" for name in parts):
        assert not [name for name in IMPORTS[part] if is_in(name, *others)], part


def test_the_window_is_built_in_steps_each_of_which_knows_those_below_alone():
    for place, step in enumerate(WINDOW):
        assert not [name for name in IMPORTS[step] if is_in(name, *WINDOW[place:])], step


def test_what_the_window_is_made_of_does_not_know_the_window():
    above = {*WINDOW, "editor.gui.app", "editor.gui.self_check"}
    for module in set(IMPORTS) - above:
        assert not [name for name in IMPORTS[module] if is_in(name, *WINDOW)], module


def test_each_library_has_one_door():
    for module, imports in IMPORTS.items():
        for library, doors in DOORS.items():
            if any(is_in(name, library) for name in imports):
                assert is_in(module, *doors), (module, library)


def test_imports_go_downwards():
    """From `gui` over rendering and generators to the front matter, the files and the edits."""
    layers = (
        (
            "editor.child_processes",
            "editor.edits",
            "editor.fuzzy",
            "editor.limits",
            "editor.shortcuts",
            "editor.units",
        ),
        (
            "editor.merge",
            "editor.differences",
            "editor.formatting",
            "editor.renaming",
            "editor.slugs",
        ),
        ("editor.finding",),
        ("editor.encoding", "editor.disk", "editor.atomic", "editor.files", "editor.locks"),
        ("editor.images", "editor.media"),
        ("editor.recovery", "editor.history", "editor.outside", "editor.site_settings"),
        (
            "editor.front_matter",
            "editor.post",
            "editor.prose",
            "editor.headings",
            "editor.sections",
            "editor.readable",
        ),
        ("editor.typography",),
        ("editor.writing",),
        ("editor.field_kinds", "editor.field_habits", "editor.field_outline", "editor.near_names"),
        (
            "editor.blocks",
            "editor.code_colours",
            "editor.line_colours",
            "editor.generators",
            "editor.site",
            "editor.site_folders",
        ),
        (
            "editor.field_paths",
            "editor.references",
            "editor.site_media",
            "editor.site_pages",
            "editor.links",
            "editor.image_links",
        ),
        (
            "editor.rendering",
            "editor.render_messages",
            "editor.render_child",
            "editor.render_process",
        ),
        (
            "editor.library",
            "editor.library_habits",
            "editor.post_search",
            "editor.problems",
            "editor.spelling",
            "editor.tag_renaming",
            "editor.tags_read",
            "editor.unused_images",
            "editor.export",
        ),
        ("editor.publishing", "editor.link_targets"),
        ("editor.post_files",),
        ("editor.desktop", "editor.git", "editor.git_changes"),
        (
            "editor.commands",
            "editor.commands_check",
            "editor.commands_export",
            "editor.commands_fields",
            "editor.commands_files",
            "editor.commands_new",
        ),
        ("editor.gui",),
        ("editor.__main__",),
    )
    rank = {name: place for place, layer in enumerate(layers) for name in layer}

    def rank_of(name: str) -> int | None:
        return next((place for known, place in rank.items() if is_in(name, known)), None)

    for module, imports in IMPORTS.items():
        here = rank_of(module)
        for name in imports:
            there = rank_of(name)
            if here is not None and there is not None:
                assert there <= here, f"{module} imports {name}"


def test_no_group_is_possessive():
    """Python before 3.11.5 matches such a group wrongly where it can backtrack (gh-106052)."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,\d*\})\+|\(\?>")
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = possessive.search(node.value)
                # ")*+" also stands in lists of signs, which are no patterns.
                assert not found or "()*+" in node.value, (module_name(path), node.lineno)
