import pytest

from editor import __main__, __version__
from editor.system_libraries import Library


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as ended:
        __main__.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"blog-editor {__version__}\n"


@pytest.mark.parametrize("line", ["0", "-1", "x", ""])
def test_a_line_that_is_none_is_wrong_use(capsys, line):
    with pytest.raises(SystemExit) as ended:
        __main__.main([f"--line={line}", "post.md"])
    assert ended.value.code == 2
    assert "--line" in capsys.readouterr().err


def test_missing_libraries_are_named_with_the_packages_that_bring_them(capsys, monkeypatch):
    monkeypatch.setattr(
        __main__, "missing_libraries", lambda: [Library("libEGL.so.1", "libegl1", "mesa-libEGL")]
    )
    monkeypatch.setattr(
        __main__, "missing_for_preview", lambda: [Library("libnss3.so", "libnss3", "nss")]
    )
    assert __main__.main([]) == 2
    told = capsys.readouterr().err
    assert "libEGL.so.1" in told
    assert "sudo apt-get install libegl1 libnss3" in told
    assert "sudo dnf install mesa-libEGL nss" in told


def test_the_window_does_not_open_where_it_would_end_by_itself(capsys, monkeypatch):
    monkeypatch.setattr("PySide6.__version__", "6.12.0")
    monkeypatch.setattr("sys.version_info", (3, 11, 9))
    assert __main__.main(["post.md"]) == 2
    assert "pip install 'pyside6!=6.12.0'" in capsys.readouterr().err
