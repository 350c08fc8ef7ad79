"""Compose: units next to one another become mentions ("Mossad" + "Director" + "David Barnea")."""

from __future__ import annotations

from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.mention import Kind, Mention
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.units import Unit

_KINDS = {
    Sort.STATE: Kind.STATE,
    Sort.SEAT: Kind.PLACE,
    Sort.PLACE: Kind.PLACE,
    Sort.ORGANISATION: Kind.ORGANISATION,
    Sort.GROUP: Kind.GROUP,
    Sort.BODY: Kind.BODY,
    Sort.ROLE: Kind.ROLE,
    Sort.UNNAMED: Kind.UNNAMED,
    Sort.PEOPLE: Kind.UNNAMED,
    Sort.COLLECTIVE: Kind.COLLECTIVE,
    Sort.GENERIC: Kind.GENERIC,
    Sort.PERSON: Kind.PERSON,
    Sort.SURNAME: Kind.PERSON,
}


def compose(tokens: Tokens, units: list[Unit]) -> list[Mention]:
    """Mentions of a sentence from its units, in order."""
    mentions = []
    for unit in units:
        entry = unit.entry
        if entry is None or entry.sort not in _KINDS:
            continue
        start, end = tokens.starts[unit.first], tokens.ends[unit.last - 1]
        mentions.append(
            Mention(
                start,
                end,
                tokens.text[start:end],
                _KINDS[entry.sort],
                entry.canonical,
                entry.party,
                head_start=tokens.starts[unit.last - 1],
                name_start=start,
                name_end=end,
                plural=entry.plural,
                unnamed=entry.sort in (Sort.UNNAMED, Sort.PEOPLE),
                flags=entry.flags,
            )
        )
    return mentions
