"""Whose text it is: who "we" are where nobody is told to speak, by what the report itself says.

A statement shows its speaker by its heading ("Statement by the Ministry of Water"), by the words "I write on
behalf of", by who published it, or by what it lets one side do in its own words and in the present tense
("Norland strongly condemns", "Norland remains committed"). Two sides that do so leave "we" unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tracktwo.reading.clauses.actors import actor_of
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.datafiles import data_of
from tracktwo.reading.names import Kind, Mention, Roster
from tracktwo.reading.names.kept import recognised
from tracktwo.vocabulary import Report

_FIRST = re.compile(r"\b(?:[Ww]e|[Oo]ur|I)\b")
# Quoted words, to the closing sign or to the end of a paragraph that the next one goes on quoting.
_QUOTED = re.compile(r"“[^”]*?(?:”|\n\s*\n|\Z)|\"[^\"]*?(?:\"|\n\s*\n|\Z)")
_WRITES = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:am\s+|are\s+)?(?:writ|speak|mak\w+ this statement|submit)\w*"
    r"[^.]{0,40}?\bon\s+behalf\s+of\s+"
)
_ON_BEHALF = re.compile(r"(?:^|[\n.!?:]\s*)(?:Speaking\s+|Writing\s+)?[Oo]n\s+behalf\s+of\s+(?:the\s+)?$")
_AND_I = re.compile(r"(?:\s+\([A-Z]\w*\))?,\s+(?:I|we)\b")
_SPEAKING = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.GROUP})


def unquoted(text: str) -> str:
    """The text with quoted stretches blanked, letter for letter, so that offsets stay."""
    return _QUOTED.sub(lambda found: " " * len(found.group()), text)


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where quoted stretches of a text begin and end."""
    return tuple(found.span() for found in _QUOTED.finditer(text))


@dataclass(frozen=True, slots=True)
class Ours:
    """Whose text a report is (None: unknown), and the names of those "we" certainly are not."""

    side: ActorRef | None = None
    others: frozenset[str] = frozenset()


def whose_text(report: Report, sentences: Sequence[tuple[int, Sequence[Mention]]], roster: Roster) -> Ours:
    """The one state or organisation that a report in the first person speaks for.

    Parameters
    ----------
    report : Report
        Its text, title and publisher are looked at.
    sentences : sequence of (int, sequence of Mention)
        Where each sentence starts in the stored text, and who it names.
    roster : Roster
        The names known.

    Returns
    -------
    Ours
        Without a side where nothing says so, where several do, and where a person speaks.
    """
    own = unquoted(report.text)
    if not _FIRST.search(own):
        return Ours()
    spoken_to = _spoken_to(own, sentences)
    headed = _headed(report.title, recognised(report.title, roster)) if report.title else None
    if headed is not None:
        return Ours(headed, spoken_to)
    found: dict[str, ActorRef] = {}
    for start, mentions in sentences:
        for mention in mentions:
            actor = _speaking(mention) if mention.start < 80 else None
            if actor is None or actor.name is None or actor.name in spoken_to:
                continue
            at = start + mention.start
            fronted = _ON_BEHALF.search(own, max(0, at - 40), at) and _AND_I.match(own, start + mention.end)
            if fronted or _WRITES.search(own, max(0, at - 90), at):
                return Ours(actor, spoken_to)
            if _opens(own[start:at]) and _performing().match(own, start + mention.end):
                found.setdefault(actor.name, actor)
    if len(found) > 1:
        return Ours(None, spoken_to | frozenset(found))
    published = _publishing(report.publisher, roster) if report.publisher and not found else None
    return Ours(next(iter(found.values()), published), spoken_to)


def _publishing(publisher: str, roster: Roster) -> ActorRef | None:
    """A publisher that is a side; no newspaper is."""
    if _words("media") & set(publisher.lower().split()):
        return None
    named = [a for a in map(_speaking, recognised(publisher, roster)) if a is not None and a.name]
    return named[0] if len(named) == 1 else None


def _headed(title: str, mentions: Sequence[Mention]) -> ActorRef | None:
    """``Statement by the Ministry of Water``: who is named first, unless further names follow."""
    match = _by().search(title)
    named = [m for m in mentions if match is not None and m.start >= match.end()]
    if match is None or not named or named[0].start - match.end() > 4:
        return None
    return _speaking(named[0]) if len(named) == 1 or named[1].kind is Kind.PLACE else None


def _speaking(mention: Mention) -> ActorRef | None:
    """A state, an organisation, or the state whose government or ministry it is."""
    if mention.modifier or mention.possessive or "located" in mention.flags or mention.unnamed:
        return None
    if mention.kind is Kind.BODY and not mention.party:
        return None
    if mention.kind not in _SPEAKING | {Kind.BODY}:
        return None
    actor = actor_of(mention, 0)
    if actor is None or (mention.kind is Kind.STATE and not mention.canonical):
        return None
    name = mention.party or mention.canonical
    return ActorRef(name, mention.text, -1, -1, party=name, kind=Kind.STATE.value if name else "")


def _opens(before: str) -> bool:
    """Whether a name that stands after these words is the subject its sentence opens with."""
    bare = re.sub(r"\b[Tt]he\s+$", "", before).strip()
    return not bare or (bare.endswith(",") and len(bare.split()) < 9)


def _spoken_to(own: str, sentences: Sequence[tuple[int, Sequence[Mention]]]) -> frozenset[str]:
    """Whom "we" turn to, who are somebody else: "we urge Norland", "our talks with Norland"."""
    return frozenset(
        mention.party or mention.canonical or ""
        for start, mentions in sentences
        for mention in mentions
        if mention.kind in _SPEAKING
        and _turned().search(own, max(0, start + mention.start - 60), start + mention.start)
    )


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(data_of("tracktwo.reading.coreference", "official.toml")[kind])


@cache
def _performing() -> re.Pattern[str]:
    adverbs = "|".join(sorted(_words("adverbs")))
    verbs = sorted(_words("performs"))
    plain = "|".join((*verbs, *(verb.removesuffix("s") for verb in verbs)))
    being = "|".join(sorted(_words("being")))
    return re.compile(
        rf"\s+(?:(?:{adverbs})\s+){{0,2}}(?:(?:{plain})|(?:is|are)\s+(?:(?:{adverbs})\s+){{0,2}}(?:{being}))\b"
    )


@cache
def _turned() -> re.Pattern[str]:
    """What stands right before a name that "we" turn to."""
    verbs = "|".join(sorted(_words("turning"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:[Ww]e|I)\s+(?:\w+\s+){{0,2}}?(?:{verbs})\s+|[Oo]ur\s+(?:\w+\s+){{1,3}}?(?:with|to|from|and)\s+)(?:both\s+)?(?:the\s+)?$"
    )


@cache
def _by() -> re.Pattern[str]:
    documents = "|".join(sorted(_words("documents"), key=len, reverse=True))
    return re.compile(rf"\b(?:{documents})\s+(?:by|of|from|on\s+behalf\s+of)\s+(?:the\s+)?", re.IGNORECASE)
