"""The look "In your site" in a real window: its page, and the button that builds the site."""

import json
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWebEngineCore import QWebEnginePage

from editor.settings import settings_path

PAGE = "<!doctype html><title>{0}</title><body><h1>{0}</h1><div class=text>{1}</div>"
WORDS = "The words of the post called {}, as they are built."


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Jekyll site with two posts, not built."""
    root = tmp_path / "blog"
    write(root / "_config.yml", "permalink: /:title.html\n")
    for name in ("one", "two"):
        text = f"---\nlayout: post\ntitle: {name.title()}\n---\n{WORDS.format(name)}\n"
        write(root / "_posts" / f"2020-01-02-{name}.md", text)
    return root


def build(root: Path, *names: str) -> None:
    for name in names:
        text = PAGE.format(name.title(), f"<p>{WORDS.format(name)}</p>")
        write(root / "_site" / f"{name}.html", text)


@pytest.fixture
def shown(window, qtbot, root):
    """The window with the post "one", its preview drawn."""
    with qtbot.waitSignal(window.preview.patched, timeout=20_000):
        window.open_path(root / "_posts" / "2020-01-02-one.md")
    return window


def run(window, qtbot, script: str) -> object:
    with qtbot.waitCallback() as answer:
        page = window.preview.findChild(QWebEnginePage)
        page.runJavaScript(f"JSON.stringify({script})", 1, answer)
    return json.loads(answer.args[0]) if answer.args[0] else None


def wait_for(window, qtbot, script: str, value: object) -> None:
    qtbot.waitUntil(lambda: run(window, qtbot, script) == value, timeout=20_000)


def panel_says(window, qtbot, words: str) -> None:
    panel = window.site_look.panel
    qtbot.waitUntil(lambda: panel.isVisible() and words in panel.text, timeout=20_000)


def python(code: str) -> str:
    return f'"{sys.executable}" -c "{code}"'


# --- The page


def test_the_tab_shows_the_article_in_its_page_and_the_other_one_alone(shown, qtbot, root):
    build(root, "one")
    shown.actions_.by_name["in_site"].trigger()
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))
    shown.actions_.by_name["in_site"].trigger()
    wait_for(shown, qtbot, "document.querySelectorAll('post-block').length", 1)


def test_what_is_typed_is_seen_in_the_page(shown, qtbot, root):
    build(root, "one")
    shown.preview_column.choose_look(in_site=True)
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))
    shown.source.go_to_line(4)
    qtbot.keyClicks(shown.source, "X")
    wait_for(shown, qtbot, "document.querySelector('.text').innerText", "X" + WORDS.format("one"))
    assert shown.site_look.panel.isHidden()


def test_another_post_gets_its_own_page(shown, qtbot, root):
    build(root, "one", "two")
    shown.preview_column.choose_look(in_site=True)
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))
    shown.open_path(root / "_posts" / "2020-01-02-two.md")
    wait_for(shown, qtbot, "document.querySelector('h1')?.innerText", "Two")
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("two"))


def test_a_new_post_is_shown_in_the_page_of_another(shown, qtbot, root):
    build(root, "two")
    text = "---\nlayout: post\ntitle: Brand new\n---\nNothing like it.\n"
    shown.open_path(write(root / "_drafts" / "new.md", text))
    shown.preview_column.choose_look(in_site=True)
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", "Nothing like it.")
    assert run(shown, qtbot, "document.querySelector('h1').innerText") == "Brand new"
    assert "“Two”" in shown.preview_column._told.whole


def test_a_page_that_is_deleted_while_it_is_shown_gives_way(shown, qtbot, root):
    build(root, "one")
    shown.preview_column.choose_look(in_site=True)
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))
    (root / "_site" / "one.html").unlink()
    panel_says(shown, qtbot, "has not been built")
    build(root, "one")
    shown.site_look._ask()
    qtbot.waitUntil(shown.site_look.panel.isHidden, timeout=20_000)
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))


def test_a_page_that_is_built_anew_is_shown_anew(shown, qtbot, root):
    build(root, "one")
    shown.preview_column.choose_look(in_site=True)
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))
    page = root / "_site" / "one.html"
    page.write_text(page.read_text().replace("<h1>", "<h2>New theme</h2><h1>"))
    wait_for(shown, qtbot, "document.querySelector('h2')?.innerText", "New theme")


def test_a_site_that_another_program_builds_is_shown_then(shown, qtbot, root):
    shown.preview_column.choose_look(in_site=True)
    panel_says(shown, qtbot, "has not been built")
    build(root, "one")
    qtbot.waitUntil(shown.site_look.panel.isHidden, timeout=20_000)
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))


def test_a_page_without_a_place_for_the_article_is_told(shown, qtbot, root):
    write(root / "_site" / "one.html", "<title>One</title><body><p>Nothing.</p>")
    shown.preview_column.choose_look(in_site=True)
    panel_says(shown, qtbot, "No page of a post was found")


# --- The build


def test_without_a_built_site_the_way_to_one_is_shown_and_nothing_is_run(shown, qtbot, root):
    shown.preview_column.choose_look(in_site=True)
    panel_says(shown, qtbot, "has not been built")
    panel = shown.site_look.panel
    assert panel.build.isVisible()
    panel.build.click()
    assert str(root) in panel.text
    assert panel.command.text() == "jekyll build"
    assert panel.run.isVisible()
    assert not shown.site_look.building.is_running
    panel.close_button.click()
    panel_says(shown, qtbot, "has not been built")
    assert not (settings_path().parent / "sites").exists()


def test_the_site_is_built_by_the_command_as_it_was_changed_then_shown(shown, qtbot, root):
    page = PAGE.format("One", f"<p>{WORDS.format('one')}</p>")
    script = write(
        root.parent / "make.py",
        f"import pathlib\nprint('made it')\np = pathlib.Path('_site/one.html')\n"
        f"p.parent.mkdir()\np.write_text({page!r})\n",
    )
    shown.actions_.by_name["build_site"].trigger()
    panel = shown.site_look.panel
    panel.command.setText(f'"{sys.executable}" "{script}"')
    panel.run.click()
    wait_for(shown, qtbot, "document.querySelector('.text')?.innerText", WORDS.format("one"))
    assert "made it" in panel.output.toPlainText()
    qtbot.waitUntil(panel.isHidden, timeout=20_000)
    (root / "_site" / "one.html").unlink()
    (root / "_site").rmdir()
    shown.preview_column.build_asked.emit()  # known by now: it is run at once
    qtbot.waitUntil(lambda: (root / "_site" / "one.html").exists(), timeout=20_000)
    qtbot.waitUntil(lambda: not shown.site_look.building.is_running)


def test_a_build_that_fails_says_where(shown, qtbot, root):
    post = root / "_posts" / "2020-01-02-two.md"
    code = f"print('Error: {post}:5: broken'); raise SystemExit(3)"
    shown.actions_.by_name["build_site"].trigger()
    panel = shown.site_look.panel
    panel.command.setText(python(code))
    panel.run.click()
    panel_says(shown, qtbot, "exit code 3")
    assert panel.places.count() == 1
    panel.places.itemClicked.emit(panel.places.item(0))
    assert shown.posts.current.path == post
    assert shown.source.caret_line == 4


def test_a_command_that_is_not_there_is_told(shown, qtbot):
    shown.actions_.by_name["build_site"].trigger()
    panel = shown.site_look.panel
    panel.command.setText("no-such-generator build")
    panel.run.click()
    panel_says(shown, qtbot, "no-such-generator was not found")


def test_a_quote_that_stays_open_is_no_command(shown):
    shown.actions_.by_name["build_site"].trigger()
    panel = shown.site_look.panel
    panel.command.setText("hugo 'x")
    panel.run.click()
    assert "quote" in panel.text
    assert not shown.site_look.building.is_running


@pytest.mark.skipif(sys.platform == "win32", reason="by process groups")
def test_a_build_that_is_stopped_leaves_no_process(shown, qtbot):
    code = (
        "import os, subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', "
        "'import time; time.sleep(60)']); print('child', p.pid, 'end', flush=True); time.sleep(60)"
    )
    shown.actions_.by_name["build_site"].trigger()
    look = shown.site_look
    look.panel.command.setText(python(code))
    look.panel.run.click()
    qtbot.waitUntil(lambda: "end" in look.building.output, timeout=20_000)
    child = int(look.building.output.split()[1])
    look.panel.stop.click()
    panel_says(shown, qtbot, "was stopped")
    qtbot.waitUntil(lambda: _is_gone(child), timeout=10_000)


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return state.exists() and state.read_text().split()[2] == "Z"  # ended, not yet collected
    except ProcessLookupError:
        return True
