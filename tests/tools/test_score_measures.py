"""The scorer's measures give the figures one gets by hand: words, spans, rates, bins, agreement."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from scored import FIRST, SECOND, TEXT, claim, report

import agreement
import collect
import reliability
from measures import Counts, figure, kappa, overlap, rates, span_overlap, words
from naming import same_name
from pairing import pair
from tracktwo.vocabulary.claims import Act


def test_words_have_no_order_case_or_punctuation() -> None:
    assert words("On fees, the EU-wide Fund.") == words("(the) eu wide fund ON fees")
    assert words("a a b") != words("a b b")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [("a b c", "a b c", 1.0), ("a b c", "b c d", 0.5), ("a a", "a", 0.5), ("a", "b", 0.0), ("", "", 1.0)],
)
def test_overlap_is_jaccard_over_repeated_words(one: str, two: str, expected: float) -> None:
    assert overlap(words(one), words(two)) == expected


def test_span_overlap_is_over_the_longer() -> None:
    assert span_overlap([(0, 10)], [(5, 10)]) == 0.5
    assert span_overlap([(0, 4), (6, 10)], [(0, 10)]) == 0.8
    assert span_overlap([(0, 4)], [(4, 8)]) == 0
    assert span_overlap([], []) == 0


def test_rates_and_undefined_ones() -> None:
    assert rates(Counts(3, 1, 2)) == (0.75, 0.6, 2 * 3 / 9)
    assert all(math.isnan(rate) for rate in rates(Counts()))
    precision, recall, f1 = rates(Counts(0, 2, 0))
    assert (precision, f1) == (0, 0)
    assert math.isnan(recall)


def test_bootstrap_is_seeded_and_has_no_width_where_all_sentences_are_alike() -> None:
    alike = figure([Counts(2, 1, 1)] * 5)
    assert (alike.low, alike.high) == (alike.f1, alike.f1) == (2 / 3, 2 / 3)
    mixed = [Counts(1, 0, 0)] * 10 + [Counts(0, 1, 1)] * 10
    one, two = figure(mixed), figure(mixed)
    assert one == two
    assert one.f1 == 0.5
    assert 0.25 <= one.low < 0.5 < one.high <= 0.75
    assert figure(mixed, seed=3) != one


def test_kappa_of_a_known_table() -> None:
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, chance 0.5.
    labels = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(labels) == pytest.approx(0.4)
    assert kappa([("y", "y")]) == 1
    assert math.isnan(kappa([]))


def test_pairs_are_one_to_one_best_first() -> None:
    weights = {("a", "x"): 1.0, ("a", "y"): 2.0, ("b", "y"): 3.0}
    assert pair("ab", "xy", lambda g, r: weights.get((g, r), 0.0)) == [(0, 0), (1, 1)]
    assert pair("ab", "y", lambda g, r: weights.get((g, r), 0.0)) == [(1, 0)]
    assert pair("a", "z", lambda g, r: weights.get((g, r), 0.0)) == []


@pytest.mark.parametrize(
    ("one", "two", "person", "expected"),
    [
        ("European Union", "the EU", False, True),
        ("Côte d’Ivoire", "COTE D'IVOIRE", False, True),
        ("Ana Tuvan", "Tuvan", True, True),
        ("Ana Tuvan", "Tuvan", False, False),
        ("Ana Tuvan", "Ana Berga", True, False),
        ("Guinea", "Papua New Guinea", False, False),
    ],
)
def test_names(one: str, two: str, person: bool, expected: bool) -> None:
    assert same_name(one, two, person=person) is expected


def test_reliability_bins() -> None:
    given = [(0.8, True), (0.85, True), (0.8, False), (0.8, True), (1.0, True), (0.3, False)]
    low, high, top = reliability.table(given)
    assert (low.low, low.count, low.right) == (0.3, 1, 0)
    assert (high.low, high.high, high.count, high.right) == (0.8, 0.9, 4, 0.75)
    assert top.count == 1
    assert reliability.calibration_error([(0.8, True), (0.8, False)]) == pytest.approx(0.3)
    assert math.isnan(reliability.calibration_error([]))


def test_agreement_of_two_annotations() -> None:
    other = replace(FIRST, props=(FIRST.props[0], replace(FIRST.props[1], act=Act.PROPOSE)))
    shorter = replace(SECOND, props=(replace(SECOND.props[0], message=SECOND.props[0].message[1:]),))
    found = agreement.bulletins([(FIRST, other, report()), (SECOND, shorter, report())])
    assert found.f1["exact"] == pytest.approx(2 / 3)  # of three rows each, one differs in its topic
    assert found.f1["actor_predicate"] == 1
    # Acts propose, support, support against propose, propose, support: observed 2/3, chance 4/9.
    assert found.kappa == pytest.approx((2 / 3 - 4 / 9) / (1 - 4 / 9))
    assert found.matched == 3


def test_the_whole_second_annotation_counts_with_its_split_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(collect, "GOLD", tmp_path)
    (tmp_path / "news").mkdir()
    said = {"actor": "Norland", "actor_start": 0, "actor_end": 7, "act": "reject", "modality": "asserted"}
    first = said | {"pred_start": 8, "pred_end": 16, "obj_start": None, "obj_end": None}
    line = {"doc": "own/1", "start": 0, "end": 20, "annotator": "a", "attributions": []}
    for name, act in (("test", "reject"), ("second", "reject"), ("second-test", "accept")):
        row = line | {"claims": [first | {"act": act}]}
        (tmp_path / "news" / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert list(collect.agreements("news", "dev")) == ["news"]
    found = collect.agreements("news", "test")
    assert [(name, one.units, one.f1["actor_act"]) for name, one in found.items()] == [
        ("news", 1, 1.0),
        ("news, whole frozen half, settled", 1, 0.0),
    ]


def test_quotes_that_differ_are_counted() -> None:
    good = claim("Norland", Act.PROPOSE, "proposed", "a fund")
    assert collect.bad_spans([good], TEXT) == 0
    for wrong in ({"quote": "x"}, {"object_end": 5}, {"predicate": "said"}, {"actor_start": None}):
        assert collect.bad_spans([good, replace(good, **wrong)], TEXT) == 1, wrong
