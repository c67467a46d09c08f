"""Sites with posts of every odd kind, the same ones for each seed."""

import random
import re
from pathlib import Path

from tests.random_titles import titles

_JEKYLL_SETTINGS = [
    *("", "permalink: pretty", "permalink: ordinal", "permalink: weekdate", "permalink: none"),
    "permalink: /:categories/:title/",
    "permalink: /:year/:i_month/:slug",
    "permalink: /:short_year/:y_day/:title.html",
    "permalink: /p/:collection/:path:output_ext",
    "permalink: /:slugified_categories/:name/:hour-:minute-:second",
]
_JEKYLL_MORE = [
    *("", "timezone: Europe/Paris", "timezone: America/Los_Angeles", "timezone: Asia/Tokyo"),
    *("future: true", "unpublished: true", "exclude: [notes, '*.txt', _posts/x/, 'd*/b*']"),
    *("include: [_pages]", "show_drafts: false", "baseurl: /base"),
    "defaults:\n  - scope: {path: ''}\n    values: {permalink: /all/:title/}\n"
    "  - scope: {path: _posts/x, type: posts}\n    values: {permalink: /x/:title, category: X}",
    "defaults:\n  - values: {categories: a b}\n"
    "  - scope: {path: blog/_posts}\n    values: {categories: [c], published: false}\n"
    "  - scope: {path: '*/_posts', type: posts}\n    values: {slug: same}",
    "defaults:\n  - scope: {path: _docs, type: docs}\n    values: {permalink: /dd/:name/}\n"
    "  - scope: {type: pages}\n    values: {permalink: /pp/:basename/}",
]
_JEKYLL_FOLDERS = [
    *("_posts",) * 6,
    *(
        "blog/_posts",
        "_posts/x",
        "_posts/x/_y",
        "Été & co/_posts",
        "a/b/_posts",
        "_drafts",
        "notes",
    ),
    *("", "docs", "_docs", "_docs/deep", "_hidden", "_pages", "dd/bb", "a/_b/c", "node_modules/x"),
]
_JEKYLL_NAMES = [
    *("{day}-{slug}.md",) * 10,
    *("{slug}.md", "2024-1-9-{slug}.md", "24-01-09-{slug}.md", "{day}-{slug}.markdown"),
    *("{day}-{slug}.html", "2999-01-01-{slug}.md", "index.md", "{day}-.md", "{day}-a.b.c.md"),
    *(
        "_{slug}.md",
        ".{slug}.md",
        "{slug}.md~",
        "{day} {slug}.md",
        "{day}-{slug}.txt",
        "#{slug}.md",
    ),
    "2024-02-31-{slug}.md",
]
_DATES = [
    *("2024-01-23T23:30:00Z", "2024-01-23 23:30:00 +0100", "2024-01-23", "2024-01-23 10:00"),
    *("2024-02-11", '"2024-03-04"', "2024-12-30 23:59:59 -0800", "2999-01-01", "2020-1-2"),
    *("20240109", "January 5, 2023", "5 Jan 2022 10:00", "2023/04/05", "2024-01-23T23:30:00+09:00"),
    *("1999-12-31 23:59", "2024-01-23 00:30:00 +0530"),
]
_FIELDS = {
    "title": ['"A: b"', "Été", "[x]", "7"],
    "date": _DATES,
    "categories": ["a b", "[Été, C++]", "[A/B, x y]", "News", "[]", "", "[1, true]", "'50% off'"],
    "category": ["Solo", "a b", "[u, v]", ""],
    "slug": ["my-slug", "Été Chaud", "A B", "2024", "''", "c++", "a/b", "x.y"],
    "permalink": [
        *("/own/", "/own/page.html", "own", "/:year/:title/", "/:categories/:slug.html", "pretty"),
        *("/été/", "/a b/", "/x/../y/", "/:title_x/", "''", "/c#d/", "/q?x/"),
    ],
    "published": ["false", "true", "no", "'false'"],
    "draft": ["true", "false"],
    "layout": ["post", "none"],
    "tags": ["a b", "[c]"],
    "lang": ["fr"],
}
_HUGO_SETTINGS = [
    *("", "uglyURLs = true", "removePathAccents = true", "disablePathToLower = true"),
    'baseURL = "https://example.org/base/path/"',
    '[permalinks]\nposts = "/:year/:month/:day/:slug/"\nblog = "/:sections/:title"',
    '[permalinks]\nposts = "/:section/:slugorfilename/"\nblog = "/:filename/:yearday"',
    '[permalinks]\nposts = "/:2006/:01/:02/:title.html"\n'
    'blog = "/:monthname/:weekdayname/:weekday/"',
    '[frontmatter]\ndate = [":filename", ":default"]',
    "buildDrafts = true\nbuildFuture = true\nbuildExpired = true",
    "[uglyURLs]\nblog = true",
    'contentDir = "content/posts"',
    'timeZone = "Asia/Tokyo"\n[permalinks]\nposts = "/:year/:month/:day/:title/"',
    'defaultContentLanguage = "en"\n[languages.en]\n[languages.fr]',
    'defaultContentLanguage = "en"\ndefaultContentLanguageInSubdir = true\n'
    "[languages.en]\n[languages.fr]",
]
_HUGO_FOLDERS = [
    *("content/posts",) * 5,
    *("content", "content/blog", "content/blog/deep", "content/blog/deep/er", "content/Été & co"),
    *(
        "content/posts/bundle",
        "content/posts/Big_Bundle",
        "content/posts/2024-01-09-dated",
        "static",
    ),
]
_HUGO_NAMES = [
    *("{slug}.md",) * 8,
    *("2024-01-09-{slug}.md", "{slug}.markdown", "{slug}.html", "_index.md", "{slug}.fr.md"),
    *("a.b.md", "Big Name.md", "c++.md", "été.md", ".{slug}.md", "{slug}.md~", "{slug}.txt"),
]
_HUGO_FIELDS = {
    "title": ['"A: b"', '"L\'été à vélo"', '"C#"', '"a/b"', '"  x  "', '"50%"'],
    "date": [
        *('"2024-01-23T23:30:00Z"', '"2024-01-23"', "2024-02-11", '"2999-01-01"', '"demain"'),
        *("2024-01-23T23:30:00-08:00", '"2024-01-23 10:00:00"', "2020-05-05T10:00:00Z"),
    ],
    "slug": ['"my-slug"', '"Été Chaud"', '"a/b"', '""', '"x.y"', '"c#"', "2024"],
    "url": [
        '"/own/"',
        '"/own/page.html"',
        '"own"',
        '"own/"',
        '"/Été/A b/"',
        '"/x.y/z"',
        '""',
        '"/a"',
    ],
    "draft": ["true", "false", '"true"'],
    "published": ["false", "true"],
    "publishDate": ['"2999-01-01"', '"2020-01-01"'],
    "expiryDate": ['"2999-01-01"', '"2020-01-01"'],
    "headless": ["true"],
    "weight": ["3"],
    "lastmod": ['"2022-02-02"'],
    "type": ['"blog"'],
    "linkTitle": ['"x"'],
    "aliases": ['["/z/"]'],
}
_PELICAN_SETTINGS = [
    *("", "ARTICLE_URL = '{date:%Y}/{date:%m}/{date:%d}/{slug}/'", "SLUGIFY_SOURCE = 'basename'"),
    "ARTICLE_URL = '{category}/{slug}.html'\nUSE_FOLDER_AS_CATEGORY = False",
    "ARTICLE_URL = '{lang}/{category}/{author}/{slug}'\nAUTHOR = 'Élise M.'\nDEFAULT_LANG = 'fr'",
    "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})-(?P<slug>.*)'\nTIMEZONE = 'Europe/Paris'",
    "ARTICLE_PATHS = ['posts']\nPAGE_PATHS = ['pages', 'more']\nWITH_FUTURE_DATES = False",
    "SLUGIFY_USE_UNICODE = True\nPAGE_URL = '{slug}/'\nDEFAULT_CATEGORY = 'Été & co'",
]
_PELICAN_FOLDERS = (
    ["content"] * 2
    + ["content/posts"] * 3
    + [
        *("content/pages", "content/Été & co", "content/posts/deep", "content/more"),
    ]
)
_PELICAN_NAMES = ["{slug}.md"] * 6 + [
    "{day}-{slug}.md",
    "{slug}.markdown",
    "{slug}.txt",
]
_PELICAN_FIELDS = {
    "Date": ["2024-01-23", "2024-01-23 23:30", "2999-01-01", "2024-02-11 10:00:05", "demain"] * 2,
    "Category": ["News", "Été Chaud", "a/b"],
    "Slug": ["my-slug", "Été Chaud"],
    "Status": ["draft", "hidden", "published", "skip", "nonsense", "Draft"],
    "Lang": ["fr", "en"],
    "Author": ["Jean Dupont"],
    "Authors": ["A. B., C D"],
    "Url": ["own/page/"],
    "Tags": ["a, b"],
}
SITES = ("jekyll", "hugo", "pelican")


def random_site(generator: str, root: Path, seed: int, count: int = 120) -> None:
    """Write a site of `count` posts below `root`."""
    chance = random.Random(seed)
    if generator == "jekyll":
        settings = [_JEKYLL_SETTINGS[seed % len(_JEKYLL_SETTINGS)], chance.choice(_JEKYLL_MORE)]
        settings.append("collections: {docs: {output: true}, hidden: {}}")
        (root / "_config.yml").write_text("\n".join(settings) + "\n", encoding="utf-8")
    elif generator == "pelican":
        setting = _PELICAN_SETTINGS[seed % len(_PELICAN_SETTINGS)]
        (root / "pelicanconf.py").write_text(f"PATH = 'content'\n{setting}\n", encoding="utf-8")
    else:
        setting = _HUGO_SETTINGS[seed % len(_HUGO_SETTINGS)]
        kinds = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
        (root / "hugo.toml").write_text(f"{kinds}{setting}\n", encoding="utf-8")
        (root / "content").mkdir()
    folders, names = {
        "jekyll": (_JEKYLL_FOLDERS, _JEKYLL_NAMES),
        "hugo": (_HUGO_FOLDERS, _HUGO_NAMES),
        "pelican": (_PELICAN_FOLDERS, _PELICAN_NAMES),
    }[generator]
    for number, title in enumerate(titles(count, seed)):
        slug = f"{re.sub('[/:]', '-', title)[:40].strip('.~')}-{number}"
        day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        name = chance.choice(names).format(slug=slug, day=day)
        folder = chance.choice(folders)
        if "undle" in folder or "dated" in folder:
            name = chance.choice(["index.md", "index.md", "part.md"])
            folder += f"-{number % 7}"
        elif folder in ("content", "content/posts") and name == "_index.md":
            name = "home.md"  # a home that is a draft takes the list of all addresses along
        path = root / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_post(generator, title, chance), encoding="utf-8")


def _post(generator: str, title: str, chance: random.Random) -> str:
    if chance.random() < 0.04:
        return "No front matter.\n"
    if generator == "pelican":
        chosen = {key: chance.choice(_PELICAN_FIELDS[key]) for key in _PELICAN_FIELDS}
        lines = [f"{key}: {chosen[key]}" for key in chosen if chance.random() < 0.2]
        lines += ["Date: 2023-05-06"] if chance.random() < 0.6 and "Date" not in str(lines) else []
        return "\n".join([f"Title: {title}", *lines, "", "Text.", ""])
    fields = _FIELDS if generator == "jekyll" else _HUGO_FIELDS
    chosen = {key: chance.choice(fields[key]) for key in fields if chance.random() < 0.25}
    if chance.random() < 0.7:
        chosen["title"] = '"' + title.replace("\\", "").replace('"', "'") + '"'
    if generator == "hugo" and chance.random() < 0.5:
        lines = [f"{key} = {value}" for key, value in chosen.items()]
        return "\n".join(["+++", *lines, "+++", "Text.", ""])
    lines = [f"{key}: {value}" for key, value in chosen.items()]
    return "\n".join(["---", *lines, "---", "Text.", ""])


# What `product.md` calls odd, and more of its kind: a name for each file, and its bytes.
ODD_HEADS: dict[str, bytes] = {
    name: text.encode()
    for name, text in {
        "colon": "---\ntitle: Mon titre : sous-titre\n---\nText.\n",
        "quote": "---\ntitle: 'L'été'\ncategories: a\n---\nText.\n",
        "tab": "---\ntitle: A\n\ttags: b\n---\nText.\n",
        "unclosed": "---\ntitle: A\nslug: own\n\nText.\n",
        "dots": "---\ntitle: A\nslug: own\n...\nText.\n",
        "blank-before": "\n---\ntitle: A\nslug: own\n---\nText.\n",
        "mark": "\ufeff---\ntitle: A\nslug: own\n---\nText.\n",
        "crlf": "---\r\ntitle: A\r\nslug: own\r\n---\r\nText.\r\n",
        "spaces": "---  \ntitle: A\nslug: own\n---  \nText.\n",
        "four": "----\ntitle: A\nslug: own\n----\nText.\n",
        "toml": '+++\ntitle = "A"\nslug = "own"\n+++\nText.\n',
        "json": '{"title": "A", "slug": "own"}\n\nText.\n',
        "header": "Title: A\nSlug: own\n\nText.\n",
        "none": "Text.\n",
        "empty": "",
        "nothing-in-it": "---\n---\nText.\n",
        "head-alone": "---\ntitle: A\nslug: own\n---",
        "list": "---\n- a\n- b\n---\nText.\n",
        "scalar": "---\njust words\n---\nText.\n",
        "twice": "---\ntitle: A\nslug: one\nslug: two\n---\nText.\n",
        "unpublished": "---\npublished: false\n---\nText.\n",
        "published-empty": "---\npublished:\n---\nText.\n",
        "draft": "---\ndraft: true\n---\nText.\n",
        "future": "---\ndate: 2999-01-01\n---\nText.\n",
        "demain": "---\ndate: demain\n---\nText.\n",
        "date-empty": "---\ndate:\n---\nText.\n",
        "date-of-name-differs": "---\ndate: 2024-02-11\n---\nText.\n",
        "late": "---\ndate: 2024-01-23T23:30:00Z\n---\nText.\n",
        "late-quoted": '---\ndate: "2024-01-23T23:30:00Z"\n---\nText.\n',
        "categories-number": "---\ncategories: 2019\n---\nText.\n",
        "categories-mapping": "---\ncategories: {a: b}\n---\nText.\n",
        "categories-words": "---\ncategories: a b c\n---\nText.\n",
        "permalink-unknown": "---\npermalink: /:yaer/x/\n---\nText.\n",
        "conflict": "<<<<<<< HEAD\n---\ntitle: A\n=======\n---\ntitle: B\n>>>>>>> x\n---\nText.\n",
        "anchor": "---\ntitle: &a A\nslug: *a\n---\nText.\n",
        "unknown-alias": "---\ntitle: *b\n---\nText.\n",
        "tagged": "---\ntitle: !ruby/object:Gem A\n---\nText.\n",
        "brackets": "---\ntitle: [A] and b\n---\nText.\n",
        "at": "---\ntitle: @me\n---\nText.\n",
    }.items()
} | {
    "latin": "---\ntitle: L'été\n---\nText.\n".encode("latin-1"),
    "latin-body": "---\ntitle: A\n---\nL'été.\n".encode("latin-1"),
    "utf-16": "---\ntitle: A\n---\nText.\n".encode("utf-16"),
    "carriage-returns": b"---\rtitle: A\rslug: own\r---\rText.\r",
}


def odd_site(generator: str, root: Path) -> None:
    """Write a site with a post for each of ODD_HEADS, and pages and documents of them in Jekyll."""
    settings = {"jekyll": "timezone: Europe/Paris\ncollections: {docs: {output: true}}\n"}
    name = {"jekyll": "_config.yml", "hugo": "hugo.toml"}[generator]
    (root / name).write_text(settings.get(generator, ""))
    places = {
        "jekyll": ("_posts/2024-01-11-{}.md", "{}.md", "_docs/{}.md", "_drafts/{}.md"),
        "hugo": ("content/posts/{}.md",),
    }[generator]
    for place in places:
        for head, content in ODD_HEADS.items():
            if head.startswith(("latin", "utf-16")) and "_posts" not in place:
                continue  # Jekyll copies it, or stops when it makes the page
            path = root / place.format(head)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
