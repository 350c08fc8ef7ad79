"""Rows of the bulletin measure, sentence by sentence: where one predicate's words end and the next begin."""

from __future__ import annotations

import pytest

from tests.reading.conftest import report_of
from tracktwo import reading

ROWS = {
    # Things to do in a row are no acts of their own; things said in a row are.
    "Peru supported deleting brackets and approving the text, while Chile opposed the fee.": [
        ("Peru", "supported", "deleting brackets and approving the text"),
        ("Chile", "opposed", "the fee"),
    ],
    "Peru suggested changes, including by providing data, producing a paper a year, and focusing on costs.": [
        (
            "Peru",
            "suggested",
            "changes, including by providing data, producing a paper a year, and focusing on costs",
        ),
    ],
    "Peru proposed going on by merging texts, grouping options, clarifying terms and cutting fees.": [
        (
            "Peru",
            "proposed",
            "going on by merging texts, grouping options, clarifying terms and cutting fees",
        )
    ],
    "Peru suggested rules for measuring, reporting and verifying activities.": [
        ("Peru", "suggested", "rules for measuring, reporting and verifying activities")
    ],
    "Peru supported extending the deadline, noting the cost and stressing the urgency.": [
        ("Peru", "supported", "extending the deadline"),
        ("Peru", "noting", "the cost"),
        ("Peru", "stressing", "the urgency"),
    ],
    "Peru stressed the need to cut fees while keeping jobs, and opposed the levy.": [
        ("Peru", "stressed", "the need to cut fees while keeping jobs"),
        ("Peru", "opposed", "the levy"),
    ],
    # Past tenses that a tagger takes for participles.
    "Peru did not support the text and proposed forwarding both drafts.": [
        ("Peru", "not support", "the text"),
        ("Peru", "proposed", "forwarding both drafts"),
    ],
    "Peru stressed the need for words that are compatible with the treaty and opposed proposals to cut it.": [
        ("Peru", "stressed", "the need for words that are compatible with the treaty"),
        ("Peru", "opposed", "proposals to cut it"),
    ],
    "Peru highlighted the papers (L.1 and Add.1; and L.2) on fees.": [
        ("Peru", "highlighted", "the papers (L.1 and Add.1; and L.2) on fees")
    ],
    "Peru argued that the chair can only be named by an elected body and questioned how it can begin.": [
        ("Peru", "argued", "that the chair can only be named by an elected body"),
        ("Peru", "questioned", "how it can begin"),
    ],
    "Peru welcomed the draft on ports, stressed cheaper fares, and proposed a pause.": [
        ("Peru", "welcomed", "the draft on ports"),
        ("Peru", "stressed", "cheaper fares"),
        ("Peru", "proposed", "a pause"),
    ],
    "Peru said that whereas fees rose, fares fell.": [("Peru", "said", "that whereas fees rose, fares fell")],
    "Peru proposed, and Chile agreed, that the table be cut.": [
        ("Peru", "proposed", "that the table be cut"),
        ("Chile", "agreed", "that the table be cut"),
    ],
    # A stance told with its own noun is no denial; who opposes it, denies it.
    "Peru, supported by Chile, reiterated its objection to the fee.": [
        ("Peru", "reiterated", "its objection to the fee"),
        ("Chile", "reiterated", "its objection to the fee"),
    ],
    "Peru, opposed by Chile, reiterated its proposal on fees.": [
        ("Peru", "reiterated", "its proposal on fees"),
        ("Chile", "not reiterated", "its proposal on fees"),
    ],
}


@pytest.mark.parametrize("sentence", ROWS)
def test_rows(sentence: str) -> None:
    report = report_of(sentence)
    found = reading.propositions(reading.read(report), report)
    assert [(row.actor, row.predicate, row.message) for row in found] == ROWS[sentence]
