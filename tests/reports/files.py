"""Files to read, made for a test."""

from __future__ import annotations

from pathlib import Path

TEXT = (
    "The union proposed a wage rise of six percent on Monday, and the company said that it would study the "
    "offer. The mediator has asked both sides to meet again before the end of the week.\n"
)


def pdf(*lines: str) -> bytes:
    """A PDF of one page in Helvetica, one line of text for each line given."""
    drawn = b"".join(b"(" + line.encode("latin-1") + b") Tj T* " for line in lines)
    stream = b"BT /F1 12 Tf 14 TL 50 750 Td " + drawn + b"ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = (
        b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    )
    return out + end % len(out)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file, with the folders it needs."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path
