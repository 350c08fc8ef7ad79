"""Drafts of whole negotiations: they load, and say what their reports say."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tracktwo.case import Case, check, draft, load, save
from tracktwo.record import Record
from tracktwo.record.intake import add_files
from tracktwo.vocabulary import OrderBasis


def drafted(sources: list[Path], folder: Path) -> Case:
    with Record.open(folder / "record.sqlite", create=True) as record:
        add_files(record, sources)
        picture = record.pictures()[0]
    case = draft(picture)
    path = folder / "case.yaml"
    save(case, path)
    assert load(path) == case
    assert not save(case, path).changed
    return load(path)


@pytest.mark.parametrize("name", ["labour", "founding"])
def test_the_examples(name: str, tmp_path: Path) -> None:
    case = drafted([Path(str(files("tracktwo") / "examples" / name))], tmp_path)
    assert len(case.parties) == 2
    assert case.proposals
    assert all(problem.where.line for problem in check(case))


@pytest.fixture(scope="module")
def founding(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return drafted([shared_data / "seeds"], tmp_path_factory.mktemp("case"))


def test_the_founding_case_is_the_sketch_of_the_design(founding: Case) -> None:
    assert set(founding.parties) == {"israel", "hamas"}
    cabinet = founding.parties["israel"].ratification[0]
    assert (cabinet.body, cabinet.rule.kind, cabinet.members_known) == ("cabinet", "unknown", False)
    assert dict(founding.bodies["security-cabinet"].same_as) == {"cabinet": "unsure"}
    roles = {key: {role.role for role in third.roles} for key, third in founding.third_parties.items()}
    assert {"convenes", "suggests"} <= roles["egypt"]
    assert {"presses", "warns", "supplies"} <= roles["united-states"]
    assert roles["qatar"] == {"hosts"}
    hostages = founding.issues["release-hostages"]
    assert hostages.options == ("no change", "limited", "40", "all")
    assert hostages.order_basis["limited"] is OrderBasis.ASSUMED
    assert hostages.status == "contested"
    small = founding.proposals["small-deal"]
    assert (small.by, small.to, small.stage, small.date) == ("egypt", "shin-bet", "suggested", None)
    assert {key: term.option for key, term in small.terms.items()} == {
        "hostilities-gaza": "brief ceasefire",
        "release-hostages": "limited",
    }
    assert founding.deadlines == ()
    assert [line.hard for line in founding.red_lines] == [False]


def test_the_founding_case_says_what_it_leaves_open(founding: Case) -> None:
    codes = {problem.code for problem in check(founding)}
    assert {"unknown-rule", "unknown-seats", "assumed-order", "unmapped-red-line"} <= codes
