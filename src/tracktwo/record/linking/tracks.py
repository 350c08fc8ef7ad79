"""Strands of talks: where, convened by whom, beside which others, with whom in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.belonging import delegations
from tracktwo.record.linking.drafts import Draft, ordinal_of
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, session_of
from tracktwo.record.linking.mentions import is_effort
from tracktwo.record.linking.names import is_person, named_place, names_in, place_in, sort_of
from tracktwo.record.linking.parties import party_of
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.roles import role_of
from tracktwo.record.linking.wordlists import mentions
from tracktwo.record.linking.words import bare, has_words, slug, tidy, unique
from tracktwo.vocabulary import Act, Claim, LinkKind, Stage, Track

NOT_REPORTED = "not reported"
_CONVENING = ("convenes",)
_ABOUT = re.compile(r"\b(?:to|held|aimed|aiming|over|on|about|for|that|which|regarding)\b", re.IGNORECASE)
_PURPOSE = ("to", "held", "aimed", "aiming", "that", "which")


@dataclass(eq=False)
class _Strand:
    """A track being collected."""

    key: str
    name: str
    venue: str | None = None
    convenor: str | None = None
    mode: str = NOT_REPORTED
    report: str = ""
    ordinal: int | None = None
    parallel: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def note(self, claim: Claim) -> None:
        if all(claim.id != known.id for known in self.claims):
            self.claims.append(claim)
        words = f"{claim.predicate} {claim.object or ''}"
        for mode in ("indirect", "direct"):
            if mentions(words, mode):
                self.mode = mode
        met = (claim.actor, claim.toward) if claim.act is Act.MEET else (claim.actor,)
        for name in met:
            if name and is_person(name, claim.party) and name not in self.persons:
                self.persons.append(name)

    def take(self, draft: Draft) -> None:
        if draft.key not in self.proposals:
            self.proposals.append(draft.key)
        if draft.by and is_person(draft.by, draft.party) and draft.by not in self.persons:
            self.persons.append(draft.by)
        for claim in draft.claims[:1]:
            self.note(claim)


class TrackBook:
    """Collects tracks; ``of_proposal`` maps proposals to them, ``of_claim`` meetings and talks."""

    def __init__(
        self, material: Material, proposals: ProposalBook, sides: Iterable[str], ledger: Ledger
    ) -> None:
        self.material, self.book, self.ledger = material, proposals, ledger
        self.sides = tuple(sides)
        self.strands: dict[str, _Strand] = {}
        self.of_proposal: dict[str, str] = {}
        self.of_claim: dict[str, str] = {}
        self._efforts()
        self._venues()
        self._parallel()
        self._generic()
        self._groups()
        self._hosts_and_convenors()
        self._place_proposals()

    def _add(self, key: str, name: str, report: str) -> _Strand:
        strand = _Strand(unique(slug(key), self.strands), name, report=report)
        self.strands[strand.key] = strand
        return strand

    # -- efforts led by somebody, with what they proposed ------------------------------------------------

    def _efforts(self) -> None:
        for claim in self.material.acting(Act.MEDIATE):
            if not is_effort(claim.object):
                continue
            leader = claim.party or claim.actor
            words = bare(claim.object or "")
            told = [c for c in self.material.around(claim, after=1) if self._tells_of(c, claim)]
            venue = next(
                (p for c in told if c.act is Act.MEET for p in [named_place(c.object or "")] if p), None
            )
            strand = self._same_effort(claim, leader, ordinal_of(words))
            if strand is None:
                name = _effort_name(leader, words, venue)
                strand = self._add(venue or f"{leader} effort", name, claim.report)
                strand.venue, strand.convenor, strand.ordinal = venue, leader, ordinal_of(words)
            for other in told:
                strand.note(other)
                self.of_claim[other.id] = strand.key
            draft = self.book.efforts.get((claim.report, words.lower()))
            if draft is not None:
                strand.take(draft)
                strand.ordinal = strand.ordinal or draft.ordinal
                self.of_proposal[draft.key] = strand.key

    def _tells_of(self, claim: Claim, effort: Claim) -> bool:
        """Whether a claim of the same sentence, or a meeting of the leader's in the next, is of it."""
        if claim.start == effort.start:
            return claim.act in (Act.MEDIATE, Act.MEET, Act.PROPOSE)
        leader = effort.party or effort.actor
        group = self.material.beside(claim)
        return claim.act is Act.MEET and any(c.act is Act.MEET and c.party == leader for c in group)

    def _same_effort(self, claim: Claim, leader: str | None, ordinal: int | None) -> _Strand | None:
        """Return the effort of another report with the same leader and number."""
        for strand in self.strands.values():
            if strand.report != claim.report and strand.convenor == leader and strand.ordinal == ordinal:
                reason = f"an effort led by {leader}, told of again"
                words = tidy(claim.object or strand.name)
                return (
                    strand if self.ledger.join(LinkKind.TRACK, words, strand.key, reason, (claim,)) else None
                )
        return None

    # -- talks somewhere --------------------------------------------------------------------------------

    def _venues(self) -> None:
        by_venue: dict[str, _Strand] = {}
        for claim in self.material.acting(Act.MEET, Act.DISCUSS, Act.AGREE):
            words = self.material.words(claim)
            talks = mentions(words, "negotiating")
            travel = mentions(claim.predicate, "travel")
            venue = _venue(words, _arenas(self.book)) if talks else place_in(words)
            if venue is None and travel:
                venue = next((known for known in by_venue if has_words(claim.object, known)), None)
            talks = talks or (travel and self._to_negotiate(claim))
            if venue is None or claim.id in self.of_claim or not (talks or (venue in by_venue and travel)):
                continue
            strand = by_venue.get(venue)
            if strand is None:
                strand = by_venue[venue] = self._add(f"{venue} talks", f"{venue} talks", claim.report)
                strand.venue = venue
            elif strand.report != claim.report and not self.ledger.join(
                LinkKind.TRACK,
                venue,
                strand.key,
                f"talks of the same negotiation, again in {venue}",
                (claim,),
            ):
                strand = self._add(f"{venue} talks", f"{venue} talks", claim.report)
                strand.venue = venue
            strand.note(claim)
            self.of_claim[claim.id] = strand.key
            told = delegations(self.material.by_key[claim.report].text, claim)
            for side in (claim.party, claim.toward, *told, *self._sides_met(claim)) if talks else ():
                if side in self.sides and side not in strand.parties:
                    strand.parties.append(side)

    def _sides_met(self, claim: Claim) -> list[str]:
        """Return the sides that a purpose in the same sentence names ("to forge a deal with X")."""
        named: list[str | None] = []
        for other in self.material.beside(claim):
            if other.act in (Act.AGREE, Act.MEET) and other.actor == claim.actor:
                named.append(other.toward)
                named.extend(f.name for f in names_in(other.object or "") if f.before == "with")
        return [side for side in named if side in self.sides and side != claim.party and side is not None]

    def _to_negotiate(self, claim: Claim) -> bool:
        return bool(self._sides_met(claim))

    # -- "two parallel efforts", "a second plan" ---------------------------------------------------------

    def _parallel(self) -> None:
        said = {
            c.report: c for c in self.material.claims if c.object and mentions(c.object, "numbers_of_efforts")
        }
        for report, claim in said.items():
            first = next((s for s in self.strands.values() if s.ordinal == 1 and _told_in(s, report)), None)
            seconds = [d for d in self.book.drafts.values() if d.ordinal == 2]
            second = next(
                (d for d in seconds if d.report == report), seconds[0] if len(seconds) == 1 else None
            )
            if first is None or second is None or second.key in self.of_proposal:
                continue
            reason = (
                f"reported after “{bare(claim.object or '')[:40]} ...” and the first of them, as the second"
            )
            if not self.ledger.join(
                LinkKind.TRACK, second.name, second.key, reason, (claim, second.claims[0])
            ):
                continue
            other = self._add(second.key, f"second effort ({second.name})", report)
            other.ordinal = 2
            other.take(second)
            self.of_proposal[second.key] = other.key
            for strand, beside in ((first, other), (other, first)):
                strand.parallel.append(beside.key)
                strand.note(claim)

    # -- talks nobody places anywhere --------------------------------------------------------------------

    def _generic(self) -> None:
        """Where no strand is told apart but sides negotiate, their talks are one track."""
        if self.strands:
            return
        talks = [
            c for c in self.material.acting(Act.MEET, Act.MEDIATE, Act.SUSPEND, Act.RESUME, Act.DISCUSS)
            if mentions(self.material.words(c), "talks")
            or (c.act is Act.MEDIATE and not mentions(c.object, "groups_of_talks"))
        ]  # fmt: skip
        if not talks:
            return
        strand = self._add("talks", "Talks", talks[0].report)
        for claim in talks:
            strand.note(claim)
            self.of_claim[claim.id] = strand.key
        strand.parties.extend(self.sides)
        self._mediated(strand)

    def _mediated(self, strand: _Strand) -> None:
        """Who alone mediates convenes; where and how they meet the sides is where and how talks are held."""
        brokers = {c.actor: c for c in strand.claims if c.act is Act.MEDIATE and role_of(c) == "mediates"}
        if len(brokers) != 1:
            return
        ((name, broker),) = brokers.items()
        strand.convenor = name
        for draft in self.book.drafts.values():
            if draft.by == name and draft.report == broker.report and draft.key not in self.of_proposal:
                self.of_proposal[draft.key] = strand.key
                strand.take(draft)
        for claim in self.material.acting(Act.MEET):
            if claim.actor != name or claim.report != broker.report or claim.toward is None:
                continue
            words = self.material.words(claim)
            venue = named_place(words)
            strand.note(claim)
            self.of_claim[claim.id] = strand.key
            if mentions(words, "apart") and strand.mode == NOT_REPORTED:
                strand.mode = "indirect"
            if venue is not None and strand.venue is None:
                strand.venue, strand.name = venue, f"{venue} talks"

    # -- groups beside the talks -------------------------------------------------------------------------

    def _groups(self) -> None:
        """A working group is a strand of its own, convened by whoever leads it."""
        for claim in self.material.acting(Act.MEDIATE):
            if claim.id in self.of_claim or not mentions(claim.object, "groups_of_talks"):
                continue
            leaders = self.material.together(claim)
            words = bare(claim.object or "")
            told = [c for c in self.material.beside(claim) if c.act in (Act.DISCUSS, Act.MEET, Act.MEDIATE)]
            venue = next((p for c in told for p in [named_place(c.object or "")] if p), None)
            strand = self._add(words, f"{words} ({venue})" if venue else words, claim.report)
            strand.venue, strand.convenor = venue, ", ".join(c.actor or "" for c in leaders if c.actor)
            for other in told:
                strand.note(other)
                self.of_claim[other.id] = strand.key
            beside = [s for s in self.strands.values() if s is not strand and _told_in(s, claim.report)]
            if len(beside) == 1 and mentions(claim.quote, "numbers_of_efforts"):
                strand.parallel.append(beside[0].key)
                beside[0].parallel.append(strand.key)
            self._by_leaders(strand, [c.actor for c in leaders])

    def _by_leaders(self, strand: _Strand, leaders: list[str | None]) -> None:
        """What a leader of the group proposes next in the same report is proposed there."""
        said = max(c.start for c in strand.claims)
        for draft in self.book.drafts.values():
            first = draft.claims[0]
            close = first.report == strand.report and first.start > said
            if draft.by in leaders and close and draft.key not in self.of_proposal:
                reason = f"{draft.by}, who leads the {strand.name}, proposes it after the group is told of"
                if self.ledger.join(LinkKind.TRACK, draft.name, strand.key, reason, (first,)):
                    self.of_proposal[draft.key] = strand.key
                    strand.take(draft)

    def _hosts_and_convenors(self) -> None:
        """Give a convenor to the one track that an act of convening can mean."""
        for claim in self.material.acting(Act.MEDIATE, Act.MEET):
            if claim.id in self.of_claim and not mentions(claim.object, "talks"):
                continue
            if role_of(claim) in _CONVENING and party_of(claim) not in self.sides:
                here = [s for s in self.strands.values() if s.report == claim.report and s.convenor is None]
                if len(here) == 1:
                    here[0].convenor = claim.party or claim.actor
                    here[0].note(claim)

    # -- proposals from the talks themselves -------------------------------------------------------------

    def _place_proposals(self) -> None:
        """Put what the talks aim at into the one track their report tells of."""
        for draft in self.book.drafts.values():
            if draft.key in self.of_proposal or draft.stage is Stage.OUTLINED:
                continue
            if session_of(self.material.by_key[draft.report]):
                continue
            here = [s for s in self.strands.values() if any(c.report == draft.report for c in s.claims)]
            if len(here) != 1 or (here[0].proposals and not draft.from_talks and here[0].ordinal):
                continue
            strand = here[0]
            if not draft.from_talks:
                mention, reason = draft.name, f"{strand.name} are the only talks its report tells of"
                if not self.ledger.join(LinkKind.TRACK, mention, strand.key, reason, draft.claims[:1]):
                    continue
                self.ledger.assume(f"{draft.name}: its track is not reported; {reason}.")
            self.of_proposal[draft.key] = strand.key
            if draft.key not in strand.proposals:
                strand.proposals.append(draft.key)

    def tracks(self) -> tuple[Track, ...]:
        """Return the tracks in the order reports bring them."""
        for strand in self.strands.values():
            for claim in strand.claims:
                self.ledger.link(claim, LinkKind.TRACK, strand.key, f"tells of {strand.name}")
        return tuple(
            Track(
                key=s.key,
                name=s.name,
                venue=s.venue,
                convenor=s.convenor,
                mode=s.mode,
                parallel_to=tuple(s.parallel),
                parties=tuple(s.parties),
                proposals=tuple(s.proposals),
                persons=tuple(name for name in s.persons if name not in self.sides),
                claims=tuple(c.id for c in s.claims),
            )
            for s in self.strands.values()
        )


def _effort_name(leader: str | None, words: str, venue: str | None) -> str:
    name = f"effort led by {leader}" if leader else words
    return f"{name} ({venue})" if venue else name


def _told_in(strand: _Strand, report: str) -> bool:
    return any(claim.report == report for claim in strand.claims)


def _venue(words: str, arenas: set[str | None]) -> str | None:
    """Return where talks are held: a place named with them, not one that what they are about names."""
    about = _ABOUT.search(words)
    near = named_place(words[: about.start()] if about else words)
    if near is not None or about is None or about.group().lower() in _PURPOSE:
        return near
    far = named_place(words[about.end() :])
    return None if far in arenas else far


def _arenas(book: ProposalBook) -> set[str | None]:
    return {place.place for place in book.issues.known.values()}


def host_of(venue: str | None) -> str | None:
    """Return the state that hosts talks by being named as their venue ("in Norway"); a town names no host."""
    if venue is None:
        return None
    if sort_of(venue) is Sort.STATE:
        return venue
    return next((f.name for f in names_in(venue) if f.sort is Sort.STATE), None)
