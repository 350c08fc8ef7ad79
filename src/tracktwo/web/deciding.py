"""A decision that comes in by a form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tracktwo.errors import TracktwoError, UsageError
from tracktwo.record import Record
from tracktwo.vocabulary import Act, Claim, Modality, Voice

DECISIONS = ("accept", "edit", "reject", "dispute", "undo")
CHOICES = {
    "act": tuple(item.value for item in Act),
    "modality": tuple(item.value for item in Modality),
    "voice": tuple(item.value for item in Voice),
}
# What the form for corrections shows, in its order, with what it calls them.
TEXTS = {
    "actor": "Actor",
    "role": "Role",
    "party": "Party",
    "toward": "Toward",
    "object": "About (words of the quote)",
    "condition": "Condition",
    "event_text": "Time, as written",
}
SWITCHES = {"unnamed": "The source is not named", "others_unnamed": "Others are meant who are not named"}


class MeanwhileError(TracktwoError):
    """Somebody has decided on the claim since the form was made."""


def decide(record: Record, form: Mapping[str, str], by: str) -> Claim:
    """Take the decision a form asks for, unless its page no longer tells how the claim stands.

    Raises
    ------
    MeanwhileError
        When there are decisions the page did not show; a form sent twice is one, too.
    UsageError
        When the form makes no sense.
    NotFoundError
        When there is no such claim.
    """
    claim = record.claim(form.get("id", ""))
    decision = form.get("decision", "")
    if decision not in DECISIONS:
        raise UsageError(f"{decision!r} is no decision", fix=f"Known: {', '.join(DECISIONS)}")
    if form.get("decided") != str(len(record.history(claim.id))):
        raise MeanwhileError(
            "this claim has been decided on since the page was made",
            where=claim.id,
            fix="It is shown as it stands now; nothing was changed",
        )
    changes = changes_of(claim, form) if decision == "edit" else None
    return record.decide(claim.id, decision, by=by, why=form.get("why", "").strip(), changes=changes)


def changes_of(claim: Claim, form: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of the form that differ from the claim.

    Raises
    ------
    UsageError
        When none does.
    """
    changes: dict[str, Any] = {}
    for name in (*TEXTS, *CHOICES):
        if name in form:
            text = " ".join(form[name].split())
            before = getattr(claim, name)
            if text != " ".join((before or "").split()):
                changes[name] = _as_written(claim, text) if name == "object" and text else text or None
    # A box that is not ticked sends nothing; that the form had boxes is told by a field of its own.
    for name in SWITCHES if "switches" in form else ():
        if (name in form) != getattr(claim, name):
            changes[name] = name in form
    if not changes:
        raise UsageError("nothing in the form differs from the claim", where=claim.id)
    return changes


def _as_written(claim: Claim, words: str) -> str:
    """Return the words as they stand in the quote, whose lines may break elsewhere than those of a form."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), claim.quote)
    return found[0] if found else words
