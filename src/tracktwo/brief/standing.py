"""Sentences on one proposal: what it contains, who tabled it, who is for and against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Cited, Names, package_words, same, told_as, told_directly, who_says_what
from tracktwo.brief.words import capital, day_words, listed, quoted, stage_sentence
from tracktwo.vocabulary import Proposal, Stance


def proposal_sentences(brief: Brief, proposal: Proposal, names: Names) -> Iterator[Cited]:
    """Yield a few sentences on a proposal: its stage, its content, who is for and against."""
    yield from _content(proposal, names)
    here = [s for s in brief.stances if s.proposal == proposal.key and told_directly(s)]
    about = [s for s in here if not _own_tabling(s, proposal, names)]
    if about:
        yield _stances(about, names)


def _content(proposal: Proposal, names: Names) -> Iterator[Cited]:
    by = names.name(proposal.by) if proposal.by else None
    to = names.name(proposal.to) if proposal.to else None
    when = f" on {day_words(proposal.date)}" if proposal.date else ""
    said = capital(stage_sentence(proposal.stage.value, quoted(names.proposal(proposal.key)), by, to, when))
    yield Cited(f"{said}.", proposal.claims[:3])
    holds = package_words(proposal, names)
    if holds:
        exchange = "; its terms are reported as an exchange" if proposal.exchange else ""
        among = ", among other steps that are not named" if proposal.open else ""
        rests = dict.fromkeys(c for term in proposal.terms.values() for c in term.claims)
        yield Cited(f"It contains {holds}{among}{exchange}.", tuple(rests) or proposal.claims[:3])
    else:
        words = told_as(proposal, names)
        yield Cited(f"It is told of as {quoted(words, 140)}." if words else "Its terms are not reported.")
    if proposal.opens:
        yield Cited(
            f"It is reported as meant to open {listed([quoted(o) for o in _opened(proposal, names)])}.",
            proposal.claims[:3],
        )


def _opened(proposal: Proposal, names: Names) -> list[str]:
    return [names.name(key) for key in proposal.opens]


def _stances(stances: list[Stance], names: Names) -> Cited:
    """Return "A supports it; B, C and others not named oppose it, as reported."""
    text, claims = who_says_what(stances, names)
    return Cited(f"As reported, {text}.", claims)


def silence(brief: Brief, proposals: Sequence[Proposal], names: Names) -> Iterator[Cited]:
    """Yield of which parties no position of their own is reported, like silences together."""
    if len(brief.parties) > 8:
        return
    quiet: dict[tuple[str, ...], list[str]] = {}
    for proposal in proposals:
        parties = tuple(p.name for p in brief.parties.values() if _is_silent(brief, proposal, p.name, names))
        if parties:
            quiet.setdefault(parties, []).append(names.proposal(proposal.key))
    for parties, about in quiet.items():
        which = (
            "any of these proposals"
            if len(about) == len(proposals) > 1
            else listed([quoted(a) for a in about], "or")
        )
        yield Cited(f"No position of {listed(list(parties), 'or')} as a whole on {which} is reported.")


def _is_silent(brief: Brief, proposal: Proposal, party: str, names: Names) -> bool:
    own = (s for s in brief.stances if s.proposal == proposal.key and same(s.actor, party, names))
    return not same(proposal.by, party, names) and not any(own)


def _own_tabling(stance: Stance, proposal: Proposal, names: Names) -> bool:
    return stance.act.value in ("propose", "offer") and same(stance.actor, proposal.by, names)
