"""Reading raises on no text, and every word of a claim stands in the stored text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.conftest import report_of
from tracktwo import reading
from tracktwo.vocabulary import CoverageKind, Report

WORDS = st.sampled_from(
    [
        "Kenya",
        "Norway",
        "the",
        "EU",
        "proposed",
        "supported",
        "opposed",
        "said",
        "that",
        "would",
        "not",
        "if",
        "unless",
        "until",
        "in",
        "exchange",
        "return",
        "for",
        "talks",
        "with",
        "between",
        "and",
        "by",
        "of",
        "to",
        ",",
        ".",
        ";",
        ":",
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        "—",
        "must",
        "ceasefire",
        "release",
        "all",
        "40",
        "%",
        "days",
        "deal",
        "plan",
        "it",
        "they",
        "he",
        "according",
        "citing",
        "while",
        "but",
        "with",
        "expected",
        "set",
        "Jane",
        "Keller",
        "minister",
        "cabinet",
        "approval",
        "require",
        "which",
        "who",
        "\u200f",
        "\ufeff",
        "🙂",
        "\x00",
        "1/CP.20",
        "G-77/CHINA",
        "on",
        "Sunday",
        "killing",
        "attack",
        "war",
    ]
)


def checked(report: Report) -> None:
    found = reading.read(report)
    assert len(found.coverage) == len(report.segments)
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    claimed = {claim.start for claim in found.claims}
    for row in found.coverage:
        assert (row.kind is CoverageKind.CLAIM) == (row.start in claimed)
    for claim in found.claims:
        assert claim.quote == report.text[claim.start : claim.end]
        assert claim.start <= claim.predicate_start < claim.predicate_end <= claim.end
        assert 0.0 < claim.confidence <= 1.0
        if claim.object_start is not None and claim.object_end is not None:
            assert claim.object == report.text[claim.object_start : claim.object_end]
            assert claim.start <= claim.object_start < claim.object_end <= claim.end
        if claim.actor_start is not None:
            assert claim.actor_text == report.text[claim.actor_start : claim.actor_end]
        for term in claim.terms:
            assert term.text == report.text[term.start : term.end]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_strings_of_trigger_words(text: str) -> None:
    checked(report_of(text))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=200))
def test_any_characters(text: str) -> None:
    checked(report_of(text))


MANGLED = (
    "Kenya\x00 supported\u200f the plan.",
    "\u202eKenya supported the plan.\u202c",
    "KENYA SUPPORTED THE PLAN",
    "> > Kenya supported the plan.",
    "Kenya\tsupported\t|\tthe plan\t|\t40%",
    "Kenya sup-\nported the plan .",
    "🙂🙂 Kenya supported the plan 🙂",
    "K e n y a  s u p p o r t e d  t h e  p l a n",
    "said said said said said said that that that",
    "“““Kenya said “Norway said “the plan",
    "in exchange for in exchange for in return",
    "by by by by , , , , which which require approval",
    "Kenya supported " + "the plan and " * 400,
    "x" * 100_000,
    "!" * 3_000,
    "Kenya \ud800 supported the plan of Mara Qu\udfffill, and Nor\udc80way rejected it.",
)


@pytest.mark.parametrize("text", MANGLED, ids=range(len(MANGLED)))
def test_mangled_text(text: str) -> None:
    checked(report_of(text))


def test_an_empty_report_gives_an_empty_reading() -> None:
    found = reading.read(Report("empty", "", "0"))
    assert (found.claims, found.coverage, found.people) == ((), (), ())
