"""`new`: a post by the rules of its site, which the real generators publish where it says."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from editor.__main__ import main
from editor.post import Post
from tests.sites_of_posts import HUGO, JEKYLL, written


def test_new_writes_the_file_and_prints_its_path(tmp_path, monkeypatch, capsys):
    written(tmp_path, JEKYLL)
    monkeypatch.chdir(tmp_path)
    assert main(["new", "Un : deux", "--draft"]) == 0
    assert capsys.readouterr() == ("_drafts/un-deux.md\n", "")
    assert Post.parse(Path("_drafts/un-deux.md").read_text()).title == "Un : deux"


def test_new_in_a_folder_of_the_site_elsewhere_prints_the_whole_path(tmp_path, capsys):
    written(tmp_path, HUGO)
    assert main(["new", "Un", "--folder", str(tmp_path / "content/posts")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'content/posts/un/index.md'}\n"


def test_new_never_writes_over_a_file(tmp_path, monkeypatch, capsys):
    written(tmp_path, HUGO)
    monkeypatch.chdir(tmp_path)
    before = Path("content/posts/one/index.md").read_text()
    assert main(["new", "One"]) == 0
    assert capsys.readouterr().out == "content/posts/one-2/index.md\n"
    assert Path("content/posts/one/index.md").read_text() == before


def test_what_is_left_out_of_the_sites_template_is_told(tmp_path, monkeypatch, capsys):
    archetype = '+++\ntitle = ""\nfoo = "{{ .Site.Params.x }}"\n+++\n'
    written(tmp_path, {**HUGO, "archetypes/default.md": archetype})
    monkeypatch.chdir(tmp_path)
    assert main(["new", "Un"]) == 1
    out, error = capsys.readouterr()
    assert out == "content/posts/un/index.md\n"
    assert "{{ .Site.Params.x }}" in error


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["new", " "], "a title"), (["new", "Un", "--folder", "missing"], "no folder")],
)
def test_wrong_use_is_told(tmp_path, monkeypatch, capsys, arguments, told):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, error = capsys.readouterr()
    assert not out
    assert told in error


@pytest.mark.skipif(not shutil.which("jekyll"), reason="Jekyll is not installed")
def test_real_jekyll_publishes_a_new_post_at_its_address(tmp_path, monkeypatch):
    root = written(tmp_path, JEKYLL)
    monkeypatch.chdir(root)
    assert main(["new", "L'été : à vélo"]) == 0
    subprocess.run(["jekyll", "build", "--quiet", "--disable-disk-cache"], check=True)
    today = datetime.now(ZoneInfo("Europe/Paris"))
    page = root / f"_site/{today:%Y/%m/%d}/l-été-à-vélo/index.html"
    assert "L'été : à vélo" in page.read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("hugo"), reason="Hugo is not installed")
def test_real_hugo_publishes_a_new_post_and_no_draft(tmp_path, monkeypatch):
    root = written(tmp_path, HUGO)
    monkeypatch.chdir(root)
    shutil.copy("hugo.toml", "config.toml")  # the name that Hugo before 0.110 knows
    assert main(["new", "Un : deux"]) == 0
    assert main(["new", "Trois", "--draft"]) == 0
    subprocess.run(["hugo", "--quiet"], check=True)
    assert "Un : deux" in (root / "public/posts/un-deux/index.html").read_text(encoding="utf-8")
    assert not (root / "public/posts/trois").exists()
