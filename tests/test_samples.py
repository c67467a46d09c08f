"""The sample blog: where its copy goes, and that what is there stays."""

import pytest

from editor import samples
from tests.conftest import SAMPLES


def test_the_copy_has_every_file_of_the_sample_blog(tmp_path):
    blog = samples.copy(tmp_path)
    assert blog == samples.place(tmp_path)
    for file in SAMPLES.rglob("*"):
        copied = blog / file.relative_to(SAMPLES)
        assert copied.is_dir() if file.is_dir() else copied.read_bytes() == file.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [blog.name]


def test_a_copy_that_was_changed_stays_as_it_is(tmp_path):
    post = samples.first_post(samples.copy(tmp_path), "en")
    post.write_text("mine", encoding="utf-8")
    assert samples.first_post(samples.copy(tmp_path), "en").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_there_is_a_post_to_begin_with_in_any_language(tmp_path, language):
    assert samples.first_post(samples.copy(tmp_path), language).is_file()


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        samples.copy(tmp_path / "none")


def test_the_sample_can_be_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(samples, "_PACKAGE", tmp_path / "a" / "b")
    with pytest.raises(FileNotFoundError):
        samples.copy(tmp_path)
