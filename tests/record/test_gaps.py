"""What nobody reported, on the invented dispute."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.record.dispute import dispute, stance
from tracktwo.record.questions.changes import changes
from tracktwo.record.questions.conflicts import conflicts
from tracktwo.record.questions.coverage import coverage
from tracktwo.record.questions.gaps import gaps
from tracktwo.record.questions.meetings import meetings
from tracktwo.record.questions.positions import positions
from tracktwo.record.questions.proposals import proposals
from tracktwo.record.questions.said import said
from tracktwo.record.questions.timeline import timeline
from tracktwo.vocabulary import (
    Act,
    Affected,
    Event,
    Party,
    Picture,
    Voice,
)

D = dispute()


ASKED = (D.picture, D.reports, D.claims)


def with_stances(*stances: object) -> Picture:
    return replace(D.picture, stances=stances)


def found() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for row in gaps(*ASKED):
        rows.setdefault(row.kind, []).append(row.text)
    return rows


def test_gaps_name_what_nobody_reported() -> None:
    rows = found()
    assert "report undated" in rows["date"][0]
    assert rows["position"] == [
        "the position of Acme on the mediator's plan",
        "the position of Clerks' union on the mediator's plan",
    ]
    assert rows["head"] == [
        "where Lee (union president, Clerks' union) stands on: Acme's offer, the mediator's plan"
    ]
    assert len(rows["affected"]) == 1
    assert rows["demands"] == ["what Acme demands: its demands are spoken of, but not reported"]
    assert [text.split(" of ")[0] for text in rows["ratification"]] == [
        "whose approval an agreement needs on the side",
        "the rule by which Council (Clerks' union) approves",
        "the members",
        "the number",
        "what exactly needs the approval",
    ]
    assert rows["same body"] == ["whether Council and Board are the same body"]
    assert rows["tabler"] == ["who put forward the mediator's plan"]
    assert rows["addressee"] == ["to whom the mediator's plan was put"]
    assert rows["proposal date"] == ["when the mediator's plan was put forward"]
    assert rows["quantity"] == ["how much “some” is on rest days; its place among the options is assumed"]
    assert len(rows["giver"]) == 2
    assert rows["options"] == ["what could be agreed on pensions: no extent or number is reported"]
    assert "no strike pay" in rows["red line"][0]
    assert "inferred" in rows["leverage"][0]
    assert rows["mediator"] == ["who convenes or mediates Main talks"]
    assert rows["mode"] == ["whether talks in Main talks are direct or indirect"]
    assert rows["venue"] == ["where Side talks meets"]
    assert "track relation" not in rows
    assert len(rows["delegation"]) == 3
    assert len(rows["mandate"]) == 1
    assert rows["meeting date"] == ["on which day Council met (reported: “on Sunday”)"]
    assert rows["outcome"] == ["what came of the offer when Council met"]
    assert rows["agent"] == ["by whom: a walkout"]
    assert any("incomplete" in text for text in rows["terms"])


def test_a_demand_that_is_reported_is_no_gap() -> None:
    one = replace(D.claims[0], id="d", act=Act.DEMAND)
    rows = gaps(D.picture, D.reports, (*D.claims, one))
    assert [r for r in rows if r.kind == "demands"] == []


def test_a_position_in_anothers_voice_fills_no_gap_and_members_are_named() -> None:
    picture = with_stances(
        stance("Acme", "Acme", Act.REJECT, "plan", D.id("offer"), voice=Voice.OTHER_SIDE),
        stance("Rao", "Clerks' union", Act.SUPPORT, "plan", D.id("rao")),
    )
    rows = [r for r in gaps(picture, D.reports, D.claims) if r.kind == "position" and r.proposal == "plan"]
    assert [r.text for r in rows] == [
        "the position of Acme on the mediator's plan",
        "the position of Clerks' union on the mediator's plan; inside it only Rao spoke on it",
    ]
    assert rows[1].claims == (D.id("rao"),)


@pytest.mark.parametrize(
    ("role", "head"),
    [
        ("Prime Minister", True),
        ("new President", True),
        ("Deputy Prime Minister", False),
        ("Vice President", False),
        ("presidential adviser", False),
        ("General Secretary of the union", True),
        ("Defense Minister", False),
        ("", False),
    ],
)
def test_heads_are_known_by_their_title(role: str, head: bool) -> None:
    from tracktwo.record.questions.gaps_of_people import _is_head
    from tracktwo.vocabulary import Member, Role

    assert _is_head(Member("x", "X", (Role(role, ()),))) is head


def test_who_followed_a_dead_head_is_asked_and_not_where_the_head_stands() -> None:
    gone = Event("death", "Lee's death", None, None, None, (), (), target="Lee", kind="death")
    rows = gaps(replace(D.picture, events=(gone,)), D.reports, D.claims)
    assert [r.text for r in rows if r.kind == "head"] == ["who has followed Lee at the head of Clerks' union"]


def test_people_who_are_no_group_are_not_asked_for_a_position() -> None:
    people = replace(D.picture, affected=(Affected("passengers", "passengers", "the strike", ()),))
    assert [r for r in gaps(people, D.reports, D.claims) if r.kind == "affected"] == []


def test_in_a_plenary_silence_is_counted_and_not_listed() -> None:
    states = tuple(Party(f"s{n}", f"State {n}") for n in range(20))
    picture = replace(D.picture, parties=(*D.picture.parties, *states))
    assert all(row.act for row in positions(picture, D.reports, D.claims))
    rows = gaps(picture, D.reports, D.claims)
    assert [r.text for r in rows if r.kind == "position"] == [
        "the positions of 20 of 22 parties on Acme's offer",
        "the positions of 22 of 22 parties on the mediator's plan",
    ]
    assert [r.text for r in rows if r.kind == "delegation"] == [
        "who speaks for 21 of 22 parties in Main talks",
        "who speaks for 22 of 22 parties in Side talks",
    ]
    assert not any(r.kind == "mandate" or "if anybody's" in r.text for r in rows)


def test_an_empty_picture_has_no_gaps_and_no_answers() -> None:
    nothing = Picture("", "", ())
    asked = (nothing, (), ())
    assert gaps(*asked) == positions(*asked) == proposals(*asked) == meetings(*asked) == ()
    assert timeline(*asked) == conflicts(*asked) == changes(*asked, since="2024-01-01") == ()
    assert said(*asked, actor="anybody") == coverage((), ()) == ()
