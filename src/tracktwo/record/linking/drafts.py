"""A proposal while linking is still collecting what reports say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.record.linking.families import Place
from tracktwo.record.linking.options import Option, strongest
from tracktwo.record.linking.wordlists import first_key, listed, phrases, table
from tracktwo.record.linking.words import bare, slug, stems, surname, tidy
from tracktwo.vocabulary import Act, Claim, Stage

_MAKING = frozenset({Act.PROPOSE, Act.OFFER, Act.DEMAND})
_QUOTED = re.compile(r"[“\"‘']([^”\"’']{2,30})[”\"’']\s+([\w-]+)")
# "the Winter Comfort Plan": at least two words of its own before the noun, all with capitals.
_TITLED = re.compile(
    r"^(?:[a-z]+ ){0,3}?((?:[A-Z][\w-]+ ){2,5}"
    r"(Plan|Proposal|Initiative|Package|Offer|Pact|Compromise|Roadmap|Framework|Formula))\b"
)
# "the outline of a settlement": a settlement.
OUTLINE = re.compile(
    r"^(?:the|an?) (?:\w+ )?(?:outlines?|terms|text|basis|basics|principles|framework|main points|details)"
    r" (?:of|for) (?=an? )"
)
_HEAD_ENDS = re.compile(
    r"\s(?:that|which|who|of|to|for|in|on|under|with|by|calling|whereby)\b|[,;:]\s+(?:which|that)\b"
)
_WHEN = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\s+\d|(?:last|next|this)\s+(?:week|month|year)|yesterday|today)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:on|to|about|regarding|concerning|for)\s+(.+)$", re.IGNORECASE)


@dataclass(eq=False)
class Draft:
    """What is known so far; ``terms`` holds (claim, number of the term, option) by issue."""

    key: str
    name: str
    noun: str
    by: str | None
    party: str | None
    stage: Stage
    report: str
    claims: list[Claim] = field(default_factory=list)
    terms: dict[str, list[tuple[Claim, int, Option]]] = field(default_factory=dict)
    to: str | None = None
    to_basis: str | None = None
    date: str | None = None
    ordinal: int | None = None
    open: bool = False
    exchange: bool = False
    opens: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    from_talks: bool = False
    called: set[str] = field(default_factory=set)
    matter: set[str] = field(default_factory=set)
    _attached: set[str] = field(init=False)
    _strongest: dict[str, Option] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Its name is the first of the words it is called by."""
        self._attached = {claim.id for claim in self.claims}
        self.called.add(bare(self.name).lower())

    def attach(self, claim: Claim, alias: str | None = None) -> None:
        """Add a claim, and the words it uses for the proposal."""
        if claim.id not in self._attached:
            self._attached.add(claim.id)
            self.claims.append(claim)
        if claim.act in _MAKING and claim.object:
            self.matter |= stems(claim.object)
        words = tidy(alias) if alias else ""
        if words and words not in self.aliases:
            self.aliases.append(words)
            self.called.add(bare(words).lower())
        self.exchange = self.exchange or any(f.code == "exchange" for f in claim.flags)

    def add_term(self, issue: str, claim: Claim, n: int, option: Option) -> None:
        """Add a claim's term, by its number."""
        self.terms.setdefault(issue, []).append((claim, n, option))
        self._strongest[issue] = strongest((self._strongest.get(issue, option), option))

    def package(self) -> Mapping[str, Option]:
        """The option of each issue: the strongest its terms name."""
        return self._strongest


def noun_of(words: str | None) -> str | None:
    """Return the noun a text calls a proposal by ("plan"), looking at its head only."""
    if not words:
        return None
    ends = _HEAD_ENDS.search(words)
    head = words[: ends.start()] if ends else words
    found = list(listed("proposal_nouns").finditer(head))
    return found[-1].group().lower() if found else None


def ordinal_of(words: str | None) -> int | None:
    """Return the number of "first", "second" ... among the first words of a text."""
    start = " ".join((words or "").lower().replace(",", " ").split()[:4])
    return next((n for n, word in enumerate(phrases("ordinals"), start=1) if word in start.split()), None)


def title_of(claim: Claim, by: str | None, person: bool) -> tuple[str, str, str]:
    """Return noun, key and name of a proposal that somebody tabled.

    An epithet in quotation marks keeps them in the name; a person lends the surname.
    """
    words = claim.object or claim.predicate
    quoted = _QUOTED.search(words)
    if quoted is not None and noun_of(quoted.group(2)):
        return (
            quoted.group(2).lower(),
            slug(f"{quoted.group(1)} {quoted.group(2)}"),
            f"“{quoted.group(1)}” {quoted.group(2)}",
        )
    named = _TITLED.search(words)
    if named is not None and noun_of(named.group(1)):
        return named.group(2).lower(), slug(named.group(1)), named.group(1)
    found = noun_of(words)
    noun = found if found in phrases("names_of_proposals") else None
    noun = noun or {Act.OFFER: "offer", Act.DEMAND: "demands"}.get(claim.act, "proposal")
    who = surname(by) if by and person else by
    topic = topic_words(words) if found in phrases("text_nouns") else None
    if who is None:
        return noun, slug(bare(words)[:50]) if found is None else noun, tidy(bare(words)[:60])
    if topic:
        return noun, slug(f"{who} {topic}"[:60]), f"{who}: {topic}"
    return noun, slug(f"{who} {noun}"), f"{who} {noun}"


def topic_words(words: str) -> str | None:
    """Return what a text proposal is about ("text on a levy": levy), at most six words."""
    found = _ABOUT.search(words)
    if found is None:
        return None
    if _WHEN.match(found.group(1)):
        return None
    kept = [word.strip(",.;:") for word in bare(found.group(1)).split()[:6]]
    while len(kept) > 1 and kept[-1].lower() in phrases("small_words"):
        kept.pop()
    return " ".join(kept)


def title_of_terms(package: Mapping[str, Option], places: Mapping[str, Place]) -> tuple[str, str]:
    """Return key and name of a package nobody is reported to have tabled: by its terms."""
    words = []
    for issue, option in package.items():
        theme = places[issue].theme
        with_theme = theme and places[issue].family not in ("hostilities", "withdrawal", "other")
        named = f"{theme}: {option.label}" if " " in (theme or "") else f"{option.label} {theme}"
        words.append(named if with_theme else option.label)
    return slug(" ".join(words)), " / ".join(words)


def draft_of(claim: Claim, by: str | None, title: tuple[str, str, str]) -> Draft:
    """Return the proposal that a claim tells of, called by ``title`` (noun, key, name); terms come later."""
    open_list = any(flag.code == "open-list" for flag in claim.flags)
    noun, key, name = title
    made = Draft(key, name, noun, by, claim.party, stage_of(claim, open_list=open_list), claim.report)
    made.open = open_list
    made.to, made.to_basis = claim.toward, "reported" if claim.toward else None
    made.date = claim.event_from if claim.event_text else None
    return made


def stage_of(claim: Claim, *, open_list: bool) -> Stage:
    """Return how far the act of proposing brings it: floated, outlined or put on the table."""
    if open_list:
        return Stage.SUGGESTED
    words = f"{claim.predicate} {claim.object or ''}" if claim.act is Act.PROPOSE else claim.predicate
    key = first_key(claim.predicate, table("phrases")["stages"]) or first_key(
        words, table("phrases")["stages"]
    )
    return Stage(key) if key else Stage.TABLED
