"""Adding, versions, dates, decisions and the two clocks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report
from tests.record.whole import TEXT, full_claim
from tracktwo.errors import NotFoundError, RecordError, UsageError
from tracktwo.record import Record
from tracktwo.vocabulary import (
    Basis,
    Coverage,
    CoverageKind,
    DateBasis,
    Reading,
    Source,
    Status,
    Term,
)
from tracktwo.vocabulary.reading import PersonSeen


def test_what_goes_in_comes_out(record: Record) -> None:
    made, one = full_claim()
    people = (PersonSeen("N. Somebody", "driver", "Drivers' union", None, 0, 3),)
    read = Reading("a", (one,), (Coverage("a", 0, len(TEXT), CoverageKind.CLAIM),), people)
    assert record.add(made, read).new
    assert record.reports() == (made,)
    (back,) = record.claims()
    assert replace(back, recorded_at=None) == one
    assert back.recorded_at is not None
    assert record.coverage() == read.coverage
    assert record.people() == (("a", people[0]),)
    assert record.verify() == ()


def test_adding_twice_changes_nothing(record: Record) -> None:
    made, one = full_claim()
    record.add(made, reading(made, one))
    before = (record.state, record.claims(), record.reports())
    again = record.add(made, reading(made, one))
    assert (again.new, again.claims, again.dated) == (False, 1, False)
    assert (record.state, record.claims(), record.reports()) == before


@pytest.mark.parametrize(
    "fault",
    [
        {"quote": "another text"},
        {"start": 1},
        {"end": 10_000},
        {"predicate": "accepted"},
        {"object": "the offer", "object_start": 0, "object_end": 9},
        {"actor_start": None},
        {"terms": (Term("h", None, None, None, None, None, "words", 0, 5),)},
        {"attribution": (Source("N", "words", 0, 5, "said"),)},
        {"report": "b"},
    ],
)
def test_a_quote_that_is_not_in_the_text_is_refused_with_its_whole_report(
    record: Record, fault: dict[str, object]
) -> None:
    made, one = full_claim()
    other = claim(made, "said")
    with pytest.raises(RecordError):
        record.add(made, reading(made, other, replace(one, **fault)))
    assert record.reports() == ()
    assert record.state == 0


def test_a_wrong_hash_two_equal_ids_and_foreign_readings_are_refused(record: Record) -> None:
    made, one = full_claim()
    with pytest.raises(RecordError, match="hash"):
        record.add(replace(made, hash="0" * 64), reading(made, one))
    with pytest.raises(RecordError, match="two claims"):
        record.add(made, reading(made, one, one))
    with pytest.raises(RecordError, match="reading of report"):
        record.add(made, Reading("other", (), ()))
    with pytest.raises(RecordError, match="outside the text"):
        record.add(made, Reading("a", (), (Coverage("a", 0, 10_000, CoverageKind.CLAIM),)))
    assert record.state == 0


def test_a_changed_text_is_a_new_version_and_the_old_one_stays_known(record: Record) -> None:
    old, new = report("a", "They accept the plan."), report("a", "They reject the plan.")
    first, second = claim(old, "accept"), claim(new, "reject")
    record.add(old, reading(old, first))
    record.decide(first.id, "accept")
    added = record.add(new, reading(new, second))
    assert (added.new, added.supersedes) == (True, True)
    assert [c.id for c in record.claims()] == [second.id]
    both = {c.id: c.status for c in record.claims(include_superseded=True)}
    assert both == {first.id: Status.SUPERSEDED, second.id: Status.PROPOSED}
    assert record.claim(first.id).status is Status.SUPERSEDED
    # The old text comes back: it is current again, with what was decided on it.
    assert record.add(old, reading(old, first)).new
    assert {c.id: c.status for c in record.claims()} == {first.id: Status.ACCEPTED}


def test_the_same_text_under_another_key_is_told_once(record: Record) -> None:
    one, two = report("a", "They accept the plan."), report("b", "They accept the plan.")
    record.add(one, reading(one, claim(one, "accept")))
    added = record.add(two, reading(two, claim(two, "accept")))
    assert (added.new, added.same_as) == (False, "a")
    assert [r.key for r in record.reports()] == ["a"]
    assert len(record.claims()) == 1
    # When the first key moves on to another text, the second still carries the old one.
    new = report("a", "They reject the plan.")
    record.add(new, reading(new))
    assert [r.key for r in record.reports()] == ["a", "b"]
    assert [c.report for c in record.claims()] == ["b"]


def test_a_date_given_later_resolves_times_and_goes_back_when_undone(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tracktwo.reading.time as times

    def sunday(
        words: str, anchor: dt.date | None, *, future: bool = False, planned: bool
    ) -> tuple[dt.date | None, dt.date | None, Basis]:
        assert words == "on Sunday"
        if anchor is None:
            return None, None, Basis.UNKNOWN
        day = anchor - dt.timedelta(days=(anchor.weekday() + 1) % 7)
        return day, day, Basis.RELATIVE

    monkeypatch.setattr(times, "resolve", sunday)
    made = report("a", TEXT)
    record.add(made, reading(made, claim(made, "rejected", event_text="on Sunday")))
    as_read = record.claims()
    record.set_date("a", "2024-10-21", by="me", why="masthead")
    (dated,) = record.claims()
    assert (dated.event_from, dated.event_to, dated.event_basis) == (
        "2024-10-20",
        "2024-10-20",
        Basis.RELATIVE,
    )
    assert dated.report_date == "2024-10-21"
    assert (record.report("a").date, record.report("a").date_basis) == (
        dt.date(2024, 10, 21),
        DateBasis.GIVEN,
    )
    assert len(record.claims(as_of="2024-10-21")) == 1
    assert record.claims(as_of="2024-10-20") == ()
    record.set_date("a", None)
    assert record.claims() == as_read
    assert record.claims(as_of="2030-01-01") == ()


def test_a_written_year_does_not_move_with_the_report(record: Record) -> None:
    made = report("a", "They met on 3 May 2021.", "2024-10-21")
    one = claim(
        made,
        "met",
        event_text="on 3 May 2021",
        event_from="2021-05-03",
        event_to="2021-05-03",
        event_basis=Basis.EXPLICIT,
    )
    record.add(made, reading(made, one))
    record.set_date("a", "2023-01-01")
    assert record.claims()[0].event_from == "2021-05-03"


def test_a_header_date_survives_a_given_one(record: Record) -> None:
    made = report("a", TEXT, "2024-03-18", date_basis=DateBasis.HEADER)
    record.add(made, reading(made))
    record.set_date("a", "2024-03-19")
    record.set_date("a", None)
    assert (record.report("a").date, record.report("a").date_basis) == (
        dt.date(2024, 3, 18),
        DateBasis.HEADER,
    )


def test_adding_again_with_a_date_dates_the_report_once(record: Record) -> None:
    made = report("a", TEXT)
    record.add(made, reading(made))
    dated = report("a", TEXT, "2024-03-18")
    assert record.add(dated, reading(dated)).dated
    assert not record.add(dated, reading(dated)).dated
    assert record.reports(as_of="2024-03-18")[0].date == dt.date(2024, 3, 18)
    # A folder's metadata do not overrule what somebody has said.
    other = report("a", TEXT, "2024-03-25", date_basis=DateBasis.METADATA)
    assert not record.add(other, reading(other)).dated


def test_a_claim_is_found_by_the_beginning_of_its_id(record: Record) -> None:
    made, one = full_claim()
    two = replace(claim(made, "said"), id=one.id[:5] + "zzz")
    record.add(made, reading(made, one, two))
    assert record.claim(one.id[:6]).id == one.id
    assert record.claim(one.id).id == one.id
    with pytest.raises(NotFoundError, match="several"):
        record.claim(one.id[:5])
    for nothing in ("", "%", "_", "' OR 1=1 --"):
        with pytest.raises(NotFoundError, match="no claim"):
            record.claim(nothing)


def test_unknown_reports_are_named_with_the_closest_key(record: Record) -> None:
    made, one = full_claim()
    record.add(
        replace(made, key="monday"), reading(replace(made, key="monday"), replace(one, report="monday"))
    )
    with pytest.raises(NotFoundError, match="Did you mean 'monday'"):
        record.set_date("mondy", "2024-01-01")
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        record.set_date("monday", "yesterday")
    assert record.report("monday").key == "monday"


def test_known_on_shows_what_was_recorded_by_then(tmp_path: Path) -> None:
    times = iter(dt.datetime(2024, 5, day, 12, tzinfo=dt.UTC) for day in range(1, 9))
    made, one = full_claim()
    with Record.open(tmp_path / "r.sqlite", now=lambda: next(times)) as record:
        record.add(made, reading(made, one))  # 1 May
        record.decide(one.id, "reject")  # 2 May
        record.set_date("a", "2024-04-01")  # 3 May
        assert record.claims(known_on="2024-04-30") == ()
        assert record.reports(known_on="2024-04-30") == ()
        assert [c.status for c in record.claims(known_on="2024-05-01")] == [Status.PROPOSED]
        assert record.claims(known_on="2024-05-02") == ()
        assert len(record.claims(known_on="2024-05-02T11:59:59Z")) == 1
        assert len(record.claims(known_on="2024-05-02T12:59:59+02:00")) == 1
        assert [r.date for r in record.reports(known_on="2024-05-02")] == [dt.date(2024, 10, 21)]
        assert [r.date for r in record.reports(known_on="2024-05-03")] == [dt.date(2024, 4, 1)]
        assert record.coverage(known_on="2024-04-30") == ()
        with pytest.raises(UsageError):
            record.claims(known_on="2024-05-02T25:00")


def test_recording_time_never_goes_back_though_the_clock_does(tmp_path: Path) -> None:
    times = iter([dt.datetime(2024, 5, 2, tzinfo=dt.UTC), dt.datetime(2024, 5, 1, tzinfo=dt.UTC)])
    first, second = report("a", "They accept it."), report("b", "They reject it.")
    with Record.open(tmp_path / "r.sqlite", now=lambda: next(times)) as record:
        record.add(first, reading(first, claim(first, "accept")))
        record.add(second, reading(second, claim(second, "reject")))
        moments = [c.recorded_at for c in record.claims()]
    assert moments == ["2024-05-02T00:00:00.000000Z", "2024-05-02T00:00:00.000001Z"]


def test_reports_come_in_order_of_date_and_undated_ones_last(record: Record) -> None:
    made = [
        report("x", "X."),
        report("b", "B.", "2024-02-01"),
        report("c", "C.", "2024-01-01"),
        report("a", "A."),
    ]
    for one in made:
        record.add(one, reading(one))
    assert [r.key for r in record.reports()] == ["c", "b", "a", "x"]
    assert [r.key for r in record.reports(as_of="2024-01-15")] == ["c"]
    assert record.newest_date() == dt.date(2024, 2, 1)


INJECTIONS = (
    "'; DROP TABLE claims; --",
    '" OR ""="',
    "x') UNION SELECT text FROM texts --",
    "\x00null\x1b[31mred",
    "=HYPERLINK(1) <script>alert(1)</script>",
    "\U0001f4a5 ümläut\u2028line",
)


@pytest.mark.parametrize("words", INJECTIONS)
def test_text_is_data(record: Record, words: str) -> None:
    text = f"They accept {words} today."
    made = report(words, text, title=words, publisher=words, metadata={words: words}, story=words)
    one = claim(made, "accept", object=words, actor=None, toward=words, condition=words)
    record.add(made, reading(made, one))
    assert record.reports() == (made,)
    assert record.claims()[0].object == words
    record.decide(one.id, "accept", by=words, why=words)
    record.set_date(words, "2024-01-01", by=words, why=words)
    assert record.history(one.id)[0].why == words
    record.search(words)
    assert record.verify() == ()


@pytest.mark.parametrize(
    "query", [*INJECTIONS, "quote:they", "they AND", "NEAR(they accept)", '"', "*", "a*", "^"]
)
def test_search_takes_words_and_no_query_language(record: Record, query: str) -> None:
    made = report("a", "They accept the withdrawal.")
    one = claim(made, "accept")
    record.add(made, reading(made, one))
    record.search(query)
    assert record.search("accepted withdrawals") == {one.id}
    assert record.search("accept refusal") == frozenset()
    assert record.search("") == frozenset()


def test_half_characters_are_refused_clearly(record: Record) -> None:
    made = report("a", "fine")
    with pytest.raises(RecordError, match="half characters"):
        record.add(replace(made, text="bad \ud800"), reading(made))


def test_pictures_are_linked_from_what_is_in_view_and_remembered(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tracktwo.record.linking as linking

    calls = []

    def link(reports: tuple, claims: tuple, *, undone: frozenset) -> tuple:
        calls.append((tuple(r.key for r in reports), len(claims), undone))
        return ()

    monkeypatch.setattr(linking, "link", link)
    made, one = full_claim()
    record.add(made, reading(made, one))
    record.pictures()
    record.pictures()
    assert calls == [(("a",), 1, frozenset())]
    record.undo_join("j")
    record.decide(one.id, "reject")
    record.pictures()
    record.pictures(as_of="2020-01-01")
    record.pictures(only=["b"])
    assert calls[1:] == [(("a",), 0, frozenset({"j"})), ((), 0, frozenset({"j"})), ((), 0, frozenset({"j"}))]
