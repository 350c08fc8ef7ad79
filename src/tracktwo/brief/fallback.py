"""Temporary: thin answers until record.questions is there."""

from __future__ import annotations

from tracktwo.brief.model import ConflictRow, GapRow, PositionRow
from tracktwo.vocabulary import Picture
import datetime as dt


def positions(picture: Picture, as_of: str | None) -> tuple[PositionRow, ...]:
    rows = []
    for s in picture.stances:
        age = (
            (dt.date.fromisoformat(as_of) - dt.date.fromisoformat(s.date)).days if as_of and s.date else None
        )
        rows.append(
            PositionRow(
                actor=s.actor,
                party=s.party,
                issue=s.issue,
                proposal=s.proposal,
                act=s.act.value,
                strength=s.modality.value,
                date=s.date,
                age_days=age,
                sources=1,
                claims=s.claims,
                modality=s.modality.value,
                condition=s.condition,
                open_set=s.open_set,
            )
        )
    for party in picture.parties:
        for p in picture.proposals:
            if not any(s.actor in (party.key, party.name) and s.proposal == p.key for s in picture.stances):
                rows.append(
                    PositionRow(
                        actor=party.name,
                        party=party.key,
                        issue=None,
                        proposal=p.key,
                        act=None,
                        strength=None,
                        date=None,
                        age_days=None,
                        sources=0,
                        claims=(),
                    )
                )
    return tuple(rows)


def conflicts(picture: Picture) -> tuple[ConflictRow, ...]:
    return tuple(
        ConflictRow(
            "competing assessments",
            e.text,
            "Readings of one event, side by side.",
            tuple(a.text for a in e.assessments),
            tuple(c for a in e.assessments for c in a.claims),
        )
        for e in picture.events
        if len(e.assessments) > 1
    )


def gaps(picture: Picture) -> tuple[GapRow, ...]:
    return tuple(
        GapRow("position", p.name, f"No position of {party.name} on {p.name} is reported.", ())
        for p in picture.proposals
        for party in picture.parties
    )
