"""Picture: what a record adds up to, before anybody edits it."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.vocabulary.actors import Affected, Body, Party, ThirdParty
from tracktwo.vocabulary.issues import Issue
from tracktwo.vocabulary.process import Deadline, Duration, Event, Leverage, Meeting, Ratification, Track
from tracktwo.vocabulary.proposals import Proposal
from tracktwo.vocabulary.stances import Join, Link, RedLine, Stance


@dataclass(frozen=True, slots=True)
class Picture:
    """One negotiation as its reports tell it; every item names its claims.

    Made by ``record.linking.link`` and read by the questions, the draft case and the brief. ``reports`` are
    the keys of the reports that tell of this negotiation; ``assumptions`` are sentences about what was
    assumed rather than reported (the order of vague options, an inferred addressee).
    """

    key: str
    title: str
    reports: tuple[str, ...]
    parties: tuple[Party, ...] = ()
    bodies: tuple[Body, ...] = ()
    third_parties: tuple[ThirdParty, ...] = ()
    affected: tuple[Affected, ...] = ()
    tracks: tuple[Track, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    issues: tuple[Issue, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    stances: tuple[Stance, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    ratification: tuple[Ratification, ...] = ()
    leverage: tuple[Leverage, ...] = ()
    events: tuple[Event, ...] = ()
    durations: tuple[Duration, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    links: tuple[Link, ...] = ()
    joins: tuple[Join, ...] = ()
    assumptions: tuple[str, ...] = ()
