"""Two sides beside each other; every position taken; who was not there; names of one issue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.record.build import claim, report
from tests.record.dispute import dispute
from tracktwo.record.questions.absences import absences
from tracktwo.record.questions.pair import AGREE, DISAGREE, UNCLEAR, by_year, pair
from tracktwo.record.questions.positions import positions
from tracktwo.record.questions.stands import Stand, stands
from tracktwo.record.questions.taken import taken
from tracktwo.record.search import alternatives, told_of
from tracktwo.vocabulary import Act, Affected, Issue, Link, LinkKind, Modality, Party, Picture, Track

D = dispute()


def stand(
    party: str, way: str, date: str | None = "2024-01-01", key: str = "proposal p", **more: str
) -> Stand:
    claims = (f"{party} {way} {date} {key}",)
    return Stand(party, party, key, key, more.get("act", way), way, f"{way}s", date, claims)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("for", "for", AGREE),
        ("against", "against", AGREE),
        ("state", "state", AGREE),
        ("not for", "not for", AGREE),
        ("for", "against", DISAGREE),
        ("for", "not for", DISAGREE),
        ("not against", "against", DISAGREE),
        ("not against", "for", UNCLEAR),
        ("conditional", "conditional", UNCLEAR),
        ("for", "conditional", UNCLEAR),
        ("state", "for", UNCLEAR),
    ],
)
def test_how_two_ways_stand_to_each_other(one: str, other: str, relation: str) -> None:
    for mine, theirs in ((one, other), (other, one)):
        (row,) = pair([stand("A", mine)], [stand("B", theirs)])
        assert (row.relation, row.one, row.other) == (relation, "A", "B")
        assert len(row.claims) == 2


def test_a_row_each_time_the_relation_changes() -> None:
    mine = [stand("A", "for", "2001-05-01")]
    theirs = [
        stand("B", "against", "2002-01-01"),
        stand("B", "against", "2002-06-01"),
        stand("B", "for", "2003-01-01"),
    ]
    rows = pair(mine, theirs)
    assert [(row.date, row.relation) for row in rows] == [("2002-01-01", DISAGREE), ("2003-01-01", AGREE)]
    assert rows[0].one_date == "2001-05-01"
    assert [(y.year, y.agree, y.disagree, y.share) for y in by_year(rows)] == [
        ("2002", 0, 1, 0.0),
        ("2003", 1, 0, 1.0),
    ]


def test_different_matters_are_not_compared_and_one_sentence_counts_once() -> None:
    assert pair([stand("A", "for", key="proposal p")], [stand("B", "for", key="proposal q")]) == ()
    both = [stand("A", "for"), replace(stand("A", "for"), key="sentence r 5")]
    other = [stand("B", "for"), replace(stand("B", "for"), key="sentence r 5")]
    (row,) = pair(both, other)
    assert row.matter == "proposal p"


def test_both_ways_on_one_day_is_neither_and_undated_order_is_not_guessed() -> None:
    (row,) = pair([stand("A", "for"), stand("A", "against")], [stand("B", "for")])
    assert row.relation == UNCLEAR
    (row,) = pair([stand("A", "for", None)], [stand("B", "against", "2001-01-01")])
    assert (row.date, row.relation) == (None, DISAGREE)
    assert by_year([row])[0].year is None


def test_sides_told_of_in_one_sentence_stand_together_or_against_each_other() -> None:
    text = "Ava and Bor, opposed by Cid, proposed a fund."
    made = report("r", text, "2024-01-01")
    told = [
        claim(made, "proposed", name, act=act, party=name, object="a fund", id=name)
        for name, act in (("Ava", Act.PROPOSE), ("Bor", Act.PROPOSE), ("Cid", Act.OPPOSE))
    ]
    found = stands(Picture("k", "t", ("r",)), [made], told)
    sides = {one.party: [other for other in found if other.party == one.party] for one in found}
    assert [row.relation for row in pair(sides["Ava"], sides["Bor"])] == [AGREE]
    assert [row.relation for row in pair(sides["Ava"], sides["Cid"])] == [DISAGREE]
    alone = [claim(made, "proposed", "Ava", act=Act.PROPOSE, party="Ava", object="a fund")]
    assert stands(Picture("k", "t", ("r",)), [made], alone) == ()


def test_what_others_say_of_a_side_is_no_stand_of_it() -> None:
    own = {(one.party, one.claims) for one in stands(D.picture, D.reports, D.claims)}
    told = {c.id for c in D.claims if c.voice.value in ("other_side", "third_party")}
    assert own
    assert not {claims for _, claims in own if set(claims) & told}


def test_every_position_is_told_in_order_with_its_claims() -> None:
    told = [replace(one, object=one.object or one.predicate) for one in D.claims]
    rows = taken(D.picture, D.reports, told)
    dates = [row.date for row in rows if row.date]
    assert dates == sorted(dates)
    assert rows[-1].date is None or all(row.date for row in rows)
    assert {c for row in rows for c in row.claims} <= {c.id for c in D.claims}
    assert {row.act for row in rows} >= {"reject", "accept"}


def test_a_trend_tells_what_was_before() -> None:
    rows = {(r.actor, r.proposal): r for r in positions(D.picture, D.reports, D.claims) if r.earlier}
    assert rows
    for row in rows.values():
        assert row.trend is not None
        assert row.trend.startswith(("was ", "the same since "))
    assert all(r.trend is None for r in positions(D.picture, D.reports, D.claims) if not r.earlier)


def test_who_is_not_reported_at_a_table() -> None:
    parties = tuple(Party(name.lower(), name) for name in ("Ava", "Bor"))
    track = Track("t", "harbour talks", None, None, "direct", parties=("Ava",), claims=("c",))
    concerned = Affected("cid", "Cid", "its quay is closed", ("d",))
    picture = Picture("k", "t", (), parties=parties, tracks=(track,), affected=(concerned,))
    rows = absences(picture, [], [])
    assert [(r.kind, r.who, r.where, r.claims) for r in rows] == [
        ("concerned", "Cid", "any table", ("d",)),
        ("track", "Bor", "harbour talks", ("c",)),
    ]
    assert absences(replace(picture, tracks=(replace(track, parties=()),), affected=()), [], []) == ()


def test_regular_speakers_missing_from_a_session_are_named() -> None:
    names = [f"P{n}" for n in range(9)]
    parties = tuple(Party(name.lower(), name) for name in names)
    reports, claims = [], []
    for day in range(1, 5):
        made = report(f"s{day}", "".join(f"{name} supports it. " for name in names), f"2024-01-0{day}")
        reports.append(made)
        absent = {"P0"} if day == 4 else set()
        absent |= {"P1"} if day > 1 else set()
        there = [name for name in names if name not in absent]
        claims += [claim(made, "supports", name, party=name, id=f"{name}-{day}") for name in there]
    rows = absences(Picture("k", "t", (), parties=parties), reports, claims)
    assert [(r.kind, r.who, r.date) for r in rows] == [("session", "P0", "2024-01-04")]


def test_what_takes_place_concerns_nobody_and_what_is_done_to_somebody_does() -> None:
    made = report("r", "Argo was held. Argo was bombed by Bor. The hostages were held. Cid was held. Again.")
    names = {"Argo": "Argo", "the hostages": "The hostages", "Cid": "Cid"}
    held = {
        name: claim(made, "held", None, act=Act.USE_FORCE, id=name, toward=name, actor_text=None)
        for name in names
    }
    bombed = claim(made, "bombed", "Bor", act=Act.USE_FORCE, id="bombed", toward="Cid", actor_text="Bor")
    affected = tuple(
        Affected(n.lower(), n, "told so", (n, *(["bombed"] if n == "Cid" else []))) for n in held
    )
    picture = Picture("k", "t", ("r",), affected=affected)
    rows = absences(picture, [made], [*held.values(), bombed])
    assert [row.who for row in rows] == ["the hostages", "Cid"]
    # Round a table of many one sentence is not enough for a name that no list knows.
    many = replace(picture, parties=tuple(Party(f"p{n}", f"P{n}") for n in range(9)))
    assert [row.who for row in absences(many, [made], [*held.values(), bombed])] == ["the hostages"]


def test_a_report_with_few_speakers_is_no_session_and_the_last_comes_first() -> None:
    names = [f"P{n}" for n in range(9)]
    parties = tuple(Party(name.lower(), name) for name in names)
    reports, claims = [], []
    for day, there in enumerate((names, names[1:], names[2:] + names[:1], names[:2], names), 1):
        made = report(f"s{day}", "".join(f"{name} supports it. " for name in names), f"2024-01-0{day}")
        reports.append(made)
        claims += [claim(made, "supports", name, party=name, id=f"{name}-{day}") for name in there]
    rows = absences(Picture("k", "t", (), parties=parties), reports, claims)
    assert [(r.who, r.date) for r in rows] == [("P1", "2024-01-03"), ("P0", "2024-01-02")]


def test_silence_on_a_matter_is_told_where_it_is_hardly_chance() -> None:
    names = [f"P{n}" for n in range(12)]
    parties = tuple(Party(name.lower(), name) for name in names)
    made = report("r", "They support it.")
    told = [(name, "fish") for name in names[1:] for _ in range(3)]
    told += [("P0", "boats")] * 20 + [("P1", "boats")] * 2 + [(name, "boats") for name in names[3:]]
    told += [(name, "deletion") for name in names[1:] for _ in range(3)]
    claims = [claim(made, "support", who, party=who, id=f"c{n}") for n, (who, _) in enumerate(told)]
    links = tuple(Link(f"c{n}", LinkKind.ISSUE, key, "") for n, (_, key) in enumerate(told))
    issues = tuple(Issue(key, key, "other", key, (), False) for key in ("fish", "boats", "deletion"))
    picture = Picture("k", "t", ("r",), parties=parties, issues=issues, links=links)
    rows = [row for row in absences(picture, [made], claims) if row.kind == "matter"]
    # P2 is silent on boats, but makes so few claims that it tells nothing; deletion is no matter.
    assert [(row.who, row.where) for row in rows] == [("P0", "fish")]


def test_other_names_of_an_issue_are_looked_for() -> None:
    assert alternatives("the cease-fire") == alternatives("Ceasefire")
    assert ("fisheries",) in alternatives("fisheries and wages")
    assert any("pay" in ways for ways in alternatives("fisheries and wages"))
    assert alternatives("the") == (("the",),)
    assert told_of("  ") is None
    assert told_of('a "b" OR') == '(("b"))' or '"b"' in (told_of('a "b" OR') or "")


def test_a_hedge_is_part_of_a_trend() -> None:
    first = replace(D.picture.stances[0], date="2024-01-01")
    later = replace(first, date="2024-02-01", modality=Modality.CONDITIONAL, condition="if paid")
    picture = replace(D.picture, stances=(first, later))
    (row,) = positions(picture, D.reports, D.claims, blanks=False)
    assert row.trend == f"was {first.act.value} on 2024-01-01"
