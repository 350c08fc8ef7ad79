"""The founding reports, read and linked: the case they add up to, and what must never appear in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tracktwo.reading import read_all
from tracktwo.record.linking import link
from tracktwo.reports import load_all
from tracktwo.vocabulary import Act, Modality, Picture, Proposal, Stage

R1, R2 = "000_6aaac664698154f3", "004_934ff0b2c4c95f8f"


@pytest.fixture(scope="module")
def picture(shared_data: Path) -> Picture:
    reports, _ = load_all([shared_data / "seeds"])
    claims = [claim for reading in read_all(reports) for claim in reading.claims]
    (made,) = link(reports, claims)
    return made


def by(picture: Picture, name: str | None, stage: Stage | None = None) -> Proposal:
    (found,) = [p for p in picture.proposals if p.by == name and (stage is None or p.stage is stage)]
    return found


def options(proposal: Proposal) -> dict[str, str]:
    return {issue: term.option for issue, term in proposal.terms.items()}


def test_parties_and_those_who_are_none(picture: Picture) -> None:
    assert {p.name for p in picture.parties} == {"Israel", "Hamas"}
    assert {a.name for a in picture.affected} >= {
        "Hezbollah",
        "Lebanon",
        "Iran",
        "hostages",
        "prisoners",
        "people in Gaza",
    }


def test_eleven_persons(picture: Picture) -> None:
    inside = {m.name for p in picture.parties for m in p.members}
    outside = {m.name for t in picture.third_parties for m in t.members}
    assert (len(inside), len(outside)) == (9, 2)
    assert outside == {"Hassan Rashad", "Antony Blinken"}


def test_third_parties(picture: Picture) -> None:
    roles = {t.name: {r.role for r in t.roles} for t in picture.third_parties}
    assert {"convenes", "suggests"} <= roles["Egypt"]
    assert {"presses", "warns", "supplies"} == roles["United States"]
    assert roles["Qatar"] == {"hosts"}
    assert not {"mediates", "guarantees"} & {role for each in roles.values() for role in each}


def test_tracks(picture: Picture) -> None:
    tracks = {t.key: t for t in picture.tracks}
    assert len(tracks) == 3
    cairo = tracks["cairo"]
    assert (cairo.convenor, cairo.venue, cairo.parallel_to) == ("Egypt", "Cairo", ("barnea-plan",))
    (qatar,) = [t for t in tracks.values() if t.venue == "Qatar"]
    assert (qatar.convenor, qatar.mode, qatar.parallel_to) == (None, "not reported", ())
    assert {"David Barnea", "Ronen Bar", "Nitzan Alon"} == set(qatar.persons)


def test_small_deal(picture: Picture) -> None:
    deal = by(picture, "Egypt")
    assert (deal.key, deal.stage, deal.date, deal.track) == ("small-deal", Stage.SUGGESTED, None, "cairo")
    assert options(deal) == {"release-hostages": "limited", "hostilities-gaza": "brief ceasefire"}
    assert deal.exchange
    assert deal.opens == ("more extensive negotiations",)
    outlined = by(picture, None, Stage.OUTLINED)
    assert options(outlined) == {"release-hostages": "all", "hostilities-gaza": "broader ceasefire"}


def test_barnea_plan(picture: Picture) -> None:
    plan = by(picture, "David Barnea")
    assert options(plan) == {
        "release-hostages": "all",
        "hostilities-gaza": "end",
        "hostilities-lebanon": "end",
    }
    assert plan.exchange
    assert plan.terms["release-hostages"].giver == "Hamas"
    (sunday,) = [m for m in picture.meetings if m.event_text == "on Sunday"]
    assert [(i.proposal, i.outcome) for i in sunday.items] == [(plan.key, "discussed")]
    assert sunday.date is None


def test_42_days_for_40_hostages(picture: Picture) -> None:
    package = by(picture, None, Stage.UNDER_NEGOTIATION)
    assert options(package) == {"release-hostages": "40", "hostilities-gaza": "42-day ceasefire"}
    assert all(term.giver is None for term in package.terms.values())
    assert [t.venue for t in picture.tracks if t.key == package.track] == ["Qatar"]


def test_hamdan_s_steps(picture: Picture) -> None:
    steps = by(picture, "Osama Hamdan")
    assert steps.open
    assert options(steps) == {
        "withdrawal-israel": "partial withdrawal",
        "hostilities-gaza": "complete cessation",
    }


def test_order_of_options(picture: Picture) -> None:
    issues = {i.key: i.options for i in picture.issues}
    assert issues["release-hostages"] == ("no change", "limited", "40", "all")
    assert issues["hostilities-gaza"] == (
        "no change",
        "brief ceasefire",
        "42-day ceasefire",
        "broader ceasefire",
        "permanent ceasefire",
        "end",
        "complete cessation",
    )


def test_stances_are_three_and_an_open_set(picture: Picture) -> None:
    assert {(s.actor, s.party, s.act, s.proposal, s.open_set) for s in picture.stances if s.proposal} == {
        ("Yoav Gallant", "Israel", Act.SUPPORT, "small-deal", False),
        ("Itamar Ben Gvir", "Israel", Act.OPPOSE, "small-deal", False),
        ("Betzalel Smotrich", "Israel", Act.OPPOSE, "small-deal", False),
        (None, "Israel", Act.OPPOSE, "small-deal", True),
    }
    assert not [s for s in picture.stances if s.actor in ("Israel", "Hamas", "Benjamin Netanyahu")]
    assert not [s for s in picture.stances if s.party == "United States"]


def test_nothing_is_agreed_and_no_vote_is_tied_to_a_package(picture: Picture) -> None:
    assert not [p for p in picture.proposals if p.stage in (Stage.AGREED, Stage.RATIFIED, Stage.IN_FORCE)]
    votes = [i for m in picture.meetings for i in m.items if "vote" in i.outcome]
    assert [(i.about, i.outcome, i.proposal) for i in votes] == [
        ("the timing of the strike", "no vote taken", None)
    ]


def test_approval_red_line_leverage_duration(picture: Picture) -> None:
    (needed,) = picture.ratification
    assert (needed.party, needed.body, needed.rule, needed.members_known) == (
        "Israel",
        "cabinet",
        "unknown",
        False,
    )
    (line,) = picture.red_lines
    assert (line.actor, line.issues) == ("Israel", ())
    (lever,) = picture.leverage
    assert (lever.by, lever.on) == ("United States", "Israel")
    assert lever.on_basis.startswith("inferred")
    assert picture.deadlines == ()
    (talks,) = [d for d in picture.durations if "two weeks" in d.text]
    assert (talks.at_least_days, talks.at_most_days) == (14.0, None)


def test_bodies(picture: Picture) -> None:
    bodies = {b.key: b for b in picture.bodies}
    assert set(bodies) == {
        "cabinet",
        "security-cabinet",
        "mossad",
        "shin-bet",
        "israel-defense-forces",
        "general-intelligence-service",
    }
    assert dict(bodies["cabinet"].same_as) == {"security-cabinet": "unsure"}
    assert all(b.members is None and b.size is None for b in bodies.values())


def test_events_without_agents_that_nobody_states(picture: Picture) -> None:
    (death,) = [e for e in picture.events if e.target == "Yahya Sinwar"]
    assert (death.agent, len(death.assessments)) == (None, 3)
    (attack,) = [e for e in picture.events if "missile" in e.text]
    assert (attack.agent, attack.date, attack.kind) == (None, None, "attack")
    assert {e.place for e in picture.events if e.kind == "fighting"} >= {"Rafah", "Lebanon"}
    assert all(e.planned for e in picture.events if "Blinken" in e.text)


def test_contested_issues(picture: Picture) -> None:
    status = {i.key: i.status for i in picture.issues}
    assert {key for key, value in status.items() if value == "contested"} == {
        "release-hostages",
        "release-prisoners",
        "concessions",
    }
    assert "aid-gaza" in status


def test_what_is_assumed_is_said(picture: Picture) -> None:
    said = " ".join(picture.assumptions)
    for words in (
        "“limited” stands against",
        "“brief ceasefire” stands against",
        R1,
        "October 1",
        "same body",
    ):
        assert words in said


def test_a_day_given_later_dates_the_meeting_only(shared_data: Path) -> None:
    reports, _ = load_all([shared_data / "seeds"])
    claims = [claim for reading in read_all(reports) for claim in reading.claims]
    dated = [replace(r, date=dt.date(2024, 10, 21)) if r.key == R1 else r for r in reports]
    resolved = [
        replace(c, event_from="2024-10-20", event_to="2024-10-20") if c.event_text == "on Sunday" else c
        for c in claims
    ]
    (made,) = link(dated, resolved)
    assert [m.date for m in made.meetings if m.event_text == "on Sunday"] == ["2024-10-20"]
    assert all(p.date is None for p in made.proposals)
    assert not [m for m in made.meetings if m.date and "Hassan Rashad" in m.participants]
    assert not [m for m in made.meetings if m.modality is Modality.NEGATED]
