"""The claims of one negotiation, in reading order, with their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tracktwo.record.linking.wordlists import phrases
from tracktwo.vocabulary import Act, Claim, Flag, Report, Status

_DEAD = (Status.REJECTED, Status.SUPERSEDED)


def alive(claims: Sequence[Claim], reports: Sequence[Report]) -> tuple[Claim, ...]:
    """Return the claims nobody rejected, dated reports first by date, each report in text order.

    Those of a reader that was not measured wait for a reviewer.
    """
    order = {r.key: (r.date is None, str(r.date or ""), r.key) for r in reports}
    kept = [c for c in claims if c.status not in _DEAD and not c.waits and c.report in order]
    return tuple(
        sorted(kept, key=lambda c: (order[c.report], c.start, c.predicate_start, c.actor_start or -1, c.id))
    )


def flag(claim: Claim, code: str) -> Flag | None:
    """Return the first flag of a claim with ``code``, or None."""
    return next((f for f in claim.flags if f.code == code), None)


def session_of(report: Report) -> str | None:
    """Return the session a report's metadata name."""
    known = {name.lower(): value for name, value in report.metadata.items()}
    return next((known[name].strip() for name in phrases("session_columns") if known.get(name)), None)


def by_report(claims: Sequence[Claim]) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of each report, in the order given."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.report, []).append(claim)
    return {key: tuple(group) for key, group in grouped.items()}


@dataclass(frozen=True)
class Material:
    """Reports and live claims of one negotiation, in a fixed order."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    by_key: dict[str, Report] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {r.key: r for r in self.reports})

    @cached_property
    def by_sentence(self) -> dict[tuple[str, int], tuple[Claim, ...]]:
        """Claims of each sentence, by report and start of the sentence."""
        grouped: dict[tuple[str, int], list[Claim]] = {}
        for claim in self.claims:
            grouped.setdefault((claim.report, claim.start), []).append(claim)
        return {key: tuple(group) for key, group in grouped.items()}

    @cached_property
    def by_predicate(self) -> dict[tuple[str, int, Act], tuple[Claim, ...]]:
        """Claims of coordinated actors: same report, same predicate, same act."""
        grouped: dict[tuple[str, int, Act], list[Claim]] = {}
        for claim in self.claims:
            grouped.setdefault((claim.report, claim.predicate_start, claim.act), []).append(claim)
        return {key: tuple(group) for key, group in grouped.items()}

    @cached_property
    def starts(self) -> dict[str, tuple[int, ...]]:
        """Where the sentences with claims begin, by report."""
        found: dict[str, set[int]] = {}
        for claim in self.claims:
            found.setdefault(claim.report, set()).add(claim.start)
        return {report: tuple(sorted(starts)) for report, starts in found.items()}

    def around(self, claim: Claim, *, before: int = 0, after: int = 0) -> tuple[Claim, ...]:
        """Return the claims of a claim's sentence and of its neighbours that have claims, in text order."""
        starts = self.starts[claim.report]
        at = starts.index(claim.start)
        near = starts[max(0, at - before) : at + after + 1]
        return tuple(c for start in near for c in self.by_sentence[(claim.report, start)])

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """Return all claims of the sentence of ``claim``, itself included."""
        return self.by_sentence[(claim.report, claim.start)]

    def together(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that share the predicate of ``claim`` (coordinated actors), itself included."""
        return self.by_predicate[(claim.report, claim.predicate_start, claim.act)]

    def acting(self, *acts: Act) -> tuple[Claim, ...]:
        """Return the claims with any of ``acts``, in order."""
        return tuple(c for c in self.claims if c.act in acts)

    def from_before_object(self, claim: Claim) -> str:
        """Return the object with the few words before it, in case an ordinal was read apart from it."""
        at = claim.object_start if claim.object_start is not None else claim.predicate_start
        before = self.by_key[claim.report].text[max(claim.start, at - 12) : at]
        return f"{before} {claim.object or ''}"

    def words(self, claim: Claim) -> str:
        """Return the stored text from predicate to object, whichever comes first, or the predicate alone.

        Nominal predicates read as a phrase that way ("killing of the leader"); words far apart do not.
        """
        if claim.object is None or claim.object_start is None or claim.object_end is None:
            return claim.predicate
        start, end = (
            min(claim.predicate_start, claim.object_start),
            max(claim.predicate_end, claim.object_end),
        )
        gap = max(claim.object_start - claim.predicate_end, claim.predicate_start - claim.object_end)
        if gap > 25:
            return f"{claim.predicate} {claim.object}"
        return self.by_key[claim.report].text[start:end]
