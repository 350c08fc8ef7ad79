"""The questions, on a small invented dispute linked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.record.build import report
from tests.record.dispute import dispute, flagged, stance
from tracktwo.record.questions.changes import changes
from tracktwo.record.questions.conflicts import conflicts
from tracktwo.record.questions.coverage import coverage
from tracktwo.record.questions.direction import direction, firm, opposite
from tracktwo.record.questions.gaps import gaps
from tracktwo.record.questions.meetings import meetings
from tracktwo.record.questions.positions import positions
from tracktwo.record.questions.proposals import proposals
from tracktwo.record.questions.said import said
from tracktwo.record.questions.timeline import timeline
from tracktwo.vocabulary import (
    Act,
    Affected,
    Claim,
    Coverage,
    CoverageKind,
    Event,
    Modality,
    PackageTerm,
    Party,
    Picture,
    Stage,
    Term,
    Voice,
)

D = dispute()
ASKED = (D.picture, D.reports, D.claims)


def with_stances(*stances: object) -> Picture:
    return replace(D.picture, stances=stances)


# Positions


def test_the_newest_dated_position_is_shown_and_older_ones_are_counted() -> None:
    row = next(r for r in positions(*ASKED) if r.actor == "Clerks' union" and r.act)
    assert (row.act, row.proposal, row.date, row.earlier) == ("accept", "offer", "2024-02-20", 1)
    assert (row.age_days, row.sources, row.claims) == (0, 1, (D.id("acceptance"),))
    assert (row.strength, row.matter) == ("accepts", "Acme's offer")


def test_ages_count_to_the_day_asked_for() -> None:
    rows = positions(*ASKED, as_of="2024-03-01")
    assert next(r.age_days for r in rows if r.act == "accept") == 10
    assert next(r.age_days for r in rows if r.act == "offer") == 51
    # A position later than the day asked for has no age rather than a negative one.
    assert next(r.age_days for r in positions(*ASKED, as_of="2024-02-01") if r.act == "accept") is None


def test_near_duplicates_are_one_source() -> None:
    (row,) = positions(with_stances(D.picture.stances[0]), D.reports, D.claims, blanks=False)
    assert (row.sources, len(row.claims)) == (1, 2)
    alone = tuple(replace(r, story=None) for r in D.reports)
    (row,) = positions(with_stances(D.picture.stances[0]), alone, D.claims, blanks=False)
    assert row.sources == 2


def test_silence_is_named_and_is_no_position() -> None:
    blank = [(r.actor, r.proposal, r.act, r.strength) for r in positions(*ASKED) if r.act is None]
    assert blank == [
        ("Acme", "plan", None, "no position reported"),
        ("Clerks' union", "plan", None, "no position reported"),
    ]
    assert all(r.act for r in positions(*ASKED, blanks=False))


def test_an_unnamed_set_has_no_actor_and_an_undated_position_no_age() -> None:
    row = next(r for r in positions(*ASKED) if r.open_set)
    assert (row.actor, row.party, row.date, row.age_days, row.dated) == (
        None,
        "Clerks' union",
        None,
        None,
        False,
    )


def test_all_undated_positions_stand_side_by_side() -> None:
    one = stance("Lee", "Clerks' union", Act.SUPPORT, "plan", D.id("meeting"))
    other = stance("Lee", "Clerks' union", Act.OPPOSE, "plan", D.id("suggestion"))
    rows = positions(with_stances(one, other), D.reports, D.claims, blanks=False)
    assert sorted(r.act for r in rows) == ["oppose", "support"]
    assert [r.earlier for r in rows] == [0, 0]


def test_what_one_side_says_of_another_is_a_row_of_its_own_and_no_position() -> None:
    told = stance("Acme", "Acme", Act.REJECT, "plan", D.id("refusal"), voice=Voice.OTHER_SIDE)
    rows = positions(with_stances(told), D.reports, D.claims)
    mine = [(r.act, r.voice) for r in rows if r.actor == "Acme" and r.proposal == "plan"]
    assert mine == [("reject", "other_side"), (None, None)]


def test_hedges_and_conditions_are_shown() -> None:
    hedged = stance(
        "Acme",
        "Acme",
        Act.ACCEPT,
        "plan",
        D.id("offer"),
        modality=Modality.CONDITIONAL,
        condition="if rest days go",
    )
    (row,) = positions(with_stances(hedged), D.reports, D.claims, blanks=False)
    assert (row.strength, row.modality, row.condition) == (
        "offered (conditional)",
        "conditional",
        "if rest days go",
    )


# Proposals, meetings, timeline


def test_packages_stand_side_by_side_with_differences_marked() -> None:
    offer, plan = proposals(*ASKED)
    assert list(offer.cells) == list(plan.cells) == ["pay", "rest"]
    assert (offer.cells["pay"].option, offer.cells["pay"].differs) == ("3%", True)
    assert (plan.cells["rest"].option, plan.cells["rest"].differs) == ("some", False)
    assert offer.cells["rest"].option is None
    assert offer.terms == {"pay": "3% *"}
    assert (plan.by, plan.to, plan.date, plan.open, plan.opens) == (None, None, None, True, ("wider talks",))
    assert plan.stage == "suggested"
    assert offer.claims == (D.id("offer"), D.id("refusal"))


def test_meetings_keep_each_items_own_outcome_and_unresolved_days_last() -> None:
    dated, council = meetings(*ASKED)
    assert (dated.date, dated.participants) == ("2024-02-01", ("Lee", "Mediator"))
    assert (council.date, council.event_text) == (None, "on Sunday")
    assert council.items == ("the offer: discussed", "the date of a strike: no vote taken")
    assert council.proposals == ("offer",)
    assert council.claims == (D.id("refusal"),)


def test_the_timeline_has_lanes_and_keeps_unresolved_days_apart() -> None:
    rows = timeline(*ASKED)
    resolved = [(r.date, r.kind, r.lane) for r in rows if r.resolved]
    assert resolved == [
        ("2024-01-10", "proposal", "Main talks"),
        ("2024-01-20", "event", "outside the tracks"),
        ("2024-02-01", "meeting", "outside the tracks"),
    ]
    open_ = {(r.kind, r.event_text, r.date) for r in rows if not r.resolved}
    assert open_ == {
        ("meeting", "on Sunday", None),
        ("proposal", None, None),
        ("deadline", "by the end of March", None),
    }
    assert [r.resolved for r in rows] == sorted((r.resolved for r in rows), reverse=True)
    deadline = next(r for r in rows if r.kind == "deadline")
    assert (deadline.reported, deadline.planned) == ("2024-02-20", True)


# Changes


def test_a_move_is_told_with_both_ends_and_undated_reports_are_no_change() -> None:
    rows = changes(*ASKED, since="2024-01-31")
    moved = next(r for r in rows if r.kind == "moved")
    assert (moved.actor, moved.before, moved.after, moved.date) == (
        "Clerks' union",
        "reject",
        "accept",
        "2024-02-20",
    )
    assert set(moved.claims) == {D.id("refusal"), D.id("refusal again"), D.id("acceptance")}
    unknown = [r for r in rows if r.kind == "order unknown"]
    assert [r.about for r in unknown] == ["undated"]
    assert "unknown" in unknown[0].text
    assert not any("mediator's plan" in r.about for r in rows if r.kind == "new")


def test_what_was_there_before_is_not_new() -> None:
    new = {r.about for r in changes(*ASKED, since="2024-01-31") if r.kind == "new"}
    assert new == {"event: a walkout", "deadline: the offer"}
    new = {r.about for r in changes(*ASKED, since="2024-01-01") if r.kind == "new"}
    assert {"proposal Acme's offer", "Acme's offer", "red line of Acme"} <= new


def test_there_and_back_again_is_two_changes() -> None:
    back = stance("Clerks' union", "Clerks' union", Act.REJECT, "offer", date="2024-02-25")
    picture = with_stances(*D.picture.stances, back)
    rows = changes(picture, D.reports, D.claims, since=dt.date(2024, 1, 31))
    assert [(r.before, r.after) for r in rows if r.kind == "moved"] == [
        ("reject", "accept"),
        ("accept", "reject"),
    ]


def test_a_withdrawal_is_named_as_one() -> None:
    gone = stance("Acme", "Acme", Act.WITHDRAW, "offer", D.id("rao"), date="2024-02-21")
    rows = changes(with_stances(*D.picture.stances, gone), D.reports, D.claims, since="2024-01-31")
    assert [(r.actor, r.before) for r in rows if r.kind == "withdrawn"] == [("Acme", "offer")]


def test_silence_counts_from_the_last_dated_word_and_only_where_order_is_known() -> None:
    rows = [r for r in changes(*ASKED, since="2024-01-31") if r.kind == "silent"]
    assert [(r.actor, r.date, r.text) for r in rows] == [("Acme", "2024-01-10", "not heard for 41 days")]
    assert [r for r in changes(*ASKED, since="2024-01-31", silent_days=41) if r.kind == "silent"] == []
    # Once Acme also speaks in an undated report, nobody can say how long it has been silent.
    spoke = replace(next(c for c in D.claims if c.method == "suggestion"), actor="Acme", id="x")
    rows = changes(D.picture, D.reports, (*D.claims, spoke), since="2024-01-31")
    assert [r for r in rows if r.kind == "silent"] == []


def test_a_term_first_reported_later_is_new() -> None:
    offer = D.picture.proposals[0]
    terms = {**offer.terms, "rest": PackageTerm("some", ("some",), claims=(D.id("acceptance"),))}
    picture = replace(D.picture, proposals=(replace(offer, terms=terms),))
    rows = changes(picture, D.reports, D.claims, since="2024-01-31")
    assert [r.after for r in rows if r.about == "proposal Acme's offer"] == ["some"]


# Conflicts


def test_positions_on_different_known_days_are_a_move_and_no_contradiction() -> None:
    assert [r.kind for r in conflicts(*ASKED)] == ["competing assessments"]


def test_reports_against_each_other_on_one_day_are_a_contradiction() -> None:
    one = stance("Acme", "Acme", Act.SUPPORT, "plan", D.id("offer"), date="2024-01-05")
    other = stance("Acme", "Acme", Act.REJECT, "plan", D.id("acceptance"), date="2024-01-05")
    picture = replace(with_stances(one, other), events=())
    (row,) = conflicts(picture, D.reports, D.claims)
    assert (row.kind, row.contradiction, row.about) == ("between reports", True, "the mediator's plan")
    assert row.side_claims == ((D.id("offer"),), (D.id("acceptance"),))
    assert "[first]" in row.sides[0]
    assert "[later]" in row.sides[1]


@pytest.mark.parametrize(
    ("actor", "change", "kind"),
    [
        ("Acme", {"claims": ("offer",)}, "within one actor"),
        ("Acme", {"voice": Voice.OTHER_SIDE}, "between voices"),
        ("Kim", {}, "within one party"),
        ("Acme", {"modality": Modality.POSSIBLE}, None),
        ("Acme", {"act": Act.SUPPORT}, None),
        ("Acme", {"act": Act.MEET}, None),
        ("Acme", {"act": Act.SUPPORT, "modality": Modality.DENIED}, "within one actor"),
        ("Acme", {"over": "offer"}, None),
        ("Clerks' union", {"party": "Clerks' union"}, None),
    ],
)
def test_what_counts_as_a_conflict(actor: str, change: dict[str, object], kind: str | None) -> None:
    one = stance("Acme", "Acme", Act.SUPPORT, "plan", D.id("offer"))
    other = replace(stance(actor, "Acme", Act.REJECT, "plan", D.id("offer")), **change)
    if "claims" in change:
        other = replace(other, claims=(D.id("offer"),))
    rows = conflicts(replace(with_stances(one, other), events=()), D.reports, D.claims)
    assert [r.kind for r in rows] == ([kind] if kind else [])


def test_assessments_of_different_modality_are_no_contradiction() -> None:
    (row,) = conflicts(*ASKED)
    assert row.contradiction is False
    assert "no contradiction" in row.text
    assert row.sides == (
        "Acme: changes nothing (negated)",
        "not stated by whom: could change the talks (possible)",
    )


def test_reports_that_name_different_terms_of_one_package_are_shown() -> None:
    def reading(name: str, words: str) -> object:
        one = next(c for c in D.claims if c.method == name)
        start = one.quote.index(words)
        return replace(
            one, terms=(Term("raise", "pay", words, None, None, None, words, start, start + len(words)),)
        )

    changed = [reading("offer", "3%"), reading("suggestion", "5%")]
    claims = [c for c in D.claims if c.method not in ("offer", "suggestion")] + changed
    term = PackageTerm("5%", ("3%", "5%"), claims=(D.id("offer"), D.id("suggestion")))
    offer = replace(D.picture.proposals[0], terms={"pay": term})
    picture = replace(D.picture, proposals=(offer,), events=(), stances=())
    (row,) = conflicts(picture, D.reports, claims)
    assert (row.kind, row.contradiction) == ("between reports", False)
    assert row.sides == ("3% [first]", "5% [undated]")


def test_a_sentence_read_both_ways_is_shown_for_review() -> None:
    (refusal,) = [flagged(c, "opposite-stances") for c in D.claims if c.method == "refusal"]
    also = replace(refusal, id="also", act=Act.ACCEPT)
    rows = conflicts(replace(D.picture, events=()), D.reports, (*D.claims, refusal, also))
    assert [(r.kind, r.claims) for r in rows] == [("within one actor", (refusal.id, "also"))]
    start, end = 0, refusal.object_start or 1
    elsewhere = replace(also, object_start=start, object_end=end)
    refusal = replace(refusal, object_start=end, object_end=end + 5)
    assert not conflicts(replace(D.picture, events=()), D.reports, (*D.claims, refusal, elsewhere))


def test_the_same_terms_on_other_lines_or_written_otherwise_are_no_conflict() -> None:
    def reading(name: str, words: str) -> Claim:
        (one,) = [c for c in D.claims if c.method == name]
        return replace(one, terms=(Term("cut", "fees", words, None, None, None, words, 0, len(words)),))

    changed = [reading("offer", "a 5 per\ncent cut"), reading("suggestion", "a 5% cut")]
    claims = [c for c in D.claims if c.method not in ("offer", "suggestion")] + changed
    term = PackageTerm("5%", ("a 5 per\ncent cut", "a 5% cut"), claims=(D.id("offer"), D.id("suggestion")))
    offer = replace(D.picture.proposals[0], terms={"pay": term})
    picture = replace(D.picture, proposals=(offer,), events=(), stances=())
    assert not conflicts(picture, D.reports, claims)


@pytest.mark.parametrize(
    ("act", "modality", "way"),
    [
        (Act.SUPPORT, Modality.ASSERTED, "for"),
        (Act.SUPPORT, Modality.NEGATED, "not for"),
        (Act.REJECT, Modality.ASSERTED, "against"),
        (Act.REJECT, Modality.DENIED, "not against"),
        (Act.ACCEPT, Modality.CONDITIONAL, "conditional"),
        (Act.CONDITION, Modality.ASSERTED, "conditional"),
        (Act.MEET, Modality.ASSERTED, None),
    ],
)
def test_directions(act: Act, modality: Modality, way: str | None) -> None:
    assert direction(act, modality) == way
    assert firm(modality) is (modality is not Modality.CONDITIONAL)


def test_silence_about_the_rest_is_no_opposition() -> None:
    assert opposite("for", "not for")
    assert not opposite("against", "not for")
    assert not opposite("for", "conditional")
    assert not opposite(None, "for")


# Gaps


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


def test_several_against_one_in_a_party_are_one_conflict() -> None:
    sides = (
        stance("Lee", "Clerks' union", Act.SUPPORT, "plan", D.id("meeting")),
        stance("Rao", "Clerks' union", Act.OPPOSE, "plan", D.id("rao")),
        stance(None, "Clerks' union", Act.OPPOSE, "plan", D.id("suggestion"), open_set=True),
        stance("Kim", "Clerks' union", Act.MEET, "plan", D.id("offer")),
    )
    (row,) = conflicts(replace(with_stances(*sides), events=()), D.reports, D.claims)
    assert (row.kind, len(row.sides), row.contradiction) == ("within one party", 3, False)
    assert row.text == "Clerks' union: its people differ on the mediator's plan"


def test_words_that_name_no_day_are_told_with_an_undated_report() -> None:
    month = replace(D.reports[-1], date_text="1995-12")
    (row,) = [r for r in gaps(D.picture, [*D.reports[:-1], month], D.claims) if r.kind == "date"]
    assert row.text.startswith("the date of report undated (“1995-12” names no one day): its order against")


def test_both_ways_on_one_day_is_no_move() -> None:
    acts = ((Act.SUPPORT, "2024-02-01"), (Act.OPPOSE, "2024-02-01"), (Act.OPPOSE, "2024-02-03"))
    told = [stance("Acme", "Acme", act, "plan", D.id("offer"), date=day, condition=None) for act, day in acts]
    rows = changes(with_stances(*told), D.reports, D.claims, since="2024-01-31")
    mine = [(r.kind, r.before, r.after, r.date) for r in rows if r.actor == "Acme" and r.kind != "silent"]
    assert sorted(mine) == [("new", None, "oppose", "2024-02-01"), ("new", None, "support", "2024-02-01")]


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


# Said and coverage


def test_said_finds_a_partys_and_a_persons_claims_in_order() -> None:
    rows = said(*ASKED, actor="clerks' union")
    assert [(r.date, r.report, r.act) for r in rows] == [
        ("2024-01-10", "first", "reject"),
        ("2024-01-11", "copy", "reject"),
        ("2024-02-20", "later", "accept"),
    ]
    assert [r.claims for r in said(*ASKED, actor="Lee")] == [(D.id("meeting"),)]
    assert said(*ASKED, actor="") == said(*ASKED, actor="nobody") == ()


def test_said_about_words_takes_endings_issues_and_looked_up_matches() -> None:
    union = "Clerks' union"
    assert len(said(*ASKED, actor=union, about="accepting")) == 1
    assert said(*ASKED, actor=union, about="pensions") == ()
    mediator = replace(next(c for c in D.claims if c.method == "suggestion"), actor="Mediator")
    claims = (*(c for c in D.claims if c.method != "suggestion"), mediator)
    asked = (D.picture, D.reports, claims)
    assert len(said(*asked, actor="Mediator", about="time")) == 1  # by the issue's family
    assert len(said(*ASKED, actor=union, about="anything", matches={D.id("refusal")})) == 1


def test_coverage_gives_the_words() -> None:
    one = report("one", "First. Second.")
    rows = coverage(
        [one],
        [
            Coverage("one", 7, 14, CoverageKind.NOTHING),
            Coverage("one", 0, 6, CoverageKind.CLAIM),
            Coverage("x", 0, 1, CoverageKind.CLAIM),
        ],
    )
    assert [(r.text, r.kind.value) for r in rows] == [
        ("First.", "claim"),
        ("Second.", "read, nothing claimed"),
    ]


def test_every_row_names_claims_that_exist() -> None:
    known = {c.id for c in D.claims}
    rows = [
        *positions(*ASKED),
        *proposals(*ASKED),
        *meetings(*ASKED),
        *timeline(*ASKED),
        *changes(*ASKED, since="2024-01-01"),
        *conflicts(*ASKED),
        *gaps(*ASKED),
        *said(*ASKED, actor="Acme"),
    ]
    assert rows
    assert all(set(row.claims) <= known for row in rows)
    assert D.picture.proposals[1].stage is Stage.SUGGESTED
