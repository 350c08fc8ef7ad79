"""What must appear nowhere in what is read of an example: one test of the brief for each never."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from tests.examples.acceptance import Found
from tracktwo.vocabulary import Act, Modality, Stage, Stance, Voice, plain

Appears = Callable[[Found], bool]
_FOR = {"support", "accept", "vote_for", "prefer", "agree", "ratify"}
_AGAINST = {"oppose", "reject", "vote_against", "rule_out"}
_REAL = (Modality.ASSERTED,)
_DONE = (Stage.AGREED, Stage.RATIFIED, Stage.IN_FORCE)


def on(found: Found, name: str, *actors: str | None) -> list[Stance]:
    """The real stances of some actors on a named proposal."""
    proposal = found.proposal(name)
    assert proposal is not None, name
    return [
        s
        for s in found.brief.stances
        if s.proposal == proposal.key and s.actor in actors and s.modality in _REAL
    ]


def acts(stances: Collection[Stance]) -> set[str]:
    return {s.act.value for s in stances}


def claimed(found: Found, report: str, *starts: str) -> bool:
    """Whether any claim is of a sentence that begins with one of the words."""
    return any(c.report == report and c.quote.startswith(starts) for c in found.brief.claims)


def votes_on_proposals(found: Found) -> bool:
    votes = [c for c in found.brief.claims if c.act in (Act.VOTE, Act.VOTE_FOR, Act.VOTE_AGAINST)]
    return any(c.proposal for c in votes)


def headings_or_furniture_claim(found: Found) -> bool:
    """Whether a claim lies outside the sentences of its report."""
    dead = [
        (row.report, row.start, row.end)
        for row in found.brief.coverage
        if row.kind.value in ("heading", "furniture")
    ]
    return any(c.report == r and s <= c.start < e for c in found.brief.claims for r, s, e in dead)


def a_chance(found: Found) -> bool:
    outlook = found.brief.outlook
    return outlook.p_zopa is not None or any(p.estimable or p.p_accept for p in outlook.proposals)


PARTIES = ("Israel", "Hamas", "Benjamin Netanyahu", "Security cabinet", "Cabinet")

FOUNDING: dict[str, Appears] = {
    "Gallant against the small deal, or the two ministers for it": lambda f: bool(
        acts(on(f, "small deal", "Yoav Gallant")) & _AGAINST
        or acts(on(f, "small deal", "Itamar Ben Gvir", "Betzalel Smotrich")) & _FOR
    ),
    "a stance of Israel, Netanyahu or Hamas on the small deal, the Barnea plan or 42 days for 40 hostages": (
        lambda f: any(
            on(f, name, *PARTIES) for name in ("small deal", "Barnea plan", "42 days for 40 hostages")
        )
    ),
    "a stance of the United States on any proposal": lambda f: any(
        s.party == "United States" and s.proposal for s in f.brief.stances
    ),
    "a vote on a proposal, or the vote not taken tied to one": votes_on_proposals,
    "anything approved or ratified as done": lambda f: any(p.stage in _DONE for p in f.brief.proposals)
    or any(c.act is Act.RATIFY and c.modality in _REAL for c in f.brief.claims),
    "Qatar as a mediator": lambda f: "Qatar" in {m.name for m in f.brief.mediators.values()},
    "a tabler for 42 days and 40 hostages": lambda f: any(
        p.by for p in f.brief.proposals if "40" in {t.option for t in p.terms.values()}
    ),
    "a date for the small deal or the meeting in Cairo": lambda f: any(
        p.date for p in f.brief.proposals if "small" in p.name
    )
    or any(m.date for m in f.brief.meetings if m.venue == "Cairo"),
    "the small deal opening the Barnea plan": lambda f: any(
        "Barnea" in words for p in f.brief.proposals for words in p.opens
    ),
    "a deadline": lambda f: bool(f.brief.deadlines),
    "Israel as the killer of Sinwar or Iran as the attacker as reported": lambda f: any(
        (e.agent == "Israel" and "Sinwar" in e.text) or e.agent == "Iran" for e in f.brief.events
    ),
    "leverage on anyone but Israel, or Israel not flagged as inferred": lambda f: any(
        row.on != "Israel" or not row.on_basis.startswith("inferred") for row in f.brief.leverage
    ),
    "Hezbollah as a party": lambda f: "Hezbollah" in {p.name for p in f.brief.parties.values()},
    "a resolved date for Sunday while the report is undated": lambda f: any(
        m.date for m in f.brief.meetings if m.event_text == "on Sunday"
    ),
    "a probability of passage": a_chance,
    "a claim from 'Observers describe' or 'Opinions in Israel differ', a heading, or furniture": lambda f: (
        claimed(f, "hamas-official", "Observers") or claimed(f, "cairo-initiative", "Opinions")
        or headings_or_furniture_claim(f)
    ),
    "the same stance counted once for each of the two copies": lambda f: any(
        row.sources > 1 for row in f.brief.positions
    ) or len({(s.actor, s.act, s.proposal) for s in f.brief.stances}) != len(f.brief.stances),
}  # fmt: skip

LABOUR: dict[str, Appears] = {
    "a stance of the Tram Workers Union or of Petra Holloway on 4 percent": lambda f: any(
        s.option == "4 percent" for s in f.brief.stances
    ),
    "Colin Marsh rejecting the Amsel package as a plain fact": lambda f: any(
        s.voice in (Voice.OWN, Voice.REPORTER) or not s.source
        for s in on(f, "the Amsel package", "Colin Marsh")
    ) or any(row.actor == "Colin Marsh" and "Amsel" in row.about for row in f.brief.changes),
    "Graham Whitlock or Aldenbury Tramways accepting the Amsel package": lambda f: bool(
        acts(on(f, "the Amsel package", "Graham Whitlock", "Aldenbury Tramways")) & _FOR
    ),
    "Petra Holloway accepting the Amsel package without a condition": lambda f: any(
        s.actor == "Petra Holloway" and s.act is Act.ACCEPT and not s.condition for s in f.brief.stances
    ),
    "Samir Okafor opposing the company's offer, or the stewards supporting it": lambda f: bool(
        acts(on(f, "the company's offer", "Samir Okafor")) & _AGAINST
        or acts(on(f, "the company's offer", "Lena Brandt", "Joost Terwiel", None)) & _FOR
    ),
    "a stance of Petra Holloway on the new offer": lambda f: bool(on(f, "the new offer", "Petra Holloway")),
    "a vote of the board on the Amsel package as done": lambda f: any(
        i.outcome in ("voted", "voted for", "voted against", "approved")
        for m in f.brief.meetings
        if m.body == "board"
        for i in m.items
    ),
    "the strike as begun": lambda f: any(
        e.kind == "strike" and not e.planned for e in f.brief.events
    ) or any(c.act is Act.USE_FORCE for c in f.brief.claims),
    "the executive committee or the members accepting the new offer": lambda f: any(
        re.search("committee|members", s.actor or "", re.IGNORECASE) for s in f.brief.stances if s.proposal
    ),
    "a wage rise as agreed": lambda f: f.brief.issues[f.issue("wage rise") or ""].status == "agreed"
    or any(p.stage in _DONE and f.issue("wage rise") in p.terms for p in f.brief.proposals),
    "two days as a deadline": lambda f: any("two days" in str(plain(d)) for d in f.brief.deadlines),
    "the Regional Transport Authority, Tobias Renn or Judith Amsel as a party": lambda f: bool(
        {p.name for p in f.brief.parties.values()}
        & {"Regional Transport Authority", "Tobias Renn", "Judith Amsel"}
    ),
    "leverage on the union": lambda f: any(row.on == "Tram Workers Union" for row in f.brief.leverage),
    "a claim from a headline, from 'Read more' or from the photo and share lines": (
        headings_or_furniture_claim
    ),
}  # fmt: skip

NEVERS = {"founding": FOUNDING, "labour": LABOUR}
