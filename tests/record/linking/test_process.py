"""Tracks, meetings, matters, third parties."""

from __future__ import annotations

import pytest

from tests.record.linking.coast import spring, winter
from tests.record.linking.made import Text, linked, talks
from tracktwo.vocabulary import Act, Flag, LinkKind, Modality, Picture, Voice


def test_three_tracks(picture: Picture) -> None:
    tracks = {t.key: t for t in picture.tracks}
    assert set(tracks) == {"quell", "tarvia-talks", "moor-plan"}
    first, third, second = tracks["quell"], tracks["tarvia-talks"], tracks["moor-plan"]
    assert (first.venue, first.convenor, first.proposals) == ("Quell", "Tarvia", ("modest-plan",))
    assert first.parallel_to == ("moor-plan",)
    assert second.parallel_to == ("quell",)
    assert (second.venue, second.convenor) == (None, None)
    assert (third.venue, third.convenor, third.mode, third.parallel_to) == (
        "Tarvia",
        None,
        "not reported",
        (),
    )
    assert set(third.parties) == {"Marland", "Coast Front"}


def test_persons_in_several_tracks(picture: Picture) -> None:
    sits_in = {t.key for t in picture.tracks if "Piet Moor" in t.persons}
    assert sits_in == {"quell", "moor-plan", "tarvia-talks"}
    assert all("Karim Nadi" not in t.persons for t in picture.tracks)


def test_a_track_told_again_is_joined(picture: Picture) -> None:
    again = Text("later", "2031-04-01")
    again.sentence("Marland holds negotiations with the Coast Front in Tarvia.")
    again.claim(
        Act.MEET,
        "holds",
        "negotiations with the Coast Front in Tarvia",
        actor="Marland",
        party="Marland",
        toward="Coast Front",
    )
    made = linked(spring(), winter(), again)
    assert len(made.tracks) == len(picture.tracks)
    ids = frozenset(
        j.id
        for j in made.joins
        if j.kind is LinkKind.TRACK and j.target == "tarvia-talks" and j.mention == "Tarvia"
    )
    assert ids
    assert len(linked(spring(), winter(), again, undone=ids).tracks) == len(picture.tracks) + 1


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("direct talks with Tarvia in Norway", "direct"),
        ("indirect talks with Tarvia in Norway", "indirect"),
        ("talks with Tarvia in Norway", "not reported"),
    ],
)
def test_mode_only_as_reported(words: str, mode: str) -> None:
    t = Text("a", "2031-01-01")
    t.sentence(f"Marland holds {words}.")
    t.claim(Act.MEET, "holds", words, actor="Marland", party="Marland", toward="Tarvia")
    assert [x.mode for x in linked(t).tracks] == [mode]


def test_talks_nobody_places_are_one_track() -> None:
    (track,) = linked(talks()).tracks
    assert (track.key, track.venue, set(track.parties)) == ("talks", None, {"Marland", "Tarvia"})


def test_sittings_stay_apart_and_keep_their_matters(picture: Picture) -> None:
    sat = [m for m in picture.meetings if m.body == "security-council"]
    assert [m.event_text for m in sat] == ["on Sunday", None]
    assert [(i.about, i.outcome, i.proposal) for i in sat[0].items] == [
        ("Moor plan", "discussed", "moor-plan")
    ]
    assert [(i.about, i.outcome, i.proposal) for i in sat[1].items] == [
        ("the timing of a raid on Sarn", "no vote taken", None),
        ("Humanitarian aid to Port Issa", "discussed", None),
    ]
    assert any("one or several" in sentence for sentence in picture.assumptions)


def test_a_meeting_of_persons(picture: Picture) -> None:
    (met,) = [m for m in picture.meetings if m.body is None]
    assert set(met.participants) == {"Ana Lund", "Piet Moor"}
    assert (met.venue, met.date, met.event_text, met.track) == ("Quell", None, None, "quell")


def test_a_day_that_is_resolved_dates_the_meeting_and_not_the_plan() -> None:
    t = talks()
    t.sentence("Marland tabled a plan.")
    t.claim(Act.PROPOSE, "tabled", "a plan", actor="Marland", party="Marland")
    t.sentence("The cabinet discussed the plan on Sunday.")
    t.claim(
        Act.DISCUSS,
        "discussed",
        "the plan",
        actor="Cabinet",
        by="cabinet",
        party="Marland",
        event_text="on Sunday",
        event_from="2030-12-29",
        event_to="2030-12-29",
    )
    made = linked(t)
    assert [m.date for m in made.meetings] == ["2030-12-29"]
    assert [p.date for p in made.proposals] == [None]


def test_a_contested_matter(picture: Picture) -> None:
    status = {i.key: i.status for i in picture.issues}
    assert status["release-detainees"] == "contested"
    assert status["hostilities-port-issa"] == "not reported"


def test_a_matter_in_no_package_is_still_an_issue(picture: Picture) -> None:
    assert "aid-port-issa" in {i.key for i in picture.issues}
    assert all("aid-port-issa" not in p.terms for p in picture.proposals)


def test_a_contested_matter_without_a_term_is_found_by_the_words() -> None:
    t = talks()
    t.sentence("The sides explore the release of hostages, which has been a sticking point.")
    t.claim(
        Act.MEET,
        "explore",
        "the release of hostages",
        by="The sides",
        unnamed=True,
        terms=(t.term("release", "the release of hostages", theme="hostages"),),
    )
    t.claim(
        Act.STATE,
        "has been",
        "a sticking point",
        by=None,
        voice=Voice.REPORTER,
        flags=(Flag("ambiguous", "", ("the release of hostages", "something else")),),
    )
    assert {i.key: i.status for i in linked(t).issues} == {"release-hostages": "contested"}


def met(key: str, venue: str = "Quell") -> Text:
    t = Text(key, "2031-01-01")
    t.sentence(f"Ana Lund met Piet Moor in {venue}.")
    t.claim(Act.MEET, "met", f"Piet Moor in {venue}", actor="Ana Lund", party="Tarvia", toward="Piet Moor")
    t.sentence("Marland is in negotiations with Tarvia.")
    t.claim(Act.MEET, "is in", "negotiations with Tarvia", actor="Marland", party="Marland", toward="Tarvia")
    return t


def test_one_meeting_told_by_two_reports_is_one_meeting() -> None:
    (meeting,) = linked(met("a"), met("b")).meetings
    assert len(meeting.claims) == 2
    assert len(linked(met("a"), met("b", "Dorn")).meetings) == 2
    ids = frozenset(j.id for j in linked(met("a"), met("b")).joins if j.kind is LinkKind.EVENT)
    assert len(linked(met("a"), met("b"), undone=ids).meetings) == 2


def test_what_a_body_did_in_one_sentence_it_did_at_one_sitting() -> None:
    t = talks()
    t.sentence("The board discussed the budget on Friday, but it did not vote on the budget.")
    board = {"actor": "Board", "party": "Marland"}
    t.claim(Act.DISCUSS, "discussed", "the budget", by="board", event_text="on Friday", **board)
    t.claim(Act.VOTE, "did not vote on", "the budget", by="it", modality=Modality.NEGATED, **board)
    (sitting,) = linked(t).meetings
    assert [(i.about, i.outcome) for i in sitting.items] == [
        ("the budget", "discussed"),
        ("the budget", "no vote taken"),
    ]


def test_a_vote_to_come_is_not_a_vote() -> None:
    t = talks()
    t.sentence("The board will vote on the budget on Friday.")
    t.claim(
        Act.VOTE,
        "will vote on",
        "the budget",
        actor="Board",
        by="board",
        party="Marland",
        modality=Modality.PLANNED,
        event_text="on Friday",
    )
    (sitting,) = linked(t).meetings
    assert [i.outcome for i in sitting.items] == ["vote planned"]
    assert sitting.modality is Modality.PLANNED


def test_what_two_sides_agreed_on_is_agreed() -> None:
    for sides, status in ((("Marland",), "not reported"), (("Marland", "Tarvia"), "agreed")):
        t = talks()
        t.sentence("Marland and Tarvia agreed on a truce of ten days.")
        terms = (t.term("truce", "a truce of ten days", extent="ten days"),)
        for name in sides:
            t.claim(Act.AGREE, "agreed on", "a truce of ten days", actor=name, party=name, terms=terms)
        assert [i.status for i in linked(t).issues if i.key == "hostilities"] == [status]


@pytest.mark.parametrize(
    ("modality", "sat"), [(Modality.ASSERTED, 1), (Modality.CONDITIONAL, 0), (Modality.POSSIBLE, 0)]
)
def test_what_a_body_only_would_discuss_is_no_meeting(modality: Modality, sat: int) -> None:
    t = talks()
    t.sentence("The senate of Tarvia would discuss the budget.")
    t.claim(
        Act.DISCUSS, "discuss", "the budget", actor="Senate", by="senate", party="Tarvia", modality=modality
    )
    assert len(linked(t).meetings) == sat


@pytest.mark.parametrize(("role", "mediates"), [("Mediator", True), ("deputy mayor", False)])
def test_who_is_called_a_mediator_mediates(role: str, mediates: bool) -> None:
    t = talks()
    t.sentence(f"{role} Ina Holt said the talks would go on.")
    t.claim(Act.STATE, "said", "the talks would go on", actor="Ina Holt", by=f"{role} Ina Holt", role=role)
    found = [third.name for third in linked(t).third_parties if third.name == "Ina Holt"]
    assert found == (["Ina Holt"] if mediates else [])
