"""A body without its template tags."""

from editor.generators.jekyll_liquid.model import Expanded, LiquidContext


def expand(body: str, context: LiquidContext) -> Expanded:
    """`body` as Jekyll hands it on to Markdown. Never fails: what cannot be run is a chip."""
    if "{{" not in body and "{%" not in body:
        return Expanded(body, range(body.count("\n") + 1))
    from editor.generators.jekyll_liquid.running import run  # a third of a second, the first time

    return run(body, context)
