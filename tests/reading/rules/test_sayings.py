"""Who says something, where no name or no active verb tells it: texts, pronouns, nouns, passives."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act, Claim

SPEECH = (Act.STATE, Act.EXPECT, Act.WARN)


def said(claims: tuple[Claim, ...]) -> list[tuple[str | None, str, str | None]]:
    return [(c.actor_text, c.predicate, c.object) for c in claims if c.act in SPEECH]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The audit found that two wells had run dry.", ("The audit", "found", "two wells had run dry")),
        (
            "One engineer hinted that the text might change.",
            ("One engineer", "hinted", "the text might change"),
        ),
        (
            "The observer from the nurses asked whether the wards would close.",
            ("The observer from the nurses", "asked", "the wards would close"),
        ),
        (
            "The ferry will sail again, two people on board recounted.",
            ("two people on board", "recounted", "The ferry will sail again"),
        ),
        (
            "The ferry will sail again, its owners said Friday.",
            ("its owners", "said", "The ferry will sail again"),
        ),
        (
            "The ferry will sail again, its owners said on Friday night.",
            ("its owners", "said", "The ferry will sail again"),
        ),
        (
            "The crew rejected the rota and told the owners that it was unsafe.",
            ("The crew", "told", "it was unsafe"),
        ),
        ("She told her crew they would sail at dawn.", ("She", "told", "they would sail at dawn")),
    ],
)
def test_a_source_without_a_name(claims: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(claims(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is believed that the fund is empty.", (None, "is believed", "the fund is empty")),
        ("The mediator is said to have left.", (None, "is said", "to have left")),
        ("The claim that the wells are dry is new.", (None, "claim", "the wells are dry")),
        ("Norway denied the report that it had left.", (None, "report", "it had left")),
    ],
)
def test_a_source_that_is_not_stated(claims: Read, text: str, expected: tuple[None, str, str]) -> None:
    found = claims(text)
    assert expected in said(found)
    assert all(c.actor is None for c in found if (c.actor_text, c.predicate, c.object) == expected)


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that the fund is empty.",
        "The report that came on Monday is long.",
        "The vessels were named according to size.",
        "The wells were closed according to the rules.",
        "This shows little.",
    ],
)
def test_nobody_says_it(claims: Read, text: str) -> None:
    assert said(claims(text)) == []


def test_a_noun_with_its_owner(claims: Read) -> None:
    found = claims("Norway's claim that the wells are dry is new.")
    assert [(c.actor, c.predicate, c.object) for c in found] == [("Norway", "claim", "the wells are dry")]


def test_quoted_as_saying(claims: Read) -> None:
    found = claims('"We cannot sign," Minister Ana Tuvan was quoted as saying by a newspaper.')
    (one,) = [c for c in found if c.act is Act.STATE]
    assert (one.actor, one.predicate) == ("Ana Tuvan", "quoted as saying")


def test_an_apposition_is_no_inverted_speaker(claims: Read) -> None:
    found = claims("The mediator, Ana Tuvan, said Norway would sign.")
    (one,) = [c for c in found if c.act is Act.STATE]
    assert (one.actor, one.object) == ("Ana Tuvan", "Norway would sign")


def test_whose_document_it_is(claims: Read) -> None:
    found = claims(
        "Norway left, according to a Chilean statement issued on Monday.", "The statement said Peru stayed."
    )
    assert [(c.actor, c.actor_text) for c in found if c.act is Act.STATE] == [
        ("Chile", "a Chilean statement issued on Monday"),
        ("Chile", "The statement"),
    ]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Foreign Minister Ana Tuvan met reporters.", "The minister said Norway would sign."), "Ana Tuvan"),
        (("Prime Minister Ana Tuvan met reporters.", "The minister said Norway would sign."), None),
        (
            (
                "Foreign Minister Ana Tuvan met Finance Minister Jan Kessel.",
                "The minister said Norway would sign.",
            ),
            None,
        ),
        (("Foreign Minister Ana Tuvan met reporters.", "A minister said Norway would sign."), None),
    ],
)
def test_an_office_with_one_holder(claims: Read, texts: tuple[str, ...], name: str | None) -> None:
    (one,) = [c for c in claims(*texts) if c.act is Act.STATE]
    assert one.actor == name


def test_a_statement_to_come_is_what_follows(claims: Read) -> None:
    told = claims("Ana Bell released the following statement today:", "“We reject the plan.”")
    said = next(claim for claim in told if claim.act is Act.STATE)
    assert (said.predicate, said.object) == ("released the following statement", "“We reject the plan.”")


def test_time_given_by_a_text_is_a_deadline(claims: Read) -> None:
    (claim,) = claims("The treaty gives the parties until 20 June to reply.")
    assert (claim.actor, claim.event_text) == (None, "until 20 June")
    assert "deadline" in {flag.code for flag in claim.flags}


def test_a_proposal_told_with_its_maker_says_what_it_would_do(claims: Read) -> None:
    told = claims("A plan put forward by the envoy, Ana Bell, would raise the age to 66 and exempt the sick.")
    about = next(claim for claim in told if claim.actor is None)
    assert (about.actor_text, about.predicate) == ("A plan", "would raise")
    assert [term.text for term in about.terms] == ["the age to 66"]
