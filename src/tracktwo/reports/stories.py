"""Near-duplicates: reports that carry the same copy are one story, so that evidence is counted once.

A report is the set of its word 4-shingles (Broder 1997, "On the resemblance and containment of documents").
Two reports tell one story in the same words if their sets resemble each other (Jaccard) or if one nearly
contains the other (agency copy inside a longer report). Wire stories rewritten in own words stay apart on
purpose: they are other evidence. Candidates come from an index of the shingles whose hash is divisible by a
fixed number (Manber 1994), which keeps containment measurable, as minhash signatures do not; every candidate
pair is then compared exactly.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from tracktwo.vocabulary.reports import Report, SegmentKind

WIDTH = 4  # words in a shingle: long enough that set phrases and names alone do not join reports
RESEMBLES = 0.5  # Jaccard: more than half of all distinct shingles in common
CONTAINS = 0.75  # share of the shorter report found in the longer
FEWEST = 12  # shingles a report needs to be compared at all; shorter ones join only if identical
_MODULUS = 8  # one shingle in eight enters the index
_COMMON = 200  # a shingle in more reports than this is boilerplate and nominates nobody

_WORD = re.compile(r"\w+")

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Shingles: TypeAlias = npt.NDArray[np.uint64]


class Stories:
    """Places reports one after the other into stories; holds hashes, no texts."""

    def __init__(self) -> None:
        self._shingles: dict[str, Shingles] = {}
        self._story: dict[str, str] = {}
        self._index: defaultdict[int, list[str]] = defaultdict(list)
        self._same: dict[int, str] = {}

    def place(self, report: Report) -> str:
        """Find the story of a report.

        Parameters
        ----------
        report : Report
            A report whose key has not been placed yet.

        Returns
        -------
        str
            The key of the story's first report; the report's own key where it starts a story.
        """
        words = _words(report)
        shingles = _hashes(words)
        whole = _hash(" ".join(words))
        match = self._same.get(whole) or self._nearest(shingles)
        story = self._story[match] if match is not None else report.key
        self._same.setdefault(whole, report.key)
        self._shingles[report.key] = shingles
        self._story[report.key] = story
        for value in _sample(shingles):
            self._index[int(value)].append(report.key)
        return story

    def _nearest(self, shingles: Shingles) -> str | None:
        """The key of the placed report most like these shingles, if any is like enough."""
        if len(shingles) < FEWEST:
            return None
        nominated: Counter[str] = Counter()
        for value in _sample(shingles):
            holders = self._index.get(int(value), ())
            if len(holders) <= _COMMON:
                nominated.update(holders)
        best: tuple[float, str] | None = None
        for key in nominated:
            likeness = similarity(shingles, self._shingles[key])
            if likeness and (best is None or likeness > best[0]):
                best = (likeness, key)
        return best[1] if best else None


def similarity(first: Shingles, second: Shingles) -> float:
    """Compare two sets of shingles.

    Parameters
    ----------
    first, second : numpy.ndarray of uint64
        Sorted, distinct hashes.

    Returns
    -------
    float
        The larger of resemblance and containment, 0 to 1; 0 where neither reaches its threshold or a set
        is too small to tell.
    """
    fewer = min(len(first), len(second))
    if fewer < FEWEST:
        return 0.0
    import numpy as np

    common = len(np.intersect1d(first, second, assume_unique=True))
    resemblance = common / (len(first) + len(second) - common)
    containment = common / fewer
    return (
        float(max(resemblance, containment)) if resemblance >= RESEMBLES or containment >= CONTAINS else 0.0
    )


def group_stories(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Group near-duplicates.

    Parameters
    ----------
    reports : iterable of Report
        In the order that decides which report is a story's first.

    Returns
    -------
    tuple of Report
        The same reports with ``story`` set: the key of the first report of the group, a report's own key
        where nothing before it is like it.
    """
    stories = Stories()
    return tuple(replace(report, story=stories.place(report)) for report in reports)


def _words(report: Report) -> list[str]:
    """The words of a report's sentences; headings and furniture differ between publishers."""
    spans = [part for part in report.segments if part.kind is SegmentKind.SENTENCE]
    texts = [report.text[part.start : part.end] for part in spans] if report.segments else [report.text]
    return _WORD.findall(" ".join(texts).lower())


def _hashes(words: list[str]) -> Shingles:
    import numpy as np

    runs = {" ".join(words[at : at + WIDTH]) for at in range(len(words) - WIDTH + 1)}
    return np.array(sorted({_hash(run) for run in runs}), dtype=np.uint64)


def _hash(words: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def _sample(shingles: Shingles) -> Shingles:
    """The shingles that enter the index; all of a short report's, so that it can be found."""
    return shingles if len(shingles) < FEWEST * _MODULUS else shingles[shingles % _MODULUS == 0]
