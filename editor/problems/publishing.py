"""What a generator would drop, misdate or print of a post whose fields can be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from editor.edits import Edit
from editor.front_matter import Field, FrontMatter
from editor.front_matter.yaml_writing import quoted
from editor.site import Site

from . import dating, words
from .dating import in_drafts
from .model import Outcome, PostProblem, PostProblemKind

_CURLY = re.compile(r"[“”„](?P<inside>[^“”„\"\\\n]*)[“”„]")
_PLAIN_VALUE = re.compile(r"[\d:.+\-/TZ ]+|true|false|yes|no|on|off", re.IGNORECASE)
_SWITCHES = {"true", "false", "yes", "no", "on", "off"}
_CUT = re.compile(r"[ \t]+(?P<lost>#[^\s#][^\n]*)")
_TEXT_KEYS = {"title", "subtitle", "description", "summary", "excerpt"}
_LOWER_KEYS = {"title", "layout", "date", "tags", "categories", "permalink", "published"}
_HIDDEN = {"draft", "private", "pending", "hidden"}
_FORMAT_NAMES = {"toml": "TOML", "json": "JSON", "header": "a header without fences"}
_IGNORED_FORMATS = {
    "jekyll": {"toml", "json", "header"},
    "hugo": {"header"},
    "pelican": {"toml", "json"},
}
_CONFLICT = (re.compile(r"^<{7} ", re.M), re.compile(r"^={7}$", re.M), re.compile(r"^>{7} ", re.M))


@dataclass(frozen=True)
class Context:
    """A post in its site, as the checks look at it."""

    text: str
    front: FrontMatter
    path: Path | None
    site: Site
    today: date
    settings: Mapping[str, object]

    @property
    def generator(self) -> str:
        return self.site.generator

    @property
    def facts(self) -> dict[str, str]:
        """What all problems name."""
        return {"generator": words.LABELS.get(self.generator, "A generator")}

    @property
    def unseen(self) -> Outcome:
        """What comes of front matter that the generator does not find.

        Jekyll copies a file without any, outside `_posts` and `_drafts`, as it stands.
        """
        if self.generator not in ("jekyll", "hugo"):
            return Outcome.UNREAD
        folders = {part.name for part in self.path.absolute().parents} if self.path else set()
        is_post = not self.site.root or not folders.isdisjoint(("_posts", "_drafts"))
        return Outcome.PRINTED if self.generator == "hugo" or is_post else Outcome.COPIED

    @property
    def is_page(self) -> bool:
        """Whether the file lies in a site of Jekyll, and in none of its collections."""
        root, path = self.site.root, self.path.absolute() if self.path else None
        if self.generator != "jekyll" or not root or not path or not path.is_relative_to(root):
            return False
        return not any(part.startswith("_") for part in path.relative_to(root).parts)

    def told(
        self,
        kind: PostProblemKind,
        field: Field | None,
        outcome: Outcome = Outcome.NONE,
        edits: tuple[Edit, ...] = (),
        **facts: str,
    ) -> PostProblem:
        """A problem of `field`, or of the first line of the post."""
        line = field.line if field else self.text.count("\n", 0, self.front.start)
        key = field.key if field else ""
        return words.told(kind, line, key, {**self.facts, **facts}, outcome, edits)


def problems(context: Context) -> Iterator[PostProblem]:
    """The problems of a post that its generator would not, or not clearly, tell of."""
    front, generator = context.front, context.generator
    yield from _conflict(context)
    if front.format in _IGNORED_FORMATS.get(generator, ()):
        yield context.told(
            PostProblemKind.FORMAT_IGNORED,
            None,
            context.unseen if generator == "jekyll" else Outcome.PRINTED,
            format=front.format,
            form=_FORMAT_NAMES[front.format],
            wanted="as lines “Key: value”"
            if generator == "pelican"
            else "as YAML, between two lines “---”",
        )
        return
    if generator == "hugo" and front.format == "yaml":
        yield from _closing_dots(context)
    for field in front.fields:
        if not field.problem:
            yield from _curly_quotes(context, field)
            yield from _cut_text(context, field)
    if generator == "jekyll":
        yield from _key_case(context)
        yield from _split_tags(context)
        yield from _unknown_layout(context)
    yield from dating.problems(context)
    if not front.refused:
        yield from _marks(context)


def _conflict(context: Context) -> Iterator[PostProblem]:
    places: list[int] = []
    for mark in _CONFLICT:
        found = mark.search(context.text, places[-1] if places else 0)
        if found is None:
            return
        places.append(found.start())
    line = context.text.count("\n", 0, places[0])
    yield words.told(PostProblemKind.MERGE_CONFLICT, line, "", context.facts)


def _closing_dots(context: Context) -> Iterator[PostProblem]:
    text, front = context.text, context.front
    start = text.rfind("\n", 0, max(front.end - 1, 0)) + 1
    if text.startswith("...", start) and start < front.end:
        yield words.told(
            PostProblemKind.CLOSING_DOTS,
            text.count("\n", 0, start),
            "",
            context.facts,
            Outcome.BUILD_FAILS,
            (Edit(start, start + 3, "---"),),
        )


def _curly_quotes(context: Context, field: Field) -> Iterator[PostProblem]:
    found = _CURLY.fullmatch(field.raw)
    if found and _PLAIN_VALUE.fullmatch(found["inside"]):
        # A switch in quotes would be a text.
        quote = "" if found["inside"].lower() in _SWITCHES else '"'
        edits = (
            Edit(field.value_start, field.value_start + 1, quote),
            Edit(field.value_end - 1, field.value_end, quote),
        )
        yield context.told(PostProblemKind.CURLY_QUOTES, field, edits=edits)


def _cut_text(context: Context, field: Field) -> Iterator[PostProblem]:
    """A title such as `Version #2`, which ends before its number."""
    plain = isinstance(field.value, str) and field.raw[:1] not in ("'", '"', "|", ">")
    if context.front.format != "yaml" or field.key not in _TEXT_KEYS or not plain:
        return
    cut = _CUT.match(context.text, field.value_end)
    if cut and "\n" not in field.raw:
        whole = context.text[field.value_start : cut.end()].rstrip()
        edit = Edit(field.value_start, field.value_start + len(whole), quoted(whole))
        yield context.told(
            PostProblemKind.TEXT_CUT,
            field,
            edits=(edit,),
            value=field.raw,
            lost=cut["lost"].strip(),
        )


def _key_case(context: Context) -> Iterator[PostProblem]:
    for field in context.front.fields:
        wanted = field.key.lower()
        if wanted != field.key and wanted in _LOWER_KEYS and not context.front.field(wanted):
            start = context.text.find(field.key, field.start)
            edits = (Edit(start, start + len(field.key), wanted),)
            yield context.told(PostProblemKind.KEY_CASE, field, edits=edits, wanted=wanted)


def _split_tags(context: Context) -> Iterator[PostProblem]:
    """Jekyll splits a text at its spaces, and leaves commas where they are.

    Words between spaces alone are how Jekyll's own first post has its categories: they are meant.
    """
    for key in ("tags", "categories"):
        field = context.front.field(key)
        if field and not field.problem and isinstance(field.value, str):
            parts = field.value.split()
            meant = [part.strip() for part in field.value.split(",") if part.strip()]
            is_meant = "," not in field.value and field.raw[:1] not in ("'", '"')
            if len(parts) > 1 and not is_meant:
                yield context.told(
                    PostProblemKind.TAGS_SPLIT,
                    field,
                    value=field.value,
                    parts=", ".join(f"“{part}”" for part in parts[:8]),
                    count=str(len(parts)),
                    example=", ".join(meant[:4]),
                )


def _unknown_layout(context: Context) -> Iterator[PostProblem]:
    """Of a layout that neither the site nor a theme can bring."""
    field, root, settings = context.front.field("layout"), context.site.root, context.settings
    if field is None or root is None or not isinstance(field.value, str) or not settings:
        return
    folder = root / str(settings.get("layouts_dir") or "_layouts")
    name = field.value
    if any(settings.get(key) for key in ("theme", "remote_theme", "plugins", "gems")):
        return
    if name in ("", "none", "null") or not folder.is_dir() or (root / "Gemfile").is_file():
        return
    if not any(path.stem == name for path in folder.rglob("*")) and "/" not in name:
        yield context.told(PostProblemKind.LAYOUT_UNKNOWN, field, value=name)


def _marks(context: Context) -> Iterator[PostProblem]:
    """Marks that are meant to hide a post, and do not."""
    front, generator = context.front, context.generator
    if generator not in ("jekyll", "hugo", "pelican"):
        return
    fields = {key: front.field(key) for key in ("draft", "published", "status", "publish")}
    draft, published, status = fields["draft"], fields["published"], fields["status"]
    publish = fields["publish"]
    hidden = generator == "jekyll" and in_drafts(context.path)
    if published and generator in ("jekyll", "hugo"):
        hidden |= published.value is False
        if published.value is None and not published.problem:
            yield context.told(PostProblemKind.MARK_EMPTY, published, Outcome.LEFT_OUT)
            return
    hidden |= bool(generator == "hugo" and draft and _says_yes(draft))
    hidden |= bool(generator == "hugo" and published and _says_no(published, generator))
    hidden |= bool(generator == "pelican" and status and _is_hidden(status))
    if hidden:
        return
    wanted = {"jekyll": "published: false", "hugo": "draft: true", "pelican": "status: draft"}
    way = wanted[generator]
    if draft and _says_yes(draft) and generator != "hugo":
        yield _ignored(context, draft, way)
    if published and str(published.value).lower() in ("false", "no", "off", "0"):
        yield _ignored(context, published, way)
    if status and _is_hidden(status) and generator != "pelican":
        yield _ignored(context, status, way)
    if publish and publish.value is False and generator != "pelican":
        yield _ignored(context, publish, way)


def _ignored(context: Context, field: Field, wanted: str) -> PostProblem:
    return context.told(
        PostProblemKind.MARK_IGNORED,
        field,
        Outcome.PUBLISHED,
        value=field.raw[:40],
        wanted=wanted,
    )


def _says_yes(field: Field) -> bool:
    return field.value is True or str(field.value).lower() in ("true", "yes", "on", "1")


def _says_no(field: Field, generator: str) -> bool:
    """Whether Hugo takes `published` for no: it reads texts as Go's ParseBool does."""
    return generator == "hugo" and (
        field.value is None or str(field.value) in ("false", "False", "FALSE", "f", "F", "0")
    )


def _is_hidden(field: Field) -> bool:
    return str(field.value).strip().lower() in _HIDDEN
