"""Random histories: what every question answers, by both clocks, against two plain models.

One is the questions themselves, asked of a plain list of the claims in view: nothing of the record's storing,
dating, deciding, keeping or forgetting may change a row. The other, `tests.record.plain`, works the rows out
anew, in the plainest way.
"""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.record.build import reading
from tests.record.plain import Plain
from tests.record.talks import PROPOSAL, SIDES, told
from tests.record.test_history import Model
from tracktwo.errors import NotFoundError, RecordError, TracktwoError
from tracktwo.record import Record
from tracktwo.record.asking import questions
from tracktwo.record.kept.sheet import Wanted
from tracktwo.record.linking import link
from tracktwo.record.questions.pair import pair
from tracktwo.record.questions.stands import stands
from tracktwo.vocabulary import Act, Claim, Flag, Picture, Report, Status, plain

KEYS = ("a", "b", "c")
ROUNDS = (
    ("Chile opposed", "board"),
    ("Chile supported", "Peru supported"),
    ("Peru opposed", "Chile opposed", "Chile supported"),
    ("board", "Peru supported"),
)
DAYS = (None, dt.date(2024, 1, 10), dt.date(2024, 2, 10), dt.date(2024, 3, 20))
FIRST = dt.date(2024, 1, 1)
START = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
STATUS = {"accept": "accepted", "reject": "rejected", "dispute": "disputed", "edit": "edited"}
CONTRARY = {Act.SUPPORT: Act.OPPOSE, Act.OPPOSE: Act.SUPPORT}

added = st.tuples(st.just("add"), st.sampled_from(KEYS), st.integers(0, 3), st.sampled_from(DAYS))
which = st.integers(0, 60)  # of the claims there are
steps = st.one_of(
    added,
    st.tuples(st.just("date"), st.sampled_from(KEYS), st.sampled_from(DAYS)),
    st.tuples(st.just("decide"), which, st.sampled_from([*STATUS, "edit", "undo"])),
    st.tuples(st.just("decide"), which, st.sampled_from([*STATUS, "edit", "undo"])),
    st.tuples(st.just("merge"), which, which),
    st.tuples(st.just("split"), which),
    st.tuples(st.just("label"), which, st.sampled_from(["sensitive", "confidential", "none"])),
    st.tuples(st.just("second"), which, st.sampled_from(["accept", "reject"])),
    st.tuples(st.just("join"), st.sampled_from(["undo", "restore"])),
    st.tuples(st.just("forget"), st.sampled_from(KEYS)),
)
histories = st.tuples(st.lists(added, min_size=2, max_size=4), st.lists(steps, min_size=3, max_size=10))


@dataclass
class History(Model):
    """Adds what was decided on each claim, what was split off and which joins were undone, by step."""

    taken: list[tuple[int, str, str, Any]] = field(default_factory=list)
    split: list[tuple[int, int, Claim]] = field(default_factory=list)
    joins: list[tuple[int, str, str]] = field(default_factory=list)

    def claims_of(self, number: int, known: int) -> list[Claim]:
        made = [*told("?", number, ROUNDS[number], None)[1]]
        made += [claim for at, of, claim in self.split if of == number and at <= known]
        return made

    def drop(self, key: str) -> None:
        before = set(self.forgotten)
        self.forget(key)
        for number in self.forgotten - before:
            gone = {claim.id for claim in self.claims_of(number, 10**9)}
            self.taken = [one for one in self.taken if one[1] not in gone]
            self.split = [one for one in self.split if one[1] != number]

    def standing(self, claim: str, known: int) -> list[tuple[str, Any]]:
        stack: list[tuple[str, Any]] = []
        for at, one, decision, more in self.taken:
            if at <= known and one == claim:
                stack = stack[:-1] if decision == "undo" else [*stack, (decision, more)]
        return stack

    def in_view(self, as_of: dt.date | None, known: int) -> tuple[list[Report], list[Claim]]:
        reports, claims = [], []
        found = [(FIRST, "0 first", told("0 first", 99, ("propose",), FIRST))]
        for number, (key, date) in self.shown(known).items():
            found.append((date, key, told(key, number, ROUNDS[number], date)))  # type: ignore[arg-type]
        for date, key, (report, _) in sorted(found, key=lambda one: (one[0] is None, str(one[0]), one[1])):
            if as_of is not None and (date is None or date > as_of):
                continue
            reports.append(report)
            number = int(report.text.split("round ")[1].split(".")[0])
            own = told(key, 99, ("propose",), FIRST)[1] if number == 99 else self.claims_of(number, known)
            mine = [replace(c, report=key, report_date=date.isoformat() if date else None) for c in own]
            # As in a record: by place in the text, then as appended.
            mine.sort(key=lambda c: (c.predicate_start, c.actor_start))
            claims += [one for c in mine if (one := self.decided(c, known)) is not None]
        return reports, claims

    def decided(self, claim: Claim, known: int) -> Claim | None:
        """The claim as its decisions leave it, None where it no longer counts; the last gives the status."""
        status = "proposed"
        for decision, more in self.standing(claim.id, known):
            if decision != "merge":
                status = STATUS[decision]
                claim = replace(claim, **(more or {}))
                continue
            into, within = more
            if within:
                status = "superseded"
                continue
            status = "accepted" if status == "proposed" else status
            flag = Flag("same-event", "merged in review", (into,))
            claim = replace(claim, flags=(*claim.flags, flag))
        return None if status in ("rejected", "superseded") else replace(claim, status=Status(status))


def do(record: Record, model: History, at: int, step: tuple) -> None:
    """Take a step in both; one that the record refuses is none in the model."""
    what, *rest = step
    if what == "add":
        key, number, date = rest
        one, claims = told(key, number, ROUNDS[number], date)
        try:
            record.add(one, reading(one, *claims))
        except RecordError:
            assert number in model.forgotten
        model.add(at, key, number, date)
    elif what == "date":
        key, date = rest
        now = model.current(at)
        try:
            record.set_date(key, date)
        except NotFoundError:
            assert key not in now
            return
        model.dates.append((at, model.shown(at)[now[key][1]][0], date))
    elif what == "forget":
        try:
            record.forget(rest[0])
        except NotFoundError:
            assert all(name != rest[0] for _, name, _, _ in model.versions)
        model.drop(rest[0])
    elif what == "join":
        joins = sorted({join.id for picture in record.pictures() for join in picture.joins})
        for join in joins if rest[0] == "undo" else dict.fromkeys(one for _, one, _ in model.joins):
            (record.undo_join if rest[0] == "undo" else record.restore_join)(join)
            model.joins.append((at, join, rest[0]))
    else:
        with_claim(record, model, at, what, rest)


def with_claim(record: Record, model: History, at: int, what: str, rest: list[Any]) -> None:
    """Decide on one of the claims of any version still held; the record may refuse."""
    there = [(number, claim) for number in sorted(model.read) for claim in model.claims_of(number, at)]
    # Meetings hold the talks together: without them there would be several negotiations.
    there = [(number, claim) for number, claim in there if claim.act is not Act.MEET]
    if not there:
        return
    number, claim = there[rest[0] % len(there)]
    stands_now = model.decided(claim, at) or claim
    turned = CONTRARY.get(stands_now.act, Act.SUPPORT)
    try:
        if what == "decide":
            decision = rest[1]
            changes = {"act": turned.value} if decision == "edit" else None
            record.decide(claim.id, decision, changes=changes)
            model.taken.append((at, claim.id, decision, {"act": turned} if changes else None))
        elif what == "merge":
            other, into = there[rest[1] % len(there)]
            record.decide(claim.id, "merge", changes={"into": into.id})
            model.taken.append((at, claim.id, "merge", (into.id, number == other)))
        elif what == "split":
            made = record.split(claim.id, {"act": turned.value})
            model.split.append((at, number, replace(made, status=Status.PROPOSED)))
            model.taken.append((at, made.id, "accept", None))
        elif what == "label":
            record.label("claim", claim.id, rest[1])
        else:
            record.give_opinion(claim.id, rest[1], by="second")
    except TracktwoError:
        return  # that a refused step changes nothing shows when all is compared


def asked(record: Record, as_of: dt.date | None, known_on: str | None, since: dt.date) -> dict[str, Any]:
    """Every question's rows, as a record answers them."""
    rows: dict[str, Any] = {}
    for name in questions():
        wanted = Wanted(day=since) if name == "changes" else Wanted()
        rows[name] = list(record.ask(name, as_of, known_on, wanted).rows())
    rows["said"] = {
        (who, word): [claim.id for claim in record.said(who, word, as_of, known_on).claims]
        for who in ("Norway", *SIDES, "Outland")
        for word in (None, "proposal", "ship")
    }
    try:
        rows["pair"] = plain(record.pair(*SIDES, None, as_of, known_on))
    except NotFoundError:
        rows["pair"] = None
    return rows


def answered(
    reports: list[Report], claims: list[Claim], undone: frozenset[str], as_of: dt.date | None, since: dt.date
) -> tuple[dict[str, Any], int]:
    """The same of a plain list of reports and claims, and how many negotiations those are."""
    first, *others = link(reports, claims, undone=undone) or (Picture("reports", "", ()),)
    elsewhere = {key for other in others for key in other.reports}
    mine = [r for r in reports if r.key not in elsewhere], [c for c in claims if c.report not in elsewhere]
    rows: dict[str, Any] = {}
    for name, question in questions().items():
        found = question(first, *mine, as_of)
        if name == "changes":
            found = [span.row for span in found if span.holds(since)]
        rows[name] = [plain(row) for row in found]
    sides = [[s for s in stands(first, *mine, as_of) if s.party == who] for who in SIDES]
    rows["pair"] = plain(pair(*sides)) if all(sides) else None
    return rows, len(others) + 1


def compare(told_: dict[str, Any], model: Plain, since: dt.date) -> None:
    """Hold the rows a record gave against those worked out by hand."""
    rows = [r for r in told_["positions"] if r["proposal"]]
    assert model.positions() == frozenset(
        (r["actor"], r["act"], r["date"], r["age_days"], r["sources"], r["earlier"], frozenset(r["claims"]))
        for r in rows
    )
    assert sorted(((r["actor"], r["act"], r["date"]) for r in told_["taken"]), key=repr) == model.taken()
    for (who, word), ids in told_["said"].items():
        if word is None:
            assert ids == model.said(who)
        else:
            assert set(ids) >= set(model.said(who, word))
            assert set(ids) <= set(model.said(who))
    pairs = model.pair()
    found = told_["pair"]
    assert (pairs is None) == (found is None)
    assert pairs is None or [(r["date"], r["relation"]) for r in found if r["matter"] == PROPOSAL] == pairs
    (proposal,) = told_["proposals"]
    assert (proposal["name"], proposal["sources"], frozenset(proposal["claims"])) == model.proposal()
    events = [r for r in told_["timeline"] if r["kind"] == "fighting"]
    assert [(r["reported"], r["sources"], frozenset(r["claims"])) for r in events] == [
        one for one in [model.event()] if one is not None
    ]
    steps_ = [
        r for r in told_["changes"] if r["kind"] != "new" or r["actor"] or r["about"].startswith("event")
    ]
    assert model.changes(since.isoformat()) == frozenset(
        (r["kind"], r["actor"] or ("event" if r["kind"] == "new" else r["about"]), r["before"], r["after"])
        for r in steps_
    )
    assert model.conflicts() == frozenset(
        (r["kind"], next(who for who in SIDES if who in r["text"]), frozenset(r["claims"]))
        for r in told_["conflicts"]
    )
    gaps = frozenset((r["kind"], r["about"]) for r in told_["gaps"] if r["kind"] in ("date", "position"))
    assert gaps == model.gaps()
    assert told_["who-was-not-there"] == []


def claims_in(rows: Any) -> Iterator[str]:
    for row in rows:
        yield from row["claims"]


MERGED_THEN_ACCEPTED = (
    [("add", "a", 0, None), ("add", "a", 0, None)],
    [("date", "a", None), ("merge", 0, 1), ("decide", 0, "accept")],
)


@settings(max_examples=25, deadline=None)
@example(MERGED_THEN_ACCEPTED, 0, False)
@given(histories, st.integers(0, 2**32), st.booleans())
def test_every_question_of_a_random_history_answers_what_plain_models_say(
    given_: tuple[list[tuple], list[tuple]], seed: int, keeps: bool
) -> None:
    history = [step for part in given_ for step in part]
    chance, model = random.Random(seed), History()
    with tempfile.TemporaryDirectory() as folder:
        clock = [START - dt.timedelta(days=1)]
        with Record.open(Path(folder) / "r.sqlite", now=lambda: clock[0]) as record:
            record.keep_from = record.large_from = 1 if keeps else 10**6
            first, claims = told("0 first", 99, ("propose",), FIRST)
            record.add(first, reading(first, *claims))
            for at, step in enumerate(history):
                clock[0] = START + dt.timedelta(days=at)
                do(record, model, at, step)
            last = len(history) - 1
            views = [(None, last), *((chance.choice(DAYS), chance.randrange(len(history))) for _ in range(5))]
            for as_of, known in views:
                known_on = (START + dt.timedelta(days=known)).date().isoformat()
                since = chance.choice([FIRST, dt.date(2024, 1, 20), dt.date(2024, 3, 1)])
                check(record, model, (as_of, known, known_on), since)
            waiting = {one.claim for one in record.waiting()}
            assert waiting == Plain(*model.in_view(None, last), None).waiting()
            assert record.verify() == ()


def check(record: Record, model: History, clocks: tuple[dt.date | None, int, str], since: dt.date) -> None:
    as_of, known, known_on = clocks
    reports, claims = model.in_view(as_of, known)
    undone = frozenset(
        join for join, last in {j: w for at, j, w in model.joins if at <= known}.items() if last == "undo"
    )
    rows = asked(record, as_of, known_on, since)
    expected, pictures = answered(reports, claims, undone, as_of, since)
    for name, wanted in expected.items():
        assert rows[name] == wanted, (name, as_of, known)
    there = {claim.id for claim in claims}
    assert {c for name, found in rows.items() if name != "said" for c in claims_in(found or ())} <= there
    acts = Counter(claim.act for claim in claims if claim.actor == "Outland")
    if pictures == 1 and not undone and set(acts) <= {Act.USE_FORCE} and _plain_sides(claims):
        compare(rows, Plain(reports, claims, as_of), since)


def _plain_sides(claims: list[Claim]) -> bool:
    """Whether nothing but stances was turned into anything else."""
    known = {"Norway": (Act.MEET, Act.PROPOSE), "Outland": (Act.USE_FORCE,)}
    return all(claim.act in known.get(claim.actor or "", (Act.SUPPORT, Act.OPPOSE)) for claim in claims)


def test_a_kept_answer_counts_as_reviewed_what_was_by_the_day_asked_for() -> None:
    """Found by the random histories: the sheet made after a decision answers for days before it, too."""
    clock = [START]
    with (
        tempfile.TemporaryDirectory() as folder,
        Record.open(Path(folder) / "r.sqlite", now=lambda: clock[0]) as record,
    ):
        record.keep_from = record.large_from = 1
        for key, number, facts in (("0 first", 99, ("propose",)), ("a", 1, ROUNDS[1])):
            one, claims = told(key, number, facts, FIRST)
            record.add(one, reading(one, *claims))
        clock[0] += dt.timedelta(days=2)
        record.decide(claims[-1].id, "accept")
        counted = {known: sum(r["reviewed"] for r in record.ask("positions", None, known).rows()) for known in
                   (None, START.date())}  # fmt: skip
        assert counted == {None: 1, START.date(): 0}


def test_what_is_split_off_is_heard_where_it_stands() -> None:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "r.sqlite") as record:
        one, claims = told("a", 2, ROUNDS[2], FIRST)
        record.add(one, reading(one, *claims))
        first, second = (claim.id for claim in claims if claim.actor == "Chile")
        made = record.split(first, {"act": "accept"})
        assert [claim.id for claim in record.said("Chile").claims] == [first, made.id, second]


def test_the_plain_model_is_held_against_something() -> None:
    """A history by hand, so that it is known what the random ones compare."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "r.sqlite") as record:
        for key, number, facts, day in (
            ("0 first", 99, ("propose",), FIRST),
            ("a", 0, ROUNDS[0], dt.date(2024, 1, 10)),
            ("b", 1, ROUNDS[1], dt.date(2024, 2, 10)),
        ):
            one, claims = told(key, number, facts, day)
            record.add(one, reading(one, *claims))
        rows = {r["actor"]: (r["act"], r["trend"]) for r in record.ask("positions").rows()}
        assert rows == {"Chile": ("support", "was oppose on 2024-01-10"), "Peru": ("support", None)}
        assert [(r.date, r.relation) for r in record.pair(*SIDES)] == [("2024-02-10", "agree")]
        model = Plain(record.reports(), record.claims(), None)
        compare(asked(record, None, None, FIRST), model, FIRST)
        assert model.pair() == [("2024-02-10", "agree")]
        with pytest.raises(AssertionError):
            compare(asked(record, dt.date(2024, 1, 31), None, FIRST), model, FIRST)
