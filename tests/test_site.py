import pytest

from editor.site import Site, find_site


@pytest.mark.parametrize(
    ("mark", "generator"),
    [
        ("_config.yml", "jekyll"),
        ("hugo.toml", "hugo"),
        ("hugo.yaml", "hugo"),
        ("config/_default/hugo.toml", "hugo"),
        ("pelicanconf.py", "pelican"),
    ],
)
def test_a_site_is_found_by_its_settings_above_the_post(tmp_path, mark, generator):
    (tmp_path / mark).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / mark).write_text("")
    post = tmp_path / "content" / "deep" / "post.md"
    post.parent.mkdir(parents=True)
    assert find_site(post) == Site(tmp_path, generator)


def test_hugos_old_settings_name_counts_only_beside_hugos_folders(tmp_path):
    (tmp_path / "config.toml").write_text("")
    assert not find_site(tmp_path / "post.md").is_found
    (tmp_path / "archetypes").mkdir()
    assert find_site(tmp_path / "post.md") == Site(tmp_path, "hugo")


def test_the_nearest_settings_win(tmp_path):
    (tmp_path / "_config.yml").write_text("")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "hugo.toml").write_text("")
    assert find_site(tmp_path / "docs" / "a.md").generator == "hugo"


def test_the_settings_of_pelican_are_not_executed(tmp_path):
    (tmp_path / "pelicanconf.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    assert find_site(tmp_path / "a.md").generator == "pelican"
    assert not (tmp_path / "ran").exists()


def test_a_folder_of_posts_without_settings_still_has_a_root(tmp_path):
    assert find_site(tmp_path / "_posts" / "hello.md") == Site(tmp_path, "jekyll")


@pytest.mark.parametrize(
    ("name", "text", "generator"),
    [
        ("2009-06-24-biz.md", "", "jekyll"),
        ("a.md", "---\ntitle: A\n---\n", "jekyll"),
        ("a.md", "+++\ntitle = 'A'\n+++\n", "hugo"),
        ("a.md", "Title: A\n\nText", "pelican"),
        ("a.md", "# A", "commonmark"),
    ],
)
def test_without_a_site_the_post_itself_tells_the_generator(tmp_path, name, text, generator):
    assert find_site(tmp_path / name, text) == Site(None, generator)


def test_a_post_not_yet_saved_lies_in_no_site():
    assert find_site(None, "text") == Site(None, "commonmark")
