"""Who says what where a sentence holds asides, several speakers and lists."""

from __future__ import annotations

import pytest

from tests.reading.conftest import report_of
from tracktwo import reading


def rows(sentence: str) -> set[tuple[str, str, str]]:
    report = report_of(sentence)
    return {(p.actor, p.predicate, p.message) for p in reading.propositions(reading.read(report), report)}


def by(actors: tuple[str, ...], predicate: str, message: str) -> set[tuple[str, str, str]]:
    return {(actor, predicate, message) for actor in actors}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway supported a levy and, with Chile, preferred a shorter list.",
            by(("Norway",), "supported", "a levy") | by(("Norway", "Chile"), "preferred", "a shorter list"),
        ),
        (
            "Norway outlined a levy and, supported by Peru, proposed that members meet in June.",
            by(("Norway",), "outlined", "a levy")
            | by(("Norway", "Peru"), "proposed", "that members meet in June"),
        ),
        (
            "Norway called for a levy and, with Chile, capping and trading permits.",
            by(("Norway",), "called", "for a levy")
            | by(("Norway", "Chile"), "called", "capping and trading permits"),
        ),
        (
            "Norway, describing a levy on fuel, with Chile, supported a shorter list.",
            by(("Norway",), "describing", "a levy on fuel")
            | by(("Norway", "Chile"), "supported", "a shorter list"),
        ),
        ("With Chile, Norway is at the table.", set()),
    ],
)
def test_who_joins_in_later_speaks_for_the_later_part_only(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway highlighted support for farmers in Kenya and Chile stressed the need for water.",
            by(("Norway",), "highlighted", "support for farmers in Kenya")
            | by(("Chile",), "stressed", "the need for water"),
        ),
        (
            "Norway highlighted support for farmers in Kenya and Chile.",
            by(("Norway",), "highlighted", "support for farmers in Kenya and Chile"),
        ),
        (
            "Norway urged patience with the fund and Chile called on members to consider a levy.",
            by(("Norway",), "urged", "patience with the fund")
            | by(("Chile",), "called", "on members to consider a levy"),
        ),
        (
            "Many parties called for a levy, and Norway and Chile said that fees must rise.",
            by(("Norway", "Chile"), "said", "that fees must rise"),
        ),
    ],
)
def test_a_second_speaker_has_a_clause_of_its_own(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway, for several members, noted progress and highlighted key elements.",
            by(("Norway",), "noted", "progress") | by(("Norway",), "highlighted", "key elements"),
        ),
        (
            "Norway said the fund should steer collective efforts, and welcomed talks on a shared vision.",
            by(("Norway",), "said", "the fund should steer collective efforts")
            | by(("Norway",), "welcomed", "talks on a shared vision"),
        ),
        (
            "Norway suggested a design with flexible and agreed parameters.",
            by(("Norway",), "suggested", "a design with flexible and agreed parameters"),
        ),
        (
            "Noting the union's main aim is a raise, Norway said talks must go on.",
            by(("Norway",), "noting", "the union's main aim is a raise")
            | by(("Norway",), "said", "talks must go on"),
        ),
        (
            "Norway said the fund has not lost money, but will continue to shrink.",
            by(("Norway",), "said", "the fund has not lost money, but will continue to shrink"),
        ),
        (
            "Norway supported: a levy; ending the fund; and identifying options, including loans.",
            by(("Norway",), "supported", "a levy; ending the fund; and identifying options, including loans"),
        ),
    ],
)
def test_the_main_verb_is_found_where_the_tagger_misses_it(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert rows(sentence) >= expected
    assert len(rows(sentence)) == len(expected)


def test_who_opposes_a_refusal_supports_the_thing() -> None:
    found = rows("Norway, opposed by Chile and Peru, was not supportive of the levy.")
    assert found == by(("Norway",), "not supportive", "of the levy") | by(
        ("Chile", "Peru"), "supportive", "of the levy"
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ana Tuvan, Minister of Energy, Transport, Science and Technology, Norway, said fees must rise.",
            by(("Ana Tuvan",), "said", "fees must rise"),
        ),
        (
            "Ana Tuvan, Deputy Secretary-General, WMO, noted the need for water.",
            by(("Ana Tuvan",), "noted", "the need for water"),
        ),
        (
            "The HARBOUR CENTRE FOR TRADE STUDIES and the LAKES COORDINATING COMMITTEE reported on fees.",
            by(("Harbour Centre for Trade Studies", "Lakes Coordinating Committee"), "reported", "on fees"),
        ),
        ("Co-Chair de Wit suggested a shorter list.", by(("de Wit",), "suggested", "a shorter list")),
        (
            "Representatives from Norway and Chile highlighted the need for water.",
            by(("Norway", "Chile"), "highlighted", "the need for water"),
        ),
        ("Some representatives from Norway highlighted the need for water.", set()),
        (
            "On participation by observer organizations, the G-77/China preferred a list.",
            by(("Group of 77", "China"), "preferred", "On participation by observer organizations a list"),
        ),
        (
            "Ana Tuvan, reporting on fees, said parties discussed loans.",
            by(("Ana Tuvan",), "reporting", "on fees")
            | by(("Ana Tuvan",), "said", "parties discussed loans"),
        ),
        (
            "Norway, for the Umbrella Group (UG), said fees must rise.",
            by(("Norway", "Umbrella Group"), "said", "fees must rise"),
        ),
        (
            "Chair Ana Tuvan proposed, and parties agreed, that members meet in June.",
            by(("Ana Tuvan",), "proposed", "that members meet in June"),
        ),
    ],
)
def test_speakers_with_offices_in_capitals_and_in_company(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway said members must act, stressing the need for water.",
            by(("Norway",), "said", "members must act") | by(("Norway",), "stressing", "the need for water"),
        ),
        (
            "Norway emphasised fees, explained loans and grants and underscored the need for water.",
            by(("Norway",), "emphasised", "fees")
            | by(("Norway",), "explained", "loans and grants")
            | by(("Norway",), "underscored", "the need for water"),
        ),
        (
            "Norway stressed the link with: fuel, looking at coal; and trade, looking at tariffs.",
            by(
                ("Norway",), "stressed", "the link with: fuel, looking at coal; and trade, looking at tariffs"
            ),
        ),
        (
            "On Norway's proposal for a fund, various members questioned the need.",
            by(("Norway",), "proposal", "for a fund"),
        ),
        ("Norway argued forcefully that fees must rise.", by(("Norway",), "argued", "that fees must rise")),
        ("The contact group discussed fees.", set()),
    ],
)
def test_messages_go_as_far_as_their_words(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert rows(sentence) == expected
