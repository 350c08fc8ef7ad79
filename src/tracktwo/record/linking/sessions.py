"""Sessions and agenda items: the tracks of a conference whose reports say of which session each is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, session_of
from tracktwo.record.linking.names import sort_of
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.record.linking.tracks import NOT_REPORTED, TrackBook
from tracktwo.record.linking.wordlists import mentions
from tracktwo.record.linking.words import slug, unique
from tracktwo.vocabulary import Claim, Link, LinkKind, Report, SegmentKind, Track

_MARKS = re.compile(r"^(#*)\s*(.*?)[\s:.]*$", re.DOTALL)
_RECURS = 3  # reports; a heading over fewer is a remark, not an item of the agenda
_UNMARKED = 7  # below every level of Markdown headings


@dataclass(eq=False)
class _Strand:
    """A session or an item: its name as written, who is heard in it, what is tabled in it."""

    key: str
    name: str
    parties: dict[str, None] = field(default_factory=dict)
    proposals: dict[str, None] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)


class Sessions:
    """Tracks by session, from what is known about each report, and by item, from the headings in it.

    A session is named by a report's metadata (``session``, ``event_id``; the names are data). Only reports
    that have one are looked at: elsewhere a heading is no agenda. An item is a heading that stands in
    several reports; a claim belongs to the innermost one over it. A proposal is in the track of the item
    it was tabled under, else in that of the session, unless words of a report place it elsewhere.
    """

    def __init__(
        self,
        material: Material,
        book: ProposalBook,
        tracks: TrackBook,
        sides: Collection[str],
        ledger: Ledger,
    ) -> None:
        self.ledger, self.sides = ledger, frozenset(sides)
        self._taken: dict[str, None] = dict.fromkeys(tracks.strands)
        self._strands: dict[tuple[str, str], _Strand] = {}
        self._session = {r.key: name for r in material.reports for name in [session_of(r)] if name}
        self._items = {r.key: _headings(r) for r in material.reports if r.key in self._session}
        told = Counter(item.casefold() for found in self._items.values() for item in set(_named(found)))
        self._agenda = {name for name, number in told.items() if number >= _RECURS}
        for claim in material.claims:
            if claim.report in self._session:
                self._tell(claim)
        for draft in book.drafts.values():
            first = draft.claims[0]
            if first.report in self._session:
                strands = self._of(first)
                for strand in strands:
                    strand.proposals[draft.key] = None
                tracks.of_proposal.setdefault(draft.key, strands[-1].key)
        self._of_claim = tracks.of_claim
        for claim in material.claims:
            if claim.report in self._session:
                self._of_claim.setdefault(claim.id, self._of(claim)[-1].key)

    def place(self, claims: Iterable[str]) -> None:
        """Tie claims that something with a time rests on to where they stand, so that it has a lane."""
        for claim in claims:
            key = self._of_claim.get(claim)
            if key is not None and self._session:
                link = Link(claim, LinkKind.TRACK, key, "told of in a report of it, or under its heading")
                self.ledger.links.setdefault((claim, LinkKind.TRACK, key, None), link)

    def _of(self, claim: Claim) -> list[_Strand]:
        """Return the session of a claim, then the item it stands under."""
        strands = [self._strand("session", self._session[claim.report])]
        item = self._item(claim)
        return [*strands, self._strand("item", item)] if item else strands

    def _item(self, claim: Claim) -> str | None:
        found = self._items[claim.report]
        at = bisect_right(found, claim.start, key=lambda heading: heading[0]) - 1
        level = _UNMARKED + 1
        while at >= 0:
            _, depth, name = found[at]
            if depth < level:
                if name.casefold() in self._agenda:
                    return name
                level = depth
            at -= 1
        return None

    def _strand(self, kind: str, name: str) -> _Strand:
        place = (kind, name.casefold())
        if place not in self._strands:
            key = unique(slug(name) or kind, self._taken)
            self._taken[key] = None
            self._strands[place] = _Strand(key, name)
        return self._strands[place]

    def _tell(self, claim: Claim) -> None:
        for strand in self._of(claim):
            if claim.party in self.sides and claim.party is not None:
                strand.parties[claim.party] = None
            if claim.report not in strand.reports:
                # The first claim in each report shows that it met; all of them would be most of the record.
                strand.reports.add(claim.report)
                strand.claims.append(claim.id)
                reason = f"in a report of {strand.name}, or under a heading of that name"
                self.ledger.link(claim, LinkKind.TRACK, strand.key, reason)

    def tracks(self) -> Iterator[Track]:
        """Yield the sessions and items, each kind in the order reports bring them."""
        for kind in ("session", "item"):
            for (sort, _), one in self._strands.items():
                if sort == kind:
                    yield Track(
                        one.key,
                        one.name,
                        venue=None,
                        convenor=None,
                        mode=NOT_REPORTED,
                        parties=tuple(one.parties),
                        proposals=tuple(one.proposals),
                        claims=tuple(one.claims),
                    )


Heading = tuple[int, int, str]


def _headings(report: Report) -> tuple[Heading, ...]:
    """Return the headings of a report: where each ends, its level, and its name, empty where it is none."""
    found = []
    for segment in report.segments:
        if segment.kind is SegmentKind.HEADING:
            marks, name = _MARKS.fullmatch(report.text[segment.start : segment.end].strip()).groups()  # type: ignore[union-attr]
            name = " ".join(name.split())
            found.append((segment.end, len(marks) or _UNMARKED, "" if _is_no_item(name) else name))
    return tuple(found)


def _named(found: tuple[Heading, ...]) -> Iterator[str]:
    return (name for _, _, name in found if name)


def _is_no_item(name: str) -> bool:
    """Whether a heading is one that any report has, or the name of who speaks under it."""
    return mentions(name, "no_items") or sort_of(name) is Sort.STATE
