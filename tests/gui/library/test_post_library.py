"""The window's library: it follows the folder, off the window's thread."""


def test_a_folder_s_posts_are_known(library):
    assert library.is_listed
    assert len(library.entries) == 5
    assert library.entries["about.md"].title == "About"


def test_a_new_file_and_one_that_is_gone_are_noticed(qtbot, library, folder):
    (folder / "_posts" / "2020-01-02-new.md").write_text("---\ntitle: New\n---\n")
    (folder / "about.md").unlink()
    qtbot.waitUntil(lambda: "_posts/2020-01-02-new.md" in library.entries, timeout=20_000)
    qtbot.waitUntil(lambda: "about.md" not in library.entries, timeout=20_000)


def test_a_file_written_in_place_is_read_again_at_the_next_look(qtbot, library, folder):
    with (folder / "about.md").open("w") as file:
        file.write("---\ntitle: Another title\n---\n")
    library.look()
    qtbot.waitUntil(lambda: library.entries["about.md"].title == "Another title", timeout=20_000)


def test_paths_and_places_are_each_other(library, folder):
    assert library.path(library.entries["about.md"]) == folder / "about.md"
    assert library.place(folder / "about.md") == "about.md"
    assert library.place(folder.parent / "other.md") == ""
    assert library.place(None) == ""


def test_another_folder_takes_the_place_of_the_first(qtbot, library, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.md").write_text("")
    with qtbot.waitSignal(library.read):
        library.open(other)
    assert list(library.entries) == ["x.md"]


def test_a_folder_that_is_gone_has_no_posts(qtbot, new_library, tmp_path):
    library = new_library()
    with qtbot.waitSignal(library.read):
        library.open(tmp_path / "gone")
    assert not library.entries
