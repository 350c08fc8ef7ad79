"""Drafts to claims: ids, quotes, times, terms, voice, confidence; every segment accounted for."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from tracktwo.reading.attribution import voice_of
from tracktwo.reading.clauses.counts import without_count
from tracktwo.reading.clauses.draft import Draft, Span
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.confidence import confidence_of, traits_of
from tracktwo.reading.coreference.resolve import GENERIC_OWNERS
from tracktwo.reading.names import Kind
from tracktwo.reading.terms import exchange_of, read_terms
from tracktwo.reading.terms.heads import verb_head
from tracktwo.reading.time import TimeExpression, TimeKind, find_times
from tracktwo.reading.timing import in_its_tense, lies_ahead, without_its_day
from tracktwo.vocabulary import Act, Basis, Claim, Flag, Modality, Report, Term

METHOD = "rules/1"
_TERMED = frozenset(
    {
        Act.PROPOSE,
        Act.OFFER,
        Act.DEMAND,
        Act.ACCEPT,
        Act.REJECT,
        Act.SUPPORT,
        Act.OPPOSE,
        Act.URGE,
        Act.AGREE,
        Act.MEET,
        Act.DISCUSS,
        Act.CONCEDE,
        Act.PLEDGE,
        Act.CONDITION,
        Act.RULE_OUT,
        Act.PREFER,
        Act.EXPECT,
        Act.STATE,
        Act.RATIFY,
        Act.VOTE,
        Act.VOTE_FOR,
        Act.VOTE_AGAINST,
        Act.WARN,
        Act.THREATEN,
        Act.WITHDRAW,
        Act.IMPLEMENT,
        Act.VIOLATE,
        Act.MANDATE,
    }
)
_TRIMMED = frozenset(
    {
        Act.SUPPORT,
        Act.OPPOSE,
        Act.ACCEPT,
        Act.REJECT,
        Act.AGREE,
        Act.MEET,
        Act.DISCUSS,
        Act.VOTE,
        Act.USE_FORCE,
        Act.MEDIATE,
    }
)
_OPEN_LIST = ("include", "includes", "included", "including")


def assemble(report: Report, words: Words, drafts: list[Draft]) -> list[Claim]:
    """Claims of one sentence.

    Parameters
    ----------
    report : Report
        Whose stored text the drafts' spans count in.
    words : Words
        The sentence.
    drafts : list of Draft
        What was read in it.

    Returns
    -------
    list of Claim
        Ordered by predicate and actor; ids are distinct.
    """
    if not drafts:
        return []
    times = [
        _moved(t, words.start) for t in find_times(words.text[words.start : words.end], anchor=report.date)
    ]
    claims: dict[str, Claim] = {}
    for draft in drafts:
        claim = _claim(
            report, words, without_count(report.text, _trimmed(words, draft, times, drafts)), times, drafts
        )
        known = claims.get(claim.id)
        if known is not None and (known.actor, known.party) != (claim.actor, claim.party):
            # One word for several actors ("they", "negotiators from A and B"): the name tells them apart.
            claim = replace(claim, id=_digest(claim.id, claim.actor or claim.party or ""))
        claims.setdefault(claim.id, claim)
    return sorted(
        claims.values(), key=lambda c: (c.predicate_start, -1 if c.actor_start is None else c.actor_start)
    )


def _moved(time: TimeExpression, by: int) -> TimeExpression:
    return replace(time, start=time.start + by, end=time.end + by)


def _trimmed(words: Words, draft: Draft, times: list[TimeExpression], drafts: list[Draft]) -> Draft:
    """Leave a date at the end of an object out of it ("visit Peru this week")."""
    if (
        draft.act not in _TRIMMED
        or draft.object is None
        or draft.content
        or draft.rule.startswith("presupposed")
        or words.low(words.at_offset(draft.object[0])) == "to"
    ):
        return draft
    start, end = draft.object
    for time in times:
        if time.end == end and time.start > start + 2 and time is _time(draft, times, drafts):
            return replace(draft, object=(start, time.start - 1))
    return draft


def _claim(
    report: Report, words: Words, draft: Draft, times: list[TimeExpression], drafts: list[Draft]
) -> Claim:
    text = report.text
    actor = draft.actor
    actor_span = (actor.start, actor.end) if actor and actor.start >= 0 else None
    terms, exchange = _terms(words, draft)
    time = _time(draft, [t for t in times if not _of_its_object(draft, t, report.date)], drafts)
    time = in_its_tense(draft, time, words, report.date) if time is not None else None
    draft = without_its_day(draft, time)
    flags = _flags(words, draft, exchange, times)
    end = max(words.end, draft.object[1]) if draft.object else words.end
    start = min(words.start, draft.object[0]) if draft.object else words.start
    quote = text[start:end]
    predicate = text[draft.predicate[0] : draft.predicate[1]]
    obj = text[draft.object[0] : draft.object[1]] if draft.object else None
    modality = _modality(words, draft)
    if modality is Modality.ASSERTED and lies_ahead(draft, time, report.date):
        modality = Modality.PLANNED
    condition = text[draft.condition[0] : draft.condition[1]] if draft.condition else None
    name = actor.name if actor else None
    claim_id = _id(report, draft, actor_span)
    assert actor is None or actor_span is None or text[actor_span[0] : actor_span[1]] == actor.text, actor
    claim = Claim(
        claim_id,
        report.key,
        start,
        end,
        quote,
        name,
        actor.role if actor else None,
        actor.party if actor else None,
        actor.text if actor and actor_span else None,
        actor_span[0] if actor_span else None,
        actor_span[1] if actor_span else None,
        actor.others_unnamed if actor else False,
        voice_of(draft, _about(words, draft)),
        bool(actor and actor.unnamed),
        draft.act,
        predicate,
        *draft.predicate,
        obj,
        draft.object[0] if draft.object else None,
        draft.object[1] if draft.object else None,
        terms,
        draft.toward,
        draft.attribution,
        modality,
        condition,
        time.text if time else None,
        time.from_.isoformat() if time and time.from_ else None,
        time.to.isoformat() if time and time.to else None,
        time.basis if time else Basis.UNKNOWN,
        report.date.isoformat() if report.date else None,
        None,
        flags,
        0.0,
        f"{METHOD}:{draft.rule}",
    )
    return replace(claim, confidence=confidence_of(draft.rule, traits_of(claim)))


def _id(report: Report, draft: Draft, actor: Span | None) -> str:
    a, o = actor or (None, None), draft.object or (None, None)
    parts = (report.hash, *draft.predicate, *a, *o, draft.act.value)
    return _digest(*parts)


def _digest(*parts: object) -> str:
    told = "|".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).hexdigest()[:16]


def _range(words: Words, span: Span) -> tuple[int, int]:
    return words.at_offset(span[0]), words.at_offset(span[1] - 1) + 1


def _terms(words: Words, draft: Draft) -> tuple[tuple[Term, ...], Flag | None]:
    if draft.object is None or draft.act not in _TERMED or (draft.content and draft.act is Act.STATE):
        return (), None
    first, last = _range(words, draft.object)
    if draft.rule == "about-proposal-opens":
        return (), None
    head = verb_head(draft.word) if draft.rule == "about-proposal" and draft.word else None
    terms = read_terms(words, first, last, head)
    around = exchange_of(words, first, last) if terms else None
    if around:
        cut = words[around[0]].start
        one, other = [t for t in terms if t.end <= cut], [t for t in terms if t.start >= cut]
        sides = tuple(words.text[side[0].start : side[-1].end] for side in (one, other) if side)
        return terms, Flag("exchange", "", sides)
    if draft.rule == "about-proposal" and terms:
        before = exchange_of(words, 0, min(3, len(words)))
        if before:
            return terms, Flag("exchange", "what is given for it stands in the sentence before")
    return terms, None


def _time(draft: Draft, times: list[TimeExpression], drafts: list[Draft]) -> TimeExpression | None:
    """The date a draft is told with: the one in its clause that stands in no smaller clause of another
    act.
    """
    found = []
    for time in times:
        # "must approve it before 1 June": what somebody has to do has its day in its limit.
        limited = draft.rule == "deadline" or draft.modality is Modality.REQUIRED
        kinds = (TimeKind.DATE, TimeKind.DEADLINE) if limited else (TimeKind.DATE,)
        if draft.rule == "deadline":
            kinds = (*kinds, TimeKind.SPAN)  # "have until 15 April to answer"
        if time.kind not in kinds or not (draft.clause[0] <= time.start and time.end <= draft.clause[1]):
            continue
        if draft.content and draft.object and draft.object[0] <= time.start < draft.object[1]:
            continue
        size = draft.clause[1] - draft.clause[0]
        smaller = any(
            d.clause[0] <= time.start
            and time.end <= d.clause[1]
            and d.clause[1] - d.clause[0] < size
            and d.predicate != draft.predicate
            for d in drafts
        )
        if not smaller:
            found.append(time)
    if not found:
        return None
    return min(found, key=lambda t: abs(t.start - draft.predicate[1]))


def _of_its_object(draft: Draft, time: TimeExpression, told: dt.date | None) -> bool:
    """Whether a day still to come is part of what was done ("proposed a review in 2030"), not when.

    An act told as done, in a report of an earlier day, was not done on it.
    """
    if (
        draft.modality is not Modality.ASSERTED
        or draft.object is None
        or draft.rule in ("deadline", "time-set")
    ):
        return False
    inside = draft.object[0] <= time.start and time.end <= draft.object[1]
    return inside and told is not None and time.from_ is not None and time.from_ > told


def _flags(
    words: Words, draft: Draft, exchange: Flag | None, times: list[TimeExpression]
) -> tuple[Flag, ...]:
    flags = list(draft.flags)
    if exchange:
        flags.append(exchange)
    if draft.object is not None:
        first, last = _range(words, draft.object)
        lows = [words.low(k) for k in range(first, last)]
        if draft.act in (Act.PROPOSE, Act.DEMAND, Act.OFFER, Act.DISCUSS) and any(
            w in _OPEN_LIST for w in lows
        ):
            flags.append(Flag("open-list", "the list is told as incomplete"))
        if draft.act is Act.PROPOSE and any(
            words[k].text in '“"' for k in range(first, min(first + 4, last))
        ):
            flags.append(Flag("quoted-adjective"))
        if (
            lows
            and lows[0] in ("this", "that", "these", "it", "the")
            and _is_definite_thing(words, first, last)
        ):
            flags.append(Flag("anaphor", "what it is about was named before"))
    if draft.act is Act.AGREE and draft.modality is Modality.INTENDED:
        flags.append(Flag("purpose"))
    flags += _durations(draft, [t for t in times if not _afterwards(words, t)])
    return (
        tuple(dict.fromkeys(flags))
        if len({f.code for f in flags}) == len(flags)
        else tuple({(f.code, f.note): f for f in flags}.values())
    )


def _is_definite_thing(words: Words, first: int, last: int) -> bool:
    from tracktwo.reading.acts.objects import object_words

    return last - first <= 3 and (words.low(last - 1) in object_words("proposal") or last - first == 1)


def _afterwards(words: Words, time: TimeExpression) -> bool:
    """``could be reviewed after ten years``: when, not how long."""
    return words.text[words.start : time.start].lower().endswith("after ")


def _durations(draft: Draft, times: list[TimeExpression]) -> list[Flag]:
    found = []
    for time in times:
        inside = draft.clause[0] <= time.start and time.end <= draft.clause[1]
        if not inside:
            continue
        if time.kind is TimeKind.DEADLINE:
            found.append(Flag("deadline", time.text, (time.text,)))
        elif time.kind is TimeKind.DURATION and (
            draft.act is Act.DISCUSS or draft.rule == "expected-duration"
        ):
            low, high = time.at_least_days, time.at_most_days
            kind = (
                "exactly" if low == high and low is not None else "at_least" if low is not None else "at_most"
            )
            days = low if low is not None else high
            shown = time.text if kind == "exactly" or days is None else f"{days:g} days"
            found.append(Flag("duration", time.text, (kind, shown)))
    return found


def _modality(words: Words, draft: Draft) -> Modality:
    """What somebody only speculates, or states as not so, is not asserted."""
    if (
        draft.modality is not Modality.ASSERTED
        or draft.object is None
        or draft.act not in (Act.EXPECT, Act.STATE)
    ):
        return draft.modality
    first, last = _range(words, draft.object)
    if draft.act is Act.EXPECT:
        lows = {words.low(k) for k in range(first, last)}
        vague = bool(lows & {"could", "may", "might", "potential", "possible"})
        hoped = any(
            w in words.text[draft.predicate[0] : draft.predicate[1]].lower()
            for w in ("optimism", "hope", "speculat")
        )
        return Modality.POSSIBLE if vague or hoped else Modality.ASSERTED
    if draft.content and first < len(words) and words[first].text not in '“"':
        from tracktwo.reading.modality.cues import negated

        for k in range(first, min(first + 12, last)):
            if words.tag(k).startswith("VB") and words[k].group is None:
                if words[k].tag in ("VBP", "VBZ", "VBD") and words.low(k) in (
                    "has",
                    "have",
                    "had",
                    "is",
                    "are",
                    "was",
                    "were",
                    "do",
                    "does",
                    "did",
                ):
                    continue
                return Modality.NEGATED if negated(words, k) else draft.modality
    return draft.modality


def _about(words: Words, draft: Draft) -> str | None:
    """The party whose doing a statement is about: the first named in its subject."""
    if not draft.content or draft.object is None:
        return None
    first, last = _range(words, draft.object)
    if not any(words.tag(k) in ("VBD", "VBZ", "VBP", "MD") for k in range(first, min(first + 14, last))):
        return None
    for k in range(first, min(first + 4, last)):
        if k > first + 1 and words.low(k - 1) != "of":
            continue
        group = words[k].group
        if group is not None and group.speakers and group.speakers[0].kind is not Kind.PLACE:
            whose = group.speakers[0].party or group.speakers[0].canonical
            return None if whose and whose.lower() in GENERIC_OWNERS else whose
        if words.tag(k).startswith("VB"):
            return None
    return None
