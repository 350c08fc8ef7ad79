"""Trees to text and back: values, comments and styles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.case.pictures import ODD_WORDS
from tracktwo.case.emit import to_text
from tracktwo.case.tree import Node, data, parse, resolve, walk

STYLED = """\
# the whole file
title: Talks  # beside

# above a section
parties:
  a:
    name: 'single'
    # inside, at the end
    # of a

  b: {name: "double", members: {c: {name: C}}}  # a flow entry
list:
  - one
  # between
  - two: 2
    three: [x, y]
  - - nested
note: |
  # not a comment
  second line
on: no
# the end
"""


def read(text: str) -> Node:
    root, errors = parse(text, "case.yaml")
    assert errors == []
    assert root is not None
    return root


def test_a_plain_file_comes_back_almost_as_it_was() -> None:
    expected = STYLED.replace("'single'", "single").replace('"double"', "double")
    assert to_text(read(STYLED)) == expected


def test_a_comment_in_every_odd_place_is_kept() -> None:
    text = (
        "a: [1, # one\n  2] # two\nb: # three\n  - # four\n    c: d # five\n    # six\n"
        "e: | # seven\n  text\n#eight\nf: {g: h, # nine\n  # ten\n  i: j}\n # eleven\n"
    )
    out = to_text(read(text))
    for word in WORDS:
        assert f"# {word}" in out.replace("#eight", "# eight"), (word, out)
    assert data(read(out)) == data(read(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [("no", "no"), ("on", "on"), ("y", "y"), ("true", True), ("12", 12), ("-3", -3), ("1.5", 1.5),
     ("1e3", 1000.0),
     ("~", None), ("null", None), ("0x1f", "0x1f"),
     ("2024-01-02", "2024-01-02"), ("1_000", "1_000"),
     ("12:30", "12:30"),     ("", None), (".inf", float("inf"))],
)  # fmt: skip
def test_plain_words_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]

texts = st.one_of(st.sampled_from(ODD_WORDS), st.text(max_size=10))
comments = st.lists(st.from_regex(r"# [a-z ]{0,8}[a-z]", fullmatch=True), max_size=2)
scalars = st.one_of(
    texts, st.integers(-(10**15), 10**15), st.floats(allow_nan=False), st.booleans(), st.none()
)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 0) -> Node:
    kind = draw(st.sampled_from(["map", "list", "scalar"])) if depth < 3 else "scalar"
    value: Any
    if kind == "map":
        value = draw(st.dictionaries(texts, nodes(depth + 1), max_size=3))
    elif kind == "list":
        value = draw(st.lists(nodes(depth + 1), max_size=3))
    else:
        value = draw(scalars)
    style = (
        draw(st.sampled_from(["plain", "|"])) if isinstance(value, str) and value != "unknown" else "plain"
    )
    return Node(
        value,
        style=style,
        flow=draw(st.booleans()),
        blank=draw(st.booleans()),
        before=draw(comments),
        after=draw(st.one_of(st.none(), st.just("# beside"))),
        foot=draw(comments),
    )


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(texts, nodes(), min_size=1, max_size=3))
def test_any_tree_comes_back_with_its_values_and_comments(entries: dict[str, Node]) -> None:
    root = Node(entries)
    once = to_text(root)
    again = read(once)
    assert data(again) == data(root)

    def said(node: Node) -> list[str]:
        return sorted(
            comment
            for inner in walk(node)
            for comment in (*inner.before, *inner.foot, inner.after)
            if comment
        )

    assert said(again) == said(root)
    settled = to_text(again)
    assert data(read(settled)) == data(root)
    assert to_text(read(settled)) == settled
