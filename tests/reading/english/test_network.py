"""The quicker arithmetic gives what spaCy's own gives, and the same to the bit in any company."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc

from tracktwo.reading.english import UNREAD, load_parser, parse_sentences
from tracktwo.reading.english.encoder import Encoder
from tracktwo.reading.english.network import network_of
from tracktwo.reading.english.threads import _openblas, one_thread

SENTENCES = (
    "The union rejected the offer, but the ferry company didn't withdraw it.",
    "Norway, supported by Chile and Kenya, proposed that talks resume on 4 March 2024 in Oslo.",
    "No.",
    "In exchange for a pause of 30 days, the rebels said they would release 14 of the crew they hold.",
    "Zzyzx-19 ’re (§) 3.5%!",
)


def documents() -> list[Doc]:
    nlp = load_parser()
    docs = [nlp.make_doc(sentence) for sentence in SENTENCES]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    return docs


def test_vectors_are_those_of_spacy() -> None:
    model = load_parser().get_pipe("tok2vec").model
    for ours, theirs in zip(Encoder(model)(documents()), model.predict(documents()), strict=True):
        assert ours.shape == theirs.shape
        assert np.abs(ours - theirs).max() < 1e-4


def test_tags_heads_and_relations_are_those_of_spacy() -> None:
    theirs = list(load_parser().pipe(documents(), disable=UNREAD))
    ours = documents()
    network_of(load_parser()).annotate(ours, UNREAD)
    columns = ["TAG", "HEAD", "DEP"]
    for one, other in zip(ours, theirs, strict=True):
        assert (one.to_array(columns) == other.to_array(columns)).all()


def test_a_words_vector_does_not_depend_on_the_words_learned_with_it() -> None:
    model = load_parser().get_pipe("tok2vec").model
    together, alone = Encoder(model), Encoder(model)
    docs = documents()
    whole = together._words(docs)
    parts = np.concatenate([alone._words([doc]) for doc in reversed(docs)][::-1])
    assert (whole == parts).all()


def test_forgetting_words_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracktwo.reading.english.encoder._MOST_WORDS", 5)
    encoder = Encoder(load_parser().get_pipe("tok2vec").model)
    first, second = (encoder(documents()) for _ in range(2))
    assert all((a == b).all() for a, b in zip(first, second, strict=True))


def test_one_sentence_or_none_may_be_empty() -> None:
    assert [len(doc) for doc in parse_sentences(["", "Go.", " "])] == [0, 2, 1]


@pytest.mark.skipif(_openblas() is None, reason="NumPy multiplies with something other than OpenBLAS")
def test_threads_are_as_many_as_before() -> None:
    count, limit = _openblas() or (None, None)
    before = count()  # type: ignore[misc]
    limit(2)  # type: ignore[misc]
    try:
        with one_thread():
            assert count() == 1  # type: ignore[misc]
        assert count() == 2  # type: ignore[misc]
    finally:
        limit(before)  # type: ignore[misc]
