"""What hangs on a claim, against pictures made again without it."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.record.build import reading, report
from tests.record.dispute import dispute, stance
from tests.record.talks import SIDES, told
from tracktwo.record import Record
from tracktwo.record.linking import link
from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.positions import PositionRow, cells, positions
from tracktwo.record.review import stakes
from tracktwo.record.review.cells import CONTRARY, Loss, losses
from tracktwo.vocabulary import Act, Claim, Modality, Picture, Report, Voice

Place = tuple[object, ...]

ACTORS = ("Acme", "Clerks' union", "Board", None)
ACTS = (Act.SUPPORT, Act.OPPOSE, Act.ACCEPT, Act.DISCUSS)


def made(seed: int) -> tuple[Picture, list[Report], list[Claim]]:
    """A random matrix: few cells, many claims, reports dated, undated and copied from each other."""
    chance = random.Random(seed)
    days = [None, "2024-01-10", "2024-01-11", "2024-02-01"]
    reports = [
        report(f"r{n}", f"Report {n} tells of it.", chance.choice(days), story=chance.choice([None, "r0"]))
        for n in range(5)
    ]
    some = dispute().claims[0]
    claims = [
        replace(some, id=f"c{n}", report=chance.choice(reports).key, confidence=chance.choice([0.5, 0.9]))
        for n in range(14)
    ]
    stances = tuple(
        stance(
            chance.choice(ACTORS),
            "Acme",
            chance.choice(ACTS),
            chance.choice(["offer", None]),
            *(one.id for one in chance.sample(claims, chance.choice([1, 1, 2, 3]))),
            issue=chance.choice(["pay", None]),
            date=chance.choice([None, None, "2024-01-05"]),
            voice=chance.choice([Voice.OWN, Voice.OWN, Voice.OTHER_SIDE]),
            modality=chance.choice([Modality.ASSERTED, Modality.ASSERTED, Modality.POSSIBLE]),
        )
        for _ in range(12)
    )
    return Picture("k", "t", tuple(r.key for r in reports), stances=stances), reports, claims


def without(picture: Picture, claim: str) -> Picture:
    left = (replace(s, claims=tuple(c for c in s.claims if c != claim)) for s in picture.stances)
    return replace(picture, stances=tuple(s for s in left if s.claims))


def matrix(rows: Iterable[PositionRow]) -> dict[Place, list[PositionRow]]:
    found: dict[Place, list[PositionRow]] = {}
    for row in rows:
        cell = row.actor, row.party, row.proposal, row.issue, row.voice, row.open_set
        found.setdefault(cell, []).append(row)
    return found


def content(rows: Iterable[PositionRow]) -> Counter[Place]:
    return Counter((row.act, row.modality, row.option, row.condition, row.over) for row in rows)


def carried(picture: Picture, reports: list[Report], claims: list[Claim]) -> dict[str, dict[Place, Loss]]:
    evidence = Evidence(reports, claims)
    found: dict[str, dict[Place, Loss]] = {}
    for cell in cells(picture, evidence):
        row = cell[0].row
        place = row.actor, row.party, row.proposal, row.issue, row.voice, row.open_set
        for loss in losses(cell, evidence):
            assert place not in found.setdefault(loss.claim, {})
            found[loss.claim][place] = loss
    return found


@pytest.mark.parametrize("seed", range(80))
def test_the_cells_that_change_are_those_that_change_when_the_matrix_is_made_again(seed: int) -> None:
    picture, reports, claims = made(seed)
    before = matrix(positions(picture, reports, claims, blanks=False))
    found = carried(picture, reports, claims)
    for claim in claims:
        rest = [one for one in claims if one is not claim]
        after = matrix(positions(without(picture, claim.id), reports, rest, blanks=False))
        changed = {place for place in before if content(before[place]) != content(after.get(place, []))}
        mine = found.get(claim.id, {})
        assert {place for place, loss in mine.items() if loss.changes} == changed
        for place, loss in mine.items():
            if loss.changes:
                assert loss.share == 1.0
                if loss.instead is not None:
                    assert content([loss.instead]) <= content(after[place])
            else:
                shares = shares_by_hand(claim.id, before[place], after[place])
                assert any(loss.share == pytest.approx(share) for share in shares)


def shares_by_hand(claim: str, before: list[PositionRow], after: list[PositionRow]) -> list[float]:
    """What the claim may carry of a cell that shows the same without it: its source's share of a row."""
    rows = [row for row in before if claim in row.claims]
    lost = []
    for row in rows:
        rest = set(row.claims) - {claim}
        same = [one for one in after if content([one]) == content([row]) and set(one.claims) == rest]
        lost.append(max(0, row.sources - same[0].sources) / row.sources if same else None)
    share = 0.5 if None in lost else max(one for one in lost if one is not None)
    firm = {row.modality == "asserted" and row.voice == "own" and row.act != "discuss" for row in rows}
    return [(1 - CONTRARY) * share + (CONTRARY if one else 0.0) for one in firm]


def test_the_only_source_of_a_position_weighs_more_than_one_of_several() -> None:
    d = dispute()
    weighed = {s.claim: s for s in stakes(d.picture, d.reports, d.claims)}
    only, copied = weighed[d.id("acceptance")], weighed[d.id("refusal again")]
    assert only.change > copied.change
    assert only.reasons[0] == (
        "newest source for: position of Clerks' union on Acme's offer; without it: reject (2024-01-11)"
    )
    assert weighed[d.id("suggestion")].reasons[0].startswith("only source for: ")
    assert only.weight == pytest.approx(only.change * (1 - 0.75))
    assert weighed[d.id("meeting")].change < only.change


def test_doubt_is_what_confidence_leaves_and_all_where_it_was_never_measured() -> None:
    d = dispute()
    claims = [replace(c, confidence=v) for c, v in zip(d.claims, (0.0, 0.5, 1.0, None), strict=False)]
    found = list(stakes(Picture("", "", ()), d.reports, claims))
    assert [s.doubt for s in found] == [1.0, 0.5, 0.0, 1.0]
    assert [s.change for s in found] == [0.1, 0.1, 0.1, 1.1]


# Relinked for real


def talks(seed: int) -> tuple[list[Report], list[Claim]]:
    """A small random round of talks, each claim a sentence of its own."""
    chance = random.Random(seed)
    made = [told("day1", 1, ("propose",), dt.date(2024, 3, 1))]
    for number in range(2, 6):
        facts = [f"{who} {chance.choice(['supported', 'opposed'])}" for who in SIDES if chance.random() < 0.7]
        day = dt.date(2024, 3, number) if chance.random() < 0.8 else None
        made.append(told(f"day{number}", number, facts, day))
    return [report for report, _ in made], [claim for _, claims in made for claim in claims]


@pytest.mark.parametrize("seed", range(25))
def test_linking_anew_without_a_claim_changes_the_positions_said_to_hang_on_it(seed: int) -> None:
    reports, claims = talks(seed)
    whole = link(reports, claims)
    before = matrix(row for one in whole for row in positions(one, reports, claims, blanks=False))
    found = [carried(one, reports, claims) for one in whole]
    assert len(whole) == 1
    stances = [one for one in claims if one.act in (Act.SUPPORT, Act.OPPOSE)]
    assert {row.proposal for rows in before.values() for row in rows} <= {"norway-proposal"}
    for claim in stances:
        rest = [one for one in claims if one is not claim]
        pictures = link(reports, rest)
        after = matrix(row for one in pictures for row in positions(one, reports, rest, blanks=False))
        changed = {place for place in before if content(before[place]) != content(after.get(place, []))}
        said = {p for one in found for p, loss in one.get(claim.id, {}).items() if loss.changes}
        assert said == changed


# The queue of a record


@pytest.mark.parametrize("keep_from", [1, 1_000])
def test_the_queue_of_a_kept_record_is_that_of_a_small_one(tmp_path: Path, keep_from: int) -> None:
    reports, claims = talks(3)
    with Record.open(tmp_path / "r.sqlite") as record:
        record.keep_from = record.large_from = keep_from
        for one in reports:
            record.add(one, reading(one, *(c for c in claims if c.report == one.key)))
        rows = list(record.queue())
        assert [row.id for row in rows] == [one.claim for one in record.waiting()]
        assert {row.id for row in rows} == {c.id for c in claims}
        assert [row.weight for row in rows] == sorted((row.weight for row in rows), reverse=True)
        assert [row.id for row in record.queue(3)] == [row.id for row in rows[:3]]
        expected = sorted(
            stakes(record.pictures()[0], record.reports(), record.claims()), key=lambda s: -s.weight
        )
        assert [row.id for row in rows] == [one.claim for one in expected]
        for decision in ("accept", "reject", "edit", "dispute"):
            first = next(record.waiting()).claim
            record.decide(first, decision, changes={"toward": "Sudland"} if decision == "edit" else None)
            assert first not in {one.claim for one in record.waiting()}
            assert first not in {row.id for row in record.queue()}
            record.decide(first, "undo")
            assert first in {row.id for row in record.queue()}
