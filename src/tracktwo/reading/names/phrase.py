"""Phrase: parties, adjectives, offices and a name that stand together as one mention."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.names.capitals import is_possessive
from tracktwo.reading.names.fields import LEADS
from tracktwo.reading.names.holders import closes, is_held, name_at, past_letters, past_titles
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.remits import further_fields, office_of
from tracktwo.reading.names.scan import PARTIES, Scan
from tracktwo.reading.names.units import Unit
from tracktwo.reading.names.words import common_words

HEADS = frozenset(
    {Sort.BODY, Sort.UNNAMED, Sort.PEOPLE, Sort.GENERIC, Sort.COLLECTIVE, Sort.PERSON, Sort.SURNAME}
)
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that"})


@dataclass(slots=True)
class Phrase:
    """What stands before and in a head: ``end`` is the token after it."""

    first: int
    parties: list[Unit]
    possessed: bool
    roles: list[Unit]
    head: Unit | None
    name: Unit | None
    role_first: int
    role_last: int
    end: int
    tail: Unit | None = None


def read_phrase(scan: Scan, at: int) -> Phrase | None:
    """Read "Norway's new trade envoy, Ada Moreno" from token ``at``; None where no head follows."""
    parties, possessed, here = _parties(scan, at)
    begin = here
    here = _field(scan, parties, here) or _adjectives(scan, here)
    if not parties and here > at and scan.sort(here) in PARTIES:
        # "senior Peruvian officials", "former Norwegian Prime Minister".
        parties, possessed, here = _parties(scan, here)
        here = _adjectives(scan, here)
    sort = scan.sort(here)
    if sort is Sort.BODY and scan.near(_last(scan, here)):
        after = _adjectives(scan, _last(scan, here))
        if scan.sort(after) in (Sort.ROLE, Sort.UNNAMED):
            # "government officials", "union president": the body qualifies an office.
            parties.append(scan.units[here])
            here = after
            sort = scan.sort(here)
    if sort is Sort.ROLE:
        return _office(scan, at, parties, possessed, here)
    owned = _owned_organ(scan, at)
    if owned is not None:
        return owned
    unit = scan.unit(here)
    if unit is None or (here > begin and scan.unknown(here)):
        return None
    if sort in HEADS:
        if sort in (Sort.PERSON, Sort.SURNAME) and parties and not possessed:
            return None
        if sort in (Sort.PERSON, Sort.SURNAME) and here > begin and _says(scan.tokens.lower[here - 1]):
            return None  # "has designated Jane Keller": what was done to her, no part of her name
        name = unit if sort in (Sort.PERSON, Sort.SURNAME) else None
        end, tail = _body_of(scan, unit.last) if sort is Sort.BODY else (unit.last, None)
        return Phrase(at, parties, possessed, [], unit, name, here, here, end, tail)
    given = scan.tokens.lower[here] in scan.words.given_names and unit.last - here > 1
    if unit.entry is None and possessed and given:
        return Phrase(at, parties, possessed, [], unit, unit, here, here, unit.last)
    return None


def _owned_organ(scan: Scan, at: int) -> Phrase | None:
    """An organ with its state: "Egypt's General Intelligence Service", "Israeli Education Ministry"."""
    if scan.sort(at) not in (Sort.STATE, Sort.DEMONYM):
        return None
    state = scan.units[at]
    owns = is_possessive(scan.tokens, state.last)
    here = state.last + owns
    organ = scan.unit(here)
    if organ is None or organ.entry is None or not scan.near(here):
        return None
    if organ.entry.sort is not Sort.ORGANISATION or not (owns or scan.sort(at) is Sort.DEMONYM):
        return None
    own = state.entry.party if state.entry is not None else None
    known = organ.entry.party == own
    public = scan.tokens.lower[organ.last - 1] in scan.words.state_organs
    if not known and not (public and organ.entry.party == organ.entry.canonical):
        return None
    return Phrase(at, [state], owns > 0, [], organ, None, here, here, organ.last)


def _field(scan: Scan, parties: list[Unit], at: int) -> int:
    """Past any one noun between a state and an office ("Sudan's irrigation minister"); 0 if none is there."""
    tokens = scan.tokens
    if not parties or scan.sort(parties[-1].first) not in (Sort.STATE, Sort.DEMONYM):
        return 0
    if at + 1 >= len(tokens) or not tokens.words[at].islower() or not tokens.words[at].isalpha():
        return 0
    low = tokens.lower[at]
    plain = low not in scan.words.before_offices and low not in scan.words.function_words
    plain = plain and at not in scan.units and not _says(low)
    office = scan.sort(at + 1) is Sort.ROLE and scan.near(at + 1)
    return at + 1 if plain and office else 0


def _says(low: str) -> bool:
    """Whether a word tells what somebody did to an officer: "Norland thanked Minister Lund" is no name."""
    return low.endswith("ed") or (low in load_verbs().frames and low != load_verbs().lemmas.get(low))


def _body_of(scan: Scan, at: int) -> tuple[int, Unit | None]:
    """Past "of Norway", "of the Harbour Workers' Union" after a body, and whose it is."""
    if at >= len(scan.tokens) or scan.tokens.lower[at] != "of":
        return at, None
    end, tail = office_of(scan, at)
    named = tail is not None and tail.entry is not None and tail.entry.sort in PARTIES - {Sort.DEMONYM}
    return (end, tail) if named else (at, None)


def _last(scan: Scan, at: int) -> int:
    return scan.units[at].last


def _parties(scan: Scan, at: int) -> tuple[list[Unit], bool, int]:
    """Parties in a row before a head: how they end with a possessive, and the next token."""
    parties: list[Unit] = []
    possessed = False
    here = at
    while len(parties) < 3 and scan.sort(here) in PARTIES:
        unit = scan.units[here]
        owns = is_possessive(scan.tokens, unit.last)
        if not scan.near(unit.last + owns):
            break
        if parties and scan.sort(here) in (Sort.DEMONYM, Sort.STATE) and not possessed:
            break
        parties.append(unit)
        possessed = owns > 0
        here = unit.last + owns
    return parties, possessed, here


def _adjectives(scan: Scan, at: int) -> int:
    """Past adjectives that stand before an office or body; ``at`` itself where no head follows them."""
    here = at
    for _ in range(5):
        if scan.sort(here) is not None or scan.unknown(here):
            return here
        if here >= len(scan.tokens) or (not scan.near(here) and here > at):
            return at
        low = scan.tokens.lower
        if low[here] == "ex" and low[here + 1 : here + 2] == ["-"]:
            here += 2  # "ex-president"
            continue
        if low[here] in scan.words.before_offices:
            here += 1
        elif _hyphened(scan, here):
            here += 3
        else:
            return at
        if here < len(scan.tokens) and scan.tokens.glued(here):
            return at
    return at


def _hyphened(scan: Scan, at: int) -> bool:
    low, tokens = scan.tokens.lower, scan.tokens
    if at + 2 >= len(low) or low[at + 1] != "-" or not tokens.glued(at + 1) or not tokens.glued(at + 2):
        return False
    return f"{low[at]}-{low[at + 2]}" in scan.words.before_offices


def _office(scan: Scan, first: int, parties: list[Unit], possessed: bool, at: int) -> Phrase:
    """An office, what it is of, and the name of its holder if one follows."""
    roles = [scan.units[at]]
    here = roles[0].last
    while at > first and _is_field(scan, at - 1):
        at -= 1
    here = _more_roles(scan, roles, here)
    role_last = here
    beyond, tail = office_of(scan, here)
    if beyond == here and LEADS & set(scan.tokens.lower[roles[0].first : here]):
        on = further_fields(scan, here)  # "Minister of Finance" stands in the list, "and Economy" goes on
        beyond = on if is_held(scan, on) else here
    name = name_at(scan, here)
    if name is None and beyond > here:
        role_last = here = beyond
        name = name_at(scan, here)
    if name is None and first == at and not parties:
        first = at = _field_before(scan, at)
    if name is None and _apposed(scan, first, parties, possessed, here):
        name = name_at(scan, past_titles(scan, here + 1), strict=True)
        name = name if name is not None and closes(scan, past_letters(scan, name.last)) else None
    if name is not None and tail is not None and role_last != beyond:
        tail = None
    end = name.last if name is not None else role_last
    return Phrase(first, parties, possessed, roles, roles[-1], name, at, role_last, end, tail)


def _is_field(scan: Scan, at: int) -> bool:
    """Whether the word before an office says what it is for ("trade envoy", "irrigation minister")."""
    tokens, low = scan.tokens, scan.tokens.lower[at]
    if at in scan.units or tokens.glued(at + 1) or not low.isalpha() or low in scan.words.function_words:
        return False
    any_noun = tokens.words[at].islower() and low not in scan.words.before_offices and low != "s"
    told = at > 0 and tokens.lower[at - 1] in _ARTICLES and low in common_words()
    any_noun = (any_noun and not _says(low)) or told
    return low in scan.words.office_fields or any_noun


def _more_roles(scan: Scan, roles: list[Unit], at: int) -> int:
    """Further offices after the first: "Maj Gen", "Deputy Prime Minister and Foreign Minister"."""
    here = at
    while True:
        step = here
        dotted = step < len(scan.tokens) and scan.tokens.words[step] == "." and scan.tokens.glued(step)
        if dotted and scan.sort(step + 1) in (Sort.ROLE, None) and _short(scan, step):
            step += 1
            here = step
        if (
            step < len(scan.tokens)
            and scan.tokens.lower[step] in ("and", "&")
            and scan.sort(step + 1) is Sort.ROLE
        ):
            beyond = scan.units[step + 1].last
            # "The Prime Minister and President Kari Lund" are two; without the article one holds both.
            field = office_of(scan, beyond)[0]
            if (name_at(scan, beyond) or name_at(scan, field)) is None or _after_the(scan, roles[0].first):
                return here
            step += 1
        if scan.sort(step) is not Sort.ROLE or not scan.near(step):
            return here
        roles.append(scan.units[step])
        here = scan.units[step].last


def _after_the(scan: Scan, at: int) -> bool:
    return at > 0 and scan.tokens.lower[at - 1] == "the"


def _short(scan: Scan, at: int) -> bool:
    """Whether the word before a full stop is the short form of a title ("Gen.")."""
    word = scan.tokens.words[at - 1]
    return word.isalpha() and len(word) <= 4 and scan.near(at + 1)


def _field_before(scan: Scan, at: int) -> int:
    """Back to what an office is for, after an article: "its commerce secretary, Anton Berg,"."""
    back = at
    while back > 1 and at - back < 2 and _is_field(scan, back - 1):
        back -= 1
    return back if back and scan.tokens.lower[back - 1] in _ARTICLES else at


def _apposed(scan: Scan, first: int, parties: list[Unit], possessed: bool, at: int) -> bool:
    """Whether an office that belongs to somebody is followed by a comma ("Egypt's chief, ...")."""
    if at >= len(scan.tokens) or scan.tokens.words[at] != ",":
        return False
    before = scan.tokens.lower[first - 1] if first else ""
    if before == "s" and first > 1 and scan.tokens.lower[first - 2] == "'":
        # "the company's director, Ingrid Falk": whose office it is stands before the phrase.
        return True
    with_field = first < at - 1 and scan.tokens.words[at - 1][0].isupper() and scan.sort(at - 1) is Sort.PLACE
    return possessed or before in _ARTICLES or bool(parties) or first == 0 or with_field
