"""MathML of a formula in TeX."""

import re
import unicodedata
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

_MATHML = {  # attributes that Chromium's MathML knows, or that our style sheet does
    *("accent", "accentunder", "columnalign", "columnspan", "depth", "display", "displaystyle"),
    *("fence", "form", "height", "largeop", "linethickness", "lspace", "mathbackground"),
    *("mathcolor", "maxsize", "minsize", "movablelimits", "rowspan", "rspace", "scriptlevel"),
    *("separator", "stretchy", "symmetric", "voffset", "width"),
}


@lru_cache(maxsize=2_000)
def mathml(tex: str, *, is_block: bool) -> str:
    """The element `math` for a formula, its source kept within; "" where it cannot be drawn."""
    from latex2mathml.converter import convert_to_element

    if not tex.strip() or _DEFINES.search(tex):
        return ""
    try:
        # The element that is made holds one more, a row of all.
        math = convert_to_element(_simplified(tex), display="block" if is_block else "inline")
        row = "".join(_written(child) for child in math)
    except Exception:  # the library raises what it likes, of its own and of Python's
        return ""
    display = ' display="block"' if is_block else ""
    source = escape(tex.strip(), quote=False)
    return (
        f"<math{display}><semantics>{row}"
        f'<annotation encoding="application/x-tex">{source}</annotation></semantics></math>'
    )


# What a formula defines is for the whole page, which is not looked at; and it may grow without end.
_DEFINES = re.compile(r"\\(?:re)?(?:newcommand|newenvironment)|\\[egx]?def\b|\\let\b|\\Declare")

# Environments and commands that latex2mathml does not know, by those it does.
_ENVIRONMENTS = {
    **dict.fromkeys(("aligned", "align", "flalign", "flalign*", "eqnarray", "eqnarray*"), "align*"),
    **dict.fromkeys(("alignat", "alignat*", "alignedat"), "align*"),
    **dict.fromkeys(("gather", "gather*", "gathered", "multline", "multline*"), "matrix"),
    "subarray": "matrix",
    "dcases": "cases",
}
_ENVIRONMENT = re.compile(
    r"\\(?P<edge>begin|end)\{(?P<name>[a-z]+\*?)\}"
    r"(?P<argument>(?<=alignat\})\{\d*\}|(?<=alignat\*\})\{\d*\}|(?<=alignedat\})\{\d*\}"
    r"|(?<=subarray\})\{[a-z]*\})?"
)
_PLAIN = frozenset(("equation", "equation*", "displaymath", "math", "subequations"))
_COMMANDS = {
    **dict.fromkeys((r"\nonumber", r"\notag", r"\nolimits", r"\middle"), ""),
    r"\arg": r"\operatorname{arg}",
    r"\newline": r"\\",
    r"\P": "¶",
    r"\copyright": "©",
    r"\vcentcolon": ":",
}
_COMMAND = re.compile(
    r"\\(?:label|vspace|require|tag\*?)\{[^{}]*\}|\\(?:eq)?ref\{[^{}]*\}|\\[a-zA-Z]+"
)


def _simplified(tex: str) -> str:
    """`tex` in words that latex2mathml knows."""
    return _COMMAND.sub(_command, _ENVIRONMENT.sub(_environment, tex))


def _environment(match: re.Match[str]) -> str:
    name = match["name"]
    if name in _PLAIN:
        return ""
    return rf"\{match['edge']}{{{_ENVIRONMENTS.get(name, name)}}}"


def _command(match: re.Match[str]) -> str:
    command = match[0]
    if command.startswith((r"\ref{", r"\eqref{")):  # MathJax's, where it finds no such label
        return r"\text{???}"
    if command.startswith(r"\tag"):
        return rf"\quad \text{{({command.partition('{')[2][:-1]})}}"
    return "" if command.endswith("}") else _COMMANDS.get(command, command)


def _written(element: Element) -> str:
    """`element` as HTML, and nothing in it but what MathML draws."""
    name = element.tag if re.fullmatch(r"m[a-z]+", element.tag) else "mrow"
    text = unescape(element.text or "")
    attributes = {key: value for key, value in element.items() if key in _MATHML}
    if name in ("mi", "mn", "mo", "mtext") and (variant := element.get("mathvariant")):
        if variant == "normal":
            attributes["mathvariant"] = variant
        else:
            text = "".join(_styled(letter, variant) for letter in text)
    if re.fullmatch(r"\\[a-zA-Z]+", text):  # no one knows it
        name, attributes = "mtext", {"class": "unknown"}
    inner = escape(text, quote=False) + "".join(_written(child) for child in element)
    listed = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{listed}>{inner}</{name}>"


# Letters by the attribute, which Chromium does not know. Source: the attribute's values, in
# https://www.w3.org/TR/MathML3/chapter3.html#presm.commatt, are the first words of Unicode's names.
_VARIANTS = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "script": "SCRIPT",
    "bold-script": "BOLD SCRIPT",
    "fraktur": "FRAKTUR",
    "bold-fraktur": "BOLD FRAKTUR",
    "double-struck": "DOUBLE-STRUCK",
    "sans-serif": "SANS-SERIF",
    "bold-sans-serif": "SANS-SERIF BOLD",
    "monospace": "MONOSPACE",
}
_OF_ALPHABET = re.compile(r"(?:LATIN |GREEK )?(?P<size>CAPITAL|SMALL) LETTER (?P<letter>[A-Z]+)")


@lru_cache(maxsize=1_000)
def _styled(letter: str, variant: str) -> str:
    """`letter` in that style; as it is where Unicode has none."""
    style, name = _VARIANTS.get(variant), unicodedata.name(letter, "")
    if style is None:
        return letter
    if match := _OF_ALPHABET.fullmatch(name):
        name = f"{match['size']} {match['letter']}"
    elif not name.startswith("DIGIT"):
        return letter
    # Some letters had a place before there were alphabets for formulas.
    older = style.replace("FRAKTUR", "BLACK-LETTER")
    for candidate in (f"MATHEMATICAL {style} {name}", f"{older} {name}"):
        with_name = _named(candidate)
        if with_name:
            return with_name
    return "ℎ" if (letter, variant) == ("h", "italic") else letter


def _named(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return ""
