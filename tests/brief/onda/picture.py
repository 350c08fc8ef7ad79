"""What the claims come to: parties, proposals, stances, issues, events."""

from __future__ import annotations

from typing import Any

from tests.brief.onda.texts import TEXTS
from tracktwo.vocabulary import (
    Act,
    Affected,
    AgendaItem,
    Assessment,
    Body,
    Duration,
    Event,
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
    Role,
    Stage,
    Stance,
    ThirdParty,
    Track,
    Voice,
)


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
