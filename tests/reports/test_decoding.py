from __future__ import annotations

import pytest

from tracktwo.errors import ReportError
from tracktwo.reports.decoding import decode

WORDS = "Die „Übergabe“ – said José – was café-quiet; the parties met again."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode("utf-8"), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("utf-32"), "utf-32-le"),
    ],
)
def test_what_an_encoding_declares_is_read_without_remark(data: bytes, encoding: str) -> None:
    decoded = decode(data, where="a.txt")
    assert (decoded.text, decoded.encoding, decoded.notes) == (WORDS, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised_by_its_zeros(encoding: str) -> None:
    decoded = decode(("The talks go on. " * 5).encode(encoding), where="a.txt")
    assert (decoded.text, decoded.encoding) == ("The talks go on. " * 5, encoding)
    assert decoded.notes == ("read as UTF-16 without a byte-order mark",)


def test_windows_bytes_are_read_with_a_remark() -> None:
    decoded = decode("“We met” – Müller".encode("cp1252"), where="a.txt")
    assert (decoded.text, decoded.notes) == ("“We met” – Müller", ("not UTF-8: read as Windows-1252",))


def test_bytes_windows_does_not_know_fall_back_to_latin_1() -> None:
    decoded = decode(b"caf\xe9 \x81 bar", where="a.txt")
    assert (decoded.text, decoded.notes) == ("café \x81 bar", ("not UTF-8: read as Latin-1",))


def test_newlines_are_untouched() -> None:
    assert decode(b"a\r\nb\rc\nd", where="a.txt").text == "a\r\nb\rc\nd"


def test_a_stray_control_character_is_tolerated_and_told() -> None:
    decoded = decode(b"The talks\x00 go on.", where="a.txt")
    assert (decoded.text, decoded.notes) == ("The talks\x00 go on.", ("holds 1 control character",))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (bytes(range(32)) * 20, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(ReportError, match=f"a.txt: this is not a text file .*{kind}"):
        decode(data, where="a.txt")


def test_a_mark_that_lies_is_named() -> None:
    with pytest.raises(ReportError, match="not the UTF-8 it says it is"):
        decode(b"\xef\xbb\xbfabcd\xff", where="a.txt")
