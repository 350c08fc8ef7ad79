"""Fields: what an office is for, in capitals right before its holder's name: "Minister for Overseas Trade Tobias Renn"."""

from __future__ import annotations

from tracktwo.reading.names.capitals import is_capital
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.words import Words, common_words

_LONGEST = 12  # words of a field and a name
_LEADS = ("of", "for", "to")
_INSIDE = frozenset({"and", "&", "of", "for", "the", ","})
# What tells nobody's side may be a word of a field ("African Affairs"); a party named there has rules of its own.
_WORDS_OF_FIELDS = (None, Sort.DEMONYM, Sort.UNNAMED, Sort.GENERIC)


def holder_begins(tokens: Tokens, at: int, roster: Roster, words: Words) -> int:
    """Where the holder's name begins after an office that ends before token ``at``; ``at`` where none is told so.

    The field before it has no word of its own for where it ends: the name begins with the first given name, or
    with the first word that is no common one.
    """
    if at >= len(tokens) or tokens.lower[at] not in _LEADS:
        return at
    first = at + 1 + (tokens.lower[at + 1 : at + 2] == ["the"])
    end = _run_end(tokens, first)
    begin = _name_begins(tokens, first, end, words)
    if begin == first or not 2 <= end - begin <= 4:
        return at
    return at if any(_named(tokens, here, roster) for here in range(first, begin)) else begin


def _run_end(tokens: Tokens, at: int) -> int:
    """Past words with capitals, and small words between two of them."""
    end = here = at
    while here < min(len(tokens), at + _LONGEST):
        if is_capital(tokens, here) and not tokens.glued(here):
            end = here + 1
        elif tokens.lower[here] not in _INSIDE or here == at:
            break
        here += 1
    return end


def _name_begins(tokens: Tokens, first: int, end: int, words: Words) -> int:
    """The first given name, or word that is no common one, with nothing but capitals after it; ``first`` if none."""
    starts = [here for here in range(first + 1, end - 1) if _capitals(tokens, here, end)]
    given = (here for here in starts if tokens.lower[here] in words.given_names)
    plain = tokens.lower[first] in common_words()
    rare = (here for here in starts if plain and tokens.lower[here] not in common_words())
    return next(given, next(rare, first))


def _capitals(tokens: Tokens, first: int, end: int) -> bool:
    return all(is_capital(tokens, here) for here in range(first, end))


def _named(tokens: Tokens, at: int, roster: Roster) -> bool:
    """Whether a name with rules of its own stands at a token ("President of the European Commission Jan Berg")."""
    found = roster.match(tokens, at) if is_capital(tokens, at) else None
    return found is not None and found[1].sort not in _WORDS_OF_FIELDS
