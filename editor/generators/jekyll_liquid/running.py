"""Runs the template that a body is, from its first line to its last."""

from liquid.ast import Node
from liquid.builtin.content import ContentNode
from liquid.exceptions import LiquidInterrupt

from editor.generators.jekyll_liquid import structure
from editor.generators.jekyll_liquid.budget import ExhaustedError, Written
from editor.generators.jekyll_liquid.engine import Chip, Context, Run, fail, new_context
from editor.generators.jekyll_liquid.model import Expanded, LiquidContext, Problem, ProblemKind
from editor.generators.jekyll_liquid.values import Document


def run(body: str, context: LiquidContext, *, is_within: bool = False) -> Expanded:
    """`body` expanded. Where more is asked than the preview does, the text alone goes on.

    Tags within what other tags write, the excerpt of a post, are run but once.
    """
    lines = range(body.count("\n") + 1)
    started = Run(context)
    if not is_within:
        started.site.run_tags = _run_within
    try:
        buffer = Written(started.budget)
        variables = started.site.variables(body)
        page = variables["page"]
        if isinstance(page, Document) and page.get("render_with_liquid") is False:
            return Expanded(body, lines)
        _render_all(started.parse(body), new_context(started, variables), buffer)
    except Exception as error:  # whatever the engine raises, the page stays
        problem = Problem(ProblemKind.LIMIT, 0, type(error).__name__, fails=False)
        return Expanded(body, lines, (*started.problems, problem), reads_body=True)
    text = buffer.getvalue()
    ends = [] if len(buffer.lines) > text.count("\n") else [lines[-1]]
    problems = sorted(started.problems, key=lambda problem: problem.line)
    lines_of_text = tuple(buffer.lines + ends)
    return Expanded(text, lines_of_text, tuple(problems), started.reads_body)


def _run_within(text: str, context: LiquidContext) -> str:
    return run(text, context, is_within=True).text if "{" in text else text


def _render_all(nodes: list[Node], context: Context, buffer: Written) -> None:
    is_exhausted = False
    for node in nodes:
        if is_exhausted:
            if isinstance(node, ContentNode):
                buffer.write_unbounded(node.text, node.token.start_index)
            continue
        try:
            node.render(context, buffer)
        except LiquidInterrupt:  # a `break` outside of a loop ends the page
            return
        except ExhaustedError:
            is_exhausted = True
            context.run.include_line = None
            line = node.token.start_index
            context.run.report(ProblemKind.LIMIT, line, node.token.value[:40])
            buffer.write_unbounded(structure.chip(_source(node)), line)
        except Exception as error:  # of the engine, for a value it does not expect
            fail(node.token, error, context, buffer)


def _source(node: Node) -> str:
    if isinstance(node, Chip):
        return node.source
    value = node.token.value
    return value if value.startswith("{") else f"{{% {value} %}}"
