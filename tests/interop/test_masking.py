"""Who is named: roles in the talks are, captives and relatives are not, labels decide over both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interop.build import fill, person
from tests.record.build import claim, reading, report
from tracktwo.interop.exported import Choices, gather
from tracktwo.interop.masking import masks
from tracktwo.interop.people import is_private
from tracktwo.record import Record
from tracktwo.vocabulary import Act


@pytest.mark.parametrize(
    "role",
    [
        "hostage",
        "mother of hostage Tom",
        "Hostages",
        "sister-in-law of the minister",
        "former prisoner",
        "victims",
    ],
)
def test_private_roles(role: str) -> None:
    assert is_private(role)


@pytest.mark.parametrize(
    "role",
    [
        "Minister",
        "hostage negotiator",
        "head of the prisoners' society",
        "minister for refugees",
        "chief",
        "",
    ],
)
def test_public_roles(role: str) -> None:
    assert not is_private(role)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    fill(tmp_path / "r.sqlite")
    with Record.open(tmp_path / "r.sqlite") as opened:
        yield opened


def told(record: Record, **choices: Any) -> str:
    exported = gather(record, Choices(**choices))
    return json.dumps([exported.claim_rows(), exported.report_rows()], ensure_ascii=False)


def test_people_without_a_role_in_the_talks_are_masked_everywhere(record: Record) -> None:
    text = told(record)
    for name in ("Rosa", "Klein", "KLEIN", "Tom", "TOM"):
        assert name not in text, name
    assert text.count("Ada Berg") > 3
    assert "Max Stein" in text
    assert "mother of hostage [person 2]" in text
    assert "[person 1]" in text
    assert "/home/" not in text
    exported = gather(record)
    assert (exported.masked, exported.whole) == (2, False)


def test_names_are_told_when_asked_for(record: Record) -> None:
    text = told(record, names=True)
    assert "Rosa Klein" in text
    assert "TOM\\nKLEIN" in text
    assert gather(record, Choices(names=True)).whole


def test_labelled_names_become_roles(record: Record) -> None:
    claim = next(c for c in record.claims() if c.predicate == "rejected")
    record.label("claim", claim.id, "sensitive")
    assert "Max Stein" in told(record)
    text = told(record, redact=True)
    assert "Stein" not in text
    assert "Union leader [Union leader]" in text
    assert '"actor": "[Union leader]"' in text
    # The quote is that of the whole report, so everybody named in it goes with the claim.
    assert "Berg" not in text
    assert gather(record, Choices(redact=True, names=True)).redacted == 4


def test_a_labelled_name_goes_even_with_names(record: Record) -> None:
    record.label("name", "Ada Berg", "sensitive")
    text = told(record, redact=True, names=True)
    assert "Berg" not in text
    assert "[Minister]" in text
    assert "Rosa Klein" in text
    record.label("name", "Ada Berg", "none")
    assert "Ada Berg" in told(record, redact=True)


def test_confidential_things_are_left_out_of_redacted_exports_and_of_what_they_tie(record: Record) -> None:
    record.label("report", "talks", "confidential")
    exported = gather(record, Choices(redact=True))
    assert [r.key for r in exported.reports] == ["odd"]
    assert {c.report for c in exported.claims} == {"odd"}
    assert exported.withheld == 4
    assert "Ada Berg" not in repr(exported.pictures)
    assert "Ada Berg" in told(record)
    record.label("report", "talks", "none")
    one = next(c for c in record.claims() if c.predicate == "accepted" and c.report == "talks")
    record.label("claim", one.id, "confidential")
    assert one.id not in told(record, redact=True)
    assert '"label": "confidential"' in told(record)


def test_parts_shared_with_others_and_ordinary_words_stay() -> None:
    made = masks({"Will Stone": "[a]"}, kept=["Ada Stone"], texts=["They will come."])
    assert made.text("Will Stone and Stone; Will will. WILL  STONE, will-stone.txt") == (
        "[a] and Stone; Will will. [a], [a].txt"
    )
    assert masks({}).text("Will") == "Will"
    assert masks({"Ana del Mar": "[a]"}).text("del Ana Mar's Marina") == "del [a] [a]'s Marina"


@pytest.mark.parametrize(("together", "masked"), [("Shop stewards", 0), ("Relatives", 1)])
def test_an_example_of_a_set_is_what_the_set_is(tmp_path: Path, together: str, masked: int) -> None:
    made = report("a", f"{together}, such as Ada Berg, opposed it.")
    one = claim(made, "opposed", "Ada Berg", act=Act.OPPOSE, others_unnamed=True)
    whole = claim(made, "opposed", actor_text=together, act=Act.OPPOSE, unnamed=True, others_unnamed=True)
    with Record.open(tmp_path / "r.sqlite") as record:
        record.add(made, replace(reading(made, one, whole), people=(person(made, "Ada Berg"),)))
        assert gather(record).masked == masked


names = st.from_regex(r"[A-Z][a-z]{3,8} [A-Z][a-z]{3,8}", fullmatch=True)


@given(
    st.lists(names, min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from([" ", "\n", ", ", "'s "]), min_size=9),
)
def test_a_whole_masked_name_never_survives(people: list[str], gaps: list[str]) -> None:
    text = "".join(f"{name}{gap}" for name, gap in zip(people * 2, gaps, strict=False))
    made = masks(dict.fromkeys(people, "[x]"), texts=[text])
    for name in people:
        assert name not in made.text(text)
    assert made.value({"id": people[0], "quote": [text]})["id"] == people[0]
