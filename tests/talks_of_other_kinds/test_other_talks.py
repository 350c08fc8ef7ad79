"""The same code on talks of other kinds: what a careful reader finds in each, and what must never be read.

The reports are invented for this test; each folder's ``expected.toml`` says what has to come out.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run_in

HERE = Path(__file__).resolve().parent
KINDS = ("tariffs", "water", "coalition", "bulletin", "truce")
Found = tuple[dict[str, Any], dict[str, Any]]


@pytest.fixture(scope="module", params=KINDS)
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Found:
    folder = HERE / request.param
    files = [str(path) for path in sorted(folder.iterdir()) if path.suffix != ".toml"]
    done = run_in(tmp_path_factory.mktemp(request.param), "brief", *files, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))


def matches(row: dict[str, Any], wanted: dict[str, Any]) -> bool:
    acts = wanted.get("acts", [wanted["act"]] if "act" in wanted else None)
    return (
        (acts is None or row["act"] in acts)
        and wanted.get("actor", "").lower() in (row["actor"] or "").lower()
        and wanted.get("modality", row["modality"]) == row["modality"]
        and wanted.get("condition", "").lower() in (row["condition"] or "").lower()
    )


def test_parties(read: Found) -> None:
    brief, expected = read
    names = {party["name"] for party in brief["parties"].values()}
    if "parties" in expected:
        assert names == set(expected["parties"])
    assert set(expected.get("parties_include", [])) <= names


def test_third_parties(read: Found) -> None:
    brief, expected = read
    by_role: dict[str, set[str]] = {}
    for third in brief["third_parties"].values():
        for role in third["roles"]:
            by_role.setdefault(role["role"], set()).add(third["name"])
    assert set(expected["hosts"]) <= by_role.get("hosts", set())
    assert set(expected["mediators"]) <= by_role.get("mediates", set())
    assert set(expected.get("convenors", [])) <= by_role.get("convenes", set())


def test_claims_and_stances(read: Found) -> None:
    brief, expected = read
    missing = [
        wanted
        for wanted in [*expected.get("claim", []), *expected.get("stance", [])]
        if not any(matches(claim, wanted) for claim in brief["claims"])
    ]
    assert missing == []


def test_proposals_with_their_terms(read: Found) -> None:
    brief, expected = read
    for wanted in expected.get("proposal", []):
        mine = [p for p in brief["proposals"] if p["by"] == wanted["by"]]
        assert mine, f"no proposal by {wanted['by']}: {[p['by'] for p in brief['proposals']]}"
        terms = [
            (brief["issues"][key]["name"].lower(), json.dumps(term, ensure_ascii=False).lower())
            for proposal in mine
            for key, term in proposal["terms"].items()
        ]
        for theme, extent in wanted["terms"].items():
            assert any(theme in name + term and extent in term for name, term in terms), (
                theme,
                extent,
                terms,
            )


def test_ratification_deadlines_and_red_lines(read: Found) -> None:
    brief, expected = read
    needed = {
        (party["name"], brief["bodies"][one["body"]]["name"].lower())
        for party in brief["parties"].values()
        for one in party["ratification"]
    }
    for party, body in expected.get("ratifies", []):
        assert any(name == party and body in text for name, text in needed), needed
    assert {row["date"] for row in brief["deadlines"]} >= set(expected.get("deadline", []))
    for line in expected.get("red_line", []):
        assert any(line["text"] in row["text"].lower() for row in brief["red_lines"])


def test_never(read: Found) -> None:
    brief, expected = read
    for actor, act in expected["never"]["actor_acts"]:
        wrong = [
            claim["quote"]
            for claim in brief["claims"]
            if claim["actor"] == actor
            and claim["act"] == act
            and claim["modality"] not in ("negated", "denied")
        ]
        assert wrong == [], f"{actor} {act}"


def test_nobody_is_shown_with_the_verb_of_another(read: Found) -> None:
    """The words of "X, supported by Y, proposed" are X's."""
    brief, _ = read
    for row in brief["positions"]:
        if row["act"] in ("support", "oppose"):
            assert "propos" not in row["strength"]
