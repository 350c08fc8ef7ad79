"""Word documents: paragraphs, headings and tables by python-docx, in the order of the document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from tracktwo.errors import ReportError
from tracktwo.reports.extracted import Extracted, join_blocks
from tracktwo.reports.settings import MEBIBYTE

_MOST_UNPACKED = 512 * MEBIBYTE  # a small archive can unpack to fill a memory


def read(data: bytes, where: str) -> Extracted:
    """Read a Word document.

    Parameters
    ----------
    data : bytes
        The file's content.
    where : str
        The file's name for messages.

    Returns
    -------
    Extracted
        Paragraphs and table rows divided by blank lines, with the document's headings and title; its dates
        of creation and change are not taken for the report's.

    Raises
    ------
    ReportError
        If the file is damaged, protected, or no Word document.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReportError(
            "the document is protected by a password or in the old Word format",
            where=where,
            fix="Save a copy as .docx without a password, or give its text as .txt",
        )
    try:
        blocks, title = _blocks(data)
    except ReportError:
        raise
    except (Exception, RecursionError) as error:  # damaged archives make python-docx raise almost anything
        raise ReportError(
            "the document cannot be read",
            where=where,
            why=f"it is damaged or no Word document: {error}",
            fix="Open and save it again, or give its text as .txt",
        ) from error
    text, headings = join_blocks(blocks)
    if not text:
        raise ReportError("the document holds no text", where=where, fix="Leave it out or give the full text")
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Extracted(text, media_type, headings, {"title": title} if title else {})


def _blocks(data: bytes) -> tuple[list[tuple[str, bool]], str | None]:
    import docx

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _MOST_UNPACKED:
            raise ValueError(f"it unpacks to {unpacked / MEBIBYTE:.0f} MiB")
    document = docx.Document(io.BytesIO(data))
    title = document.core_properties.title
    return list(_content(document)), " ".join(title.split()) or None if title else None


def _content(document: Any) -> Iterator[tuple[str, bool]]:
    from docx.table import Table

    for element in document.iter_inner_content():
        if isinstance(element, Table):
            for row in element.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield " | ".join(filter(None, cells)), False
        else:
            style = (element.style.name or "") if element.style is not None else ""
            yield element.text, style.startswith(("Heading", "Title"))
