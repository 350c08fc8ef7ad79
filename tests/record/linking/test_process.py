"""Tracks, meetings, ratification, red lines, leverage, durations, deadlines."""

from __future__ import annotations

import pytest

from tests.record.linking.coast import spring, winter
from tests.record.linking.made import Text, linked
from tracktwo.vocabulary import Act, Flag, LinkKind, Modality, Picture, Voice


@pytest.fixture(scope="module")
def picture() -> Picture:
    return linked(spring(), winter())


def talks() -> Text:
    t = Text("a", "2031-01-01")
    t.sentence("Marland is in negotiations with Tarvia.")
    t.claim(Act.MEET, "is in", "negotiations with Tarvia", actor="Marland", party="Marland", toward="Tarvia")
    return t


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


def test_approval_needed_with_every_reading_of_its_scope(picture: Picture) -> None:
    (needed,) = picture.ratification
    assert (needed.party, needed.body, needed.rule, needed.members_known) == (
        "Marland",
        "council",
        "unknown",
        False,
    )
    assert needed.scope == ("Marland concessions", "amnesty and Marland concessions")
    assert any("more than one way" in sentence for sentence in picture.assumptions)


@pytest.mark.parametrize(
    ("tail", "rule"),
    [
        ("by a two-thirds majority", "two-thirds"),
        ("by simple majority", "majority"),
        ("unanimously", "unanimity"),
        ("in spring", "unknown"),
    ],
)
def test_the_rule_only_as_reported(tail: str, rule: str) -> None:
    t = talks()
    t.sentence(f"The senate of Tarvia must ratify any deal {tail}.")
    t.claim(
        Act.RATIFY,
        "must ratify",
        "any deal",
        actor="Senate",
        by="senate",
        party="Tarvia",
        modality=Modality.REQUIRED,
    )
    assert [r.rule for r in linked(t).ratification] == [rule]


def test_the_approval_of_a_body_whose_side_no_report_names() -> None:
    t = talks()
    t.sentence("The city council must approve any deal by a two-thirds majority before 1 June.")
    t.claim(
        Act.RATIFY,
        "must approve",
        "any deal by a two-thirds majority before 1 June",
        actor="City Council",
        by="city council",
        modality=Modality.REQUIRED,
        event_text="before 1 June",
    )
    picture = linked(t)
    assert [(r.party, r.rule, r.scope) for r in picture.ratification] == [(None, "two-thirds", ("any deal",))]
    assert [(d.about, d.text) for d in picture.deadlines] == [
        ("must approve any deal by a two-thirds majority", "before 1 June")
    ]


def test_an_approval_given_is_no_rule() -> None:
    t = talks()
    t.sentence("The senate of Tarvia ratified the budget.")
    t.claim(Act.RATIFY, "ratified", "the budget", actor="Senate", by="senate", party="Tarvia")
    assert linked(t).ratification == ()


def test_a_red_line_maps_to_no_issue_by_itself(picture: Picture) -> None:
    (line,) = picture.red_lines
    assert (line.actor, line.text, line.issues) == ("Marland", "no deal may weaken its coast defences", ())


def test_what_was_not_ruled_out_is_no_red_line() -> None:
    t = talks()
    t.sentence("Tarvia did not rule out a truce.")
    t.claim(
        Act.RULE_OUT, "did not rule out", "a truce", actor="Tarvia", party="Tarvia", modality=Modality.NEGATED
    )
    assert linked(t).red_lines == ()


def test_leverage_marks_its_target_as_inferred(picture: Picture) -> None:
    (lever,) = picture.leverage
    assert lever.if_ not in lever.then
    assert (lever.by, lever.on, lever.if_, lever.then) == (
        "Orland",
        "Marland",
        "if no aid is let in",
        "cuts to arms deliveries",
    )
    assert lever.on_basis.startswith("inferred")


def test_leverage_with_an_addressee_is_reported() -> None:
    t = talks()
    t.sentence("Orland warned Tarvia of sanctions if the talks fail.")
    t.claim(
        Act.WARN,
        "warned",
        "sanctions",
        actor="Orland",
        party="Orland",
        toward="Tarvia",
        condition="if the talks fail",
    )
    assert [(x.on, x.on_basis) for x in linked(t).leverage] == [("Tarvia", "reported")]


def test_a_warning_without_a_condition_is_no_leverage() -> None:
    t = talks()
    t.sentence("Orland warned of hunger.")
    t.claim(Act.WARN, "warned of", "hunger", actor="Orland", party="Orland")
    assert linked(t).leverage == ()


def test_expected_duration_is_no_deadline(picture: Picture) -> None:
    assert picture.deadlines == ()
    (long,) = [d for d in picture.durations if "two weeks" in d.text]
    assert (long.at_least_days, long.at_most_days) == (14.0, None)
    (sitting,) = [d for d in picture.durations if d.text == "six-hour"]
    assert sitting.at_least_days == sitting.at_most_days == 0.25


@pytest.mark.parametrize(
    ("sentence", "act", "predicate", "object", "when", "known"),
    [
        (
            "The sides must conclude by 30 June.",
            Act.STATE,
            "must conclude",
            None,
            "by 30 June",
            {"modality": Modality.REQUIRED},
        ),
        (
            "The union will go on strike on 14 March unless there is a deal.",
            Act.THREATEN,
            "will go on strike",
            None,
            "on 14 March",
            {"condition": "unless there is a deal", "modality": Modality.PLANNED},
        ),
        ("The mediator set a deadline of 3 May.", Act.STATE, "set", "a deadline of 3 May", "3 May", {}),
    ],
)
def test_deadlines(
    sentence: str, act: Act, predicate: str, object: str | None, when: str, known: dict[str, object]
) -> None:
    t = talks()
    t.sentence(sentence)
    t.claim(
        act,
        predicate,
        object,
        by=None,
        event_text=when,
        event_from="2031-06-30",
        event_to="2031-06-30",
        **known,
    )
    (deadline,) = linked(t).deadlines
    assert (deadline.date, deadline.text) == ("2031-06-30", when)


def test_what_will_happen_on_a_day_is_no_deadline() -> None:
    t = talks()
    t.sentence("The sides will meet on 30 June.")
    t.claim(
        Act.MEET,
        "will meet",
        None,
        by="The sides",
        unnamed=True,
        modality=Modality.PLANNED,
        event_text="on 30 June",
    )
    assert linked(t).deadlines == ()


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


def test_a_limit_told_after_its_thing_is_the_whole_of_it() -> None:
    t = talks()
    t.sentence("Water is not for sale, said Ina Holt of Tarvia.")
    t.claim(Act.RULE_OUT, "is not for sale", "Water", actor="Ina Holt", party="Tarvia")
    assert [line.text for line in linked(t).red_lines] == ["Water is not for sale"]


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
