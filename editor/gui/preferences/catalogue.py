"""The settings that the page shows, in its order, worded in the language of the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from editor.gui.languages import language_names

translate = QCoreApplication.translate


class Look(Enum):
    """By what a setting is chosen."""

    SWITCH = "switch"  # of a command that is on or off
    TOGGLE = "toggle"  # the same, without a command
    CHOICE = "choice"
    NUMBER = "number"
    FONT = "font"
    TEXT = "text"


@dataclass(frozen=True)
class Preference:
    """A setting, and how it is shown."""

    name: str  # of `Settings` or `SiteSettings`; of a switch, the command
    label: str
    look: Look
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()  # value and words
    bounds: tuple[float, float] = (0, 0)
    step: float = 1
    unit: str = ""
    least: str = ""  # what stands in the place of the least number
    example: str = ""  # stands greyed in an empty box


@dataclass(frozen=True)
class Section:
    """A part of the page."""

    name: str
    title: str
    preferences: Sequence[Preference]


def sections() -> Sequence[Section]:
    """What holds for all posts."""
    return (
        Section("look", translate("preferences", "Look"), _of_the_look()),
        Section("source", translate("preferences", "Text of the source"), _of_the_source()),
        Section("writing", translate("preferences", "Writing"), _of_writing()),
        Section("panes", translate("preferences", "Panes"), _of_panes()),
        Section("export", translate("preferences", "Export"), _of_export()),
    )


def of_site(languages: Sequence[tuple[str, str]]) -> Sequence[Preference]:
    """What holds for the posts of one site; `languages` are those there are words of."""
    as_post = ("", translate("preferences", "By the words of the post"))
    return (
        Preference(
            "image_folder",
            translate("preferences", "New images go to"),
            Look.TEXT,
            translate(
                "preferences",
                "The folder as addresses have it; {year}, {month} and {slug} become the post’s.",
            ),
            example=translate("preferences", "where the site’s posts have theirs"),
        ),
        Preference(
            "spelling_language",
            translate("preferences", "Language of its posts"),
            Look.CHOICE,
            translate("preferences", "A post that names its language keeps that one."),
            choices=(as_post, *languages),
        ),
        Preference(
            "build_command",
            translate("preferences", "Command that builds it"),
            Look.TEXT,
            translate(
                "preferences",
                "Run when you ask for it, with the site’s own code: for a site that you trust.",
            ),
            example="bundle exec jekyll build",
        ),
    )


def _of_the_look() -> Sequence[Preference]:
    system = ("", translate("preferences", "As the system"))
    looks = (
        system,
        ("light", translate("preferences", "Light")),
        ("dark", translate("preferences", "Dark")),
        ("contrast", translate("preferences", "High contrast")),
        ("contrast-dark", translate("preferences", "High contrast, dark ground")),
    )
    return (
        Preference("theme", translate("preferences", "Colours"), Look.CHOICE, choices=looks),
        Preference(
            "language",
            translate("preferences", "Language"),
            Look.CHOICE,
            translate("preferences", "It changes with the next window that opens."),
            choices=(system, *language_names()),
        ),
        Preference(
            "preview_zoom",
            translate("preferences", "Size of the preview"),
            Look.NUMBER,
            bounds=(30, 300),
            step=10,
            unit=translate("preferences", " %"),
        ),
    )


def _of_the_source() -> Sequence[Preference]:
    return (
        Preference(
            "source_font",
            translate("preferences", "Font"),
            Look.FONT,
            choices=(("", translate("preferences", "The system’s font for code")),),
        ),
        Preference(
            "source_zoom",
            translate("preferences", "Size beside the usual one"),
            Look.NUMBER,
            bounds=(-4, 20),
            unit=translate("preferences", " pt"),
        ),
        Preference(
            "line_height",
            translate("preferences", "Line height"),
            Look.NUMBER,
            bounds=(100, 200),
            step=10,
            unit=translate("preferences", " %"),
        ),
        Preference(
            "source_width",
            translate("preferences", "Characters in a row"),
            Look.NUMBER,
            bounds=(35, 160),
            step=5,
            least=translate("preferences", "as wide as the pane"),
        ),
    )


def _of_writing() -> Sequence[Preference]:
    return (
        Preference("spelling", translate("preferences", "Mark wrong words"), Look.SWITCH),
        Preference(
            "typography_typing",
            translate("preferences", "Set quotes, apostrophes and dashes while typing"),
            Look.SWITCH,
            translate("preferences", "As the post’s language has them; Undo gives the plain sign."),
        ),
        Preference("focus_mode", translate("preferences", "Focus on the paragraph"), Look.SWITCH),
        Preference(
            "typewriter",
            translate("preferences", "Typewriter: the caret stays at one height"),
            Look.SWITCH,
        ),
    )


def _of_panes() -> Sequence[Preference]:
    return (
        Preference("show_posts", translate("preferences", "Posts of the site"), Look.SWITCH),
        Preference("show_form", translate("preferences", "Form of the front matter"), Look.SWITCH),
        Preference("show_preview", translate("preferences", "Preview"), Look.SWITCH),
        Preference("show_outline", translate("preferences", "Outline"), Look.SWITCH),
        Preference("show_head", translate("preferences", "Front matter as text"), Look.SWITCH),
    )


def _of_export() -> Sequence[Preference]:
    looks = (
        ("light", translate("preferences", "Light")),
        ("dark", translate("preferences", "Dark")),
        ("plain", translate("preferences", "Without styles")),
    )
    papers = (("A4", "A4"), ("Letter", translate("preferences", "US letter")))
    return (
        Preference(
            "export_look", translate("preferences", "Look of a page"), Look.CHOICE, choices=looks
        ),
        Preference("export_paper", translate("preferences", "Paper"), Look.CHOICE, choices=papers),
        Preference(
            "export_margin",
            translate("preferences", "Margin"),
            Look.NUMBER,
            bounds=(0, 60),
            step=5,
            unit=translate("preferences", " mm"),
        ),
        Preference("export_numbers", translate("preferences", "Number the pages"), Look.TOGGLE),
        Preference(
            "export_addresses",
            translate("preferences", "Print the addresses of links"),
            Look.TOGGLE,
        ),
        Preference(
            "export_mail_images",
            translate("preferences", "Images go along in an e-mail"),
            Look.TOGGLE,
        ),
    )
