"""The posts of a site from which is learned how it writes images and links."""

from pathlib import Path

from editor.library_habits import peers
from editor.site import Site

_MOST = 30  # posts, the newest
_READ = 262_144  # bytes of each


def newest_posts(site: Site, post: Path, text: str) -> list[tuple[Path, str]]:
    """The post `text` at `post`, then the newest of its site. Not for the window's thread."""
    found = [(post, text)]
    if site.root is None:
        return found
    for path in peers(site, post)[:_MOST]:
        if path == post or not path.is_file():
            continue
        try:
            with path.open("rb") as file:
                start = file.read(_READ)
        except OSError:
            continue
        found.append((path, start.decode("utf-8", "replace").replace("\r\n", "\n")))
    return found
