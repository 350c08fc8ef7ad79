"""Blanks about the talks: who mediates each track and how, delegations and mandates, meetings, events."""

from __future__ import annotations

from collections.abc import Iterator

from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.record.questions.names import MANY_PARTIES, who_met
from tracktwo.vocabulary import Meeting, Modality, Picture, Track

NOT_REPORTED = "not reported"
# Happenings where "by whom" is no question: nobody does them, or everybody in them does.
WITHOUT_AGENT = frozenset({"context", "fighting", "meeting", "visit", "change of office"})


def talks_gaps(picture: Picture) -> Iterator[GapRow]:
    """Yield what is not reported of tracks, meetings and events."""
    for track in picture.tracks:
        if len(picture.parties) > MANY_PARTIES and _is_session(track):
            continue
        yield from _track(picture, track)
        yield from _delegations(picture, track)
    for meeting in picture.meetings:
        yield from _meeting(picture, meeting)
    for event in picture.events:
        if event.agent is None and not event.planned and event.kind not in WITHOUT_AGENT:
            yield GapRow("agent", event.text, f"by whom: {event.text}", claims=event.claims)


def _track(picture: Picture, track: Track) -> Iterator[GapRow]:
    blanks = (
        ("mediator", track.convenor is None, f"who convenes or mediates {track.name}"),
        ("mode", track.mode in ("", NOT_REPORTED), f"whether talks in {track.name} are direct or indirect"),
        ("venue", track.venue is None, f"where {track.name} meets"),
    )
    for kind, missing, text in blanks:
        if missing:
            yield GapRow(kind, track.name, text, track=track.key, claims=track.claims)
    others = [t for t in picture.tracks if t.key != track.key]
    if others and not track.parallel_to and not any(track.key in t.parallel_to for t in others):
        text = f"how {track.name} relates to the other tracks"
        yield GapRow("track relation", track.name, text, track=track.key, claims=track.claims)


def _is_session(track: Track) -> bool:
    """Whether no words of a report tell how it is held: a session or item of a conference."""
    return track.convenor is None and track.venue is None and track.mode in ("", NOT_REPORTED)


def _delegations(picture: Picture, track: Track) -> Iterator[GapRow]:
    persons = set(track.persons)
    sits = {p.key for p in picture.parties if {k for m in p.members for k in (m.key, m.name)} & persons}
    absent = [party for party in picture.parties if party.key not in sits]
    if len(picture.parties) > MANY_PARTIES:
        if absent:
            text = f"who speaks for {len(absent)} of {len(picture.parties)} parties in {track.name}"
            yield GapRow("delegation", track.name, text, track=track.key, claims=track.claims)
        return
    for party in picture.parties:
        kind, text = "delegation", f"who speaks for {party.name} in {track.name}"
        if party.key in sits:
            kind, text = "mandate", f"the head and the mandate of {party.name}'s delegation in {track.name}"
        yield GapRow(kind, party.name, text, party=party.key, track=track.key, claims=track.claims)


def _meeting(picture: Picture, meeting: Meeting) -> Iterator[GapRow]:
    who = who_met(picture, meeting, "those who met")
    if meeting.date is None:
        when = f" (reported: “{meeting.event_text}”)" if meeting.event_text else ""
        did = "met" if meeting.modality is Modality.ASSERTED else "are to meet"
        text = f"on which day {who} {did}{when}"
        yield GapRow("meeting date", who, text, track=meeting.track, claims=meeting.claims)
    if meeting.modality is not Modality.ASSERTED:
        return
    for item in meeting.items:
        if item.outcome in ("", "discussed", NOT_REPORTED):
            text = f"what came of {item.about} when {who} met"
            yield GapRow(
                "outcome", who, text, proposal=item.proposal, track=meeting.track, claims=item.claims
            )
