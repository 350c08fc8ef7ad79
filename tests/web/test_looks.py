"""A page is made of what it shows: nothing else is read, and it says what the whole brief says."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.conftest import Running, record_of
from tracktwo.brief import compose_from_record
from tracktwo.brief.naming import Names
from tracktwo.examples import example_folder
from tracktwo.record import Record
from tracktwo.record.viewing import Views
from tracktwo.web.exploring import TABLE_PAGES
from tracktwo.web.look import Lens, Look
from tracktwo.web.seen import Seen
from tracktwo.web.since import moved

FISHING = """1 February 2025

Varnland proposed a ban on drift nets in its talks with Ostland. Ostland rejected the ban.
Mara Quill, Varnland's envoy, said that it would accept a quota if Ostland closed the strait.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two negotiations; some claims accepted, disputed, rejected, edited, one report labelled."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "nets.txt").write_text(FISHING, encoding="utf-8")
    made = record_of(folder / "record.sqlite", example_folder("labour"), folder / "nets.txt")
    with Record.open(made) as record:
        ids = [claim.id for claim in record.claims()]
        for number, decision in enumerate(["accept", "dispute", "reject", "reject"]):
            record.decide(ids[number * 7], decision)
        record.decide(ids[5], "edit", changes={"actor": "Somebody Else"})
        record.label("report", "nets", "sensitive")
        assert len(record.pictures()) == 2
    return made


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path, create=False) as opened:
        yield opened


def lenses(record: Record) -> list[Lens]:
    other = record.pictures()[1].key
    return [Lens(), Lens(case=other), Lens(as_of="2025-02-20"), Lens(case=other, as_of="2025-03-01")]


@pytest.mark.parametrize("which", range(4))
def test_each_table_is_made_of_what_the_whole_brief_holds(record: Record, which: int) -> None:
    lens = lenses(record)[which]
    seen = Seen(Look(record, lens), moved(()), record.settled())
    brief = compose_from_record(record, lens.as_of, lens.known_on, case=lens.case)
    for table in TABLE_PAGES.values():
        made = seen.table(table.fields)
        for field in ("title", "as_of", "case", "other_cases", "reports", *table.fields):
            assert getattr(made, field) == getattr(brief, field), (table.title, field)
    assert [*seen.claims] == [claim.id for claim in brief.claims]
    names = Names.of(brief)
    for kind in ("names", "tracks", "proposals", "numbers"):
        assert getattr(seen.names, kind) == getattr(names, kind)
    for claim in brief.claims:
        assert seen.claims[claim.id].quote == claim.quote
        assert (seen.claims[claim.id].status, seen.claims[claim.id].label) == (claim.status, claim.label)


def test_no_page_but_the_brief_reads_everything(
    labour_record: Path, tmp_path: Path, start: Callable[[Path], Running], monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start(Path(shutil.copy(labour_record, tmp_path / "record.sqlite")))
    for path in ("/review", *TABLE_PAGES):
        running.client.get(path)  # what was added since would be linked now
    with running.record() as record:
        record.decide(record.claims()[0].id, "accept")

    def everything(self: Views, *clocks: object, report: str | None = None, **more: object) -> object:
        assert report is not None, "a page read all claims"
        return claims(self, *clocks, report=report, **more)  # type: ignore[arg-type]

    claims = Views.claims
    monkeypatch.setattr(Views, "claims", everything)
    monkeypatch.setattr(Views, "reports", everything)
    key = "2025-02-03-opening-demands"
    others = ("/review?at=9", "/reports", f"/report?key={key}", "/said?actor=union", "/said?about=wage")
    for path in ("/review", *TABLE_PAGES, *others):
        assert running.client.get(path).status == 200, path
    with pytest.raises(AssertionError, match="a page read all claims"), running.record() as record:
        record.claims()
    assert running.client.get("/brief").status == 500


def test_names_are_offered_by_how_often_they_are_heard(record: Record) -> None:
    counts: dict[str, int] = {}
    for claim in record.claims():
        for name in {claim.actor, claim.party} - {None}:
            counts[str(name)] = counts.get(str(name), 0) + 1
    wanted = sorted(counts, key=lambda name: (-counts[name], name))
    assert [*record.names_heard(400)] == wanted
    assert "Somebody Else" in wanted
    assert [*record.names_heard(3)] == wanted[:3]


def test_reports_are_counted_as_they_stand(record: Record) -> None:
    every = record.claims(include_rejected=True)
    for key, (claims, decided) in record.tally().items():
        mine = [claim for claim in every if claim.report == key]
        assert (claims, decided) == (len(mine), sum(claim.status.value != "proposed" for claim in mine))
