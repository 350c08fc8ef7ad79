"""link as a whole: deterministic, cited, one picture a negotiation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.linking.coast import spring, winter
from tests.record.linking.made import Text, linked, pictures
from tracktwo.record.linking import link
from tracktwo.vocabulary import Act, LinkKind, Status, plain

TEXTS = (spring(), winter())
REPORTS = [t.report() for t in TEXTS]
CLAIMS = [c for t in TEXTS for c in t.claims]


def claims_named(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "claims" and isinstance(item, list):
                yield from (c for c in item if isinstance(c, str))
            else:
                yield from claims_named(item)
    elif isinstance(value, list):
        for item in value:
            yield from claims_named(item)


@settings(max_examples=10, deadline=None)
@given(st.permutations(CLAIMS), st.permutations(REPORTS))
def test_order_of_input_does_not_matter(claims: list[Any], reports: list[Any]) -> None:
    assert link(reports, claims) == link(REPORTS, CLAIMS)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(CLAIMS), unique_by=lambda c: c.id))
def test_any_part_of_the_claims_links_and_cites_only_itself(part: list[Any]) -> None:
    known = {c.id for c in part}
    for picture in link(REPORTS, part):
        assert set(claims_named(plain(picture))) <= known
        assert {one.claim for one in picture.links} <= known


def test_every_item_is_cited() -> None:
    (picture,) = link(REPORTS, CLAIMS)
    for section in (
        picture.parties,
        picture.bodies,
        picture.affected,
        picture.tracks,
        picture.meetings,
        picture.issues,
        picture.proposals,
        picture.stances,
        picture.red_lines,
        picture.ratification,
        picture.leverage,
        picture.events,
        picture.durations,
        picture.joins,
    ):
        assert section
        assert all(item.claims for item in section)
    assert all(role.claims for third in picture.third_parties for role in third.roles)


def test_links_point_at_what_is_there() -> None:
    (picture,) = link(REPORTS, CLAIMS)
    targets = {
        LinkKind.ISSUE: {i.key for i in picture.issues},
        LinkKind.PROPOSAL: {p.key for p in picture.proposals},
        LinkKind.EVENT: {e.key for e in picture.events},
        LinkKind.TRACK: {t.key for t in picture.tracks},
    }
    for one in picture.links:
        assert one.reason
        if one.kind in targets:
            assert one.target in targets[one.kind]


def test_every_option_of_a_package_is_an_option_of_its_issue() -> None:
    (picture,) = link(REPORTS, CLAIMS)
    issues = {i.key: i for i in picture.issues}
    for proposal in picture.proposals:
        for key, term in proposal.terms.items():
            assert term.option in issues[key].options
    for stance in picture.stances:
        if stance.option is not None and stance.issue is not None:
            assert stance.option in issues[stance.issue].options
    for issue in picture.issues:
        assert issue.options[0] == "no change"
        assert set(issue.order_basis) == set(issue.options)
        assert len(set(issue.options)) == len(issue.options)


@pytest.mark.parametrize("status", [Status.REJECTED, Status.SUPERSEDED])
def test_claims_put_aside_are_left_out(status: Status) -> None:
    changed = [replace(c, status=status) if c.actor == "Jon Vale" else c for c in CLAIMS]
    (picture,) = link(REPORTS, changed)
    assert "Jon Vale" not in {s.actor for s in picture.stances}
    assert "Jon Vale" not in {m.name for p in picture.parties for m in p.members}


def test_undone_joins_do_not_come_back_and_others_keep_their_ids() -> None:
    (before,) = link(REPORTS, CLAIMS)
    for join in before.joins:
        for after in link(REPORTS, CLAIMS, undone=frozenset({join.id})):
            assert join.id not in {j.id for j in after.joins}


def test_nothing_in_nothing_out() -> None:
    assert link([], []) == ()
    assert link(REPORTS, []) == ()


def test_the_title_names_the_parties_and_the_matters() -> None:
    (picture,) = link(REPORTS, CLAIMS)
    assert picture.key == "marland-coast-front"
    assert picture.title.startswith("Marland – Coast Front: ")


def harbour() -> Text:
    t = Text("harbour", "2031-02-01")
    t.sentence("Judge Ida Berg is mediating between Dorn Tramways and the Drivers Union.")
    t.claim(
        Act.MEDIATE,
        "is mediating between",
        "Dorn Tramways and the Drivers Union",
        actor="Ida Berg",
        role="Judge",
    )
    t.sentence("The Drivers Union demanded a wage rise of 5 percent, and Dorn Tramways refused it.")
    t.claim(
        Act.DEMAND,
        "demanded",
        "a wage rise of 5 percent",
        actor="Drivers Union",
        party="Drivers Union",
        terms=(t.term("rise", "a wage rise of 5 percent", extent="5 percent"),),
    )
    t.claim(Act.REJECT, "refused", "it", actor="Dorn Tramways", party="Dorn Tramways")
    return t


def test_another_negotiation_is_another_picture_and_the_largest_comes_first() -> None:
    found = pictures(harbour(), spring(), winter())
    assert [p.key for p in found] == ["marland-coast-front", "dorn-tramways-drivers-union"]
    assert [set(p.reports) for p in found] == [{"spring", "winter"}, {"harbour"}]
    assert not {j.id for j in found[0].joins} & {j.id for j in found[1].joins}


def test_one_party_alone_does_not_link_two_negotiations() -> None:
    t = Text("fish", "2031-02-01")
    t.sentence("Marland is in negotiations with Zedland.")
    t.claim(
        Act.MEET, "is in", "negotiations with Zedland", actor="Marland", party="Marland", toward="Zedland"
    )
    assert {frozenset(p.reports) for p in pictures(t, winter())} == {
        frozenset({"fish"}),
        frozenset({"winter"}),
    }


def test_a_report_without_parties_joins_what_it_shares_people_and_places_with() -> None:
    t = Text("note", "2031-03-20")
    t.sentence("Piet Moor of Marland met Karim Nadi of the Coast Front.")
    t.claim(Act.MEET, "met", "Karim Nadi", actor="Piet Moor", party="Marland", toward="Karim Nadi")
    assert linked(winter(), t).reports == ("winter", "note")


def test_an_undated_report_says_that_its_order_is_unknown() -> None:
    (picture,) = link(REPORTS, CLAIMS)
    assert any("spring" in s and "order" in s for s in picture.assumptions)
    assert not any("report winter" in s for s in picture.assumptions)
