"""The reader finds, and does not find, what each sentence of gold/phenomena.toml pins."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from tracktwo import reading, reports
from tracktwo.vocabulary import Act, Claim, Modality

FILE = Path(__file__).resolve().parents[2] / "gold" / "phenomena.toml"
FAMILIES: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
KNOWN: dict[str, dict[str, str]] = FAMILIES.pop("known_failures")
ROWS = [
    (name, kind, *row) for name, family in FAMILIES.items() for kind in ("yes", "no") for row in family[kind]
]


def claims_of(text: str, folder: Path) -> tuple[Claim, ...]:
    path = folder / "sentence.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return reading.read(reports.load(path)).claims


def matches(claim: Claim, wanted: str, usual: str) -> bool:
    """Whether a claim is the one meant by ``act | actor | modality``."""
    acts, actor, *more = (cell.strip() for cell in wanted.split("|"))
    modality = more[0] if more else usual
    names = [name for name in (claim.actor, claim.actor_text) if name]
    named = (
        claim.actor is None
        if actor == "-"
        else actor == "*" or any(fnmatch(n.lower(), actor.lower()) for n in names)
    )
    return claim.act in acts.split("/") and named and modality in ("*", claim.modality)


def complaints(kind: str, claims: tuple[Claim, ...], wanted: list[str]) -> list[str]:
    """What is missing (``yes``) or too much (``no``)."""
    if kind == "yes":
        return [w for w in wanted if not any(matches(c, w, "asserted") for c in claims)]
    if wanted == ["nothing"]:
        return [f"{c.act} | {c.actor} | {c.modality}" for c in claims]
    return [w for w in wanted if any(matches(c, w, "*") for c in claims)]


@pytest.mark.parametrize("row", ROWS, ids=[f"{r[0]}-{r[1]}: {r[2]}" for r in ROWS])
def test_phenomenon(row: tuple[Any, ...], tmp_path: Path) -> None:
    _, kind, text, *wanted = row
    claims = claims_of(text, tmp_path)
    wrong = complaints(kind, claims, wanted)
    if text in KNOWN[kind]:
        assert wrong, "passes now: take it out of known_failures in gold/phenomena.toml"
        pytest.xfail(KNOWN[kind][text])
    assert wrong == [], [(c.act.value, c.actor, c.modality.value, c.predicate) for c in claims]


def test_every_family_has_enough_of_both() -> None:
    assert len(ROWS) >= 120
    for name, family in FAMILIES.items():
        assert len(family["yes"]) >= 3, name
        assert len(family["no"]) >= 3, name


def test_claims_are_written_with_known_words() -> None:
    for name, kind, _, *wanted in ROWS:
        for one in wanted:
            if kind == "no" and one == "nothing":
                continue
            acts, _, *more = (cell.strip() for cell in one.split("|"))
            assert all(act in set(Act) for act in acts.split("/")), (name, one)
            assert not more or more[0] in {*Modality, "*"}, (name, one)


def test_texts_are_written_once_and_known_failures_exist_with_reasons() -> None:
    for kind in ("yes", "no"):
        texts = [row[2] for row in ROWS if row[1] == kind]
        assert len(texts) == len(set(texts))
        assert set(KNOWN[kind]) <= set(texts)
        assert all(len(reason) > 10 for reason in KNOWN[kind].values())
