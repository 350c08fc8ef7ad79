"""The prose: every sentence cited or a silence, reported verbs, loaded words inside quotes only."""

from __future__ import annotations

import dataclasses
import re

import pytest

from tests.brief import onda
from tracktwo.brief import Brief, compose
from tracktwo.brief.naming import Names
from tracktwo.brief.prose import foremost, next_steps, where_it_stands
from tracktwo.brief.tables.changes import change_words
from tracktwo.record.questions.changes import ChangeRow
from tracktwo.vocabulary import Act, Modality, Role, Voice

ADVICE = re.compile(r"\b(should|must|ought|need to|recommend|advis|better|best|worth)\b", re.IGNORECASE)


def sentences(brief: Brief) -> list[str]:
    return [s.text for p in where_it_stands(brief) for s in p.sentences]


def unquoted(text: str) -> str:
    return re.sub(r"“[^”]*”", "", text)


def test_half_a_page(brief: Brief) -> None:
    assert 100 < len(" ".join(sentences(brief)).split()) < 350


def test_what_is_said_of_a_proposal(brief: Brief) -> None:
    said = sentences(brief)
    assert "Selmar is reported to have suggested “Selmar plan” on 2 March 2031." in said
    assert (
        "It contains “a five-year quota of 40 cubic metres a second for Bolesk”, "
        "“a limited filling of the Tarn dam”; its terms are reported as an exchange."
    ) in said
    assert "As reported, Ilse Marn supports it; Odo Brek and others not named oppose it." in said
    assert (
        "No position of Arvania or Bolesk as a whole on “Selmar plan” or “unnamed outline” is reported."
        in said
    )
    assert "No position of Arvania as a whole on “Bolesk plan” is reported." in said
    assert "“unnamed outline” is reported only in outline; who outlined it is not reported." in said


def test_tabling_is_no_stance_of_its_own(brief: Brief) -> None:
    assert not any("Bolesk proposes it" in s for s in sentences(brief))


def test_process_and_limits(brief: Brief) -> None:
    said = sentences(brief)
    assert (
        "Approval by the Parliament (Arvania) is reported as required for “any change to the dam treaty”; "
        "rule not reported, members not reported."
    ) in said
    assert "No deadline is reported." in said
    assert any("no vote taken" in s for s in said)


def test_every_sentence_cites_or_says_that_nothing_is_reported(brief: Brief) -> None:
    known = {c.id for c in brief.claims}
    for paragraph in where_it_stands(brief):
        for sentence in paragraph.sentences:
            assert set(sentence.claims) <= known
            assert sentence.claims or re.search(r"reported|describe two tracks", sentence.text), sentence.text


def test_no_advice_outside_quotes(brief: Brief) -> None:
    texts = sentences(brief) + [n.text for step in next_steps(brief) for n in step.needs]
    for text in texts:
        assert not ADVICE.search(unquoted(text)), text


def test_loaded_words_of_reports_stay_inside_quotes() -> None:
    picture = onda.picture()
    first = picture.proposals[0]
    term = dataclasses.replace(first.terms["quota"], option="brutal quota", texts=("the brutal quota",))
    picture = dataclasses.replace(
        picture,
        proposals=(dataclasses.replace(first, name="brutal plan", terms={"quota": term}),),
        red_lines=(dataclasses.replace(picture.red_lines[0], text="any brutal deal"),),
        leverage=(dataclasses.replace(picture.leverage[0], if_="if brutal", then="brutal things"),),
    )
    made = compose(picture, onda.reports(), onda.claims(), onda.coverage())
    texts = sentences(made) + [n.text for step in next_steps(made) for n in step.needs]
    assert sum("brutal" in t for t in texts) >= 4
    assert not [t for t in texts if "brutal" in unquoted(t)]


def test_what_all_proposals_need_is_said_once(brief: Brief) -> None:
    steps = next_steps(brief)
    assert steps[0].key is None
    assert steps[0].needs[0].text == "Arvania’s yes: not reported."
    assert [s.key for s in steps[1:]] == ["selmar-plan", "stop-plan", "note"]
    assert not any(n in steps[0].needs for s in steps[1:] for n in s.needs)


def test_one_proposal_needs_no_common_part() -> None:
    picture = dataclasses.replace(onda.picture(), proposals=onda.proposals()[:1])
    (step,) = next_steps(compose(picture, onda.reports(), onda.claims(), onda.coverage()))
    assert step.lead == "For “Selmar plan” to pass, it would need:"
    assert step.needs[0].text == "Arvania’s yes: not reported."


def test_nothing_found_says_so() -> None:
    assert sentences(compose((), (), (), ())) == [
        "No negotiation between parties was found in these reports."
    ]


def test_a_planned_meeting_has_no_outcome_yet() -> None:
    picture = onda.picture()
    planned = dataclasses.replace(picture.meetings[0], modality=Modality.PLANNED)
    made = compose(
        dataclasses.replace(picture, meetings=(planned,)), onda.reports(), onda.claims(), onda.coverage()
    )
    assert (
        "Cabinet is reported to plan to meet (date not reported); on the agenda: "
        "“the Selmar plan”, “the date of filling”."
    ) in sentences(made)


def test_what_one_side_says_of_another_is_no_stance_in_the_prose() -> None:
    told = onda.stance("Arvania", Act.REJECT, "talks", party="Arvania", voice=Voice.OTHER_SIDE)
    picture = dataclasses.replace(onda.picture(), stances=(told,))
    made = compose(picture, onda.reports(), onda.claims(), onda.coverage())
    assert not any("rejects it" in s for s in sentences(made))


def test_a_role_told_twice_is_one_role() -> None:
    picture = onda.picture()
    third = picture.third_parties[0]
    twice = dataclasses.replace(third, roles=(*third.roles, Role("warns", ("talks",))))
    made = compose(
        dataclasses.replace(picture, third_parties=(twice,)),
        onda.reports(),
        onda.claims(),
        onda.coverage(),
    )
    assert [(r.role, r.claims) for r in made.third_parties["selmar"].roles] == [
        ("mediates", ("selmar-plan",)),
        ("warns", ("loans", "talks")),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("closed the spillway", "“closed the spillway”"),
        ("Closed the Spillway", "“Closed the Spillway”"),
        ("Somebody: closed the spillway (possible)", "Somebody: “closed the spillway” (possible)"),
        ("the spillway is shut", "the spillway is shut"),
        ("Somebody: shut it", "Somebody: shut it"),
    ],
)
def test_words_of_a_report_are_quoted_and_ours_are_not(brief: Brief, text: str, shown: str) -> None:
    assert Names.of(brief).as_reported(text, ("slide",)) == shown


def test_of_very_many_proposals_those_with_most_positions_are_told(brief: Brief) -> None:
    first, *_ = brief.proposals
    crowd = tuple(dataclasses.replace(first, key=f"p{n}", name=f"plan {n}", terms={}) for n in range(40))
    stood_on = tuple(
        dataclasses.replace(brief.stances[0], proposal="p33", actor=f"Party {n}") for n in range(3)
    )
    plenary = dataclasses.replace(brief, proposals=crowd, stances=stood_on)
    assert foremost(plenary, 6)[0].key == "p33"
    assert [p.key for p in foremost(plenary, 6)[1:]] == ["p0", "p1", "p2", "p3", "p4"]
    assert len([step for step in next_steps(plenary) if step.key]) <= 12
    assert "34 further proposals are in the table below." in sentences(plenary)
    assert foremost(brief, 6) == brief.proposals


@pytest.mark.parametrize(
    ("modality", "told"),
    [("asserted", "Norland rejects “the toll plan”"), ("negated", "Norland does not reject “the toll plan”")],
)
def test_a_new_stance_is_told_with_its_hedge(brief: Brief, modality: str, told: str) -> None:
    row = ChangeRow(
        "new", "“the toll plan”", "", "2031-01-01", "Norland", "Norland", None, "reject", (), modality
    )
    assert change_words(row, Names.of(brief)) == told
