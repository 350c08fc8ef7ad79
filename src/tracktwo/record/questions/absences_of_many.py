"""Absences where many take part: regular speakers not heard on a matter, or in a session."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from statistics import median

from tracktwo.record.questions.evidence import Evidence
from tracktwo.vocabulary import Issue, LinkKind, Picture, Report, Voice

_REGULAR = 0.75  # of the sessions of a year: who is heard less often may well have had nothing to say
_FEW = 3  # sessions a year has to have before anybody is a regular of it
_DEBATED = 10  # parties that have to be heard on a matter before somebody's silence on it is worth a row
_BY_CHANCE = 0.05  # silence likelier than this, for one who speaks that often, tells nothing


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Somebody not reported somewhere: in a track, at a meeting, in a session, on a matter, at any table.

    ``who`` is the party, body or person; ``where`` names the place it was not reported in; ``text`` says it
    in a sentence, with what is known instead; ``claims`` are those of the others who were.
    """

    kind: str
    who: str
    where: str
    text: str
    date: str | None
    claims: tuple[str, ...]


def of_sessions(reports: Sequence[Report], evidence: Evidence) -> Iterator[AbsenceRow]:
    """Yield, the last report first, who is heard in most of its year's but not in this one.

    A report that has fewer than half as many speakers as the year's usual one is of no session.
    """
    heard: dict[str, dict[str, list[str]]] = {}
    for claim in evidence.claims.values():
        if claim.party and claim.actor and claim.voice in (Voice.OWN, Voice.REPORTER):
            heard.setdefault(claim.report, {}).setdefault(claim.party, []).append(claim.id)
    years: dict[int, list[Report]] = {}
    for report in reports:
        if report.date is not None and report.key in heard:
            years.setdefault(report.date.year, []).append(report)
    for year in sorted(years, reverse=True):
        usual = median(len(heard[report.key]) for report in years[year])
        sessions = [report for report in years[year] if len(heard[report.key]) >= usual / 2]
        if len(sessions) >= _FEW:
            yield from _of_year(sessions, heard)


def _of_year(
    sessions: Sequence[Report], heard: Mapping[str, Mapping[str, list[str]]]
) -> Iterator[AbsenceRow]:
    counts = Counter(party for report in sessions for party in heard[report.key])
    regular = [(party, count) for party, count in counts.most_common() if count >= _REGULAR * len(sessions)]
    for report in sorted(sessions, key=lambda one: str(one.date), reverse=True):
        there = heard[report.key]
        first = tuple(ids[0] for ids in there.values())
        where = f"{report.title or report.key} [{report.key}]"
        day = report.date.isoformat() if report.date else None
        for party, count in regular:
            if party not in there:
                text = f"{party}, heard in {count} of {len(sessions)} sessions of the year, is not heard here"
                yield AbsenceRow("session", party, where, text, day, first)


def on_matters(picture: Picture, evidence: Evidence) -> Iterator[AbsenceRow]:
    """Yield, the most debated issue first, parties whose silence on it is hardly chance.

    Who makes a share p of all claims on issues would be silent on one with n claims with probability
    exp(-n p), were all alike to it (the zero term of a Poisson distribution).
    """
    parties = {party.name for party in picture.parties}
    spoke: dict[str, list[tuple[str, str]]] = {}
    for link in picture.links:
        claims = evidence.of([link.claim]) if link.kind is LinkKind.ISSUE else ()
        if claims and claims[0].party in parties:
            spoke.setdefault(link.target, []).append((claims[0].party, link.claim))
    everywhere = Counter(party for told in spoke.values() for party, _ in told)
    total = sum(everywhere.values())
    for issue in sorted(picture.issues, key=lambda one: -len(spoke.get(one.key, ()))):
        told = spoke.get(issue.key, [])
        there = dict(reversed(told))
        if len(there) < _DEBATED or not _is_matter(issue):
            continue
        for party, count in everywhere.most_common():
            if math.exp(-len(told) * count / total) > _BY_CHANCE:
                break
            if party not in there:
                text = f"{party} is not heard on {issue.name}; {len(there)} parties are"
                yield AbsenceRow("matter", party, issue.name, text, None, tuple(there.values()))


def _is_matter(issue: Issue) -> bool:
    return issue.family != "procedure" and issue.name.casefold() not in listed("no_matter")


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of ``absences.toml``."""
    file = resources.files("tracktwo.record.questions") / "data" / "absences.toml"
    return frozenset(tomllib.loads(file.read_text(encoding="utf-8"))[name]["words"])
