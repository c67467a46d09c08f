"""What Hugo's build stops at in the shortcodes of a post, and its parameters where they are known.

Source: Hugo 0.111.3, by its messages: parser/pageparser and hugolib/shortcode.go name them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.generators.dialect import BuildWarning

_OPENING = re.compile(r"\{\{[<%]")
_CLOSING_MARK = {"{{<": ">}}", "{{%": "%}}"}
_COMMENT_END = {"<": "*/>}}", "%": "*/%}}"}
_PIECE = re.compile(
    r"(?P<space>\s+)|(?P<end>[>%]\}\})|(?P<slash>/)|(?P<equals>=)"
    r'|"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?P<word>[^\s"`=/>%](?:[^\s"`=>%/]|[/>%](?![>%]?\}\}))*)|.',
    re.DOTALL,
)
_NAME = re.compile(r"[^\W_][\w/-]*")
_WORD = re.compile(r"[\w.-]+")
_INLINE = ".inline"  # such a shortcode brings its own template
# Those of Hugo from 0.111 to 0.147; with a true value those that hold something.
_BUILT_IN = {
    "comment": True, "details": True, "figure": False, "gist": False, "highlight": True,
    "instagram": False, "param": False, "qr": True, "ref": False, "relref": False, "tweet": False,
    "twitter": False, "twitter_simple": False, "vimeo": False, "vimeo_simple": False, "x": False,
    "x_simple": False, "youtube": False,
}  # fmt: skip
_MOST = 100  # warnings of a post
_LARGEST = 200_000  # bytes of a template that is looked into


@dataclass(frozen=True, slots=True)
class Tag:
    """A shortcode's tag as Hugo reads it; `problem` is why it cannot."""

    start: int
    end: int
    name: str = ""
    closes: bool = False
    closes_itself: bool = False
    problem: str = ""


def tags(body: str) -> list[Tag]:
    """The tags of `body`, up to the first that Hugo cannot read: it stops there."""
    found: list[Tag] = []
    at = 0
    while opening := _OPENING.search(body, at):
        if body.startswith("/*", opening.end()):
            end = body.find(_COMMENT_END[body[opening.end() - 1]], opening.end() + 2)
            if end < 0:
                return [*found, Tag(opening.start(), len(body), problem="malformed")]
            at = end + 5
            continue
        found.append(_tag(body, opening))
        if found[-1].problem:
            return found
        at = found[-1].end
    return found


def _tag(body: str, opening: re.Match[str]) -> Tag:
    start, closing_mark = opening.start(), _CLOSING_MARK[opening[0]]
    words: list[str] = []
    named = positional = closes = closes_itself = False
    equals = False
    at = opening.end()
    while piece := _PIECE.match(body, at):
        at = piece.end()
        if piece["end"]:
            if piece[0] != closing_mark or not words:
                break
            return Tag(start, at, words[0], closes, closes_itself)
        if piece["space"]:
            continue
        if piece["slash"]:
            closes, closes_itself = closes or not words, closes_itself or bool(words)
        elif piece["equals"]:
            equals = True
        elif piece[0] == "\\":
            continue  # Hugo skips it before a quote
        elif not words:
            if not _NAME.fullmatch(piece[0].removesuffix(_INLINE)):
                break
            words.append(piece[0])
        elif equals:
            equals = False
        else:
            named_next = body.startswith("=", at + _spaces(body, at))
            named, positional = named or named_next, positional or not named_next
            if (named and positional) or not (named_next or _is_word(piece[0])):
                break
    return Tag(start, at, words[0] if words else "", problem="malformed")


def _is_word(piece: str) -> bool:
    """Whether `piece` may be a parameter: in quotes, or of letters and digits alone."""
    return (piece[0] in '"`' and len(piece) > 1) or bool(_WORD.fullmatch(piece))


def _spaces(body: str, at: int) -> int:
    return len(body[at : at + 50]) - len(body[at : at + 50].lstrip())


def build_warnings(body: str, templates: "Templates | None") -> tuple[BuildWarning, ...]:
    """What the build stops at. Without `templates` a name that is not Hugo's own may be anyone's.

    Lines of `body`, from 0. The kinds are those of Liquid's tags.
    """
    warnings: list[BuildWarning] = []
    open_tags: list[tuple[Tag, int]] = []
    line = at = 0
    for tag in tags(body):
        line, at = line + body.count("\n", at, tag.start), tag.start
        holds = _holds(tag.name, templates)
        kind = tag.problem
        if not kind and tag.closes:
            names = [opened.name for opened, _ in open_tags]
            if tag.name in names:
                del open_tags[len(names) - 1 - names[::-1].index(tag.name) :]
            elif holds is not None:
                kind = "unexpected"
        elif not kind and holds is None:
            known = templates is None or tag.name.endswith(_INLINE)
            kind = "" if known else "unknown-tag"
            open_tags.append((tag, line))
        elif not kind and tag.closes_itself:
            kind = "" if holds else "unexpected"
        elif not kind and holds:
            open_tags.append((tag, line))
        if kind:
            warnings.append(BuildWarning(kind, line, tag.name[:100], fails=True))
    warnings += [
        BuildWarning("unclosed", line, tag.name[:100], fails=True)
        for tag, line in open_tags
        if _holds(tag.name, templates)
    ]
    return tuple(sorted(warnings[:_MOST], key=lambda warning: warning.line))


def _holds(name: str, templates: "Templates | None") -> bool | None:
    """Whether the shortcode needs its end, for what it holds; None where that is not known."""
    if templates is not None and (template := templates.find(name)):
        return templates.mentions_inner(template)
    return _BUILT_IN.get(name)


@dataclass(frozen=True)
class Templates:
    """The shortcodes of a site and of its themes, by their files."""

    folders: tuple[Path, ...]

    @classmethod
    def of_site(cls, root: Path, settings: Mapping[str, object]) -> "Templates | None":
        """Those of the site at `root`; None where not all of its themes lie there."""
        themes = settings.get("theme", ())
        names = [themes] if isinstance(themes, str) else themes
        if not isinstance(names, Sequence) or (root / "go.mod").exists() or "module" in settings:
            return None
        folders = [root / "themes" / str(name) / "layouts" for name in names]
        if not all(folder.is_dir() for folder in folders):
            return None
        return cls((root / "layouts", *folders))

    def find(self, name: str) -> Path | None:
        """The template of the shortcode `name`."""
        if not _NAME.fullmatch(name):
            return None
        files = (
            folder / kind / f"{name}.html"
            for folder in self.folders
            for kind in ("shortcodes", "_shortcodes")
        )
        return next((file for file in files if file.is_file()), None)

    def mentions_inner(self, template: Path) -> bool:
        try:
            with template.open("rb") as file:
                return b".Inner" in file.read(_LARGEST)
        except OSError:
            return False
