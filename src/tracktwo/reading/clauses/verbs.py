"""Verbs to drafts: one predicate with its doers and what it governs."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.acts import load_verbs
from tracktwo.reading.clauses.draft import ActorRef, Draft, Span
from tracktwo.reading.clauses.extents import FINITE, absolute, clause_end, condition_at, object_end
from tracktwo.reading.clauses.predicates import AUX, Predicate, past_day
from tracktwo.reading.clauses.resolving import Doers, doers_of
from tracktwo.reading.clauses.phrases import Phrase, phrase_from
from tracktwo.reading.clauses.subjects import governor_of, patient_of, subject_of
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.modality import modality_of
from tracktwo.reading.patterns.lists import listed
from tracktwo.vocabulary import Act, Flag, Modality

SPEECH = frozenset({Act.STATE, Act.EXPECT})
# Acts whose infinitive or clause says what is asked for, not what was done.
OPAQUE = frozenset(
    {Act.PROPOSE, Act.DEMAND, Act.URGE, Act.OFFER, Act.PLEDGE, Act.SUPPORT, Act.OPPOSE, Act.REJECT, Act.ACCEPT, Act.AGREE, Act.RULE_OUT,
     Act.THREATEN, Act.PREFER, Act.WARN, Act.MANDATE, Act.CONDITION, Act.CRITICISE, Act.VOTE_FOR, Act.VOTE_AGAINST, Act.RATIFY}
)  # fmt: skip
# What unnamed people without a party describe or call something is the reporter's colour, not a claim.
EVALUATIVE = frozenset({"describe", "comment", "observe", "highlight", "underscore", "underline"})
AGAINST = frozenset({Act.OPPOSE, Act.REJECT, Act.CRITICISE, Act.VOTE_AGAINST, Act.RULE_OUT})
FOR = frozenset({Act.SUPPORT, Act.ACCEPT, Act.AGREE, Act.VOTE_FOR, Act.PREFER})


def read_verb(
    words: Words, predicate: Predicate, earlier: list[Predicate], every: list[Predicate], context: Context
) -> list[Draft]:
    """Drafts of one predicate, one for each actor; empty where nobody acts or it is unsure."""
    if predicate.form == "inf" and _opaque(words, predicate, earlier):
        return []
    if predicate.form == "ing" and not _free_participle(words, predicate.verb):
        return []
    phrase = subject_of(words, predicate, earlier, every)
    inverted = _inverted(words, predicate)
    phrase = inverted or phrase
    doers = doers_of(words, phrase, context)
    if phrase is not None and phrase.kind == "np":
        _remember(doers, context)
    if doers.thing is not None and not doers.actors:
        return []
    if inverted:
        govern = _said_before(words, predicate, predicate.verb, inverted.last)
    else:
        govern = _governed(words, predicate, phrase.first if phrase else predicate.verb)
    if govern is None:
        return []
    if (
        govern.object
        and words.low(govern.object[1] - 1) in listed("colour")
        and predicate.frame.words[0] in EVALUATIVE
    ):
        return []
    if not doers.actors:
        return _agentless(words, predicate, govern)
    if (
        predicate.frame.words[0] == "ask"
        and words.low(predicate.last) == "not"
        and words.low(predicate.last + 2) == "be"
    ):
        return []
    if predicate.frame.words[0] in EVALUATIVE and all(a.unnamed and not a.party for a in doers.actors):
        return []
    drafts = [_draft(words, predicate, actor, govern, doers) for actor in doers.actors]
    return [part for draft in drafts for part in _listed_apart(words, draft, govern)]


def _listed_apart(words: Words, draft: Draft, governed: Governed) -> list[Draft]:
    """``discussed A, including B``: two matters discussed, the second named as part of an open list."""
    if draft.act is not Act.DISCUSS or governed.object is None:
        return [draft]
    cut = next(
        (
            k
            for k in range(*governed.object)
            if words.low(k) == "," and words.low(k + 1) in ("including", "among")
        ),
        None,
    )
    if cut is None:
        return [draft]
    first, second = words.span(governed.object[0], cut), words.span(cut + 2, governed.object[1])
    if first is None or second is None:
        return [draft]
    return [
        replace(draft, object=first),
        replace(draft, object=second, flags=(*draft.flags, Flag("open-list"))),
    ]


class Governed:
    """What a predicate governs: word ranges of object, message and clause, and the addressee."""

    __slots__ = ("clause", "condition", "content", "message", "object", "toward")

    def __init__(
        self, obj: tuple[int, int] | None, message: tuple[int, int], clause: tuple[int, int]
    ) -> None:
        self.object = obj
        self.message = message
        self.clause = clause
        self.toward: str | None = None
        self.condition: tuple[int, int] | None = None
        self.content = False


def _remember(doers: Doers, context: Context) -> None:
    if doers.actors:
        context.note(doers.actors)
        body = next((a for a in doers.actors if a.kind == "body"), None)
        context.body = body or context.body
    elif doers.thing is not None and doers.text is not None:
        context.note_thing(doers.antecedent or doers.text)
    else:
        context.note_unknown()


def _inverted(words: Words, predicate: Predicate) -> Phrase | None:
    """The speaker after the verb: "We accept the plan," said Jane Keller."""
    at = predicate.after
    if predicate.frame.act not in (*SPEECH, Act.WARN) or predicate.form != "fin" or at >= len(words):
        return None
    if words.low(predicate.verb - 1) not in (",", "”", '"', "?", "!") or words.low(at) in ("that", "“", '"'):
        return None
    found = phrase_from(words, at)
    if found is None or words[found.head].group is None and words.tag(found.head) != "PRP":
        return None
    return found


def _free_participle(words: Words, verb: int) -> bool:
    """Whether an -ing form tells an act of its own ("X, proposing Y"), not what another act is about."""
    j = verb - 1
    while j >= 0 and words.tag(j).startswith("RB"):
        j -= 1
    if j < 0 or words.low(j) in (",", "by", "while", "when", "and", "on", "after", "before", ";"):
        return (
            words.low(j) != "and"
            or j < 1
            or words.tag(words[verb].head).startswith("VBG")
            or words[verb].dep == "conj"
        )
    if words.low(j) == "in":
        return words.low(j - 1) in ("involved", "engaged", "joined", "active")
    return words[j].group is not None and any(
        absolute(words, k) is not None for k in range(max(0, verb - 12), verb)
    )


def _opaque(words: Words, predicate: Predicate, earlier: list[Predicate]) -> bool:
    """Whether an infinitive is only what another act asks for, promises or refuses."""
    governor = governor_of(words, predicate.verb)
    if governor is None:
        return words.low(predicate.verb - 1) == "to"
    if governor < _before_to(words, predicate.verb):
        far = next((p for p in earlier if p.verb == governor), None)
        return (
            far is None
            or far.frame.act is not Act.MEET
            or predicate.frame.act not in (Act.AGREE, Act.MEET, Act.DISCUSS, Act.URGE)
        )
    other = next((p for p in reversed(earlier) if p.verb == governor or p.noun == predicate.verb - 2), None)
    return other is not None and (other.frame.act in OPAQUE or other.noun is not None)


def _before_to(words: Words, verb: int) -> int:
    j = verb - 1
    while j >= 0 and (words.low(j) in ("to", "be", "not") or words.tag(j).startswith("RB")):
        j -= 1
    return j


def _past_inter_alia(words: Words, after: int) -> int:
    """Skip ", inter alia,", ", among other things," and "on Thursday"."""
    after = past_day(words, after)
    for phrase in (("inter", "alia"), ("among", "other", "things"), ("among", "others"), ("however",)):
        start = after + 1 if words.low(after) == "," else after
        if all(words.low(start + n) == word for n, word in enumerate(phrase)):
            end = start + len(phrase)
            return end + 1 if words.low(end) in (",", ":") else end
    return after


def _governed(words: Words, predicate: Predicate, first: int) -> Governed | None:
    if predicate.passive:
        patient = patient_of(words, predicate)
        end = clause_end(words, predicate.last, content=False)
        if patient is None:
            return None
        governed = Governed(
            (patient.first, patient.last), (patient.first, patient.last), (patient.first, end)
        )
        governed.condition = condition_at(words, predicate.last, end)
        return governed
    after = _past_inter_alia(words, predicate.after)
    if (
        after >= len(words)
        or (words[after].punct
        and words.low(after) in (".", ",", ";")
        and not _resumes(words, after))
    ):
        return _said_before(words, predicate, first, after)
    if (
        predicate.frame.act in (*SPEECH, Act.WARN)
        and _only_when(words, after)
        and words.low(first - 1) in (",", "”", '"')
    ):
        before = _said_before(words, predicate, first, after)
        if before is not None:
            return before
    content = _content(words, predicate, after)
    end = clause_end(words, after, content=content)
    toward = None
    start = after
    if predicate.frame.addressee and predicate.frame.words[-1] not in (
        "of",
        "about",
        "against",
        "that",
        "for",
    ):
        start, toward = _addressee(words, after, end)
    if predicate.frame.words == ("offer",):
        start, toward = _given_to(words, after, end)
    whole = content and predicate.frame.act in SPEECH
    last = end if whole else object_end(words, start, end, content=content)
    governed = Governed(
        None, (predicate.verb + 1 if predicate.noun is None else predicate.verb + 1, end), (first, end)
    )
    if predicate.frame.act is Act.MEET:
        last = next(
            (
                k
                for k in range(start + 1, last)
                if (words.low(k) == "to"
                and words.tag(k + 1) == "VB")
                or (words.low(k + 1) == "the"
                and words.low(k + 2) == "hope")
            ),
            last,
        )
    if words.low(start) == "that" and last > start + 1:
        start += 1
    governed.object = (start, last) if last > start else None
    governed.toward = toward
    governed.content = content
    governed.condition = (
        None if whole else condition_at(words, after, len(words)) or condition_at(words, 0, min(first, 25))
    )
    if governed.condition and governed.condition[0] > end + 1:
        governed.condition = None
    return governed


def _only_when(words: Words, after: int) -> bool:
    """Whether nothing but a time or place phrase follows a verb of saying ("said on Wednesday.")."""
    if words.low(after) not in (
        "on",
        "in",
        "at",
        "late",
        "early",
        "earlier",
        "last",
        "yesterday",
        "today",
        "during",
        "after",
    ):
        return False
    return (
        all(
            words.tag(k) in ("NNP", "CD", "IN", "DT", "NN", "RB", "JJ") or words[k].punct
            for k in range(after, min(len(words), after + 9))
        )
        and len(words) - after <= 9
    )


def _resumes(words: Words, after: int) -> bool:
    """Whether a quotation or aside follows the mark ("said, "we accept""), not a new clause."""
    return words.text[words[after].end :].lstrip()[:1] in '“"' and after + 1 < len(words)


def _said_before(words: Words, predicate: Predicate, first: int, after: int) -> Governed | None:
    """What was said stands before the speaker: "We accept the plan," Keller said."""
    if predicate.frame.act not in (*SPEECH, Act.WARN):
        return (
            Governed(None, (predicate.verb, predicate.last), (first, after))
            if predicate.frame.object != "np"
            else None
        )
    j = first - 1
    while j > 0 and words[j].punct and words.low(j) != ",":
        j -= 1
    comma = next(
        (k for k in range(first - 1, max(first - 4, 0), -1) if words.low(k) in (",", "?", "!", "”", '"')),
        None,
    )
    if comma is None or comma < 2:
        return None
    governed = Governed((0, comma), (0, comma), (0, after))
    governed.content = True
    return governed


def _content(words: Words, predicate: Predicate, after: int) -> bool:
    """Whether a clause is governed: "that ...", "whether ...", or a subject and a finite verb."""
    low = words.low(after)
    if low in ("that", "whether", "how", "why") or low in ("“", '"', ":"):
        return True
    if predicate.frame.act not in (*SPEECH, Act.WARN, Act.PROPOSE, Act.DEMAND, Act.AGREE, Act.PLEDGE):
        return False
    for k in range(after, min(after + 16, len(words))):
        low, tag = words.low(k), words.tag(k)
        if tag in FINITE and k > after:
            return True
        if low in (",", ";", ".", "to", "which", "who", "that", "while", "and", "as") and k > after:
            return False
    return False


def _addressee(words: Words, after: int, end: int) -> tuple[int, str | None]:
    """Who a call is addressed to, and where what is called for starts."""
    phrase = phrase_from(words, after)
    if phrase is None or phrase.last >= end:
        return after, None
    nxt = words.low(phrase.last)
    if nxt not in ("to", "that", "for", "of", "not", "against", "about", "over", "into"):
        return after, None
    group = words[phrase.head].group
    names = [m.canonical or m.text for m in group.speakers] if group else []
    start = phrase.last + 1 if nxt in ("for", "of", "about", "over") else phrase.last
    if not names and words.tag(phrase.head) not in ("NNS", "PRP", "NN"):
        return after, None
    if group is None and nxt not in ("to", "that"):
        return after, None
    return start, names[0] if len(names) == 1 else None


def _given_to(words: Words, after: int, end: int) -> tuple[int, str | None]:
    """For "offered its drivers a rise": where the second noun phrase starts, and to whom."""
    phrase = phrase_from(words, after)
    if phrase is None or phrase.last >= end or words.tag(phrase.last) not in ("DT", "CD", "PRP$"):
        return after, None
    group = words[phrase.head].group
    names = [m.canonical for m in group.speakers if m.canonical] if group else []
    return phrase.last, names[0] if len(names) == 1 else None


def shown(words: Words, predicate: Predicate) -> Span:
    """The words of a predicate with its auxiliaries and negation ("did not vote on")."""
    first = predicate.first
    while first > 0 and words[first - 1].group is None and (
        words.low(first - 1) in AUX or words.low(first - 1) in ("not", "n't", "never", "to")
        or (words.tag(first - 1).startswith("RB") and words.low(first - 2) in AUX)
    ) and words.low(first - 1) not in ("'s", "'d") and not (words.low(first - 1) == "to" and predicate.form != "inf"):  # fmt: skip
        first -= 1
    while words.low(first) == "to":
        first += 1
    last = predicate.last if predicate.after >= predicate.last else predicate.verb + 1
    span = words.span(first, last)
    assert span is not None
    return span


def _span(words: Words, pair: tuple[int, int] | None) -> Span | None:
    return words.span(*pair) if pair else None


def _draft(words: Words, predicate: Predicate, actor: ActorRef, governed: Governed, doers: Doers) -> Draft:
    act, modality = relation_act(
        predicate.frame.act, modality_of(words, predicate), actor.relation, passive=predicate.passive
    )
    if (
        governed.condition
        and modality in (Modality.ASSERTED, Modality.PLANNED)
        and act not in (Act.STATE, Act.MEET, Act.USE_FORCE, Act.THREATEN, Act.VOTE)
    ):
        modality = Modality.CONDITIONAL
    obj = governed.object
    act, modality = _ruled_out(words, predicate, obj, act, modality)
    toward = governed.toward
    if (
        act is Act.MEET
        and obj is not None
        and predicate.frame.words[0] not in ("travel", "journey", "fly", "arrive")
    ):
        toward = toward or _with_whom(words, obj, actor)
    if act in (Act.URGE, Act.MEET, Act.DEMAND, Act.DISCUSS) and obj is not None and toward is None:
        toward = meeting_with(words, obj[1], governed.clause[1])
    rule = f"verb-{predicate.frame.words[0]}" if predicate.noun is None else "light-verb"
    flags = actor.flags
    return Draft(
        act,
        rule,
        shown(words, predicate),
        words.span(*governed.clause) or (words.start, words.end),
        actor,
        _span(words, obj),
        _span(words, governed.message),
        toward,
        modality,
        _span(words, governed.condition),
        (),
        flags,
        (governed.content or act in SPEECH) and not predicate.passive,
        words.low(predicate.verb),
    )


def _ruled_out(
    words: Words, predicate: Predicate, obj: tuple[int, int] | None, act: Act, modality: Modality
) -> tuple[Act, Modality]:
    """``will not sign anything that ...`` rules something out; ``will not sign the deal`` only refuses that deal."""
    if act not in (Act.ACCEPT, Act.AGREE, Act.SUPPORT) or modality is not Modality.NEGATED or obj is None:
        return act, modality
    ahead = any(words.low(k) in ("will", "can", "cannot", "would", "never", "wo", "ca") for k in range(max(0, predicate.verb - 3), predicate.verb))
    if ahead and words.low(obj[0]) in ("any", "anything"):
        return Act.RULE_OUT, Modality.ASSERTED
    return act, modality


def relation_act(act: Act, modality: Modality, relation: str, *, passive: bool) -> tuple[Act, Modality]:
    """The act of a supporter or opposer of what a speaker did; others do the speaker's own act.

    In a passive ("was rejected by A and supported by B") they support or oppose the thing itself.
    """
    if passive and relation in ("supporter", "opposer"):
        return (Act.SUPPORT if relation == "supporter" else Act.OPPOSE), modality
    if relation == "supporter":
        return (act if act in AGAINST else Act.SUPPORT), modality
    if relation == "opposer":
        if act in AGAINST:
            return act, Modality.NEGATED
        return Act.OPPOSE, modality
    return act, modality


def _with_whom(words: Words, obj: tuple[int, int], actor: ActorRef) -> str | None:
    for k in range(*obj):
        group = words[k].group
        if group is None:
            continue
        for mention in group.speakers:
            if (
                mention.canonical
                and mention.canonical != actor.name
                and not mention.modifier
                and mention.acts
            ):
                return None if "located" in mention.flags else mention.canonical
    return None


def meeting_with(words: Words, first: int, last: int) -> str | None:
    """Whom an act is done with or to, told as a meeting: "during his meetings with X", "in talks with X"."""
    meetings = listed("meetings")
    for k in range(first, min(last, len(words)) - 1):
        if words.low(k) == "with" and words.low(k - 1) in meetings:
            group = words[k + 1].group or (words[k + 2].group if k + 2 < len(words) else None)
            if group and len(group.speakers) == 1:
                return group.speakers[0].canonical
    return None


def _agentless(words: Words, predicate: Predicate, governed: Governed) -> list[Draft]:
    """A passive without agent ("was proposed during a meeting"): an act, its doer not stated."""
    kept = (
        Act.PROPOSE,
        Act.USE_FORCE,
        Act.SUSPEND,
        Act.RESUME,
        Act.SANCTION,
        Act.AGREE,
        Act.REJECT,
        Act.ACCEPT,
        Act.RATIFY,
        Act.OFFER,
    )
    if not predicate.passive or predicate.frame.act not in kept or predicate.form == "inf":
        return _body_in_meeting(words, predicate, governed)
    if governed.object is None or (predicate.form == "part" and predicate.frame.act is not Act.USE_FORCE):
        return []
    obj = governed.object
    toward = None
    act = predicate.frame.act
    if act is Act.USE_FORCE:
        group = words[obj[1] - 1].group
        toward = group.speakers[0].canonical if group and group.speakers else None
        if toward is None:
            return []
    return [
        Draft(act, "passive-no-agent", shown(words, predicate), words.span(*governed.clause) or (words.start, words.end), None,
              _span(words, obj), _span(words, obj), toward, modality_of(words, predicate), _span(words, governed.condition),
              flags=(Flag("agent-not-stated"),), word=words.low(predicate.verb))
    ]  # fmt: skip


def _body_in_meeting(words: Words, predicate: Predicate, governed: Governed) -> list[Draft]:
    """Read "was discussed during a cabinet meeting": the body that met does it."""
    if (
        not predicate.passive
        or predicate.frame.act not in (Act.DISCUSS, Act.VOTE, Act.RATIFY, Act.REJECT)
        or governed.object is None
    ):
        return []
    for k in range(predicate.last, min(predicate.last + 14, len(words))):
        group = words[k].group
        if group is None or not any(
            words.low(n) in ("meeting", "session", "talks") for n in range(k + 1, min(k + 4, len(words)))
        ):
            continue
        from tracktwo.reading.clauses.actors import actors_of

        return [
            _draft(words, predicate, actor, governed, Doers())
            for actor in actors_of(group, words.start)
            if actor.name or actor.unnamed
        ]
    return []


def lemma(word: str) -> str:
    """The lemma of a verb form of the frames, or the word itself."""
    return load_verbs().lemmas.get(word, word)
