"""Pair: where two sides agree and disagree, matter by matter, over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracktwo.record.questions.direction import opposite
from tracktwo.record.questions.stands import Stand

AGREE, DISAGREE, UNCLEAR = "agree", "disagree", "neither"


@dataclass(frozen=True, slots=True)
class PairRow:
    """How two sides stand to each other on one matter from ``date`` on (null where the order is unknown).

    ``relation`` is agree, disagree, or neither (one conditionally, both ways at once, or not comparable);
    the acts and words are those each is reported with, at ``one_date`` and ``other_date``.
    """

    date: str | None
    relation: str
    matter: str
    one: str
    one_act: str
    one_words: str
    one_date: str | None
    other: str
    other_act: str
    other_words: str
    other_date: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearRow:
    """How often two sides came to agree and to disagree in one year (null: undated).

    ``share`` is that of agreement among both; null where there is none of either.
    """

    year: str | None
    agree: int
    disagree: int
    neither: int
    share: float | None
    claims: tuple[str, ...]


def pair(mine: Iterable[Stand], theirs: Iterable[Stand]) -> tuple[PairRow, ...]:
    """Return where two sides agree and disagree, oldest first, undated last.

    Parameters
    ----------
    mine, theirs : iterable of Stand
        The stands of the one and of the other, in order of time.

    Returns
    -------
    tuple of PairRow
        A row where both have taken a stand on one thing, and one more each time how they stand to each
        other on it changed. A sentence that has told of both on a proposal is not counted again.
    """
    ours, others = _by_key(mine), _by_key(theirs)
    rows: list[PairRow] = []
    told: set[str] = set()
    # Proposals and options first: the sentence is only another way to know the same.
    for key in sorted(ours.keys() & others.keys(), key=lambda key: (key.startswith("sentence"), key)):
        for row in _over_time(ours[key], others[key]):
            if key.startswith("sentence") and told.issuperset(row.claims):
                continue
            told.update(row.claims)
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: (row.date is None, row.date or "", row.matter)))


def by_year(rows: Iterable[PairRow]) -> tuple[YearRow, ...]:
    """Return how often two sides came to agree and to disagree, year by year."""
    years: dict[str | None, list[PairRow]] = {}
    for row in rows:
        years.setdefault(row.date[:4] if row.date else None, []).append(row)
    done = []
    for year in sorted(years, key=lambda year: (year is None, year or "")):
        counts = Counter(row.relation for row in years[year])
        both = counts[AGREE] + counts[DISAGREE]
        claims = tuple(dict.fromkeys(claim for row in years[year] for claim in row.claims))
        share = round(counts[AGREE] / both, 2) if both else None
        done.append(YearRow(year, counts[AGREE], counts[DISAGREE], counts[UNCLEAR], share, claims))
    return tuple(done)


def _by_key(given: Iterable[Stand]) -> dict[str, list[Stand]]:
    found: dict[str, list[Stand]] = {}
    for stand in given:
        found.setdefault(stand.key, []).append(stand)
    return found


def _over_time(mine: Sequence[Stand], theirs: Sequence[Stand]) -> Iterator[PairRow]:
    days = sorted({one.date for one in (*mine, *theirs) if one.date})
    before = None
    for day in days:
        one = [stand for stand in mine if stand.date and stand.date <= day]
        other = [stand for stand in theirs if stand.date and stand.date <= day]
        if one and other:
            row = _row(day, _newest(one), _newest(other))
            if row.relation != before:
                yield row
            before = row.relation
    undated = [[stand for stand in side if stand.date is None] for side in (mine, theirs)]
    if any(undated) and before is None:
        # Which of them came first is unknown; only that both were taken is reported.
        yield _row(None, undated[0] or _newest(mine), undated[1] or _newest(theirs))


def _newest(stands: Sequence[Stand]) -> list[Stand]:
    newest = max(stand.date or "" for stand in stands)
    return [stand for stand in stands if (stand.date or "") == newest]


def _row(date: str | None, mine: Sequence[Stand], theirs: Sequence[Stand]) -> PairRow:
    claims = dict.fromkeys(claim for stand in (*mine, *theirs) for claim in stand.claims)
    return PairRow(
        date=date,
        relation=_relation({stand.way for stand in mine}, {stand.way for stand in theirs}),
        matter=mine[0].matter,
        one=mine[0].party,
        one_act=_listed(stand.act for stand in mine),
        one_words=_listed(stand.words for stand in mine),
        one_date=mine[0].date,
        other=theirs[0].party,
        other_act=_listed(stand.act for stand in theirs),
        other_words=_listed(stand.words for stand in theirs),
        other_date=theirs[0].date,
        claims=tuple(claims),
    )


def _relation(one: set[str], other: set[str]) -> str:
    if len(one) > 1 or len(other) > 1:
        return UNCLEAR
    (mine,), (theirs,) = one, other
    if opposite(mine, theirs):
        return DISAGREE
    return AGREE if mine == theirs and mine != "conditional" else UNCLEAR


def _listed(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words))
