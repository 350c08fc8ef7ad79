"""Merges, splits, people's own claims, second opinions and labels: appended, undoable, by both clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report
from tracktwo.errors import NotFoundError, RecordError, UsageError
from tracktwo.record import Record
from tracktwo.record.labels import Labelled, Sensitivity
from tracktwo.vocabulary import Act, Status

FIRST = report("a", "They accept it and they reject it, and later accept all of it.", "2024-01-01")
OTHER = report("b", "They accept it, others say.", "2024-01-02")
ONE, TWO = claim(FIRST, "accept", act=Act.ACCEPT), claim(FIRST, "reject", act=Act.REJECT)
THREE = claim(OTHER, "accept", act=Act.ACCEPT)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    times = (dt.datetime(2024, 6, 1, tzinfo=dt.UTC) + dt.timedelta(days=n) for n in range(1000))
    with Record.open(tmp_path / "r.sqlite", now=lambda: next(times)) as opened:
        opened.add(FIRST, reading(FIRST, ONE, TWO))
        opened.add(OTHER, reading(OTHER, THREE))
        yield opened


def test_merging_within_a_report_leaves_one_and_can_be_undone(record: Record) -> None:
    done = record.decide(TWO.id, "merge", changes={"into": ONE.id[:10]}, by="me")
    assert done.status is Status.SUPERSEDED
    assert {c.id for c in record.claims()} == {ONE.id, THREE.id}
    assert {c.id for c in record.claims(include_superseded=True)} == {ONE.id, TWO.id, THREE.id}
    assert {c.id for c in record.claims(known_on="2024-06-02")} == {ONE.id, TWO.id, THREE.id}
    with pytest.raises(UsageError, match="superseded"):
        record.decide(ONE.id, "merge", changes={"into": TWO.id})
    assert record.decide(TWO.id, "undo").status is Status.PROPOSED


def test_merging_across_reports_keeps_both_sources_and_says_so(record: Record) -> None:
    done = record.decide(THREE.id, "merge", changes={"into": ONE.id})
    assert done.status is Status.ACCEPTED
    assert [(f.code, f.readings) for f in done.flags] == [("same-event", (ONE.id,))]
    assert THREE.id in {c.id for c in record.claims()}
    assert record.decide(THREE.id, "undo").flags == ()


@pytest.mark.parametrize("changes", [None, {}, {"into": "zzz"}, {"onto": "x"}, {"into": TWO.id}])
def test_a_merge_needs_another_claim(record: Record, changes: dict[str, str] | None) -> None:
    with pytest.raises((UsageError, NotFoundError)):
        record.decide(TWO.id, "merge", changes=changes)
    assert record.history(TWO.id) == ()


def test_a_split_adds_a_claim_in_the_same_words(record: Record) -> None:
    before = len(record.claims())
    made = record.split(ONE.id, {"act": "demand", "object": "all of it"}, by="me")
    assert (made.act, made.object, made.status) == (Act.DEMAND, "all of it", Status.ACCEPTED)
    assert (made.quote, made.report, made.method) == (ONE.quote, "a", f"split:{ONE.id}")
    assert made.id != ONE.id
    assert record.claim(ONE.id) == record.claims()[0]
    assert len(record.claims()) == before + 1
    assert len(record.claims(known_on="2024-06-02")) == before
    assert made.recorded_at is not None
    assert made.recorded_at > (record.claim(ONE.id).recorded_at or "")
    assert made.id in record.search("later")
    assert record.history(made.id)[0].by == "me"
    for changes in ({"act": "demand", "object": "all of it"}, {"act": "accept"}, {"object": "nowhere"}):
        with pytest.raises(UsageError):
            record.split(ONE.id, changes)
    assert record.verify() == ()


def test_coded_claims_stand_beside_those_read(record: Record) -> None:
    coded = replace(claim(FIRST, "reject", "Drivers", act=Act.REJECT), id="coded", method="import:x.csv")
    assert record.code([coded]) == ("coded",)
    assert record.code([coded]) == ()
    assert record.claim("coded").method == "import:x.csv"
    assert "coded" not in {c.id for c in record.claims(known_on="2024-06-02")}
    wrong = replace(coded, id="wrong", quote="something else")
    with pytest.raises(RecordError, match="is not what the text says"):
        record.code([replace(coded, id="right"), wrong])
    with pytest.raises(NotFoundError):
        record.claim("right")
    record.forget("a")
    assert {c.id for c in record.claims()} == {THREE.id}


def test_second_opinions_change_no_view_and_the_last_one_counts(record: Record) -> None:
    before = record.claims()
    record.give_opinion(ONE.id[:9], "accept", by="P")
    record.give_opinion(ONE.id, "reject", by="P", why="no")
    record.give_opinion(ONE.id, "dispute", by="Q")
    assert record.claims() == before
    assert [(o.by, o.verdict.value, o.why) for o in record.opinions()] == [
        ("P", "reject", "no"),
        ("Q", "dispute", ""),
    ]
    record.give_opinion(ONE.id, "undo", by="P")
    assert [o.verdict.value for o in record.opinions()] == ["accept", "dispute"]
    assert record.opinions(known_on="2024-06-02") == ()
    for verdict, by in (("undo", "R"), ("merge", "P"), ("maybe", "P")):
        with pytest.raises(UsageError):
            record.give_opinion(ONE.id, verdict, by=by)


def test_labels_stand_until_taken_back_and_go_with_what_they_label(record: Record) -> None:
    assert record.label("report", "a", "confidential", by="me", why="source at risk") == "a"
    record.label("claim", THREE.id[:9], "sensitive")
    record.label("name", "Jo Doe", "sensitive")
    record.label("claim", ONE.id, "sensitive")
    record.label("claim", ONE.id, "none")
    assert [(x.kind.value, x.target, x.label.value) for x in record.labels()] == [
        ("report", "a", "confidential"),
        ("claim", THREE.id, "sensitive"),
        ("name", "Jo Doe", "sensitive"),
    ]
    assert record.labels(known_on="2024-06-02") == ()
    for kind, target, label in (("report", "zzz", "sensitive"), ("claim", "zzz", "sensitive")):
        with pytest.raises(NotFoundError):
            record.label(kind, target, label)
    for target, label in (("Jo Doe", "confidential"), ("Jo Doe", "secret")):
        with pytest.raises(UsageError):
            record.label("name", target, label)
    record.give_opinion(THREE.id, "accept")
    record.forget("a")
    record.forget("b")
    assert [x.kind for x in record.labels()] == [Labelled.NAME]
    assert record.labels()[0].label is Sensitivity.SENSITIVE
    assert record.opinions() == ()
