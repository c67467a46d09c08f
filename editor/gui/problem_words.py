"""The words for what is wrong with a post: what it is, what the site makes of it, the mend."""

from PySide6.QtCore import QCoreApplication

from editor.front_matter import FrontMatter, Problem, ProblemKind
from editor.generators import GENERATORS
from editor.gui.words import field_label
from editor.problems import PostProblem, PostProblemKind

translate = QCoreApplication.translate

_FORMATS = {"yaml": "YAML", "toml": "TOML", "json": "JSON"}
_NOT_SEEN_AS_FRONT_MATTER = {
    ProblemKind.UNCLOSED,
    ProblemKind.BLANK_BEFORE_FENCE,
    ProblemKind.BAD_FENCE,
    ProblemKind.NO_OPENING_FENCE,
}


def told(found: PostProblem, front: FrontMatter, generator: str) -> tuple[str, str]:
    """What a problem of a post means for its site, and the text of the mend's button.

    The second is "" where no one mend is sure. A kind that has no words here has the English ones
    that `editor.problems` gave it.
    """
    form = _FORMATS.get(front.format, front.format)
    problem = _problem_of(found, front)
    what = _what_is_wrong(problem, form) if problem else _of_post(found, front, generator)
    if what and problem and problem.spoils_all:
        what += " " + _what_the_site_makes_of_it(problem.kind, generator)
    what = what or found.message
    message = translate("words", "Line {line}: {what}").format(line=found.line + 1, what=what)
    if not found.edits:
        return message, ""
    if found.kind in (ProblemKind.NEEDS_QUOTES, ProblemKind.NOT_QUOTED):
        message += " " + translate("words", "Quoting it mends that.")
    return message, _mend_label(found) or found.fix


def _problem_of(found: PostProblem, front: FrontMatter) -> Problem | None:
    """What reading the front matter told of it, with more facts."""
    same = (problem for problem in front.problems if problem.kind == found.kind)
    return next((one for one in same if (one.line, one.key) == (found.line, found.key)), None)


def _mend_label(found: PostProblem) -> str:
    key = found.key
    if found.kind in (ProblemKind.NEEDS_QUOTES, ProblemKind.NOT_QUOTED, ProblemKind.BAD_DATE):
        if key == "title":
            return translate("words", "Quote the title")
        return translate("words", "Quote “{key}”").format(key=field_label(key))
    labels: dict[str, str] = {
        ProblemKind.QUOTE_INSIDE: translate("words", "Mend the quotes"),
        ProblemKind.UNCLOSED_QUOTE: translate("words", "Mend the quotes"),
        ProblemKind.UNCLOSED_BRACKET: translate("words", "Close the bracket"),
        ProblemKind.TAB: translate("words", "Put spaces for the tab"),
        ProblemKind.INDENTATION: translate("words", "Indent the line"),
        ProblemKind.NO_SPACE_AFTER_COLON: translate("words", "Add the space"),
        ProblemKind.CONTROL_CHARACTER: translate("words", "Remove the character"),
        ProblemKind.DUPLICATE_KEY: translate("words", "Keep one of the two"),
        ProblemKind.UNCLOSED: translate("words", "Add the closing line"),
        ProblemKind.BLANK_BEFORE_FENCE: translate("words", "Remove the empty line"),
        ProblemKind.BAD_FENCE: translate("words", "Write “---” alone"),
        ProblemKind.NO_OPENING_FENCE: translate("words", "Add “---” as first line"),
        PostProblemKind.CLOSING_DOTS: translate("words", "Write “---”"),
        PostProblemKind.CURLY_QUOTES: translate("words", "Mend the quotes"),
    }
    return labels.get(found.kind, "")


def _what_is_wrong(found: Problem, form: str) -> str:
    key, sign = field_label(found.key), found.found
    title = found.key == "title"
    texts = {
        ProblemKind.NEEDS_QUOTES: (
            translate("words", "the title holds “{sign}”, which is not valid YAML without quotes.")
            if title
            else translate(
                "words", "“{key}” holds “{sign}”, which is not valid YAML without quotes."
            )
        ),
        ProblemKind.NOT_QUOTED: translate(
            "words", "“{key}” lacks the quotes that {form} wants around a text."
        ),
        ProblemKind.MISSING_COMMA: translate("words", "a comma is missing before this field."),
        ProblemKind.EXTRA_COMMA: translate("words", "there is a comma after the last field."),
        ProblemKind.BAD_FENCE: translate(
            "words", "this line does not start front matter; “---” alone on its line does."
        ),
        ProblemKind.NO_OPENING_FENCE: translate(
            "words", "the line “---” that starts the front matter is missing."
        ),
        ProblemKind.QUOTE_INSIDE: translate(
            "words", "“{key}” goes on after the quote {sign} that ends it; double the inner quote."
        ),
        ProblemKind.UNCLOSED_QUOTE: translate(
            "words", "the quote {sign} of “{key}” is never closed."
        ),
        ProblemKind.UNCLOSED_BRACKET: translate(
            "words", "the bracket {sign} of “{key}” is never closed."
        ),
        ProblemKind.TAB: translate("words", "there is a tab where YAML wants spaces."),
        ProblemKind.INDENTATION: translate("words", "this line stands too far left or right."),
        ProblemKind.NO_SPACE_AFTER_COLON: translate("words", "a space is missing after the colon."),
        ProblemKind.CONTROL_CHARACTER: translate(
            "words", "there is a control character that {form} does not allow."
        ),
        ProblemKind.BAD_DATE: translate("words", "“{key}” is a day or a time that does not exist."),
        ProblemKind.UNKNOWN_TAG: translate("words", "“{sign}” is a type that no generator reads."),
        ProblemKind.STRAY_LINE: translate("words", "this line is not a field: it has no “key:”."),
        ProblemKind.DUPLICATE_KEY: translate(
            "words", "“{key}” stands here a second time; this one counts."
        ),
        ProblemKind.NOT_A_MAPPING: translate("words", "this front matter has no fields."),
        ProblemKind.UNCLOSED: translate(
            "words", "the line “---” that ends the front matter is missing."
        ),
        ProblemKind.BLANK_BEFORE_FENCE: translate(
            "words", "there is an empty line above the front matter."
        ),
        ProblemKind.TOO_LONG: translate("words", "this front matter is too long to be shown here."),
        ProblemKind.TOO_DEEP: translate(
            "words", "this front matter is nested too deep to be shown here."
        ),
        ProblemKind.TOO_MANY_ALIASES: translate(
            "words", "this front matter refers to itself too often to be shown here."
        ),
        ProblemKind.TOO_LARGE_NUMBER: translate("words", "the number of “{key}” is too long."),
    }
    if found.kind is ProblemKind.SYNTAX:
        text = translate("words", "“{key}” is not valid {form}.")
    else:
        text = texts.get(found.kind, "")
    return text.format(
        key=key or translate("words", "the front matter"), sign=sign.strip() or sign, form=form
    )


def _what_the_site_makes_of_it(kind: ProblemKind, generator: str) -> str:
    if kind in _NOT_SEEN_AS_FRONT_MATTER and generator == "jekyll":
        return translate("words", "So Jekyll prints these lines on the page.")
    if generator == "jekyll":
        return translate(
            "words",
            "So Jekyll drops this whole header, and publishes the post without its title, "
            "at today's address.",
        )
    if generator == "hugo":
        return translate("words", "So Hugo stops, and builds nothing of the site.")
    return translate("words", "So generators refuse this whole header.")


def _of_post(found: PostProblem, front: FrontMatter, generator: str) -> str:
    """The words for a fault that no reader of the front matter tells of; "" where there are none.

    The facts of a message, such as the day, stand in the field itself.
    """
    field = front.field(found.key)
    texts: dict[str, str] = {
        PostProblemKind.FORMAT_IGNORED: translate(
            "words", "{generator} does not read fields written like this: it prints these lines."
        ),
        PostProblemKind.CLOSING_DOTS: translate(
            "words", "“...” does not end front matter for Hugo, which stops and builds nothing."
        ),
        PostProblemKind.CURLY_QUOTES: translate(
            "words", "the curly quotes are a part of “{key}”, which so is a text."
        ),
        PostProblemKind.DATE_UNREADABLE: translate(
            "words", "“{value}” is no date that {generator} reads. Write it as 2024-01-31."
        ),
        PostProblemKind.DATE_IN_FUTURE: translate(
            "words", "the post's day is still to come: {generator} leaves it out till then."
        ),
        PostProblemKind.DATE_DIFFERS_FROM_NAME: translate(
            "words", "the file's name says another day than “{key}”, which is the one that counts."
        ),
        PostProblemKind.NAME_WITHOUT_DATE: translate(
            "words",
            "the file's name does not start with a date: Jekyll leaves the post out, and says "
            "nothing.",
        ),
        PostProblemKind.MARK_IGNORED: translate(
            "words",
            "{generator} does not heed “{key}: {value}”: the post is published all the same.",
        ),
        PostProblemKind.FIELD_MISSING: translate(
            "words", "“{key}” is missing, which the other posts have."
        ),
        PostProblemKind.UNCLOSED_TAG: translate(
            "words", "a template tag is opened here and never closed: the whole build fails."
        ),
    }
    text = texts.get(found.kind, "")
    known = GENERATORS.get(generator)
    label = known.label if known is not None and generator != "commonmark" else ""
    return text.format(
        key=field_label(found.key) if found.kind == PostProblemKind.FIELD_MISSING else found.key,
        value=field.raw[:60] if field else "",
        generator=label or translate("words", "the site"),
    )
