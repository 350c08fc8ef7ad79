"""A made report of two sentences with its annotation, for the tests of the scorer."""

from __future__ import annotations

from dataclasses import replace

import annotations as gold
from tracktwo.vocabulary import Claim, Modality, Report, Segment, SegmentKind, Voice
from tracktwo.vocabulary.claims import Act, Basis

TEXT = "Norland, backed by Elbonia, proposed a fund. On fees, the EU did not support the fund."
SPLIT = TEXT.index("On fees")


def span(part: str, text: str = TEXT) -> tuple[int, int]:
    assert text.count(part) == 1, part
    return text.index(part), text.index(part) + len(part)


def claim(actor: str | None, act: Act, predicate: str, about: str | None, text: str = TEXT, **more) -> Claim:  # type: ignore[no-untyped-def]
    p = span(predicate, text)
    o = (None, None) if about is None else span(about, text)
    who = more.pop("actor_text", actor)
    a = (None, None) if who is None else span(who, text)
    made = Claim(
        id=f"{actor}{p[0]}{act}", report="r", start=0, end=len(text), quote=text, actor=actor, role=None,
        party=None, actor_text=who, actor_start=a[0], actor_end=a[1], others_unnamed=False, voice=Voice.OWN,
        unnamed=False, act=act, predicate=predicate, predicate_start=p[0], predicate_end=p[1], object=about,
        object_start=o[0], object_end=o[1], terms=(), toward=None, attribution=(), modality=Modality.ASSERTED,
        condition=None, event_text=None, event_from=None, event_to=None, event_basis=Basis.UNKNOWN,
        report_date=None, recorded_at=None, flags=(), confidence=0.8, method="test",
    )  # fmt: skip
    return replace(made, **more)


def prop(actor: str, predicate: str, message: str, act: Act, written: str | None = None, **more) -> gold.Prop:  # type: ignore[no-untyped-def]
    name = more.pop("name", actor)
    return gold.Prop(name, span(actor), predicate, span(written or predicate), (span(message),), act, **more)


def report(text: str = TEXT, cut: int = SPLIT) -> Report:
    parts = (Segment(0, cut - 1, SegmentKind.SENTENCE), Segment(cut, len(text), SegmentKind.SENTENCE))
    return Report("r", text, "hash", parts)


FIRST = gold.Sentence(
    "r",
    0,
    SPLIT - 1,
    "a",
    (
        prop("Norland", "proposed", "a fund", Act.PROPOSE),
        prop("Elbonia", "proposed", "a fund", Act.SUPPORT, relation="supporter"),
    ),
)
SECOND = gold.Sentence(
    "r",
    SPLIT,
    len(TEXT),
    "a",
    (
        gold.Prop(
            "European Union",
            span("EU"),
            "not support",
            (TEXT.index("support the"), TEXT.index("support the") + 7),
            (span("On fees"), (TEXT.index("the fund."), TEXT.index("the fund.") + 8)),
            Act.SUPPORT,
            modality=Modality.NEGATED,
        ),
    ),
)
