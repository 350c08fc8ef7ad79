"""One reader per file format; each turns a file's bytes into ``Extracted``.

``text`` (.txt, .md) · ``html`` · ``pdf`` · ``docx``. Their libraries are imported when a file needs them.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from tracktwo.reports.extracted import Extracted

READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    "": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}


def reader_for(suffix: str) -> Callable[[bytes, str], Extracted] | None:
    """Return the reader of a file extension.

    Parameters
    ----------
    suffix : str
        The extension with its dot, in any case.

    Returns
    -------
    callable or None
        ``read(data, where) -> Extracted``, or None where the format is not read.
    """
    name = READERS.get(suffix.lower())
    if name is None:
        return None
    read: Callable[[bytes, str], Extracted] = import_module(f"tracktwo.reports.formats.{name}").read
    return read
