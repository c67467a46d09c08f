from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from editor.spelling import (
    Dictionary,
    Question,
    SpellingFailed,
    SpellingProcess,
    available,
    for_language,
)

OWN = available([Path("resources/dictionaries").resolve()])


@pytest.fixture
def process():
    process = SpellingProcess()
    yield process
    process.stop()


def codes(dictionaries):
    return [dictionary.code for dictionary in dictionaries]


def test_french_and_english_come_with_the_program():
    assert codes(OWN) == ["en_GB", "en_US", "fr"]
    assert {"fr", "en_US"} <= set(codes(available()))


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("fr", ["fr"]),
        ("fr-CA", ["fr"]),
        ("en", ["en_GB", "en_US"]),
        ("en-gb", ["en_GB"]),
        ("en_US", ["en_US"]),
        ("nl", []),
        ("", []),
    ],
)
def test_a_language_gets_the_dictionaries_that_may_be_meant(language, wanted):
    assert codes(for_language(language, OWN)) == wanted


def test_a_dictionary_of_the_system_is_found_by_both_its_files(tmp_path):
    for name in ("nl.aff", "nl.dic", "de_DE.dic", "hyph_nl.aff", "README.dic.txt"):
        (tmp_path / name).touch()
    assert available([tmp_path, tmp_path / "missing"]) == (Dictionary("nl", tmp_path),)


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        (
            "fr",
            "l'outil aujourd'hui plébiscité œuvre d'Apple jusqu'à Twitter dit-il s'il "
            "socio-économique L'été",
            "plébicité etait d'plébicité develloper",
        ),
        ("en", "colour color don't Dorsey's well-known I'm", "recieve teh"),
        ("en-US", "color", "colour"),
    ],
)
def test_what_a_dictionary_has_is_right_and_the_rest_is_wrong(process, language, right, wrong):
    words = [*right.split(), *wrong.split()]
    names = {"Dorsey's"} if language == "en" else set()  # Dorsey is in no dictionary
    found = process.wrong(words, for_language(language, OWN))
    assert found - names == set(wrong.split())


def test_composed_and_decomposed_letters_are_one_word(process):
    assert process.wrong(["e\u0301te\u0301"], for_language("fr", OWN)) == frozenset()


def test_the_word_that_was_meant_is_among_the_suggestions(process):
    assert "plébiscité" in process.suggestions("plébicité", for_language("fr", OWN))
    assert "receive" in process.suggestions("recieve", for_language("en", OWN))


def test_a_missing_dictionary_is_told_and_the_next_question_served(process, tmp_path):
    with pytest.raises(SpellingFailed):
        process.wrong(["mot"], [Dictionary("yy", tmp_path)])
    assert process.wrong(["mot", "mott"], for_language("fr", OWN)) == {"mott"}


def test_a_dictionary_of_rubbish_harms_nothing(process, tmp_path):
    (tmp_path / "xx.aff").write_bytes(b"\xff\x00SFX A Y 99999\n" * 3)
    (tmp_path / "xx.dic").write_bytes(b"-5\n\xff/\x00\n")
    with suppress(SpellingFailed):
        process.wrong(["mot"], [Dictionary("xx", tmp_path)])
    assert process.wrong(["mot", "mott"], for_language("fr", OWN)) == {"mott"}


def test_a_child_that_dies_is_replaced(process):
    french = for_language("fr", OWN)
    process.wrong(["mot"], french)
    assert process._child is not None
    process._child.kill()
    process._child.wait()
    with pytest.raises(SpellingFailed):
        process.wrong(["mot"], french)
    assert process.wrong(["mott"], french) == {"mott"}


def test_a_child_that_takes_too_long_is_ended():
    process = SpellingProcess(deadline=0.01)  # it does not even start within that
    with pytest.raises(SpellingFailed):
        process.wrong(["mot"], for_language("fr", OWN))
    process.stop()


def test_a_stopped_process_answers_no_more():
    process = SpellingProcess()
    process.stop()
    with pytest.raises(SpellingFailed):
        process.wrong(["mot"], for_language("fr", OWN))


def test_threads_that_ask_at_once_get_their_own_answers(process):
    french = for_language("fr", OWN)
    text = "un mott\n\n" * 2_000
    with ThreadPoolExecutor(3) as pool:
        checked = [pool.submit(process.check, Question(text, "fr"), french) for _ in range(2)]
        meant = [pool.submit(process.suggestions, "plébicité", french) for _ in range(3)]
    assert all(one.result().lines == {"un mott": ((3, 7),)} for one in checked)
    assert all("plébiscité" in one.result() for one in meant)
