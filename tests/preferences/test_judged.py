"""A user's values as draws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.deals.chances.cases import TALKS, case_from
from tracktwo.case.packages import deal_space
from tracktwo.preferences import judged, no_evidence

POINTS = """\
title: Points
parties: {a: , b: }
issues: {x: {options: [no change, some, all]}, y: {options: [no change, yes]}}
values:
  a: {options: {x: {some: 1, all: 3}, y: {yes: 2}}, weights: {x: 2}, reservation: 1}
  b: {options: {x: {some: -1}}, weights: {y: 0}, reservation: -2}
"""


def test_points_are_one_draw_and_what_nobody_said_is_unknown() -> None:
    held = judged(case_from(POINTS))
    assert held.draws == 1
    assert held.part_worths[0, 0].tolist() == [0, 2, 6, 0, 2]
    assert held.part_worths[0, 1, :2].tolist() == [0, -1]
    assert np.isnan(held.part_worths[0, 1, 2])
    assert held.part_worths[0, 1, 3:].tolist() == [0, 0]
    assert held.reservations.tolist() == [[1, -2]]
    assert held.basis == "judgement"


@settings(max_examples=25, deadline=None)
@given(st.integers(-5, 5), st.integers(0, 5), st.integers(0, 99))
def test_ranges_stay_within_and_fill_themselves(low: int, width: int, seed: int) -> None:
    text = POINTS.replace("{yes: 2}", f"{{yes: [{low}, {low + width}]}}")
    held = judged(case_from(text), 200, seed)
    drawn = held.part_worths[:, 0, 4]
    assert drawn.min() >= low
    assert drawn.max() <= low + width
    assert drawn.mean() == pytest.approx(low + width / 2, abs=0.05 * width + 1e-9)
    assert held.draws == (200 if width else 1)


def test_a_change_in_one_place_moves_no_other() -> None:
    base = judged(case_from(TALKS), 100, 7)
    more = case_from(TALKS.replace("hours: {fewer: -1}", "hours: {fewer: [-2, 0]}"))
    again = judged(more, 100, 7)
    same = np.isclose(base.part_worths, again.part_worths).all(axis=0)
    port = base.actors.index("port")
    assert (~same).sum() == 1
    assert not same[port].all()


def test_a_walk_away_nobody_stated_is_an_assumption() -> None:
    held = judged(case_from(POINTS.replace(", weights: {x: 2}, reservation: 1", "")))
    assert [(v.name, v.kind) for v in held.varied] == [("A: no deal (not stated)", "assumption")]
    half = (3 + 2) / 2 / 2
    assert held.reservations[:, 0].min() >= -half
    assert held.reservations[:, 0].max() <= half


def test_an_option_between_two_valued_ones_lies_between_their_worths() -> None:
    held = judged(case_from(POINTS.replace("{some: 1, all: 3}", "{all: 3}")))
    middle = held.part_worths[:, 0, 1]
    assert middle.min() >= 0
    assert middle.max() <= 6
    assert middle.std() > 1
    assert any("between its neighbours" in v.name for v in held.varied)


def test_a_confirmed_red_line_is_refused_an_unconfirmed_one_is_not() -> None:
    line = "red_lines: [{actor: a, text: never all, rules_out: {x: [all]}, hard: HARD}]\n"
    assert judged(case_from(POINTS + line.replace("HARD", "false"))).refusals is None
    refused = judged(case_from(POINTS + line.replace("HARD", "true"))).refusals
    assert refused is not None
    assert refused.tolist() == [[False, False, True, False, False], [False] * 5]


def test_no_evidence_favours_nobody() -> None:
    held = no_evidence(deal_space(case_from(TALKS)), ("a", "b"), 4000)
    assert held.part_worths[:, :, 0].any() == np.False_
    assert abs(float((held.part_worths[:, :, 3] > 0).mean()) - 0.5) < 0.02
    assert held.part_worths[0, 0, 1] == pytest.approx(held.part_worths[0, 0, 3] / 3)
