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
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeAlias

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


# Hashes of all reports outgrow memory, so they lie in a temporary database without a name.
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -4000;
CREATE TABLE placed (number INTEGER PRIMARY KEY, story TEXT NOT NULL, shingles BLOB NOT NULL);
CREATE TABLE sampled (value INTEGER, number INTEGER, PRIMARY KEY (value, number)) WITHOUT ROWID;
CREATE TABLE whole (value INTEGER PRIMARY KEY, number INTEGER NOT NULL);
"""


class Stories:
    """Places reports one after the other into stories; holds hashes, no texts, and those on disk.

    Use it in a ``with`` block, or close it.
    """

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(_TABLES)
        self._base.execute("BEGIN")

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
        whole = _signed(_hash(" ".join(words)))
        match = self._first("SELECT number FROM whole WHERE value = ?", whole) or self._nearest(shingles)
        story = self._first("SELECT story FROM placed WHERE number = ?", match) if match else report.key
        number = self._base.execute(
            "INSERT INTO placed (story, shingles) VALUES (?, ?)", (story, shingles.tobytes())
        ).lastrowid
        self._base.execute("INSERT OR IGNORE INTO whole VALUES (?, ?)", (whole, number))
        self._base.executemany(
            "INSERT INTO sampled VALUES (?, ?)", ((value, number) for value in _sample(shingles))
        )
        return str(story)

    def _nearest(self, shingles: Shingles) -> int | None:
        """The number of the placed report most like these shingles, if any is like enough."""
        if len(shingles) < FEWEST:
            return None
        nominated: dict[int, None] = {}  # in the order met
        for value in _sample(shingles):
            found = self._base.execute(
                "SELECT number FROM sampled WHERE value = ? ORDER BY number LIMIT ?", (value, _COMMON + 1)
            ).fetchall()
            if len(found) <= _COMMON:
                nominated.update((number, None) for (number,) in found)
        best: tuple[float, int] | None = None
        for number in nominated:
            likeness = similarity(shingles, self._of(number))
            if likeness and (best is None or likeness > best[0]):
                best = (likeness, number)
        return best[1] if best else None

    def _of(self, number: int) -> Shingles:
        import numpy as np

        return np.frombuffer(
            self._first("SELECT shingles FROM placed WHERE number = ?", number), dtype=np.uint64
        )

    def _first(self, question: str, value: int | None) -> Any:
        row = self._base.execute(question, (value,)).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Give the disk space back."""
        self._base.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


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
    with Stories() as stories:
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


def _sample(shingles: Shingles) -> list[int]:
    """The shingles that enter the index; all of a short report's, so that it can be found."""
    chosen = shingles if len(shingles) < FEWEST * _MODULUS else shingles[shingles % _MODULUS == 0]
    return [_signed(value) for value in chosen.tolist()]


def _signed(value: int) -> int:
    """A hash as SQLite keeps integers."""
    return value - (1 << 64) if value >= 1 << 63 else value
