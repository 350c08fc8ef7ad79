"""Who said it, where offices, letters, quotations and second verbs stand around the saying."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act, Claim


def said(claims: tuple[Claim, ...]) -> list[tuple[str | None, str, str | None]]:
    return [(c.actor_text, c.predicate, c.object) for c in claims if c.act in (Act.STATE, Act.EXPECT)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("After the vote, Minister for the North Sea Ana Tuvan said the text was short.", None),
        ("Minister for Trade Ana Tuvan said the text was short.", "Minister for Trade Ana Tuvan"),
        (
            "On Friday 3 May Minister for Trade Ana Tuvan said the text was short.",
            "Minister for Trade Ana Tuvan",
        ),
        (
            "The former minister there, Ana Tuvan, said the text was short.",
            "The former minister there, Ana Tuvan",
        ),
        (
            "A doctor from the islands, Ana Tuvan, said the text was short.",
            "A doctor from the islands, Ana Tuvan",
        ),
        (
            "The rebels' political chief, Ana Tuvan, said the text was short.",
            "The rebels' political chief, Ana Tuvan",
        ),
        ("Ana Tuvan, for her part, said the text was short.", "Ana Tuvan"),
        ("At the end of the week Ana Tuvan said the text was short.", "Ana Tuvan"),
        ("On planning and evaluation of training, Ana Tuvan said the text was short.", "Ana Tuvan"),
    ],
)
def test_the_office_belongs_to_the_source(claims: Read, text: str, source: str | None) -> None:
    expected = source or "Minister for the North Sea Ana Tuvan"
    assert (expected, "said", "the text was short") in said(claims(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Ana Tuvan, a lawyer at the port, the talks between the two are stalled.",
            ("Ana Tuvan, a lawyer at the port", "According to", "the talks between the two are stalled"),
        ),
        (
            "According to Tuvan, the talks, the third this year, were short.",
            ("Tuvan", "According to", "the talks, the third this year, were short"),
        ),
        (
            "According to Tuvan, Norway and Peru left the talks.",
            ("Tuvan", "According to", "Norway and Peru left the talks"),
        ),
        (
            "According to the radio, quoting the ministry, the port is shut.",
            ("the ministry", "quoting", "the port is shut"),
        ),
        (
            'As per a statement from the ministry: "The port is shut."',
            ("a statement from the ministry", "As per", '"The port is shut."'),
        ),
        (
            "The agency quoted Ana Tuvan, the mediator, as saying that the talks were over.",
            ("Ana Tuvan, the mediator", "saying", "the talks were over"),
        ),
        ("The talks are over, Port Gazette reports.", ("Port Gazette", "reports", "The talks are over")),
        (
            '"We are ready," the group said in an open letter to the board posted on its site.',
            ("the group", "said", '"We are ready'),
        ),
        (
            '"We are ready," said Ana Tuvan, adding "that is a large part of the plan."',
            ("Ana Tuvan", "adding", '"that is a large part of the plan."'),
        ),
        (
            '"We are ready," said Ana Tuvan noting that the text was short.',
            ("Ana Tuvan", "noting", "the text was short"),
        ),
        (
            "“What matters is the law,” Ana Tuvan said and noted that the text was short.",
            ("Ana Tuvan", "said", "“What matters is the law"),
        ),
        (
            "Ana Tuvan said that “time has come” as boats from Norway arrived.",
            ("Ana Tuvan", "said", "“time has come”"),
        ),
        (
            "Progress is slow up north, the top official in the country told the board today, as ships left.",
            ("the top official in the country", "told", "Progress is slow up north"),
        ),
        ("The crew denied having seen the ship.", ("The crew", "denied", "having seen the ship")),
        (
            "The minister underlined that the ports were shut.",
            ("the minister", "underlined", "the ports were shut"),
        ),
    ],
)
def test_who_said_what(claims: Read, text: str, expected: tuple[str, str, str]) -> None:
    source, cue, content = expected
    found = said(claims(text))
    assert [o for s, c, o in found if (s or "").lower() == source.lower() and c == cue] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The price was quoted in euros, saying little.",
        "Citing progress in the talks, Ana Tuvan left.",
        "The minister described the talks.",
        "The union, the board told members, would pay.",
    ],
)
def test_nobody_else_is_quoted(claims: Read, text: str) -> None:
    assert not [
        s for s, c, _ in said(claims(text)) if c in ("saying", "described") or "progress" in (s or "")
    ]


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("The Minister for Africa, Ana Tuvan, said today:", "The Minister for Africa, Ana Tuvan"),
        (
            "The Minister for Africa, Ana Tuvan MP, said yesterday evening:",
            "The Minister for Africa, Ana Tuvan MP",
        ),
        (
            "Ana Tuvan, a spokesperson for the port, said in a statement:",
            "Ana Tuvan, a spokesperson for the port",
        ),
        ("Ana Tuvan told reporters in Lima:", "Ana Tuvan"),
        ("Ana Tuvan provided the following readout:", "Ana Tuvan"),
    ],
)
def test_a_colon_leads_into_a_statement(claims: Read, opening: str, source: str) -> None:
    found = said(claims(opening, "The port is shut."))
    assert [(s, o) for s, _, o in found] == [(source, "The port is shut.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The chief has died," spokesman Ana Tuvan said in a letter, adding that the ship was late.',
            [("said", '"The chief has died'), ("adding", "the ship was late")],
        ),
        (
            "Ana Tuvan said the port was in a new phase adding the ships should sail in May.",
            [("said", "the port was in a new phase"), ("adding", "the ships should sail in May")],
        ),
        (
            "The vote must be held in May, Minister for Africa Ana Tuvan said while visiting the port.",
            [("said", "The vote must be held in May")],
        ),
        ("Ana Tuvan told the Journal “We are taking a step.”", [("told", "“We are taking a step.”")]),
        ("It was, Ana Tuvan said, vital that the port stayed open.", [("said", None)]),
    ],
)
def test_where_what_is_said_begins_and_ends(
    claims: Read, text: str, expected: list[tuple[str, str | None]]
) -> None:
    whole = text.removesuffix(".")
    assert [(c, o) for _, c, o in said(claims(text))] == [(c, o or whole) for c, o in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port was shut, the union said Wednesday in a letter naming those it holds to blame.",
            ("the union", "said", "The port was shut"),
        ),
        (
            '"This is a long road," Ana Tuvan said when asked about the port.',
            ("Ana Tuvan", "said", '"This is a long road'),
        ),
        ("Local media had reported two deaths.", ("Local media", "had reported", "two deaths")),
        (
            "It has been suggested that the letters were forged.",
            (None, "been suggested", "the letters were forged"),
        ),
        (
            "Two clerks were said to have left the port, which the council runs.",
            (None, "were said", "to have left the port"),
        ),
        (
            "The audit was read in May. It documents the loss of two ships.",
            ("It", "documents", "the loss of two ships"),
        ),
        (
            "The report, released in May by the board, was long. It notes that staff fell by a third.",
            ("It", "notes", "staff fell by a third"),
        ),
        (
            "According to a survey carried out by the council, most firms left.",
            ("a survey carried out by the council", "According to", "most firms left"),
        ),
        (
            "The group said, its sources were in the port.",
            ("The group", "said", "its sources were in the port"),
        ),
    ],
)
def test_sayings_told_in_other_ways(claims: Read, text: str, expected: tuple[str | None, str, str]) -> None:
    assert expected in said(claims(*text.replace(". It", ".|It").split("|")))


@pytest.mark.parametrize(
    "text",
    [
        "On the port, the union said on Monday the ships would sail.",
        "When the port was shut, the union said on Monday the ships would sail.",
    ],
)
def test_what_is_said_stands_after_a_time(claims: Read, text: str) -> None:
    assert any((o or "").endswith("the ships would sail") for _, _, o in said(claims(text)))


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            ('"We came to the port.', "It was shut.", 'We left at once," said Ana Tuvan.'),
            ['"We came to the port. It was shut. We left at once'],
        ),
        (
            ("“The port is shut.", "We left,” Ana Tuvan said.", "“It was late,” she said."),
            ["“The port is shut. We left", "“It was late"],
        ),
        (
            ('"We came to the port," Ana Tuvan said.', '"We left," she said.'),
            ['"We came to the port', '"We left'],
        ),
        (("The port is shut.", '"We left," said Ana Tuvan.'), ['"We left']),
        (('The sign read "shut.', 'We left," said Ana Tuvan.'), ["We left"]),
    ],
)
def test_a_quotation_of_several_sentences(
    claims: Read, sentences: tuple[str, ...], expected: list[str]
) -> None:
    found = [c for c in claims(*sentences) if c.act is Act.STATE]
    assert [c.object for c in found] == expected
    assert all(c.object is not None and c.object in c.quote and c.predicate in c.quote for c in found)


def test_who_is_quoted_is_no_content(claims: Read) -> None:
    found = said(claims("The governor was quoted by the daily Sova as saying that the levy was dead."))
    assert found == [("The governor", "quoted by the daily Sova as saying", "the levy was dead")]
