from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.case import Rule, RuleKind, rule_text
from tracktwo.case.decode import Decoder
from tracktwo.case.emit import to_text
from tracktwo.case.encode import encode_rule
from tracktwo.case.rules import parse_quota, parse_share, rule_from_words
from tracktwo.case.tree import Node, parse


@pytest.mark.parametrize(
    ("text", "share"),
    [("2/3", "2/3"), ("61 of 120", "61/120"), ("60%", "3/5"), ("60 percent", "3/5"), ("0.6", "3/5"),
     (".5", "1/2"),
     ("two-thirds", "2/3"), ("three quarters", "3/4"), ("1", "1"), ("1/1", "1"), ("33.3%", "333/1000")],
)  # fmt: skip
def test_quotas_are_exact_fractions(text: str, share: str) -> None:
    assert parse_quota(text) == Fraction(share)


@pytest.mark.parametrize(
    "text", ["0", "0/3", "3/2", "1/0", "101%", "-1/2", "", "most", "nan", "1e-1", "seven-thirds"]
)
def test_what_is_no_quota(text: str) -> None:
    assert parse_quota(text) is None


@pytest.mark.parametrize(
    ("text", "share"),
    [("3/2", "3/2"), ("120%", "6/5"), ("61", "61"), ("1.5", "3/2"), ("seven-thirds", "7/3")],
)
def test_a_share_may_be_more_than_all(text: str, share: str) -> None:
    assert parse_share(text) == Fraction(share)
    assert parse_quota(text) is None
    assert rule_from_words(f"a {text} majority") == Rule()  # a report's words are then not understood


@pytest.mark.parametrize("text", ["0", "-1/2", "1/0", "nan", "1e3", "061", ""])
def test_what_is_no_share(text: str) -> None:
    assert parse_share(text) is None


@pytest.mark.parametrize(
    ("words", "rule"),
    [("Majority", "majority"), ("simple majority", "majority"), ("a two-thirds majority", "{quota: 2/3}"),
     ("unanimous", "unanimity"), ("leader", "leader"), ("as the elders see fit", "unknown"), ("", "unknown")],
)  # fmt: skip
def test_rules_in_a_reports_words(words: str, rule: str) -> None:
    assert rule_text(rule_from_words(words)) == rule


simple = st.sampled_from(["unknown", "leader", "majority", "unanimity"]).map(
    lambda kind: Rule(RuleKind(kind))
)
quotas = st.fractions(min_value=Fraction(1, 1000), max_value=3, max_denominator=1000).map(
    lambda share: Rule(RuleKind.QUOTA, quota=share)
)


def bodies(rule: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    keys = st.one_of(st.none(), st.sampled_from(["cabinet", "no", "40", "a b"]))
    return st.builds(lambda inner, body: Rule(inner.kind, inner.quota, inner.of, body), rule, keys)


rules = st.recursive(
    bodies(st.one_of(simple, quotas)),
    lambda inner: bodies(
        st.builds(
            lambda kind, of: Rule(kind, of=tuple(of)),
            st.sampled_from([RuleKind.ALL, RuleKind.ANY]),
            st.lists(inner, min_size=1, max_size=3),
        )
    ),
    max_leaves=8,
)


@given(rules)
def test_a_rule_reads_back_as_itself(rule: Rule) -> None:
    root, errors = parse(to_text(Node({"rule": encode_rule(rule)})), "case.yaml")
    assert (root is None, errors) == (False, [])
    assert root is not None
    decoder = Decoder("case.yaml")
    assert decoder.rule(root.value["rule"]) == rule
    assert decoder.errors == []
