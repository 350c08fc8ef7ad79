"""Terms to issues: the same matter under other words is one issue, another arena another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from tracktwo.record.linking.drafts import topic_words
from tracktwo.record.linking.families import (
    Place,
    bargained_over,
    family,
    is_matter,
    is_measure,
    locate,
    matter_of,
    topic_of,
)
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import Material, flag
from tracktwo.record.linking.mentions import points_back
from tracktwo.record.linking.options import NO_CHANGE, UNSPECIFIED, Option, option_of, order_basis, ordered
from tracktwo.record.linking.wordlists import listed, mentions, phrases
from tracktwo.record.linking.words import bare, head_phrase
from tracktwo.vocabulary import Act, Claim, Issue, LinkKind, Modality, OrderBasis, Term

_MEASURED = ("targets", "money")
_SHORT = 6
_TOO_SHORT = 3
_SEVERAL = 2
_ON_TEXT = (Act.SUPPORT, Act.OPPOSE, Act.PREFER, Act.REJECT, Act.PROPOSE, Act.DEMAND, Act.URGE)
_NO_COMMITMENT = (Act.WARN, Act.THREATEN, Act.USE_FORCE, Act.HAPPEN)
_TOPICAL = (
    Act.PREFER,
    Act.REJECT,
    Act.PROPOSE,
    Act.DISCUSS,
    Act.DEMAND,
    Act.URGE,
    Act.WARN,
    Act.RULE_OUT,
    Act.SUPPORT,
    Act.OPPOSE,
    Act.STATE,
)


class IssueBook:
    """Which issue every term belongs to, and the issues they make."""

    def __init__(self, material: Material, ledger: Ledger, *, plenary: bool = False) -> None:
        self.plenary = plenary
        self.material = material
        self.ledger = ledger
        self.places: dict[tuple[str, int], Place] = {}
        self.known: dict[str, Place] = {}
        # In order, each once: an issue of a large record has thousands of both.
        self.claims: dict[str, dict[str, None]] = {}
        self.options: dict[str, dict[Option, None]] = {}
        self.status: dict[str, str] = {}
        self.topics: dict[str, str] = {}
        self._texts: dict[str, Place | None] = {}
        self._spoken = self._spoken_to() if plenary else Counter()
        self._locate()
        for claim in material.claims:
            self._count(claim)

    def _locate(self) -> None:
        found = {
            (claim.id, n): (claim, n, locate(term))
            for claim in self.material.claims
            for n, term in enumerate(claim.terms)
            if claim.act not in _NO_COMMITMENT and not _names_talks(term)
        }
        measures = _measures((claim.terms[n], place) for claim, n, place in found.values())
        found = {
            (claim.id, n): (claim, n, self._again(claim, n, place, measures))
            for claim, n, place in found.values()
        }
        found = {key: told for key, told in found.items() if _may_be(told[2], told[0].terms[told[1]])}
        arenas: Counter[tuple[str, str]] = Counter(
            (place.family, place.place)
            for _, _, place in found.values()
            if _joins_arena(place) and place.place
        )
        last: dict[str, Place] = {}
        for key, (claim, n, place) in found.items():
            resumed = self._resumed(claim, n, place, last)
            if not is_matter(resumed, claim.terms[n]):
                continue
            made = self._in_arena(claim, n, resumed, arenas)
            self.places[key] = made
            if made.family in _MEASURED:
                last[claim.terms[n].head.lower()] = last[""] = made
                last["in " + option_of(claim.terms[n], made.family).unit] = made

    def _again(self, claim: Claim, n: int, place: Place, measures: dict[str, set[Place]]) -> Place:
        """Take "a ban until midnight", which does not say on what, for the one ban told of."""
        term = claim.terms[n]
        told = measures.get(term.head.lower(), set())
        if place.family != "other" or term.theme or term.extent or len(told) != 1:
            return place
        (same,) = told
        reason = f"“{term.text}” does not say of what; {same.name} is the one matter told of with this word"
        return same if self.ledger.join(LinkKind.ISSUE, term.text, same.key, reason, (claim,)) else place

    def _resumed(self, claim: Claim, n: int, place: Place, last: dict[str, Place]) -> Place:
        """Take "a larger cut", which says of what no more, for one of the matter cut last."""
        term = claim.terms[n]
        if place.family != "other" or term.theme or not is_measure(term.head):
            return place
        unit = option_of(term, "targets").unit
        resumed = last.get(term.head.lower()) or (last.get("in " + unit) if unit else None) or last.get("")
        reason = f"“{term.text}” does not say of what; "
        if resumed is not None:
            reason += f"{resumed.name} is the matter of that kind named last"
        else:
            report = self.material.by_key[claim.report]
            resumed = bargained_over(report.text) if term.extent else None
            reason += "its report names one thing that is bargained over"
        if resumed is None:
            return place
        return (
            resumed if self.ledger.join(LinkKind.ISSUE, term.text, resumed.key, reason, (claim,)) else place
        )

    def _in_arena(self, claim: Claim, n: int, place: Place, arenas: Counter[tuple[str, str]]) -> Place:
        """Take a term that names no place for the arena most terms of its family name, if there is one."""
        if place.place or not _joins_arena(place):
            return place
        ranked = [(arena, count) for (name, arena), count in arenas.most_common() if name == place.family]
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return place
        there = replace(place, place=ranked[0][0])
        text = claim.terms[n].text
        reason = f"“{text}” names no place; {there.place} is the arena most terms of this family name here"
        if not self.ledger.join(LinkKind.ISSUE, text, there.key, reason, (claim,)):
            return place
        self.ledger.assume(f"{reason}: it is counted under {there.name}.")
        return there

    def _count(self, claim: Claim) -> None:
        for n in self.numbers(claim):
            term = claim.terms[n]
            place = self.places[(claim.id, n)]
            self._open(place, claim, n)
            option = option_of(term, place.family)
            if option.basis is not OrderBasis.ASSUMED or (term.extent and option.value < 50.0):
                self.options[place.key][option] = None
        if not claim.terms and claim.act in _TOPICAL:
            text = self._text_of(claim) if self.plenary else None
            topic = topic_of(claim.object) or text or self._called(claim.object)
            if topic is not None and (not self.plenary or self._spoken.get(topic.key, _SEVERAL) >= _SEVERAL):
                self.topics[claim.id] = topic.key
                self._open(topic, claim, None)
        if claim.act is Act.AGREE:
            self._agree(claim)
        if claim.act is Act.STATE and mentions(f"{claim.predicate} {claim.object or ''}", "contested"):
            for key in self._about(claim):
                self.status[key] = "contested"

    def _called(self, words: str | None) -> Place | None:
        """Return the issue that words call by its name: "the ban", where terms elsewhere are about a ban."""
        if not words or words.split(" ")[0].lower() not in phrases("pointing"):
            return None
        return self._by_name.get(bare(words).lower())

    @cached_property
    def _by_name(self) -> dict[str, Place]:
        """The places of terms by their names in lower case, the first of a name."""
        named: dict[str, Place] = {}
        for place in dict.fromkeys(self.places.values()):
            named.setdefault(place.name.lower(), place)
        return named

    def _spoken_to(self) -> Counter[str]:
        """Count how many states and groups speak to each text; what one alone names is no issue yet."""
        told = {(place.key, c.actor) for c in self.material.claims for place in [self._text_of(c)] if place}
        return Counter(key for key, _ in told)

    def _text_of(self, claim: Claim) -> Place | None:
        """In a plenary the text spoken to is the issue, by the first words that name it."""
        if claim.id not in self._texts:
            self._texts[claim.id] = self._read_text(claim)
        return self._texts[claim.id]

    def _read_text(self, claim: Claim) -> Place | None:
        if claim.act not in _ON_TEXT or not claim.object or points_back(claim.object):
            return None
        if claim.actor is None or claim.actor != claim.party:
            return None
        about = topic_words(claim.object) if mentions(claim.object, "parts_of_text") else None
        short = bare(claim.object) if len(claim.object.split()) <= _SHORT else ""
        words = about or ("" if short.lower().startswith(("to ", "be ")) else short)
        words = head_phrase(words)
        if len(words) <= _TOO_SHORT or all(word in phrases("no_matters") for word in words.split()):
            return None
        return matter_of(words) or Place("other", words, None, None)

    def _agree(self, claim: Claim) -> None:
        """Two sides that agreed on a term, in words, have settled its matter for now."""
        sides = {c.party or c.actor for c in self.material.together(claim)} - {None}
        if claim.modality is Modality.ASSERTED and len(sides) > 1:
            for n in self.numbers(claim):
                self.status[self.of(claim, n)] = "agreed"

    def _about(self, claim: Claim) -> list[str]:
        """Return the issues a statement is about: its terms', else those its first reading names."""
        if claim.terms:
            return [self.of(claim, n) for n in self.numbers(claim)]
        unsure = flag(claim, "ambiguous")
        first = unsure.readings[0] if unsure and unsure.readings else claim.object or ""
        beside = self.material.beside(claim)
        return [self.of(o, n) for o in beside for n in self.numbers(o) if o.terms[n].text in first]

    def _open(self, place: Place, claim: Claim, term: int | None) -> None:
        self.known.setdefault(place.key, place)
        self.options.setdefault(place.key, {})
        self.claims.setdefault(place.key, {})[claim.id] = None
        words = claim.terms[term].text if term is not None else claim.object
        self.ledger.link(claim, LinkKind.ISSUE, place.key, f"“{words}” is about {place.name}", term)

    def numbers(self, claim: Claim) -> list[int]:
        """Return the numbers of the claim's terms that belong to an issue."""
        return [n for n in range(len(claim.terms)) if (claim.id, n) in self.places]

    def of(self, claim: Claim, term: int) -> str:
        """Return the key of the issue of a claim's term."""
        return self.places[(claim.id, term)].key

    def option(self, claim: Claim, term: int) -> Option:
        """Return the option a claim's term names, and list it among the issue's options."""
        place = self.places[(claim.id, term)]
        option = option_of(claim.terms[term], place.family)
        self.options[place.key][option] = None
        return option

    def issues(self) -> tuple[Issue, ...]:
        """Return the issues, those with most claims first."""
        keys = sorted(self.known, key=lambda key: (-len(self.claims[key]), key))
        return tuple(self._issue(key) for key in keys)

    def _issue(self, key: str) -> Issue:
        place = self.known[key]
        unspecified = Option(UNSPECIFIED, 1, 90.0, "", OrderBasis.ASSUMED)
        options, comparable = ordered(self.options[key] or [unspecified])
        self._assume_order(place, options)
        return Issue(
            key=key,
            name=place.name,
            family=place.family,
            theme=place.theme,
            options=(NO_CHANGE, *(option.label for option in options)),
            ordered=comparable,
            order_basis=order_basis(options),
            status=self.status.get(key, "not reported"),
            arena=place.place,
            claims=tuple(self.claims[key]),
        )

    def _assume_order(self, place: Place, options: tuple[Option, ...]) -> None:
        for option in options:
            others = [o.label for o in options if o is not option]
            if option.basis is OrderBasis.ASSUMED and others:
                self.ledger.assume(
                    f"{place.name}: where “{option.label}” stands against "
                    + ", ".join(f"“{label}”" for label in others)
                    + " is an assumption; no report says it."
                )


def _names_talks(term: Term) -> bool:
    """Whether the words are about talks ("ceasefire talks"): no commitment, and where they are no arena."""
    at = term.text.lower().find(term.head.lower())
    rest = term.text[at + len(term.head) :].split() if at >= 0 else []
    return bool(rest) and mentions(rest[0], "negotiating")


def _measures(terms: Iterable[tuple[Term, Place]]) -> dict[str, set[Place]]:
    """Return the matters of no listed family by the word for what is to be done to them ("ban")."""
    found: dict[str, set[Place]] = {}
    for term, place in terms:
        head = term.head.lower()
        telling = place.family == "other" and term.theme and head not in term.theme.lower()
        if telling and listed("proposal_nouns").search(head) is None:
            found.setdefault(head, set()).add(place)
    return found


def _may_be(place: Place, term: Term) -> bool:
    """Whether a term is a matter, or so much of one that others may name ("a 3% rise")."""
    return is_matter(place, term) or (bool(term.extent) and is_measure(term.head))


def _joins_arena(place: Place) -> bool:
    return bool(family(place.family).get("arena", False))
