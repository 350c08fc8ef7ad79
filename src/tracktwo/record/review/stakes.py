"""Stakes: how much of the picture would change if one claim turned out wrong, claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record.questions.conflicts import ConflictRow, conflicts
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.names import matters
from tracktwo.record.questions.positions import PositionRow, cells
from tracktwo.record.review.cells import Loss, losses
from tracktwo.record.review.things import BESIDE, DECIDES, READ, things
from tracktwo.vocabulary import Claim, Picture, Report, Voice

# A claim nothing rests on is one line of what was said all the same.
BARE = 0.1
# One read by a model waits in no picture; accepted, it would most likely be one position or event.
WAITING = 1.0
# Reasons are given for what would be noticed: not for one of thirty sources of a party.
_SHOWN, _NOTICED = 3, 0.1


@dataclass(frozen=True, slots=True)
class Stake:
    """What hangs on one claim.

    ``change`` counts rows of answers that would fall away or say something else without it, each by what is
    computed from it (a position on a proposal counts twice) and only for the share of its independent
    sources that would go; ``doubt`` is 1 - confidence; ``reasons`` say in words what would change most.
    """

    claim: str
    change: float
    doubt: float
    reasons: tuple[str, ...]

    @property
    def weight(self) -> float:
        """The change to be expected: by how much, times how likely the reading is wrong."""
        return self.change * self.doubt


def stakes(picture: Picture, reports: Sequence[Report], claims: Sequence[Claim]) -> Iterator[Stake]:
    """Yield what hangs on each of ``claims``, in their order.

    Nothing is linked anew: what would remain of every row is worked out from the claims it rests on, so
    that all claims together take about as long as asking for the positions once.

    Parameters
    ----------
    picture : Picture
        What ``claims`` add up to.
    reports, claims : sequences
        The reports of ``picture`` and their claims that count.
    """
    evidence = Evidence(reports, claims)
    found: dict[str, list[tuple[float, str]]] = {}
    for claim, amount, text in _carried(picture, reports, claims, evidence):
        found.setdefault(claim, []).append((amount, text))
    for one in claims:
        carried = found.pop(one.id, [])
        change = BARE + sum(amount for amount, _ in carried) + (WAITING if one.waits else 0.0)
        most = sorted(carried, key=lambda item: -item[0])[:_SHOWN]
        reasons = tuple(dict.fromkeys(text for amount, text in most if amount >= _NOTICED))
        yield Stake(one.id, round(change, 3), doubt(one), reasons)


def stakes_of_all(
    pictures: Iterable[Picture], reports: Sequence[Report], claims: Sequence[Claim]
) -> Iterator[Stake]:
    """Yield the stakes of each negotiation's claims in turn, and of claims in none at the end."""
    left = {report.key: report for report in reports}
    for picture in (*pictures, Picture("", "", tuple(left))):
        mine = [left.pop(key) for key in picture.reports if key in left]
        keys = {report.key for report in mine}
        yield from stakes(picture, mine, [claim for claim in claims if claim.report in keys])


def doubt(claim: Claim) -> float:
    """Return how likely a reading is wrong, 0 to 1: 1 - confidence, 1 where that was never measured."""
    return 1.0 if claim.confidence is None else round(1.0 - claim.confidence, 3)


def _carried(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], evidence: Evidence
) -> Iterator[tuple[str, float, str]]:
    """Yield (claim, what it carries of one row, that row in words)."""
    names = matters(picture)
    for told in cells(picture, evidence):
        # One string for all claims of a row: a large record has many.
        texts: dict[tuple[int, bool, int], str] = {}
        for loss in losses(told, evidence):
            kind = id(loss.row), loss.changes, id(loss.instead)
            text = texts.setdefault(kind, "") or _position(loss, names)
            texts[kind] = text
            yield loss.claim, _worth(loss.row) * loss.share, text
    for thing in things(picture):
        number, sole = evidence.sole(thing.claims)
        text = f"{_only(number)}: {thing.text}"
        yield from ((claim, thing.weight / number, text) for claim in sole)
    yield from _of_conflicts(conflicts(picture, reports, claims))


def _of_conflicts(rows: Iterable[ConflictRow]) -> Iterator[tuple[str, float, str]]:
    """Yield the claims that alone are one side of a conflict; what is at issue counts once for each."""
    counted: set[tuple[str, str]] = set()
    for row in rows:
        # Of two sides either ends it; of more, one goes and the rest stand against each other.
        sides = len(row.side_claims)
        worth = READ if sides <= 2 else READ / sides
        text = f"one side of a conflict: {row.text}"
        for side in row.side_claims:
            if len(set(side)) == 1 and (side[0], row.text) not in counted:
                counted.add((side[0], row.text))
                yield side[0], worth, text


def _worth(row: PositionRow) -> float:
    own = row.voice in (Voice.OWN.value, Voice.REPORTER.value)
    return BESIDE if not own else DECIDES if row.proposal is not None else READ


def _position(loss: Loss, names: Mapping[str, str]) -> str:
    row = loss.row
    who = row.actor or f"others, unnamed ({row.party or 'party not stated'})"
    matter = names.get(row.proposal or row.issue or "") or row.about or "a matter not named"
    what = f"position of {who} on {matter}"
    if not loss.changes:
        return f"one of several claims for: {what}" if loss.sources == 1 else f"{_only(loss.sources)}: {what}"
    if loss.instead is not None:
        return f"newest source for: {what}; without it: {loss.instead.act} ({loss.instead.date})"
    return f"only source for: {what}"


def _only(number: int) -> str:
    return "only source for" if number == 1 else f"one of {number} sources for"
