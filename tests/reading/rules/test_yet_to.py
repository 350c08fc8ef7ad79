"""What is still to be done, could not be done, or is joined to what will be done."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read


@pytest.mark.parametrize(
    ("sentence", "act", "modality"),
    [
        ("Kenya has yet to accept the offer.", "accept", "negated"),
        ("Kenya was not able to accept the offer.", "accept", "negated"),
        ("Kenya was able to accept the offer.", "accept", "asserted"),
        ("Kenya will meet the envoy and discuss the plan.", "discuss", "planned"),
        ("Kenya may meet the envoy and discuss the plan.", "discuss", "possible"),
        ("We ask both sides to stop, call on them to meet and welcome the plan.", "urge", "asserted"),
        ("Kenya has not taken steps to implement the accord.", "implement", "negated"),
        ("Kenya has taken steps to implement the accord.", "implement", "asserted"),
    ],
)
def test_modality(claims: Read, sentence: str, act: str, modality: str) -> None:
    told = [claim.modality.value for claim in claims(sentence) if claim.act.value == act]
    assert told
    assert set(told) == {modality}


def test_a_plan_is_no_step(claims: Read) -> None:
    assert not [c for c in claims("A plan to take steps to implement the accord failed.") if c.actor]
