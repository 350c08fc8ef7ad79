"""Cohen's kappa against published figures, and which verdicts it compares."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.record.decisions import Decided, Decision
from tracktwo.record.opinions import Opinion
from tracktwo.record.review import agreements, first_verdict
from tracktwo.record.review.agreement import kappa

# Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, table 18.1: kappa .68, its
# standard error .087.
DIAGNOSES = {
    ("psychotic", "psychotic"): 75,
    ("psychotic", "neurotic"): 1,
    ("psychotic", "organic"): 4,
    ("neurotic", "psychotic"): 5,
    ("neurotic", "neurotic"): 4,
    ("neurotic", "organic"): 1,
    ("organic", "organic"): 10,
}


def test_the_published_example() -> None:
    observed, expected, k, low, high = kappa(DIAGNOSES)
    assert (observed, expected) == (pytest.approx(0.89), pytest.approx(0.66))
    assert k == pytest.approx(0.23 / 0.34)
    assert low is not None
    assert high is not None
    # The book rounds on the way; 0.087703 is what the delta method gives with numerical derivatives.
    assert (high - low) / 2 / 1.959964 == pytest.approx(0.087703, abs=1e-6)


def test_agreement_by_chance_alone_is_nought_and_perfect_agreement_one() -> None:
    assert kappa({("a", "a"): 25, ("a", "b"): 25, ("b", "a"): 25, ("b", "b"): 25})[2] == pytest.approx(0.0)
    assert kappa({("a", "a"): 3, ("b", "b"): 4})[2:] == (pytest.approx(1.0),) * 3
    assert kappa({("a", "b"): 5, ("b", "a"): 5})[2] == pytest.approx(-1.0)
    assert kappa({("a", "a"): 9}) == (1.0, 1.0, None, None, None)
    assert kappa({}) == (None,) * 5


@given(
    st.dictionaries(st.tuples(st.sampled_from("ard"), st.sampled_from("ard")), st.integers(1, 50), min_size=1)
)
def test_kappa_is_symmetric_and_inside_its_interval(counts: dict[tuple[str, str], int]) -> None:
    figures = kappa(counts)
    other = kappa({(b, a): n for (a, b), n in counts.items()})
    if figures[2] is None:
        assert other[2] is None
        return
    _, _, k, low, high = figures
    assert other[2] is not None
    assert math.isclose(k, other[2], abs_tol=1e-9)
    assert low is not None
    assert high is not None
    assert -1 <= low <= k + 1e-9
    assert k - 1e-9 <= high <= 1


def decided(claim: str, *steps: tuple[str, str]) -> list[Decided]:
    return [Decided(claim, Decision(decision), by, "", "") for by, decision in steps]


def test_what_the_first_reviewer_made_of_a_claim() -> None:
    assert first_verdict(decided("c", ("A", "accept"))) == ("accept", "A")
    assert first_verdict(decided("c", ("A", "edit"), ("A", "accept"))) == ("edit", "A")
    assert first_verdict(decided("c", ("A", "reject"), ("A", "undo"))) is None
    assert first_verdict(decided("c", ("A", "accept"), ("B", "reject")), "B") == ("accept", "A")
    assert first_verdict([Decided("c", Decision.MERGE, "A", "", "", {"into": "d", "within": True})]) is None


def test_each_pair_of_reviewers_has_a_row() -> None:
    decisions = {
        "1": decided("1", ("A", "accept")),
        "2": decided("2", ("A", "reject")),
        "3": decided("3", ("C", "accept")),
        "4": decided("4", ("B", "accept")),
    }
    given_ = [
        Opinion(c, Decision(v), "B", "", "") for c, v in (("1", "accept"), ("2", "accept"), ("3", "accept"))
    ]
    rows = agreements(decisions, [*given_, Opinion("4", Decision.ACCEPT, "B", "", "")])
    assert [(r.first, r.second, r.judged, r.alike) for r in rows] == [("A", "B", 2, 1), ("C", "B", 1, 1)]
    assert rows[0].differing == (("2", "reject", "accept"),)
    assert rows[0].kappa == pytest.approx(0.0)
    assert rows[1].kappa is None
    assert rows[1].reason is not None
