"""The edits that mend a fault of front matter, where one mend is surely right."""

import re
from collections import Counter
from collections.abc import Iterator

from editor.edits import Edit, apply, diff
from editor.front_matter import Field, FrontMatter, Problem, ProblemKind, read
from editor.front_matter.finding import find
from editor.front_matter.formats import FORMATS
from editor.front_matter.head import Head

from . import json_mends, toml_mends, yaml_lines, yaml_values

_MOST_STEPS = 50  # in one field
_CLOSING = {"[": "]", "{": "}"}
_FENCES = {"yaml": "---\n", "toml": "+++\n"}
_ALMOST_FENCE = re.compile(r"(?:[ \t]*\n)*(?P<fence>[ \t]*-{3,}[ \t]*)(?=\n|\Z)")
_LEADING_TABS = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_QUOTES = (
    ProblemKind.NEEDS_QUOTES,
    ProblemKind.NOT_QUOTED,
    ProblemKind.QUOTE_INSIDE,
    ProblemKind.UNCLOSED_QUOTE,
)
_LIMITS = (
    ProblemKind.TOO_LONG,
    ProblemKind.TOO_DEEP,
    ProblemKind.TOO_MANY_ALIASES,
    ProblemKind.TOO_LARGE_NUMBER,
)
_DASH = re.compile(r"(?P<lead>[ \t]*)-[ \t]+")  # before a key
_CURLY = {"“": "”", "„": "“", "‘": "’"}


def mend(text: str, problem: Problem) -> tuple[Edit, ...]:
    """The edits that mend `problem`, one that reading `text` told; () where no mend is sure.

    A field may hide a second fault behind its first: all of them are mended, or none. The text is
    read again: no other field, and nothing of the body, comes out different.
    """
    if problem.kind in _LIMITS:
        return ()
    front = read(text)
    if front.format == "yaml":
        for edit, grown in _repairs(text, front, problem):
            new = apply(text, [edit])
            after = read(new)
            if (
                len(after.problems) < len(front.problems)
                and _keeps_the_others(front, problem.key, after, grown)
                and new[after.end :] == text[front.end :]
            ):
                return tuple(diff(text, new))
    if front.format in ("toml", "json"):
        head = find(text)
        if head and (edits := _line_edits(text, front, problem, head)):
            return edits
    return _mended_in_steps(text, front, problem)


def _line_edits(text: str, front: FrontMatter, problem: Problem, head: Head) -> tuple[Edit, ...]:
    """Of the edits that mend a head of TOML or JSON those that mend `problem`."""
    found = json_mends.edits(text)
    if front.format == "toml":
        found = toml_mends.edits(text, head.fields_start, head.fields_end)
    start = text.rfind("\n", 0, problem.start) + 1
    end = text.find("\n", max(problem.end, start))
    near = [edit for edit in found if start <= edit.start and (end < 0 or edit.end <= end)]
    body = text[front.end :] if head.fields_end < head.end else ""
    for edits in (near, found):
        if edits:
            new = apply(text, edits)
            after = read(new)
            if (
                len(after.problems) < len(front.problems)
                and {field.key for field in front.fields} <= {field.key for field in after.fields}
                and new[after.end :].endswith(body)
            ):
                return tuple(edits)
    return ()


def _repairs(text: str, front: FrontMatter, fault: Problem) -> Iterator[tuple[Edit, str]]:
    """Ways to write the lines of a fault of YAML; with each the key of the field it adds to."""
    field = next((field for field in front.fields if field.problem == fault), None)
    if fault.kind is ProblemKind.STRAY_LINE:
        yield from _stray_repairs(text, front, fault)
    elif field and fault.spoils_all:
        lines = text[field.start : field.end]
        if dash := _DASH.match(lines):
            undashed = lines[dash.end() :]
            for new in (undashed, *yaml_lines.candidates(undashed, field.key)):
                if yaml_values.reads(new):
                    yield Edit(field.start, field.end, dash["lead"] + new), ""
        lead = len(lines) - len(lines.lstrip(" \t"))
        usual = _usual_indent(text, front, field) if lead else ""
        if lead and usual != lines[:lead]:
            lines = re.sub(rf"(?m)^[ \t]{{1,{lead}}}", "", lines)
            lines = "\n".join(usual + line if line else line for line in lines.split("\n"))
            if yaml_values.reads(lines):
                yield Edit(field.start, field.end, lines), ""
        if not lead and fault.kind is ProblemKind.INDENTATION:
            for other in front.fields:  # rather one above stands too far right
                indent = re.match(r"[ \t]*", text[other.start : other.end])
                if other.start < field.start and indent and indent[0]:
                    yield Edit(other.start, other.start + indent.end(), ""), ""
        below = _after_strays(text, front, field.end)
        for end in dict.fromkeys((below, field.end)):
            for new in yaml_lines.candidates(lines + text[field.end : end], field.key):
                if yaml_values.reads(new):
                    yield Edit(field.start, end, new), ""


def _stray_repairs(text: str, front: FrontMatter, fault: Problem) -> Iterator[tuple[Edit, str]]:
    start = text.rfind("\n", 0, fault.start) + 1
    end = text.find("\n", fault.start) + 1 or len(text)
    above = next((one for one in reversed(front.fields) if one.end == start), None)
    if above and not above.raw:  # below an empty key all such lines are its value
        below = _after_strays(text, front, end)
        for new in yaml_lines.candidates(text[above.start : below], above.key):
            if yaml_values.reads(new):
                yield Edit(above.start, below, new), above.key
    keys = {one.key for one in front.fields}
    lines = text[above.start : above.end] if above else ""
    for new in yaml_lines.stray(text[start:end], lines, keys):
        yield Edit(start, end, new), above.key if above else ""


def _after_strays(text: str, front: FrontMatter, at: int) -> int:
    """Where the lines from `at` on end that are no fields."""
    strays = {one.start for one in front.problems if one.kind is ProblemKind.STRAY_LINE}
    while at in strays:
        at = text.find("\n", at) + 1 or len(text)
    return at


def _usual_indent(text: str, front: FrontMatter, field: Field) -> str:
    leads = Counter(
        re.match(r"[ \t]*", text[one.start : one.end])[0]  # type: ignore[index]
        for one in front.fields
        if one is not field and not one.problem
    )
    return leads.most_common(1)[0][0] if leads else ""


def _mended_in_steps(text: str, before: FrontMatter, problem: Problem) -> tuple[Edit, ...]:
    """The edits that mend one fault of a field after another, () where one of them stays."""
    current, front, fault = text, before, problem
    place = front.problems.index(problem)
    for _ in range(_MOST_STEPS):
        edits = _step(current, front, fault)
        if not edits:
            return ()
        new = apply(current, edits)
        after = read(new)
        if not _keeps_the_others(front, fault.key, after):
            return ()
        if len(after.problems) < len(front.problems):
            kept = _keeps_the_body(text, before, new, after)
            return tuple(diff(text, new)) if kept else ()
        if len(after.problems) > len(front.problems):
            return ()
        following = after.problems[place]
        if following.key != fault.key or len(new) - following.end >= len(current) - fault.start:
            return ()  # no step further down the field
        current, front, fault = new, after, following
    return ()


def _step(text: str, front: FrontMatter, fault: Problem) -> list[Edit]:
    """The edits that mend the fault itself; what is wrong behind it stays."""
    field = next((field for field in front.fields if field.problem == fault), None)
    start, end = fault.start, fault.end
    match fault.kind:
        case kind if kind in _QUOTES and field:
            return (
                _straightened(text, fault)
                or _one_quote_too_many(text, fault)
                or _quoted(text, front, field)
            )
        case ProblemKind.BAD_DATE if (
            field and front.format == "yaml" and not _is_date_of_post(field.key)
        ):
            raw = text[start:end]  # a text to Psych, and so it stays in quotes
            return [Edit(start, end, f"'{raw}'")] if raw[:1] not in "'\"[{" else []
        case ProblemKind.TAB if field:
            return [
                Edit(field.start + tabs.start(), field.start + tabs.end(), _spaces(tabs[0]))
                for tabs in _LEADING_TABS.finditer(text[field.start : field.end])
            ]
        case ProblemKind.NO_SPACE_AFTER_COLON:
            colon = text.find(f"{fault.found}:", start, end) + len(fault.found) + 1
            return [Edit(colon, colon, " ")] if colon > len(fault.found) else []
        case ProblemKind.UNCLOSED_BRACKET:
            closing = _CLOSING.get(fault.found)
            line = text[start:end]
            one_list = closing and not re.search(r"[\[\]{}\"'#]", line[1:])
            return [Edit(end, end, closing)] if closing and one_list else []
        case ProblemKind.INDENTATION if field:
            return _indented(text, field, fault)
        case ProblemKind.CONTROL_CHARACTER if end - start == 1 and text[start] < " ":
            return [Edit(start, end, "")]
        case ProblemKind.UNCLOSED:
            return _closed(text, front.format, start)
        case ProblemKind.BLANK_BEFORE_FENCE:
            blank = Edit(max(start, int(text.startswith("\ufeff"))), end, "")
            return [blank, *_fence_below(text)]
        case ProblemKind.BAD_FENCE:
            rest = fault.found.strip(" \t").lstrip("-").strip(" \t")
            fence = Edit(start, end, f"---\n# {rest}" if rest else "---")
            return [fence, *_fence_below(text)]
        case ProblemKind.NO_OPENING_FENCE:
            return [Edit(start, start, "---\n"), *_fence_below(text)]
        case ProblemKind.DUPLICATE_KEY:
            return _once(front, fault)
    return []


def _quoted(text: str, front: FrontMatter, field: Field) -> list[Edit]:
    edit = FORMATS[front.format].quoted_value(text, field)
    return [edit] if edit else []


def _straightened(text: str, fault: Problem) -> list[Edit]:
    """Straight quotes for the curly ones a word processor put around a whole value."""
    raw = text[fault.start : fault.end]
    closing = _CURLY.get(raw[:1])
    inner = raw[1:-1]
    if not closing or raw[-1:] != closing or re.search(r"[“”„\"\\\n]", inner):
        return []
    return [Edit(fault.start, fault.start + 1, '"'), Edit(fault.end - 1, fault.end, '"')]


def _one_quote_too_many(text: str, fault: Problem) -> list[Edit]:
    """`'A text''`: its last quote, doubled, stands for a quote and does not close."""
    raw = text[fault.start : fault.end]
    is_so = fault.kind is ProblemKind.UNCLOSED_QUOTE and re.fullmatch(r"'[^'\n]+''", raw)
    return [Edit(fault.end - 1, fault.end, "")] if is_so else []


def _spaces(lead: str) -> str:
    return lead.replace("\t", "  ")


def _indented(text: str, field: Field, fault: Problem) -> list[Edit]:
    """A value that stands alone below its key, too far left: it goes to the right of the key."""
    line = text.rfind("\n", 0, fault.start) + 1
    alone = text[field.start : line].rstrip(" \t\n").endswith(":")
    below = text[line : field.end].rstrip(" \t\n")
    if alone and "\n" not in below and not text[line : line + 1].isspace():
        return [Edit(line, line, "  ")]
    return []


def _closed(text: str, form: str, at: int) -> list[Edit]:
    fence = _FENCES.get(form)
    if fence is None:
        return []
    almost = _ALMOST_FENCE.match(text, at)
    if form == "yaml" and almost:
        return [Edit(almost.start("fence"), almost.end("fence"), "---")]
    lead = "" if text[:at].endswith("\n") else "\n"
    return [Edit(at, at, lead + fence)]


def _fence_below(text: str) -> list[Edit]:
    """What makes a closing fence of the one that only some generators take."""
    head = find(text)
    fence = text[head.fields_end : head.end].rstrip(" \t\n") if head else ""
    fine = not head or fence in ("---", "...")
    return [] if fine or not head else [Edit(head.fields_end, head.fields_end + len(fence), "---")]


def _once(front: FrontMatter, fault: Problem) -> list[Edit]:
    """The earlier of two fields that hold the same is taken away."""
    same = [field for field in front.fields if field.key == fault.key]
    if len(same) == 2 and same[0].raw == same[1].raw:
        return [Edit(same[0].start, same[0].end, "")]
    return []


def _is_date_of_post(key: str) -> bool:
    return key.lower() in {"date", "lastmod", "publishdate", "expirydate", "modified"}


def _keeps_the_others(front: FrontMatter, key: str, after: FrontMatter, grown: str = "") -> bool:
    """Whether all fields but those of `key` and `grown` are what they were, and none is gone."""
    others = Counter(
        (field.key, field.raw) for field in front.fields if field.key not in (key, grown or key)
    )
    now = Counter((field.key, field.raw) for field in after.fields)
    keys = {field.key for field in front.fields}
    return others <= now and keys <= {field.key for field in after.fields}


def _keeps_the_body(text: str, front: FrontMatter, new: str, after: FrontMatter) -> bool:
    """Whether the body is what it was, save for a line that was meant to close what is above."""
    body = text[front.end :]
    if any(problem.kind is ProblemKind.UNCLOSED for problem in front.problems):
        almost = _ALMOST_FENCE.match(body)
        body = body[almost.end() :].removeprefix("\n") if almost else body
    return new[after.end :] == body
