"""Mentions to proposals, with undoable joins."""

from __future__ import annotations

import pytest

from tests.record.linking.coast import spring, winter
from tests.record.linking.made import Text, linked
from tracktwo.vocabulary import Act, LinkKind, Modality, Picture, Proposal, Stage


def by_key(picture: Picture, key: str) -> Proposal:
    (found,) = [p for p in picture.proposals if p.key == key]
    return found


def options(proposal: Proposal) -> dict[str, str]:
    return {issue: term.option for issue, term in proposal.terms.items()}


def test_exactly_these_proposals(picture: Picture) -> None:
    assert {(p.key, p.by, p.stage) for p in picture.proposals} == {
        ("modest-plan", "Tarvia", Stage.SUGGESTED),
        ("wider-truce-all-detainees", None, Stage.OUTLINED),
        ("moor-plan", "Piet Moor", Stage.TABLED),
        ("30-day-truce-25-detainees", None, Stage.UNDER_NEGOTIATION),
        ("nadi-steps", "Karim Nadi", Stage.SUGGESTED),
    }


def test_a_package_with_an_epithet_keeps_its_quotation_marks(picture: Picture) -> None:
    plan = by_key(picture, "modest-plan")
    assert plan.name == "“modest” plan"
    assert options(plan) == {"release-detainees": "some", "hostilities-port-issa": "short truce"}
    assert plan.exchange
    assert not plan.open
    assert plan.date is None


def test_who_was_told_is_inferred_from_the_meeting_and_says_so(picture: Picture) -> None:
    assert by_key(picture, "modest-plan").to == "Piet Moor"
    assert any(
        "addressed to Piet Moor" in sentence and "inferred" in sentence for sentence in picture.assumptions
    )


def test_it_opens_talks_and_not_another_plan(picture: Picture) -> None:
    plan = by_key(picture, "modest-plan")
    assert plan.opens == ("fuller talks",)
    assert not by_key(picture, "moor-plan").opens
    outlined = by_key(picture, "wider-truce-all-detainees")
    assert options(outlined) == {"hostilities-port-issa": "wider truce", "release-detainees": "all"}


def test_aims_and_returns_of_one_plan_are_one_package(picture: Picture) -> None:
    plan = by_key(picture, "moor-plan")
    assert options(plan) == {
        "hostilities-port-issa": "end",
        "hostilities-dorn": "end",
        "release-detainees": "all",
    }
    assert plan.exchange
    assert plan.terms["release-detainees"].giver == "Coast Front"
    assert plan.terms["release-detainees"].giver_basis == "reported"
    assert plan.terms["hostilities-port-issa"].giver is None


def test_a_giver_named_elsewhere_is_inferred_within_its_report_only(picture: Picture) -> None:
    assert (by_key(picture, "modest-plan").terms["release-detainees"].giver_basis or "").startswith(
        "inferred"
    )
    assert by_key(picture, "30-day-truce-25-detainees").terms["release-detainees"].giver is None


def test_an_open_list_is_open(picture: Picture) -> None:
    steps = by_key(picture, "nadi-steps")
    assert steps.open
    assert options(steps) == {
        "withdrawal-marland": "partial withdrawal",
        "hostilities-port-issa": "complete halt",
    }


def test_words_that_point_back_are_joined_with_a_reason(picture: Picture) -> None:
    joined = {(j.mention, j.target) for j in picture.joins if j.kind is LinkKind.PROPOSAL}
    assert {
        ("This plan", "modest-plan"),
        ("the Tarvia initiative", "modest-plan"),
        ("the proposal", "modest-plan"),
        ("This larger proposal", "moor-plan"),
        ("it", "moor-plan"),
        ("This proposal", "moor-plan"),
    } <= joined
    assert all(j.reason and j.claims for j in picture.joins)


@pytest.mark.parametrize("mention", ["the Tarvia initiative", "This proposal", "it", "first effort"])
def test_an_undone_join_stays_undone(picture: Picture, mention: str) -> None:
    ids = frozenset(j.id for j in picture.joins if j.mention == mention)
    assert ids
    again = linked(spring(), winter(), undone=ids)
    assert mention not in {j.mention for j in again.joins if j.kind is LinkKind.PROPOSAL}
    assert again != picture


def test_undoing_the_stance_s_join_takes_the_stance(picture: Picture) -> None:
    ids = frozenset(j.id for j in picture.joins if j.mention == "the Tarvia initiative")
    assert "Jon Vale" not in {s.actor for s in linked(spring(), winter(), undone=ids).stances}


def offer(key: str, date: str, extent: str, *, actor: str = "Marland", object: str = "a plan") -> Text:
    t = Text(key, date)
    t.sentence("Marland and Tarvia hold negotiations in Quell.")
    for one, other in (("Marland", "Tarvia"), ("Tarvia", "Marland")):
        t.claim(Act.MEET, "hold", "negotiations in Quell", actor=one, party=one, toward=other)
    t.sentence(f"{actor} proposed {object} to release {extent} detainees.")
    t.claim(
        Act.PROPOSE,
        "proposed",
        f"{object} to release {extent} detainees",
        actor=actor,
        party=actor,
        terms=(t.term("release", f"release {extent} detainees", theme="detainees", extent=extent),),
    )
    return t


def test_the_same_terms_of_the_same_author_in_two_reports_are_one() -> None:
    one = linked(offer("a", "2031-01-01", "40"), offer("b", "2031-01-05", "40"))
    assert len(one.proposals) == 1
    assert len(one.proposals[0].claims) == 2
    (join,) = [j for j in one.joins if j.kind is LinkKind.PROPOSAL]
    assert (
        len(
            linked(
                offer("a", "2031-01-01", "40"), offer("b", "2031-01-05", "40"), undone=frozenset({join.id})
            ).proposals
        )
        == 2
    )


def test_other_terms_or_another_author_are_another_proposal() -> None:
    assert len(linked(offer("a", "2031-01-01", "40"), offer("b", "2031-01-05", "60")).proposals) == 2
    assert (
        len(linked(offer("a", "2031-01-01", "40"), offer("b", "2031-01-05", "40", actor="Tarvia")).proposals)
        == 2
    )


def test_a_name_that_fits_nobody_s_proposal_joins_nothing() -> None:
    t = offer("a", "2031-01-01", "40")
    t.sentence("Tarvia opposed the Norwegian proposal.")
    t.claim(Act.OPPOSE, "opposed", "the Norwegian proposal", actor="Tarvia", party="Tarvia")
    assert linked(t).stances == ()


def test_any_deal_is_no_proposal() -> None:
    t = offer("a", "2031-01-01", "40")
    t.sentence("Tarvia opposed any deal.")
    t.claim(Act.OPPOSE, "opposed", "any deal", actor="Tarvia", party="Tarvia")
    assert linked(t).stances == ()


def test_also_adds_to_the_package_of_the_sentence_before() -> None:
    t = offer("a", "2031-01-01", "40")
    t.sentence("Marland also proposed a two-week truce.")
    t.claim(
        Act.PROPOSE,
        "proposed",
        "a two-week truce",
        actor="Marland",
        party="Marland",
        terms=(t.term("truce", "a two-week truce", extent="two-week"),),
    )
    (proposal,) = linked(t).proposals
    assert options(proposal) == {"release-detainees": "40", "hostilities": "two-week truce"}


def test_the_strongest_of_two_extents_is_the_option_and_all_texts_are_kept() -> None:
    t = offer("a", "2031-01-01", "40")
    t.sentence("The plan would later free all detainees.")
    t.claim(
        Act.PROPOSE,
        "would later free",
        "all detainees",
        by="The plan",
        flags=("about-proposal",),
        modality=Modality.CONDITIONAL,
        terms=(t.term("free", "all detainees", theme="detainees", extent="all"),),
    )
    (proposal,) = linked(t).proposals
    assert proposal.terms["release-detainees"].option == "all"
    assert proposal.terms["release-detainees"].texts == ("release 40 detainees", "all detainees")


def test_agreed_takes_two_sides() -> None:
    for sides, stage in ((("Marland",), Stage.TABLED), (("Marland", "Tarvia"), Stage.AGREED)):
        t = offer("a", "2031-01-01", "40")
        t.sentence("Marland and Tarvia agreed to the plan.")
        for name in sides:
            t.claim(Act.AGREE, "agreed to", "the plan", actor=name, party=name)
        assert linked(t).proposals[0].stage is stage


def test_only_its_author_s_side_withdraws_a_proposal() -> None:
    for name, stage in (("Tarvia", Stage.TABLED), ("Marland", Stage.WITHDRAWN)):
        t = offer("a", "2031-01-01", "40")
        t.sentence(f"{name} withdrew the plan.")
        t.claim(Act.WITHDRAW, "withdrew", "the plan", actor=name, party=name)
        assert linked(t).proposals[0].stage is stage


def test_an_approval_needed_moves_nothing() -> None:
    t = offer("a", "2031-01-01", "40")
    t.sentence("The senate of Tarvia must ratify the plan.")
    t.claim(
        Act.RATIFY,
        "must ratify",
        "the plan",
        actor="Senate",
        by="senate",
        party="Tarvia",
        modality=Modality.REQUIRED,
    )
    assert linked(t).proposals[0].stage is Stage.TABLED


def test_what_nobody_proposed_is_no_proposal() -> None:
    t = offer("a", "2031-01-01", "40")
    t.sentence("Tarvia did not propose a plan.")
    t.claim(
        Act.PROPOSE, "did not propose", "a plan", actor="Tarvia", party="Tarvia", modality=Modality.NEGATED
    )
    assert [p.by for p in linked(t).proposals] == ["Marland"]


def test_support_in_the_words_of_the_proposal_is_support_of_it() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Marland, supported by Tarvia and opposed by Orland, proposed text on a levy.")
    t.claim(Act.SUPPORT, "proposed", "text on a levy", actor="Tarvia", party="Tarvia")
    t.claim(Act.PROPOSE, "proposed", "text on a levy", actor="Marland", party="Marland")
    t.claim(Act.OPPOSE, "proposed", "text on a levy", actor="Orland", party="Orland")
    found = linked(t)
    (proposal,) = found.proposals
    assert {(s.actor, s.act, s.proposal) for s in found.stances} == {
        ("Tarvia", Act.SUPPORT, proposal.key),
        ("Orland", Act.OPPOSE, proposal.key),
    }


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("its objection", True),
        ("its objection to the proposal", True),
        ("its objection to the fishing limits", False),
        ("its delegation", False),
    ],
)
def test_a_stance_taken_back_is_tied_to_the_proposal_it_was_taken_on(words: str, tied: bool) -> None:
    text = Text("session", "2025-03-02")
    text.sentence("Norland proposed a shorter session.").claim(
        Act.PROPOSE, "proposed", "a shorter session", actor="Norland", party="Norland"
    )
    text.sentence("Tarvia opposed the proposal.").claim(
        Act.OPPOSE, "opposed", "the proposal", actor="Tarvia", party="Tarvia"
    )
    text.sentence(f"Tarvia withdrew {words}.").claim(
        Act.WITHDRAW, "withdrew", words, actor="Tarvia", party="Tarvia"
    )
    picture = linked(text)
    (proposal,) = picture.proposals
    assert proposal.stage is not Stage.WITHDRAWN
    stances = [(s.actor, s.act, s.proposal) for s in picture.stances]
    assert (("Tarvia", Act.WITHDRAW, proposal.key) in stances) is tied
    assert ("Tarvia", Act.OPPOSE, proposal.key) in stances


@pytest.mark.parametrize(
    ("act", "verb", "modality", "taken"),
    [
        (Act.SUPPORT, "supports", Modality.ASSERTED, True),
        (Act.VOTE_AGAINST, "would vote against", Modality.CONDITIONAL, True),
        (Act.SUPPORT, "may support", Modality.POSSIBLE, False),
        (Act.DISCUSS, "discussed", Modality.ASSERTED, False),
    ],
)
def test_a_named_person_of_no_reported_side_keeps_a_stance(
    act: Act, verb: str, modality: Modality, taken: bool
) -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Marland proposed the harbour plan to Tarvia.")
    t.claim(Act.PROPOSE, "proposed", "the harbour plan", actor="Marland", party="Marland", toward="Tarvia")
    t.sentence(f"Councillor Ina Holt {verb} the harbour plan.")
    t.claim(act, verb, "the harbour plan", actor="Ina Holt", by="Councillor Ina Holt", modality=modality)
    found = [(s.actor, s.party, s.act) for s in linked(t).stances if s.actor == "Ina Holt"]
    assert found == ([("Ina Holt", None, act)] if taken else [])
