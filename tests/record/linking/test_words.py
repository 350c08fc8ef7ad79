"""Keys, surnames, articles; word lists."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.record.linking.wordlists import first_key, mentions, pattern, phrases, table
from tracktwo.record.linking.words import bare, has_words, slug, surname, tidy, unique


@given(st.text(max_size=80))
def test_a_key_is_a_key(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@given(st.text(max_size=80))
def test_tidy_and_bare_keep_their_form(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert bare(bare(text)) == bare(text)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Jon Vale", "Vale"),
        ("Ana ben Lund", "ben Lund"),
        ("Itai Ben Moor", "Ben Moor"),
        ("Cher", "Cher"),
        ("", ""),
    ],
)
def test_surname(name: str, family: str) -> None:
    assert surname(name) == family


def test_whole_words_only() -> None:
    assert has_words("the Moor plan", "moor")
    assert not has_words("the moorland", "moor")
    assert not has_words(None, "moor")


def test_unique() -> None:
    assert unique("a", {"b"}) == "a"
    assert unique("a", {"a", "a-2"}) == "a-3"


def test_patterns_take_inflections_but_not_other_words() -> None:
    words = pattern(("strike", "put forward", "mediat*"))
    assert words.search("two strikes")
    assert words.search("it was put forward")
    assert words.search("mediation")
    assert not words.search("a striker")


def test_the_first_group_in_the_text_wins() -> None:
    groups = {"hosts": ["host*"], "mediates": ["mediat*"]}
    assert first_key("is hosting and mediating", groups) == "hosts"
    assert first_key("is waiting", groups) is None


def test_lists_are_lists_of_words() -> None:
    for name, words in table("phrases").items():
        if isinstance(words, list):
            assert words, name
            assert all(isinstance(word, str) and word.strip() == word for word in words), name
            assert phrases(name) == tuple(words)


def test_every_family_is_complete() -> None:
    keys = [row["key"] for row in table("families")["family"]]
    assert len(keys) == len(set(keys))
    for row in table("families")["family"]:
        assert {"key", "name", "always", "heads", "themes", "parts", "top", "noun"} <= set(row), row["key"]
        assert row["heads"], row["key"]


def test_mentions_of_nothing() -> None:
    assert not mentions(None, "talks")
    assert not mentions("", "talks")
