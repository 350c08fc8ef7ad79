"""Words in their sentence as vectors: the network's first part, in NumPy.

The arithmetic is that of spaCy's MultiHashEmbed and MaxoutWindowEncoder with the trained weights, laid out
for speed: what depends on a word alone is computed once a word, and the pieces of a maxout lie side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from spacy.attrs import NORM, ORTH, PREFIX, SHAPE, SUFFIX
from thinc.api import NumpyOps

if TYPE_CHECKING:
    import numpy.typing as npt
    from spacy.tokens import Doc

    Floats: TypeAlias = npt.NDArray[np.float32]

_FEATURES = (NORM, PREFIX, SUFFIX, SHAPE)
_MOST_WORDS = 7_000  # kept vectors, in 8192 rows: 4 MiB at a width of 128
_TINY = 1e-8  # keeps the deviation of a constant row above zero


@dataclass(frozen=True, slots=True)
class Maxout:
    """A maxout layer (Goodfellow et al. 2013) and the layer normalisation behind it (Ba et al. 2016)."""

    weights: Floats  # inputs x (pieces * outputs), the outputs of a piece beside each other
    bias: Floats
    gain: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Rows x inputs in, rows x outputs out."""
        return self.settled(rows @ self.weights)

    def settled(self, pieces: Floats) -> Floats:
        """The outputs for the products with the weights, which are changed."""
        width = self.gain.size
        pieces += self.bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for start in range(2 * width, self.bias.size, width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= (np.add.reduce(best, axis=1) / width)[:, None]
        spread = np.einsum("ij,ij->i", best, best)
        spread /= width
        spread += _TINY
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self.gain
        best += self.shift
        return best


class Encoder:
    """The vectors of a ``tok2vec`` component.

    Parameters
    ----------
    model : thinc.api.Model
        Of a ``spacy.Tok2Vec.v2`` with the four lexical features and a window of one word to each side.
    """

    def __init__(self, model: Any) -> None:
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        self._tables = [(each.get_param("E"), each.attrs["seed"]) for each in _named(embed, "hashembed")]
        (self._mix,) = _layers(embed)
        self._layers = _layers(encode)
        self._ops = NumpyOps()
        self._forget()

    def _forget(self) -> None:
        self._known: dict[bytes, int] = {}
        self._rows = np.zeros((1024, self._mix.gain.size), np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """One array a document: words x width."""
        lengths = [len(doc) for doc in docs]
        # As in training, blank rows stand between sentences, as many as a vector can see to one side.
        blank = len(self._layers)
        after = np.repeat(np.arange(1, len(docs) + 1), lengths)
        place = np.arange(sum(lengths)) + blank * after
        total = sum(lengths) + blank * (len(docs) + 1)
        width = self._mix.gain.size
        rows = np.zeros((total, width), np.float32)
        rows[place] = self._words(docs)
        window = np.zeros((total, 3 * width), np.float32)
        for layer in self._layers:
            window[1:, :width] = rows[:-1]
            window[:, width : 2 * width] = rows
            window[:-1, 2 * width :] = rows[1:]
            rows += layer(window)
        ends = np.cumsum(lengths).tolist()
        found = rows[place]
        return [found[end - length : end] for end, length in zip(ends, lengths, strict=True)]

    def _words(self, docs: Sequence[Doc]) -> Floats:
        """What is known of the words alone, all documents below each other."""
        if len(self._known) > _MOST_WORDS:
            self._forget()
        keys = [doc.to_array([ORTH, NORM]).view("V16").ravel().tolist() for doc in docs]
        new: dict[bytes, tuple[int, int]] = {}
        for number, those in enumerate(keys):
            for at, key in enumerate(those):
                if key not in self._known and key not in new:
                    new[key] = number, at
        if new:
            features = {number: docs[number].to_array(_FEATURES) for number, _ in new.values()}
            self._learn(list(new), np.stack([features[number][at] for number, at in new.values()]))
        return self._rows[[self._known[key] for those in keys for key in those]]

    def _learn(self, words: list[bytes], features: npt.NDArray[np.uint64]) -> None:
        """Compute vectors of new words, each by itself: the same to the bit in whatever company it came."""
        looked_up = [
            self._ops.gather_add(
                table, self._ops.hash(np.ascontiguousarray(features[:, at]), seed) % len(table)
            )
            for at, (table, seed) in enumerate(self._tables)
        ]
        first = len(self._known)
        while first + len(words) > len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
        # A stack of products of one row each: a row of a larger product depends on its neighbours.
        alone = np.concatenate(looked_up, axis=1)[:, None, :]
        self._rows[first : first + len(words)] = self._mix.settled((alone @ self._mix.weights)[:, 0])
        self._known.update(zip(words, range(first, first + len(words)), strict=True))


def _named(model: Any, name: str) -> list[Any]:
    return [layer for layer in model.walk() if layer.name == name]


def _layers(model: Any) -> list[Maxout]:
    """The maxout layers of a model, in order, each with its normalisation."""
    return [
        Maxout(
            np.ascontiguousarray(maxout.get_param("W").transpose(2, 1, 0).reshape(maxout.get_dim("nI"), -1)),
            np.ascontiguousarray(maxout.get_param("b").T.reshape(-1)),
            norm.get_param("G"),
            norm.get_param("b"),
        )
        for maxout, norm in zip(_named(model, "maxout"), _named(model, "layernorm"), strict=True)
    ]
