"""Whom packages or the fighting concern and who are at no reported table."""

from __future__ import annotations

from collections.abc import Iterable

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.families import locate, people_of
from tracktwo.record.linking.issues import IssueBook
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.names import names_in, owner_of, sort_of
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.wordlists import mentions
from tracktwo.record.linking.words import slug
from tracktwo.vocabulary import Act, Affected, Claim


class _Concerned:
    def __init__(self, at_table: Iterable[str]) -> None:
        self.at_table = frozenset(at_table)
        self.found: dict[str, tuple[str, str, dict[str, None]]] = {}

    def add(self, name: str | None, reason: str, claim: Claim) -> None:
        if not name or name in self.at_table:
            return
        _, _, ids = self.found.setdefault(slug(name), (name, reason, {}))
        ids[claim.id] = None


def find_affected(
    material: Material, issues: IssueBook, proposals: ProposalBook, at_table: Iterable[str]
) -> tuple[Affected, ...]:
    """Return those bound by a term, targeted by force, or living where it is used; never a party.

    Their consent is never assumed and no preference is made up for them: the list says whom to ask about.
    """
    concerned = _Concerned(at_table)
    for claim in material.claims:
        for n in issues.numbers(claim):
            term = claim.terms[n]
            place = issues.places[(claim.id, n)]
            concerned.add(people_of(place), f"“{term.text}”", claim)
            if claim.id in proposals.linked or place.family != "hostilities":
                for name in (term.giver, term.getter):
                    if sort_of(name) is not Sort.PLACE:
                        concerned.add(owner_of(name) or name, f"bound by “{term.text}”", claim)
                _inhabitants(concerned, locate(term).place, f"“{term.text}”", claim)
                for found in names_in(term.text):
                    if found.sort in (Sort.STATE, Sort.ORGANISATION, Sort.GROUP) and found.before in (
                        "against",
                        "with",
                    ):
                        concerned.add(found.party or found.name, f"named in “{term.text}”", claim)
        if claim.act is Act.USE_FORCE:
            _struck(concerned, material, claim)
        elif claim.act in (Act.DISCUSS, Act.VOTE) and mentions(claim.object, "attack"):
            for found in names_in(claim.object or ""):
                if found.sort is Sort.STATE and found.before in ("on", "against"):
                    concerned.add(found.name, f"“{claim.object}”: another arena", claim)
    return tuple(
        Affected(key, name, reason, tuple(ids)) for key, (name, reason, ids) in concerned.found.items()
    )


def _struck(concerned: _Concerned, material: Material, claim: Claim) -> None:
    words = material.words(claim)
    if claim.toward and len(claim.toward.split()) == 1:
        concerned.add(owner_of(claim.toward) or claim.toward, f"“{words}”", claim)
    for found in names_in(claim.object or ""):
        if found.sort in (Sort.PLACE, Sort.STATE) and found.before in ("in", "into", "on", "of"):
            _inhabitants(concerned, found.name, f"“{words}”", claim)


def _inhabitants(concerned: _Concerned, place: str | None, reason: str, claim: Claim) -> None:
    """A state is named as itself; of any other place, the people there."""
    if place is None or sort_of(place) is Sort.STATE:
        concerned.add(place, reason, claim)
    elif sort_of(place) is Sort.PLACE:
        concerned.add(f"people in {place}", reason, claim)
