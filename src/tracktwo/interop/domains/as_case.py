"""A negotiation domain as a case: its issues, parties and values, to be asked and edited like any other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from tracktwo.case import (
    ActorValues,
    Approval,
    Case,
    CaseParty,
    Rule,
    RuleKind,
    Span,
    ValueBasis,
    ValueCondition,
)
from tracktwo.vocabulary import Body, Issue

if TYPE_CHECKING:
    from tracktwo.interop.domains.model import Domain, Game, Profile
    from tracktwo.vocabulary.utilities import DealSpace
    from tracktwo.vocabulary.utilities import Rule as Condition

TABLE = "table"


def as_case(domain: Domain) -> Case:
    """Return a domain as a case.

    Parameters
    ----------
    domain : Domain
        As read by ``domains.read``.

    Returns
    -------
    Case
        Options have no order and there is no *no change*: no deal is worth the reservation value, 0 where
        none is written. Values are marked as imported; an imported party accepts what is worth at least its
        reservation value. Conditions over several issues and caps are kept. A scoreable game passes where
        its rule says, not where all accept.
    """
    space = domain.utilities.space
    issues = keys(issue.name for issue in space.issues)
    parties = keys(profile.name for profile in domain.profiles)
    game = domain.game
    bodies, agreement = _table(game, parties) if game is not None else ({}, ())
    return Case(
        title=domain.name,
        key=slug(domain.name),
        parties={
            key: CaseParty(key, profile.name, reason=f"profile {profile.path.name} ({domain.format})")
            for key, profile in zip(parties, domain.profiles, strict=True)
        },
        bodies=bodies,
        agreement=agreement,
        issues={
            key: Issue(key, issue.name, "", None, issue.options, ordered=False)
            for key, issue in zip(issues, space.issues, strict=True)
        },
        values={
            key: _values(space, issues, profile, domain.format)
            for key, profile in zip(parties, domain.profiles, strict=True)
        },
        assumptions=(*domain.conventions, *domain.notes),
    )


def keys(names: Iterable[str]) -> tuple[str, ...]:
    """Return a key for each name, in order, no two the same."""
    made: list[str] = []
    for number, name in enumerate(names, 1):
        key = base = slug(name) or f"n{number}"
        more = 2
        while key in made:
            key, more = f"{base}-{more}", more + 1
        made.append(key)
    return tuple(made)


def slug(name: str) -> str:
    """Return a name as a key: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _values(space: DealSpace, issues: tuple[str, ...], profile: Profile, kind: str) -> ActorValues:
    options = {
        key: {option: _point(worth) for option, worth in zip(issue.options, worths, strict=True)}
        for key, issue, worths in zip(issues, space.issues, profile.worths, strict=True)
    }
    return ActorValues(
        basis=ValueBasis.IMPORTED,
        options=options,
        reservation=_point(profile.reservation or Fraction(0)),
        conditions=tuple(_condition(space, issues, rule) for rule in profile.rules),
        cap=profile.cap,
        note=f"imported from {profile.path.name} ({kind})",
    )


def _condition(space: DealSpace, issues: tuple[str, ...], rule: Condition) -> ValueCondition:
    return ValueCondition(
        if_={
            issues[issue]: tuple(space.issues[issue].options[k] for k in sorted(options))
            for issue, options in rule.when
        },
        worth=Span.point(rule.worth),
        drops=tuple(issues[issue] for issue in sorted(rule.drops)),
        zero=rule.zeroes,
    )


def _point(worth: Fraction) -> Span:
    return Span.point(float(worth))


def _table(game: Game, parties: tuple[str, ...]) -> tuple[dict[str, Body], tuple[Approval, ...]]:
    """Return the body in which the parties of a scoreable game vote."""
    body = Body(
        TABLE,
        "the table",
        party=None,
        members=parties,
        vetoes=tuple(parties[veto] for veto in game.vetoes),
    )
    rule = Rule(RuleKind.QUOTA, quota=Fraction(game.quota, len(parties)))
    return {TABLE: body}, (Approval(TABLE, rule, members_known=True),)
