"""Bytes to text: encodings, byte-order marks, and what is no text at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracktwo.errors import ReportError

# What a file of another kind starts with, and what to tell the user about it.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Bytes that text files hold: everything but the C0 controls other than tab, newlines, form feed and escape.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.05  # a few stray controls are tolerated; more than this is not text


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded content without its byte-order mark, the encoding that fitted, and remarks about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, where: str, declared: str | None = None) -> Decoded:
    """Decode the bytes of a text file.

    A byte-order mark decides; then UTF-16 without one (recognised by its zero bytes), a declared encoding,
    UTF-8, Windows-1252 and, where even that has no character for a byte, Latin-1. Newlines are untouched.

    Parameters
    ----------
    data : bytes
        The file's content.
    where : str
        The file's name for messages.
    declared : str, optional
        An encoding the file names itself (HTML ``charset``).

    Returns
    -------
    Decoded
        The text, the encoding used, and notes where the encoding was a guess.

    Raises
    ------
    ReportError
        If the content is not text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, where)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ReportError(
                "this is not a text file",
                where=where,
                why=f"its content is {kind}",
                fix="Give it its proper extension (.pdf, .docx, .html) or save it as plain text (UTF-8)",
            )
    wide = _wide(data)
    if wide:
        return _marked(data, wide, where, "UTF-16 without a byte-order mark")
    controls = len(_CONTROL.findall(data))
    if controls > max(1, _MAX_CONTROL_SHARE * len(data)):
        raise ReportError(
            "this is not a text file",
            where=where,
            why=f"{controls} of its {len(data)} bytes are control characters",
            fix="Give the report as .txt, .md, .html, .pdf or .docx",
        )
    decoded = _narrow(data, declared)
    if controls:
        note = f"holds {controls} control character{'s' if controls > 1 else ''}"
        decoded = Decoded(decoded.text, decoded.encoding, (*decoded.notes, note))
    return decoded


def _marked(data: bytes, encoding: str, where: str, note: str | None = None) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"the file is not the {encoding.upper()} it says it is",
            where=where,
            why=f"byte {error.start} does not decode",
            fix="Save it again as UTF-8",
        ) from error
    return Decoded(text, encoding, (f"read as {note}",) if note else ())


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: Latin text has a zero in every second byte."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _narrow(data: bytes, declared: str | None) -> Decoded:
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return Decoded(data.decode(encoding), encoding.lower())
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return Decoded(data.decode("cp1252"), "cp1252", ("not UTF-8: read as Windows-1252",))
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", ("not UTF-8: read as Latin-1",))
