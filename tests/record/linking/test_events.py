"""Events and their assessments."""

from __future__ import annotations

from dataclasses import replace

from tests.record.build import claim, report
from tests.record.linking.coast import spring, winter
from tests.record.linking.made import Text, linked
from tracktwo.record.linking.events import find_events
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material
from tracktwo.vocabulary import Act, Claim, Flag, LinkKind, Modality, Voice


def test_one_death_told_twice_is_one_event_with_all_assessments() -> None:
    picture = linked(spring(), winter())
    (death,) = [e for e in picture.events if e.kind == "death"]
    assert death.agent is None
    assert death.target == "Sami Odeh"
    assert "Sami Odeh" in death.text
    assert len(death.claims) == 2
    assert [(a.by, a.modality) for a in death.assessments] == [
        ("Marland officials", Modality.ASSERTED),
        ("some", Modality.POSSIBLE),
        ("Diplomats", Modality.POSSIBLE),
    ]


def test_undoing_the_join_gives_two_events() -> None:
    picture = linked(spring())
    ids = frozenset(j.id for j in picture.joins if j.kind is LinkKind.EVENT)
    assert len(ids) == 1
    assert len([e for e in linked(spring(), undone=ids).events if e.kind == "death"]) == 2


def fighting(*places: str) -> Text:
    t = Text("a", "2031-01-01")
    for place in places:
        t.sentence(f"Marland is pushing into {place}.")
        t.claim(
            Act.USE_FORCE, "is pushing into", place, actor="Marland", party="Marland", voice=Voice.REPORTER
        )
    return t


def test_fighting_in_another_place_is_another_event() -> None:
    assert len(linked(fighting("Norway", "Peru")).events) == 2


def test_what_is_possible_or_denied_is_no_event() -> None:
    for modality in (Modality.POSSIBLE, Modality.NEGATED, Modality.DENIED, Modality.CONDITIONAL):
        t = Text("a", "2031-01-01")
        t.sentence("Marland could attack Dorn.")
        t.claim(Act.USE_FORCE, "could attack", "Dorn", actor="Marland", party="Marland", modality=modality)
        assert linked(t).events == ()


def test_mutual_fighting_has_no_agent() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("There is fighting between Marland and Tarvia.")
    for one, other in (("Marland", "Tarvia"), ("Tarvia", "Marland")):
        t.claim(
            Act.USE_FORCE,
            "fighting",
            "between Marland and Tarvia",
            actor=one,
            party=one,
            toward=other,
            flags=("mutual",),
        )
    (event,) = linked(t).events
    assert (event.agent, event.target, event.kind) == (None, None, "fighting")


def test_a_day_without_a_year_stays_unresolved() -> None:
    t = Text("a")
    t.sentence("An attack on October 1 was discussed.")
    t.claim(
        Act.USE_FORCE, "attack", "on October 1", by=None, event_text="on October 1", flags=("presupposed",)
    )
    picture = linked(t)
    (event,) = picture.events
    assert (event.date, event.event_text, event.agent) == (None, "on October 1", None)
    assert any("later than “on October 1”" in sentence for sentence in picture.assumptions)


def test_several_who_travel_are_one_visit() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Ana Lund and Rolf Stark travelled to Norway.")
    for name in ("Ana Lund", "Rolf Stark"):
        t.claim(Act.MEET, "travelled to", "Norway", actor=name, party="Tarvia")
    (event,) = linked(t).events
    assert (event.kind, event.agent, event.text) == (
        "visit",
        "Tarvia",
        "Ana Lund, Rolf Stark: travelled to Norway",
    )


def test_a_new_holder_of_an_office_is_a_change_nobody_dates() -> None:
    (change,) = [e for e in linked(spring()).events if e.kind == "change of office"]
    assert (change.target, change.date) == ("Ana Lund", None)


def test_claims_merged_in_review_tell_of_one_event_whatever_their_words() -> None:
    one = report("one", "Fighters shelled the mill.", "2024-01-01")
    two = report("two", "The bakery was hit by fire.", "2024-01-02")
    first = claim(one, "shelled", act=Act.USE_FORCE, object="the mill")
    second = claim(two, "hit", act=Act.USE_FORCE, object="The bakery")

    def events(*claims: Claim) -> list[tuple[str, ...]]:
        return [e.claims for e in find_events(Material((one, two), claims), Ledger(frozenset()))]

    def merged(claim: Claim, into: Claim) -> Claim:
        return replace(claim, flags=(Flag("same-event", "", (into.id,)),))

    assert events(first, second) == [(first.id,), (second.id,)]
    assert events(first, merged(second, first)) == [(first.id, second.id)]
    assert events(merged(first, second), second) == [(first.id, second.id)]
