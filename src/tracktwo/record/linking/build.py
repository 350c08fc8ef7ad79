"""link: reports and claims in, one picture a negotiation out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from tracktwo.record.linking.affected import find_affected
from tracktwo.record.linking.belonging import Belonging
from tracktwo.record.linking.bodies import BodyBook
from tracktwo.record.linking.durations import find_deadlines, find_durations
from tracktwo.record.linking.events import find_events
from tracktwo.record.linking.issues import IssueBook
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.leverage import find_leverage
from tracktwo.record.linking.material import Material
from tracktwo.record.linking.meetings import find_meetings
from tracktwo.record.linking.negotiations import Group, split
from tracktwo.record.linking.packages import build_proposals
from tracktwo.record.linking.parties import Side, find_sides, is_plenary
from tracktwo.record.linking.people import Person, find_people
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.ratification import find_ratification
from tracktwo.record.linking.red_lines import find_red_lines
from tracktwo.record.linking.sessions import Sessions
from tracktwo.record.linking.source import InMemory, Source
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
    return tuple(picture for _, picture in sorted(link_each(InMemory(reports, claims), undone=undone)))


def link_each(source: Source, *, undone: frozenset[str] = frozenset()) -> Iterator[tuple[int, Picture]]:
    """Yield what `link` returns, each picture with its place, the largest negotiation (place 0) last.

    No more than one negotiation is in memory at a time, beside the largest.
    """
    shared = Ledger(undone)
    known = Belonging(source, shared)
    groups = split(source, known)
    taken: dict[str, None] = {}
    first: Picture | None = None
    rest: list[Group] = []
    made = _by_first_claim(shared)
    for group in groups:
        material = _material(source, known, group.reports)
        picture = _picture(material, _ledger(material, shared, made), taken)
        if not _is_case(picture):
            rest.append(group)
            continue
        taken[picture.key] = None
        if first is None:
            first = picture
        else:
            yield len(taken) - 1, picture
    told = {key for group in groups for key in group.reports} - {key for g in rest for key in g.reports}
    order = source.keys()
    if rest:
        material = _material(source, known, [key for key in order if key not in told])
        last = _picture(material, _ledger(material, shared, made), taken)
        if taken or len(rest) > 1:
            # Sides of unrelated reports are no parties to anything.
            last = replace(last, key=unique("other-reports", taken), title=_REST, parties=())
        yield len(taken), last
    elif first is not None:
        # Reports without any claim stay with the first picture, or with the rest where there is one.
        silent = set(order) - told
        kept = tuple(key for key in order if key in first.reports or key in silent)
        first = replace(first, reports=kept)
    if first is not None:
        yield 0, first


def _material(source: Source, known: Belonging, keys: Collection[str]) -> Material:
    reports: list[Report] = []
    claims: list[Claim] = []
    for report, own in source.each(frozenset(keys)):
        reports.append(report)
        claims += known.claims_of(report, own)
    return Material(tuple(reports), tuple(claims))


def _by_first_claim(shared: Ledger) -> dict[str, list[int]]:
    """Return the places of the joins made so far by their first claim, so that a group finds its own."""
    places: dict[str, list[int]] = {}
    for place, join in enumerate(shared.joins):
        places.setdefault(join.claims[0], []).append(place)
    return places


def _ledger(material: Material, shared: Ledger, made: Mapping[str, Sequence[int]]) -> Ledger:
    """Return a ledger with the joins made before that are of this material alone."""
    ledger = Ledger(shared.undone)
    mine = {claim.id for claim in material.claims}
    own = (shared.joins[place] for place in sorted(n for claim in mine for n in made.get(claim, ())))
    ledger.joins.extend(join for join in own if mine.issuperset(join.claims))
    return ledger


def _is_case(picture: Picture) -> bool:
    """Whether reports tell of a negotiation: two parties, or a proposal with terms or stances."""
    answered = {stance.proposal for stance in picture.stances}
    return len(picture.parties) > 1 or any(p.terms or p.key in answered for p in picture.proposals)


def _picture(material: Material, ledger: Ledger, taken: object) -> Picture:
    sides = find_sides(material)
    names = frozenset(side.name for side in sides)
    issues = IssueBook(material, ledger, plenary=is_plenary(material))
    proposals = ProposalBook(material, issues, ledger)
    tracks = TrackBook(material, proposals, [side.name for side in sides], ledger)
    bodies = BodyBook(material, ledger)
    people = find_people(material, [side.name for side in sides])
    sessions = Sessions(material, proposals, tracks, names, ledger)
    made_tracks = (*tracks.tracks(), *sessions.tracks())
    packages = build_proposals(proposals, tracks.of_proposal, ledger)
    meetings = find_meetings(material, proposals, tracks, bodies, ledger)
    stances = find_stances(material, proposals, issues, names)
    third = find_third_parties(material, names, people, made_tracks)
    made_issues = issues.issues()
    ratification = find_ratification(material, proposals, bodies, ledger)
    red_lines = find_red_lines(material, issues, ledger)
    leverage = find_leverage(material, names, ledger)
    events = find_events(material, ledger)
    deadlines = find_deadlines(material)
    for claims in (*(event.claims for event in events), *(deadline.claims for deadline in deadlines)):
        sessions.place(claims)
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
        deadlines=deadlines,
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
