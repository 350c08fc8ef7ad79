"""Reading many reports: the same claims whoever reads, names known across reports, clean ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.conftest import report_of
from tracktwo import reading
from tracktwo.errors import ModelError, ReadingError
from tracktwo.reading.crew import Crew
from tracktwo.reading.names import learn
from tracktwo.reading.names.learn import Met, nobody
from tracktwo.reading.names.roster import empty_roster
from tracktwo.reading.runs import Looked, looked_at
from tracktwo.reports import Spool
from tracktwo.vocabulary import Report

PEOPLE = ("Mara Quill", "Otto Bremer", "Ines Falk", "Pavel Drozd")
HOUSES = ("Borland Tiles", "Harbour Line", "Skyline Services", "Northern Ferries")


def made(count: int) -> list[Report]:
    """Reports that introduce names for one another."""
    texts = []
    for n in range(count):
        person, house = PEOPLE[n % 4], HOUSES[n * 3 % 4]
        texts.append(
            [
                f"{person} of {house} rejected the offer of {n + 2} days of rest.",
                f"{house} and Elm Street Bakery said that {PEOPLE[(n + 1) % 4]} would accept {n} percent.",
                f"The Ferry Workers Union (FWU) proposed a pause of {n + 1} weeks.",
                f"{person.split()[1]} supported the proposal, but the FWU did not.",
            ]
        )
    return [named(report_of(*sentences), f"r{n:04}") for n, sentences in enumerate(texts)]


def named(report: Report, key: str) -> Report:
    from dataclasses import replace

    return replace(report, key=key)


def test_two_processes_read_what_one_reads() -> None:
    reports = made(40)
    one = list(reading.read_all(reports))
    assert sum(len(r.claims) for r in one) > 80
    assert list(reading.read_all(reports, jobs=2)) == one


def test_reports_may_come_one_at_a_time_and_wait_on_disk() -> None:
    def coming() -> Iterator[Report]:
        yield from made(5)

    with Spool.of(coming()) as spool:
        assert [r.key for r in spool] == [f"r{n:04}" for n in range(5)]
        assert list(reading.read_all(spool)) == list(reading.read_all(made(5)))


def test_known_reports_say_who_is_who_and_are_not_read() -> None:
    reports = made(6)
    whole = list(reading.read_all(reports))
    with Spool() as spool:
        for n, report in enumerate(reports):
            spool.add(report, known=n < 4)
        assert len(spool) == 2
        assert list(reading.read_all(spool)) == whole[4:]


def test_no_reports_give_no_readings() -> None:
    assert list(reading.read_all([], jobs=2)) == []


def test_names_learned_in_parts_are_those_learned_at_once() -> None:
    sentences = [r.text for r in made(12)]
    base = empty_roster()
    whole, parts = nobody(base), nobody(base)
    for text in sentences:
        whole.notice(text, base)
    for start in (0, 5, 9):
        part = nobody(base)
        for text in sentences[start : {0: 5, 5: 9, 9: 12}[start]]:
            part.notice(text, base)
        parts.merge(part)
    assert isinstance(parts, Met)
    assert parts == whole
    assert parts.roster(base).persons == learn(sentences).persons


def test_runs_looked_for_in_parts_are_those_looked_for_at_once() -> None:
    sentences = [line for r in made(8) for line in r.text.splitlines()]
    base = empty_roster()
    parts = Looked()
    for at in range(0, len(sentences), 3):
        parts.merge(looked_at(sentences[at : at + 3], base))
    whole = looked_at(sentences, base)
    assert parts == whole
    assert whole.runs()["Borland Tiles"] is False
    assert whole.parties(whole.runs())


def doubled(state: int, batch: int) -> int:
    return state + 2 * batch


def dying(state: object, batch: int) -> int:
    if batch == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch


def failing(state: object, batch: int) -> int:
    if batch == 3:
        raise ModelError("the model is not there", where="here", fix="Install it")
    return 1 // batch


def test_results_come_in_order_and_batches_are_taken_as_needed() -> None:
    taken = []

    def batches() -> Iterator[int]:
        for n in range(1000):
            taken.append(n)
            yield n

    with Crew[int](2) as crew:
        crew.tell(7)
        found = crew.each(doubled, batches())
        assert [next(found) for _ in range(5)] == [7, 9, 11, 13, 15]
        assert len(taken) < 20


def test_a_process_that_dies_is_told_of_and_the_others_end() -> None:
    with Crew[int](2) as crew, pytest.raises(ReadingError, match="ended by signal 9"):
        list(crew.each(dying, iter(range(8))))
    assert all(not helper._process.is_alive() for helper in crew._helpers if helper._process._popen)


def test_errors_of_a_helper_arrive_as_they_are() -> None:
    with Crew[int](2) as crew:
        with pytest.raises(ModelError, match=r"here: the model is not there. Install it"):
            list(crew.each(failing, [3]))
        with pytest.raises(ReadingError, match="ZeroDivisionError"):
            list(crew.each(failing, [0]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_leaving_early_leaves_nothing_behind(jobs: int) -> None:
    import multiprocessing

    found = reading.read_all(made(40), jobs=jobs)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert not [p for p in multiprocessing.active_children() if p.name == "tracktwo reader"]


def test_the_temporary_file_has_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Spool.of(made(3)):
        assert os.name != "posix" or list(tmp_path.iterdir()) == []
