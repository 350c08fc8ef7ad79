"""Units: the lexicon entries and unknown capitalised names found in a sentence, left to right."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.reading.acts import load_nouns, load_verbs
from tracktwo.reading.names.capitals import (
    capitals_end,
    in_small_letters,
    is_capital,
    is_possessive,
    name_end,
    organisation_end,
)
from tracktwo.reading.names.fields import holder_begins
from tracktwo.reading.names.lexicon import Entry, Sort
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import Tokens, plain_name
from tracktwo.reading.names.words import Words, common_words

# Lexicon nouns that may just as well begin or end the name of an organisation ("Union of Dockers").
_COMMON = frozenset({Sort.BODY, Sort.UNNAMED, Sort.GENERIC, Sort.COLLECTIVE})
_ARABIC = frozenset({"al", "el", "as", "ash", "an"})
_NAMES_ALSO = frozenset({Sort.STATE, Sort.SEAT, Sort.PLACE, Sort.ORGANISATION})
_SURNAMES_ALSO = frozenset({Sort.STATE, Sort.DEMONYM, Sort.SEAT, Sort.PLACE})
_SMALL = _ARABIC | {"bin", "ibn", "bint", "van", "von", "de", "der", "dos", "da", "di"}
_OPENING = frozenset(
    {"new", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)
_ADDRESSES = frozenset({"mr", "mrs", "ms", "miss"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``first`` to ``last`` (half open); ``entry`` is None for an unknown name of a person."""

    first: int
    last: int
    entry: Entry | None


def find_units(tokens: Tokens, roster: Roster, words: Words) -> dict[int, Unit]:
    """Longest entries from the left, names of the roster before those of the gazetteer.

    Returns
    -------
    dict of int to Unit
        By first token; units never overlap.
    """
    units: dict[int, Unit] = {}
    past = 0
    for at in _beginnings(tokens, roster, words):
        unit = _unit(tokens, at, roster, words) if at >= past else None
        if unit is None:
            continue
        units[unit.first] = unit
        past = unit.last
        if unit.entry is not None and unit.entry.sort is Sort.ROLE:
            past = holder_begins(tokens, unit.first, past, roster, words)
    return units


def _beginnings(tokens: Tokens, roster: Roster, words: Words) -> list[int]:
    """The tokens where a name or lexicon word may begin: most words need no closer look."""
    listed, learned, particles = roster.gazetteer.firsts, roster.lexicon.firsts, words.particles
    found = [
        at
        for at, (word, low) in enumerate(zip(tokens.words, tokens.lower, strict=True))
        if word[0].isupper() or low in listed or low in learned or low in _ARABIC or word in particles
    ]
    if not tokens.owning:
        return found
    # "the beef growers' association": whose it is ends within three words.
    owning = [at for at, low in enumerate(tokens.lower) if low == "'" or tokens.words[at] == "s"]
    return sorted({*found, *(at - back for at in owning for back in (1, 2, 3) if at >= back)})


def _unit(tokens: Tokens, at: int, roster: Roster, words: Words) -> Unit | None:
    found = roster.match(tokens, at)
    titled = _titled(tokens, at, found, roster) if at and is_capital(tokens, at) else None
    if titled is not None:
        return titled
    if _before_an_office(tokens, at, found, roster, words) or _is_an_hour(tokens, at):
        return None
    if found is not None and _behind_the_article(tokens, at, found, roster, words):
        return None
    if found is not None and found[1].sort is Sort.COLLECTIVE and _hyphened(tokens, at + found[0]):
        return None  # "the world-class expertise"
    if found is not None and found[1].sort is Sort.BODY and _is_stance(tokens, at, at + found[0]):
        return None
    if found is not None and found[1].sort is Sort.GROUP and _plain_plural(tokens, at, found[0]):
        return Unit(at, at + 1, Entry(Sort.UNNAMED, None, plural=True))
    capital = is_capital(tokens, at)
    if found is None and not capital:
        return _particle_name(tokens, at, roster, words) or _small_organisation(tokens, at, words)
    if found is not None and found[1].sort is Sort.UNNAMED:
        named = _small_organisation(tokens, at, words)
        if named is not None:
            return named
    shouted = capitals_end(tokens, at, words) if capital else at
    instead = found is not None and (
        _name_instead(tokens, at, found, words) or _of_a_town(tokens, at, found, words)
    )
    if found is not None and not instead and shouted <= at + found[0]:
        return Unit(at, _with_kind(tokens, at + found[0], found[1], words), found[1])
    end = max(_organisation(tokens, at, found, words), shouted) if capital else at
    if end > at and (found is None or end - at > found[0]):
        last_word = tokens.lower[end - 1]
        sort = Sort.BODY if last_word in words.body_nouns else Sort.ORGANISATION
        name = in_small_letters(plain_name(tokens.text[tokens.starts[at] : tokens.ends[end - 1]]))
        party = name if sort is Sort.ORGANISATION else None
        return Unit(at, end, Entry(sort, name, party, plural=last_word.endswith("s"), flags=("learned",)))
    numbered = _numbered(tokens, at, words) if capital and found is None else None
    if numbered is not None:
        return numbered
    last = name_end(tokens, at, words, roster) if capital else at
    if last > at and (found is None or last - at > found[0]):
        return Unit(at, last, None)
    if found is not None:
        return Unit(at, at + found[0], found[1])
    return None


def _titled(tokens: Tokens, at: int, found: tuple[int, Entry] | None, roster: Roster) -> Unit | None:
    """Somebody called by a surname that is another name or word, too: "Mr Ireland", "Prime Minister May"."""
    low = tokens.lower[at]
    if low in roster.guarded and _after_office(tokens, at, roster):
        return Unit(at, at + 1, roster.guarded[low])
    before = tokens.lower[at - 1 if tokens.words[at - 1] != "." else max(0, at - 2)]
    if before not in _ADDRESSES or found is None or found[0] > 1 or found[1].sort not in _SURNAMES_ALSO:
        return None
    return None if at + 1 < len(tokens) and is_capital(tokens, at + 1) else Unit(at, at + 1, None)


def _with_kind(tokens: Tokens, end: int, entry: Entry, words: Words) -> int:
    """Past what an organisation is, written as part of its name: "the Hamas Movement", "the Labour Group"."""
    if entry.sort is not Sort.ORGANISATION or end >= len(tokens) or tokens.glued(end):
        return end
    told = is_capital(tokens, end) and tokens.lower[end] in words.kinds_after
    longer = end + 1 < len(tokens) and (tokens.words[end + 1] in ("of", "for") or is_capital(tokens, end + 1))
    return end + 1 if told and not longer else end


def _hyphened(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins what ends before a token to a further word."""
    return at + 1 < len(tokens) and tokens.words[at] == "-" and tokens.glued(at) and tokens.glued(at + 1)


def _before_an_office(
    tokens: Tokens, at: int, found: tuple[int, Entry] | None, roster: Roster, words: Words
) -> bool:
    """Whether a plain word tells what an office is for: "the Development Secretary" is no name."""
    if (
        found is not None
        or not at
        or at + 1 >= len(tokens)
        or tokens.lower[at - 1] not in ("the", "its", "their")
    ):
        return False
    low = tokens.lower[at]
    if low in words.given_names or low not in common_words() or tokens.glued(at + 1):
        return False
    office = roster.match(tokens, at + 1) if is_capital(tokens, at + 1) else None
    return office is not None and office[1].sort is Sort.ROLE


def _is_an_hour(tokens: Tokens, at: int) -> bool:
    """Whether "PM" tells the time; a prime minister has capitals and no number before him."""
    if tokens.lower[at] != "pm":
        return False
    return not tokens.words[at].isupper() or (at > 0 and tokens.words[at - 1][-1].isdigit())


def _is_stance(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a word for a body is here what somebody is against: "its opposition to the clause"; asked
    "the opposition to accept" is the body.
    """
    if last - at != 1 or tokens.words[at] not in load_nouns().nouns or last + 1 >= len(tokens):
        return False
    following = tokens.lower[last + 1]
    return tokens.lower[last] == "to" and following != load_verbs().lemmas.get(following)


def _plain_plural(tokens: Tokens, at: int, length: int) -> bool:
    """Whether the name of a group is here only the word for such people: "Farmers rejected it"."""
    word = tokens.words[at]
    first = at == 0 or tokens.words[at - 1] in '"“('
    plain = first and length == 1 and word[1:].islower() and word.endswith("s")
    return plain and tokens.lower[at] in common_words()


def _behind_the_article(
    tokens: Tokens, at: int, found: tuple[int, Entry], roster: Roster, words: Words
) -> bool:
    """Whether a longer name begins with the next word ("the world" in "the World Trade Organization")."""
    if tokens.lower[at] != "the" or at + 1 >= len(tokens):
        return False
    longer = roster.match(tokens, at + 1)
    if longer is not None and 1 + longer[0] > found[0]:
        return True
    # "the WORLD RESOURCES INSTITUTE", "the World Federation of Growers": a name that no list knows.
    capital = found[1].sort is Sort.COLLECTIVE and is_capital(tokens, at + 1)
    ends = max(capitals_end(tokens, at + 1, words), organisation_end(tokens, at + 1, words)) if capital else 0
    return ends > at + found[0]


def _name_instead(tokens: Tokens, at: int, found: tuple[int, Entry], words: Words) -> bool:
    """Whether a lexicon word may be the start of a longer name ("Israel Katz", "Union of Dockers")."""
    length, entry = found
    if not tokens.words[at][0].isupper():
        return False
    owner = is_possessive(tokens, at + length) == 1 and entry.sort is Sort.GROUP
    if entry.sort in _COMMON or owner:
        return True
    given = length == 1 and tokens.lower[at] in words.given_names
    given = given and at + 1 < len(tokens) and not tokens.glued(at + 1)
    if given and entry.sort is Sort.STATE:
        # "Jordan Valley" is no person as "Jordan Ellis" is.
        return tokens.lower[at + 1] not in common_words() | words.named_things | words.organisation_nouns
    if given and entry.sort is Sort.ROLE:
        return organisation_end(tokens, at, words) > at or not _two_names(
            tokens, at + 1
        )  # "Sheikh Hasina" is a name, of "Sheikh Omar Karam" the rest
    return given and entry.sort in _NAMES_ALSO


def _organisation(tokens: Tokens, at: int, found: tuple[int, Entry] | None, words: Words) -> int:
    """Where the name of an organisation ends; a plain word that opens it needs an article ("the Fifth Corps",
    "the New Valley Party").
    """
    end = organisation_end(tokens, at, words)
    if end > at or found is not None or tokens.lower[at] not in _OPENING:
        return end
    if not at or tokens.lower[at - 1] != "the" or at + 1 >= len(tokens) or not is_capital(tokens, at + 1):
        return at
    last = organisation_end(tokens, at + 1, words)
    single = tokens.lower[at + 1] in words.organisation_nouns - words.body_nouns
    return last if last > at + 1 else at + 2 if single else at


def _numbered(tokens: Tokens, at: int, words: Words) -> Unit | None:
    """A unit of an army known by its number: "the 13th Division"."""
    if tokens.lower[at] not in words.armed_units or at < 2 or not tokens.glued(at - 1):
        return None
    if tokens.lower[at - 1] not in ("st", "nd", "rd", "th") or not tokens.words[at - 2].isdigit():
        return None
    name = plain_name(tokens.text[tokens.starts[at - 2] : tokens.ends[at]])
    return Unit(at - 2, at + 1, Entry(Sort.ORGANISATION, name, name, flags=("learned",)))


def _of_a_town(tokens: Tokens, at: int, found: tuple[int, Entry], words: Words) -> bool:
    """Whether an organisation bears the name of a town: "the Port Sel Chamber of Commerce"."""
    if found[1].sort not in (Sort.SEAT, Sort.PLACE) or not is_capital(tokens, at):
        return False
    beyond = at + found[0]
    if beyond >= len(tokens) or tokens.glued(beyond) or not is_capital(tokens, beyond):
        return False
    return at > 0 and tokens.lower[at - 1] == "the" and organisation_end(tokens, at, words) > beyond


def _two_names(tokens: Tokens, at: int) -> bool:
    """Whether two capitalised words stand here, or one and a particle."""
    if at + 1 >= len(tokens) or not is_capital(tokens, at) or tokens.glued(at + 1):
        return at + 1 < len(tokens) and is_capital(tokens, at) and tokens.words[at + 1] in "'-"
    return is_capital(tokens, at + 1) or tokens.words[at + 1] in _SMALL


def _small_organisation(tokens: Tokens, at: int, words: Words) -> Unit | None:
    """An organisation in small letters, after those it is of: "the beef growers' association"."""
    if not tokens.owning:
        return None
    plural = at
    if at and tokens.lower[at - 1] in ("the", "a", "its", "their"):
        # The name begins after its article: "the beef growers' association".
        while plural < min(at + 2, len(tokens) - 3) and not is_possessive(tokens, plural + 1):
            plural += 1
    last = plural + 2
    if last >= len(tokens) or is_possessive(tokens, plural + 1) != 1:
        return None
    if not all(word.isalpha() and word.islower() for word in tokens.words[at : plural + 1]):
        return None
    if tokens.words[plural + 1] == "s" or tokens.words[last] not in words.peoples_organisations:
        return None
    first, end = at, last + 1
    while end < len(tokens) and is_capital(tokens, end) and not tokens.glued(end):
        # "the employers' association Textil": the name follows what it is.
        first, end = (end if end == last + 1 else first), end + 1
    name = plain_name(tokens.text[tokens.starts[first] : tokens.ends[end - 1]])
    return Unit(at, end, Entry(Sort.ORGANISATION, name, name, flags=("learned",)))


def _after_office(tokens: Tokens, at: int, roster: Roster) -> bool:
    """Whether an office with a capital ends right before a token ("Co-Chair")."""
    for first in range(max(0, at - 3), at):
        found = roster.match(tokens, first) if is_capital(tokens, first) else None
        if found is not None and first + found[0] == at and found[1].sort is Sort.ROLE:
            return True
    return False


def _particle_name(tokens: Tokens, at: int, roster: Roster, words: Words) -> Unit | None:
    """A name that begins with a small particle: "al-Assad"."""
    if tokens.words[at] in words.particles and _after_office(tokens, at, roster):
        capital = at + 1 < len(tokens) and is_capital(tokens, at + 1) and not tokens.glued(at + 1)
        if capital and tokens.lower[at + 1] not in words.function_words:
            return Unit(at, at + 2, None)  # "Chair de Wet"
    if tokens.lower[at] not in _ARABIC or at + 2 >= len(tokens):
        return None
    if tokens.lower[at + 1] != "-" or not tokens.glued(at + 1) or not tokens.glued(at + 2):
        return None
    if not tokens.words[at + 2][0].isupper() or tokens.lower[at + 2] in words.function_words:
        return None
    # "the al-Wadi-linked Army of Mercy" is another one
    plain = at + 3 < len(tokens) and not tokens.glued(at + 3)
    band = organisation_end(tokens, at + 2, words) if plain else at
    if band > at + 3 and tokens.lower[band - 1] not in words.body_nouns:
        name = plain_name(tokens.text[tokens.starts[at] : tokens.ends[band - 1]])
        several = name.endswith("s")
        return Unit(at, band, Entry(Sort.ORGANISATION, name, name, plural=several, flags=("learned",)))
    last = at + 3
    while _arabic_part(tokens, last):
        last += 3  # "al-Baghdadi al-Mahmoudi"
    return Unit(at, last, None)


def _arabic_part(tokens: Tokens, at: int) -> bool:
    """Whether a further name with a particle ("al-Mahmoudi") begins at a token."""
    if at + 2 >= len(tokens) or tokens.glued(at) or tokens.words[at] not in _ARABIC:
        return False
    joined = tokens.lower[at + 1] == "-" and tokens.glued(at + 1) and tokens.glued(at + 2)
    return joined and tokens.words[at + 2][0].isupper()
