"""The cited, append-only store, and what is asked of it.

``Record`` (store) · ``intake`` (files to claims) · ``linking/`` (claims to one picture) · ``review/`` (what
to look at first, decisions) · ``questions/`` (one file per question) · ``rescue`` (a damaged file).
"""

from tracktwo.record import intake, review
from tracktwo.record.appending import Added
from tracktwo.record.decisions import Decided, Decision
from tracktwo.record.forgetting import Forgotten
from tracktwo.record.rescuing import Rescued, rescue
from tracktwo.record.store import Record

__all__ = ["Added", "Decided", "Decision", "Forgotten", "Record", "Rescued", "intake", "rescue", "review"]
