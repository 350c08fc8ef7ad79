"""Parsing sentences one by one, with exact character offsets.

The parser was trained on single sentences without line breaks. So each sentence
becomes a document of its own, is never split further, always has one root, and
its line breaks and runs of blanks are hidden from the network and put back after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tracktwo.reading.english.forgetting import forget_words
from tracktwo.reading.english.loader import load_parser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BLANK = re.compile(r"\s")
# Invisible marks at the edge of a word; inside a word they are left alone, so the word stays whole.
INVISIBLE = re.compile(r"(?<!\w)[\u200b-\u200f\u2060\ufeff]|[\u200b-\u200f\u2060\ufeff](?!\w)")
# Halves of a character that a broken program left; spaCy's strings hold none.
HALF = re.compile("[\ud800-\udfff]")
EXTRA_ROOT = "parataxis"
BLANK_RELATION = "dep"
# What no rule of the readers looks at: word classes beside the tags, features, base forms.
UNREAD = ("morphologizer", "trainable_lemmatizer")


def parse_sentences(
    sentences: Iterable[str], batch_size: int = 64, without: Sequence[str] = ()
) -> Iterator[Doc]:
    """Parse sentences, one document per sentence, in order, in memory that does not grow with their number.

    Parameters
    ----------
    sentences
        Plain text, one sentence each; may be empty or blank. Split reports into
        sentences first: a paragraph would be read as one sentence.
    batch_size
        How many sentences go through the network together (at least 1).
    without
        Parts of the pipeline to leave out, as ``UNREAD``; tags, heads and relations stay the same.

    Yields
    ------
    spacy.tokens.Doc
        As many as there were sentences. ``token.idx`` indexes the sentence as it
        was given, and ``len(doc.text) == len(sentence)``; ``doc.text`` differs from
        it only in that blanks of any kind are plain blanks, and lone surrogates U+FFFD. A word that is not
        blank is never attached to a blank one; runs of blanks are tokens with
        ``is_space`` true, as in spaCy. There is exactly one word that is its own
        head, unless the sentence is blank.

    Raises
    ------
    ModelError
        When the model is missing or broken.
    ValueError
        When `batch_size` is less than 1.
    """
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    return parse_with(load_parser(), sentences, batch_size, without)


def parse_with(
    nlp: Language, sentences: Iterable[str], batch_size: int = 64, without: Sequence[str] = ()
) -> Iterator[Doc]:
    """Parse sentences as :func:`parse_sentences` does, with a pipeline given by the caller.

    Parameters
    ----------
    nlp
        A pipeline as :func:`~tracktwo.reading.english.loader.load_parser` returns it.
    sentences
        Plain text, one sentence each.
    batch_size
        How many sentences go through the network together.
    without
        Parts of the pipeline to leave out.

    Yields
    ------
    spacy.tokens.Doc
        One per sentence, in order.
    """
    from tracktwo.reading.english.network import network_of

    network = network_of(nlp)
    rest = iter(sentences)
    while batch := list(islice(rest, batch_size)):
        forget_words(nlp)
        plainly = [HALF.sub("\ufffd", INVISIBLE.sub(" ", BLANK.sub(" ", text))) for text in batch]
        laid_out = [nlp.tokenizer(text) for text in plainly]
        plain = [
            _without_blanks(doc) if "  " in text or text.startswith(" ") else _unsplit(doc)
            for text, doc in zip(plainly, laid_out, strict=True)
        ]
        if filled := [doc for doc in plain if len(doc)]:
            network.annotate(filled, without)
        for layout, words in zip(laid_out, plain, strict=True):
            yield _finished(layout, words) if len(words) else layout


def _unsplit(layout: Doc) -> Doc:
    """Mark a tokenised sentence without blank words as one sentence."""
    import numpy as np

    if len(layout):
        starts = np.full((len(layout), 1), -1, dtype=np.int64)
        starts[0] = 1
        layout.from_array(["SENT_START"], starts.astype(np.uint64))
    return layout


def _without_blanks(layout: Doc) -> Doc:
    """Return the words of a tokenised sentence, marked as one sentence."""
    from spacy.tokens import Doc

    words = [token for token in layout if not token.is_space]
    text = layout.text  # put together anew at every look
    return Doc(
        layout.vocab,
        words=[token.text for token in words],
        spaces=[text[end : end + 1] == " " for end in (t.idx + len(t) for t in words)],
        sent_starts=[position == 0 for position in range(len(words))],
    )


def _one_root(parsed: Doc, roots: list[int]) -> Doc:
    """Tie every further root to the first."""
    import numpy as np

    columns = parsed.to_array(["HEAD", "DEP"])
    extra = np.array(roots[1:])
    columns[extra, 0] = (roots[0] - extra).astype(np.uint64)
    columns[extra, 1] = parsed.vocab.strings.add(EXTRA_ROOT)
    return parsed.from_array(["HEAD", "DEP"], columns)


def _finished(layout: Doc, parsed: Doc) -> Doc:
    """Return the parsed sentence with its blanks put back and with one root."""
    from spacy.tokens import Doc

    roots = (parsed.to_array("HEAD") == 0).nonzero()[0].tolist()
    if len(layout) == len(parsed):
        return parsed if len(roots) == 1 else _one_root(parsed, roots)
    place = [token.i for token in layout if not token.is_space]
    source = {at: parsed[i] for i, at in enumerate(place)}
    heads, relations = [], []
    nearest = place[0]
    for token in layout:
        word = source.get(token.i)
        if word is None:
            heads.append(nearest)
            relations.append(BLANK_RELATION)
            continue
        nearest = token.i
        stray = word.i in roots[1:]
        heads.append(place[roots[0]] if stray else place[word.head.i])
        relations.append(EXTRA_ROOT if stray else word.dep_)
    return Doc(
        layout.vocab,
        words=[token.text for token in layout],
        spaces=[bool(token.whitespace_) for token in layout],
        tags=[source[t.i].tag_ if t.i in source else "_SP" for t in layout],
        pos=[source[t.i].pos_ if t.i in source else "SPACE" for t in layout],
        morphs=[str(source[t.i].morph) if t.i in source else "" for t in layout],
        lemmas=[source[t.i].lemma_ if t.i in source else t.text for t in layout],
        heads=heads,
        deps=relations,
    )
