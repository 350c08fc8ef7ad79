"""Section C of the founding reports: what must never appear."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.founding.conftest import R1, R2, run_brief
from tests.founding.test_case import proposal_by, untabled

Brief = dict[str, Any]

STANCES = {"support", "oppose", "accept", "reject", "prefer", "vote_for", "vote_against", "rule_out"}
# Sentences that only evaluate, and headings: offsets in the second report.
EVALUATIONS = ((906, 1044), (1799, 2009), (2010, 2185), (399, 429), (1046, 1074), (1617, 1666))


def claims_of(brief: Brief, actor: str, acts: set[str]) -> list[dict[str, Any]]:
    return [c for c in brief["claims"] if c["actor"] == actor and c["act"] in acts]


def test_nobody_is_on_the_wrong_side(brief: Brief) -> None:
    assert not claims_of(brief, "Yoav Gallant", {"oppose", "reject"})
    for minister in ("Itamar Ben Gvir", "Betzalel Smotrich"):
        assert not claims_of(brief, minister, {"support", "accept"})


def test_no_stance_of_a_party_or_its_head_on_a_package(brief: Brief) -> None:
    silent = ("Israel", "Benjamin Netanyahu", "Hamas", "Security cabinet", "Cabinet")
    for stance in brief["stances"]:
        if stance["proposal"] and stance["act"] in STANCES:
            assert stance["actor"] not in silent


def test_no_us_stance_on_any_proposal(brief: Brief) -> None:
    assert not [s for s in brief["stances"] if s["party"] == "United States" and s["proposal"]]


def test_no_vote_on_a_proposal(brief: Brief) -> None:
    votes = [c for c in brief["claims"] if c["act"] in ("vote", "vote_for", "vote_against")]
    assert [c["modality"] for c in votes] == ["negated"]
    assert "timing" in votes[0]["object"]
    assert not votes[0].get("proposal")


def test_nothing_is_approved(brief: Brief) -> None:
    assert all(c["modality"] == "required" for c in brief["claims"] if c["act"] == "ratify")
    assert all(p["stage"] not in ("agreed", "ratified", "in force") for p in brief["proposals"])


def test_roles_nobody_reported(brief: Brief) -> None:
    for third in brief["third_parties"].values():
        if third["name"] in ("Qatar", "United States"):
            assert not {"mediates", "convenes", "guarantees"} & {r["role"] for r in third["roles"]}


def test_nobody_tabled_the_42_day_package(brief: Brief) -> None:
    assert untabled(brief)["by"] is None


def test_no_date_for_the_small_deal_or_the_cairo_meeting(brief: Brief) -> None:
    assert proposal_by(brief, by="Egypt")["date"] is None
    for meeting in brief["meetings"]:
        if "Hassan Rashad" in json.dumps(meeting):
            assert meeting["date"] is None
            assert not meeting["event_text"]


def test_the_small_deal_does_not_open_the_barnea_plan(brief: Brief) -> None:
    opens = json.dumps(proposal_by(brief, by="Egypt")["opens"]).lower()
    assert "barnea" not in opens
    assert proposal_by(brief, by="David Barnea")["key"] not in opens


def test_no_deadline(brief: Brief) -> None:
    assert brief["deadlines"] == []


def test_no_agent_is_filled_in(brief: Brief) -> None:
    for event in brief["events"]:
        if "Sinwar" in event["text"] or "missile" in event["text"]:
            assert event["agent"] is None
    for claim in brief["claims"]:
        if claim["act"] == "use_force" and (
            "Sinwar" in (claim["object"] or "") or "missile" in claim["predicate"]
        ):
            assert claim["actor"] is None


def test_leverage_on_nobody_else(brief: Brief) -> None:
    assert all(lever["on"] == "Israel" and "inferred" in lever["on_basis"] for lever in brief["leverage"])


def test_who_is_no_party(brief: Brief) -> None:
    assert not {"Hezbollah", "Iran", "Lebanon", "Qatar", "Egypt"} & {
        p["name"] for p in brief["parties"].values()
    }


def test_ministers_are_not_put_into_the_security_cabinet(brief: Brief) -> None:
    for body in brief["bodies"].values():
        if "cabinet" in body["name"].lower():
            assert not body.get("members") or body["members"] == "unknown"


def test_epithets_stay_inside_quotes(brief: Brief) -> None:
    """Loaded words may stand in the words of reports, never in ours."""
    ours = {
        "title": brief["title"],
        "parties": brief["parties"],
        "third_parties": brief["third_parties"],
        "bodies": [b["name"] for b in brief["bodies"].values()],
        "issues": brief["issues"],
        "gaps": brief["gaps"],
        "assumptions": brief["assumptions"],
        "tracks": [t["name"] for t in brief["tracks"].values()],
    }
    text = json.dumps(ours, ensure_ascii=False).lower()
    unquoted = re.sub(r"“[^”]*”|\\\"[^\"]*\\\"", "", text)
    for word in ("hardline", "militant group", "revealed", "aggression", "pivotal", "regime"):
        assert word not in unquoted


def test_no_probability_of_passage(brief: Brief) -> None:
    assert not re.search(
        r"\d\s?%|percent|probab", json.dumps(brief["outlook"]).lower().replace("not a probability", "")
    )


def test_no_claim_from_an_evaluation_or_a_heading(brief: Brief) -> None:
    for claim in brief["claims"]:
        if claim["report"] == R2:
            assert not [
                span
                for span in EVALUATIONS
                if claim["predicate_start"] >= span[0] and claim["predicate_end"] <= span[1]
            ]


def test_sunday_stays_unresolved_until_the_report_is_dated(brief: Brief, seeds: Path, tmp_path: Path) -> None:
    def sundays(one: Brief) -> list[str | None]:
        return [c["event_from"] for c in one["claims"] if "Sunday" in (c["event_text"] or "")]

    assert sundays(brief)
    assert set(sundays(brief)) == {None}
    dated = run_brief(seeds, tmp_path, "--date", f"{R1}.txt=2024-10-21")
    assert set(sundays(dated)) == {"2024-10-20"}
    (meeting,) = [m for m in dated["meetings"] if "Sunday" in (m["event_text"] or "")]
    assert meeting["date"] == "2024-10-20"
    assert proposal_by(dated, by="Egypt")["date"] is None
