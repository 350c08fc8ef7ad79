"""Which reports tell of the same negotiation: those a party and an arena, a place or an event link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import permutations

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.belonging import Belonging
from tracktwo.record.linking.drafts import noun_of
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.names import is_person, names_in
from tracktwo.record.linking.parties import find_sides, party_of
from tracktwo.record.linking.referring import STANDING
from tracktwo.record.linking.source import Source
from tracktwo.vocabulary import Act, Report

_ENOUGH = 2
_MANY = 8
_BEGINNING = 4  # letters of a name by which it is looked for
_TABLING = frozenset({Act.PROPOSE, Act.OFFER})
_PLACES = (Sort.PLACE, Sort.STATE, Sort.SEAT)


@dataclass(frozen=True, slots=True)
class _Trace:
    """What one report can be known by: its parties, the people and bodies of it, and its places; who tables a
    proposal in it, and whose proposals it only answers.
    """

    sides: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    others: frozenset[str]
    tabled: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one negotiation, by key, in order, and how many claims they hold."""

    reports: tuple[str, ...]
    claims: int


def split(source: Source, belonging: Belonging) -> tuple[Group, ...]:
    """Return the reports of each negotiation, most claims first.

    Two reports tell of one negotiation if they share two parties, or a party and a person, a place or
    another actor. A report without parties joins the negotiation it shares most people, places and actors
    with, two at least; one with a single party the negotiation two parties of which it names. A report that
    answers somebody's proposal joins the one negotiation in which that somebody tabled one. Reports without
    claims tell of none.
    """
    kept: list[str] = []
    counts: list[int] = []
    traces: list[_Trace] = []
    for report, claims in source.each():
        if claims:
            kept.append(report.key)
            counts.append(len(claims))
            traces.append(_trace(Material((report,), belonging.claims_of(report, claims))))
    sides = _by_beginning(side for trace in traces for side in trace.sides)
    if any(len(trace.sides) < _MANY for trace in traces):
        texts = (report for report, claims in source.each() if claims)
        traces = [_naming(trace, report, sides) for trace, report in zip(traces, texts, strict=True)]
    groups = _grouped(traces)
    _join_answering(groups, traces)
    _join_sideless(groups, traces)
    _join_one_sided(groups, traces)
    made: dict[int, list[int]] = {}
    for place, number in enumerate(groups):
        made.setdefault(number, []).append(place)
    found = [Group(tuple(kept[i] for i in mine), sum(counts[i] for i in mine)) for mine in made.values()]
    return tuple(sorted(found, key=lambda group: -group.claims))


def _grouped(traces: Sequence[_Trace]) -> list[int]:
    """Return the group of each trace: those that share a mark are one, by the first trace that has it."""
    group = list(range(len(traces)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    first: dict[tuple[str, str, str], int] = {}
    for i, trace in enumerate(traces):
        # A plenary has thousands of marks, and shares them all with one or two others.
        for having in {first.setdefault(mark, i) for mark in _marks(trace)}:
            one, other = root(having), root(i)
            group[max(one, other)] = min(one, other)
    return [root(i) for i in range(len(traces))]


def _marks(trace: _Trace) -> Iterator[tuple[str, str, str]]:
    """Yield what a report can share with another of its negotiation: a side with a second thing."""
    if len(trace.sides) >= _MANY:
        yield from ((one, "by", other) for one, other in permutations(sorted(trace.sides), 2))
        return
    for side in sorted(trace.sides):
        for kind, found in (
            ("who", trace.people),
            ("where", trace.places),
            ("by", trace.others | trace.sides),
        ):
            for name in found:
                if name != side:
                    yield side, kind, name


def _join_answering(groups: list[int], traces: Sequence[_Trace]) -> None:
    """Put "accepted the Egyptian initiative" to the only negotiation in which Egypt tabled anything."""
    tabling: dict[str, list[int]] = {}
    for j, other in enumerate(traces):
        for name in other.tabled:
            tabling.setdefault(name, []).append(j)
    for i, one in enumerate(traces):
        for name in sorted(one.answered):
            there = {groups[j] for j in tabling.get(name, ())}
            if len(there) == 1 and groups[i] not in there:
                old, new = groups[i], there.pop()
                groups[:] = [new if number == old else number for number in groups]


def _join_sideless(groups: list[int], traces: Sequence[_Trace]) -> None:
    """Put a report without sides to the one it shares most with, looked up by what they share."""
    having: dict[tuple[str, str], list[int]] = {}
    for j, trace in enumerate(traces):
        for mark in _shareable(trace) if trace.sides else ():
            having.setdefault(mark, []).append(j)
    for i, one in enumerate(traces):
        if one.sides:
            continue
        shared = Counter(j for mark in _shareable(one) for j in having.get(mark, ()))
        best = max(((n, -j) for j, n in shared.items()), default=(0, 0))
        if best[0] >= _ENOUGH:
            groups[i] = groups[-best[1]]


def _join_one_sided(groups: list[int], traces: Sequence[_Trace]) -> None:
    """Put a report that shows one party only to the one negotiation two parties of which it names."""
    parties: dict[int, set[str]] = {}
    for number, trace in zip(groups, traces, strict=True):
        parties.setdefault(number, set()).update(trace.sides)
    for i, one in enumerate(traces):
        if len(one.sides) != 1 or groups.count(groups[i]) > 1:
            continue
        named = one.sides | one.others
        fit = [g for g, sides in parties.items() if g != groups[i] and len(sides & named) >= _ENOUGH]
        if len(fit) == 1:
            groups[i] = fit[0]


def _shareable(trace: _Trace) -> Iterator[tuple[str, str]]:
    yield from (("who", name) for name in trace.people)
    yield from (("where", name) for name in trace.places)
    yield from (("by", name) for name in trace.others | trace.sides)


def _trace(material: Material) -> _Trace:
    claims = material.claims
    sides = frozenset(side.name for side in find_sides(material))
    others = frozenset(p for p in (party_of(c) for c in claims) if p)
    if len(sides) >= _MANY:
        # Reports of one conference share two of so many sides; nothing else has to be looked for.
        return _Trace(sides, frozenset(), frozenset(), others)
    words = [text for c in claims for text in (c.object, c.actor_text) if text]
    return _Trace(
        sides,
        frozenset(n for c in claims for n in (c.actor, c.toward) if n and is_person(n, c.party)),
        frozenset(f.text for text in words for f in names_in(text) if f.sort in _PLACES),
        others,
        frozenset(p for c in claims if c.act in _TABLING and (p := party_of(c))),
        frozenset(
            f.party
            for c in claims
            if c.act in STANDING and noun_of(c.object)
            for f in names_in(c.object or "")
            if f.party and f.party != party_of(c) and f.sort in (Sort.DEMONYM, Sort.STATE, Sort.ORGANISATION)
        ),
    )


def _by_beginning(names: Iterable[str]) -> dict[str, set[str]]:
    """Return names by their first letters, so that a text is searched only for those it may hold."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(name[:_BEGINNING], set()).add(name)
    return found


def _naming(trace: _Trace, report: Report, sides: Mapping[str, Set[str]]) -> _Trace:
    """Add the sides of other reports that this one names anywhere in its text."""
    if len(trace.sides) >= _MANY:
        return trace
    text = report.text
    held = {text[at : at + _BEGINNING] for at in range(len(text))}
    begun = (names for start, names in sides.items() if start in held or len(start) < _BEGINNING)
    named = frozenset(side for names in begun for side in names - trace.sides if side in text)
    return replace(trace, others=trace.others | named)
