"""What a build says of a post: apart from those who find it, for those who show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BuildWarning:
    """What the site's build stops at, or leaves out, and the preview does not. The GUI words it."""

    kind: str  # "unknown-tag", "raw-html", …: the generators' own
    line: int  # from 0, of the body, but in a rendering of the file; -1: of the site's settings
    name: str  # of the tag, the file or the like that it is about; ""
    fails: bool  # whether the whole build of the site stops
