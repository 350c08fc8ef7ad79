"""Section B of the founding reports: what the brief must list as unknown or assumed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.founding.test_case import proposal_by

Brief = dict[str, Any]


def said(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).lower()


def test_order_of_vague_extents_is_assumed(brief: Brief) -> None:
    for word, issue_word in (("limited", "hostage"), ("brief", "gaza")):
        (issue,) = [
            i
            for i in brief["issues"].values()
            if issue_word in i["name"].lower() and any(word in o for o in i["options"])
        ]
        (option,) = [o for o in issue["options"] if word in o]
        assert issue["order_basis"][option] == "assumed"
        assert issue["options"][0] == "no change"
    assert "limited" in said(brief["assumptions"])
    assert "brief" in said(brief["assumptions"])


@pytest.mark.parametrize(
    "words",
    [
        ("date", "000_6aaac664698154f3"),
        ("hamas", "position"),
        ("netanyahu",),
        ("rule",),
        ("cabinet",),
        ("mediator",),
        ("direct",),
        ("limited",),
        ("brief",),
        ("concessions",),
        ("withdrawal",),
        ("tabl",),
    ],
)
def test_gap_is_named(brief: Brief, words: tuple[str, ...]) -> None:
    assert any(all(w in said(gap) for w in words) for gap in brief["gaps"]), words


def test_cabinet_and_security_cabinet_may_or_may_not_be_the_same(brief: Brief) -> None:
    assert "security cabinet" in said([brief["assumptions"], brief["gaps"]])
    assert any("unsure" in said(b) for b in brief["bodies"].values() if "cabinet" in b["name"].lower())


def test_passage_is_not_estimable_and_says_what_would_have_to_hold(brief: Brief) -> None:
    outlook = brief["outlook"]
    assert outlook["p_zopa"] is None
    for proposal in outlook["proposals"]:
        assert proposal["estimable"] is False
        assert proposal["reason"]
        assert proposal["conditions"]
        assert not proposal["p_accept"]
        assert not proposal["p_pass_by_rule"]
    deal = proposal_by(brief, by="Egypt")
    (about,) = [p for p in outlook["proposals"] if p["key"] == deal["key"]]
    assert "hamas" in said(about["conditions"])


def test_what_is_not_built_is_null_with_a_reason(brief: Brief) -> None:
    assert "reason" in said(brief["talks"])
    assert "reason" in said(brief["ask_next"])
