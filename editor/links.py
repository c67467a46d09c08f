"""How a site's posts link to each other, and so how a new link to one of them is written.

Jekyll's `post_url` and `link`, Hugo's `ref` and `relref`, Pelican's `{filename}`, or the plain
address: as most links of the newest posts are written, else as the generator's guide has it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.edits import Edit
from editor.formatting import Formatted
from editor.references import Kind, Reference, references
from editor.site import Site
from editor.site_media import OwnAddress, plain_path

_SHORTCODE = re.compile(r"\{\{(?P<sign>[<%])\s*(?P<name>ref|relref)\s[^{}]*\Z")
_MARK = re.compile(r"[{|]filename[}|]")
_ADDRESS = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]*:\S|www\.|[/#.]|\{\{|\{%|\{\w+\})")
_IS_FILE = re.compile(r"\.(?!html?\Z|md\Z|markdown\Z)\w{2,5}\Z")
_BUNDLE = ("index", "_index")


@dataclass(frozen=True, slots=True)
class LinkHabit:
    """The way of a site with links from post to post."""

    form: str  # "post_url", "link", "< ref", "% relref", "filename" or "address"
    before: str = ""  # of an address: what stands before its path, `{{ site.baseurl }}`
    is_rooted: bool = True  # whether a path starts at the root of the content, with a slash


@dataclass(frozen=True, slots=True)
class Target:
    """A post that a link can lead to."""

    path: Path
    title: str
    date: str = ""  # the ISO day, or ""
    address: str = ""  # of the page, from the site's root; "" where it is not known


def learn(posts: Iterable[tuple[Path, str]], own: OwnAddress) -> LinkHabit | None:
    """What most links of `posts`, the newest first, to other pages have in common."""
    habits = Counter(habit for _, text in posts for habit in _habits(text, own))
    return habits.most_common(1)[0][0] if habits else None


def _habits(text: str, own: OwnAddress) -> Iterator[LinkHabit]:
    for reference in references(text):
        habit = _habit(reference, text, own)
        if habit is not None:
            yield habit


def _habit(reference: Reference, text: str, own: OwnAddress) -> LinkHabit | None:
    address = reference.address
    match reference.kind:
        case Kind.POST:
            return LinkHabit("post_url")
        case Kind.FILE:
            return LinkHabit("link") if address.endswith((".md", ".markdown")) else None
        case Kind.PAGE:
            tag = _SHORTCODE.search(text, max(0, reference.start - 60), reference.start)
            form = f"{tag['sign']} {tag['name']}" if tag else "< ref"
            return LinkHabit(form, is_rooted=address.startswith("/"))
        case Kind.LINK:
            return _habit_of_address(address, own)
    return None


def _habit_of_address(address: str, own: OwnAddress) -> LinkHabit | None:
    mark = _MARK.match(address)
    if mark:
        return LinkHabit("filename", is_rooted=address[mark.end() :].startswith("/"))
    path = plain_path(address, own)
    if not path or not path.startswith("/") or path == "/" or _IS_FILE.search(path):
        return None
    before, found, _ = address.partition(path)
    return LinkHabit("address", before) if found else None


def usual(site: Site) -> LinkHabit:
    """What the generator's own guide says."""
    forms = {"jekyll": "post_url", "hugo": "< relref", "pelican": "filename"}
    return LinkHabit(forms.get(site.generator, "address"))


def written(habit: LinkHabit | None, target: Target, site: Site, post: Path | None) -> str:
    """The address of `target` as the source of the post at `post` has it; "" where none is known.

    Where the site's way cannot name the target, as `post_url` a page, the next best is taken.
    """
    habit = habit or usual(site)
    root = site.root
    below_posts = _below(target.path, "_posts")
    if habit.form == "post_url" and below_posts is not None:
        return f"{{% post_url {below_posts} %}}"
    if habit.form in ("post_url", "link") and root and target.path.is_relative_to(root):
        return f"{{% link {target.path.relative_to(root).as_posix()} %}}"
    content = site.folders.content if site.folders else None
    if content is not None and target.path.is_relative_to(content):
        inside = target.path.relative_to(content)
        if habit.form == "filename":
            return "{filename}" + _from(inside, content, post, habit)
        if habit.form.endswith("ref"):
            sign, _, name = habit.form.partition(" ")
            page = inside.parent if inside.stem in _BUNDLE else inside
            slash, end = "/" if habit.is_rooted else "", {"<": ">", "%": "%"}[sign]
            return f'{{{{{sign} {name} "{slash}{page.as_posix()}" {end}}}}}'
    if target.address:
        return f"{habit.before}{target.address}"
    return _beside(target.path, post)


def _below(path: Path, folder: str) -> str | None:
    """The name of a post as `post_url` has it: with the folders below `_posts`."""
    parts = path.parts
    if folder not in parts:
        return None
    place = len(parts) - 1 - parts[::-1].index(folder)
    return "/".join((*parts[place + 1 : -1], path.stem))


def _from(inside: Path, content: Path, post: Path | None, habit: LinkHabit) -> str:
    if habit.is_rooted or post is None or not post.is_relative_to(content):
        return f"/{inside.as_posix()}"
    return _beside(content / inside, post)


def _beside(path: Path, post: Path | None) -> str:
    """`path` from the folder of `post`."""
    if post is None:
        return ""
    folder = post.parent
    ups = 0
    while not path.is_relative_to(folder) and folder != folder.parent:
        folder, ups = folder.parent, ups + 1
    return "../" * ups + path.relative_to(folder).as_posix()


def is_address(typed: str) -> bool:
    """Whether what was typed is to be taken as an address, rather than as words of a title."""
    return " " not in typed.strip() and _ADDRESS.match(typed.strip()) is not None


def link_to(text: str, start: int, end: int, address: str, title: str) -> Formatted:
    """Make `text[start:end]` the text of a link to `address`; without a selection, the `title`."""
    label = text[start:end] or re.sub(r"([\[\]\\])", r"\\\1", " ".join(title.split()))
    is_plain = not re.search(r"\s", address) or address.startswith("{")
    new = f"[{label}]({address if is_plain else f'<{address}>'})"
    return Formatted([Edit(start, end, new)], start + len(new), start + len(new))
