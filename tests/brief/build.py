"""An invented negotiation, built by hand: two river states, a dam and its water."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from tracktwo.brief import Brief, compose
from tracktwo.vocabulary import (
    Act,
    Affected,
    AgendaItem,
    Assessment,
    Basis,
    Body,
    Claim,
    Coverage,
    CoverageKind,
    DateBasis,
    Duration,
    Event,
    Flag,
    Issue,
    Leverage,
    Link,
    LinkKind,
    Meeting,
    Member,
    Modality,
    OrderBasis,
    PackageTerm,
    Party,
    Picture,
    Proposal,
    Ratification,
    RedLine,
    Report,
    Role,
    Source,
    Stage,
    Stance,
    ThirdParty,
    Track,
    Voice,
)

TEXTS = {
    "a-first-round": (
        "Arvania and Bolesk opened talks in Corvo on sharing the water of the Onda river. "
        "Mediator Selmar proposed a five-year quota of 40 cubic metres a second for Bolesk in exchange for "
        "a limited filling of the Tarn dam. "
        "Bolesk Water Minister Ilse Marn expressed support for the Selmar plan. "
        "Farm leaders, such as Odo Brek, opposed the plan. "
        "The river was quiet that week."
    ),
    "b-second-round": (
        "Bolesk put forward a plan for a permanent quota in return for a complete stop to filling the dam. "
        "Arvania's parliament must approve any change to the dam treaty. "
        "Arvania rules out any deal that stops the dam's turbines. "
        "Selmar officials warned that loans could be delayed if filling goes on. "
        "The talks are expected to last at least three weeks. "
        "Arvanian envoy Petra Voss said the second plan could open the way to a treaty."
    ),
    "c-undated-note": (
        "A landslide closed the spillway of the Tarn dam on Tuesday. "
        "Some expect the closure could delay the talks. "
        "The Arvanian cabinet discussed the Selmar plan for three hours "
        "but did not vote on the date of filling. "
        "Related stories:"
    ),
}
DATES = {"a-first-round": dt.date(2031, 3, 2), "b-second-round": dt.date(2031, 4, 14), "c-undated-note": None}


def report(key: str, text: str | None = None, date: dt.date | None = None) -> Report:
    body = TEXTS[key] if text is None else text
    day = DATES.get(key) if date is None else date
    return Report(
        key=key,
        text=body,
        hash=hashlib.sha256(body.encode()).hexdigest(),
        date=day,
        date_basis=DateBasis.GIVEN if day else DateBasis.UNKNOWN,
        story=key,
        notes=("ends in a heading with nothing after it",) if body.endswith("stories:") else (),
    )


def spans(text: str) -> list[tuple[int, int]]:
    """Sentence spans of the simple texts above."""
    found, start = [], 0
    for end, letter in enumerate(text, 1):
        if letter in ".:" and (end == len(text) or text[end] == " "):
            found.append((start, end))
            start = end + 1
    return found


def claim(source: Report, name: str, predicate: str, **given: Any) -> Claim:
    """Make a claim of the sentence that holds ``predicate``; ``actor_text`` and ``object`` are looked up."""
    at = source.text.index(predicate)
    start, end = next((s, e) for s, e in spans(source.text) if s <= at < e)
    actor_text, words = given.pop("actor_text", given.get("actor")), given.pop("object", None)
    actor_at = source.text.find(actor_text, start, end) if actor_text else -1
    object_at = source.text.index(words, start, end) if words else None
    fields: dict[str, Any] = {
        "id": name,
        "report": source.key,
        "start": start,
        "end": end,
        "quote": source.text[start:end],
        "actor": None,
        "role": None,
        "party": None,
        "actor_text": actor_text if actor_at >= 0 else None,
        "actor_start": actor_at if actor_at >= 0 else None,
        "actor_end": actor_at + len(actor_text) if actor_at >= 0 else None,
        "others_unnamed": False,
        "voice": Voice.REPORTER,
        "unnamed": False,
        "act": Act.STATE,
        "predicate": predicate,
        "predicate_start": at,
        "predicate_end": at + len(predicate),
        "object": words,
        "object_start": object_at,
        "object_end": None if object_at is None else object_at + len(words),
        "terms": (),
        "toward": None,
        "attribution": (),
        "modality": Modality.ASSERTED,
        "condition": None,
        "event_text": None,
        "event_from": None,
        "event_to": None,
        "event_basis": Basis.UNKNOWN,
        "report_date": source.date.isoformat() if source.date else None,
        "recorded_at": "2031-05-01T12:00:00+00:00",
        "flags": (),
        "confidence": 0.8,
        "method": "by hand",
    }
    return Claim(**{**fields, **given})


def reports() -> tuple[Report, ...]:
    return tuple(report(key) for key in TEXTS)


def claims() -> tuple[Claim, ...]:
    a, b, c = reports()
    own = Voice.OWN
    at = b.text.index("Selmar officials")
    officials = Source(None, "Selmar officials", at, at + 16, "warned", party="Selmar", unnamed=True)
    return (
        claim(a, "talks", "opened talks", actor="Arvania", party="Arvania", act=Act.MEET, toward="Bolesk"),
        claim(
            a,
            "selmar-plan",
            "proposed",
            actor="Selmar",
            party="Selmar",
            act=Act.PROPOSE,
            voice=own,
            object="a five-year quota of 40 cubic metres a second for Bolesk "
            "in exchange for a limited filling of the Tarn dam",
        ),
        claim(
            a,
            "marn",
            "expressed support",
            actor="Ilse Marn",
            role="Water Minister",
            party="Bolesk",
            act=Act.SUPPORT,
            voice=own,
            object="the Selmar plan",
        ),
        claim(
            a,
            "brek",
            "opposed",
            actor="Odo Brek",
            party="Bolesk",
            act=Act.OPPOSE,
            object="the plan",
            others_unnamed=True,
        ),
        claim(
            a,
            "farmers",
            "opposed",
            actor_text="Farm leaders",
            party="Bolesk",
            unnamed=True,
            act=Act.OPPOSE,
            object="the plan",
            others_unnamed=True,
        ),
        claim(
            b,
            "stop-plan",
            "put forward",
            actor="Bolesk",
            party="Bolesk",
            act=Act.PROPOSE,
            voice=own,
            object="a permanent quota in return for a complete stop to filling the dam",
        ),
        claim(
            b,
            "treaty",
            "must approve",
            actor="Parliament",
            actor_text="parliament",
            party="Arvania",
            act=Act.RATIFY,
            modality=Modality.REQUIRED,
            object="any change to the dam treaty",
        ),
        claim(
            b,
            "turbines",
            "rules out",
            actor="Arvania",
            party="Arvania",
            act=Act.RULE_OUT,
            voice=own,
            object="any deal that stops the dam's turbines",
        ),
        claim(
            b,
            "loans",
            "warned",
            actor_text="Selmar officials",
            party="Selmar",
            unnamed=True,
            act=Act.WARN,
            object="loans could be delayed",
            condition="if filling goes on",
            modality=Modality.CONDITIONAL,
            attribution=(officials,),
            voice=Voice.THIRD_PARTY,
        ),
        claim(b, "weeks", "are expected to last", act=Act.EXPECT, object="at least three weeks"),
        claim(
            b,
            "voss",
            "said",
            actor="Petra Voss",
            role="envoy",
            party="Arvania",
            act=Act.STATE,
            voice=own,
            object="the second plan could open the way to a treaty",
            modality=Modality.POSSIBLE,
        ),
        claim(
            c,
            "slide",
            "closed",
            act=Act.HAPPEN,
            object="the spillway of the Tarn dam",
            event_text="on Tuesday",
            actor_text="A landslide",
        ),
        claim(
            c,
            "some",
            "expect",
            actor_text="Some",
            unnamed=True,
            act=Act.EXPECT,
            modality=Modality.POSSIBLE,
            object="the closure could delay the talks",
            flags=(Flag("ambiguous", "who expects is not stated", ("reporter", "others")),),
        ),
        claim(
            c,
            "cabinet",
            "discussed",
            actor="Cabinet",
            actor_text="cabinet",
            party="Arvania",
            act=Act.DISCUSS,
            object="the Selmar plan",
        ),
        claim(
            c,
            "no-vote",
            "did not vote",
            actor="Cabinet",
            actor_text="cabinet",
            party="Arvania",
            act=Act.VOTE,
            modality=Modality.NEGATED,
            object="the date of filling",
        ),
    )


def coverage() -> tuple[Coverage, ...]:
    used = {(c.report, c.start) for c in claims()}
    rows = []
    for one in reports():
        for start, end in spans(one.text):
            kind = CoverageKind.CLAIM if (one.key, start) in used else CoverageKind.NOTHING
            if one.text[start:end].endswith(":"):
                kind = CoverageKind.FURNITURE
            rows.append(Coverage(report=one.key, start=start, end=end, kind=kind))
    return tuple(rows)


def stance(actor: str | None, act: Act, name: str, **given: Any) -> Stance:
    fields: dict[str, Any] = {
        "actor": actor,
        "party": "Bolesk",
        "act": act,
        "modality": Modality.ASSERTED,
        "voice": Voice.OWN,
        "proposal": "selmar-plan",
        "issue": None,
        "option": None,
        "over": None,
        "condition": None,
        "date": "2031-03-02",
        "source": "a-first-round",
        "claims": (name,),
        "open_set": actor is None,
    }
    return Stance(**{**fields, **given})


def proposals() -> tuple[Proposal, ...]:
    return (
        Proposal(
            key="selmar-plan",
            name="Selmar plan",
            by="Selmar",
            to=None,
            stage=Stage.SUGGESTED,
            track="corvo",
            date="2031-03-02",
            exchange=True,
            aliases=("the Selmar plan", "the plan"),
            claims=("selmar-plan",),
            terms={
                "quota": PackageTerm(
                    "40 cubic metres a second",
                    ("a five-year quota of 40 cubic metres a second for Bolesk",),
                    getter="Bolesk",
                    claims=("selmar-plan",),
                ),
                "filling": PackageTerm(
                    "limited",
                    ("a limited filling of the Tarn dam",),
                    giver="Arvania",
                    giver_basis="inferred",
                    claims=("selmar-plan",),
                ),
            },
        ),
        Proposal(
            key="stop-plan",
            name="Bolesk plan",
            by="Bolesk",
            to=None,
            stage=Stage.TABLED,
            track="corvo",
            date="2031-04-14",
            exchange=True,
            opens=("a treaty",),
            claims=("stop-plan", "voss"),
            terms={
                "quota": PackageTerm("permanent", ("a permanent quota",), claims=("stop-plan",)),
                "filling": PackageTerm(
                    "complete stop", ("a complete stop to filling the dam",), claims=("stop-plan",)
                ),
            },
        ),
        Proposal(
            key="note",
            name="unnamed outline",
            by=None,
            to=None,
            stage=Stage.OUTLINED,
            track=None,
            date=None,
            open=True,
            claims=("some",),
        ),
    )


def picture() -> Picture:
    assumed, meaning, number = OrderBasis.ASSUMED, OrderBasis.MEANING, OrderBasis.NUMBER
    return Picture(
        key="onda",
        title="Onda river talks",
        reports=tuple(TEXTS),
        parties=(
            Party(
                "arvania",
                "Arvania",
                (Member("petra-voss", "Petra Voss", (Role("envoy", ("voss",)),), ("voss",)),),
                ("talks",),
                "opened talks with Bolesk",
            ),
            Party(
                "bolesk",
                "Bolesk",
                (
                    Member(
                        "ilse-marn",
                        "Ilse Marn",
                        (Role("Water Minister", ("marn",), "2031-03-02"),),
                        ("marn",),
                    ),
                    Member("odo-brek", "Odo Brek", (), ("brek",)),
                ),
                ("talks",),
                "talks with Arvania",
            ),
        ),
        bodies=(
            Body("parliament", "Parliament", "arvania", claims=("treaty",)),
            Body("cabinet", "Cabinet", "arvania", same_as=(("parliament", "unsure"),), claims=("cabinet",)),
        ),
        third_parties=(
            ThirdParty("selmar", "Selmar", (Role("mediates", ("selmar-plan",)), Role("warns", ("loans",)))),
        ),
        affected=(Affected("farmers", "farm leaders", "concerned by the quota", ("farmers",)),),
        tracks=(
            Track(
                "corvo",
                "Corvo talks",
                "Corvo",
                "Selmar",
                "not reported",
                (),
                ("arvania", "bolesk"),
                ("selmar-plan", "stop-plan"),
                ("Ilse Marn",),
                ("talks",),
            ),
            Track("second", "expert channel", None, None, "not reported", ("corvo",), claims=("voss",)),
        ),
        meetings=(
            Meeting(
                "cabinet",
                None,
                None,
                (
                    AgendaItem("the Selmar plan", "discussed", ("cabinet",), "selmar-plan"),
                    AgendaItem("the date of filling", "no vote taken", ("no-vote",)),
                ),
                claims=("cabinet",),
            ),
            Meeting(
                None, "2031-03-02", None, (), ("Arvania", "Bolesk"), "Corvo", track="corvo", claims=("talks",)
            ),
        ),
        issues=(
            Issue(
                "quota",
                "quota of Onda water",
                "quantity targets",
                "Onda water",
                ("no change", "40 cubic metres a second", "permanent"),
                True,
                {"no change": meaning, "40 cubic metres a second": number, "permanent": meaning},
                "contested",
                claims=("selmar-plan",),
            ),
            Issue(
                "filling",
                "filling of the Tarn dam",
                "withdrawal and presence",
                "Tarn dam",
                ("no change", "limited", "complete stop"),
                True,
                {"no change": meaning, "limited": assumed, "complete stop": meaning},
                claims=("selmar-plan",),
            ),
        ),
        proposals=proposals(),
        stances=(
            stance("Ilse Marn", Act.SUPPORT, "marn"),
            stance("Odo Brek", Act.OPPOSE, "brek", voice=Voice.REPORTER),
            stance(None, Act.OPPOSE, "farmers", voice=Voice.REPORTER),
            stance(
                "Bolesk",
                Act.PROPOSE,
                "stop-plan",
                proposal="stop-plan",
                date="2031-04-14",
                source="b-second-round",
            ),
        ),
        red_lines=(RedLine("Arvania", "any deal that stops the dam's turbines", (), ("turbines",)),),
        ratification=(
            Ratification(
                "arvania", "parliament", "unknown", ("any change to the dam treaty",), False, ("treaty",)
            ),
        ),
        leverage=(
            Leverage(
                "Selmar", "Arvania", "inferred", "if filling goes on", "loans could be delayed", ("loans",)
            ),
        ),
        events=(
            Event(
                "slide",
                "A landslide closed the spillway of the Tarn dam",
                None,
                "on Tuesday",
                None,
                (
                    Assessment(None, "the closure could delay the talks", Modality.POSSIBLE, ("some",)),
                    Assessment("Petra Voss", "could open the way to a treaty", Modality.POSSIBLE, ("voss",)),
                ),
                ("slide",),
            ),
            Event("opening", "talks opened", "2031-03-02", None, None, (), ("talks",), place="Corvo"),
        ),
        durations=(Duration("the talks", "at least three weeks", 21.0, None, ("weeks",)),),
        links=(
            Link("selmar-plan", LinkKind.PROPOSAL, "selmar-plan", "its own words"),
            Link("selmar-plan", LinkKind.ISSUE, "quota", "family and theme", 0),
            Link("marn", LinkKind.PROPOSAL, "selmar-plan", "named after who proposed it"),
        ),
        assumptions=(
            "“limited” is placed below “complete stop” for filling of the Tarn dam: assumed, not reported.",
        ),
    )


def brief(**given: Any) -> Brief:
    return compose((picture(),), reports(), claims(), coverage(), **given)
