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
from tracktwo.web import desk as room
from tracktwo.web.desk import Desk
from tracktwo.web.seen import Lens, Seen


@pytest.fixture
def record(labour_record: Path, tmp_path: Path) -> Iterator[Record]:
    with Record.open(shutil.copy(labour_record, tmp_path / "record.sqlite"), create=False) as opened:
        yield opened


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Lens]:
    """Every time the picture was made, and through which lens."""
    made: list[Lens] = []

    def counted(record: Record, lens: Lens) -> Seen:
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
    return [row.id for row in seen.queue]


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
        fresh = desk.fresh(record, seen.everything)
        assert {c.id: c for c in fresh} == {c.id: c for c in record.claims(include_rejected=True)}
    assert looks == [Lens()]


def test_a_decision_older_than_the_look_that_is_taken_back_puts_the_claim_into_the_queue(
    record: Record, desk: Desk, looks: list[Lens]
) -> None:
    claim = record.claims()[0].id
    record.decide(claim, "accept")
    assert claim not in ids(desk.recent(record))
    record.decide(claim, "undo")
    assert claim in ids(desk.recent(record))
    assert len(looks) == 2


def test_anything_but_a_decision_makes_the_picture_anew(
    record: Record, desk: Desk, looks: list[Lens], tmp_path: Path
) -> None:
    before = len(desk.recent(record).everything)
    (tmp_path / "more.txt").write_text("Petra Holloway rejected the offer.\n", encoding="utf-8")
    record_of(record.path, tmp_path / "more.txt")
    assert len(desk.recent(record).everything) > before
    record.set_date("more", "2025-04-01")
    assert desk.recent(record).brief.as_of == "2025-04-01"
    assert len(looks) == 3


def test_the_tables_always_show_the_record_as_it_stands(
    record: Record, desk: Desk, looks: list[Lens]
) -> None:
    first = desk.seen(record, Lens())
    assert desk.seen(record, Lens()) is first
    record.decide(first.queue[0].id, "reject")
    assert len(desk.seen(record, Lens()).brief.claims) == len(first.brief.claims) - 1
    for day in ("2025-02-12", "2025-02-20", "2025-02-25", "2025-02-28", "2025-03-01"):
        desk.seen(record, Lens(as_of=day))
    assert len(looks) == 7


def test_a_large_record_is_not_linked_anew_for_a_decision(
    record: Record, desk: Desk, looks: list[Lens], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "is_large", True)
    first = desk.seen(record, Lens())
    resting = next(row for row in first.brief.positions if len(row.claims) == 1)
    accepted = next(row for row in first.brief.positions if row.claims and row.claims != resting.claims)
    record.decide(resting.claims[0], "reject")
    record.decide(accepted.claims[0], "accept")
    seen = desk.seen(record, Lens())
    assert looks == [Lens()]
    assert not [row for row in seen.brief.positions if row.claims == resting.claims]
    assert next(row for row in seen.brief.positions if row.claims == accepted.claims).reviewed == 1
    assert resting.claims[0] not in {claim.id for claim in seen.claims}
    assert {c.id: c.status for c in seen.everything} == {
        c.id: c.status for c in record.claims(include_rejected=True)
    }
    assert seen.remark is not None
    assert "1 claim rejected or corrected" in seen.remark
    # Taken back: the last look has it still, so nothing is made anew.
    record.decide(resting.claims[0], "undo")
    again = desk.seen(record, Lens())
    assert [row for row in again.brief.positions if row.claims == resting.claims]
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
    assert claim in {one.id for one in desk.seen(record, Lens()).claims}
    assert len(looks) == 2


def test_the_record_is_only_touched_by_one_thread(record: Record, desk: Desk) -> None:
    async def many() -> list[int]:
        return await asyncio.gather(*(desk.ask(lambda held: len(held.claims())) for _ in range(30)))

    assert set(asyncio.run(many())) == {len(record.claims())}
