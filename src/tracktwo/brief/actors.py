"""Parties, bodies, third parties and those affected, as the brief shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracktwo.brief.model import BodyRow, MemberRow, PartyRow, RatificationRow, RoleRow, ThirdPartyRow
from tracktwo.vocabulary import Affected, Member, Picture, Ratification, Role


def party_rows(picture: Picture) -> Mapping[str, PartyRow]:
    """Return parties by key, each with its members and whose approval its yes needs."""
    return {
        party.key: PartyRow(
            name=party.name,
            members=_members(party.members),
            ratification=_approvals(r for r in picture.ratification if r.party in (party.key, party.name)),
            reason=party.reason,
            claims=party.claims,
        )
        for party in picture.parties
    }


def body_rows(picture: Picture) -> Mapping[str, BodyRow]:
    """Return bodies by key, each with the approvals it has to give where it belongs to no party shown."""
    shown = {name for party in picture.parties for name in (party.key, party.name)}
    loose = [r for r in picture.ratification if r.party not in shown]
    return {
        body.key: BodyRow(
            name=body.name,
            party=body.party,
            size=body.size,
            members=body.members,
            same_as=dict(body.same_as),
            claims=body.claims,
            ratification=_approvals(r for r in loose if r.body in (body.key, body.name)),
        )
        for body in picture.bodies
    }


def third_party_rows(picture: Picture) -> Mapping[str, ThirdPartyRow]:
    """Return third parties by key; one row a role, the claims of repeated roles together."""
    return {
        third.key: ThirdPartyRow(
            name=third.name,
            roles=_roles(third.roles),
            members=_members(third.members),
        )
        for third in picture.third_parties
    }


def affected_rows(picture: Picture) -> tuple[Affected, ...]:
    """Return those a package concerns who are at no reported table."""
    return picture.affected


def _approvals(reported: Iterable[Ratification]) -> tuple[RatificationRow, ...]:
    return tuple(
        RatificationRow(
            body=r.body, rule=r.rule, scope=r.scope, members_known=r.members_known, claims=r.claims
        )
        for r in reported
    )


def _roles(roles: tuple[Role, ...]) -> tuple[RoleRow, ...]:
    held: dict[str, dict[str, None]] = {}
    for role in roles:
        held.setdefault(role.role, {}).update(dict.fromkeys(role.claims))
    return tuple(RoleRow(role=role, claims=tuple(claims)) for role, claims in held.items())


def _members(members: tuple[Member, ...]) -> tuple[MemberRow, ...]:
    return tuple(MemberRow(key=m.key, name=m.name, role=m.role, claims=m.claims) for m in members)
