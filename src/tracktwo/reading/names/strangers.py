"""Strangers: put names that no list knows, their short forms and their adjectives, among what was seen."""

from __future__ import annotations

from collections import Counter

from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.sightings import Seen, Sightings
from tracktwo.reading.names.tokens import tokenise
from tracktwo.reading.names.unlisted import Unlisted

# A firm may be one of these, and be called by its first word.
_FIRMS = frozenset({"group", "cooperative"})


def add_unlisted(roster: Roster, seen: Sightings, unlisted: Unlisted) -> dict[str, str]:
    """Add the names of ``unlisted`` to ``seen``.

    Parameters
    ----------
    roster : Roster
        What is known already.
    seen : Sightings
        Changed in place.
    unlisted : Unlisted
        Runs of capitals from all texts together.

    Returns
    -------
    dict of str to str
        Adjectives of the states among them, and the state of each.
    """
    names = unlisted.names(roster, seen.persons)
    several = {name for name in (*names, *seen.organisations) if " " in name}
    short = _short_forms(several, names, unlisted, roster)
    adjectives: dict[str, str] = {}
    for name, sort in names.items():
        if name in short:
            continue
        if sort is Sort.PERSON:
            seen.persons.setdefault(name, Seen()).times += unlisted.runs[name].times
            continue
        _, aliases = seen.organisations.setdefault(name, (sort, Counter()))
        aliases.update(unlisted.acronyms.get(name, ()))
        adjective = unlisted.adjective(name) if sort is Sort.STATE else None
        if adjective is not None:
            adjectives[adjective] = name
    for alias, whole in short.items():
        if whole in seen.organisations:
            seen.organisations[whole][1][alias] += 1
    return adjectives


def _short_forms(
    wholes: set[str], names: dict[str, Sort], unlisted: Unlisted, roster: Roster
) -> dict[str, str]:
    """Single words that stand for one organisation of several: "Skyline" for "Skyline Services"."""
    firsts: dict[str, set[str]] = {}
    for whole in wholes:
        words = whole.split()
        if names.get(whole) is Sort.PERSON:
            continue
        if not _of_people(words, roster):
            firsts.setdefault(words[0], set()).add(whole)
        firsts.setdefault(words[-1], set()).add(whole)
    found: dict[str, str] = {}
    for word, several in sorted(firsts.items()):
        run = unlisted.runs.get(word)
        if len(several) != 1 or run is None or not unlisted.short(word):
            continue
        whole = min(several)
        known = roster.match(tokenise(word), 0)
        begins = whole.split()[0] == word
        # A last word is a short form only after an article ("the Brigades"), a first word without one.
        if (known is None or not begins) and (run.article == 0) == begins:
            found[word] = whole
    return found


def _of_people(words: list[str], roster: Roster) -> bool:
    """Whether people from a place or firm made it: "Skyline Drivers' Union" is never "Skyline" for short."""
    last = words[-1].lower()
    return any(word.endswith(("'", "’")) for word in words) or (
        last in roster.words.peoples_organisations and last not in _FIRMS
    )
