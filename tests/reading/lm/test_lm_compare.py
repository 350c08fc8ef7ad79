"""Two readings side by side."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.record.build import claim, report
from tracktwo.reading.lm import Agreement, compare
from tracktwo.vocabulary import Act, Claim, Modality

REPORT = report("talks", "Norway and Chile rejected the plan, and Peru said it would wait.")
NORWAY = claim(REPORT, "rejected", "Norway", act=Act.REJECT)
CHILE = claim(REPORT, "rejected", "Chile", act=Act.REJECT)
PERU = claim(REPORT, "said", "Peru", act=Act.STATE)


def told(*pairs: tuple[Claim, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.agreement.value, row.differ) for row in compare(*pairs)]


def test_the_same_the_different_and_the_lonely() -> None:
    assert told((NORWAY, CHILE), (CHILE, NORWAY)) == [("both", ()), ("both", ())]
    other = replace(NORWAY, act=Act.ACCEPT, modality=Modality.POSSIBLE)
    assert told((NORWAY,), (other,)) == [("differ", ("act", "modality"))]
    assert told((NORWAY, PERU), (NORWAY,)) == [("both", ()), ("rules only", ())]
    assert told((PERU,), (NORWAY, PERU)) == [("model only", ()), ("both", ())]
    assert told((), ()) == []


def test_coordinated_actors_are_paired_with_themselves() -> None:
    rows = compare((NORWAY, CHILE, PERU), (CHILE, PERU))
    assert [(r.rules and r.rules.actor, r.model and r.model.actor) for r in rows] == [
        ("Norway", None),
        ("Chile", "Chile"),
        ("Peru", "Peru"),
    ]


def test_the_same_act_in_another_word_of_the_sentence_is_the_same() -> None:
    elsewhere = replace(NORWAY, predicate="plan", predicate_start=30, predicate_end=34)
    assert told((NORWAY,), (elsewhere,)) == [("both", ())]
    assert told((NORWAY,), (replace(elsewhere, act=Act.SUPPORT),)) == [("rules only", ()), ("model only", ())]


CLAIMS = st.builds(
    lambda base, act, modality, actor: replace(base, act=act, modality=modality, actor=actor),
    st.sampled_from([NORWAY, CHILE, PERU]),
    st.sampled_from([Act.REJECT, Act.STATE]),
    st.sampled_from([Modality.ASSERTED, Modality.NEGATED]),
    st.sampled_from(["Norway", "Chile", None]),
)


@given(st.lists(CLAIMS, max_size=5), st.lists(CLAIMS, max_size=5))
def test_every_claim_is_told_once_and_swapping_swaps(rules: list[Claim], model: list[Claim]) -> None:
    rows = compare(rules, model)
    key = repr
    assert sorted(map(key, (row.rules for row in rows if row.rules))) == sorted(map(key, rules))
    assert sorted(map(key, (row.model for row in rows if row.model))) == sorted(map(key, model))
    for row in rows:
        assert (row.agreement is Agreement.DIFFER) == bool(row.differ)
    swapped = compare(model, rules)
    assert sum(row.agreement is Agreement.SAME for row in rows) == sum(
        row.agreement is Agreement.SAME for row in swapped
    )
