"""Cells: what the positions matrix would show instead if one claim turned out wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record.questions.direction import direction, firm
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.positions import PositionRow, Told
from tracktwo.vocabulary import Act, Modality, Voice

# Of four corrections three are taken to remove the claim and one to turn it round, which makes a conflict
# where others stand by the position. A judgement, not a measured share.
CONTRARY = 0.25

_GONE, _NO_DAY = "gone", ""


@dataclass(frozen=True, slots=True)
class Loss:
    """What one claim carries of a cell, 0 to 1: the cell's change if it were wrong.

    ``row`` is the position that rests on it, ``sources`` how many independent ones that has; where the cell
    would show something else then, ``changes`` is True and ``instead`` the older position that would come
    up, null where the cell would be empty or lose one of several.
    """

    claim: str
    share: float
    row: PositionRow
    sources: int
    changes: bool
    instead: PositionRow | None = None


def losses(told: Sequence[Told], evidence: Evidence) -> Iterator[Loss]:
    """Yield what each claim carries of one cell, each claim once.

    A claim without which the cell shows something else carries all of it. Where others stand by the same
    position, the one claim of an independent source carries that source's share; where only older reports
    do, half.
    """
    matrix = _Matrix(told)
    sole = {place: evidence.sole(told[place].row.claims) for place in matrix.shown}
    for claim, places in _rests(told).items():
        days = {place: _day_without(told[place], claim, evidence) for place in places}
        gone, come = matrix.without(days)
        if Counter(_content(told[p].row) for p in gone) != Counter(_content(told[p].row) for p in come):
            row = told[next(iter([*gone, *come]))].row
            instead = told[come[0]].row if come and gone else None
            yield Loss(claim, 1.0, row, row.sources, changes=True, instead=instead)
            continue
        mine = [place for place in places if place in matrix.shown]
        if mine:
            row = told[mine[0]].row
            share = 0.5 if gone else max(_share(claim, *sole[place]) for place in mine)
            turned = CONTRARY if _has_contrary(row) else 0.0
            yield Loss(claim, (1 - CONTRARY) * share + turned, row, row.sources, changes=False)


class _Matrix:
    """Which rows of a cell are shown: the newest dated ones, and all undated ones."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._dated = sorted((one.row.date, place) for place, one in enumerate(told) if one.row.date)
        self._newest = self._dated[-1][0] if self._dated else _NO_DAY
        self.shown = {place for place, one in enumerate(told) if one.row.date in (None, self._newest)}

    def without(self, days: Mapping[int, str]) -> tuple[list[int], list[int]]:
        """Return which rows go and which come up where some of them have other days."""
        left = [day for day in days.values() if day != _GONE]
        older = next(((day, place) for day, place in reversed(self._dated) if place not in days), None)
        newest = max([*left, older[0] if older and older[0] else _NO_DAY])
        after = {place for place, day in days.items() if day in (_NO_DAY, newest)}
        gone = [place for place in days if place in self.shown and place not in after]
        come = [place for place in after if place not in self.shown]
        if newest != self._newest:
            for day, place in reversed(self._dated):
                if place not in days:
                    if day != newest:
                        break
                    come.append(place)
        return gone, come


def _content(row: PositionRow) -> tuple[str | None, ...]:
    return row.act, row.modality, row.option, row.condition, row.over


def _rests(told: Sequence[Told]) -> dict[str, list[int]]:
    """Return by claim the places of the rows that rest on it."""
    found: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        for claim in one.row.claims:
            found.setdefault(claim, []).append(place)
    return found


def _day_without(one: Told, claim: str, evidence: Evidence) -> str:
    """Return the day a row would have without a claim, or that nothing of it, or no day, would be left."""
    rest = [other for other in one.row.claims if other != claim]
    if not rest:
        return _GONE
    day = one.day or evidence.last(rest)
    return day.isoformat() if day else _NO_DAY


def _share(claim: str, sources: int, sole: tuple[str, ...]) -> float:
    return 1 / sources if claim in sole else 0.0


def _has_contrary(row: PositionRow) -> bool:
    """Whether the contrary of a position would contradict it: its own word, for or against something."""
    own = row.voice in (Voice.OWN.value, Voice.REPORTER.value)
    modality = Modality(row.modality or Modality.ASSERTED)
    return own and row.over is None and firm(modality) and direction(Act(row.act or ""), modality) is not None
