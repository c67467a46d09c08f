"""Takes pictures of posts "In your site" beside the pages that real Jekyll and Hugo built.

    python -m tests.screenshots.in_site [FOLDER]

Says for each of three sites the share of pixels that differ. Needs `jekyll` and `hugo`; without
FOLDER the pictures go to `build/screenshots`.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from editor.front_matter import read
from editor.gui.preview.article_header import article_header
from editor.gui.preview.preparing import prepare_before_application
from editor.gui.preview.preview_pane import PreviewPane
from editor.post import day_of
from editor.render_process import RenderProcess
from editor.rendering import RenderRequest
from editor.rendering.header import read_header
from editor.site import find_site
from editor.site_page.finding import find_page
from editor.site_page.model import SitePage
from tests.gui.built_pages import BuiltPage, share_that_differs
from tests.screenshots.side_by_side import beside
from tests.themed_sites import SITES, Themed

_SIZE = (900, 1_300)  # pixels
_SETTLE = 1_200  # milliseconds for images and fonts


def _wait(signal: object = None) -> None:
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE if signal is None else 20_000, loop.quit)
    if signal is not None:
        signal.connect(lambda *_: loop.quit())  # type: ignore[attr-defined]
    loop.exec()


def _in_site(themed: Themed) -> tuple[SitePage, QImage]:
    """The page of a site's post, and what the preview shows of both."""
    text, site = themed.post.read_text(encoding="utf-8"), find_site(themed.post)
    page = find_page(text, themed.post, site)
    assert isinstance(page, SitePage)
    process = RenderProcess()
    asked = RenderRequest(1, text, site.generator, themed.post, site.root, is_shown=True)
    rendering = process.render(asked, -1)
    process.stop()
    fields = read(text)
    day = day_of(fields, themed.post.name)
    header = article_header(read_header(fields, day, ""))
    pane = PreviewPane()
    pane.resize(*_SIZE)
    pane.set_place(site.root, themed.post.parent, site.generator)
    pane.show_header(header.title, header.meta, "", str(day))
    pane.show_in(page)
    pane.show_rendering(rendering)
    pane.show()
    _wait(pane.patched)
    _wait()
    picture = pane.grab().toImage()
    pane.close()
    return page, picture


def _built(page: SitePage) -> QImage:
    """What a browser shows of the page."""
    plain = BuiltPage(page.path, page.root, page.base, page.hosts)
    plain.view.resize(*_SIZE)
    plain.view.show()
    plain.page.load(plain.address)
    _wait(plain.page.loadFinished)
    _wait()
    picture = plain.view.grab().toImage()
    plain.close()
    return picture


def main() -> int:
    """Take the three pictures: on the left the preview, on the right what was built."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default="build/screenshots")
    target = parser.parse_args().folder
    target.mkdir(parents=True, exist_ok=True)
    prepare_before_application()
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        for name, make in SITES.items():
            page, here = _in_site(make(Path(folder) / name))
            there = _built(page)
            share = share_that_differs(here, there)
            beside(here, there).save(str(target / f"in-site-{name}.png"))
            sys.stdout.write(f"{name}: {share:.4%} of the pixels differ\n")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
