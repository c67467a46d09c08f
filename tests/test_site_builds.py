"""The command that builds a site, and what its output says."""

from pathlib import Path

import pytest

from editor.site import Site, find_site
from editor.site_builds import Commands, parts_of, places_in, plain, usual_command


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("settings", "command"),
    [
        ("_config.yml", "jekyll build"),
        ("hugo.toml", "hugo"),
        ("pelicanconf.py", "pelican content -s pelicanconf.py"),
        ("mkdocs.yml", "mkdocs build"),
        (".eleventy.js", "npx @11ty/eleventy"),
    ],
)
def test_each_generator_has_its_usual_command(tmp_path, settings, command):
    write(tmp_path / settings)
    assert usual_command(find_site(write(tmp_path / "content" / "a.md"))) == command


def test_a_jekyll_site_with_locked_gems_is_built_with_them(tmp_path):
    write(tmp_path / "_config.yml")
    write(tmp_path / "Gemfile.lock")
    post = write(tmp_path / "_posts" / "2020-01-01-a.md")
    assert usual_command(find_site(post)) == "bundle exec jekyll build"


def test_an_unknown_site_has_no_usual_command():
    assert usual_command(Site(None, "commonmark")) == ""


def test_a_command_is_no_line_for_a_shell():
    assert parts_of("hugo -d 'my site'; rm -rf $HOME") == [
        *("hugo", "-d", "my site;", "rm", "-rf", "$HOME")
    ]
    with pytest.raises(ValueError, match="quotation"):
        parts_of("hugo 'open")


def test_a_command_is_remembered_by_site(tmp_path):
    commands = Commands(tmp_path / "kept")
    assert commands.of(tmp_path) == ""
    commands.keep(tmp_path, "hugo -D")
    commands.keep(tmp_path / "b", "é")
    assert (commands.of(tmp_path), commands.of(tmp_path / "b")) == ("hugo -D", "é")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("_posts/2020-01-01-a.md", "content/b.md", "layouts/single.html", "css/main.scss"):
        write(tmp_path / name, "---\ntitle: A\n---\none\ntwo\nthree\n")
    write(tmp_path / "_config.yml")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        # Jekyll 4.3
        (
            "  Liquid Exception: Liquid syntax error (line 3): Unknown tag 'x' in "
            "{}/_posts/2020-01-01-a.md",
            "_posts/2020-01-01-a.md",
            5,
        ),
        (
            "ERROR: YAML Exception reading {}/_posts/2020-01-01-a.md: (<unknown>): mapping values "
            "are not allowed in this context at line 2 column 8",
            "_posts/2020-01-01-a.md",
            1,
        ),
        (
            "  Conversion error: Jekyll::Converters::Scss encountered an error while converting "
            "'css/main.scss':",
            "css/main.scss",
            None,
        ),
        ("Error: could not read file {}/_config.yml: invalid", "_config.yml", None),
        # Hugo 0.111
        (
            'Error: error building site: assemble: "{}/content/b.md:2:1": failed to unmarshal YAML',
            "content/b.md",
            1,
        ),
        (
            'ERROR 2024/01/01 render of "page" failed: "{}/layouts/single.html:1:3": execute of '
            "template failed",
            "layouts/single.html",
            0,
        ),
        # Pelican 4
        ("[10:00:00] ERROR    Could not process ./content/b.md", "content/b.md", None),
        ("content/b.md:4: (ERROR/3) Unknown directive", "content/b.md", 3),
        ("\x1b[31mcontent/b.md:4: red\x1b[0m", "content/b.md", 3),
    ],
)
def test_a_file_that_the_output_names_is_found_with_its_line(site, text, name, line):
    (place,) = places_in("Building…\n" + text.format(site), site)
    assert (place.path, place.line) == (site / name, line)


def test_files_that_are_not_of_the_site_are_not_places(site):
    output = '/usr/lib/a.rb:3:in `x\'\n"/etc/passwd.md:1:1"\nno/such.md:3\n../x.md:1\nat 12:30:15'
    assert places_in(output, site) == []


def test_a_place_is_told_once(site):
    assert len(places_in("content/b.md:4: a\ncontent/b.md:4: b\ncontent/b.md:5: c", site)) == 2


def test_signs_for_a_terminal_are_left_out():
    assert plain("\x1b[1;31mError\x1b[0m\r\n\x1b]0;title\x07done\r") == "Error\ndone\n"
