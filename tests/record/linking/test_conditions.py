"""What an agreement hangs on: approvals, red lines, leverage."""

from __future__ import annotations

import pytest

from tests.record.linking.made import linked, talks
from tracktwo.vocabulary import Act, Modality, Picture


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


@pytest.mark.parametrize(
    ("by", "rule"),
    [("a majority of the senate", "majority"), ("two thirds of the delegates", "two thirds")],
)
def test_of_two_rules_the_one_of_the_body(by: str, rule: str) -> None:
    t = talks()
    t.sentence("Any deal must be approved by a majority of the senate and by two thirds of the delegates.")
    body = by.rsplit(" ", 1)[1].capitalize()
    known = {"actor": body, "by": by, "party": "Tarvia", "modality": Modality.REQUIRED}
    t.claim(Act.RATIFY, "must be approved", "Any deal", **known)
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


def test_a_limit_told_after_its_thing_is_the_whole_of_it() -> None:
    t = talks()
    t.sentence("Water is not for sale, said Ina Holt of Tarvia.")
    t.claim(Act.RULE_OUT, "is not for sale", "Water", actor="Ina Holt", party="Tarvia")
    assert [line.text for line in linked(t).red_lines] == ["Water is not for sale"]
