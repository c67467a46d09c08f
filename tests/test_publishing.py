"""Will a post be published: whether, where, when, or why not."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.publishing import Publication, Reason, publication
from editor.publishing.words import told
from editor.site import Site, find_site
from tests.addresses import build_corpus, compare
from tests.random_posts import odd_site, random_site
from tests.slugs import is_here

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
NOW = datetime(2024, 6, 1, 12, 0).astimezone()


def made(root, name, text="---\ntitle: A\n---\nText.\n", settings="", files=()):
    """The publication of a post `name` in a site with these settings and files."""
    generator = "hugo.toml" if name.startswith("content/") else "_config.yml"
    (root / generator).write_text(settings, encoding="utf-8")
    for file, content in {**dict(files), name: text}.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(content, encoding="utf-8")
    path = root / name
    return publication(text, path, find_site(path, text), now=NOW)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("generator", ["jekyll", "hugo", "pelican"])
def test_addresses_of_odd_posts_are_those_of_the_generator(generator, seed, tmp_path):
    if not is_here(generator):
        pytest.skip(f"there is no {generator} here")
    random_site(generator, tmp_path.resolve(), seed, 60)
    assert compare(generator, "", tmp_path.resolve())[1] == []


@pytest.mark.parametrize("generator", ["jekyll", "hugo"])
def test_what_comes_of_odd_heads_is_what_the_generator_makes_of_them(generator, tmp_path):
    if not is_here(generator):
        pytest.skip(f"there is no {generator} here")
    odd_site(generator, tmp_path.resolve())
    assert compare(generator, "", tmp_path.resolve())[1] == []


@pytest.mark.parametrize("generator", ["jekyll", "hugo"])
def test_addresses_of_the_corpus_are_those_of_the_generator(generator):
    if not is_here(generator) or not CORPUS.is_dir():
        pytest.skip("there is no generator or no corpus here")
    styles = {"jekyll": {"pretty": "permalink: pretty\n"}, "hugo": {"plain": ""}}[generator]
    built = build_corpus(generator, CORPUS, styles, most=3)
    differences = [one for _, _, found in built for one in found]
    assert differences == []


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("_posts/2024-01-11-x.md", "---\npublished: false\n---\n", Reason.UNPUBLISHED),
        ("_posts/2024-07-11-x.md", "---\n---\n", Reason.FUTURE),
        ("_posts/x.md", "---\n---\n", Reason.NAME_WITHOUT_DATE),
        ("_drafts/x.md", "---\n---\n", Reason.DRAFT_FOLDER),
        ("_layouts/x.md", "---\n---\n", Reason.OUTSIDE),
        ("node_modules/x.md", "---\n---\n", Reason.EXCLUDED),
        ("about.md", "No front matter.", Reason.COPIED),
        ("_notes/x.md", "---\n---\n", Reason.NO_OUTPUT),
        ("content/posts/x.md", "---\ndraft: true\n---\n", Reason.DRAFT),
        ("content/posts/x.md", "---\ndate: 2024-07-11\n---\n", Reason.FUTURE),
        ("content/posts/x.md", "---\nexpiryDate: 2024-01-11\n---\n", Reason.EXPIRED),
        ("content/posts/b/x.md", "---\ntitle: A\n---\n", Reason.NO_PAGE),
    ],
)
def test_why_a_post_is_not_published(tmp_path, name, text, reason):
    settings = "collections: {notes: {}}" if not name.startswith("content/") else ""
    files = {"content/posts/b/index.md": ""} if name.startswith("content/") else {}
    publication = made(tmp_path, name, text, settings, files)
    assert (publication.is_published, publication.reason) == (False, reason)
    assert publication.address is None


@pytest.mark.parametrize(
    ("head", "settings", "address", "day", "reason"),
    [
        ("title: A: b", "", "/2024/06/01/2024-01-11-x.html", "2024-06-01", Reason.SPOILED),
        ("date: 2024-02-11", "", "/2024/02/11/x.html", "2024-02-11", Reason.DATE_WINS),
        (
            "date: 2024-01-23T23:30:00Z",
            "timezone: Europe/Paris",
            "/2024/01/24/x.html",
            "2024-01-24",
            Reason.DATE_SHIFTED,
        ),
        ("draft: true", "", "/2024/01/11/x.html", "2024-01-11", Reason.MARK_IGNORED),
        ("categories: a b", "", "/a/b/2024/01/11/x.html", "2024-01-11", Reason.NONE),
        ("permalink: /été/", "", "/été/", "2024-01-11", Reason.NONE),
    ],
)
def test_what_may_surprise_the_writer(tmp_path, head, settings, address, day, reason):
    found = made(tmp_path, "_posts/2024-01-11-x.md", f"---\n{head}\n---\n", settings)
    assert (found.is_published, found.address, str(found.day)) == (True, address, day)
    assert found.reason == reason


PELICAN_URL = "ARTICLE_URL = '{date:%Y}/{category}/{slug}/'"


@pytest.mark.parametrize(
    ("name", "text", "settings", "found"),
    [
        ("a.md", "Title: L'été\nDate: 2024-01-09\n\nx", "", (True, "/lete.html", Reason.NONE)),
        (
            "essais/a.md",
            "Title: L'été\nDate: 2024-01-09\n\nx",
            PELICAN_URL,
            (True, "/2024/essais/lete/", Reason.NONE),
        ),
        ("2024-01-09-a.md", "Title: A\nSlug: own\n\nx", "", (True, "/own.html", Reason.NONE)),
        ("pages/a.md", "Title: A\n\nx", "", (True, "/pages/a.html", Reason.NONE)),
        (
            "a.md",
            "Title: A\nDate: 2024-01-09\nStatus: draft\n\nx",
            "",
            (False, "/drafts/a.html", Reason.DRAFT_APART),
        ),
        (
            "a.md",
            "Title: A\nDate: 2024-01-09\nStatus: draft\n\nx",
            "DRAFT_URL = 'd/{slug}/'",
            (False, "/d/a/", Reason.DRAFT_APART),
        ),
        ("a.md", "Title: A\n\nx", "", (False, None, Reason.NO_DATE)),
        ("a.md", "Date: 2024-01-09\n\nx", "", (False, None, Reason.NO_TITLE)),
        (
            "a.md",
            "Title: A\nDate: 2024-01-09\n\nx",
            "ARTICLE_URL = f()",
            (True, None, Reason.NONE),
        ),
        (
            "a.md",
            "Title: A\nDate: 2024-01-09\n\nx",
            "ARTICLE_URL='{x.y}'",
            (True, None, Reason.NONE),
        ),
    ],
)
def test_what_pelican_makes_of_a_post(tmp_path, name, text, settings, found):
    (tmp_path / "pelicanconf.py").write_text(f"PATH = 'content'\n{settings}\n")
    path = tmp_path / "content" / name
    made = publication(text, path, find_site(path, text), now=NOW)
    assert (made.is_published, made.address, made.reason) == found


def test_a_post_of_later_today_waits_for_its_time(tmp_path):
    zone = "timezone: UTC"
    found = made(tmp_path, "_posts/2024-06-01-x.md", "---\ndate: 2024-06-01 23:59 UTC\n---\n", zone)
    assert (found.reason, found.facts) == (Reason.FUTURE, {"time": "23:59"})


@pytest.mark.parametrize("head", ["date: demain", "permalink: /:yaer/:title/"])
def test_of_a_build_that_fails_nothing_is_told(tmp_path, head):
    found = made(tmp_path, "_posts/2024-01-11-x.md", f"---\n{head}\n---\n")
    assert (found.is_published, found.address) == (None, None)
    assert found.reason == Reason.BUILD_FAILS


def test_a_post_that_was_never_saved_has_no_address(tmp_path):
    assert publication("", None, Site(tmp_path, "jekyll")).reason == Reason.NOT_SAVED


def test_a_post_of_no_site_has_the_address_that_it_states(tmp_path):
    text = "---\nurl: /own/\n---\n"
    found = publication(text, tmp_path / "a.md", find_site(tmp_path / "a.md", text))
    assert (found.is_published, found.address) == (None, "/own/")


@settings(max_examples=60, deadline=None)
@given(
    text=st.text() | st.text().map(lambda head: f"---\n{head}\n---\n"),
    name=st.sampled_from(["_posts/2024-01-11-x.md", "_posts/x.md", "x.md", "content/p/x.md"]),
    config=st.text(max_size=60)
    | st.sampled_from(["permalink: ':'", "permalinks: {p: ':sections[9:x]'}", "defaults: [1]"]),
)
def test_no_text_and_no_settings_fail(tmp_path_factory, text, name, config):
    root = tmp_path_factory.mktemp("site")
    generator = "hugo.yaml" if name.startswith("content/") else "_config.yml"
    (root / generator).write_text(config, encoding="utf-8", errors="replace")
    publication(text, root / name, find_site(root / name, text), now=NOW)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason):
    hides = list(Reason).index(reason) < list(Reason).index(Reason.SPOILED)
    silent = (Reason.NONE, Reason.NOT_SAVED, Reason.NO_SITE, Reason.BUILD_FAILS)
    is_published = None if reason in silent else not hides
    words = told(Publication(is_published, "/a/", None, reason, {"key": "draft"}))
    assert words
    assert "{" not in words
