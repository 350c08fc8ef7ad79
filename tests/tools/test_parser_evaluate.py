"""The shipped scores can be had again, where the treebanks are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_shipped_model_parses_a_part_of_pud_as_well_as_its_card_says(shared_data: Path) -> None:
    from evaluate import evaluate
    from tracktwo.reading.english import load_parser, model_path

    path = shared_data / "ud" / "pud-test.conllu"
    if not path.is_file():
        pytest.skip("the treebanks (../shared/data/ud) are not there")
    card = json.loads((model_path() / "scores.json").read_text(encoding="utf-8"))["pud"]
    scores = evaluate(load_parser(), path, limit=200)
    assert isinstance(scores["las"], float)
    # Two hundred paragraphs are about a fifth of PUD: two points allow for which ones they are.
    assert scores["las"] == pytest.approx(card["las"], abs=2)
    assert scores["tokens"] == pytest.approx(card["tokens"], abs=0.5)


def test_missing_treebanks_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from train import main

    assert main(["--treebanks", str(tmp_path), "--out", str(tmp_path / "model")]) == 2
    assert "ewt-train.conllu" in capsys.readouterr().err
    assert not (tmp_path / "model").exists()
