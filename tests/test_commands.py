"""The commands without a window: what they print, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor import commands
from editor.__main__ import main
from editor.render_process import Failure, RenderFailed, RenderProcess
from tests.conftest import SAMPLES

INTERVIEW = SAMPLES / "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
POST = """\
---
title: L'été
date: 2009-06-24
weight: 5
draft: false
tags: [a, 2009]
empty:
---

**Body** « é »
"""


@pytest.fixture
def post(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    return Path("post.md")


def run_apart(*arguments, **environment):
    """The command in a process of its own, as a shell starts it."""
    return subprocess.run(
        [sys.executable, "-m", "editor", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, **environment},
        cwd=SAMPLES.parent,
        check=False,
    )


# get


def test_get_prints_every_field(capsys, post):
    assert main(["get", str(post)]) == 0
    assert capsys.readouterr().out == (
        "title: L'été\ndate: 2009-06-24\nweight: 5\ndraft: false\ntags: a, 2009\nempty: \n"
    )


@pytest.mark.parametrize(
    ("key", "printed"),
    [("title", "L'été\n"), ("tags", "a\n2009\n"), ("draft", "false\n"), ("empty", "\n")],
)
def test_get_prints_one_field_and_of_a_list_a_line_each(capsys, post, key, printed):
    assert main(["get", str(post), key]) == 0
    assert capsys.readouterr().out == printed


def test_get_gives_types_as_json(capsys, post):
    assert main(["get", str(post), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "title": "L'été",
        "date": "2009-06-24",
        "weight": 5,
        "draft": False,
        "tags": ["a", 2009],
        "empty": None,
    }
    assert main(["get", "--json", str(post), "weight"]) == 0
    assert capsys.readouterr().out == "5\n"


def test_json_keeps_accents_as_they_are(capsys, post):
    assert main(["get", str(post), "title", "--json"]) == 0
    assert capsys.readouterr().out == '"L\'été"\n'


def test_get_gives_the_interview_s_title_as_it_is_written(capsys):
    assert main(["get", str(INTERVIEW), "title"]) == 0
    assert capsys.readouterr().out == (
        "Biz Stone : &quot;Testons les usages commerciaux de Twitter&quot;\n"
    )


def test_a_key_that_is_missing_is_a_problem(capsys, post):
    assert main(["get", str(post), "layout"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "blog-editor: post.md: there is no field layout\n"


def test_a_post_without_front_matter_has_no_fields(capsys, post):
    post.write_text("Body.\n")
    assert main(["get", str(post)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["get", str(post), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {}


@pytest.mark.parametrize("command", ["get", "render"])
def test_a_file_that_cannot_be_read_is_told_on_stderr(capsys, tmp_path, command):
    for path in (tmp_path / "gone.md", tmp_path):
        assert main([command, str(path)]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith(f"blog-editor: {path}: ")


def test_a_pipe_is_refused_and_not_waited_for(capsys, tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    assert main(["get", str(tmp_path / "pipe.md")]) == 2
    assert "not regular" in capsys.readouterr().err


# render


def test_render_prints_the_article_alone(capsys, post):
    assert main(["render", str(post)]) == 0
    assert capsys.readouterr().out == "<p><strong>Body</strong> « é »</p>\n"


def test_render_of_the_interview_prints_its_article(capsys):
    assert main(["render", str(INTERVIEW)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith('<p><img src="/assets/images/blog/Sites/twitter.jpg" alt="" />')
    assert "<strong>Comment est né Twitter ?</strong>" in printed
    assert "layout: post" not in printed


def test_a_page_has_its_title_as_a_browser_makes_of_it(capsys):
    assert main(["render", "--page", str(INTERVIEW)]) == 0
    printed = capsys.readouterr().out
    title = 'Biz Stone : "Testons les usages commerciaux de Twitter"'
    assert printed.startswith("<!DOCTYPE html>\n")
    assert f"<title>{title}</title>" in printed
    assert f"<h1>{title}</h1>" in printed
    assert '<meta charset="utf-8">' in printed
    assert printed.endswith("</html>\n")


def test_a_title_of_a_page_is_escaped(capsys, post):
    post.write_text("---\ntitle: '</title><script>alert(1)</script>'\n---\n")
    assert main(["render", "--page", str(post)]) == 0
    assert "<script>" not in capsys.readouterr().out


def test_the_generator_can_be_chosen(capsys, post):
    post.write_text('Smart "quotes" and ~~lines~~.\n')
    printed = {}
    for generator in ("jekyll", "commonmark"):
        assert main(["render", "--generator", generator, str(post)]) == 0
        printed[generator] = capsys.readouterr().out
    assert printed["jekyll"] != printed["commonmark"]


def test_a_generator_nobody_knows_is_wrong_use(capsys, post):
    with pytest.raises(SystemExit) as ended:
        main(["render", "--generator", "word", str(post)])
    assert ended.value.code == 2
    assert "invalid choice: 'word'" in capsys.readouterr().err


def test_several_files_need_a_folder_to_go_to(capsys, post):
    assert main(["render", str(post), str(post)]) == 2
    assert capsys.readouterr().err == "blog-editor: several files need --out FOLDER\n"


def test_each_file_goes_below_the_folder_as_it_lies_below_this_one(capsys, post, tmp_path):
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts" / "a.md").write_text("A\n")
    paths = [str(post), "_posts/a.md", str(tmp_path / "_posts" / ".." / "_posts" / "a.md")]
    assert main(["render", *paths, "--out", "built"]) == 0
    written = sorted(path.relative_to("built").as_posix() for path in Path("built").rglob("*.html"))
    assert written == ["_posts/a.md.html", "post.md.html"]
    assert (Path("built") / "post.md.html").read_bytes().decode() == (
        "<p><strong>Body</strong> « é »</p>\n"
    )
    assert capsys.readouterr().out == ""


def test_a_file_from_elsewhere_goes_by_its_name_alone(post, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(["render", str(tmp_path / post), "--out", "built"]) == 0
    assert Path("built/post.md.html").is_file()


def test_a_post_that_fails_is_named_and_the_others_go_on(capsys, post, tmp_path):
    (tmp_path / "last.md").write_text("Last.\n")
    assert main(["render", str(post), "gone.md", "last.md", "--out", "built"]) == 2
    assert capsys.readouterr().err == "blog-editor: gone.md: not rendered: missing\n"
    assert Path("built/post.md.html").is_file()
    assert Path("built/last.md.html").is_file()


def test_a_post_that_cannot_be_rendered_is_a_problem(capsys, post, monkeypatch):
    def fail(_self, request, _base):
        raise RenderFailed(Failure.TIMED_OUT, request.revision, "")

    monkeypatch.setattr(RenderProcess, "render", fail)
    assert main(["render", str(post)]) == 1
    assert capsys.readouterr().err.startswith("blog-editor: post.md: not rendered: ")


def test_a_folder_that_cannot_be_written_is_told(capsys, post, tmp_path):
    (tmp_path / "built").write_text("a file")
    assert main(["render", str(post), "--out", "built"]) == 2
    assert capsys.readouterr().err.startswith("blog-editor: built")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_takes_no_more_is_told(unbuffered):
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "editor", "render", str(INTERVIEW)],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=SAMPLES.parent,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert ended.stderr.decode().startswith("blog-editor: ")
    assert "None" not in ended.stderr.decode()
    assert "Traceback" not in ended.stderr.decode()
    assert ended.returncode == 2


# In a process of their own


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}])
def test_output_is_utf_8_whatever_the_locale(environment):
    ended = run_apart("render", INTERVIEW, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", **environment)
    assert ended.returncode == 0
    assert "événements en Iran" in ended.stdout.decode("utf-8")
    assert b"\r" not in ended.stdout


def test_errors_are_utf_8_and_on_stderr():
    ended = run_apart("get", "été.md", LC_ALL="C", PYTHONIOENCODING="latin-1")
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode("utf-8") == "blog-editor: été.md: missing\n"


@pytest.mark.parametrize("command", ["get", "render", "check"])
def test_they_start_no_qt(command):
    asked = (
        "import sys; from editor.__main__ import main; "
        f"main([{command!r}, {str(INTERVIEW)!r}]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", asked], stdout=subprocess.DEVNULL, cwd=SAMPLES.parent, check=False
    )
    assert ended.returncode == 0


@pytest.mark.parametrize("command", ["get", "render", "check", "fix", "set", "unset"])
def test_each_has_its_help(command):
    ended = run_apart(command, "--help")
    assert ended.returncode == 0
    assert ended.stdout.decode().startswith(f"usage: blog-editor {command}")


def test_every_command_has_a_parser(capsys):
    for command in commands.COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith(f"usage: blog-editor {command}")


def test_render_runs_template_tags_with_the_files_of_the_site(tmp_path, capsys):
    (tmp_path / "_config.yml").write_text("title: A site\n")
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_includes" / "a.html").write_text("<p>{{ site.title }}</p>")
    (tmp_path / "post.md").write_text("---\nlayout: post\n---\n{% include a.html %}\n")
    assert commands.run(["render", str(tmp_path / "post.md")]) == 0
    assert capsys.readouterr().out == "<p>A site</p>\n"
