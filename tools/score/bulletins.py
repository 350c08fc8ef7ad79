"""Scores of bulletin sentences: propositions three ways, acts, wrong signs, and what confidence was worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotations import Prop, Sentence
from measures import Counts, overlap, words
from naming import canonical, neither_way, same_name
from pairing import pair
from stances import sign, wrong_signs
from tracktwo.reading import Proposition
from tracktwo.vocabulary import Claim, Report, SegmentKind
from tracktwo.vocabulary.claims import Act

MEASURES = ("exact", "overlap", "actor_predicate")
OVERLAP = 0.6

# Deeds that bulletins' rows are not about; a claim of such an act is counted only where gold has it.
DEEDS = frozenset(
    {
        Act.MEET,
        Act.DISCUSS,
        Act.MEDIATE,
        Act.MANDATE,
        Act.SUSPEND,
        Act.RESUME,
        Act.IMPLEMENT,
        Act.VIOLATE,
        Act.SANCTION,
        Act.USE_FORCE,
        Act.HAPPEN,
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """A proposition ready to compare."""

    actor: str
    predicate: str
    bag: Counter[str]
    person: bool = False
    optional: bool = False


@dataclass(slots=True)
class SentenceScore:
    """What one sentence gave."""

    sentence: Sentence
    rows: dict[str, Counts]
    acts: dict[Act, Counts] = field(default_factory=dict)
    missed: list[Row] = field(default_factory=list)
    extra: list[Row] = field(default_factory=list)
    wrong_sign: int = 0
    judged: list[tuple[Claim, bool]] = field(default_factory=list)


def gold_rows(sentence: Sentence, text: str) -> list[Row]:
    """The annotated rows of a sentence with their words."""
    return [
        Row(p.actor, p.predicate, words(message_of(p, text)), p.person, p.optional) for p in sentence.props
    ]


def message_of(prop: Prop, text: str) -> str:
    """The message's words in text order, without dropped stretches."""
    kept = []
    for start, end in prop.message:
        inside = sorted(d for d in prop.drop if start <= d[0] < end)
        at = start
        for a, b in inside:
            kept.append(text[at:a])
            at = b
        kept.append(text[at:end])
    return " ".join(kept)


def given_rows(sentence: Sentence, report: Report, propositions: Sequence[Proposition]) -> list[Row]:
    """The reader's rows that fall into an annotated sentence, by the number of their sentence."""
    spans = [s for s in report.segments if s.kind is SegmentKind.SENTENCE]
    rows = []
    for one in propositions:
        if 1 <= one.sentence <= len(spans):
            segment = spans[one.sentence - 1]
            shared = min(segment.end, sentence.end) - max(segment.start, sentence.start)
            if 2 * shared > min(segment.end - segment.start, sentence.end - sentence.start):
                rows.append(Row(one.actor, one.predicate.casefold(), words(one.message)))
    return rows


def compare(gold: Sequence[Row], given: Sequence[Row]) -> tuple[dict[str, Counts], list[Row], list[Row]]:
    """Counts by measure, with the rows missed and extra under ``exact``."""
    settled = {j for _, j in pair([g for g in gold if g.optional], given, _same_words)}
    required = [g for g in gold if not g.optional]
    # A row that a required one claims as well is not given away to an optional one.
    wanted = {j for _, j in pair(required, given, _same_words)}
    live = [
        row
        for j, row in enumerate(given)
        if not (j in settled and j not in wanted) and canonical(row.actor) not in neither_way()
    ]
    required = [g for g in required if canonical(g.actor) not in neither_way()]
    counts = {}
    exact: list[tuple[int, int]] = []
    for name, least in (("exact", 1.0), ("overlap", OVERLAP), ("actor_predicate", 0.0)):
        found = pair(required, live, lambda g, r, least=least: _weight(g, r, least))  # type: ignore[misc]
        counts[name] = Counts(len(found), len(live) - len(found), len(required) - len(found))
        exact = found if name == "exact" else exact
    hit, used = {i for i, _ in exact}, {j for _, j in exact}
    missed = [g for i, g in enumerate(required) if i not in hit]
    return counts, missed, [r for j, r in enumerate(live) if j not in used]


def _same_words(gold: Row, given: Row) -> float:
    return _weight(gold, given, 0.0)


def _weight(gold: Row, given: Row, least: float) -> float:
    if gold.predicate != given.predicate or not same_name(gold.actor, given.actor, person=gold.person):
        return 0.0
    shared = overlap(gold.bag, given.bag)
    return 1.0 + shared if shared >= least - 1e-9 else 0.0


def score(
    sentence: Sentence, report: Report, claims: Sequence[Claim], propositions: Sequence[Proposition]
) -> SentenceScore:
    """Everything one annotated sentence says about the reader."""
    counts, missed, extra = compare(
        gold_rows(sentence, report.text), given_rows(sentence, report, propositions)
    )
    result = SentenceScore(sentence, counts, missed=missed, extra=extra)
    named = [
        claim
        for claim in claims
        if sentence.start <= claim.predicate_start < sentence.end
        and claim.actor is not None
        and not claim.unnamed
        and canonical(claim.actor) not in neither_way()
    ]
    _score_acts(result, sentence.props, named)
    result.wrong_sign = wrong_signs(
        [
            (p.actor, p.person, p.pred_span, p.message, sign((p.act, *p.also), p.modality))
            for p in sentence.props
        ],
        named,
    )
    return result


def _score_acts(result: SentenceScore, props: Sequence[Prop], claims: Sequence[Claim]) -> None:
    found = dict(pair(props, claims, act_weight))
    used = set(found.values())
    for i, prop in enumerate(props):
        if not prop.optional:
            hit = i in found
            _add(result.acts, prop.act, Counts(tp=int(hit), fn=int(not hit)))
            if hit:
                result.judged.append((claims[found[i]], True))
    for j, claim in enumerate(claims):
        if j in used or claim.act in DEEDS or _is_optional(claim, props):
            continue
        _add(result.acts, claim.act, Counts(fp=1))
        result.judged.append((claim, False))


def act_weight(prop: Prop, claim: Claim) -> float:
    """Above 0 where actor and act are right; higher where the predicate's words are the same."""
    if claim.actor is None or not same_name(prop.actor, claim.actor, person=prop.person):
        return 0.0
    if claim.act != prop.act and claim.act not in prop.also:
        return 0.0
    touching = claim.predicate_start < prop.pred_span[1] and prop.pred_span[0] < claim.predicate_end
    return 1.0 + touching + 0.5 * (claim.act == prop.act) - 0.25 * prop.optional


def _is_optional(claim: Claim, props: Sequence[Prop]) -> bool:
    return any(
        prop.optional
        and claim.actor is not None
        and same_name(prop.actor, claim.actor, person=prop.person)
        and claim.predicate_start < prop.pred_span[1]
        and prop.pred_span[0] < claim.predicate_end
        for prop in props
    )


def _add(table: dict[Act, Counts], act: Act, counts: Counts) -> None:
    table[act] = table.get(act, Counts()) + counts
