"""Exporting from the window: the bar, the files, the clipboard, the look before the printing."""

import shutil
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QToolButton

from editor.export.page import Look, Paper, Size
from editor.gui.export.options import Options
from editor.gui.export.page_printer import PagePrinter
from editor.gui.export.print_preview import new_printer
from editor.settings import Settings

TIMEOUT = 60_000


def ask(window, name):
    window.actions_.by_name[name].trigger()
    return window.exporting.bar


@pytest.fixture
def target(tmp_path, monkeypatch):
    """Where the writer says that the page is to go."""
    path = tmp_path / "out"

    def choose(_parent, _title, start, _kinds):
        return str(path.with_suffix(start[start.rindex(".") :])), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return path


def finish(qtbot, window, act):
    with qtbot.waitSignal(window.exporting.finished, timeout=TIMEOUT) as done:
        act()
    return done.args[0]


def test_a_page_is_written_in_the_look_chosen_which_is_remembered(qtbot, window, interview, target):
    window.open_path(interview)
    bar = ask(window, "export_html")
    bar.look.setCurrentIndex(bar.look.findData(Look.DARK))
    with qtbot.waitSignal(window.settings_changed) as kept:
        assert finish(qtbot, window, bar.button.click) == "export_html"
    assert kept.args[0].export_look == "dark"
    page = target.with_suffix(".html").read_text(encoding="utf-8")
    assert '<html class="dark" lang="fr">' in page
    assert "data:image/jpeg;base64," in page
    assert "24 juin 2009" in page
    assert "out.html" in window.messages.texts["export"]
    assert window.exporting.bar is None


def test_a_pdf_has_the_paper_and_the_words_chosen(qtbot, window, interview, target):
    window.open_path(interview)
    bar = ask(window, "export_pdf")
    bar.size_box.setCurrentIndex(bar.size_box.findData(Size.LETTER))
    bar.margin.setValue(30)
    finish(qtbot, window, bar.button.click)
    pdf = target.with_suffix(".pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    document = QPdfDocument(window)
    document.load(str(pdf))
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (612, 792)
    assert document.pageCount() >= 3
    document.close()
    if reader := shutil.which("pdftotext"):
        text = subprocess.run([reader, str(pdf), "-"], capture_output=True, check=True).stdout
        assert "Comment est né Twitter" in text.decode()


def test_a_missing_image_is_named(qtbot, window, site, target):
    post = site / "2024-01-01-a.md"
    post.write_text("---\ntitle: a\n---\n![](/none.png)\n")
    window.open_path(post)
    finish(qtbot, window, ask(window, "export_html").button.click)
    assert "/none.png" in window.messages.texts["export"]
    assert target.with_suffix(".html").exists()


def test_a_folder_that_takes_no_file_is_told_and_can_be_tried_again(
    qtbot, window, interview, tmp_path, monkeypatch
):
    folder = tmp_path / "new"
    chosen = (str(folder / "a.html"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: chosen)
    window.open_path(interview)
    finish(qtbot, window, ask(window, "export_html").button.click)
    assert "a.html was not written" in window.messages.texts["export"]
    folder.mkdir()
    finish(qtbot, window, lambda: window.messages.take_way("export", "Try again"))
    assert (folder / "a.html").exists()


def test_the_post_is_never_written_over(qtbot, window, site, monkeypatch):
    post = site / "2024-01-01-a.html"
    post.write_text("---\ntitle: a\n---\n<p>x</p>\n")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(post), ""))
    window.open_path(post)
    finish(qtbot, window, ask(window, "export_html").button.click)
    assert "the post itself" in window.messages.texts["export"]
    assert post.read_text() == "---\ntitle: a\n---\n<p>x</p>\n"


def test_the_article_is_copied_as_formatted_text(qtbot, window, interview):
    window.open_path(interview)
    finish(qtbot, window, window.actions_.by_name["copy_html"].trigger)
    copied = QGuiApplication.clipboard().mimeData()
    assert "<strong>Comment est né Twitter ?</strong>" in copied.html()
    assert "data:image/jpeg" in copied.html()
    assert "Comment est né Twitter ?" in copied.text()
    assert "<strong>" not in copied.text()


def test_the_html_source_is_copied_as_text(qtbot, window, interview):
    window.open_path(interview)
    finish(qtbot, window, window.actions_.by_name["copy_html_source"].trigger)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith('<p><img src="/assets/images/blog/Sites/twitter.jpg"')
    assert not copied.hasHtml()


@pytest.mark.parametrize("with_images", [True, False])
def test_an_e_mail_has_its_styles_in_it_and_images_if_wanted(qtbot, window, interview, with_images):
    window.open_path(interview)
    bar = ask(window, "copy_mail")
    bar.mail_images.setChecked(with_images)
    finish(qtbot, window, bar.button.click)
    mail = QGuiApplication.clipboard().mimeData().html()
    assert 'style="' in mail
    assert "class=" not in mail
    assert ("data:image/jpeg" in mail) == with_images
    assert "<script" not in mail


def test_what_is_typed_and_not_saved_is_exported(qtbot, window, interview):
    window.open_path(interview)
    cursor = window.source.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.insertText("\nNew words.\n")
    finish(qtbot, window, window.actions_.by_name["copy_html_source"].trigger)
    assert "New words." in QGuiApplication.clipboard().text()


def print_into(preview, path):
    printer = new_printer(Paper())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    preview.print_on(printer)


def test_the_pages_are_seen_before_they_are_printed(qtbot, window, interview, tmp_path):
    window.open_path(interview)
    finish(qtbot, window, ask(window, "print").button.click)
    preview = window.exporting.preview
    assert preview.isVisible()
    assert not preview.isModal()
    assert preview.document.pageCount() == 3
    with qtbot.waitSignal(preview.printed, timeout=TIMEOUT) as printed:
        print_into(preview, tmp_path / "printed.pdf")
    assert printed.args == [True]
    document = QPdfDocument(window)
    document.load(str(tmp_path / "printed.pdf"))
    assert document.pageCount() == 3
    image = document.render(0, document.pagePointSize(0).toSize())
    ink = {image.pixelColor(x, y).name() for x in range(60, 500, 3) for y in range(100, 400, 3)}
    assert len(ink) > 20  # a picture, and letters
    document.close()
    qtbot.waitUntil(lambda: window.exporting.preview is None)


def test_the_pages_are_larger_and_smaller_at_will(qtbot, window, interview):
    window.open_path(interview)
    finish(qtbot, window, ask(window, "print").button.click)
    preview = window.exporting.preview
    larger = next(b for b in preview.findChildren(QToolButton) if b.text() == "+")
    larger.click()
    first = preview.view.zoomFactor()
    larger.click()
    assert preview.view.zoomFactor() == pytest.approx(first * 1.2)
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.exporting.preview is None)


def test_a_printing_given_up_is_told(qtbot, window, interview, tmp_path):
    window.open_path(interview)
    finish(qtbot, window, ask(window, "print").button.click)
    print_into(window.exporting.preview, tmp_path / "none" / "printed.pdf")
    window.exporting.preview.close()
    qtbot.waitUntil(lambda: window.exporting.preview is None)
    assert "Not all pages were printed" in window.messages.texts["export"]


def test_an_export_that_takes_long_is_told_and_can_be_cancelled(qtbot, window, interview, target):
    window.open_path(interview)
    exporting = window.exporting
    exporting._slow.setInterval(0)
    ask(window, "export_pdf").button.click()
    qtbot.waitUntil(lambda: "export" in window.messages.texts)
    window.messages.take_way("export", "Cancel")
    assert "export" not in window.messages.texts
    # The next one is not disturbed by what is left of it.
    finish(qtbot, window, ask(window, "export_html").button.click)
    assert not target.with_suffix(".pdf").exists()
    assert target.with_suffix(".html").exists()


def test_a_page_that_is_printed_runs_nothing_and_reaches_nothing(qtbot, window, tmp_path):
    (tmp_path / "secret.png").write_bytes(b"")
    page = (
        "<p id=a>before</p><script>a.textContent='acted'</script>"
        f"<img src='file://{tmp_path}/secret.png' alt='' onerror=\"a.textContent='acted'\">"
        "<img src='http://canary.invalid/' alt=''><iframe src='file:///etc/passwd'></iframe>"
    )
    printer = PagePrinter(page, Paper(), window)
    with qtbot.waitSignal(printer.printed, timeout=TIMEOUT) as printed:
        pass
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(printed.args[0])
    document = QPdfDocument(window)
    document.load(str(pdf))
    text = document.getAllText(0).text()
    document.close()
    assert text.split() == ["before"]


def test_a_pdf_under_way_can_be_cancelled(qtbot, window, interview, target):
    window.open_path(interview)
    exporting = window.exporting
    ask(window, "export_pdf").button.click()
    qtbot.waitUntil(lambda: exporting._printer is not None, timeout=TIMEOUT)
    with qtbot.waitSignal(exporting._printer.destroyed, timeout=TIMEOUT):
        exporting.cancel()
    assert not target.with_suffix(".pdf").exists()
    assert "export" not in window.messages.texts


def test_a_window_can_be_closed_while_a_pdf_is_made(qtbot, window, interview, target):
    window.open_path(interview)
    ask(window, "export_pdf").button.click()
    qtbot.waitUntil(lambda: window.exporting._printer is not None, timeout=TIMEOUT)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not target.with_suffix(".pdf").exists()


def test_the_bar_is_closed_by_escape_and_goes_on_by_enter(qtbot, window, interview, target):
    window.open_path(interview)
    bar = ask(window, "export_html")
    qtbot.keyClick(bar.look, Qt.Key.Key_Escape)
    assert window.exporting.bar is None
    bar = ask(window, "export_html")
    finish(qtbot, window, lambda: qtbot.keyClick(bar.look, Qt.Key.Key_Return))
    assert target.with_suffix(".html").exists()


def test_settings_that_make_no_sense_give_the_usual_options():
    settings = Settings(export_look="pink", export_paper="A0", export_margin=5000)
    assert Options.of(settings) == Options(Look.LIGHT, Paper(Size.A4, 60))
    options = Options(Look.PLAIN, Paper(Size.LETTER, 5, False, True), False)
    assert Options.of(Settings(**options.changes)) == options
