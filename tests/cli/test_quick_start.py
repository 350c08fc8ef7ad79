"""A question loads what it needs to answer, and nothing that only other commands need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.record.build import claim, reading, report
from tracktwo.record import Record
from tracktwo.vocabulary import Act, Term

SHOWN = """
import json, sys
from tracktwo.cli import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
QUESTIONS = [
    ["positions"],
    ["positions", "--every", "--actor", "Norland", "--about", "quota"],
    ["said", "Norland", "--about", "quota"],
    ["pair", "Norland", "Sudland"],
    ["pair", "Norland", "Sudland", "--years"],
    ["proposals"],
    ["meetings"],
    ["timeline"],
    ["changes", "--since", "2021-01-01"],
    ["conflicts"],
    ["gaps"],
    ["who-was-not-there"],
    ["claims"],
]
# What reads, links, composes, computes or parses: each costs more than an answer.
HEAVY = (
    "altair",
    "click",
    "jinja2",
    "numpy",
    "pydantic",
    "rich",
    "ruamel",
    "scipy",
    "spacy",
    "starlette",
    "typer",
    "tracktwo.brief",
    "tracktwo.case",
    "tracktwo.deals",
    "tracktwo.preferences",
    "tracktwo.reading",
    "tracktwo.record.linking",
    "tracktwo.reports",
    "tracktwo.web",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    text = "Norland supported raising the quota. Sudland opposed raising the quota."
    one = report("one", text, "2021-03-05")
    at = text.index("raising the quota")
    term = Term("raise", "the quota", None, None, None, None, "raising the quota", at, at + 17)
    told = {"object": "the quota", "terms": (term,)}
    said = [
        claim(one, "supported", "Norland", party="Norland", **told),
        claim(one, "opposed", "Sudland", party="Sudland", act=Act.OPPOSE, **told),
    ]
    with Record.open(folder / "record.sqlite") as record:
        record.add(one, reading(one, *said))
        record.keep_answers()
    return folder


def loaded(folder: Path, *words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN, *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return json.loads(done.stderr.splitlines()[-1])  # type: ignore[no-any-return]


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_a_question_loads_nothing_heavy(case: Path, words: list[str]) -> None:
    heavy = [name for name in loaded(case, *words) if name.startswith(tuple(f"{one}." for one in HEAVY))]
    assert heavy == []
