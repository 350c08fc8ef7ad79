"""Said: what an actor is reported to have said or done before, about anything or about some words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracktwo.record.clock import Day
from tracktwo.vocabulary import Claim, LinkKind, Picture, Report

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One claim of the actor, with its quote; ``date`` is that of the report, null when undated."""

    date: str | None
    report: str
    actor: str | None
    role: str | None
    party: str | None
    act: str
    modality: str
    voice: str
    about: str | None
    quote: str
    status: str
    claims: tuple[str, ...]


def said(
    picture: Picture,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    as_of: Day = None,
    *,
    actor: str,
    about: str | None = None,
    matches: Collection[str] | None = None,
) -> tuple[SaidRow, ...]:
    """Return an actor's claims, oldest report first, undated ones last.

    Parameters
    ----------
    picture, reports, claims, as_of
        As for every question.
    actor : str
        A party, person or body; part of a name will do ("Voss"). A party's claims include those of the
        people and bodies that belong to it.
    about : str, optional
        Words: a claim counts when its quote holds all of them, whatever their endings, or when the record
        links it to an issue or proposal whose name does.
    matches : collection of str, optional
        Ids of the claims whose quotes hold the words, as ``Record.search`` finds them.
    """
    del reports, as_of  # A claim in view knows the date of its report.
    chosen = [claim for claim in claims if _is(claim, actor) and not claim.waits]
    if about:
        linked = _linked(picture, about)
        chosen = [
            claim
            for claim in chosen
            if claim.id in linked or (_holds(claim.quote, about) if matches is None else claim.id in matches)
        ]
    rows = [said_row(claim) for claim in chosen]
    return tuple(sorted(rows, key=lambda row: (row.date is None, row.date or "", row.report)))


def said_row(claim: Claim) -> SaidRow:
    """Return a claim as something said."""
    return SaidRow(
        date=claim.report_date,
        report=claim.report,
        actor=claim.actor or claim.actor_text,
        role=claim.role,
        party=claim.party,
        act=claim.act.value,
        modality=claim.modality.value,
        voice=claim.voice.value,
        about=claim.object,
        quote=claim.quote,
        status=claim.status.value,
        claims=(claim.id,),
    )


def _is(claim: Claim, actor: str) -> bool:
    wanted = _words(actor)
    return bool(wanted) and any(
        wanted <= _words(name) for name in (claim.actor, claim.party, claim.actor_text) if name
    )


def _linked(picture: Picture, about: str) -> frozenset[str]:
    names = {issue.key: f"{issue.name} {issue.family} {issue.theme or ''}" for issue in picture.issues}
    names |= {proposal.key: " ".join((proposal.name, *proposal.aliases)) for proposal in picture.proposals}
    keys = {key for key, name in names.items() if _holds(name, about)}
    kinds = (LinkKind.ISSUE, LinkKind.PROPOSAL)
    return frozenset(link.claim for link in picture.links if link.kind in kinds and link.target in keys)


def _holds(text: str, about: str) -> bool:
    stems = {_stem(word) for word in _words(text)}
    return all(_stem(word) in stems for word in _words(about))


def _stem(word: str) -> str:
    # Rough on purpose: it only has to bring "hostage" and "hostages", "withdrawal" and "withdraw" together.
    for ending in ("ations", "ation", "als", "al", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
