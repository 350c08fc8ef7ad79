"""Variants of training sentences stay well-formed trees."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st


def sentence(*rows: tuple[str, str, str, int, str]) -> tuple[Any, ...]:
    """Build words from (form, upos, xpos, head, deprel)."""
    from treebank import Word

    return tuple(Word(f, f.lower(), u, x, "", h, d, True) for f, u, x, h, d in rows)


def names() -> tuple[Any, ...]:
    return sentence(
        ("Mayor", "PROPN", "NNP", 2, "compound"),
        ("Ada", "PROPN", "NNP", 2, "compound"),
        ("Brook", "PROPN", "NNP", 3, "nsubj"),
        ("met", "VERB", "VBD", 3, "root"),
        ("Ostia", "PROPN", "NNP", 3, "obj"),
        (",", "PUNCT", ",", 6, "punct"),
        ("Umbra", "PROPN", "NNP", 4, "conj"),
        ("and", "CCONJ", "CC", 8, "cc"),
        ("Vell", "PROPN", "NNP", 4, "conj"),
        (".", "PUNCT", ".", 3, "punct"),
    )


def is_tree(words: tuple[Any, ...]) -> bool:
    """Say whether there is one root and every word leads to it."""
    roots = [i for i, w in enumerate(words) if w.head == i]
    if len(roots) != 1:
        return False
    for start in range(len(words)):
        i = start
        for _ in words:
            i = words[i].head
        if i != roots[0]:
            return False
    return True


def test_names_and_lists_become_one_word_each() -> None:
    from augment import with_collapsed_names

    words = with_collapsed_names(names(), random.Random(1))
    assert [w.deprel for w in words] == ["nsubj", "root", "obj", "punct"]
    assert [w.head for w in words] == [1, 1, 1, 1]
    assert all(w.form[0].isupper() and w.form.isalpha() for w in (words[0], words[2]))
    assert is_tree(words)


def test_name_with_an_outside_dependent_inside_is_left_alone() -> None:
    from augment import with_collapsed_names

    words = sentence(
        ("Bank", "PROPN", "NNP", 3, "nsubj"),
        ("of", "ADP", "IN", 2, "case"),
        ("Ostia", "PROPN", "NNP", 0, "nmod"),
        ("agreed", "VERB", "VBD", 3, "root"),
    )
    assert with_collapsed_names(words, random.Random(1)) == words


def test_capitals_touch_proper_nouns_only() -> None:
    from augment import with_names_in_capitals

    forms = [w.form for w in with_names_in_capitals(names())]
    assert forms == ["MAYOR", "ADA", "BROOK", "met", "OSTIA", ",", "UMBRA", "and", "VELL", "."]


def test_quotes_open_and_close_by_their_tags() -> None:
    from augment import with_curly_quotes

    words = sentence(
        ('"', "PUNCT", "``", 1, "punct"),
        ("Do", "AUX", "VB", 1, "root"),
        ("n't", "PART", "RB", 1, "advmod"),
        ("!", "PUNCT", ".", 1, "punct"),
        ('"', "PUNCT", "''", 1, "punct"),
    )
    assert [w.form for w in with_curly_quotes(words)] == ["“", "Do", "n’t", "!", "”"]


@given(st.data())
def test_any_tree_stays_a_tree(data: st.DataObject) -> None:
    from augment import Rates, variants
    from treebank import Sentence

    size = data.draw(st.integers(1, 9))
    kinds = st.sampled_from(["PROPN", "PROPN", "CCONJ", "PUNCT", "VERB"])
    relations = st.sampled_from(["flat", "compound", "conj", "cc", "punct", "nmod"])
    order = data.draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for place in range(1, size):
        heads[order[place]] = order[data.draw(st.integers(0, place - 1))]
    words = sentence(
        *((f"Name{i}", data.draw(kinds), "NNP", heads[i], data.draw(relations)) for i in range(size))
    )
    assert is_tree(words)
    rng = random.Random(data.draw(st.integers(0, 99)))
    for found in variants(Sentence("", words, 0, 0), Rates(1, 1, 1), rng):
        assert is_tree(found)
