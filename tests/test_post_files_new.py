"""New posts: where they go, what they are called, and what stands in them."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor import front_matter
from editor.post import Post
from editor.post_files.manner import is_name
from editor.post_files.new_post import new_post
from tests.sites_of_posts import HUGO, JEKYLL, NOW, PELICAN, manner_in, written

TITLE = "L'excès : à vélo"


def made(root, title=TITLE, *, draft=False, beside=None):
    post = new_post(manner_in(root, beside), title, NOW, draft=draft)
    return post.path.relative_to(root).as_posix(), post.text


def test_a_post_of_jekyll_is_dated_in_the_sites_zone_and_has_the_fields_of_the_others(tmp_path):
    assert made(written(tmp_path, JEKYLL)) == (
        "_posts/2026-11-30-l-excès-à-vélo.md",
        '---\nlayout: post\ntitle: "L\'excès : à vélo"\ndate: 2026-11-30 00:22:05 +0100\n'
        "tags: []\n---\n\n",
    )


def test_a_draft_of_jekyll_goes_to_drafts_without_date(tmp_path):
    assert made(written(tmp_path, JEKYLL), draft=True) == (
        "_drafts/l-excès-à-vélo.md",
        '---\nlayout: post\ntitle: "L\'excès : à vélo"\ntags: []\n---\n\n',
    )


def test_the_first_draft_of_a_site_without_any_has_the_fields_of_its_posts_and_no_date(tmp_path):
    files = {name: text for name, text in JEKYLL.items() if "_drafts" not in name}
    path, text = made(written(tmp_path, files), "Un", draft=True)
    assert path == "_drafts/un.md"
    assert text == "---\nlayout: post\ntitle: Un\ntags: []\n---\n\n"


def test_the_first_post_of_a_site_of_jekyll(tmp_path):
    root = written(tmp_path, {"_config.yml": "source: src\n"})
    path, text = made(root, "Un")
    assert path.startswith("src/_posts/2026-11-")
    assert path.endswith("-un.md")
    assert list(Post.parse(text).values) == ["layout", "title", "date"]


def test_a_post_beside_one_of_a_year_goes_to_the_folder_of_this_year(tmp_path):
    root = written(
        tmp_path, {"_config.yml": "", "_posts/2009/06/2009-06-24-a.md": "---\ntitle: A\n---\n"}
    )
    path, _ = made(root, "Un", beside=root / "_posts/2009/06/2009-06-24-a.md")
    assert path.startswith("_posts/2026/11/2026-11-")


def test_a_post_beside_one_of_a_collection_goes_there_and_needs_no_date(tmp_path):
    files = {f"_recipes/{name}.md": f"---\ntitle: {name}\n---\n" for name in ("a", "b", "c")}
    root = written(tmp_path, {**JEKYLL, **files})
    assert made(root, "Un", beside=root / "_recipes/a.md") == (
        "_recipes/un.md",
        "---\ntitle: Un\n---\n\n",
    )


def test_a_post_of_hugo_is_a_bundle_where_the_others_are(tmp_path):
    assert made(written(tmp_path, HUGO), "Un été") == (
        "content/posts/un-été/index.md",
        '+++\ntitle = "Un été"\ndate = 2026-11-30T00:22:05+01:00\ndraft = false\ntags = []\n'
        'author = "Me"\n+++\n\n',
    )


def test_a_draft_of_hugo_says_so(tmp_path):
    path, text = made(written(tmp_path, HUGO), "Un", draft=True)
    assert path == "content/posts/un/index.md"
    assert Post.parse(text).values["draft"] is True


def test_the_first_post_of_a_site_of_hugo(tmp_path):
    root = written(tmp_path, {"hugo.toml": 'timeZone = "UTC"\n'})
    assert made(root, "Un", draft=True) == (
        "content/posts/un.md",
        "---\ntitle: Un\ndate: 2026-11-29T23:22:05+00:00\ndraft: true\n---\n\n",
    )


def test_an_archetype_is_filled_and_what_is_not_known_of_it_is_told(tmp_path):
    archetype = (
        '+++\ntitle = "{{ replace .Name "-" " " | title }}"\ndate = {{ .Date }}\ndraft = true\n'
        'tags = []\nauthor = "{{ .Site.Params.author }}"\n'
        'year = {{ now.Format "2006" }}{{/* of its writing */}}\n+++\n\n'
        "<!-- {{ .Name | humanize }}, {{ dateFormat `2 January` .Date }} -->\n"
    )
    root = written(tmp_path, {**HUGO, "archetypes/posts.md": archetype})
    post = new_post(manner_in(root), "Le « titre »", NOW)
    assert post.text == (
        '+++\ntitle = "Le « titre »"\ndate = 2026-11-30T00:22:05+01:00\ndraft = false\n'
        'tags = []\nauthor = "Me"\nyear = 2026\n+++\n\n<!-- Le titre, 30 November -->\n'
    )
    assert post.dropped == ("{{ .Site.Params.author }}",)


def test_an_archetype_in_another_format_than_the_posts_is_none(tmp_path):
    root = written(tmp_path, {**HUGO, "archetypes/default.md": "---\nx: 1\n---\n"})
    assert made(root, "Un")[1].startswith("+++\n")


def test_a_post_of_pelican_has_a_header(tmp_path):
    root = written(tmp_path, PELICAN)
    assert made(root, "Un : deux", draft=True) == (
        "content/un-deux.md",
        "Title: Un : deux\nDate: 2026-11-30 00:22\nCategory: Tech\nTags: \nStatus: draft\n\n",
    )


def test_a_scaffold_of_hexo_is_filled(tmp_path):
    root = written(
        tmp_path,
        {
            "_config.yml": "timezone: Europe/Paris\n",
            "source/_posts/a.md": "---\ntitle: A\ndate: 2024-01-05 10:00:00\n---\n",
            "scaffolds/post.md": "---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n",
        },
    )
    assert made(root, "Un : deux") == (
        "source/_posts/un-deux.md",
        '---\ntitle: "Un : deux"\ndate: 2026-11-30 00:22:05\ntags:\n---\n\n',
    )


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    root = written(tmp_path, HUGO)
    assert made(root, "Two")[0] == "content/posts/two-2/index.md"
    written(root, {"content/posts/two-2/index.md": ""})
    assert made(root, "Two")[0] == "content/posts/two-3/index.md"


def test_a_title_never_makes_a_post_the_page_of_its_folder(tmp_path):
    root = written(tmp_path, {"hugo.toml": "", "content/posts/a.md": "---\ntitle: A\n---\n"})
    assert made(root, "Index")[0] == "content/posts/index-post.md"


def test_the_notation_of_the_newest_post_is_kept(tmp_path):
    post = (
        "---\n# of the year {n}\ntitle: 'Post {n}'\ndate: 2024-01-0{n}\n"
        "categories:\n  - blog\nseries: s{n}\nslug: s{n}\nid: {n}\n---\n"
    )
    files = {f"_posts/2024-01-0{n}-{n}.md": post.replace("{n}", str(n)) for n in range(1, 6)}
    _, text = made(written(tmp_path, {"_config.yml": "", **files}), "Un")
    day = text.split("date: ")[1][:10]
    assert text == (
        f"---\ntitle: 'Un'\ndate: {day}\ncategories:\n  - blog\nseries:\nslug: un\n---\n\n"
    )


def test_a_post_in_no_site_is_like_those_of_its_folder(tmp_path):
    root = written(tmp_path, {"a.md": "---\ntitle: A\nmood: good\n---\n"})
    path, text = made(root, "Un")
    assert path == "un.md"
    assert list(Post.parse(text).values)[:2] == ["title", "mood"]


@pytest.mark.parametrize("files", [JEKYLL, HUGO, PELICAN], ids=["jekyll", "hugo", "pelican"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=st.text(max_size=80))
def test_any_title_gives_a_name_and_is_read_back(tmp_path, files, title):
    if title.strip() == "":
        title = "A" + title
    manner = manner_in(written(tmp_path, files))
    post = new_post(manner, title.strip(), NOW)
    assert is_name(post.path.parent.name if post.path.stem == "index" else post.path.stem)
    field = front_matter.read(post.text).field("title")
    assert not front_matter.read(post.text).problems
    assert field is not None
    if title.isprintable() and title.strip() != "" and "\\" not in title:
        assert json.dumps(field.value) == json.dumps(title.strip())
