"""Hugo's archetypes and Hexo's scaffolds: what new posts are made from. Nothing is executed.

Of their template language the few actions that archetypes are written with are known; the others
are dropped, and told.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor import files
from editor.files import FileError
from editor.site import Site

_LONGEST = 64 * 1024  # characters of a template
_ACTION = re.compile(r"\{\{-?[ \t]*(?P<inside>(?:[^{}\"`]|\"[^\"\n]*\"|`[^`]*`)*?)[ \t]*-?\}\}")
_TOKEN = re.compile(
    r"\"(?P<double>[^\"\n]*)\"|`(?P<raw>[^`]*)`|(?P<sign>[()|])|(?P<word>[^\s()|\"`]+)"
)


@dataclass(frozen=True)
class Filled:
    """What a template gives for one post."""

    text: str
    dropped: tuple[str, ...] = ()  # actions that are not known, as they stand in the template


@dataclass(frozen=True)
class Facts:
    """What a template may ask of the new post."""

    title: str
    slug: str
    section: str
    now: datetime  # with its zone


def template_of(site: Site, section: str, *, draft: bool, theme: object = "") -> str:
    """The template of a new post of that section, "" without one.

    Source: https://gohugo.io/content-management/archetypes/ and https://hexo.io/docs/writing
    """
    if site.root is None:
        return ""
    if site.generator == "hugo":
        names = [f"{section}.md", f"{section}/index.md", "default.md", "default/index.md"]
        folders = [site.root / "archetypes"]
        if isinstance(theme, str) and theme and ".." not in theme and "/" not in theme:
            folders.append(site.root / "themes" / theme / "archetypes")
        paths = [folder / name for name in names for folder in folders]
    elif site.program == "hexo":
        paths = [site.root / "scaffolds" / ("draft.md" if draft else "post.md")]
    else:
        return ""
    return next((text for path in paths if (text := _read(path))), "")


def _read(path: Path) -> str:
    try:
        text = files.read(path).text if path.is_file() else ""
    except FileError:
        return ""
    return text if len(text) <= _LONGEST else ""


def fill(template: str, facts: Facts) -> Filled:
    """What `template` gives for the post of these `facts`."""
    dropped: list[str] = []

    def value(found: re.Match[str]) -> str:
        inside = found["inside"]
        if inside.startswith("/*"):
            return ""
        try:
            return _pipeline(_tokens(inside), facts)
        except (ValueError, IndexError, KeyError, TypeError, RecursionError):
            dropped.append(found[0])
            return ""

    return Filled(_ACTION.sub(value, template), tuple(dropped))


# Actions: words and texts, calls with arguments, brackets, and what a pipe hands on


_Token = tuple[str, str]  # "text", "sign" or "word", and it


def _tokens(inside: str) -> list[_Token]:
    found: list[_Token] = []
    for token in _TOKEN.finditer(inside):
        if token["double"] is not None or token["raw"] is not None:
            found.append(("text", token["double"] or token["raw"] or ""))
        else:
            found.append(("sign", token["sign"]) if token["sign"] else ("word", token["word"]))
    return found


def _pipeline(tokens: list[_Token], facts: Facts) -> str:
    """What calls give of which each gets, as its last argument, what the one before gave."""
    handed: list[str] = []
    start = 0
    depth = 0
    for place, (kind, token) in enumerate([*tokens, ("sign", "|")]):
        depth += {"(": 1, ")": -1}.get(token, 0) if kind == "sign" else 0
        if kind == "sign" and token == "|" and not depth:
            handed = [_call(tokens[start:place], handed, facts)]
            start = place + 1
    return handed[0]


def _call(tokens: list[_Token], handed: list[str], facts: Facts) -> str:
    arguments: list[str] = []
    at = 1
    while at < len(tokens):
        if tokens[at] == ("sign", "("):
            end = _closing(tokens, at)
            arguments.append(_pipeline(tokens[at + 1 : end], facts))
            at = end
        else:
            arguments.append(_atom(tokens[at], facts))
        at += 1
    arguments += handed
    if tokens[0] == ("sign", "("):
        end = _closing(tokens, 0)
        if end != len(tokens) - 1 or handed:
            raise ValueError("no call")
        return _pipeline(tokens[1:end], facts)
    if not arguments:
        return _atom(tokens[0], facts)
    return _FUNCTIONS[tokens[0][1]](facts, *arguments)


def _closing(tokens: list[_Token], at: int) -> int:
    depth = 0
    for place in range(at, len(tokens)):
        kind, token = tokens[place]
        depth += {"(": 1, ")": -1}.get(token, 0) if kind == "sign" else 0
        if not depth:
            return place
    raise ValueError("a bracket is open")


def _atom(token: _Token, facts: Facts) -> str:
    kind, word = token
    return word if kind == "text" else _VARIABLES[word](facts)


def _name(facts: Facts) -> str:
    return facts.slug


def _moment(facts: Facts) -> str:
    return facts.now.isoformat(timespec="seconds")


def _hexo_date(facts: Facts) -> str:
    return facts.now.strftime("%Y-%m-%d %H:%M:%S")


_VARIABLES: Mapping[str, Callable[[Facts], str]] = {
    ".Name": _name,
    ".File.ContentBaseName": _name,
    ".File.BaseFileName": _name,
    ".File.TranslationBaseName": _name,
    ".TranslationBaseName": _name,
    ".BaseFileName": _name,
    ".Title": lambda facts: facts.title,
    ".Type": lambda facts: facts.section,
    ".Section": lambda facts: facts.section,
    ".Date": _moment,
    ".Now": _moment,
    "now": _moment,
    "time.Now": _moment,
    "now.Year": lambda facts: str(facts.now.year),
    "now.Unix": lambda facts: str(int(facts.now.timestamp())),
    "title": lambda facts: facts.title,  # these three are Hexo's
    "date": _hexo_date,
    "layout": lambda _facts: "post",
}


def _replace(_facts: Facts, text: str, old: str, new: str) -> str:
    return text.replace(old, new)


def _formatted(_facts: Facts, layout: str, moment: str) -> str:
    return go_date(layout, datetime.fromisoformat(moment))


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


_FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "replace": _replace,
    "strings.Replace": _replace,
    "title": lambda _facts, text: " ".join(map(_upper_first, text.split(" "))),
    "humanize": lambda _facts, text: _upper_first(re.sub(r"[-_]+", " ", text)),
    "upper": lambda _facts, text: text.upper(),
    "lower": lambda _facts, text: text.lower(),
    "urlize": lambda _facts, text: text.lower().replace(" ", "-"),
    "trim": lambda _facts, text, signs: text.strip(signs),
    "time": lambda _facts, text: text,
    "dateFormat": _formatted,
    "time.Format": _formatted,
    "now.Format": lambda facts, layout: go_date(layout, facts.now),
    "time.Now.Format": lambda facts, layout: go_date(layout, facts.now),
    ".Date.Format": lambda facts, layout: go_date(layout, facts.now),
}

_GO_DATE = re.compile(
    r"January|Jan|Monday|Mon|MST|2006|-07:00|Z07:00|-0700|Z0700|15|01|02|03|04|05|06|PM|pm|_2|1|2|3|4|5"
)
_GO_DATES: Mapping[str, str] = {
    "January": "%B", "Jan": "%b", "Monday": "%A", "Mon": "%a", "MST": "%Z", "2006": "%Y",
    "15": "%H", "01": "%m", "02": "%d", "03": "%I", "04": "%M", "05": "%S", "06": "%y",
    "PM": "%p", "-0700": "%z", "Z0700": "%z",
}  # fmt: skip


def go_date(layout: str, when: datetime) -> str:
    """`when` as Go writes it by `layout`, which is how it would write 2 January 2006, 15:04:05.

    Source: https://pkg.go.dev/time#Layout
    """

    def part(found: re.Match[str]) -> str:
        match found[0]:
            case "-07:00" | "Z07:00":
                return when.isoformat()[-6:] if when.tzinfo else ""
            case "1":
                return str(when.month)
            case "2":
                return str(when.day)
            case "_2":
                return f"{when.day:2}"
            case "3":
                return str(when.hour % 12 or 12)
            case "4":
                return str(when.minute)
            case "5":
                return str(when.second)
            case "pm":
                return "pm" if when.hour >= 12 else "am"
        return when.strftime(_GO_DATES[found[0]])

    return _GO_DATE.sub(part, layout)
