"""Half a page of cited prose: where it stands, and what must happen next for each proposal.

Templates over the Brief, nothing else: every sentence states what is reported, keeps its hedge, and names
the claims it rests on. Words of a report appear inside quotation marks only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.brief.conditions import Conditions
from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Cited, Names
from tracktwo.brief.process import process_sentences
from tracktwo.brief.standing import proposal_sentences, silence
from tracktwo.brief.words import counted, day_words, listed, quoted
from tracktwo.vocabulary import Proposal

MOST_PROPOSALS = 6
MOST_STEPS = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What would be needed for one proposal to pass, or for any of them (``key`` null)."""

    key: str | None
    lead: str
    needs: tuple[Cited, ...]


def where_it_stands(brief: Brief) -> tuple[Paragraph, ...]:
    """Return the paragraphs of "Where it stands".

    Parameters
    ----------
    brief : Brief

    Returns
    -------
    tuple of Paragraph
        The table and its tracks; each proposal with its positions; what no party has said; meetings and
        approvals; limits set from inside and outside. Empty paragraphs are left out.
    """
    names = Names.of(brief)
    made = (
        tuple(_table(brief, names)),
        *(tuple(proposal_sentences(brief, p, names)) for p in foremost(brief, MOST_PROPOSALS)),
        tuple(_silences(brief, names)),
        tuple(process_sentences(brief, names)),
        tuple(_limits(brief, names)),
    )
    return tuple(Paragraph(sentences) for sentences in made if sentences)


def next_steps(brief: Brief) -> tuple[NextSteps, ...]:
    """Return, proposal by proposal, what is reported or known to be missing before it could pass.

    What every proposal would need is said once, first. Of very many proposals only the foremost are told.
    """
    names = Names.of(brief)
    told = foremost(brief, MOST_STEPS)
    conditions = Conditions(brief, names)
    needs = {p.key: conditions.of(brief, p) for p in told}
    common = _common(list(needs.values()))
    opening = "Besides, for" if common else "For"
    steps = [
        NextSteps(
            key=p.key,
            lead=f"{opening} {quoted(names.proposal(p.key))} to pass, it would need:",
            needs=tuple(need for need in needs[p.key] if need not in common),
        )
        for p in told
    ]
    if common:
        steps.insert(
            0, NextSteps(key=None, lead="For any of the proposals to pass, it would need:", needs=common)
        )
    return tuple(step for step in steps if step.needs)


def foremost(brief: Brief, most: int) -> tuple[Proposal, ...]:
    """Return the proposals to tell of: all in their order, or of many those with most positions and terms.

    A plenary puts more on the table in a day than half a page holds.
    """
    if len(brief.proposals) <= most:
        return brief.proposals
    actors: dict[str | None, set[str | None]] = {}
    for stance in brief.stances:
        actors.setdefault(stance.proposal, set()).add(stance.actor)

    def weight(proposal: Proposal) -> tuple[int, int, int]:
        return len(actors.get(proposal.key, ())), len(proposal.terms), len(proposal.claims)

    return tuple(sorted(brief.proposals, key=weight, reverse=True)[:most])


def _common(all_needs: list[tuple[Cited, ...]]) -> tuple[Cited, ...]:
    """Return the needs that all of several proposals share."""
    if len(all_needs) < 2:
        return ()
    return tuple(need for need in all_needs[0] if all(need in others for others in all_needs[1:]))


def _table(brief: Brief, names: Names) -> Iterator[Cited]:
    """Yield who talks to whom, in which tracks."""
    parties = [party.name for party in brief.parties.values()]
    claims = tuple(c for party in brief.parties.values() for c in party.claims[:1])
    if not parties:
        yield Cited("No negotiation between parties was found in these reports.")
        return
    if len(parties) > 8:
        yield Cited(f"The reports tell of negotiations among {counted(len(parties), 'party', 'parties')}.")
    elif len(parties) == 1:
        yield Cited(f"The reports name one party to the talks, {parties[0]}.", claims)
    else:
        yield Cited(f"The reports tell of negotiations between {listed(parties)}.", claims)
    tracks = list(brief.tracks.values())
    if len(tracks) > 1:
        yield Cited(f"They describe {_number(len(tracks))} tracks.")
    for track in tracks[:5]:
        where = f"in {names.name(track.venue)}" if track.venue else "at a place not reported"
        who = f"convened by {names.name(track.convenor)}" if track.convenor else "its convenor not reported"
        beside = [names.track(other) for other in track.parallel_to]
        parallel = f", in parallel to {listed([quoted(b) for b in beside])}" if beside else ""
        yield Cited(f"{quoted(track.name)} is {where}, {who}{parallel}.", track.claims[:3])


def _silences(brief: Brief, names: Names) -> Iterator[Cited]:
    """Yield of whom no position is reported, and how many proposals are not told of here."""
    yield from silence(brief, foremost(brief, MOST_PROPOSALS), names)
    more = len(brief.proposals) - MOST_PROPOSALS
    if more > 0:
        yield Cited(f"{counted(more, 'further proposal')} {'is' if more == 1 else 'are'} in the table below.")
    if not brief.proposals and brief.parties:
        yield Cited("No proposal is reported.")


def _limits(brief: Brief, names: Names) -> Iterator[Cited]:
    """Yield red lines, leverage, and how long things are said to last."""
    for line in brief.red_lines[:3]:
        scope = (
            f"this bears on {listed([names.name(i) for i in line.issues])}"
            if line.issues
            else "no report says which issue it bears on"
        )
        yield Cited(
            f"{names.name(line.actor)} is reported to have set a limit, {quoted(line.text, 140)}; {scope}.",
            line.claims,
        )
    for lever in brief.leverage[:3]:
        on = (
            f"; on {names.name(lever.on)} ({lever.on_basis.split(':')[0]})"
            if lever.on
            else "; on whom is not reported"
        )
        yield Cited(
            f"{names.name(lever.by)} is reported to have linked {quoted(lever.then, 110)} "
            f"to a condition, {quoted(lever.if_, 110)}{on}.",
            lever.claims,
        )
    lasting = [d for d in brief.durations if max(d.at_least_days or 0, d.at_most_days or 0) >= 1]
    for duration in lasting[:2]:
        about, text = quoted(duration.about, 90), quoted(duration.text)
        yield Cited(f"For {about}, {text} is reported as duration, not as deadline.", duration.claims)
    for deadline in brief.deadlines[:3]:
        day = day_words(deadline.date) if deadline.date else "date not resolved"
        yield Cited(
            f"A deadline is reported for {quoted(deadline.about, 90)}: {quoted(deadline.text, 80)} ({day}).",
            deadline.claims,
        )
    if not brief.deadlines and brief.proposals:
        yield Cited("No deadline is reported.")


def _number(number: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[number] if number < len(words) else str(number)
