"""The table of contents that stands where `{:toc}` marks a list.

Source: https://kramdown.gettalong.org/converter/html.html#toc
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.generators.fragments import Heading


@dataclass(frozen=True, slots=True)
class _Entry:
    heading: Heading
    below: list["_Entry"] = field(default_factory=list)


def table_of_contents(headings: Sequence[Heading], tag: str, attributes: str, own_id: str) -> str:
    """The list of `headings`, as lists within items; "" where there are none.

    `attributes`, as HTML, and `own_id` are the list's.
    """
    top: list[_Entry] = []
    above: list[_Entry] = []  # what the next heading may stand below
    for heading in headings:
        while above and above[-1].heading.level >= heading.level:
            above.pop()
        entry = _Entry(heading)
        (above[-1].below if above else top).append(entry)
        above.append(entry)
    return _list(top, tag, attributes, own_id)


def _list(entries: Sequence[_Entry], tag: str, attributes: str, own_id: str) -> str:
    if not entries:
        return ""
    items = "".join(
        f'<li><a href="#{entry.heading.id}" id="{own_id}-{entry.heading.id}">'
        f"{entry.heading.html}</a>{_list(entry.below, tag, '', own_id)}</li>\n"
        for entry in entries
    )
    return f"<{tag}{attributes}>\n{items}</{tag}>\n"
