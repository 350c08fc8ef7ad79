"""Claims made by hand from sentences of our own, with offsets that are found, not counted."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from typing import Any

from tracktwo.record.linking import link
from tracktwo.vocabulary import (
    Act,
    Basis,
    Claim,
    Flag,
    Modality,
    Picture,
    Report,
    Segment,
    SegmentKind,
    Source,
    Term,
    Voice,
)


class Text:
    """A report being written sentence by sentence, and the claims made of it."""

    def __init__(self, key: str, date: str | None = None) -> None:
        self.key, self.date = key, date
        self.text = ""
        self.spans: list[tuple[int, int]] = []
        self.claims: list[Claim] = []

    def sentence(self, words: str) -> Text:
        """Add a sentence; claims made after it are of it."""
        start = len(self.text)
        self.text += words + " "
        self.spans.append((start, start + len(words)))
        return self

    def find(self, words: str | None) -> tuple[int | None, int | None]:
        """Offsets of words in the last sentence."""
        if words is None:
            return None, None
        start, end = self.spans[-1]
        match = re.search(r"(?<!\w)" + re.escape(words) + r"(?!\w)", self.text[start:end])
        assert match is not None, words
        return start + match.start(), start + match.end()

    def term(self, head: str, text: str, **known: Any) -> Term:
        start, end = self.find(text)
        fields = dict.fromkeys(("theme", "extent", "giver", "getter", "place"))
        return Term(head=head, text=text, start=start or 0, end=end or 0, **{**fields, **known})

    def claim(self, act: Act, predicate: str, object: str | None = None, **known: Any) -> Claim:
        """Add a claim of the last sentence; ``by`` is the actor as written (default: the actor)."""
        actor = known.pop("actor", None)
        written = known.pop("by", actor)
        flags = tuple(f if isinstance(f, Flag) else Flag(f) for f in known.pop("flags", ()))
        start, end = self.spans[-1]
        p0, p1 = self.find(predicate)
        a0, a1 = self.find(written)
        o0, o1 = self.find(object)
        seed = f"{self.key}|{p0}|{a0}|{o0}|{act}|{actor}"
        values: dict[str, Any] = {
            "id": hashlib.blake2b(seed.encode(), digest_size=8).hexdigest(),
            "report": self.key,
            "start": start,
            "end": end,
            "quote": self.text[start:end],
            "actor": actor,
            "role": None,
            "party": None,
            "actor_text": written,
            "actor_start": a0,
            "actor_end": a1,
            "others_unnamed": False,
            "voice": Voice.OWN,
            "unnamed": False,
            "act": act,
            "predicate": predicate,
            "predicate_start": p0,
            "predicate_end": p1,
            "object": object,
            "object_start": o0,
            "object_end": o1,
            "terms": (),
            "toward": None,
            "attribution": (),
            "modality": Modality.ASSERTED,
            "condition": None,
            "event_text": None,
            "event_from": None,
            "event_to": None,
            "event_basis": Basis.UNKNOWN,
            "report_date": self.date,
            "recorded_at": None,
            "flags": flags,
            "confidence": 0.9,
            "method": "hand",
        }
        made = Claim(**{**values, **known})
        self.claims.append(made)
        return made

    def source(self, text: str, party: str | None = None, name: str | None = None) -> Source:
        start, end = self.find(text)
        return Source(name, text, start or 0, end or 0, "said", party, name is None)

    def report(self) -> Report:
        return Report(
            key=self.key,
            text=self.text,
            hash=hashlib.sha256(self.text.encode()).hexdigest(),
            segments=tuple(Segment(s, e, SegmentKind.SENTENCE) for s, e in self.spans),
            date=dt.date.fromisoformat(self.date) if self.date else None,
        )


def linked(*texts: Text, undone: frozenset[str] = frozenset()) -> Picture:
    """The one picture that texts make."""
    (picture,) = pictures(*texts, undone=undone)
    return picture


def talks() -> Text:
    """Two sides that negotiate, for conditions and times to be told of."""
    t = Text("a", "2031-01-01")
    t.sentence("Marland is in negotiations with Tarvia.")
    t.claim(Act.MEET, "is in", "negotiations with Tarvia", actor="Marland", party="Marland", toward="Tarvia")
    return t


def pictures(*texts: Text, undone: frozenset[str] = frozenset()) -> Sequence[Picture]:
    return link([t.report() for t in texts], [c for t in texts for c in t.claims], undone=undone)
