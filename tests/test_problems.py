"""What is wrong with a post: each told with its line and meaning, and mended where that is sure."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml

from editor import files
from editor.edits import apply
from editor.front_matter import read
from editor.front_matter.formats import find
from editor.problems import PostProblemKind
from editor.problems.finding import find_problems, mend_all
from editor.site import Site
from tests.conftest import CORPUS

TODAY = date(2026, 1, 15)
JEKYLL, HUGO, PELICAN = (
    Site(Path("/site"), generator) for generator in ("jekyll", "hugo", "pelican")
)
POST = Path("/site/_posts/2024-01-11-x.md")
POSTS = sorted(path for path in (CORPUS / "posts").rglob("*") if path.is_file())


def told(text, site=JEKYLL, path=POST):
    return find_problems(text, path, site, TODAY)


def kinds(text, site=JEKYLL, path=POST):
    return [str(problem.kind) for problem in told(text, site, path)]


def mended(text, site=JEKYLL, path=POST):
    return apply(text, mend_all(text, path, site, TODAY))


def post(*lines):
    return "\n".join(["---", *lines, "---", "", "Body.", ""])


FINE = post("title: A", "date: 2024-01-11", "tags: [a, b]")


@pytest.mark.parametrize("site", [JEKYLL, HUGO, PELICAN])
def test_a_fine_post_has_no_problem(site):
    assert told(FINE, site) == []
    assert mend_all(FINE, POST, site, TODAY) == []


# Mends


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("title: Mon titre : sous-titre", 'title: "Mon titre : sous-titre"'),
        ("title: 'L'été'", 'title: "L\'été"'),
        ("title: 'L'été d'un'", "title: \"L'été d'un\""),
        ("title: Go: a language # c", 'title: "Go: a language" # c'),
        ('title: "Never closed', 'title: "Never closed"'),
        ("title: 'Closed twice''", "title: 'Closed twice'"),
        ("title: “One: two”", 'title: "One: two"'),
        ("author: @me", 'author: "@me"'),
        ("image:\n  twitter: {{ site.url }}/a.png", 'image:\n  twitter: "{{ site.url }}/a.png"'),
        ("tags:\n\t- a\n\t- b", "tags:\n  - a\n  - b"),
        ("tags: [a, b", "tags: [a, b]"),
        ("title:A", "title: A"),
        ("image:\nhttps://a.b/c.png", "image:\n  https://a.b/c.png"),
        ("date_gmt: 0000-00-00 00:00:00", "date_gmt: '0000-00-00 00:00:00'"),
        ("title: One\x08 two", "title: One two"),
        ("slug: a\nslug: a", "slug: a"),
        ("date: “2024-01-11”", 'date: "2024-01-11"'),
        ("published: “true”", "published: true"),
        ("links:\n- a: b: c\n- d: e: f", 'links:\n- a: "b: c"\n- d: "e: f"'),
        ("tags:\n- a: b: c\n- d", 'tags:\n- "a: b: c"\n- d'),
        ("tags: [a, [b", "tags: [a, [b]]"),
        ("just words", "# just words"),
    ],
)
def test_what_has_one_sure_mend_is_mended_and_no_other_line_changes(broken, whole):
    text = post("layout: post", broken, "lang: fr # kept")
    found = [problem for problem in told(text) if problem.edits]
    assert found
    assert found[0].fix[0].isupper()
    assert mended(text) == post("layout: post", whole, "lang: fr # kept")
    assert yaml.safe_load(mended(text).split("---")[1])["lang"] == "fr"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("---\ntitle: A\n\nBody.\n", "---\ntitle: A\n---\n\nBody.\n"),
        ("---\ntitle: A\n----\nBody.\n", "---\ntitle: A\n---\nBody.\n"),
        ("----\ntitle: A\n\n----\nBody.\n", "---\ntitle: A\n\n---\nBody.\n"),
        ("---\ntitle: A", "---\ntitle: A\n---\n"),
        ("+++\ntitle = 'A'\n\nBody.\n", "+++\ntitle = 'A'\n+++\n\nBody.\n"),
        ("\n\n---\ntitle: A\n---\nBody.\n", "---\ntitle: A\n---\nBody.\n"),
        (" ---\ntitle: A\n---\nBody.\n", "---\ntitle: A\n---\nBody.\n"),
        ("---oops\ntitle: A\n---\nBody.\n", "---\n# oops\ntitle: A\n---\nBody.\n"),
    ],
)
def test_fences_are_mended(broken, whole):
    site = HUGO if broken.startswith("+++") else JEKYLL
    assert told(broken, site)
    assert mended(broken, site) == whole
    assert told(whole, site) == []


@pytest.mark.parametrize(
    "lines",
    [
        "date: 2024-02-30",
        "<<<<<<< HEAD\nslug: a\n=======\nslug: b\n>>>>>>> branch",
        "slug: a\nslug: b",
        ": a",
    ],
)
def test_what_has_no_sure_mend_is_told_and_left(lines):
    text = post("title: A", lines)
    found = [problem for problem in told(text) if problem.line > 1]
    assert found
    assert all(problem.fix and not problem.edits for problem in found)
    assert mended(text) == text


def test_a_mend_that_is_asked_for_alone_leaves_the_others():
    text = post("title: A: b", "author: @me")
    first, second = told(text)
    assert apply(text, first.edits) == post('title: "A: b"', "author: @me")
    assert apply(text, second.edits) == post("title: A: b", 'author: "@me"')


def test_toml_without_quotes_is_mended():
    text = "+++\ntitle = Building a network\n+++\n"
    assert mended(text, HUGO) == '+++\ntitle = "Building a network"\n+++\n'


# What the generators do: each row of the product's table


def test_broken_yaml_is_dropped_by_jekyll_and_stops_hugo():
    text = post("title: Mon titre : sous-titre")
    assert told(text)[0].line == 1
    assert "without title and layout, at today's address" in told(text)[0].message
    assert "Hugo stops, and builds nothing" in told(text, HUGO)[0].message
    assert told(text)[0].fix == "Quote the title"


def test_of_a_page_without_a_date_no_address_of_today_is_told():
    page = Path("/site/about.md")
    assert "today" not in told(post("title: A: b"), path=page)[0].message


def test_a_missing_fence_prints_the_yaml_on_jekyll_s_page():
    assert "prints these lines" in told("---\ntitle: A\n\nBody.\n")[0].message
    assert "Hugo stops" in told("---\ntitle: A\n\nBody.\n", HUGO)[0].message
    assert "prints these lines" in told("\n---\ntitle: A\n---\n")[0].message


def test_closing_dots_are_jekyll_s_and_stop_hugo():
    text = "---\ntitle: A\n...\nBody.\n"
    assert kinds(text) == []
    assert kinds(text, HUGO) == [PostProblemKind.CLOSING_DOTS]
    assert mended(text, HUGO) == "---\ntitle: A\n---\nBody.\n"


@pytest.mark.parametrize("text", ["\ufeff" + FINE, FINE.replace("---\n", "---  \n")])
def test_a_byte_order_mark_and_spaces_after_a_fence_are_accepted(text):
    assert kinds(text) == kinds(text, HUGO) == []


@pytest.mark.parametrize("text", ["+++\ntitle = 'A'\n+++\n", '{\n  "title": "A"\n}\n'])
def test_toml_and_json_are_hugo_s_alone(text):
    assert kinds(text) == kinds(text, PELICAN) == [PostProblemKind.FORMAT_IGNORED]
    assert kinds(text, HUGO) == []
    assert kinds(text, Site(None, "jekyll"), Path("/x/2024-01-11-x.md")) == []


def test_no_front_matter_is_fine():
    assert kinds("Body.\n") == kinds("Body.\n", HUGO) == []


def test_published_false_is_heeded():
    assert kinds(post("published: false")) == kinds(post("published: false"), HUGO) == []
    assert kinds(post("published: 'false'")) == [PostProblemKind.MARK_IGNORED]


def test_jekyll_does_not_heed_draft_and_hugo_does():
    text = post("title: A", "draft: true")
    (problem,) = told(text)
    assert (problem.kind, problem.line) == (PostProblemKind.MARK_IGNORED, 2)
    assert "published all the same" in problem.message
    assert kinds(text, HUGO) == []
    assert kinds(text, path=Path("/site/_drafts/x.md")) == []
    assert kinds(post("draft: false")) == kinds(post("draft: true", "published: false")) == []
    assert kinds(text, Site(None, "jekyll"), Path("/x/content/post/x.md")) == []


def test_a_date_to_come_leaves_the_post_out():
    text = post("date: 2026-01-16")
    path = Path("/site/_posts/2026-01-16-x.md")
    assert kinds(text, path=path) == kinds(text, HUGO, path) == [PostProblemKind.DATE_IN_FUTURE]
    assert kinds(post("title: A"), path=path) == [PostProblemKind.DATE_IN_FUTURE]
    assert "silently" in told(text, HUGO)[0].message
    assert kinds(post("date: 2026-01-15"), HUGO) == []


def test_a_name_without_a_date_in_posts_leaves_the_post_out():
    path = Path("/site/_posts/x.md")
    assert kinds(FINE, path=path) == [PostProblemKind.NAME_WITHOUT_DATE]
    assert kinds(FINE, HUGO, path) == []
    assert kinds(FINE, path=Path("/site/source/_posts/x.md")) == []  # Hexo's
    assert kinds(post("title: A"), path=Path("/site/_posts/2024-1-9-x.md")) == []


def test_a_date_other_than_the_name_s_is_told():
    found = told(post("date: 2024-02-11"))
    assert [problem.kind for problem in found] == [PostProblemKind.DATE_DIFFERS_FROM_NAME]
    assert "“date” counts" in found[0].message
    assert kinds(post("date: 2024-01-10T23:30:00Z")) == []  # the 11th, east of Greenwich


def test_a_date_in_words_stops_jekyll():
    assert "Jekyll stops, and builds nothing" in told(post("date: demain"))[0].message
    assert "without a date" in told(post("date: demain"), HUGO)[0].message
    for read_by_ruby in ("11 janvier 2024", "January 2024", "11/01/2024", '"2024-01-11 10:00"'):
        assert kinds(post(f"date: {read_by_ruby}")) == []


def test_an_unclosed_raw_stops_jekyll():
    (problem,) = told(FINE + "{% raw %}\n{{ x }}\n{% endraw %}\n\n{% raw %}\n")
    assert (problem.kind, problem.line) == (PostProblemKind.UNCLOSED_TAG, 11)


def test_a_usual_field_that_is_missing_is_told():
    usual = frozenset({"title", "layout"})
    found = find_problems(FINE, POST, JEKYLL, TODAY, usual)
    assert [(problem.kind, problem.key) for problem in found] == [
        (PostProblemKind.FIELD_MISSING, "layout")
    ]


# Real posts


def whole_of(text):
    head = find(text)
    if head is None or head.format != "yaml":
        return None
    return text[head.fields_start : head.fields_end]


def refused_by_pyyaml(text):
    head = whole_of(text)
    try:
        return head is not None and not yaml.safe_load(head) and False
    except (yaml.YAMLError, ValueError):
        return True


@pytest.mark.skipif(not POSTS, reason="no corpus of posts here")
def test_every_post_that_pyyaml_refuses_is_mended_on_its_broken_lines_alone(tmp_path):
    heads, count = [], 0
    for path in POSTS:
        text = files.read(path).text
        if not refused_by_pyyaml(text):
            continue
        count += 1
        new = mended(text)
        before, after = text.split("\n"), new.split("\n")
        changed = {i for i, (old, now) in enumerate(zip(before, after, strict=False)) if old != now}
        broken = {
            line
            for field in read(text).fields
            if field.problem
            for line in range(field.line, field.line + text.count("\n", field.start, field.end))
        }
        if refused_by_pyyaml(new) or len(before) != len(after) or not changed <= broken:
            continue
        heads.append(whole_of(new))
    assert count >= 25
    assert len(heads) >= 0.95 * count
    if ruby := shutil.which("ruby"):
        for i, head in enumerate(heads):
            (tmp_path / f"{i}.yml").write_text(head, encoding="utf-8")
        program = (
            "classes = [Date, Time, Symbol]; puts ARGV.count { |path| "
            "begin; YAML.safe_load(File.read(path, encoding: 'utf-8'), "
            "permitted_classes: classes, aliases: true).is_a?(Hash); rescue; false; end }"
        )
        command = [ruby, "-ryaml", "-rdate", "-e", program, *map(str, tmp_path.glob("*.yml"))]
        read_by_psych = subprocess.run(command, capture_output=True, check=True, text=True)
        assert int(read_by_psych.stdout) == len(heads)


@pytest.mark.skipif(not POSTS, reason="no corpus of posts here")
def test_every_mend_of_a_real_post_keeps_its_body():
    for path in POSTS:
        text = files.read(path).text
        front, new = read(text), mended(text)
        assert new.endswith(text[front.end :].partition("\n")[2]), path
