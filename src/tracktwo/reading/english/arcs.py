"""Arcs: the parser's greedy walk over all sentences of a batch at once, its arithmetic in NumPy.

The moves and what is allowed are spaCy's (arc-eager, Nivre 2003; features added up in advance, Chen & Manning
2014); only the scores are computed here, which saves a lock for every feature of every move.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt
    from spacy.tokens import Doc

    Floats: TypeAlias = npt.NDArray[np.float32]


class Arcs:
    """The heads and relations of a ``parser`` component.

    Parameters
    ----------
    parser : spacy.pipeline.DependencyParser
        With a ``spacy.TransitionBasedParser.v2`` model of two maxout pieces and an upper layer.
    sample : Doc
        Any document with its vectors in ``tensor``.
    """

    def __init__(self, parser: Any, sample: Doc) -> None:
        model = parser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        (reduce,) = (layer for layer in model.get_ref("tok2vec").walk() if layer.name == "linear")
        features, hidden, pieces, _ = lower.get_param("W").shape
        assert pieces == 2
        assert not model.attrs["unseen_classes"]
        self._parser = parser
        self._reduce = np.ascontiguousarray(reduce.get_param("W").T), reduce.get_param("b")
        by_word = lower.get_param("W").transpose(3, 0, 2, 1)  # inputs, features, pieces, outputs
        self._by_word = np.ascontiguousarray(by_word.reshape(by_word.shape[0], -1))
        self._nothing = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._bias = lower.get_param("b").T.reshape(-1)
        self._upper = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        self._features, self._hidden = features, hidden
        # spaCy shows which words a state looks at through a model that has seen documents; one will do.
        self._looked_at = model.predict([sample]).get_token_ids

    def __call__(self, docs: Sequence[Doc]) -> list[Any]:
        """The final state of every document, for ``parser.set_annotations``."""
        parts = self._parts(docs)
        upper, bias = self._upper
        which = np.arange(self._features, 2 * self._features, dtype=np.int32)  # past the rows of no word
        states: list[Any] = self._parser.moves.init_batch(docs)
        under_way = [state for state in states if not state.is_final()]
        while under_way:
            rows = self._looked_at(under_way)  # of words; no word is -1
            rows *= self._features
            rows += which
            seen = np.add.reduce(parts.take(rows, axis=0), axis=1)
            seen += self._bias
            scores = np.maximum(seen[:, : self._hidden], seen[:, self._hidden :]) @ upper
            scores += bias
            under_way = self._parser.transition_states(under_way, scores)
        return states

    def _parts(self, docs: Sequence[Doc]) -> Floats:
        """What each word adds in each place it can take; the rows of no word, then those of each word."""
        weights, bias = self._reduce
        words = np.concatenate([doc.tensor for doc in docs]) @ weights
        words += bias
        parts = np.empty((len(words) + 1, self._by_word.shape[1]), np.float32)
        parts[0] = self._nothing
        np.matmul(words, self._by_word, out=parts[1:])
        return parts.reshape(-1, 2 * self._hidden)
