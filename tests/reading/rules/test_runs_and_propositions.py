"""Names nobody introduces, and the rows of the bulletin measure."""

from __future__ import annotations

from tests.reading.conftest import Read, report_of
from tracktwo import reading
from tracktwo.reading.names import empty_roster
from tracktwo.reading.runs import looked_at
from tracktwo.vocabulary import Act


def test_a_name_written_twice_without_an_article_is_somebody() -> None:
    texts = ["Borland Tiles offered a bonus.", "The union met Borland Tiles.", "The Long Room Plan failed."]
    assert looked_at(texts, empty_roster()).runs() == {"Borland Tiles": False}


def test_a_name_after_an_office_is_a_person(claims: Read) -> None:
    found = claims("Shop steward Zorka Quellin opposed the plan.", "Zorka Quellin rejected the offer.")
    assert [(c.actor, c.act, c.party) for c in found] == [
        ("Zorka Quellin", Act.OPPOSE, None),
        ("Zorka Quellin", Act.REJECT, None),
    ]


def test_places_and_things_are_nobody() -> None:
    texts = [
        "They met in Upper Sandel.",
        "They left from Upper Sandel.",
        "Winter Garden Hall and Winter Garden Hall.",
    ]
    assert looked_at(texts, empty_roster()).runs() == {}


def test_such_a_name_acts(claims: Read) -> None:
    found = claims("Borland Mills offered a bonus of 2%.", "On Friday Borland Mills withdrew its offer.")
    assert [(c.actor, c.act) for c in found] == [
        ("Borland Mills", Act.OFFER),
        ("Borland Mills", Act.WITHDRAW),
    ]


def test_a_company_is_the_one_organisation_that_is_no_union(claims: Read) -> None:
    found = claims(
        "Borland Mills met the Weavers Union.", "Borland Mills spoke first.", "The company rejected the plan."
    )
    (reject,) = [c for c in found if c.act is Act.REJECT]
    assert reject.actor == "Borland Mills"
    assert any(flag.code == "anaphor" for flag in reject.flags)


def rows(*sentences: str) -> list[tuple[int, str, str, str]]:
    report = report_of(*sentences)
    found = reading.propositions(reading.read(report), report)
    return [(row.sentence, row.actor, row.predicate, row.message) for row in found]


def test_propositions_of_a_list_with_relations() -> None:
    assert rows("Algeria, for the G-77/CHINA, opposed by JAPAN, supported the draft text.") == [
        (1, "Algeria", "supported", "the draft text"),
        (1, "Group of 77", "supported", "the draft text"),
        (1, "China", "supported", "the draft text"),
        (1, "Japan", "not supported", "the draft text"),
    ]


def test_propositions_keep_the_preposition_and_the_negation() -> None:
    assert rows("JAPAN called for a new fund.", "INDIA did not support the text.") == [
        (1, "Japan", "called", "for a new fund"),
        (2, "India", "not support", "the text"),
    ]


def test_generic_actors_give_no_rows() -> None:
    assert rows("Delegates discussed the draft text.", "Many parties supported the draft.") == []
