"""``According to X, ...`` and ``..., citing X``: sources named beside the clause."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.attribution.documents import issuer_of
from tracktwo.reading.attribution.lists import document_nouns, source_list
from tracktwo.reading.attribution.nest import source_of
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.matching import DAYS
from tracktwo.reading.clauses.people import is_one, is_people
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.names import Kind
from tracktwo.vocabulary import Act

_CUES = frozenset({"according", "citing", "quoting", "as"})
_BESIDE = frozenset({"citing", "quoting"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP"})


def according_to(words: Words, drafts: list[Draft], context: Context) -> list[Draft]:
    """Add sources named by "according to" or "citing" to the drafts, and a state claim for each."""
    found: list[Draft] = []
    changed = list(drafts)
    for i in words.places(_CUES):
        cue = _cue(words, i)
        if cue is None:
            continue
        named = _document(words, i + cue, context) or _named(words, i + cue)
        named = named or _unnamed(words, i + cue)
        if named is None or named[1].generic:
            continue
        at, actor = named
        text = f"{words.low(i)} {words.low(i + 1)}" if cue == 2 else words.low(i)
        content = _content(words, i, at)
        if content is None:
            continue
        told = _told_by(words, i, at, [*drafts, *found]) if cue == 1 else None
        if cue == 1 and told is None:
            continue
        if told is not None:
            changed = [d for d in changed if d.predicate[0] != words[i].start]
            found.append(replace(_cited(words, i, actor), object=told.object, message=told.object))
        changed = [_sourced(d, actor, text, content, (words[i].start, words[at].end)) for d in changed]
        if cue == 2:
            found.append(
                Draft(
                    Act.STATE,
                    "according-to",
                    (words[i].start, words[i + 1].end),
                    (words.start, words.end),
                    actor,
                    content,
                    content,
                    flags=actor.flags,
                    content=True,
                    word="according",
                )
            )
    return changed + found


def _told_by(words: Words, i: int, at: int, drafts: list[Draft]) -> Draft | None:
    """The saying that "citing X" gives the source of; None where X is only a reason ("citing costs, ...")."""
    if not _can_say(words, i, at):
        return None
    near = [
        d for d in drafts if d.content and d.act is Act.STATE and d.object and d.object[1] < words.end + 1
    ]
    outside = [d for d in near if not (d.object and d.object[0] <= words[i].start < d.object[1])]
    return next((d for d in outside if d.predicate[0] != words[i].start), None)


def _can_say(words: Words, i: int, at: int) -> bool:
    """Whether what is cited says anything: "citing Norway's costs" gives a reason."""
    owned = any(
        words.tag(k) == "POS" or any(m.possessive for m in words.speakers(k)) for k in range(i, at + 1)
    )
    low = words.low(at)
    speaks = is_people(low) or is_one(low) or low in document_nouns() or low == "ministry"
    return speaks if owned else not words.tag(at + 1).startswith(("NN", "POS"))


def _cited(words: Words, i: int, actor: ActorRef) -> Draft:
    spot, clause = (words[i].start, words[i].end), (words.start, words.end)
    return Draft(Act.STATE, "citing", spot, clause, actor, flags=actor.flags, content=True, word="citing")


def _named(words: Words, first: int) -> tuple[int, ActorRef] | None:
    """The source that a name is in, and the word it ends with."""
    for k in range(first, min(first + 7, len(words))):
        group = words[k].group
        if group is not None:
            actors = actors_of(group, words.start)
            actor = next((a for a in actors if a.relation == "speaker"), None)
            return None if actor is None else _in_full(words, first, k, actor)
        if words[k].punct:
            return None
    return None


def _unnamed(words: Words, first: int) -> tuple[int, ActorRef] | None:
    """``two people close to the talks``, ``a joint statement``: words up to the next mark or verb."""
    last = first
    while last < min(first + 12, len(words)) and (not words[last].punct or words.low(last) == "-"):
        participle = words.tag(last) == "VBD" and words.tag(last + 1) in (
            "IN",
            "RP",
        )  # "people briefed on the talks"
        if (words.tag(last) in _VERBS and not participle) or words.low(last) == "that":
            return None
        last += 1
    span = words.span(first, last)
    noun = _noun(words, first, last)
    if span is None or noun >= last or words.low(noun) in source_list("no_sources"):
        return None
    return last - 1, ActorRef(None, words.text[span[0] : span[1]], *span, unnamed=True, kind="unnamed")


def _document(words: Words, first: int, context: Context) -> tuple[int, ActorRef] | None:
    """``a ministry statement issued on Monday``: whose it is, in all the words for it."""
    last = first
    while last < min(first + 12, len(words)) and not words[last].punct:
        if words.tag(last) in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") or words.low(last) == "that":
            break
        last += 1
    head = _noun(words, first, last)
    span = words.span(first, last)
    issuer = issuer_of(words, first, last, head, context) if head < last and span is not None else None
    if issuer is None or span is None:
        return None
    return last - 1, replace(issuer, text=words.text[span[0] : span[1]], start=span[0], end=span[1])


def _noun(words: Words, first: int, last: int) -> int:
    """The head noun of the phrase at ``first``: the last noun before anything else."""
    k = first
    while k < last and not words.tag(k).startswith("NN"):
        k += 1
    while k + 1 < last and words.tag(k + 1).startswith("NN"):
        k += 1
    return k


def _in_full(words: Words, first: int, at: int, actor: ActorRef) -> tuple[int, ActorRef]:
    """The words for a named source: all up to the mark, and an aside that says who that is.

    ``a person close to the board`` is nobody named, though a name stands in the words.
    """
    if _parted(words, at) is not None:
        return at, actor
    last = at
    while _names_on(words, last + 1):
        last += 1
    last = _past_aside(words, last)
    span = words.span(first, last + 1)
    if span is None or span[0] > actor.start or span[1] < actor.end:
        return at, actor
    before = any(words.tag(k).startswith("NN") and words[k].group is None for k in range(first, at))
    text = words.text[span[0] : span[1]]
    if before and (words[at].group is None or not _is_person(words, at)):
        return last, ActorRef(None, text, *span, None, actor.party, True, kind="unnamed")
    return last, replace(actor, text=text, start=span[0], end=span[1])


def _names_on(words: Words, k: int) -> bool:
    """Whether the words for a source go on at ``k``: "Norway's main news agency"."""
    if words.low(k) in DAYS or k >= len(words):
        return False
    adjective = words.tag(k) == "JJ" and words.tag(k - 1) == "POS"
    group = words[k].group
    apart = group is not None and words.text[words[k].start : words[k].end].lower().startswith(("the ", "a "))
    return (adjective or words.tag(k).startswith(("NN", "POS")) or group is not None) and not apart


def _is_person(words: Words, at: int) -> bool:
    return any(m.kind is Kind.PERSON for m in words.speakers(at))


def _past_aside(words: Words, last: int) -> int:
    """Past ", the head of the union" or ", a member," where a clause follows the second comma."""
    if words.low(last + 1) != "," or not words.tag(last + 2).startswith(("DT", "JJ", "NN", "CD", "PRP$")):
        return last
    closing = next((k for k in range(last + 2, min(last + 18, len(words))) if words.low(k) == ","), None)
    if closing is None or words.low(last + 2) in ("last", "this", "next", "earlier"):
        return last
    aside, rest = range(last + 2, closing), range(closing + 1, len(words))
    if any(words.tag(k) in _VERBS or words.low(k) in DAYS for k in aside):
        return last
    verb = next((k for k in rest if words.tag(k) in _VERBS), None)
    return last if verb is None or words.low(verb - 1) == "," else closing - 1


def _cue(words: Words, i: int) -> int | None:
    if words.low(i) == "according" and words.low(i + 1) == "to":
        return 2
    if words.low(i) == "as" and words.low(i + 1) == "per":
        return 2
    if words.low(i) in _BESIDE and (i == 0 or words.low(i - 1) == ","):
        return 1
    return None


def _content(words: Words, i: int, at: int) -> tuple[int, int] | None:
    """What the source is for: the rest of the sentence after a fronted one, what stands before otherwise."""
    if i <= 1:
        comma = next((k for k in range(at + 1, len(words)) if words.low(k) in (",", ":")), at)
        if words.low(comma + 1) in _BESIDE:  # "According to X, quoting Y, ..."
            comma = next((k for k in range(comma + 1, len(words)) if words.low(k) == ","), comma)
        said = words.span(comma + 1, len(words))
        parted = _parted(words, at)
        return (parted, said[1]) if said and parted else said
    return words.span(0, i)


def _parted(words: Words, at: int) -> int | None:
    """Where what is said starts in "According to X, Y and Z left", whose names look like one list."""
    several = words.speakers(at)
    if len(several) < 2 or words.tag(at + 1) not in _VERBS:
        return None
    return words.start + several[1].start


def _sourced(
    draft: Draft, actor: ActorRef, cue: str, content: tuple[int, int], spot: tuple[int, int]
) -> Draft:
    inside = content[0] <= draft.predicate[0] and draft.predicate[1] <= content[1]
    if not inside or spot[0] <= draft.predicate[0] < spot[1]:
        return draft
    return replace(draft, attribution=(*draft.attribution, source_of(actor, cue)))
