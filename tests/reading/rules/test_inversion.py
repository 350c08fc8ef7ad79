"""A condition told by turning verb and subject round is no deed."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.vocabulary import Act, Modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Had Norway rejected the plan, the talks would have ended.", Modality.NEGATED),
        ("Kenya said that had Norway rejected the plan, it would have left.", Modality.NEGATED),
        ("Should Norway reject the plan, the talks will end.", Modality.CONDITIONAL),
        ("Norway had rejected the plan.", Modality.ASSERTED),
        ("On Monday, Norway had rejected the plan.", Modality.ASSERTED),
    ],
)
def test_an_inverted_condition(claims: Read, sentence: str, modality: Modality) -> None:
    assert [c.modality for c in claims(sentence) if c.act is Act.REJECT] == [modality]
