"""What Hugo's build stops at: expected is what real Hugo 0.111.3 says of the same posts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.generators.shortcodes.problems import Templates, build_warnings, tags


def site(root: Path) -> Templates:
    """A site with a shortcode `note`, and `hold` that prints what it holds."""
    folder = root / "layouts" / "shortcodes"
    folder.mkdir(parents=True)
    (folder / "note.html").write_text("N")
    (folder / "hold.html").write_text("H{{ .Inner }}")
    templates = Templates.of_site(root, {})
    assert templates is not None
    return templates


@pytest.mark.parametrize(
    "body",
    [
        '{{< figure src="a" >}} {{<note a="b" c=`d`>}} {{% note x-y 1.5 %}}',
        "{{< note a = http://a.b/c?d=e >}}",
        "{{< note\n  a=“b”\n>}}",
        "{{< hold >}}{{< note >}}{{% hold %}}{{< /hold >}}{{% / hold %}}",
        "{{< hold a / >}} {{< hold />}}",
        "{{</* nosuch */>}} {{%/* hold */%}} {{ note }} {<",
        "{{< highlight go >}}\nx\n{{< / highlight >}}",
        "{{< x.inline >}}a{{< /x.inline >}}",
        '{{< note "a>}}b" >}}',
    ],
)
def test_what_hugo_builds_has_no_warning(tmp_path: Path, body: str) -> None:
    assert build_warnings(body, site(tmp_path)) == ()


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("{{< nosuch >}}", "unknown-tag", "nosuch"),
        ('{{< figure src="a" />}}', "unexpected", "figure"),
        ("{{< /figure >}}", "unexpected", "figure"),
        ("{{< note >}}a{{< /note >}}", "unexpected", "note"),
        ("{{< hold >}}", "unclosed", "hold"),
        ("{{< highlight go >}}\nx", "unclosed", "highlight"),
        ('{{< figure src="a" ', "malformed", "figure"),
        ('{{< figure src="a >}}', "malformed", "figure"),
        ('{{< figure src="a" %}}', "malformed", "figure"),
        ("{{< note a b=c >}}", "malformed", "note"),
        ("{{< note b=c a >}}", "malformed", "note"),
        ("{{< note http://a.b >}}", "malformed", "note"),
        ("{{< note a, b >}}", "malformed", "note"),
        ("{{</* note", "malformed", ""),
        ("{{<>}}", "malformed", ""),
        ("{{< -x >}}", "malformed", ""),
    ],
)
def test_what_stops_the_build_is_told_with_its_line(
    tmp_path: Path, body: str, kind: str, name: str
) -> None:
    (warning,) = build_warnings(f"a\n\n{body}", site(tmp_path))
    assert (warning.kind, warning.name, warning.line, warning.fails) == (kind, name, 2, True)


def test_without_the_site_s_templates_any_name_may_be_known() -> None:
    assert build_warnings("{{< nosuch >}}a{{< /other >}}", None) == ()
    assert [one.kind for one in build_warnings("{{< /ref >}}", None)] == ["unexpected"]


def test_templates_may_lie_in_a_theme_and_are_unknown_where_the_theme_is_elsewhere(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "themes" / "t" / "layouts" / "shortcodes" / "sub"
    folder.mkdir(parents=True)
    (folder / "x.html").write_text("x")
    templates = Templates.of_site(tmp_path, {"theme": ["t"]})
    assert build_warnings("{{< sub/x >}}", templates) == ()
    assert Templates.of_site(tmp_path, {"theme": "not-there"}) is None
    assert Templates.of_site(tmp_path, {"module": {}}) is None


@given(st.text(alphabet='{}<>%/* "`=ab\\\n', max_size=60))
def test_any_text_has_tags_in_their_order(text: str) -> None:
    found = tags(text)
    ends = [0, *(tag.end for tag in found)]
    assert all(end <= tag.start < tag.end for end, tag in zip(ends, found, strict=False))
    build_warnings(text, None)
