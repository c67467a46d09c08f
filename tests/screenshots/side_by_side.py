"""Takes pictures of the preview beside the page that real Jekyll builds of the same post.

    python -m tests.screenshots.side_by_side [FOLDER]

Both have the preview's own style sheet, so that what differs is the article. The page has no script
for formulas: it shows their source, which the preview draws. Needs `jekyll`; without FOLDER the
pictures go to `build/screenshots`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QRect, QSize, QTimer, QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from editor import front_matter, resources
from editor.code_colours import code_css
from editor.edits import apply
from editor.gui.preview.preparing import prepare_before_application
from editor.gui.preview.preview_pane import PreviewPane
from editor.post import Post
from editor.render_process import RenderProcess
from editor.rendering import RenderRequest
from tests.conftest import SAMPLES

_WIDTH, _MOST_HEIGHT = 720, 4_000  # pixels
_SETTLE = 700  # milliseconds for images and fonts

_INTERVIEW = "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
_CODE = """---
title: "Tables and code"
---
The sizes of the posts, in *three* sites; the last column counts `{% raw %}{{ tags }}{% endraw %}`.

| Site        | Posts | Longest (kB) |
|:------------|------:|:------------:|
| Notes       |   128 | 14           |
| *Recettes*  | 1,024 | 9 \\| 10      |
| A & B       |     7 | “huge”       |
{: .sizes}

One line of a table, anywhere:

a | b
c | d

```python
def longest(posts: list[str]) -> str:
\treturn max(posts, key=len)  # "the longest"
```

1. A list with code:

   ```ruby
   puts "Hello, #{name}" if name
   ```

2. and its second item
   - [ ] to do
   - [x] done

{% highlight html linenos %}
<p class="a">b</p>
{% endhighlight %}

    indented <code>

> Somebody -- once -- said: "it's `fine`"...

> Somebody else answered.

Term
: its meaning
: another one

H~2~O is not struck, ~~this~~ is. {::comment}not seen{:/comment}
"""
_FORMULAS = r"""---
title: "Footnotes and formulas"
---
* The contents
{:toc}

## Euler’s identity

Everyone knows[^1] that $$e^{i\pi} + 1 = 0$$, and that[^long]

$$
\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}
$$

## Several lines

$$
\begin{aligned}
  \nabla \cdot \mathbf{E} &= \frac{\rho}{\varepsilon_0} \\
  \nabla \times \mathbf{B} &= \mu_0
    \left( \mathbf{J} + \varepsilon_0 \frac{\partial \mathbf{E}}{\partial t} \right)
\end{aligned}
$$

and a matrix $$\begin{pmatrix} a & b \\ c & d \end{pmatrix} \in \mathbb{R}^{2\times 2}$$ in the
text, then the same note again[^1]. The HTML of an abbreviation, and a sum:

$$f(x) = \begin{cases} 1 & \text{if } x < 0 \\ \sum_{i=1}^{n} x_i & \text{otherwise} \end{cases}$$

*[HTML]: Hyper Text Markup Language

[^1]: Or *should* know.
[^long]: A long note, of two paragraphs.

    The second one, with `code`.
"""


def _posts(site: Path) -> dict[str, Path]:
    """The three posts, in the sample site at `site`."""
    interview = site / "_posts" / _INTERVIEW
    (site / _INTERVIEW).rename(interview)
    text = interview.read_text(encoding="utf-8")
    interview.write_text(apply(text, front_matter.quote_field(text, "title")), encoding="utf-8")
    posts = {"interview": interview}
    for name, text in (("tables-and-code", _CODE), ("footnotes-and-formulas", _FORMULAS)):
        posts[name] = site / "_posts" / f"2024-01-01-{name}.md"
        posts[name].write_text(text, encoding="utf-8")
    return posts


_LAYOUT = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><style>{css}</style><style>{code}</style></head>
<body><article><header><h1 id="title">{{{{ page.title }}}}</h1></header>
<main>{{{{ content }}}}</main></article></body></html>
"""


def _built(site: Path, posts: dict[str, Path]) -> dict[str, Path]:
    """The pages that real Jekyll makes of `posts`."""
    css = resources.text("preview.css")
    layout = _LAYOUT.format(css=css, code=code_css(dark=False))
    for file in (site / "_layouts").glob("*.html"):
        file.write_text(layout, encoding="utf-8")
    (site / "_layouts" / "post.html").write_text(layout, encoding="utf-8")
    for post in posts.values():
        text = post.read_text(encoding="utf-8")
        post.write_text(
            apply(text, front_matter.set_field(text, "layout", "post")), encoding="utf-8"
        )
    pages = site.parent / "pages"
    command = ["jekyll", "build", "-q", "-s", str(site), "-d", str(pages), "--future"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return {
        name: next(pages.rglob(f"*{post.stem[11:]}*/index.html"), None)
        or next(pages.rglob(f"*{post.stem[11:]}*.html"))
        for name, post in posts.items()
    }


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(signal: object, start: Callable[[], object]) -> None:
    loop = QEventLoop()
    signal.connect(lambda *_: loop.quit())  # type: ignore[attr-defined]
    start()
    loop.exec()
    _wait(_SETTLE)


def _picture(widget: QWidget, page: object) -> QImage:
    """`widget` as high as what `page` shows in it."""
    heights: list[int] = []
    loop = QEventLoop()

    def told(height: object) -> None:
        heights.append(int(float(str(height))))
        loop.quit()

    page.runJavaScript("document.documentElement.scrollHeight", 1, told)  # type: ignore[attr-defined]
    loop.exec()
    widget.resize(_WIDTH, min(_MOST_HEIGHT, heights[0] + 20))
    _wait(_SETTLE)
    return widget.grab().toImage()


def _preview(post: Path, site: Path) -> QImage:
    """What the preview shows of `post`."""
    from PySide6.QtWebEngineCore import QWebEnginePage

    text = post.read_text(encoding="utf-8")
    process = RenderProcess()
    try:
        rendering = process.render(RenderRequest(1, text, "jekyll", post, site, is_shown=True), -1)
    finally:
        process.stop()
    pane = PreviewPane()
    pane.resize(_WIDTH, 900)
    pane.set_place(site, post.parent)
    pane.show_header(unescape(str(Post.parse(text).values.get("title", ""))), "", "fr")
    pane.show()
    _until(pane.patched, lambda: pane.show_rendering(rendering))
    picture = _picture(pane, pane.findChild(QWebEnginePage))
    pane.close()
    return picture


def _page(page: Path, pages: Path) -> QImage:
    """What a browser shows of `page`, its images found below `pages`."""
    from PySide6.QtWebEngineWidgets import QWebEngineView

    html = page.read_text(encoding="utf-8").replace('src="/', f'src="{pages.as_uri()}/')
    page.write_text(html, encoding="utf-8")
    view = QWebEngineView()
    view.resize(_WIDTH, 900)
    view.show()
    _until(view.loadFinished, lambda: view.load(QUrl.fromLocalFile(str(page))))
    picture = _picture(view, view.page())
    view.close()
    return picture


def beside(left: QImage, right: QImage) -> QImage:
    """One picture beside the other."""
    size = QSize(left.width() + right.width() + 4, max(left.height(), right.height()))
    both = QImage(size, QImage.Format.Format_RGB32)
    both.fill(0x808080)
    with QPainter(both) as painter:
        painter.drawImage(0, 0, left)
        painter.drawImage(QRect(left.width() + 4, 0, right.width(), right.height()), right)
    return both


def main() -> int:
    """Take the three pictures: on the left the preview, on the right what Jekyll built."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default="build/screenshots")
    target = parser.parse_args().folder
    target.mkdir(parents=True, exist_ok=True)
    prepare_before_application()
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(SAMPLES, site)
        posts = _posts(site)
        pages = _built(site, posts)
        for name, post in posts.items():
            picture = beside(_preview(post, site), _page(pages[name], site.parent / "pages"))
            picture.save(str(target / f"beside-jekyll-{name}.png"))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
