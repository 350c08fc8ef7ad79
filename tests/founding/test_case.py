"""Section A of the founding reports: the case they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.founding.conftest import R1, R2

Brief = dict[str, Any]


def proposal_by(brief: Brief, **wanted: Any) -> dict[str, Any]:
    found = [p for p in brief["proposals"] if all(p[k] == v for k, v in wanted.items())]
    assert len(found) == 1, f"{wanted}: {[(p['key'], p['by'], p['stage']) for p in brief['proposals']]}"
    return found[0]


def terms_of(brief: Brief, proposal: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Terms by the issue's name, lower case."""
    return {brief["issues"][key]["name"].lower(): term for key, term in proposal["terms"].items()}


def term_about(brief: Brief, proposal: dict[str, Any], *words: str) -> dict[str, Any]:
    found = [t for name, t in terms_of(brief, proposal).items() if all(w in name for w in words)]
    assert len(found) == 1, f"{words}: {terms_of(brief, proposal)}"
    return found[0]


def untabled(brief: Brief) -> dict[str, Any]:
    return proposal_by(brief, by=None, stage="under negotiation")


def names(group: dict[str, Any]) -> set[str]:
    return {item["name"] for item in group.values()}


def roles(brief: Brief, name: str) -> set[str]:
    return {r["role"] for t in brief["third_parties"].values() if t["name"] == name for r in t["roles"]}


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


def test_two_parties(brief: Brief) -> None:
    assert names(brief["parties"]) == {"Israel", "Hamas"}


def test_members_of_the_parties(brief: Brief) -> None:
    members = {p["name"]: {m["name"] for m in p["members"]} for p in brief["parties"].values()}
    assert members["Israel"] == {
        "Yoav Gallant",
        "Itamar Ben Gvir",
        "Betzalel Smotrich",
        "Benjamin Netanyahu",
        "David Barnea",
        "Ronen Bar",
        "Nitzan Alon",
    }
    assert members["Hamas"] == {"Osama Hamdan", "Yahya Sinwar"}


def test_roles_as_reported(brief: Brief) -> None:
    role = {m["name"]: m["role"] for p in brief["parties"].values() for m in p["members"]}
    assert "Defense Minister" in role["Yoav Gallant"]
    assert "Mossad Director" in role["David Barnea"]
    assert "Shin Bet Director" in role["Ronen Bar"]
    assert "Prime Minister" in role["Benjamin Netanyahu"]
    assert "Maj Gen" in role["Nitzan Alon"]
    assert (role["Itamar Ben Gvir"] or "").lower().rstrip("s") in (
        "minister",
        "hardline minister",
        "more hardline minister",
    )


def test_third_parties_and_their_roles(brief: Brief) -> None:
    assert {"Egypt", "United States", "Qatar"} <= names(brief["third_parties"])
    assert {"convenes", "suggests"} <= roles(brief, "Egypt") or {"leads", "suggests"} <= roles(brief, "Egypt")
    assert {"presses", "warns"} <= roles(brief, "United States")
    assert roles(brief, "Qatar") == {"hosts"}


def test_mediators_are_those_who_mediate_or_convene(brief: Brief) -> None:
    assert "Egypt" in str(brief["mediators"])
    assert "Qatar" not in str(brief["mediators"])
    assert "United States" not in str(brief["mediators"])


def test_bodies(brief: Brief) -> None:
    found = " | ".join(sorted(names(brief["bodies"]))).lower()
    for body in (
        "security cabinet",
        "mossad",
        "shin bet",
        "israeli defense forces",
        "general intelligence service",
    ):
        assert body in found
    cabinets = [b for b in brief["bodies"].values() if "cabinet" in b["name"].lower()]
    assert len(cabinets) == 2
    assert all(b.get("size") in (None, "unknown") for b in cabinets)


def test_affected_at_no_reported_table(brief: Brief) -> None:
    affected = brief["affected"]
    found = str([a["name"] for a in (affected.values() if isinstance(affected, dict) else affected)]).lower()
    for name in ("hezbollah", "hostages", "prisoners"):
        assert name in found


def test_three_tracks(brief: Brief) -> None:
    tracks = brief["tracks"]
    assert len(tracks) == 3
    egypt = [t for t in tracks.values() if t["convenor"] == "Egypt"]
    qatar = [t for t in tracks.values() if t["venue"] == "Qatar"]
    assert len(egypt) == len(qatar) == 1
    assert egypt[0]["venue"] == "Cairo"
    assert qatar[0]["convenor"] is None
    assert qatar[0]["mode"] in ("not reported", None)
    assert qatar[0]["parallel_to"] == []
    assert len(egypt[0]["parallel_to"]) == 1


def test_small_deal(brief: Brief) -> None:
    deal = proposal_by(brief, by="Egypt")
    assert deal["stage"] == "suggested"
    assert deal["date"] is None
    assert len(deal["terms"]) == 2
    assert "limited" in term_about(brief, deal, "hostage")["option"]
    assert "brief" in term_about(brief, deal, "gaza")["option"]
    assert deal["open"] is False
    assert any("negotiations" in words for words in deal["opens"])


def test_barnea_plan(brief: Brief) -> None:
    plan = proposal_by(brief, by="David Barnea")
    assert len(plan["terms"]) == 3
    assert term_about(brief, plan, "hostage")["option"] == "all"
    assert "end" in term_about(brief, plan, "gaza")["option"]
    assert "end" in term_about(brief, plan, "lebanon")["option"]
    assert plan["stage"] in ("suggested", "tabled")
    assert any(
        item["outcome"].startswith("discussed") and "plan" in item["about"].lower()
        for meeting in brief["meetings"]
        for item in meeting["items"]
    )


def test_42_days_for_40_hostages(brief: Brief) -> None:
    package = untabled(brief)
    assert len(package["terms"]) == 2
    assert term_about(brief, package, "hostage")["option"] == "40"
    assert "42" in term_about(brief, package, "hostilities")["option"]
    assert brief["tracks"][package["track"]]["venue"] == "Qatar"


def test_the_same_issue_under_the_same_words(brief: Brief) -> None:
    """Hostages are one issue in all packages; hostilities in Gaza another; Lebanon a third."""
    deal, plan = proposal_by(brief, by="Egypt"), proposal_by(brief, by="David Barnea")
    assert set(deal["terms"]) < set(plan["terms"])
    assert set(untabled(brief)["terms"]) & set(deal["terms"])


def test_steps_as_an_open_list(brief: Brief) -> None:
    steps = proposal_by(brief, by="Osama Hamdan")
    assert steps["open"] is True
    assert len(steps["terms"]) == 2
    options = " ".join(t["option"] for t in steps["terms"].values())
    assert "partial" in options
    assert "complete" in options or "cessation" in options
    assert "permanent" not in options


def test_outlined_broader_agreement(brief: Brief) -> None:
    outlined = [p for p in brief["proposals"] if p["stage"] == "outlined"]
    assert len(outlined) == 1
    assert outlined[0]["by"] is None
    assert term_about(brief, outlined[0], "hostage")["option"] == "all"


def test_exactly_three_named_stances_and_one_open_set(brief: Brief) -> None:
    deal = proposal_by(brief, by="Egypt")
    on_proposals = [s for s in brief["stances"] if s["proposal"] and s["act"] not in ("propose",)]
    assert {(s["actor"], s["act"]) for s in on_proposals} == {
        ("Yoav Gallant", "support"),
        ("Itamar Ben Gvir", "oppose"),
        ("Betzalel Smotrich", "oppose"),
        (None, "oppose"),
    }
    assert len(on_proposals) == 4
    assert all(s["proposal"] == deal["key"] and s["party"] == "Israel" for s in on_proposals)


def test_red_line_maps_to_no_issue(brief: Brief) -> None:
    (line,) = brief["red_lines"]
    assert line["actor"] == "Israel"
    assert line["issues"] == []
    assert "defense capabilities" in line["text"]


def test_leverage_with_its_target_inferred(brief: Brief) -> None:
    (lever,) = brief["leverage"]
    assert lever["by"] == "United States" or "U.S." in lever["by"]
    assert lever["on"] == "Israel"
    assert "inferred" in lever["on_basis"]
    assert "aid" in lever["if"]
    assert "arms" in lever["then"]
    assert lever["if"] not in lever["then"]


def test_ratification_with_its_scope(brief: Brief) -> None:
    (israel,) = [p for p in brief["parties"].values() if p["name"] == "Israel"]
    (needed,) = israel["ratification"]
    assert needed["rule"] == "unknown"
    assert needed["members_known"] is False
    assert brief["bodies"][needed["body"]]["name"].lower() == "cabinet"
    assert "concessions" in str(needed["scope"])
    (hamas,) = [p for p in brief["parties"].values() if p["name"] == "Hamas"]
    assert hamas["ratification"] == []


def test_no_vote_on_the_timing_of_a_strike(brief: Brief) -> None:
    unvoted = [i for m in brief["meetings"] for i in m["items"] if "no vote" in i["outcome"]]
    assert len(unvoted) == 1
    assert "timing" in unvoted[0]["about"]


def test_expected_duration_is_no_deadline(brief: Brief) -> None:
    assert brief["deadlines"] == []
    (duration,) = [d for d in brief["durations"] if "two weeks" in d["text"]]
    assert duration["at_least_days"] == 14
    assert duration["at_most_days"] is None


def test_one_death_three_assessments_no_agent(brief: Brief) -> None:
    killed = [e for e in brief["events"] if "Sinwar" in e["text"]]
    assert len(killed) == 1
    assert killed[0]["agent"] is None
    assert len(killed[0]["assessments"]) == 3


def test_missile_attack_has_no_agent_and_no_year(brief: Brief) -> None:
    (attack,) = [e for e in brief["events"] if "missile" in e["text"]]
    assert attack["agent"] is None
    assert attack["date"] is None
    assert "October 1" in attack["event_text"]


def test_dates(brief: Brief) -> None:
    dates = {r["key"]: (r["date"], r["date_basis"]) for r in brief["reports"]}
    assert dates[R1][0] is None
    assert dates[R2] == ("2024-03-18", "header inside the text")


def test_reports_are_two_stories(brief: Brief) -> None:
    assert len({r["story"] for r in brief["reports"]}) == 2


def test_every_sentence_is_accounted_for(brief: Brief, texts: dict[str, str]) -> None:
    kinds = {"claim", "furniture", "read, nothing claimed"}
    for key, text in texts.items():
        rows = [row for row in brief["coverage"] if row["report"] == key]
        assert {row["kind"] for row in rows} <= kinds
        covered = [False] * len(text)
        for row in rows:
            covered[row["start"] : row["end"]] = [True] * (row["end"] - row["start"])
        left = "".join(c for c, done in zip(text, covered, strict=True) if not done)
        assert left.strip() == ""
        assert len([r for r in rows if r["kind"] != "furniture"]) == {R1: 17, R2: 12}[key]


def test_every_quote_is_the_stored_text(brief: Brief, texts: dict[str, str]) -> None:
    assert brief["claims"]
    for claim in brief["claims"]:
        text = texts[claim["report"]]
        assert claim["quote"] == text[claim["start"] : claim["end"]]
        assert claim["predicate"] == text[claim["predicate_start"] : claim["predicate_end"]]
        if claim["object"] is not None:
            assert claim["object"] == text[claim["object_start"] : claim["object_end"]]
        if claim["actor_text"] is not None:
            assert claim["actor_text"] == text[claim["actor_start"] : claim["actor_end"]]


def test_everything_names_claims_that_exist(brief: Brief) -> None:
    known = {c["id"] for c in brief["claims"]}
    named = list(claims_named({k: v for k, v in brief.items() if k != "claims"}))
    assert named
    assert set(named) <= known


@pytest.mark.parametrize("section", ["proposals", "stances", "red_lines", "leverage", "events", "durations"])
def test_every_item_rests_on_a_claim(brief: Brief, section: str) -> None:
    assert brief[section]
    assert all(item["claims"] for item in brief[section])
