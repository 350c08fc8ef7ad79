"""Forgetting: a pipeline lets go of the words it has met.

spaCy keeps every word it ever met for good, some hundred bytes each, and texts never run out of new ones. So
from time to time the words go into a vocabulary as it was loaded. Documents made before keep theirs, and no
word is read otherwise for the words before it. What they held goes back to the system: left to itself the
memory of a process that reads on and on grows by some megabytes each time.
"""

from __future__ import annotations

import ctypes
import sys
from itertools import islice
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spacy.language import Language

MOST_WORDS = 8_000  # about six hundred short reports have as many; forgetting takes a twentieth of a second

_of_the_model: WeakKeyDictionary[Language, int] = WeakKeyDictionary()


def as_loaded(nlp: Language) -> Language:
    """Note what a pipeline knows before it has met any text; forgetting goes back to that."""
    _of_the_model[nlp] = len(nlp.vocab.strings)
    return nlp


def forget_words(nlp: Language) -> None:
    """Begin with the words of the model again, where a pipeline has met more than ``MOST_WORDS``.

    Parameters
    ----------
    nlp : spacy.language.Language
        A pipeline; its tokenizer is changed in place if ``as_loaded`` has seen it.
    """
    if len(nlp.tokenizer.vocab) <= MOST_WORDS or nlp not in _of_the_model:
        return
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    vocab = Vocab(lex_attr_getters=nlp.vocab.lex_attr_getters)
    for string in islice(nlp.vocab.strings, _of_the_model[nlp]):  # in the order they came
        vocab.strings.add(string)
    for features in nlp.get_pipe("morphologizer").cfg["labels_morph"].values():
        vocab.morphology.add(features)
    old = nlp.tokenizer
    nlp.tokenizer = Tokenizer(
        vocab,
        rules=old.rules,
        prefix_search=old.prefix_search,
        suffix_search=old.suffix_search,
        infix_finditer=old.infix_finditer,
        token_match=old.token_match,
        url_match=old.url_match,
        faster_heuristics=old.faster_heuristics,
    )
    del old
    _give_back()


def _give_back() -> None:
    """Let the C library return what it holds and nobody uses; nothing happens where it cannot."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
