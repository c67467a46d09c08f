"""Images and links of a post that lead nowhere in its site."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from editor.references import Kind, Reference, references
from editor.site import Site
from editor.site_media import OwnAddress, named_files, plain_path, site_folders
from editor.site_pages import SitePages, has_anchor

from . import words
from .model import PostProblem, PostProblemKind

_BUILT = ("_site", "public", "output")  # where the site may lie as it was built last


@dataclass(frozen=True)
class Around:
    """What is known of the site around a post."""

    site: Site
    path: Path | None
    settings: Mapping[str, object]
    look: Callable[[], SitePages] = SitePages  # at the names in the site: only where one is asked

    @cached_property
    def served(self) -> tuple[Path, ...]:
        """The folders whose files the site serves: found once, for all addresses."""
        return site_folders(self.site)

    @property
    def is_known(self) -> bool:
        """Whether the site's own settings were found, so that what it lacks can be told."""
        return self.site.root is not None and bool(self.settings)


@dataclass(frozen=True, slots=True)
class Broken:
    """An address of a post that leads nowhere, and what is missing."""

    reference: Reference
    kind: PostProblemKind


def broken(text: str, around: Around) -> list[Broken]:
    """What in the post `text` surely leads nowhere. Looks on the disk: not for the window's thread.

    Where an address may be made by the build, or come from elsewhere, nothing is said.
    """
    own = OwnAddress.of(around.settings)
    told = []
    for reference in references(text):
        kind = _wrong(reference, text, around, own)
        if kind is not None:
            told.append(Broken(reference, kind))
    return told


def problems(found: Sequence[Broken], generator: str) -> list[PostProblem]:
    """`found` as problems of the post; those of tags are told as what stops the build."""
    of_addresses = (Kind.IMAGE, Kind.LINK)
    return [problem(one, generator) for one in found if one.reference.kind in of_addresses]


def problem(one: Broken, generator: str) -> PostProblem:
    """What is wrong with an address, as a problem of the post."""
    label = words.LABELS.get(generator, generator)
    facts = {"generator": label, "name": one.reference.address[:200]}
    return words.told(one.kind, one.reference.line, "", facts)


def _wrong(
    reference: Reference, text: str, around: Around, own: OwnAddress
) -> PostProblemKind | None:
    match reference.kind:
        case Kind.IMAGE:
            return PostProblemKind.IMAGE_MISSING if _lacks_image(reference, around, own) else None
        case Kind.LINK:
            return _wrong_link(reference.address, text, around, own)
        case Kind.POST:
            name = reference.address.rpartition("/")[2]
            lacks = around.is_known and not around.look().may_have(f"/{name}")
            return PostProblemKind.LINK_DEAD if lacks else None
        case Kind.FILE:
            root = around.site.root
            if root is None or not around.is_known:
                return None
            is_there = _exists(root, reference.address)
            return None if is_there else PostProblemKind.LINK_DEAD
        case Kind.PAGE:
            path = reference.address.partition("#")[0].removesuffix(".md")
            if not around.is_known or not path or around.look().may_have(f"/{path.lstrip('./')}"):
                return None
            return PostProblemKind.LINK_DEAD


def _lacks_image(reference: Reference, around: Around, own: OwnAddress) -> bool:
    named = named_files(reference.address, around.site, around.path, own, around.served)
    if not named.is_missing or not around.is_known or "module" in around.settings:
        return False
    return not _is_built(plain_path(reference.address, own), around.site.root)


def _wrong_link(address: str, text: str, around: Around, own: OwnAddress) -> PostProblemKind | None:
    if address.startswith("#"):
        is_there = has_anchor(text, address[1:])
        return None if is_there else PostProblemKind.ANCHOR_MISSING
    path = plain_path(address, own)
    if not path or not around.is_known or path.startswith(("{", "|")):
        return None
    if around.look().may_have(path) or _is_built(path, around.site.root):
        return None
    if any(_exists(folder, path) for folder in around.served):
        return None
    return PostProblemKind.LINK_DEAD


def _is_built(path: str | None, root: Path | None) -> bool:
    """Whether the site as it was built last has it."""
    if not path or root is None or not path.startswith("/"):
        return False
    return any(_exists(root / folder, path) for folder in _BUILT)


def _exists(folder: Path, path: str) -> bool:
    """Whether `path` is there below `folder`; of what lies outside it nothing is asked."""
    place = os.path.normpath(folder / unquote(path).lstrip("/"))
    return Path(place).is_relative_to(folder) and os.path.exists(place)  # noqa: PTH110 - nor raises
