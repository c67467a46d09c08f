"""Are our slugs those of the generators?  `python -m tests.slugs [COUNT]`

Asks the Jekyll, the Hugo and the Pelican of this machine (Pelican by the variable PELICAN_PYTHON, a
Python that can import it; else this one) for the slugs of random titles in several languages.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from editor.slugs import hugo_slug, jekyll_slug, pelican_slug
from tests.random_titles import titles

_RUBY = """
require "json"; require "jekyll"
Jekyll.logger.log_level = :error
modes = ARGV
puts JSON.generate(JSON.parse(STDIN.read).map { |title|
  modes.map { |mode| Jekyll::Utils.slugify(title, mode: mode, cased: mode == "pretty") } })
"""
_PELICAN = """
import json, sys
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify
subs = DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"]
print(json.dumps([
    [slugify(title, subs), slugify(title, subs, True), slugify(title, subs, False, True)]
    for title in json.load(sys.stdin)
]))
"""
JEKYLL_MODES = ("raw", "default", "pretty", "ascii", "latin", "none")
HUGO_SETTINGS: tuple[Mapping[str, object], ...] = (
    {},
    {"removePathAccents": True},
    {"disablePathToLower": True},
)
PELICAN_SETTINGS: tuple[Mapping[str, object], ...] = (
    {},
    {"SLUGIFY_PRESERVE_CASE": True},
    {"SLUGIFY_USE_UNICODE": True},
)


def of_jekyll(asked: list[str]) -> list[list[str]]:
    """The slugs that Jekyll makes in each of JEKYLL_MODES."""
    return _answer(["ruby", "-e", _RUBY, *JEKYLL_MODES], asked)


def of_pelican(asked: list[str]) -> list[list[str]]:
    """The slugs that Pelican makes with each of PELICAN_SETTINGS."""
    python = os.environ.get("PELICAN_PYTHON", sys.executable)
    return _answer([python, "-c", _PELICAN], asked)


def of_hugo(asked: list[str]) -> list[list[str]]:
    """The slugs that Hugo's `urlize` makes with each of HUGO_SETTINGS."""
    made = [_of_hugo(asked, settings) for settings in HUGO_SETTINGS]
    return [list(slugs) for slugs in zip(*made, strict=True)]


def _of_hugo(asked: list[str], settings: Mapping[str, object]) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        kinds = ["taxonomy", "term", "RSS", "sitemap", "404", "page", "section"]
        (site / "config.json").write_text(json.dumps({"disableKinds": kinds, **settings}))
        (site / "data").mkdir()
        (site / "data/titles.json").write_text(json.dumps({"all": asked}))
        (site / "layouts").mkdir()
        (site / "layouts/index.html").write_text(
            "{{ $found := slice }}{{ range site.Data.titles.all }}"
            "{{ $found = $found | append (urlize .) }}{{ end }}"
            "{{ $found | jsonify | safeHTML }}"
        )
        subprocess.run(["hugo", "--quiet"], cwd=site, check=True)
        text = (site / "public/index.html").read_text(encoding="utf-8")
    return [unquote(slug) for slug in json.loads(text)]


def _answer(command: list[str], asked: list[str]) -> list[list[str]]:
    done = subprocess.run(
        command,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found


def _ours_of_jekyll(title: str) -> list[str]:
    return [jekyll_slug(title, mode, keep_case=mode == "pretty") for mode in JEKYLL_MODES]


def _ours_of_hugo(title: str) -> list[str]:
    return [unquote(hugo_slug(title, one)) for one in HUGO_SETTINGS]


def _ours_of_pelican(title: str) -> list[str]:
    return [pelican_slug(title, one) for one in PELICAN_SETTINGS]


_Asks = Callable[[list[str]], list[list[str]]]
JUDGES: Mapping[str, tuple[_Asks, Callable[[str], list[str]]]] = {
    "jekyll": (of_jekyll, _ours_of_jekyll),
    "hugo": (of_hugo, _ours_of_hugo),
    "pelican": (of_pelican, _ours_of_pelican),
}


def is_here(generator: str) -> bool:
    """Whether this machine has the generator."""
    if generator != "pelican":
        return shutil.which(generator) is not None
    python = os.environ.get("PELICAN_PYTHON", sys.executable)
    return subprocess.run([python, "-c", "import pelican"], capture_output=True).returncode == 0


def differences(generator: str, asked: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """The titles whose slugs differ, with the generator's own and ours."""
    asks, ours = JUDGES[generator]
    for title, theirs in zip(asked, asks(asked), strict=True):
        if theirs != ours(title):
            yield title, theirs, ours(title)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    asked = list(titles(count))
    for generator in JUDGES:
        if not is_here(generator):
            sys.stdout.write(f"{generator}: not on this machine\n")
            continue
        found = list(differences(generator, asked))
        same = count - len(found)
        sys.stdout.write(f"{generator}: {same} of {count} titles have the same slugs\n")
        for title, theirs, ours in found[:10]:
            sys.stdout.write(f"  {title!r}: {theirs} {ours}\n")


if __name__ == "__main__":
    main()
