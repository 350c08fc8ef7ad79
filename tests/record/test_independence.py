"""Which reports are one source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.record.build import claim, report
from tracktwo.record.questions.evidence import Evidence
from tracktwo.vocabulary import Claim, Report, Source

TEXT = "The port will open, it was agreed. "


def told(key: str, text: str = TEXT, of: str | None = None, **more: str) -> tuple[Report, Claim]:
    made = report(key, text, "2024-01-01", **more)
    chain = (Source(of, of, 0, 3, "said"),) if of else ()
    return made, claim(made, "agreed", attribution=chain, id=key)


def judged(*given: tuple[Report, Claim]) -> tuple[int, tuple[str, ...]]:
    evidence = Evidence([one for one, _ in given], [other for _, other in given])
    found = evidence.judged([other.id for _, other in given])
    return found.number, found.why


def test_reports_with_nothing_in_common_are_sources_of_their_own() -> None:
    assert judged(told("a"), told("b", publisher="Herald"), told("c", publisher="Tribune")) == (3, ())


def test_one_story_is_one_source() -> None:
    (first, one), (second, two) = told("a"), told("b")
    assert judged((first, one), (replace(second, story="a"), two)) == (
        1,
        ("b and a tell one story in the same words",),
    )


def test_one_publisher_is_one_source() -> None:
    assert judged(told("a", publisher="The Herald"), told("b", publisher="Herald"))[0] == 1


@pytest.mark.parametrize("credit", ["PORTSIDE (Reuters) - ", "Reuters – "])
def test_one_agency_is_one_source(credit: str) -> None:
    one, two = told("a", credit + TEXT + "More."), told("b", "Our staff. " + TEXT + "Ends. (Reuters)")
    number, why = judged(one, two)
    assert (number, why) == (1, ("b and a have it from Reuters",))


def test_one_that_quotes_the_other_is_no_second_source() -> None:
    assert judged(told("a", publisher="The Herald"), told("b", of="Herald"))[0] == 1
    assert judged(told("a", of="AP"), told("b", of="the Associated Press"))[0] == 1
    assert judged(told("a", of="AP"), told("b", of="AFP"))[0] == 2


def test_two_who_heard_the_same_minister_are_two() -> None:
    assert judged(told("a", of="Minister Voss"), told("b", of="Minister Voss")) == (2, ())


def test_a_name_in_passing_credits_nobody() -> None:
    passing = TEXT + "A Reuters reporter stood by. " * 40
    assert judged(told("a", passing), told("b", passing + "x"))[0] == 2


def test_being_one_source_goes_on_through_others() -> None:
    chain = (
        told("a", publisher="Herald"),
        told("b", of="Herald", publisher="Tribune"),
        told("c", of="Tribune"),
    )
    assert judged(*chain)[0] == 1
    assert judged(chain[0], chain[2])[0] == 2
