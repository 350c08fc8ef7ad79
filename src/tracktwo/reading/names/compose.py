"""Compose: units next to one another become mentions ("Port Authority" + "Director" + "Lena Voss")."""

from __future__ import annotations

from tracktwo.reading.names.capitals import is_possessive
from tracktwo.reading.names.lexicon import Entry, Sort
from tracktwo.reading.names.mention import Kind, Mention
from tracktwo.reading.names.persons import person_mention, stands_alone
from tracktwo.reading.names.phrase import Phrase, read_phrase
from tracktwo.reading.names.scan import PARTIES, Scan
from tracktwo.reading.names.surroundings import (
    body_flags,
    determined,
    flags_at,
    in_symbol,
    is_place,
    modifies,
    people_meant,
    qualifies,
    session,
    titles,
    unknown_place,
)
from tracktwo.reading.names.tokens import plain_name
from tracktwo.reading.names.units import Unit

_KINDS = {
    Sort.STATE: Kind.STATE,
    Sort.DEMONYM: Kind.STATE,
    Sort.SEAT: Kind.PLACE,
    Sort.PLACE: Kind.PLACE,
    Sort.ORGANISATION: Kind.ORGANISATION,
    Sort.GROUP: Kind.GROUP,
    Sort.BODY: Kind.BODY,
    Sort.UNNAMED: Kind.UNNAMED,
    Sort.PEOPLE: Kind.UNNAMED,
    Sort.COLLECTIVE: Kind.COLLECTIVE,
    Sort.GENERIC: Kind.GENERIC,
}


def compose(scan: Scan) -> list[Mention]:
    """Mentions of a sentence, in order, never overlapping."""
    mentions: list[Mention] = []
    at, size = 0, len(scan.tokens)
    before = scan.words.before_offices
    while at < size:
        if at not in scan.units and scan.tokens.lower[at] not in before:
            at += 1
            continue
        phrase = read_phrase(scan, at)
        mention, after = _of_phrase(scan, phrase) if phrase is not None else (None, at)
        if mention is None:
            mention, after = _alone(scan, at)
        if mention is not None:
            mentions.append(mention)
        at = max(after, at + 1)
    return mentions


def _of_phrase(scan: Scan, phrase: Phrase) -> tuple[Mention | None, int]:
    """The mention of a phrase with a head, and the token after it."""
    if phrase.name is not None:
        return person_mention(scan, phrase)
    head = phrase.head
    if head is None or head.entry is None:
        return None, phrase.first
    if head.entry.sort is Sort.ROLE:
        return _role(scan, phrase, head.entry), phrase.end
    if "bare" in head.entry.flags and head.entry.sort is Sort.UNNAMED and not people_meant(scan, head):
        return None, phrase.first
    if in_symbol(scan, head):
        return None, phrase.first
    if head.entry.sort is Sort.BODY:
        flags = body_flags(scan, phrase, head)
        if flags is None:
            return None, phrase.first
        phrase.end = session(scan, phrase.end)
        return _headed(scan, phrase, head, head.entry, flags), phrase.end
    return _headed(scan, phrase, head, head.entry, flags_at(scan, phrase.first, phrase.end)), phrase.end


def _party(phrase: Phrase, own: str | None) -> tuple[str | None, str | None]:
    """Party and organisation that the words before (or after "of") a head give."""
    party = organisation = None
    for unit in (*phrase.parties, phrase.tail):
        entry = unit.entry if unit is not None else None
        if entry is None:
            continue
        party = party or entry.party
        if entry.sort in (Sort.ORGANISATION, Sort.GROUP) and entry.canonical != entry.party:
            organisation = entry.canonical
        elif entry.sort is Sort.ORGANISATION:
            organisation = organisation or entry.canonical
    return party or own, organisation


def _headed(scan: Scan, phrase: Phrase, head: Unit, entry: Entry, flags: tuple[str, ...]) -> Mention:
    """A body, or people without a name, with the party that the words before it give."""
    party, organisation = _party(phrase, entry.party)
    if entry.sort is Sort.ORGANISATION:
        organisation = entry.canonical
    unnamed = entry.sort in (Sort.UNNAMED, Sort.PEOPLE)
    start, end, text = _written(scan, phrase.first, phrase.end)
    return Mention(
        start,
        end,
        text,
        _KINDS[entry.sort],
        entry.canonical,
        party,
        organisation=organisation,
        head_start=scan.tokens.starts[head.last - 1],
        name_start=start,
        name_end=end,
        plural=entry.plural or entry.sort is Sort.PEOPLE,
        unnamed=unnamed,
        flags=_once(flags + ("bare",) * (unnamed and "bare" in entry.flags)),
    )


def _role(scan: Scan, phrase: Phrase, entry: Entry) -> Mention | None:
    """An office without a name: somebody without a name after "a", an office after "the"."""
    word = determined(scan, phrase.first)
    # "Foreign Secretary rejects plan": two capitals make an office without an article one person's.
    capitals = [scan.tokens.words[at][0].isupper() for at in range(phrase.role_first, phrase.role_last)]
    owned = (len(capitals) > 1 and all(capitals)) or bool(phrase.parties) or phrase.tail is not None
    if "title" in entry.flags or not (word or owned) or qualifies(scan, phrase.end):
        return None
    party, organisation = _party(phrase, None)
    indefinite = word in ("a", "an", "another", "one")
    generic = "generic" in entry.flags and not owned
    kind = Kind.UNNAMED if indefinite else Kind.GENERIC if generic else Kind.ROLE
    role = scan.tokens.text[scan.tokens.starts[phrase.role_first] : scan.tokens.ends[phrase.role_last - 1]]
    start, end, text = _written(scan, phrase.first, phrase.end)
    return Mention(
        start,
        end,
        text,
        kind,
        party=party,
        role=None if kind is Kind.GENERIC else role,
        organisation=organisation,
        head_start=scan.tokens.starts[phrase.roles[-1].last - 1],
        name_start=start,
        name_end=end,
        plural=entry.plural,
        unnamed=indefinite,
        flags=flags_at(scan, phrase.first, phrase.end),
    )


def _alone(scan: Scan, at: int) -> tuple[Mention | None, int]:
    """A party, place or name that nothing is composed with."""
    unit = scan.unit(at)
    if unit is None:
        return None, at + 1
    if unit.entry is None or unit.entry.sort in (Sort.PERSON, Sort.SURNAME):
        mention, after = stands_alone(scan, unit)
        if mention is None and unit.entry is None and unknown_place(scan, unit):
            return _place(scan, unit), unit.last
        return mention, after
    entry = unit.entry
    if entry.sort not in PARTIES | {Sort.PLACE}:
        return None, unit.last
    titled = titles(scan, unit)
    if titled or in_symbol(scan, unit):
        return None, titled or unit.last
    flags = flags_at(scan, at, unit.last)
    if modifies(scan, unit):
        flags = (*flags, "modifier")
    flags += tuple(flag for flag in entry.flags if flag in ("government", "learned"))
    if entry.sort is Sort.SEAT:
        flags = (*flags, "seat")
    kind = Kind.PLACE if entry.sort is Sort.STATE and is_place(scan, at, unit.last) else _KINDS[entry.sort]
    if "people" in entry.flags:
        kind = Kind.GROUP
    short = _short_form(scan, unit.last) if entry.sort is not Sort.PLACE else None
    start, end, text = _written(scan, at, unit.last)
    mention = Mention(
        start,
        end,
        text,
        kind,
        entry.canonical,
        entry.party if entry.party or entry.sort is Sort.PLACE else entry.canonical,
        organisation=entry.canonical if entry.sort is Sort.ORGANISATION else None,
        head_start=scan.tokens.starts[unit.last - 1],
        name_start=start,
        name_end=end,
        plural=entry.plural,
        flags=_once(flags),
        appositive=_written(scan, unit.last, short)[:2] if short is not None else None,
    )
    return mention, short if short is not None else unit.last + is_possessive(scan.tokens, unit.last)


def _place(scan: Scan, unit: Unit) -> Mention:
    """An unknown name after "in" or "near": a place, under the name as written."""
    name = plain_name(scan.tokens.text[scan.tokens.starts[unit.first] : scan.tokens.ends[unit.last - 1]])
    start, end, text = _written(scan, unit.first, unit.last)
    return Mention(
        start,
        end,
        text,
        Kind.PLACE,
        name,
        head_start=scan.tokens.starts[unit.last - 1],
        name_start=start,
        name_end=end,
        flags=(*flags_at(scan, unit.first, unit.last), "learned"),
    )


def _short_form(scan: Scan, at: int) -> int | None:
    """Past a short form in brackets: "the Harbour Workers' Union (HWU)"; None if there is none."""
    words = scan.tokens.words
    if at + 2 >= len(words) or words[at] != "(" or words[at + 2] != ")":
        return None
    inner = words[at + 1]
    capitals = sum(letter.isupper() for letter in inner)
    entry = scan.units[at + 1].entry if at + 1 in scan.units else None
    if capitals < 2 or (entry is not None and entry.sort is Sort.GROUP and scan.sort(at - 1) is Sort.STATE):
        return None
    return at + 3


def _written(scan: Scan, first: int, last: int) -> tuple[int, int, str]:
    """Where tokens ``first`` to ``last`` stand in the sentence, and the words there."""
    start, end = scan.tokens.starts[first], scan.tokens.ends[last - 1]
    return start, end, scan.tokens.text[start:end]


def _once(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flags))
