"""Documents for the tests of what shows them."""

from pathlib import Path

from editor import files
from editor.gui.posts.document import Document


def open_document(folder: Path, content: str | bytes, name: str = "post.md") -> Document:
    """The document of a new file in `folder`."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Document(files.read(path), folder / "safety")
