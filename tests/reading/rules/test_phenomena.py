"""Single phenomena on own sentences: each rule with examples for and against."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act, Modality, Voice

A, M = Act, Modality

# sentence -> {(actor, act, modality)} among acts that are stances, offers or votes
STANCES = {
    "Kenya supported the plan.": {("Kenya", A.SUPPORT, M.ASSERTED)},
    "The plan was rejected by Kenya and supported by Norway.": {
        ("Kenya", A.REJECT, M.ASSERTED),
        ("Norway", A.SUPPORT, M.ASSERTED),
    },
    "Norway, opposed by Kenya and supported by Chile, objected to the text.": {
        ("Norway", A.OPPOSE, M.ASSERTED),
        ("Kenya", A.OPPOSE, M.NEGATED),
        ("Chile", A.OPPOSE, M.ASSERTED),
    },
    "The EU, supported by NORWAY and opposed by SAUDI ARABIA, proposed new text on aviation.": {
        ("European Union", A.PROPOSE, M.ASSERTED),
        ("Norway", A.SUPPORT, M.ASSERTED),
        ("Saudi Arabia", A.OPPOSE, M.ASSERTED),
    },
    "The text proposed by Norway was opposed by Chile and Peru.": {
        ("Norway", A.PROPOSE, M.ASSERTED),
        ("Chile", A.OPPOSE, M.ASSERTED),
        ("Peru", A.OPPOSE, M.ASSERTED),
    },
    "A proposal by Kenya to cut the levy by 10% was supported by Norway.": {
        ("Kenya", A.PROPOSE, M.ASSERTED),
        ("Norway", A.SUPPORT, M.ASSERTED),
    },
    "Although Kenya supported the plan, Norway rejected it.": {
        ("Kenya", A.SUPPORT, M.ASSERTED),
        ("Norway", A.REJECT, M.ASSERTED),
    },
    "Norway backed the draft but Sweden objected.": {
        ("Norway", A.SUPPORT, M.ASSERTED),
        ("Sweden", A.OPPOSE, M.ASSERTED),
    },
    "Peru is opposed to the plan.": {("Peru", A.OPPOSE, M.ASSERTED)},
    "Peru is not opposed to the plan.": {("Peru", A.OPPOSE, M.NEGATED)},
    "Peru and Chile are in favour of the draft.": {
        ("Peru", A.SUPPORT, M.ASSERTED),
        ("Chile", A.SUPPORT, M.ASSERTED),
    },
    "Norway cannot support the text.": {("Norway", A.SUPPORT, M.NEGATED)},
    "Norway no longer supports the text.": {("Norway", A.SUPPORT, M.NEGATED)},
    "Neither Norway nor Kenya supported the text.": {
        ("Norway", A.SUPPORT, M.NEGATED),
        ("Kenya", A.SUPPORT, M.NEGATED),
    },
    "It is not true that Kenya rejected the plan.": {("Kenya", A.REJECT, M.DENIED)},
    "Norway denied that it had rejected the offer.": {("Norway", A.REJECT, M.DENIED)},
    "Kenya stopped short of rejecting the plan.": set(),
    "Kenya was asked to support the plan.": set(),
    "Norway did not say whether it supported the plan.": set(),
    "Sweden did not rule out a veto.": {("Sweden", A.RULE_OUT, M.NEGATED)},
    "Sweden ruled out a veto.": {("Sweden", A.RULE_OUT, M.ASSERTED)},
    "Norway prefers a levy to a tax.": {("Norway", A.PREFER, M.ASSERTED)},
    "Norway withdrew its objection to the text.": {("Norway", A.WITHDRAW, M.ASSERTED)},
    "Support for the plan came from Kenya.": {("Kenya", A.SUPPORT, M.ASSERTED)},
    "Kenya's rejection of the draft surprised everybody.": {("Kenya", A.REJECT, M.ASSERTED)},
    "Kenya expressed support for the draft.": {("Kenya", A.SUPPORT, M.ASSERTED)},
    "Kenya urged Norway to reject the draft.": set(),
    "Kenya proposed to accept the draft.": {("Kenya", A.PROPOSE, M.ASSERTED)},
    "Parliament voted against the accord.": {("Parliament", A.VOTE_AGAINST, M.ASSERTED)},
}
SHOWN = {
    A.PROPOSE, A.SUPPORT, A.OPPOSE, A.ACCEPT, A.REJECT, A.WITHDRAW, A.PREFER, A.RULE_OUT, A.OFFER, A.VOTE_FOR,
    A.VOTE_AGAINST,
}  # fmt: skip


@pytest.mark.parametrize("sentence", STANCES)
def test_stances_and_their_sign(claims: Read, sentence: str) -> None:
    found = {(c.actor, c.act, c.modality) for c in claims(sentence) if c.act in SHOWN}
    assert found == STANCES[sentence]


CONDITIONS = {
    "Norway will support the plan provided that the levy is capped.": "provided that the levy is capped",
    "Kenya would accept the plan only if the quota is lifted.": "only if the quota is lifted",
    "Kenya refused to sign the accord unless the quota is lifted.": "unless the quota is lifted",
}


@pytest.mark.parametrize("sentence", CONDITIONS)
def test_conditions_are_kept_apart_from_the_object(claims: Read, sentence: str) -> None:
    (claim,) = [c for c in claims(sentence) if c.act in (A.SUPPORT, A.ACCEPT, A.REJECT)]
    assert claim.condition == CONDITIONS[sentence]
    assert claim.modality is M.CONDITIONAL
    assert "if" not in (claim.object or "").split()


def test_a_condition_belongs_to_its_own_clause(claims: Read) -> None:
    found = claims("Norway said it opposed the plan but would accept a levy if Kenya agreed to a cap.")
    by_act = {c.act: c for c in found}
    assert by_act[A.OPPOSE].object == "the plan"
    assert by_act[A.OPPOSE].condition is None
    assert by_act[A.ACCEPT].condition == "if Kenya agreed to a cap"
    assert [source.name for source in by_act[A.ACCEPT].attribution] == ["Norway"]
    assert not [c for c in found if c.actor == "Kenya"]


def test_attribution_is_a_claim_and_a_chain(claims: Read) -> None:
    found = claims("According to Kenya, Norway has dropped its demand for a 5% cut.")
    state = next(c for c in found if c.act is A.STATE)
    inner = next(c for c in found if c.act is A.WITHDRAW)
    assert (state.actor, state.object) == ("Kenya", "Norway has dropped its demand for a 5% cut")
    assert (inner.actor, inner.voice) == ("Norway", Voice.OTHER_SIDE)
    assert [(source.name, source.cue) for source in inner.attribution] == [("Kenya", "according to")]


def test_the_speaker_after_the_words(claims: Read) -> None:
    found = claims('"We accept the plan," said Canadian negotiator Jane Keller on Monday.')
    state = next(c for c in found if c.act is A.STATE)
    accept = next(c for c in found if c.act is A.ACCEPT)
    assert state.actor == accept.actor == "Jane Keller"
    assert accept.object == "the plan"
    assert any(flag.code == "anaphor" for flag in accept.flags)


def test_first_person_without_a_speaker_is_nobody_named(claims: Read) -> None:
    (claim,) = claims("We reject the plan.")
    assert (claim.act, claim.actor, claim.actor_text, claim.unnamed) == (A.REJECT, None, "We", True)


def test_an_unresolved_pronoun_gives_no_actor(claims: Read) -> None:
    assert [c.actor for c in claims("He rejected the plan.")] in ([], [None])


def test_two_sentences(claims: Read) -> None:
    found = claims("Canadian negotiator Jane Keller met reporters.", "She supported the draft.")
    (support,) = [c for c in found if c.act is A.SUPPORT]
    assert (support.actor, support.actor_text) == ("Jane Keller", "She")


def test_exchange_keeps_both_sides(claims: Read) -> None:
    (claim,) = claims("Kenya proposed a 4% levy in exchange for the removal of all quotas on beef.")
    assert [(t.head, t.extent) for t in claim.terms] == [("levy", "4%"), ("removal", "all")]
    (exchange,) = [flag for flag in claim.flags if flag.code == "exchange"]
    assert exchange.readings == ("a 4% levy", "the removal of all quotas on beef")


TERMS = {
    "Kenya proposed a wage rise of 4.5 percent.": ("rise", "wage", "4.5 percent"),
    "Kenya proposed a contract of two years.": ("contract", None, "two years"),
    "Kenya proposed to raise the minimum wage to 16 euros.": ("raise", "minimum wage", "16 euros"),
    "Kenya proposed the release of all prisoners.": ("release", "prisoners", "all"),
    "Kenya proposed the release of at least 40 prisoners.": ("release", "prisoners", "at least 40"),
    "Kenya proposed a 42-day ceasefire.": ("ceasefire", None, "42-day"),
    "Kenya proposed cutting the tariff on steel by 15%.": ("cut", "tariff on steel", "15%"),
    "Kenya demanded an end to night shifts.": ("end", "night shifts", None),
    "Kenya suggested that 120 detainees should be released.": ("release", "detainees", "120"),
    "Kenya proposed to phase out fuel subsidies by 2030.": ("phase out", "fuel subsidies", None),
    "Kenya proposed the transfer of environmentally sound technologies.": (
        "transfer",
        "environmentally sound technologies",
        None,
    ),
    "Kenya proposed a higher target than Norway.": ("target", None, None),
}


@pytest.mark.parametrize("sentence", TERMS)
def test_terms(claims: Read, sentence: str) -> None:
    found = [t for c in claims(sentence) if c.act in (A.PROPOSE, A.DEMAND) for t in c.terms]
    assert [(t.head, t.theme, t.extent) for t in found][:1] == [TERMS[sentence]]


def test_opposite_stances_of_one_actor_are_flagged(claims: Read) -> None:
    found = claims("Kenya supported the levy but opposed the tax.")
    flagged = [c.act for c in found if any(flag.code == "opposite-stances" for flag in c.flags)]
    assert sorted(flagged) == [A.OPPOSE, A.SUPPORT]


def test_required_approval_names_who_approves(claims: Read) -> None:
    (claim,) = claims("Any agreement must be ratified by the Senate.")
    assert (claim.act, claim.actor, claim.modality) == (A.RATIFY, "Senate", M.REQUIRED)
    assert claim.object == "Any agreement"


def test_generic_actors_of_a_plenary_claim_nothing(claims: Read) -> None:
    plenary = "In plenary, the Co-Chairs opened the contact group; delegations and parties were seated."
    assert claims(plenary, "Delegates supported the draft.") == ()


def test_reading_twice_gives_the_same(claims: Read) -> None:
    sentence = "The EU, supported by NORWAY, said it would accept the text if Kenya agreed."
    assert claims(sentence) == claims(sentence)
