"""Two readings of one report side by side: what both found, what differs, what only one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracktwo.vocabulary import Claim


class Agreement(StrEnum):
    """How a claim of one reading stands to the other reading."""

    SAME = "both"
    DIFFER = "differ"
    RULES = "rules only"
    MODEL = "model only"


@dataclass(frozen=True, slots=True)
class Compared:
    """One claim as the rules and the model read it; what only one of them has is null for the other.

    ``differ`` names what they read differently: act, actor, modality.
    """

    agreement: Agreement
    differ: tuple[str, ...]
    report: str
    start: int
    end: int
    quote: str
    rules: Claim | None
    model: Claim | None


def compare(rules: Sequence[Claim], model: Sequence[Claim]) -> tuple[Compared, ...]:
    """Pair the claims of two readings of the same report.

    Two claims can be of one act where their predicates share words, or where actor, act and sentence are the
    same; of several such pairs those that agree in most are taken first.

    Parameters
    ----------
    rules, model : sequence of Claim

    Returns
    -------
    tuple of Compared
        Every claim once, in text order.
    """
    pairs = sorted(_pairs(rules, model))
    taken: dict[int, int] = {}
    for _, at, other in pairs:
        if at not in taken and other not in taken.values():
            taken[at] = other
    rows = [_row(rules[at], model[other]) for at, other in taken.items()]
    rows += [_row(claim, None) for at, claim in enumerate(rules) if at not in taken]
    rows += [_row(None, claim) for at, claim in enumerate(model) if at not in set(taken.values())]
    return tuple(sorted(rows, key=_place))


def _pairs(rules: Sequence[Claim], model: Sequence[Claim]) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Yield (how far apart, one, other) of all pairs that can be of one act."""
    for at, one in enumerate(rules):
        for other_at, other in enumerate(model):
            words = _touch(one.predicate_start, one.predicate_end, other.predicate_start, other.predicate_end)
            sentence = _touch(one.start, one.end, other.start, other.end)
            alike = one.act is other.act and _same_actor(one, other)
            if words or (sentence and alike):
                apart = abs(one.predicate_start - other.predicate_start)
                yield (2 * len(_differ(one, other)) + (not words), apart), at, other_at


def _differ(one: Claim, other: Claim) -> tuple[str, ...]:
    parts = {
        "act": one.act is other.act,
        "actor": _same_actor(one, other),
        "modality": one.modality is other.modality,
    }
    return tuple(name for name, same in parts.items() if not same)


def _same_actor(one: Claim, other: Claim) -> bool:
    if one.actor or other.actor:
        return one.actor == other.actor
    if one.actor_start is None or other.actor_start is None:
        return one.actor_start is other.actor_start
    return _touch(one.actor_start, one.actor_end or 0, other.actor_start, other.actor_end or 0)


def _touch(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def _row(rules: Claim | None, model: Claim | None) -> Compared:
    one = rules or model
    assert one is not None
    differ = _differ(rules, model) if rules and model else ()
    if rules and model:
        agreement = Agreement.DIFFER if differ else Agreement.SAME
    else:
        agreement = Agreement.RULES if rules else Agreement.MODEL
    return Compared(agreement, differ, one.report, one.start, one.end, one.quote, rules, model)


def _place(row: Compared) -> tuple[int, int, int]:
    claim = row.rules or row.model
    assert claim is not None
    return claim.predicate_start, -1 if claim.actor_start is None else claim.actor_start, row.model is None
