"""The gold standard's lines as typed values, read with every field checked (gold/FORMAT.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracktwo.vocabulary.claims import Act, Modality

Span = tuple[int, int]

RELATIONS = ("speaker", "on_behalf_of", "supporter", "opposer")


class BadLineError(ValueError):
    """A gold line does not say what its format wants; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Prop:
    """A row of a bulletin sentence; ``message`` lists its spans, empty when nothing is governed."""

    actor: str
    actor_span: Span
    predicate: str
    pred_span: Span
    message: tuple[Span, ...]
    act: Act
    also: tuple[Act, ...] = ()
    relation: str = "speaker"
    modality: Modality = Modality.ASSERTED
    person: bool = False
    optional: bool = False
    drop: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """An annotated bulletin sentence."""

    doc: str
    start: int
    end: int
    annotator: str
    props: tuple[Prop, ...]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim of a news passage or own report."""

    actor: str | None
    actor_span: Span | None
    act: Act
    modality: Modality
    pred_span: Span
    obj_span: Span | None
    also: tuple[Act, ...] = ()
    unnamed: bool = False
    person: bool = False
    about: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Who is said to have said what: source (null when nobody is), cue, and the spans of the content."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldProposal:
    """A proposal of an own report with every span that refers to it."""

    key: str
    mentions: tuple[Span, ...]
    by: tuple[str, ...]
    terms: tuple[Mapping[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class GoldStance:
    """Where an actor stands on a proposal at the end of an own report."""

    actor: str | None
    proposal: str
    act: Act
    modality: Modality
    also: tuple[Act, ...] = ()
    unnamed: bool = False
    person: bool = False
    over: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A news passage, or a whole own report (then with ``kind``, ``split``, proposals and stances)."""

    doc: str
    start: int
    end: int | None
    annotator: str
    claims: tuple[GoldClaim, ...]
    attributions: tuple[GoldAttribution, ...]
    kind: str = "news"
    split: str = ""
    proposals: tuple[GoldProposal, ...] = ()
    stances: tuple[GoldStance, ...] = ()


def read_sentences(path: Path) -> tuple[Sentence, ...]:
    """Bulletin sentences of a file; none where it does not exist."""
    return tuple(_guard(path, number, row, _sentence) for number, row in _rows(path))


def read_passages(path: Path) -> tuple[Passage, ...]:
    """News passages or own reports of a file; none where it does not exist."""
    return tuple(_guard(path, number, row, _passage) for number, row in _rows(path))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield number, json.loads(line)


def _guard(path: Path, number: int, row: dict[str, Any], build: Any) -> Any:
    try:
        return build(row)
    except (KeyError, TypeError, ValueError) as error:
        raise BadLineError(f"{path}:{number}: {type(error).__name__}: {error}") from error


def _span(row: dict[str, Any], name: str) -> Span:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return _pair((start, end))


def _maybe(row: dict[str, Any], name: str) -> Span | None:
    return None if row.get(f"{name}_start") is None else _span(row, name)


def _pair(value: Any) -> Span:
    start, end = value
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        raise ValueError(f"not a span: {value!r}")
    return start, end


def _pairs(values: Any) -> tuple[Span, ...]:
    return tuple(_pair(value) for value in values)


def _acts(row: dict[str, Any]) -> tuple[Act, ...]:
    return tuple(Act(name) for name in row.get("also", ()))


def _known(row: dict[str, Any], allowed: str) -> None:
    extra = set(row) - set(allowed.split())
    if extra:
        raise ValueError(f"unknown fields {sorted(extra)}")


def _sentence(row: dict[str, Any]) -> Sentence:
    _known(row, "doc start end annotator props")
    start, end = _pair((row["start"], row["end"]))
    return Sentence(row["doc"], start, end, row["annotator"], tuple(_prop(p) for p in row["props"]))


def _prop(row: dict[str, Any]) -> Prop:
    _known(
        row,
        "actor actor_start actor_end predicate pred_start pred_end msg_start msg_end msg_more act also "
        "relation modality person optional drop",
    )
    if row.get("relation", "speaker") not in RELATIONS:
        raise ValueError(f"unknown relation {row['relation']!r}")
    first = _maybe(row, "msg")
    spans = (*_pairs(row.get("msg_more", ())), *(() if first is None else (first,)))
    return Prop(
        actor=row["actor"],
        actor_span=_span(row, "actor"),
        predicate=row["predicate"],
        pred_span=_span(row, "pred"),
        message=tuple(sorted(spans)),
        act=Act(row["act"]),
        also=_acts(row),
        relation=row.get("relation", "speaker"),
        modality=Modality(row.get("modality", "asserted")),
        person=bool(row.get("person", False)),
        optional=bool(row.get("optional", False)),
        drop=_pairs(row.get("drop", ())),
    )


def _passage(row: dict[str, Any]) -> Passage:
    _known(row, "doc start end annotator claims attributions kind split proposals stances")
    return Passage(
        doc=row["doc"],
        start=row.get("start", 0),
        end=row.get("end"),
        annotator=row["annotator"],
        claims=tuple(_claim(c) for c in row["claims"]),
        attributions=tuple(_attribution(a) for a in row["attributions"]),
        kind=row.get("kind", "news"),
        split=row.get("split", ""),
        proposals=tuple(_proposal(p) for p in row.get("proposals", ())),
        stances=tuple(_stance(s) for s in row.get("stances", ())),
    )


def _claim(row: dict[str, Any]) -> GoldClaim:
    _known(
        row,
        "actor actor_start actor_end act modality pred_start pred_end obj_start obj_end also unnamed person "
        "about optional",
    )
    return GoldClaim(
        actor=row["actor"],
        actor_span=_maybe(row, "actor"),
        act=Act(row["act"]),
        modality=Modality(row["modality"]),
        pred_span=_span(row, "pred"),
        obj_span=_maybe(row, "obj"),
        also=_acts(row),
        unnamed=bool(row.get("unnamed", False)),
        person=bool(row.get("person", False)),
        about=bool(row.get("about", False)),
        optional=bool(row.get("optional", False)),
    )


def _attribution(row: dict[str, Any]) -> GoldAttribution:
    _known(row, "source_start source_end cue_start cue_end content")
    content = _pairs(row["content"])
    if not content:
        raise ValueError("an attribution needs content")
    return GoldAttribution(_maybe(row, "source"), _span(row, "cue"), content)


def _proposal(row: dict[str, Any]) -> GoldProposal:
    _known(row, "key mentions by terms")
    return GoldProposal(row["key"], _pairs(row["mentions"]), tuple(row["by"]), tuple(row["terms"]))


def _stance(row: dict[str, Any]) -> GoldStance:
    _known(row, "actor proposal act modality also unnamed person over condition")
    return GoldStance(
        actor=row["actor"],
        proposal=row["proposal"],
        act=Act(row["act"]),
        modality=Modality(row.get("modality", "asserted")),
        also=_acts(row),
        unnamed=bool(row.get("unnamed", False)),
        person=bool(row.get("person", False)),
        over=row.get("over"),
        condition=row.get("condition"),
    )
