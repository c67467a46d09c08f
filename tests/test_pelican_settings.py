from pathlib import Path

import pytest

from editor.generators.pelican_settings import MarkdownSettings, assigned, markdown_settings
from editor.rendering import Rendering, RenderRequest
from editor.rendering.renderer import Renderer


def rendering(root: Path, body: str) -> Rendering:
    text = f"Title: a\n\n{body}"
    request = RenderRequest(1, text, "pelican", root / "content" / "a.md", root, is_shown=True)
    return Renderer().render(request, -1)


def site(root: Path, program: str) -> Path:
    (root / "pelicanconf.py").write_text(program)
    return root


FORMS = {
    "extensions": "MARKDOWN = {'extensions': ['toc', 'markdown.extensions.tables']}",
    "a tuple": "MARKDOWN = {'extensions': ('toc', 'tables')}",
    "configs": "MARKDOWN = {'extension_configs': {'markdown.extensions.toc': {}, 'tables': {}}}",
    "a call": "MARKDOWN = dict(extensions=['toc', 'tables'])",
    "annotated": "MARKDOWN: dict[str, object] = {'extensions': ['toc', 'tables']}",
    "set twice": "MARKDOWN = {}\nimport os\nMARKDOWN = {'extensions': ['toc', 'tables']}",
    "with more": "MARKDOWN = {'extensions': [toc(), 'toc', 'tables'], 'x': f(), **MORE}",
    "with a class": "MARKDOWN = {'extensions': ['markdown.extensions.toc:TocExtension', 'tables']}",
    "with meta": "MARKDOWN = {'extensions': ['meta', 'toc', 'markdown.extensions.meta', 'tables']}",
}


@pytest.mark.parametrize("program", FORMS.values(), ids=FORMS)
def test_the_extensions_are_read_in_the_forms_that_sites_use(program: str) -> None:
    read = markdown_settings(assigned(program))
    assert (read.extensions, read.unknown) == (("toc", "tables"), ())


@pytest.mark.parametrize("program", ["", "SITENAME = 'a'", "MARKDOWN = None"])
def test_without_a_setting_they_are_pelicans_own(program: str) -> None:
    assert markdown_settings(assigned(program)) == MarkdownSettings(("extra", "codehilite"))


def test_the_program_is_never_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    program = (
        f"open({str(trace)!r}, 'w')\nMARKDOWN = {{'extensions': [open({str(trace)!r}, 'w')]}}\n"
    )
    rendering(site(tmp_path, program), "a")
    assert not trace.exists()


def test_an_extension_takes_the_settings_of_the_site(tmp_path: Path) -> None:
    program = """MARKDOWN = {
        'extension_configs': {
            'markdown.extensions.extra': {},
            'markdown.extensions.toc': {'permalink': '#here'},
        },
        'output_format': 'html5',
    }"""
    assert "#here" in rendering(site(tmp_path, program), "# A").html[0]


def test_pymdown_extensions_are_loaded_by_name(tmp_path: Path) -> None:
    root = site(tmp_path, "MARKDOWN = {'extensions': ['pymdownx.caret', 'pymdownx.tilde']}")
    shown = rendering(root, "a^^b^^ ~~c~~")
    assert shown.html == ("<p>a<ins>b</ins> <del>c</del></p>",)
    assert shown.warnings == ()


@pytest.mark.parametrize(
    ("program", "left_out"),
    [
        ("MARKDOWN = {'extensions': ['my.own', 'toc']}", ["my.own"]),
        ("MARKDOWN = {'extensions': ['os', '../toc', 'pymdownx.snippets']}", 3),
        ("MARKDOWN = {'extension_configs': {'toc': {'no such': 1}}}", ["toc"]),
        ("MARKDOWN = {'extension_configs': {'toc': {'baselevel': 'x'}, 'tables': {}}}", None),
    ],
)
def test_extensions_that_the_preview_does_not_run_are_told(
    tmp_path: Path, program: str, left_out: list[str] | int | None
) -> None:
    shown = rendering(site(tmp_path, program), "# a\n\nb")
    names = [warning.name for warning in shown.warnings]
    assert {(warning.kind, warning.line, warning.fails) for warning in shown.warnings} <= {
        ("markdown-extension", -1, False)
    }
    if left_out is not None:
        assert (names if isinstance(left_out, list) else len(names)) == left_out


def test_formulas_are_drawn_where_a_plugin_draws_them(tmp_path: Path) -> None:
    assert "<math" not in rendering(tmp_path, "a $x$").html[0]
    assert "<math>" in rendering(site(tmp_path, "PLUGINS = ['render_math']"), "a $x$").html[0]
    arithmatex = "MARKDOWN = {'extension_configs': {'pymdownx.arithmatex': {'generic': True}}}"
    assert "<math>" in rendering(site(tmp_path, arithmatex), "a $x_i$ _b_").html[0]


HOSTILE = {
    "no program": "MARKDOWN = {",
    "deep": "MARKDOWN = " + "[" * 10_000,
    "deeper than it is read": "MARKDOWN = " + "[" * 90 + "]" * 90,
    "many signs": "MARKDOWN = " + "-" * 50_000 + "1",
    "a long sum": "MARKDOWN = " + "1+" * 50_000 + "1",
    "a zero": "\0",
    "another kind": "MARKDOWN = 3\nPLUGINS = 4",
    "wrong kinds within": "MARKDOWN = {'extensions': 3, 'extension_configs': [1], 2: 3}",
    "keys that cannot be": "MARKDOWN = {{}: 1, []: 2, 'extensions': {'toc'}}",
    "a large number": "MARKDOWN = {'extensions': [" + "9" * 10_000 + "]}",
}


@pytest.mark.parametrize("program", HOSTILE.values(), ids=HOSTILE)
def test_hostile_settings_never_stop_a_rendering(tmp_path: Path, program: str) -> None:
    assert rendering(site(tmp_path, program), "a").html == ("<p>a</p>",)
