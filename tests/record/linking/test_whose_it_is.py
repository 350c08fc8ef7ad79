"""Whose proposal an answer is about, what was agreed, and who is a side, in words of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo import reading, reports
from tracktwo.record.linking import link
from tracktwo.vocabulary import Picture, Stage

TALKS = "Norland and Estmark held talks on the dam on Monday. "


def picture_of(folder: Path, *texts: str) -> Picture:
    """The picture of some reports, a day each."""
    files = []
    for day, text in enumerate(texts, start=1):
        files.append(folder / f"2031-03-{day:02}.txt")
        files[-1].write_text(text + "\n", encoding="utf-8")
    loaded = [reports.load(file) for file in files]
    claims = [claim for report in loaded for claim in reading.read(report).claims]
    return link(loaded, claims)[0]


def stances(picture: Picture) -> set[tuple[str | None, str, str | None]]:
    """Who stands how on whose proposal."""
    makers = {proposal.key: proposal.by for proposal in picture.proposals}
    return {(s.actor, s.act.value, makers.get(s.proposal or "")) for s in picture.stances if s.proposal}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Kenya began talks with Peru. Kenya opposed a Norwegian proposal to raise the dam.",
         ("Kenya", "oppose", "Norway")),
        ("Norland offered to release ten ships. Norland turned down Estmark's 3% offer.",
         ("Norland", "reject", "Estmark")),
    ],
)  # fmt: skip
def test_an_answer_is_tied_to_what_its_own_words_bring_up(
    tmp_path: Path, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in stances(picture_of(tmp_path, TALKS + text))


@pytest.mark.parametrize(
    "text",
    [
        "Estmark offered to release more water. Norland praised Corvia's compromise.",
        "Estmark offered to release more water. Norland rejected Norline's earlier proposal.",
    ],
)
def test_somebody_elses_plan_is_never_the_one_told_of_before(tmp_path: Path, text: str) -> None:
    assert not {
        s for s in stances(picture_of(tmp_path, TALKS + text)) if s[0] == "Norland" and s[2] == "Estmark"
    }


def test_nobody_rejects_the_demands_of_its_own_side(tmp_path: Path) -> None:
    text = (
        "The College Staff Association wants a rise of 8% and an end to split shifts. The College Staff "
        "Association turned down the college's offer of 4%."
    )
    found = stances(picture_of(tmp_path, text))
    assert not {s for s in found if s[1] == "reject" and s[0] == s[2]}


def test_what_two_sides_agreed_on_is_told_without_terms(tmp_path: Path) -> None:
    later = "Norland and Estmark signed an accord on Friday."
    picture = picture_of(tmp_path, TALKS, later)
    (accord,) = picture.proposals
    assert (accord.name, accord.by, accord.stage) == ("Accord of Norland and Estmark", None, Stage.AGREED)
    assert stances(picture) == {("Norland", "agree", None), ("Estmark", "agree", None)}


@pytest.mark.parametrize(
    "later",
    [
        "Norland signed an accord on Friday.",
        "Norland and Estmark agreed to meet again in May.",
        "Norland and Estmark have not signed an accord.",
    ],
)
def test_no_agreement_of_one_nor_of_none(tmp_path: Path, later: str) -> None:
    assert not [p for p in picture_of(tmp_path, TALKS + later).proposals if p.stage is Stage.AGREED]


def test_what_was_only_suggested_is_no_agreement_of_a_later_report(tmp_path: Path) -> None:
    first = TALKS + "Norland suggested 2035 as a compromise for leaving coal."
    found = stances(picture_of(tmp_path, first, TALKS + "Estmark rejected the deal."))
    assert ("Estmark", "reject", "Norland") not in found


def test_a_title_and_its_text_tell_of_one_offer(tmp_path: Path) -> None:
    text = "Norland offers Estmark swap of prisoners\n\nNorland has offered to exchange 200 prisoners."
    assert len([p for p in picture_of(tmp_path, text).proposals if p.by == "Norland"]) == 1


def test_two_offers_of_one_report_stay_two(tmp_path: Path) -> None:
    text = TALKS + "Norland offered to release ten ships. Norland offered to pay 40 million dollars."
    assert len([p for p in picture_of(tmp_path, text).proposals if p.by == "Norland"]) == 2


def test_who_backs_people_is_no_side(tmp_path: Path) -> None:
    text = "The Nurses' Union rejected a pay offer from Riverside Hospital. "
    text += "The Student League has backed the nurses."
    assert "Student League" not in {party.name for party in picture_of(tmp_path, text).parties}


def test_the_union_is_nobody_named_only_later(tmp_path: Path) -> None:
    text = (
        "The Staff Guild rejected a pay offer from Riverside Hospital. The union could accept 6%, it said. "
        "The Student Union has backed the nurses."
    )
    found = stances(picture_of(tmp_path, text)) | {
        (s.actor, "", None) for s in picture_of(tmp_path, text).stances
    }
    assert "Student Union" not in {actor for actor, _, _ in found}
