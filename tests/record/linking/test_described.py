"""A proposal named by what is in it: joined where one holds all the words, and nowhere else."""

from __future__ import annotations

import pytest

from tracktwo.record.linking.described import described, matter_of
from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.mentions import antecedent
from tracktwo.record.linking.words import stems
from tracktwo.vocabulary import Stage


def draft(by: str, matter: str) -> Draft:
    made = Draft(by.lower(), f"{by} proposal", "proposal", by, by, Stage.TABLED, "r")
    made.matter |= stems(matter)
    return made


LEVY = draft("Norland", "raising the levy on timber by 4%")
RENT = draft("Elbonia", "freezing rents for two years")
KNOWN = (LEVY, RENT)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the timber plan", LEVY),
        ("the 4% offer", LEVY),
        ("the rent freeze", RENT),
        ("the two-year deal", RENT),
        ("the timber levy", LEVY),
        ("their rent plan", RENT),
    ],
)
def test_words_that_say_what_is_in_it_find_it(words: str, meant: Draft) -> None:
    found = described(words, KNOWN)
    assert found is not None
    assert found[0] is meant


@pytest.mark.parametrize(
    "words",
    [
        "the plan",  # says nothing of it
        "the new plan",
        "the sugar plan",  # in neither
        "a timber plan",  # a new one
        "the levy",  # one word and no word for a proposal
        "it",
        "the timber and rent plan",  # in no one of them
    ],
)
def test_other_words_join_nothing(words: str) -> None:
    assert described(words, KNOWN) is None


def test_words_that_two_proposals_hold_join_neither() -> None:
    assert described("the timber plan", (*KNOWN, draft("Kesh", "a fund for timber"))) is None


def test_an_adjective_of_a_name_names_its_proposal() -> None:
    for words in ("the Norlandic proposal", "the Elbonian text"):
        found = antecedent(words, None, (), KNOWN)
        assert found is not None
        assert found[0].by in found[1]
    assert antecedent("the Norlandish weather", None, (), KNOWN) is None


def test_stems_bring_forms_together() -> None:
    assert stems("freezing rents") == stems("the rent freezes")
    assert stems("60-day") >= {"60", "day"}
    assert matter_of("the new draft plan") == frozenset()
