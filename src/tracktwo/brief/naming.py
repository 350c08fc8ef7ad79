"""From keys to names, and from claims to citation numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.brief.model import Brief, CitedClaim
from tracktwo.brief.words import listed, quoted, verb_phrase
from tracktwo.vocabulary import Act, Proposal, Stance, Voice

_PRONOUNS = ("it", "this", "that", "these", "those", "them")
TABLING = ("propose", "offer", "demand", "pledge", "support", "oppose")


_PIECES = re.compile(r"(?P<head>.{1,80}?: )?(?P<words>.+?)(?P<note> \([^()]*\)| \[[^\[\]]*\])?")


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of ours and the ids of the claims it rests on."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Look-ups over one brief: names of keys, claims by id, citation numbers from 1."""

    names: Mapping[str, str]
    tracks: Mapping[str, str]
    proposals: Mapping[str, str]
    claims: Mapping[str, CitedClaim]
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, brief: Brief) -> Names:
        """Return the look-ups of ``brief``."""
        names: dict[str, str] = {}
        for group in (brief.issues, brief.tracks, brief.bodies, brief.third_parties, brief.parties):
            names.update({key: item.name for key, item in group.items()})
        names.update(_told_apart(brief.proposals))
        groups = [p.members for p in brief.parties.values()]
        groups += [t.members for t in brief.third_parties.values()]
        names.update({member.key: member.name for members in groups for member in members})
        return cls(
            names=names,
            tracks={key: track.name for key, track in brief.tracks.items()},
            proposals=_told_apart(brief.proposals),
            claims={c.id: c for c in brief.claims},
            numbers={c.id: n for n, c in enumerate(brief.claims, 1)},
        )

    def name(self, key: str | None, otherwise: str = "not reported") -> str:
        """Return the name of a key, the words themselves where they are no key, else ``otherwise``."""
        return otherwise if key is None else self.names.get(key, key)

    def as_reported(self, text: str, claims: Iterable[str]) -> str:
        """Return ``text`` with the part that stands in a claim's quote in quotation marks.

        Texts of events and assessments mix our words with those of reports ("B: said so (possible)"); loaded
        words of a report must not pass for ours.
        """
        held = " ".join(" ".join(self.claims[c].quote.split()) for c in claims if c in self.claims).casefold()
        found = _PIECES.fullmatch(text)
        if text.casefold() in held:
            return quoted(text)
        if found and found["words"].casefold() in held:
            return f"{found['head'] or ''}{quoted(found['words'])}{found['note'] or ''}"
        return text

    def track(self, key: str) -> str:
        """Return the name of a track, whose key may also be that of a proposal."""
        return self.tracks.get(key, key)

    def proposal(self, key: str) -> str:
        """Return the name of a proposal; namesakes are numbered."""
        return self.proposals.get(key, key)

    def cites(self, claims: Iterable[str]) -> tuple[int, ...]:
        """Return the citation numbers of claims, in order, once each."""
        return tuple(sorted({self.numbers[c] for c in claims if c in self.numbers}))

    def holder(self, actor: str | None, claims: Iterable[str] = (), party: str | None = None) -> str:
        """Return who holds a position: a name, or the words a report uses for people it does not name."""
        if actor is not None:
            return self.name(actor)
        words = next((self.claims[c].actor_text for c in claims if c in self.claims), None)
        whose = f" ({self.name(party)})" if party else ""
        return f"others not named, {quoted(words, 60)}{whose}" if words else f"others not named{whose}"


def _told_apart(proposals: Iterable[Proposal]) -> dict[str, str]:
    """Return names by key, with a number behind those that several proposals share."""
    held = tuple(proposals)
    times = Counter(p.name for p in held)
    seen: Counter[str] = Counter()
    made = {}
    for proposal in held:
        seen[proposal.name] += 1
        number = f" ({seen[proposal.name]})" if times[proposal.name] > 1 else ""
        made[proposal.key] = f"{proposal.name}{number}"
    return made


def same(one: str | None, other: str | None, names: Names) -> bool:
    """Say whether two keys or names mean the same actor."""
    return one is not None and other is not None and names.name(one) == names.name(other)


def package_words(proposal: Proposal, names: Names) -> str:
    """Return what a package contains, in the reports' own words."""
    said: list[str] = []
    for issue, term in proposal.terms.items():
        words = term.texts[0] if term.texts else f"{names.name(issue)}: {term.option}"
        known = set(words.lower().split())
        extra = "" if known.issuperset(term.option.lower().split()) or not term.texts else f" ({term.option})"
        piece = f"{quoted(words, 110)}{extra}"
        if piece not in said:
            said.append(piece)
    return ", ".join(said)


def told_as(proposal: Proposal, names: Names) -> str | None:
    """Return the words a report has for a proposal whose terms could not be read, or null."""
    held = [names.claims[c] for c in proposal.claims if c in names.claims]
    told = [
        c.object for c in held if c.object and c.act.value in TABLING and c.object.lower() not in _PRONOUNS
    ]
    agreed = [c.object for c in held if c.object and c.act is Act.AGREE and proposal.by is None]
    return next(iter(agreed + told), None)


def told_directly(stance: Stance) -> bool:
    """Say whether a stance is told by its holder or a reporter, not by another side or a third party."""
    return stance.voice in (Voice.OWN, Voice.REPORTER)


def who_says_what(stances: list[Stance], names: Names) -> tuple[str, tuple[str, ...]]:
    """Return "A supports it; B and C oppose it" with its claims."""
    grouped: dict[tuple[str, str, str | None], list[Stance]] = {}
    for stance in stances:
        grouped.setdefault((stance.act.value, stance.modality.value, stance.condition), []).append(stance)
    said, claims = [], []
    for (act, modality, condition), group in grouped.items():
        people = list(dict.fromkeys(names.name(s.actor) for s in group if s.actor is not None))
        people += ["others not named"] if any(s.actor is None for s in group) else []
        many = len(people) > 1 or people == ["others not named"]
        given = f", {quoted(condition, 80)}" if condition else ""
        said.append(f"{listed(people)} {verb_phrase(act, modality, many=many)} it{given}")
        claims += [c for s in group for c in s.claims]
    return "; ".join(said), tuple(dict.fromkeys(claims))
