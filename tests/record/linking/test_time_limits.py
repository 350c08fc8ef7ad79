"""Durations and deadlines are told apart."""

from __future__ import annotations

import pytest

from tests.record.linking.made import linked, talks
from tracktwo.vocabulary import Act, Modality, Picture


def test_expected_duration_is_no_deadline(picture: Picture) -> None:
    assert picture.deadlines == ()
    (long,) = [d for d in picture.durations if "two weeks" in d.text]
    assert (long.at_least_days, long.at_most_days) == (14.0, None)
    (sitting,) = [d for d in picture.durations if d.text == "six-hour"]
    assert sitting.at_least_days == sitting.at_most_days == 0.25


@pytest.mark.parametrize(
    ("sentence", "act", "predicate", "object", "when", "known"),
    [
        (
            "The sides must conclude by 30 June.",
            Act.STATE,
            "must conclude",
            None,
            "by 30 June",
            {"modality": Modality.REQUIRED},
        ),
        (
            "The union will go on strike on 14 March unless there is a deal.",
            Act.THREATEN,
            "will go on strike",
            None,
            "on 14 March",
            {"condition": "unless there is a deal", "modality": Modality.PLANNED},
        ),
        ("The mediator set a deadline of 3 May.", Act.STATE, "set", "a deadline of 3 May", "3 May", {}),
    ],
)
def test_deadlines(
    sentence: str, act: Act, predicate: str, object: str | None, when: str, known: dict[str, object]
) -> None:
    t = talks()
    t.sentence(sentence)
    t.claim(
        act,
        predicate,
        object,
        by=None,
        event_text=when,
        event_from="2031-06-30",
        event_to="2031-06-30",
        **known,
    )
    (deadline,) = linked(t).deadlines
    assert (deadline.date, deadline.text) == ("2031-06-30", when)


def test_what_will_happen_on_a_day_is_no_deadline() -> None:
    t = talks()
    t.sentence("The sides will meet on 30 June.")
    t.claim(
        Act.MEET,
        "will meet",
        None,
        by="The sides",
        unnamed=True,
        modality=Modality.PLANNED,
        event_text="on 30 June",
    )
    assert linked(t).deadlines == ()
