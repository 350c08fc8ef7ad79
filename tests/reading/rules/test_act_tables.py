"""Every act in its whole verb class, in own sentences (acts/*.tsv): particles, light verbs, nouns, passives;
and the same words where they tell no act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.reading.conftest import Read, report_of
from tracktwo import reading
from tracktwo.vocabulary import Act, Claim

FOLDER = Path(__file__).parent / "acts"
FIGHTING = "Militants shelled the outskirts on Sunday; airstrikes followed."


@dataclass(frozen=True)
class Row:
    """A sentence, where its words of act stand, and the claim expected there (none: no claim)."""

    acts: frozenset[str]
    actor: str
    text: str
    spots: tuple[tuple[int, int], ...]


def rows(name: str) -> Iterator[Row]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        acts, actor, marked = line.split("\t")
        spots, plain = [], ""
        for part in marked.split("["):
            inside, closed, rest = part.partition("]")
            if closed:
                spots.append((len(plain), len(plain) + len(inside)))
            plain += inside + rest
        yield Row(frozenset(acts.split("/")), actor, plain, tuple(spots))


def is_who(claim: Claim, actor: str) -> bool:
    if actor in "*~":
        return bool(claim.actor_text)
    return not claim.actor_text if actor == "-" else actor in (claim.actor, claim.party)


def is_right(row: Row, before: str) -> bool:
    """Whether each marked spot carries the claim expected of it."""
    report = report_of(*([before] if before else []), row.text)
    offset = len(before) + 1 if before else 0
    claims = [c for c in reading.read(report).claims if c.start >= offset]
    for first, last in row.spots:
        at = [c for c in claims if c.predicate_start < last + offset and first + offset < c.predicate_end]
        if row.acts == {"none"}:
            if at:
                return False
        elif not any(c.act.value in row.acts and is_who(c, row.actor) for c in at):
            return False
    return True


SECTIONS = [
    (name, act)
    for name in ("talks.tsv", "fighting.tsv", "nouns.tsv", "around.tsv", "nothing.tsv")
    for act in sorted({sorted(row.acts)[0] for row in rows(name)})
]


@pytest.mark.parametrize(("name", "act"), SECTIONS)
def test_every_sentence_is_read(name: str, act: str) -> None:
    before = FIGHTING if name == "fighting.tsv" else ""
    mine = [row for row in rows(name) if sorted(row.acts)[0] == act]
    assert [row.text for row in mine if not is_right(row, before)] == []


def test_every_act_has_sentences() -> None:
    named = {act for name in ("talks.tsv", "fighting.tsv") for row in rows(name) for act in row.acts}
    assert named == {act.value for act in Act}
    assert sum(1 for _ in rows("nothing.tsv")) >= 200


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks aim to secure the release of 40 prisoners.",
        "The plan could lead to a truce and the release of all prisoners.",
        "The mediator revealed two efforts to win the release of prisoners held in Lima.",
        "The cabinet must approve concessions and the release of prisoners.",
    ],
)
def test_a_deed_only_aimed_at_is_no_deed(claims: Read, sentence: str) -> None:
    assert not [claim for claim in claims(sentence) if claim.act is Act.IMPLEMENT]


def test_a_deed_that_is_welcomed_was_done(claims: Read) -> None:
    told = claims("Peru welcomed the release of 40 prisoners.")
    assert [claim.object for claim in told if claim.act is Act.IMPLEMENT] == ["40 prisoners"]
