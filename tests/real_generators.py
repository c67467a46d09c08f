"""Posts as the real Jekyll or Hugo of this machine make their articles, in a site of their own.

The site has no theme, no plugin and no layout, and the generator's default settings; a post's own
front matter is left out, so that its date, its draft mark or its layout hide nothing.
"""

import re
import subprocess
from pathlib import Path

from editor.post import Post

_HEAD = "---\ntitle: A post\n---\n"
_UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"
_HUGO = {
    "config.toml": 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    "layouts/_default/single.html": "{{ .Content }}",
    "layouts/_default/list.html": "",
    "layouts/index.html": "",
}
_SITES = {
    "jekyll": {"_config.yml": "permalink: /:title.html\nsafe: true\n"},
    "hugo": _HUGO,
    "hugo-unsafe": {**_HUGO, "config.toml": _HUGO["config.toml"] + _UNSAFE},
}
_NAME = re.compile(r"post(\d+)\b")


class BuildFailed(Exception):  # noqa: N818 - an answer of the generator
    """The generator stopped, at no post that it names."""


def articles(dialect: str, texts: list[str], folder: Path) -> dict[int, str]:
    """The HTML of each of `texts` (whole files), by its number, made in the empty `folder`.

    A post at which the build stops is left out. Raises BuildFailed, and OSError where the generator
    is not installed.
    """
    for name, content in _SITES[dialect].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    places = {number: folder / _place(dialect, number) for number in range(len(texts))}
    for number, place in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_HEAD + Post.parse(texts[number]).body, encoding="utf-8")
    while message := _build(dialect, folder):
        named = {int(number) for number in _NAME.findall(message)} & places.keys()
        if not named:
            raise BuildFailed(message)
        for number in named:
            places.pop(number).unlink()
    made = {number: folder / "made" / _page(dialect, number) for number in places}
    return {
        number: page.read_text(encoding="utf-8") for number, page in made.items() if page.exists()
    }


def _place(dialect: str, number: int) -> str:
    name = f"post{number}.md"
    return f"_posts/2020-01-01-{name}" if dialect == "jekyll" else f"content/{name}"


def _page(dialect: str, number: int) -> str:
    return f"post{number}.html" if dialect == "jekyll" else f"post{number}/index.html"


def _build(dialect: str, folder: Path) -> str:
    """What the generator complains of where it stops; "" where it made the site."""
    command = {
        "jekyll": ["jekyll", "build", "--quiet", "--disable-disk-cache", "-d", "made"],
    }.get(dialect, ["hugo", "--quiet", "-d", "made"])
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr + done.stdout
