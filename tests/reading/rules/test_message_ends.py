"""Where messages begin and end: lists by semicolon, joined verbs, long subjects, reasons, lead-ins."""

from __future__ import annotations

import pytest

from tests.reading.rules.test_message_extent import Row, norway, rows


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (  # a fronted topic is no half of something said around its speaker
            "On rules of the club, Norway said levies relating to boats, nets, and bait should be low.",
            norway(("said", "On rules of the club levies relating to boats, nets, and bait should be low")),
        ),
        (
            "On fees, Norway stressed the need to, inter alia: begin with boats; and end with nets.",
            norway(("stressed", "On fees the need to, inter alia: begin with boats; and end with nets")),
        ),
        (
            "While recognising the need for care, Norway drew attention to costs.",
            norway(("recognising", "the need for care"), ("drew", "attention to costs")),
        ),
        (
            "In presenting its views, Norway proposed a panel and outlined steps to be taken.",
            norway(("presenting", "its views"), ("proposed", "a panel"), ("outlined", "steps to be taken")),
        ),
        (
            "On reporting on catches, Norway said checks are hard.",
            norway(("said", "On reporting on catches checks are hard")),
        ),
        ("Norway supported flexible and agreed rules.", norway(("supported", "flexible and agreed rules"))),
    ],
)
def test_lead_ins_end_at_the_main_clause(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway announced the opening of a port; the sale of two boats; and talks on bait.",
            norway(("announced", "the opening of a port; the sale of two boats; and talks on bait")),
        ),
        (
            "Norway queried whether the fund is public; if boats could be paid from it; or if fees will.",
            norway(
                ("queried", "whether the fund is public; if boats could be paid from it; or if fees will")
            ),
        ),
        ("Norway supported a cap; members disliked it.", norway(("supported", "a cap"))),
        (
            "Norway supported a cap; and called for a vote.",
            norway(("supported", "a cap"), ("called", "for a vote")),
        ),
        (
            "Norway said harms such as storms, rising tides, and fading of reefs will cost jobs.",
            norway(("said", "harms such as storms, rising tides, and fading of reefs will cost jobs")),
        ),
        (
            "Norway said its paper on measuring, reporting and verification had been sent.",
            norway(("said", "its paper on measuring, reporting and verification had been sent")),
        ),
        (
            "Norway proposed, inter alia , clear targets, guiding aims for boats, and rules for bait.",
            norway(("proposed", "clear targets, guiding aims for boats, and rules for bait")),
        ),
        (
            "Norway called for boats not to be large, but one that can turn.",
            norway(("called", "for boats not to be large, but one that can turn")),
        ),
    ],
)
def test_a_list_stays_whole(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway identified and assessed good habits.",
            norway(("identified", "good habits")),
        ),
        (
            "Norway objected and threatened to leave the room.",
            norway(("threatened", "to leave the room")),
        ),
        (
            "Norway called for talks before and during the session.",
            norway(("called", "for talks before and during the session")),
        ),
        (
            "Norway opposed the levies, as they hit small ports.",
            norway(("opposed", "the levies, as they hit small ports")),
        ),
        (
            "Norway opposed Chile's proposal for a levy, as it would be costly.",
            norway(("opposed", "Chile's proposal for a levy, as it would be costly"))
            | {("Chile", "proposal", "for a levy")},
        ),
        (
            "Norway discussed Chile's proposal to stay on the proposed Harbour Council.",
            norway(("discussed", "Chile's proposal to stay on the proposed Harbour Council"))
            | {("Chile", "proposal", "to stay on the proposed Harbour Council")},
        ),
        (
            "Norway said the group had split in two, with one half working on boats and the other on nets.",
            norway(
                ("said", "the group had split in two, with one half working on boats and the other on nets")
            ),
        ),
        (
            "Norway supported shared fees, using local rates, and called for rules, noting costs.",
            norway(
                ("supported", "shared fees, using local rates"), ("called", "for rules"), ("noting", "costs")
            ),
        ),
        (
            "Norway introduced a draft, which members adopted.",
            norway(("introduced", "a draft, which members adopted")),
        ),
        (
            "Norway discussed Chile's suggestion of a cap and Peru's proposal for a levy.",
            norway(("discussed", "Chile's suggestion of a cap and Peru's proposal for a levy"))
            | {("Chile", "suggestion", "of a cap"), ("Peru", "proposal", "for a levy")},
        ),
        (
            "Norway introduced a draft, which Peru opposed.",
            norway(("introduced", "a draft")) | {("Peru", "opposed", "a draft")},
        ),
        (
            "Ana Tuvan (Norway), who led the talks, reported agreement on the list.",
            {("Ana Tuvan", "reported", "agreement on the list")},
        ),
        (
            "Norway preferred a levy, which Chile said is costly.",
            norway(("preferred", "a levy")) | {("Chile", "said", "is costly")},
        ),
    ],
)
def test_a_message_holds_its_reasons_and_manner_and_no_other_act(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected
