"""Rows of actor, predicate and message: fronted topics, denials, passives, owners and relative clauses."""

from __future__ import annotations

import pytest

from tests.reading.conftest import report_of
from tracktwo import reading


def rows(sentence: str) -> set[tuple[str, str, str]]:
    report = report_of(sentence)
    return {(p.actor, p.predicate, p.message) for p in reading.propositions(reading.read(report), report)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On fees, Norway proposed a list.", {("Norway", "proposed", "On fees a list")}),
        (
            "Regarding the budget, Norway and Chile opposed the cut.",
            {(who, "opposed", "Regarding the budget the cut") for who in ("Norway", "Chile")},
        ),
        ("On Monday, Norway proposed a list.", {("Norway", "proposed", "a list")}),
        (
            "On fees, Norway proposed a list, while Chile supported the text.",
            {("Norway", "proposed", "On fees a list"), ("Chile", "supported", "the text")},
        ),
        ("Norway said it was not ready.", {("Norway", "said", "it was not ready")}),
        ("Norway did not support the text.", {("Norway", "not support", "the text")}),
        (
            "The list was supported by Norway and opposed by Chile.",
            {("Norway", "supported", "The list"), ("Chile", "opposed", "The list")},
        ),
        ("Kenya was pleased with a proposal by Norway on fees.", {("Norway", "proposal", "on fees")}),
        (
            "Norway presented the outcome of a workshop, which had produced a list.",
            {("Norway", "presented", "the outcome of a workshop, which had produced a list")},
        ),
        (
            "Norway said fees should not rest on size, but on income.",
            {("Norway", "said", "fees should not rest on size, but on income")},
        ),
        (
            "Norway said it was clear that fees rose, and that even if they fell, some would not pay.",
            {
                (
                    "Norway",
                    "said",
                    "it was clear that fees rose, and that even if they fell, some would not pay",
                )
            },
        ),
        (
            "Ana Tuvan (Norway), Secretary-General, stressed the importance of fees.",
            {("Ana Tuvan", "stressed", "the importance of fees")},
        ),
        ("Norway met with Chile in Lima.", set()),
        (
            "Norway, Chile, Peru and many others supported the list.",
            {(who, "supported", "the list") for who in ("Norway", "Chile", "Peru")},
        ),
        (
            "Norway said fees had risen, but Chile supported the text.",
            {("Norway", "said", "fees had risen"), ("Chile", "supported", "the text")},
        ),
    ],
)
def test_rows(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert rows(sentence) == expected
