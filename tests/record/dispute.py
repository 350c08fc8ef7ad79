"""A small invented labour dispute, linked by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tests.record.build import claim, report
from tracktwo.vocabulary import (
    Act,
    Affected,
    AgendaItem,
    Assessment,
    Body,
    Claim,
    Deadline,
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
    Stage,
    Stance,
    Term,
    ThirdParty,
    Track,
    Voice,
)


@dataclass(frozen=True)
class Dispute:
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    picture: Picture

    def id(self, name: str) -> str:
        return next(c.id for c in self.claims if c.method == name)


def stance(
    actor: str | None, party: str | None, act: Act, proposal: str | None, *ids: str, **more: Any
) -> Stance:
    base: dict[str, Any] = {
        "modality": Modality.ASSERTED,
        "voice": Voice.OWN,
        "issue": None,
        "option": None,
        "over": None,
        "condition": None,
        "date": None,
        "source": None,
    }
    return Stance(actor=actor, party=party, act=act, proposal=proposal, claims=ids, **{**base, **more})


def dispute() -> Dispute:
    first = report(
        "first", "Acme offered 3% more pay. The clerks' union refused it. Its talks go on.", "2024-01-10"
    )
    copy = report(
        "copy",
        "Acme offered 3% more pay. The clerks' union refused it. (Agency)",
        "2024-01-11",
        story="first",
    )
    later = report(
        "later", "The clerks' union now accepts 3%, Rao said. Acme's demands are unchanged.", "2024-02-20"
    )
    undated = report(
        "undated", "A mediator suggested 5% and some rest days. Lee, the union president, met her."
    )
    texts = {
        "offer": (first, "offered", "Acme", Act.OFFER),
        "refusal": (first, "refused", "Clerks' union", Act.REJECT),
        "refusal again": (copy, "refused", "Clerks' union", Act.REJECT),
        "acceptance": (later, "accepts", "Clerks' union", Act.ACCEPT),
        "rao": (later, "said", "Rao", Act.STATE),
        "suggestion": (undated, "suggested", None, Act.PROPOSE),
        "meeting": (undated, "met", "Lee", Act.MEET),
    }
    made = {}
    for name, (of, verb, actor, act) in texts.items():
        party = actor if actor in ("Acme", "Clerks' union") else None
        made[name] = claim(of, verb, actor, act=act, method=name, party=party, actor_text=None)
    at = undated.text.index("5%")
    five = Term("raise", "pay", "5%", None, None, None, "5%", at, at + 2)
    made["suggestion"] = replace(
        made["suggestion"],
        terms=(five,),
        object="5% and some rest days",
        object_start=at,
        object_end=at + len("5% and some rest days"),
    )
    ids = {name: one.id for name, one in made.items()}
    union = Party(
        "union",
        "Clerks' union",
        (
            Member("lee", "Lee", (Role("union president", (ids["meeting"],)),), (ids["meeting"],)),
            Member("rao", "Rao", (Role("clerk", ()),)),
        ),
        (ids["refusal"],),
        "refused",
    )
    offer_claims = (ids["offer"], ids["refusal"])
    picture = Picture(
        key="pay",
        title="Pay talks",
        reports=("first", "copy", "later", "undated"),
        parties=(Party("acme", "Acme", (), (ids["offer"],), "offered"), union),
        bodies=(
            Body(
                "council",
                "Council",
                "Clerks' union",
                same_as=(("board", "unsure"),),
                claims=(ids["refusal"],),
            ),
            Body("board", "Board", "Clerks' union"),
        ),
        third_parties=(ThirdParty("mediator", "Mediator", (Role("suggests", (ids["suggestion"],)),)),),
        affected=(Affected("temps", "Temps", "rest days", ()),),
        tracks=(
            Track(
                "main",
                "Main talks",
                "Town hall",
                None,
                "not reported",
                proposals=("offer",),
                persons=("rao",),
                claims=(ids["offer"],),
            ),
            Track(
                "side",
                "Side talks",
                None,
                "Mediator",
                "indirect",
                parallel_to=("main",),
                claims=(ids["suggestion"],),
            ),
        ),
        meetings=(
            Meeting(
                "Council",
                None,
                "on Sunday",
                (
                    AgendaItem("the offer", "discussed", (ids["refusal"],), "offer"),
                    AgendaItem("the date of a strike", "no vote taken", ()),
                ),
                claims=(ids["refusal"],),
                track="main",
            ),
            Meeting(None, "2024-02-01", None, (), ("Lee", "Mediator"), claims=(ids["meeting"],)),
        ),
        issues=(
            Issue(
                "pay",
                "pay",
                "money",
                "pay",
                ("no change", "3%", "5%"),
                True,
                {"3%": OrderBasis.NUMBER, "5%": OrderBasis.NUMBER},
                "contested",
            ),
            Issue(
                "rest",
                "rest days",
                "time",
                "rest days",
                ("no change", "some", "all"),
                True,
                {"some": OrderBasis.ASSUMED},
            ),
            Issue("pensions", "pensions", "money", "pensions", (), False),
        ),
        proposals=(
            Proposal(
                "offer",
                "Acme's offer",
                "Acme",
                "Clerks' union",
                Stage.TABLED,
                "main",
                "2024-01-10",
                {
                    "pay": PackageTerm(
                        "3%", ("3% more pay",), "Acme", "Clerks' union", "reported", (ids["offer"],)
                    )
                },
                claims=offer_claims,
            ),
            Proposal(
                "plan",
                "the mediator's plan",
                None,
                None,
                Stage.SUGGESTED,
                None,
                None,
                {
                    "pay": PackageTerm("5%", ("5%",), None, None, None, (ids["suggestion"],)),
                    "rest": PackageTerm(
                        "some", ("some rest days",), "Acme", None, "inferred", (ids["suggestion"],)
                    ),
                },
                open=True,
                opens=("wider talks",),
                aliases=("the compromise",),
                claims=(ids["suggestion"],),
            ),
        ),
        stances=(
            stance(
                "Clerks' union", "Clerks' union", Act.REJECT, "offer", ids["refusal"], ids["refusal again"]
            ),
            stance("Clerks' union", "Clerks' union", Act.ACCEPT, "offer", ids["acceptance"]),
            stance("Acme", "Acme", Act.OFFER, "offer", ids["offer"]),
            stance(None, "Clerks' union", Act.OPPOSE, "plan", ids["suggestion"], open_set=True),
        ),
        red_lines=(RedLine("Acme", "no strike pay", (), (ids["offer"],)),),
        ratification=(Ratification("union", "council", "unknown", (), False, (ids["refusal"],)),),
        leverage=(
            Leverage("Mediator", "Acme", "inferred", "if no deal", "she may leave", (ids["suggestion"],)),
        ),
        events=(
            Event(
                "walkout",
                "a walkout",
                "2024-01-20",
                "on Saturday",
                None,
                (
                    Assessment("Acme", "changes nothing", Modality.NEGATED, (ids["offer"],)),
                    Assessment(None, "could change the talks", Modality.POSSIBLE, (ids["rao"],)),
                ),
                (ids["rao"],),
            ),
        ),
        deadlines=(Deadline("the offer", "by the end of March", None, (ids["acceptance"],)),),
        links=(Link(ids["suggestion"], LinkKind.ISSUE, "rest", "names it"),),
    )
    return Dispute((first, copy, later, undated), tuple(made.values()), picture)


def flagged(one: Claim, code: str) -> Claim:
    return replace(one, flags=(Flag(code),))
