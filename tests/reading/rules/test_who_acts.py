"""Who acts: names in no list, people without a name, short descriptions, groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tracktwo.reading.clauses.people import is_people
from tracktwo.vocabulary import Act, Claim, Modality

Read = Callable[..., tuple[Claim, ...]]


def who(claims: tuple[Claim, ...], act: Act) -> list[str | None]:
    return [claim.actor for claim in claims if claim.act is act]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elbonia rejected the text.", "Elbonia"),
        ("Upper Sorin rejected the text.", "Upper Sorin"),
        ("Yesterday Norland rejected the text.", "Norland"),
        ("Ada Moreno rejected the plan.", "Ada Moreno"),
        ("The Farmers' Party rejected the plan.", "Farmers' Party"),
        ("The employers' association Textil rejected the plan.", "Textil"),
        ("The Pirates rejected the plan.", "Pirates"),
        ("The government in Lima rejected the plan.", "Peru"),
        ("Its commerce secretary, Anton Vesely, rejected the plan.", "Anton Vesely"),
        ("Her counterpart on the other side, Josef Adamec, rejected the plan.", "Josef Adamec"),
    ],
)
def test_a_name_in_no_list_that_acts_is_an_actor(claims: Read, text: str, name: str) -> None:
    assert who(claims(text), Act.REJECT) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Finally rejected, the text was torn up.",
        "Negotiation rejected by nobody is rare.",
        "The Roth Convention rejected no text.",
        "Nobody rejected the text.",
    ],
)
def test_the_first_word_of_a_sentence_is_no_name(claims: Read, text: str) -> None:
    assert [name for name in who(claims(text), Act.REJECT) if name] == []


def test_a_state_in_no_list_is_its_own_party_and_has_an_adjective(claims: Read) -> None:
    found = claims(
        "The talks between Norway and Ruritania went on.",
        "Ruritania rejected the plan.",
        "The Ruritanian government offered a truce.",
    )
    assert [(c.actor, c.party) for c in found if c.act in (Act.REJECT, Act.OFFER)] == [("Ruritania",) * 2] * 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bus drivers in Calder rejected the offer.", "Bus drivers in Calder"),
        ("Farmers rejected the offer.", "Farmers"),
        (
            "Sugar growers in Norway, who fear for their prices, rejected the offer.",
            "Sugar growers in Norway",
        ),
        ("The two governments rejected the offer.", "The two governments"),
    ],
)
def test_people_without_a_name_act_unnamed(claims: Read, text: str, words: str) -> None:
    (claim,) = (c for c in claims(text) if c.act is Act.REJECT)
    assert (claim.actor, claim.unnamed, claim.actor_text, claim.party) == (None, True, words, None)


def test_plurals_of_things_do_not_act(claims: Read) -> None:
    assert who(claims("The papers rejected the plan."), Act.REJECT) == []
    assert [is_people(word) for word in ("growers", "residents", "containers", "costs")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_described_organisation_is_the_one_named_so(claims: Read) -> None:
    found = claims("The Coastal Alliance proposed a truce.", "The alliance rejected the text.", "They left.")
    assert who(found, Act.REJECT) == ["Coastal Alliance"]
    found = claims("The city of Halden proposed a tax.", "The city rejected the text.")
    assert who(found, Act.REJECT) == ["Halden"]


def test_a_description_that_fits_two_is_nobody(claims: Read) -> None:
    found = claims("The Red Front and the Blue Front proposed a truce.", "The front rejected the text.")
    assert who(found, Act.REJECT) == []


def test_short_names_and_the_company_are_the_whole_name(claims: Read) -> None:
    found = claims(
        "Skyline Hotels proposed a pause.", "Skyline rejected the text.", "The company rejected a levy."
    )
    assert who(found, Act.REJECT) == ["Skyline Hotels", "Skyline Hotels"]


def test_they_is_the_subject_before_and_not_a_list_inside_the_sentence(claims: Read) -> None:
    found = claims("The Delta Brigades met Norway and Chile.", "They rejected the plan.")
    assert who(found, Act.REJECT) == ["Delta Brigades"]
    found = claims("Norway met Kenya and Chile.", "They rejected the plan.")
    assert who(found, Act.REJECT) == []


def test_neither_nor_denies_both(claims: Read) -> None:
    found = claims("Neither Norway nor Chile has accepted the text.")
    assert [(c.actor, c.modality) for c in found if c.act is Act.ACCEPT] == [
        ("Norway", Modality.NEGATED),
        ("Chile", Modality.NEGATED),
    ]


def test_who_is_excepted_does_not_act(claims: Read) -> None:
    assert who(claims("All states except Norway supported the text."), Act.SUPPORT) == []


def test_an_office_and_a_named_person_are_two(claims: Read) -> None:
    found = claims("The Prime Minister and President Kari Lund met in Lima.")
    assert who(found, Act.MEET) == [None, "Kari Lund"]
    found = claims("Deputy Prime Minister and Foreign Minister Kari Lund rejected the text.")
    assert who(found, Act.REJECT) == ["Kari Lund"]


def test_a_deed_in_an_aside_is_no_office(claims: Read) -> None:
    found = claims("Bishop Anselm Korte, who is mediating between the two sides, rejected the plan.")
    assert [(c.actor, c.act.value) for c in found] == [
        ("Anselm Korte", "mediate"),
        ("Anselm Korte", "reject"),
    ]


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("The next round will be held in Lima on 20 April.", "will be held"),
        ("A summit is to take place in May.", "is to take place"),
        ("The ballot is planned for March 12.", "is planned"),
    ],
)
def test_a_meeting_to_come_of_people_not_stated(claims: Read, sentence: str, predicate: str) -> None:
    (claim,) = claims(sentence)
    assert (claim.actor, claim.predicate, claim.modality) == (None, predicate, Modality.PLANNED)
