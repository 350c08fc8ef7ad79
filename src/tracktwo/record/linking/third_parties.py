"""Third parties: those who convene, mediate, host, suggest, press, warn, supply, each role cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.names import is_collective
from tracktwo.record.linking.parties import party_of
from tracktwo.record.linking.people import Person
from tracktwo.record.linking.roles import mediates_by_office, role_of, supplies
from tracktwo.record.linking.tracks import host_of
from tracktwo.record.linking.words import slug
from tracktwo.vocabulary import Claim, Role, ThirdParty, Track


@dataclass(eq=False)
class _Roles:
    name: str
    roles: dict[tuple[str, str | None], list[str]] = field(default_factory=dict)

    def note(self, role: str, claim_id: str, date: str | None) -> None:
        ids = self.roles.setdefault((role, date), [])
        if claim_id not in ids:
            ids.append(claim_id)


def find_third_parties(
    material: Material, sides: Iterable[str], people: Mapping[str, Person], tracks: Iterable[Track]
) -> tuple[ThirdParty, ...]:
    """Return everybody who is no party and has a role, with the people who acted for them.

    A state named as the venue of talks hosts, and nothing more.
    """
    parties = frozenset(sides)
    found: dict[str, _Roles] = {}
    for claim in material.claims:
        name = _outsider(claim, parties)
        role = role_of(claim)
        by_office = mediates_by_office(claim)
        if name is None or flag(claim, "about-proposal") or not (role or by_office or supplies(claim)):
            continue
        entry = found.setdefault(name, _Roles(name))
        if role:
            entry.note(role, claim.id, claim.report_date)
        if by_office:
            entry.note("mediates", claim.id, claim.report_date)
        if supplies(claim):
            entry.note("supplies", claim.id, claim.report_date)
    acting = frozenset(p for p in map(party_of, material.claims) if p)
    by_id = {claim.id: claim for claim in material.claims}
    for track in tracks:
        host = host_of(track.venue) or next((p for p in acting if p == track.venue), None)
        if host and host not in parties:
            for claim_id in track.claims:
                if host in (by_id[claim_id].object or ""):
                    found.setdefault(host, _Roles(host)).note("hosts", claim_id, by_id[claim_id].report_date)
    return tuple(
        ThirdParty(
            slug(entry.name),
            entry.name,
            tuple(Role(role, tuple(ids), date) for (role, date), ids in entry.roles.items()),
            tuple(p.member() for p in people.values() if p.party == entry.name),
        )
        for entry in found.values()
        if entry.roles
    )


def _outsider(claim: Claim, parties: frozenset[str]) -> str | None:
    name = claim.actor if is_collective(claim.actor) else party_of(claim) or claim.actor
    return name if name and name not in parties else None
