"""Whose approval a party's yes needs, for what, and by which rule, as far as reported."""

from __future__ import annotations

import re

from tracktwo.record.linking.bodies import BodyBook
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.mentions import is_pronoun
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.wordlists import listed, pattern, table
from tracktwo.record.linking.words import tidy, without_ending
from tracktwo.vocabulary import Act, Claim, Modality, Ratification

_BY_RULE = re.compile(
    r",?\s+(?:by|with)\s+(?:an?\s+)?[\w\s/-]*\b(?:majority|unanimity|vote|consensus)\b[\w\s]*$"
)
_AHEAD = (Modality.REQUIRED, Modality.PLANNED, Modality.CONDITIONAL)


def find_ratification(
    material: Material, proposals: ProposalBook, bodies: BodyBook, ledger: Ledger
) -> tuple[Ratification, ...]:
    """Return the approvals reported as needed; an approval given or refused is an event, not a rule."""
    found: dict[tuple[str | None, str], Ratification] = {}
    before: str | None = None
    for claim in material.acting(Act.RATIFY, Act.VOTE):
        body = bodies.of_claim.get(claim.id)
        if body is None or not _needed(claim):
            continue
        scope = _scope(claim, proposals, before, ledger)
        before = claim.object if claim.object and not is_pronoun(_matter(claim)) else before
        known = found.get((claim.party, body))
        rule = _rule(claim)
        found[(claim.party, body)] = Ratification(
            party=claim.party,
            body=body,
            rule=rule if known is None or known.rule == "unknown" else known.rule,
            scope=tuple(dict.fromkeys([*(known.scope if known else ()), *scope])),
            members_known=False,
            claims=(*(known.claims if known else ()), claim.id),
        )
    return tuple(found.values())


def _needed(claim: Claim) -> bool:
    if claim.act is Act.RATIFY:
        return claim.modality in _AHEAD
    about_deal = claim.object is not None and listed("proposal_nouns").search(claim.object) is not None
    return about_deal and claim.modality in (Modality.REQUIRED, Modality.PLANNED)


def _scope(claim: Claim, proposals: ProposalBook, before: str | None, ledger: Ledger) -> tuple[str, ...]:
    """Return the words for what needs approval; where they can be read in several ways, all readings.

    A proposal is called by its name, and "it" by what needed approval in the sentence before.
    """
    draft = proposals.linked.get(claim.id)
    if draft is not None:
        return (draft.name,)
    if is_pronoun(_matter(claim)):
        return (tidy(before),) if before else ()
    unsure = flag(claim, "ambiguous")
    if unsure is None or len(unsure.readings) < 2:
        return (_matter(claim),) if claim.object else ()
    readings = tuple(tidy(reading) for reading in unsure.readings)
    ledger.assume(
        f"What needs the approval of {claim.actor} can be read in more than one way: "
        + " or ".join(f"“{reading}”" for reading in readings)
        + "."
    )
    return tuple(dict.fromkeys([tidy(claim.object or readings[0]), *readings]))


def _matter(claim: Claim) -> str:
    """Return what is to be approved, without when and by which majority."""
    words = without_ending(claim.object or "", claim.event_text)
    return _BY_RULE.sub("", words) or words


def _rule(claim: Claim) -> str:
    """Return unanimity, a quota as written, majority, or unknown; of several the one nearest the body."""
    at = max(claim.actor_start or claim.start, claim.start) - claim.start
    end = max(at, (claim.actor_end or claim.start) - claim.start)
    found: list[tuple[int, int, str]] = []
    for rule, words in table("phrases")["rules"].items():
        for match in pattern(tuple(words)).finditer(claim.quote):
            before = claim.quote[: match.start()].rstrip(" -").lower()
            if any(before.endswith(quota) for _, _, quota in found):
                continue  # "a two-thirds majority" is one rule
            told = match.group().lower() if rule == "quota" else str(rule)
            found.append((max(at - match.end(), match.start() - end, 0), len(found), told))
    return min(found)[2] if found else "unknown"
