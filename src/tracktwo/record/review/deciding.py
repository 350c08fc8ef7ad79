"""Decisions by id, all of a command or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracktwo.record.decisions import Decision
from tracktwo.record.store import Record
from tracktwo.vocabulary import Claim


def decide(
    record: Record,
    claim_id: str,
    decision: Decision | str,
    *,
    by: str = "user",
    why: str = "",
    changes: Mapping[str, Any] | None = None,
) -> Claim:
    """Decide on one claim; see ``Record.decide``."""
    return record.decide(claim_id, decision, by=by, why=why, changes=changes)


def apply(
    record: Record, choices: Mapping[str, Sequence[str]], *, by: str = "user", why: str = ""
) -> tuple[Claim, ...]:
    """Apply decisions to several claims in one step.

    Parameters
    ----------
    record : Record
    choices : mapping of str to sequence of str
        Decision ("accept", "reject", ...) to claim ids or their beginnings.
    by, why : str
        Who decides, and why.

    Returns
    -------
    tuple of Claim
        As they stand now.

    Raises
    ------
    NotFoundError, UsageError
        When one of them makes no sense; then none was applied.
    """
    pairs = [(one, decision) for decision, ids in choices.items() for one in ids]
    return record.decide_all(pairs, by=by, why=why)
