"""Nouns that tell of a saying: "the claim that X", "Norland's statement that Y"."""

from __future__ import annotations

from tracktwo.reading.attribution.lists import source_list
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.breaks import FINITE
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end
from tracktwo.reading.clauses.phrases import left_of
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act, Flag

_REPORTS = frozenset(
    {"report", "reports", "rumour", "rumours", "rumor", "rumors", "allegation", "allegations"}
)


def told_by_nouns(words: Words, taken: set[int]) -> list[Draft]:
    """Sayings told by a noun.

    Parameters
    ----------
    words : Words
        The sentence.
    taken : set of int
        Words that carry an act already.

    Returns
    -------
    list of Draft
        Of whom the noun belongs to, by a possessive or "by"; without one the source is not stated.
    """
    found = []
    for i in words.places(source_list("nouns")):
        if i in taken or words[i].group is not None or i >= len(words) - 3:
            continue
        if not words.tag(i).startswith("NN") or words.low(i - 2) == "in":  # "said in a report that"
            continue
        owner, after = _owner(words, i)
        if words.low(after) != "that" or not _is_clause(words, after):
            continue
        content = words.span(after + 1, _end(words, i, after))
        if content is not None:
            found.append(_told(words, i, owner, content))
    return found


def _told(words: Words, i: int, owner: ActorRef | None, content: tuple[int, int]) -> Draft:
    return Draft(
        Act.STATE,
        "noun-says",
        (words[i].start, words[i].end),
        (words.start, words.end),
        owner,
        content,
        content,
        flags=owner.flags if owner is not None else (Flag("agent-not-stated"),),
        content=True,
        word=words.low(i),
    )


def _owner(words: Words, i: int) -> tuple[ActorRef | None, int]:
    """Whose saying it is, and the word after."""
    first = left_of(words, i)
    for k in range(i - 1, first - 1, -1):
        group = words[k].group
        if group is not None:
            actors = actors_of(group, words.start)
            return (actors[0] if len(actors) == 1 and not actors[0].generic else None), i + 1
    if words.low(i + 1) in ("by", "of", "from"):
        at = i + 3 if words.tag(i + 2) == "DT" else i + 2
        group = words[at].group if at < len(words) else None
        actors = actors_of(group, words.start) if group is not None else ()
        if len(actors) == 1:
            return actors[0], at + 1
        return _whole(words, i + 2)
    return None, i + 1


def _whole(words: Words, first: int) -> tuple[ActorRef | None, int]:
    """All words up to "that", where they name people nobody knows or several of them."""
    that = next((k for k in range(first, min(first + 16, len(words))) if words.low(k) == "that"), None)
    span = words.span(first, that) if that is not None else None
    if that is None or span is None or any(words.tag(k) in FINITE for k in range(first, that)):
        return None, first - 1
    return ActorRef(None, words.text[span[0] : span[1]], *span, unnamed=True, kind="unnamed"), that


def _is_clause(words: Words, that: int) -> bool:
    """Whether a subject stands between "that" and its verb: no relative clause ("the report that came")."""
    if words.tag(that + 1) in (*FINITE, "VB"):
        return False
    return any(words.tag(k) in FINITE for k in range(that + 2, min(that + 16, len(words))))


def _end(words: Words, i: int, that: int) -> int:
    """Where what is told ends: before the verb of the sentence where the noun is its subject."""
    end = clause_end(words, that + 1, content=True)
    if any(words.tag(k) in FINITE for k in range(i)):
        return end
    finite = [k for k in range(that + 1, end) if words.tag(k) in FINITE and words.tag(k - 1) != "MD"]
    return finite[1] if len(finite) > 1 else end
