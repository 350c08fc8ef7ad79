"""Parties, people, bodies, third parties, affected; belonging."""

from __future__ import annotations

import pytest

from tests.record.linking.made import Text, linked, pictures
from tracktwo.vocabulary import Act, LinkKind, Modality, Picture, Voice


def roles(picture: Picture) -> dict[str, set[str]]:
    return {t.name: {r.role for r in t.roles} for t in picture.third_parties}


def test_parties_are_those_who_negotiate(picture: Picture) -> None:
    assert {p.name for p in picture.parties} == {"Marland", "Coast Front"}
    assert all("negotiations" in p.reason or "talks" in p.reason for p in picture.parties)
    assert all(p.claims for p in picture.parties)


def test_members_with_roles_and_their_report_s_date(picture: Picture) -> None:
    members = {p.name: {m.name: m for m in p.members} for p in picture.parties}
    assert set(members["Marland"]) == {"Piet Moor", "Jon Vale", "Rolf Stark", "Mira Holm"}
    assert set(members["Coast Front"]) == {"Karim Nadi", "Sami Odeh"}
    moor = members["Marland"]["Piet Moor"]
    assert {(r.role, r.as_of) for r in moor.roles} == {
        ("Harbour Guard chief", None),
        ("Harbour Guard chief", "2031-03-18"),
    }


def test_the_role_of_the_dead_ends(picture: Picture) -> None:
    (odeh,) = [m for p in picture.parties for m in p.members if m.name == "Sami Odeh"]
    assert "killed" in (odeh.role or "")


def test_third_parties_have_the_roles_reported_and_no_others(picture: Picture) -> None:
    assert roles(picture) == {"Tarvia": {"convenes", "suggests", "hosts"}, "Orland": {"warns", "supplies"}}
    assert all(r.claims for t in picture.third_parties for r in t.roles)


def test_a_venue_hosts_and_does_not_mediate() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Marland is in talks with Tarvia in Norway.")
    t.claim(
        Act.MEET, "is in", "talks with Tarvia in Norway", actor="Marland", party="Marland", toward="Tarvia"
    )
    assert roles(linked(t)) == {"Norway": {"hosts"}}


@pytest.mark.parametrize(
    ("verb", "act", "role"),
    [
        ("is mediating", Act.MEDIATE, "mediates"),
        ("convened", Act.MEDIATE, "convenes"),
        ("is hosting", Act.MEDIATE, "hosts"),
        ("is hosting", Act.MEET, "hosts"),
        ("urged", Act.URGE, "presses"),
        ("warned of", Act.WARN, "warns"),
        ("suggested", Act.PROPOSE, "suggests"),
    ],
)
def test_an_act_gives_its_role(verb: str, act: Act, role: str) -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Marland is in talks with Tarvia.")
    t.claim(Act.MEET, "is in", "talks with Tarvia", actor="Marland", party="Marland", toward="Tarvia")
    t.sentence(f"Orland {verb} the talks.")
    t.claim(act, verb, "the talks", actor="Orland", party="Orland")
    assert roles(linked(t)) == {"Orland": {role}}


def test_what_is_denied_gives_no_role() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Orland is not mediating.")
    t.claim(Act.MEDIATE, "is not mediating", actor="Orland", party="Orland", modality=Modality.NEGATED)
    assert roles(linked(t)) == {}


def test_nobody_becomes_a_party_by_being_mentioned_often() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Marland is in talks with Tarvia.")
    t.claim(Act.MEET, "is in", "talks with Tarvia", actor="Marland", party="Marland", toward="Tarvia")
    for _ in range(30):
        t.sentence("Orland urged peace.")
        t.claim(Act.URGE, "urged", "peace", actor="Orland", party="Orland")
    assert {p.name for p in linked(t).parties} == {"Marland", "Tarvia"}


def test_two_persons_who_meet_make_no_parties() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Ana Lund met Piet Moor.")
    t.claim(Act.MEET, "met", "Piet Moor", actor="Ana Lund", party="Tarvia", toward="Piet Moor")
    assert linked(t).parties == ()


def test_those_between_whom_somebody_mediates_are_parties() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Judge Ida Berg is mediating between Dorn Tramways and the Drivers Union.")
    t.claim(
        Act.MEDIATE,
        "is mediating between",
        "Dorn Tramways and the Drivers Union",
        actor="Ida Berg",
        role="Judge",
    )
    t.sentence("The Drivers Union rejected it, and Dorn Tramways said no.")
    t.claim(Act.REJECT, "rejected", "it", actor="Drivers Union", party="Drivers Union")
    t.claim(Act.STATE, "said", "no", actor="Dorn Tramways", party="Dorn Tramways")
    made = linked(t)
    assert {p.name for p in made.parties} == {"Dorn Tramways", "Drivers Union"}
    assert roles(made) == {"Ida Berg": {"mediates"}}


def test_in_a_plenary_everybody_who_speaks_to_the_text_is_a_party() -> None:
    t = Text("a", "2031-01-01")
    for name in ("Norway", "Japan", "Kenya", "Peru", "Fiji"):
        t.sentence(f"{name} opposed references to a levy.")
        t.claim(Act.OPPOSE, "opposed", "references to a levy", actor=name, party=name)
    t.sentence("UNESCO urged restraint.")
    t.claim(Act.URGE, "urged", "restraint", actor="UNESCO", party="UNESCO")
    made = linked(t)
    assert {p.name for p in made.parties} == {"Norway", "Japan", "Kenya", "Peru", "Fiji"}
    assert {(s.actor, s.act, s.issue) for s in made.stances} == {
        (name, Act.OPPOSE, "levies") for name in ("Norway", "Japan", "Kenya", "Peru", "Fiji")
    }


def test_bodies_and_which_may_be_the_same(picture: Picture) -> None:
    bodies = {b.key: b for b in picture.bodies}
    assert {"council", "security-council", "foreign-office"} <= set(bodies)
    assert bodies["council"].same_as == (("security-council", "unsure"),)
    assert bodies["security-council"].same_as == (("council", "unsure"),)
    assert all(b.size is None and b.members is None for b in picture.bodies)
    assert bodies["foreign-office"].party == "Tarvia"


def test_a_body_called_by_a_shorter_name_is_joined_undoably() -> None:
    def told() -> Text:
        t = Text("a", "2031-01-01")
        t.sentence("The security cabinet of Marland met, and the cabinet did not vote on a raid.")
        t.claim(
            Act.VOTE, "did not vote on", "a raid", actor="Security cabinet", by="the cabinet", party="Marland"
        )
        return t

    (join,) = [j for j in linked(told()).joins if j.kind is LinkKind.BODY]
    assert [b.key for b in linked(told()).bodies] == ["security-cabinet"]
    assert [b.key for b in linked(told(), undone=frozenset({join.id})).bodies] == ["cabinet"]


def test_affected_are_at_no_table(picture: Picture) -> None:
    names = {a.name for a in picture.affected}
    assert {"detainees", "Hill League"} <= names
    assert not names & {"Marland", "Coast Front", "Tarvia", "Orland"}
    assert all(a.reason and a.claims for a in picture.affected)


def dispute() -> tuple[Text, Text]:
    one = Text("one", "2031-01-01")
    one.sentence("The Drivers Union rejected the terms of Dorn Tramways.")
    one.claim(
        Act.REJECT, "rejected", "the terms of Dorn Tramways", actor="Drivers Union", party="Drivers Union"
    )
    two = Text("two", "2031-01-08")
    two.sentence("Union president Eva Falk and finance director Olaf Rood are in talks.")
    two.claim(Act.MEET, "are in", "talks", actor="Eva Falk", role="Union president")
    two.claim(Act.MEET, "are in", "talks", actor="Olaf Rood", role="finance director")
    return one, two


def test_offices_of_a_kind_belong_to_the_one_side_of_that_kind() -> None:
    made = linked(*dispute())
    members = {p.name: {m.name for m in p.members} for p in made.parties}
    assert members == {"Drivers Union": {"Eva Falk"}, "Dorn Tramways": {"Olaf Rood"}}
    joins = {(j.mention, j.target) for j in made.joins if j.kind is LinkKind.BODY}
    assert ("Union president", "Drivers Union") in joins


def test_belonging_can_be_undone() -> None:
    made = linked(*dispute())
    ids = frozenset(j.id for j in made.joins if j.mention == "finance director")
    assert ids
    members = {m.name for made in pictures(*dispute(), undone=ids) for p in made.parties for m in p.members}
    assert "Olaf Rood" not in members


def test_two_sides_of_one_kind_leave_it_open() -> None:
    one, two = dispute()
    one.sentence("The Pilots Union rejected them too.")
    one.claim(Act.REJECT, "rejected", "them", actor="Pilots Union", party="Pilots Union")
    assert not [j for p in pictures(one, two) for j in p.joins if j.mention == "Union president"]


def test_a_word_of_a_side_before_an_office_names_the_side() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("The Amber Alliance and the Orchard Party hold negotiations.")
    for one, other in (("Amber Alliance", "Orchard Party"), ("Orchard Party", "Amber Alliance")):
        t.claim(Act.MEET, "hold", "negotiations", actor=one, party=one, toward=other)
    t.sentence("Amber leader Sofie Lind supported it.")
    t.claim(Act.SUPPORT, "supported", "it", actor="Sofie Lind", role="leader")
    members = {p.name: {m.name for m in p.members} for p in linked(t).parties}
    assert members == {"Amber Alliance": {"Sofie Lind"}, "Orchard Party": set()}


def test_the_other_side_s_word_is_no_stance() -> None:
    t = Text("a", "2031-01-01")
    t.sentence("Marland is in talks with Tarvia.")
    t.claim(Act.MEET, "is in", "talks with Tarvia", actor="Marland", party="Marland", toward="Tarvia")
    t.sentence("Tarvia wants a two-week truce, Marland said.")
    terms = (t.term("truce", "a two-week truce", extent="two-week"),)
    source = (t.source("Marland", "Marland", "Marland"),)
    t.claim(
        Act.DEMAND,
        "wants",
        "a two-week truce",
        actor="Tarvia",
        party="Tarvia",
        terms=terms,
        attribution=source,
        voice=Voice.OTHER_SIDE,
    )
    assert linked(t).stances == ()
    t.claim(
        Act.URGE, "wants", "a two-week truce", actor="Tarvia", party="Tarvia", terms=terms, voice=Voice.OWN
    )
    assert [(s.actor, s.issue, s.option) for s in linked(t).stances] == [
        ("Tarvia", "hostilities", "two-week truce")
    ]
