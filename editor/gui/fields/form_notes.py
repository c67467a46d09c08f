"""What stands in the form beside the fields: problems with their mends, and refusals."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.gui.fields import problem_words
from editor.gui.fields.form_row import Shown
from editor.problems import PostProblem

translate = QCoreApplication.translate

_MOST = 12  # a post beyond help would push its fields out of sight


class NoteText(NamedTuple):
    """A note to show."""

    place: str  # the key it stands under, or "" for above all rows
    message: str
    mend: str  # the text of the button, "" for none
    problem: PostProblem | None


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
