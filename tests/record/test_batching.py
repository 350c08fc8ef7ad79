"""Many reports in few steps: what is told to be there is on the disk, and a bad one loses no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.build import claim, reading, report
from tracktwo.errors import RecordError
from tracktwo.record import Record
from tracktwo.record.batching import Bounds, batches
from tracktwo.vocabulary import Reading, Report

Pair = tuple[Report, Reading]


def pairs(count: int) -> Iterator[Pair]:
    for number in range(count):
        made = report(f"r{number}", f"Varnland will accept quota {number}.", "2024-05-01")
        yield made, reading(made, claim(made, "accept", "Varnland"))


def keys(path: Path) -> list[str]:
    """The keys that another connection sees."""
    with Record.open(path, read_only=True) as other:
        return [one.key for one in other.headers()]


@pytest.mark.parametrize(
    ("bounds", "sizes"),
    [
        (Bounds(things=4, characters=1000, seconds=1000), [4, 4, 2]),
        (Bounds(things=100, characters=25, seconds=1000), [3, 3, 3, 1]),
        (Bounds(things=100, characters=1000, seconds=2), [2, 2, 2, 2, 2]),
        (Bounds(things=100, characters=1000, seconds=0), [1] * 10),
        (Bounds(things=100, characters=1000, seconds=1000), [10]),
    ],
)
def test_a_batch_ends_at_whichever_bound_comes_first(bounds: Bounds, sizes: list[int]) -> None:
    now = 0.0

    def slowly() -> Iterator[str]:
        nonlocal now
        for _ in range(10):
            now += 1
            yield "ten letter"

    made = [len(some) for some in batches(slowly(), len, bounds, clock=lambda: now)]
    assert made == sizes


@given(st.lists(st.text(max_size=9)), st.integers(1, 5), st.integers(1, 20))
def test_batches_hold_everything_in_its_order(things: list[str], most: int, characters: int) -> None:
    made = [*batches(things, len, Bounds(most, characters, 1000))]
    assert [one for some in made for one in some] == things
    assert all(0 < len(some) <= most for some in made)
    assert all(sum(map(len, some[:-1])) < characters for some in made)


def test_what_came_before_a_fault_of_the_source_is_not_lost() -> None:
    def failing() -> Iterator[str]:
        yield from ("a", "b", "c")
        raise KeyboardInterrupt

    made = batches(failing(), len, Bounds(2, 100, 1000))
    assert [next(made), next(made)] == [["a", "b"], ["c"]]
    with pytest.raises(KeyboardInterrupt):
        next(made)


def test_what_is_yielded_is_in_the_file(tmp_path: Path) -> None:
    seen = []
    with Record.open(tmp_path / "r.sqlite") as record:
        for one, added in record.add_all(pairs(10), bounds=Bounds(things=4)):
            seen.append(one.key)
            assert not isinstance(added, RecordError)
            assert added.new
            # The whole batch is; nothing of the next one.
            assert set(seen) <= set(keys(record.path))
            assert len(keys(record.path)) in (4, 8, 10)
    assert seen == [f"r{number}" for number in range(10)]


def test_a_batch_is_one_step_of_the_disk(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.sqlite") as record:
        steps: list[str] = []
        record._connection.set_trace_callback(steps.append)
        assert len([*record.add_all(pairs(50), bounds=Bounds(things=25, seconds=1000))]) == 50
        record._connection.set_trace_callback(None)
        assert sum(step == "COMMIT" for step in steps) == 2


def test_the_record_is_free_while_reports_are_made(tmp_path: Path) -> None:
    def slowly(other: Record) -> Iterator[Pair]:
        for number, pair in enumerate(pairs(6)):
            other.add(*next(pairs(1))) if number == 4 else None
            yield pair

    with (
        Record.open(tmp_path / "r.sqlite") as record,
        Record.open(tmp_path / "r.sqlite", timeout=0.1) as other,
    ):
        assert len([*record.add_all(slowly(other), bounds=Bounds(things=3, seconds=1000))]) == 6


def mangled(record: Record) -> dict[str, tuple[Pair, str]]:
    """Reports that cannot be kept, each with what is told of it."""
    gone = report("gone", "Varnland will accept what is to be forgotten.")
    record.add(gone, reading(gone, claim(gone, "accept")))
    record.forget("gone")
    made = report("bad", "Varnland will accept a ban.")
    good = claim(made, "accept", "Varnland")
    return {
        "words": ((made, reading(made, replace(good, quote="Ostland"))), "not what the text says"),
        "twice": ((made, reading(made, good, good)), "two claims have the id"),
        "sure": ((made, reading(made, replace(good, confidence=7.0))), "a value that the record cannot keep"),
        "half": ((made, reading(made, replace(good, party="\ud800"))), "a value that the record cannot keep"),
        "big": ((made, reading(made, replace(good, toward=object()))), "a value that the record cannot keep"),  # type: ignore[arg-type]
        "hash": ((replace(made, hash="0" * 64), reading(made, good)), "hash is not that of its text"),
        "gone": ((gone, reading(gone, claim(gone, "accept"))), "removed for good"),
    }


def test_a_mangled_report_is_named_and_loses_no_other(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.sqlite") as record:
        bad = mangled(record)
        for number, (pair, told) in enumerate(bad.values()):
            good = [*pairs(4 * number + 4)][4 * number :]
            came = [*record.add_all([*good[:2], pair, *good[2:]], bounds=Bounds(things=5, seconds=1000))]
            faults = [(one.key, what) for one, what in came if isinstance(what, RecordError)]
            assert [key for key, _ in faults] == [pair[0].key]
            assert told in str(faults[0][1])
            assert faults[0][1].where is not None
            assert faults[0][1].where.file == pair[0].key
            with pytest.raises(RecordError, match=told):
                record.add(*pair)
        assert len(record.reports()) == 4 * len(bad)
        assert len(record.claims()) == 4 * len(bad)
        assert record.verify() == ()


def test_a_record_that_cannot_be_written_stops_it(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.sqlite") as record:
        record.add(*next(pairs(1)))
        size = record._connection.execute("PRAGMA page_count").fetchone()[0]
        record._connection.execute(f"PRAGMA max_page_count = {size + 40}")
        done: list[str] = []
        adding = record.add_all(pairs(3000), bounds=Bounds(things=50, seconds=1000))
        with pytest.raises(RecordError, match="the disk is full"):
            done.extend(one.key for one, _ in adding)
        assert len(done) % 50 == 0
        assert done
        assert {*keys(record.path)} == {*done}
        assert record.verify() == ()
