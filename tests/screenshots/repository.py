"""A site in a repository of Git, for pictures: a post changed, one new, one deleted."""

import os
import subprocess
from pathlib import Path

_WHO = {
    f"GIT_{role}_{fact}": value
    for role in ("AUTHOR", "COMMITTER")
    for fact, value in (("NAME", "Zoé"), ("EMAIL", "zoe@example.org"))
}


def put_in_git(site: Path, front: Path) -> None:
    """Commit `site`, then change the post `front` and others; nothing where that is done."""
    if (site / ".git").exists():
        return
    for command in ("init", "-q"), ("add", "."), ("commit", "-qm", "Begin"):
        subprocess.run(("git", *command), cwd=site, check=True, env={**os.environ, **_WHO})
    front.write_text(front.read_text("utf-8").replace(" la ", " cette ", 3), encoding="utf-8")
    (site / "_posts" / "2024-05-05-un-nouvel-article.md").write_text("---\ntitle: Neuf\n---\n")
    (site / "_posts" / "2009-06-30-les-blogs-et-la-presse-dix-ans-apres.md").unlink(missing_ok=True)
