"""Who said it: the whole words for a source, colons, documents, and where what is said begins and ends."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act, Claim


def said(claims: tuple[Claim, ...]) -> list[Claim]:
    return [c for c in claims if c.act in (Act.STATE, Act.WARN)]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Moderate leader Jan Kessel said the price was too high.", "Moderate leader Jan Kessel"),
        ("A spokesman for the movement said that its camp had been shelled.", "A spokesman for the movement"),
        ('"We accept the plan," said Foreign Minister Ana Tuvan on Monday.', "Foreign Minister Ana Tuvan"),
        ("She said the price was too high.", "She"),
        (
            "Foreign Minister Ana Tuvan, who came late, said the price was too high.",
            "Foreign Minister Ana Tuvan",
        ),
    ],
)
def test_the_source_is_written_out(claims: Read, sentence: str, source: str) -> None:
    found = said(claims(sentence))
    assert [c.actor_text for c in found] == [source]


def test_a_colon_leads_into_the_next_sentence(claims: Read) -> None:
    found = claims(
        "Foreign Minister Ana Tuvan said:", "Norway has rejected the plan.", "Chile accepted the plan."
    )
    first, second, third = found
    assert (first.act, first.object) == (Act.STATE, "Norway has rejected the plan.")
    assert first.quote == "Foreign Minister Ana Tuvan said: Norway has rejected the plan."
    assert [s.name for s in second.attribution] == ["Ana Tuvan"]
    assert third.attribution == ()


def test_a_colon_before_nothing_says_nothing(claims: Read) -> None:
    assert claims("Foreign Minister Ana Tuvan said:") == ()


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("The release said Norway had left.", "The release", "Norway had left"),
        ("The two ministers met in Oslo, the release said.", "the release", "The two ministers met in Oslo"),
        (
            "According to two people close to the talks, the port is ready to wait.",
            "two people close to the talks",
            "the port is ready to wait",
        ),
    ],
)
def test_sources_without_a_name(claims: Read, sentence: str, source: str, content: str) -> None:
    (claim,) = said(claims(sentence))
    assert (claim.actor, claim.actor_text, claim.object) == (None, source, content)
    assert claim.unnamed


@pytest.mark.parametrize(
    "sentence",
    [
        "Everything went according to plan.",
        "The catch is divided according to size.",
        "The release of Norway came late.",
    ],
)
def test_no_source(claims: Read, sentence: str) -> None:
    assert said(claims(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Norway said on television that it would wait.", "it would wait"),
        ("Norway said on Monday it would wait.", "it would wait"),
        (
            "Norway warned that the strike could resume if Chile missed the deadline.",
            "the strike could resume if Chile missed the deadline",
        ),
    ],
)
def test_where_what_is_said_starts_and_ends(claims: Read, sentence: str, content: str) -> None:
    assert [c.object for c in said(claims(sentence))] == [content]


def test_what_follows_a_plan_is_not_the_plan_speaking(claims: Read) -> None:
    found = said(claims("Norway said there was a plan that would help, adding that Chile had it."))
    assert [(c.actor, c.predicate) for c in found] == [("Norway", "said"), ("Norway", "adding")]


def test_of_several_speakers_each_speaks_for_itself(claims: Read) -> None:
    found = [
        c for c in claims("Kenya and Peru said they could not accept the text.") if c.act is not Act.STATE
    ]
    assert [(c.actor, [s.name for s in c.attribution], c.voice.value) for c in found] == [
        ("Kenya", ["Kenya"], "own"),
        ("Peru", ["Peru"], "own"),
    ]
