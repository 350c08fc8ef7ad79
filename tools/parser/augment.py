"""Variants of treebank sentences that look like the texts the reader will meet.

Three differences between treebanks and reports on negotiations matter most:
bulletins print the names of states in capitals, edited texts use curly quotes,
and the reader replaces names of several words, and lists of actors, by one
capitalised word before it parses.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from treebank import Sentence, Word

NAME_RELATIONS = frozenset({"flat", "compound", "flat:name"})
LIST_TAGS = frozenset({"PROPN", "CCONJ", "PUNCT"})
CURLY_BY_TAG = {"``": {'"': "“", "'": "‘", "`": "‘"}, "''": {'"': "”", "'": "’"}}
SYLLABLES: tuple[str, ...] = tuple(
    tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))["syllables"]
)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often, between 0 and 1, each variant is added or used instead."""

    capitals: float = 0.125
    curly: float = 0.35
    collapse: float = 0.2


def variants(sentence: Sentence, rates: Rates, rng: random.Random) -> list[tuple[Word, ...]]:
    """Return the word sequences to train on for one sentence in one epoch.

    The first is the sentence itself, with curly quotes some of the time; one
    with names in capitals and one with names collapsed may follow.
    """
    words = sentence.words
    if rng.random() < rates.curly:
        words = with_curly_quotes(words)
    found = [words]
    if rng.random() < rates.capitals:
        found.append(with_names_in_capitals(words))
    if rng.random() < rates.collapse:
        collapsed = with_collapsed_names(words, rng)
        if len(collapsed) < len(words):
            found.append(collapsed)
    return found


def with_names_in_capitals(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words with every proper noun in capitals."""
    return tuple(replace(word, form=word.form.upper()) if word.upos == "PROPN" else word for word in words)


def with_curly_quotes(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words with typographic quotes and apostrophes for straight ones."""
    return tuple(_curly(word) for word in words)


def _curly(word: Word) -> Word:
    if word.upos == "PUNCT":
        return replace(word, form=CURLY_BY_TAG.get(word.xpos, {}).get(word.form, word.form))
    return replace(word, form=word.form.replace("'", "’"))


def with_collapsed_names(words: tuple[Word, ...], rng: random.Random) -> tuple[Word, ...]:
    """Return the words with names of several words, and lists of names, as one word each.

    A span is collapsed only where it is contiguous and only its head governs,
    or is governed from, outside; so the tree stays a tree.
    """
    spans: list[tuple[int, int, int]] = []
    taken = [False] * len(words)
    for head, word in enumerate(words):
        if word.upos != "PROPN" or taken[head]:
            continue
        span = _list_span(words, head) or _name_span(words, head)
        if span and not any(taken[span[0] : span[1] + 1]):
            taken[span[0] : span[1] + 1] = [True] * (span[1] + 1 - span[0])
            spans.append((*span, head))
    return _collapse(words, spans, rng)


def _children(words: tuple[Word, ...], head: int) -> list[int]:
    return [i for i, word in enumerate(words) if word.head == head and i != head]


def _name_span(words: tuple[Word, ...], head: int) -> tuple[int, int] | None:
    members, queue = {head}, [head]
    while queue:
        for child in _children(words, queue.pop()):
            if words[child].deprel in NAME_RELATIONS and words[child].upos == "PROPN":
                members.add(child)
                queue.append(child)
    return _closed_span(words, members, head)


def _list_span(words: tuple[Word, ...], head: int) -> tuple[int, int] | None:
    if not any(words[child].deprel == "conj" for child in _children(words, head)):
        return None
    members, queue = {head}, [head]
    while queue:
        for child in _children(words, queue.pop()):
            if words[child].deprel in NAME_RELATIONS | {"conj", "cc", "punct"}:
                members.add(child)
                queue.append(child)
    if all(words[i].upos in LIST_TAGS for i in members):
        return _closed_span(words, members, head)
    return None


def _closed_span(words: tuple[Word, ...], members: set[int], head: int) -> tuple[int, int] | None:
    first, last = min(members), max(members)
    if last - first + 1 != len(members) or len(members) == 1:
        return None
    for i, word in enumerate(words):
        if i not in members and word.head in members and word.head != head:
            return None
    return first, last


def _collapse(
    words: tuple[Word, ...], spans: list[tuple[int, int, int]], rng: random.Random
) -> tuple[Word, ...]:
    starts = {first: (last, head) for first, last, head in spans}
    new_index: dict[int, int] = {}
    kept: list[Word] = []
    i = 0
    while i < len(words):
        last, head = starts.get(i, (i, i))
        new_index.update(dict.fromkeys(range(i, last + 1), len(kept)))
        word = words[head]
        if last > i:
            form = _stand_in(words[i : last + 1], rng)
            word = replace(word, form=form, lemma=form, xpos="NNP", feats="Number=Sing")
        kept.append(replace(word, space=words[last].space))
        i = last + 1
    return tuple(replace(word, head=new_index[word.head]) for word in kept)


def _stand_in(words: tuple[Word, ...], rng: random.Random) -> str:
    """Return one capitalised word: a word of the name, all of it run together, or an invented one."""
    names = [word.form for word in words if word.upos == "PROPN" and word.form.isalpha()]
    choice = rng.randrange(3)
    if names and choice == 0:
        form = rng.choice(names)
    elif names and choice == 1:
        form = "".join(names)
    else:
        form = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3)))
    return form[0].upper() + form[1:]
