"""Whether "In your site" finds the article in the pages that real Jekyll builds of the corpus.

    python -m tests.site_places [--posts 160] [--seed 11]

The posts, those with template tags left out, are built with three layouts in turn: one with an
element for the article alone, one with title and date before it and tags behind it, and a table
beside excerpts of other posts. Between the marks of the layout nothing else may be left, and
nothing outside of them be taken.
"""

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from editor.gui.preview.preparing import prepare_before_application
from editor.gui.preview.preview_pane import PreviewPane
from editor.post import Post
from editor.render_process import RenderProcess
from editor.rendering import RenderRequest
from editor.site import find_site
from editor.site_page.finding import find_page
from editor.site_page.model import SitePage
from tests.conftest import CORPUS

_LAYOUTS = (
    "<html><head><title>{{page.title}}</title></head><body><header><h1>{{page.title}}</h1></header>"
    "<main><div class=c><!--S-->{{content}}<!--E--></div></main><footer>F</footer></body></html>",
    "<!doctype html><html><body><div id=w><article><h1>{{page.title}}</h1><p>{{page.date}}</p>"
    "<!--S-->{{content}}<!--E--><p>Tags: none</p><ul><li>share</li></ul></article></div>"
    "</body></html>",
    "<!doctype html><html><body><table><tr><td>{% for p in site.posts limit:5 %}"
    "<p>{{p.excerpt|strip_html}}</p>{% endfor %}</td><td>{{page.title}}<!--S-->{{content}}<!--E-->"
    "<hr></td></tr></table></body></html>",
)
_JUDGED = """(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    let start, end;
    while (walker.nextNode()) {
        if (walker.currentNode.data === "S") start = walker.currentNode;
        if (walker.currentNode.data === "E") end = walker.currentNode;
    }
    if (!start || !end) return "taken too much";
    const marks = [];
    for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) {
        if (node.nodeType === 8 && !node.data) marks.push(node);
    }
    if (!marks.length) return "elsewhere";
    const isEmpty = (from, to) => {
        const range = document.createRange();
        range.setStartAfter(from);
        range.setEndBefore(to);
        return !range.toString().trim() && !range.cloneContents().querySelector("img, hr");
    };
    return isEmpty(start, marks[0]) && isEmpty(marks.at(-1), end) ? "exact" : "left something";
})()"""


def _bodies(seed: int) -> Iterator[str]:
    with (CORPUS / "index.tsv").open(encoding="utf-8") as index:
        rows = list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))
    random.Random(seed).shuffle(rows)
    for row in rows:
        if row["generator"] != "jekyll" or row["valid"] != "yes" or row["encoding"] != "utf-8":
            continue
        for file in (CORPUS / "posts").glob(f"*/{row['path']}"):
            body = Post.parse(file.read_text(encoding="utf-8")).body
            if "{%" not in body and "{{" not in body and 80 < len(body) < 40_000:
                yield body


def _built(root: Path, count: int, seed: int) -> list[Path]:
    for name in ("_layouts", "_posts"):
        (root / name).mkdir(parents=True)
    (root / "_config.yml").write_text("permalink: /:title.html\ntimezone: UTC\n")
    for number, layout in enumerate(_LAYOUTS):
        (root / "_layouts" / f"{number}.html").write_text(layout)
    posts = []
    for number, body in zip(range(count), _bodies(seed), strict=False):
        post = root / "_posts" / f"2020-01-01-p{number}.md"
        head = f'---\nlayout: "{number % 3}"\ntitle: The title of number {number}\n---\n'
        post.write_text(head + body, encoding="utf-8")
        posts.append(post)
    subprocess.run(["jekyll", "build", "-q"], cwd=root, check=True, capture_output=True)
    return posts


def _until(signal: object, start: Callable[[], object]) -> list[tuple[object, ...]]:
    loop, told = QEventLoop(), []

    def take(*values: object) -> None:
        told.append(values)
        loop.quit()

    signal.connect(take)  # type: ignore[attr-defined]
    QTimer.singleShot(20_000, loop.quit)
    start()
    loop.exec()
    signal.disconnect(take)  # type: ignore[attr-defined]
    return told


def _judged(pane: PreviewPane) -> str:
    from PySide6.QtWebEngineCore import QWebEnginePage

    loop, told = QEventLoop(), ["no answer"]

    def take(answer: object) -> None:
        told.append(str(answer))
        loop.quit()

    page = pane.findChild(QWebEnginePage)
    page.runJavaScript(_JUDGED, 1, take)
    loop.exec()
    return told[-1]


def main() -> int:
    """Say how many articles were found exactly; 1 where any was not."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--posts", type=int, default=160)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    prepare_before_application()
    application = QApplication(sys.argv[:1])
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        posts = _built(root, options.posts, options.seed)
        process, pane = RenderProcess(), PreviewPane()
        pane.resize(700, 800)
        pane.show()
        pane.set_place(root, root / "_posts", "jekyll")
        for number, post in enumerate(posts, 1):
            text = post.read_text(encoding="utf-8")
            page = find_page(text, post, find_site(post))
            asked = RenderRequest(number, text, "jekyll", post, root, is_shown=True)
            rendering = process.render(asked, -1)
            pane.show_in(None)
            _until(pane.patched, lambda rendering=rendering: pane.show_rendering(rendering))
            if not isinstance(page, SitePage) or not page.is_own:
                found["no page"] += 1
                continue
            placed = _until(pane.placed, lambda page=page: pane.show_in(page))
            found[_judged(pane) if placed and placed[0][1] else "no place"] += 1
        process.stop()
        pane.close()
    application.quit()
    for what, count in found.most_common():
        sys.stdout.write(f"{what}: {count} of {len(posts)}\n")
    return 0 if set(found) == {"exact"} else 1


if __name__ == "__main__":
    sys.exit(main())
