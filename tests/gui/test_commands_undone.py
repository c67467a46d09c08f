"""Every command that changes the text, applied to texts by chance and undone: the same text."""

import random

import pytest
from PySide6.QtGui import QTextCursor

from editor.gui import commands_writing
from editor.gui.source_pane import SourcePane
from editor.gui.theme import LIGHT
from editor.gui.writing.text_changes import command_of
from editor.site import Site
from editor.writing import tables
from tests.conftest import CORPUS
from tests.gui.documents import open_document
from tests.random_markdown import Writer

_SEED = 8
_GENERATORS = ("jekyll", "hugo", "pelican", "commonmark")
_HEAD = "---\ntitle: « L’été 😀 »\n---\n\n"


@pytest.fixture
def pane(qtbot):
    pane = SourcePane(LIGHT)
    qtbot.addWidget(pane)
    return pane


def commands(document, generator):
    site = Site(None, generator)
    for name in commands_writing.COMMANDS:
        yield name, command_of(name, document, site)
    yield "new_table", lambda text, start, end: tables.new_table(text, start, end, 3, 2)


def check_all(pane, document, chance, generator):
    """Apply each command to a selection by chance, undo it, and make it again."""
    pane.show_document(document)
    before = document.text
    last = document.qt.characterCount() - 1
    for name, command in commands(document, generator):
        start = chance.randint(0, last)
        pane.select(start, min(last, start + chance.choice((0, 0, 3, 40, 400))))
        pane.carets.run(command)
        after = document.text
        if not document.qt.isUndoAvailable():
            assert after == before, name
            continue
        pane.undo()
        assert document.text == before, (name, generator, start)
        assert not document.qt.isUndoAvailable(), f"{name} is more than one step"
        pane.redo()
        assert document.text == after, (name, generator, start)
        pane.undo()
        document.qt.clearUndoRedoStacks()


@pytest.mark.parametrize("part", range(6))
def test_each_command_is_one_step_that_undoing_takes_back(pane, tmp_path, part):
    chance = random.Random(_SEED + part)
    for number in range(part * 50, part * 50 + 50):
        text = _HEAD + Writer(number).post()
        document = open_document(tmp_path, text, f"{number}.md")
        check_all(pane, document, chance, _GENERATORS[number % 4])


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_each_command_is_undone_in_real_posts(pane, tmp_path):
    chance = random.Random(_SEED)
    paths = [path for path in sorted(CORPUS.rglob("*.md")) if path.stat().st_size < 30_000]
    for path in chance.sample(paths, 40):
        document = open_document(tmp_path, path.read_bytes(), path.name)
        if not document.is_read_only:
            check_all(pane, document, chance, "jekyll")


def test_several_carets_are_one_step_too(pane, tmp_path):
    chance = random.Random(_SEED)
    for number in range(20):
        document = open_document(tmp_path, _HEAD + Writer(number).post(), f"{number}.md")
        pane.show_document(document)
        before = document.text
        for name, command in commands(document, "jekyll"):
            block = QTextCursor(document.qt)
            block.setPosition(chance.randint(0, document.qt.characterCount() - 1))
            last = QTextCursor(document.qt)
            last.movePosition(QTextCursor.MoveOperation.End)
            pane.carets.select_block(block, last)
            pane.carets.run(command)
            while document.qt.isUndoAvailable():
                pane.undo()
            assert document.text == before, name
            pane.carets.end()
