"""Scores of news passages and own reports: right act with right actor, and attributions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from annotations import GoldAttribution, GoldClaim, Passage
from measures import Counts, Span, span_overlap
from naming import PRONOUNS, same_name
from pairing import pair
from stances import sign, wrong_signs
from tracktwo.vocabulary import Claim, Report, SegmentKind
from tracktwo.vocabulary.claims import Act

HALF = 0.5
SAYING = frozenset({Act.STATE, Act.EXPECT, Act.WARN})
ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\w)", re.IGNORECASE)
# Acts of courtesy report no words unless a clause or quotation follows (guide, section 6).
COURTESY = re.compile(
    r"\b(?:thank|congratulat|condol|prais|commend|applaud|salut|complimen|tribute|gratitude|appreciat|sympath|apolog"
    r"|grateful|respects|recogni[sz]|celebrat|commemorat|responsibility|overview)",
    re.IGNORECASE,
)
# What somebody feels, has or is resolved on is no word of saying or thinking (guide, sections 5 and 6).
STATE_OF_MIND = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|being|remains?|remained|feel|felt)|['’](?:m|re|s))\s+(?:\w+\s+)?"
    r"(?:delighted|pleased|proud|saddened|shocked|glad|relieved|heartened|encouraged|thrilled|honou?red|satisfied"
    r"|surprised|impressed|humbled|moved|touched|mindful|aware|conscious|confident|committed|clear|concerned|worried"
    r"|ready|determined|resolved|united|appalled|horrified|disappointed|hopeful|sorry)\b"
    r"|^(?:has|have|had)\s+(?:an?|the|no|hope|faith|confidence)\b|\bcount on\b|\bmourn|\bappreciate",
    re.IGNORECASE,
)
DIRECT = re.compile(r"^(?:that\b|[\"“‘'«])", re.IGNORECASE)
QUOTES = tuple("\"“‘'«")
LED_IN = re.compile(r"\bthat\s+$|[\"“‘'«]$", re.IGNORECASE)


@dataclass(slots=True)
class PassageScore:
    """What one sentence of a passage gave (counts of several sentences add)."""

    claims: Counts = field(default_factory=Counts)
    attributions: Counts = field(default_factory=Counts)
    acts: dict[Act, Counts] = field(default_factory=dict)
    missed: list[GoldClaim] = field(default_factory=list)
    extra: list[Claim] = field(default_factory=list)
    missed_attributions: list[GoldAttribution] = field(default_factory=list)
    extra_attributions: list[GoldAttribution] = field(default_factory=list)
    wrong_sign: int = 0
    judged: list[tuple[Claim, bool]] = field(default_factory=list)


def score(passage: Passage, report: Report, claims: Sequence[Claim]) -> list[PassageScore]:
    """One score a sentence of the passage."""
    end = len(report.text) if passage.end is None else passage.end
    inside = [claim for claim in claims if passage.start <= claim.predicate_start < end]
    cuts = [s.start for s in report.segments if s.kind is SegmentKind.SENTENCE]

    def number(at: int) -> int:
        return sum(cut <= at for cut in cuts)

    said = given_attributions(inside, report.text)
    numbers = sorted(
        {number(g.pred_span[0]) for g in passage.claims}
        | {number(a.cue[0]) for a in passage.attributions}
        | {number(c.predicate_start) for c in inside}
        | {number(a.cue[0]) for a in said}
    )
    scores = []
    for one in numbers:
        gold = [g for g in passage.claims if number(g.pred_span[0]) == one]
        given = [c for c in inside if number(c.predicate_start) == one]
        result = _claims(gold, given, report.text)
        wanted = [bare(a, report.text) for a in passage.attributions if number(a.cue[0]) == one]
        _attributions(result, wanted, [bare(a, report.text) for a in said if number(a.cue[0]) == one])
        scores.append(result)
    return scores


def _claims(gold: Sequence[GoldClaim], given: Sequence[Claim], text: str) -> PassageScore:
    result = PassageScore()
    found = dict(pair(gold, given, lambda g, c: claim_weight(g, c, text)))
    used = set(found.values())
    for i, one in enumerate(gold):
        if one.optional:
            continue
        counts = Counts(tp=1) if i in found else Counts(fn=1)
        result.claims += counts
        result.acts[one.act] = result.acts.get(one.act, Counts()) + counts
        if i in found:
            result.judged.append((given[found[i]], True))
        else:
            result.missed.append(one)
    for j, claim in enumerate(given):
        if j not in used:
            result.claims += Counts(fp=1)
            result.acts[claim.act] = result.acts.get(claim.act, Counts()) + Counts(fp=1)
            result.judged.append((claim, False))
            result.extra.append(claim)
    result.wrong_sign = wrong_signs(
        [
            (
                g.actor,
                g.person,
                g.pred_span,
                [g.obj_span] if g.obj_span else [],
                sign((g.act, *g.also), g.modality),
            )
            for g in gold
            if g.actor is not None
        ],
        given,
    )
    return result


def claim_weight(gold: GoldClaim, claim: Claim, text: str) -> float:
    """Above 0 where act and actor are right; more where predicates touch and the act is the first choice."""
    if (claim.act != gold.act and claim.act not in gold.also) or not same_actor(gold, claim, text):
        return 0.0
    touching = claim.predicate_start < gold.pred_span[1] and gold.pred_span[0] < claim.predicate_end
    return 1.0 + touching + 0.5 * (claim.act == gold.act) - 0.25 * gold.optional


def same_actor(gold: GoldClaim, claim: Claim, text: str) -> bool:
    """Whether the reader has the actor right.

    Named: the same canonical name; or the same words (half of the longer shared, no pronoun) under a name
    that shares a word with the expected one. Unnamed and other words for actors: half of the longer shared,
    or one inside the other ("spokesman" for "a spokesman of the union"), with no name given to them. Nobody:
    no name and no words.
    """
    span = _actor_span(claim)
    if gold.actor is None:
        if claim.actor is not None and not claim.unnamed:
            return False
        if gold.actor_span is None or span is None:
            return gold.actor_span is None and span is None
        return _same_words(gold.actor_span, span)
    if claim.actor is None:
        return False
    if same_name(gold.actor, claim.actor, person=gold.person):
        return True
    if gold.actor_span is None or span is None or text[span[0] : span[1]].casefold() in PRONOUNS:
        return False
    shared = set(gold.actor.casefold().split()) & set(claim.actor.casefold().split()) - {"the", "of", "and"}
    return bool(shared) and span_overlap([gold.actor_span], [span]) >= HALF


def _same_words(one: Span, two: Span) -> bool:
    within = (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])
    return within or span_overlap([one], [two]) >= HALF


def _actor_span(claim: Claim) -> Span | None:
    if claim.actor_start is None or claim.actor_end is None:
        return None
    return claim.actor_start, claim.actor_end


def given_attributions(claims: Sequence[Claim], text: str) -> list[GoldAttribution]:
    """The reader's attributions: claims of saying, expecting, warning, and acts with quote or that-clause."""
    found = []
    for claim in claims:
        if claim.object_start is None or claim.object_end is None:
            continue
        content = text[claim.object_start : claim.object_end]
        before = text[max(0, claim.object_start - 8) : claim.object_start]
        # What a passive is about stands before it: "the news that the convoy was attacked" has no such cue.
        follows = claim.object_start >= claim.predicate_end or content[:1] in QUOTES
        direct = follows and (DIRECT.match(content) or LED_IN.search(before))
        if claim.act is Act.STATE and STATE_OF_MIND.search(claim.predicate) and not direct:
            continue
        links = _links(claim, claims)
        if claim.act is Act.STATE and COURTESY.search(claim.predicate) and not (direct or links):
            continue
        if claim.act in SAYING or direct or links:
            # A chain's link may hold the source in full, title and apposition included, as gold has it.
            source = max([*links, *_maybe(_actor_span(claim))], key=lambda s: s[1] - s[0], default=None)
            cue = (claim.predicate_start, claim.predicate_end)
            found.append(GoldAttribution(source, cue, ((claim.object_start, claim.object_end),)))
    return _together(found)


def _together(found: Sequence[GoldAttribution]) -> list[GoldAttribution]:
    """One attribution for speakers named together: a claim for each, but one source in the annotations."""
    sources: dict[tuple[Span, tuple[Span, ...]], Span | None] = {}
    for one in found:
        key = (one.cue, one.content)
        other = sources.get(key)
        if other and one.source:
            sources[key] = (min(other[0], one.source[0]), max(other[1], one.source[1]))
        else:
            sources[key] = other or one.source
    return [GoldAttribution(source, cue, content) for (cue, content), source in sources.items()]


def _links(claim: Claim, claims: Sequence[Claim]) -> list[Span]:
    """Spans of the sources in other claims' chains that name this claim's actor with its predicate."""
    if claim.actor_start is None or claim.actor_end is None:
        return []
    return [
        (source.start, source.end)
        for other in claims
        if other is not claim
        for source in other.attribution
        if source.start <= claim.actor_start
        and claim.actor_end <= source.end
        and source.cue in claim.predicate
    ]


def _maybe(span: Span | None) -> list[Span]:
    return [] if span is None else [span]


def bare(one: GoldAttribution, text: str) -> GoldAttribution:
    """The attribution with its source's leading article dropped: "the UN" must not be two thirds article."""
    if one.source is None:
        return one
    start, end = one.source
    article = ARTICLE.match(text[start:end])
    return replace(one, source=(start + (article.end() if article else 0), end))


def attribution_weight(gold: GoldAttribution, given: GoldAttribution) -> float:
    """Above 0 where source, cue and content each share at least half of the longer one's characters."""
    if (gold.source is None) != (given.source is None):
        return 0.0
    parts = [span_overlap([gold.cue], [given.cue]), span_overlap(gold.content, given.content)]
    if gold.source and given.source:
        parts.append(span_overlap([gold.source], [given.source]))
    return sum(parts) if min(parts) >= HALF else 0.0


def _attributions(
    result: PassageScore, gold: Sequence[GoldAttribution], given: Sequence[GoldAttribution]
) -> None:
    found = pair(gold, given, attribution_weight)
    result.attributions = Counts(len(found), len(given) - len(found), len(gold) - len(found))
    hit, used = {i for i, _ in found}, {j for _, j in found}
    result.missed_attributions = [g for i, g in enumerate(gold) if i not in hit]
    result.extra_attributions = [a for j, a in enumerate(given) if j not in used]
