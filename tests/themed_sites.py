# ruff: noqa: E501 - themes as they are written
"""Three sites with themes of their own, built by the real generators: to show posts in their pages.

`two-columns` is Jekyll's, below a base address, with a sidebar that shows excerpts; `dark` is Hugo's,
with whole addresses everywhere and a web font of its own; `classless` is Jekyll's again, its article
in a table beside title and date, without a class, in a page without a document type.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QImage

FONTS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")

_BODY = """\
Encore une fois, lors des événements en **{place}**, le nom de Twitter est apparu sur le devant de la
scène médiatique. Cette société américaine a développé un outil de communication plébiscité.

![Une vague]({image})

## Comment est né Twitter ?

En {year}, nous avons été inspirés par l'idée de la messagerie instantanée :

- chaque membre indique s'il est en ligne ou non ;
- s'il souhaite communiquer ou pas ;
- et ce qu'il fait, *maintenant*.

> Nous testons les usages commerciaux depuis le mois de mars à {place}.

| Année | Membres |
|-------|--------:|
| {year} | 1 000 |
| 2012  | 140 000 000 |

```python
def count(words: list[str]) -> int:
    return len(words)
```

Une note[^1] pour finir, et un [lien](https://example.net/{place}).

[^1]: De {place}, en {year}.
"""


@dataclass(frozen=True)
class Themed:
    """A built site, and one of its posts."""

    name: str
    generator: str
    root: Path
    post: Path
    page: Path  # built of it
    selector: str  # of the element that holds its article


def body(place: str, year: int, image: str) -> str:
    """The Markdown of a post."""
    return _BODY.format(place=place, year=year, image=image)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def picture(path: Path, colour: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(240, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    image.save(str(path))


def build(root: Path, generator: str) -> None:
    """Have the real generator build the site at `root`."""
    command = ["jekyll", "build", "-q"] if generator == "jekyll" else ["hugo", "--quiet"]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)


def two_columns(root: Path) -> Themed:
    """Jekyll: two columns, a sticky bar, everything below `/carnet`, rules for children."""
    write(
        root / "_config.yml",
        "title: Carnet\nurl: https://example.org\nbaseurl: /carnet\ntimezone: UTC\n"
        "permalink: /:year/:month/:day/:title/\n",
    )
    write(
        root / "_layouts" / "default.html",
        """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{{ page.title }} | Carnet</title>
<link rel="preconnect" href="https://fonts.example.com">
<link rel="stylesheet" href="https://fonts.example.com/css?family=Inter">
<link rel="stylesheet" href="{{ '/css/main.css' | relative_url }}">
<script>document.documentElement.className = "js"</script></head>
<body><header class="bar"><a href="{{ '/' | relative_url }}">Carnet</a>
<form class="search" action="/s"><input placeholder="Chercher"></form></header>
<div class="page">{{ content }}
<aside><h2>Billets</h2>{% for post in site.posts %}
<h3><a href="{{ post.url | relative_url }}">{{ post.title }}</a></h3><p>{{ post.excerpt | strip_html }}</p>
{% endfor %}</aside></div>
<footer>© Carnet</footer></body></html>
""",
    )
    write(
        root / "_layouts" / "post.html",
        """---
layout: default
---
<main><article class="post h-entry"><header><h1 class="p-name">{{ page.title | escape }}</h1>
<p class="meta"><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%-d/%m/%Y" }}</time>
· {{ page.tags | join: ", " }}</p></header>
<div class="post-content e-content">
{{ content }}
</div><a class="back" href="/">Retour</a></article></main>
""",
    )
    write(
        root / "css" / "main.css",
        """---
---
body { margin: 0; font: 16px/1.6 "DejaVu Sans", sans-serif; color: #243; background: #f4f1ea url("../img/dots.png"); }
.bar { position: sticky; top: 0; display: flex; gap: 2em; padding: 12px 24px; background: #1f4e5f; color: #fff; }
.bar a { color: #fff; font-weight: bold; text-decoration: none; }
.page { display: grid; grid-template-columns: 1fr 200px; gap: 32px; max-width: 900px; margin: 0 auto; padding: 24px; }
article { background: #fff; padding: 24px 32px; border-radius: 8px; }
h1 { margin: 0; color: #1f4e5f; }
.post-content > * + * { margin-top: 1.6em; }
.post-content > p:first-child { font-size: 1.15em; color: #678; }
.post-content > p + ul { border-left: 4px solid #e0a458; }
.post-content :is(p, ul, h2, blockquote, table) { margin-bottom: 0; }
.post-content > :last-child { border-top: 1px solid #ccc; }
.post-content img { display: block; border: 4px solid #1f4e5f; }
pre { padding: 12px; background: #243; color: #eee; overflow: auto; }
aside { font-size: 13px; }
@import url("http://fonts.example.com/late.css");
""",
    )
    picture(root / "img" / "dots.png", "#f4f1ea")
    picture(root / "img" / "vague.png", "#2b6cb0")
    for month, place in ((3, "Paris"), (6, "Iran")):
        title = f"Les usages de Twitter à {place}"
        post = write(
            root / "_posts" / f"2009-0{month}-24-twitter-{place.lower()}.md",
            f'---\nlayout: post\ntitle: "{title}"\ntags: [web, presse]\n---\n'
            + body(place, 2006, "/carnet/img/vague.png"),
        )
    build(root, "jekyll")
    page = root / "_site" / "2009" / "06" / "24" / "twitter-iran" / "index.html"
    return Themed("two-columns", "jekyll", root, post, page, ".post-content")


def dark(root: Path) -> Themed:
    """Hugo: dark, with a font of its own; title, date and article in one element."""
    write(
        root / "hugo.toml",
        'baseURL = "https://example.org/notes/"\ntitle = "Notes"\nlanguageCode = "en"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    )
    shutil.copy(root / "hugo.toml", root / "config.toml")  # for Hugo before 0.110
    write(
        root / "layouts" / "_default" / "single.html",
        """<!doctype html>
<html lang="{{ .Site.Language.Lang }}" data-theme="dark"><head><meta charset="utf-8">
<title>{{ .Title }}</title>
<link rel="stylesheet" href="{{ "css/dark.css" | absURL }}">
<link rel="preload" as="style" href="{{ "css/late.css" | absURL }}" onload="this.rel='stylesheet'">
<style>.crumbs { letter-spacing: 0.1em; }</style></head>
<body class="dark"><nav class="crumbs">Notes / {{ .Section }}</nav>
<main><h1>{{ .Title }}</h1>
<p class="byline">By Ann on {{ .Date.Format "January 2, 2006" }}</p>
{{ .TableOfContents }}
{{ .Content }}
<p class="share">Share this note</p></main>
<script src="{{ "js/app.js" | absURL }}"></script></body></html>
""",
    )
    write(root / "layouts" / "_default" / "list.html", "<html><body>{{ .Title }}</body></html>")
    write(root / "layouts" / "index.html", "<html><body>{{ .Title }}</body></html>")
    font = (
        '@font-face { font-family: Own; src: url("https://example.org/notes/fonts/own.ttf"); }\n'
        if FONTS.exists()
        else ""
    )
    write(
        root / "static" / "css" / "dark.css",
        font
        + """
html[data-theme="dark"] body { background: #14161a; color: #cdd3da; }
body { margin: 0; font: 17px/1.7 Own, serif; }
.crumbs { padding: 16px 40px; border-bottom: 1px solid #333; font-size: 13px; }
main { max-width: 640px; margin: 0 auto; padding: 20px 40px 80px; }
h1 { font-size: 34px; line-height: 1.15; color: #fff; }
.byline { color: #8a93a0; font-style: italic; }
main > h2 { color: #ffb454; }
main > p:nth-of-type(2) { border-left: 3px solid #ffb454; padding-left: 16px; }
blockquote { color: #95e6cb; } a { color: #59c2ff; }
table { border-collapse: collapse; } td, th { border: 1px solid #444; padding: 4px 12px; }
pre { padding: 14px; border-radius: 6px; }
""",
    )
    write(root / "static" / "css" / "late.css", ".share { color: #59c2ff; }\n")
    if FONTS.exists():
        (root / "static" / "fonts").mkdir()
        shutil.copy(FONTS, root / "static" / "fonts" / "own.ttf")
    for month, place in ((3, "Rome"), (6, "Oslo")):
        folder = root / "content" / "posts" / place.lower()
        post = write(
            folder / "index.md",
            f'+++\ntitle = "Notes from {place}"\ndate = 2021-0{month}-05T10:00:00Z\n+++\n'
            + body(place, 2006, "wave.png"),
        )
        picture(folder / "wave.png", "#2f855a")
    build(root, "hugo")
    page = root / "public" / "posts" / "oslo" / "index.html"
    return Themed("dark", "hugo", root, post, page, "main")


def classless(root: Path) -> Themed:
    """Jekyll, as in the nineties: a table, no class, no document type, styles in the page."""
    write(
        root / "_config.yml",
        "title: Home\npermalink: /:title.html\ntimezone: UTC\nurl: http://a.example\n",
    )
    write(
        root / "_layouts" / "post.html",
        """<html><head><meta charset="utf-8"><title>{{ page.title }}</title>
<style>body { background: #fffff0; font-family: "DejaVu Serif", serif; } td { vertical-align: top; }
td > p { text-indent: 2em; } td > h2 { border-bottom: 2px solid #900; color: #900; }</style></head>
<body><table width="100%" cellpadding="12"><tr><td width="150" bgcolor="#eeddbb"><b>Home</b><br>
{% for post in site.posts %}<a href="{{ post.url }}">{{ post.title }}</a><br>{% endfor %}</td>
<td><font size="6">{{ page.title }}</font><br><small>{{ page.date | date: "%d %B %Y" }}</small>
{{ content }}<hr><i>Written by hand.</i></td></tr></table></body></html>
""",
    )
    picture(root / "wave.png", "#990000")
    for month, place in ((1, "Lima"), (5, "Quito")):
        post = write(
            root / "_posts" / f"2001-0{month}-09-{place.lower()}.md",
            f"---\nlayout: post\ntitle: A letter from {place}\n---\n"
            + body(place, 1999, "wave.png"),
        )
    build(root, "jekyll")
    return Themed("classless", "jekyll", root, post, root / "_site" / "quito.html", "td + td")


SITES = {"two-columns": two_columns, "dark": dark, "classless": classless}
