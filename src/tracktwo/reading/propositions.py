"""propositions: rows of actor, predicate and message, as the bulletin measure wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracktwo.reading.acts import load_nouns, load_verbs
from tracktwo.reading.clauses.verb_words import AUX
from tracktwo.reading.messages import DEEDS, message_of
from tracktwo.reading.patterns.lists import listed
from tracktwo.reading.topics import fronted_topics
from tracktwo.vocabulary import Act, Claim, Modality, Reading, Report, SegmentKind

_SAYING = frozenset({Act.STATE, Act.EXPECT, Act.WARN})
_NOT_YET = frozenset(
    {Modality.REQUIRED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.PLANNED, Modality.INTENDED}
)
# What is inferred from what somebody said (a red line, a deadline), and whom others cite, is no row.
_INFERRED = (
    ":said-must-not",
    ":verdict",
    ":red-line",
    ":said-if",
    ":time-set",
    ":topic",
    ":agreement-between",
    ":citing",
)
_LEADS_IN = frozenset({"replying", "responding", "answering", "reacting", "comparing"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_DENIAL = re.compile(r"\b(?:not|never|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE)

_SMALL = frozenset({"not", "n't", "never", "of", "to", "in", "with", "for", "fully", "firmly"})
_REPRESENTS = re.compile(
    r"(?:(?:the|a|an|its|their) )?(?:\w+ )?"
    r"(?:representatives?|delegates?|delegations?|spokes(?:man|woman|person))"
    r"(?: (?:of|from|for)\b|$)",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:some|several|many|few|one|another|certain|other|two|three|most)\s+$", re.IGNORECASE)
# How somebody is, no word of speech or stance ("said it was ready to X": the row is "said").
_STATES = frozenset({"subject", "ready", "willing", "sure", "aware", "prepared", "able"})
# "monitored, reported and verified", "objected and the request was withdrawn": the word governs nothing.
_JOINED = re.compile(r"(?:and|or)\s", re.IGNORECASE)
# "took the floor to say", "went on to note"; any other infinitive tells what is only wanted.
_TO = re.compile(r"(?:(?<!\bfloor)(?<!\bon)(?<!\blike)(?<!\bwished)(?<!\bwanted)\s+to|\bTo)\s+(?:\w+ly\s+)?$")


@dataclass(frozen=True, slots=True)
class Proposition:
    """Who (canonical), the one reporting or stance word, and what it governs; ``sentence`` counts from 1."""

    report: str
    sentence: int
    actor: str
    predicate: str
    message: str


def propositions(reading: Reading, report: Report) -> tuple[Proposition, ...]:
    """Rows for the named actors of a reading.

    Parameters
    ----------
    reading : Reading
        As ``read`` gives it.
    report : Report
        The report it was read from.

    Returns
    -------
    tuple of Proposition
        In text order; unnamed and generic actors give none.
    """
    sentences = [s.start for s in report.segments if s.kind is SegmentKind.SENTENCE]
    number = {start: at for at, start in enumerate(sentences, start=1)}
    rows = []
    # Supporters said what the speaker said, to its end ("if ...", "this year").
    whole: dict[tuple[int, int], str] = {}
    topics = fronted_topics(reading.claims)
    for claim in reading.claims:
        actor = _speaks_as(claim, report.text)
        if actor is None or claim.object is None or claim.object_start is None:
            continue
        if not _discusses(claim, report.text):
            continue
        if claim.act in DEEDS or claim.actor in listed("meeting_groups") or _wished(claim):
            continue
        if _still_to_hand_over(claim):
            continue
        if claim.method.endswith(_INFERRED):
            continue
        if _only_intended(claim, reading.claims, report.text):
            continue
        word, end = _word(claim)
        word = _opposing(claim, report.text, word)
        message = message_of(claim, report.text, end)
        message = f"{topics[claim.id]} {message}" if message and claim.id in topics else message
        if word and message and word not in _STATES and not _JOINED.match(message):
            denied = _denied(claim) or (_against(claim) and word == _word(claim)[0])
            name = f"not {word}" if denied else word
            at = (claim.predicate_start, claim.object_start)
            known = whole.get(at, message)
            whole[at] = message if message.startswith(f"{known} ") else known
            rows.append((at, Proposition(report.key, number.get(claim.start, 0), actor, name, message)))
    full = [
        replace(row, message=whole[at]) if whole[at].startswith(f"{row.message} ") else row
        for at, row in rows
    ]
    return tuple(row for row in dict.fromkeys(full) if not _opens(row, full))


def _opens(row: Proposition, rows: list[Proposition]) -> bool:
    """Whether another row has the same words and the list they open ("options, including A and B")."""
    same = (row.sentence, row.actor, row.predicate)
    whole = f"{row.message}, including"
    return any((r.sentence, r.actor, r.predicate) == same and r.message.startswith(whole) for r in rows)


def _speaks_as(claim: Claim, text: str) -> str | None:
    """Whose row it is: the actor's; a representative of somebody speaks as that somebody."""
    if claim.actor is not None and not claim.unnamed:  # "the contact group" is nobody in particular
        if claim.actor == "Delegation" and claim.party:
            return claim.party
        nobody = claim.actor_text == claim.actor.lower() or _described(claim)
        return None if nobody else claim.actor
    start = claim.actor_start or 0
    opening = (claim.actor_text or "").partition(" ")[0]
    if _SOME.search(text[max(0, start - 16) : start]) or _SOME.match(f"{opening} "):
        return None
    inferred = any(flag.code == "party-inferred" for flag in claim.flags)
    spoken = _REPRESENTS.match(claim.actor_text or "") is not None
    return claim.party if spoken and not inferred else None


def _described(claim: Claim) -> bool:
    """``the Facilitator said``, ``this group would``: told before who is meant; the words name nobody."""
    if not any(flag.code == "anaphor" for flag in claim.flags):
        return False
    text = claim.actor_text or ""
    if text != "I" and any(word.isupper() for word in text.split()):  # "the G-77"
        return False
    written = set(text.lower().split())
    return not written & (_PRONOUNS | set((claim.actor or "").lower().split()))


def _discusses(claim: Claim, text: str) -> bool:
    """``discussed X`` is a row; "Discussing X, Norland said" and "met to discuss X" only lead there."""
    if claim.predicate.lower().split()[0] in _LEADS_IN:
        return False
    if claim.act is not Act.DISCUSS and not claim.predicate.lower().startswith("discuss"):
        return True
    return not claim.predicate.lower().endswith("ing") and not text[: claim.predicate_start].endswith("to ")


def _only_intended(claim: Claim, claims: tuple[Claim, ...], text: str) -> bool:
    """``expects to ratify``, ``proposed binding and agreed terms``: part of what another row is about."""
    before = text[max(0, claim.predicate_start - 24) : claim.predicate_start]
    if _TO.search(before):
        return True
    if not before.endswith(("to ", "and ", "or ")):
        return False
    return any(
        (other.actor, other.actor_start) == (claim.actor, claim.actor_start)
        and other.id != claim.id
        and other.start == claim.start
        and (other.object_start or 0) <= claim.predicate_start < (other.object_end or 0)
        for other in claims
    )


def _wished(claim: Claim) -> bool:
    """What somebody else says an actor should or might do is no act of that actor's yet."""
    if claim.modality is Modality.REQUIRED:
        return True
    if claim.modality not in _NOT_YET or not claim.attribution:
        return False
    own = (claim.actor_text or "").lower() in _PRONOUNS or claim.actor in {s.name for s in claim.attribution}
    return not own


def _still_to_hand_over(claim: Claim) -> bool:
    """``would draft conclusions``, ``will circulate a text``: nothing is on the table yet."""
    last = claim.predicate.lower().split()[-1]
    return claim.modality in _NOT_YET and load_verbs().lemmas.get(last) in listed("hands_over")


def _denied(claim: Claim) -> bool:
    """Whether the act itself is denied; what is said to be not so ("said it was not") is no such denial."""
    if claim.modality is not Modality.NEGATED:  # "could not accept" is a refusal, asserted
        return claim.act is Act.REJECT and _DENIAL.search(claim.predicate) is not None
    return claim.act not in _SAYING or _DENIAL.search(claim.predicate) is not None


def _against(claim: Claim) -> bool:
    """An opposer of what a speaker did is listed with "not" and the speaker's word."""
    frames = load_verbs().frames.get(_word(claim)[0])
    if claim.act is not Act.OPPOSE or frames is None or _opposing_noun(claim):
        return False
    shown = set(claim.predicate.lower().split())
    # The longest frame comes first: "argued against" before "argued".
    frame = next((f for f in frames if shown.issuperset(f.words[1:])), None)
    return frame is not None and frame.act is not Act.OPPOSE


def _opposing_noun(claim: Claim) -> bool:
    """Whether the predicate says itself that it is against ("reiterated its objection")."""
    nouns = load_nouns().nouns
    said = (nouns.get(match.group().lower()) for match in re.finditer(r"[^\W_]+", claim.predicate))
    return any(noun is not None and noun.act is Act.OPPOSE for noun in said)


def _opposing(claim: Claim, text: str, word: str) -> str:
    """``was supported by X and opposed by Y``: Y's own word."""
    if _against(claim) and claim.actor_start is not None:
        found = re.search(r"\b(opposed)\s+by\b", text[claim.predicate_end : claim.actor_start])
        return found.group(1) if found else word
    return word


def _word(claim: Claim) -> tuple[str, int]:
    """The act's own word in the predicate, lower case, and where it ends in the stored text."""
    frames, nouns, light = load_verbs().frames, load_nouns().nouns, load_nouns().light
    matches = list(re.finditer(r"[^\W_]+", claim.predicate))
    if not matches:
        return "", claim.predicate_end
    known = [
        m
        for m in matches
        if m.group().lower() in frames or m.group().lower() in light or m.group().lower() in nouns
    ]
    best = next((m for m in known if m.group().lower() not in AUX), None)
    if best is None:  # "was not supportive of": the word that says where somebody stands
        told = [m for m in matches if m.group().lower() not in AUX | _SMALL]
        best = told[-1] if told else matches[-1]
    return best.group().lower(), claim.predicate_start + best.end()
