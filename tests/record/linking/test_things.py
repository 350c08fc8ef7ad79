"""What was proposed, named again by its own noun, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo import reading, reports
from tracktwo.record.linking import link
from tracktwo.record.questions.positions import positions


def stands(folder: Path, text: str) -> dict[tuple[str | None, str], str | None]:
    """Who is shown to do what, and on whose proposal."""
    file = folder / "report.txt"
    file.write_text(text, encoding="utf-8")
    report = reports.load(file)
    claims = reading.read(report).claims
    (picture,) = link([report], claims)
    by = {proposal.key: proposal.by for proposal in picture.proposals}
    rows = positions(picture, [report], claims, blanks=False)
    return {(row.actor, row.act): by.get(row.proposal or "") for row in rows if row.act}


@pytest.mark.parametrize(
    ("proposed", "again"),
    [
        ("a common fund for fisheries", "the fund"),
        ("a common fund for fisheries", "this common fund"),
        ("a common fund for fisheries", "the fund for fisheries"),
        ("establishing a levy on fuel", "the levy"),
        ("a wage freeze until 2027", "the wage freeze"),
        ("an independent commission", "such a commission"),
    ],
)
def test_the_same_noun_is_the_same_thing(tmp_path: Path, proposed: str, again: str) -> None:
    shown = stands(tmp_path, f"Norway proposed {proposed}. Kenya supported {again}. Peru opposed {again}.")
    assert shown == {("Kenya", "support"): "Norway", ("Peru", "oppose"): "Norway"}


@pytest.mark.parametrize(
    ("proposed", "other"),
    [
        ("a common fund for fisheries", "a fund"),
        ("a common fund for fisheries", "the climate fund"),
        ("a common fund for fisheries", "the fund for forests"),
        ("a common fund for fisheries", "the fishing quota"),
        ("raising the levy on fuel", "the levy"),
        ("that the levy be raised", "the levy"),
    ],
)
def test_another_thing_is_not(tmp_path: Path, proposed: str, other: str) -> None:
    shown = stands(tmp_path, f"Norway proposed {proposed}. Kenya opposed {other}.")
    assert shown.get(("Kenya", "oppose")) is None


def test_of_two_such_things_neither_is_chosen(tmp_path: Path) -> None:
    text = "Norway proposed a fund for fisheries. Chile proposed a fund for forests. Kenya opposed the fund."
    assert stands(tmp_path, text).get(("Kenya", "oppose")) is None
