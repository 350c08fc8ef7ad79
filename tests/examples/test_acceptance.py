"""The whole way on both examples: what a careful reader gets out of them, and what must never appear.

``known_gaps`` in the data names the expectations that do not hold yet, each with its reason; one that starts
to hold fails here, so that the list stays true.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.examples.acceptance import Found, checks
from tests.examples.expected import expected
from tests.examples.nevers import NEVERS
from tracktwo.brief import compose_from_record
from tracktwo.examples import NAMES, example_folder
from tracktwo.record import Record
from tracktwo.record.intake import add_files


@cache
def found(name: str) -> Found:
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.sqlite") as record:
        add_files(record, [example_folder(name)])
        return Found(compose_from_record(record), expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_careful_reader_gets(name: str) -> None:
    results: dict[str, bool] = {}
    for check, holds in checks(found(name)):
        results[check] = results.get(check, True) and holds
    gaps = {gap["what"] for gap in expected(name).get("known_gaps", [])}
    missing = sorted(check for check, holds in results.items() if not holds and check not in gaps)
    closed = sorted(gap for gap in gaps if results.get(gap, False))
    assert (missing, closed) == ([], []), "missing, and known gaps that hold now"
    assert gaps <= set(results), "a known gap names no check"


@pytest.mark.parametrize(
    ("name", "what"), [(name, never["what"]) for name in NAMES for never in expected(name)["never"]]
)
def test_what_must_never_appear(name: str, what: str) -> None:
    gaps = {gap["what"] for gap in expected(name).get("known_gaps", [])}
    assert NEVERS[name][what](found(name)) == (what in gaps)


def test_every_gap_has_its_reason() -> None:
    for name in NAMES:
        assert all(gap["reason"] for gap in expected(name).get("known_gaps", []))
