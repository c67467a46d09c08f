"""What stands in the form beside the fields: problems with mends, refusals, unusual spellings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.field_habits import Habit
from editor.field_kinds import Kind, words_of
from editor.front_matter import Field
from editor.gui.fields import problem_words
from editor.gui.fields.form_row import Shown
from editor.near_names import usual_spelling
from editor.problems import PostProblem

translate = QCoreApplication.translate

_MOST = 12  # a post beyond help would push its fields out of sight
_MOST_SPELLINGS = 3  # told of one field
_NAMING = {"tags", "tag", "categories", "category", "keywords"}  # what is spelt alike in a blog


class NoteText(NamedTuple):
    """A note to show."""

    place: str  # the key it stands under, or "" for above all rows
    message: str
    mend: str  # the text of the button, "" for none
    problem: PostProblem | None
    value: str | tuple[str, ...] | None = None  # which the field gets by the button


def note_texts(
    shown: Shown,
    keys: Sequence[str],
    problems: Sequence[PostProblem],
    refusals: Mapping[str, str],
    most_rows: int,
) -> list[NoteText]:
    """The notes to a post whose rows are those of `keys`, of its own fields `most_rows` at most.

    `refusals` are by the key of the field that was not written.
    """
    notes: list[NoteText] = []
    outcomes: set[str] = set()
    for problem in problems[:_MOST]:
        is_new = problem.outcome not in outcomes
        outcomes.add(problem.outcome)
        message, mend = problem_words.told(problem, with_outcome=is_new)
        place = problem.key if problem.key in keys else ""
        notes.append(NoteText(place, message, "" if shown.read_only else mend, problem))
    notes += [NoteText(key, message, "", None) for key, message in refusals.items()]
    more = len({field.key for field in shown.front_matter.fields}) - most_rows
    if more > 0:
        text = translate(
            "FrontMatterForm", "More fields of this post are in the source alone: {number}."
        )
        notes.append(NoteText("", text.format(number=more), "", None))
    return notes


def spelling_notes(field: Field, kind: Kind, habit: Habit) -> Iterator[NoteText]:
    """A note for each name in a field of tags or categories that the site mostly spells otherwise.

    Its button gives the field the usual spelling.
    """
    if field.key.lower() not in _NAMING or field.problem:
        return
    told = 0
    names = words_of(field)
    for name in names:
        usual = usual_spelling(name, habit.values)
        if usual is None or told == _MOST_SPELLINGS:
            continue
        told += 1
        spelling, posts = usual
        value: str | tuple[str, ...] = spelling
        if kind is Kind.LIST:
            value = tuple(dict.fromkeys(spelling if one == name else one for one in names))
        mend = translate("FrontMatterForm", "Use “{name}”").format(name=spelling)
        yield NoteText(field.key, _told(name, spelling, posts), mend, None, value)


def _told(name: str, usual: str, posts: int) -> str:
    text = translate("FrontMatterForm", "“{name}”: {number} posts have “{usual}”.")
    if posts == 1:
        text = translate("FrontMatterForm", "“{name}”: another post has “{usual}”.")
    return text.format(name=name, number=posts, usual=usual)
