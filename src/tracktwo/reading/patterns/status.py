"""Where talks stand, told without an actor's verb: open issues, required approval, topics, red lines, durations."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts.objects import object_words
from tracktwo.reading.clauses.actors import actors_of
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.extents import clause_end, condition_at, object_end
from tracktwo.reading.clauses.predicates import AUX, DAYS
from tracktwo.reading.clauses.resolving import parties_before
from tracktwo.reading.clauses.phrases import phrase_ending
from tracktwo.reading.clauses.subjects import near
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context, infer_party
from tracktwo.reading.masking import ActorGroup
from tracktwo.reading.patterns.lists import listed
from tracktwo.reading.terms.read import verb_head
from tracktwo.vocabulary import Act, Flag, Modality


def status(words: Words, context: Context, drafts: list[Draft]) -> list[Draft]:
    """Drafts of all status patterns of one sentence."""
    return (
        _issues_remain(words)
        + _obstacle(words)
        + _approval(words, context)
        + _topic(words, context, drafts)
        + _stance(words)
        + _said_red_lines(words, drafts)
        + _said_if(words, drafts)
        + _expected_duration(words, context)
        + _talks_indicate(words)
        + _scheduled(words)
        + _deadline(words)
    )


def _issues_remain(words: Words) -> list[Draft]:
    """``contentious issues remain, notably X and Y``."""
    for i in range(1, len(words)):
        if not words.low(i).startswith(("remain", "persist")) or words.low(i - 1) not in listed(
            "open_issues"
        ):
            continue
        start = i - 2 if words.low(i - 2) in listed("open_adjectives") else i - 1
        after = i + 1
        while words.low(after) in (
            ",",
            "notably",
            "including",
            "such",
            "as",
            "particularly",
            "especially",
            "on",
            "over",
            ":",
            "between",
            "namely",
            "among",
            "them",
        ):
            after += 1
        end = object_end(words, after, clause_end(words, after, content=False), content=False)
        predicate, obj = words.span(start, i + 1), words.span(after, end)
        if predicate:
            return [
                Draft(
                    Act.STATE,
                    "issues-remain",
                    predicate,
                    (words.start, words.end),
                    None,
                    obj,
                    obj,
                    word=words.low(i),
                )
            ]
    return []


def _obstacle(words: Words) -> list[Draft]:
    """``which have been a sticking point for months``."""
    for i in range(2, len(words) - 1):
        pair = f"{words.low(i)} {words.low(i + 1)}"
        if pair not in listed("obstacles"):
            continue
        phrase = phrase_ending(words, i + 1)
        if phrase is None:
            continue
        verb = phrase.first - 1
        if not (words.low(verb) in AUX or words.low(verb).startswith(("remain", "prov"))):
            continue
        first = verb
        while words.low(first - 1) in AUX or words.tag(first - 1).startswith("RB"):
            first -= 1
        predicate = words.span(first, verb + 1)
        obj = words.span(phrase.first, clause_end(words, i + 2, content=False))
        if predicate is None or obj is None:
            continue
        flags: tuple[Flag, ...] = ()
        if words.low(first - 1) == "which":
            flags = _readings(words, first - 1, "what the clause is about")
        return [
            Draft(
                Act.STATE,
                "sticking-point",
                predicate,
                (words.start, words.end),
                None,
                obj,
                obj,
                flags=flags,
                word=words.low(verb),
            )
        ]
    return []


def _readings(words: Words, which: int, note: str) -> tuple[Flag, ...]:
    """The nearer and the wider thing a relative clause may be about, where "and" stands before it."""
    j = which - 1
    while j >= 0 and words[j].punct:
        j -= 1
    cut = next((k for k in range(j, max(j - 16, -1), -1) if words.low(k) == "and"), None)
    if cut is None or j < 0:
        return ()
    start = cut
    while start > 0 and not (
        words.low(start - 1) in (",", "notably", "including", ":", "on", "over")
        or words.tag(start - 1) in ("VBP", "VBD", "VBZ", "VB")
    ):
        start -= 1
    while words.low(start) in ("among", "them", "including", "such", "as", "notably"):
        start += 1
    nearer, wide = words.span(cut + 1, j + 1), words.span(start, j + 1)
    if nearer is None or wide is None:
        return ()
    return (Flag("ambiguous", note, (words.text[nearer[0] : nearer[1]], words.text[wide[0] : wide[1]])),)


def _approval(words: Words, context: Context) -> list[Draft]:
    """``X, which require cabinet approval``; ``the deal must be ratified by the members``."""
    for i in range(1, len(words)):
        low = words.low(i)
        body_at = after = None
        if low in ("require", "requires", "required", "need", "needs", "needed") and words[i].group is None:
            body_at, after = _approving_body(words, i + 1)
        elif low == "subject" and words.low(i + 1) == "to":
            body_at, after = _approving_body(words, i + 2)
        elif (
            low in ("approved", "ratified", "endorsed")
            and words.low(i - 1) == "be"
            and words.low(i + 1) == "by"
        ):
            if not any(
                words.low(k) in ("must", "should", "needs", "need", "has", "have", "to")
                for k in range(max(0, i - 4), i)
            ):
                continue
            body_at = next(
                (k for k in range(i + 2, min(i + 6, len(words))) if words[k].group is not None), None
            )
            after = body_at + 1 if body_at is not None else None
        if body_at is None or after is None:
            continue
        return _ratify(words, i, body_at, after, context)
    return []


def _approving_body(words: Words, start: int) -> tuple[int | None, int | None]:
    body = None
    for k in range(start, min(start + 9, len(words))):
        if words[k].group is not None:
            body = k if body is None else body
        if words.low(k) in listed("approval"):
            if body is None and words.low(k + 1) in ("by", "of", "from", "in"):
                body = next(
                    (n for n in range(k + 2, min(k + 6, len(words))) if words[n].group is not None), None
                )
                return body, (body + 1 if body is not None else None)
            return body, k + 1
        if words.low(k) in (",", ".", ";", "that"):
            break
    return None, None


def _ratify(words: Words, i: int, body_at: int, after: int, context: Context) -> list[Draft]:
    group = words[body_at].group
    if group is None:
        return []
    first = i
    while words.low(first - 1) in AUX or words.low(first - 1) in ("must", "to", "be", "not", "still", "also"):
        first -= 1
    relative = words.low(first - 1) in ("which", "that")
    phrase = (
        phrase_ending(words, first - 3 if relative and words.low(first - 2) == "," else first - 2)
        if relative
        else near(words, i) or phrase_ending(words, first - 1)
    )
    obj = words.span(phrase.first, phrase.last) if phrase else None
    predicate = words.span(first, after)
    if predicate is None or obj is None:
        return []
    flags = _readings(words, first - 1, "what needs approval") if relative else ()
    parties = parties_before(words, i)
    if flags:
        nearer = words.text.rfind(flags[0].readings[0], words.start, words[i].start)
        obj = (nearer, nearer + len(flags[0].readings[0])) if nearer >= 0 else obj
    drafts = []
    for actor in _members(words, body_at, group):
        known = infer_party(actor, parties, context)
        drafts.append(Draft(Act.RATIFY, "required-approval", predicate, (obj[0], predicate[1]), known, obj, obj, None, Modality.REQUIRED,
                            flags=(*known.flags, *flags), word=words.low(i)))  # fmt: skip
    return drafts


def _members(words: Words, body_at: int, group: ActorGroup) -> tuple[ActorRef, ...]:
    """Who approves: the body named, or the members of the one named ("the union's 1,240 members")."""
    actors = actors_of(group, words.start)
    head = next(
        (
            k
            for k in range(body_at + 1, min(body_at + 5, len(words)))
            if words.low(k) in ("members", "membership", "voters")
        ),
        None,
    )
    if head is None or len(actors) != 1:
        return actors
    phrase = phrase_ending(words, head)
    span = words.span(phrase.first if phrase else body_at, head + 1)
    if span is None:
        return actors
    owner = actors[0]
    return (
        ActorRef(
            "Members", words.text[span[0] : span[1]], *span, None, owner.party or owner.name, kind="body"
        ),
    )


def _topic(words: Words, context: Context, drafts: list[Draft]) -> list[Draft]:
    """``aid was a key topic``: the body that met discussed it."""
    for i in range(2, len(words)):
        if words.low(i) not in ("topic", "subject", "agenda") or any(d.act is Act.DISCUSS for d in drafts):
            continue
        phrase = phrase_ending(words, i)
        if phrase is None:
            continue
        verb = phrase.first - 1
        if words.low(verb) == "on":
            verb -= 1
        if words.low(verb) not in ("was", "were", "is", "are", "been", "also"):
            continue
        start = 0
        comma = next((k for k in range(verb) if words.low(k) == ","), None)
        if comma is not None and comma < 3:
            start = comma + 1
        obj, predicate = words.span(start, verb), words.span(verb, i + 1)
        if obj is None or predicate is None or context.body is None:
            return []
        body = context.body
        actor = replace(
            body, text="", start=-1, end=-1, flags=(Flag("actor-inferred", f"from {body.text!r} before"),)
        )
        return [
            Draft(
                Act.DISCUSS,
                "topic",
                predicate,
                (obj[0], predicate[1]),
                actor,
                obj,
                obj,
                flags=actor.flags,
                word=words.low(i),
            )
        ]
    return []


def _stance(words: Words) -> list[Draft]:
    """``X's stance is clear: any agreement must not Y``."""
    for i in range(1, len(words)):
        if (
            words.low(i) not in ("stance", "position", "line", "message")
            or (words[i - 1].group is None
            and words.tag(i - 1) != "POS")
        ):
            continue
        owner = next(
            (words[k].group for k in range(i - 1, max(-1, i - 4), -1) if words[k].group is not None), None
        )
        if owner is None:
            continue
        found = _must_not(words, i + 1, len(words))
        if found is None:
            continue
        verb, start, end = found
        predicate, obj = words.span(verb, min(verb + 3, end)), words.span(start, end)
        if predicate and obj:
            return [Draft(Act.RULE_OUT, "stance-must-not", predicate, (words.start, words.end), actor, obj, obj, flags=actor.flags, word=words.low(verb + 2))
                    for actor in actors_of(owner, words.start) if actor.name]  # fmt: skip
    return []


def _must_not(words: Words, first: int, last: int) -> tuple[int, int, int] | None:
    """The modal of "NP must not V ..." with the phrase's start and the clause's end, or None."""
    for k in range(first + 1, last - 2):
        negation = words.low(k + 1) in ("not", "never") and words.low(k) in (
            "must",
            "can",
            "may",
            "will",
            "shall",
            "should",
        )
        if not (negation or words.low(k) == "cannot"):
            continue
        phrase = near(words, k) or phrase_ending(words, k - 1)
        if phrase is None or words.low(phrase.head) not in object_words("proposal") | object_words("deal"):
            continue
        return k, phrase.first, clause_end(words, k + 2, content=False)
    return None


def _said_red_lines(words: Words, drafts: list[Draft]) -> list[Draft]:
    """What an actor says a deal must not do, or calls a red line, it rules out."""
    for draft in drafts:
        if (
            not draft.content
            or draft.object is None
            or draft.actor is None
            or draft.act not in (Act.STATE, Act.WARN)
        ):
            continue
        first, last = words.at_offset(draft.object[0]), words.at_offset(draft.object[1] - 1) + 1
        found = _must_not(words, first, last)
        if found is None or words.low(found[0]) not in ("must", "can", "cannot", "may"):
            continue
        verb, start, end = found
        predicate, obj = words.span(verb, verb + 2), words.span(start, min(end, last))
        if predicate and obj:
            return [replace(d, act=Act.RULE_OUT, rule="said-must-not", predicate=predicate, object=obj, message=obj, clause=obj, content=False,
                            modality=Modality.ASSERTED, word=words.low(verb)) for d in drafts if d.predicate == draft.predicate and d.actor and d.actor.name]  # fmt: skip
    return []


_OWN = frozenset({"it", "we", "they", "he", "she", "his", "her", "its", "their", "our"})


def _said_if(words: Words, drafts: list[Draft]) -> list[Draft]:
    """``said his country would release X if Y`` offers; ``said it could cut Z if Y`` warns."""
    for draft in drafts:
        if not draft.content or draft.object is None or draft.actor is None or draft.act is not Act.STATE:
            continue
        first, last = words.at_offset(draft.object[0]), words.at_offset(draft.object[1] - 1) + 1
        condition = condition_at(words, first, last)
        if condition is None or draft.condition is not None:
            continue
        modal = next((k for k in range(first, last) if words.low(k) in ("would", "will", "could", "may", "might")), None)
        if modal is None or words.low(first) not in _OWN or words.low(modal + 1) == "not" or condition[0] < modal:
            continue
        if verb_head(words.low(modal + 1)) is None:
            continue
        act = Act.OFFER if words.low(modal) in ("would", "will") else Act.WARN
        start, end = (modal + 1, condition[0]) if act is Act.OFFER else (first, condition[0])
        predicate, obj = words.span(modal, modal + 2), words.span(start, end)
        if predicate and obj:
            return [
                replace(
                    d, act=act, rule="said-if", predicate=predicate, object=obj, message=obj, clause=obj, content=False,
                    modality=Modality.CONDITIONAL, condition=words.span(*condition), word=words.low(modal + 1),
                )
                for d in drafts
                if d.predicate == draft.predicate and d.actor
            ]  # fmt: skip
    return []


def _expected_duration(words: Words, context: Context) -> list[Draft]:
    """``These talks, expected to span at least two weeks``."""
    for i in range(1, len(words)):
        if words.low(i) not in ("expected", "likely", "set", "due") or words.low(i + 1) != "to":
            continue
        if words.low(i + 2) not in ("last", "span", "take", "run", "continue", "go"):
            continue
        phrase = near(words, i)
        if phrase is None:
            j = i - 1
            while j >= 0 and (words[j].punct or words.low(j) in AUX or words.tag(j).startswith("RB")):
                j -= 1
            phrase = phrase_ending(words, j)
        if (
            phrase is None
            or words[phrase.head].group is not None
            or words.low(phrase.head)
            not in object_words("proposal") | object_words("talks") | {"strike", "they", "it"}
        ):
            continue
        if words.tag(phrase.head) == "PRP" and not any(s.thing for s in context.recent(1)):
            continue
        end = next(
            (k for k in range(i + 3, len(words)) if words[k].punct and words.low(k) != "-"), len(words)
        )
        predicate, obj, subject = (
            words.span(i, i + 3),
            words.span(i + 3, end),
            words.span(phrase.first, phrase.last),
        )
        if predicate and obj and subject:
            actor = ActorRef(None, words.text[subject[0] : subject[1]], *subject, kind="thing")
            return [
                Draft(
                    Act.EXPECT,
                    "expected-duration",
                    predicate,
                    (subject[0], obj[1]),
                    actor,
                    obj,
                    obj,
                    word=words.low(i),
                )
            ]
    return []


_ENDS = frozenset({"expires", "expire", "expired", "lapses", "lapse", "ends", "end", "terminates"})


def _deadline(words: Words) -> list[Draft]:
    """``The two sides must conclude by 30 June``, ``the contract expires on March 31``."""
    for i in range(1, len(words)):
        low = words.low(i)
        ends = low in _ENDS and words.tag(i).startswith("VB") and words.low(i + 1) in ("on", "in", "at")
        must = (
            low in ("must", "have", "has")
            and words.tag(i).startswith(("MD", "VB"))
            and any(words.low(k) == "by" and (words.tag(k + 1) == "CD" or words.low(k + 1) in DAYS) for k in range(i, len(words)))
        )
        if not ends and not must:
            continue
        phrase = phrase_ending(words, i - 1)
        wanted = (
            object_words("deal") | object_words("talks")
            if ends
            else object_words("talks") | {"sides", "parties"}
        )
        if phrase is None or words.low(phrase.head) not in wanted | {"mandate", "arrangement"}:
            continue
        if must and low != "must" and words.low(i + 1) != "to":
            continue
        subject, predicate = words.span(phrase.first, phrase.last), words.span(i, i + 1)
        end = clause_end(words, i + 1, content=False)
        obj = subject if ends else words.span(i + 1, end)
        if subject is None or predicate is None or obj is None:
            continue
        modality = Modality.PLANNED if ends else Modality.REQUIRED
        clause = (subject[0], (words.span(phrase.first, end) or subject)[1])
        return [
            Draft(
                Act.STATE,
                "deadline",
                predicate,
                clause,
                None,
                obj,
                obj,
                modality=modality,
                flags=(Flag("deadline"),),
                word=low,
            )
        ]
    return []


_SCHEDULED = {"ballot": Act.VOTE, "vote": Act.VOTE, "referendum": Act.VOTE, "meeting": Act.MEET, "talks": Act.MEET, "session": Act.MEET,
              "summit": Act.MEET, "round": Act.MEET, "negotiations": Act.MEET}  # fmt: skip


def _scheduled(words: Words) -> list[Draft]:
    """``The ballot is planned for March 12``: a vote or meeting to come, its people not stated."""
    for i in range(2, len(words)):
        if words.low(i) not in ("planned", "scheduled", "set", "due") or words.low(i - 1) not in (
            "is",
            "are",
            "was",
            "were",
        ):
            continue
        act = _SCHEDULED.get(words.low(i - 2))
        if act is None or words.low(i + 1) not in ("for", "on", "to"):
            continue
        phrase, predicate = phrase_ending(words, i - 2), words.span(i - 1, i + 1)
        obj = words.span(phrase.first, phrase.last) if phrase else None
        if predicate and obj:
            return [Draft(act, "scheduled", predicate, (words.start, words.end), None, obj, obj, modality=Modality.PLANNED,
                          flags=(Flag("agent-not-stated"),), word=words.low(i))]  # fmt: skip
    return []


def _talks_indicate(words: Words) -> list[Draft]:
    """``discussions indicate that a response is expected``: who expects it is not stated."""
    for i in range(1, len(words)):
        if words.low(i) not in (
            "indicate",
            "indicates",
            "indicated",
            "suggest",
            "suggests",
            "suggested",
            "signal",
            "signals",
            "signalled",
        ):
            continue
        if words.low(i - 1) not in object_words("talks") | {"signs", "reports"} or words.low(i + 1) != "that":
            continue
        end = clause_end(words, i + 2, content=True)
        if not any(
            words.low(k) in ("expected", "likely", "may", "could", "might", "possible")
            for k in range(i + 2, end)
        ):
            continue
        obj, phrase = words.span(i + 2, end), phrase_ending(words, i - 1)
        subject = words.span(phrase.first, phrase.last) if phrase else None
        if obj and subject:
            actor = ActorRef(None, words.text[subject[0] : subject[1]], *subject, unnamed=True, kind="thing")
            return [Draft(Act.EXPECT, "talks-indicate", (words[i].start, words[i].end), (subject[0], obj[1]), actor, obj, obj,
                          modality=Modality.POSSIBLE, word=words.low(i))]  # fmt: skip
    return []
