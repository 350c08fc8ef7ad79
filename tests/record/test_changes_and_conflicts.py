"""What changed, and what reports say against each other, on the invented dispute."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.record.dispute import dispute, flagged, stance
from tracktwo.record.questions.changes import changes
from tracktwo.record.questions.conflicts import conflicts
from tracktwo.record.questions.direction import direction, firm, opposite
from tracktwo.record.questions.gaps import gaps
from tracktwo.vocabulary import (
    Act,
    Claim,
    Modality,
    PackageTerm,
    Picture,
    Term,
    Voice,
)

D = dispute()


ASKED = (D.picture, D.reports, D.claims)


def with_stances(*stances: object) -> Picture:
    return replace(D.picture, stances=stances)


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
