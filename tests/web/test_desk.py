"""What the desk keeps between two looks at a record, and when it looks anew."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import record_of
from tracktwo.record import Record
from tracktwo.record.answering import Answers
from tracktwo.record.questions.positions import PositionRow
from tracktwo.web import desk as room
from tracktwo.web.desk import Desk
from tracktwo.web.look import Lens, Look
from tracktwo.web.seen import Seen


@pytest.fixture
def record(labour_record: Path, tmp_path: Path) -> Iterator[Record]:
    with Record.open(shutil.copy(labour_record, tmp_path / "record.sqlite"), create=False) as opened:
        yield opened


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Lens]:
    """Every time the record was looked at anew, and through which lens."""
    made: list[Lens] = []

    def counted(record: Record, lens: Lens) -> Look:
        made.append(lens)
        return look(record, lens)

    look = room.look
    monkeypatch.setattr(room, "look", counted)
    return made


@pytest.fixture
def desk(record: Record) -> Iterator[Desk]:
    made = Desk(record.path, "Ana")
    yield made
    made.close()


def ids(seen: Seen) -> list[str]:
    return [*seen.waiting]


def positions_of(seen: Seen) -> tuple[PositionRow, ...]:
    return seen.table(["positions"]).positions


@pytest.mark.parametrize("seed", range(4))
def test_decisions_leave_the_order_and_take_what_is_decided(
    record: Record, desk: Desk, looks: list[Lens], seed: int
) -> None:
    chance = random.Random(seed)
    order = ids(desk.recent(record))
    assert order == [row.id for row in record.queue()]
    for _ in range(25):
        claim = chance.choice(order)
        kinds = ["accept", "reject", "dispute"] + ["undo"] * bool(
            record.claim(claim).status.value != "proposed"
        )
        record.decide(claim, chance.choice(kinds))
        waiting = [one for one in order if record.claim(one).status.value == "proposed"]
        seen = desk.recent(record)
        assert ids(seen) == waiting
        some = waiting[:5]
        assert {row.id: row.quote for row in seen.queued(some).values()} == {
            one: record.claim(one).quote for one in some
        }
    assert looks == [Lens()]


def test_a_decision_older_than_the_look_that_is_taken_back_puts_the_claim_into_the_queue(
    record: Record, desk: Desk, looks: list[Lens]
) -> None:
    accepted, rejected = (claim.id for claim in record.claims()[:2])
    record.decide(accepted, "accept")
    record.decide(rejected, "reject")
    assert not {accepted, rejected} & {*ids(desk.recent(record))}
    # Its place is known still.
    record.decide(accepted, "undo")
    assert accepted in ids(desk.recent(record))
    assert len(looks) == 1
    record.decide(rejected, "undo")
    assert rejected in ids(desk.recent(record))
    assert len(looks) == 2


def test_anything_but_a_decision_makes_the_picture_anew(
    record: Record, desk: Desk, looks: list[Lens], tmp_path: Path
) -> None:
    before = len(desk.recent(record).waiting)
    (tmp_path / "more.txt").write_text("Petra Holloway rejected the offer.\n", encoding="utf-8")
    record_of(record.path, tmp_path / "more.txt")
    assert len(desk.recent(record).waiting) > before
    record.set_date("more", "2025-04-01")
    assert desk.recent(record).brief.as_of == "2025-04-01"
    assert len(looks) == 3


def test_the_tables_always_show_the_record_as_it_stands(
    record: Record, desk: Desk, looks: list[Lens]
) -> None:
    first = desk.seen(record, Lens())
    assert desk.seen(record, Lens()).look is first.look
    gone, before = first.waiting[0], len(first.claims)
    record.decide(gone, "reject")
    assert len(desk.seen(record, Lens()).claims) == before - 1
    assert gone not in desk.seen(record, Lens()).claims
    for day in ("2025-02-12", "2025-02-20", "2025-02-25", "2025-02-28", "2025-03-01"):
        desk.seen(record, Lens(as_of=day))
    assert len(looks) == 7


def test_a_large_record_is_not_linked_anew_for_a_decision(
    record: Record, desk: Desk, looks: list[Lens], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "is_large", True)
    then = desk.seen(record, Lens())
    first, cited = positions_of(then), [*then.claims]
    resting = next(row for row in first if len(row.claims) == 1)
    accepted = next(row for row in first if row.claims and row.claims != resting.claims)
    record.decide(resting.claims[0], "reject")
    record.decide(accepted.claims[0], "accept")
    seen = desk.seen(record, Lens())
    assert looks == [Lens()]
    assert not [row for row in positions_of(seen) if row.claims == resting.claims]
    assert next(row for row in positions_of(seen) if row.claims == accepted.claims).reviewed == 1
    # What is shown of a claim is how it stands now.
    stands = {c.id: c.status for c in record.claims(include_rejected=True)}
    assert [*seen.claims] == cited
    assert {claim: seen.claims[claim].status for claim in seen.claims} == stands
    whole = seen.whole()
    assert whole.positions == positions_of(seen)
    assert {c.id: c.status for c in whole.claims} == stands
    assert seen.remark is not None
    assert "1 claim rejected or corrected" in seen.remark
    # Taken back: the last look has it still, so nothing is made anew.
    record.decide(resting.claims[0], "undo")
    again = desk.seen(record, Lens())
    assert [row for row in positions_of(again) if row.claims == resting.claims]
    assert looks == [Lens()]
    assert again.remark is None


def test_what_was_rejected_before_the_look_and_comes_back_is_linked(
    record: Record, desk: Desk, looks: list[Lens], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "is_large", True)
    claim = record.claims()[0].id
    record.decide(claim, "reject")
    desk.seen(record, Lens())
    record.decide(claim, "accept")
    assert claim in desk.seen(record, Lens()).claims
    assert len(looks) == 2


def test_the_record_is_only_touched_by_one_thread(record: Record, desk: Desk) -> None:
    async def many() -> list[int]:
        return await asyncio.gather(*(desk.ask(lambda held: len(held.claims())) for _ in range(30)))

    assert set(asyncio.run(many())) == {len(record.claims())}
