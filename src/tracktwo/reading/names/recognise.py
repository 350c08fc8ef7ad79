"""recognise: a sentence in, its mentions out."""

from __future__ import annotations

from tracktwo.reading.names.compose import compose
from tracktwo.reading.names.mention import Mention
from tracktwo.reading.names.roster import Roster, empty_roster
from tracktwo.reading.names.scan import Scan
from tracktwo.reading.names.tokens import Tokens, tokenise
from tracktwo.reading.names.units import find_units


def recognise(text: str, roster: Roster | None = None) -> tuple[Mention, ...]:
    """Find the actors and places that one sentence names.

    Parameters
    ----------
    text : str
        One sentence.
    roster : Roster, optional
        Names learned from the reports; the gazetteer alone if not given.

    Returns
    -------
    tuple of Mention
        In text order, never overlapping; offsets are those of ``text``.
    """
    return named_in(tokenise(text), roster if roster is not None else empty_roster())


def named_in(tokens: Tokens, roster: Roster) -> tuple[Mention, ...]:
    """What :func:`recognise` finds in a sentence taken apart."""
    if not len(tokens):
        return ()
    return tuple(compose(Scan(tokens, find_units(tokens, roster, roster.words), roster, roster.words)))
