"""What was found is kept for the next pass, holds with another roster, and is let go."""

from __future__ import annotations

from itertools import product

import pytest

from tracktwo.reading.names import Mention, Roster, empty_roster, kept, learn, recognise
from tracktwo.reading.names.kept import recognised, recognised_last
from tracktwo.reading.names.recognise import named_in
from tracktwo.reading.names.tokens import Tokens

INTRODUCTION = "Trade Minister Ada Lundvik met the Harbour Workers' Union (HWU) in Lima."
SENTENCES = (
    INTRODUCTION,
    "Lundvik thanked Peru.",
    "The HWU rejected the offer, as did Norway.",
    "Norway and Peru agreed on a ceasefire.",
    "Nobody spoke.",
    "",
)


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_latest", [])


def test_what_the_lists_found_is_not_taken_for_what_a_roster_knows() -> None:
    bare, roster = empty_roster(), learn([INTRODUCTION])
    kept._latest.clear()
    for known, sentence in product((bare, roster, bare, roster), SENTENCES):
        assert recognised(sentence, known) == recognise(sentence, known)
    for sentence in SENTENCES:
        assert recognised_last(sentence, roster) == recognise(sentence, roster)


def test_a_sentence_without_learned_names_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    roster, looked = learn([INTRODUCTION]), list[str]()

    def seen(tokens: Tokens, known: Roster) -> tuple[Mention, ...]:
        looked.append(tokens.text)
        return named_in(tokens, known)

    monkeypatch.setattr(kept, "named_in", seen)
    kept._latest.clear()
    for known in (empty_roster(), roster, roster):
        for sentence in SENTENCES[1:4]:
            recognised(sentence, known)
    assert looked == [*SENTENCES[1:4], *SENTENCES[1:3]]


def test_the_last_pass_lets_go_and_keeps_nothing() -> None:
    roster = learn([INTRODUCTION])
    for sentence in SENTENCES:
        recognised(sentence, roster)
    for sentence in (*SENTENCES, "Chile waited."):
        recognised_last(sentence, roster)
    assert not kept._latest[0]


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 60)
    bare, roster = empty_roster(), learn([INTRODUCTION])
    for known, sentence in product((bare, roster), SENTENCES):
        assert recognised(sentence, known) == recognise(sentence, known)
        held = kept._latest[0]
        assert sum(map(len, held)) + sum(map(len, held.unlearned)) <= 60
