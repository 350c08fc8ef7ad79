"""The annotations of our own reports are what their marks say, on whole words of the texts."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "gold" / "reports"


@pytest.fixture(scope="module")
def convert() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_convert", FOLDER / "convert.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def spans(value: Any) -> list[tuple[int, int]]:
    """Every pair of offsets anywhere in an annotation."""
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, int) for v in value):
            return [(value[0], value[1])]
        return [pair for item in value for pair in spans(item)]
    if not isinstance(value, dict):
        return []
    pairs = [(v, value[k[:-6] + "_end"]) for k, v in value.items() if k.endswith("_start") and v is not None]
    return pairs + [pair for item in value.values() for pair in spans(item)]


def test_texts_and_annotations_are_what_the_marks_say(convert: ModuleType) -> None:
    assert convert.main(check=True) == 0


def test_eight_of_each_kind_split_in_halves() -> None:
    split = Counter((row["kind"], row["split"]) for row in rows("annotations.jsonl"))
    kinds = ("labour", "trade", "coalition", "ceasefire", "water")
    assert split == {(kind, half): 4 for kind in kinds for half in ("dev", "test")}


def test_a_tenth_is_annotated_twice() -> None:
    first = {row["doc"] for row in rows("annotations.jsonl")}
    second = {row["doc"] for row in rows("second.jsonl")}
    assert second <= first
    assert len(second) >= len(first) / 10


@pytest.mark.parametrize("name", ["annotations.jsonl", "second.jsonl"])
def test_spans_lie_on_whole_words(name: str) -> None:
    for row in rows(name):
        path = next(FOLDER.glob(f"{row['doc']}.[tm][xd]*"))
        text = path.read_text(encoding="utf-8")
        found = spans(row["claims"]) + spans(row["attributions"]) + spans(row["proposals"])
        assert found
        for start, end in found:
            around = text[start - 1] if start else " ", text[end]
            assert text[start:end] == text[start:end].strip() != ""
            assert not (text[start].isalnum() and around[0].isalnum()), text[start:end]
            assert not (text[end - 1].isalnum() and around[1].isalnum()), text[start:end]


def test_words_that_are_missing_or_stand_twice_stop_the_conversion(convert: ModuleType) -> None:
    once = "= \n> Norland met Elbonia.\nc Norland | meet | a | met | Elbonia\n"
    assert convert.annotate(convert.parse("water-99", once), "a")["claims"][0]["pred_start"] == 8
    for bad in ("Ruritania | meet | a | met | Elbonia", "Norland | meet | a | e | Elbonia"):
        with pytest.raises(convert.NotFoundError):
            convert.annotate(convert.parse("water-99", f"= \n> Norland met Elbonia e e.\nc {bad}\n"), "a")
