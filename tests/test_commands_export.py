"""`blog-editor export`: its pages, its PDFs, its exit codes."""

import shutil
import subprocess
import sys

import pytest

from editor.__main__ import main
from tests.conftest import SAMPLES

INTERVIEW = SAMPLES / "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "post.md"
    path.write_text("---\ntitle: L'été\ndate: 2024-05-06\ntags: [a]\n---\n\n**x** ![](no.png)\n")
    return path


def test_the_interview_becomes_one_file_with_its_image(tmp_path, capsys):
    out = tmp_path / "out.html"
    assert main(["export", str(INTERVIEW), "-o", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert '<img src="data:image/jpeg;base64,' in page
    assert '<p id="meta">2009-06-24' in page
    assert "Comment est né Twitter ?" in page
    assert capsys.readouterr() == ("", "")


def test_a_missing_image_is_named_and_the_page_written(post, tmp_path, capsys):
    out = tmp_path / "out.htm"
    assert main(["export", str(post), "-o", str(out), "--look", "plain"]) == 1
    assert "<strong>x</strong>" in out.read_text()
    assert "<style>" not in out.read_text()
    assert capsys.readouterr().err == f"blog-editor: {post}: no image at no.png\n"


@pytest.mark.parametrize("arguments", [["-o", "a.doc"], [], ["-o", "a.pdf", "--margin", "900"]])
def test_wrong_use_is_told(post, arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["export", str(post), *arguments])
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: blog-editor export")


def test_what_cannot_be_read_or_written_is_told(post, tmp_path, capsys):
    assert main(["export", str(tmp_path / "none.md"), "-o", str(tmp_path / "a.html")]) == 2
    assert "none.md: not exported:" in capsys.readouterr().err
    assert main(["export", str(post), "-o", str(tmp_path / "none" / "a.html")]) == 2
    assert "a.html: not written: No such file" in capsys.readouterr().err


def test_a_post_is_never_written_over(tmp_path, capsys):
    post = tmp_path / "post.html"
    post.write_text("---\ntitle: a\n---\n<p>b</p>\n")
    assert main(["export", str(post), "-o", str(post)]) == 2
    assert post.read_text() == "---\ntitle: a\n---\n<p>b</p>\n"
    assert "this is the post itself" in capsys.readouterr().err


def test_a_pdf_is_made_without_a_display(tmp_path, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    out = tmp_path / "out.pdf"
    ended = subprocess.run(
        [sys.executable, "-m", "editor", "export", str(INTERVIEW), "-o", str(out), "--addresses"],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
    assert out.read_bytes().startswith(b"%PDF")
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run([reader, str(out), "-"], capture_output=True, check=True).stdout.decode()
    assert "Biz Stone" in text
    assert "1/3" in text.replace(" ", "")
    assert "(http://www.twitter.com)" in text


def test_nothing_is_hidden_or_cut_off_on_paper(tmp_path):
    post, out = tmp_path / "post.md", tmp_path / "out.pdf"
    post.write_text(
        "---\ntitle: a\n---\n<details><summary>More</summary><p>inside</p></details>\n\n"
        f"```\n{'word ' * 60}endofline\n```\n\n| a | b |\n|---|---|\n| {'x' * 300}y | cell |\n",
    )
    run = [sys.executable, "-m", "editor", "export", str(post), "-o", str(out), "--no-numbers"]
    assert subprocess.run(run, timeout=120, check=False).returncode == 0
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run([reader, str(out), "-"], capture_output=True, check=True).stdout.decode()
    assert {"inside", "endofline", "cell"} <= set(text.split())
    assert "xy" in text
    assert "1 / 1" not in text
