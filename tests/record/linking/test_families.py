"""Terms to issues."""

from __future__ import annotations

import pytest

from tracktwo.record.linking.families import holder, is_measure, locate, people_of, topic_of
from tracktwo.vocabulary import Term


def term(head: str, theme: str | None, text: str, **known: str) -> Term:
    fields: dict[str, str | None] = dict.fromkeys(("extent", "giver", "getter", "place"))
    return Term(head=head, theme=theme, text=text, start=0, end=len(text), **{**fields, **known})


@pytest.mark.parametrize(
    ("given", "key", "name"),
    [
        (
            term("truce", None, "a short truce in Dorn", place="Dorn"),
            "hostilities-dorn",
            "hostilities in Dorn",
        ),
        (term("end", "war", "the war in Dorn", place="Dorn"), "hostilities-dorn", "hostilities in Dorn"),
        (
            term("cessation", "military activities", "a cessation of military activities"),
            "hostilities",
            "hostilities",
        ),
        (
            term("release", "hostages held in Dorn", "the release of hostages held in Dorn", place="Dorn"),
            "release-hostages",
            "release of hostages",
        ),
        (term("free", "prisoners", "to free all prisoners"), "release-prisoners", "release of prisoners"),
        (
            term("withdrawal", None, "a partial withdrawal", giver="Marland"),
            "withdrawal-marland",
            "withdrawal by Marland",
        ),
        (
            term("allow", "aid convoys", "allow aid convoys into Dorn", place="Dorn"),
            "aid-dorn",
            "aid to Dorn",
        ),
        (
            term("cut", "tariff on steel", "cutting the tariff on steel by 15%"),
            "tariffs-on-steel",
            "tariffs on steel",
        ),
        (
            term("cut", "tariff", "cut the tariff on steel by 25% over three years"),
            "tariffs-on-steel",
            "tariffs on steel",
        ),
        (term("tariff", "steel", "steel tariffs"), "tariffs-on-steel", "tariffs on steel"),
        (term("removal", "quotas", "the removal of all quotas on beef"), "quotas-on-beef", "quotas on beef"),
        (term("rise", None, "a wage rise of 4 percent"), "wages", "wages"),
        (term("raise", "minimum wage", "to raise the minimum wage"), "minimum-wage", "minimum wage"),
        (
            term("contract", None, "a contract of two years"),
            "length-of-the-agreement",
            "length of the agreement",
        ),
        (term("end", "split shifts", "an end to split shifts"), "split-shifts", "split shifts"),
        (term("recognise", "statehood", "to recognise its statehood"), "statehood", "statehood"),
        (term("hold", "elections", "to hold elections"), "elections", "elections"),
        (term("concession", None, "Marland concessions", giver="Marland"), "concessions", "concessions"),
    ],
)
def test_issue_of_a_term(given: Term, key: str, name: str) -> None:
    place = locate(given)
    assert (place.key, place.name) == (key, name)


def test_another_arena_is_another_issue() -> None:
    one = locate(term("end", "war", "the war in Dorn", place="Dorn"))
    other = locate(term("end", "war", "the war in Sarn", place="Sarn"))
    assert one.key != other.key


def test_an_attack_is_not_a_hostage_matter() -> None:
    assert locate(term("strike", None, "a strike on Sarn")).family != "release"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("humanitarian aid to Dorn", "aid-dorn"),
        ("the shift pattern at the depot", "shift-pattern"),
        ("a retaliatory strike on Sarn", None),
        (None, None),
    ],
)
def test_topics_without_a_term(words: str | None, key: str | None) -> None:
    found = topic_of(words)
    assert (found.key if found else None) == key


def test_people_whom_a_term_is_about() -> None:
    assert people_of(locate(term("release", "hostages", "the release of hostages"))) == "hostages"
    assert people_of(locate(term("rise", None, "a wage rise"))) is None


def test_who_is_said_to_hold_them() -> None:
    assert holder(term("release", "hostages", "the release of hostages held by Norway")) == "Norway"
    assert holder(term("release", "hostages", "the release of hostages in Norway")) is None


def test_heads_that_only_measure() -> None:
    assert is_measure("cut")
    assert not is_measure("recognise")
