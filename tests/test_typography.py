from html.parser import HTMLParser
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import apply
from editor.post import Post
from editor.readable import paragraphs, prose
from editor.rendering.renderer import article
from editor.typography import ENGLISH, FRENCH, mended, signs_of, typed
from tests.conftest import CORPUS


def set_right(text, signs=FRENCH):
    return apply(text, mended(text, 0, len(text), signs))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('Il dit : "Bonjour !" et part.', "Il dit\u00a0: «\u00a0Bonjour\u202f!\u00a0» et part."),
        ("L'outil qu'on a, aujourd'hui.", "L’outil qu’on a, aujourd’hui."),
        ("Comment ? Vraiment?! Oui; non.", "Comment\u202f? Vraiment\u202f?! Oui\u202f; non."),
        ("« mot »", "«\u00a0mot\u00a0»"),
        ("Attends... puis -- enfin --- rien", "Attends… puis – enfin — rien"),
        ('**"Oui"** et <em>"non"</em>', "**«\u00a0Oui\u00a0»** et <em>«\u00a0non\u00a0»</em>"),
        ("**Comment est né Twitter ?**  \nSuite", "**Comment est né Twitter\u202f?**  \nSuite"),
        ('[lien](http://a.fr/?b:c "titre") ok', '[lien](http://a.fr/?b:c "titre") ok'),
        ("à 12:30, en 16:9, ;) (!) a::b http://x.fr/?a=1", "à 12:30, en 16:9, ;) (!) a::b http://x.fr/?a=1"),
        ("`l'option ?` et\n\n    l'option ?\n", "`l'option ?` et\n\n    l'option ?\n"),
        ("## Que faire ?\nL'idée ?", "## Que faire ?\nL’idée\u202f?"),
        ("L'idée ?\n===\nQuoi ?", "L’idée ?\n===\nQuoi\u202f?"),
        ("Terme\n: sa définition", "Terme\n: sa définition"),
        ("voir ![l'image](a.png)", "voir ![l’image](a.png)"),
        ("---\ntitle: L'été ?\n---\nL'été ?\n", "---\ntitle: L'été ?\n---\nL’été\u202f?\n"),
        ("{% post_url 2009-a %} l'un", "{% post_url 2009-a %} l’un"),
        ("{: title=\"l'un\"}\nl'un", "{: title=\"l'un\"}\nl’un"),
    ],
)  # fmt: skip
def test_french_signs_are_set_in_prose_alone(before, after):
    assert set_right(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('He said: "Don\'t!"', "He said: “Don’t!”"),
        ('("Yes...")', "(“Yes…”)"),
        ("a -- b", "a – b"),
    ],
)
def test_english_signs_are_set_without_spaces(before, after):
    assert set_right(before, ENGLISH) == after


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ('"', "«\u00a0"),
        ('Il dit "', "Il dit «\u00a0"),
        ('Il dit «\u00a0Oui"', "Il dit «\u00a0Oui\u00a0»"),
        ("L'", "L’"),
        ("'", "'"),
        ("Comment ?", "Comment\u202f?"),
        ("Comment?", "Comment\u202f?"),
        ("Voici :", "Voici\u00a0:"),
        ("http:", "http:"),
        ("Oui...", "Oui…"),
        ("`l'", "`l'"),
        ("[lien](l'", "[lien](l'"),
        ("{% include l'", "{% include l'"),
        ("`a` l'", "`a` l’"),
        ("http://a.fr/?", "http://a.fr/?"),
        ('<a href="', '<a href="'),
    ],
)
def test_a_sign_is_set_while_it_is_typed(line, after):
    edit = typed(line, len(line), FRENCH)
    assert (apply(line, [edit]) if edit else line) == after


def test_only_the_selection_changes():
    text = "L'un, l'autre."
    assert apply(text, mended(text, 5, len(text), FRENCH)) == "L'un, l’autre."


@pytest.mark.parametrize(("code", "signs"), [("fr-CA", FRENCH), ("en_GB", ENGLISH), ("de", None)])
def test_a_language_has_its_signs(code, signs):
    assert signs_of(code) is signs


@given(st.text(alphabet="ab \"'.:;!?-«»\n`*[]()<>\u00a0", max_size=200))
def test_what_is_set_stays_set(text):
    once = set_right(text)
    assert set_right(once) == once or '"' in text or "<" in text


@given(st.text(alphabet="ab \"'.:;!?-«»\n`*[](){}<>%#\u00a0", max_size=200))
def test_only_prose_changes(text):
    spans = [
        (first + start, first + end)
        for first, last in paragraphs(text)
        for start, end in prose(text[first:last])
    ]
    for edit in mended(text, 0, len(text), FRENCH):
        assert any(start <= edit.start and edit.end <= end for start, end in spans)


class Structure(HTMLParser):
    """The tags of a page with their attributes, and its code: all that is no prose."""

    def __init__(self):
        super().__init__()
        self.parts, self.depth = [], 0

    def handle_starttag(self, tag, attributes):
        self.depth += tag in ("code", "pre", "script", "style")
        seen = {name: value for name, value in attributes if name not in ("alt", "title")}
        self.parts.append((tag, seen))

    def handle_endtag(self, tag):
        self.depth -= tag in ("code", "pre", "script", "style")
        self.parts.append(tag)

    def handle_data(self, text):
        if self.depth:
            self.parts.append(text)


def structure(text):
    reader = Structure()
    reader.feed(article(text, "jekyll"))
    return reader.parts


def french_posts():
    for path in sorted((CORPUS / "posts").rglob("*")):
        if path.suffix in (".md", ".markdown"):
            text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
            if Post.parse(text).language == "fr":
                yield path.name, text


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_of_french_posts_only_the_prose_changes():
    posts = list(islice(french_posts(), 50))
    changed = [name for name, text in posts if structure(set_right(text)) != structure(text)]
    assert len(posts) == 50
    assert changed == []
