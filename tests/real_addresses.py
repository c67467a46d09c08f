"""The addresses that the real Jekyll, Hugo and Pelican of this machine give the files of a site."""

import json
import os
import subprocess
import sys
from pathlib import Path

_RUBY = """
require "json"; require "jekyll"
Jekyll.logger = Logger.new(nil)
config = Jekyll.configuration("quiet" => true, "disable_disk_cache" => true, "safe" => true)
site = Jekyll::Site.new(config)
site.reset
site.read
found = (site.docs_to_write + site.pages).map do |one|
  path = one.respond_to?(:collection) ? one.path : File.join(site.source, one.path)
  day = one.respond_to?(:date) && one.respond_to?(:collection) ? one.date.strftime("%Y-%m-%d") : nil
  address = begin one.url; rescue NoMethodError; "the build fails"; end
  [path, address, day]
end
puts JSON.generate(found)
"""
_HUGO_HOME = """{{ $found := slice }}{{ range site.AllPages }}{{ $page := . }}{{ with .File }}{{
$found = $found | append (slice (slice .Filename $page.RelPermalink ($page.Date.Format
"2006-01-02"))) }}{{ end }}{{ end }}{{
$list := resources.FromString "addresses.json" ($found | jsonify) }}{{ $list.Publish }}"""

_PELICAN = """
import json, logging, sys
logging.disable(logging.CRITICAL)
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.settings import read_settings
root = sys.argv[1]
settings = read_settings(root + "/pelicanconf.py", override={"OUTPUT_PATH": root + "/output"})
context = {**settings, "generated_content": {}, "static_links": set(), "static_content": {}}
context["localsiteurl"] = ""
found = []
for kind, names in (
    (ArticlesGenerator, ("articles", "translations", "hidden_articles", "hidden_translations")),
    (PagesGenerator, ("pages", "translations", "hidden_pages", "hidden_translations")),
):
    generator = kind(context, settings, settings["PATH"], settings["THEME"], root + "/output")
    generator.generate_context()
    for one in (one for name in names for one in getattr(generator, name)):
        day = one.date.strftime("%Y-%m-%d") if hasattr(one, "date") else None
        found.append([one.source_path, "/" + one.url, day])
print(json.dumps(found))
"""

Found = dict[Path, tuple[str, str | None]]  # the address and the day of what is published


class BuildFailed(Exception):  # noqa: N818 - an answer of the generator
    """The generator stopped."""


def of_jekyll(root: Path) -> Found:
    """What Jekyll publishes of the site at `root`. Raises BuildFailed."""
    output = _run(["ruby", "-e", _RUBY], root)
    found = json.loads(output.splitlines()[-1])
    return {Path(path): (address, day) for path, address, day in found}


def of_hugo(root: Path) -> Found:
    """What Hugo publishes of the site at `root`, into which it writes. Raises BuildFailed."""
    layouts = {"index.html": _HUGO_HOME, "_default/single.html": "", "_default/list.html": ""}
    for name, text in layouts.items():
        (root / "layouts" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "layouts" / name).write_text(text)
    _run(["hugo", "--quiet", "-d", str(root / "public")], root)
    text = (root / "public/addresses.json").read_text(encoding="utf-8")
    return {
        Path(path): (address, day if day != "0001-01-01" else None)
        for path, address, day in json.loads(text)
    }


def of_pelican(root: Path) -> Found:
    """What Pelican publishes of the site at `root`. Raises BuildFailed."""
    python = os.environ.get("PELICAN_PYTHON", sys.executable)
    found = json.loads(_run([python, "-c", _PELICAN, str(root)], root).splitlines()[-1])
    return {Path(path): (address, day) for path, address, day in found}


def _run(command: list[str], root: Path) -> str:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BuildFailed(done.stderr + done.stdout)
    return done.stdout
