import os
import subprocess
import sys
from importlib import import_module

import pytest

from editor import child_processes
from editor.__main__ import main

NAME = "editor.spelling.child"


def test_a_child_finds_the_package_and_its_arguments_from_any_folder(tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    command = child_processes.command("editor.render_child", "hugo", "")
    child = subprocess.run(command, input=b"", capture_output=True, cwd=tmp_path, check=False)
    assert (child.returncode, child.stdout) == (0, b"\0\0\0\2{}")
    assert command[-2] == "hugo"


def test_a_frozen_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_processes.command(NAME, "a", "b") == [sys.executable, "--child", NAME, "a", "b"]


def test_the_program_is_the_child_it_is_asked_to_be(monkeypatch):
    ran = []
    monkeypatch.setattr(f"{NAME}.main", lambda: ran.append(NAME))
    assert main(["--child", NAME]) == 0
    assert ran == [NAME]


@pytest.mark.parametrize("arguments", [[], ["a.md"], ["--child"], ["--child", "os"]])
def test_what_is_no_child_of_ours_is_not_run(arguments):
    assert not child_processes.run(arguments)


@pytest.mark.parametrize("name", sorted(child_processes.CHILDREN))
def test_every_child_has_a_main(name):
    assert callable(import_module(name).main)


def test_other_programs_of_a_frozen_one_get_the_libraries_of_the_system(monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/frozen")
    assert child_processes.environment_for_others() == dict(os.environ)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "LD_LIBRARY_PATH" not in child_processes.environment_for_others()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    assert child_processes.environment_for_others()["LD_LIBRARY_PATH"] == "/own"
