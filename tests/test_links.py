"""Links from post to post, written as the site's posts write them."""

from dataclasses import replace
from pathlib import Path

import pytest

from editor.edits import apply
from editor.link_targets import TargetsRead, address_of, choices, matching
from editor.links import LinkHabit, Target, is_address, learn, link_to, usual, written
from editor.site import find_site
from editor.site_media import OwnAddress

OWN = OwnAddress(frozenset({"own.org"}), "/blog")


@pytest.mark.parametrize(
    ("body", "habit"),
    [
        ("[a]({% post_url 2009-06-24-b %})", LinkHabit("post_url")),
        ("[a]({% link _posts/2009-06-24-b.md %})", LinkHabit("link")),
        ('[a]({{< ref "b.md" >}})', LinkHabit("< ref", is_rooted=False)),
        ('[a]({{% relref "/post/b" %}})', LinkHabit("% relref")),
        ("[a]({filename}/b.md)", LinkHabit("filename")),
        ("[a]({filename}b.md)", LinkHabit("filename", is_rooted=False)),
        ("[a](/2009/06/24/b.html)", LinkHabit("address")),
        ("[a]({{ site.baseurl }}/2009/b/)", LinkHabit("address", "{{ site.baseurl }}")),
        ("[a](https://own.org/blog/2009/b/)", LinkHabit("address", "https://own.org/blog")),
        ("[a](https://elsewhere.org/b/) [b](/paper.pdf) [c](#d) [e](/)", None),
    ],
)
def test_the_way_of_the_posts_is_learned(body, habit):
    assert learn([(Path("a.md"), body)], OWN) == habit


def test_what_most_links_do_counts():
    body = "[a](/b/) [c]({% post_url 2009-06-24-b %}) [d]({% post_url 2009-06-25-e %})"
    assert learn([(Path("a.md"), body)], OWN) == LinkHabit("post_url")


def made(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("---\ntitle: L'été\ndate: 2009-06-24\n---\n")
    return root


@pytest.mark.parametrize(
    ("mark", "target", "habit", "address"),
    [
        ("_config.yml", "_posts/2009-06-24-b.md", None, "{% post_url 2009-06-24-b %}"),
        ("_config.yml", "_posts/x/2009-06-24-b.md", None, "{% post_url x/2009-06-24-b %}"),
        ("_config.yml", "about.md", None, "{% link about.md %}"),
        (
            *("_config.yml", "_posts/2009-06-24-b.md", LinkHabit("link")),
            "{% link _posts/2009-06-24-b.md %}",
        ),
        (
            *("_config.yml", "_posts/2009-06-24-b.md", LinkHabit("address", "{{ site.baseurl }}")),
            "{{ site.baseurl }}/2009/06/24/b.html",
        ),
        ("hugo.toml", "content/post/b.md", None, '{{< relref "/post/b.md" >}}'),
        ("hugo.toml", "content/post/b/index.md", None, '{{< relref "/post/b" >}}'),
        (
            *("hugo.toml", "content/post/b.md", LinkHabit("% ref", is_rooted=False)),
            '{{% ref "post/b.md" %}}',
        ),
        ("hugo.toml", "content/post/b.md", LinkHabit("address"), "/post/b/"),
        ("pelicanconf.py", "content/b.md", None, "{filename}/b.md"),
        ("mkdocs.yml", "docs/b.md", None, "../docs/b.md"),
    ],
)
def test_a_link_is_written_as_the_generator_reads_it(tmp_path, mark, target, habit, address):
    made(tmp_path, target, "here/a.md")
    (tmp_path / mark).write_text("")
    site = find_site(tmp_path / target)
    (found,) = [
        one for one in TargetsRead().targets(site, tmp_path) if one.path == tmp_path / target
    ]
    assert (found.title, found.date) == ("L'été", "2009-06-24")
    if habit and habit.form == "address":
        found = replace(found, address=address_of(found, site))
    assert written(habit, found, site, tmp_path / "here" / "a.md") == address


def test_beside_a_post_without_a_site_it_is_the_files_name(tmp_path):
    made(tmp_path, "a.md", "b.md")
    site = find_site(tmp_path / "a.md")
    target = Target(tmp_path / "b.md", "B")
    assert written(LinkHabit("address"), target, site, tmp_path / "a.md") == "b.md"
    assert usual(find_site(tmp_path / "x.txt")).form == "address"


@pytest.mark.parametrize("typed", ["https://a.b/c", "www.a.b", "/a", "#b", "mailto:a@b.c", "../a"])
def test_an_address_is_known_by_its_look(typed):
    assert is_address(typed)


@pytest.mark.parametrize("typed", ["a title", "Google Wave: a title", "", "2009", "note: x"])
def test_words_are_no_address(typed):
    assert not is_address(typed)


@pytest.mark.parametrize(
    ("start", "end", "address", "new"),
    [
        (2, 2, "/b/", r"a [A \[title\]](/b/)b"),
        (0, 1, "/b/", "[a](/b/) b"),
        (0, 1, "{% post_url 2009-06-24-b %}", "[a]({% post_url 2009-06-24-b %}) b"),
        (0, 1, "a b.md", "[a](<a b.md>) b"),
    ],
)
def test_the_selection_or_the_title_becomes_the_links_text(start, end, address, new):
    formatted = link_to("a b", start, end, address, "A [title]")
    assert apply("a b", formatted.edits) == new


def test_posts_are_found_by_words_of_their_titles_without_accents():
    found = [
        Target(Path("a.md"), "Un été"),
        Target(Path("b.md"), "L'été à vélo"),
        Target(Path("ete.md"), "Other"),
    ]
    posts = choices(found)
    assert [one.title for one in matching(posts, "ete", 9)] == ["Un été", "L'été à vélo", "Other"]
    assert [one.title for one in matching(posts, "velo ete", 9)] == ["L'été à vélo"]
    assert matching(posts, "", 2) == found[:2]


def test_a_post_that_changed_is_read_again(tmp_path):
    made(tmp_path, "_posts/2009-06-24-b.md")
    read, site = TargetsRead(), find_site(tmp_path / "_posts" / "2009-06-24-b.md")
    assert read.targets(site, tmp_path)[0].title == "L'été"
    (tmp_path / "_posts/2009-06-24-b.md").write_text("---\ntitle: Another one\n---\n")
    assert read.targets(site, tmp_path)[0].title == "Another one"
