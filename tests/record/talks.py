"""Made talks in which little happens: three states, one proposal, stances on it, ships boarded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from tests.record.linking.made import Text
from tracktwo.vocabulary import Act, Claim, DateBasis, Report

SIDES = ("Chile", "Peru")
PROPOSAL = "Norway proposal"
ACTS = {"supported": Act.SUPPORT, "opposed": Act.OPPOSE}


def told(
    key: str, round_: int, facts: Sequence[str], date: dt.date | None
) -> tuple[Report, tuple[Claim, ...]]:
    """A report of one round: "propose", "board", or "Chile supported" and the like, one sentence a fact.

    No two rounds share a sentence; the same round has the same claims, whatever its report's key and date.
    """
    text = Text(f"round {round_}")
    text.sentence(f"Norway held talks with Chile and Peru in round {round_}.")
    meet = {"actor": "Norway", "party": "Norway"}
    for other in SIDES:
        text.claim(
            Act.MEET, "held talks", "with Chile and Peru", toward=other, id=f"{round_:x}{other}", **meet
        )
    for fact in facts:
        if fact == "propose":
            text.sentence(f"Norway proposed a ban on nets in round {round_}.")
            ban = text.term("restriction", "a ban on nets", theme="nets")
            text.claim(Act.PROPOSE, "proposed", "a ban on nets", actor="Norway", party="Norway", terms=(ban,))
        elif fact == "board":
            text.sentence(f"Outland boarded a ship in round {round_}.")
            text.claim(Act.USE_FORCE, "boarded", "a ship", actor="Outland", party="Outland", toward="Chile")
        else:
            who, verb = fact.split()
            text.sentence(f"{who} {verb} Norway's proposal in round {round_}.")
            text.claim(ACTS[verb], verb, "Norway's proposal", actor=who, party=who)
    basis = DateBasis.GIVEN if date else DateBasis.UNKNOWN
    report = replace(text.report(), key=key, date=date, date_basis=basis)
    day = date.isoformat() if date else None
    return report, tuple(replace(claim, report=key, report_date=day) for claim in text.claims)
