import json
from pathlib import Path

import pytest

from editor.settings import Settings


def test_a_first_run_needs_no_file(tmp_path):
    assert Settings.load(tmp_path / "none.json") == Settings()


def test_what_was_saved_is_loaded(tmp_path):
    settings = Settings(language="fr", columns=(300, 500), recent=("/a.md",))
    settings.save(tmp_path / "deep" / "settings.json")
    assert Settings.load(tmp_path / "deep" / "settings.json") == settings
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["settings.json"]


def test_a_value_of_the_wrong_type_gets_its_default_and_the_others_are_kept(tmp_path):
    saved = {"language": "fr", "preview_zoom": "big", "recent": [1], "columns": "x", "old": 3}
    (tmp_path / "settings.json").write_text(json.dumps(saved))
    assert Settings.load(tmp_path / "settings.json") == Settings(language="fr")


@pytest.mark.parametrize("broken", ["", "{", "[1]", "null", "\x00", "[" * 50_000])
def test_a_broken_file_is_a_first_run(tmp_path, broken):
    (tmp_path / "settings.json").write_text(broken)
    assert Settings.load(tmp_path / "settings.json") == Settings()


def test_recent_files_come_newest_first_without_repeats():
    settings = Settings().with_recent(Path("/a")).with_recent(Path("/b")).with_recent(Path("/a"))
    assert settings.recent == ("/a", "/b")


def test_recent_files_are_bounded():
    settings = Settings()
    for number in range(40):
        settings = settings.with_recent(Path(f"/{number}"))
    assert len(settings.recent) == 12
    assert settings.recent[0] == "/39"


def test_each_value_is_checked_by_itself(tmp_path):
    saved = {
        "preview_zoom": 2,  # a whole number is one too
        "source_zoom": 9_999,
        "columns": [1, -5],
        "line_height": 130,
        "shortcuts": {"bold": "Ctrl+M"},
        "recent_commands": ["bold"],
    }
    (tmp_path / "settings.json").write_text(json.dumps(saved))
    assert Settings.load(tmp_path / "settings.json") == Settings(
        preview_zoom=2.0,
        line_height=130,
        shortcuts={"bold": "Ctrl+M"},
        recent_commands=("bold",),
    )


@pytest.mark.parametrize("broken", [{"bold": 1}, ["bold"], "bold", None])
def test_keys_that_are_none_are_those_of_the_program(tmp_path, broken):
    (tmp_path / "settings.json").write_text(json.dumps({"theme": "dark", "shortcuts": broken}))
    assert Settings.load(tmp_path / "settings.json") == Settings(theme="dark")
