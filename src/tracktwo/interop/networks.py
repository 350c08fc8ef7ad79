"""Affiliation, congruence and conflict networks of actors and concepts (Leifeld 2017).

Affiliation: who stands for or against which concept. Congruence: two actors joined by the concepts on which
both agree or both disagree; conflict: by those on which one agrees and the other does not. Weights count
concepts, not statements: saying a thing twice is no closer tie. ``normalised`` divides by the two actors'
mean number of concepts, since who speaks much meets many (average-activity normalisation, ibid.).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from tracktwo.interop.statements import Statement


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or a concept."""

    key: str
    name: str
    kind: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie with its attributes; ``claims`` are what it rests on."""

    source: str
    target: str
    weight: float
    claims: tuple[str, ...]
    agreement: bool | None = None
    normalised: float | None = None


@dataclass(frozen=True, slots=True)
class Network:
    """A named graph without directions."""

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


Stands = dict[str, dict[str, dict[bool, list[str]]]]


def networks(statements: Iterable[Statement]) -> tuple[Network, Network, Network]:
    """Return affiliation, congruence and conflict of some statements."""
    stands: Stands = {}
    parties: dict[str, str | None] = {}
    for one in statements:
        sides = stands.setdefault(one.actor, {}).setdefault(one.concept, {})
        sides.setdefault(one.agreement, []).append(one.claim)
        parties[one.actor] = one.organisation
    actors = tuple(Node(f"a{n}", name, "actor", parties[name]) for n, name in enumerate(sorted(stands)))
    concepts = sorted({concept for sides in stands.values() for concept in sides})
    matters = tuple(Node(f"c{n}", name, "concept") for n, name in enumerate(concepts))
    keys = {(node.kind, node.name): node.key for node in (*actors, *matters)}
    affiliation = tuple(
        Edge(keys["actor", actor], keys["concept", concept], float(len(claims)), tuple(claims), agreement)
        for actor in sorted(stands)
        for concept in sorted(stands[actor])
        for agreement, claims in sorted(stands[actor][concept].items(), reverse=True)
    )
    return (
        Network("affiliation", (*actors, *matters), affiliation),
        Network("congruence", actors, _ties(stands, keys, alike=True)),
        Network("conflict", actors, _ties(stands, keys, alike=False)),
    )


def _ties(stands: Stands, keys: dict[tuple[str, str], str], *, alike: bool) -> tuple[Edge, ...]:
    found = []
    for one, other in combinations(sorted(stands), 2):
        shared, claims = 0, list[str]()
        for concept in sorted(set(stands[one]) & set(stands[other])):
            pairs = [
                (a, b) for a in stands[one][concept] for b in stands[other][concept] if (a == b) is alike
            ]
            if pairs:
                shared += 1
                claims += [
                    c for a, b in pairs for c in (*stands[one][concept][a], *stands[other][concept][b])
                ]
        if shared:
            mean = (len(stands[one]) + len(stands[other])) / 2
            ends = keys["actor", one], keys["actor", other]
            found.append(Edge(*ends, float(shared), tuple(dict.fromkeys(claims)), normalised=shared / mean))
    return tuple(found)
