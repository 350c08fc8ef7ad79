"""Changes since a day: what is new, moved, withdrawn, or silent for long; what has no place in the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracktwo.record.clock import Day, day
from tracktwo.record.questions.direction import direction
from tracktwo.record.questions.evidence import Evidence, iso
from tracktwo.record.questions.names import matter, matters, who_met
from tracktwo.record.questions.packages_moved import packages_moved
from tracktwo.record.spans import Spanned
from tracktwo.vocabulary import Act, Claim, Modality, Picture, Report, Stance, Voice

SILENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change; ``kind`` is new, moved, withdrawn, silent, or order unknown.

    ``about`` names the proposal, issue, event or report; ``before`` and ``after`` are acts, where they apply,
    and ``modality`` is that of ``after``: an act told as not done is none;
    ``date`` is when it was first reported, for silence the last time the actor was heard.
    """

    kind: str
    about: str
    text: str
    date: str | None
    actor: str | None
    party: str | None
    before: str | None
    after: str | None
    claims: tuple[str, ...]
    modality: str | None = None


_KINDS = {"withdrawn": 0, "moved": 1, "new": 2, "silent": 3, "order unknown": 4}


def changes(
    picture: Picture,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    as_of: Day = None,
    *,
    since: str | dt.date,
    silent_days: int = SILENT_DAYS,
) -> tuple[ChangeRow, ...]:
    """Return what reports after ``since`` say that reports up to then did not.

    Parameters
    ----------
    picture, reports, claims, as_of
        As for every question.
    since : date
        The last day that counts as before.
    silent_days : int
        A party or person with a position who has not been heard for longer than this is named as silent.

    Returns
    -------
    tuple of ChangeRow
        Withdrawn, moved, new, silent, then every undated report: its order against the others is unknown, so
        nothing that only it says is called a change.
    """
    start = day(since, "since")
    assert start is not None
    every = all_changes(picture, reports, claims, as_of, silent_days=silent_days)
    return tuple(span.row for span in every if span.holds(start))


def all_changes(
    picture: Picture,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    as_of: Day = None,
    *,
    silent_days: int = SILENT_DAYS,
) -> tuple[Spanned, ...]:
    """Return every `ChangeRow` with the days ``since`` for which it is a change; see `changes`."""
    evidence = Evidence(reports, claims, as_of)
    spans = [
        *_stances(picture, evidence),
        *_packages(picture, evidence),
        *_things(picture, evidence),
        *map(Spanned, _silent(picture, evidence, silent_days)),
        *map(Spanned, _undated(reports)),
    ]
    return tuple(sorted(spans, key=lambda span: _order(span.row)))


def _order(row: ChangeRow) -> tuple[int, str, str, str]:
    return _KINDS[row.kind], row.date or "", row.about, row.text


def _when(stance: Stance, evidence: Evidence) -> dt.date | None:
    return iso(stance.date) or evidence.first(stance.claims)


def _stances(picture: Picture, evidence: Evidence) -> Iterator[Spanned]:
    names = matters(picture)
    cells: dict[tuple[object, ...], list[tuple[dt.date, Stance]]] = {}
    for stance in picture.stances:
        when = _when(stance, evidence)
        # What others say somebody did can be denied, but is no step of theirs: see conflicts.
        if when is not None and stance.voice in (Voice.OWN, Voice.REPORTER):
            cell = (stance.actor, stance.party, stance.proposal, stance.issue, stance.voice, stance.open_set)
            cells.setdefault(cell, []).append((when, stance))
    for dated in cells.values():
        dated.sort(key=lambda pair: pair[0])
        # Each day is compared with the one before it, so that there and back again is two changes. Of what
        # is told of one day nobody knows which came first: both ways at once is a conflict, and no move.
        before: list[Stance] = []
        for when, told in groupby(dated, key=lambda pair: pair[0]):
            today: list[Stance] = []
            for _, stance in told:
                row = None if _among(stance, today) else _step(matter(names, stance), before, stance, when)
                if row is not None:
                    yield Spanned(row, until=when)
                today.append(stance)
            before = today


def _among(stance: Stance, others: Sequence[Stance]) -> bool:
    return any(_side(one) == _side(stance) and one.option == stance.option for one in others)


def _step(about: str, before: Sequence[Stance], stance: Stance, when: dt.date) -> ChangeRow | None:
    """Return what a stance changes of those of the day before it, null where it is one of them."""
    last = before[-1] if before else None
    who = stance.actor or f"others of {stance.party}" if stance.party else stance.actor or "unnamed actors"
    if stance.act is Act.WITHDRAW:
        kind, text = "withdrawn", f"{who} withdrew from {about}"
    elif last is None:
        kind, text = "new", f"{who}: {stance.act.value}{_hedge(stance)} {about}"
    elif not _among(stance, before):
        kind = "moved"
        text = f"{who} on {about}: {_told(last)} before, {_told(stance)} now"
    else:
        return None
    was = last.act.value if last else None
    claims = (*(last.claims if last else ()), *stance.claims)
    return ChangeRow(
        kind,
        about,
        text,
        when.isoformat(),
        stance.actor,
        stance.party,
        was,
        stance.act.value,
        claims,
        stance.modality.value,
    )


def _side(stance: Stance) -> tuple[str | None, str | None]:
    return direction(stance.act, stance.modality), stance.condition


def _told(stance: Stance) -> str:
    option = f" {stance.option}" if stance.option else ""
    return f"{stance.act.value}{option}{_hedge(stance)}"


def _hedge(stance: Stance) -> str:
    """What keeps an act from being asserted outright: its modality, its condition."""
    modality = "" if stance.modality is Modality.ASSERTED else stance.modality.value
    told = ", ".join(word for word in (modality, stance.condition) if word)
    return f" ({told})" if told else ""


def _things(picture: Picture, evidence: Evidence) -> Iterator[Spanned]:
    things = [
        (f"proposal {p.name}", f"{p.stage.value}, by {p.by or 'whom is not reported'}", p.claims)
        for p in picture.proposals
    ]
    things += [
        (f"meeting of {who_met(picture, m, 'whom is not reported')}", "reported", m.claims)
        for m in picture.meetings
    ]
    things += [(f"event: {e.text}", "planned" if e.planned else "reported", e.claims) for e in picture.events]
    things += [(f"red line of {line.actor}", line.text, line.claims) for line in picture.red_lines]
    things += [
        (f"leverage of {lever.by}", f"{lever.then} {lever.if_}", lever.claims) for lever in picture.leverage
    ]
    things += [(f"deadline: {d.about}", d.text, d.claims) for d in picture.deadlines]
    for about, text, claims in things:
        first = evidence.first(claims)
        if first is not None:
            row = ChangeRow("new", about, text, first.isoformat(), None, None, None, None, claims)
            yield Spanned(row, until=first)
    for proposal in picture.proposals:
        known = evidence.first(proposal.claims)
        for issue, term in proposal.terms.items():
            first = evidence.first(term.claims)
            if known is not None and first is not None and known < first:
                text = f"{proposal.name} now says {term.option} on {issue}"
                about = f"proposal {proposal.name}"
                row = ChangeRow(
                    "new", about, text, first.isoformat(), None, None, None, term.option, term.claims
                )
                yield Spanned(row, known, first)


def _packages(picture: Picture, evidence: Evidence) -> Iterator[Spanned]:
    for party, about, before, after, when, claims in packages_moved(picture, evidence):
        text = f"{party} on {about}: {before} on the table before, {after} now"
        row = ChangeRow("moved", about, text, when.isoformat(), None, party, before, after, claims)
        yield Spanned(row, until=when)


def _silent(picture: Picture, evidence: Evidence, silent_days: int) -> Iterator[ChangeRow]:
    if evidence.as_of is None:
        return
    heard: dict[str, list[Claim]] = {}
    for claim in evidence.claims.values():
        if claim.actor and claim.voice in (Voice.OWN, Voice.REPORTER):
            heard.setdefault(claim.actor, []).append(claim)
    for actor, party in dict.fromkeys((s.actor, s.party) for s in picture.stances if s.actor):
        ids = [claim.id for claim in heard.get(actor or "", [])]
        last = evidence.last(ids)
        # Somebody quoted in an undated report may have spoken yesterday.
        if last is None or evidence.undated(ids) or (evidence.as_of - last).days <= silent_days:
            continue
        latest = tuple(claim.id for claim in heard[actor or ""] if claim.report_date == last.isoformat())
        text = f"not heard for {(evidence.as_of - last).days} days"
        yield ChangeRow("silent", str(actor), text, last.isoformat(), actor, party, None, None, latest)


def _undated(reports: Sequence[Report]) -> Iterator[ChangeRow]:
    for report in reports:
        if report.date is None:
            text = f"report {report.key} has no date: whether what it says is earlier or later is unknown"
            yield ChangeRow("order unknown", report.key, text, None, None, None, None, None, ())
