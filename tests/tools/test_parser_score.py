"""The evaluator gives the figures one gets by hand."""

from __future__ import annotations

import pytest


def word(start: int, end: int, head: tuple[int, int] | None, deprel: str, upos: str = "X", lemma: str = "x"):  # type: ignore[no-untyped-def]
    from attachment import Parsed

    return Parsed((start, end), head, deprel, upos, lemma)


def tally(system, gold):  # type: ignore[no-untyped-def]
    from attachment import Tally, add_words

    result = Tally()
    add_words(result, system, gold)
    return result


def test_perfect_parse_scores_hundred() -> None:
    words = [word(0, 3, (4, 8), "nsubj"), word(4, 8, None, "root")]
    scores = tally(words, list(words))
    for name in ("tokens", "upos", "lemma", "uas", "las", "las_subtypes", "nsubj", "root"):
        assert scores.f1(name) == 100


def test_subtype_counts_only_for_the_strict_score() -> None:
    gold = [word(0, 3, (4, 8), "nsubj:pass"), word(4, 8, None, "root")]
    system = [word(0, 3, (4, 8), "nsubj"), word(4, 8, None, "ROOT")]
    scores = tally(system, gold)
    assert scores.f1("las") == 100
    assert scores.f1("las_subtypes") == 50


def test_wrongly_split_word_costs_precision_and_recall() -> None:
    gold = [word(0, 5, (6, 10), "nsubj"), word(6, 10, None, "root")]
    system = [word(0, 2, (6, 10), "nsubj"), word(2, 5, (0, 2), "dep"), word(6, 10, None, "root")]
    scores = tally(system, gold)
    # one word of three given and two wanted is right
    assert scores.f1("las") == pytest.approx(200 * 1 / 5)
    assert scores.f1("tokens") == pytest.approx(40)
    assert scores.f1("nsubj") == 0


def test_right_head_with_wrong_relation_is_uas_only() -> None:
    gold = [word(0, 3, (4, 8), "nsubj"), word(4, 8, None, "root")]
    system = [word(0, 3, (4, 8), "obj"), word(4, 8, None, "root")]
    scores = tally(system, gold)
    assert (scores.f1("uas"), scores.f1("las")) == (100, 50)
    assert scores.f1("obj") == 0


def test_relation_never_seen_scores_zero_not_an_error() -> None:
    assert tally([], []).f1("advcl") == 0


def test_sentences_count_only_with_both_ends_right() -> None:
    from attachment import Tally, add_sentences

    result = Tally()
    add_sentences(result, [(0, 5), (6, 20)], [(0, 5), (6, 12), (13, 20)])
    assert result.f1("sentences") == pytest.approx(200 * 1 / 5)
