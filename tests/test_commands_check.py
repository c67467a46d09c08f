"""`check` and `fix`: the problems of posts told, and mended where that is sure."""

import json
from datetime import date
from pathlib import Path

import pytest

from editor.__main__ import main

pytestmark = pytest.mark.usefixtures("site")
BROKEN = "---\r\nlayout: post\r\ntitle: Mon titre : l'été\r\n---\r\nBody.  \r\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("_config.yml").write_text("title: x\n")
    Path("_posts").mkdir()
    Path("_posts/2024-01-11-fine.md").write_text("---\ntitle: A\npermalink: /a/\n---\nBody.\n")
    Path("_posts/2024-01-12-broken.md").write_bytes(BROKEN.encode())
    return tmp_path


def test_check_prints_a_line_a_problem(capsys):
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out == (
        "_posts/2024-01-12-broken.md:3: The title holds “:”, which needs quotes in YAML. "
        "Jekyll publishes the post without title and layout, at today's address; "
        "quote the title\n"
    )


def test_check_of_a_fine_post_says_nothing(capsys):
    assert main(["check", "_posts/2024-01-11-fine.md"]) == 0
    assert capsys.readouterr() == ("", "")


def test_check_as_json_tells_of_every_post(capsys):
    assert main(["check", "--json", "_posts"]) == 1
    fine, broken = json.loads(capsys.readouterr().out)
    assert fine == {
        "path": "_posts/2024-01-11-fine.md",
        "generator": "jekyll",
        "published": True,
        "address": "/a/",
        "date": "2024-01-11",
        "problems": [],
    }
    (problem,) = broken["problems"]
    assert (problem["line"], problem["kind"]) == (3, "needs_quotes")
    assert problem["fix"] == "Quote the title"
    today = date.today()
    assert broken["published"] is True
    assert broken["address"] == f"/{today:%Y/%m/%d}/2024-01-12-broken.html"
    assert broken["date"] == str(today)


@pytest.mark.parametrize(
    ("name", "field", "published"),
    [
        ("_posts/2024-01-11-x.md", "draft: true", True),
        ("_posts/2024-01-11-x.md", "published: false", False),
        ("_posts/2999-01-11-x.md", "layout: post", False),
        ("_posts/x.md", "layout: post", False),
        ("_drafts/x.md", "layout: post", False),
        ("_posts/2024-01-11-x.md", "date: demain", None),
    ],
)
def test_check_says_whether_a_post_is_published(capsys, name, field, published):
    Path("_drafts").mkdir()
    Path(name).write_text(f"---\n{field}\n---\n")
    main(["check", "--json", name])
    assert json.loads(capsys.readouterr().out)[0]["published"] is published


def test_check_tells_the_address_that_jekyll_gives_a_post(capsys):
    Path("_config.yml").write_text("permalink: /:year/:title/\n")
    Path("_posts/2024-01-11-x.md").write_text("---\ntitle: A\n---\n")
    main(["check", "--json", "_posts/2024-01-11-x.md"])
    assert json.loads(capsys.readouterr().out)[0]["address"] == "/2024/x/"


def test_check_tells_of_a_file_that_is_not_utf8(capsys):
    Path("_posts/2024-01-11-x.md").write_bytes("---\ntitle: L'été\n---\n".encode("cp1252"))
    assert main(["check", "_posts/2024-01-11-x.md"]) == 1
    assert ":1: The file is not UTF-8. Jekyll leaves the post out" in capsys.readouterr().out


def test_check_tells_a_field_that_the_other_posts_have(capsys):
    for day in range(10, 30):
        Path(f"_posts/2023-01-{day}-x.md").write_text("---\ntitle: A\nlayout: post\n---\n")
    assert main(["check", "_posts"]) == 1
    assert "2024-01-11-fine.md:1: “layout” is missing" in capsys.readouterr().out


def test_check_goes_on_after_a_post_that_cannot_be_read(capsys):
    assert main(["check", "gone.md", "_posts"]) == 2
    printed = capsys.readouterr()
    assert printed.err == "blog-editor: gone.md: missing\n"
    assert "broken.md:3:" in printed.out


def test_fix_prints_a_diff_and_keeps_every_other_byte(capsys):
    path = Path("_posts/2024-01-12-broken.md")
    assert main(["fix", str(path)]) == 0
    assert path.read_bytes() == BROKEN.replace("Mon titre : l'été", '"Mon titre : l\'été"').encode()
    printed = capsys.readouterr()
    assert printed.err == ""
    lines = printed.out.split("\n")
    assert lines[:3] == [f"--- a/{path}", f"+++ b/{path}", "@@ -1,5 +1,5 @@"]
    assert [line for line in lines[3:] if line[:1] in ("+", "-")] == [
        "-title: Mon titre : l'été",
        '+title: "Mon titre : l\'été"',
    ]
    assert main(["check", str(path)]) == 0


def test_a_dry_run_writes_nothing(capsys):
    path = Path("_posts/2024-01-12-broken.md")
    assert main(["fix", "--dry-run", str(path)]) == 0
    assert path.read_bytes() == BROKEN.encode()
    assert '+title: "Mon titre' in capsys.readouterr().out


def test_fix_tells_what_it_cannot_mend(capsys):
    path = Path("_posts/2024-01-11-fine.md")
    path.write_text("---\ntitle: A: b\ndate: demain\n---\n")
    assert main(["fix", str(path)]) == 1
    printed = capsys.readouterr()
    assert '+title: "A: b"' in printed.out
    assert printed.err.startswith(f"{path}:3: “demain” is no date")


def test_fix_of_a_fine_post_prints_nothing_and_leaves_the_file(capsys):
    path = Path("_posts/2024-01-11-fine.md")
    before = path.stat().st_mtime_ns
    assert main(["fix", str(path)]) == 0
    assert path.stat().st_mtime_ns == before
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("about.md", b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n", b"---\r\ntitle: A\r\n---\r\n"),
        ("_posts/2024-01-12-x.md", b"---\rtitle: A\r---\rB\r", b"---\ntitle: A\n---\nB\n"),
    ],
)
def test_fix_mends_what_the_bytes_of_a_file_hide_from_jekyll(capsys, name, before, after):
    Path("_config.yml").write_text("")
    Path(name).write_bytes(before)
    assert main(["check", name]) == 1
    assert main(["fix", "--dry-run", name]) == 0
    assert Path(name).read_bytes() == before
    assert main(["fix", name]) == 0
    assert Path(name).read_bytes() == after
    assert "mended: " in capsys.readouterr().err
    assert main(["check", name]) == 0


def test_check_tells_where_posts_will_be_published_and_why_not(capsys):
    Path("_drafts").mkdir()
    Path("_drafts/idea.md").write_text("---\ntitle: A\n---\n")
    Path("_posts/2999-01-01-later.md").write_text("---\ntitle: A\n---\n")
    assert main(["check", "--where", "."]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "_drafts/idea.md: will not be published: it is a draft, in “_drafts”"
    assert lines[1] == "_posts/2024-01-11-fine.md: will be published at /a/ on 2024-01-11"
    assert lines[2].endswith("-broken.md on " + str(date.today())) or "cannot be read" in lines[2]
    assert lines[3].endswith("will not be published: its date is still to come, 2999-01-01")
