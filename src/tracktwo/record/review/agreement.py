"""Agreement of two reviewers who judged the same claims: Cohen's kappa.

Cohen, J. (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
20; its standard error after Fleiss, J., Cohen, J. and Everitt, B. (1969), "Large sample standard errors of
kappa and weighted kappa", Psychological Bulletin 72.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record.decisions import Decided, Decision, standing
from tracktwo.record.opinions import Opinion

_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on the claims both have judged.

    ``observed`` is the share judged alike, ``expected`` the share two who judge as often so by chance would,
    ``kappa`` (observed - expected) / (1 - expected), with its 95% interval, cut to [-1, 1]. They are null
    with the ``reason`` where nothing was judged twice or both always gave one and the same verdict.
    ``differing`` holds (claim, first verdict, second verdict); ``claims`` all claims judged twice.
    """

    first: str
    second: str
    judged: int
    alike: int
    observed: float | None
    expected: float | None
    kappa: float | None
    low: float | None
    high: float | None
    reason: str | None
    differing: tuple[tuple[str, str, str], ...]
    claims: tuple[str, ...]


def first_verdict(decisions: Iterable[Decided], second: str | None = None) -> tuple[str, str] | None:
    """Return (verdict, by whom) that a claim's decisions amount to, leaving out those by ``second``.

    A claim that was edited and then accepted counts as edited: the reading had to be corrected.
    """
    kept = [d for d in standing(decisions) if d.by != second and d.decision is not Decision.MERGE]
    if not kept:
        return None
    last = kept[-1]
    edited = any(d.decision is Decision.EDIT and d.by == last.by for d in kept)
    verdict = Decision.EDIT if edited and last.decision is Decision.ACCEPT else last.decision
    return verdict.value, last.by


def agreements(
    decisions: Mapping[str, Sequence[Decided]], opinions: Sequence[Opinion]
) -> tuple[Agreement, ...]:
    """Return one row for each pair of first and second reviewer who share claims.

    Parameters
    ----------
    decisions : mapping of claim id to its decisions, oldest first
    opinions : sequence of Opinion
        The second reviewers' standing verdicts.
    """
    pairs: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for opinion in opinions:
        found = first_verdict(decisions.get(opinion.claim, ()), opinion.by)
        if found is not None:
            verdict, first = found
            row = (opinion.claim, verdict, opinion.verdict.value)
            pairs.setdefault((first, opinion.by), []).append(row)
    return tuple(_agreement(first, second, rows) for (first, second), rows in sorted(pairs.items()))


def _agreement(first: str, second: str, rows: list[tuple[str, str, str]]) -> Agreement:
    counts = Counter((one, other) for _, one, other in rows)
    alike = sum(number for (one, other), number in counts.items() if one == other)
    figures = kappa(counts)
    reason = None if figures[2] is not None else "both always gave one and the same verdict"
    return Agreement(
        first,
        second,
        len(rows),
        alike,
        *figures,
        reason=reason,
        differing=tuple(row for row in rows if row[1] != row[2]),
        claims=tuple(claim for claim, _, _ in rows),
    )


def kappa(
    counts: Mapping[tuple[str, str], int],
) -> tuple[float | None, float | None, float | None, float | None, float | None]:
    """Return (observed, expected, kappa, low, high) of a table of paired verdicts.

    Parameters
    ----------
    counts : mapping of (first verdict, second verdict) to how often
    """
    total = sum(counts.values())
    if not total:
        return None, None, None, None, None
    kinds = sorted({kind for pair in counts for kind in pair})
    p = {(i, j): counts.get((i, j), 0) / total for i in kinds for j in kinds}
    rows = {i: sum(p[i, j] for j in kinds) for i in kinds}
    columns = {j: sum(p[i, j] for i in kinds) for j in kinds}
    observed = sum(p[i, i] for i in kinds)
    expected = sum(rows[i] * columns[i] for i in kinds)
    if math.isclose(expected, 1.0):
        return observed, expected, None, None, None
    k = (observed - expected) / (1 - expected)
    same = sum(p[i, i] * (1 - (rows[i] + columns[i]) * (1 - k)) ** 2 for i in kinds)
    apart = (1 - k) ** 2 * sum(p[i, j] * (columns[i] + rows[j]) ** 2 for i in kinds for j in kinds if i != j)
    variance = (same + apart - (k - expected * (1 - k)) ** 2) / (total * (1 - expected) ** 2)
    half = _Z95 * math.sqrt(max(variance, 0.0))
    return observed, expected, k, max(-1.0, k - half), min(1.0, k + half)
