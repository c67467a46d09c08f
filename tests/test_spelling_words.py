import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.spelling import words_of


def looked_up(line: str) -> list[str]:
    return [word.text for word in words_of(line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Il s’agit d'un service, gratuit.", ["Il", "s'agit", "d'un", "service", "gratuit"]),
        ("**Comment** _est_ né `Twitter` ?", ["Comment", "est", "né"]),
        ("[un lien](http://exemple.fr/chemin)", ["un", "lien"]),
        ("![une image](/assets/a_b.png){: .large}", ["une", "image"]),
        ('<img src="/assets/twitter.jpg" alt="texte" /> après', ["après"]),
        ("{% include figure.html %} et {{ site.title }} aussi", ["et", "aussi"]),
        ("&quot;Testons les usages&quot; m&aacute;s", ["Testons", "les", "usages"]),
        ("voir www.lemonde.fr ou jean@lemonde.fr, merci @jean #libre", ["voir", "ou", "merci"]),
        ("read_me, setup.py, useState et le 32e TGV", ["et", "le"]),
        ("plate\u00adforme plate-forme peut\u2011être", ["plateforme", "plate-forme", "peut-être"]),
        ("`` a ` b `` mot", ["mot"]),
        ("un mot[^note] et $$\\alpha$$ formule", ["un", "mot", "et", "formule"]),
        ("[réf]: https://exemple.fr 'titre'", []),
        ("|---|:---:|", []),
        ("| Nom | Âge |", ["Nom", "Âge"]),
        ("日本語 text", ["text"]),
        ("Bonjour. Salut", ["Bonjour", "Salut"]),
        ("un/une mot/", ["un", "une", "mot"]),
    ],
)  # fmt: skip
def test_the_words_of_a_line_are_those_that_a_reader_reads(line, words):
    assert looked_up(line) == words


def test_a_word_stands_where_its_columns_say():
    line = "😀 Été à la plage"
    assert [line[word.start : word.end] for word in words_of(line)] == ["Été", "la", "plage"]


@given(st.text(alphabet="ab `<>[]()'’-_*{}%&;:/.@#$\\é1", max_size=200))
def test_any_line_is_read_and_each_word_is_of_the_line(line):
    for word in words_of(line):
        assert 0 <= word.start < word.end <= len(line)
        assert line[word.start : word.end].replace("’", "'") == word.text
