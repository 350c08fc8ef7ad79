"""Stances: which way an act points, stances of the wrong sign, and the positions shown for own reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotations import GoldProposal, GoldStance, Passage, Prop, Sentence
from measures import Span, span_overlap
from naming import same_name
from tracktwo.record.questions.positions import PositionRow
from tracktwo.vocabulary import Claim, Report
from tracktwo.vocabulary.claims import Act, Modality

FOR = frozenset({Act.SUPPORT, Act.ACCEPT, Act.VOTE_FOR})
AGAINST = frozenset({Act.OPPOSE, Act.REJECT, Act.VOTE_AGAINST})
SHOWN = frozenset({Act.SUPPORT, Act.OPPOSE, Act.ACCEPT, Act.REJECT})

# A gold act seen as a stance: actor, whether a person, predicate, object spans, sign.
Sided = tuple[str, bool, Span, Sequence[Span], int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A stance shown in positions and whether it is right."""

    report: str
    actor: str | None
    act: str
    matter: str | None
    right: bool


def sign(acts: Iterable[Act], modality: Modality) -> int:
    """1 for, -1 against, 0 neither, of the first act that takes a side; a denial turns it round."""
    for act in acts:
        if act in FOR | AGAINST:
            way = 1 if act in FOR else -1
            return -way if modality in (Modality.NEGATED, Modality.DENIED) else way
    return 0


def wrong_signs(gold: Sequence[Sided], claims: Sequence[Claim]) -> int:
    """How many of the reader's stances point the other way than the one the text gives that actor.

    A claim is held against the gold stance of the same actor that it shares most with, first of the
    predicate, then of the object; where gold gives that actor no stance there is none to turn round.
    """
    wrong = 0
    for claim in claims:
        side = sign((claim.act,), claim.modality)
        if not side or claim.actor is None:
            continue
        matter = [] if claim.object_start is None else [(claim.object_start, claim.object_end or 0)]
        word = [(claim.predicate_start, claim.predicate_end)]
        rivals = [
            (span_overlap([predicate], word), span_overlap(spans, matter), way == side, way)
            for actor, person, predicate, spans, way in gold
            if way and same_name(actor, claim.actor, person=person)
        ]
        wrong += bool(rivals) and max(rivals)[3] != side
    return wrong


def shown_positions(passage: Passage, report: Report, claims: Sequence[Claim]) -> list[Shown]:
    """The stances that positions would show for one own report, each held against its annotated stances."""
    shown = []
    for row, base in _rows(report, claims):
        negated = row.modality in (Modality.NEGATED, Modality.DENIED)
        right = any(
            _is(stance, row.actor, Act(row.act), negated) and _about(stance, passage.proposals, base)
            for stance in passage.stances
        )
        shown.append(Shown(report.key, row.actor, row.act, row.matter, right))
    return shown


def shown_of_bulletin(sentences: Sequence[Sentence], report: Report, claims: Sequence[Claim]) -> list[Shown]:
    """The stances that positions would show from the annotated sentences of a bulletin.

    One is right where the sentence gives that actor that act, not turned round, in those words and about
    what overlaps. Rows of the gold standard that count neither way are left out.
    """
    shown = []
    for row, base in _rows(report, claims):
        for claim in base:
            sentence = next((s for s in sentences if s.start <= claim.predicate_start < s.end), None)
            if sentence is None or Act(claim.act) not in SHOWN:
                continue
            props = [p for p in sentence.props if _told(p, claim)]
            if any(p.optional for p in props):
                continue
            shown.append(Shown(report.key, row.actor, claim.act, row.matter, bool(props)))
    return shown


def _rows(report: Report, claims: Sequence[Claim]) -> Iterator[tuple[PositionRow, list[Claim]]]:
    """The rows of positions that show a stance on a proposal, each with its claims."""
    from tracktwo.record.linking import link
    from tracktwo.record.questions.positions import positions

    by_id = {claim.id: claim for claim in claims}
    for picture in link([report], claims):
        for row in positions(picture, [report], claims, blanks=False):
            if row.act is not None and Act(row.act) in SHOWN and row.proposal is not None:
                yield row, [by_id[one] for one in row.claims if one in by_id]


def _told(prop: Prop, claim: Claim) -> bool:
    if claim.actor is None or not same_name(prop.actor, claim.actor, person=prop.person):
        return False
    denied = (Modality.NEGATED, Modality.DENIED)
    way = claim.act in (prop.act, *prop.also) and (claim.modality in denied) == (prop.modality in denied)
    matter = [] if claim.object_start is None else [(claim.object_start, claim.object_end or 0)]
    about = not matter or not prop.message or span_overlap(prop.message, matter) > 0
    word = claim.predicate_start < prop.pred_span[1] and prop.pred_span[0] < claim.predicate_end
    return way and about and word


def _is(stance: GoldStance, actor: str | None, act: Act, negated: bool) -> bool:
    if (stance.modality in (Modality.NEGATED, Modality.DENIED)) != negated:
        return False
    if act != stance.act and act not in stance.also:
        return False
    if stance.actor is None or actor is None:
        return stance.actor is None and actor is None
    return same_name(stance.actor, actor, person=stance.person)


def _about(stance: GoldStance, proposals: Sequence[GoldProposal], claims: Sequence[Claim]) -> bool:
    mentions = [span for one in proposals if one.key == stance.proposal for span in one.mentions]
    for claim in claims:
        start, end = claim.object_start, claim.object_end
        if start is None or end is None:
            start, end = claim.start, claim.end
        if any(a < end and start < b for a, b in mentions):
            return True
    return False
