"""Independence: which of several reports are one source, and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from tracktwo.vocabulary import Claim, Report

_HEAD, _TAIL = 400, 200  # characters of a report in which it credits an agency


@dataclass(frozen=True, slots=True)
class Sources:
    """Independent sources of some claims, and in sentences why others beside them are none of their own."""

    number: int
    why: tuple[str, ...]


class Independence:
    """Judges which reports are one source.

    Two claims come from one source if their reports tell one story in the same words, are of one publisher,
    credit one agency, or if one has it from the other's publisher ("told Reuters", "according to Axios"), or
    both from the same third. Two who each heard the same minister are two.
    """

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        publishers = {report.publisher for report in reports.values() if report.publisher}
        self._outlets = _listed() | {_plain(name): name for name in publishers}
        self._marks: dict[str, tuple[tuple[str, str], ...]] = {}

    def judge(self, claims: Sequence[Claim]) -> Sources:
        """Return how many independent sources claims have, and what made others no source of their own."""
        group, why = self._joined(claims)
        return Sources(len({_root(group, key) for key in group}), why)

    def sole(self, claims: Sequence[Claim]) -> tuple[int, tuple[str, ...]]:
        """Return how many independent sources claims have, and the ids of those that are one alone."""
        group, _ = self._joined(claims)
        sources: dict[str, set[str]] = {}
        for claim in claims:
            sources.setdefault(_root(group, claim.report), set()).add(claim.id)
        return len(sources), tuple(next(iter(ids)) for ids in sources.values() if len(ids) == 1)

    def _joined(self, claims: Sequence[Claim]) -> tuple[dict[str, str], tuple[str, ...]]:
        """Return which report stands with which, each with the first of its source, and the reasons."""
        of: dict[tuple[str, str], str] = {}
        group: dict[str, str] = {}
        why: dict[str, None] = {}
        for claim in claims:
            key = claim.report
            group.setdefault(key, key)
            for mark in (*self._of_report(key), *self._of_claim(claim)):
                other = of.setdefault(mark, key)
                one, two = _root(group, key), _root(group, other)
                if one != two:
                    group[max(one, two)] = min(one, two)
                    why[f"{key} and {other} {_REASONS[mark[0]].format(mark[1])}"] = None
        return group, tuple(why)

    def _of_report(self, key: str) -> tuple[tuple[str, str], ...]:
        if key not in self._marks:
            report = self._reports.get(key)
            self._marks[key] = tuple(self._credits(report)) if report is not None else ()
        return self._marks[key]

    def _credits(self, report: Report) -> Iterator[tuple[str, str]]:
        yield "story", report.story or report.key
        if report.publisher:
            yield "outlet", self._name(report.publisher) or report.publisher
        for part in (report.text[:_HEAD], report.text[-_TAIL:]):
            for found in _credited().finditer(part):
                name = self._name(found.group(1) or found.group(2))
                if name is not None:
                    yield "outlet", name

    def _of_claim(self, claim: Claim) -> Iterator[tuple[str, str]]:
        for source in claim.attribution:
            name = self._name(source.name or source.text)
            if name is not None:
                yield "outlet", name

    def _name(self, words: str) -> str | None:
        """Return the one name of an outlet; null for anybody else."""
        return self._outlets.get(_plain(words))


_REASONS = {"story": "tell one story in the same words", "outlet": "have it from {}"}


def _root(group: dict[str, str], key: str) -> str:
    while group[key] != key:
        key = group[key]
    return key


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


@cache
def _listed() -> dict[str, str]:
    held = _data()
    return {_plain(name): held["same"].get(name, name) for name in held["names"]}


@cache
def _credited() -> re.Pattern[str]:
    """Return what credits an agency: "(Reuters)" in a dateline or at the end, "AFP -" at the beginning."""
    names = "|".join(re.escape(name) for name in sorted(_data()["names"], key=len, reverse=True))
    return re.compile(rf"\(({names})\)|^\W*({names})\s+[-–—]\s", re.MULTILINE)


@cache
def _data() -> dict[str, Any]:
    file = resources.files("tracktwo.record.questions") / "data" / "outlets.toml"
    held: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))["outlets"]
    return held
