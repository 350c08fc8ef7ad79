"""Counting: words in any order, overlap of words and of spans, precision, recall, F1 and their intervals."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

Span = tuple[int, int]
RESAMPLES = 1000
SEED = 20


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 (0 to 1, nan where undefined) with the 95% interval of F1."""

    counts: Counts
    precision: float
    recall: float
    f1: float
    low: float
    high: float


def words(text: str) -> Counter[str]:
    """The words of a text in no order; case and punctuation do not count, a hyphen parts words."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold().replace("_", " ")))


def overlap(one: Counter[str], two: Counter[str]) -> float:
    """Jaccard overlap of two bags: words shared over words in either, repeats counted; 1 for two empty."""
    either = (one | two).total()
    return (one & two).total() / either if either else 1.0


def span_overlap(one: Sequence[Span], two: Sequence[Span]) -> float:
    """Characters shared over those of the longer of two (possibly divided) stretches, 0 to 1."""
    first, second = _characters(one), _characters(two)
    longer = max(len(first), len(second))
    return len(first & second) / longer if longer else 0.0


def _characters(spans: Iterable[Span]) -> set[int]:
    return {position for start, end in spans for position in range(start, end)}


def rates(counts: Counts) -> tuple[float, float, float]:
    """Precision, recall, F1; nan where a denominator is 0."""
    nan = float("nan")
    precision = counts.tp / (counts.tp + counts.fp) if counts.tp + counts.fp else nan
    recall = counts.tp / (counts.tp + counts.fn) if counts.tp + counts.fn else nan
    total = 2 * counts.tp + counts.fp + counts.fn
    return precision, recall, 2 * counts.tp / total if total else nan


def figure(units: Sequence[Counts], resamples: int = RESAMPLES, seed: int = SEED) -> Figure:
    """Figures over sentences, with a percentile bootstrap interval of F1.

    Parameters
    ----------
    units : sequence of Counts
        One a sentence; sentences are drawn with replacement.
    resamples, seed : int
        How many draws, and the generator's seed.

    Returns
    -------
    Figure
        Of the sums; ``low`` and ``high`` are the 2.5th and 97.5th percentiles over the draws.
    """
    total = sum(units, Counts())
    precision, recall, f1 = rates(total)
    low = high = f1
    if units and f1 == f1:
        table = np.array([[u.tp, u.fp, u.fn] for u in units])
        drawn = np.random.default_rng(seed).multinomial(len(units), [1 / len(units)] * len(units), resamples)
        tp, fp, fn = (drawn @ table).T
        below = 2 * tp + fp + fn
        scores = 2 * tp[below > 0] / below[below > 0]
        if scores.size:
            low, high = (float(x) for x in np.percentile(scores, (2.5, 97.5)))
    return Figure(total, precision, recall, f1, low, high)


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa of two annotators' labels; nan for no pairs, 1 where both use one label throughout.

    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement 20(1), 37-46.
    """
    if not pairs:
        return float("nan")
    observed = sum(a == b for a, b in pairs) / len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)
