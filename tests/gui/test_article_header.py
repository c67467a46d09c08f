from datetime import date

import pytest
from PySide6.QtCore import QLocale

from editor import files, front_matter
from editor.gui.preview.article_header import ArticleHeader, article_header
from editor.rendering.header import read_header
from tests.conftest import SAMPLES

INTERVIEW = SAMPLES / "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"


@pytest.fixture(autouse=True)
def american_dates():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def header(fields, day=None, language=""):
    return article_header(read_header(front_matter.read(f"---\n{fields}\n---\n"), day, language))


def test_the_interview_s_broken_title_is_shown_as_a_browser_makes_of_it():
    fields = front_matter.read(files.read(INTERVIEW).text)
    assert article_header(read_header(fields, date(2009, 6, 24), "fr")) == ArticleHeader(
        'Biz Stone : "Testons les usages commerciaux de Twitter"', "24 juin 2009"
    )


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("A &amp; B", "A & B"),
        ("A <em>big</em> day", "A big day"),
        ("1 < 2", "1 < 2"),
        ("&lt;b&gt;", "<b>"),
        ("5", "5"),
        ("", ""),
    ],
)
def test_a_title_loses_its_tags_and_entities(written, title):
    assert header(f"title: {written}").title == title


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("", "June 24, 2009"),
        ("en", "June 24, 2009"),
        ("fr", "24 juin 2009"),
        ("de", "24. Juni 2009"),
    ],
)
def test_the_date_is_in_the_post_s_language(language, day):
    assert header("title: A", date(2009, 6, 24), language).meta == day


def test_a_date_that_is_none_is_shown_as_written():
    assert header("date: demain").meta == "demain"
    assert header("date:").meta == ""


def test_tags_and_categories_follow_the_date():
    fields = "tags: [a, 2009]\ncategories: [b]"
    assert header(fields, date(2009, 6, 24)).meta == "June 24, 2009 · a, 2009 · b"


def test_a_post_without_fields_has_an_empty_header():
    assert article_header(read_header(front_matter.read("Body.\n"), None, "fr")) == ArticleHeader(
        "", ""
    )
