"""PDF files: the text of their pages by pypdf, words divided at line ends put together again."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from tracktwo.errors import ReportError
from tracktwo.reports.extracted import Extracted
from tracktwo.reports.formats.pages import join_pages

_DIVIDED = re.compile(r"\b([a-z]{2,})-\n([a-z]{2,})\b([.,;:!?\"'”’)\]]*)")


def read(data: bytes, where: str) -> Extracted:
    """Read a PDF file.

    Parameters
    ----------
    data : bytes
        The file's content.
    where : str
        The file's name for messages.

    Returns
    -------
    Extracted
        The text of the pages, divided by blank lines; the file's creation date is not taken for the
        report's.

    Raises
    ------
    ReportError
        If the file is damaged, protected by a password, or holds pictures of text only.
    """
    # pypdf reports every oddity of a file through logging; what matters is said in our own message.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages, title, broken = _pages(data, where)
    joined, left_out = join_pages(pages)
    text = join_divided(joined)
    if not any(char.isalpha() for char in text):
        raise ReportError(
            "the PDF holds no text",
            where=where,
            why=f"its {len(pages)} page(s) are pictures, as scanners make them",
            fix="Run text recognition (OCR) on it first, or give the text as .txt",
        )
    notes = (
        *([f"{broken} of {len(pages)} pages could not be read"] if broken else []),
        *([f"{left_out} running heads and page numbers were left out"] if left_out else []),
    )
    return Extracted(text, "application/pdf", metadata={"title": title} if title else {}, notes=notes)


def join_divided(text: str) -> str:
    """Put words divided at line ends together.

    The hyphen is kept where the same report writes the word with it elsewhere.

    Parameters
    ----------
    text : str
        Text with line breaks.

    Returns
    -------
    str
        The text with each divided word whole on the first of its two lines.
    """
    lower = text.lower()

    def join(match: re.Match[str]) -> str:
        with_hyphen = f"{match[1]}-{match[2]}"
        return (with_hyphen if with_hyphen in lower else match[1] + match[2]) + match[3] + "\n"

    return re.sub(r"\n[ \t]+", "\n", _DIVIDED.sub(join, text))


def _pages(data: bytes, where: str) -> tuple[list[str], str | None, int]:
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opens(reader):
            raise _protected(where)
        texts, broken = [], 0
        for page in reader.pages:
            try:
                texts.append(page.extract_text() or "")
            except (FileNotDecryptedError, DependencyError):
                raise
            except Exception:  # one damaged page must not cost the others; pypdf has no common error for it
                texts.append("")
                broken += 1
        return texts, _title(reader), broken
    except ReportError:
        raise
    except DependencyError as error:
        raise _protected(where, f"its encryption cannot be opened here: {error}") from error
    except FileNotDecryptedError as error:
        raise _protected(where) from error
    except (Exception, RecursionError) as error:  # damaged files make pypdf raise almost anything
        raise ReportError(
            "the PDF cannot be read",
            where=where,
            why=f"it is damaged or cut off: {error}" if str(error) else "it is damaged or cut off",
            fix="Open and save it again, or give its text as .txt",
        ) from error


def _opens(reader: Any) -> bool:
    """Whether an encrypted file opens without a password, as many published ones do."""
    return bool(reader.decrypt(""))


def _protected(where: str, why: str | None = None) -> ReportError:
    return ReportError(
        "the PDF is protected by a password",
        where=where,
        why=why,
        fix="Save a copy without the password, or give its text as .txt",
    )


def _title(reader: Any) -> str | None:
    try:
        title = reader.metadata.title if reader.metadata else None
    except Exception:  # a broken title is no title
        return None
    return " ".join(str(title).split()) or None if title else None
