"""Jekyll's own tags: `highlight`, `include`, `include_relative`, `post_url` and `link`.

Source: Jekyll 4.3's lib/jekyll/tags
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from liquid import RenderContext, Token, TokenStream
from liquid.ast import BlockNode, Node
from liquid.exceptions import LiquidError
from liquid.parser import get_parser
from liquid.tag import Tag

from editor.code_colours import code_block
from editor.generators.jekyll_liquid import engine, expressions, markup, structure
from editor.generators.jekyll_liquid.budget import DEEPEST_INCLUDE
from editor.generators.jekyll_liquid.engine import Context, NotRunError
from editor.generators.jekyll_liquid.model import ProblemKind
from editor.generators.jekyll_liquid.values import looked_up


class _Highlight(Node):
    """Code in the colours of its language."""

    __slots__ = ("block", "language", "options")

    def __init__(self, token: Token, words: str, block: BlockNode) -> None:
        super().__init__(token)
        language, _, self.options = words.partition(" ")
        self.language, self.block, self.blank = language.lower(), block, False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)
        written_code = context.get_buffer(None)
        written_code.is_code = True
        self.block.render(context, written_code)
        code = written_code.getvalue().strip("\n\r")
        engine.from_line(self, context, buffer)
        return buffer.write(highlighted(code, self.language, _has_line_numbers(self.options)))


def _has_line_numbers(options: str) -> bool:
    return re.search(r"\blinenos\b", options) is not None


def highlighted(code: str, language: str, line_numbers: bool) -> str:
    """The HTML that Jekyll makes of the code in a `highlight` block."""
    coloured = code_block(code, language)
    inner = coloured[coloured.index(">", coloured.index("<code")) + 1 : coloured.rindex("</code>")]
    if line_numbers:
        inner = _numbered(inner, code.count("\n") + 1)
    name = structure.escaped(language)
    return (
        f'<figure class="highlight"><pre><code class="language-{name.replace("+", "-")}" '
        f'data-lang="{name}">{inner}</code></pre></figure>'
    )


def _numbered(inner: str, lines: int) -> str:
    numbers = "".join(f"{number}\n" for number in range(1, lines + 1))
    return (
        '<table class="rouge-table"><tbody><tr><td class="gutter gl">'
        f'<pre class="lineno">{numbers}</pre></td>'
        f'<td class="code"><pre>{inner}\n</pre></td></tr></tbody></table>'
    )


class _HighlightTag(Tag):
    name = "highlight"
    end = "endhighlight"

    def parse(self, stream: TokenStream) -> Node:
        token = stream.current
        words = engine.argument(stream)
        stream.next()
        block = get_parser(self.env).parse_block(stream, (self.end,))
        return _Highlight(token, words, block)


class _Written(Node):
    """A tag that writes something, or a chip."""

    __slots__ = ("words",)

    def __init__(self, token: Token, words: str) -> None:
        super().__init__(token)
        self.words, self.blank = words, False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        assert isinstance(context, Context)
        engine.from_line(self, context, buffer)
        try:
            self.write(context, buffer)
        except NotRunError as error:
            context.run.report(error.kind, self.token.start_index, error.name, fails=error.fails)
            source = f"{{% {self.token.value} {self.words} %}}"
            engine.from_line(self, context, buffer)
            engine.write_chip(source, buffer)
        return 0

    def write(self, context: Context, buffer: TextIO) -> None:
        """Write to `buffer`. Raises NotRunError."""
        raise NotImplementedError


class _Include(_Written):
    """A file of the site's includes, its own tags run."""

    __slots__ = ()

    def write(self, context: Context, buffer: TextIO) -> None:
        file, parameters = markup.file_and_parameters(self.words)
        name = _run(file, context) if "{{" in file else file
        if re.search(r"[./]{2,}", name) or not re.fullmatch(r"[\w/.\-()+~#@]+", name, re.A):
            raise NotRunError(ProblemKind.SYNTAX, name)
        run = context.run
        run.budget.step(10)
        found = run.site.include(name, beside=self.folder(context))
        if found is None:
            raise NotRunError(ProblemKind.MISSING_INCLUDE, name, fails=not run.site.has_theme)
        self._write_file(found, _parameters(parameters, context), context, buffer)

    def folder(self, context: Context) -> Path | None:  # noqa: ARG002
        """The folder the file lies in, `None` for that of the site's includes."""
        return None

    def _write_file(
        self, file: Path, parameters: dict[str, object], context: Context, buffer: TextIO
    ) -> None:
        run = context.run
        if len(run.includes) >= DEEPEST_INCLUDE:
            raise NotRunError(ProblemKind.LIMIT, file.name)
        is_outermost = run.include_line is None
        if is_outermost:
            run.include_line = self.token.start_index
        run.includes.append(str(file))
        try:
            if str(file) not in run.templates:
                run.budget.step(100)
                run.templates[str(file)] = run.parse(run.site.text(file))
            with context.extend({"include": parameters}):
                _render(run.templates[str(file)], context, buffer)
        finally:
            run.includes.pop()
            if is_outermost:
                run.include_line = None


def _render(nodes: list[Node], context: Context, buffer: TextIO) -> None:
    for node in nodes:
        try:
            node.render(context, buffer)
        except (LiquidError, TypeError, ValueError) as error:
            engine.fail(node.token, error, context, buffer)


_PARAMETER = re.compile(
    r"([\w-]+)\s*=\s*"
    r"""(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))""",
    re.A | re.DOTALL,
)


def _parameters(parameters: str, context: Context) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, double, single, variable in _PARAMETER.findall(parameters):
        if variable:
            found[name] = _variable(variable, context)
        else:
            found[name] = double.replace('\\"', '"') if double else single.replace("\\'", "'")
    return found


def _variable(path: str, context: Context) -> object:
    canonical = expressions.output(path)
    if canonical in ("nil", "true", "false"):
        return {"nil": None, "true": True, "false": False}[canonical]
    return _evaluated(path, context)


def _evaluated(path: str, context: Context) -> object:
    if re.fullmatch(r"-?\d+", path):
        return int(path[:300])
    if re.fullmatch(r"-?\d+\.\d+", path):
        return float(path)
    first, *rest = re.findall(r"[\w-]+", path, re.A) or [""]
    found: object = context.get([expressions.variable_name(first)], token=None)
    for key in rest:
        found = looked_up(found, key)
    return found


def _run(template: str, context: Context) -> str:
    """What the outputs in `template`, a tag's own words, write."""
    buffer = context.get_buffer(None)
    buffer.is_code = True
    _render(context.run.parse(template), context, buffer)
    return buffer.getvalue()


class _IncludeRelative(_Include):
    """A file beside the post."""

    __slots__ = ()

    def folder(self, context: Context) -> Path | None:
        path = context.run.context.path
        return path.parent if path else Path()


class _PostUrl(_Written):
    """The address of another post, named by its file."""

    __slots__ = ()

    def write(self, context: Context, buffer: TextIO) -> None:
        address = context.run.site.post_address(self.words)
        if address is None:
            raise NotRunError(ProblemKind.MISSING_POST, self.words)
        buffer.write(context.run.site.relative_address(address))


class _Link(_Written):
    """The address of a post, a page or a file, named by its path."""

    __slots__ = ()

    def write(self, context: Context, buffer: TextIO) -> None:
        path = _run(self.words, context) if "{" in self.words else self.words
        address = context.run.site.file_address(path)
        if address is None:
            raise NotRunError(ProblemKind.MISSING_FILE, path)
        buffer.write(context.run.site.relative_address(address))


def _writing(tag_name: str, node: type[_Written]) -> type[Tag]:
    class Writing(Tag):
        name = tag_name
        block = False

        def parse(self, stream: TokenStream) -> Node:
            token = stream.current
            return node(token, engine.argument(stream))

    return Writing


def _all() -> Iterator[type[Tag]]:
    yield _HighlightTag
    yield _writing("include", _Include)
    yield _writing("include_relative", _IncludeRelative)
    yield _writing("post_url", _PostUrl)
    yield _writing("link", _Link)


TAGS = tuple(_all())
