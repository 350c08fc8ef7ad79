from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np

from tracktwo.reports import group_stories, load_all
from tracktwo.reports.stories import CONTAINS, FEWEST, RESEMBLES, similarity
from tracktwo.vocabulary.reports import Report

WORDS = [
    "union",
    "board",
    "offer",
    "wage",
    "shift",
    "talks",
    "vote",
    "plan",
    "strike",
    "town",
    "line",
    "deal",
]


def invented(seed: int, length: int = 300) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(length))


def report(key: str, text: str) -> Report:
    return Report(key, text, key)


def stories(*texts: str) -> list[str | None]:
    return [one.story for one in group_stories(report(str(n), text) for n, text in enumerate(texts))]


def test_reports_in_other_words_stay_apart() -> None:
    assert stories(invented(1), invented(2), invented(3)) == ["0", "1", "2"]


def test_a_copy_with_small_changes_is_the_same_story() -> None:
    words = invented(1).split()
    words[50:52] = ["changed", "words"]
    assert stories(invented(1), invented(2), " ".join(words)) == ["0", "1", "0"]


def test_agency_copy_inside_a_longer_report_is_the_same_story_either_way_round() -> None:
    longer = f"{invented(7, 600)} {invented(1)} {invented(8, 600)}"
    assert stories(invented(1), longer) == ["0", "0"]
    assert stories(longer, invented(1)) == ["0", "0"]


def test_half_a_report_in_common_is_not_enough() -> None:
    assert stories(f"{invented(1)} {invented(2)}", f"{invented(1)} {invented(3)}") == ["0", "1"]


def test_a_copy_of_a_copy_belongs_to_the_first() -> None:
    first, chance = invented(1).split(), random.Random(5)
    second = [word if chance.random() > 0.02 else "other" for word in first]
    third = [word if chance.random() > 0.02 else "again" for word in second]
    assert stories(*(" ".join(words) for words in (first, second, third))) == ["0", "0", "0"]


def test_very_short_reports_join_only_if_they_are_the_same() -> None:
    assert stories("The talks go on.", "The talks, go on", "The talks go on today.") == ["0", "0", "2"]


def test_similarity_is_exact_at_its_thresholds() -> None:
    def run(start: int, stop: int) -> np.ndarray:
        return np.arange(start, stop, dtype=np.uint64)

    assert similarity(run(0, 100), run(0, 100)) == 1.0
    assert (
        similarity(run(0, 150), run(50, 200)) == 100 / 150
    )  # 100 of 200 in common: resemblance just reached
    assert similarity(run(0, 149), run(50, 200)) == 0.0
    assert similarity(run(0, 40), run(10, 1000)) == CONTAINS
    assert similarity(run(0, 40), run(11, 1000)) == 0.0
    assert similarity(run(0, FEWEST - 1), run(0, FEWEST - 1)) == 0.0
    assert RESEMBLES == 0.5


def test_everything_else_of_a_report_is_kept() -> None:
    one = report("a", invented(1))
    assert group_stories([one]) == (replace(one, story="a"),)


def test_the_two_founding_reports_are_two_stories(shared_data: Path) -> None:
    reports = load_all([shared_data / "seeds"]).reports
    assert [one.story for one in reports] == [one.key for one in reports]
