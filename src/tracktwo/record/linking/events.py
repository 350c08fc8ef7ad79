"""Happenings: many claims may tell of one; its agent stays null unless a report states it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.assessments import assessments_of
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.names import is_person, named_place, names_in
from tracktwo.record.linking.wordlists import listed, mentions, phrases
from tracktwo.record.linking.words import has_words, slug, surname, tidy, unique
from tracktwo.vocabulary import Act, Claim, Event, LinkKind, Modality

_HAPPENINGS = (Act.USE_FORCE, Act.HAPPEN, Act.VIOLATE, Act.SUSPEND, Act.RESUME, Act.IMPLEMENT, Act.SANCTION)
_UNREAL = (Modality.NEGATED, Modality.DENIED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.INTENDED)


@dataclass(eq=False)
class Happening:
    """One event being collected."""

    kind: str
    text: str
    report: str
    date: str | None = None
    event_text: str | None = None
    agent: str | None = None
    target: str | None = None
    place: str | None = None
    planned: bool = False
    pair: frozenset[str | None] = frozenset()
    claims: list[Claim] = field(default_factory=list)


def find_events(material: Material, ledger: Ledger) -> tuple[Event, ...]:
    """Return the events, with assessments of each side by side.

    Claims tell of one event if a reviewer merged them, if kind and target are the same, or kind, place and
    day; claims of another report join with a recorded reason.
    """
    happenings: list[Happening] = []
    for claim in material.claims:
        made = _happening(material, claim, happenings)
        if made is None:
            continue
        merged = next((h for h in happenings if _merged(h, claim)), None)
        known = merged or next((h for h in happenings if _same(h, made)), None)
        if known is not None and (known is merged or _joined(known, claim, ledger)):
            _merge(known, made)
        else:
            happenings.append(made)
    happenings.extend(_appointments(material))
    events: dict[str, Event] = {}
    for happening in happenings:
        key = unique(slug(happening.text)[:50].strip("-"), events)
        events[key] = Event(
            key=key,
            text=happening.text,
            date=happening.date,
            event_text=happening.event_text,
            agent=happening.agent,
            assessments=assessments_of(material, happening.kind, happening.target, happening.claims),
            claims=tuple(dict.fromkeys(c.id for c in happening.claims)),
            target=happening.target,
            place=happening.place,
            kind=happening.kind,
            planned=happening.planned,
        )
        for claim in happening.claims:
            ledger.link(claim, LinkKind.EVENT, key, f"“{claim.predicate}”")
    return tuple(events.values())


def _happening(material: Material, claim: Claim, known: list[Happening]) -> Happening | None:
    visit = claim.act is Act.MEET and mentions(claim.predicate, "travel")
    if not visit and (claim.act not in _HAPPENINGS or claim.modality in _UNREAL):
        return None
    text = tidy(material.words(claim))
    kind = "visit" if visit else _kind(claim, text)
    mutual = flag(claim, "mutual") is not None
    target = None if mutual else claim.toward or _victim(claim, known, kind)
    return Happening(
        kind=kind,
        text=text if mutual else _with_agent(material, claim, text),
        report=claim.report,
        date=claim.event_from if claim.event_from == claim.event_to or claim.event_to is None else None,
        event_text=claim.event_text,
        agent=None if mutual else _agent(material, claim),
        target=target,
        place=_place(claim, text),
        pair=frozenset({claim.actor, claim.toward}) if mutual else frozenset(),
        planned=claim.modality in (Modality.PLANNED, Modality.REQUIRED),
        claims=[claim],
    )


def _kind(claim: Claim, text: str) -> str:
    if claim.act in (Act.USE_FORCE, Act.HAPPEN):
        return next(
            (k for k in ("death", "attack", "fighting") if mentions(claim.predicate, k)), None
        ) or next(
            (k for k in ("death", "fighting", "attack") if mentions(text, k)),
            "event" if claim.act is Act.HAPPEN else "fighting",
        )
    return claim.act.value


def _victim(claim: Claim, known: list[Happening], kind: str) -> str | None:
    """Return who died or was struck, by a surname that an event already known names in full."""
    for event in reversed(known):
        if event.kind == kind and event.target and has_words(claim.object, surname(event.target)):
            return event.target
    if kind == "death" and claim.object and is_person(claim.object):
        return claim.object
    return None


def _place(claim: Claim, text: str) -> str | None:
    near = [f for f in names_in(claim.object or "") if f.sort in (Sort.PLACE, Sort.STATE)]
    into = [f.name for f in near if f.before in ("in", "into", "near", "inside", "at")]
    return into[-1] if into else named_place(text)


def _agent(material: Material, claim: Claim) -> str | None:
    """Return who did it as stated: of several together, the party they all belong to, if it is one."""
    group = {c.actor for c in material.together(claim)} - {None}
    if len(group) > 1:
        parties = {c.party for c in material.together(claim)}
        return next(iter(parties)) if len(parties) == 1 else None
    return claim.actor or (claim.party if claim.unnamed else None)


def _with_agent(material: Material, claim: Claim, text: str) -> str:
    """Name those a report states as agents, where the words do not already."""
    names = [c.actor for c in material.together(claim) if c.actor]
    owned = text.split(" ")[0].lower() in phrases("pronouns_of_owners")
    if not names or (not owned and any(has_words(text, name) for name in (*names, claim.actor_text or ""))):
        return text
    written = claim.actor_text if claim.actor_text and claim.actor_text[:1].isupper() else claim.actor
    who = written if len(names) == 1 else ", ".join(dict.fromkeys(names))
    return tidy(f"{who}: {text.split(' ', 1)[1] if owned else text}")


def _same(one: Happening, other: Happening) -> bool:
    if one.kind != other.kind or one.planned != other.planned:
        return False
    if one.pair or other.pair:
        return one.pair == other.pair
    if one.kind == "death":
        return one.target is not None and one.target == other.target
    if one.kind == "visit":
        return one.claims[0].predicate == other.claims[0].predicate and one.report == other.report
    if one.place is not None or other.place is not None:
        return one.place == other.place and (one.kind == "fighting" or _one_day(one, other))
    if one.kind == "fighting" and one.agent is not None:
        return one.agent == other.agent and one.target == other.target
    return one.report == other.report and one.text == other.text and _one_day(one, other)


def _merged(one: Happening, claim: Claim) -> bool:
    """Whether a reviewer said that the claim tells of this event; the decision itself is the reason."""
    named = {c.id for c in one.claims} & set(_same_event(claim))
    return bool(named) or any(claim.id in _same_event(c) for c in one.claims)


def _same_event(claim: Claim) -> tuple[str, ...]:
    found = flag(claim, "same-event")
    return found.readings if found else ()


def _one_day(one: Happening, other: Happening) -> bool:
    if one.date or other.date:
        return one.date == other.date
    return one.report == other.report and one.event_text == other.event_text


def _joined(known: Happening, claim: Claim, ledger: Ledger) -> bool:
    """Within one sentence nothing is joined; beyond it a join says why."""
    if any(c.start == claim.start and c.report == claim.report for c in known.claims):
        return True
    what = known.target or known.place or known.text
    reason = f"the same kind of happening ({known.kind}), of the same {what}"
    return ledger.join(LinkKind.EVENT, tidy(claim.predicate), slug(known.text), reason, (claim,))


def _merge(known: Happening, made: Happening) -> None:
    known.claims.extend(made.claims)
    known.date, known.event_text = known.date or made.date, known.event_text or made.event_text
    known.agent, known.place = known.agent or made.agent, known.place or made.place
    if known.target is None:
        known.target = made.target


def _appointments(material: Material) -> list[Happening]:
    """A "new" holder of an office implies a change nobody dates."""
    found: dict[str, Happening] = {}
    for claim in material.claims:
        if (
            not claim.role
            or not claim.actor
            or not is_person(claim.actor, claim.party)
            or claim.actor in found
        ):
            continue
        at = claim.quote.find(claim.role)
        before = claim.quote[max(0, at - 16) : at] if at > 0 else ""
        match = listed("newly").search(before)
        if match is not None and match.end() >= len(before.rstrip()):
            text = tidy(f"{match.group()} {claim.role}, {claim.actor}")
            found[claim.actor] = Happening(
                "change of office", text, claim.report, target=claim.actor, claims=[claim]
            )
    return list(found.values())
