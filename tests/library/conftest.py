"""Folders of posts for the library's tests."""

import os

import pytest


@pytest.fixture
def write(tmp_path):
    """Gives a function: a post below a folder of its own, with a time of change in seconds."""
    folder = tmp_path / "blog"
    folder.mkdir()

    def written(name, text="---\ntitle: A\n---\n", at=None):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = text if isinstance(text, bytes) else text.encode()
        path.write_bytes(content)
        if at is not None:
            os.utime(path, (at, at))
        return path

    written.folder = folder
    return written
