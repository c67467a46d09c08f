"""What is chosen for one site, and where it is kept."""

import json

import pytest

from editor.site_settings import NAME_IN_SITE, SiteSettings, folder_of_site

CHOSEN = SiteSettings("/assets/{year}", "make site", "fr")


@pytest.fixture
def places(tmp_path):
    """The program's folder of settings, and the root of a site."""
    (tmp_path / "site").mkdir()
    return tmp_path / "settings", tmp_path / "site"


def test_a_site_without_settings_needs_no_file(places):
    assert SiteSettings.load(*places) == SiteSettings()


def test_what_was_saved_is_loaded_and_the_site_has_no_file_of_it(places):
    CHOSEN.save(*places)
    assert SiteSettings.load(*places) == CHOSEN
    assert list(places[1].iterdir()) == []


def test_another_site_has_others(places, tmp_path):
    CHOSEN.save(*places)
    assert SiteSettings.load(places[0], tmp_path) == SiteSettings()


def test_asked_for_the_site_keeps_them_save_the_command(places):
    CHOSEN.save(*places, in_site=True)
    assert json.loads((places[1] / NAME_IN_SITE).read_text()) == {
        "image_folder": "/assets/{year}",
        "spelling_language": "fr",
    }
    assert SiteSettings.load(*places) == CHOSEN
    CHOSEN.save(*places)
    assert list(places[1].iterdir()) == []
    assert SiteSettings.load(*places) == CHOSEN


def test_a_site_names_no_command_to_run(places):
    (places[1] / NAME_IN_SITE).write_text('{"build_command": "rm -rf ~"}')
    assert SiteSettings.load(*places).build_command == ""


@pytest.mark.parametrize("broken", ["", "[1]", "{", "null", "[" * 50_000, "\x00"])
def test_a_broken_file_is_none(places, broken):
    file = folder_of_site(*places) / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text(broken)
    assert SiteSettings.load(*places) == SiteSettings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("image_folder", "/../../etc"),
        ("image_folder", "relative"),
        ("image_folder", "/a\\..\\b"),
        ("image_folder", 3),
        ("spelling_language", "../fr"),
        ("spelling_language", "f" * 99),
        ("build_command", "a\nb"),
    ],
)
def test_a_senseless_value_gets_its_default_and_the_others_are_kept(places, name, value):
    file = folder_of_site(*places) / "settings.json"
    file.parent.mkdir(parents=True)
    kept = {"image_folder": "/a", "build_command": "make", "spelling_language": "en_GB"}
    file.write_text(json.dumps(kept | {name: value}))
    known = SiteSettings.load(*places)
    assert getattr(known, name) == ""
    assert sum(bool(one) for one in (known.image_folder, known.build_command)) >= 1
