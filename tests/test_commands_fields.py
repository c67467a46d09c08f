"""`set` and `unset`: one field changed, nothing else, or nothing at all."""

import json
import os
import time
from pathlib import Path

import pytest

from editor import history
from editor.__main__ import main
from editor.history import Why
from editor.settings import state_folder

POST = """\
---
title:   'A'   # kept
date: 2009-06-24
weight: 5
draft: false
tags: [a, b]
years: [2001, "2002"]
broken: x: y
---

Body.\x20\x20
"""


@pytest.fixture
def post(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("post.md").write_bytes(POST.replace("\n", "\r\n").encode())
    return Path("post.md")


def text(post):
    return post.read_bytes().decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("title=L'été : un", "'A'   #", "'L''été : un'   #"),
        ("date=2010-01-02", "date: 2009-06-24", "date: 2010-01-02"),
        ("weight=07", "weight: 5", "weight: 07"),
        ("draft=true", "draft: false", "draft: true"),
        ("tags=b, c d", "[a, b]", "[b, c d]"),
        ("broken=x: z", "broken: x: y", 'broken: "x: z"'),
        ("layout=post", "broken: x: y\n", "broken: x: y\nlayout: post\n"),
        ("pinned=true", "broken: x: y\n", "broken: x: y\npinned: true\n"),
        ("updated=2024-01-09", "broken: x: y\n", "broken: x: y\nupdated: 2024-01-09\n"),
        ("subtitle=a: b=c", "broken: x: y\n", 'broken: x: y\nsubtitle: "a: b=c"\n'),
    ],
)
def test_set_changes_that_value_alone(capsys, post, field, old, new):
    assert main(["set", str(post), field]) == 0
    assert text(post) == POST.replace(old, new)
    assert post.read_bytes().count(b"\r\n") == text(post).count("\n")
    assert capsys.readouterr() == ("", "")


def test_set_takes_types_as_json(post):
    assert main(["set", "--json", str(post), 'tags=["1.0", "x"]', "weight=7", 'draft="no"']) == 0
    assert 'tags: ["1.0", x]' in text(post)
    assert "weight: 7\n" in text(post)
    assert 'draft: "no"\n' in text(post)


def test_what_was_set_is_what_get_gives(capsys, post):
    assert main(["set", str(post), "title=Biz Stone : « oui »"]) == 0
    assert main(["get", str(post), "title", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == "Biz Stone : « oui »"


def test_set_makes_front_matter_where_there_is_none(post):
    post.write_bytes(b"Body.\n")
    assert main(["set", str(post), "title=A", "lang=fr"]) == 0
    assert post.read_bytes() == b"---\ntitle: A\nlang: fr\n---\n\nBody.\n"


def test_unset_removes_those_fields_alone(post):
    assert main(["unset", str(post), "weight", "tags"]) == 0
    assert text(post) == POST.replace("weight: 5\n", "").replace("tags: [a, b]\n", "")


def test_what_is_set_already_leaves_the_file_alone(post):
    before = post.stat()
    assert main(["set", str(post), "weight=5"]) == 0
    assert (post.stat().st_mtime_ns, post.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_all_is_set_or_nothing(capsys, post):
    before = post.read_bytes()
    assert main(["unset", str(post), "weight", "nowhere"]) == 1
    assert post.read_bytes() == before
    assert capsys.readouterr().err == (
        "blog-editor: post.md:9: nowhere was not changed: there is no such field\n"
    ).replace(":9:", ":1:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["set", "post.md", "title"], "'title' is not KEY=VALUE"),
        (["set", "post.md", "=x"], "'=x' is not KEY=VALUE"),
        (["set", "--json", "post.md", "title=A"], "title: 'A' is not JSON"),
        (["set", "gone.md", "title=A"], "gone.md: missing"),
        (["unset", "gone.md", "title"], "gone.md: missing"),
    ],
)
def test_wrong_use_is_told(capsys, post, arguments, said):
    before = post.read_bytes()
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"blog-editor: {said}\n")
    assert post.read_bytes() == before


def test_a_post_in_windows_1252_stays_in_it_and_that_is_told(capsys, post):
    old = "---\ntitle: été\nlang: fr\n---\nL’été “là”, déjà.\n".encode("cp1252")
    post.write_bytes(old)
    assert main(["set", str(post), "title=été : début"]) == 0
    assert post.read_bytes() == old.replace(b"\xe9t\xe9\n", b"'\xe9t\xe9 : d\xe9but'\n", 1)
    said = "this is no UTF-8: it was written as windows-1252"
    assert capsys.readouterr() == ("", f"blog-editor: post.md: {said}\n")
    assert main(["set", str(post), "title=日"]) == 2
    assert "has no U+65E5" in capsys.readouterr().err


def test_bytes_that_are_no_utf_8_stay_among_such_that_are(capsys, post):
    old = "---\ntitle: été\nlang: fr\n---\n".encode() + "L’été “là”\n".encode("cp1252")
    post.write_bytes(old)
    assert main(["set", str(post), "lang=français"]) == 0
    assert post.read_bytes() == old.replace(b"lang: fr", "lang: français".encode())
    said = "6 bytes that are no utf-8 were left as they are"
    assert capsys.readouterr() == ("", f"blog-editor: post.md: {said}\n")


@pytest.mark.parametrize(
    ("settings", "others", "made"),
    [
        ("_config.yml", {}, "---\ntitle: A\n---\n\nBody.\n"),
        ("hugo.toml", {}, "---\ntitle: A\n---\n\nBody.\n"),
        ("hugo.toml", {"content/b.md": "+++\n"}, '+++\ntitle = "A"\n+++\n\nBody.\n'),
        ("hugo.toml", {"archetypes/default.md": "+++\n"}, '+++\ntitle = "A"\n+++\n\nBody.\n'),
        ("hugo.json", {"content/b.md": "{\n"}, '{\n  "title": "A"\n}\n\nBody.\n'),
        ("pelicanconf.py", {}, "Title: A\n\nBody.\n"),
        ("pelicanconf.py", {"content/b.md": "---\n"}, "---\ntitle: A\n---\n\nBody.\n"),
        ("", {}, "---\ntitle: A\n---\n\nBody.\n"),
        ("", {"content/b.md": "+++\n"}, '+++\ntitle = "A"\n+++\n\nBody.\n'),
    ],
)
def test_front_matter_is_made_as_the_site_s_other_posts_have_it(post, settings, others, made):
    post.unlink()
    if settings:
        Path(settings).touch()
    heads = {"---\n": "---\nx: y\n---\n", "+++\n": '+++\nx = "y"\n+++\n', "{\n": '{"x": "y"}\n'}
    for name, fence in others.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(heads[fence])
    Path("content").mkdir(exist_ok=True)
    new = Path("content/new.md")
    new.write_bytes(b"Body.\n")
    assert main(["set", str(new), "title=A"]) == 0
    assert new.read_bytes().decode() == made


@pytest.mark.parametrize("typed", ["-", "[", '"', "'", "- a", "a: b", "#", "*a", "|", "null", "~"])
def test_what_fills_an_empty_field_is_text_even_where_it_looks_like_yaml(capsys, post, typed):
    post.write_bytes(b"---\ntitle:\nsub: ~\n---\n")
    assert main(["set", str(post), f"title={typed}", f"sub={typed}"]) == 0
    for key in ("title", "sub"):
        assert main(["get", str(post), key, "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == typed


def test_what_get_gives_is_what_set_takes(capsys, post):
    before = post.read_bytes()
    for key, other in [
        ("title", "B"),
        ("date", "1999-01-02"),
        ("weight", "6"),
        ("tags", "c"),
        ("years", "2001"),
    ]:
        for options, new in (([], other), (["--json"], None)):
            main(["get", str(post), key, *options])
            value = capsys.readouterr().out.removesuffix("\n")
            new = new or json.dumps(
                {"weight": 6, "tags": ["c: d"], "years": [2001]}.get(key, other)
            )
            assert main(["set", *options, str(post), f"{key}={new}"]) == 0
            assert post.read_bytes() != before
            assert main(["set", *options, str(post), f"{key}={value}"]) == 0
            assert post.read_bytes() == before, (key, options)


WRAPPED = """\
---
title: A title
description: A sentence that somebody
  broke over two lines.
broken: x: y
tags:
- a   # first
-   b
---
Body.
"""


@pytest.mark.parametrize(
    ("field", "back"),
    [
        ("description=Changed", "description=A sentence that somebody broke over two lines."),
        ("broken=Changed", "broken=x: y"),
        ("tags=a", "tags=a, b"),
    ],
)
def test_a_field_set_back_has_its_characters_of_before(post, field, back):
    post.write_bytes(WRAPPED.encode())
    assert main(["set", str(post), field]) == 0
    assert post.read_bytes() != WRAPPED.encode()
    assert main(["set", str(post), "title=Another"]) == 0
    assert main(["set", str(post), back]) == 0
    assert main(["set", str(post), "title=A title"]) == 0
    assert post.read_bytes() == WRAPPED.encode()


def test_the_version_before_is_kept_as_a_save_of_the_window_keeps_it(post):
    before = post.read_bytes()
    main(["set", str(post), "weight=7"])
    main(["unset", str(post), "draft"])
    folder = state_folder() / "history"
    latest, first = history.versions(folder, post)
    assert history.content(folder, first.sha256) == before
    assert b"weight: 7\r\ndraft" in history.content(folder, latest.sha256)
    assert {first.why, latest.why} == {Why.SAVED_OVER}


def test_nothing_is_kept_where_nothing_changes(post):
    main(["set", str(post), "weight=5"])
    assert not history.versions(state_folder() / "history", post)


def test_a_field_is_set_where_the_version_before_cannot_be_kept(capsys, post):
    (state_folder()).parent.mkdir(parents=True)
    state_folder().write_text("in the way")
    assert main(["set", str(post), "weight=7"]) == 0
    assert "weight: 7" in text(post)
    assert "the version before was not kept" in capsys.readouterr().err


def test_old_versions_are_cleared_away_once_a_day(post):
    main(["set", str(post), "weight=7"])
    folder = state_folder() / "history"
    (version,) = history.versions(folder, post)
    long_ago = time.time() - 40 * 86_400
    (line,) = (folder / "posts").iterdir()
    line.write_text(line.read_text().replace(json.dumps(version.time), json.dumps(long_ago)))
    main(["set", str(post), "weight=8"])
    assert len(history.versions(folder, post)) == 2
    os.utime(folder / "tidied", (long_ago, long_ago))
    main(["set", str(post), "weight=9"])
    assert len(history.versions(folder, post)) == 2


def test_a_line_that_comes_back_has_the_end_it_had_among_mixed_ones(post):
    before = b"---\r\ntitle: A\r\ntext: a b\n  c d\r\n---\r\nB\r\n"
    post.write_bytes(before)
    assert main(["set", str(post), "text=Changed"]) == 0
    assert main(["set", str(post), "text=a b c d"]) == 0
    assert post.read_bytes() == before


def test_get_reads_what_is_no_utf8_as_set_writes_it(capsys, post):
    post.write_bytes("---\ntitle: L'été\n---\n".encode("cp1252"))
    assert main(["get", str(post), "title"]) == 0
    assert capsys.readouterr().out == "L'été\n"
    value = json.dumps("L'été x")
    assert main(["set", "--json", str(post), f"title={value}"]) == 0
    assert post.read_bytes() == "---\ntitle: L'été x\n---\n".encode("cp1252")
