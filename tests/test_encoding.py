import codecs
import random
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from editor.encoding import Kept, LineEnds, UnencodableError, decode, encode

LINES = [f"ligne {n}" for n in range(1, 9)]

# Bytes near those that matter: line ends, marks, halves of characters, what Qt loses.
PIECES = st.sampled_from(
    [b"a", b"\r", b"\n", b"\r\n", b"\x00", b"\xef\xbb\xbf", b"\xff", b"\xfe", b"\xc3", b"\xa9"]
    + [c.encode() for c in "é\u2028\u2029\ufdd0\ufdd1\ufffe\ufffc😀\x0b\x0c\x1e\x85\xa0\ud7ff"]
    + ["\U0010f080".encode()]
)
CONTENTS = st.binary(max_size=60) | st.lists(PIECES, max_size=30).map(b"".join)


@given(CONTENTS)
def test_any_bytes_come_back_or_are_read_only(content):
    decoded = decode(content)
    assert decoded.read_only or encode(decoded, decoded.text) == content
    assert "\r" not in decoded.text


@given(CONTENTS, st.sampled_from(["cp1252", "latin-1", "utf-16-le", "shift_jis", "utf-8"]))
def test_any_bytes_come_back_in_an_encoding_that_was_chosen(content, encoding):
    decoded = decode(content, encoding)
    assert decoded.read_only or encode(decoded, decoded.text) == content


@pytest.mark.parametrize(
    ("content", "text", "encoding", "bom"),
    [
        (b"", "", "utf-8", b""),
        ("é\n".encode(), "é\n", "utf-8", b""),
        (codecs.BOM_UTF8 + b"a", "a", "utf-8", codecs.BOM_UTF8),
        (codecs.BOM_UTF16_LE + b"a\0", "a", "utf-16-le", codecs.BOM_UTF16_LE),
        (codecs.BOM_UTF16_BE + b"\0a\0\r\0\n", "a\n", "utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_the_byte_order_mark_says_the_encoding_and_is_no_text(content, text, encoding, bom):
    decoded = decode(content)
    assert (decoded.text, decoded.encoding, decoded.bom) == (text, encoding, bom)
    assert decoded.read_only is None
    assert encode(decoded, text + "!").startswith(content)


def test_bytes_that_are_not_utf_8_are_counted_and_come_back_around_what_is_typed():
    content = "déjà vu\n".encode("cp1252")
    decoded = decode(content)
    assert (decoded.encoding, decoded.invalid_bytes, decoded.read_only) == ("utf-8", 2, None)
    assert encode(decoded, "é" + decoded.text) == "é".encode() + content


def test_reopened_in_its_encoding_a_legacy_file_is_read_and_saved_in_it():
    content = "déjà “vu” ".encode("cp1252") + b"\x81\n"  # 0x81 is no character of Windows-1252
    decoded = decode(content, "windows-1252")
    assert decoded.text.startswith("déjà “vu” ")
    assert (decoded.encoding, decoded.invalid_bytes) == ("cp1252", 1)
    assert encode(decoded, decoded.text + "€") == content + b"\x80"


def test_a_character_the_encoding_lacks_is_named_with_its_place():
    decoded = decode(b"a\r\nb\r\n", "windows-1252")
    with pytest.raises(UnencodableError) as raised:
        encode(decoded, "a\nb\n😀")
    assert (raised.value.character, raised.value.encoding) == ("😀", "cp1252")
    assert raised.value.offset == 4


def test_a_lone_surrogate_is_no_character_nor_a_byte():
    decoded = decode(b"\xff")
    for number in 0xD800, 0xDC80:
        with pytest.raises(UnencodableError) as raised:
            encode(decoded, decoded.text + chr(number))
        assert (raised.value.character, raised.value.offset) == (chr(number), 1)


def test_an_encoding_python_does_not_know_is_a_lookup_error():
    with pytest.raises(LookupError):
        decode(b"a", "windows-12520")


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"\x7fELF" + bytes(60), Kept.BINARY),
        ("sans marque".encode("utf-16-le"), Kept.BINARY),
        (random.Random(1).randbytes(4000).replace(b"\0", b""), Kept.BINARY),
        (codecs.BOM_UTF32_LE + "é".encode("utf-32-le"), Kept.UTF_32),
        (codecs.BOM_UTF32_BE + "é".encode("utf-32-be"), Kept.UTF_32),
        ("\U0010f0e9".encode(), Kept.PRIVATE_CHARACTERS),
        ("\U0010f100 and \xff".encode(), Kept.PRIVATE_CHARACTERS),
        (codecs.BOM_UTF16_LE + b"a\0\0\xd8b\0", Kept.NOT_EXACT),
        (codecs.BOM_UTF16_LE + b"a\0b", Kept.NOT_EXACT),
    ],
    ids=[
        "NUL bytes",
        "UTF-16 without a mark",
        "control characters",
        "UTF-32 LE",
        "UTF-32 BE",
        "the range of bytes",
        "the range of others",
        "half a pair",
        "half a unit",
    ],
)
def test_what_could_not_be_given_back_is_read_only(content, kept):
    assert decode(content).read_only is kept


def test_utf_16_without_its_mark_can_be_chosen():
    content = "sans marque".encode("utf-16-le")
    decoded = decode(content, "utf-16-le")
    assert (decoded.text, decoded.read_only) == ("sans marque", None)
    assert encode(decoded, decoded.text) == content


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_all_others_and_no_final_end_is_added_or_dropped(end):
    decoded = decode(f"a{end}b".encode())
    assert (decoded.text, decoded.line_ends) == ("a\nb", LineEnds(end))
    assert encode(decoded, "a\nnew\nb") == f"a{end}new{end}b".encode()
    assert encode(decoded, "a\nb\n") == f"a{end}b{end}".encode()


def test_only_three_ends_cut_lines():
    text = "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i"
    decoded = decode(text.encode())
    assert decoded.text.count("\n") == 0
    assert encode(decoded, decoded.text) == text.encode()


def test_among_mixed_ends_new_lines_get_the_usual_one():
    decoded = decode(b"a\r\nb\nc\r\n")
    assert decoded.line_ends.is_mixed
    assert encode(decoded, "a\nnew\nb\nc\n") == b"a\r\nnew\r\nb\nc\r\n"


def test_a_line_lost_between_cr_and_lf_is_not_lost():
    decoded = decode(b"a\rb\nc\r\n")
    assert decode(encode(decoded, "a\n\nc\n")).text == "a\n\nc\n"


@given(st.data())
def test_edits_of_lines_leave_the_ends_of_all_others(data):
    ends = data.draw(st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=8, max_size=8))
    old = [line + end for line, end in zip(LINES, ends, strict=True)]
    decoded = decode("".join(old).encode())
    lines, kept = [], []
    for line, end in zip(LINES, ends, strict=True):
        what = data.draw(st.sampled_from(["keep", "keep", "keep", "insert", "delete", "change"]))
        if what == "insert":
            lines.append(f"nouvelle avant {line}")
        if what != "delete":
            lines.append(f"{line} !" if what == "change" else line)
        if what in ("keep", "insert"):
            kept.append(line + end)
    text = "".join(line + "\n" for line in lines)
    content = encode(decoded, text).decode()
    assert decode(content.encode()).text == text
    assert [line for line in re.findall(r"[^\r\n]*(?:\r\n|\r|\n)", content) if line in old] == kept


@given(CONTENTS, st.text(alphabet="a\né", max_size=5), st.integers(0, 60), st.integers(0, 5))
def test_what_is_edited_is_read_again_as_it_stood(content, new, start, length):
    decoded = decode(content)
    if decoded.read_only or decoded.invalid_bytes:  # beside others a byte may become a character
        return
    text = decoded.text[:start] + new + decoded.text[start + length :]
    again = decode(encode(decoded, text))
    assert again.bom + again.text.encode() == decoded.bom + text.encode() or again.read_only


def test_far_edits_in_a_long_file_leave_the_ends_between():
    content = b"".join(b"line %d%b" % (n, b"\r\n" if n % 3 else b"\n") for n in range(20_000))
    decoded = decode(content)
    text = "A" + decoded.text + "Z"
    assert encode(decoded, text) == b"A" + content + b"Z"


@pytest.mark.usefixtures("qapp")
def test_a_text_survives_the_text_document():
    """Every character of the basic plane and some of others, first in a text and inside one."""
    characters = [chr(n) for n in range(0x10000) if not 0xD800 <= n < 0xE000] + ["😀", "\U000e0001"]
    text = decode("".join(f"a{c}b\n" for c in characters).encode()).text
    starts = [decode(c.encode()).text for c in "\ufeffé\u2029\ufdd0\ufdd1\ufffe\ufffc\x00\u2028"]
    starts += [decode(bytes([byte])).text for byte in range(1, 256)]
    for part in [text, *starts]:
        document = QTextDocument()
        document.setPlainText(part)
        assert document.toRawText().replace("\u2029", "\n") == part


def test_a_megabyte_is_read_and_encoded_in_no_time():
    content = ("Une ligne de texte, avec « espaces insécables ».\r\n" * 19_000).encode()
    began = time.process_time()
    decoded = decode(content)
    encode(decoded, decoded.text + "fin")
    assert time.process_time() - began < 2  # about 0.02
