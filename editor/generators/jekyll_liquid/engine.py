"""Runs templates: python-liquid with Jekyll's tags and filters, its errors as chips."""

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, TextIO

from liquid import BoundTemplate, Environment, Mode, RenderContext, Token, TokenStream
from liquid.ast import Node
from liquid.builtin.content import ContentNode, Literal
from liquid.builtin.expressions import BooleanExpression, LoopExpression
from liquid.builtin.expressions.logical import (
    ContainsExpression,
    GeExpression,
    GtExpression,
    LeExpression,
    LogicalAndExpression,
    LogicalOrExpression,
    LtExpression,
)
from liquid.builtin.output import Output, OutputNode
from liquid.builtin.tags.assign_tag import AssignNode, AssignTag
from liquid.builtin.tags.for_tag import ForNode, ForTag
from liquid.builtin.tags.if_tag import IfNode, IfTag
from liquid.builtin.tags.tablerow_tag import TablerowNode, TablerowTag
from liquid.builtin.tags.unless_tag import UnlessNode, UnlessTag
from liquid.exceptions import LiquidError
from liquid.expression import Expression
from liquid.parser import get_parser
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG

from editor.generators.jekyll_liquid import structure, values
from editor.generators.jekyll_liquid.budget import Budget, ExhaustedError, Written
from editor.generators.jekyll_liquid.model import LiquidContext, Problem, ProblemKind
from editor.generators.jekyll_liquid.site import Site


class NotRunError(LiquidError):
    """A tag or filter that cannot do what it is asked: the whole build fails, or would if."""

    def __init__(self, kind: ProblemKind, name: str, *, fails: bool = True) -> None:
        super().__init__(f"{kind}: {name}", token=None)
        self.kind, self.name, self.fails = kind, name, fails


class Run:
    """The templates of one post while they run."""

    def __init__(self, context: LiquidContext) -> None:
        self.context = context
        self.site = Site(context)
        self.budget = Budget()
        self.reads_body = False  # whether a template has asked for what is made of the body
        self.problems: list[Problem] = []
        self.line = 0  # of the output or tag that is run
        self.include_line: int | None = None  # of the outermost include that is under way
        self.includes: list[str] = []  # those under way
        self.templates: dict[str, list[Node]] = {}  # of the files that were included

    def report(self, kind: ProblemKind, line: int, name: str, *, fails: bool = True) -> None:
        """Note that a tag on `line` was not run."""
        if self.include_line is not None:
            line = self.include_line
        if kind is ProblemKind.UNKNOWN_TAG and self.site.has_plugins:
            fails = False  # a plugin may bring it
        if kind is ProblemKind.LIMIT:
            fails = False
        problem = Problem(kind, line, name[:200], fails)
        if problem not in self.problems[-50:] and len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)

    def parse(self, template: str) -> list[Node]:
        """`template`, ready to run."""
        tokens = structure.tokens(template, self.report)
        return get_parser(environment()).parse(TokenStream(iter(tokens)))


_MOST_PROBLEMS = 200


_OF_BODY = frozenset(("content", "excerpt"))


class Context(RenderContext):
    """The variables of a run. What is not there is `None`."""

    __slots__ = ("run",)
    run: Run

    def get(self, path: list[object], *, token: Token | None, default: object = None) -> object:  # noqa: ARG002
        self.run.budget.step()
        if path[0] == "page" and (len(path) < 2 or path[1] in _OF_BODY):
            self.run.reads_body = True
        try:
            found: object = self.scope[path[0]]  # type: ignore[index]
        except (KeyError, TypeError):
            return None
        for key in path[1:]:
            found = values.looked_up(found, key)
        return found

    def get_buffer(self, buf: TextIO | None = None) -> Written:
        return Written(self.run.budget, is_code=isinstance(buf, Written) and buf.is_code)

    def filter(self, name: str, token: Token | None) -> Callable[..., object]:
        if name not in self.env.filters:
            self.run.report(ProblemKind.UNKNOWN_FILTER, self.run.line, name, fails=False)
        return super().filter(name, token)


def fail(token: Token, error: Exception, context: Context, buffer: TextIO) -> None:
    """Put a chip where the tag or output of `token` could not be run."""
    line, name = token.start_index, token.value if token.kind == TOKEN_TAG else "{{"
    if isinstance(error, NotRunError):
        context.run.report(error.kind, line, error.name, fails=error.fails)
    elif isinstance(error, RecursionError):
        context.run.report(ProblemKind.LIMIT, line, name)
    else:
        context.run.report(ProblemKind.FAILED, line, name)
    source = f"{{% {name} %}}" if token.kind == TOKEN_TAG else token.value
    write_chip(source, buffer)


def write_chip(source: str, buffer: TextIO) -> int:
    """Write what stands for a tag that was not run: no HTML into code, none into an address."""
    if isinstance(buffer, Written) and buffer.is_code:
        return buffer.write(source)
    if isinstance(buffer, Written) and structure.is_in_address(buffer.tail):
        return buffer.write("#")
    return buffer.write(structure.chip(source))


def from_line(node: Node, context: Context, buffer: TextIO) -> None:
    """Let what is written next come from the line of `node`."""
    context.run.line = node.token.start_index
    if isinstance(buffer, Written) and context.run.include_line is None:
        buffer.at(node.token.start_index)


class _Text(ContentNode):
    __slots__ = ()

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        if isinstance(buffer, Written) and isinstance(context, Context):
            if context.run.include_line is None:
                buffer.write_text(self.text, self.token.start_index)
            else:
                buffer.write(self.text)
            return len(self.text)
        return buffer.write(self.text)


class _TextTag(Literal):
    node_class = _Text


class _Shown(OutputNode):
    __slots__ = ()

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)
        from_line(self, context, buffer)
        try:
            value = self.expression.evaluate(context)
        except (LiquidError, TypeError, ValueError) as error:
            fail(self.token, error, context, buffer)
            return 0
        return buffer.write(values.written(value))


class _ShownTag(Output):
    node_class = _Shown


class _Assigned(AssignNode):
    __slots__ = ()

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)
        from_line(self, context, buffer)
        try:
            return super().render_to_output(context, buffer)
        except (LiquidError, TypeError, ValueError) as error:
            fail(self.token, error, context, buffer)
            return 0


class _AssignTag(AssignTag):
    node_class = _Assigned


class _Loop(LoopExpression):
    """What a loop goes through, its rounds counted before any is made."""

    __slots__ = ()

    def __init__(self, of: LoopExpression) -> None:
        super().__init__(
            of.token,
            of.identifier,
            of.iterable,
            limit=of.limit,
            offset=of.offset,
            reversed_=of.reversed,
            cols=of.cols,
        )

    def _to_iter(self, obj: object, context: RenderContext) -> tuple[Iterator[Any], int]:
        assert isinstance(context, Context)
        rounds: object = [list(pair) for pair in obj.items()] if isinstance(obj, Mapping) else obj
        if isinstance(rounds, range | list | tuple):
            context.run.budget.step(length(rounds) + 1)
        return super()._to_iter(rounds, context)

    def _to_int(self, obj: object, *, token: Token) -> int:
        # No limit at all, which the engine means by None.
        return None if obj is None else super()._to_int(obj, token=token)  # type: ignore[return-value]

    def _slice(
        self,
        it: Iterator[object],
        length: int,
        context: RenderContext,
        *,
        limit: int | None,
        offset: int | str | None,
    ) -> tuple[Iterator[object], int]:
        if limit is not None and limit <= 0:  # python-liquid takes 0 for none
            return iter(()), 0
        return super()._slice(it, length, context, limit=limit, offset=offset)


def length(found: list[object] | tuple[object, ...] | range) -> int:
    """How many values are in it. Raises ExhaustedError for a range longer than a number is."""
    try:
        return len(found)
    except OverflowError:
        raise ExhaustedError from None


class _ForTag(ForTag):
    def parse(self, stream: TokenStream) -> Node:
        node = super().parse(stream)
        assert isinstance(node, ForNode)
        node.expression = _Loop(node.expression)
        return node


class _TableRowTag(TablerowTag):
    def parse(self, stream: TokenStream) -> TablerowNode:
        node = super().parse(stream)
        node.expression = _Loop(node.expression)
        return node


class _IfTag(IfTag):
    def parse(self, stream: TokenStream) -> Node:
        node = super().parse(stream)
        if isinstance(node, IfNode):
            node.condition = lenient(node.condition)
            for branch in node.alternatives:
                branch.expression = lenient(branch.expression)
        return node


class _UnlessTag(UnlessTag):
    def parse(self, stream: TokenStream) -> Node:
        node = super().parse(stream)
        if isinstance(node, UnlessNode):
            node.condition = lenient(node.condition)
            for branch in node.alternatives:
                branch.expression = lenient(branch.expression)
        return node


def lenient(expression: Expression) -> Expression:
    """The same condition, in which what has no order or no parts does not fail."""
    match expression:
        case BooleanExpression():
            return BooleanExpression(expression.token, lenient(expression.expression))
        case LogicalAndExpression() | LogicalOrExpression():
            left, right = lenient(expression.left), lenient(expression.right)
            return type(expression)(expression.token, left, right)
        case ContainsExpression():
            return _Contains(expression.token, expression.left, expression.right)
        case LtExpression():
            return _Ordered(expression.token, expression.left, expression.right, operator.lt)
        case GtExpression():
            return _Ordered(expression.token, expression.left, expression.right, operator.gt)
        case LeExpression():
            return _Ordered(expression.token, expression.left, expression.right, operator.le)
        case GeExpression():
            return _Ordered(expression.token, expression.left, expression.right, operator.ge)
    return expression


class _Ordered(LtExpression):
    """A comparison of two values that have an order. What has none is never less nor more.

    Source: interpret_condition in Liquid's lib/liquid/condition.rb
    """

    __slots__ = ("operation",)

    def __init__(
        self,
        token: Token,
        left: Expression,
        right: Expression,
        operation: Callable[[Any, Any], bool],
    ) -> None:
        super().__init__(token, left, right)
        self.operation = operation

    def evaluate(self, context: RenderContext) -> object:
        left, right = self.left.evaluate(context), self.right.evaluate(context)
        if not (_has_order(left) and _has_order(right)):
            return False
        return self.operation(left, right)  # raises TypeError for a text and a number


def _has_order(value: object) -> bool:
    return isinstance(value, str | int | float | date) and not isinstance(value, bool)


class _Contains(ContainsExpression):
    __slots__ = ()

    def evaluate(self, context: RenderContext) -> bool:
        whole, part = self.left.evaluate(context), self.right.evaluate(context)
        if isinstance(whole, str):
            return part is not None and values.text(part) in whole
        return isinstance(whole, list | tuple | range | Mapping) and part in whole


class Chip(Node):
    """A tag that is not run."""

    __slots__ = ("source",)

    def __init__(self, token: Token, source: str) -> None:
        super().__init__(token)
        self.source, self.blank = source, False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)
        from_line(self, context, buffer)
        return write_chip(self.source, buffer)


class _ChipTag(Tag):
    name = structure.CHIP
    block = False

    def parse(self, stream: TokenStream) -> Node:
        token = stream.current
        return Chip(token, argument(stream))


def argument(stream: TokenStream) -> str:
    """What is written in the tag at hand; the stream stays on its last token."""
    if stream.peek.kind != TOKEN_EXPRESSION:
        return ""
    stream.next()
    return stream.current.value


@cache
def environment() -> Environment:
    """The engine with Jekyll's tags and filters."""
    from editor.generators.jekyll_liquid.filters import FILTERS
    from editor.generators.jekyll_liquid.tags import TAGS

    made = _Environment(tolerance=Mode.STRICT, strict_filters=False)
    own: tuple[type[Tag], ...] = (
        _TextTag,
        _ShownTag,
        _AssignTag,
        _ForTag,
        _TableRowTag,
        _IfTag,
        _UnlessTag,
        _ChipTag,
    )
    for tag in (*own, *TAGS):
        made.add_tag(tag)
    made.filters.clear()
    made.filters.update(FILTERS)
    return made


class _Environment(Environment):
    block_nesting_limit = 1000  # `structure` counts
    context_depth_limit = 1000  # `budget` does


def new_context(run: Run, variables: Mapping[str, object]) -> Context:
    """The variables with which a template starts."""
    context = Context(BoundTemplate(environment(), []), globals=variables)
    context.run = run
    return context
