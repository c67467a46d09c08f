"""The words, in English, for what front matter's readers refuse, and for its mend."""

from editor.front_matter import Problem, ProblemKind

LABELS = {"jekyll": "Jekyll", "hugo": "Hugo", "pelican": "Pelican", "commonmark": "A generator"}
_FORMATS = {"yaml": "YAML", "toml": "TOML", "json": "JSON"}
_WHAT = {
    ProblemKind.NEEDS_QUOTES: "{field} holds “{sign}”, which needs quotes in {form}.",
    ProblemKind.NOT_QUOTED: "{field} lacks the quotes that {form} wants around a text.",
    ProblemKind.QUOTE_INSIDE: "{field} goes on after the quote {sign} that ends it.",
    ProblemKind.UNCLOSED_QUOTE: "the quote {sign} of {field} is never closed.",
    ProblemKind.UNCLOSED_BRACKET: "the bracket {sign} of {field} is never closed.",
    ProblemKind.TAB: "there is a tab where {form} wants spaces.",
    ProblemKind.INDENTATION: "this line stands too far left or right.",
    ProblemKind.NO_SPACE_AFTER_COLON: "a space is missing after the colon of “{sign}”.",
    ProblemKind.CONTROL_CHARACTER: "there is a control character that {form} does not allow.",
    ProblemKind.BAD_DATE: "{field} is a day or a time that does not exist.",
    ProblemKind.UNKNOWN_TAG: "“{sign}” is a type that no generator reads.",
    ProblemKind.MISSING_COMMA: "a comma is missing before this field.",
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
}
_HOW = {
    ProblemKind.NEEDS_QUOTES: "Quote {field}",
    ProblemKind.NOT_QUOTED: "Quote {field}",
    ProblemKind.BAD_DATE: "Quote {field}",
    ProblemKind.QUOTE_INSIDE: "Mend the quotes",
    ProblemKind.UNCLOSED_QUOTE: "Close the quote",
    ProblemKind.UNCLOSED_BRACKET: "Close the bracket",
    ProblemKind.TAB: "Put spaces for the tab",
    ProblemKind.INDENTATION: "Indent the line",
    ProblemKind.NO_SPACE_AFTER_COLON: "Add the space",
    ProblemKind.CONTROL_CHARACTER: "Remove the character",
    ProblemKind.DUPLICATE_KEY: "Keep one of the two",
    ProblemKind.UNCLOSED: "Add the closing line",
    ProblemKind.BLANK_BEFORE_FENCE: "Remove the empty line",
    ProblemKind.BAD_FENCE: "Write “---” alone",
    ProblemKind.NO_OPENING_FENCE: "Add “---” as first line",
}
_ADVICE = {
    ProblemKind.BAD_DATE: "write a day of the calendar",
    ProblemKind.STRAY_LINE: "put “key:” before it, or indent it below its field",
    ProblemKind.DUPLICATE_KEY: "keep the one you mean",
    ProblemKind.NOT_A_MAPPING: "write lines such as “title: …”",
    ProblemKind.MISSING_COMMA: "add the comma",
    ProblemKind.EXTRA_COMMA: "remove the comma",
}
_NOT_SEEN = {  # as front matter
    ProblemKind.UNCLOSED,
    ProblemKind.BLANK_BEFORE_FENCE,
    ProblemKind.BAD_FENCE,
    ProblemKind.NO_OPENING_FENCE,
}


def what(problem: Problem, form: str, generator: str, *, dated: bool) -> str:
    """What is wrong, and what the generator makes of it. `dated`: the address has a date."""
    words = _filled(_WHAT.get(problem.kind, "{field} is not valid {form}."), problem, form)
    return f"{words[0].upper()}{words[1:]} {_consequence(problem, form, generator, dated)}".rstrip()


def how(problem: Problem, form: str, *, mendable: bool) -> str:
    """How to mend it: a button's label where one mend is sure, else an advice."""
    if mendable:
        return _filled(_HOW.get(problem.kind, "Mend it"), problem, form)
    return _filled(_ADVICE.get(problem.kind, "mend it by hand"), problem, form)


def _filled(words: str, problem: Problem, form: str) -> str:
    field = "the title" if problem.key == "title" else f"“{problem.key}”"
    sign = problem.found.strip() or problem.found
    return words.format(
        field=field if problem.key else "a field", sign=sign, form=_FORMATS.get(form, "the header")
    )


def _consequence(problem: Problem, form: str, generator: str, dated: bool) -> str:
    kind = problem.kind
    if kind is ProblemKind.DUPLICATE_KEY and form == "yaml":
        return "Hugo refuses the file." if generator == "hugo" else "The last one counts."
    if not problem.spoils_all:
        return "Some readers refuse all fields for it." if kind is ProblemKind.BAD_DATE else ""
    if generator == "hugo":
        return "Hugo stops, and builds nothing of the site."
    if generator == "jekyll":
        if kind in _NOT_SEEN:
            return "Jekyll prints these lines on the page."
        where = ", at today's address" if dated else ""
        return f"Jekyll publishes the post without title and layout{where}."
    return f"{LABELS.get(generator, 'A generator')} cannot read the fields."
