"""`blog-editor render` in whole sites with settings, against what Jekyll and Hugo build of them."""

import re
import subprocess
from pathlib import Path

import pytest

from editor.__main__ import main
from tests.hugo_settings import HUGO
from tests.jekyll_settings import JEKYLL
from tests.test_hugo import seen

JEKYLL_SITE = {
    "_config.yml": """\
title: A & B
baseurl: /blog
kramdown:
  hard_wrap: true
  smart_quotes: laquo,raquo,laquo,raquo
  toc_levels: 2..3
  footnote_backlink: up
  auto_id_prefix: h-
defaults:
- scope: {path: "", type: posts}
  values: {mood: calm, author: Ann}
""",
    "_includes/note.html": "<aside>{{ include.text | markdownify }}</aside>\n",
    "_layouts/post.html": "{{ content }}",
    "_posts/2024-01-02-other.md": "---\nlayout: post\n---\nother\n",
    "_posts/2024-01-01-a.md": """\
---
layout: post
title: L'été
mood: gay
---
* TOC
{:toc}

# One
## Two "two"

By {{ page.author }}, {{ page.mood }}, on {{ site.title | escape }}
and [there]({% post_url 2024-01-02-other %}) or [here]({{ '/x' | relative_url }}).

{% include note.html text="*a* \\"b\\"\\nc" %}

A note[^1]; $$x < y$$ `code`

[^1]: the *note*

{% for n in (1..2) %}- item {{ n }}
{% endfor %}
""",
}

HUGO_SITE = {
    "hugo.toml": """\
baseURL = "https://example.org/"
[params]
name = "a"
""",
    "config/_default/markup.yaml": """\
goldmark:
  renderer: {unsafe: true, hardWraps: true}
  extensions: {typographer: false}
  parser: {attribute: {block: true}, autoHeadingIDType: github-ascii}
""",
    "layouts/_default/single.html": "{{ .Content }}",
    "content/b.md": "---\ntitle: b\n---\nb\n",
    "content/a.md": """\
---
title: a
---
# Été {.x}

a "b" -- c
d <b>e</b>
{.y #z}

{{< figure src="/f.png" caption="g *h*" >}}

[b](/b/) https://example.org

<div>

*i*

</div>

| j |
|---|
| k |
{.l}
""",
}


def laid(site: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site


def rendered(post: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["render", str(post)]) == 0
    return capsys.readouterr().out


def shown(html: str) -> list[str]:
    """What a reader sees of `html`: lines are indented otherwise by kramdown itself."""
    return seen(re.sub(r"\s*\n\s*", "\n", html))


@pytest.mark.skipif(JEKYLL is None, reason="there is no Jekyll")
def test_a_post_of_a_jekyll_site_is_rendered_as_jekyll_builds_it(tmp_path, capsys) -> None:
    site = laid(tmp_path / "site", JEKYLL_SITE)
    command = ["jekyll", "build", "-q", "-s", str(site), "-d", str(tmp_path / "out")]
    subprocess.run([*command, "--disable-disk-cache"], check=True, capture_output=True)
    built = (tmp_path / "out" / "2024" / "01" / "01" / "a.html").read_text(encoding="utf-8")
    ours = rendered(site / "_posts" / "2024-01-01-a.md", capsys)
    assert shown(ours) == shown(built)


@pytest.mark.skipif(HUGO is None, reason="there is no Hugo")
def test_a_post_of_a_hugo_site_is_rendered_as_hugo_builds_it(tmp_path, capsys) -> None:
    site = laid(tmp_path / "site", HUGO_SITE)
    command = ["hugo", "-s", str(site), "-d", str(tmp_path / "out")]
    subprocess.run(command, check=True, capture_output=True)
    built = (tmp_path / "out" / "a" / "index.html").read_text(encoding="utf-8")
    assert shown(rendered(site / "content" / "a.md", capsys)) == shown(built)


def test_formulas_are_written_as_the_generator_writes_them(tmp_path, capsys) -> None:
    site = laid(tmp_path, {"_config.yml": "title: a\n", "_posts/2024-01-01-a.md": "$$x$$ a\n"})
    assert rendered(site / "_posts" / "2024-01-01-a.md", capsys) == "<p>\\(x\\) a</p>\n"


def test_what_the_build_stops_at_is_told_beside_the_article(tmp_path, capsys) -> None:
    site = laid(tmp_path, {"_config.yml": "title: a\n", "_posts/2024-01-01-a.md": "a\n\n{% b %}\n"})
    post = site / "_posts" / "2024-01-01-a.md"
    assert main(["render", str(post)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("<p>a</p>\n")
    assert told.err == f"blog-editor: {post}:3: the site's build will stop: unknown tag 'b'\n"
