"""Random histories against a plain model in memory: every view, by both clocks."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tracktwo.reading.time as times
from tests.record.build import claim, reading, report
from tracktwo.errors import NotFoundError, RecordError, UsageError
from tracktwo.record import Record
from tracktwo.vocabulary import Basis, Claim, DateBasis, Report

KEYS = ("a", "b", "c")
TEXTS = ("They accept it on Sunday.", "They reject it on Sunday.", "They discuss it on Sunday.")
VERBS = ("accept", "reject", "discuss")
DAYS = (None, dt.date(2024, 1, 10), dt.date(2024, 2, 10), dt.date(2024, 3, 10))
START = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
STATUS = {"accept": "accepted", "reject": "rejected", "dispute": "disputed", "edit": "edited"}

steps = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(KEYS), st.integers(0, 2), st.sampled_from(DAYS)),
    st.tuples(st.just("date"), st.sampled_from(KEYS), st.sampled_from(DAYS)),
    st.tuples(
        st.just("decide"), st.integers(0, 2), st.sampled_from(["accept", "reject", "dispute", "edit", "undo"])
    ),
    st.tuples(st.just("forget"), st.sampled_from(KEYS)),
)


@dataclass
class Model:
    """Lists of what happened at which step, and views computed from them from scratch."""

    versions: list[tuple[int, str, int, dt.date | None]] = field(default_factory=list)
    read: dict[int, dt.date | None] = field(default_factory=dict)
    read_at: dict[int, int] = field(default_factory=dict)
    dates: list[tuple[int, str, dt.date | None]] = field(default_factory=list)
    decisions: list[tuple[int, int, str]] = field(default_factory=list)
    forgotten: set[int] = field(default_factory=set)

    def current(self, known: int) -> dict[str, tuple[int, int, dt.date | None]]:
        found = {}
        for at, key, text, own in self.versions:
            if at <= known:
                found[key] = (at, text, own)
        return found

    def shown(self, known: int) -> dict[int, tuple[str, dt.date | None]]:
        """Text -> the key it is shown under and its date."""
        found: dict[int, tuple[str, dt.date | None]] = {}
        for key, (_, text, own) in sorted(self.current(known).items(), key=lambda item: item[1][0]):
            found.setdefault(text, (key, self.date(key, own, known)))
        return found

    def date(self, key: str, own: dt.date | None, known: int) -> dt.date | None:
        given = [day for at, name, day in self.dates if at <= known and name == key]
        # Every date of this test is a given one: taking it back leaves none.
        return given[-1] if given else own

    def stack(self, text: int, known: int) -> list[str]:
        stack: list[str] = []
        for at, one, decision in self.decisions:
            if at <= known and one == text:
                stack = stack[:-1] if decision == "undo" else [*stack, decision]
        return stack

    def view(self, as_of: dt.date | None, known: int) -> dict[str, tuple[object, ...]]:
        """Report key -> (date, claim's status, actor, event date); rejected claims are null."""
        found = {}
        for text, (key, date) in self.shown(known).items():
            if as_of is not None and (date is None or date > as_of):
                continue
            stack = self.stack(text, known)
            status = STATUS[stack[-1]] if stack else "proposed"
            actor = "edited" if "edit" in stack else None
            one = None if status == "rejected" else (status, actor, date.isoformat() if date else None)
            found[key] = (date, text, one)
        return found

    # What happens

    def add(self, at: int, key: str, text: int, date: dt.date | None) -> None:
        now = self.current(at)
        if text in self.forgotten:
            return
        if key in now and now[key][1] == text:
            if date is not None and self.date(key, now[key][2], at) != date:
                self.dates.append((at, key, date))
            return
        if text not in self.read:
            self.read[text] = date
            self.read_at[text] = at
        self.versions.append((at, key, text, date))

    def forget(self, key: str) -> None:
        texts = {text for _, name, text, _ in self.versions if name == key}
        self.forgotten |= texts
        touched = {name for _, name, text, _ in self.versions if text in texts}
        self.versions = [v for v in self.versions if v[2] not in texts]
        self.decisions = [d for d in self.decisions if d[1] not in texts]
        left = {name for _, name, _, _ in self.versions}
        self.dates = [d for d in self.dates if d[1] in left or d[1] not in touched]
        for text in texts:
            self.read.pop(text, None)


def made(key: str, text: int, date: dt.date | None) -> tuple[Report, Claim]:
    one = report(key, TEXTS[text], date.isoformat() if date else None)
    when = date.isoformat() if date else None
    basis = Basis.RELATIVE if date else Basis.UNKNOWN
    return one, claim(
        one, VERBS[text], event_text="on Sunday", event_from=when, event_to=when, event_basis=basis
    )


def resolve(
    words: str, anchor: dt.date | None, *, future: bool = False, planned: bool = False
) -> tuple[dt.date | None, dt.date | None, Basis]:
    return anchor, anchor, Basis.RELATIVE if anchor else Basis.UNKNOWN


def do(record: Record, model: Model, at: int, step: tuple) -> None:
    what, *rest = step
    if what == "add":
        key, text, date = rest
        one, read = made(key, text, date)
        if text in model.forgotten:
            with pytest.raises(RecordError, match="removed for good"):
                record.add(one, reading(one, read))
        else:
            record.add(one, reading(one, read))
        model.add(at, key, text, date)
    elif what == "date":
        key, date = rest
        shown = model.shown(at)
        now = model.current(at)
        if key not in now:
            with pytest.raises(NotFoundError):
                record.set_date(key, date)
            return
        record.set_date(key, date)
        model.dates.append((at, shown[now[key][1]][0], date))
    elif what == "decide":
        text, decision = rest
        _, read = made("a", text, None)
        if text not in model.read:
            with pytest.raises(NotFoundError):
                record.decide(read.id, decision, changes={"actor": "edited"} if decision == "edit" else None)
        elif decision == "undo" and not model.stack(text, at):
            with pytest.raises(UsageError):
                record.decide(read.id, decision)
        else:
            record.decide(read.id, decision, changes={"actor": "edited"} if decision == "edit" else None)
            model.decisions.append((at, text, decision))
    else:
        (key,) = rest
        try:
            record.forget(key)
        except NotFoundError:
            assert all(name != key for _, name, _, _ in model.versions)
        model.forget(key)


def seen(record: Record, as_of: dt.date | None, known_on: str | None) -> dict[str, tuple[object, ...]]:
    claims = {c.report: c for c in record.claims(as_of, known_on)}
    found: dict[str, tuple[object, ...]] = {}
    for one in record.reports(as_of, known_on):
        assert (one.date is None) == (one.date_basis is DateBasis.UNKNOWN)
        of = claims.pop(one.key, None)
        told = (of.status.value, of.actor, of.event_from) if of else None
        found[one.key] = (one.date, TEXTS.index(one.text), told)
    assert claims == {}
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=14))
def test_every_view_of_a_random_history_is_what_the_model_says(history: list[tuple]) -> None:
    model = Model()
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(times, "resolve", resolve)
        clock = [START]
        with Record.open(Path(folder) / "r.sqlite", now=lambda: clock[0]) as record:
            for at, step in enumerate(history):
                clock[0] = START + dt.timedelta(days=at)
                do(record, model, at, step)
                if at % 5 == 4:
                    assert seen(record, None, None) == model.view(None, at)
            for at in range(len(history)):
                known_on = (START + dt.timedelta(days=at)).date().isoformat()
                for as_of in DAYS:
                    assert seen(record, as_of, known_on) == model.view(as_of, at), (at, as_of)
            assert record.verify() == ()
            state = record.state
            now = seen(record, None, None)
        with Record.open(Path(folder) / "r.sqlite", create=False) as record:
            assert record.state == state
            assert seen(record, None, None) == now == model.view(None, len(history))
