"""Answers kept beside the record: the same as those made anew, and never out of date."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report
from tracktwo.examples import example_folder
from tracktwo.record import Record, intake, stored
from tracktwo.record.asking import questions
from tracktwo.record.kept import shelf
from tracktwo.record.kept.sheet import Sheet, Wanted
from tracktwo.record.kept.thaw import thaw
from tracktwo.record.questions.changes import changes
from tracktwo.record.questions.said import said
from tracktwo.vocabulary import Act, Claim, Picture, plain


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("labour") / "record.sqlite"
    with Record.open(path) as record:
        intake.add_files(record, [example_folder("labour")])
    return path


@pytest.fixture
def record(read: Path, tmp_path: Path) -> Iterator[Record]:
    shutil.copy(read, tmp_path / "record.sqlite")
    with Record.open(tmp_path / "record.sqlite") as opened:
        opened.keep_from = opened.large_from = 0
        yield opened


def sheets(record: Record) -> set[str]:
    return {file.name for file in shelf.shelf(record.path).glob("*")}


def answers(record: Record, **clocks: str) -> dict[str, list[str]]:
    return {name: [*record.ask(name, **clocks).texts()] for name in questions()}


def stanced(record: Record) -> Claim:
    """A claim that a position rests on, so that rejecting it must move the picture."""
    rests = next(row["claims"][0] for row in record.ask("positions").rows() if row["claims"])
    return record.claim(rests)


def test_kept_answers_are_those_made_anew(record: Record) -> None:
    first, again = answers(record), answers(record)
    record.keep_from = 10**9
    assert first == again == answers(record)
    assert all(first[name] for name in ("positions", "taken", "proposals", "timeline", "gaps", "stands"))
    assert len(sheets(record)) == 1


def test_a_record_that_fits_no_memory_gives_the_same_answers(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = answers(record)
    shelf.clear(record.path)
    monkeypatch.setattr(stored, "FIT", 0)
    with Record.open(record.path) as again:
        again.keep_from = again.large_from = 0
        assert answers(again) == kept


@pytest.mark.parametrize("name", ["positions", "proposals", "meetings", "timeline", "conflicts", "gaps"])
def test_an_answer_is_what_its_question_returns(record: Record, name: str) -> None:
    picture = record.pictures()[0]
    rows = questions()[name](picture, record.reports(), record.claims(), None)
    assert [*record.ask(name).rows()] == [json.loads(json.dumps(plain(row))) for row in rows]


@pytest.mark.parametrize("since", ["2020-01-01", "2024-02-01", "2024-03-05", "2030-01-01"])
def test_changes_of_every_day_come_from_one_kept_list(record: Record, since: str) -> None:
    picture = record.pictures()[0]
    rows = changes(picture, record.reports(), record.claims(), since=since)
    wanted = Wanted(day=dt.date.fromisoformat(since))
    assert [*record.ask("changes", wanted=wanted).rows()] == [json.loads(json.dumps(plain(r))) for r in rows]


def test_pictures_come_back_as_they_were_linked(record: Record) -> None:
    kept = record.pictures()
    record.keep_from = 10**9
    with Record.open(record.path) as fresh:
        fresh.keep_from = 10**9
        assert kept == fresh.pictures()
    assert [thaw(Picture, json.loads(json.dumps(plain(one)))) for one in kept] == [*kept]


def accepted(record: Record) -> None:
    record.decide(stanced(record).id, "accept")


def labelled(record: Record) -> None:
    record.label("claim", stanced(record).id, "sensitive")


def judged(record: Record) -> None:
    record.give_opinion(stanced(record).id, "reject", by="B")


@pytest.mark.parametrize("act", [accepted, labelled, judged])
def test_what_moves_nothing_links_nothing_again(record: Record, act: Callable[[Record], None]) -> None:
    answers(record)
    before = sheets(record)
    act(record)
    after = answers(record)
    assert sheets(record) == before
    record.keep_from = 10**9
    assert after == answers(record)


def rejected(record: Record) -> None:
    record.decide(stanced(record).id, "reject")


def edited(record: Record) -> None:
    record.decide(stanced(record).id, "edit", changes={"actor": "Somebody Else"})


def revived(record: Record) -> None:
    one = stanced(record).id
    record.decide(one, "reject")
    answers(record)
    record.decide(one, "accept")


def undone(record: Record) -> None:
    one = stanced(record).id
    record.decide(one, "reject")
    answers(record)
    record.decide(one, "undo")


def dated(record: Record) -> None:
    record.set_date(record.reports()[0].key, "2031-01-01")


def added(record: Record) -> None:
    made = report("later", "They accept it.", "2031-01-01")
    record.add(made, reading(made, claim(made, "accept", "Varnland")))


def unjoined(record: Record) -> None:
    join = next(join for picture in record.pictures() for join in picture.joins)
    record.undo_join(join.id)


def let_in(record: Record) -> None:
    made = report("unmeasured", "Varnland rejected it.", "2024-01-01")
    told = claim(made, "rejected", "Varnland", act=Act.REJECT, party="Varnland", confidence=None)
    record.add(made, reading(made, told))
    answers(record)
    record.decide(told.id, "accept")


@pytest.mark.parametrize("act", [let_in, rejected, edited, revived, undone, dated, added, unjoined])
def test_what_moves_the_picture_is_never_answered_from_before(
    record: Record, act: Callable[[Record], None]
) -> None:
    answers(record)
    act(record)
    after = answers(record)
    with Record.open(record.path) as fresh:
        fresh.keep_from = 10**9
        assert after == answers(fresh)


def test_each_view_has_a_sheet_of_its_own(record: Record) -> None:
    days = [report.date for report in record.reports() if report.date]
    early, late = str(min(days)), str(max(days))
    kept = {day: answers(record, as_of=day) for day in (early, late)}
    assert kept[early] != kept[late]
    record.keep_from = 10**9
    assert {day: answers(record, as_of=day) for day in (early, late)} == kept
    assert answers(record, known_on="2001-01-01")["positions"] == []


def test_only_so_many_sheets_are_kept(record: Record) -> None:
    for month in range(1, 9):
        record.ask("positions", as_of=f"2030-{month:02}-01")
    assert len(sheets(record)) == shelf.KEPT


@pytest.mark.parametrize("garbage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_sheet_is_made_anew(record: Record, garbage: bytes) -> None:
    good = answers(record)
    (name,) = sheets(record)
    (shelf.shelf(record.path) / name).write_bytes(garbage)
    with Record.open(record.path) as fresh:
        fresh.keep_from = fresh.large_from = 0
        assert answers(fresh) == good


def test_without_a_place_to_keep_them_answers_are_made_all_the_same(record: Record) -> None:
    shelf.shelf(record.path).write_text("a file where the folder would be")
    kept = answers(record)
    record.keep_from = 10**9
    assert kept == answers(record)


def test_a_sheet_cut_short_is_never_put_in_place(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Sheet, "finish", stop)
    with pytest.raises(KeyboardInterrupt):
        record.ask("positions")
    assert sheets(record) == set()


def test_what_is_forgotten_is_kept_nowhere(record: Record) -> None:
    answers(record)
    for one in record.reports():
        record.forget(one.key)
    assert not shelf.shelf(record.path).exists()
    assert answers(record)["taken"] == []


def test_an_answer_is_narrowed_by_who_and_what(record: Record) -> None:
    rows = [*record.ask("taken").rows()]
    name = rows[0]["party"]
    mine = [*record.ask("taken", wanted=Wanted(who=name)).rows()]
    assert mine == [row for row in rows if name in (row["actor"], row["party"])]
    assert len(mine) < len(rows)
    word = next(word for word in (rows[0]["about"] or "").split() if len(word) > 4)
    assert rows[0] in [*record.ask("taken", wanted=Wanted(about=word)).rows()]
    assert [*record.ask("taken", wanted=Wanted(who='"OR NEAR(', about="* : -")).rows()] == []


def test_first_and_last_rows_keep_their_order(record: Record) -> None:
    answer = record.ask("gaps")
    rows = [*answer.texts()]
    assert len(rows) == answer.total
    assert [*answer.texts(3)] == rows[:3]
    assert [*answer.texts(3, last=True)] == rows[-3:]


def test_said_looks_up_what_the_question_finds(record: Record) -> None:
    names = {claim.party for claim in record.claims() if claim.party}
    for name in sorted(names)[:6]:
        found = said(Picture("", "", ()), record.reports(), record.claims(), actor=name)
        heard = record.said(name)
        assert [one.id for one in heard.claims] == [row.claims[0] for row in found]
        assert heard.total == len(found)
        assert [c.id for c in record.said(name, most=2).claims] == [row.claims[0] for row in found[-2:]]


def test_said_follows_decisions(record: Record) -> None:
    one = stanced(record)
    assert one.actor is not None
    before = record.said(one.actor).total
    record.decide(one.id, "edit", changes={"actor": "Zenobia", "party": "Zenobia"})
    assert one.id in {claim.id for claim in record.said("Zenobia").claims}
    assert one.id not in {claim.id for claim in record.said(one.actor).claims if claim.actor_text is None}
    record.decide(one.id, "reject")
    assert record.said("Zenobia").total == 0
    assert record.said(one.actor).total == before - 1
    assert record.said("").total == 0


def test_a_question_to_a_small_record_loads_neither_reader_nor_linking(record: Record) -> None:
    with Record.open(record.path) as small:
        small.keep_answers()
    asked = (
        "import sys; from pathlib import Path; from tracktwo.record.store import Record\n"
        "with Record.open(Path(sys.argv[1]), create=False) as record:\n"
        "    rows = [*record.ask('positions').rows()]\n"
        "heavy = ('tracktwo.reading', 'tracktwo.record.linking', 'tracktwo.record.intake', 'spacy')\n"
        "print(len(rows), *(name for name in heavy if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, str(record.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(len([*record.ask("positions").rows()]))]
