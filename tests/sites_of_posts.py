"""Small sites with a few posts each, written into a folder for a test."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from editor.edits import apply
from editor.post_files.manner import Manner, manner_of
from editor.post_files.plan import Changed
from editor.site import find_site

NOW = datetime(2026, 11, 29, 23, 22, 5, tzinfo=UTC)  # the next day in Paris

JEKYLL = {
    "_config.yml": "timezone: Europe/Paris\npermalink: /:year/:month/:day/:title/\n",
    "_layouts/post.html": "<h1>{{ page.title }}</h1>{{ content }}",
    "_posts/2024-01-05-one.md": (
        "---\nlayout: post\ntitle: One\ndate: 2024-01-05 10:00:00 +0100\ntags: [a, b]\n---\n\n"
        "See [two]({% post_url 2024-02-06-two %}) and {% link _posts/2024-03-07-three.md %}.\n"
    ),
    "_posts/2024-02-06-two.md": (
        "---\nlayout: post\ntitle: Two\ndate: 2024-02-06 11:00:00 +0100\ntags: [a]\n---\n\n"
        "Back to [one](2024-01-05-one.md#top), and {% post_url 2024-01-05-one %}.\n"
    ),
    "_posts/2024-03-07-three.md": (
        "---\nlayout: post\ntitle: Three\ndate: 2024-03-07 12:00:00 +0100\ntags: [b]\n"
        "permalink: /third/\n---\n\nThree.\n"
    ),
    "_drafts/later.md": "---\nlayout: post\ntitle: Later\ntags: [c]\n---\n\nLater.\n",
}
HUGO = {
    "hugo.toml": (
        'baseURL = "https://example.org/"\ntimeZone = "Europe/Paris"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
    ),
    "config.toml": "",  # Hugo before 0.110 looks for it
    "layouts/_default/single.html": "<h1>{{ .Title }}</h1>{{ .Content }}",
    "layouts/_default/list.html": "list",
    "layouts/index.html": "home",
    "content/posts/_index.md": "---\ntitle: Posts\n---\n",
    "content/posts/one/index.md": (
        '+++\ntitle = "One"\ndate = 2024-01-05T10:00:00+01:00\ndraft = false\ntags = ["a"]\n'
        'author = "Me"\n+++\n\nSee [two]({{< ref "posts/two" >}}), ![x](x.png).\n'
    ),
    "content/posts/one/x.png": "PNG",
    "content/posts/two/index.md": (
        '+++\ntitle = "Two"\ndate = 2024-02-06T10:00:00+01:00\ndraft = false\ntags = ["b"]\n'
        'author = "Me"\n+++\n\nBack to [one]({{< relref "../one/index.md#top" >}}).\n'
    ),
    "content/posts/three/index.md": (
        '+++\ntitle = "Three"\ndate = 2024-03-07T10:00:00+01:00\ndraft = true\ntags = []\n'
        'author = "Me"\n+++\n\nThree, after {{% ref "/posts/one" %}} and {{< ref one >}}.\n'
    ),
}
PELICAN = {
    "pelicanconf.py": "TIMEZONE = 'Europe/Paris'\nPATH = 'content'\n",
    "content/one.md": (
        "Title: One\nDate: 2024-01-05 10:00\nCategory: Tech\nTags: a, b\n\n"
        "See [two]({filename}/two.md) and [three]({filename}deep/three.md#x).\n"
    ),
    "content/two.md": "Title: Two\nDate: 2024-02-06 10:00\nCategory: Tech\nTags: b\n\nTwo.\n",
    "content/deep/three.md": (
        "Title: Three\nDate: 2024-03-07 10:00\nCategory: Tech\nTags: c\nStatus: draft\n\n"
        "Back to [one](|filename|../one.md).\n"
    ),
}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """`folder`, with these files in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def manner_in(root: Path, beside: Path | None = None) -> Manner:
    """How the site at `root` keeps its posts."""
    return manner_of(find_site(root / "post.md"), root, beside)


def texts(changes: tuple[Changed, ...], root: Path) -> dict[str, str]:
    """The new texts of the files that change, by their paths below `root`."""
    return {one.path.relative_to(root).as_posix(): apply(one.text, one.edits) for one in changes}
