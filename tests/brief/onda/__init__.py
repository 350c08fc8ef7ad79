"""An invented negotiation, built by hand: two river states, a dam and its water."""

from __future__ import annotations

from typing import Any

from tests.brief.onda.claims import claims, coverage
from tests.brief.onda.picture import picture, proposals, stance
from tests.brief.onda.texts import TEXTS, claim, report, reports
from tracktwo.brief import Brief, compose


def brief(**given: Any) -> Brief:
    return compose((picture(),), reports(), claims(), coverage(), **given)


__all__ = [
    "TEXTS",
    "brief",
    "claim",
    "claims",
    "coverage",
    "picture",
    "proposals",
    "report",
    "reports",
    "stance",
]
