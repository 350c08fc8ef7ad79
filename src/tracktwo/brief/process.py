"""Sentences on the process: meetings and what came of them, required approvals, events and their readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracktwo.brief.model import Brief, RatificationRow
from tracktwo.brief.naming import Cited, Names
from tracktwo.brief.words import capital, counted, day_words, listed, quoted
from tracktwo.vocabulary import Event, Meeting, Modality


def process_sentences(brief: Brief, names: Names) -> Iterator[Cited]:
    """Yield a sentence a meeting with an agenda, an approval, and an event read in several ways."""
    for meeting in [m for m in brief.meetings if m.items][:4]:
        yield _meeting(meeting, names)
    for need, party in approvals(brief):
        scope = f" {scope_words(need.scope, need.claims, names)}" if need.scope else " (scope not reported)"
        rule = "rule not reported" if need.rule == "unknown" else f"rule as reported: {need.rule}"
        seats = "" if need.members_known else ", members not reported"
        body = f"the {names.name(need.body)} ({party})"
        yield Cited(f"Approval by {body} is reported as required for{scope}; {rule}{seats}.", need.claims)
    for event in [e for e in brief.events if len(e.assessments) > 1][:2]:
        yield _readings(event)


def approvals(brief: Brief) -> Iterator[tuple[RatificationRow, str]]:
    """Yield each required approval with whose body gives it, in words."""
    for party in brief.parties.values():
        for need in party.ratification:
            yield need, party.name
    for body in brief.bodies.values():
        for need in body.ratification:
            yield need, body.party or "whose body it is: not reported"


def who_meets(meeting: Meeting, names: Names) -> str:
    """Return whose meeting it is: a body, or the persons reported to take part."""
    if meeting.body:
        return names.name(meeting.body)
    people = [names.name(p) for p in meeting.participants]
    return listed(people) if people else "Somebody not named"


def when_of(date: str | None, event_text: str | None) -> str:
    """Return a date, the words of an unresolved one, or that none is reported."""
    if date:
        return day_words(date)
    return f"{quoted(event_text)}, date not resolved" if event_text else "date not reported"


def scope_words(scope: Sequence[str], claims: Sequence[str], names: Names) -> str:
    """Return what an approval is for; several readings of one ambiguous sentence are joined by "or"."""
    flags = [flag.code for c in claims if c in names.claims for flag in names.claims[c].flags]
    return listed([quoted(s, 100) for s in scope], "or" if "ambiguous" in flags else "and")


def agenda(meeting: Meeting, limit: int) -> str:
    """Return what a meeting is about and what came of it; of one only planned nothing has come yet."""
    held = meeting.modality is Modality.ASSERTED
    return ", ".join(quoted(i.about, limit) + (f" ({i.outcome})" if held else "") for i in meeting.items)


def _meeting(meeting: Meeting, names: Names) -> Cited:
    items = agenda(meeting, 90)
    many = not meeting.body and len(meeting.participants) > 1
    verb = "plan to meet" if meeting.modality is Modality.PLANNED else "have met"
    met = f"{'are' if many else 'is'} reported to {verb}"
    claims = meeting.claims + tuple(c for item in meeting.items for c in item.claims)
    when = when_of(meeting.date, meeting.event_text)
    return Cited(
        f"{capital(who_meets(meeting, names))} {met} ({when}); on the agenda: {items}.",
        tuple(dict.fromkeys(claims)),
    )


def _readings(event: Event) -> Cited:
    claims = tuple(c for a in event.assessments for c in a.claims)
    agent = "" if event.agent else " (by whom is not stated)"
    number = counted(len(event.assessments), "assessment")
    return Cited(
        f"On {quoted(event.text, 90)}{agent}, {number} stand side by side.",
        tuple(dict.fromkeys(claims)),
    )
