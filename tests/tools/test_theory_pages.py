"""The theory pages say what the data say, and the accuracy page what was measured."""

from __future__ import annotations

import copy
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import theory_pages

import publish
from tracktwo.vocabulary import Act

BOOK: dict[str, Any] = tomllib.loads(theory_pages.CODEBOOK.read_text(encoding="utf-8"))
FAMILIES: dict[str, Any] = tomllib.loads(theory_pages.PHENOMENA.read_text(encoding="utf-8"))


def test_the_pages_are_what_the_data_say() -> None:
    assert theory_pages.stale() == [], "run: make pages"


def test_every_act_is_explained_once_and_mapped_once() -> None:
    assert [name for one in BOOK["family"].values() for name in one["acts"]] == [act.value for act in Act]
    page = theory_pages.acts_page(BOOK)
    for act in Act:
        entry = BOOK["act"][act.value]
        assert page.count(f"| `{act.value}` | {entry['definition']} | *{entry['example']}* |") == 1
        assert page.count(f"| `{act.value}` | {entry['plover']} |") == 1
    # No more than the text says: nothing unarmed is told as an assault, no remark as a threat.
    assert {name for name, one in BOOK["act"].items() if one["plover"] == "ASSAULT"} == {"use_force"}
    assert {name for name, one in BOOK["act"].items() if one["plover"] == "THREATEN"} == {"threaten"}


GAPS = {"harbour": {"known_gaps": [{"what": "meeting 5", "reason": "a vote | is not read"}]}, "mill": {}}


def test_every_known_failure_is_told_with_its_reason_and_no_other() -> None:
    page = theory_pages.failures_page(FAMILIES, GAPS)
    assert "| harbour | meeting 5 | a vote \\| is not read |" in page
    known = FAMILIES["known_failures"]
    for kind in ("yes", "no"):
        for text, reason in known[kind].items():
            assert f"| {text} |" in page
            assert f"| {reason} |" in page
    assert page.count("\n| ") == len(known["yes"]) + len(known["no"]) + 1 + 6  # three heads of two lines


def test_a_failure_that_is_mended_leaves_the_page() -> None:
    mended = copy.deepcopy(FAMILIES)
    text = next(iter(mended["known_failures"]["no"]))
    del mended["known_failures"]["no"][text]
    assert f"| {text} |" in theory_pages.failures_page(FAMILIES, GAPS)
    assert f"| {text} |" not in theory_pages.failures_page(mended, GAPS)


# -- the accuracy page


def measured(split: str) -> dict[str, Any]:
    """Figures of a split as ``score.py --json`` writes them, of our own making."""
    one = {"tp": 3, "fp": 1, "fn": 2, "precision": 0.75, "recall": 0.6, "f1": 0.6667, "low": 0.5, "high": 1.0}
    parts: dict[str, dict[str, Any]] = {}
    for part, name in publish.MEASURES:
        parts.setdefault(part, {"act propose": one})[name] = one
    return {
        "split": split,
        "figures": parts,
        "wrong_signs": 0,
        "claims": 1234,
        "bad_quotes": 0,
        "positions": {"shown": 4, "right": 3},
        "positions_in_bulletins": {"shown": 5, "right": 5},
        "reliability": [{"low": 0.8, "high": 0.9, "count": 12, "mean": 0.85, "right": 0.8333}],
        "calibration_error": 0.0167,
        "agreement": {"news": {"units": 9, "f1": {"actor_act": 0.8}, "matched": 20, "kappa": None}},
        "skipped": [],
    }


def written(folder: Path, *figures: dict[str, Any]) -> list[Path]:
    paths = [folder / f"{number}.json" for number, _ in enumerate(figures)]
    for path, one in zip(paths, figures, strict=True):
        path.write_text(json.dumps(one), encoding="utf-8")
    return paths


def test_the_page_says_what_is_kept() -> None:
    assert publish.main(["--check"]) == 0, "run: make pages"


def test_figures_are_rendered_and_the_text_around_them_stays(tmp_path: Path) -> None:
    kept = publish.collected(written(tmp_path, measured("test"), measured("dev")), "2026-02-03")
    page = publish.written(f"Before.\n{publish.BEGIN}\nstale\n{publish.END}\nAfter.\n", kept)
    assert page.startswith("Before.\n")
    assert page.endswith(f"{publish.END}\nAfter.\n")
    assert "stale" not in page
    assert "on 3 February 2026" in page
    assert "| news attribution | .750 / .600 / .667 | .750 / .600 / .667 | .500 to 1 |" in page
    assert "| .8 to .9 | 12 | .85 | .83 |" in page
    assert "| news | 9 | actor and act .800 | - |" in page
    assert "3 of 4" in page
    assert "0 of 1,234" in page
    assert publish.written(page, kept) == page


def test_single_acts_of_the_frozen_split_are_not_kept(tmp_path: Path) -> None:
    kept = publish.collected(written(tmp_path, measured("dev"), measured("test")), "2026-02-03")
    assert "act propose" not in json.dumps(kept)
    assert "act " not in publish.KEPT.read_text(encoding="utf-8")


@pytest.mark.parametrize("splits", [("dev", "dev"), ("dev",), ("test",), ()])
def test_both_splits_are_needed(tmp_path: Path, splits: tuple[str, ...]) -> None:
    with pytest.raises(publish.FiguresError, match="one of the test split"):
        publish.collected(written(tmp_path, *map(measured, splits)), "2026-02-03")


def test_figures_of_half_the_texts_are_not_published(tmp_path: Path) -> None:
    half = {**measured("dev"), "skipped": ["news"]}
    with pytest.raises(publish.FiguresError, match="news were absent"):
        publish.collected(written(tmp_path, half, measured("test")), "2026-02-03")


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    kept = publish.collected(written(tmp_path, measured("dev"), measured("test")), "2026-02-03")
    with pytest.raises(publish.FiguresError, match="lost its marks"):
        publish.written("A page.", kept)
