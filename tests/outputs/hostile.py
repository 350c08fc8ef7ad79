"""A record in which every text tries something, and every way to look at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.record.linking.made import Text
from tracktwo.record import Record
from tracktwo.vocabulary import (
    Act,
    Basis,
    Claim,
    Coverage,
    CoverageKind,
    DateBasis,
    Flag,
    Modality,
    Reading,
    Report,
    Source,
    Voice,
)
from tracktwo.vocabulary.reading import PersonSeen

FORMULA = "=cmd|'/c calc'!A1"
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>"
STEERING = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"
QUERY = "'); DROP TABLE claims; --"
TEMPLATE = "{{7*7}}${7*7}[[x]]"
# A cell runs what it begins with; markup, escapes and queries act from anywhere.
EVIL = f"{FORMULA} {MARKUP} {QUERY} {TEMPLATE} {STEERING}evil"
KEY = "=talks'); DROP TABLE claims; -- <script>alert(1)</script>\x1b[2J\u202e"


def reports() -> list[tuple[Report, Reading]]:
    """Three reports of one round of talks; whoever, whatever and wherever is named is hostile."""
    made = []
    for number, (verb, act) in enumerate((("opposed", Act.OPPOSE), ("supported", Act.SUPPORT)), 1):
        text = Text("hostile")
        text.sentence(f"Norway held talks with {EVIL} in round {number}.")
        text.claim(Act.MEET, "held talks", None, actor="Norway", party="Norway", toward=EVIL)
        text.sentence(f"Norway proposed a ban on {EVIL} in round {number}.")
        ban = text.term("restriction", f"a ban on {EVIL}", theme=EVIL, extent=EVIL, giver=EVIL, getter=EVIL)
        text.claim(
            Act.PROPOSE,
            "proposed",
            f"a ban on {EVIL}",
            actor="Norway",
            party="Norway",
            terms=(ban,),
            toward=EVIL,
        )
        text.sentence(f"{EVIL} {verb} Norway's proposal unless {EVIL} on {EVIL}.")
        text.claim(
            act,
            verb,
            "Norway's proposal",
            actor=EVIL,
            party=EVIL,
            role=EVIL,
            condition=EVIL if number == 2 else None,
            modality=Modality.CONDITIONAL if number == 2 else Modality.ASSERTED,
            event_text=EVIL,
            flags=(Flag("ambiguous", EVIL, (EVIL, "x")),),
        )
        text.sentence(f"Outland boarded {EVIL}, which could {EVIL}.")
        text.claim(Act.USE_FORCE, "boarded", EVIL, actor="Outland", party="Outland", toward=EVIL)
        start, end = text.find(EVIL)
        told = Source(EVIL, EVIL, start or 0, end or 0, "said", EVIL, False)
        text.claim(
            Act.STATE, "could", EVIL, actor=EVIL, party=EVIL, attribution=(told,), voice=Voice.THIRD_PARTY
        )
        made.append(_given(text, f"{KEY}{number}", dt.date(2024, 3, number)))
    text = Text("undated")
    text.sentence(f"{EVIL} opposed Norway's proposal.")
    text.claim(Act.OPPOSE, "opposed", "Norway's proposal", actor=EVIL, party=EVIL)
    text.sentence(f"{EVIL} supported Norway's proposal.")
    text.claim(Act.SUPPORT, "supported", "Norway's proposal", actor=EVIL, party=EVIL)
    made.append(_given(text, f"{KEY} undated", None))
    return made


def _given(text: Text, key: str, date: dt.date | None) -> tuple[Report, Reading]:
    report = replace(
        text.report(),
        key=key,
        date=date,
        date_basis=DateBasis.METADATA if date else DateBasis.UNKNOWN,
        date_text=EVIL,
        title=EVIL,
        publisher=EVIL,
        path=f"/home/{KEY}.txt",
        notes=(EVIL,),
        metadata={"session": EVIL, EVIL: EVIL},
    )
    claims = tuple(_dated(claim, key, date) for claim in text.claims)
    whole = Coverage(key, 0, len(report.text), CoverageKind.CLAIM)
    at = report.text.index(EVIL)
    people = (PersonSeen(EVIL, EVIL, EVIL, EVIL, at, at + len(EVIL)),)
    return report, Reading(key, claims, (whole,), people)


def _dated(claim: Claim, key: str, date: dt.date | None) -> Claim:
    day = date.isoformat() if date else None
    return replace(claim, report=key, report_date=day, event_basis=Basis.UNKNOWN)


def fill(path: Path) -> dict[str, str]:
    """Make the record, with hostile reviewers and reasons, and return some claims by what they do."""
    given = reports()
    with Record.open(path) as record:
        for report, reading in given:
            record.add(report, reading, by=EVIL)
        claims = [claim for _, reading in given for claim in reading.claims]
        by = {"by": EVIL, "why": EVIL}
        record.decide(claims[1].id, "accept", **by)
        record.decide(claims[2].id, "edit", changes={"role": EVIL, "toward": EVIL}, **by)
        record.decide(claims[4].id, "dispute", **by)
        record.give_opinion(claims[1].id, "reject", by=f"{EVIL} second", why=EVIL)
        record.label("claim", claims[2].id, "sensitive", **by)
        record.label("name", EVIL, "sensitive", **by)
        record.set_date(given[1][0].key, "2024-03-05", **by)
    return {"accepted": claims[1].id, "edited": claims[2].id, "open": claims[0].id}


@dataclass(frozen=True)
class Way:
    """A command; what it prints is tested, and the files it writes under ``out``."""

    words: tuple[str, ...]
    out: str | None = None
    fails: bool = False

    def __str__(self) -> str:
        return " ".join(word.replace(EVIL, "EVIL").replace(KEY, "KEY") for word in self.words)


Ways = Callable[[], list[Way]]

QUESTIONS = (
    ("positions",),
    ("positions", "--every"),
    ("positions", "--actor", EVIL),
    ("said", EVIL),
    ("said", "Norway", "--about", EVIL),
    ("pair", "Norway", EVIL),
    ("pair", "Norway", EVIL, "--years"),
    ("proposals",),
    ("meetings",),
    ("timeline",),
    ("changes", "--since", "2024-03-02"),
    ("conflicts",),
    ("gaps",),
    ("who-was-not-there",),
    ("claims",),
    ("claims", "--report", f"{KEY}1"),
    ("review", "--list"),
    ("review", "--agreement"),
    ("review", "--second", "--by", f"{EVIL} third"),
    ("record", "labels"),
    ("record", "verify"),
    ("check",),
)


def ways(ids: dict[str, str]) -> list[Way]:
    """Every command that shows or writes something, in every format it has."""
    found = [Way((*words, "--format", style)) for words in QUESTIONS for style in ("table", "json", "csv")]
    found += [Way(("show", ids["edited"], "--format", style)) for style in ("table", "json")]
    found += [Way(("export", style), out=f"made-{style}") for style in ("csv", "jsonl", "graphml")]
    found += [
        Way(("export", style, "--names"), out=f"named-{style}") for style in ("csv", "jsonl", "graphml")
    ]
    found += [Way(("export", "xlsx", "--names"), out="made.xlsx")]
    found += [Way(("export", style, "--names"), out=f"made-{style}.csv") for style in ("dna", "plover")]
    found += [Way(("brief", "CASE", "--names", "--also", "docx", "--also", "xlsx"), out="brief")]
    found += [Way(("brief", "CASE", "--format", "json"))]
    found += [
        Way((*words, "--format", style), fails=True)
        for words in (("deals",), ("offers",), ("blockers", "norway-proposal"))
        for style in ("table", "json")
    ]
    found += [Way(("draft",)), Way(("review", "--accept", ids["open"], "--by", EVIL, "--why", EVIL))]
    return found


MISTAKES = (
    ("show", EVIL),
    ("claims", "--report", EVIL),
    ("positions", "--as-of", EVIL),
    ("positions", "--known-on", EVIL),
    ("positions", "--format", EVIL),
    ("changes", "--since", EVIL),
    ("pair", EVIL, EVIL),
    ("pair", "nobody", EVIL),
    ("blockers", EVIL),
    ("why", EVIL, EVIL),
    (EVIL,),
    (f"--{EVIL}",),
    ("add", f"{EVIL}.txt"),
    ("add", "plain.txt", "--date", f"{EVIL}=2024-01-01"),
    ("add", "plain.txt", "--metadata", f"{EVIL}.csv"),
    ("read", f"{EVIL}.txt"),
    ("review", "--accept", EVIL),
    ("review", "--edit", EVIL, "--set", EVIL),
    ("review", "--merge", EVIL, EVIL),
    ("record", "forget", EVIL),
    ("record", "label", EVIL, "sensitive"),
    ("record", "label", "x", EVIL),
    ("export", EVIL),
    ("import", EVIL, "x"),
    ("import", "jsonl", EVIL),
    ("import", "csv", EVIL),
    ("deals", "--domain", EVIL),
    ("offers", "--from", EVIL),
)
