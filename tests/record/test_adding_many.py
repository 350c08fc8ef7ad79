"""Adding that stops in the middle goes on where it stopped, and reads the rest as if nothing had happened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tracktwo.reading
from tracktwo import reading
from tracktwo.record import Record, intake, store
from tracktwo.record.batching import Bounds

# The first report alone says who the persons are; without it the later ones would be read otherwise.
INTRODUCED = (
    "Mara Quill of Harbour Line met the press. Otto Bremer of Northern Ferries met the press as well."
)
LATER = (
    "Quill rejected the offer of {n} days of rest. Bremer supported a pause of {n} weeks; Quill opposed it."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many") / "reports"
    made.mkdir()
    (made / "0.txt").write_text(INTRODUCED)
    for n in range(1, 8):
        (made / f"{n}.txt").write_text(LATER.format(n=n))
    return made


@pytest.fixture(scope="module")
def whole(folder: Path) -> tuple[object, ...]:
    """What adding everything at once leaves."""
    with Record.open(folder.parent / "whole.sqlite") as record:
        intake.add_files(record, [folder])
        return kept(record)


def kept(record: Record) -> tuple[object, ...]:
    from dataclasses import replace

    return tuple(replace(claim, recorded_at=None) for claim in record.claims())


def stopping_at(number: int) -> Callable[..., None]:
    def progress(done: int, total: int | None, doing: str = "reading") -> None:
        if doing == "reading" and done == number:
            raise KeyboardInterrupt

    return progress


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_rest_is_read_as_if_nothing_had_happened(
    folder: Path, whole: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(store, "BOUNDS", Bounds(things=3))
    with Record.open(tmp_path / "r.sqlite") as record:
        with pytest.raises(KeyboardInterrupt):
            intake.add_files(record, [folder], progress=stopping_at(2))
        # What was acknowledged, with the rest of its batch.
        assert len(record.reports()) == 3
        assert (tmp_path / "r.sqlite-adding").is_file()
        seen: list[str] = []
        real = reading.read_all

        def counted(*given: object, **more: object):  # type: ignore[no-untyped-def]
            for one in real(*given, **more):  # type: ignore[arg-type]
                seen.append(one.report)
                yield one

        monkeypatch.setattr(tracktwo.reading, "read_all", counted)
        done = intake.add_files(record, [folder], jobs=jobs)
        assert (len(done.added), len(done.unchanged)) == (5, 3)
        assert seen == ["3", "4", "5", "6", "7"]
        assert kept(record) == whole
        assert not (tmp_path / "r.sqlite-adding").exists()


def test_without_the_note_of_what_came_together_the_rest_would_be_read_otherwise(
    folder: Path, whole: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BOUNDS", Bounds(things=3))
    with Record.open(tmp_path / "r.sqlite") as record:
        with pytest.raises(KeyboardInterrupt):
            intake.add_files(record, [folder], progress=stopping_at(3))
        (tmp_path / "r.sqlite-adding").write_text("no JSON")
        intake.add_files(record, [folder])
        assert len(record.reports()) == 8
        assert kept(record) != whole


def test_reports_of_the_record_come_one_at_a_time(folder: Path, tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.sqlite") as record:
        intake.add_files(record, [folder])
        assert tuple(record.each_report()) == record.reports()
        headers = record.headers()
        assert [h.key for h in headers] == [r.key for r in record.reports()]
        assert {h.text for h in headers} == {""}
