"""Plain text and Markdown: the stored text is the decoded content, untouched."""

from __future__ import annotations

from tracktwo.reports.decoding import decode
from tracktwo.reports.extracted import Extracted
from tracktwo.reports.frontmatter import front_matter


def read(data: bytes, where: str) -> Extracted:
    """Read a text or Markdown file.

    Parameters
    ----------
    data : bytes
        The file's content.
    where : str
        The file's name for messages.

    Returns
    -------
    Extracted
        The decoded content, newlines untouched, with the metadata of its front matter.

    Raises
    ------
    ReportError
        If the content is not text.
    """
    decoded = decode(data, where=where)
    matter = front_matter(decoded.text)
    return Extracted(
        text=decoded.text,
        media_type="text/markdown" if where.lower().endswith((".md", ".markdown")) else "text/plain",
        metadata=matter.fields if matter else {},
        notes=decoded.notes,
    )
