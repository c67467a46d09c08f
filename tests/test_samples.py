"""The sample site: the interview to the byte, sound posts, and those broken on purpose."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.conftest import SAMPLES

INTERVIEW = SAMPLES / "2009-06-24-biz-stone-testons-les-usages-commerciaux-de-twitter.md"
DRAFTS = SAMPLES / "_drafts"
SOUND = sorted(
    path
    for folder in (SAMPLES / "_posts", DRAFTS)
    for path in folder.glob("*.md")
    if not path.name.startswith("broken-")
)
# The post that names it says so: it shows what the preview makes of a missing image.
MISSING_IMAGE = "/assets/images/blog/1999/portail.png"


def front_matter(text: str) -> str:
    """The lines between the two fences, or "" where there are not two."""
    head = re.match(r"---\n(.*?)^---\n", text, re.DOTALL | re.MULTILINE)
    return head[1] if head else ""


def sample_id(path: Path) -> str:
    return path.relative_to(SAMPLES).as_posix()


def test_the_interview_is_kept_to_the_byte() -> None:
    digest = hashlib.sha256(INTERVIEW.read_bytes()).hexdigest()
    assert digest == "edebbf9c9c035661d80a4417414fbd4fcf0c0a00b81871a91f72a93b5e7f94ff"


def test_the_image_the_interview_names_is_in_the_site() -> None:
    [address] = re.findall(r'<img src="/([^"]+)"', INTERVIEW.read_text(encoding="utf-8"))
    image = (SAMPLES / address).read_bytes()
    assert image.startswith(b"\xff\xd8\xff")
    assert len(image) < 40_000


@pytest.mark.parametrize("path", SOUND, ids=sample_id)
def test_a_sound_sample_has_a_title_in_its_front_matter(path: Path) -> None:
    fields = yaml.safe_load(front_matter(path.read_bytes().decode("utf-8")))
    assert isinstance(fields["title"], str)
    assert fields["layout"] == "post"


@pytest.mark.parametrize("path", SOUND, ids=sample_id)
def test_every_image_a_sound_sample_names_is_there_but_the_one_missing_on_purpose(
    path: Path,
) -> None:
    addresses = re.findall(r"!\[[^]]*\]\(([^ )]+)", path.read_text(encoding="utf-8"))
    missing = {
        address
        for address in addresses
        if not (SAMPLES / address[1:] if address[0] == "/" else path.parent / address).is_file()
    }
    assert missing == ({MISSING_IMAGE} if "portails" in path.name else set())


def test_the_samples_hold_both_no_break_spaces_emoji_and_trailing_breaks() -> None:
    text = "".join(path.read_bytes().decode("utf-8") for path in SOUND)
    for kept in ("\u00a0", "\u202f", "😅", "  \n", "\u200d"):
        assert kept in text


def test_the_site_s_settings_are_read() -> None:
    settings = yaml.safe_load((SAMPLES / "_config.yml").read_text(encoding="utf-8"))
    assert settings["permalink"] == "/:year/:month/:day/:title/"
    assert (settings["lang"], settings["timezone"]) == ("fr", "Europe/Paris")


def test_the_duplicate_key_is_there_twice_and_a_yaml_reader_says_nothing() -> None:
    head = front_matter((DRAFTS / "broken-duplicate-key.md").read_bytes().decode("utf-8"))
    assert Counter(re.findall(r"^(\w+):", head, re.MULTILINE))["tags"] == 2
    assert yaml.safe_load(head)["tags"] == ["test", "front matter"]


def test_the_tab_is_one_no_yaml_reader_takes() -> None:
    head = front_matter((DRAFTS / "broken-tab.md").read_bytes().decode("utf-8"))
    assert "\n\t- " in head
    with pytest.raises(yaml.scanner.ScannerError, match="cannot start any token"):
        yaml.safe_load(head)


def test_the_unquoted_apostrophe_ends_its_title_too_early() -> None:
    head = front_matter((DRAFTS / "broken-unquoted-apostrophe.md").read_bytes().decode("utf-8"))
    assert "title: 'L'été" in head
    with pytest.raises(yaml.parser.ParserError, match="expected <block end>"):
        yaml.safe_load(head)


def test_the_unclosed_front_matter_has_its_first_fence_alone() -> None:
    text = (DRAFTS / "broken-unclosed.md").read_bytes().decode("utf-8")
    assert text.startswith("---\n")
    assert [line for line in text.split("\n") if line.strip() in ("---", "...")] == ["---"]


def test_the_windows_1252_bytes_are_no_utf_8_and_come_back_as_windows_1252() -> None:
    stored = (DRAFTS / "broken-windows-1252.md").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        stored.decode("utf-8")
    text = stored.decode("cp1252")
    assert {"é", "œ", "€", "’", "…"} <= set(text)
    assert yaml.safe_load(front_matter(text))["title"] == "Cassé exprès : des octets Windows-1252"


def test_the_bom_comes_first_and_every_line_end_is_crlf() -> None:
    stored = (DRAFTS / "broken-crlf-bom.md").read_bytes()
    assert stored.startswith(b"\xef\xbb\xbf---\r\n")
    assert stored.count(b"\r\n") == stored.count(b"\n") == stored.count(b"\r")
    assert not stored.endswith(b"\n")
    text = stored.decode("utf-8-sig").replace("\r\n", "\n")
    assert yaml.safe_load(front_matter(text))["title"].endswith("(BOM)")


def test_every_broken_sample_is_proved_broken_above() -> None:
    assert {path.stem.removeprefix("broken-") for path in DRAFTS.glob("broken-*.md")} == {
        "crlf-bom",
        "duplicate-key",
        "tab",
        "unclosed",
        "unquoted-apostrophe",
        "windows-1252",
    }
