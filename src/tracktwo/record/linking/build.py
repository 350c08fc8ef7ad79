"""link: reports and claims in, one picture a negotiation out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracktwo.record.linking.affected import find_affected
from tracktwo.record.linking.belonging import Belonging
from tracktwo.record.linking.bodies import BodyBook
from tracktwo.record.linking.durations import find_deadlines, find_durations
from tracktwo.record.linking.events import find_events
from tracktwo.record.linking.issues import IssueBook
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.leverage import find_leverage
from tracktwo.record.linking.material import Material, alive
from tracktwo.record.linking.meetings import find_meetings
from tracktwo.record.linking.negotiations import split
from tracktwo.record.linking.packages import build_proposals
from tracktwo.record.linking.parties import Side, find_sides, is_plenary
from tracktwo.record.linking.people import Person, find_people
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.ratification import find_ratification
from tracktwo.record.linking.red_lines import find_red_lines
from tracktwo.record.linking.stances import find_stances
from tracktwo.record.linking.third_parties import find_third_parties
from tracktwo.record.linking.tracks import TrackBook
from tracktwo.record.linking.undated import bound_undated
from tracktwo.record.linking.words import slug, unique
from tracktwo.vocabulary import Claim, Issue, Party, Picture, Report

_MOST_NAMED = 3
_REST = "Reports that tell of no negotiation"


def link(
    reports: Sequence[Report], claims: Sequence[Claim], *, undone: frozenset[str] = frozenset()
) -> tuple[Picture, ...]:
    """Tie claims to issues, proposals, events and tracks, and return the pictures they make.

    Parameters
    ----------
    reports : sequence of Report
        What the claims were read from; order does not matter.
    claims : sequence of Claim
        All claims; those rejected or superseded are left out.
    undone : frozenset of str, optional
        Ids of joins that somebody has undone; they are not made again.

    Returns
    -------
    tuple of Picture
        One a negotiation, the one with most claims first; empty where nothing was claimed. The same input
        gives the same output, whatever its order.
    """
    made: dict[str, Picture] = {}
    ordered, alive_claims = _in_order(reports, claims)
    shared = Ledger(undone)
    known = Belonging(ordered, alive_claims, shared)
    rest: list[Material] = []
    for material in split(ordered, known.claims):
        picture = _picture(material, _ledger(material, shared), made)
        if _is_case(picture):
            made[picture.key] = picture
        else:
            rest.append(material)
    return _complete(made, rest, ordered, shared)


def _ledger(material: Material, shared: Ledger) -> Ledger:
    """Return a ledger with the joins made before that are of this material alone."""
    ledger = Ledger(shared.undone)
    mine = {claim.id for claim in material.claims}
    ledger.joins.extend(join for join in shared.joins if mine.issuperset(join.claims))
    return ledger


def _is_case(picture: Picture) -> bool:
    """Whether reports tell of a negotiation: two parties, or a proposal with terms or stances."""
    answered = {stance.proposal for stance in picture.stances}
    return len(picture.parties) > 1 or any(p.terms or p.key in answered for p in picture.proposals)


def _complete(
    made: dict[str, Picture], rest: Sequence[Material], ordered: Sequence[Report], shared: Ledger
) -> tuple[Picture, ...]:
    """Put what tells of no negotiation into one last picture, so that every report is in exactly one.

    Reports without any claim stay with the first picture, or with the rest where there is one.
    """
    told = {key for picture in made.values() for key in picture.reports}
    if rest:
        left = tuple(r for r in ordered if r.key not in told)
        order = {r.key: number for number, r in enumerate(left)}
        claims = [c for material in rest for c in material.claims]
        material = Material(left, tuple(sorted(claims, key=lambda c: order[c.report])))
        last = _picture(material, _ledger(material, shared), made)
        if made or len(rest) > 1:
            # Sides of unrelated reports are no parties to anything.
            last = replace(last, key=unique("other-reports", made), title=_REST, parties=())
        return (*made.values(), last)
    silent = tuple(r.key for r in ordered if r.key not in told)
    pictures = list(made.values())
    if pictures and silent:
        kept = {*pictures[0].reports, *silent}
        pictures[0] = replace(pictures[0], reports=tuple(r.key for r in ordered if r.key in kept))
    return tuple(pictures)


def _in_order(
    reports: Sequence[Report], claims: Sequence[Claim]
) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
    ordered = sorted(reports, key=lambda r: (r.date is None, str(r.date or ""), r.key))
    return tuple(ordered), alive(claims, reports)


def _picture(material: Material, ledger: Ledger, taken: object) -> Picture:
    sides = find_sides(material)
    names = frozenset(side.name for side in sides)
    issues = IssueBook(material, ledger, plenary=is_plenary(material))
    proposals = ProposalBook(material, issues, ledger)
    tracks = TrackBook(material, proposals, [side.name for side in sides], ledger)
    bodies = BodyBook(material, ledger)
    people = find_people(material, [side.name for side in sides])
    made_tracks = tracks.tracks()
    packages = build_proposals(proposals, tracks.of_proposal, ledger)
    meetings = find_meetings(material, proposals, tracks, bodies, ledger)
    stances = find_stances(material, proposals, issues, names)
    third = find_third_parties(material, names, people, made_tracks)
    made_issues = issues.issues()
    ratification = find_ratification(material, proposals, bodies, ledger)
    red_lines = find_red_lines(material, issues, ledger)
    leverage = find_leverage(material, names, ledger)
    events = find_events(material, ledger)
    made_bodies = bodies.bodies()
    bound_undated(material, ledger)
    return Picture(
        key=unique(slug("-".join(_short(sides)) or "reports"), taken),
        title=_title(sides, made_issues),
        reports=tuple(r.key for r in material.reports),
        parties=tuple(_party(side, people) for side in sides),
        bodies=made_bodies,
        third_parties=third,
        affected=find_affected(material, issues, proposals, [*names, *(t.name for t in third)]),
        tracks=made_tracks,
        meetings=meetings,
        issues=made_issues,
        proposals=packages,
        stances=stances,
        red_lines=red_lines,
        ratification=ratification,
        leverage=leverage,
        events=events,
        durations=find_durations(material),
        deadlines=find_deadlines(material),
        links=tuple(ledger.links.values()),
        joins=tuple(ledger.joins),
        assumptions=tuple(ledger.assumptions),
    )


def _party(side: Side, people: dict[str, Person]) -> Party:
    members = tuple(p.member() for p in people.values() if p.party == side.name and p.name != side.name)
    return Party(slug(side.name), side.name, members, tuple(side.claims), side.reason)


def _short(sides: Sequence[Side]) -> list[str]:
    names = [side.name for side in sides]
    return names if len(names) <= _MOST_NAMED else [f"Talks of {len(names)} parties"]


def _title(sides: Sequence[Side], issues: Sequence[Issue]) -> str:
    """Name a negotiation by its parties and the issues most claims are about."""
    told = sorted(issues, key=lambda issue: len(sides) > _MOST_NAMED and issue.family == "other")
    about = ", ".join(issue.name for issue in told[:2])
    who = " – ".join(_short(sides)) or "Reports without named parties"
    return f"{who}: {about}" if about else who
