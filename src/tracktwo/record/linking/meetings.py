"""Meetings of bodies and of persons, with what came of each matter on the table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tracktwo.record.linking.bodies import BodyBook
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.mentions import is_pronoun
from tracktwo.record.linking.names import is_collective, is_person, named_place
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.tracks import TrackBook
from tracktwo.record.linking.wordlists import mentions, phrases
from tracktwo.record.linking.words import slug, tidy
from tracktwo.vocabulary import Act, AgendaItem, Claim, LinkKind, Meeting, Modality

_SITTING = (Act.DISCUSS, Act.VOTE, Act.VOTE_FOR, Act.VOTE_AGAINST, Act.RATIFY, Act.MEET)
_VOTES = (Act.VOTE, Act.VOTE_FOR, Act.VOTE_AGAINST)


@dataclass(eq=False)
class _Sitting:
    report: str
    body: str | None
    event_text: str | None
    date: str | None
    modality: Modality
    venue: str | None = None
    track: str | None = None
    participants: list[str] = field(default_factory=list)
    items: dict[tuple[str, str], AgendaItem] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)
    told: list[Claim] = field(default_factory=list)


def find_meetings(
    material: Material, proposals: ProposalBook, tracks: TrackBook, bodies: BodyBook, ledger: Ledger
) -> tuple[Meeting, ...]:
    """Return the sittings, kept apart unless words or a day tie them.

    A sitting with a day is one, those of the same body without any day in one report another; whether they
    are the same is left open. A vote not taken belongs only to what it was about.
    """
    sittings: dict[tuple[object, ...], _Sitting] = {}
    for claim in material.acting(*_SITTING):
        key = _which(material, bodies, claim)
        if key is None:
            continue
        sitting = sittings.setdefault(
            key,
            _Sitting(
                claim.report,
                bodies.of_claim.get(claim.id),
                *_time_beside(material, bodies, claim),
                claim.modality,
            ),
        )
        _take(sitting, material, proposals, claim)
        sitting.track = sitting.track or tracks.of_claim.get(claim.id)
    _tell_once(sittings, ledger)
    _note_open(sittings.values(), bodies, ledger)
    return tuple(
        Meeting(
            body=s.body,
            date=s.date,
            event_text=s.event_text,
            items=tuple(s.items.values()),
            participants=tuple(s.participants),
            venue=s.venue,
            modality=s.modality if s.modality is Modality.PLANNED else Modality.ASSERTED,
            track=s.track,
            claims=tuple(s.claims),
        )
        for s in sittings.values()
    )


def _time_beside(material: Material, bodies: BodyBook, claim: Claim) -> tuple[str | None, str | None]:
    """Return the time of a sitting; what a body did in the same sentence it did at the same sitting."""
    own = _time(claim)
    body = bodies.of_claim.get(claim.id)
    if own[0] is not None or body is None:
        return own
    same = [
        c
        for c in material.beside(claim)
        if bodies.of_claim.get(c.id) == body and c.modality is not Modality.PLANNED
    ]
    return next((_time(c) for c in same if _time(c)[0] is not None), own)


def _tell_once(sittings: dict[tuple[object, ...], _Sitting], ledger: Ledger) -> None:
    """Take meetings of several reports for one: of the same persons in one place, of a body on one day."""
    first: dict[tuple[object, ...], _Sitting] = {}
    for key, sitting in list(sittings.items()):
        persons = frozenset(sitting.participants)
        told = (sitting.body, persons, sitting.venue, sitting.date, sitting.modality)
        known = first.setdefault(told, sitting)
        sure = bool(sitting.date) if sitting.body else len(persons) > 1 and bool(sitting.venue)
        if known is sitting or known.report == sitting.report or not sure:
            continue
        who = sitting.body or " and ".join(sitting.participants)
        reason = (
            f"a meeting of {who} told of by {known.report} too, at the same place and time as far as stated"
        )
        claims = [c for c in sitting.told if c.id in sitting.claims]
        if ledger.join(LinkKind.EVENT, f"meeting of {who}", slug(f"{known.report} {who}"), reason, claims):
            known.claims.extend(sitting.claims)
            for item in sitting.items.values():
                _add_item(known, item)
            del sittings[key]


def _add_item(sitting: _Sitting, item: AgendaItem) -> None:
    known = sitting.items.get((item.about, item.outcome))
    ids = (*known.claims, *item.claims) if known else item.claims
    sitting.items[(item.about, item.outcome)] = replace(item, claims=tuple(dict.fromkeys(ids)))


def _which(material: Material, bodies: BodyBook, claim: Claim) -> tuple[object, ...] | None:
    """Return what tells a sitting from others, or None where a claim tells of no sitting."""
    body = bodies.of_claim.get(claim.id)
    planned = claim.modality is Modality.PLANNED
    if claim.act is Act.MEET:
        words = material.words(claim)
        if not mentions(words, "meeting_words") or mentions(claim.predicate, "travel"):
            return None
        return ("met", claim.report, claim.predicate_start, planned)
    only_thought = claim.modality in (Modality.CONDITIONAL, Modality.POSSIBLE, Modality.INTENDED)
    # "No vote was taken" tells of a sitting; "denies that it considered it" of none.
    denied = claim.act is Act.DISCUSS and claim.modality is Modality.DENIED
    if (
        only_thought
        or denied
        or claim.modality is Modality.REQUIRED
        or (claim.act is Act.RATIFY and claim.modality is not Modality.ASSERTED)
    ):
        return None
    alone = claim.act in (Act.VOTE_FOR, Act.VOTE_AGAINST) and is_pronoun(claim.object)
    if body is not None and alone and _time_beside(material, bodies, claim)[0] is None:
        return None  # "Lund's party voted against it": where others voted
    if body is None:
        ballot = claim.act is Act.VOTE and claim.actor is None and claim.event_text and claim.object
        return ("called", claim.report, claim.predicate_start, planned) if ballot else None
    return ("sat", claim.report, body, _time_beside(material, bodies, claim)[0], planned)


def _time(claim: Claim) -> tuple[str | None, str | None]:
    """Return the time of a sitting, as written and resolved; not the time of a thing it talked about."""
    about, when = claim.object or "", claim.event_text or ""
    at = about.find(when) if when else -1
    inside = at > 0 and about[:at].split()[-1].lower() in phrases("determiners")
    return (None, None) if inside else (claim.event_text, claim.event_from)


def _take(sitting: _Sitting, material: Material, proposals: ProposalBook, claim: Claim) -> None:
    if claim.id not in sitting.claims:
        sitting.claims.append(claim.id)
        sitting.told.append(claim)
    for name in (claim.actor, claim.toward):
        met = claim.act is Act.MEET or is_person(name, claim.party)
        if name and met and not is_collective(name) and name not in sitting.participants:
            sitting.participants.append(name)
    if claim.act is Act.MEET:
        sitting.venue = sitting.venue or named_place(material.words(claim))
        return
    draft = proposals.linked.get(claim.id)
    about = draft.name if draft else tidy(claim.object or "")
    if not about:
        return
    outcome = _outcome(claim)
    _add_item(sitting, AgendaItem(about, outcome, (claim.id,), draft.key if draft else None))


def _outcome(claim: Claim) -> str:
    if claim.act in _VOTES and claim.modality in (Modality.NEGATED, Modality.DENIED):
        return "no vote taken"
    if claim.modality is Modality.PLANNED:
        return "vote planned" if claim.act in _VOTES else "on the agenda"
    if claim.act is Act.RATIFY:
        return "approved"
    if claim.act in _VOTES:
        return {Act.VOTE_FOR: "voted for", Act.VOTE_AGAINST: "voted against"}.get(claim.act, "voted")
    return "discussed"


def _note_open(sittings: object, bodies: BodyBook, ledger: Ledger) -> None:
    seen: dict[tuple[str, str | None], list[str | None]] = {}
    for sitting in sittings:  # type: ignore[attr-defined]
        if sitting.body:
            seen.setdefault((sitting.report, sitting.body), []).append(sitting.event_text)
    for (report, body), days in seen.items():
        if len(days) > 1 and None in days and body is not None:
            said = ", ".join(f"“{day}”" for day in days if day)
            ledger.assume(
                f"{bodies.made[body].name}: {report} tells of a sitting {said} and of one without a day; "
                "whether they are one or several is not reported, and they are kept apart."
            )


def lasting(claim: Claim) -> str | None:
    """Return how long a sitting is said to have lasted, as written, or None."""
    found = flag(claim, "duration")
    return found.readings[1] if found and len(found.readings) > 1 and slug(found.readings[1]) else None
