"""A whole record out and in again: every view the same, by both clocks; spoilt rows are refused whole."""

from __future__ import annotations

import copy
import datetime as dt
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.build import claim, reading, report
from tests.record.test_history import DAYS, KEYS, TEXTS, VERBS
from tracktwo.errors import NotFoundError, RecordError, UsageError, Where
from tracktwo.record import Record

START = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
steps = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(KEYS), st.integers(0, 2), st.sampled_from(DAYS)),
    st.tuples(st.just("date"), st.sampled_from(KEYS), st.sampled_from(DAYS)),
    st.tuples(
        st.just("decide"), st.integers(0, 2), st.sampled_from(["accept", "reject", "dispute", "edit", "undo"])
    ),
    st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("split"), st.integers(0, 2), st.sampled_from(["Ada", "Bo"])),
    st.tuples(st.just("opine"), st.integers(0, 2), st.sampled_from(["accept", "reject", "undo"])),
    st.tuples(st.just("label"), st.sampled_from(["report", "claim", "name"]), st.integers(0, 2)),
    st.tuples(st.just("join"), st.sampled_from(["undo_join", "restore_join"])),
    st.tuples(st.just("forget"), st.sampled_from(KEYS)),
)


def do(record: Record, step: tuple[Any, ...]) -> None:
    ids = [claim(report("x", text), verb, "They").id for text, verb in zip(TEXTS, VERBS, strict=True)]
    kind, *rest = step
    if kind == "add":
        key, number, day = rest
        made = report(key, TEXTS[number], day.isoformat() if day else None)
        record.add(made, reading(made, claim(made, VERBS[number], "They", event_text="on Sunday")))
    elif kind == "date":
        record.set_date(rest[0], rest[1])
    elif kind == "decide":
        record.decide(ids[rest[0]], rest[1], changes={"actor": "Edited"} if rest[1] == "edit" else None)
    elif kind == "merge":
        record.decide(ids[rest[0]], "merge", changes={"into": ids[rest[1]]})
    elif kind == "split":
        record.split(ids[rest[0]], {"actor": rest[1]})
    elif kind == "opine":
        record.give_opinion(ids[rest[0]], rest[1], by="second")
    elif kind == "label":
        record.label(rest[0], {"report": KEYS, "claim": ids, "name": KEYS}[rest[0]][rest[1]], "sensitive")
    elif kind == "join":
        getattr(record, rest[0])("j")
    else:
        record.forget(rest[0])


def everything(record: Record, moments: list[str]) -> list[object]:
    seen: list[object] = [list(record.archive()), record.search("accept"), record.verify()]
    for known_on in [None, *moments]:
        for as_of in DAYS:
            seen += [record.reports(as_of, known_on), record.coverage(as_of, known_on)]
            seen.append(record.claims(as_of, known_on, include_rejected=True, include_superseded=True))
        seen += [record.labels(known_on), record.opinions(known_on), record.decisions(known_on)]
        seen.append(record.undone_joins(known_on))
    return seen


def placed(record: Record) -> list[tuple[Where, str, dict[str, Any]]]:
    # Through JSON, as an export does it.
    rows = [(table, json.loads(json.dumps(row))) for table, row in record.archive()]
    return [(Where(f"{table}.jsonl", number), table, row) for number, (table, row) in enumerate(rows, 1)]


@settings(max_examples=40, deadline=None)
@given(st.lists(steps, max_size=14))
def test_every_view_is_the_same_after_a_journey(history: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        times = iter(START + dt.timedelta(days=n) for n in range(1000))
        with Record.open(Path(folder) / "a.sqlite", now=lambda: next(times)) as one:
            for step in history:
                try:
                    do(one, step)
                except (NotFoundError, UsageError, RecordError):
                    continue
            moments = sorted({row["recorded_at"] for table, row in one.archive() if table == "entries"})
            with Record.open(Path(folder) / "b.sqlite") as other:
                other.restore(placed(one))
                assert everything(other, moments) == everything(one, moments)


@pytest.fixture
def rows(tmp_path: Path) -> list[tuple[Where, str, dict[str, Any]]]:
    with Record.open(tmp_path / "a.sqlite") as record:
        made = report("a", "They accept it.", "2024-01-01", notes=("n",))
        one = claim(made, "accept")
        record.add(made, reading(made, one))
        record.set_date("a", "2024-01-02")
        record.decide(one.id, "edit", changes={"actor": "Ada"})
        gone = report("gone", "They reject it.")
        record.add(gone, reading(gone, claim(gone, "reject")))
        record.forget("gone")
        return placed(record)


SPOILT = {
    "entries": {"recorded_at": "yesterday"},
    "texts": {"text": "They accept nothing."},
    "reports": {"date_basis": "guess"},
    "readings": {"text_id": 99},
    "claims": {"act": "fly"},
    "coverage": {"start": "here"},
    "dates": {"date": "soon"},
    "decisions": {"changes": {"act": "fly"}},
    "tombstones": {"hash": report("a", "They accept it.").hash},
}


@pytest.mark.parametrize("table", SPOILT)
def test_a_spoilt_row_is_named_and_nothing_is_kept(
    tmp_path: Path, rows: list[tuple[Where, str, dict[str, Any]]], table: str
) -> None:
    bad = copy.deepcopy(rows)
    place = next(n for n, (_, name, _) in enumerate(bad) if name == table)
    bad[place][2].update(SPOILT[table])
    with Record.open(tmp_path / "b.sqlite") as record:
        with pytest.raises(RecordError) as caught:
            record.restore(bad)
        if table in ("texts", "reports", "readings", "claims", "coverage", "entries"):
            assert str(caught.value).startswith(f"{table}.jsonl:{place + 1}: ")
        assert record.state == 0
        assert record.restore(rows)["claims"] == 1


@pytest.mark.parametrize("change", ["missing", "unknown", "table"])
def test_rows_of_another_shape_are_refused(
    tmp_path: Path, rows: list[tuple[Where, str, dict[str, Any]]], change: str
) -> None:
    where, table, row = rows[0]
    shapes = {
        "missing": (table, {k: v for k, v in row.items() if k != "what"}),
        "unknown": (table, {**row, "x'; DROP TABLE claims; --": 1}),
        "table": ("sqlite_master", row),
    }
    with Record.open(tmp_path / "b.sqlite") as record:
        with pytest.raises(RecordError, match=r"entries\.jsonl:1: "):
            record.restore([(where, *shapes[change]), *rows[1:]])
        assert record.state == 0


def test_a_record_that_holds_something_takes_no_whole_record(
    tmp_path: Path, rows: list[tuple[Where, str, dict[str, Any]]]
) -> None:
    with Record.open(tmp_path / "b.sqlite") as record:
        made = report("b", "They accept it.")
        record.add(made, replace(reading(made), report="b"))
        with pytest.raises(UsageError, match="empty"):
            record.restore(rows)
        assert [r.key for r in record.reports()] == ["b"]
