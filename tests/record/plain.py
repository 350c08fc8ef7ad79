"""What made talks (see `tests.record.talks`) add up to, worked out the plainest way, question by question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.record.talks import PROPOSAL, SIDES
from tracktwo.vocabulary import Act, Claim, Report

Row = Mapping[str, Any]
Said = frozenset[tuple[Any, ...]]

STANCES = (Act.SUPPORT, Act.OPPOSE)


@dataclass(frozen=True)
class Stance:
    """All claims that one side did one thing, as told by reports of one day."""

    who: str
    act: str
    day: str | None
    claims: tuple[str, ...]
    reports: frozenset[str]


class Plain:
    """Reports and claims in view, in their order, and what follows from them as of a day."""

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim], as_of: dt.date | None) -> None:
        self.reports, self.claims = reports, claims
        self.day = {r.key: r.date.isoformat() if r.date else None for r in reports}
        dated = [r.date for r in reports if r.date]
        self.today = as_of or max(dated, default=None)
        self.stances = [stance for who in SIDES for stance in self._stances(who)]

    def _stances(self, who: str) -> list[Stance]:
        groups: dict[tuple[str, str | None], list[Claim]] = {}
        for claim in self.claims:
            if claim.actor == who and claim.act in STANCES:
                groups.setdefault((claim.act.value, self.day[claim.report]), []).append(claim)
        return [
            Stance(who, act, day, tuple(c.id for c in found), frozenset(c.report for c in found))
            for (act, day), found in groups.items()
        ]

    def of(self, who: str) -> list[Stance]:
        return [stance for stance in self.stances if stance.who == who]

    def _age(self, day: str | None) -> int | None:
        return (self.today - dt.date.fromisoformat(day)).days if day and self.today else None

    def positions(self) -> Said:
        rows = []
        for who in SIDES:
            mine = self.of(who)
            days = sorted({s.day for s in mine if s.day})
            hidden = sum(1 for s in mine if s.day and s.day != days[-1])
            for s in mine:
                if s.day is None or s.day == days[-1]:
                    earlier = hidden if s.day else 0
                    rows.append(
                        (who, s.act, s.day, self._age(s.day), len(s.reports), earlier, frozenset(s.claims))
                    )
            if not mine:
                rows.append((who, None, None, None, 0, 0, frozenset()))
        return frozenset(rows)

    def taken(self) -> list[tuple[str, str, str | None]]:
        rows = [(s.who, s.act, s.day) for s in self.stances]
        rows += [("Norway", "propose", self.day[c.report]) for c in self.claims if c.act is Act.PROPOSE]
        return sorted(rows, key=repr)

    def said(self, who: str, word: str | None = None) -> list[str]:
        """Ids of somebody's claims whose words hold ``word``, oldest report first, undated ones last."""
        keys = sorted(self.day, key=lambda key: (self.day[key] is None, self.day[key] or "", key))
        mine = [c for c in self.claims if c.actor == who and (word is None or word in c.quote)]
        return [c.id for c in sorted(mine, key=lambda c: (keys.index(c.report), c.predicate_start))]

    def pair(self) -> list[tuple[str | None, str]] | None:
        """The days on which the two sides came to agree or not; None where one of them took no stand."""
        one, other = (self.of(who) for who in SIDES)
        if not (one and other):
            return None
        rows: list[tuple[str | None, str]] = []
        for day in sorted({s.day for s in (*one, *other) if s.day}):
            now = [self._last(side, day) for side in (one, other)]
            if all(now) and (not rows or rows[-1][1] != self._relation(*now)):
                rows.append((day, self._relation(*now)))
        loose = [{s.act for s in side if s.day is None} for side in (one, other)]
        if any(loose) and not rows:
            last = [given or self._last(side, "9") for given, side in zip(loose, (one, other), strict=True)]
            rows.append((None, self._relation(*last)))
        return rows

    def _last(self, side: Iterable[Stance], day: str) -> set[str]:
        known = [s for s in side if s.day and s.day <= day]
        newest = max((s.day or "" for s in known), default="")
        return {s.act for s in known if s.day == newest}

    def _relation(self, one: set[str], other: set[str]) -> str:
        if len(one) > 1 or len(other) > 1:
            return "neither"
        return "agree" if one == other else "disagree"

    def proposal(self) -> tuple[str, int, frozenset[str]] | None:
        on_it = [c for c in self.claims if c.act is Act.PROPOSE or c.act in STANCES]
        if not any(c.act is Act.PROPOSE for c in on_it):
            return None
        return PROPOSAL, len({c.report for c in on_it}), frozenset(c.id for c in on_it)

    def event(self) -> tuple[str | None, int, frozenset[str]] | None:
        """When the boarding was last reported, by how many sources, in which claims."""
        told = [c for c in self.claims if c.act is Act.USE_FORCE]
        days = [day for c in told if (day := self.day[c.report])]
        sources = len({c.report for c in told})
        return (max(days, default=None), sources, frozenset(c.id for c in told)) if told else None

    def changes(self, since: str) -> Said:
        rows: list[tuple[str, str | None, str | None, str | None]] = []
        for who in SIDES:
            last: set[str] = set()
            for day in sorted({s.day for s in self.of(who) if s.day}):
                acts = {s.act for s in self.of(who) if s.day == day}
                if since < day:
                    # Of what is told of one day nobody knows which came first: that is no move.
                    rows += [
                        ("moved" if last else "new", who, min(last, default=None), a) for a in acts - last
                    ]
                last = acts
            heard = [self.day[c.report] for c in self.claims if c.actor == who]
            if self.of(who) and None not in heard and (self._age(max(heard)) or 0) > 30:
                rows.append(("silent", who, None, None))
        rows += [("order unknown", key, None, None) for key, day in self.day.items() if day is None]
        boarded = [self.day[c.report] for c in self.claims if c.act is Act.USE_FORCE]
        if boarded and None not in boarded and min(map(str, boarded)) > since:
            rows.append(("new", "event", None, None))
        return frozenset(rows)

    def conflicts(self) -> Said:
        """By kind and side: the claims of stances for and against that no two known days keep apart."""
        found: dict[tuple[str, str], set[str]] = {}
        for who in SIDES:
            for one in self.of(who):
                for other in self.of(who):
                    if one.act != other.act and (one.day == other.day or None in (one.day, other.day)):
                        same = bool(one.reports & other.reports)
                        kind = "within one actor" if same else "between reports"
                        found.setdefault((kind, who), set()).update((*one.claims, *other.claims))
        return frozenset((kind, who, frozenset(claims)) for (kind, who), claims in found.items())

    def gaps(self) -> Said:
        undated = [("date", key) for key, day in self.day.items() if day is None]
        return frozenset([*undated, *(("position", who) for who in SIDES if not self.of(who))])

    def waiting(self) -> set[str]:
        return {c.id for c in self.claims if c.status.value == "proposed"}
