"""find_times: the words about time in a text."""

from __future__ import annotations

import datetime as dt

from tracktwo.reading.time.expression import TimeExpression
from tracktwo.vocabulary.claims import Basis


def find_times(text: str, *, anchor: dt.date | None = None) -> tuple[TimeExpression, ...]:
    """Find words about time and resolve them against a date.

    Parameters
    ----------
    text : str
        A sentence, or a whole report.
    anchor : date, optional
        The day the text was written; without it relative words stay unresolved.

    Returns
    -------
    tuple of TimeExpression
        In text order, never overlapping.
    """
    return ()


def resolve(event_text: str, anchor: dt.date | None) -> tuple[dt.date | None, dt.date | None, Basis]:
    """First and last day of written words, and the basis, as of ``anchor``; pure.

    Parameters
    ----------
    event_text : str
        Words as ``find_times`` found them ("on Sunday").
    anchor : date or None
        The day the text was written.

    Returns
    -------
    tuple
        ``(from, to, basis)``; ``(None, None, Basis.UNKNOWN)`` where they cannot be resolved.
    """
    return (None, None, Basis.UNKNOWN)
