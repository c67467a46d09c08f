"""Long posts: form, preview and counts wait until the writer asks; very long ones have none."""

import pytest

from editor.edits import Edit
from editor.gui.posts import document as documents
from editor.render_process import RenderProcess

POST = "---\ntitle: A\n---\n\nSome words of a body.\n"


@pytest.fixture
def sizes(monkeypatch):
    """Long is what has over 100 characters here, very long what has over 1000."""
    monkeypatch.setattr(documents, "_LONG", 100)
    monkeypatch.setattr(documents, "_VERY_LONG", 1000)


@pytest.fixture
def rendered(monkeypatch):
    """The texts that were handed to the child process, whole or by edits."""
    texts = []
    render = RenderProcess.render

    def watched(self, request, base):
        texts.append(request.text if request.text is not None else request.edits)
        return render(self, request, base)

    monkeypatch.setattr(RenderProcess, "render", watched)
    return texts


def post(folder, length, name="a.md"):
    path = folder / name
    path.write_text(POST + "x" * (length - len(POST)))
    return path


def shown(window):
    """Whether form and preview can be seen."""
    return window.form.isVisible(), window.preview.isVisible()


def append(document, text):
    end = len(document.text)
    document.apply([Edit(end, end, text)])


def first_line(window):
    return next(iter(window.source.in_view.blocks(window.source.rect())))[0].text()


@pytest.mark.usefixtures("sizes")
def test_form_and_preview_of_a_long_post_wait_until_they_are_asked_for(
    qtbot, window, tmp_path, rendered
):
    window.open_path(post(tmp_path, 200))
    document = window.posts.current
    assert shown(window) == (False, False)
    assert first_line(window) == "---"
    assert "a.md is long: form, preview and counts wait" in window.messages.texts["long"]
    assert "Long: kept aside every 2 s" in window.status.texts
    assert not any("word" in text for text in window.status.texts)
    append(document, "more")
    qtbot.waitUntil(lambda: not window.following.calm.isActive())
    assert not any(rendered)
    window.messages.take_way("long", "Show form and preview")
    assert shown(window) == (True, True)
    assert window.form.box("title").text() == "A"
    assert first_line(window) == ""
    assert "form" not in window.messages.texts["long"]
    qtbot.waitUntil(lambda: document.text in rendered)
    qtbot.waitUntil(lambda: any("word" in text for text in window.status.texts))


@pytest.mark.usefixtures("sizes")
@pytest.mark.parametrize("command", ["show_form", "show_preview"])
def test_the_commands_for_the_panes_ask_too(window, tmp_path, command):
    window.open_path(post(tmp_path, 200))
    assert window.actions_.by_name[command].isChecked()  # as it is for other posts
    window.actions_.by_name[command].trigger()
    assert shown(window) == (True, True)
    assert window.actions_.by_name[command].isChecked()
    window.actions_.by_name[command].trigger()
    assert shown(window) == (command != "show_form", command != "show_preview")


@pytest.mark.usefixtures("sizes")
def test_going_to_the_form_asks_for_it(window, tmp_path):
    window.open_path(post(tmp_path, 200))
    window.actions_.by_name["to_form"].trigger()
    assert shown(window) == (True, True)


@pytest.mark.usefixtures("sizes")
def test_a_very_long_post_is_plain_text(window, tmp_path, rendered):
    window.open_path(post(tmp_path, 2000))
    assert "a.md is very long: it is shown as plain text" in window.messages.texts["long"]
    window.actions_.by_name["to_form"].trigger()
    assert shown(window) == (False, False)
    assert first_line(window) == "---"
    assert not any(rendered)


@pytest.mark.usefixtures("sizes")
def test_each_post_has_the_panes_that_its_length_lets_it_have(window, tmp_path):
    window.open_path(post(tmp_path, 60, "short.md"))
    assert shown(window) == (True, True)
    assert "long" not in window.messages.texts
    window.open_path(post(tmp_path, 200, "long.md"))
    window.long_posts.ask()
    window.open_path(post(tmp_path, 200, "other.md"))
    assert shown(window) == (False, False)
    window.open_path(tmp_path / "long.md")
    assert shown(window) == (True, True)
    window.actions_.by_name["show_form"].setChecked(False)
    window.open_path(tmp_path / "other.md")
    window.open_path(tmp_path / "short.md")
    assert shown(window) == (False, True)
    assert not any("Long" in text for text in window.status.texts)


@pytest.mark.usefixtures("sizes")
def test_a_post_that_grows_long_loses_the_panes_and_one_that_shrinks_gets_them(
    qtbot, window, tmp_path
):
    window.open_path(post(tmp_path, 60))
    document = window.posts.current
    append(document, "x" * 100)
    qtbot.waitUntil(lambda: shown(window) == (False, False))
    assert "is long" in window.messages.texts["long"]
    document.replace_text(POST)
    qtbot.waitUntil(lambda: shown(window) == (True, True))
    assert "long" not in window.messages.texts


@pytest.mark.usefixtures("sizes")
def test_what_grew_and_shrank_at_once_is_rendered_as_it_is(window, tmp_path, monkeypatch):
    window.open_path(post(tmp_path, 60))
    document, asked = window.posts.current, []
    monkeypatch.setattr(window.live, "show_text", lambda *asked_: asked.append(asked_))
    append(document, "x" * 100)
    append(document, "y")
    document.qt.undo()
    document.qt.undo()
    append(document, "z")
    texts = [(text, edit is None) for text, *_, edit in asked]
    text = document.text
    assert texts == [("", True), (text[:-1], True), (text, False)]
