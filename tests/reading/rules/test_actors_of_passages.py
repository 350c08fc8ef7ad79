"""Who acts in a passage: full names, offices, first persons, pronouns, forces, alliances, lists."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tracktwo import reports
from tracktwo.reading import read
from tracktwo.vocabulary import Claim

PASSAGES = tomllib.loads(Path(__file__).with_name("actors_of_passages.toml").read_text(encoding="utf-8"))[
    "passage"
]


def claims_of(text: str, folder: Path) -> tuple[str, tuple[Claim, ...]]:
    path = folder / "passage.txt"
    path.write_text(text, encoding="utf-8")
    report = reports.load(path)
    return report.text, read(report).claims


def actors_at(text: str, claims: tuple[Claim, ...], predicate: str) -> set[str | None]:
    """Names of the actors of every claim whose predicate touches these words, wherever they stand."""
    spots = [at for at in range(len(text)) if text.startswith(predicate, at)]
    return {
        claim.actor
        for claim in claims
        for at in spots
        if claim.predicate_start < at + len(predicate) and at < claim.predicate_end
    }


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: f"{p['kind']}: {p['text'][:40]!r}")
def test_who_acts(passage: dict[str, object], tmp_path: Path) -> None:
    text, claims = claims_of(str(passage["text"]), tmp_path)
    rows = passage["rows"]
    assert isinstance(rows, list)
    for row in rows:
        predicate, actor = (part.strip() for part in row.rsplit("|", 1))
        wanted = None if actor == "-" else actor
        assert wanted in actors_at(text, claims, predicate), row


NOT_THE_PUBLISHER = [
    ("Norway welcomes the deal. Peru welcomes it as well. We urge both to sign.", "urge"),
    ("Norway strongly condemns the raid. We urge Norway to return to the table.", "urge"),
    ("Norway strongly condemns the raid. Our talks with Norway go on. We call for restraint.", "call for"),
    ("“Norway welcomes the deal,” the envoy told us in Lima. We reject the toll.", "reject"),
    ("Reporting from Norway. We reject the toll.", "reject"),
    ("The mayor, Ada Lund, said:\n\nNorway remains committed to the talks. We condemn the raid.", "condemn"),
]


@pytest.mark.parametrize(("text", "predicate"), NOT_THE_PUBLISHER)
def test_we_is_nobody_named_where_the_report_does_not_say(text: str, predicate: str, tmp_path: Path) -> None:
    stored, claims = claims_of(text, tmp_path)
    assert actors_at(stored, claims, predicate) == {None}


def test_a_publisher_speaks_for_itself_but_no_newspaper(tmp_path: Path) -> None:
    def actor(publisher: str) -> set[str | None]:
        body = f"---\npublisher: {publisher}\n---\n\nThe dam was shelled. We condemn the attack.\n"
        text, claims = claims_of(body, tmp_path)
        return actors_at(text, claims, "condemn")

    assert actor("Human Rights Watch") == {"Human Rights Watch"}
    assert actor("The Norway Times") == {None}


def test_a_question_is_not_the_one_who_answers(tmp_path: Path) -> None:
    text, claims = claims_of(
        "Interview with Ada Lund, head of the pilots' union\n\nQuestion: I support the toll. Do you?\n\n"
        "Answer: I oppose it.\n",
        tmp_path,
    )
    assert actors_at(text, claims, "support") <= {None}
    assert actors_at(text, claims, "oppose") == {"Ada Lund"}


NOT_THESE = [
    # A second participle of another kind is another's deed.
    ("The villages were occupied and later rebuilt by Kenya.", "occupied", "Kenya"),
    ("Our international coalition struck a depot.", "struck", "International coalition"),
    ("A broad coalition of unions rejected the offer.", "rejected", "Broad coalition"),
    ("Local governments rejected the plan.", "rejected", "Local"),
    ("Leaders of Norway, Peru, and Kenya rejected it.", "rejected", "Kenya"),
    ("Kenyan soldiers' families demanded an inquiry.", "demanded", "Kenya"),
    ("Delegations met officials of Norway. They rejected the plan.", "rejected", "Norway"),
    ("Ada Lund met Eva Ruiz. Miners walked out. They rejected the plan.", "rejected", "Eva Ruiz"),
    ("Norway met Peru on Monday. Kenya left. They rejected the plan.", "rejected", "Peru"),
    ("The Tarun regime and the Alar regime met. The regime rejected the plan.", "rejected", "Tarun regime"),
]


@pytest.mark.parametrize(("text", "predicate", "nobody"), NOT_THESE)
def test_who_does_not_act(text: str, predicate: str, nobody: str, tmp_path: Path) -> None:
    stored, claims = claims_of(text, tmp_path)
    assert nobody not in actors_at(stored, claims, predicate)
