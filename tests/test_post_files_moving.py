"""Renaming, publishing and taking back: what moves, and which links are mended."""

import pytest

from editor import front_matter
from editor.post import Post
from editor.post_files.duplicating import duplicate
from editor.post_files.manner import is_bundle, is_name
from editor.post_files.naming import Naming
from editor.post_files.publishing import is_draft, publish, unpublish
from editor.post_files.renaming_posts import name_by_fields, rename
from tests.sites_of_posts import HUGO, JEKYLL, NOW, PELICAN, manner_in, texts, written


def moves(plan, root):
    return [
        (one.path.relative_to(root).as_posix(), one.to.relative_to(root).as_posix())
        for one in plan.moved
    ]


def links(changes, root):
    """The last line of each file that changes."""
    return {name: text.rstrip("\n").split("\n")[-1] for name, text in texts(changes, root).items()}


# Renaming


def test_a_renamed_post_of_jekyll_is_linked_to_by_its_new_name(tmp_path):
    root = written(tmp_path, JEKYLL)
    plan = rename(manner_in(root), root / "_posts/2024-01-05-one.md", "2024-01-06-first")
    assert moves(plan, root) == [("_posts/2024-01-05-one.md", "_posts/2024-01-06-first.md")]
    assert links(plan.changed, root) == {
        "_posts/2024-02-06-two.md": (
            "Back to [one](2024-01-06-first.md#top), and {% post_url 2024-01-06-first %}."
        )
    }


def test_the_tag_link_follows_too(tmp_path):
    root = written(tmp_path, JEKYLL)
    plan = rename(manner_in(root), root / "_posts/2024-03-07-three.md", "2024-03-07-third")
    assert (
        "{% link _posts/2024-03-07-third.md %}"
        in links(plan.changed, root)["_posts/2024-01-05-one.md"]
    )


def test_a_renamed_bundle_of_hugo_takes_its_images_along(tmp_path):
    root = written(tmp_path, HUGO)
    plan = rename(manner_in(root), root / "content/posts/one/index.md", "first")
    assert moves(plan, root) == [("content/posts/one", "content/posts/first")]
    assert plan.path == root / "content/posts/first/index.md"
    assert links(plan.changed, root) == {
        "content/posts/two/index.md": 'Back to [one]({{< relref "../first/index.md#top" >}}).',
        "content/posts/three/index.md": (
            'Three, after {{% ref "/posts/first" %}} and {{< ref first >}}.'
        ),
    }


def test_links_of_pelican_follow_with_the_notation_they_have(tmp_path):
    root = written(tmp_path, PELICAN)
    manner = manner_in(root)
    plan = rename(manner, root / "content/one.md", "first")
    assert links(plan.changed, root) == {
        "content/deep/three.md": "Back to [one](|filename|../first.md)."
    }
    plan = rename(manner, root / "content/deep/three.md", "third")
    assert links(plan.changed, root) == {
        "content/one.md": "See [two]({filename}/two.md) and [three]({filename}deep/third.md#x)."
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](/2024/01/05/one/)", "[a](/2024/01/05/first/)"),
        ("[a](/2024/01/05/one)", "[a](/2024/01/05/first)"),
        ("[a](/2024/01/05/one/#top)", "[a](/2024/01/05/first/#top)"),
        ("[a]: https://example.org/blog/2024/01/05/one/", None),
        ('<a href="/blog/2024/01/05/one/">', '<a href="/blog/2024/01/05/first/">'),
        ("{{ '/2024/01/05/one/' | relative_url }}", "{{ '/2024/01/05/first/' | relative_url }}"),
        (
            "[a](https://elsewhere.org/2024/01/05/one/)",
            "[a](https://elsewhere.org/2024/01/05/one/)",
        ),
        ("[a](/2024/01/05/one/more/)", "[a](/2024/01/05/one/more/)"),
        ("in words: /2024/01/05/one/", "in words: /2024/01/05/one/"),
    ],
)
def test_an_address_is_mended_where_it_is_what_a_link_leads_to(tmp_path, before, after):
    config = JEKYLL["_config.yml"] + "url: https://example.org\nbaseurl: /blog\n"
    post = f"---\ntitle: X\n---\n{before}\n"
    root = written(tmp_path, {**JEKYLL, "_config.yml": config, "_posts/2024-09-09-x.md": post})
    plan = rename(manner_in(root), root / "_posts/2024-01-05-one.md", "2024-01-05-first")
    after = after or before.replace("one", "first")
    assert links(plan.changed, root).get("_posts/2024-09-09-x.md", before) == after


def test_an_address_in_a_site_of_hugo_is_mended_too(tmp_path):
    post = "---\ntitle: X\n---\n[a](/posts/one/), [b](https://example.org/posts/one/#top)\n"
    root = written(tmp_path, {**HUGO, "content/posts/x.md": post})
    plan = rename(manner_in(root), root / "content/posts/one/index.md", "first")
    assert links(plan.changed, root)["content/posts/x.md"] == (
        "[a](/posts/first/), [b](https://example.org/posts/first/#top)"
    )


def test_pages_and_what_they_include_are_mended_too(tmp_path):
    files = {
        "index.html": "---\n---\n<a href='{% post_url 2024-01-05-one %}'>One</a>\n",
        "_includes/nav.html": "{% link _posts/2024-01-05-one.md %}\n",
        "_site/index.html": "{% post_url 2024-01-05-one %}\n",
    }
    root = written(tmp_path, {**JEKYLL, **files})
    plan = rename(manner_in(root), root / "_posts/2024-01-05-one.md", "2024-01-05-first")
    changed = links(plan.changed, root)
    assert changed["index.html"] == "<a href='{% post_url 2024-01-05-first %}'>One</a>"
    assert changed["_includes/nav.html"] == "{% link _posts/2024-01-05-first.md %}"
    assert "_site/index.html" not in changed


@pytest.mark.parametrize(
    ("files", "path", "bundle"),
    [
        (JEKYLL, "index.md", False),
        (JEKYLL, "about/index.md", False),
        (HUGO, "content/index.md", False),
        (HUGO, "content/posts/one/index.md", True),
        (HUGO, "content/posts/_index.md", False),
        (PELICAN, "content/index.md", False),
        ({"astro.config.mjs": ""}, "src/content/blog/one/index.md", True),
        ({"astro.config.mjs": ""}, "src/content/blog/index.md", False),
        (
            {"astro.config.mjs": "", "src/content/blog/one/two/index.md": ""},
            "src/content/blog/one/index.md",
            False,
        ),
        ({}, "index.md", False),
    ],
)
def test_only_a_folder_that_is_one_posts_own_goes_with_it(tmp_path, files, path, bundle):
    root = written(tmp_path, {**files, path: files.get(path, "")})
    assert is_bundle(root / path) == bundle


def test_a_spelt_out_link_stays_spelt_out(tmp_path):
    root = written(
        tmp_path,
        {
            "_config.yml": "",
            "_posts/2024-01-05-été.md": "---\ntitle: A\n---\n",
            "_posts/2024-01-06-b.md": "---\ntitle: B\n---\n[a](2024-01-05-%C3%A9t%C3%A9.md)\n",
        },
    )
    plan = rename(manner_in(root), root / "_posts/2024-01-05-été.md", "2024-01-05-août")
    assert links(plan.changed, root) == {"_posts/2024-01-06-b.md": "[a](2024-01-05-ao%C3%BBt.md)"}


def test_the_name_follows_title_and_date(tmp_path):
    root = written(tmp_path, JEKYLL)
    manner, path = manner_in(root), root / "_posts/2024-01-05-one.md"
    naming = Naming.of(front_matter.read("---\ntitle: L'été\ndate: 2024-01-09\n---\n"))
    assert name_by_fields(manner, path, naming) == "2024-01-09-l-été"
    assert name_by_fields(manner, root / "_drafts/later.md", naming) == "l-été"
    without = Naming.of(front_matter.read("no fields"))
    assert name_by_fields(manner, path, without) == "2024-01-05-one"


@pytest.mark.parametrize("name", ["", " ", "a/b", "..", ".a", "a\nb", "a:b", "a.", "x" * 300])
def test_what_no_file_can_be_called(name):
    assert not is_name(name)


# Publishing


def test_a_published_draft_of_jekyll_is_a_post_of_today_with_its_date_where_others_have_it(
    tmp_path,
):
    root = written(tmp_path, JEKYLL)
    draft = root / "_drafts/later.md"
    assert is_draft(manner_in(root), draft, draft.read_text())
    plan = publish(manner_in(root), draft, NOW)
    assert moves(plan, root) == [("_drafts/later.md", "_posts/2026-11-30-later.md")]
    assert texts(plan.changed, root) == {
        "_drafts/later.md": (
            "---\nlayout: post\ntitle: Later\ndate: 2026-11-30 00:22:05 +0100\ntags: [c]\n---\n\n"
            "Later.\n"
        )
    }


def test_a_draft_in_a_folder_keeps_it(tmp_path):
    root = written(tmp_path, {**JEKYLL, "_drafts/travel/rome.md": "---\ntitle: Rome\n---\n"})
    plan = publish(manner_in(root), root / "_drafts/travel/rome.md", NOW)
    assert plan.path == root / "_posts/travel/2026-11-30-rome.md"


def test_a_post_of_jekyll_goes_back_to_drafts_without_its_day(tmp_path):
    root = written(tmp_path, JEKYLL)
    path = root / "_posts/2024-03-07-three.md"
    assert not is_draft(manner_in(root), path, path.read_text())
    plan = unpublish(manner_in(root), path)
    assert moves(plan, root) == [("_posts/2024-03-07-three.md", "_drafts/three.md")]
    assert "{% link _drafts/three.md %}" in links(plan.changed, root)["_posts/2024-01-05-one.md"]


def test_a_post_that_says_published_false_is_published_where_it_is(tmp_path):
    text = "---\ntitle: X\ndate: 2020-01-01\npublished: false\n---\n"
    root = written(tmp_path, {**JEKYLL, "_posts/2020-01-01-x.md": text})
    path = root / "_posts/2020-01-01-x.md"
    assert is_draft(manner_in(root), path, text)
    plan = publish(manner_in(root), path, NOW)
    assert not plan.moved
    assert texts(plan.changed, root)["_posts/2020-01-01-x.md"] == (
        "---\ntitle: X\ndate: 2026-11-30\n---\n"
    )


def test_a_draft_of_hugo_says_so_no_more_and_is_of_today(tmp_path):
    root = written(tmp_path, HUGO)
    path = root / "content/posts/three/index.md"
    assert is_draft(manner_in(root), path, path.read_text())
    plan = publish(manner_in(root), path, NOW)
    assert not plan.moved
    values = Post.parse(texts(plan.changed, root)["content/posts/three/index.md"]).values
    assert values["draft"] is False
    assert str(values["date"]) == "2026-11-30 00:22:05+01:00"
    plan = unpublish(manner_in(root), root / "content/posts/two/index.md")
    assert "draft = true" in texts(plan.changed, root)["content/posts/two/index.md"]


def test_a_draft_of_pelican_has_its_status_taken_away_where_others_have_none(tmp_path):
    root = written(tmp_path, PELICAN)
    path = root / "content/deep/three.md"
    assert is_draft(manner_in(root), path, path.read_text())
    plan = publish(manner_in(root), path, NOW)
    assert texts(plan.changed, root)["content/deep/three.md"].startswith(
        "Title: Three\nDate: 2026-11-30 00:22\nCategory: Tech\nTags: c\n\n"
    )
    plan = unpublish(manner_in(root), root / "content/two.md")
    assert "Status: draft\n" in texts(plan.changed, root)["content/two.md"]


# Copies


def test_a_copy_has_its_own_title_name_and_date_and_no_address_of_the_other(tmp_path):
    root = written(tmp_path, JEKYLL)
    plan = duplicate(manner_in(root), root / "_posts/2024-03-07-three.md", "Three (copy)", NOW)
    (created,) = plan.created
    assert created.path == root / "_posts/2026-11-30-three-copy.md"
    assert created.text == (
        "---\nlayout: post\ntitle: Three (copy)\ndate: 2026-11-30 00:22:05 +0100\n"
        "tags: [b]\n---\n\nThree.\n"
    )


def test_a_copy_of_a_bundle_has_its_images(tmp_path):
    root = written(tmp_path, HUGO)
    plan = duplicate(manner_in(root), root / "content/posts/one/index.md", "One (copy)", NOW)
    assert plan.path == root / "content/posts/one-copy/index.md"
    assert [one.to for one in plan.copied] == [root / "content/posts/one-copy/x.png"]


def test_links_in_code_stay_but_tags_there_follow_for_they_are_carried_out(tmp_path):
    root = written(tmp_path, JEKYLL)
    two = root / "_posts/2024-02-06-two.md"
    text = (
        "---\ntitle: Two\n---\n`[one](2024-01-05-one.md)` "
        "{% raw %}[a](2024-01-05-one.md){% endraw %}"
        "\n\n```\n[one](2024-01-05-one.md)\n{% post_url 2024-01-05-one %}\n```\n\n"
        "- list\n\n    [one](2024-01-05-one.md)\n"
    )
    two.write_text(text)
    plan = rename(manner_in(root), root / "_posts/2024-01-05-one.md", "2024-01-06-first")
    after = text.replace("url 2024-01-05-one", "url 2024-01-06-first")
    after = after.replace("    [one](2024-01-05-one", "    [one](2024-01-06-first")
    assert texts(plan.changed, root)["_posts/2024-02-06-two.md"] == after


def test_a_draft_that_is_published_keeps_its_links_to_files_beside_it(tmp_path):
    body = "[n](notes.md) ![p](./pictures/a%20b.png) [up](../about.md) [a](../2024/x/) [w](https://x.y)"
    root = written(
        tmp_path,
        {
            **JEKYLL,
            "_drafts/travel/rome.md": f"---\ntitle: Rome\n---\n{body}\n",
            "_drafts/travel/notes.md": "Notes",
            "_drafts/travel/pictures/a b.png": "PNG",
            "_drafts/about.md": "About",
        },
    )
    plan = publish(manner_in(root), root / "_drafts/travel/rome.md", NOW)
    assert links(plan.changed, root)["_drafts/travel/rome.md"] == (
        "[n](../../_drafts/travel/notes.md) ![p](./../../_drafts/travel/pictures/a%20b.png) "
        "[up](../../_drafts/about.md) [a](../2024/x/) [w](https://x.y)"
    )
