"""All filters, each kept within what the templates of a post may do."""

from collections.abc import Callable, Mapping

from liquid.exceptions import FilterError, LiquidError
from liquid.filter import with_context

from editor.generators.jekyll_liquid import list_filters, text_filters
from editor.generators.jekyll_liquid.budget import ExhaustedError
from editor.generators.jekyll_liquid.engine import Context, length

_Filter = Callable[..., object]


def _bounded(name: str, run: _Filter, *, takes_context: bool) -> _Filter:
    @with_context
    def filtered(value: object, *words: object, context: Context, **options: object) -> object:
        context.run.budget.step(1 + sum(map(_parts, (value, *words))))
        before = (context,) if takes_context else ()
        try:
            result = run(*before, value, *words, **options)
        except (ExhaustedError, LiquidError):
            raise
        except Exception as error:  # the value is not of a kind that the filter takes
            raise FilterError(f"{name}: {error}", token=None) from error
        context.run.budget.step(_parts(result))
        if isinstance(result, str):
            context.run.budget.make(len(result))
        return result

    return filtered


def _parts(value: object) -> int:
    """How many values a filter goes through in `value`."""
    if isinstance(value, Mapping):
        return len(value)
    return length(value) if isinstance(value, list | tuple | range) else 0


def _all(filters: Mapping[str, _Filter], with_context: frozenset[str]) -> dict[str, _Filter]:
    return {
        name: _bounded(name, run, takes_context=name in with_context)
        for name, run in filters.items()
    }


FILTERS: Mapping[str, _Filter] = {
    **_all(text_filters.FILTERS, text_filters.WITH_CONTEXT),
    **_all(list_filters.FILTERS, list_filters.WITH_CONTEXT),
}
