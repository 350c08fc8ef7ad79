"""How far a message goes: lists, quotations, asides, conditions, and where another verb takes over."""

from __future__ import annotations

import pytest

from tests.reading.conftest import report_of
from tracktwo import reading

Row = tuple[str, str, str]


def rows(sentence: str) -> set[Row]:
    report = report_of(sentence)
    return {(p.actor, p.predicate, p.message) for p in reading.propositions(reading.read(report), report)}


def norway(*told: tuple[str, str]) -> set[Row]:
    return {("Norway", predicate, message) for predicate, message in told}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway stressed, inter alia: fees; that members as a whole will pay; and a fund.",
            norway(("stressed", "fees; that members as a whole will pay; and a fund")),
        ),
        (
            "Norway expressed concern about gaps, including: fees, which fall; and ports, which silt up.",
            norway(
                ("expressed", "concern about gaps, including: fees, which fall; and ports, which silt up")
            ),
        ),
        (
            "Norway described the fund as 'useful, yet small', and called for more of it.",
            norway(("described", "the fund as 'useful, yet small"), ("called", "for more of it")),
        ),
        (
            "Norway questioned if the two lists can be merged.",
            norway(("questioned", "if the two lists can be merged")),
        ),
        (
            "Norway proposed that if no member objects, the list can be adopted by vote.",
            norway(("proposed", "that if no member objects, the list can be adopted by vote")),
        ),
        (
            "Norway reported on work done during the winter and the plan for the spring.",
            norway(("reported", "on work done during the winter and the plan for the spring")),
        ),
        (
            "Norway called for a text that would sit alongside the treaty.",
            norway(("called", "for a text that would sit alongside the treaty")),
        ),
        (
            "Norway noted, with concern, the lack of pilots.",
            norway(("noted", "with concern, the lack of pilots")),
        ),
        (
            "Norway supported wide talks, and payment of the debt made by shifting costs onto ports.",
            norway(("supported", "wide talks, and payment of the debt made by shifting costs onto ports")),
        ),
        (
            "Norway highlighted goals for pilots, and the need to say how much money members will give.",
            norway(("highlighted", "goals for pilots, and the need to say how much money members will give")),
        ),
        (
            "Norway called for means of counting, measuring, reporting and, when useful, checking catches.",
            norway(
                ("called", "for means of counting, measuring, reporting and, when useful, checking catches")
            ),
        ),
        (
            "Norway outlined its programme, which builds on fees, taxes, and loans such as last.",
            norway(
                (
                    "outlined",
                    "its programme, which builds on fees, taxes, and loans such as last",
                )
            ),
        ),
        (
            "Norway said while the vote can wait, it supports a list.",
            norway(("said", "while the vote can wait, it supports a list"), ("supports", "a list")),
        ),
        (
            "Norway stressed that asking twice and demanding more is fair.",
            norway(("stressed", "that asking twice and demanding more is fair")),
        ),
        (
            "Norway called for a text that lowers fees and encourages care.",
            norway(("called", "for a text that lowers fees and encourages care")),
        ),
        (
            "Norway said the list could be cut by, inter alia, identifying gaps.",
            norway(("said", "the list could be cut by, inter alia, identifying gaps")),
        ),
        (
            "Norway raised questions, including how long talks should last, and who should speak.",
            norway(("raised", "questions, including how long talks should last, and who should speak")),
        ),
        ("Norway discussed options, including fees.", norway(("discussed", "options, including fees"))),
        (
            "Norway asked members to be careful when making statements on fees.",
            norway(("asked", "members to be careful when making statements on fees")),
        ),
        (
            "Norway said it is late, and proposed, and members agreed, to vote.",
            norway(("said", "it is late"), ("proposed", "to vote")),
        ),
        ("Norway updated members on the fund.", norway(("updated", "members on the fund"))),
        ("Norway praised the plan, as did Chile.", norway(("praised", "the plan"))),
        (
            "Norway stressed that pilots are few and decided to train more.",
            norway(("stressed", "that pilots are few")),
        ),
        (
            "Norway stated that talks are hard and closed sessions were useful.",
            norway(("stated", "that talks are hard and closed sessions were useful")),
        ),
    ],
)
def test_a_message_goes_to_the_end_of_what_is_governed(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway recalled that the Chairs came up with a list, and suggested that members read it.",
            norway(
                ("recalled", "that the Chairs came up with a list"), ("suggested", "that members read it")
            ),
        ),
        (
            "Noting that members have said they will pay, Norway welcomed the fund.",
            norway(("noting", "that members have said they will pay"), ("welcomed", "the fund")),
        ),
        (
            "Norway presented a list, explaining that groups set up in June go on and urging them to hurry.",
            norway(
                ("presented", "a list"),
                ("explaining", "that groups set up in June go on"),
                ("urging", "them to hurry"),
            ),
        ),
        (
            "On fees, Norway supported a cap, opposed a levy, and said members should pay.",
            norway(
                ("supported", "On fees a cap"),
                ("opposed", "On fees a levy"),
                ("said", "On fees members should pay"),
            ),
        ),
        (
            "Norway questioned the value of a list if nobody would read it and called for a vote.",
            norway(("questioned", "the value of a list if nobody would read it"), ("called", "for a vote")),
        ),
        (
            "Norway noted the need to count boats, and supported formation of a panel.",
            norway(("noted", "the need to count boats"), ("supported", "formation of a panel")),
        ),
        (
            "Norway noted 'open' instead of 'closed,' and proposed deleting reference to it.",
            norway(("noted", "'open' instead of 'closed"), ("proposed", "deleting reference to it")),
        ),
        (
            "In the contact group, Norway and Chile opposed discussing fees.",
            {(who, "opposed", "discussing fees") for who in ("Norway", "Chile")},
        ),
        (
            "Norway, speaking for Chile, as well as for Peru, Kenya, and Togo, proposed a list.",
            {(who, "proposed", "a list") for who in ("Norway", "Chile", "Peru", "Kenya", "Togo")},
        ),
        (
            "Norway, for Chile, Peru, for Kenya and Togo, Mali and Cuba, opposed by Iran, proposed a list.",
            {
                (who, "proposed", "a list")
                for who in ("Norway", "Chile", "Peru", "Kenya", "Togo", "Mali", "Cuba")
            }
            | {("Iran", "not proposed", "a list")},
        ),
        (
            "Noting costs, Norway, Chile and many other Annex I countries welcomed the fund.",
            {
                (who, *told)
                for who in ("Norway", "Chile")
                for told in (("noting", "costs"), ("welcomed", "the fund"))
            },
        ),
        (
            "Norway, Chile and other Annex I parties welcomed the fund.",
            {(who, "welcomed", "the fund") for who in ("Norway", "Chile")},
        ),
        (
            "On a request from observer groups, Norway and Chile proposed a list.",
            {(who, "proposed", "On a request from observer groups a list") for who in ("Norway", "Chile")},
        ),
        (
            "On fees, Norway, for the G-77, Peru and Chile, proposed a list.",
            {(who, "proposed", "On fees a list") for who in ("Norway", "Group of 77", "Peru", "Chile")},
        ),
        (
            "Many, including Norway, Chile, and the G-77/China, suggested a list.",
            {(who, "suggested", "a list") for who in ("Norway", "Chile", "Group of 77", "China")},
        ),
        (
            "Norway stated that fees are beyond the mandate of the port council and Chile said fees help.",
            {
                ("Norway", "stated", "that fees are beyond the mandate of the port council"),
                ("Chile", "said", "fees help"),
            },
        ),
        (
            "Norway proposed, and members supported, holding a workshop.",
            norway(("proposed", "holding a workshop")),
        ),
        (
            "Norway expressed concerns, suggesting that fees rise.",
            norway(("expressed", "concerns"), ("suggesting", "that fees rise")),
        ),
        (
            "Chile outlined the levy, which Norway opposed.",
            {("Chile", "outlined", "the levy"), ("Norway", "opposed", "the levy")},
        ),
        (
            "Chile proposed a levy, which was supported by Norway.",
            {("Chile", "proposed", "a levy"), ("Norway", "supported", "a levy")},
        ),
        (
            "Chile asked about fees, with Peru pointing to costs and Norway urging care.",
            {
                ("Chile", "asked", "about fees"),
                ("Peru", "pointing", "to costs"),
                ("Norway", "urging", "care"),
            },
        ),
        (
            "Norway raised concerns over fees being lowered in June and stressed the need for care.",
            norway(("raised", "concerns over fees being lowered in June"), ("stressed", "the need for care")),
        ),
        (
            "Norway suggested avoiding long talks, and supported low fees.",
            norway(("suggested", "avoiding long talks"), ("supported", "low fees")),
        ),
        (
            "Members discussed a Norwegian proposal, opposed by Chile, to add a list.",
            {("Norway", "proposal", "to add a list"), ("Chile", "opposed", "a Norwegian proposal")},
        ),
        (
            "Chile urged excluding Norway's proposal for a list.",
            {
                ("Chile", "urged", "excluding Norway's proposal for a list"),
                ("Norway", "proposal", "for a list"),
            },
        ),
        (
            "Chile accepted a Norwegian proposal to add a list.",
            {
                ("Chile", "accepted", "a Norwegian proposal to add a list"),
                ("Norway", "proposal", "to add a list"),
            },
        ),
    ],
)
def test_who_goes_on_speaking(sentence: str, expected: set[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Norwegian move to add a list was seen as a test.",
        "The Facilitator opposed the list.",
        "The vote is the last before the summer, said another.",
        "In June, members came to Kyoto, Japan, opposed to the list.",
    ],
)
def test_what_is_only_wanted_or_said_by_an_office_gives_no_row(sentence: str) -> None:
    opening = "Anne Holt (Chile), Facilitator, opened the session. "
    assert rows(opening + sentence) == set()


def test_who_opens_a_session_goes_on() -> None:
    opening = "Anne Holt, head of the port council, opened the session and greeted members. "
    assert rows(opening + "She outlined fees.") == {("Anne Holt", "outlined", "fees")}


@pytest.mark.parametrize(
    "opening", ["Supported by Anne Holt", "Opposed by Anne Holt", "Representing Anne Holt", ""]
)
def test_a_bare_name_opens_nothing(opening: str) -> None:
    assert rows(f"{opening} opened the session.") == set()


def test_a_time_is_no_topic() -> None:
    assert rows("On the last day of the session, Norway proposed a list.") == norway(("proposed", "a list"))


def test_what_somebody_says_must_not_be_is_one_row() -> None:
    sentence = "Norway stressed the future of the fund must not be linked to fees."
    assert rows(sentence) == norway(("stressed", "the future of the fund must not be linked to fees"))


def test_leading_into_an_answer_gives_no_row() -> None:
    sentence = "Replying to a question on fees, Norway said members should pay."
    assert rows(sentence) == norway(("said", "members should pay"))


def test_an_offer_asked_for_has_not_been_made() -> None:
    assert rows("Chile sought a commitment from Norway on fees.") == {
        ("Chile", "sought", "a commitment from Norway on fees")
    }


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("INTERNATIONAL HARBOUR FORUM ON CLEAN WATER", "International Harbour Forum on Clean Water"),
        ("The US COUNCIL FOR A CLEAN HARBOUR", "US Council for a Clean Harbour"),
        ("The LEAGUE TO COMBAT SILT", "League to Combat Silt"),
    ],
)
def test_names_in_capitals_with_small_words(written: str, name: str) -> None:
    assert rows(f"{written} called for fees.") == {(name, "called", "for fees")}
