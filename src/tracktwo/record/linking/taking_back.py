"""Taking back: a proposal by the side that made it, or a stance by whoever took it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tracktwo.record.linking.again import package_labels
from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.mentions import antecedent, points_back
from tracktwo.record.linking.referring import STANDING
from tracktwo.record.linking.wordlists import pattern, phrases
from tracktwo.vocabulary import Act, Claim

_OWN = (Act.WITHDRAW, Act.PROPOSE, Act.OFFER)
_ON = re.compile(r"\b(?:to|on|of|for|from|against|about)\s+")


def taken_back(known: Iterable[Draft], claim: Claim, options: Mapping[str, str]) -> tuple[Draft, str] | None:
    """Return the side's own proposal that it takes back, the first of ``known`` that fits, and the reason.

    Terms that the words name must be the proposal's.
    """
    for draft in known:
        package = package_labels(draft)
        mine = claim.party is not None and claim.party in (draft.by, draft.party)
        if mine and all(package.get(issue) == label for issue, label in options.items()):
            of_these = " with these terms" if options else ""
            return draft, f"{claim.party} takes back its own: the newest proposal it made{of_these}"
    return None


def speaks_of_own(claim: Claim, words: str, draft: Draft | None) -> bool:
    """Whether words can mean ``draft``: "its plan", withdrawn or put forward, is of the side that does so."""
    if claim.act not in _OWN or words.split()[0].lower() not in phrases("pronouns_of_owners"):
        return True
    mine = {claim.party or claim.actor, claim.actor} - {None}
    return draft is not None and bool(mine & {draft.by, draft.party})


def takes_back_stance(claim: Claim) -> bool:
    """Whether what is withdrawn is a stance ("its objection to the plan") and not a proposal."""
    return claim.act is Act.WITHDRAW and _stance_noun(claim.object) is not None


def stood_on(known: Iterable[Draft], claim: Claim) -> tuple[Draft, str] | None:
    """Return the proposal on which a withdrawn stance was taken, the first of ``known`` that fits, and why.

    What the stance is said to be on must be the proposal, where it is said; else it is the newest proposal
    on which the same actor is reported to stand. Nothing where there is none.
    """
    known = list(known)
    matter = _matter(claim.object or "")
    if matter is not None and not points_back(matter):
        return None
    named = antecedent(matter, None, (), known[::-1]) if matter else None
    if named is not None:
        return named
    for draft in known:
        if any(c.act in STANDING and _same(c, claim) for c in draft.claims):
            return draft, f"{claim.actor} takes back its own: the newest proposal it took a stand on"
    return None


def _matter(words: str) -> str | None:
    """Return the words for what a stance is on: "the plan" of "its objection to the plan"."""
    noun = _stance_noun(words)
    after = words[noun.end() :].lstrip() if noun else ""
    on = _ON.match(after)
    return after[on.end() :] if on else None


def _same(one: Claim, other: Claim) -> bool:
    return one.actor is not None and one.actor == other.actor


def _stance_noun(words: str | None) -> re.Match[str] | None:
    """Return the stance noun that heads the words, before any preposition."""
    if not words:
        return None
    found = pattern(phrases("stance_nouns")).search(words)
    before = words[: found.start()] if found else ""
    return found if found and not _ON.search(before) else None
