"""The questions, on a small invented dispute linked by hand."""

from __future__ import annotations

from dataclasses import replace

from tests.record.build import report
from tests.record.dispute import dispute, stance
from tracktwo.record.questions.changes import changes
from tracktwo.record.questions.conflicts import conflicts
from tracktwo.record.questions.coverage import coverage
from tracktwo.record.questions.gaps import gaps
from tracktwo.record.questions.meetings import meetings
from tracktwo.record.questions.positions import positions
from tracktwo.record.questions.proposals import proposals
from tracktwo.record.questions.said import said
from tracktwo.record.questions.timeline import timeline
from tracktwo.vocabulary import (
    Act,
    Coverage,
    CoverageKind,
    Modality,
    Picture,
    Stage,
    Voice,
)

D = dispute()


ASKED = (D.picture, D.reports, D.claims)


def with_stances(*stances: object) -> Picture:
    return replace(D.picture, stances=stances)


def test_the_newest_dated_position_is_shown_and_older_ones_are_counted() -> None:
    row = next(r for r in positions(*ASKED) if r.actor == "Clerks' union" and r.act)
    assert (row.act, row.proposal, row.date, row.earlier) == ("accept", "offer", "2024-02-20", 1)
    assert (row.age_days, row.sources, row.claims) == (0, 1, (D.id("acceptance"),))
    assert (row.strength, row.matter) == ("accepts", "Acme's offer")


def test_ages_count_to_the_day_asked_for() -> None:
    rows = positions(*ASKED, as_of="2024-03-01")
    assert next(r.age_days for r in rows if r.act == "accept") == 10
    assert next(r.age_days for r in rows if r.act == "offer") == 51
    # A position later than the day asked for has no age rather than a negative one.
    assert next(r.age_days for r in positions(*ASKED, as_of="2024-02-01") if r.act == "accept") is None


def test_near_duplicates_are_one_source() -> None:
    (row,) = positions(with_stances(D.picture.stances[0]), D.reports, D.claims, blanks=False)
    assert (row.sources, len(row.claims)) == (1, 2)
    alone = tuple(replace(r, story=None) for r in D.reports)
    (row,) = positions(with_stances(D.picture.stances[0]), alone, D.claims, blanks=False)
    assert row.sources == 2


def test_silence_is_named_and_is_no_position() -> None:
    blank = [(r.actor, r.proposal, r.act, r.strength) for r in positions(*ASKED) if r.act is None]
    assert blank == [
        ("Acme", "plan", None, "no position reported"),
        ("Clerks' union", "plan", None, "no position reported"),
    ]
    assert all(r.act for r in positions(*ASKED, blanks=False))


def test_an_unnamed_set_has_no_actor_and_an_undated_position_no_age() -> None:
    row = next(r for r in positions(*ASKED) if r.open_set)
    assert (row.actor, row.party, row.date, row.age_days, row.dated) == (
        None,
        "Clerks' union",
        None,
        None,
        False,
    )


def test_all_undated_positions_stand_side_by_side() -> None:
    one = stance("Lee", "Clerks' union", Act.SUPPORT, "plan", D.id("meeting"))
    other = stance("Lee", "Clerks' union", Act.OPPOSE, "plan", D.id("suggestion"))
    rows = positions(with_stances(one, other), D.reports, D.claims, blanks=False)
    assert sorted(r.act for r in rows) == ["oppose", "support"]
    assert [r.earlier for r in rows] == [0, 0]


def test_what_one_side_says_of_another_is_a_row_of_its_own_and_no_position() -> None:
    told = stance("Acme", "Acme", Act.REJECT, "plan", D.id("refusal"), voice=Voice.OTHER_SIDE)
    rows = positions(with_stances(told), D.reports, D.claims)
    mine = [(r.act, r.voice) for r in rows if r.actor == "Acme" and r.proposal == "plan"]
    assert mine == [("reject", "other_side"), (None, None)]


def test_hedges_and_conditions_are_shown() -> None:
    hedged = stance(
        "Acme",
        "Acme",
        Act.ACCEPT,
        "plan",
        D.id("offer"),
        modality=Modality.CONDITIONAL,
        condition="if rest days go",
    )
    (row,) = positions(with_stances(hedged), D.reports, D.claims, blanks=False)
    assert (row.strength, row.modality, row.condition) == (
        "offered (conditional)",
        "conditional",
        "if rest days go",
    )


def test_packages_stand_side_by_side_with_differences_marked() -> None:
    offer, plan = proposals(*ASKED)
    assert list(offer.cells) == list(plan.cells) == ["pay", "rest"]
    assert (offer.cells["pay"].option, offer.cells["pay"].differs) == ("3%", True)
    assert (plan.cells["rest"].option, plan.cells["rest"].differs) == ("some", False)
    assert offer.cells["rest"].option is None
    assert offer.terms == {"pay": "3% *"}
    assert (plan.by, plan.to, plan.date, plan.open, plan.opens) == (None, None, None, True, ("wider talks",))
    assert plan.stage == "suggested"
    assert offer.claims == (D.id("offer"), D.id("refusal"))


def test_meetings_keep_each_items_own_outcome_and_unresolved_days_last() -> None:
    dated, council = meetings(*ASKED)
    assert (dated.date, dated.participants) == ("2024-02-01", ("Lee", "Mediator"))
    assert (council.date, council.event_text) == (None, "on Sunday")
    assert council.items == ("the offer: discussed", "the date of a strike: no vote taken")
    assert council.proposals == ("offer",)
    assert council.claims == (D.id("refusal"),)


def test_the_timeline_has_lanes_and_keeps_unresolved_days_apart() -> None:
    rows = timeline(*ASKED)
    resolved = [(r.date, r.kind, r.lane) for r in rows if r.resolved]
    assert resolved == [
        ("2024-01-10", "proposal", "Main talks"),
        ("2024-01-20", "event", "outside the tracks"),
        ("2024-02-01", "meeting", "outside the tracks"),
    ]
    open_ = {(r.kind, r.event_text, r.date) for r in rows if not r.resolved}
    assert open_ == {
        ("meeting", "on Sunday", None),
        ("proposal", None, None),
        ("deadline", "by the end of March", None),
    }
    assert [r.resolved for r in rows] == sorted((r.resolved for r in rows), reverse=True)
    deadline = next(r for r in rows if r.kind == "deadline")
    assert (deadline.reported, deadline.planned) == ("2024-02-20", True)


def test_said_finds_a_partys_and_a_persons_claims_in_order() -> None:
    rows = said(*ASKED, actor="clerks' union")
    assert [(r.date, r.report, r.act) for r in rows] == [
        ("2024-01-10", "first", "reject"),
        ("2024-01-11", "copy", "reject"),
        ("2024-02-20", "later", "accept"),
    ]
    assert [r.claims for r in said(*ASKED, actor="Lee")] == [(D.id("meeting"),)]
    assert said(*ASKED, actor="") == said(*ASKED, actor="nobody") == ()


def test_said_about_words_takes_endings_issues_and_looked_up_matches() -> None:
    union = "Clerks' union"
    assert len(said(*ASKED, actor=union, about="accepting")) == 1
    assert said(*ASKED, actor=union, about="pensions") == ()
    mediator = replace(next(c for c in D.claims if c.method == "suggestion"), actor="Mediator")
    claims = (*(c for c in D.claims if c.method != "suggestion"), mediator)
    asked = (D.picture, D.reports, claims)
    assert len(said(*asked, actor="Mediator", about="time")) == 1  # by the issue's family
    assert len(said(*ASKED, actor=union, about="anything", matches={D.id("refusal")})) == 1


def test_coverage_gives_the_words() -> None:
    one = report("one", "First. Second.")
    rows = coverage(
        [one],
        [
            Coverage("one", 7, 14, CoverageKind.NOTHING),
            Coverage("one", 0, 6, CoverageKind.CLAIM),
            Coverage("x", 0, 1, CoverageKind.CLAIM),
        ],
    )
    assert [(r.text, r.kind.value) for r in rows] == [
        ("First.", "claim"),
        ("Second.", "read, nothing claimed"),
    ]


def test_every_row_names_claims_that_exist() -> None:
    known = {c.id for c in D.claims}
    rows = [
        *positions(*ASKED),
        *proposals(*ASKED),
        *meetings(*ASKED),
        *timeline(*ASKED),
        *changes(*ASKED, since="2024-01-01"),
        *conflicts(*ASKED),
        *gaps(*ASKED),
        *said(*ASKED, actor="Acme"),
    ]
    assert rows
    assert all(set(row.claims) <= known for row in rows)
    assert D.picture.proposals[1].stage is Stage.SUGGESTED
