"""Rows of speakers: several verbs, contrasts, company, reduced relatives, what is only wished."""

from __future__ import annotations

import pytest

from tests.reading.conftest import report_of
from tracktwo import reading

Row = tuple[str, str, str]

# One text a case, sentences parted by "|"; the rows are those of its last sentence, in order.
CASES: list[tuple[str, list[Row]]] = [
    (
        "Peru said that fees and dues should be listed before it, and suggested that a table be added.",
        [
            ("Peru", "said", "that fees and dues should be listed before it"),
            ("Peru", "suggested", "that a table be added"),
        ],
    ),
    (
        "Kenya supported using a floor, opposed using a ceiling, and said a review should follow.",
        [
            ("Kenya", "supported", "using a floor"),
            ("Kenya", "opposed", "using a ceiling"),
            ("Kenya", "said", "a review should follow"),
        ],
    ),
    (
        "Norway stressed that the list is short and covers only the largest ports.",
        [("Norway", "stressed", "that the list is short and covers only the largest ports")],
    ),
    (
        "Norway stressed that the list is short and covered the largest ports in its remarks.",
        [("Norway", "stressed", "that the list is short and covered the largest ports in its remarks")],
    ),
    (
        "Chile stressed that Kenya had not asked for this and reiterated the need for a vote.",
        [
            ("Chile", "stressed", "that Kenya had not asked for this"),
            ("Kenya", "not asked", "for this"),
            ("Chile", "reiterated", "the need for a vote"),
        ],
    ),
    (
        "Peru said the fee should not be paid in June, but only after the audit has been closed.",
        [("Peru", "said", "the fee should not be paid in June, but only after the audit has been closed")],
    ),
    (
        "Peru said ships should pay a fee, while boats should pay nothing.",
        [("Peru", "said", "ships should pay a fee, while boats should pay nothing")],
    ),
    (
        "Peru said ships should pay a fee, while Chile opposed any fee.",
        [("Peru", "said", "ships should pay a fee"), ("Chile", "opposed", "any fee")],
    ),
    (
        "While Kenya recognized the need for a fee, it did not support a levy.",
        [("Kenya", "recognized", "the need for a fee"), ("Kenya", "not support", "a levy")],
    ),
    (
        "Chile, with Peru and opposed by Kenya, argued for a longer term.",
        [
            ("Chile", "argued", "for a longer term"),
            ("Peru", "argued", "for a longer term"),
            ("Kenya", "not argued", "for a longer term"),
        ],
    ),
    (
        "Norway spoke first.|Norway listed the costs and, with Peru, highlighted the value of a table.",
        [
            ("Norway", "highlighted", "the value of a table"),
            ("Peru", "highlighted", "the value of a table"),
        ],
    ),
    (
        "Norway proposed a table.|With Peru and Chile, he suggested a longer list.",
        [
            ("Peru", "suggested", "a longer list"),
            ("Chile", "suggested", "a longer list"),
            ("Norway", "suggested", "a longer list"),
        ],
    ),
    (
        "The table is favoured by Norway, and some other countries, such as Peru and Chile.",
        [
            ("Norway", "favoured", "The table"),
            ("Peru", "favoured", "The table"),
            ("Chile", "favoured", "The table"),
        ],
    ),
    (
        "Delegates took up the proposals for a second levy submitted by Kenya.",
        [("Kenya", "submitted", "the proposals for a second levy")],
    ),
    (
        "Participants were briefed by Norway on the state of the ports.",
        [("Norway", "briefed", "on the state of the ports")],
    ),
    (
        "Ana Tuvan speaking for Peru, focused on fees, noting rising costs.",
        [
            ("Ana Tuvan", "focused", "on fees"),
            ("Peru", "focused", "on fees"),
            ("Ana Tuvan", "noting", "rising costs"),
            ("Peru", "noting", "rising costs"),
        ],
    ),
    (
        "Chile cautioned against delay, stating that the port was full and underscoring the danger.",
        [
            ("Chile", "cautioned", "against delay"),
            ("Chile", "stating", "that the port was full"),
            ("Chile", "underscoring", "the danger"),
        ],
    ),
    ("Peru made a presentation on fees.", [("Peru", "made", "a presentation on fees")]),
    ("Peru made a bridge across the river.", []),
    ("Peru raised questions about the fee.", [("Peru", "raised", "questions about the fee")]),
    ("Peru raised fees in March.", []),
    (
        "Kenya said Norway should voice support for the fee.",
        [("Kenya", "said", "Norway should voice support for the fee")],
    ),
    (
        "Kenya agreed to pay the fee even if the port is closed.",
        [("Kenya", "agreed", "to pay the fee even if the port is closed")],
    ),
    ("He asked if this was right.", []),
    (
        "Kenya took the floor.|Chile asked if this was the view of Peru.",
        [("Chile", "asked", "if this was the view of Peru")],
    ),
    (
        "Peru said ports help trade by describing their costs.",
        [("Peru", "said", "ports help trade by describing their costs")],
    ),
    ("Colombia expects to sign soon.", [("Colombia", "expects", "to sign soon")]),
    ("Colombia is expected to speak to the press.", []),
    (
        "Peru proposed a panel and asked that it review the list.",
        [("Peru", "proposed", "a panel"), ("Peru", "asked", "that it review the list")],
    ),
    (
        "Kenya supported Chile in proposing a second table.",
        [
            ("Kenya", "supported", "Chile in proposing a second table"),
            ("Chile", "proposing", "a second table"),
        ],
    ),
    (
        "Kenya opposed the term citing its cost.",
        [("Kenya", "opposed", "the term"), ("Kenya", "citing", "its cost")],
    ),
    (
        "Okko Brandal, Ministry of Ports of Norway, presented on fees in harbours.",
        [("Okko Brandal", "presented", "on fees in harbours")],
    ),
    (
        "A representative from Greenpeace reminded delegates of the danger.",
        [("Greenpeace", "reminded", "delegates of the danger")],
    ),
    ("One delegate reminded others of the danger.", []),
    ("Discussing fees, Peru noted the cost.", [("Peru", "noted", "the cost")]),
    ("Peru discussed fees.", [("Peru", "discussed", "fees")]),
    ("A drafting group suggested text.", []),
    (
        "Chile said Peru hoped for more time.|She encouraged a longer pause.",
        [("Chile", "encouraged", "a longer pause")],
    ),
    (
        "Chile said the talks would save time and, with Peru, said it would help.",
        [
            ("Chile", "said", "the talks would save time"),
            ("Chile", "said", "it would help"),
            ("Peru", "said", "it would help"),
        ],
    ),
    (
        "Delegates took up wording suggested by Kenya and amended by Peru.",
        [("Kenya", "suggested", "wording"), ("Peru", "amended", "wording")],
    ),
    (
        "In response to a question by Kenya on fees, Peru said they were low.",
        [("Kenya", "question", "on fees"), ("Peru", "said", "they were low")],
    ),
    (
        "The envoy, Ana Tuvan, told delegates that the port was open.",
        [("Ana Tuvan", "told", "delegates that the port was open")],
    ),
    ("The group agreed on the table.", []),
    ("Peru spoke for the G-77.|The group agreed that more work was needed.", []),
    (
        "Chile argued that prices would rise if ships are kept out, as ports are linked, and a rise would "
        "lead to a larger one.",
        [
            (
                "Chile",
                "argued",
                "that prices would rise if ships are kept out, as ports are linked, and a rise would "
                "lead to a larger one",
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_rows(text: str, expected: list[Row]) -> None:
    sentences = text.split("|")
    report = report_of(*sentences)
    found = reading.propositions(reading.read(report), report)
    assert [(r.actor, r.predicate, r.message) for r in found if r.sentence == len(sentences)] == expected
