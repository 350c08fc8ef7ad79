"""How far two annotations of the same texts agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotations import GoldClaim, Passage, Prop, Sentence
from bulletins import MEASURES, compare, gold_rows
from measures import Counts, kappa, rates, span_overlap
from naming import same_name
from pairing import pair
from passages import HALF, attribution_weight
from tracktwo.vocabulary import Report


@dataclass(frozen=True, slots=True)
class Agreement:
    """F1 by measure (the same whichever annotation is taken for the expected one) and kappa on acts."""

    units: int
    f1: dict[str, float]
    kappa: float
    matched: int


def bulletins(pairs: Sequence[tuple[Sentence, Sentence, Report]]) -> Agreement:
    """Agreement on bulletin sentences; acts of rows with the same actor and predicate."""
    totals = {name: Counts() for name in MEASURES}
    acts: list[tuple[str, str]] = []
    for first, second, report in pairs:
        counts, _, _ = compare(gold_rows(first, report.text), gold_rows(second, report.text))
        totals = {name: totals[name] + counts[name] for name in MEASURES}
        same = pair(first.props, second.props, _same_row)
        acts += [(first.props[i].act.value, second.props[j].act.value) for i, j in same]
    return Agreement(len(pairs), {k: rates(c)[2] for k, c in totals.items()}, kappa(acts), len(acts))


def passages(pairs: Sequence[tuple[Passage, Passage]]) -> Agreement:
    """Agreement on passages: same actor and touching predicates, the same with the act, and attributions."""
    totals = {name: Counts() for name in ("actor_predicate", "actor_act", "attribution")}
    acts: list[tuple[str, str]] = []
    for first, second in pairs:
        same = pair(first.claims, second.claims, _same_claim)
        labels = [(first.claims[i].act.value, second.claims[j].act.value) for i, j in same]
        acts += labels
        alike = sum(a == b for a, b in labels)
        sizes = len(first.claims), len(second.claims)
        said = len(pair(first.attributions, second.attributions, attribution_weight))
        totals["actor_predicate"] += Counts(len(same), sizes[1] - len(same), sizes[0] - len(same))
        totals["actor_act"] += Counts(alike, sizes[1] - alike, sizes[0] - alike)
        totals["attribution"] += Counts(said, len(second.attributions) - said, len(first.attributions) - said)
    return Agreement(len(pairs), {k: rates(c)[2] for k, c in totals.items()}, kappa(acts), len(acts))


def _same_row(one: Prop, two: Prop) -> float:
    person = one.person or two.person
    return float(one.predicate == two.predicate and same_name(one.actor, two.actor, person=person))


def _same_claim(one: GoldClaim, two: GoldClaim) -> float:
    if (one.actor is None) != (two.actor is None):
        return 0.0
    if one.actor is not None and two.actor is not None:
        alike = same_name(one.actor, two.actor, person=one.person or two.person)
    elif one.actor_span is None or two.actor_span is None:
        alike = one.actor_span == two.actor_span
    else:
        alike = span_overlap([one.actor_span], [two.actor_span]) >= HALF
    return span_overlap([one.pred_span], [two.pred_span]) if alike else 0.0
