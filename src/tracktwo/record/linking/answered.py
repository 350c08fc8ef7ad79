"""Proposals first told of by an answer: "rejected a pay offer from the port" says that the port made one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from tracktwo.record.linking.drafts import Draft, noun_of
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.referring import STANDING
from tracktwo.record.linking.wordlists import phrases
from tracktwo.record.linking.words import slug, tidy, unique
from tracktwo.vocabulary import Act, Claim, Stage

_OWNER = re.compile(r"[’']s?\s")
_ARTICLE = re.compile(r"^the\s+")
_SELF_TOLD = (Act.PROPOSE, Act.OFFER, Act.DEMAND)
_MADE = r"\s+(?:(?:made|tabled|submitted|presented|put\s+forward|announced)\s+)?(?:by|from)\s+(?:the\s+)?"


def told_by_answer(
    claim: Claim, words: str, names: Iterable[str], tabling: Container[str] = ()
) -> tuple[str, str] | None:
    """Return the noun of a proposal that the words bring up, and who made it, or None.

    Parameters
    ----------
    claim : Claim
        The answer; nobody answers an offer of one's own side here.
    words : str
        What it is about ("a pay offer from Riverside Hospital", "a Tarvian plan").
    names : iterable of str
        Those who act in the reports; somebody else is not taken for one who proposes.
    tabling : container of str
        Those known to have proposed something: "X's 3% offer" may be that.
    """
    noun = noun_of(words)
    first = tidy(words).split(" ")[0].lower()
    if noun not in phrases("names_of_proposals"):
        return None
    if first not in phrases("indefinite"):
        owning = _owning(words)
        owners = [name for name in names if name.lower() in owning] if owning else []
        new = [name for name in owners if name not in (claim.actor, claim.party) and name not in tabling]
        return (noun, new[0]) if len(new) == 1 else None
    for name in names:
        if name not in words or name in (claim.actor, claim.party):
            continue
        written = re.escape(name)
        if re.search(rf"\b{noun}s?{_MADE}{written}(?!\w)|(?<!\w){written}[’']s?\s.*\b{noun}\b", words):
            return noun, name
    return None


def _owning(words: str) -> frozenset[str]:
    """All that the words may begin with as an owner, in small letters, without "the": "the port's offer"."""
    begun = [words[: sign.start()].lower() for sign in _OWNER.finditer(words)]
    return frozenset(begun) | {_ARTICLE.sub("", one) for one in begun}


def of_answer(noun: str, by: str, claim: Claim, taken: object) -> Draft:
    """Return the proposal that an answer tells of: who made it, and nothing of what it says."""
    key = unique(slug(f"{by} {noun}"), taken)
    return Draft(key, f"{by} {noun}", noun, by, by, Stage.TABLED, claim.report)


def told_now(mine: Iterable[Draft], claim: Claim) -> tuple[Draft, str] | None:
    """Return the proposal of the same author and report known by its answers alone, which this one tells of.

    "The hospital had offered a 3% rise" says what was in the offer that the union "rejected"; of two such
    offers neither is chosen.
    """
    if claim.act not in _SELF_TOLD:
        return None
    bare_ones = [
        draft
        for draft in mine
        if draft.report == claim.report
        and not draft.terms
        and not any(known.act in _SELF_TOLD for known in draft.claims)
    ]
    if len(bare_ones) != 1:
        return None
    draft = bare_ones[0]
    return draft, f"{draft.by} is reported to have made one proposal, and this says what is in it"


def told_beside(material: Material, claim: Claim, words: str) -> Iterator[Claim]:
    """Yield what proposes, in the sentence of an answer, the thing answered.

    "X, supported by Y, proposed Z" has one predicate and object for both; "Y opposed a Norwegian plan to Z"
    brings the plan up in its own words.
    """
    noun = noun_of(words)
    for other in material.beside(claim):
        if other.act is Act.PROPOSE and other.predicate_start == claim.predicate_start:
            if other.object_start == claim.object_start:
                yield other
        elif other.act in (Act.PROPOSE, Act.OFFER) and claim.act in STANDING and other.actor != claim.actor:
            first, last = claim.object_start or 0, claim.object_end or 0
            if (other.predicate or "").lower() == noun and first <= other.predicate_start < last:
                yield other
