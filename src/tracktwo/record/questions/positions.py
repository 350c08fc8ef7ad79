"""Positions: who is reported to stand where, in whose voice, how old, from how many sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracktwo.record.clock import Day
from tracktwo.record.questions.evidence import Evidence, iso
from tracktwo.record.questions.names import MANY_PARTIES, matters
from tracktwo.vocabulary import Claim, Picture, Report, Stance, Voice

NO_POSITION = "no position reported"


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One cell of the positions matrix, or one of its voices.

    ``actor`` is null for an unnamed set (then ``open_set``); ``act`` null where no position is reported;
    ``strength`` holds the reporting words as written, with their hedge; ``date`` is the day of the position,
    else of its newest dated report, null when undated; ``age_days`` counts from there to ``as_of``;
    ``sources`` counts independent ones (near-duplicate reports once); ``earlier`` counts older positions of
    the same actor on the same matter that this one follows; ``reviewed`` counts claims somebody decided on;
    ``matter`` is the name of the proposal or issue; ``trend`` tells a dated position from the one before it
    (the same since a day, or what it was), null where there is none; ``about`` the words the act was about,
    where no option of the issue could be named from them; ``not_independent`` says which reports are no
    source of their own, and why.
    """

    actor: str | None
    party: str | None
    issue: str | None
    proposal: str | None
    act: str | None
    strength: str | None
    date: str | None
    age_days: int | None
    sources: int
    claims: tuple[str, ...]
    voice: str | None = None
    modality: str | None = None
    condition: str | None = None
    option: str | None = None
    over: str | None = None
    open_set: bool = False
    dated: bool = False
    earlier: int = 0
    reviewed: int = 0
    matter: str | None = None
    about: str | None = None
    trend: str | None = None
    not_independent: tuple[str, ...] = ()


Cell = tuple[str | None, str | None, str | None, str | None, str, bool]


def positions(
    picture: Picture,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    as_of: Day = None,
    *,
    blanks: bool = True,
) -> tuple[PositionRow, ...]:
    """Return the positions matrix as rows.

    Of several dated positions in one cell and one voice the newest is shown and the others are counted in
    ``earlier``; undated ones are all shown, since their order is unknown. What one side says of another
    stands in a row of its own, by its voice.

    Parameters
    ----------
    picture, reports, claims
        What the record adds up to, and what it was made of.
    as_of : date, optional
        The day ages are counted to.
    blanks : bool
        Whether parties without a position on a proposal get a row that says so; never where there are more
        than ``MANY_PARTIES`` of them (``gaps`` then counts the silent ones).

    Returns
    -------
    tuple of PositionRow
        By proposal in the picture's order, then issues; within each by party and actor, blanks last.
    """
    evidence = Evidence(reports, claims, as_of)
    rows = [row for told in cells(picture, evidence) for row in _shown(told)]
    if blanks and len(picture.parties) <= MANY_PARTIES:
        rows.extend(_blanks(picture))
    names = matters(picture)
    rows = [replace(row, matter=names.get(row.proposal or row.issue or "")) for row in rows]
    places = {proposal.key: number for number, proposal in enumerate(picture.proposals)}
    return tuple(sorted(rows, key=lambda row: _order(row, places)))


@dataclass(frozen=True, slots=True)
class Told:
    """A row of a cell, shown or not; ``day`` is the day of the act where one is told, whoever reports it."""

    row: PositionRow
    day: dt.date | None


def cells(picture: Picture, evidence: Evidence) -> Iterator[list[Told]]:
    """Yield the rows of each cell of the matrix, those that newer ones hide included."""
    found: dict[Cell, list[Stance]] = {}
    for stance in picture.stances:
        found.setdefault(_cell(stance), []).append(stance)
    yield from (_told_in(stances, evidence) for stances in found.values())


def _cell(stance: Stance) -> Cell:
    return (
        stance.actor,
        stance.party,
        stance.proposal,
        stance.issue,
        stance.voice.value,
        stance.open_set,
    )


def _told_in(stances: list[Stance], evidence: Evidence) -> list[Told]:
    merged: dict[tuple[object, ...], list[Stance]] = {}
    for stance in stances:
        same = (stance.act, stance.modality, stance.option, stance.condition, stance.over, stance.date)
        merged.setdefault(same, []).append(stance)
    return [Told(_row(group, evidence), iso(group[0].date)) for group in merged.values()]


def _shown(told: list[Told]) -> Iterator[PositionRow]:
    rows = [one.row for one in told]
    dated = sorted((row for row in rows if row.date), key=lambda row: row.date or "")
    newest = dated[-1].date if dated else None
    current = [row for row in dated if row.date == newest]
    for row in current:
        before = dated[: len(dated) - len(current)]
        yield replace(row, earlier=len(before), trend=_trend(row, before))
    yield from (row for row in rows if not row.date)


def _row(group: list[Stance], evidence: Evidence) -> PositionRow:
    stance = group[0]
    claims = tuple(dict.fromkeys(one for each in group for one in each.claims))
    date = iso(stance.date) or evidence.last(claims)
    sources = evidence.judged(claims)
    return PositionRow(
        actor=stance.actor,
        party=stance.party,
        issue=stance.issue,
        proposal=stance.proposal,
        act=stance.act.value,
        strength=_strength(stance, claims, evidence),
        date=date.isoformat() if date else None,
        age_days=evidence.age(date),
        sources=sources.number,
        claims=claims,
        not_independent=sources.why,
        voice=stance.voice.value,
        modality=stance.modality.value,
        condition=stance.condition,
        option=stance.option,
        over=stance.over,
        open_set=stance.open_set,
        dated=date is not None,
        reviewed=evidence.reviewed(claims),
        about=_about(stance, claims, evidence),
    )


def _about(stance: Stance, claims: tuple[str, ...], evidence: Evidence) -> str | None:
    if stance.proposal is not None or stance.option is not None:
        return None
    return next((claim.object for claim in evidence.of(claims) if claim.object), None)


def _strength(stance: Stance, claims: tuple[str, ...], evidence: Evidence) -> str:
    words = tuple(dict.fromkeys(evidence.verb(claim) for claim in evidence.of(claims))) or (stance.act.value,)
    hedge = "" if stance.modality.value == "asserted" else f" ({stance.modality.value})"
    return "; ".join(words) + hedge


def _trend(row: PositionRow, before: list[PositionRow]) -> str | None:
    """Say how a position relates to the earlier ones of its cell, oldest first."""
    if not before:
        return None
    since = row
    for earlier in reversed(before):
        if _words(earlier) != _words(row):
            break
        since = earlier
    if since is not row:
        return f"the same since {since.date}"
    return f"was {' '.join(word for word in _words(before[-1]) if word)} on {before[-1].date}"


def _words(row: PositionRow) -> tuple[str, ...]:
    hedge = f"({row.modality})" if row.modality not in (None, "asserted") else ""
    return row.act or "", row.option or "", hedge, row.condition or ""


def _blanks(picture: Picture) -> Iterator[PositionRow]:
    # What one side says of another is never that other side's position.
    spoken = {
        (s.party, s.proposal)
        for s in picture.stances
        if s.actor == s.party and not s.open_set and s.voice in (Voice.OWN, Voice.REPORTER)
    }
    for proposal in picture.proposals:
        for party in picture.parties:
            if proposal.by != party.name and (party.name, proposal.key) not in spoken:
                yield PositionRow(
                    actor=party.name,
                    party=party.name,
                    issue=None,
                    proposal=proposal.key,
                    act=None,
                    strength=NO_POSITION,
                    date=None,
                    age_days=None,
                    sources=0,
                    claims=(),
                )


def _order(row: PositionRow, places: dict[str, int]) -> tuple[object, ...]:
    return (
        places.get(row.proposal or "", len(places)),
        row.issue or "",
        row.act is None,
        row.party or "\uffff",
        row.actor is None,
        row.actor or "",
        row.voice or "",
        row.date or "",
        row.claims,
    )
