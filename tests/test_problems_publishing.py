"""What generators make of dates, names, marks and tags: each case tried with Jekyll and Hugo."""

import codecs
import itertools
from datetime import date
from pathlib import Path

import pytest

from editor.edits import apply
from editor.encoding import LineEnds
from editor.files import StoredFile
from editor.problems import Outcome, PostProblemKind
from editor.problems.dates import is_read_by_hugo, meant, read_by_ruby
from editor.problems.file_form import mended
from editor.problems.finding import find_problems
from editor.publishing import publication
from editor.site import Site

JEKYLL, HUGO, PELICAN = (
    Site(Path("/site"), generator) for generator in ("jekyll", "hugo", "pelican")
)
POST = Path("/site/_posts/2024-01-11-x.md")
TODAY = date(2026, 1, 15)


def told(*lines, site=JEKYLL, path=POST, body="Body."):
    text = "\n".join(["---", *lines, "---", "", body, ""])
    return find_problems(text, path, site, TODAY)


def kinds(*lines, **where):
    return [str(problem.kind) for problem in told(*lines, **where)]


def mended_line(*lines, **where):
    text = "\n".join(["---", *lines, "---", ""])
    (problem,) = find_problems(text, POST, where.get("site", JEKYLL), TODAY)
    return apply(text, problem.edits).split("\n")[1] if problem.edits else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-1-9", "2024-01-09"),
        ("2024-02-30", "2024-03-01"),
        ("2024-01-09 10:00 PM", "2024-01-09"),
        ("24/06/2009", "2009-06-24"),
        ("2024/01/09", "2024-01-09"),
        ("24.06.2009", "2009-06-24"),
        ("9-1-2024", "2024-01-09"),
        ("20240109", "2024-01-09"),
        ("12 janvier 2024", "2024-01-12"),
        ("Jan 9th, 2024", "2024-01-09"),
        ("“2024-01-09”", "2024-01-09"),
    ],
)
def test_ruby_reads_more_than_iso_dates(text, day):
    assert str(read_by_ruby(text).day) == day


@pytest.mark.parametrize(
    "text",
    [
        *("demain", "", "version 2", "2024", "2024-01", "06/24/2009", "2024-13-01", "2024-01-32"),
        *("2024-01-09 25:00", "2024-01-09 23:60", "Q1 2024", "1er mai 2024", "2024年1月9日"),
        "{{ x }}",
    ],
)
def test_ruby_fails_at_what_is_no_date(text):
    assert read_by_ruby(text).fails


@pytest.mark.parametrize("text", ["12 juin 2024", "12 août 2024", "mardi 12 juin 2024", "12"])
def test_ruby_takes_month_and_year_of_today_where_it_reads_the_day_alone(text):
    assert read_by_ruby(text).is_guess


def test_hugo_reads_few_notations():
    for text in (
        *("2024-01-09", "2024-01-09T10:00:00Z", "2024-01-09 9:00:00", "2024-01-09 10:00:00 +0100"),
        *("2024-01-09T10:00:00+01:00", "09 Jan 2024", "Tue, 09 Jan 2024 10:00:00 +0100"),
    ):
        assert is_read_by_hugo(text), text
    for text in ("2024-1-9", "2024-01-09T10:00", "2024/01/09", "Jan 9, 2024", "2024-02-30"):
        assert not is_read_by_hugo(text), text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-1-9", "2024-01-09"),
        ("2024/01/09", "2024-01-09"),
        ("2024-01-09 10:00 +0100", "2024-01-09T10:00:00+01:00"),
        ("2024-01-09T10:00", "2024-01-09 10:00:00"),
        ("12 juin 2024", "2024-06-12"),
        ("1er mai 2024", "2024-05-01"),
        ("June 12th, 2024", "2024-06-12"),
        ("06/24/2009", "2009-06-24"),
        ("05/06/2009", ""),
        ("2024-02-30", ""),
        ("demain", ""),
    ],
)
def test_a_date_of_one_meaning_is_written_for_all(text, iso):
    assert meant(text) == iso


def test_an_unread_date_is_told_with_what_comes_of_it_and_mended_where_it_is_sure():
    (problem,) = told("date: 1er mai 2024")
    assert problem.outcome is Outcome.BUILD_FAILS
    assert mended_line("date: 1er mai 2024") == "date: 2024-05-01"
    assert mended_line("date: '06/24/2009'") == "date: '2009-06-24'"
    assert mended_line("date: 2024-1-11", site=HUGO) == "date: 2024-01-11"
    (problem,) = told("date: 2024-1-11", site=HUGO)
    assert problem.outcome is Outcome.UNDATED
    (problem,) = told("date: 11 juin 2024")
    assert (problem.kind, problem.outcome) == (PostProblemKind.DATE_GUESSED, Outcome.MISDATED)
    assert kinds("date:") == ["date_unreadable"]
    assert kinds("date:", path=Path("/site/about.md")) == []
    assert kinds("date: 2024-13-01") == ["date_unreadable"]


@pytest.fixture
def site(tmp_path):
    (tmp_path / "_posts").mkdir()
    return tmp_path


def in_site(site, settings, *lines, body="Body."):
    (site / "_config.yml").write_text(settings)
    path = site / "_posts" / "2024-01-23-x.md"
    return told(*lines, site=Site(site, "jekyll"), path=path, body=body)


def test_the_site_s_zone_may_make_another_day_of_a_date(site):
    (problem,) = in_site(site, "timezone: Europe/Paris\n", "date: 2024-01-23T23:30:00Z")
    assert problem.kind == PostProblemKind.DATE_SHIFTED
    assert problem.facts["published"] == "2024-01-24"
    for settings, written in (
        ("timezone: Europe/Paris\n", "2024-01-23T23:30:00+01:00"),
        ("timezone: Europe/Paris\n", "'2024-01-23 23:30'"),
        ("timezone: Europe/Paris\n", "2024-01-23"),
        ("title: x\n", "2024-01-23T23:30:00Z"),
    ):
        assert in_site(site, settings, f"date: {written}") == []


def test_a_date_to_come_is_fine_where_the_site_builds_it(site):
    assert in_site(site, "title: x\n", "date: 2030-01-23")
    found = in_site(site, "future: true\n", "date: 2030-01-23")
    assert [problem.kind for problem in found] == [PostProblemKind.DATE_DIFFERS_FROM_NAME]


def test_a_layout_that_the_site_lacks_is_told(site):
    assert in_site(site, "title: x\n", "layout: nope") == []  # no layouts: another's site
    (site / "_layouts").mkdir()
    (site / "_layouts" / "post.html").write_text("")
    assert in_site(site, "title: x\n", "layout: post") == []
    (problem,) = in_site(site, "title: x\n", "layout: nope")
    assert problem.kind == PostProblemKind.LAYOUT_UNKNOWN
    assert in_site(site, "theme: minima\n", "layout: nope") == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{% foo %}", "unknown_template_tag"),
        ("{% if a %}", "unclosed_tag"),
        ("{% endif %}", "unexpected_tag"),
        ("a {{ b", "malformed_tag"),
        ("{% include nope.html %}", "missing_target"),
        ("{% post_url 2020-01-01-nope %}", "missing_target"),
    ],
)
def test_a_tag_at_which_jekyll_stops_is_told(site, body, kind):
    (problem,) = in_site(site, "title: x\n", "title: A", body=body)
    assert (problem.kind, problem.line, problem.outcome) == (kind, 4, Outcome.BUILD_FAILS)


def test_of_tags_that_plugins_may_bring_nothing_is_told(site):
    assert in_site(site, "plugins: [jekyll-x]\n", "title: A", body="{% foo %}") == []
    (site / "Gemfile").write_text('gem "github-pages", group: :jekyll_plugins\n')
    assert in_site(site, "title: x\n", "title: A", body="{% seo %}") == []
    assert in_site(site, "title: x\n", "render_with_liquid: false", body="{% foo %}") == []
    assert kinds("title: A", body="{% foo %}") == []


@pytest.mark.parametrize("body", ["{{< figure src=", "{{< highlight go >}}\nx", "{{< /figure >}}"])
def test_a_shortcode_at_which_hugo_stops_is_told(body):
    (problem,) = told("title: A", site=HUGO, body=body)
    assert problem.outcome is Outcome.BUILD_FAILS


def test_a_name_of_no_day_stops_jekyll_and_the_30th_of_february_does_not():
    assert kinds("title: A", path=POST.with_name("2024-13-45-x.md")) == ["name_with_bad_date"]
    assert kinds("title: A", path=POST.with_name("2024-02-30-x.md")) == []


def test_a_title_cut_by_a_comment_sign_is_told():
    (problem,) = told("title: Issue #12 of two")
    assert problem.facts["lost"] == "#12 of two"
    assert mended_line("title: Issue #12 of two") == 'title: "Issue #12 of two"'
    assert kinds("title: C# and F#") == kinds("title: A # a comment") == []


def test_a_key_in_capitals_is_another_field_to_jekyll():
    assert mended_line("Title: A") == "title: A"
    assert kinds("Title: A", site=HUGO) == kinds("Title: A", "title: B") == []


def test_commas_between_tags_stay_in_them_and_quotes_do_not_help():
    assert kinds("tags: a, b c") == kinds('tags: "a b"') == ["tags_split"]
    assert kinds("categories: jekyll update") == kinds("category: a b") == []
    assert kinds("tags: a, b c", site=HUGO) == []


@pytest.mark.parametrize(
    ("line", "site", "kind"),
    [
        ("draft: yes", JEKYLL, "mark_ignored"),
        ("published: 'false'", JEKYLL, "mark_ignored"),
        ("published: 0", JEKYLL, "mark_ignored"),
        ("published:", JEKYLL, "mark_empty"),
        ("published:", HUGO, "mark_empty"),
        ("published: 'no'", HUGO, "mark_ignored"),
        ("status: draft", JEKYLL, "mark_ignored"),
        ("status: draft", HUGO, "mark_ignored"),
        ("publish: false", HUGO, "mark_ignored"),
        ("draft: true", PELICAN, "mark_ignored"),
        ("published: false", HUGO, None),
        ("draft: 'true'", HUGO, None),
        ("status: publish", JEKYLL, None),
        ("status: draft", PELICAN, None),
    ],
)
def test_a_mark_that_does_not_hide_the_post_is_told(line, site, kind):
    assert kinds(line, site=site) == ([kind] if kind else [])


def test_hugo_s_other_dates_leave_a_post_out():
    assert kinds("publishDate: 2030-01-01", site=HUGO) == ["date_in_future"]
    assert kinds("expiryDate: 2020-01-01", site=HUGO) == ["date_past"]


@pytest.mark.parametrize("start", ["\n", " ", "\n ", "--- # a note"])
def test_hugo_takes_blank_lines_and_spaces_before_the_fence(start):
    text = f"{start}\ntitle: A\n---\n" if "#" in start else f"{start}---\ntitle: A\n---\n"
    found = find_problems(text, POST, HUGO, TODAY)
    assert [problem.kind for problem in found if problem.outcome is Outcome.BUILD_FAILS] == []


def test_a_file_that_is_not_utf8_is_left_out_by_jekyll():
    text = "---\ntitle: A\n---\n"
    stored = StoredFile(text, encoding="cp1252")
    outcomes = [
        find_problems(text, POST, site, TODAY, stored=stored)[0].outcome for site in (JEKYLL, HUGO)
    ]
    assert outcomes == [Outcome.LEFT_OUT, Outcome.NONE]
    (problem,) = find_problems(text.replace("A", "é"), POST, HUGO, TODAY, stored=stored)
    assert problem.outcome is Outcome.BUILD_FAILS


PAGE, THING = Path("/site/about.md"), Path("/site/_things/a.md")
DRAFT = Path("/site/_drafts/a.md")
MARKED = StoredFile("", bom=codecs.BOM_UTF8)


@pytest.mark.parametrize("path", [PAGE, THING])
def test_a_page_with_a_byte_order_mark_is_copied_by_jekyll(path):
    text = "---\ntitle: A\nlayout: x\n---\n"
    found = find_problems(text, path, JEKYLL, TODAY, stored=MARKED)
    told = [(one.kind, one.outcome) for one in found]
    assert (PostProblemKind.BYTE_ORDER_MARK, Outcome.COPIED) in told
    assert publication(text, path, JEKYLL, problems=found).is_published is False
    assert mended(MARKED, found).bom == b""


@pytest.mark.parametrize(
    ("path", "site"), [(POST, JEKYLL), (DRAFT, JEKYLL), (PAGE, HUGO), (PAGE, Site(None, "jekyll"))]
)
def test_a_byte_order_mark_elsewhere_is_none_of_its_business(path, site):
    text = "---\ntitle: A\nlayout: x\n---\n"
    found = find_problems(text, path, site, TODAY, stored=MARKED)
    assert PostProblemKind.BYTE_ORDER_MARK not in [problem.kind for problem in found]
    assert mended(MARKED, found) == MARKED


def test_a_page_without_front_matter_is_no_page_and_needs_no_mark_removed():
    found = find_problems("Text\n", PAGE, JEKYLL, TODAY, stored=MARKED)
    assert PostProblemKind.BYTE_ORDER_MARK not in [problem.kind for problem in found]


@pytest.mark.parametrize(
    ("path", "outcome"), [(POST, Outcome.PRINTED), (PAGE, Outcome.COPIED), (THING, Outcome.COPIED)]
)
def test_jekyll_finds_no_front_matter_between_carriage_returns(path, outcome):
    stored = StoredFile("", line_ends=LineEnds("\r"))
    found = find_problems("---\ntitle: A\n---\n", path, JEKYLL, TODAY, stored=stored)
    told = [(one.kind, one.outcome) for one in found]
    assert (PostProblemKind.CARRIAGE_RETURNS, outcome) in told
    assert mended(stored, found).line_ends == LineEnds()


@pytest.mark.parametrize("path", [PAGE, THING, POST])
def test_crlf_and_spaces_behind_fences_are_fine(path):
    text = "---  \ntitle: A\n---\t\n"
    stored = StoredFile("", line_ends=LineEnds("\r\n"))
    assert not {"bad_fence", "carriage_returns"} & {
        str(one.kind) for one in find_problems(text, path, JEKYLL, TODAY, stored=stored)
    }


@pytest.mark.parametrize("path", [PAGE, THING])
def test_a_page_whose_front_matter_stands_lower_is_copied(path):
    found = find_problems("\n---\ntitle: A\n---\n", path, JEKYLL, TODAY)
    assert found[0].outcome is Outcome.COPIED


HEAD = "---\ntitle: A\nlayout: post\n---\n"


def marked(text, mark):
    return "".join(f"{mark}{line}\n" if line else "\n" for line in text.split("\n")[:-1])


@pytest.mark.parametrize("mark", ["+", "-"])
@pytest.mark.parametrize("site", [JEKYLL, HUGO])
def test_the_marks_of_a_patch_are_told_and_taken_away(mark, site):
    for text, fine in (
        (marked(HEAD + "\nBody\n\n- a\n", mark), HEAD + "\nBody\n\n- a\n"),
        (marked(HEAD, mark) + "Body\n", HEAD + "Body\n"),
    ):
        (problem,) = find_problems(text, POST, site, TODAY)
        assert (problem.kind, problem.outcome) == (PostProblemKind.PATCH_MARKS, Outcome.PRINTED)
        assert apply(text, problem.edits) == fine


def test_a_patch_that_also_takes_lines_away_has_no_sure_mend():
    text = marked(HEAD, "+") + "+Body\n-Text\n"
    (problem,) = find_problems(text, POST, JEKYLL, TODAY)
    assert problem.kind == PostProblemKind.PATCH_MARKS
    assert not problem.edits


def test_fine_posts_have_no_problem():
    fields = {
        "title": ["A", "'L''été'", '"C#: a"', "Re:x", "[A, b]"],
        "date": ["2024-01-11", "2024-01-11 10:00:00 +0100", "'2024-01-11'", "January 11, 2024"],
        "tags": ["a", "a b", "[a, b]", "[]", ""],
        "categories": ["jekyll update", "[A b]"],
    }
    for values in itertools.product(*fields.values()):
        lines = [f"{key}: {value}" for key, value in zip(fields, values, strict=True)]
        assert kinds(*lines) == [], lines


@pytest.mark.parametrize(
    ("path", "line", "outcome"),
    [
        (PAGE, "- a", Outcome.BUILD_FAILS),
        (Path("/site/sub/p.md"), "only words", Outcome.BUILD_FAILS),
        (PAGE, "@ no YAML", Outcome.BARE),
        (THING, "- a", Outcome.BARE),
        (POST, "- a", Outcome.BARE_TODAY),
    ],
)
def test_a_page_whose_front_matter_is_no_mapping_stops_jekyll(path, line, outcome):
    (problem,) = find_problems(f"---\n{line}\n---\nText\n", path, JEKYLL, TODAY)
    assert (problem.kind, problem.outcome) == ("not_a_mapping", outcome)
