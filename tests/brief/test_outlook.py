"""outlook and conditions: no figure, the reason, and what would have to hold."""

from __future__ import annotations

import dataclasses
import json
import re

from tests.brief import onda
from tracktwo.brief import Brief, compose
from tracktwo.vocabulary import Act, Modality, Picture, plain
from tracktwo.vocabulary.outlook import ProposalOutlook


def of(brief: Brief, key: str) -> ProposalOutlook:
    return next(p for p in brief.outlook.proposals if p.key == key)


def compose_with(**changes: object) -> Brief:
    picture: Picture = dataclasses.replace(onda.picture(), **changes)  # type: ignore[arg-type]
    return compose(picture, onda.reports(), onda.claims(), onda.coverage())


def test_nothing_is_estimable_and_no_figure_is_given(brief: Brief) -> None:
    data = plain(brief)["outlook"]
    assert data["p_zopa"] is data["p_zopa_no_evidence"] is data["best"] is None
    assert [p["key"] for p in data["proposals"]] == ["selmar-plan", "stop-plan", "note"]
    for proposal in data["proposals"]:
        assert proposal["estimable"] is False
        assert proposal["p_accept"] is proposal["p_pass_by_rule"] is proposal["blockers"] is None
        assert proposal["reason"]
    assert not re.search(r"\d\s?%|percent|probab|likel", json.dumps(data))


def test_conditions_name_each_silence(brief: Brief) -> None:
    assert of(brief, "selmar-plan").conditions == (
        "Arvania’s yes: not reported.",
        "Bolesk’s yes: not reported; within Bolesk, Ilse Marn supports it; "
        "Odo Brek and others not named oppose it.",
        "Approval by the Parliament (Arvania), reported as required for “any change to the dam treaty”: "
        "its rule is not reported; its members are not reported; "
        "whether this proposal falls under it is not reported.",
        "What “limited” means for filling of the Tarn dam: not reported.",
    )
    assert of(brief, "stop-plan").conditions[1] == (
        "Bolesk’s yes: it is reported to have tabled it; no later position is reported."
    )
    assert of(brief, "note").conditions[-2:] == (
        "The rest of its terms: the list is reported as incomplete.",
        "Its terms: not reported.",
    )


def test_a_reported_yes_is_said_to_be_one() -> None:
    yes = onda.stance("Arvania", Act.ACCEPT, "talks", party="Arvania")
    made = compose_with(stances=(yes,))
    assert of(made, "selmar-plan").conditions[0] == (
        "Arvania’s yes: reported; whether it still holds is not known."
    )


def test_a_conditional_yes_keeps_its_condition() -> None:
    yes = onda.stance(
        "Arvania", Act.ACCEPT, "talks", party="Arvania", modality=Modality.CONDITIONAL, condition="if paid"
    )
    made = compose_with(stances=(yes,))
    assert of(made, "selmar-plan").conditions[0] == (
        "Arvania’s yes: not reported; it would accept the proposal, “if paid”."
    )


def test_what_another_side_says_of_a_party_is_not_its_yes() -> None:
    from tracktwo.vocabulary import Voice

    told = onda.stance("Arvania", Act.ACCEPT, "talks", party="Arvania", voice=Voice.OTHER_SIDE)
    made = compose_with(stances=(told,))
    assert of(made, "selmar-plan").conditions[0].startswith("Arvania’s yes: not reported")


def test_those_a_package_names_who_are_at_no_table_are_conditions() -> None:
    bound = dataclasses.replace(onda.picture().affected[0], name="Tarn dam")
    made = compose_with(affected=(bound,))
    assert "Tarn dam: named in it and at no reported table; no position is reported." in (
        of(made, "selmar-plan").conditions
    )


def test_many_silent_parties_share_one_line() -> None:
    from tracktwo.vocabulary import Party

    crowd = tuple(Party(name.lower(), name) for name in ("Ava", "Bes", "Cor", "Dor"))
    yes = onda.stance("Dor", Act.ACCEPT, "talks", party="Dor")
    made = compose_with(parties=crowd, stances=(yes,), ratification=())
    assert of(made, "selmar-plan").conditions[:2] == (
        "The yes of Ava, Bes and Cor: not reported.",
        "Dor’s yes: reported; whether it still holds is not known.",
    )


def test_a_plenary_counts_the_silent() -> None:
    from tracktwo.vocabulary import Party

    crowd = tuple(Party(f"p{n}", f"Party {n}") for n in range(12))
    made = compose_with(parties=crowd, stances=(), ratification=())
    assert of(made, "selmar-plan").conditions[0] == "The yes of all 12 parties: not reported."
    assert of(made, "selmar-plan").reason == "No position of 12 of 12 parties on it is reported."
    yes = onda.stance("Party 3", Act.ACCEPT, "talks", party="Party 3")
    made = compose_with(parties=crowd, stances=(yes,), ratification=())
    assert of(made, "selmar-plan").conditions[:2] == (
        "The yes of the other 11 parties: not reported.",
        "Party 3’s yes: reported; whether it still holds is not known.",
    )


def test_a_proposal_without_terms_is_told_in_the_words_of_its_report() -> None:
    bare = dataclasses.replace(onda.proposals()[0], terms={})
    made = compose_with(proposals=(bare,))
    assert of(made, "selmar-plan").conditions[-1] == (
        "Its terms: only told of as “a five-year quota of 40 cubic metres a second for Bolesk in exchange "
        "for a limited filling of the Tarn dam”."
    )


def test_a_party_heard_on_both_sides_is_not_said_to_agree() -> None:
    both = tuple(onda.stance("Arvania", act, "talks", party="Arvania") for act in (Act.ACCEPT, Act.REJECT))
    made = compose_with(stances=both)
    assert of(made, "selmar-plan").conditions[0] == (
        "Arvania’s yes: reported both for and against it; see its positions."
    )
