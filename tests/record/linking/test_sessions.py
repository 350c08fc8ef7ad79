"""Sessions and agenda items become tracks where a report's metadata say of which session it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo.record import Record, intake

DAY = """# ARCTIC FISHERIES, DAY {number}

The conference met on {word}.

## QUOTA ON COD

NORWAY, opposed by JAPAN, proposed a cut of {number} percent of the cod quota. CANADA supported the proposal.
ICELAND supported a monitoring fund.

## IN THE CORRIDORS

Many delegates were tired. PERU supported the proposal by Norway.
"""


@pytest.fixture
def record(tmp_path: Path) -> Record:
    words = ("Monday", "Tuesday", "Wednesday", "Thursday")
    for number, word in enumerate(words, 1):
        (tmp_path / f"day{number}.md").write_text(DAY.format(number=number, word=word), encoding="utf-8")
    rows = [f"day{n},2003-05-0{n},{'2003-FISH-1' if n < 3 else '2003-FISH-2'}" for n in (1, 2, 3, 4)]
    table = tmp_path / "documents.csv"
    table.write_text("\n".join(["id,date,event_id", *rows]) + "\n", encoding="utf-8")
    record = Record.open(tmp_path / "record.sqlite")
    intake.add_files(record, sorted(tmp_path.glob("*.md")), metadata=table)
    return record


def test_sessions_and_recurring_headings_are_tracks(record: Record) -> None:
    tracks = {track.name: track for track in record.pictures()[0].tracks}
    assert {"2003-FISH-1", "2003-FISH-2", "QUOTA ON COD"} <= set(tracks)
    assert not any("CORRIDORS" in name or "DAY" in name for name in tracks)
    assert {"Norway", "Japan", "Canada", "Iceland"} <= set(tracks["QUOTA ON COD"].parties)
    assert "Peru" not in tracks["QUOTA ON COD"].parties
    assert "Peru" in tracks["2003-FISH-1"].parties
    for track in tracks.values():
        assert {record.claim(claim).report for claim in track.claims} <= {f"day{n}" for n in (1, 2, 3, 4)}
    assert {record.claim(claim).report for claim in tracks["2003-FISH-2"].claims} == {"day3", "day4"}


def test_a_proposal_is_in_the_lane_of_its_item(record: Record) -> None:
    picture = record.pictures()[0]
    names = {track.key: track.name for track in picture.tracks}
    cut = [proposal for proposal in picture.proposals if proposal.by == "Norway"]
    assert cut
    assert {names.get(proposal.track or "") for proposal in cut} == {"QUOTA ON COD"}
    lanes = {row["lane"] for row in record.ask("timeline").rows() if row["kind"] == "proposal"}
    assert lanes == {"QUOTA ON COD"}


def test_without_metadata_headings_are_no_agenda(tmp_path: Path) -> None:
    for number, word in enumerate(("Monday", "Tuesday", "Wednesday"), 1):
        (tmp_path / f"day{number}.md").write_text(DAY.format(number=number, word=word), encoding="utf-8")
    with Record.open(tmp_path / "record.sqlite") as record:
        intake.add_files(record, sorted(tmp_path.glob("*.md")))
        assert "QUOTA ON COD" not in {track.name for track in record.pictures()[0].tracks}
