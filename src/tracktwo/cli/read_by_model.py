"""``tracktwo read --reader llm`` and ``--reader both``: what a model read, alone or beside the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.cli import output
from tracktwo.cli.options import TableFormat
from tracktwo.cli.progress import reading_bar
from tracktwo.cli.readers import Chosen, say_what_a_model_read

if TYPE_CHECKING:
    from tracktwo.reading.lm import Compared, ModelReading, Server
    from tracktwo.vocabulary import Claim, Reading, Report

COLUMNS = {"readers": "readers", "rules": "rules", "model": "model", "quote": "quote"}


def by_model(chosen: Chosen, server: Server, loaded: Sequence[Report]) -> tuple[list[ModelReading], bool]:
    """Return what the model read, and whether it read every passage; warn before anything is sent."""
    from tracktwo.reading import lm

    chosen.ask_to_send(server, loaded)
    with reading_bar() as progress:
        done = list(lm.read_all(loaded, server, progress=progress))
    return done, say_what_a_model_read(server, done)


def as_readings(done: Sequence[ModelReading]) -> tuple[Reading, ...]:
    """Return them as readings, to be printed like those of the rules."""
    from tracktwo.vocabulary import Reading

    return tuple(Reading(one.report, one.claims, ()) for one in done)


def compared(rules: Sequence[Reading], done: Sequence[ModelReading]) -> list[Compared]:
    """Return both readings side by side, and tell on stderr how far they agree."""
    from tracktwo.reading import lm

    rows = [
        row for one, other in zip(rules, done, strict=True) for row in lm.compare(one.claims, other.claims)
    ]
    counts = Counter(row.agreement for row in rows)
    output.warn("; ".join(f"{kind.value}: {counts[kind]}" for kind in lm.Agreement))
    return rows


def print_compared(rows: Sequence[Compared], style: str) -> None:
    """Print them; programs get both claims whole."""
    if style == "jsonl":
        output.emit_lines(rows)
        return
    shown = [_Side.of(row) for row in rows] if style == "table" else rows
    output.emit(shown, TableFormat(style), columns=COLUMNS, empty="Neither reader found a claim.")


@dataclass(frozen=True, slots=True)
class _Side:
    """One line of the table."""

    readers: str
    rules: str
    model: str
    quote: str

    @classmethod
    def of(cls, row: Compared) -> _Side:
        kind = row.agreement.value + (f": {', '.join(row.differ)}" if row.differ else "")
        return cls(kind, _told(row.rules), _told(row.model), row.quote)


def _told(claim: Claim | None) -> str:
    if claim is None:
        return ""
    who = claim.actor or claim.actor_text or "-"
    hedge = "" if claim.modality.value == "asserted" else f" ({claim.modality.value})"
    return f"{who}: {claim.act.value}{hedge}"
