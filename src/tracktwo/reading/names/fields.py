"""Fields: what an office is for, before its holder's name ("Minister for Overseas Trade Tobias Renn")."""

from __future__ import annotations

from tracktwo.reading.names.capitals import is_capital, organisation_end
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.words import Words, common_words

_LONGEST = 12  # words of a field
LEADS = frozenset({"of", "for", "to"})
INSIDE = frozenset({"and", "&", "of", "for", "to", "the", ","})
# They name nobody's side and may be words of a field ("African Affairs"); a party there has rules of its own.
_PLAIN = (Sort.DEMONYM, Sort.UNNAMED, Sort.GENERIC)


def holder_begins(tokens: Tokens, office: int, at: int, roster: Roster, words: Words) -> int:
    """Where the holder's name, or the comma before it, stands after an office and its field.

    A field has no sign of its own for where it ends: the name begins with the first given name, or with the
    first word that is no common one.

    Parameters
    ----------
    office, at : int
        The tokens of the office, half open.

    Returns
    -------
    int
        ``at`` where the words do not tell.
    """
    more = at < len(tokens) and tokens.lower[at] in ("and", ",") and LEADS & set(tokens.lower[office:at])
    if not more and tokens.lower[at : at + 1] not in ([lead] for lead in LEADS):
        return at
    first = at + 1 + (tokens.lower[at + 1 : at + 2] == ["the"])
    begin = _name_begins(tokens, first, words)
    fields = range(first, begin)
    if not fields or organisation_end(tokens, first, words) == begin:
        return at
    if any(_named(tokens, here, begin, roster) for here in fields):
        return at
    return at if more and not all(_of_fields(tokens, here) for here in fields) else begin


def _name_begins(tokens: Tokens, first: int, words: Words) -> int:
    """The first word of the holder's name, or the comma before it; ``first`` where none is."""
    plain = True
    for here in range(first, min(len(tokens) - 1, first + _LONGEST)):
        low = tokens.lower[here]
        if low == "," and here > first and _given_name(tokens, here + 1, words):
            return here
        if not is_capital(tokens, here):
            if low not in INSIDE or here == first:
                return first
            continue
        rare = low not in common_words() and low not in words.organisation_nouns
        if here > first and (low in words.given_names or (plain and rare)) and _two_to_four(tokens, here):
            return here
        plain = plain and not rare
    return first


def _given_name(tokens: Tokens, at: int, words: Words) -> bool:
    return at < len(tokens) and tokens.lower[at] in words.given_names and _two_to_four(tokens, at)


def _two_to_four(tokens: Tokens, at: int) -> bool:
    """Whether two to four words with capitals stand here."""
    end = at
    while end < len(tokens) and is_capital(tokens, end) and not (end > at and tokens.glued(end)):
        end += 1
    return 2 <= end - at <= 4


def _named(tokens: Tokens, at: int, begin: int, roster: Roster) -> bool:
    """Whether what has rules of its own stands at a token: a party, somebody else with his office."""
    found = roster.match(tokens, at) if is_capital(tokens, at) else None
    if found is None or found[1].sort in _PLAIN or "bare" in found[1].flags:
        return False
    if (
        found[1].sort is Sort.ROLE
    ):  # "Relief Coordinator Mark Lowe" is one; "and the President Karl Renn" another
        return tokens.lower[at - 1] in INSIDE
    return found[1].sort is not Sort.BODY or at + found[0] == begin


def _of_fields(tokens: Tokens, at: int) -> bool:
    return tokens.lower[at] in INSIDE or tokens.lower[at] in common_words()
