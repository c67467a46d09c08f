"""The settings of a Hugo site that change an article, against what real Hugo 0.111 makes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editor.generators import GENERATORS
from editor.generators.hugo import hugo_settings
from editor.rendering import Rendering, RenderRequest
from editor.rendering.renderer import Renderer
from tests.hugo_settings import HUGO, TEXTS, Settings, asked, kept, real
from tests.test_hugo import seen

NAMES = list(TEXTS)


@pytest.mark.parametrize(
    ("settings", "text", "html"),
    [
        pytest.param(settings, text, html, id=f"{settings}-{NAMES[number % len(NAMES)]}")
        for number, ((settings, text), html) in enumerate(zip(asked(), kept(), strict=True))
    ],
)
def test_a_setting_changes_what_hugo_changes(settings: Settings, text: str, html: str) -> None:
    assert seen(rendered(settings, text)) == seen(html)


@pytest.mark.skipif(HUGO is None, reason="there is no Hugo")
def test_what_is_kept_is_what_hugo_makes() -> None:
    assert real(asked()) == kept()


def rendered(settings: Settings, text: str) -> str:
    """The HTML of `text` in a site with these settings."""
    generator = replace(GENERATORS["hugo"], read_settings=lambda _: settings)
    request = RenderRequest(1, text, "hugo", root=Path(__file__).parent)
    return "\n".join(Renderer({"hugo": generator}).render(request, -1).html)


def test_empty_elements_are_closed_where_the_site_writes_xhtml() -> None:
    settings = {"markup": {"goldmark": {"renderer": {"xhtml": True}}}}
    html = rendered(settings, '![a](b "c")  \nd\n\n***\n')
    assert '<img src="b" alt="a" title="c" />' in html
    assert "<br />" in html
    assert "<hr />" in html


def test_code_has_no_colours_where_the_site_wants_none() -> None:
    settings = {"markup": {"highlight": {"codeFences": False}}}
    assert rendered(settings, "```go\na\n```\n\n```\nb\n```\n").split("\n\n") == [
        '<pre><code class="language-go">a\n</code></pre>',
        "<pre><code>b\n</code></pre>\n",
    ]


def test_a_site_has_quotation_marks_of_its_own() -> None:
    symbols = {"leftDoubleQuote": "&laquo;&nbsp;", "rightDoubleQuote": "&nbsp;&raquo;"}
    settings = {"markup": {"goldmark": {"extensions": {"typographer": symbols}}}}
    assert rendered(settings, '"l\'été"').strip() == "<p>«\u00a0l&rsquo;été\u00a0»</p>"
    off = {"markup": {"goldmark": {"extensions": {"typographer": {"disable": True}}}}}
    assert rendered(off, '"a"').strip() == "<p>&quot;a&quot;</p>"


# --- where the settings stand


def test_settings_are_read_from_the_first_file_that_hugo_reads(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"title": "json"}')
    assert hugo_settings(tmp_path) == {"title": "json"}
    (tmp_path / "config.yaml").write_text("title: yaml\nmarkup:\n  goldmark: {}\n")
    assert hugo_settings(tmp_path)["title"] == "yaml"
    (tmp_path / "hugo.toml").write_text(
        'title = "toml"\n[markup.goldmark.renderer]\nunsafe = true\n'
    )
    assert hugo_settings(tmp_path) == {
        "title": "toml",
        "markup": {"goldmark": {"renderer": {"unsafe": True}}},
    }


def test_settings_in_folders_come_on_top_the_production_ones_last(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("[Markup.goldmark.renderer]\nunsafe = true\nxhtml = true\n")
    default, production = tmp_path / "config" / "_default", tmp_path / "config" / "production"
    default.mkdir(parents=True)
    production.mkdir()
    (default / "markup.yaml").write_text("goldmark: {renderer: {unsafe: false, hardWraps: true}}\n")
    (default / "params.toml").write_text("math = true\n")
    (production / "config.json").write_text(
        '{"markup": {"goldmark": {"renderer": {"XHTML": false}}}}'
    )
    assert hugo_settings(tmp_path) == {
        "markup": {"goldmark": {"renderer": {"unsafe": False, "xhtml": False, "hardwraps": True}}},
        "params": {"math": True},
    }


def shown(root: Path, text: str, revision: int = 1) -> Rendering:
    request = RenderRequest(revision, text, "hugo", root / "content" / "a.md", root, is_shown=True)
    return Renderer().render(request, -1)


def test_a_change_of_the_settings_reaches_the_rendering(tmp_path: Path) -> None:
    renderer = Renderer()

    def html(revision: int) -> str:
        request = RenderRequest(revision, "a\nb", "hugo", tmp_path / "a.md", tmp_path)
        return renderer.render(request, -1).html[0].strip()

    assert html(1) == "<p>a\nb</p>"
    (tmp_path / "hugo.yaml").write_text("markup: {goldmark: {renderer: {hardWraps: true}}}\n")
    assert html(2) == "<p>a<br>\nb</p>"


@pytest.mark.parametrize("name", ["hugo.toml", "hugo.yaml", "config.json"])
@pytest.mark.parametrize(
    "settings",
    [b"\xff\xfe\x00", b"[" * 100_000, b"{" * 100_000, b'{"a":' * 1_000, b"a = " + b"[" * 90_000],
    ids=["not UTF-8", "brackets", "braces", "deep", "a deep value"],
)
def test_hostile_settings_never_stop_a_rendering(
    tmp_path: Path, name: str, settings: bytes
) -> None:
    (tmp_path / name).write_bytes(settings)
    assert shown(tmp_path, "a").html


def test_settings_that_lie_elsewhere_are_not_read(tmp_path: Path) -> None:
    outside, site = tmp_path / "outside.json", tmp_path / "site"
    outside.write_text('{"title": "secret"}')
    site.mkdir()
    (site / "config.json").symlink_to(outside)
    assert hugo_settings(site) == {}


# --- what the build leaves out


def test_that_raw_html_is_left_out_is_told_once(tmp_path: Path) -> None:
    text = "---\ntitle: a\n---\nb\n\n<div>c</div>\n\n<div>d</div>\n"
    (warning,) = shown(tmp_path, text).warnings
    assert (warning.kind, warning.line, warning.fails) == ("raw-html", 5, False)
    unsafe = {"markup": {"goldmark": {"renderer": {"unsafe": True}}}}
    (tmp_path / "config.json").write_text(json.dumps(unsafe))
    assert shown(tmp_path, text).warnings == ()


def test_an_engine_that_is_not_goldmark_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"markup": {"defaultMarkdownHandler": "pandoc"}}')
    (warning,) = shown(tmp_path, "a").warnings
    assert (warning.kind, warning.line, warning.name) == ("markdown-engine", -1, "pandoc")


# --- formulas


@pytest.mark.parametrize(
    ("site", "fields", "is_drawn"),
    [
        ("{}", "title: a", False),
        ("{}", "math: true", True),
        ("{}", "katex: true", True),
        ("{}", "mathjax: false", False),
        ('{"params": {"Math": true}}', "title: a", True),
        ('{"params": {"math": true}}', "math: false", False),
    ],
)
def test_formulas_are_drawn_where_the_post_or_the_site_says_so(
    tmp_path: Path, site: str, fields: str, is_drawn: bool
) -> None:
    (tmp_path / "config.json").write_text(site)
    html = shown(tmp_path, f"---\n{fields}\n---\na $x^2$ b\n").html[0]
    assert ("<math>" in html) == is_drawn
