"""The catalogue of the window's commands: names, keys and icons, and the menus they stand in."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from editor import resources
from editor.gui import commands_writing
from editor.gui.actions import Command
from editor.gui.languages import language_names

translate = QCoreApplication.translate

TOOLBAR = (
    "show_posts new open save - undo redo - bold italic heading link image code - "
    "list numbers quote new_table - add_field"
)
TOOLBAR_RIGHT = "find show_preview theme"
OF_POST_FILES = (
    *("new", "new_draft", "publish", "unpublish", "rename", "duplicate_post"),
    *("trash", "show_in_files"),
)
OF_EXPORT = (
    *("export_html", "export_pdf", "print"),
    *("copy_html", "copy_html_source", "copy_mail"),
)
LOOKS = (
    "theme: theme:light theme:dark theme:contrast theme:contrast-dark"  # "" is as the system has it
)


def languages() -> str:
    """The names of the commands that choose the window's language."""
    return " ".join(("language:", *(f"language:{code}" for code in resources.languages())))


def commands() -> Sequence[Command]:
    """All commands, worded in the language of the window."""
    return (*_of_the_file(), *_of_the_text(), *_of_the_view())


def menus() -> Sequence[tuple[str, str]]:
    """The menus from the left: title and names; `-` is a line, `>` leads the name of a submenu."""
    return (
        (
            translate("commands", "&File"),
            "new new_draft open open_folder >recent go_to_post search_posts - "
            "save save_as >this_post >export - "
            "versions unsaved_texts unused_images >git - new_window show_in_window close quit",
        ),
        (
            translate("commands", "&Edit"),
            "undo redo - cut copy paste paste_plain - select_all select_next - >lines - "
            "find replace find_next find_previous find_in_posts - "
            "go_to_line go_to_heading >sections - >spelling",
        ),
        (
            translate("commands", "F&ormat"),
            commands_writing.menu_of_formats(),
        ),
        (
            translate("commands", "F&ront matter"),
            "add_field >remove_field - rename_tag - to_form to_source to_preview",
        ),
        (
            translate("commands", "&View"),
            "show_posts show_form show_preview show_head show_outline - in_site build_site - "
            ">looks >languages - "
            "zoom_in zoom_out zoom_reset text_look - focus_mode typewriter full_screen - "
            "preferences",
        ),
        (translate("commands", "&Help"), "guide palette sample - about"),
    )


def submenus() -> dict[str, tuple[str, str]]:
    """The menus inside menus, by name: title and names; "" where they are filled when opened."""
    return {
        **commands_writing.submenus(),
        "recent": (translate("commands", "Open &recent"), ""),
        "this_post": (
            translate("commands", "&This post"),
            "publish unpublish - rename duplicate_post - show_in_files trash",
        ),
        "export": (
            translate("commands", "E&xport"),
            "export_html export_pdf print - copy_html copy_html_source copy_mail",
        ),
        "git": ("&Git", "git_changes git_restore - git_commit"),
        "remove_field": (translate("commands", "&Remove a field"), ""),
        "spelling": (
            translate("commands", "&Spelling and signs"),
            "spelling - next_mistake suggest - >spelling_language - typography typography_typing",
        ),
        "spelling_language": (translate("commands", "&Language of this post"), ""),
        "looks": (translate("commands", "&Colours"), LOOKS),
        "sections": (
            translate("commands", "Secti&ons"),
            "fold fold_all open_all - section_up section_down",
        ),
        "languages": (translate("commands", "&Language"), languages()),
    }


def _of_the_file() -> Sequence[Command]:
    return (
        Command("new", translate("commands", "&New post"), "Ctrl+N", "new"),
        Command("new_draft", translate("commands", "New &draft")),
        Command("open", translate("commands", "&Open…"), "Ctrl+O", "open"),
        Command("open_folder", translate("commands", "Open &folder…"), "Ctrl+Shift+O"),
        Command("go_to_post", translate("commands", "Go to &post…"), "Ctrl+P"),
        Command("search_posts", translate("commands", "Search t&he posts"), "Shift+F9"),
        Command("save", translate("commands", "&Save"), "Ctrl+S", "save"),
        Command("save_as", translate("commands", "Save &as…"), "Ctrl+Shift+S"),
        Command("publish", translate("commands", "&Publish")),
        Command("unpublish", translate("commands", "Make it a draft &again")),
        Command("rename", translate("commands", "&Rename…"), "F2"),
        Command("duplicate_post", translate("commands", "&Duplicate the post")),
        Command("trash", translate("commands", "Move to the &trash")),
        Command("show_in_files", translate("commands", "&Show its folder")),
        Command("export_html", translate("commands", "&HTML…")),
        Command("export_pdf", translate("commands", "&PDF…")),
        Command("print", translate("commands", "P&rint…"), "Ctrl+Alt+P"),
        Command("copy_html", translate("commands", "&Copy as formatted text")),
        Command("copy_html_source", translate("commands", "Copy the HTML &source")),
        Command("copy_mail", translate("commands", "Copy for &e-mail…")),
        Command("versions", translate("commands", "&Earlier versions…")),
        Command("unsaved_texts", translate("commands", "&Unsaved texts…")),
        Command("git_changes", translate("commands", "C&hanges of this post…")),
        Command("git_restore", translate("commands", "&Bring the committed text back")),
        Command("git_commit", translate("commands", "&Commit…")),
        Command("new_window", translate("commands", "New &window"), "Ctrl+Shift+N"),
        Command("show_in_window", translate("commands", "Show &in a new window")),
        Command("close", translate("commands", "&Close"), "Ctrl+W"),
        Command("quit", translate("commands", "&Quit"), "Ctrl+Q"),
    )


def _of_the_text() -> Sequence[Command]:
    return (
        Command("undo", translate("commands", "&Undo"), "Ctrl+Z", "undo"),
        Command("redo", translate("commands", "&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo"),
        Command("cut", translate("commands", "Cu&t"), "Ctrl+X"),
        Command("copy", translate("commands", "&Copy"), "Ctrl+C"),
        Command("paste", translate("commands", "&Paste"), "Ctrl+V"),
        Command("paste_plain", translate("commands", "Paste as plain te&xt"), "Ctrl+Shift+V"),
        Command("select_all", translate("commands", "Select &all"), "Ctrl+A"),
        Command("find", translate("commands", "&Find…"), "Ctrl+F", "search"),
        Command("replace", translate("commands", "R&eplace…"), "Ctrl+H"),
        Command("find_in_posts", translate("commands", "Fin&d in all posts…"), "Ctrl+Shift+F"),
        Command("find_next", translate("commands", "Find &next"), "F3"),
        Command("find_previous", translate("commands", "Find pre&vious"), "Shift+F3"),
        *commands_writing.of_lines(),
        *commands_writing.of_formats(),
        Command("go_to_line", translate("commands", "Go to &line…"), "Ctrl+G"),
        Command("go_to_heading", translate("commands", "Go to &heading…"), "Ctrl+Shift+G"),
        Command("spelling", translate("commands", "&Mark wrong words"), checkable=True),
        Command("typography", translate("commands", "&Typographic signs…"), "Ctrl+Alt+Y"),
        Command(
            "typography_typing",
            translate("commands", "Set signs while t&yping"),
            checkable=True,
        ),
        Command("next_mistake", translate("commands", "&Next wrong word"), "Alt+F7"),
        Command("suggest", translate("commands", "&Suggestions…"), "Ctrl+."),
        Command("unused_images", translate("commands", "I&mages that no post uses…")),
        Command("rename_tag", translate("commands", "Rename a ta&g in all posts…")),
        Command("add_field", translate("commands", "&Add a field"), "Ctrl+Shift+A", "front-matter"),
    )


def _of_the_view() -> Sequence[Command]:
    show_head = translate("commands", "Front &matter in the source")
    return (
        Command("to_form", translate("commands", "Go to the &form"), "Ctrl+T"),
        Command("to_source", translate("commands", "Go to the &source"), "Ctrl+Shift+T"),
        Command("show_posts", translate("commands", "Po&sts"), "F9", "sidebar", checkable=True),
        Command("show_form", translate("commands", "&Form"), "F6", checkable=True),
        Command("show_preview", translate("commands", "&Preview"), "F7", "preview", checkable=True),
        Command("in_site", translate("commands", "Preview in &your site"), "Shift+F7"),
        Command("build_site", translate("commands", "&Build the site…")),
        Command("show_head", show_head, "F8", checkable=True),
        Command("show_outline", translate("commands", "Outlin&e"), "F4", checkable=True),
        Command("fold", translate("commands", "&Fold or open"), "Ctrl+Shift+[; Ctrl+F4"),
        Command("fold_all", translate("commands", "Fold &all")),
        Command("open_all", translate("commands", "&Open all"), "Ctrl+Shift+]; Ctrl+Shift+F4"),
        Command("section_up", translate("commands", "Move &up"), "Alt+Shift+PgUp"),
        Command("section_down", translate("commands", "Move &down"), "Alt+Shift+PgDown"),
        Command("zoom_in", translate("commands", "Zoom &in"), "Ctrl++; Ctrl+="),
        Command("zoom_out", translate("commands", "Zoom &out"), "Ctrl+-"),
        Command("zoom_reset", translate("commands", "Normal si&ze"), "Ctrl+0"),
        Command("full_screen", translate("commands", "Full scree&n"), "F11", checkable=True),
        Command(
            "focus_mode",
            translate("commands", "Foc&us on the paragraph"),
            "Shift+F11",
            checkable=True,
        ),
        Command("typewriter", translate("commands", "&Typewriter"), "Ctrl+F11", checkable=True),
        Command("text_look", translate("commands", "Te&xt of the source…")),
        Command("theme", translate("commands", "Light or dark"), "", "moon"),
        Command("theme:", translate("commands", "As the &system"), checkable=True),
        Command("theme:light", translate("commands", "&Light"), checkable=True),
        Command("theme:dark", translate("commands", "&Dark"), checkable=True),
        Command("theme:contrast", translate("commands", "&High contrast"), checkable=True),
        Command(
            "theme:contrast-dark",
            translate("commands", "High contrast, d&ark ground"),
            checkable=True,
        ),
        Command("language:", translate("commands", "As the &system"), checkable=True),
        *(
            Command(f"language:{code}", f"&{name}", checkable=True)
            for code, name in language_names()
        ),
        Command("guide", translate("commands", "A short &guide"), "F1", "help"),
        Command("palette", translate("commands", "&Commands…"), "Ctrl+Shift+P", "command"),
        Command("preferences", translate("commands", "Prefere&nces…"), "Ctrl+,", "settings"),
        Command("sample", translate("commands", "Try the sample &blog")),
        Command("to_preview", translate("commands", "Go to the pre&view"), "Ctrl+F7"),
        Command("about", translate("commands", "&About Blog Editor")),
    )
