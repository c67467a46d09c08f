"""PyYAML's own Python loader, with limits, so that no front matter hangs or bursts the program.

Never libyaml's loader in this process: 60 kB of `[` end it with SIGSEGV instead of an exception.
"""

from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from .head import ProblemKind

KEPT_TAB = "\U0001fffe"  # no character: stands for a tab that PyYAML would not let pass
MAX_LENGTH = 256 * 1024  # of a head, in code points
_MAX_DEPTH = 100
_MAX_ALIASES = 200
_MAX_VALUES = 10_000  # with every alias written out
MAX_PARTS = 5_000  # of one field, or of a head read as a whole: 0.2 s of PyYAML
_MAX_DIGITS = 100
_NUMBERS = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "timestamp")}


class LimitError(yaml.MarkedYAMLError):
    """Front matter that is YAML, but more of it than a reader should try."""

    def __init__(self, kind: ProblemKind, mark: Any) -> None:
        super().__init__(problem=str(kind), problem_mark=mark)
        self.kind = kind


class LimitedLoader(yaml.SafeLoader):
    """A SafeLoader that raises LimitError before nesting, aliases or numbers grow too large.

    Its values are texts, numbers, dates, lists and mappings alone. Like Psych it takes a lone `=`
    and `<<` as text, which PyYAML refuses.
    """

    def __init__(self, stream: Any) -> None:
        super().__init__(stream)
        self.keeps_tabs = False  # KEPT_TAB stands for tabs
        self._depth = 0
        self._aliases = 0
        self._parts = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            self._aliases += 1
            if self._aliases > _MAX_ALIASES:
                raise LimitError(ProblemKind.TOO_MANY_ALIASES, self._mark())
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise LimitError(ProblemKind.TOO_LONG, self._mark())
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise LimitError(ProblemKind.TOO_DEEP, self._mark())
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def fetch_flow_collection_start(self, token: Any) -> None:
        # Before composing, as the scanner reads a thousand brackets ahead and each looks at all.
        if self.flow_level > _MAX_DEPTH:
            raise LimitError(ProblemKind.TOO_DEEP, self.get_mark())
        super().fetch_flow_collection_start(token)

    def compose_scalar_node(self, anchor: Any) -> Any:
        node = super().compose_scalar_node(anchor)
        if self.keeps_tabs:
            node.value = node.value.replace(KEPT_TAB, "\t")
        return node

    def _mark(self) -> Any:
        return self.peek_event().start_mark  # type: ignore[no-untyped-call]

    def get_single_node(self) -> Any:
        node = super().get_single_node()
        if node is not None and _count(node, {}) > _MAX_VALUES and self._aliases:
            raise LimitError(ProblemKind.TOO_MANY_ALIASES, node.start_mark)
        return node


def _count(node: Any, counted: dict[int, int]) -> int:
    """How many values `node` stands for, with every alias written out. Raises LimitError
    for a number too long and for half a surrogate pair, which libyaml refuses as well."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag in _NUMBERS and len(node.value) > _MAX_DIGITS:
            raise LimitError(ProblemKind.TOO_LARGE_NUMBER, node.start_mark)
        if any("\ud800" <= character <= "\udfff" for character in node.value):
            raise LimitError(ProblemKind.CONTROL_CHARACTER, node.start_mark)
        return 1
    known = counted.get(id(node))
    if known is None:
        counted[id(node)] = _MAX_VALUES + 1  # until it is known: a node in itself is too many
        parts = node.value
        if isinstance(node, yaml.MappingNode):
            parts = [part for pair in node.value for part in pair]
        known = 1 + sum(_count(part, counted) for part in parts)
        counted[id(node)] = known
    return known


def _text(loader: LimitedLoader, node: yaml.ScalarNode) -> Any:
    return loader.construct_scalar(node)


for _name, _construct in {
    "value": _text,
    "merge": _text,
    "binary": _text,
    "set": yaml.SafeLoader.construct_yaml_map,
    "omap": yaml.SafeLoader.construct_yaml_seq,
    "pairs": yaml.SafeLoader.construct_yaml_seq,
}.items():
    LimitedLoader.add_constructor(f"tag:yaml.org,2002:{_name}", _construct)


def load_whole(head: str) -> Any:
    """What python-frontmatter reads from a whole head, its fences left out.

    Raises yaml.YAMLError or ValueError where it cannot be read, LimitError where it should not.
    """
    if len(head) > MAX_LENGTH:
        raise LimitError(ProblemKind.TOO_LONG, None)
    return YAMLHandler().load(head, Loader=LimitedLoader)


def is_yaml(head: str) -> bool:
    """Whether that reads `head`, be it no mapping, but something."""
    try:
        return load_whole(head) is not None
    except (yaml.YAMLError, ValueError):
        return False
