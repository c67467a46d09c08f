import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import render_child, render_launch
from editor.edits import Edit, apply
from editor.generators.dialect import BuildWarning
from editor.render_process import Failure, RenderFailed, RenderProcess
from editor.rendering import Header, Patch, Rendering, RenderRequest, TextMissing
from editor.rendering.file_text import change_between
from editor.rendering.renderer import Renderer

# Python-Markdown needs minutes for them.
HANGING = "[" * 8_000


@pytest.fixture
def process() -> Iterator[RenderProcess]:
    process = RenderProcess(deadline=1.5)
    yield process
    process.stop()


def render(process: RenderProcess, text: str, revision: int = 1, base: int = -1) -> Rendering:
    return process.render(RenderRequest(revision, text, "pelican"), base)


def failure(process: RenderProcess, text: str) -> RenderFailed:
    with pytest.raises(RenderFailed) as failed:
        render(process, text, revision=7)
    return failed.value


def test_a_post_is_rendered_and_then_patched(process: RenderProcess) -> None:
    first = render(process, "---\ntitle: A\n---\nOne\n\nTwo\n", revision=1)
    second = render(process, "---\ntitle: B\n---\nOne\n\nTwo 😀\n\nThree\n", revision=2, base=1)
    assert first == Rendering(1, -1, (Patch(0, 0, ("<p>One</p>", "<p>Two</p>"), (2, 1)),), 3)
    change = Patch(1, 2, ("<p>Two 😀</p>", "<p>Three</p>"), (2, 1))
    assert second == Rendering(2, 1, (change,), 3)


def test_a_base_that_the_child_does_not_have_replaces_all(process: RenderProcess) -> None:
    render(process, "One\n\nTwo", revision=1)
    assert render(process, "One\n\nTwo!", revision=3, base=2).base == -1


def test_a_lone_surrogate_and_noncharacters_pass(process: RenderProcess) -> None:
    html = render(process, "a \ud800 \ufdd0 \U0010ffff \0 b").html
    assert html[0].startswith("<p>a \ud800")


def test_a_hanging_post_is_given_up_and_the_next_one_served(process: RenderProcess) -> None:
    render(process, "Good")
    started = time.monotonic()
    error = failure(process, HANGING)
    assert (error.kind, error.revision) == (Failure.TIMED_OUT, 7)
    assert 0.4 < time.monotonic() - started < 10
    assert render(process, "Next").html == ("<p>Next</p>",)


def test_a_text_that_hung_is_not_tried_again_until_it_changes(process: RenderProcess) -> None:
    failure(process, HANGING)
    started = time.monotonic()
    assert failure(process, HANGING).kind == Failure.TIMED_OUT
    assert time.monotonic() - started < 0.4
    assert render(process, "`" + HANGING + "`")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- " * 1_000, id="nesting on one line"),
        pytest.param("> " * 3_000 + "x", id="quotes in quotes"),
        pytest.param("---\na: " + "[" * 60_000 + "\n---\nBody", id="brackets in the front matter"),
        pytest.param("---\n" + "- " * 50_000 + "\n---\nBody", id="lists in the front matter"),
    ],
)
def test_a_hostile_post_fails_or_not_and_the_next_one_is_served(
    process: RenderProcess, text: str
) -> None:
    with contextlib.suppress(RenderFailed):
        render(process, text)
    assert render(process, "Next").html == ("<p>Next</p>",)


def test_an_exception_in_a_dialect_is_told_and_spares_the_child(process: RenderProcess) -> None:
    before = render(process, "Good") and process._child
    with pytest.raises(RenderFailed) as failed:
        process.render(RenderRequest(1, "A", "no such generator"), -1)
    assert failed.value.kind == Failure.ERROR
    assert "no such generator" in failed.value.detail
    assert render(process, "Next").html == ("<p>Next</p>",)
    assert process._child is before


def test_a_child_that_dies_is_replaced(process: RenderProcess) -> None:
    render(process, "Good")
    assert process._child
    process._child._process.kill()
    assert failure(process, "Unlucky").kind == Failure.CRASHED
    assert render(process, "Next").html == ("<p>Next</p>",)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no limit of memory")
def test_a_child_cannot_take_all_memory(process: RenderProcess) -> None:
    render(process, "Good")
    assert process._child
    limits = Path(f"/proc/{process._child._process.pid}/limits").read_text(encoding="ascii")
    assert f"Max address space         {1 << 30}" in limits


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no limit of memory")
def test_a_post_that_takes_all_memory_is_given_up_and_the_next_one_served(
    process: RenderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = (
        "import editor.limits; editor.limits._MEMORY = 150 << 20; "
        "from editor.render_child import main; main()"
    )
    monkeypatch.setattr(
        render_launch, "_command", lambda *_: [sys.executable, "-c", small, "jekyll", ""]
    )
    render(process, "Good")
    assert failure(process, "word " * 6_000_000).kind == Failure.CRASHED
    assert render(process, "Next").html == ("<p>Next</p>",)


@pytest.mark.parametrize("answer", ["[]", '{"html": 1}', "no JSON", '{"html": [], "lines": [-1]}'])
def test_a_child_that_talks_nonsense_is_replaced(
    process: RenderProcess, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    talk = f"""
import sys
for message in (b"{{}}", {answer.encode()!r}):
    sys.stdout.buffer.write(len(message).to_bytes(4, "big") + message)
sys.stdout.flush()
sys.stdin.read()
"""
    with monkeypatch.context() as changed:
        changed.setattr(render_launch, "_command", lambda *_: [sys.executable, "-c", talk])
        assert failure(process, "A").kind == Failure.CRASHED
        process.stop()


def test_a_child_that_cannot_be_started_is_a_failure(
    process: RenderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_launch, "_command", lambda *_: ["no-such-program"])
    process.start()
    assert failure(process, "A").kind == Failure.CRASHED


def test_stopping_ends_a_rendering_under_way_and_every_later_one() -> None:
    process = RenderProcess(deadline=20)
    render(process, "Good")
    failed = []
    rendering = threading.Thread(target=lambda: failed.append(failure(process, HANGING)))
    rendering.start()
    process.stop()
    rendering.join(5)
    assert [error.kind for error in failed] == [Failure.CRASHED]
    assert failure(process, "Later").kind == Failure.CRASHED


class _Recorder(Renderer):
    asked: list[RenderRequest]

    def render(self, request: RenderRequest, base: int) -> Rendering:
        self.asked = [*getattr(self, "asked", []), request]
        return super().render(request, base)


def test_the_post_that_opens_first_is_rendered_as_it_will_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("limit_time", "lift_time"):  # they are for a process of its own
        monkeypatch.setattr(render_child, limit, lambda *_: None)
    (tmp_path / "hugo.toml").touch()
    post = tmp_path / "content" / "post.md"
    post.parent.mkdir()
    post.write_text("+++\ntitle = 'A'\n+++\nOne\n", encoding="utf-8")
    renderer = _Recorder()
    assert render_child._foreseen(post, renderer) is renderer
    (request,) = renderer.asked
    assert request == RenderRequest(
        -1, post.read_text(encoding="utf-8"), "hugo", post, tmp_path, is_shown=True
    )


@pytest.mark.parametrize(
    "content",
    [None, b"caf\xe9", b"word " * 100_000, b""],
    ids=["missing", "Latin", "long", "empty"],
)
def test_a_post_that_cannot_be_foreseen_is_rendered_when_it_is_asked_for(
    tmp_path: Path, content: bytes | None
) -> None:
    post = tmp_path / "post.md"
    if content is not None:
        post.write_bytes(content)
    process = RenderProcess(first=render_launch.launch(post=post))
    assert render(process, "A").html == ("<p>A</p>",)
    process.stop()


def test_a_post_that_hangs_is_given_up_also_where_it_is_foreseen(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").touch()
    post = tmp_path / "content" / "post.md"
    post.parent.mkdir()
    post.write_text(HANGING, encoding="utf-8")
    process = RenderProcess(deadline=1.5, first=render_launch.launch(post=post))
    assert failure(process, HANGING).kind == Failure.TIMED_OUT
    assert render(process, "Next").html == ("<p>Next</p>",)
    process.stop()


def test_a_child_ends_with_its_editor() -> None:
    command = render_launch._command("commonmark")
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
    assert child.communicate(timeout=20) == (b"\0\0\0\2{}", b"")
    assert child.returncode == 0


def test_a_module_beside_the_post_is_not_imported(
    process: RenderProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "markdown", "yaml", "pygments"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('executed')", encoding="ascii")
    monkeypatch.chdir(tmp_path)
    assert render(process, "A").html == ("<p>A</p>",)


def test_the_window_s_side_imports_no_engine() -> None:
    code = "import sys, editor.render_process as _; print(*sys.modules)"
    root = Path(render_launch.__file__).parent.parent
    output = subprocess.check_output([sys.executable, "-c", code], cwd=root, env=os.environ)
    assert not {"markdown", "markdown_it", "pygments", "PySide6"} & set(output.decode().split())


@given(st.text("ab\n"), st.text("ab\n"), st.text("ab\n"), st.text("ab\n"))
def test_the_change_sent_leads_from_the_old_text_to_the_new(
    head: str, old: str, new: str, tail: str
) -> None:
    before, after = head + old + tail, head + new + tail
    change = change_between(before, after)
    assert apply(before, [change]) == after
    assert len(change.new) <= len(new)


def test_the_change_in_a_long_text_is_found_at_once() -> None:
    text = "word " * 400_000
    started = time.perf_counter()
    change = change_between(text, text[:1_000_000] + "x" + text[1_000_000:])
    assert (change.start, change.end, change.new) == (1_000_000, 1_000_000, "x")
    assert time.perf_counter() - started < 5  # 0.01 s


def test_template_tags_find_the_files_of_the_site(tmp_path, process):
    (tmp_path / "_includes").mkdir()
    (tmp_path / "_includes" / "a.html").write_text("<p>Included</p>")
    request = RenderRequest(1, "{% include a.html %}", "jekyll", tmp_path / "a.md", tmp_path)
    assert "Included" in "".join(process.render(request, -1).html)


def test_what_the_build_stops_at_passes_through() -> None:
    process = RenderProcess()
    try:
        request = RenderRequest(1, "A\n\n{% nothing %}\n", "jekyll")
        assert process.render(request, -1).warnings == (
            BuildWarning("unknown-tag", 2, "nothing", True),
        )
    finally:
        process.stop()


def test_edits_lead_from_the_text_that_the_child_has_to_the_next(process: RenderProcess) -> None:
    render(process, "---\ntitle: A\n---\nOne\n\nTwo\n", revision=1)
    edits = (Edit(17, 17, "New\n\n"), Edit(27, 30, "Three 😀"))
    request = RenderRequest(2, None, "pelican", since=1, edits=edits)
    rendering = process.render(request, 1)
    assert rendering.patches == (
        Patch(0, 0, ("<p>New</p>",), (2,)),
        Patch(2, 3, ("<p>Three 😀</p>",), (1,)),
    )
    again = render(process, "---\ntitle: A\n---\nNew\n\nOne\n\nThree 😀", revision=3, base=2)
    assert [html for patch in again.patches for html in patch.html] == ["<p>Three 😀</p>"]


def test_edits_of_a_text_that_the_child_does_not_have_are_refused(process: RenderProcess) -> None:
    render(process, "One", revision=1)
    with pytest.raises(TextMissing):
        process.render(RenderRequest(3, None, "pelican", since=2), 1)
    assert process.render(RenderRequest(4, None, "pelican", since=1), 1).revision == 4
    with pytest.raises(RenderFailed):
        process.render(RenderRequest(5, None, "no such generator", since=4), 4)
    with pytest.raises(TextMissing):
        process.render(RenderRequest(6, None, "pelican", since=5), 4)
    assert render(process, "Next", revision=7, base=4).html == ("<p>Next</p>",)


def test_edits_that_end_the_child_have_the_whole_text_asked_for(process: RenderProcess) -> None:
    render(process, "One", revision=1)
    with pytest.raises(RenderFailed) as failed:
        process.render(RenderRequest(2, None, "pelican", since=1, edits=(Edit(0, 0, HANGING),)), 1)
    assert failed.value.kind == Failure.TIMED_OUT
    with pytest.raises(TextMissing):
        process.render(RenderRequest(3, None, "pelican", since=2, edits=(Edit(0, 1, ""),)), 1)


def test_a_long_post_comes_in_parts_from_the_child(process: RenderProcess) -> None:
    text = "word " * 200 + "\n\n"
    first = process.render(RenderRequest(1, text * 90, "pelican", around=60), -1)
    below = process.render(RenderRequest(2, None, "pelican", since=1, around=60), 1)
    above = process.render(RenderRequest(3, None, "pelican", since=2, around=60), 2)
    assert (first.is_complete, below.base, above.base) == (False, 1, 2)
    assert first.first_line == below.first_line > above.first_line
    blocks = [len(patch.html) for one in (first, below, above) for patch in one.patches]
    assert max(blocks[1:]) <= blocks[0]  # what is shown already does not come again


def test_the_header_comes_with_the_whole_of_a_post_that_is_shown(process: RenderProcess) -> None:
    text = "---\ntitle: A &amp; <b>B</b>\ndate: 2009-06-24\ntags: [x, y]\nlang: fr\n---\nOne\n"
    first = process.render(RenderRequest(1, text, "jekyll", is_shown=True), -1)
    assert first.header == Header("A & B", "2009-06-24", "", ("x, y",), "fr")
    second = process.render(RenderRequest(2, text + "Two\n", "jekyll", is_shown=True), 1)
    assert second.header is None
