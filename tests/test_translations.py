import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from editor import resources
from editor.gui import commands_menu
from editor.gui.languages import language_names
from tests import translations

FIELD = re.compile(r"\{\w*\}")


def messages():
    for context in ET.parse(translations.TS).iter("context"):
        for message in context.iter("message"):
            yield (
                context.findtext("name"),
                message.findtext("source"),
                message.findtext("translation") or "",
            )


def test_every_string_has_its_french():
    assert translations.untranslated() == []


def test_no_string_came_or_changed_since_the_translation(tmp_path):
    fresh = tmp_path / "editor_fr.ts"
    shutil.copy(translations.TS, fresh)
    translations.update(fresh)
    assert translations.untranslated(fresh) == []
    assert fresh.read_bytes() == translations.TS.read_bytes()


def test_the_compiled_file_is_that_of_the_translation(tmp_path):
    translations.compile_(translations.TS, tmp_path / "fr.qm")
    assert (tmp_path / "fr.qm").read_bytes() == translations.TS.with_suffix(".qm").read_bytes()


def test_another_language_is_begun_by_one_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(translations, "TS", Path(shutil.copy(translations.TS, tmp_path)))
    monkeypatch.setattr(translations.untranslated, "__defaults__", (translations.TS,))
    monkeypatch.setattr(translations.others, "__defaults__", (tmp_path,))
    assert translations.main(["--new", "de"]) == 0
    begun = tmp_path / "editor_de.ts"
    assert len(translations.untranslated(begun)) > 500
    assert begun.with_suffix(".qm").is_file()
    assert "editor_de.ts" in capsys.readouterr().out
    assert list(translations.others(tmp_path)) == ["de"]


def test_every_language_that_lies_there_can_be_chosen(tmp_path, monkeypatch):
    for code in ("fr", "de", "pt_BR"):
        (tmp_path / f"editor_{code}.qm").touch()
    monkeypatch.setattr(resources, "path", lambda *_parts: tmp_path)
    names = [text for _, text in language_names()]
    assert names[:3] == ["English", "Deutsch", "Français"]
    assert commands_menu.languages().split()[1:] == [
        *("language:en", "language:de", "language:fr", "language:pt_BR"),
    ]
    assert {"language:de", "language:pt_BR"} <= {one.name for one in commands_menu.commands()}


def test_a_translation_names_what_the_string_names():
    wrong = [
        source
        for _, source, french in messages()
        if sorted(FIELD.findall(source)) != sorted(FIELD.findall(french))
    ]
    assert wrong == []


def test_a_translation_has_a_letter_to_press_where_the_string_has_one():
    wrong = [french for _, source, french in messages() if source.count("&") != french.count("&")]
    assert wrong == []


def menus():
    """What stands in each menu, in English; first of all what stands in the bar."""
    texts = {command.name: command.text for command in commands_menu.commands()}
    submenus = commands_menu.submenus()
    texts |= {f">{name}": title for name, (title, _) in submenus.items()}
    yield [title for title, _ in commands_menu.menus()]
    for _, names in [*commands_menu.menus(), *submenus.values()]:
        yield [texts[name] for name in names.split() if name != "-"]


def test_each_entry_of_a_french_menu_has_a_letter_of_its_own():
    french = {source: text for where, source, text in messages() if where == "commands"}
    for menu in menus():
        texts = [french.get(text, text) for text in menu]
        letters = {text.partition("&")[2][:1].lower() for text in texts}
        assert len(letters - {""}) == len(texts), texts


def test_french_has_its_no_break_spaces():
    # U+00A0 before a colon and inside guillemets, the narrow U+202F before the other high signs
    missing = re.compile(r"(?<!\u00a0)[:»]|«(?!\u00a0)|(?<!\u202f)[;!?]")
    assert [french for _, _, french in messages() if missing.search(french)] == []


def test_french_has_its_own_quotes_apostrophes_and_ellipses():
    foreign = re.compile(r"[\"'“”‘]|\.\.\.")
    assert [french for _, _, french in messages() if foreign.search(french)] == []


@pytest.mark.parametrize("part", ["context", "source"])
def test_every_string_belongs_to_something(part):
    assert all(context if part == "context" else source for context, source, _ in messages())
