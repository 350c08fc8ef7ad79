"""What the invented reports say, claim by claim."""

from __future__ import annotations

from tests.brief.onda.texts import claim, reports, spans
from tracktwo.vocabulary import (
    Act,
    Claim,
    Coverage,
    CoverageKind,
    Flag,
    Modality,
    Source,
    Voice,
)


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
