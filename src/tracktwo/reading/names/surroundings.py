"""Surroundings: what the words just before and after a name say about its use."""

from __future__ import annotations

from tracktwo.reading.names.capitals import is_possessive
from tracktwo.reading.names.lexicon import Sort
from tracktwo.reading.names.phrase import Phrase
from tracktwo.reading.names.scan import Scan
from tracktwo.reading.names.units import Unit

_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "this", "another", "one", "each", "whose"}
)
_LOCATIVES = frozenset(
    {"in", "into", "inside", "outside", "across", "near", "within", "at", "to", "from", "around"}
)
_WHERE = frozenset({"in", "near", "into", "inside", "outside", "around"})
_BEFORE_BARE = frozenset(
    {"that", "and", "or", "with", "between", "by", "from", "as", "while", "if", "when", "but", "to", "though"}
    | {"because", "after", "before", "since", "both", "whether", "than", "although", "which", "where"}
)
_BODY_MATTERS = frozenset(
    {
        "approval",
        "meeting",
        "meetings",
        "session",
        "sessions",
        "vote",
        "votes",
        "decision",
        "member",
        "members",
    }
    | {
        "discussions",
        "discussion",
        "debate",
        "majority",
        "ratification",
        "consent",
        "backing",
        "table",
        "rules",
    }
)


def determined(scan: Scan, first: int) -> str:
    """The article or other determiner before a token, in small letters; empty if there is none."""
    word = scan.tokens.lower[first - 1] if first else ""
    return word if word in _DETERMINERS else ""


def flags_at(scan: Scan, first: int, last: int) -> tuple[str, ...]:
    """``possessive``, ``determined`` and ``located`` as they apply to tokens ``first`` to ``last``."""
    flags = []
    if is_possessive(scan.tokens, last):
        flags.append("possessive")
    at = first
    if determined(scan, first):
        flags.append("determined")
        at -= 1
    if at and scan.tokens.lower[at - 1] in _LOCATIVES:
        flags.append("located")
    return tuple(flags)


def modifies(scan: Scan, unit: Unit) -> bool:
    """Whether the name only qualifies the noun that follows ("Egyptian initiative", "U.S. proposal")."""
    tokens = scan.tokens
    demonym = unit.entry is not None and unit.entry.sort is Sort.DEMONYM
    if is_possessive(tokens, unit.last):
        return False
    if demonym:
        return True
    if unit.last >= len(tokens):
        return False
    if tokens.words[unit.last] == "-" and tokens.glued(unit.last):
        return not tokens.words[min(unit.last + 1, len(tokens) - 1)].isdigit()
    if not scan.near(unit.last):
        return False
    low = tokens.lower[unit.last]
    if _goes_on(scan, unit):
        return True
    return tokens.words[unit.last].islower() and low in scan.words.modified_nouns


def _goes_on(scan: Scan, unit: Unit) -> bool:
    """Whether a further capitalised word makes the name part of a title: "IPCC Guidelines", "EU ETS"."""
    tokens, at = scan.tokens, unit.last
    if not tokens.words[at][0].isupper() or at in scan.units:
        return False
    # In a heading every word has capitals, which then say nothing.
    around = tokens.words[max(0, at - 12) : at + 12]
    return any(word.islower() for word in around) and tokens.lower[at] not in scan.words.function_words


def titles(scan: Scan, unit: Unit) -> int:
    """Past the title that a name begins ("Kyoto Protocol", "UN Framework Convention"); 0 if it does not."""
    tokens = scan.tokens
    if is_possessive(tokens, unit.last):
        return 0
    for at in range(unit.last, min(unit.last + 4, len(tokens))):
        if not scan.near(at) or not tokens.words[at][0].isupper():
            return 0
        if tokens.words[at].isupper() and len(tokens.words[at]) > 1:
            return 0
        if tokens.lower[at] in scan.words.document_nouns:
            return at + 1
        if at in scan.units and scan.units[at].entry is not None:
            return 0
    return 0


def in_symbol(scan: Scan, unit: Unit) -> bool:
    """Whether a short form is part of a document's number: "FCCC/SBSTA/2002/2"."""
    tokens = scan.tokens
    words, last = tokens.words, unit.last
    after = last + 1 < len(words) and words[last] == "/" and words[last + 1][0].isdigit()
    before = unit.first > 1 and words[unit.first - 1] == "/" and tokens.glued(unit.first)
    numbered = before and (words[unit.first - 2] in ("FCCC", "KP", "CP") or words[unit.first - 2].isdigit())
    body = unit.entry is not None and unit.entry.sort is Sort.BODY
    return after or (numbered and body)


def people_meant(scan: Scan, unit: Unit) -> bool:
    """Whether a bare "some" or "others" means people: a verb follows, or a list ends with it."""
    tokens = scan.tokens
    before = tokens.lower[unit.first - 1] if unit.first else ""
    if tokens.lower[unit.first] == "others" and before in ("and", "or"):
        return True
    if before in _DETERMINERS or (before and tokens.glued(unit.first)):
        return False
    if unit.last >= len(tokens) or not scan.near(unit.last):
        return tokens.lower[unit.last - 1] == "others"
    low = tokens.lower[unit.last]
    return low in scan.words.after_some or (low.endswith(("ed", "ly")) and len(low) > 4)


def is_place(scan: Scan, first: int, last: int) -> bool:
    """Whether a state is named as a place: after "in", or after "to" and "from" with a word of motion."""
    tokens = scan.tokens
    if is_possessive(tokens, last):
        return False
    at = first - 1
    if at >= 0 and tokens.lower[at] == "the":
        at -= 1
    if at < 0:
        return False
    if tokens.lower[at] in scan.words.places_before:
        return True
    if tokens.lower[at] not in ("to", "from"):
        return False
    return any(tokens.lower[back] in scan.words.motion for back in range(max(0, at - 3), at))


def qualifies(scan: Scan, at: int) -> bool:
    """Whether the noun at ``at`` shows that an office before it only qualifies: "the expert meeting"."""
    if not scan.near(at):
        return False
    low = scan.tokens.lower[at]
    return low in _BODY_MATTERS or (low in scan.words.modified_nouns and scan.tokens.words[at].islower())


def session(scan: Scan, at: int) -> int:
    """Past the number of a session: "SBSTA-8", "COP 17"."""
    tokens = scan.tokens
    here = at + 1 if at < len(tokens) and tokens.words[at] == "-" and tokens.glued(at) else at
    if here >= len(tokens) or not tokens.words[here].isdigit() or not tokens.words[at - 1].isupper():
        return at
    return here + 1 if len(tokens.words[here]) <= 2 else at


def unknown_place(scan: Scan, unit: Unit) -> bool:
    """Whether an unknown capitalised name is that of a place: "in Manbij", "near the Tigris"."""
    tokens = scan.tokens
    at = unit.first - 1
    if at > 0 and tokens.lower[at] == "the":
        at -= 1
    if at < 0 or tokens.lower[at] not in _WHERE or is_possessive(tokens, unit.last):
        return False
    words = tokens.words[unit.first : unit.last]
    if (
        any(word.isupper() and len(word) > 1 for word in words)
        or tokens.lower[unit.first] in scan.words.given_names
    ):
        return False
    following = tokens.words[unit.last] if scan.near(unit.last) else ""
    return not following[:1].isdigit() and not following[:1].isupper()


def body_flags(scan: Scan, phrase: Phrase, head: Unit) -> tuple[str, ...] | None:
    """Flags of a body, or None where the word is used for something else ("management of forests")."""
    tokens, last = scan.tokens, phrase.end
    flags = flags_at(scan, phrase.first, last)
    entry = head.entry
    following = tokens.lower[last] if scan.near(last) else ""
    if following in _BODY_MATTERS or (following in scan.words.modified_nouns and following != "process"):
        flags = (*flags, "modifier")
    name = entry is not None and (tokens.words[head.first][0].isupper() and head.first > 0)
    if phrase.parties or phrase.tail is not None or (entry is not None and "learned" in entry.flags):
        return flags
    if entry is not None and entry.party is not None:
        return flags
    if "modifier" in flags and following not in _BODY_MATTERS and not name:
        return None
    short = tokens.words[head.first].isupper() and len(tokens.words[head.first]) > 1
    if short or (name and tokens.words[head.last - 1][0].isupper()):
        return flags
    if determined(scan, phrase.first):
        return flags if following != "of" else None
    if entry is None or "bare" not in entry.flags or following == "of":
        return None
    before = tokens.lower[phrase.first - 1] if phrase.first else ""
    alone = not before or not before[0].isalpha() or before in _BEFORE_BARE
    return flags if alone or "modifier" in flags else None
