"""``The release said ...`` and ``..., the release said``: a document as the source."""

from __future__ import annotations

from tracktwo.reading.attribution.according import document_nouns
from tracktwo.reading.clauses.draft import ActorRef, Draft
from tracktwo.reading.clauses.phrases import left_of
from tracktwo.reading.clauses.words import Words
from tracktwo.vocabulary import Act

_SAY = frozenset({"said", "says", "stated", "states", "added", "adds"})


def documents_say(words: Words) -> list[Draft]:
    """What documents say, each as a claim of an unnamed source.

    Parameters
    ----------
    words : Words
        The sentence.

    Returns
    -------
    list of Draft
        One for each document directly before its verb of saying; none where what is said is unclear.
    """
    found = []
    for i in range(1, len(words)):
        if words.low(i) not in _SAY or words.low(i - 1) not in document_nouns():
            continue
        first = left_of(words, i - 1)
        content = _content(words, first, i)
        span, said = words.span(first, i), words.span(*content) if content else None
        if span is None or said is None or words.tag(first) not in ("DT", "PRP$"):
            continue
        actor = ActorRef(None, words.text[span[0] : span[1]], *span, unnamed=True, kind="unnamed")
        predicate = (words[i].start, words[i].end)
        clause = (words.start, words.end)
        found.append(
            Draft(
                Act.STATE,
                "document-says",
                predicate,
                clause,
                actor,
                said,
                said,
                content=True,
                word=words.low(i),
            )
        )
    return found


def _content(words: Words, first: int, verb: int) -> tuple[int, int] | None:
    """What stands after the verb, or before ", the release said." at the end of the sentence."""
    rest = [k for k in range(verb + 1, len(words)) if not words[k].punct]
    if rest:
        start = verb + 2 if words.low(verb + 1) == "that" else verb + 1
        return (start, len(words)) if first <= 1 and not words[verb + 1].punct else None
    return (0, first - 1) if words.low(first - 1) in (",", "”", '"') and first > 3 else None
