"""How new images are written: as the site's posts write theirs."""

from pathlib import Path

import pytest

from editor.image_links import ImageHabit, in_folder, learn, markup, place_of, usual
from editor.references import references
from editor.site import find_site
from editor.site_media import OwnAddress, named_files, site_folders

OWN = OwnAddress(frozenset({"own.org"}), "/blog")
HEAD = "---\ntitle: x\n---\n"


def site_of(root: Path, marks: str, post: str, *folders: str):
    for name in (post, *folders):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
    for name in folders:
        (root / name).mkdir(parents=True, exist_ok=True)
    (root / marks).write_text("")
    (root / post).write_text(HEAD)
    return find_site(root / post), root / post


@pytest.mark.parametrize(
    ("marks", "post", "folder", "seen", "file", "written"),
    [
        (
            *("_config.yml", "_posts/2024-03-01-a.md", "assets/img"),
            "![x](/assets/img/b.png)",
            "assets/img/a-1.png",
            "![new](/assets/img/a-1.png)",
        ),
        (
            *("_config.yml", "_posts/2024-03-01-a.md", "assets"),
            '![x]({{ "/assets/2023/05/b.png" | relative_url }})',
            "assets/2024/03/a-1.png",
            '![new]({{ "/assets/2024/03/a-1.png" | relative_url }})',
        ),
        (
            *("_config.yml", "_posts/2024-03-01-a.md", "img"),
            '<img class="z" src="{{ site.baseurl }}/img/other/b.png">',
            "img/a/a-1.png",
            '<img src="{{ site.baseurl }}/img/a/a-1.png" alt="new">',
        ),
        (
            *("_config.yml", "_posts/2024-03-01-a.md", "img"),
            "![x](https://own.org/blog/img/b.png)",
            "img/a-1.png",
            "![new](https://own.org/blog/img/a-1.png)",
        ),
        (
            *("hugo.toml", "content/post/a.md", "static/images"),
            '{{< figure src="/images/b.png" title="t" >}}',
            "static/images/a-1.png",
            '{{< figure src="/images/a-1.png" alt="new" >}}',
        ),
        (
            *("hugo.toml", "content/post/a/index.md", "static/images"),
            "![x](/images/b.png)",
            "content/post/a/a-1.png",
            "![new](a-1.png)",
        ),
        (
            *("pelicanconf.py", "content/a.md", "content/images"),
            "![x]({static}/images/b.png)",
            "content/images/a-1.png",
            "![new]({static}/images/a-1.png)",
        ),
    ],
)
def test_an_image_is_kept_and_written_as_the_posts_do(
    tmp_path, marks, post, folder, seen, file, written
):
    site, path = site_of(tmp_path, marks, post, folder)
    other = path.parent / "2023-05-09-other.md"
    habit = learn([(other, HEAD + seen)], site, OWN)
    place = place_of(habit, site, path, HEAD, OWN)
    assert place.folder / "a-1.png" == tmp_path / file
    source = place.written("a-1.png", "new")
    assert source == written
    place.folder.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_bytes(b"x")
    (reference,) = references(source)
    assert (
        named_files(reference.address, site, path, OWN, site_folders(site)).file == tmp_path / file
    )


@pytest.mark.parametrize(
    ("marks", "post", "own", "written"),
    [
        ("_config.yml", "_posts/2024-03-01-a.md", OwnAddress(), "![n](/assets/images/a-1.png)"),
        (
            *("_config.yml", "_posts/2024-03-01-a.md", OWN),
            '![n]({{ "/assets/images/a-1.png" | relative_url }})',
        ),
        ("hugo.toml", "content/a.md", OwnAddress(), "![n](/images/a-1.png)"),
        ("hugo.toml", "content/a/index.md", OwnAddress(), "![n](a-1.png)"),
        ("pelicanconf.py", "content/a.md", OwnAddress(), "![n]({static}/images/a-1.png)"),
    ],
)
def test_without_images_to_learn_from_it_is_as_the_generators_guide_says(
    tmp_path, marks, post, own, written
):
    site, path = site_of(tmp_path, marks, post)
    assert place_of(None, site, path, HEAD, own).written("a-1.png", "n") == written


def test_a_post_without_a_site_keeps_its_images_beside_it(tmp_path):
    path = tmp_path / "a.md"
    place = place_of(None, find_site(path), path, "", OwnAddress())
    assert (place.folder, place.written("a-1.png", "")) == (tmp_path, "![](a-1.png)")


def test_what_most_posts_do_is_done(tmp_path):
    site, path = site_of(tmp_path, "_config.yml", "_posts/2024-03-01-a.md")
    text = "![](/a/x.png) ![](/b/y.png) ![](/b/z.png) ![](https://elsewhere.org/a.png)"
    assert learn([(path, text)], site, OWN) == ImageHabit("/b")
    assert learn([(path, "no image")], site, OWN) is None


def test_the_alternative_text_breaks_no_notation():
    alt = 'a ] "b" <c>\n& \\'
    assert markup(ImageHabit(""), "x.png", alt) == r'![a \] "b" <c> & \\](x.png)'
    html = markup(ImageHabit("", notation="html"), "x.png", alt)
    assert html == '<img src="x.png" alt="a ] &quot;b&quot; &lt;c&gt; &amp; \\">'
    shortcode = markup(ImageHabit("", notation="< figure"), "x.png", alt)
    assert shortcode == r'{{< figure src="x.png" alt="a ] \"b\" <c> & \\" >}}'


def test_the_usual_place_of_a_site_without_folders_is_beside(tmp_path):
    assert usual(find_site(tmp_path / "a.md"), tmp_path / "a.md", OWN) == ImageHabit("")


def test_a_folder_that_the_writer_chose_comes_before_what_the_posts_do(tmp_path):
    site, path = site_of(tmp_path, "_config.yml", "_posts/2024-03-01-a.md", "assets")
    habit = ImageHabit("/old", '{{ "', '" | relative_url }}')
    wished = in_folder(habit, "/assets/{year}", site, path, OWN)
    place = place_of(wished, site, path, HEAD, OWN)
    assert place.folder == tmp_path / "assets" / "2024"
    assert place.written("a.png", "n") == '![n]({{ "/assets/2024/a.png" | relative_url }})'
    assert in_folder(habit, "", site, path, OWN) == habit


def test_a_bundle_keeps_its_own_images_whatever_was_chosen(tmp_path):
    site, path = site_of(tmp_path, "hugo.toml", "content/a/index.md", "static")
    wished = in_folder(None, "/pics", site, path, OWN)
    assert place_of(wished, site, path, HEAD, OWN).folder == tmp_path / "content" / "a"
