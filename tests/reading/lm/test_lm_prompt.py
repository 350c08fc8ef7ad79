"""The prompt tells every act as the codebook defines it, and its examples are what the rules would read."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from tests.reading.lm.conftest import report_of
from tracktwo import reading
from tracktwo.reading import lm
from tracktwo.reading.lm.asking import Answer
from tracktwo.reading.lm.grounding import QUOTED
from tracktwo.reading.lm.prompt import Example, load_prompt
from tracktwo.reading.lm.server import Server
from tracktwo.vocabulary import Act, Modality

PROMPT = load_prompt()
BOOK = tomllib.loads((files("tracktwo") / "schemas" / "codebook.toml").read_text(encoding="utf-8"))


def test_every_act_and_modality_is_told_in_the_words_of_the_codebook() -> None:
    for act in Act:
        assert f"  {act.value}: {BOOK['act'][act.value]['definition']}\n" in PROMPT.task
    for modality in Modality:
        assert f"  {modality.value}: {BOOK['modality'][modality.value]}" in PROMPT.task


def test_every_attribute_is_told_and_shown() -> None:
    shown = {name for example in PROMPT.examples for claim in example.claims for name in claim}
    assert shown == {"claim", "act", "modality", *QUOTED}
    assert all(f"  {name}: " in PROMPT.task for name in shown - {"claim"})


@pytest.mark.parametrize("example", PROMPT.examples, ids=lambda one: one.text[:30])
def test_an_example_is_grounded_and_agrees_with_the_rules(example: Example) -> None:
    report = report_of(*(f"{part}." for part in example.text.rstrip(".").split(". ")))
    answers = [
        Answer(one["claim"], None, {k: v for k, v in one.items() if k != "claim"}) for one in example.claims
    ]
    (read,) = lm.read_all([report], Server.named("m"), ask=lambda _: answers)
    assert dict(read.dropped) == {}
    assert len(read.claims) == len(answers)
    rows = lm.compare(reading.read(report).claims, read.claims)
    assert not [row for row in rows if row.agreement is lm.Agreement.DIFFER]
    both = [row for row in rows if row.agreement is lm.Agreement.SAME]
    assert len(both) >= len(answers) - 1


def test_langextract_finds_every_example_word_for_word() -> None:
    langextract = pytest.importorskip("langextract", reason="the extra llm is not installed")
    from langextract import prompt_validation as checks

    from tracktwo.reading.lm.asking import _examples

    alone = [
        langextract.data.ExampleData(one.text, [extraction])
        for one in _examples(PROMPT)
        for extraction in one.extractions
    ]
    report = checks.validate_prompt_alignment(
        alone, langextract.resolver.WordAligner(), checks.AlignmentPolicy()
    )
    assert [issue.short_msg() for issue in report.issues] == []
