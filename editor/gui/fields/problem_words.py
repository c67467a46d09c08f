"""The words for what is wrong with a post: what it is, what the site makes of it, the mend.

They say what those of `editor.problems.words` say, in the writer's language.
"""

from PySide6.QtCore import QCoreApplication

from editor.front_matter import ProblemKind
from editor.gui.words import field_label
from editor.problems import PostProblem, PostProblemKind
from editor.problems.model import Outcome

translate = QCoreApplication.translate


class _Facts(dict[str, str]):
    """What the words are made of; a fact that is not known is left out."""

    def __missing__(self, _name: str) -> str:
        return ""


def told(found: PostProblem, *, with_outcome: bool = True) -> tuple[str, str]:
    """What a problem of a post means for its site, and the text of the mend's button.

    `with_outcome` False where the problem before came to the same, and said so.

    The second is "" where no one mend is sure: the first then ends with an advice. A kind that
    has no words here has the English ones that `editor.problems` gave it.
    """
    facts, what = _facts(found), _what(found.kind)
    line = translate("words", "Line {line}: {what}")
    if not what:
        return line.format(line=found.line + 1, what=found.message), _mend(found, facts)
    parts = [what, _outcome(found.outcome) if with_outcome else ""]
    if not found.edits:
        parts.append(_advice(found.kind))
    said = " ".join(part.format_map(facts) for part in parts if part)
    return line.format(line=found.line + 1, what=said), _mend(found, facts)


def _mend(found: PostProblem, facts: _Facts) -> str:
    return (_label(found.kind).format_map(facts) or found.fix) if found.edits else ""


def _facts(found: PostProblem) -> _Facts:
    key = found.key
    if key == "title":
        field = translate("words", "the title")
    elif key:
        field = translate("words", "“{key}”").format(key=field_label(key))
    else:
        field = translate("words", "a field")
    facts = _Facts(found.facts, key=key, field=field)
    names = {
        "A generator": translate("words", "A generator"),
        "the header": translate("words", "the header"),
    }
    for fact in ("generator", "format"):
        facts[fact] = names.get(facts[fact], facts[fact])
    return facts


def _what(kind: str) -> str:
    """What is wrong; "" for a kind that has no words here."""
    match kind:
        case ProblemKind.NEEDS_QUOTES:
            return translate("words", "{field} holds “{found}”, which needs quotes in {format}.")
        case ProblemKind.NOT_QUOTED:
            return translate("words", "{field} lacks the quotes that {format} wants around a text.")
        case ProblemKind.QUOTE_INSIDE:
            return translate("words", "{field} goes on after the quote {found} that ends it.")
        case ProblemKind.UNCLOSED_QUOTE:
            return translate("words", "the quote {found} of {field} is never closed.")
        case ProblemKind.UNCLOSED_BRACKET:
            return translate("words", "the bracket {found} of {field} is never closed.")
        case ProblemKind.TAB:
            return translate("words", "there is a tab where {format} wants spaces.")
        case ProblemKind.INDENTATION:
            return translate("words", "this line stands too far left or right.")
        case ProblemKind.NO_SPACE_AFTER_COLON:
            return translate("words", "a space is missing after the colon of “{found}”.")
        case ProblemKind.CONTROL_CHARACTER:
            return translate("words", "there is a sign in {field} that {format} does not allow.")
        case ProblemKind.BAD_DATE:
            return translate("words", "{field} is a day or a time that does not exist.")
        case ProblemKind.UNKNOWN_TAG:
            return translate(
                "words",
                "“{found}” at the start of {field} is a type to YAML, and no text.",
            )
        case ProblemKind.MISSING_COMMA:
            return translate("words", "a comma is missing behind this field.")
        case ProblemKind.EXTRA_COMMA:
            return translate("words", "there is a comma after the last field.")
        case ProblemKind.STRAY_LINE:
            return translate("words", "this line is no field: it has no “key:”.")
        case ProblemKind.DUPLICATE_KEY:
            return translate("words", "{field} stands here a second time.")
        case ProblemKind.NOT_A_MAPPING:
            return translate("words", "this front matter has no fields.")
        case ProblemKind.UNCLOSED:
            return translate("words", "the line that ends the front matter is missing.")
        case ProblemKind.BLANK_BEFORE_FENCE:
            return translate("words", "there is an empty line above the front matter.")
        case ProblemKind.BAD_FENCE:
            return translate("words", "this line does not start front matter; “---” alone does.")
        case ProblemKind.NO_OPENING_FENCE:
            return translate("words", "the line “---” that starts the front matter is missing.")
        case ProblemKind.TOO_LONG:
            return translate("words", "this front matter is over 256 kB or 2000 fields.")
        case ProblemKind.TOO_DEEP:
            return translate("words", "this front matter is nested over 100 deep.")
        case ProblemKind.TOO_MANY_ALIASES:
            return translate("words", "this front matter refers to itself too often.")
        case ProblemKind.TOO_LARGE_NUMBER:
            return translate("words", "the number of {field} has over 100 digits.")
        case ProblemKind.SYNTAX:
            return translate("words", "{field} is not valid {format}.")
        case PostProblemKind.FORMAT_IGNORED:
            return translate(
                "words",
                "{generator} does not read fields that are written like this.",
            )
        case PostProblemKind.NOT_JSON:
            return translate("words", "this starts as JSON does, and is none.")
        case PostProblemKind.CLOSING_DOTS:
            return translate("words", "“...” does not end front matter for {generator}.")
        case PostProblemKind.NOT_UTF8:
            return translate("words", "the file is not UTF-8.")
        case PostProblemKind.MERGE_CONFLICT:
            return translate("words", "two versions of the post stand here, not merged yet.")
        case PostProblemKind.BYTE_ORDER_MARK:
            return translate("words", "the file starts with an invisible byte order mark.")
        case PostProblemKind.CARRIAGE_RETURNS:
            return translate("words", "the lines end as on Macs of old.")
        case PostProblemKind.PATCH_MARKS:
            return translate("words", "the lines start with “{found}”, the mark of a patch.")
        case PostProblemKind.MARK_BEFORE_FENCE:
            return translate("words", "an invisible mark stands before the front matter.")
        case PostProblemKind.CURLY_QUOTES:
            return translate("words", "the curly quotes are a part of {field}, and no quotes.")
        case PostProblemKind.TEXT_CUT:
            return translate("words", "{field} ends before “{lost}”: “ #” starts a comment.")
        case PostProblemKind.KEY_CASE:
            return translate(
                "words",
                "{generator} reads “{wanted}”, and takes “{key}” for another field.",
            )
        case PostProblemKind.DATE_UNREADABLE:
            return translate("words", "“{value}” is no date to {generator}.")
        case PostProblemKind.DATE_GUESSED:
            return translate(
                "words",
                "of “{value}” {generator} does not read the whole: the rest it takes "
                "from the day of the build.",
            )
        case PostProblemKind.DATE_IN_FUTURE:
            return translate("words", "the post is dated {value}, which is to come.")
        case PostProblemKind.DATE_PAST:
            return translate("words", "the post expired on {value}.")
        case PostProblemKind.DATE_DIFFERS_FROM_NAME:
            return translate(
                "words",
                "the file's name says {named}, {field} says {value}: for {generator} "
                "{field} counts.",
            )
        case PostProblemKind.DATE_SHIFTED:
            return translate(
                "words",
                "{field} says {value}; in the site's zone, {zone}, that is {published}.",
            )
        case PostProblemKind.NAME_WITHOUT_DATE:
            return translate("words", "the file's name does not start with a date.")
        case PostProblemKind.NAME_WITH_BAD_DATE:
            return translate("words", "the date in the file's name, {value}, does not exist.")
        case PostProblemKind.MARK_IGNORED:
            return translate("words", "{generator} does not heed “{key}: {value}”.")
        case PostProblemKind.MARK_EMPTY:
            return translate("words", "{field} is empty, which counts as “false”.")
        case PostProblemKind.TAGS_SPLIT:
            return translate("words", "{generator} makes of {field} {count} parts: {parts}.")
        case PostProblemKind.FIELD_MISSING:
            return translate("words", "{field} is missing, which the other posts have.")
        case PostProblemKind.LAYOUT_UNKNOWN:
            return translate("words", "the site has no layout “{value}”.")
        case PostProblemKind.UNCLOSED_TAG:
            return translate("words", "“{name}” is never closed.")
        case PostProblemKind.MALFORMED_TAG:
            return translate("words", "the template tag “{name}” is not complete.")
        case PostProblemKind.UNEXPECTED_TAG:
            return translate("words", "“{name}” ends what has not begun.")
        case PostProblemKind.UNKNOWN_TEMPLATE_TAG:
            return translate("words", "{generator} knows no tag “{name}”.")
        case PostProblemKind.MISSING_TARGET:
            return translate("words", "the site has no “{name}”, which a tag asks for.")
        case PostProblemKind.IMAGE_MISSING:
            return translate("words", "there is no file for the image “{name}”.")
        case PostProblemKind.LINK_DEAD:
            return translate("words", "the link “{name}” leads to no page and no file of the site.")
        case PostProblemKind.ANCHOR_MISSING:
            return translate("words", "the link “{name}” leads to no heading of the post.")
    return ""


def _outcome(outcome: Outcome) -> str:
    """What the site's generator makes of it."""
    match outcome:
        case Outcome.BARE:
            return translate("words", "{generator} publishes the post without title and layout.")
        case Outcome.BARE_TODAY:
            return translate(
                "words",
                "{generator} publishes the post without title and layout, at today's address.",
            )
        case Outcome.PRINTED:
            return translate("words", "{generator} prints these lines on the page.")
        case Outcome.COPIED:
            return translate(
                "words", "{generator} copies the file as it is, and makes no page of it."
            )
        case Outcome.BUILD_FAILS:
            return translate("words", "{generator} stops, and builds nothing of the site.")
        case Outcome.LEFT_OUT:
            return translate("words", "{generator} leaves the post out, silently.")
        case Outcome.PUBLISHED:
            return translate("words", "The post is published all the same.")
        case Outcome.UNDATED:
            return translate("words", "{generator} builds the post without a date.")
        case Outcome.MISDATED:
            return translate("words", "The post is published at another day.")
        case Outcome.UNREAD:
            return translate("words", "{generator} cannot read the fields.")
        case Outcome.SOME_REFUSE:
            return translate(
                "words",
                "{generator} reads it all the same; some readers refuse all fields.",
            )
        case Outcome.LAST_COUNTS:
            return translate("words", "The last one counts.")
    return ""


def _label(kind: str) -> str:
    """The text of the button that mends it."""
    match kind:
        case ProblemKind.NEEDS_QUOTES:
            return translate("words", "Quote {field}")
        case ProblemKind.NOT_QUOTED:
            return translate("words", "Quote {field}")
        case ProblemKind.BAD_DATE:
            return translate("words", "Quote {field}")
        case ProblemKind.UNKNOWN_TAG:
            return translate("words", "Quote {field}")
        case ProblemKind.QUOTE_INSIDE:
            return translate("words", "Mend the quotes")
        case ProblemKind.UNCLOSED_QUOTE:
            return translate("words", "Close the quote")
        case ProblemKind.UNCLOSED_BRACKET:
            return translate("words", "Close the bracket")
        case ProblemKind.TAB:
            return translate("words", "Put spaces for the tab")
        case ProblemKind.INDENTATION:
            return translate("words", "Indent the line")
        case ProblemKind.NO_SPACE_AFTER_COLON:
            return translate("words", "Add the space")
        case ProblemKind.CONTROL_CHARACTER:
            return translate("words", "Remove the sign")
        case ProblemKind.DUPLICATE_KEY:
            return translate("words", "Keep one of the two")
        case ProblemKind.UNCLOSED:
            return translate("words", "Add the closing line")
        case ProblemKind.BLANK_BEFORE_FENCE:
            return translate("words", "Remove the empty line")
        case ProblemKind.BAD_FENCE:
            return translate("words", "Write “---” alone")
        case ProblemKind.NO_OPENING_FENCE:
            return translate("words", "Add “---” as first line")
        case ProblemKind.MISSING_COMMA:
            return translate("words", "Add the comma")
        case ProblemKind.EXTRA_COMMA:
            return translate("words", "Remove the comma")
        case ProblemKind.STRAY_LINE:
            return translate("words", "Mend the line")
        case ProblemKind.NOT_A_MAPPING:
            return translate("words", "Write it as {format}")
        case PostProblemKind.NOT_JSON:
            return translate("words", "Make it JSON")
        case PostProblemKind.CLOSING_DOTS:
            return translate("words", "Write “---”")
        case PostProblemKind.MARK_BEFORE_FENCE:
            return translate("words", "Remove the mark")
        case PostProblemKind.PATCH_MARKS:
            return translate("words", "Remove the marks")
        case PostProblemKind.CURLY_QUOTES:
            return translate("words", "Mend the quotes")
        case PostProblemKind.TEXT_CUT:
            return translate("words", "Quote {field}")
        case PostProblemKind.KEY_CASE:
            return translate("words", "Write “{wanted}”")
        case PostProblemKind.DATE_UNREADABLE:
            return translate("words", "Write {meant}")
        case PostProblemKind.DATE_GUESSED:
            return translate("words", "Write {meant}")
    return ""


def _advice(kind: str) -> str:
    """What the writer can do where no one mend is sure."""
    match kind:
        case ProblemKind.BAD_DATE:
            return translate("words", "Write a day of the calendar, such as 2024-01-31.")
        case ProblemKind.STRAY_LINE:
            return translate("words", "Put “key:” before it, or indent it below its field.")
        case ProblemKind.DUPLICATE_KEY:
            return translate("words", "Keep the one you mean.")
        case ProblemKind.NOT_A_MAPPING:
            return translate("words", "Write lines such as “title: …”.")
        case ProblemKind.MISSING_COMMA:
            return translate("words", "Add the comma.")
        case ProblemKind.EXTRA_COMMA:
            return translate("words", "Remove the comma.")
        case ProblemKind.NEEDS_QUOTES:
            return translate("words", "Put {field} in quotes.")
        case ProblemKind.NOT_QUOTED:
            return translate("words", "Put {field} in quotes.")
        case ProblemKind.QUOTE_INSIDE:
            return translate("words", "Write the quotes inside in another way.")
        case ProblemKind.UNCLOSED_QUOTE:
            return translate("words", "Close the quote where the text ends.")
        case ProblemKind.UNCLOSED_BRACKET:
            return translate("words", "Close the bracket where the list ends.")
        case ProblemKind.INDENTATION:
            return translate("words", "Indent it as the lines around it.")
        case ProblemKind.UNCLOSED:
            return translate("words", "Close it, by the line it opens with.")
        case PostProblemKind.FORMAT_IGNORED:
            return translate("words", "Write them as the site's other posts have them.")
        case PostProblemKind.NOT_JSON:
            return translate("words", "Mend the braces, the quotes and the commas.")
        case PostProblemKind.BYTE_ORDER_MARK:
            return translate("words", "Remove it, as “blog-editor fix” does.")
        case PostProblemKind.CARRIAGE_RETURNS:
            return translate("words", "End them as other files do, as “blog-editor fix” does.")
        case PostProblemKind.PATCH_MARKS:
            return translate("words", "Remove the marks.")
        case PostProblemKind.NOT_UTF8:
            return translate("words", "Save it as UTF-8.")
        case PostProblemKind.MERGE_CONFLICT:
            return translate("words", "Keep one of them, and remove the lines of the marks.")
        case PostProblemKind.DATE_UNREADABLE:
            return translate("words", "Write it as 2024-01-31.")
        case PostProblemKind.DATE_GUESSED:
            return translate("words", "Write it as 2024-01-31.")
        case PostProblemKind.DATE_IN_FUTURE:
            return translate("words", "Wait, or give it a day that has come.")
        case PostProblemKind.DATE_PAST:
            return translate("words", "Remove “{key}”, or give it a day to come.")
        case PostProblemKind.DATE_DIFFERS_FROM_NAME:
            return translate("words", "Make both the same.")
        case PostProblemKind.DATE_SHIFTED:
            return translate("words", "Write the zone you mean, such as {example}.")
        case PostProblemKind.NAME_WITHOUT_DATE:
            return translate("words", "Name it YYYY-MM-DD-….md.")
        case PostProblemKind.NAME_WITH_BAD_DATE:
            return translate("words", "Name it by a day of the calendar.")
        case PostProblemKind.MARK_IGNORED:
            return translate("words", "Write “{wanted}”.")
        case PostProblemKind.MARK_EMPTY:
            return translate("words", "Write “true” or “false”.")
        case PostProblemKind.TAGS_SPLIT:
            return translate("words", "Write a list, such as [{example}].")
        case PostProblemKind.FIELD_MISSING:
            return translate("words", "Add {field}.")
        case PostProblemKind.LAYOUT_UNKNOWN:
            return translate("words", "Name one of the site's.")
        case PostProblemKind.UNCLOSED_TAG:
            return translate("words", "Close it where it ends.")
        case PostProblemKind.MALFORMED_TAG:
            return translate("words", "Complete it, or put it between “raw” and “endraw”.")
        case PostProblemKind.UNEXPECTED_TAG:
            return translate("words", "Remove it, or open it above.")
        case PostProblemKind.UNKNOWN_TEMPLATE_TAG:
            return translate("words", "Correct its name, or remove it.")
        case PostProblemKind.MISSING_TARGET:
            return translate("words", "Correct the name.")
        case PostProblemKind.IMAGE_MISSING:
            return translate("words", "Put the file there, or correct the address.")
        case PostProblemKind.LINK_DEAD | PostProblemKind.ANCHOR_MISSING:
            return translate("words", "Correct the address.")
    return ""
