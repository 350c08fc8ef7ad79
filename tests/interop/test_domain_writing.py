"""Domains written in other people's formats read back the same."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo import deals
from tracktwo.errors import DomainError
from tracktwo.interop import domains
from tracktwo.interop.domains.model import Domain, Profile, assemble
from tracktwo.vocabulary.utilities import DealIssue, Rule

NAMES = ['a & "b" <c>', "d\u00e9cembre", "plain"]


def domain(
    worths: list[list[list[Fraction]]],
    *,
    cap: float | None = 1.0,
    reservation: Fraction | None = None,
    rules: tuple[Rule, ...] = (),
) -> Domain:
    issues = [
        DealIssue(NAMES[i], tuple(str(k) for k in range(len(options)))) for i, options in enumerate(worths[0])
    ]
    profiles = tuple(
        Profile(f"party {n}", Path(), tuple(map(tuple, one)), reservation=reservation, cap=cap, rules=rules)
        for n, one in enumerate(worths)
    )
    return Domain("x/y: z", "own", assemble(issues, profiles), profiles)


def same(first: Domain, second: Domain) -> None:
    assert first.utilities.space == second.utilities.space
    assert first.utilities.actors == second.utilities.actors
    assert np.abs(first.utilities.part_worths - second.utilities.part_worths).max() <= 2e-16
    assert np.array_equal(first.utilities.reservations, second.utilities.reservations)
    assert first.utilities.caps == second.utilities.caps


# Three issues whose values come to at most 1 together.
shares = st.lists(
    st.lists(st.fractions(0, Fraction(1, 3), max_denominator=997), min_size=1, max_size=4),
    min_size=3,
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(shares, shares)
def test_utilities_survive_both_formats(tmp_path_factory: pytest.TempPathFactory, a: list, b: list) -> None:
    b = [
        [issue_b[k % len(issue_b)] for k in range(len(issue_a))]
        for issue_a, issue_b in zip(a, b, strict=True)
    ]
    before = domain([a, b])
    folder = tmp_path_factory.mktemp("written")
    domains.write_genius(before, folder / "xml")
    same(before, domains.read(folder / "xml"))
    domains.write_geniusweb(before, folder / "json")
    same(before, domains.read(folder / "json"))


def test_negative_and_large_utilities_survive_genius_in_the_bar_ilan_dialect(tmp_path: Path) -> None:
    worths = [[[Fraction(-5), Fraction(1, 3)], [Fraction(0)], [Fraction(100), Fraction(-1, 7)]]]
    before = domain(worths, cap=None, reservation=Fraction(-240))
    domains.write_genius(before, tmp_path / "out")
    same(before, domains.read(tmp_path / "out"))


def test_tiny_utilities_survive_genius(tmp_path: Path) -> None:
    before = domain(
        [[[Fraction(1, 10**7), Fraction(1, 10**8)], [Fraction(0), Fraction(0)], [Fraction(1, 2)]]]
    )
    domains.write_genius(before, tmp_path / "out")
    same(before, domains.read(tmp_path / "out"))


def test_hyper_rectangles_survive_genius(tmp_path: Path) -> None:
    nothing = [[Fraction(0)] * 3] * 2
    rules = (
        Rule(0, ((0, frozenset({1, 2})),), 0.25),
        Rule(0, ((0, frozenset({0})), (1, frozenset({2}))), 0.5),
    )
    before = domain([nothing], rules=rules)
    domains.write_genius(before, tmp_path / "out")
    after = domains.read(tmp_path / "out")
    assert deals.analyse(after.utilities).frontier == deals.analyse(before.utilities).frontier
    assert after.utilities.rules == before.utilities.rules


def test_a_reservation_that_is_a_deals_worth_survives_geniusweb(tmp_path: Path) -> None:
    worths = [
        [[Fraction(1, 4), Fraction(1, 2)], [Fraction(0), Fraction(1, 8)], [Fraction(3, 8), Fraction(0)]]
    ]
    before = domain(worths, reservation=Fraction(3, 8))
    domains.write_geniusweb(before, tmp_path / "out")
    same(before, domains.read(tmp_path / "out"))


def test_what_a_format_cannot_say_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    half = [[Fraction(1, 2)], [Fraction(1, 4)], [Fraction(1, 4)]]
    negative = [[Fraction(-1)], [Fraction(1)], [Fraction(1)]]
    gap = (Rule(0, ((0, frozenset({0, 2})),), 1.0),)
    cases = [
        (domains.write_geniusweb, domain([half], reservation=Fraction(1, 3)), "only a bid can say it"),
        (domains.write_geniusweb, domain([negative]), "less than 0"),
        (domains.write_geniusweb, domain([[[Fraction(2)], [Fraction(0)], [Fraction(0)]]]), "more than 1"),
        (domains.write_geniusweb, domain([half], rules=gap), "no plain sum"),
        (domains.write_genius, domain([negative]), "worth more than 0"),
        (domains.write_genius, domain([[[Fraction(0)] * 3] * 2], rules=gap), "gap"),
    ]
    for write, one, why in cases:
        with pytest.raises(DomainError, match=why):
            write(one, tmp_path / "out")
        assert not (tmp_path / "out").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    one = domain([[[Fraction(1, 2)], [Fraction(1, 4)], [Fraction(1, 4)]]])
    domains.write_genius(one, tmp_path)
    with pytest.raises(DomainError, match="already there"):
        domains.write_genius(one, tmp_path)
