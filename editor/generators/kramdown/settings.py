"""What a Jekyll site's `_config.yml` says about kramdown.

Sources: https://jekyllrb.com/docs/configuration/markdown/ and kramdown_parser.rb in Jekyll 4.3
"""

from collections.abc import Mapping
from dataclasses import replace

from editor.generators.kramdown.options import Options, changed, is_on

_PLAIN = (str, int, float, bool)


def kramdown_options(site: Mapping[str, object]) -> Options:
    """The options in `site`, the settings of a Jekyll site.

    What is missing, or of a kind that kramdown refuses, gets its default.
    """
    given = _table(site, "kramdown")
    options = changed(Options(), {key: _text(value) for key, value in given.items()})
    is_github = _text(given.get("input", "GFM")).lower() != "kramdown"
    quirks = _words(given.get("gfm_quirks", "paragraph_end"))
    colouring = _table(given, "syntax_highlighter_opts")
    colours = _has_rouge(site, given) and not _is_given(colouring.get("disable"))
    return replace(
        options,
        is_github=is_github,
        hard_wrap=is_github and is_on(_text(given.get("hard_wrap", False))),
        ends_paragraphs=is_github and "paragraph_end" in quirks,
        finds_symbols=not (is_github and "no_auto_typographic" in quirks),
        is_mathjax=given.get("math_engine", "mathjax") is not None and options.is_mathjax,
        colours_code=colours and not _is_given(_table(colouring, "block").get("disable")),
        colours_code_spans=colours and not _is_given(_table(colouring, "span").get("disable")),
        colours_plain_code=given.get("guess_lang", True) not in (False, None),
        first_line=_first_line({**colouring, **_table(colouring, "block")}),
        typographic_symbols={
            key.removeprefix(":"): _text(value)
            for key, value in _table(given, "typographic_symbols").items()
        },
        link_defs=dict(_link_definitions(_table(given, "link_defs"))),
    )


def _has_rouge(site: Mapping[str, object], given: Mapping[str, object]) -> bool:
    """Whether code gets its colours: by what a site sets at one place or the other."""
    name = given.get("syntax_highlighter") or site.get("highlighter") or "rouge"
    return name in ("rouge", "coderay")


def _first_line(colouring: Mapping[str, object]) -> int | None:
    if not _is_given(colouring.get("line_numbers")):
        return None
    start = colouring.get("start_line")
    return start if isinstance(start, int) and abs(start) < 1_000_000 else 1


def _link_definitions(given: Mapping[str, object]) -> list[tuple[str, tuple[str, str]]]:
    found = []
    for name, value in given.items():
        if isinstance(value, list) and value and all(isinstance(one, _PLAIN) for one in value[:2]):
            found.append((name, (_text(value[0]), _text(value[1]) if len(value) > 1 else "")))
    return found


def _table(parent: Mapping[str, object], name: str) -> Mapping[str, object]:
    """The table `name` of `parent`; empty where there is none."""
    value = parent.get(name)
    if not isinstance(value, Mapping):
        return {}
    return {str(key): held for key, held in value.items()}


def _text(value: object) -> str:
    """`value` as `{::options /}` would have it."""
    if isinstance(value, list):
        return ",".join(_text(one) for one in value if isinstance(one, _PLAIN))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, _PLAIN) else ""


def _words(value: object) -> list[str]:
    return [word.removeprefix(":") for word in _text(value).split(",")]


def _is_given(value: object) -> bool:
    return value not in (None, False)
