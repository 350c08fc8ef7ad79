"""Who is in the picture: parties, members, bodies, third parties, and those affected at no table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Role:
    """A role as reported, with the claims it rests on; ``as_of`` is the report date, null if unknown."""

    role: str
    claims: tuple[str, ...]
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A person inside a party, body or third party."""

    key: str
    name: str
    roles: tuple[Role, ...] = ()
    claims: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    @property
    def role(self) -> str | None:
        """The latest reported role, or None."""
        return self.roles[-1].role if self.roles else None


@dataclass(frozen=True, slots=True)
class Party:
    """One of those who are to agree. ``reason`` says which words made it a party."""

    key: str
    name: str
    members: tuple[Member, ...] = ()
    claims: tuple[str, ...] = ()
    reason: str = ""


class Counted(StrEnum):
    """What a share is a share of: all seats, or the votes cast (then abstentions do not count)."""

    SEATS = "seats"
    CAST = "votes cast"


@dataclass(frozen=True, slots=True)
class Body:
    """A cabinet, agency, parliament, union membership; ``size`` and ``members`` only as reported.

    ``same_as`` maps another body's key to "yes", "no" or "unsure". How it votes: ``votes`` by member (1 where
    none is given), ``vetoes`` whose no suffices, ``abstaining`` those who vote neither way.
    """

    key: str
    name: str
    party: str | None
    size: int | None = None
    members: tuple[str, ...] | None = None
    same_as: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()
    votes: tuple[tuple[str, int], ...] = ()
    vetoes: tuple[str, ...] = ()
    abstaining: tuple[str, ...] = ()
    counted: Counted = Counted.SEATS


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Somebody who convenes, mediates, hosts, suggests, presses, warns, supplies or guarantees."""

    key: str
    name: str
    roles: tuple[Role, ...]
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Affected:
    """Somebody a package concerns who is at no reported table."""

    key: str
    name: str
    reason: str
    claims: tuple[str, ...]
