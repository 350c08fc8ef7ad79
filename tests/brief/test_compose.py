"""compose: the JSON of the contract, citations, cases, dates."""

from __future__ import annotations

import dataclasses
import json

import pytest

from tests.brief import onda
from tracktwo.brief import Brief, compose
from tracktwo.errors import NotFoundError
from tracktwo.vocabulary import Picture, Status, plain

CONTRACT = [
    "title",
    "as_of",
    "case",
    "other_cases",
    "reports",
    "claims",
    "coverage",
    "parties",
    "bodies",
    "third_parties",
    "mediators",
    "affected",
    "tracks",
    "meetings",
    "issues",
    "proposals",
    "stances",
    "red_lines",
    "leverage",
    "events",
    "durations",
    "deadlines",
    "positions",
    "changes",
    "conflicts",
    "gaps",
    "assumptions",
    "outlook",
    "talks",
    "ask_next",
]
ROWS = {
    "other_cases": {"key", "title", "reports"},
    "reports": {"key", "date", "date_basis", "story", "notes"},
    "coverage": {"report", "start", "end", "kind"},
    "meetings": {"body", "date", "event_text", "items"},
    "proposals": {"key", "name", "by", "to", "stage", "track", "date", "terms", "open", "opens", "claims"},
    "red_lines": {"actor", "text", "issues", "claims"},
    "leverage": {"by", "on", "on_basis", "if", "then", "claims"},
    "events": {"key", "text", "date", "event_text", "agent", "assessments", "claims"},
}
STANCE = {
    "actor",
    "party",
    "act",
    "modality",
    "voice",
    "proposal",
    "issue",
    "option",
    "over",
    "condition",
    "date",
    "source",
    "claims",
}
POSITION = {"actor", "party", "issue", "proposal", "act", "strength", "date", "age_days", "sources", "claims"}


def other_case() -> Picture:
    return Picture(key="elsewhere", title="Another matter", reports=("d-elsewhere",))


def test_json_has_exactly_the_keys_of_the_contract(brief: Brief) -> None:
    assert list(plain(brief)) == CONTRACT


def test_rows_have_the_keys_of_the_contract() -> None:
    text = "Nothing here concerns the river."
    extra = onda.report("d-elsewhere", text)
    made = compose((onda.picture(), other_case()), (*onda.reports(), extra), onda.claims(), onda.coverage())
    data = plain(made)
    for section, keys in {**ROWS, "stances": STANCE, "positions": POSITION}.items():
        assert data[section], section
        for row in data[section]:
            assert keys <= set(row), section
    for party in data["parties"].values():
        assert {"name", "members", "ratification"} <= set(party)
        assert all({"key", "name", "role", "claims"} <= set(m) for m in party["members"])
    (need,) = data["parties"]["arvania"]["ratification"]
    assert {"body", "rule", "scope", "members_known", "claims"} <= set(need)
    assert data["third_parties"]["selmar"]["roles"][0] == {"role": "mediates", "claims": ["selmar-plan"]}
    assert {"name", "venue", "convenor", "mode", "parallel_to", "parties", "proposals", "claims"} <= set(
        data["tracks"]["corvo"]
    )
    assert {"name", "options", "ordered", "order_basis", "status"} <= set(data["issues"]["quota"])
    assert set(data["proposals"][0]["terms"]["quota"]) >= {"option", "texts"}


def test_json_survives_a_round_trip(brief: Brief) -> None:
    data = plain(brief)
    assert json.loads(json.dumps(data)) == data


def test_the_same_record_gives_the_same_brief(brief: Brief) -> None:
    assert onda.brief() == brief
    again = compose(
        (onda.picture(),), reversed(onda.reports()), reversed(onda.claims()), reversed(onda.coverage())
    )
    assert plain(again)["claims"] == plain(brief)["claims"]
    assert again.coverage == brief.coverage


def test_a_brief_cannot_be_changed(brief: Brief) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        brief.title = "another"  # type: ignore[misc]


def test_claims_stand_in_text_order_with_their_links(brief: Brief) -> None:
    assert [c.id for c in brief.claims][:5] == ["talks", "selmar-plan", "marn", "farmers", "brek"]
    plan = brief.claims[1]
    assert plan.proposal[0].target == "selmar-plan"
    assert plan.proposal[0].reason == "its own words"
    assert plan.issue[0].term == 0
    assert plan.event == ()


def test_coverage_carries_the_words_of_every_stretch(brief: Brief) -> None:
    texts = {r.key: r.text for r in onda.reports()}
    assert len(brief.coverage) == len(onda.coverage())
    for row in brief.coverage:
        assert row.text == texts[row.report][row.start : row.end]


def test_mediators_are_third_parties_that_mediate_or_convene(brief: Brief) -> None:
    assert set(brief.mediators) == {"selmar"}
    warning = dataclasses.replace(onda.picture().third_parties[0], roles=())
    made = compose(dataclasses.replace(onda.picture(), third_parties=(warning,)), onda.reports(), (), ())
    assert set(made.third_parties) == {"selmar"}
    assert not made.mediators


def test_as_of_is_the_newest_date_and_ages_count_to_it(brief: Brief) -> None:
    assert brief.as_of == "2031-04-14"
    assert {p.age_days for p in brief.positions if p.actor == "Ilse Marn"} == {43}
    later = onda.brief(as_of="2031-05-14")
    assert later.as_of == "2031-05-14"
    assert {p.age_days for p in later.positions if p.actor == "Ilse Marn"} == {73}


def test_without_dates_there_is_no_day_and_no_change() -> None:
    undated = tuple(dataclasses.replace(r, date=None) for r in onda.reports())
    made = compose(onda.picture(), undated, onda.claims(), onda.coverage())
    assert made.as_of is None
    assert made.changes == ()


def test_reports_of_another_case_are_named_and_left_out() -> None:
    text = "Nothing here concerns the river."
    extra = onda.report("d-elsewhere", text)
    stray = onda.claim(extra, "stray", "concerns")
    made = compose(
        (onda.picture(), other_case()),
        (*onda.reports(), extra),
        (*onda.claims(), stray),
        onda.coverage(),
    )
    assert [o.key for o in made.other_cases] == ["elsewhere"]
    assert "d-elsewhere" not in {r.key for r in made.reports}
    assert "stray" not in {c.id for c in made.claims}
    chosen = compose((onda.picture(), other_case()), (extra,), (stray,), (), case="elsewhere")
    assert chosen.title == "Another matter"
    assert [c.id for c in chosen.claims] == ["stray"]


def test_an_unknown_case_is_named_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"no case 'x'.*onda"):
        compose((onda.picture(),), onda.reports(), (), (), case="x")


def test_superseded_and_rejected_claims_are_not_shown() -> None:
    first, second, *rest = onda.claims()
    claims = (
        dataclasses.replace(first, status=Status.SUPERSEDED),
        dataclasses.replace(second, status=Status.REJECTED),
        *rest,
    )
    made = compose(onda.picture(), onda.reports(), claims, onda.coverage())
    assert {c.id for c in made.claims} == {c.id for c in rest}


def test_nothing_found_is_a_brief_that_says_so() -> None:
    made = compose((), (), (), ())
    assert made.case is None
    assert made.title == "No negotiation found"
    assert list(plain(made)) == CONTRACT
    assert made.outlook.reason == "No proposal is reported."


def test_what_is_not_built_is_null_with_a_reason(brief: Brief) -> None:
    data = plain(brief)
    assert data["talks"]["result"] is None
    assert "not built" in data["talks"]["reason"]
    assert data["ask_next"]["result"] is None
    assert data["ask_next"]["reason"]
