"""What a language model reads in stored reports, kept beside what the rules read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.record.labels import Labelled, Sensitivity
from tracktwo.record.store import Record
from tracktwo.vocabulary import Claim, Flag, Report

if TYPE_CHECKING:
    from tracktwo.reading.lm import Agreement, Compared, ModelReading, Server

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What came of it: claims stored now, how the two readings agree, and each report's `ModelReading`."""

    stored: int
    agreement: Mapping[Agreement, int]
    readings: tuple[ModelReading, ...]


def may_be_sent(record: Record, keys: Collection[str], server: Server) -> tuple[Report, ...]:
    """Return the reports of those keys that a server may see: labelled ones never leave this machine."""
    kept = {Sensitivity.SENSITIVE, Sensitivity.CONFIDENTIAL} if server.sends_away else set()
    labelled = {one.target for one in record.labels() if one.kind is Labelled.REPORT and one.label in kept}
    return tuple(one for one in record.reports() if one.key in set(keys) and one.key not in labelled)


def read_again(
    record: Record, reports: Collection[Report], server: Server, progress: Progress | None = None
) -> SecondReading:
    """Read stored reports with a language model and append the claims the rules do not have so.

    A claim both read the same is kept once, as the rules read it. One they read differently is appended
    with a flag that holds both readings. All of them wait for a reviewer. Doing it twice stores nothing new.

    Parameters
    ----------
    record : Record
    reports : collection of Report
        As the record holds them; see `may_be_sent`.
    server : Server
    progress : callable, optional
        Called with (passages done, passages in all).

    Raises
    ------
    ModelError
        See `tracktwo.reading.lm.read_all`. What was read before stays stored.
    """
    from tracktwo.reading import lm

    stored, agreement, readings = 0, Counter[lm.Agreement](), []
    for reading in lm.read_all(tuple(reports), server, progress=progress):
        rules = [
            claim
            for claim in record.claims(include_rejected=True)
            if claim.report == reading.report and not claim.method.startswith(lm.METHOD)
        ]
        rows = lm.compare(rules, reading.claims)
        agreement.update(row.agreement for row in rows)
        held = {claim.id for claim in rules}
        stored += len(record.code([_marked(row, held) for row in rows if _new(row)]))
        readings.append(reading)
    return SecondReading(stored, agreement, tuple(readings))


def _new(row: Compared) -> bool:
    return row.model is not None and (row.rules is None or bool(row.differ))


def _marked(row: Compared, held: Collection[str]) -> Claim:
    claim = row.model
    assert claim is not None
    if claim.id in held:  # the same words, read differently: another claim
        name = hashlib.blake2b(f"{claim.id}|{claim.method}".encode(), digest_size=16).hexdigest()[:16]
        claim = replace(claim, id=name)
    if row.rules is None:
        return claim
    note = f"read otherwise by {row.rules.method}: {', '.join(row.differ)}"
    return replace(
        claim,
        flags=(*claim.flags, Flag("readers-differ", note, (_told(row.rules), _told(claim)))),
    )


def _told(claim: Claim) -> str:
    who = claim.actor or (f"“{claim.actor_text}”" if claim.actor_text else "nobody named")
    return f"{who}: {claim.act.value}, {claim.modality.value}"
