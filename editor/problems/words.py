"""The words, in English, for what is wrong with a post, for what comes of it, and for the mend."""

from collections.abc import Mapping

from editor.edits import Edit
from editor.front_matter import ProblemKind

from .model import Outcome, PostProblem, PostProblemKind

LABELS = {"jekyll": "Jekyll", "hugo": "Hugo", "pelican": "Pelican", "commonmark": "A generator"}
FORMATS = {"yaml": "YAML", "toml": "TOML", "json": "JSON", "header": "the header"}
_WHAT: dict[str, str] = {
    ProblemKind.NEEDS_QUOTES: "{field} holds “{found}”, which needs quotes in {format}.",
    ProblemKind.NOT_QUOTED: "{field} lacks the quotes that {format} wants around a text.",
    ProblemKind.QUOTE_INSIDE: "{field} goes on after the quote {found} that ends it.",
    ProblemKind.UNCLOSED_QUOTE: "the quote {found} of {field} is never closed.",
    ProblemKind.UNCLOSED_BRACKET: "the bracket {found} of {field} is never closed.",
    ProblemKind.TAB: "there is a tab where {format} wants spaces.",
    ProblemKind.INDENTATION: "this line stands too far left or right.",
    ProblemKind.NO_SPACE_AFTER_COLON: "a space is missing after the colon of “{found}”.",
    ProblemKind.CONTROL_CHARACTER: "there is a sign in {field} that {format} does not allow.",
    ProblemKind.BAD_DATE: "{field} is a day or a time that does not exist.",
    ProblemKind.UNKNOWN_TAG: "“{found}” at the start of {field} is a type to YAML, and no text.",
    ProblemKind.MISSING_COMMA: "a comma is missing behind this field.",
    ProblemKind.EXTRA_COMMA: "there is a comma after the last field.",
    ProblemKind.STRAY_LINE: "this line is no field: it has no “key:”.",
    ProblemKind.DUPLICATE_KEY: "{field} stands here a second time.",
    ProblemKind.NOT_A_MAPPING: "this front matter has no fields.",
    ProblemKind.UNCLOSED: "the line that ends the front matter is missing.",
    ProblemKind.BLANK_BEFORE_FENCE: "there is an empty line above the front matter.",
    ProblemKind.BAD_FENCE: "this line does not start front matter; “---” alone does.",
    ProblemKind.NO_OPENING_FENCE: "the line “---” that starts the front matter is missing.",
    ProblemKind.TOO_LONG: "this front matter is over 256 kB or 2000 fields.",
    ProblemKind.TOO_DEEP: "this front matter is nested over 100 deep.",
    ProblemKind.TOO_MANY_ALIASES: "this front matter refers to itself too often.",
    ProblemKind.TOO_LARGE_NUMBER: "the number of {field} has over 100 digits.",
    PostProblemKind.FORMAT_IGNORED: "{generator} does not read {form}.",
    PostProblemKind.NOT_JSON: "this starts as JSON does, and is none.",
    PostProblemKind.CLOSING_DOTS: "“...” does not end front matter for {generator}.",
    PostProblemKind.NOT_UTF8: "the file is not UTF-8.",
    PostProblemKind.BYTE_ORDER_MARK: "the file starts with an invisible byte order mark.",
    PostProblemKind.CARRIAGE_RETURNS: "the lines end as on Macs of old.",
    PostProblemKind.PATCH_MARKS: "the lines start with “{found}”, the mark of a patch.",
    PostProblemKind.MERGE_CONFLICT: "two versions of the post stand here, not merged yet.",
    PostProblemKind.MARK_BEFORE_FENCE: "an invisible mark stands before the front matter.",
    PostProblemKind.CURLY_QUOTES: "the curly quotes are a part of {field}, and no quotes.",
    PostProblemKind.TEXT_CUT: "{field} ends before “{lost}”: “ #” starts a comment.",
    PostProblemKind.KEY_CASE: "{generator} reads “{wanted}”, and takes “{key}” for another field.",
    PostProblemKind.DATE_UNREADABLE: "“{value}” is no date to {generator}.",
    PostProblemKind.DATE_GUESSED: (
        "of “{value}” {generator} does not read the whole: the rest it takes from the day of the "
        "build."
    ),
    PostProblemKind.DATE_IN_FUTURE: "the post is dated {value}, which is to come.",
    PostProblemKind.DATE_PAST: "the post expired on {value}.",
    PostProblemKind.DATE_DIFFERS_FROM_NAME: (
        "the file's name says {named}, {field} says {value}: for {generator} {field} counts."
    ),
    PostProblemKind.DATE_SHIFTED: (
        "{field} says {value}; in the site's zone, {zone}, that is {published}."
    ),
    PostProblemKind.NAME_WITHOUT_DATE: "the file's name does not start with a date.",
    PostProblemKind.NAME_WITH_BAD_DATE: "the date in the file's name, {value}, does not exist.",
    PostProblemKind.MARK_IGNORED: "{generator} does not heed “{key}: {value}”.",
    PostProblemKind.MARK_EMPTY: "{field} is empty, which counts as “false”.",
    PostProblemKind.TAGS_SPLIT: "{generator} makes of {field} {count} parts: {parts}.",
    PostProblemKind.FIELD_MISSING: "{field} is missing, which the other posts of this folder have.",
    PostProblemKind.LAYOUT_UNKNOWN: "the site has no layout “{value}”.",
    PostProblemKind.UNCLOSED_TAG: "“{name}” is never closed.",
    PostProblemKind.MALFORMED_TAG: "the template tag “{name}” is not complete.",
    PostProblemKind.UNEXPECTED_TAG: "“{name}” ends what has not begun.",
    PostProblemKind.UNKNOWN_TEMPLATE_TAG: "{generator} knows no tag “{name}”.",
    PostProblemKind.MISSING_TARGET: "the site has no “{name}”, which a tag asks for.",
    PostProblemKind.IMAGE_MISSING: "there is no file for the image “{name}”.",
    PostProblemKind.LINK_DEAD: "the link “{name}” leads to no page and no file of the site.",
    PostProblemKind.ANCHOR_MISSING: "the link “{name}” leads to no heading of the post.",
}
_OUTCOMES = {
    Outcome.NONE: "",
    Outcome.BARE: "{generator} publishes the post without title and layout.",
    Outcome.BARE_TODAY: (
        "{generator} publishes the post without title and layout, at today's address."
    ),
    Outcome.PRINTED: "{generator} prints these lines on the page.",
    Outcome.COPIED: "{generator} copies the file as it is, and makes no page of it.",
    Outcome.BUILD_FAILS: "{generator} stops, and builds nothing of the site.",
    Outcome.LEFT_OUT: "{generator} leaves the post out, silently.",
    Outcome.PUBLISHED: "The post is published all the same.",
    Outcome.UNDATED: "{generator} builds the post without a date.",
    Outcome.MISDATED: "The post is published at another day.",
    Outcome.UNREAD: "{generator} cannot read the fields.",
    Outcome.SOME_REFUSE: "{generator} reads it all the same; some readers refuse all fields.",
    Outcome.LAST_COUNTS: "The last one counts.",
}
_LABELS: dict[str, str] = {  # of a button; where the kind has none, "Mend it"
    ProblemKind.NEEDS_QUOTES: "Quote {field}",
    ProblemKind.NOT_QUOTED: "Quote {field}",
    ProblemKind.BAD_DATE: "Quote {field}",
    ProblemKind.UNKNOWN_TAG: "Quote {field}",
    ProblemKind.QUOTE_INSIDE: "Mend the quotes",
    ProblemKind.UNCLOSED_QUOTE: "Close the quote",
    ProblemKind.UNCLOSED_BRACKET: "Close the bracket",
    ProblemKind.TAB: "Put spaces for the tab",
    ProblemKind.INDENTATION: "Indent the line",
    ProblemKind.NO_SPACE_AFTER_COLON: "Add the space",
    ProblemKind.CONTROL_CHARACTER: "Remove the sign",
    ProblemKind.DUPLICATE_KEY: "Keep one of the two",
    ProblemKind.UNCLOSED: "Add the closing line",
    ProblemKind.BLANK_BEFORE_FENCE: "Remove the empty line",
    ProblemKind.BAD_FENCE: "Write “---” alone",
    ProblemKind.NO_OPENING_FENCE: "Add “---” as first line",
    ProblemKind.MISSING_COMMA: "Add the comma",
    ProblemKind.EXTRA_COMMA: "Remove the comma",
    ProblemKind.STRAY_LINE: "Mend the line",
    ProblemKind.NOT_A_MAPPING: "Write it as {format}",
    PostProblemKind.NOT_JSON: "Make it JSON",
    PostProblemKind.CLOSING_DOTS: "Write “---”",
    PostProblemKind.MARK_BEFORE_FENCE: "Remove the mark",
    PostProblemKind.PATCH_MARKS: "Remove the marks",
    PostProblemKind.CURLY_QUOTES: "Mend the quotes",
    PostProblemKind.TEXT_CUT: "Quote {field}",
    PostProblemKind.KEY_CASE: "Write “{wanted}”",
    PostProblemKind.DATE_UNREADABLE: "Write {meant}",
    PostProblemKind.DATE_GUESSED: "Write {meant}",
}
_ADVICE: dict[str, str] = {  # where no one mend is sure
    ProblemKind.BAD_DATE: "write a day of the calendar, such as 2024-01-31",
    ProblemKind.STRAY_LINE: "put “key:” before it, or indent it below its field",
    ProblemKind.DUPLICATE_KEY: "keep the one you mean",
    ProblemKind.NOT_A_MAPPING: "write lines such as “title: …”",
    ProblemKind.MISSING_COMMA: "add the comma",
    ProblemKind.EXTRA_COMMA: "remove the comma",
    ProblemKind.NEEDS_QUOTES: "put {field} in quotes",
    ProblemKind.NOT_QUOTED: "put {field} in quotes",
    ProblemKind.QUOTE_INSIDE: "write the quotes inside in another way",
    ProblemKind.UNCLOSED_QUOTE: "close the quote where the text ends",
    ProblemKind.UNCLOSED_BRACKET: "close the bracket where the list ends",
    ProblemKind.INDENTATION: "indent it as the lines around it",
    ProblemKind.UNCLOSED: "close it, by the line it opens with",
    PostProblemKind.FORMAT_IGNORED: "write the fields {wanted}",
    PostProblemKind.NOT_JSON: "mend the braces, the quotes and the commas",
    PostProblemKind.NOT_UTF8: "save it as UTF-8",
    PostProblemKind.BYTE_ORDER_MARK: "remove it, as “blog-editor fix” does",
    PostProblemKind.CARRIAGE_RETURNS: "end them as other files do, as “blog-editor fix” does",
    PostProblemKind.PATCH_MARKS: "remove the marks",
    PostProblemKind.MERGE_CONFLICT: "keep one of them, and remove the lines of the marks",
    PostProblemKind.DATE_UNREADABLE: "write it as 2024-01-31",
    PostProblemKind.DATE_GUESSED: "write it as 2024-01-31",
    PostProblemKind.DATE_IN_FUTURE: "wait, or give it a day that has come",
    PostProblemKind.DATE_PAST: "remove “{key}”, or give it a day to come",
    PostProblemKind.DATE_DIFFERS_FROM_NAME: "make both the same",
    PostProblemKind.DATE_SHIFTED: "write the zone you mean, such as {example}",
    PostProblemKind.NAME_WITHOUT_DATE: "name it YYYY-MM-DD-….md",
    PostProblemKind.NAME_WITH_BAD_DATE: "name it by a day of the calendar",
    PostProblemKind.MARK_IGNORED: "write “{wanted}”",
    PostProblemKind.MARK_EMPTY: "write “true” or “false”",
    PostProblemKind.TAGS_SPLIT: "write a list, such as [{example}]",
    PostProblemKind.FIELD_MISSING: "add {field}",
    PostProblemKind.LAYOUT_UNKNOWN: "name one of the site's",
    PostProblemKind.UNCLOSED_TAG: "close it where it ends",
    PostProblemKind.MALFORMED_TAG: "complete it, or put it between “raw” and “endraw”",
    PostProblemKind.UNEXPECTED_TAG: "remove it, or open it above",
    PostProblemKind.UNKNOWN_TEMPLATE_TAG: "correct its name, or remove it",
    PostProblemKind.MISSING_TARGET: "correct the name",
    PostProblemKind.IMAGE_MISSING: "put the file there, or correct the address",
    PostProblemKind.LINK_DEAD: "correct the address",
    PostProblemKind.ANCHOR_MISSING: "correct the address",
}


def told(
    kind: str,
    line: int,
    key: str,
    facts: Mapping[str, str],
    outcome: Outcome = Outcome.NONE,
    edits: tuple[Edit, ...] = (),
) -> PostProblem:
    """The problem of that kind in words. `facts` hold `generator`, and what the kind asks for."""
    field = "the title" if key == "title" else f"“{key}”" if key else "a field"
    filling = {**facts, "key": key, "field": field}
    what = _WHAT.get(kind, "{field} is not valid {format}.").format_map(filling)
    comes = _OUTCOMES[outcome].format_map(filling)
    ways = _LABELS if edits else _ADVICE
    how = ways.get(kind, "Mend it" if edits else "mend it by hand").format_map(filling)
    message = f"{what[0].upper()}{what[1:]} {comes}".rstrip()
    return PostProblem(kind, line, key, message, how, edits, outcome, facts)
