"""A proposal named in other words in later reports is the same one; two different ones stay two.

Five invented talks of three reports each (``other_names``): in the first report proposals are made, in the
others they are answered as "the small deal", "the Norlandic proposal", "the land tax".
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run_in

HERE = Path(__file__).resolve().parent / "other_names"
# Who stands how on whose proposal; every stance on a proposal is here, so none is on the wrong one.
STANCES = {
    "labour": {
        ("Tomas Vey", "support", "asserted", "Ilse Brandt"),
        ("Harbour Workers' Union", "reject", "asserted", "Orrin Port Company"),
        ("Orrin Port Company", "accept", "asserted", "Ilse Brandt"),
        ("Mara Quist", "oppose", "asserted", "Ilse Brandt"),
        (None, "support", "asserted", "Ilse Brandt"),
    },
    "trade": {
        ("Elbonia", "reject", "asserted", "Norland"),
        ("Ruritania", "support", "asserted", "Norland"),
        ("Ana Lund", "support", "asserted", "Norland"),
    },
    "water": {
        ("Kesh", "support", "asserted", "River Commission"),
        ("Doria", "reject", "asserted", "River Commission"),
        ("Skerria", "support", "asserted", "River Commission"),
        ("Kesh", "accept", "asserted", "Doria"),
        ("Skerria", "oppose", "asserted", "Doria"),
    },
    "coalition": {
        ("Labour Party", "support", "asserted", "Greens"),
        ("Centre Alliance", "reject", "asserted", "Greens"),
        ("Labour Party", "support", "asserted", "Centre Alliance"),
    },
    "ceasefire": {
        ("Marland", "accept", "asserted", "Egypt"),
        ("Coast Front", "reject", "asserted", "Egypt"),
        ("Coast Front", "support", "asserted", "Qatar"),
        ("Piet Moor", "oppose", "asserted", "Qatar"),
        ("Piet Moor", "support", "asserted", "Egypt"),
        ("Coast Front", "accept", "negated", "Egypt"),
    },
}


def brief(folder: Path, *files: Path) -> dict[str, Any]:
    done = run_in(folder, "brief", *map(str, files), "--format", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module", params=sorted(STANCES))
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, Any]]:
    files = sorted((HERE / request.param).iterdir())
    return request.param, brief(tmp_path_factory.mktemp(request.param), *files)


def test_each_answer_is_to_the_proposal_it_names_in_other_words(told: tuple[str, dict[str, Any]]) -> None:
    kind, found = told
    makers = {proposal["key"]: proposal["by"] for proposal in found["proposals"]}
    assert len(makers) == 2
    assert found["other_cases"] == []
    shown = {
        (stance["actor"], stance["act"], stance["modality"], makers[stance["proposal"]])
        for stance in found["stances"]
        if stance["proposal"] is not None
    }
    assert shown == STANCES[kind]


def test_what_is_not_negotiable_is_a_red_line_and_no_stance(told: tuple[str, dict[str, Any]]) -> None:
    kind, found = told
    lines = [(line["actor"], line["text"]) for line in found["red_lines"]]
    assert lines == ([("Anneke Sorel", "the rent freeze was not negotiable")] if kind == "coalition" else [])
    assert all(stance["actor"] != "Anneke Sorel" for stance in found["stances"])


def test_talks_of_one_folder_that_share_nothing_are_kept_apart(tmp_path: Path) -> None:
    files = [path for kind in sorted(STANCES) for path in sorted((HERE / kind).iterdir())]
    found = brief(tmp_path, *files)
    cases = [sorted(case["reports"]) for case in found["other_cases"]]
    cases.append(sorted(report["key"] for report in found["reports"]))
    months = sorted({tuple(sorted({key[:7] for key in case})) for case in cases})
    assert months == [("2025-01",), ("2025-02",), ("2025-03",), ("2025-04",), ("2025-05",)]
    assert sum(len(case) for case in cases) == len(files)
