"""Proposals first told of by an answer, and what the next sentence says is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo import reading, reports
from tracktwo.record.linking import link
from tracktwo.record.questions.positions import positions
from tracktwo.vocabulary import Picture, Reading, Report


def read(folder: Path, text: str) -> tuple[Report, Reading, Picture]:
    file = folder / "report.txt"
    file.write_text(text, encoding="utf-8")
    report = reports.load(file)
    made = reading.read(report)
    (picture,) = link([report], made.claims)
    return report, made, picture


HOSPITAL = (
    "The Nurses' Union on Monday rejected a pay offer from Riverside Hospital. The hospital had offered "
    "a 3% rise and two extra days of leave in return for longer night shifts.\n\nHospital director Tom "
    "Reuter said the offer was final.\n\nThe health minister, Ana Kovac, urged both sides to talk.\n\n"
    "The union has set a strike deadline of 12 June 2025."
)


def test_an_answer_tells_whose_offer_it_is(tmp_path: Path) -> None:
    report, made, picture = read(tmp_path, HOSPITAL)
    (offer,) = picture.proposals
    assert (offer.by, offer.name) == ("Riverside Hospital", "Riverside Hospital offer")
    assert {term.option for term in offer.terms.values()} == {"3%", "two extra days", "longer night"}
    assert {picture_issue(picture, key) for key in offer.terms} == {"wages", "leave", "night shifts"}
    rows = positions(picture, [report], made.claims, blanks=False)
    assert [(row.actor, row.act, row.proposal) for row in rows] == [("Nurses' Union", "reject", offer.key)]


def picture_issue(picture: Picture, key: str) -> str:
    return next(issue.name for issue in picture.issues if issue.key == key)


def test_the_sides_their_people_and_the_deadline(tmp_path: Path) -> None:
    _, made, picture = read(tmp_path, HOSPITAL)
    assert {party.name for party in picture.parties} == {"Nurses' Union", "Riverside Hospital"}
    parties = {claim.actor: claim.party for claim in made.claims}
    assert parties["Tom Reuter"] == "Riverside Hospital"
    assert parties["Ana Kovac"] is None  # a hospital has no minister
    (deadline,) = picture.deadlines
    assert deadline.date == "2025-06-12"


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        ("Kenya rejected a plan put forward by Norway.", "Norway"),
        ("Kenya opposed a new Norwegian plan.", None),
        ("Kenya rejected an offer of Norway's own making.", None),
        ("Kenya rejected a plan for talks with Norway.", None),
        ("Kenya rejected a deal.", None),
    ],
)
def test_only_where_the_words_say_who_made_it(tmp_path: Path, answer: str, by: str | None) -> None:
    _, _, picture = read(tmp_path, f"Norway met Kenya on Monday. {answer}")
    assert [proposal.by for proposal in picture.proposals if proposal.by] == ([by] if by else [])


def test_of_two_offers_the_next_sentence_tells_of_neither(tmp_path: Path) -> None:
    text = (
        "Kenya rejected an offer from Norway. Kenya opposed a plan from Norway. Norway offered a tariff cut "
        "of 5 percent."
    )
    _, _, picture = read(tmp_path, text)
    assert sorted(len(proposal.terms) for proposal in picture.proposals) == [0, 0, 1]
