"""To which side somebody belongs whom a report names by a kind only: "the union", "chief executive ...".

A reading sees one report; the side's full name may stand in another. Every such step is a join.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.names import is_collective, is_person, names_in, owner_of, sort_of
from tracktwo.record.linking.source import Source
from tracktwo.record.linking.wordlists import pattern, table
from tracktwo.vocabulary import Claim, LinkKind, Report

_PROPER = re.compile(r"\b(?!The\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+")
_OF = re.compile(r"\bof\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*|[a-z]+)")
_POSSESSOR = re.compile(r"((?:[A-Z][\w-]+)(?:\s[A-Z][\w-]+)*|[a-z]+)[’']s\s+(?:[\w,.]+\s){0,2}$")
_APPOSED = re.compile(r",\s+the\s+([a-z]+)[’']s\s")
_ITS = re.compile(r"\bIts\s+(?:[\w-]+\s+){0,3}[\w-]+,?\s*$")
_NAME = r"(?:the\s+)?([A-Z][\w’-]+(?:\s[A-Z][\w’-]+)*)"
_FROM = re.compile(r"\s+(?:from|of|for)\s+" + _NAME + r"(?:,\s+" + _NAME + r")?\s+and\s+" + _NAME)
_SMALL = 3
_OWN_SORTS = (Sort.STATE, Sort.GROUP)


class Belonging:
    """Names of sides in a set of reports; `claims_of` gives claims with the sides of their actors filled in.

    Reports are gone through one by one, several times over, so that no more than one has to be in memory.
    """

    def __init__(self, source: Source, ledger: Ledger) -> None:
        self.ledger = ledger
        people: set[str | None] = set()
        read: dict[str, dict[str, bool]] = {}
        for report, claims in source.each():
            people.update(c.actor for c in claims if is_person(c.actor, c.party))
            read[report.key] = _sides(report, claims)
        # A company in the text alone is none where any report has a person of that name.
        self.in_report = {
            key: tuple(name for name, sure in names.items() if sure or name not in people)
            for key, names in read.items()
        }
        self.everywhere = _Names(name for names in self.in_report.values() for name in names)
        self.last: dict[str, Claim] = {}
        self.text = ""
        self._kept: dict[str, list[Claim]] | None = {} if source.in_memory else None
        parties: dict[str, set[str]] = {}
        for report, claims in source.each():
            self._parties_of_people(self._all_filled(report, claims), parties)
        self.known = {person: next(iter(names)) for person, names in parties.items() if len(names) == 1}

    def claims_of(self, report: Report, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return the claims of one report with generic names replaced and empty parties filled."""
        return tuple(self._carried(claim) for claim in self._all_filled(report, claims))

    def _all_filled(self, report: Report, claims: Sequence[Claim]) -> list[Claim]:
        if self._kept is not None and report.key in self._kept:
            return self._kept[report.key]
        self.text = report.text
        self.last.pop(report.key, None)
        filled = []
        for claim in claims:
            filled.append(self._filled(claim))
            if filled[-1].party is not None:
                self.last[claim.report] = filled[-1]
        if self._kept is not None:
            self._kept[report.key] = filled
        return filled

    def _filled(self, claim: Claim) -> Claim:
        """Return the claim with generic names replaced and an empty party filled, where one side fits."""
        party = self._resolved(claim.party, claim) if claim.party else None
        actor, toward = claim.actor, claim.toward
        if actor and not is_person(actor, claim.party):
            whole = self._resolved(actor, claim)
            if whole is not None and whole != actor and is_whole(actor):
                actor, party = whole, whole
        part = _part(claim) if actor else None
        if part is not None:
            party, actor = party or self._resolved(actor, claim) or claim.party, part
        if toward and is_whole(toward):
            toward = self._resolved(toward, claim) or toward
        if party is None and (actor or claim.unnamed) and not _named_side(actor):
            party = self._owner(claim)
        party = party or claim.party
        if (party, actor, toward) == (claim.party, claim.actor, claim.toward):
            return claim
        return replace(claim, party=party, actor=actor, toward=toward)

    def _owner(self, claim: Claim) -> str | None:
        """Return the side that words at the actor name: "X of the union", "the company's board", a role."""
        text, start, end = self.text, claim.actor_start, claim.actor_end
        if start is not None and end is not None:
            after = _OF.match(text[end : end + 60].lstrip()) or _APPOSED.match(text[end : end + 60])
            before = _POSSESSOR.search(text[max(claim.start, start - 60) : start])
            inside = _OF.search(claim.actor_text or "") or _POSSESSOR.search((claim.actor_text or "") + " ")
            for found in (after, before, inside):
                side = (
                    (_listed_side(found.group(1)) or self._resolved(found.group(1), claim)) if found else None
                )
                if side is not None:
                    return side
        if start is not None and is_person(claim.actor):
            owner = self._its(text[max(claim.start, start - 40) : start], claim)
            if owner is not None:
                return owner
        if start is not None and claim.role and is_person(claim.actor):
            named = self._by_first_word(text[max(claim.start, start - 50) : start], claim)
            if named is not None:
                return named
        words = claim.role or (claim.actor_text if claim.unnamed or not is_person(claim.actor) else None)
        if claim.role and start is not None:
            words = " ".join([*text[max(claim.start, start - 30) : start].split()[-2:], claim.role])
        return self._resolved(words, claim, role=True) if words else None

    def _its(self, before: str, claim: Claim) -> str | None:
        """Return the side of the sentence before, where "its new chief" begins a sentence."""
        last = self.last.get(claim.report)
        if last is None or last.party is None or last.start == claim.start or not _ITS.search(before):
            return None
        reason = f"“its” follows on {last.actor or last.party}"
        joined = self.ledger.join(LinkKind.BODY, claim.actor or "its", last.party, reason, (claim,))
        return last.party if joined else None

    def _by_first_word(self, before: str, claim: Claim) -> str | None:
        """Return the side one of whose words stands before an office ("Liberal chairman")."""
        words = [w.strip(",.") for w in before.split()[-4:] if w[:1].isupper() and len(w) > _SMALL]
        for word in reversed(words):
            names = [n for n in self.in_report[claim.report] if not _is_public(n)]
            fit = [n for n in names if word == n.split()[0] and word != n]
            if len(fit) == 1:
                reason = f"“{word}” before the office is a word of {fit[0]} only"
                return fit[0] if self.ledger.join(LinkKind.BODY, word, fit[0], reason, (claim,)) else None
        return None

    def _resolved(self, words: str | None, claim: Claim, *, role: bool = False) -> str | None:
        """Return the one side that words can mean, in this report, else in all; None if none or several."""
        if not words:
            return None
        if words in self.everywhere:
            return words
        kind = _kind_of(words)
        last = words.lower().split()[-1]
        again = not role and last in table("belonging")["again"]["words"]
        if not again and kind is None:
            return None
        for names in (_Names(self.in_report[claim.report]), self.everywhere):
            fit = (names.ending(last) if again else ()) or (names.of_kind(kind) if kind else ())
            if len(fit) > 1 or (again and fit and self._comes_later(fit[0], claim)):
                return None
            if fit:
                reason = f"{fit[0]} is the only {kind or words} these reports name"
                mention = claim.role if role and claim.role else words
                joined = self.ledger.join(LinkKind.BODY, mention, fit[0], reason, (claim,))
                return fit[0] if joined else None
        return None

    def _comes_later(self, name: str, claim: Claim) -> bool:
        """Whether a report names somebody only after the words that could mean them ("the union")."""
        first = self.text.find(name)
        return claim.actor_start is not None and first > claim.actor_start

    def _parties_of_people(self, claims: Sequence[Claim], found: dict[str, set[str]]) -> None:
        """Note the parties that claims give each person."""
        for claim in claims:
            if claim.actor and claim.party and is_person(claim.actor, claim.party):
                found.setdefault(claim.actor, set()).add(claim.party)

    def _carried(self, claim: Claim) -> Claim:
        """Give a person the party that other claims give the same person."""
        party = self.known.get(claim.actor or "")
        return claim if claim.party or party is None else replace(claim, party=party)


class _Names:
    """Names of sides in order, each once, found by their last word or their kind; public names by neither."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = dict.fromkeys(names)
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def ending(self, last: str) -> tuple[str, ...]:
        """Return the names whose last word, in lower case, is ``last``."""
        return self._fitting(("ending", last), lambda name: name.split()[-1].lower() == last)

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the names whose last word is one of a kind ("company")."""
        return self._fitting(("kind", kind), lambda name: _last_is(name, kind))

    def _fitting(self, asked: tuple[str, str], fits: Callable[[str], bool]) -> tuple[str, ...]:
        if asked not in self._found:
            self._found[asked] = tuple(n for n in self._names if fits(n) and not _is_public(n))
        return self._found[asked]


def _sides(report: Report, claims: Sequence[Claim]) -> dict[str, bool]:
    """Return full names of sides in one report: actors and parties that are no person, and companies.

    True where claims name one; False where the text alone does, which may yet be the name of a person.
    """
    read = [
        n for c in claims for n in (c.party, c.actor, c.toward)
        if n and not is_person(n) and not is_collective(n) and _is_full(n)
    ]  # fmt: skip
    read += [name for c in claims for name in delegations(report.text, c)]
    found = dict.fromkeys(read, True)
    for match in _PROPER.finditer(report.text):
        name = match.group()
        if name not in found and _last_is(name, "company") and not _never(name):
            found[name] = False
    return found


def _listed_side(words: str) -> str | None:
    """Return the side that words name by a public name ("of the Royal Navy": the state)."""
    known = names_in(words)
    whole = known and known[0].start == 0 and known[0].end == len(words)
    sides = (Sort.STATE, Sort.ORGANISATION, Sort.GROUP)
    return (known[0].party or known[0].name) if whole and known[0].sort in sides else None


def _part(claim: Claim) -> str | None:
    """Return the body that the words name where the reading took its owner ("the company's board")."""
    words = claim.actor_text or ""
    found = [f for f in names_in(words) if f.sort is Sort.BODY and f.end == len(words)]
    owned = "'s " in words or "’s " in words
    named = found[0].name if found and owned else None
    return named if named and named != claim.actor and not is_whole(named) else None


def delegations(text: str, claim: Claim) -> list[str]:
    """Return the sides of unnamed people at a table: "Delegations from X and Y"."""
    if not claim.unnamed or claim.actor_end is None:
        return []
    found = _FROM.match(text[claim.actor_end : claim.end])
    return [name for name in found.groups() if name] if found else []


def answers_to(side: str, words: str | None) -> bool:
    """Whether words hold a kind that a side is of ("its subsidy to the company")."""
    kind = _kind_of(words) if words else None
    return kind is not None and _last_is(side, kind)


def _is_full(name: str) -> bool:
    """Whether a name tells a side apart by itself: listed as one, or several words with a capital each."""
    if sort_of(name) in _OWN_SORTS or (sort_of(name) is Sort.ORGANISATION and owner_of(name) in (None, name)):
        return True
    return len(name.split()) > 1 and sum(w[:1].isupper() for w in name.split()) > 1 and not _is_kind(name)


def _is_public(name: str) -> bool:
    """Whether a name is of a state, group or organisation that everybody knows by its full name."""
    return sort_of(name) is not None


def _named_side(name: str | None) -> bool:
    return bool(name) and not is_person(name) and _is_full(name or "")


def is_whole(name: str) -> bool:
    """Whether the words stand for a side itself ("Union"), not for a part of one ("Members")."""
    lists = table("belonging")
    return name.lower() in lists["whole"]["words"] or name.lower() in lists["again"]["words"]


def _is_kind(name: str) -> bool:
    """Whether the words say a kind only ("Union", "Management")."""
    kinds = table("belonging")["kinds"]
    return any(name.lower() in words or name.lower().rstrip("s") in words for words in kinds.values())


@lru_cache(maxsize=4096)
def _kind_of(words: str) -> str | None:
    """Return the kind that words belong to, by the longest listed words in them."""
    found = [
        (len(match.group()), kind)
        for kind, listed in table("belonging")["kinds"].items()
        for match in [pattern(tuple(listed)).search(words)]
        if match is not None
    ]
    return max(found)[1] if found else None


def _last_is(name: str, kind: str) -> bool:
    words = tuple(table("belonging")["named"].get(kind, ()))
    return bool(words) and name.lower().split()[-1] in words


def _never(name: str) -> bool:
    return bool(set(name.lower().split()) & set(table("belonging")["never"]["words"]))
