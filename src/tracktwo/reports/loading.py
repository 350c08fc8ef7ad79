"""One file in, one report out."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path

from tracktwo.errors import ReportError
from tracktwo.reports.dates import report_date
from tracktwo.reports.extracted import Extracted
from tracktwo.reports.formats import reader_for
from tracktwo.reports.furniture import patterns
from tracktwo.reports.language import why_not_english
from tracktwo.reports.segments import divide
from tracktwo.reports.settings import DEFAULT, MEBIBYTE, Settings
from tracktwo.vocabulary.reports import Report, Segment, SegmentKind

_PUBLISHER = ("publisher", "source", "site", "site_name", "agency", "outlet")


def load(
    path: str | Path,
    *,
    key: str | None = None,
    date: dt.date | None = None,
    metadata: Mapping[str, str] | None = None,
    settings: Settings = DEFAULT,
) -> Report:
    """Read a report file: .txt, .md, .html, .pdf or .docx.

    Parameters
    ----------
    path : str or pathlib.Path
        The file.
    key : str, optional
        The report's key; by default the file's stem, for ``index.*`` its folder's name.
    date : datetime.date, optional
        The report's date; it goes before any date the file names.
    metadata : mapping of str to str, optional
        What a user knows about the report (title, date, publisher); it goes before what the file says.
    settings : Settings
        Limits, and furniture patterns of the user's own.

    Returns
    -------
    Report
        With its stored text, its segments, and its date and the date's basis.

    Raises
    ------
    ReportError
        If the file is missing, empty, too large, not a report format, damaged, protected or not English.
    """
    file = Path(path)
    extracted = _extract(file, settings)
    if not extracted.text.strip():
        raise ReportError("the file holds no text", where=str(file), fix="Leave it out or give the full text")
    parts = divide(extracted, patterns(settings.furniture))
    _refuse_other_languages(extracted.text, parts.segments, file)
    known = {
        **extracted.metadata,
        **{name.lower(): value for name, value in (metadata or {}).items() if value},
    }
    if parts.place:
        known.setdefault("dateline", parts.place)
    dated = report_date(date, known, parts.date_words)
    return Report(
        key=key or default_key(file),
        text=extracted.text,
        hash=hashlib.sha256(extracted.text.encode("utf-8", "surrogatepass")).hexdigest(),
        segments=parts.segments,
        date=dated.date,
        date_basis=dated.basis,
        date_text=dated.words,
        title=known.get("title") or _first_heading(extracted.text, parts.segments),
        publisher=next((known[name] for name in _PUBLISHER if known.get(name)), None),
        media_type=extracted.media_type,
        path=str(file),
        notes=(*extracted.notes, *dated.notes, *parts.notes),
        metadata=known,
    )


def default_key(path: Path) -> str:
    """Name a report by its file.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    str
        The file's stem; for ``index.*`` its folder's name.
    """
    if path.stem.lower() == "index":
        return path.absolute().parent.name or path.stem
    return path.stem


def _extract(file: Path, settings: Settings) -> Extracted:
    where = str(file)
    reader = reader_for(file.suffix)
    if reader is None:
        raise ReportError(
            f"files of the kind {file.suffix} are not read",
            where=where,
            fix="Save the report as .txt, .md, .html, .pdf or .docx",
        )
    try:
        size = file.stat().st_size
        if size > settings.max_bytes:
            raise ReportError(
                "the file is too large for a report",
                where=where,
                why=f"{size / MEBIBYTE:.1f} MiB, the limit is {settings.max_bytes / MEBIBYTE:.1f} MiB",
                fix="Divide it into single reports",
            )
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise ReportError(
            "the file cannot be opened", where=where, why=_cause(error), fix="Check its path"
        ) from error
    if not data.strip():
        raise ReportError("the file is empty", where=where, fix="Leave it out or give the full text")
    return reader(data, where)


def _cause(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _refuse_other_languages(text: str, segments: tuple[Segment, ...], file: Path) -> None:
    running = " ".join(text[part.start : part.end] for part in segments if part.kind is SegmentKind.SENTENCE)
    reason = why_not_english(running)
    if reason:
        raise ReportError(
            "not English",
            where=str(file),
            why=reason,
            fix="Only English reports are read; give a translation",
        )


def _first_heading(text: str, segments: tuple[Segment, ...]) -> str | None:
    for part in segments:
        if part.kind is SegmentKind.HEADING:
            return " ".join(text[part.start : part.end].lstrip("# ").split()) or None
        if part.kind is SegmentKind.SENTENCE:
            return None
    return None
