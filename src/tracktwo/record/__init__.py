"""The cited, append-only store, and what is asked of it.

``Record`` (store) · ``intake`` (files to claims) · ``linking/`` (claims to one picture) · ``review/`` (what
to look at first, decisions) · ``questions/`` (one file per question) · ``rescue`` (a damaged file).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracktwo.record import intake, review
    from tracktwo.record.appending import Added
    from tracktwo.record.decisions import Decided, Decision
    from tracktwo.record.forgetting import Forgotten
    from tracktwo.record.rescuing import Rescued, rescue
    from tracktwo.record.store import Record

__all__ = ["Added", "Decided", "Decision", "Forgotten", "Record", "Rescued", "intake", "rescue", "review"]

_ROOMS = ("intake", "review")
_PLACES = {
    "Added": "appending",
    "Decided": "decisions",
    "Decision": "decisions",
    "Forgotten": "forgetting",
    "Record": "store",
    "Rescued": "rescuing",
    "rescue": "rescuing",
}


def __getattr__(name: str) -> Any:
    """Return what is asked for: a question to a record needs neither intake nor review, and starts sooner."""
    if name in _ROOMS:
        return import_module(f"{__name__}.{name}")
    if name in _PLACES:
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
