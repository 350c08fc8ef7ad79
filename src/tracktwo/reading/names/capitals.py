"""Capitals: runs of capitalised words that no list knows, as names of persons or of organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.tokens import Tokens
from tracktwo.reading.names.words import Words, common_words

if TYPE_CHECKING:
    from tracktwo.reading.names.roster import Roster

_LONGEST = 12
_SURNAMES_TOO = frozenset({Sort.ROLE, Sort.SEAT, Sort.PLACE, Sort.PEOPLE, Sort.UNNAMED})
_OF_STATES = frozenset({Sort.STATE, Sort.DEMONYM})
_QUALIFIED = frozenset({Sort.UNNAMED, Sort.BODY, Sort.ROLE, Sort.GENERIC, Sort.COLLECTIVE, Sort.PEOPLE})
_SMALL = frozenset({"of", "for", "and", "on", "the", "to", "in", "a", "an", "against", "with", "from", "by"})
_INSIDE_ALSO = frozenset({"high", "new", "just", "low", "old"})
_FIRM_SIGNS = frozenset({"plc", "gmbh", "ltd", "inc"})
# Offices inside the name of a body: "Office of the High Commissioner for Human Rights".
_GO_ON = frozenset({"commissioner", "coordinator", "envoy", "representative", "council", "commission"})
_SHORT = frozenset({"US", "UK", "EU", "UN"})


def is_capital(tokens: Tokens, at: int) -> bool:
    """Whether the token is a word with a first capital."""
    return tokens.words[at][0].isupper()


def is_possessive(tokens: Tokens, at: int) -> int:
    """How many tokens of an apostrophe-s (2) or a bare plural apostrophe (1) start here; 0 if none.

    A lone "s" (1) is an apostrophe-s whose apostrophe was lost on the way: "Japan s proposal".
    """
    if not tokens.owning:
        return 0
    if at + 1 < len(tokens) and tokens.words[at] == "s" and not tokens.glued(at):
        return 1 if tokens.words[at + 1].isalpha() and not tokens.glued(at + 1) else 0
    if at >= len(tokens) or tokens.lower[at] != "'" or not tokens.glued(at):
        return 0
    if at + 1 < len(tokens) and tokens.glued(at + 1):
        return 2 if tokens.lower[at + 1] == "s" else 0
    return 1 if tokens.lower[at - 1].endswith("s") else 0


def name_end(tokens: Tokens, at: int, words: Words, roster: Roster) -> int:
    """Where a name of a person that starts here ends (token, half open); ``at`` where there is none."""
    end = at
    size = min(len(tokens), at + _LONGEST)
    while end < size:
        if not _name_word(tokens, end, at, words, roster):
            step = _particles(tokens, end, words) if end > at else 0
            if step == 0 or not (end + step < size and _name_word(tokens, end + step, at, words, roster)):
                break
            end += step
        end += 1
        end = _joined(tokens, end, size)
        if end < size and tokens.lower[end] == "." and tokens.glued(end) and len(tokens.words[end - 1]) == 1:
            end += 1
    return end


def _name_word(tokens: Tokens, at: int, first: int, words: Words, roster: Roster) -> bool:
    """Whether the token can be a word of a person's name, given where the name began."""
    word, low = tokens.words[at], tokens.lower[at]
    if low == "a" and word == "A" and at + 2 < len(tokens) and tokens.words[at + 1] == ".":
        return tokens.glued(at + 1) and is_capital(tokens, at + 2)  # "A. K. Menon", "J. A. Orr"
    if not word[0].isupper() or (word.isupper() and len(word) > 3):
        return False
    inside = at > first
    after_given = inside and tokens.lower[at - 1] in words.given_names
    if low in words.function_words or low in words.common_capitals:
        digits = at + 1 < len(tokens) and tokens.words[at + 1].isdigit()
        if after_given and low in words.capital_surnames and not digits:
            return not _qualifies(tokens, at, words, roster)
        return not inside and low == "will" and _is_will(tokens, at, words, roster)
    found = roster.match(tokens, at)
    if found is None:
        # "Trade Representative": a word that stands before offices begins no name.
        return inside or low not in words.before_offices or low in words.given_names
    if not inside:
        return low in words.given_names
    length, entry = found
    if entry.sort in (Sort.PERSON, Sort.SURNAME):
        return True
    followed = at + 1 < len(tokens) and tokens.words[at + 1][0].isupper()
    if not after_given or length > 1 or followed:
        return False
    if entry.sort in _OF_STATES:
        # "Ruth German", "Paul Ireland"; but "In June German officials", "told Kerry Irish officials".
        given = tokens.lower[at - 1] not in words.function_words
        return given and not tokens.words[at].isupper() and not _qualifies(tokens, at, words, roster)
    return entry.sort in _SURNAMES_TOO


def _qualifies(tokens: Tokens, at: int, words: Words, roster: Roster) -> bool:
    """Whether the word says of which people or thing the next one is: "Muslim leaders"."""
    if at + 1 >= len(tokens) or tokens.lower[at + 1] in words.modified_nouns:
        return at + 1 < len(tokens)
    found = roster.match(tokens, at + 1)
    return found is not None and found[1].sort in _QUALIFIED and "bare" not in found[1].flags


def _is_will(tokens: Tokens, at: int, words: Words, roster: Roster) -> bool:
    """Whether "Will" inside a sentence begins a name."""
    if not at or not tokens.words[at - 1][0].isalpha() or at + 1 >= len(tokens):
        return False
    return is_capital(tokens, at + 1) and _name_word(tokens, at + 1, at, words, roster)


def _particles(tokens: Tokens, at: int, words: Words) -> int:
    """How many small particles stand here before a further capital ("bin", "de la", "al-")."""
    if tokens.words[at] in ("d", "D", "l") and at + 1 < len(tokens):
        # "Crispin d'Auvergne", and with the apostrophe lost on the way "Crispin d Auvergne".
        return 2 if tokens.lower[at + 1] == "'" and tokens.glued(at + 1) else 1
    step = 0
    while step < 3 and at + step < len(tokens) and tokens.words[at + step] in words.particles:
        step += 1
        if at + step < len(tokens) and tokens.lower[at + step] == "-" and tokens.glued(at + step):
            return step + 1
    return step


def _joined(tokens: Tokens, end: int, size: int) -> int:
    """Past hyphenated and apostrophised parts of a word ("Ki-moon", "O'Brien")."""
    while end + 1 < size and tokens.lower[end] in "-'" and tokens.glued(end) and tokens.glued(end + 1):
        small = tokens.lower[end + 1]
        # "La'avasa", "Sa'id" go on; "Norland's" and "isn't" do not.
        inside = len(small) > 2 and small not in ("ll", "re", "ve") and tokens.words[end + 1].islower()
        if (
            tokens.lower[end] == "'"
            and not inside
            and (small == "s" or not tokens.words[end + 1][0].isupper())
        ):
            break
        if not tokens.words[end + 1].isalpha():
            break
        end += 2
    return end


def organisation_end(tokens: Tokens, at: int, words: Words) -> int:
    """Where the name of an organisation that starts here ends, by its noun; ``at`` where there is none.

    "Harbour Workers' Union", "Port Authority", "Ministry of Water and Forests", "Union of Dockers".
    """
    first = tokens.lower[at]
    if first in words.function_words or tokens.words[at].isupper():
        return at
    best = end = at
    size = min(len(tokens), at + _LONGEST)
    while end < size:
        low = tokens.lower[end]
        if not is_capital(tokens, end) or low in words.function_words:
            # "Meridian Energy plc"
            return end + 1 if low in _FIRM_SIGNS and end > at and not tokens.glued(end) else best
        end = _joined(tokens, end + 1, size)
        band = low in words.bands and end == at + 1 and at > 0 and tokens.lower[at - 1] == "the"
        if low in words.organisation_heads or band:
            beyond = _of_name(tokens, end, size, words)
            if beyond > end:
                final = tokens.lower[beyond - 1]
                goes_on = final in words.causes or final in _GO_ON
                return _of_name(tokens, beyond, size, words) if goes_on else beyond
        surname = low in words.surnames_too and end - at == 2 and first in words.given_names
        if low in words.organisation_nouns and end - at > 1 and not surname:
            best = end
        skip = is_possessive(tokens, end)
        if skip and end + skip < size and is_capital(tokens, end + skip):
            end += skip
        elif best == at and _and_more(tokens, at, end, words):
            end += 1  # "Peace and Security Council"
        elif end + 1 < size and tokens.words[end] == "&" and is_capital(tokens, end + 1):
            end += 1
    thing = best > at and tokens.lower[best - 1] == "air" and best < size and is_capital(tokens, best)
    return at if thing else best  # "the Clean Air Act"


def _and_more(tokens: Tokens, at: int, end: int, words: Words) -> bool:
    """Whether "and" joins two plain words of one name: "Rights and Justice Party", no two actors."""
    if end - at != 1 or end + 2 >= len(tokens) or tokens.words[end] != "and":
        return False
    if tokens.lower[end + 2] not in words.organisation_nouns or not is_capital(tokens, end + 2):
        return False
    plain = common_words()
    joined = (tokens.lower[at], tokens.lower[end + 1])
    own = words.function_words | words.organisation_nouns
    return is_capital(tokens, end + 1) and all(word in plain and word not in own for word in joined)


def capitals_end(tokens: Tokens, at: int, words: Words) -> int:
    """Where the name of an organisation written in capitals ends ("the HARBOUR CENTRE FOR WATER AND TRADE").

    Among small letters only, and not before a colon: that is a heading.
    """
    if not _shouted(tokens, at) or not any(word.islower() and len(word) > 2 for word in tokens.words):
        return at
    end = last = at
    named = False
    size = min(len(tokens), at + 2 * _LONGEST)
    while end < size:
        low = tokens.lower[end]
        if _shouted(tokens, end):
            named = named or low in words.organisation_nouns
            end = last = _joined(tokens, end + 1, size)
            end += is_possessive(tokens, end)
        elif low in _SMALL and tokens.words[end].isupper() and end > at:
            end += 1
        else:
            break
    colon = ":" in tokens.words[last : last + 6]
    return last if named and last - at > 1 and not colon else at


def _shouted(tokens: Tokens, at: int) -> bool:
    """Whether a token is a word of capitals that can be part of a name, no small word."""
    word = tokens.words[at]
    long = len(word) > 2 or word in _SHORT
    return long and word.isalpha() and word.isupper() and word.lower() not in _SMALL


def in_small_letters(name: str) -> str:
    """A name in capitals as it is usually written ("Harbour Centre for Water"); others unchanged."""
    if not name.isupper() or " " not in name:
        return name
    words = [w.lower() if w.lower() in _SMALL else w if w in _SHORT else w.title() for w in name.split()]
    small = " ".join(words)
    return small[0].upper() + small[1:].replace("’S", "’s").replace("'S", "'s")


def _of_name(tokens: Tokens, at: int, size: int, words: Words) -> int:
    """Where "of the Interior" or "for Water and Forests" that starts here ends; ``at`` if it is not one."""
    if at >= size or tokens.words[at] not in ("of", "for"):
        return at
    end = at + 1
    if end < size and tokens.words[end] in ("the", "a", "an", "all"):
        end += 1
    begin = end
    while end < size:
        low = tokens.lower[end]
        capital = is_capital(tokens, end) and (low not in words.function_words or low in _INSIDE_ALSO)
        if capital and not (tokens.words[end].isupper() and len(tokens.words[end]) > 3):
            end = _joined(tokens, end + 1, size)
            continue
        more = tokens.words[end] in ("and", "&") and end + 1 < size and is_capital(tokens, end + 1)
        if not (more and end > begin and _common(tokens, end + 1, words)):
            break
        end += 1
    return end if end > begin else at


def _common(tokens: Tokens, at: int, words: Words) -> bool:
    """Whether the capitalised word after "and" goes on with the name: no further actor begins there."""
    return tokens.lower[at] not in words.function_words and tokens.lower[at] not in words.given_names
