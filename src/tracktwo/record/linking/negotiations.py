"""Which reports tell of the same negotiation: those a party and an arena, a place or an event link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.material import Material, by_report
from tracktwo.record.linking.names import is_person, names_in
from tracktwo.record.linking.parties import find_sides, party_of
from tracktwo.vocabulary import Claim, Report

_PLACES = (Sort.PLACE, Sort.STATE, Sort.SEAT)


@dataclass(frozen=True, slots=True)
class _Trace:
    """What one report can be known by: its parties, the people and bodies of it, and its places."""

    sides: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    others: frozenset[str]


def split(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Material, ...]:
    """Return the material of each negotiation, most claims first.

    Two reports tell of one negotiation if they share two parties, or a party and a person, a place or
    another actor. A report without parties joins the negotiation it shares most people, places and actors
    with, two at least. Reports without claims tell of none.
    """
    grouped = by_report(claims)
    kept = [r for r in reports if r.key in grouped]
    traces = [_trace(Material((r,), grouped[r.key])) for r in kept]
    sides = frozenset(side for trace in traces for side in trace.sides)
    traces = [_naming(trace, report, sides) for trace, report in zip(traces, kept, strict=True)]
    group = list(range(len(kept)))
    for i, one in enumerate(traces):
        for j in range(i):
            if group[i] != group[j] and _linked(one, traces[j]):
                old, new = group[i], group[j]
                group = [new if g == old else g for g in group]
    for i, one in enumerate(traces):
        if not one.sides:
            shared = [(_shared(one, traces[j]), -j) for j in range(len(traces)) if traces[j].sides]
            best = max(shared, default=(0, 0))
            if best[0] >= 2:
                group[i] = group[-best[1]]
    made = []
    for number in dict.fromkeys(group):
        mine = tuple(r for r, g in zip(kept, group, strict=True) if g == number)
        made.append(Material(mine, tuple(c for r in mine for c in grouped[r.key])))
    return tuple(sorted(made, key=lambda m: -len(m.claims)))


def _trace(material: Material) -> _Trace:
    claims = material.claims
    words = [text for c in claims for text in (c.object, c.actor_text) if text]
    return _Trace(
        frozenset(side.name for side in find_sides(material)),
        frozenset(n for c in claims for n in (c.actor, c.toward) if n and is_person(n, c.party)),
        frozenset(f.text for text in words for f in names_in(text) if f.sort in _PLACES),
        frozenset(p for p in (party_of(c) for c in claims) if p),
    )


def _naming(trace: _Trace, report: Report, sides: frozenset[str]) -> _Trace:
    """Add the sides of other reports that this one names anywhere in its text."""
    named = frozenset(side for side in sides - trace.sides if side in report.text)
    return replace(trace, others=trace.others | named)


def _linked(one: _Trace, other: _Trace) -> bool:
    both = one.sides & other.sides
    if len(both) > 1:
        return True
    more = (one.others | one.sides) & (other.others | other.sides) - both
    return bool(both) and bool(one.people & other.people or one.places & other.places or more)


def _shared(one: _Trace, other: _Trace) -> int:
    return (
        len(one.people & other.people)
        + len(one.places & other.places)
        + len(one.others & (other.others | other.sides))
    )
