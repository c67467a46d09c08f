"""What is built of the project: nothing missing, nothing too much, nothing undeclared."""

import ast
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DISTRIBUTIONS = {  # where the name to import is not the name to install
    "frontmatter": "python-frontmatter",
    "liquid": "python-liquid",
    "PIL": "pillow",
    "bs4": "beautifulsoup4",
    "hunspell": "chunspell",
    "markdown_it": "markdown-it-py",
    "mdit_py_plugins": "mdit-py-plugins",
    "pymdownx": "pymdown-extensions",
    "yaml": "pyyaml",
    "text_unidecode": "text-unidecode",
}

pytestmark = pytest.mark.filterwarnings("default")  # those of the build tool are its own


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names of the files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    [built] = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    """The names of the files in the source archive, without its own folder."""
    folder = tmp_path_factory.mktemp("sdist")
    [built] = SdistBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with tarfile.open(built) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def files_of(folder):
    """The files below a folder of the project, without the caches that tools leave there."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not re.search(r"__pycache__|/\.\w+_cache/", path.as_posix())
    }


def test_the_wheel_holds_the_package_with_every_resource(wheel):
    inside = files_of("resources") | files_of("sample_posts")
    wanted = files_of("editor") | {f"editor/{name}" for name in inside}
    assert wanted <= wheel


def test_the_wheel_holds_nothing_else(wheel):
    others = {name for name in wheel if not name.startswith("editor/")}
    assert all(".dist-info/" in name for name in others)


def test_the_source_archive_holds_all_it_takes_to_build_and_test(sdist):
    for folder in (".ci", "editor", "resources", "tests", "sample_posts"):
        assert files_of(folder) <= sdist
    assert {"pyproject.toml", "README.md", "LICENSE"} <= sdist


def test_every_package_that_is_imported_is_declared():
    declared = {
        re.split(r"[^\w-]", requirement)[0].lower() for requirement in PROJECT["dependencies"]
    }
    for path in (ROOT / "editor").rglob("*.py"):
        for name in imported(path) - {"editor"} - sys.stdlib_module_names:
            assert DISTRIBUTIONS.get(name, name).lower() in declared, (path.name, name)


def test_the_recipe_of_the_folder_is_a_program_and_its_trial_a_script():
    recipe = (ROOT / ".ci" / "blog-editor.spec").read_text(encoding="utf-8")
    compile(recipe, "blog-editor.spec", "exec")
    trial = ROOT / ".ci" / "package"
    assert "--self-check" in trial.read_text(encoding="utf-8")
    if shutil.which("bash"):
        subprocess.run(["bash", "-n", trial], check=True)


def imported(path):
    """The top names of what a module imports from elsewhere."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.partition(".")[0])
    return found
