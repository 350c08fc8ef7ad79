"""The published schemas and codebook are what the code says, and what the program prints fits them."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tests.case.pictures import pictures
from tests.case.test_load import SOUND
from tracktwo import reading, reports
from tracktwo.brief import Brief, compose_from_record
from tracktwo.case import draft, to_text
from tracktwo.case.tree import data, parse
from tracktwo.record import Record
from tracktwo.record.intake import add_files
from tracktwo.vocabulary import Act, Picture, plain

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = files("tracktwo") / "schemas"
CODEBOOK: dict[str, Any] = tomllib.loads((SCHEMAS / "codebook.toml").read_text(encoding="utf-8"))
ACTS: dict[str, dict[str, Any]] = CODEBOOK["act"]


LINKS = ("issue", "option", "proposal", "event")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def tree(text: str) -> Any:
    root, errors = parse(text, "case.yaml")
    assert errors == []
    assert root is not None
    return data(root)


def test_what_is_published_is_what_the_code_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT / "tools")])
    import schemas

    stale = [
        path.name for path, text in schemas.outputs().items() if path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run: make schemas"


def test_the_check_finds_a_stale_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT / "tools")])
    import schemas

    old = tmp_path / "old.json"
    old.write_text("{}")
    monkeypatch.setattr(schemas, "outputs", lambda: {old: "{ }\n"})
    monkeypatch.setattr(schemas, "ROOT", tmp_path)
    assert schemas.main(["--check"]) == 1
    assert schemas.main([]) == 0
    assert old.read_text() == "{ }\n"
    assert schemas.main(["--check"]) == 0


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("labour")
    with Record.open(folder / "record.sqlite", create=True) as record:
        add_files(record, [Path(str(files("tracktwo") / "examples" / "labour"))])
        brief = compose_from_record(record)
        picture = record.pictures()[0]
    assert isinstance(brief, Brief)
    return json.loads(json.dumps(plain(brief))), picture


def test_an_examples_brief_fits_its_schema(composed: Any) -> None:
    validator("brief").validate(composed[0])


def test_every_key_of_the_contract_is_required(composed: Any) -> None:
    contract = (
        "title as_of case other_cases reports claims coverage parties bodies third_parties mediators "
        "affected tracks meetings issues proposals stances red_lines leverage events durations deadlines "
        "positions changes conflicts gaps assumptions outlook talks ask_next"
    )
    schema = json.loads((SCHEMAS / "brief.schema.json").read_text(encoding="utf-8"))
    assert set(contract.split()) <= set(schema["required"])
    brief = {**composed[0]}
    del brief["gaps"]
    with pytest.raises(ValidationError, match="'gaps' is a required property"):
        validator("brief").validate(brief)


def test_claims_fit_their_schema_with_and_without_links(composed: Any) -> None:
    claims = composed[0]["claims"]
    assert len(claims) > 20
    check = validator("claim")
    for claim in claims:
        check.validate(claim)
        check.validate(
            {
                key: value
                for key, value in claim.items()
                if key not in ("issue", "option", "proposal", "event")
            }
        )
    for wrong in (
        {"act": "shout"},
        {"confidence": 1.5},
        {"event_from": "Sunday"},
        {"start": -1},
        {"mood": "good"},
    ):
        with pytest.raises(ValidationError):
            check.validate({**claims[0], **wrong})


def test_an_examples_draft_fits_the_case_schema(composed: Any) -> None:
    validator("case").validate(tree(to_text(draft(composed[1]))))


def test_a_hand_written_case_fits_the_case_schema() -> None:
    validator("case").validate(tree(SOUND))


@pytest.mark.parametrize(
    ("old", "new"),
    [("members: {lee", "memebrs: {lee"), ("size: unknown", "size: many"), ("{quota: 2/3}", "{quotum: 2/3}"),
     ("stance: no,", "stance: nope,"), ("stage: tabled", "stage: tabeld"), ("date: 2030-01-02", "date: soon"),
     ("title: Port talks", "key: a"), ("[hosts, presses]", "hosts"), ('{members: "no"}', "{members: maybe}")],
)  # fmt: skip
def test_the_case_schema_refuses_what_loading_refuses(old: str, new: str) -> None:
    with pytest.raises(ValidationError):
        validator("case").validate(tree(SOUND.replace(old, new, 1)))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(pictures())
def test_any_draft_fits_the_case_schema(picture: Picture) -> None:
    validator("case").validate(tree(to_text(draft(picture))))


# -- the codebook


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_an_entry_and_its_example_is_read_as_it(act: Act, tmp_path: Path) -> None:
    entry = ACTS[act.value]
    assert entry["strength"] in (1, 2, 3)
    assert entry["plover"] in (*CODEBOOK["plover"], "none")
    assert entry["definition"].endswith(".")
    path = tmp_path / "example.txt"
    path.write_text(entry["example"] + "\n", encoding="utf-8")
    assert act in {claim.act for claim in reading.read(reports.load(path)).claims}


def test_the_codebook_has_no_act_the_code_lacks() -> None:
    assert set(ACTS) == {act.value for act in Act}


def test_plover_has_its_sixteen_types() -> None:
    assert len(CODEBOOK["plover"]) == 16


def test_every_flag_of_the_code_has_an_entry_and_the_other_way_round() -> None:
    used = {
        code
        for path in (ROOT / "src" / "tracktwo").rglob("*.py")
        for code in re.findall(r'Flag\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert used == set(CODEBOOK["flag"])
