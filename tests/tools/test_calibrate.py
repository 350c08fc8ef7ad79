"""Calibration finds shares and factors that were put in, draws few claims together, writes what is read."""

from __future__ import annotations

import importlib
import random
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools" / "score"


@pytest.fixture(scope="module")
def calibrate() -> Any:
    sys.path.insert(0, str(TOOLS))
    try:
        return importlib.import_module("calibrate")
    finally:
        sys.path.remove(str(TOOLS))


def drawn(calibrate: Any, rule: str, traits: tuple[str, ...], share: float, number: int) -> list[Any]:
    right = round(share * number)
    return [calibrate.Judged(rule, traits, k < right) for k in range(number)]


def test_shares_and_factors_put_in_are_found(calibrate: Any) -> None:
    claims = (
        drawn(calibrate, "verb-say", (), 0.9, 1000)
        + drawn(calibrate, "deed", (), 0.6, 1000)
        + drawn(calibrate, "verb-say", ("unnamed",), 0.72, 1000)
        + drawn(calibrate, "deed", ("unnamed",), 0.48, 1000)
    )
    found = calibrate.fit(claims)
    assert found.rules["verb-say"] == pytest.approx(0.9, abs=0.01)
    assert found.rules["deed"] == pytest.approx(0.6, abs=0.01)
    assert found.traits["unnamed"] == pytest.approx(0.8, abs=0.01)


def test_few_claims_are_drawn_to_the_rest(calibrate: Any) -> None:
    claims = drawn(calibrate, "verb-say", (), 0.9, 900) + drawn(calibrate, "event", (), 0.0, 8)
    found = calibrate.fit(claims)
    assert 0.4 < found.rules["event"] < 0.6
    rare = calibrate.fit([*claims, calibrate.Judged("lone", ("odd",), False)])
    assert "lone" not in rare.rules
    assert "odd" not in rare.traits


def test_bins_hold_on_claims_not_fitted(calibrate: Any) -> None:
    seeded = random.Random(7)
    shares = {"verb": 0.9, "deed": 0.6, "nominal": 0.8}

    def some(number: int) -> list[Any]:
        made = []
        for _ in range(number):
            rule = seeded.choice(sorted(shares))
            traits = ("hedged",) if seeded.random() < 0.3 else ()
            right = seeded.random() < shares[rule] * (0.7 if traits else 1.0)
            made.append(calibrate.Judged(rule, traits, right))
        return made

    found = calibrate.fit(some(3000))
    pairs = [(found.confidence(one), one.right) for one in some(3000)]
    assert calibrate.calibration_error(pairs) < 0.04


def test_what_is_written_is_what_is_read(calibrate: Any) -> None:
    claims = drawn(calibrate, "verb-say", ("unnamed",), 0.5, 40) + drawn(calibrate, "verb-say", (), 0.9, 200)
    found = calibrate.fit(claims)
    data = tomllib.loads(calibrate.written(found))
    assert set(data) == {"other", "rules", "traits"}
    assert data["traits"]["unnamed"] == round(found.traits["unnamed"], 2)
    assert data["rules"]["verb"] == round(found.rules["verb"] * calibrate.ELSEWHERE, 2)
    assert "verb-say" not in data["rules"]  # says what its family says


def test_the_shipped_file_is_one_the_tool_writes(calibrate: Any) -> None:
    text = calibrate.FILE.read_text(encoding="utf-8")
    assert text.startswith("# Written by tools/score/calibrate.py")
    data = tomllib.loads(text)
    assert all(0.2 < share <= 1.0 for share in data["rules"].values())
    assert all(0.3 < factor <= 1.1 for factor in data["traits"].values())
    assert "verb" in data["rules"]
