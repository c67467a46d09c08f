import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from editor import __version__, desktop, resources
from editor.commands import run

ENTRY = Path("applications", "blog-editor.desktop")


def exec_line(home):
    lines = (home / ENTRY).read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("Exec="))


def test_the_entry_starts_the_program_that_wrote_it(tmp_path):
    program = tmp_path / 'a "b" $c %d' / "blog-editor"
    written = desktop.install(tmp_path / "data", program)
    assert {path.name for path in written} == {
        "blog-editor.desktop",
        "blog-editor.metainfo.xml",
        "blog-editor.svg",
    }
    line = exec_line(tmp_path / "data")
    assert line == rf'Exec="{tmp_path}/a \\"b\\" \\$c %%d/blog-editor" %F'


def test_removing_leaves_no_file(tmp_path):
    desktop.install(tmp_path, Path("/usr/bin/blog-editor"))
    desktop.remove(tmp_path)
    left = [path for path in tmp_path.rglob("blog-editor*") if path.is_file()]
    assert left == []
    assert desktop.remove(tmp_path) == []


def test_the_command_writes_below_the_user_s_own_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert run(["desktop"]) == 0
    assert str(tmp_path / ENTRY) in capsys.readouterr().out
    assert run(["desktop", "--remove"]) == 0
    assert not (tmp_path / ENTRY).exists()


def test_a_folder_that_takes_nothing_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "applications").write_text("in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert run(["desktop"]) == 2
    assert "applications" in capsys.readouterr().err


def test_a_relative_data_folder_is_not_taken(monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    assert desktop.data_home() == Path.home() / ".local" / "share"


def test_the_description_names_this_version():
    tree = ET.parse(resources.path("desktop", "blog-editor.metainfo.xml"))
    assert tree.find("releases/release").get("version") == __version__


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils")
def test_the_entry_is_a_valid_one(tmp_path):
    desktop.install(tmp_path, Path("/opt/blog editor/blog-editor"))
    told = subprocess.run(
        ["desktop-file-validate", tmp_path / ENTRY], check=False, capture_output=True, text=True
    )
    assert (told.returncode, told.stdout) == (0, "")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream")
def test_the_description_is_a_valid_one():
    path = resources.path("desktop", "blog-editor.metainfo.xml")
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", path],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert told.returncode == 0, told.stdout
